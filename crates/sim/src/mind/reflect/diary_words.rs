//! How the built-in mind writes its diary: who somebody is decides what it writes of, in which
//! order and in which tone.

use crate::campus::people::Persona;
use collegium_core::{dice::Stream, i18n::Language};

/// The facts of a day.
pub struct Day {
    /// 0 for Monday.
    pub weekday: usize,
    /// First names of those it talked with most.
    pub met: Vec<String>,
    /// What stood out, as it was remembered.
    pub best: Option<String>,
    /// What it came to in time.
    pub attended: Vec<String>,
    /// What it came late to.
    pub late: Vec<String>,
    /// What it missed.
    pub missed: Vec<String>,
    /// How much was fixed that day.
    pub fixed: usize,
    /// The last insight of the day.
    pub thought: Option<String>,
    /// The long-term task.
    pub task: String,
    /// How well its needs are met, 0 to 1, sleep left out.
    pub mood: f32,
    /// How tired it is, 0 to 1.
    pub tired: f32,
}

/// What somebody says of itself these days.
pub struct These {
    /// First names of those it talks with most.
    pub people: Vec<String>,
    /// Where it mostly is.
    pub places: Vec<String>,
    /// What it thinks lately, the deepest first.
    pub thoughts: Vec<String>,
    /// The long-term task.
    pub task: String,
}

const WEEKDAYS: [[&str; 7]; 3] = [
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    [
        "星期一",
        "星期二",
        "星期三",
        "星期四",
        "星期五",
        "星期六",
        "星期日",
    ],
    [
        "thứ Hai",
        "thứ Ba",
        "thứ Tư",
        "thứ Năm",
        "thứ Sáu",
        "thứ Bảy",
        "Chủ nhật",
    ],
];

/// One of some wordings, for each of the three languages.
fn one<'a>(language: Language, roll: &mut Stream, of: [&[&'a str]; 3]) -> &'a str {
    roll.pick(of[language as usize])
        .copied()
        .unwrap_or_default()
}

/// Names in a row.
fn row(names: &[String], language: Language) -> String {
    let (comma, and) = match language {
        Language::English => (", ", " and "),
        Language::Chinese => ("、", "和"),
        Language::Vietnamese => (", ", " và "),
    };
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(comma)),
    }
}

/// A sentence taken over from a memory: without its end, so that it can stand in another.
fn bare(text: &str) -> String {
    let text = text.trim();
    match text.strip_suffix('”') {
        Some(quoted) => format!("{}”", quoted.trim_end_matches(['.', '。'])),
        None => text.trim_end_matches(['.', '。']).to_owned(),
    }
}

