//! What can be looked up on a campus: courses and books in the library's catalogue, the notices of
//! events, the posts of the feed, and places. Found by words, and by what lies near them in
//! meaning: the words' stems, and the built-in embedder's likeness of whole titles.

use super::{Names, recent_posts};
use crate::campus::{Feed, people::Timetable};
use collegium_core::{
    embed::{Hashed, dot},
    ids::{AgentId, PlaceId},
    input::a_slip_apart,
};
use serde::{Deserialize, Serialize};

/// How many things a search gives at most.
pub const MOST_FINDS: usize = 3;

/// Something that was found, and with it where: each kind stands in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Find {
    /// A course of the timetable, by its number in the term.
    Course(u16),
    /// A book of the library's catalogue, by its number in the scenario.
    Book(u16),
    /// The notice of an event, by its number in the scenario.
    Event(u16),
    /// A post on the feed.
    Post {
        /// Its number.
        number: u32,
        /// The person who wrote it.
        author: AgentId,
        /// Its words.
        text: String,
    },
    /// A place, on the plan of the campus.
    Place(PlaceId),
}

/// From which likeness of whole titles on something is meant although no word is the same: above
/// what titles that have nothing to do with one another come to (0.35 at most among those of the
/// shipped scenarios).
const LIKE: f32 = 0.42;

/// How much a found word of the query counts beside the likeness of the whole.
const WORD: f32 = 1.0;

/// What is looked for: the stems of the words, and the vector of the whole.
struct Query {
    stems: Vec<String>,
    vector: Vec<f32>,
}

impl Query {
    fn of(text: &str) -> Self {
        Self {
            stems: stems(text),
            vector: Hashed.embed(text),
        }
    }

    /// How well a text fits, from 0; none where it does not. Half of the words must be there, or
    /// the whole must be alike.
    fn fits(&self, text: &str) -> Option<f32> {
        let there = stems(text);
        let is_there = |stem: &String| there.iter().any(|other| is_meant(stem, other));
        let found = self.stems.iter().filter(|stem| is_there(stem)).count();
        let share = found as f32 / self.stems.len().max(1) as f32;
        let like = dot(&self.vector, &Hashed.embed(text));
        (share >= 0.5 || like >= LIKE).then_some(WORD * share + like.max(0.0))
    }
}

/// Whether a stem is another, or a slip away from it where it is long enough to tell.
fn is_meant(stem: &str, other: &str) -> bool {
    stem == other || stem.len() >= SURE && other.len() >= SURE && a_slip_apart(stem, other)
}

/// From how many letters on a stem that is a slip away from another is hardly a word of its own.
const SURE: usize = 4;

/// Words that say nothing of what is looked for.
const SMALL: &[&str] = &[
    "a", "an", "and", "are", "at", "do", "for", "how", "in", "is", "it", "of", "on", "or", "the",
    "to", "what", "when", "where", "who", "with",
];

/// The stems of the words of a text: without the endings of English inflection; signs of scripts
/// without spaces in pairs.
fn stems(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut all = Vec::new();
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        let signs: Vec<char> = word.chars().collect();
        if signs.iter().any(|c| *c as u32 > 0x2e80) {
            let pairs = signs.windows(2).map(|pair| pair.iter().collect());
            all.extend(pairs);
            if signs.len() == 1 {
                all.push(word.to_owned());
            }
        } else if signs.len() > 1 && !SMALL.contains(&word) {
            all.push(stem(word));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// A word without its ending; no shorter than three letters.
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 8] = ["ations", "ation", "ings", "ing", "ies", "es", "s", "y"];
    let ending = ENDINGS.iter().find_map(|end| {
        let rest = word.strip_suffix(end)?;
        (rest.chars().count() >= 3 && word.is_ascii()).then_some(rest)
    });
    ending.unwrap_or(word).to_owned()
}

