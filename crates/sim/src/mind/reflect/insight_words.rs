//! How the built-in mind puts its insights and questions into words, in the languages that people
//! live in.

use crate::memory::says_little;
use collegium_core::i18n::Language;
use std::collections::BTreeSet;

/// What an insight says. Each has sentences in every language with `{p}` (a person), `{place}`,
/// `{hour}`, `{what}` and `{n}` to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Much time with somebody close.
    CloseCompany,
    /// Many talks with somebody not close.
    NewCompany,
    /// Meets somebody at a place at an hour.
    Encounter,
    /// Late to the same thing again.
    LateTo,
    /// Late to this and that.
    LateOften,
    /// Missed something.
    Missed,
    /// Was at every session.
    Steady,
    /// Waits long at a place at an hour.
    Queue,
    /// A place is full or closed when one comes.
    Turned,
    /// The task has not moved.
    TaskStuck,
    /// Much turns about the task.
    TaskMoves,
    /// Somebody keeps speaking of something.
    Interest,
    /// Somebody does not wait its turn, or is loud.
    Inconsiderate,
    /// Makes time for somebody.
    Arranged,
    /// Misses company.
    Lonely,
    /// Misses fun.
    AllWork,
    /// Sleeps too little.
    Tired,
    /// Several thoughts about one person.
    PersonMatters,
    /// Several thoughts about coming late and missing.
    OutOfHand,
    /// Several thoughts about queues and full places.
    Crowded,
    /// Thoughts mostly about people.
    ForPeople,
    /// Thoughts mostly about work.
    ForWork,
}

