//! What a fact says, in words.

use super::phrase::{day_and_time, engagement, occasion, place};
use crate::{
    campus::people::Engagement,
    tools::{Names, News},
};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};

/// What a fact says, as a sentence.
pub fn news(words: &Words, news: &News, names: &Names<'_>) -> String {
    let person =
        |who: Option<AgentId>| who.map_or_else(|| words.say(key("somebody")), |w| names.person(w));
    if let Some(own) = news.own_words(names) {
        return match news {
            News::Life { who, .. } => {
                let who = names.first(*who);
                words.say_with("news-life", &[("who", who.into()), ("what", own.into())])
            }
            _ => own.into_owned(),
        };
    }
    match *news {
        News::Planted(_) | News::Life { .. } => String::new(),
        News::Event(n) => {
            let Some(event) = names.scenario.events.get(usize::from(n)) else {
                return words.label("engagement", "event").into_owned();
            };
            let values = [
                ("what", event.title.as_str().into()),
                ("place", names.place(event.place).into()),
                ("time", day_and_time(words, event.begins).into()),
            ];
            words.say_with("news-event", &values)
        }
        News::Gathering {
            host,
            to,
            place,
            begins,
        } => {
            let values = [
                ("who", names.person(host).into()),
                ("what", occasion(words, &to, names).into()),
                ("place", names.place(place).into()),
                ("time", day_and_time(words, begins).into()),
            ];
            words.say_with("news-gathering", &values)
        }
        News::Pushed {
            who,
            passed,
            place: at,
        } => {
            let values = [
                ("who", person(who).into()),
                ("with", names.person(passed).into()),
                ("place", place(words, at, names).into()),
            ];
            words.say_with("news-pushed", &values)
        }
        News::Loud { who, place: at } => {
            let values = [
                ("who", person(who).into()),
                ("place", place(words, at, names).into()),
            ];
            words.say_with("news-loud", &values)
        }
        News::Missed { who, course } => {
            let what = engagement(words, Engagement::Class(course, 0), names);
            let values = [("who", person(who).into()), ("what", what.into())];
            words.say_with("news-missed", &values)
        }
        News::Scored {
            who,
            course,
            result,
        } => {
            let values = [
                ("who", names.person(who).into()),
                ("what", course_title(names, course).into()),
                ("result", u32::from(result).into()),
            ];
            words.say_with("news-scored", &values)
        }
    }
}

/// The title of a course, by its number in the term; empty for one that is not there.
fn course_title(names: &Names<'_>, course: u16) -> String {
    let courses = &names.scenario.term.courses;
    let course = courses.get(usize::from(course));
    course.map_or_else(String::new, |course| course.title.clone())
}
