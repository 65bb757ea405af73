//! Parts of sentences: days and times, places, commitments, plans, occasions, in a few words each.

use crate::{
    campus::{
        Item, Pursuit,
        invitations::Occasion,
        people::{Engagement, Need, Toward},
    },
    tools::{Find, Names},
};
use collegium_core::{
    i18n::{Language, Words, key},
    ids::PlaceId,
    time::{DAY, SimTime},
};
use std::{borrow::Cow, sync::LazyLock};

/// The texts in English: for models, and for the command line.
pub static ENGLISH: LazyLock<&Words> = LazyLock::new(|| Words::of(Language::English));

/// The days of the week, Monday first: in full, and short.
const DAYS: [(&str, &str); 7] = [
    (key("day-monday"), key("day-mon")),
    (key("day-tuesday"), key("day-tue")),
    (key("day-wednesday"), key("day-wed")),
    (key("day-thursday"), key("day-thu")),
    (key("day-friday"), key("day-fri")),
    (key("day-saturday"), key("day-sat")),
    (key("day-sunday"), key("day-sun")),
];

/// The day of the week in full.
pub fn day(words: &Words, at: SimTime) -> &str {
    words.say(DAYS[at.weekday()].0)
}

/// The day of the week, short: “Mon”.
pub fn short_day(words: &Words, at: SimTime) -> &str {
    words.say(DAYS[at.weekday()].1)
}

/// Short day and time: “Mon 09:10”.
pub fn day_and_time(words: &Words, at: SimTime) -> String {
    format!("{} {}", short_day(words, at), at.clock())
}

/// A place, or that somebody is between places.
pub(in crate::tools) fn place<'a>(
    words: &'a Words,
    at: Option<PlaceId>,
    names: &'a Names<'_>,
) -> &'a str {
    at.map_or_else(|| words.say(key("on-the-way")), |p| names.place(p))
}

/// An item as one that is bought or handed over, with the article that the language gives it: “a
/// book”, “coffee”.
pub fn an_item(words: &Words, item: Item) -> Cow<'_, str> {
    match words.label_with("an-item", item.word(), &[]) {
        Some(text) => Cow::Owned(text),
        None => words.label("item", item.word()),
    }
}

/// A commitment in a few words: the course, the shift, the event or whom to meet.
pub fn engagement(words: &Words, what: Engagement, names: &Names<'_>) -> String {
    let class = |c: u16| match names.scenario.term.courses.get(usize::from(c)) {
        Some(course) => format!("{} {}", course.code, course.title),
        None => words.label("engagement", "class").into_owned(),
    };
    match what {
        Engagement::Class(c, _) => class(c),
        Engagement::Teach(c, _) => {
            words.say_with("engagement-teaching", &[("what", class(c).into())])
        }
        Engagement::Shift(_) => words.label("engagement", "shift").into_owned(),
        Engagement::Event(e) => match names.scenario.events.get(usize::from(e)) {
            Some(event) => event.title.clone(),
            None => words.label("engagement", "event").into_owned(),
        },
        Engagement::Meeting(with) => {
            words.say_with("engagement-meeting", &[("name", names.person(with).into())])
        }
    }
}

/// A commitment as the one who has it calls it in a sentence.
pub fn own_duty(words: &Words, what: Engagement, names: &Names<'_>) -> String {
    match what {
        Engagement::Shift(_) => words.say("duty-shift").to_owned(),
        Engagement::Meeting(with) => {
            words.say_with("duty-meeting", &[("name", names.first(with).into())])
        }
        _ => engagement(words, what, names),
    }
}

/// What a part of a plan is for.
pub fn pursuit<'a>(words: &'a Words, what: &'a Pursuit, names: &Names<'_>) -> Cow<'a, str> {
    match what {
        Pursuit::Routine(routine) => words.label("routine", routine.word()),
        Pursuit::Engagement(Engagement::Teach(course, session)) => {
            let class = engagement(words, Engagement::Class(*course, *session), names);
            words
                .say_with("plan-teach", &[("what", class.into())])
                .into()
        }
        Pursuit::Engagement(what) => engagement(words, *what, names).into(),
        Pursuit::CatchUp(number) => {
            let course = names.scenario.term.courses.get(usize::from(*number));
            let course = course.map_or("", |course| course.title.as_str());
            words
                .say_with("plan-catch-up", &[("course", course.into())])
                .into()
        }
        Pursuit::See(who) => words
            .say_with("plan-see", &[("name", names.person(*who).into())])
            .into(),
        Pursuit::Words(own) => own.into(),
    }
}

