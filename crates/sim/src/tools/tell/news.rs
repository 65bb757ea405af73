//! What a fact says, in words.

use super::phrase::{day_and_time, engagement, occasion, place};
use crate::{
    campus::people::{Came, Ending, Engagement},
    tools::{Names, News},
};
use collegium_core::{
    i18n::{Words, bare, key},
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
        News::Worked { who, task, came } => {
            let values = [
                ("who", names.person(who).into()),
                ("what", work(names, who, task, came).into()),
            ];
            let ends = names.persona(who).and_then(|p| p.task_of(task));
            let ends = ends.map_or(Ending::Work, |task| task.ends);
            let told = match came {
                Came::Part(_) => "part",
                Came::GivenUp => "given-up",
                Came::Whole => ends.word(),
            };
            words
                .label_with("news-worked", told, &values)
                .unwrap_or_default()
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

/// What somebody worked at, in words: the part that is done, or the whole task.
pub fn work(names: &Names<'_>, who: AgentId, task: u16, came: Came) -> String {
    let task = names.persona(who).and_then(|p| p.task_of(task));
    let text = task.map(|task| match came {
        Came::Part(part) => task.parts.get(usize::from(part)).unwrap_or(&task.what),
        Came::Whole | Came::GivenUp => &task.what,
    });
    text.map_or_else(String::new, |text| bare(text).into_owned())
}
