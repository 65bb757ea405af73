//! What the built-in mind says: lines made from stocks of speech, persona, plan, memories, facts
//! and what was just said, never from a model.

mod choose;
mod compose;
mod courses;
mod idiolect;
mod invite;
mod matter;
mod opening;
mod outline;
mod post;
mod speaker;
mod story;
mod trust;
mod turn;
mod values;

pub use choose::choose;
pub use idiolect::{Idiolect, Register};
pub use invite::accepts;
pub use post::{event_post, post};
pub use speaker::{Around, Speaker, Utterance};
pub use turn::tellable;

use crate::{campus::talks::Talk, mind::thinking::LineAsk};
use collegium_core::dice::Stream;
use compose::Composer;

/// How often another wording is tried when somebody on the campus has said these very words lately.
const TRIES: usize = 16;

/// Finds the words of a line.
pub fn words(me: &Speaker<'_>, ask: &LineAsk, talk: Option<&Talk>, roll: &mut Stream) -> Utterance {
    let mut found = Utterance::default();
    let crowd = talk.is_some_and(|t| t.members.len() > 2);
    let often = if crowd { 0.35 } else { 0.12 };
    for tried in 0..TRIES {
        // What was said before is said with more words, and then with a name.
        let calls = tried >= 2 * TRIES / 3 || roll.chance(often);
        found = Composer::new(me, ask, talk)
            .saying_more(calls, tried >= TRIES / 3)
            .compose(roll);
        found.text = found
            .text
            .chars()
            .take(crate::tools::LONGEST_TEXT)
            .collect();
        let said = me.around.talks.is_some_and(|t| t.has_said(&found.text));
        if !found.text.is_empty() && !said && !repeats(talk, &found.text) {
            return found;
        }
    }
    found
}

/// Whether a line says nearly what was said before in the talk: four of five words the same.
pub fn repeats(talk: Option<&Talk>, text: &str) -> bool {
    let Some(talk) = talk.filter(|talk| !talk.lines.is_empty()) else {
        return false;
    };
    let new = words_as_numbers(text);
    talk.lines.iter().any(|line| is_nearly(&new, &line.text))
}

/// Whether four of five words of two texts are the same, the words of one of them given in order
/// and each once.
fn is_nearly(new: &[u64], old: &str) -> bool {
    let mut both = vec![false; new.len()];
    let mut others: Vec<u64> = Vec::new();
    let likely = each_word(old, &mut |word| {
        match new.binary_search(&word) {
            Ok(at) => both[at] = true,
            Err(_) if others.contains(&word) => {}
            Err(_) => others.push(word),
        }
        // With so many others it is not nearly the same, whatever else there is.
        others.len() * 4 <= new.len()
    });
    let both = both.iter().filter(|is| **is).count();
    let either = new.len() + others.len();
    likely && either > 0 && both * 5 >= either * 4
}

/// The words of a text as numbers, in order and each once; small and great letters are alike.
fn words_as_numbers(text: &str) -> Vec<u64> {
    let mut all: Vec<u64> = Vec::with_capacity(text.len() / 4);
    each_word(text, &mut |word| {
        all.push(word);
        true
    });
    all.sort_unstable();
    all.dedup();
    all
}

/// Tells the words of a text as numbers, one by one, as long as more are wanted; whether they were
/// until the end.
fn each_word(text: &str, tell: &mut impl FnMut(u64) -> bool) -> bool {
    const BEGIN: u64 = 0xcbf2_9ce4_8422_2325;
    let hash = |h: u64, c: char| (h ^ u64::from(u32::from(c))).wrapping_mul(0x100_0000_01b3);
    if text.is_ascii() {
        // The same for what most lines are, byte by byte.
        let mut words = text.as_bytes().split(|b| !b.is_ascii_alphanumeric());
        return words.all(|word| {
            let letters = word.iter().map(u8::to_ascii_lowercase);
            word.is_empty() || tell(letters.map(char::from).fold(BEGIN, hash))
        });
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.all(|word| {
        // Scripts without spaces are compared sign by sign.
        if word.chars().any(|c| c as u32 > 0x2e80) {
            return word.chars().all(|c| tell(hash(BEGIN, c)));
        }
        word.is_empty() || tell(word.chars().flat_map(char::to_lowercase).fold(BEGIN, hash))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::talks::{Line, Speech};
    use collegium_core::{ids::AgentId, time::SimTime};
    use proptest::prelude::*;

    #[test]
    fn words_are_the_same_with_and_without_other_signs() {
        let plain = words_as_numbers("The club FAIR, at 5: the fountain");
        assert_eq!(
            plain,
            words_as_numbers("the Club fair – at 5 “the” FOUNTAIN…")
        );
        assert_eq!(plain.len(), 6);
    }

    #[test]
    fn near_repeats_are_found() {
        let mut talk = Talk::new(AgentId(0), AgentId(1), None, SimTime(0));
        let line = |text: &str| Line {
            speaker: AgentId(0),
            to: AgentId(1),
            at: SimTime(0),
            text: text.to_owned(),
            speech: Speech::default(),
        };
        talk.lines
            .push(line("The club fair is on Wednesday, at the fountain"));
        talk.lines.push(line("今天的菜怎么样？"));
        assert!(repeats(
            Some(&talk),
            "the club fair is on Wednesday at the FOUNTAIN!"
        ));
        assert!(repeats(Some(&talk), "今天的菜怎么样！"));
        assert!(!repeats(
            Some(&talk),
            "The club fair? I have never been to one."
        ));
        assert!(!repeats(None, "The club fair"));
    }

    proptest! {
        #[test]
        fn what_is_nearly_the_same_shares_four_of_five_words(
            one in "([ab][cd]?[e,.é]? ){0,9}",
            other in "([ab][cd]?[e,.é]? ){0,9}",
        ) {
            let (new, old) = (words_as_numbers(&one), words_as_numbers(&other));
            let both = new.iter().filter(|word| old.contains(word)).count();
            let either = new.len() + old.len() - both;
            let nearly = either > 0 && both * 5 >= either * 4;
            prop_assert_eq!(is_nearly(&new, &other), nearly);
        }
    }
}
