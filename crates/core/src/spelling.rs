//! Which of some names is meant by one that is spelt otherwise: in other case, without its accents,
//! with an article, by its first word alone, or with a slip of the pen.

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::UnicodeNormalization as _;

/// The most characters of a name that is compared at all.
const LONGEST: usize = 120;

/// The most words of a text in which a name is looked for: longer ones speak of many things.
const MOST_WORDS: usize = 8;

/// Words that say nothing of a name when they stand before it.
const BEFORE: [&str; 10] = [
    "the", "a", "an", "to", "at", "in", "go", "my", "with", "for",
];

/// The words of a text in small letters without accents and signs.
pub fn words(text: &str) -> Vec<String> {
    let mut plain = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'đ' => plain.push('d'),
            c if get_general_category(c) == GeneralCategory::NonspacingMark => {}
            // “O'Brien” is one word; “low_voice” is two.
            '\'' | '’' => {}
            c if c.is_alphanumeric() => plain.push(c),
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().map(str::to_owned).collect()
}

/// The same words without those before them that say nothing.
fn bare(words: &[String]) -> &[String] {
    let from = words.iter().position(|w| !BEFORE.contains(&w.as_str()));
    from.map_or(words, |from| &words[from..])
}

/// Whether some words stand one after another among others. Where words are not parted, as in
/// Chinese, letters are what is compared.
fn holds(whole: &[String], part: &[String]) -> bool {
    let in_words = !part.is_empty() && whole.windows(part.len()).any(|w| w == part);
    let (joined, looked_for) = (whole.concat(), part.concat());
    in_words
        || looked_for.chars().count() > 1
            && looked_for.chars().all(|c| c >= '\u{2e80}')
            && joined.contains(&looked_for)
}

/// How many letters of a name of this length may be wrong.
const fn slips(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        8..14 => 2,
        _ => 3,
    }
}

/// The only one of which something holds.
fn only(all: &[Vec<String>], holds: impl Fn(&[String]) -> bool) -> Option<usize> {
    let mut found = (0..all.len()).filter(|i| holds(&all[*i]));
    found.next().filter(|_| found.next().is_none())
}

/// The place of the name that is meant, where one and only one can be: by the same letters, by its
/// beginning, as a part of what is said or the other way round, or with a slip. The surest of these
/// ways that finds one alone decides; of two that are as near none is meant.
pub fn intended(said: &str, names: &[&str]) -> Option<usize> {
    if let Some(at) = names.iter().position(|name| *name == said) {
        return Some(at);
    }
    if said.chars().count() > LONGEST {
        return None;
    }
    let whole = words(said);
    let said = bare(&whole);
    if said.is_empty() || said.len() > MOST_WORDS {
        return None;
    }
    let all: Vec<Vec<String>> = names.iter().map(|name| words(name)).collect();
    let joined = said.concat();
    only(&all, |name| name.concat() == joined)
        .or_else(|| only(&all, |name| bare(name) == said))
        .or_else(|| only(&all, |name| name.starts_with(said)))
        .or_else(|| only(&all, |name| holds(name, said)))
        .or_else(|| named_in(said, &all))
        .or_else(|| nearest(&joined, &all))
        .or_else(|| {
            only(&all, |name| {
                said.len() == 1 && grown_from(&joined, &name.concat())
            })
        })
}

/// The only name that is said among other words; of one within another the longer.
fn named_in(said: &[String], all: &[Vec<String>]) -> Option<usize> {
    let within = |name: &[String]| holds(said, name);
    let longest = all
        .iter()
        .filter(|name| within(name))
        .max_by_key(|n| n.concat().len())?;
    only(all, |name| {
        within(name) && !(holds(longest, name) && name != longest)
    })
}

/// The name with the fewest slips, where they are few and no other has as few.
fn nearest(joined: &str, all: &[Vec<String>]) -> Option<usize> {
    let letters = joined.chars().count();
    let apart: Vec<usize> = all
        .iter()
        .map(|name| strsim::damerau_levenshtein(joined, &name.concat()))
        .collect();
    let least = *apart.iter().min()?;
    let mut found = (0..all.len()).filter(|i| apart[*i] == least);
    found
        .next()
        .filter(|_| least <= slips(letters) && found.next().is_none())
}

/// Whether one word has grown from another (“studying” from “study”), or was cut short.
fn grown_from(said: &str, name: &str) -> bool {
    let (short, long) = if said.len() < name.len() {
        (said, name)
    } else {
        (name, said)
    };
    short.chars().count() > 2 && long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PLACES: [&str; 6] = [
        "Library",
        "Refectory",
        "North Hall",
        "South Hall",
        "Café Nguyễn",
        "图书馆",
    ];
    const PEOPLE: [&str; 5] = [
        "Amara Okafor",
        "Ana Silva",
        "Ana Petrov",
        "Đỗ Minh",
        "Conor O'Brien",
    ];
    const DOINGS: [&str; 5] = ["study", "eat", "rest", "exercise", "low_voice"];

    fn meant<'a>(said: &str, names: &[&'a str]) -> Option<&'a str> {
        intended(said, names).map(|at| names[at])
    }

    #[test]
    fn names_are_found_in_the_spellings_of_people() {
        for (said, name) in [
            ("Library", Some("Library")),
            ("the library", Some("Library")),
            ("THE LIBRARY.", Some("Library")),
            ("Libary", Some("Library")),
            ("go to the Refectory", Some("Refectory")),
            ("Refectroy", Some("Refectory")),
            ("Library (second floor)", Some("Library")),
            ("cafe nguyen", Some("Café Nguyễn")),
            ("Cafe", Some("Café Nguyễn")),
            ("north", Some("North Hall")),
            ("在图书馆", Some("图书馆")),
            // Either may be meant.
            ("Hall", None),
            ("Nouth Hall", None),
            ("Moon", None),
            ("", None),
            ("!?", None),
        ] {
            assert_eq!(meant(said, &PLACES), name, "{said}");
        }
        for (said, name) in [
            ("Amara", Some("Amara Okafor")),
            ("with Amara", Some("Amara Okafor")),
            ("Amarah Okafor", Some("Amara Okafor")),
            ("Silva", Some("Ana Silva")),
            ("Do Minh", Some("Đỗ Minh")),
            ("conor obrien", Some("Conor O'Brien")),
            ("Ana", None),
            ("Amara and Conor", None),
        ] {
            assert_eq!(meant(said, &PEOPLE), name, "{said}");
        }
        for (said, name) in [
            ("Studying", Some("study")),
            ("STUDY", Some("study")),
            ("low voice", Some("low_voice")),
            ("Low-Voice", Some("low_voice")),
            ("exercises", Some("exercise")),
            ("study or rest", None),
            ("ate", None),
        ] {
            assert_eq!(meant(said, &DOINGS), name, "{said}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_said_names_one_or_none(said in ".{0,40}", names in prop::collection::vec(".{0,12}", 0..6)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let found = intended(&said, &names);
            prop_assert!(found.is_none_or(|at| at < names.len()));
            for name in &names {
                // What is written as it stands is always understood as it stands.
                prop_assert_eq!(intended(name, &names).map(|at| names[at]), Some(*name));
            }
        }
    }
}