/// The sentences of a pattern.
const fn sentences(pattern: Pattern, language: Language) -> &'static [&'static str] {
    use Language::{Chinese, English, Vietnamese};
    match (pattern, language) {
        (Pattern::CloseCompany, English) => &[
            "I spend more of my time with {p} than with most, and I am the better for it.",
            "{p} is the one I keep going back to when there is something to say.",
            "It is {p} I look for first when I come into a room.",
        ],
        (Pattern::CloseCompany, Chinese) => &[
            "我和{p}在一起的时间最多，这让我心里踏实。",
            "有话想说的时候，我总是先去找{p}。",
        ],
        (Pattern::CloseCompany, Vietnamese) => &[
            "Tôi ở bên {p} nhiều hơn bên ai khác, và điều đó tốt cho tôi.",
            "Khi có chuyện muốn kể, tôi luôn tìm {p} trước.",
        ],
        (Pattern::NewCompany, English) => &[
            "{p} and I have talked {n} times by now, and I still hardly know who that is.",
            "I keep ending up in talks with {p}; perhaps there is a friend in it.",
            "Talking with {p} comes more easily than I would have thought.",
        ],
        (Pattern::NewCompany, Chinese) => &[
            "我和{p}已经聊过{n}次，却还不太了解这个人。",
            "我常常和{p}聊起来，也许能成为朋友。",
        ],
        (Pattern::NewCompany, Vietnamese) => &[
            "Tôi và {p} đã nói chuyện {n} lần mà tôi vẫn chưa hiểu rõ người ấy.",
            "Tôi hay bắt chuyện với {p}; có lẽ sẽ thành bạn.",
        ],
        (Pattern::Encounter, English) => &[
            "I keep meeting {p} at {place} around {hour}.",
            "If I want to find {p}, {place} around {hour} is where to look.",
            "{p} and {place} around {hour}: that is no accident any more.",
        ],
        (Pattern::Encounter, Chinese) => &[
            "{hour}左右，我总在{place}遇到{p}。",
            "想找{p}，{hour}左右去{place}就行。",
        ],
        (Pattern::Encounter, Vietnamese) => &[
            "Khoảng {hour} tôi hay gặp {p} ở {place}.",
            "Muốn tìm {p} thì khoảng {hour} cứ đến {place}.",
        ],
        (Pattern::LateTo, English) => &[
            "I keep coming late to {what}; I should set off earlier.",
            "Being late to {what} is turning into a habit of mine.",
            "{what} begins without me more often than it should.",
        ],
        (Pattern::LateTo, Chinese) => &[
            "我上{what}总是迟到，应该早点出发。",
            "{what}迟到快成了我的习惯。",
        ],
        (Pattern::LateTo, Vietnamese) => &[
            "Tôi cứ đến muộn {what}; phải đi sớm hơn.",
            "Đến muộn {what} đang thành thói quen của tôi.",
        ],
        (Pattern::LateOften, English) => &[
            "I am late too often these days, and people notice.",
            "I always think there is time, and then there is none.",
            "My days run a few minutes ahead of me.",
        ],
        (Pattern::LateOften, Chinese) => &[
            "我最近常常迟到，别人都看在眼里。",
            "我总以为还有时间，其实没有了。",
        ],
        (Pattern::LateOften, Vietnamese) => &[
            "Dạo này tôi hay đến muộn, và ai cũng thấy.",
            "Tôi cứ tưởng còn thời gian, rồi lại không còn.",
        ],
        (Pattern::Missed, English) => &[
            "I let {what} go by; I do not want that to become usual.",
            "I was not there for {what}, and I owe somebody an explanation.",
            "Missing {what} cost me more than the hour was worth.",
        ],
        (Pattern::Missed, Chinese) => &[
            "我错过了{what}，不想让这变成常事。",
            "{what}我没去，得补上。",
        ],
        (Pattern::Missed, Vietnamese) => &[
            "Tôi đã bỏ lỡ {what}; tôi không muốn chuyện đó thành lệ.",
            "Tôi vắng mặt ở {what}, phải học bù.",
        ],
        (Pattern::Steady, English) => &[
            "I have been to every hour of {what}; it is getting hold of me.",
            "{what} is a fixed point in my week, and I like having one.",
            "I have not missed {what} once, which is unlike me, or it was.",
        ],
        (Pattern::Steady, Chinese) => &[
            "{what}我一次都没缺，越来越有意思了。",
            "{what}成了我一周里的定点，我喜欢这样。",
        ],
        (Pattern::Steady, Vietnamese) => &[
            "Tôi chưa vắng buổi {what} nào; tôi bắt đầu thích nó.",
            "{what} là điểm tựa trong tuần của tôi.",
        ],
        (Pattern::Queue, English) => &[
            "Around {hour} the queue at {place} is long; I should go earlier.",
            "{place} around {hour} costs me more patience than the meal is worth.",
            "Whoever goes to {place} around {hour} waits. I will go before that.",
        ],
        (Pattern::Queue, Chinese) => &[
            "{hour}左右{place}排队太长，我该早点去。",
            "{hour}去{place}就得等，下次我提前去。",
        ],
        (Pattern::Queue, Vietnamese) => &[
            "Khoảng {hour} hàng ở {place} rất dài; tôi nên đi sớm hơn.",
            "Cứ {hour} đến {place} là phải chờ; lần sau tôi đi trước.",
        ],
        (Pattern::Turned, English) => &[
            "{place} has no room for me around {hour}; I need another place.",
            "I walk to {place} around {hour} for nothing too often.",
            "There is no point in trying {place} around {hour}.",
        ],
        (Pattern::Turned, Chinese) => &[
            "{hour}左右{place}总没有位置，我得另找地方。",
            "我老是{hour}白跑一趟{place}。",
        ],
        (Pattern::Turned, Vietnamese) => &[
            "Khoảng {hour} ở {place} không còn chỗ; tôi cần chỗ khác.",
            "Tôi hay đến {place} lúc {hour} mà công cốc.",
        ],
        (Pattern::TaskStuck, English) => &[
            "The days fill up, and I have not got on with it: {what}.",
            "I think of it and do not do it: {what}.",
            "If I do not make time for it soon, nobody will: {what}.",
        ],
        (Pattern::TaskStuck, Chinese) => &[
            "日子排得满满的，这件事却没有进展：{what}。",
            "我总想着却没动手：{what}。",
        ],
        (Pattern::TaskStuck, Vietnamese) => &[
            "Ngày nào cũng kín việc mà chuyện này vẫn giậm chân: {what}.",
            "Tôi cứ nghĩ mà chưa làm: {what}.",
        ],
        (Pattern::TaskMoves, English) => &[
            "Much of what happens to me touches on it: {what}.",
            "It is getting somewhere: {what}.",
            "I keep running into what I need for it: {what}.",
        ],
        (Pattern::TaskMoves, Chinese) => &[
            "最近遇到的事多半和它有关：{what}。",
            "这件事有了眉目：{what}。",
        ],
        (Pattern::TaskMoves, Vietnamese) => &[
            "Nhiều chuyện gần đây dính đến việc này: {what}.",
            "Việc này đang tiến triển: {what}.",
        ],
        (Pattern::Interest, English) => &[
            "{p} keeps coming back to “{what}”.",
            "If I want to hear {p} talk, I need only mention “{what}”.",
            "Something about “{what}” does not let {p} go.",
        ],
        (Pattern::Interest, Chinese) => {
            &["{p}老是提到“{what}”。", "只要说起“{what}”，{p}的话就多了。"]
        }
        (Pattern::Interest, Vietnamese) => &[
            "{p} cứ nhắc đến “{what}”.",
            "Chỉ cần nói đến “{what}” là {p} kể mãi.",
        ],
        (Pattern::Inconsiderate, English) => &[
            "{p} does not think much of others who wait or want quiet.",
            "I have seen {p} take more room than is anybody's.",
            "It annoys me how little {p} minds the rest of us.",
        ],
        (Pattern::Inconsiderate, Chinese) => &[
            "{p}不太在意别人在排队或需要安静。",
            "{p}不顾别人的样子让我不舒服。",
        ],
        (Pattern::Inconsiderate, Vietnamese) => &[
            "{p} ít để ý đến người đang chờ hay cần yên tĩnh.",
            "Tôi khó chịu vì {p} chẳng nghĩ đến ai.",
        ],
        (Pattern::Arranged, English) => &[
            "{p} and I make time for each other; that is worth keeping.",
            "What {p} and I agree on, we keep.",
            "It is good to have something fixed with {p}.",
        ],
        (Pattern::Arranged, Chinese) => &[
            "我和{p}会特意约时间见面，值得珍惜。",
            "和{p}约好的事我愿意守住。",
        ],
        (Pattern::Arranged, Vietnamese) => &[
            "Tôi và {p} biết dành thời gian cho nhau; điều đó đáng giữ.",
            "Có hẹn với {p} làm tôi vui.",
        ],
        (Pattern::Lonely, English) => &[
            "I have hardly spoken with anybody lately, and I miss it.",
            "So many people here, and so few words with any of them.",
            "I should look for company and not wait until it finds me.",
        ],
        (Pattern::Lonely, Chinese) => &[
            "最近几乎没和人说话，有点想念。",
            "该主动找人作伴，不能总等着。",
        ],
        (Pattern::Lonely, Vietnamese) => &[
            "Gần đây tôi hầu như không trò chuyện với ai, và tôi thấy thiếu.",
            "Tôi nên tìm bạn chứ đừng ngồi chờ.",
        ],
        (Pattern::AllWork, English) => &[
            "There is nothing in my days that I do for its own sake.",
            "I work and eat and sleep; something light is missing.",
            "I ought to play more; I grow dull.",
        ],
        (Pattern::AllWork, Chinese) => &[
            "我的日子里没有一件只为高兴做的事。",
            "该玩一玩了，我快变得无趣了。",
        ],
        (Pattern::AllWork, Vietnamese) => &[
            "Ngày của tôi chẳng có gì làm chỉ vì vui.",
            "Tôi nên chơi nhiều hơn; tôi đang trở nên nhạt nhẽo.",
        ],
        (Pattern::Tired, English) => &[
            "I am tired in a way that one night does not mend.",
            "I sleep too little for what I want of my days.",
            "What I lack is sleep, more than time.",
        ],
        (Pattern::Tired, Chinese) => &["我的累不是睡一晚就能好的。", "我缺的不是时间，是睡眠。"],
        (Pattern::Tired, Vietnamese) => &[
            "Tôi mệt đến mức một đêm ngủ không đủ.",
            "Tôi thiếu ngủ hơn là thiếu thời gian.",
        ],
        (Pattern::PersonMatters, English) => &[
            "{p} has become a part of my days here, more than I had planned.",
            "Whatever I think about lately, {p} comes into it.",
            "{p} is somebody I will remember from this place.",
        ],
        (Pattern::PersonMatters, Chinese) => &[
            "{p}成了我在这里生活的一部分，出乎我的意料。",
            "最近无论想什么，都会想到{p}。",
        ],
        (Pattern::PersonMatters, Vietnamese) => &[
            "{p} đã thành một phần những ngày của tôi ở đây.",
            "Dạo này nghĩ gì tôi cũng nghĩ đến {p}.",
        ],
        (Pattern::OutOfHand, English) => &[
            "I do not have my days in hand; my days have me.",
            "It is not the clock: I do not make up my mind in time.",
            "I promise more hours than I have.",
        ],
        (Pattern::OutOfHand, Chinese) => &[
            "不是我在安排日子，是日子在推着我。",
            "问题不在钟表，是我下决心太慢。",
        ],
        (Pattern::OutOfHand, Vietnamese) => &[
            "Tôi không làm chủ được ngày của mình.",
            "Không phải tại đồng hồ: tôi quyết định quá chậm.",
        ],
        (Pattern::Crowded, English) => &[
            "This campus is small at noon; I am better off against the stream.",
            "Everybody wants the same thing at the same hour, and so do I.",
            "I lose more time to standing in lines than to anything else.",
        ],
        (Pattern::Crowded, Chinese) => &[
            "中午的校园太挤，我该错开时间。",
            "大家都在同一时间要同一样东西，我也是。",
        ],
        (Pattern::Crowded, Vietnamese) => &[
            "Buổi trưa trường chật chội; tôi nên đi lệch giờ.",
            "Ai cũng muốn cùng một thứ vào cùng một giờ, tôi cũng vậy.",
        ],
        (Pattern::ForPeople, English) => &[
            "What keeps me here are the people, more than the work.",
            "My days are made of other people; I would not have said that of myself.",
            "I learn this place through those who live in it.",
        ],
        (Pattern::ForPeople, Chinese) => {
            &["让我留在这里的是人，多过学业。", "我的日子是由别人组成的。"]
        }
        (Pattern::ForPeople, Vietnamese) => &[
            "Điều giữ tôi ở đây là con người hơn là công việc.",
            "Ngày của tôi được dệt từ những người khác.",
        ],
        (Pattern::ForWork, English) => &[
            "I measure my days by what I have done, and too seldom by whom I have seen.",
            "Work takes the first place in my head, whatever I say.",
            "I think in tasks; that gets things done and leaves people out.",
        ],
        (Pattern::ForWork, Chinese) => &[
            "我用做完的事衡量日子，很少用见过的人。",
            "不管嘴上怎么说，我心里工作第一。",
        ],
        (Pattern::ForWork, Vietnamese) => &[
            "Tôi đo ngày của mình bằng việc đã làm, ít khi bằng người đã gặp.",
            "Dù nói gì, trong đầu tôi việc vẫn đứng đầu.",
        ],
    }
}