/// What a goal is toward, in words that follow “to”.
pub fn toward(words: &Words, toward: Toward, names: &Names<'_>) -> String {
    let values = match toward {
        Toward::Place(place) => vec![("place", names.place(place).into())],
        Toward::Person(who) => vec![("name", names.first(who).into())],
        Toward::Action(_) | Toward::SettingOffEarly => Vec::new(),
    };
    let told = words.label_with("toward", toward.word(), &values);
    told.unwrap_or_default()
}

/// What an occasion is about: the event, the course, or what it is for.
pub fn matter(words: &Words, what: &Occasion, names: &Names<'_>) -> String {
    let Occasion::Gathering {
        course: Some(course),
        ..
    } = what
    else {
        return occasion(words, what, names);
    };
    let course = names.scenario.term.courses.get(usize::from(*course));
    course.map_or_else(|| occasion(words, what, names), |c| c.title.clone())
}

/// How somebody feels who lacks something, or nothing.
pub fn feels(words: &Words, lacks: impl Iterator<Item = Need>) -> String {
    let lacks: Vec<_> = lacks.map(|n| words.label("lacking", n.word())).collect();
    if lacks.is_empty() {
        words.say(key("feels-well")).to_owned()
    } else {
        lacks.join(", ")
    }
}

/// An amount of money in cents, as people write it.
pub fn money(cents: u32) -> String {
    format!("{:.2}", f64::from(cents) / 100.0)
}

/// What was found, each thing with where it stands.
pub fn finds(words: &Words, finds: &[Find], names: &Names<'_>) -> String {
    if finds.is_empty() {
        return words.say(key("finds-nothing")).to_owned();
    }
    let told: Vec<String> = finds.iter().map(|f| find(words, f, names)).collect();
    told.join("; ")
}

/// Something that was found, with where it stands: course, book, notice, post or place.
fn find(words: &Words, what: &Find, names: &Names<'_>) -> String {
    let scenario = names.scenario;
    match what {
        Find::Course(n) => {
            let Some(course) = scenario.term.courses.get(usize::from(*n)) else {
                return words.label("engagement", "class").into_owned();
            };
            let hours = course.sessions.iter().flat_map(|hours| {
                let days = (0..7).filter(|day| hours.days.contains(*day as usize));
                days.map(|day| day_and_time(words, SimTime(day * DAY + hours.from)))
            });
            let hours = hours.collect::<Vec<_>>().join(", ");
            let values = [
                ("code", course.code.as_str().into()),
                ("title", course.title.as_str().into()),
                ("place", names.place(course.room).into()),
                ("time", hours.into()),
            ];
            words.say_with("find-course", &values)
        }
        Find::Book(n) => {
            let Some(book) = scenario.books.get(usize::from(*n)) else {
                return words.label("item", "book").into_owned();
            };
            let values = [
                ("title", book.title.as_str().into()),
                ("author", book.author.as_str().into()),
                ("topic", book.topic.as_str().into()),
            ];
            words.say_with("find-book", &values)
        }
        Find::Event(n) => {
            let Some(event) = scenario.events.get(usize::from(*n)) else {
                return words.label("engagement", "event").into_owned();
            };
            let values = [
                ("title", event.title.as_str().into()),
                ("place", names.place(event.place).into()),
                ("time", day_and_time(words, event.begins).into()),
            ];
            words.say_with("find-event", &values)
        }
        Find::Post { author, text, .. } => {
            let values = [
                ("name", names.person(*author).into()),
                ("what", text.as_str().into()),
            ];
            words.say_with("find-post", &values)
        }
        Find::Place(place) => {
            words.say_with("find-place", &[("place", names.place(*place).into())])
        }
    }
}

/// What somebody is invited to.
pub fn occasion(words: &Words, what: &Occasion, names: &Names<'_>) -> String {
    match what {
        Occasion::Event(e) => engagement(words, Engagement::Event(*e), names),
        Occasion::Gathering { cause, course, .. } => {
            let what = words.label("cause", cause.word());
            match course.and_then(|c| names.scenario.term.courses.get(usize::from(c))) {
                Some(course) => {
                    let title = course.title.as_str();
                    let values = [("what", what.into()), ("course", title.into())];
                    words.say_with("occasion-course", &values)
                }
                None => what.into_owned(),
            }
        }
    }
}