/// A page.
pub fn page(day: &Day, persona: &Persona, roll: &mut Stream) -> String {
    let (l, t) = (persona.language, &persona.traits);
    let weekday = WEEKDAYS[l as usize][day.weekday % 7];
    let opening = if t.energy > 0.68 {
        one(
            l,
            roll,
            [
                &[
                    "What a day, this {d}.",
                    "{d}, and not a dull hour in it.",
                    "A full {d}!",
                ],
                &["{d}，真是充实的一天！", "{d}过得飞快。"],
                &["{d} thật nhiều chuyện!", "Một {d} kín từ sáng đến tối."],
            ],
        )
    } else if t.quietness > 0.62 {
        one(
            l,
            roll,
            [
                &[
                    "A quiet page for {d}.",
                    "{d}. Few words, as usual.",
                    "{d}, late, with the window open.",
                ],
                &["{d}，安静地写几句。", "{d}。话不多。"],
                &["{d}, vài dòng lặng lẽ.", "{d}. Ít lời như mọi khi."],
            ],
        )
    } else if t.diligence > 0.72 {
        one(
            l,
            roll,
            [
                &[
                    "{d}, in order.",
                    "Accounts for {d}.",
                    "{d}: what was done and what was not.",
                ],
                &["{d}，按顺序记下来。", "{d}：做了的和没做的。"],
                &["{d}, ghi lại theo thứ tự.", "{d}: việc đã làm và chưa làm."],
            ],
        )
    } else {
        one(
            l,
            roll,
            [
                &[
                    "{d} is over.",
                    "So that was {d}.",
                    "{d} again.",
                    "Before I sleep, {d}.",
                ],
                &["{d}过去了。", "睡前写写{d}。"],
                &["{d} đã hết.", "Trước khi ngủ, viết về {d}."],
            ],
        )
    };
    let mut parts = vec![opening.replace("{d}", weekday)];
    // What somebody is like decides what comes first.
    let mut topics: Vec<(f32, fn(&Day, Language, &mut Stream) -> Option<String>)> = vec![
        (t.sociability, people),
        (t.diligence, duties),
        (0.55 + 0.2 * roll.bell(), best),
        (0.45 + 0.3 * (1.0 - t.energy), thought),
        (0.3 * t.diligence + 0.2 * roll.bell(), task),
    ];
    topics.sort_by(|a, b| b.0.total_cmp(&a.0));
    let most = if t.quietness > 0.7 { 2 } else { 4 };
    parts.extend(
        topics
            .into_iter()
            .filter_map(|(_, tell)| tell(day, l, roll))
            .take(most),
    );
    parts.push(closing(day, persona, roll).to_owned());
    parts.join(if l == Language::Chinese { "" } else { " " })
}

fn people(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let form = if day.met.is_empty() {
        one(
            l,
            roll,
            [
                &[
                    "I spoke with nobody to speak of.",
                    "No talk worth the name today.",
                    "A day among people and without any.",
                ],
                &["今天没和谁好好说过话。", "一整天都没有像样的聊天。"],
                &[
                    "Hôm nay chẳng trò chuyện với ai.",
                    "Cả ngày không có câu chuyện nào ra hồn.",
                ],
            ],
        )
    } else {
        one(
            l,
            roll,
            [
                &[
                    "I talked with {p}.",
                    "{p} made the day lighter.",
                    "There was time for {p}.",
                    "Company today: {p}.",
                ],
                &["今天和{p}聊了天。", "有{p}作伴，轻松不少。"],
                &[
                    "Hôm nay tôi nói chuyện với {p}.",
                    "Có {p} nên ngày nhẹ hơn.",
                ],
            ],
        )
    };
    Some(form.replace("{p}", &row(&day.met, l)))
}

fn duties(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let (form, what) = if !day.missed.is_empty() {
        let form = one(
            l,
            roll,
            [
                &[
                    "I missed {w}, and that stays with me.",
                    "{w} went on without me.",
                    "I was not at {w}. No excuse.",
                ],
                &["我错过了{w}，心里过意不去。", "{w}没去成。"],
                &[
                    "Tôi bỏ lỡ {w}, thấy áy náy.",
                    "{w} diễn ra mà không có tôi.",
                ],
            ],
        );
        (form, &day.missed)
    } else if !day.late.is_empty() {
        let form = one(
            l,
            roll,
            [
                &[
                    "Late for {w}; tomorrow I set off earlier.",
                    "{w} had begun when I came in.",
                    "I came late to {w}, with all eyes on me.",
                ],
                &["{w}迟到了，明天早点走。", "我到的时候{w}已经开始了。"],
                &[
                    "Đến muộn {w}; mai đi sớm hơn.",
                    "Lúc tôi vào thì {w} đã bắt đầu.",
                ],
            ],
        );
        (form, &day.late)
    } else if !day.attended.is_empty() {
        let form = one(
            l,
            roll,
            [
                &[
                    "I was in time for {w}.",
                    "{w}: done, and on time.",
                    "What I had to be at, I was at: {w}.",
                ],
                &["{w}都准时到了。", "该去的都去了：{w}。"],
                &[
                    "Tôi đến đúng giờ {w}.",
                    "Việc phải có mặt thì tôi đã có mặt: {w}.",
                ],
            ],
        );
        (form, &day.attended)
    } else if day.fixed == 0 {
        let form = one(
            l,
            roll,
            [
                &[
                    "Nothing was fixed today, and I let it be so.",
                    "A day of my own.",
                ],
                &["今天没有安排，随心过。", "属于自己的一天。"],
                &[
                    "Hôm nay không có lịch, tôi cứ để vậy.",
                    "Một ngày của riêng tôi.",
                ],
            ],
        );
        (form, &day.attended)
    } else {
        let form = one(
            l,
            roll,
            [
                &[
                    "Work was work.",
                    "The plan held, more or less.",
                    "I did what was down for me.",
                ],
                &["工作照常。", "计划大体照做了。"],
                &["Công việc vẫn vậy.", "Kế hoạch cơ bản giữ được."],
            ],
        );
        (form, &day.attended)
    };
    Some(form.replace("{w}", &row(&what[..what.len().min(3)], l)))
}