/// An insight in words. Somebody keeps its own way of saying a thing, so that the same thought is
/// recognised when it comes again: `own` picks it.
pub fn say(pattern: Pattern, language: Language, own: u32, fill: &[(&str, &str)]) -> String {
    let all = sentences(pattern, language);
    let mut text = all[own as usize % all.len()].to_owned();
    for (name, value) in fill {
        text = text.replace(name, value);
    }
    text
}

/// What a question asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A person.
    Person,
    /// A place.
    Place,
    /// A course or event.
    Course,
    /// The long-term task.
    Task,
    /// Oneself.
    Myself,
}

/// A question of a reflection in words.
pub fn ask(subject: Subject, language: Language, name: &str) -> String {
    let form = match (subject, language) {
        (Subject::Person, Language::English) => {
            "What is {} to me, and how do I feel about our time together?"
        }
        (Subject::Person, Language::Chinese) => "{}对我来说意味着什么？和这个人相处我感觉如何？",
        (Subject::Person, Language::Vietnamese) => {
            "{} có ý nghĩa gì với tôi, và tôi thấy thế nào khi ở bên người ấy?"
        }
        (Subject::Place, Language::English) => "What keeps happening to me at {}, and when?",
        (Subject::Place, Language::Chinese) => "我在{}总会遇到什么事？什么时候？",
        (Subject::Place, Language::Vietnamese) => "Ở {} tôi hay gặp chuyện gì, và vào lúc nào?",
        (Subject::Course, Language::English) => "How am I doing with {}?",
        (Subject::Course, Language::Chinese) => "我的{}怎么样了？",
        (Subject::Course, Language::Vietnamese) => "Việc {} của tôi đến đâu rồi?",
        (Subject::Task, Language::English) => "Am I getting on with it: {}?",
        (Subject::Task, Language::Chinese) => "这件事有进展吗：{}？",
        (Subject::Task, Language::Vietnamese) => "Việc này có tiến triển không: {}?",
        (Subject::Myself, Language::English) => "What do I need that these days do not give me?",
        (Subject::Myself, Language::Chinese) => "这些日子里我缺少什么？",
        (Subject::Myself, Language::Vietnamese) => "Những ngày này tôi đang thiếu điều gì?",
    };
    form.replace("{}", name)
}

