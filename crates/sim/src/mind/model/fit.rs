//! Whether words of a model are fit to be somebody's: no repetition of what the model was told to
//! do, and in the language of the person.
//!
//! Small models repeat their prompts, and any model may answer in another language. Nothing is
//! concluded from what the words say: only from whether they stand in the prompts' own files, and in
//! which letters they are written.

use super::prompts;
use collegium_core::{i18n::Language, spelling::words};
use collegium_llm::Unfit;
use std::{collections::BTreeSet, sync::LazyLock};

/// So many words one after another, the same as in a prompt, are hardly said by chance.
const RUN: usize = 8;

/// Fewer letters than this say nothing of the language: a name, a greeting.
const FEWEST_LETTERS: usize = 12;

/// Every run of words in what the prompt files tell models to do, without what is filled in.
static TOLD: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut runs = BTreeSet::new();
    for (_, source) in prompts::sources() {
        for stretch in without_gaps(&source) {
            runs.extend(runs_of(&words(stretch)));
        }
    }
    runs
});

/// What of a template is not filled in.
fn without_gaps(template: &str) -> Vec<&str> {
    let mut kept = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        kept.push(&rest[..open]);
        let close = if rest[open..].starts_with("{{") {
            "}}"
        } else {
            "%}"
        };
        match rest[open..].find(close) {
            Some(end) => rest = &rest[open + end + close.len()..],
            None => return kept,
        }
    }
    kept.push(rest);
    kept
}

/// The runs of words in a text. Where words are not parted, letters are as good.
fn runs_of(words: &[String]) -> Vec<String> {
    let unparted = |c: char| c >= '\u{2e80}';
    if words.iter().any(|word| word.contains(unparted)) {
        let letters: Vec<char> = words.concat().chars().collect();
        let runs = letters.windows(2 * RUN);
        return runs.map(|run| run.iter().collect()).collect();
    }
    words.windows(RUN).map(|run| run.join(" ")).collect()
}

/// Whether a text repeats what models are told to do.
pub fn echoes(text: &str) -> bool {
    runs_of(&words(text)).iter().any(|run| TOLD.contains(run))
}

/// Whether a text is written as no text of a language is: in other letters, or, where accents make a
/// language, without any or with many.
fn is_foreign(text: &str, language: Language) -> bool {
    let (mut latin, mut han, mut other, mut accented) = (0, 0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => han += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
                latin += 1;
                accented += 1;
            }
            _ => other += 1,
        }
    }
    let all = latin + han + other;
    // A character is a syllable: it says as much as three letters.
    if latin + other + 3 * han < FEWEST_LETTERS {
        return false;
    }
    match language {
        Language::Chinese => 10 * han < 3 * all,
        // English has accents in names and loans only, Vietnamese in most of its words.
        Language::English => 2 * latin < all || latin >= 25 && 100 * accented > 15 * latin,
        Language::Vietnamese => 2 * latin < all || latin >= 40 && accented == 0,
    }
}

/// Why words cannot be those of somebody who speaks a language; none where they can.
pub fn unfit(text: &str, language: Language) -> Option<Unfit> {
    if echoes(text) {
        Some(Unfit::Echo)
    } else if is_foreign(text, language) {
        Some(Unfit::Language)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_models_are_told_to_do_is_nobodys_line() {
        for text in [
            "Say one line, as one says it aloud: one or two short sentences!",
            "OK. Do not repeat what was said. Tell a fact only if it comes up; put it in.",
            "Task: plan this person's day, as they would: what they do at which hour.",
        ] {
            assert_eq!(unfit(text, Language::English), Some(Unfit::Echo), "{text}");
        }
        for text in [
            "I'll be at the library until five. Do you want to come along afterwards?",
            "You have not met my sister before, have you?",
            "What do you do on Sundays?",
        ] {
            assert_eq!(unfit(text, Language::English), None, "{text}");
        }
    }

    #[test]
    fn every_prompt_file_is_known_in_every_language() {
        for (name, source) in prompts::sources() {
            let long = without_gaps(&source)
                .into_iter()
                .find(|stretch| !runs_of(&words(stretch)).is_empty());
            if let Some(stretch) = long {
                assert!(echoes(stretch), "{name}: {stretch}");
            }
        }
    }

    #[test]
    fn other_languages_are_told_by_their_letters() {
        let english = "I will be at the library until five o'clock, see you there.";
        let vietnamese = "Tôi sẽ ở thư viện đến năm giờ, hẹn gặp bạn ở đó nhé.";
        let chinese = "我五点以前都在图书馆，到时候见。";
        let russian = "Я буду в библиотеке до пяти часов, увидимся.";
        use Language::{Chinese, English, Vietnamese};
        for (text, its) in [
            (english, Some(English)),
            (vietnamese, Some(Vietnamese)),
            (chinese, Some(Chinese)),
            (russian, None),
        ] {
            for language in Language::ALL.iter().copied() {
                let unfit = unfit(text, language);
                let expected = (its != Some(language)).then_some(Unfit::Language);
                assert_eq!(unfit, expected, "{language}: {text}");
            }
        }
        // Names and single words belong to every language.
        for text in [
            "Nguyễn Thị Hương",
            "OK!",
            "你好",
            "Zoë",
            "Café?",
            "图书馆 Library, Maya Castillo",
        ] {
            assert!(!is_foreign(text, English), "{text}");
        }
        assert!(!is_foreign("我要去 Refectory 吃饭。", Chinese));
        assert!(!is_foreign(
            "Renée and Zoë met José at the café in São Paulo last summer.",
            English
        ));
    }
}
