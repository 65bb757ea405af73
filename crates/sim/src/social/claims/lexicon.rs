//! The names of a scenario, to be found in sentences.

use crate::{campus::scenario::Scenario, tools::Names};
use collegium_core::ids::{AgentId, PlaceId};
use std::collections::{BTreeMap, BTreeSet};

/// What a name is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Everybody who is called so.
    People(Vec<AgentId>),
    /// A place.
    Place(PlaceId),
    /// An event, by its number in the scenario.
    Event(u16),
    /// A course, by its number in the term.
    Course(u16),
}

/// Something that a sentence names.
#[derive(Debug)]
pub(super) struct Found<'a> {
    /// What it is; none for a name that nothing and nobody has.
    pub(super) subject: Option<&'a Subject>,
    /// The name, as it was said.
    pub(super) text: String,
}

/// The names of a scenario's people, places, events and courses, and all its words: what is
/// capitalised within a sentence and none of them is a name that somebody has made up.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the first letter of the name, the longest name first, all in small letters.
    names: BTreeMap<char, Vec<(Vec<char>, Subject)>>,
    words: BTreeSet<String>,
}

/// Words with capitals that belong to no scenario: days, months, forms of address, languages.
const CAPITALISED: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January \
    February March April May June July August September October November December Professor Prof \
    Doctor Mister Miss Mrs Madam Sir English Chinese Vietnamese French German Spanish Italian \
    American European Christmas Easter God Okay Internet University Campus College Thứ Chủ Nhật \
    Hai Tư Năm Sáu Bảy Thầy Giáo Tiến Anh Chị Việt Trung Quốc";

impl Lexicon {
    /// That of a scenario.
    pub fn of(names: &Names<'_>) -> Self {
        let scenario = names.scenario;
        let mut people = BTreeMap::<String, Vec<AgentId>>::new();
        for (n, (persona, _)) in (0..).zip(&scenario.people) {
            let mut parts = persona.name.split(' ');
            let called = BTreeSet::from([
                Some(persona.name.as_str()),
                Some(persona.first_name()),
                parts.next_back(),
            ]);
            for name in called.into_iter().flatten() {
                people.entry(name.to_owned()).or_default().push(AgentId(n));
            }
        }
        let mut lexicon = Self {
            words: words(scenario, names),
            ..Self::default()
        };
        for (name, who) in people {
            lexicon.add(&name, Subject::People(who));
        }
        for (n, place) in (0..).zip(&names.map.places) {
            lexicon.add(&place.name, Subject::Place(PlaceId(n)));
        }
        for (n, event) in (0..).zip(&scenario.events) {
            lexicon.add(&event.title, Subject::Event(n));
        }
        for (n, course) in (0..).zip(&scenario.term.courses) {
            lexicon.add(&course.title, Subject::Course(n));
            lexicon.add(&course.code, Subject::Course(n));
        }
        for names in lexicon.names.values_mut() {
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        lexicon
    }

    fn add(&mut self, name: &str, subject: Subject) {
        let name: Vec<char> = name.chars().map(small).collect();
        if let [first, _, ..] = name[..] {
            self.names.entry(first).or_default().push((name, subject));
        }
    }

    /// Everything that a sentence names.
    pub(super) fn find(&self, sentence: &str) -> Vec<Found<'_>> {
        let said: Vec<char> = sentence.chars().collect();
        let low: Vec<char> = said.iter().copied().map(small).collect();
        let mut found = Vec::new();
        let (mut at, mut begun) = (0, false);
        while at < said.len() {
            let is_word = said[at].is_alphanumeric();
            let begins =
                is_word && (at == 0 || !said[at - 1].is_alphanumeric() || is_syllable(said[at]));
            if !begins {
                at += 1;
                continue;
            }
            let end = if let Some((name, subject)) = self.named(&said, &low, at) {
                let end = at + name;
                found.push(Found {
                    subject: Some(subject),
                    text: said[at..end].iter().collect(),
                });
                end
            } else {
                let length = said[at..].iter().take_while(|c| c.is_alphanumeric());
                let end = at
                    + if is_syllable(said[at]) {
                        1
                    } else {
                        length.count()
                    };
                if begun && self.is_made_up(&said, at, end) {
                    found.push(Found {
                        subject: None,
                        text: said[at..end].iter().collect(),
                    });
                }
                end
            };
            (at, begun) = (end.max(at + 1), true);
        }
        found
    }

    /// The longest name that stands at a place of a sentence, with its length.
    fn named(&self, said: &[char], low: &[char], at: usize) -> Option<(usize, &Subject)> {
        let names = self.names.get(&low[at])?;
        let stands = |(name, subject): &&(Vec<char>, Subject)| {
            let end = at + name.len();
            let goes_on = |c: &char| c.is_alphanumeric() && !is_syllable(*c);
            // Names of people may be words as well.
            let capital = !matches!(subject, Subject::People(_)) || !said[at].is_lowercase();
            capital && low[at..].starts_with(name) && !low.get(end).is_some_and(goes_on)
        };
        let (name, subject) = names.iter().find(stands)?;
        Some((name.len(), subject))
    }

    /// Whether a word within a sentence is a name that nothing in the scenario has.
    fn is_made_up(&self, said: &[char], at: usize, end: usize) -> bool {
        let word = &said[at..end];
        let [first, rest @ ..] = word else {
            return false;
        };
        let name = first.is_uppercase() && rest.len() >= 2 && rest.iter().all(|c| c.is_lowercase());
        let mut before = said[..at].iter().rev().filter(|c| !c.is_whitespace());
        // What is quoted, listed or said after a pause begins with a capital as sentences do.
        let follows = before
            .next()
            .is_some_and(|c| c.is_alphanumeric() || *c == ',');
        name && follows && !self.words.contains(&low_word(word))
    }
}

fn low_word(word: &[char]) -> String {
    word.iter().copied().map(small).collect()
}

/// The small letter, one for one.
fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Whether a character is a syllable, so that words are not parted by spaces.
const fn is_syllable(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Every word of a scenario, in small letters.
fn words(scenario: &Scenario, names: &Names<'_>) -> BTreeSet<String> {
    let mut texts: Vec<&str> = vec![CAPITALISED, &scenario.title, &scenario.description];
    for (persona, _) in &scenario.people {
        texts.extend([
            persona.name.as_str(),
            &persona.group,
            &persona.origin,
            &persona.background,
            &persona.lifestyle,
            &persona.task,
        ]);
        texts.extend(persona.goals.iter().map(String::as_str));
        texts.extend(persona.relationships.iter().map(|r| r.note.as_str()));
        texts.extend(persona.memories.iter().map(|m| m.text.as_str()));
        texts.extend(persona.shifts.iter().map(|s| s.what.as_str()));
    }
    for place in &names.map.places {
        texts.extend([place.name.as_str(), &place.building]);
    }
    texts.extend(scenario.events.iter().map(|e| e.title.as_str()));
    texts.extend(scenario.facts.iter().map(|f| f.text.as_str()));
    texts.extend(scenario.term.courses.iter().map(|c| c.title.as_str()));
    texts.push(&scenario.term.title);
    for book in &scenario.books {
        texts.extend([book.title.as_str(), &book.author]);
    }
    let words = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().map(small).collect())
        .collect()
}