/// What somebody finds who looks something up, best first. Of events of which only some know, the
/// notices are with those alone: others find what has been posted of them.
pub(super) fn look_up(
    query: &str,
    agent: AgentId,
    timetable: &Timetable,
    feed: &Feed,
    names: &Names<'_>,
) -> Vec<Find> {
    let query = Query::of(query);
    let scenario = names.scenario;
    let mut all: Vec<(f32, Find)> = Vec::new();
    let mut offer = |text: &str, find: Find| {
        all.extend(query.fits(text).map(|fit| (fit, find)));
    };
    for (event, number) in scenario.events.iter().zip(0..) {
        let known = event.hosts.contains(&agent) || timetable.events.contains(&number);
        if !event.hidden || known {
            let place = names.place(event.place);
            offer(&format!("{} {place}", event.title), Find::Event(number));
        }
    }
    for (book, number) in scenario.books.iter().zip(0..) {
        let course = book
            .course
            .and_then(|c| scenario.term.courses.get(usize::from(c)));
        let course = course.map_or("", |c| c.title.as_str());
        let text = format!("{} {} {} {course}", book.title, book.author, book.topic);
        offer(&text, Find::Book(number));
    }
    for (course, number) in scenario.term.courses.iter().zip(0..) {
        let text = format!("{} {}", course.code, course.title);
        offer(&text, Find::Course(number));
    }
    for (number, post) in recent_posts(feed) {
        let (author, text) = (post.author, post.text.clone());
        let find = Find::Post {
            number,
            author,
            text,
        };
        offer(&post.text, find);
    }
    for (place, number) in names.map.places.iter().zip(0..) {
        offer(&place.name, Find::Place(PlaceId(number)));
    }
    // Of equals the one that stands first comes first.
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all.truncate(MOST_FINDS);
    all.into_iter().map(|(_, find)| find).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::testing;

    fn found(query: &str) -> Vec<Find> {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let (timetable, feed) = (Timetable::default(), Feed::default());
        look_up(query, AgentId(0), &timetable, &feed, &names)
    }

    #[test]
    fn what_is_looked_for_is_found_by_its_words_their_forms_and_what_is_like_them() {
        let (scenario, _) = testing::first_week();
        let course = |title: &str| {
            let courses = &scenario.term.courses;
            let at = courses.iter().position(|c| c.title == title).unwrap();
            Find::Course(at as u16)
        };
        let event = |title: &str| {
            let at = scenario.events.iter().position(|e| e.title == title);
            Find::Event(at.unwrap() as u16)
        };
        assert!(found("Harmony and Listening").contains(&course("Harmony and Listening")));
        assert!(found("harmonies").contains(&course("Harmony and Listening")));
        assert!(found("COM101").contains(&course("Programming from the Ground Up")));
        assert!(found("picking apples").contains(&event("Apple picking")));
        // Misspelt, it has no word of it as it is written.
        assert!(found("aple pickin").contains(&event("Apple picking")));
        for nothing in ["", "xylophone repair", "the of and"] {
            assert_eq!(found(nothing), [], "{nothing}");
        }
    }

    #[test]
    fn whatever_is_offered_is_found_by_its_own_name() {
        let (scenario, _) = testing::first_week();
        for (event, number) in scenario.events.iter().zip(0..) {
            let there = found(&event.title).contains(&Find::Event(number));
            // The notices of those are with whoever holds them.
            assert_eq!(there, !event.hidden, "{}", event.title);
        }
        assert!(scenario.books.len() >= 8);
        for (book, number) in scenario.books.iter().zip(0..) {
            assert!(
                found(&book.title).contains(&Find::Book(number)),
                "{}",
                book.title
            );
        }
        for (course, number) in scenario.term.courses.iter().zip(0..) {
            let code = found(&course.code);
            assert!(code.contains(&Find::Course(number)), "{}", course.code);
        }
    }

    #[test]
    fn titles_that_have_nothing_to_do_with_each_other_are_not_like_each_other() {
        let (scenario, _) = testing::first_week();
        let titles: Vec<&str> = (scenario.events.iter().map(|e| e.title.as_str()))
            .chain(scenario.term.courses.iter().map(|c| c.title.as_str()))
            .collect();
        for (i, one) in titles.iter().enumerate() {
            for other in &titles[i + 1..] {
                let shared = stems(one).iter().any(|s| stems(other).contains(s));
                let like = dot(&Hashed.embed(one), &Hashed.embed(other));
                assert!(shared || like < LIKE, "{one} and {other}: {like}");
            }
        }
    }

    #[test]
    fn scripts_without_spaces_are_found_by_pairs_of_signs() {
        assert_eq!(stems("社团招新"), ["团招", "招新", "社团"]);
        assert!(Query::of("社团").fits("周三有社团招新").is_some());
        assert!(Query::of("电影").fits("周三有社团招新").is_none());
    }
}