fn best(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let best = day.best.as_deref()?;
    let form = one(
        l,
        roll,
        [
            &[
                "{b}.",
                "What stays: {b}.",
                "To be remembered: {b}.",
                "This, too: {b}.",
            ],
            &["{b}。", "值得记下的是：{b}。"],
            &["{b}.", "Điều còn đọng lại: {b}."],
        ],
    );
    Some(form.replace("{b}", &bare(best)))
}

fn thought(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let thought = day.thought.as_deref()?;
    let form = one(
        l,
        roll,
        [
            &["I have come to think: {t}.", "It dawns on me: {t}.", "{t}."],
            &["我渐渐觉得：{t}。", "忽然明白：{t}。"],
            &["Tôi dần nghĩ: {t}.", "Tôi chợt hiểu: {t}."],
        ],
    );
    Some(form.replace("{t}", &bare(thought)))
}

fn task(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    if day.task.is_empty() {
        return None;
    }
    let form = one(
        l,
        roll,
        [
            &[
                "Still to do: {k}.",
                "I keep it in mind: {k}.",
                "Tomorrow I want an hour for it: {k}.",
            ],
            &["还要做的：{k}。", "明天想留一小时给它：{k}。"],
            &[
                "Vẫn còn phải làm: {k}.",
                "Mai tôi muốn dành một giờ cho việc này: {k}.",
            ],
        ],
    );
    Some(form.replace("{k}", &day.task))
}

fn closing<'a>(day: &Day, persona: &Persona, roll: &mut Stream) -> &'a str {
    let l = persona.language;
    if day.tired > 0.75 {
        return one(
            l,
            roll,
            [
                &[
                    "I can hardly hold the pen.",
                    "Now only sleep.",
                    "Tired to the bone.",
                ],
                &["困得握不住笔了。", "现在只想睡。"],
                &["Tôi buồn ngủ díp mắt.", "Giờ chỉ muốn ngủ."],
            ],
        );
    }
    if day.mood > 0.62 {
        one(
            l,
            roll,
            [
                &[
                    "I go to bed content.",
                    "A good day, all told.",
                    "More of these, please.",
                    "I would not change much of it.",
                ],
                &["心满意足地睡了。", "总的来说是好的一天。"],
                &["Tôi đi ngủ trong lòng vui.", "Nhìn chung là một ngày tốt."],
            ],
        )
    } else if day.mood > 0.42 {
        one(
            l,
            roll,
            [
                &[
                    "Tomorrow again.",
                    "It will do.",
                    "Good enough for a day.",
                    "We shall see what comes.",
                ],
                &["明天继续。", "就这样吧。"],
                &["Mai lại tiếp.", "Thế cũng được."],
            ],
        )
    } else {
        one(
            l,
            roll,
            [
                &[
                    "Something is missing, and I know roughly what.",
                    "Not a day to keep.",
                    "I hope for a kinder one.",
                ],
                &["总觉得少了点什么。", "希望明天好一些。"],
                &["Có gì đó thiếu thiếu.", "Mong ngày mai dễ chịu hơn."],
            ],
        )
    }
}

