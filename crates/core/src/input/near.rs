//! Names that are nearly those that were meant.

use crate::text::{clipped, harmless};

/// The place of the name that a part of one means: the whole of it before the beginning of a word
/// in it, and that before any part. None where no name holds it.
pub fn meant<'a>(part: &str, names: impl IntoIterator<Item = &'a str>) -> Option<usize> {
    let part = part.trim().to_lowercase();
    let rank = |name: &str| {
        let name = name.to_lowercase();
        match name.find(&part)? {
            _ if name == part => Some(0),
            0 => Some(1),
            _ if name.split_whitespace().any(|word| word.starts_with(&part)) => Some(2),
            _ => Some(3),
        }
    };
    names
        .into_iter()
        .enumerate()
        .filter_map(|(i, name)| Some((rank(name)?, i)))
        .min()
        .map(|(_, i)| i)
}

/// Names the candidate that is nearest to a mistyped word, to be put behind a message: `; did you
/// mean “…”?`, or nothing.
pub fn did_you_mean<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let letters = found.chars().count();
    if letters > LONGEST_WORD {
        return String::new();
    }
    let lower = found.to_lowercase();
    let best = candidates
        .into_iter()
        .filter(|c| c.len() <= 4 * LONGEST_WORD)
        .map(|c| (strsim::levenshtein(&lower, &c.to_lowercase()), c))
        .min();
    match best {
        Some((distance, candidate)) if distance <= off(letters) => {
            format!("; did you mean “{}”?", harmless(candidate))
        }
        _ => String::new(),
    }
}

/// Names those that there are, for whoever asked for somebody of another name: the one that may be
/// meant, and the nearest of all, to be put behind a message as
/// `; there are …`.
pub fn there_are(found: &str, names: &[&str]) -> String {
    let lower = found.trim().to_lowercase();
    // By a first name as by a whole one.
    let distance = |name: &str| {
        let near = |word: &str| strsim::levenshtein(&lower, &word.to_lowercase());
        let comparable = lower.chars().count() <= LONGEST_WORD && name.len() <= 4 * LONGEST_WORD;
        let nearest = name.split_whitespace().chain([name]).map(near);
        comparable
            .then(|| nearest.min())
            .flatten()
            .unwrap_or(usize::MAX)
    };
    if names.is_empty() {
        return "; there is nobody".to_owned();
    }
    let mut nearest: Vec<(usize, &str)> = names.iter().map(|n| (distance(n), *n)).collect();
    nearest.sort_by_key(|(distance, _)| *distance);
    let begin = match nearest.first() {
        Some((distance, name)) if *distance <= off(lower.chars().count()) => {
            format!("; did you mean “{}”? There", harmless(name))
        }
        _ => "; there".to_owned(),
    };
    let shown: Vec<String> = nearest
        .iter()
        .map(|(_, name)| harmless(&clipped(name, LONGEST_WORD)).into_owned())
        .take(MOST_NAMED)
        .collect();
    let be = if names.len() == 1 { "is" } else { "are" };
    let more = match names.len() - shown.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{begin} {be} {}{more}", shown.join(", "))
}

/// How many names are shown of many.
const MOST_NAMED: usize = 6;

/// How many letters of so many may be off: of a word of three letters no more than one, since by
/// two it is as near to any other.
const fn off(letters: usize) -> usize {
    if letters <= 3 { 1 } else { 1 + letters / 3 }
}

/// No longer word is compared with others, in characters: comparing costs the product of lengths.
const LONGEST_WORD: usize = 120;

/// Whether two words differ by one letter that is wrong, missing, too many, or changed places with
/// the next: hardly by intent.
pub fn a_slip_apart(one: &str, other: &str) -> bool {
    let length = |word: &str| word.len() <= 4 * LONGEST_WORD;
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one != other && length(&one) && length(&other) && strsim::osa_distance(&one, &other) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_name_means_the_nearest() {
        let names = ["Aroha Tamihana", "Hana Kovářová", "Ana Hana"];
        assert_eq!(meant("hana", names), Some(1));
        assert_eq!(meant("Tamihana", names), Some(0));
        assert_eq!(meant("ana hana", names), Some(2));
        assert_eq!(meant("mih", names), Some(0));
        assert_eq!(meant("Kurt", names), None);
    }

    #[test]
    fn near_words_are_offered() {
        assert_eq!(
            did_you_mean("libary", ["Library", "Gym"]),
            "; did you mean “Library”?"
        );
        assert_eq!(did_you_mean("xyzzy", ["Library", "Gym"]), "");
        assert_eq!(did_you_mean("foo", ["ppo", "iql"]), "");
        assert_eq!(did_you_mean("pp", ["ppo", "iql"]), "; did you mean “ppo”?");
    }

    #[test]
    fn who_is_there_is_told_nearest_first() {
        let names = ["Amara Okafor", "Jonas Lindqvist", "Elda Brandt"];
        assert_eq!(
            there_are("Zelda", &names),
            "; did you mean “Elda Brandt”? There are Elda Brandt, Amara Okafor, Jonas Lindqvist"
        );
        assert_eq!(
            there_are("Xyz", &["Amara Okafor"]),
            "; there is Amara Okafor"
        );
        let many: Vec<String> = (0..9).map(|i| format!("Somebody {i}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let told = there_are("Zelda", &many);
        assert!(
            told.starts_with("; there are Somebody 0, Somebody 1, ")
                && told.ends_with(", Somebody 5 and 3 more"),
            "{told}"
        );
        assert_eq!(there_are("Zelda", &[]), "; there is nobody");
    }

    #[test]
    fn names_are_told_in_one_line() {
        assert_eq!(did_you_mean("Zeld", ["Zeld\n"]), "; did you mean “Zeld␊”?");
        assert_eq!(there_are("somebody else", &["A\nB"]), "; there is A␊B");
    }

    #[test]
    fn a_word_of_a_million_letters_is_not_compared() {
        let long = "a".repeat(1 << 20);
        assert_eq!(did_you_mean(&long, ["aaaa"]), "");
        assert_eq!(there_are(&long, &["aaaa"]), "; there is aaaa");
        assert!(there_are("aaaa", &[&long]).ends_with("aaa…"));
        assert!(there_are("aaaa", &[&long]).len() < 200);
    }

    #[test]
    fn a_slip_is_one_letter() {
        for (one, other) in [
            ("biologgy", "biology"),
            ("bioolgy", "biology"),
            ("art", "arts"),
        ] {
            assert!(a_slip_apart(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("geology", "biology"),
            ("biology", "biology"),
            ("Arts", "arts"),
        ] {
            assert!(!a_slip_apart(one, other), "{one} {other}");
        }
    }
}