/// Words of many a talk that say nothing of what it is about, in order for binary search.
const TALK_WORDS: &[&str] = &[
    "another",
    "anything",
    "around",
    "because",
    "before",
    "being",
    "come",
    "coming",
    "decide",
    "didn",
    "does",
    "doing",
    "done",
    "earlier",
    "enough",
    "even",
    "ever",
    "every",
    "everybody",
    "far",
    "find",
    "funny",
    "glad",
    "good",
    "haven",
    "heard",
    "hello",
    "hope",
    "keep",
    "knew",
    "know",
    "last",
    "late",
    "later",
    "least",
    "left",
    "like",
    "likes",
    "little",
    "long",
    "look",
    "looking",
    "made",
    "make",
    "many",
    "mean",
    "meant",
    "might",
    "mind",
    "months",
    "morning",
    "much",
    "must",
    "myself",
    "nearly",
    "need",
    "never",
    "next",
    "nobody",
    "nothing",
    "notice",
    "often",
    "once",
    "part",
    "perhaps",
    "quite",
    "rather",
    "ready",
    "really",
    "reminds",
    "right",
    "same",
    "seen",
    "since",
    "something",
    "sometimes",
    "sorry",
    "still",
    "stop",
    "story",
    "sure",
    "take",
    "talks",
    "tell",
    "thank",
    "thanks",
    "thing",
    "things",
    "think",
    "thought",
    "three",
    "told",
    "true",
    "until",
    "want",
    "wants",
    "week",
    "weeks",
    "well",
    "were",
    "year",
    "years",
    "yesterday",
];

/// Pairs of neighbouring words that say something.
pub fn phrases(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
        .collect();
    let tells = |w: &str| {
        w.chars().count() >= 4
            && !w.contains('\'')
            && !says_little(w)
            && TALK_WORDS.binary_search(&w).is_err()
    };
    words
        .windows(2)
        .filter(|p| tells(p[0]) && tells(p[1]))
        .map(|p| format!("{} {}", p[0], p[1]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_pairs_of_words_that_tell() {
        let found = phrases("I am still looking for the winter stars above the clock tower.");
        assert!(
            found.contains("clock tower") && TALK_WORDS.is_sorted(),
            "{found:?}"
        );
        assert!(!found.iter().any(|p| p.contains("the ")));
    }
}