/// A self-summary.
pub fn summary(these: &These, persona: &Persona) -> String {
    let l = persona.language;
    let mut parts: Vec<String> = Vec::new();
    let mut add = |of: [&str; 3], name: &str, value: String| {
        if !value.is_empty() {
            parts.push(of[l as usize].replace(name, &value));
        }
    };
    add(
        [
            "My days go between {x}.",
            "我的日子多在{x}度过。",
            "Ngày của tôi quanh quẩn ở {x}.",
        ],
        "{x}",
        row(&these.places, l),
    );
    add(
        [
            "Those I talk with most are {x}.",
            "我最常和{x}说话。",
            "Tôi hay trò chuyện với {x} nhất.",
        ],
        "{x}",
        row(&these.people, l),
    );
    add(
        [
            "On my mind: {x}.",
            "我惦记的事：{x}。",
            "Điều tôi bận tâm: {x}.",
        ],
        "{x}",
        these.task.clone(),
    );
    let thoughts: Vec<String> = these.thoughts.iter().map(|t| bare(t)).collect();
    add(
        [
            "Lately I think: {x}.",
            "近来我想：{x}。",
            "Gần đây tôi nghĩ: {x}.",
        ],
        "{x}",
        thoughts.join("; "),
    );
    parts.join(if l == Language::Chinese { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::testing;
    use collegium_core::dice::{Dice, Purpose};
    use std::collections::BTreeSet;

    fn a_day() -> Day {
        Day {
            weekday: 2,
            met: vec!["Hana".to_owned(), "Elliot".to_owned()],
            best: Some("I waited 12 minutes for lunch at Refectory".to_owned()),
            attended: vec!["COM101 First Programs".to_owned()],
            late: Vec::new(),
            missed: Vec::new(),
            fixed: 2,
            thought: Some("I keep meeting Hana at the Library around 15:00.".to_owned()),
            task: "finish the map".to_owned(),
            mood: 0.6,
            tired: 0.4,
        }
    }

    #[test]
    fn no_two_people_write_the_same_page_of_the_same_day() {
        let (scenario, _) = testing::first_week();
        let mut pages = BTreeSet::new();
        for (i, (persona, _)) in scenario.people.iter().enumerate() {
            let mut roll = Dice { seed: 1 }.stream(i as u32, Purpose::Thought, 2);
            let text = page(&a_day(), persona, &mut roll);
            assert!(
                text.contains("Wednesday") && !text.contains('{') && !text.contains(".."),
                "{text}"
            );
            pages.insert(text);
        }
        assert!(pages.len() >= scenario.people.len() - 1, "{pages:#?}");
    }

    #[test]
    fn pages_are_written_in_the_language_of_their_writer() {
        let (scenario, _) = testing::first_week();
        let mut persona = scenario.people[3].0.clone();
        for (language, weekday) in [
            (Language::English, "Wednesday"),
            (Language::Chinese, "星期三"),
            (Language::Vietnamese, "thứ Tư"),
        ] {
            persona.language = language;
            for moment in 0..20 {
                let mut roll = Dice { seed: 1 }.stream(3, Purpose::Thought, moment);
                let text = page(&a_day(), &persona, &mut roll);
                assert!(text.contains(weekday) && !text.contains('{'), "{text}");
            }
            let these = These {
                people: vec!["Hana".to_owned()],
                places: vec!["Library".to_owned(), "Refectory".to_owned()],
                thoughts: vec!["I am late too often.".to_owned()],
                task: "x".to_owned(),
            };
            let text = summary(&these, &persona);
            assert!(
                text.contains("Hana") && text.contains("Library") && !text.contains('{'),
                "{text}"
            );
        }
    }
}
