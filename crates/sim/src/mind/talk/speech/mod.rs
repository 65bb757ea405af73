//! What the built-in mind says: lines made from stocks of speech, persona, plan, memories, facts
//! and what was just said, never from a model.

mod choose;
mod compose;
mod idiolect;
mod invite;
mod matter;
mod post;
mod speaker;
mod turn;

pub use choose::choose;
pub use idiolect::{Idiolect, Register};
pub use invite::accepts;
pub use post::{event_post, post};
pub use speaker::{Speaker, Utterance};
pub use turn::tellable;

use crate::{campus::talks::Talk, mind::thinking::LineAsk};
use collegium_core::dice::Stream;
use compose::Composer;

/// How often another wording is tried when somebody has said these very words before.
const TRIES: usize = 8;

/// Finds the words of a line.
pub fn words(me: &Speaker<'_>, ask: &LineAsk, talk: Option<&Talk>, roll: &mut Stream) -> Utterance {
    let mut found = Utterance::default();
    for _ in 0..TRIES {
        found = Composer::new(me, ask, talk).compose(roll);
        found.text = found
            .text
            .chars()
            .take(crate::tools::LONGEST_TEXT)
            .collect();
        if !found.text.is_empty() && !me.social.has_said(&found.text) && !repeats(talk, &found.text)
        {
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
    talk.lines.iter().any(|line| {
        let old = words_as_numbers(&line.text);
        let both = new.iter().filter(|w| old.binary_search(w).is_ok()).count();
        let either = new.len() + old.len() - both;
        either > 0 && both * 5 >= either * 4
    })
}

/// The words of a text as numbers, in order and each once; small and great letters are alike.
fn words_as_numbers(text: &str) -> Vec<u64> {
    const BEGIN: u64 = 0xcbf2_9ce4_8422_2325;
    let hash = |h: u64, c: char| (h ^ u64::from(u32::from(c))).wrapping_mul(0x100_0000_01b3);
    let mut all: Vec<u64> = Vec::with_capacity(text.len() / 4);
    if text.is_ascii() {
        // The same for what most lines are, byte by byte.
        let words = text.as_bytes().split(|b| !b.is_ascii_alphanumeric());
        all.extend(words.filter(|word| !word.is_empty()).map(|word| {
            let letters = word.iter().map(u8::to_ascii_lowercase);
            letters.map(char::from).fold(BEGIN, hash)
        }));
    } else {
        let words = text.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|w| !w.is_empty()) {
            // Scripts without spaces are compared sign by sign.
            if word.chars().any(|c| c as u32 > 0x2e80) {
                all.extend(word.chars().map(|c| hash(BEGIN, c)));
            } else {
                all.push(word.chars().flat_map(char::to_lowercase).fold(BEGIN, hash));
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::talks::{Line, Speech};
    use collegium_core::{ids::AgentId, time::SimTime};

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
}
