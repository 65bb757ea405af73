//! Sentences such as a chat model would write, made of the prompt's own words and a stock of
//! phrases.

use rand::RngExt as _;
use rand_pcg::Pcg64Mcg;
use std::collections::BTreeSet;

const TOPICS: &[&str] = &[
    "the seminar",
    "this week's reading",
    "the new experiment",
    "lunch",
    "the library",
    "the exam",
    "a walk outside",
    "the project",
    "the lecture",
    "coffee",
    "the study group",
    "the deadline",
    "the data",
    "the garden",
    "the essay",
    "the talk tomorrow",
];
const NAMES: &[&str] = &[
    "somebody from the lab",
    "a friend",
    "the others",
    "my advisor",
    "the group",
];
const SPEECH: &[&str] = &[
    "I have been thinking about {w} since this morning, and I would love to hear what you make of \
     it.",
    "That reminds me of {t}; did you manage to find any time for it this week?",
    "Honestly, {w} has kept me busy, but talking with {n} about it helped a lot.",
    "Shall we sit down after {t} and go through the part about {w} together?",
    "Good to see you! I was just on my way to {t}, but I can spare a few minutes.",
    "I am not sure I agree about {w}, though I can see why {n} would say so.",
];
const THOUGHTS: &[&str] = &[
    "I should finish {t} first and then see whether there is still time for {w}.",
    "It is a good moment to talk with {n} about {w} before the day gets too full.",
    "I feel a little tired, but {w} matters to me and I do not want to put it off.",
    "There is nothing urgent right now, so I can turn to {t} without feeling guilty.",
];
const SUMMARIES: &[&str] = &[
    "We spoke about {w} and {t}, and agreed to meet again before the end of the week.",
    "It was a friendly talk with {n} about {w}; I came away with a clearer idea of {t}.",
    "A day that was mostly spent on {t}, with a good conversation about {w} along the way.",
];
const QUESTIONS: &[&str] = &[
    "What does {n} really think about {w} and where it should go from here?",
    "How has {w} changed the way that I spend my days around {t}?",
    "Which of the people around me care as much about {w} as I do?",
];
const INSIGHTS: &[&str] = &[
    "Working on {w} is what gives my days their shape, more than {t} ever did.",
    "I trust {n} with questions about {w} because we have talked about it openly.",
    "I tend to put off {t} whenever {w} comes up, and I am rarely sorry for it.",
];
const DEEDS: &[&str] = &[
    "go through {w} with {n}",
    "write notes on {w}",
    "take care of {t}",
    "ask {n} about {w}",
    "think about {t} over a cup of tea",
    "prepare {w} before {t}",
    "read a chapter on {w}",
];
const SECOND: &[&str] = &[
    "Perhaps {n} would like to join.",
    "It would be good to know more about {w}.",
    "There is still time for {t} later.",
    "I will keep that in mind.",
];

/// Writes strings, taking words from a prompt.
pub struct TextWriter {
    pub dice: Pcg64Mcg,
    words: Vec<String>,
    names: Vec<String>,
    sentences: Vec<String>,
}

impl TextWriter {
    /// A voice that has read a prompt.
    pub fn new(prompt: &str, dice: Pcg64Mcg) -> Self {
        let mut words = BTreeSet::new();
        let mut names = BTreeSet::new();
        let mut sentences = Vec::new();
        for sentence in prompt
            .split(['.', '!', '?', '\n'])
            .map(str::trim)
            .take(2000)
        {
            if sentence.contains(['{', '}', '[', ']', '"', '`', '|', '#', '<']) {
                continue;
            }
            let count = sentence.split_whitespace().count();
            if (6..=25).contains(&count) && !sentence.contains(':') && sentences.len() < 100 {
                sentences.push(format!("{sentence}."));
            }
            for (place, word) in sentence.split_whitespace().enumerate() {
                let bare = word.trim_matches(|c: char| !c.is_alphabetic());
                let letters = bare.chars().count();
                if !(4..=20).contains(&letters)
                    || !bare.chars().all(|c| c.is_alphabetic() || c == '-')
                {
                    continue;
                }
                if place > 0 && bare.starts_with(char::is_uppercase) && names.len() < 100 {
                    names.insert(bare.to_owned());
                } else if letters >= 6 && bare.chars().all(char::is_lowercase) && words.len() < 400
                {
                    words.insert(bare.to_owned());
                }
            }
        }
        Self {
            dice,
            words: words.into_iter().collect(),
            names: names.into_iter().collect(),
            sentences,
        }
    }

    /// A string for a property of this name with a length in characters within bounds.
    pub fn string(&mut self, property: &str, least: usize, most: usize, terse: bool) -> String {
        let most = most.max(least);
        if most <= 40 {
            let short = self.short();
            return self.fit(short, least, most);
        }
        let text = match property {
            "thought" | "thoughts" | "reason" | "why" => self.line(THOUGHTS),
            "summary" | "gist" | "diary" => self.line(SUMMARIES),
            "question" | "questions" => self.line(QUESTIONS),
            "insight" | "insights" => self.line(INSIGHTS),
            "text" | "say" => self.line(SPEECH),
            // Room for no more than a phrase: the name of something to do.
            _ if most <= 120 => {
                let deed = self.line(DEEDS);
                return self.fit(deed, least, most);
            }
            _ if !self.sentences.is_empty() && self.dice.random_bool(0.3) => {
                pick(&mut self.dice, &self.sentences)
            }
            _ => self.line(THOUGHTS),
        };
        let longer = !terse && property != "question" && self.dice.random_bool(0.4);
        let text = if longer {
            format!("{text} {}", self.line(SECOND))
        } else {
            text
        };
        self.fit(text, least, most)
    }

    /// A few words: a thing of the prompt or of the stock.
    pub fn short(&mut self) -> String {
        match self.dice.random_range(0..3) {
            0 if !self.names.is_empty() => pick(&mut self.dice, &self.names),
            1 if !self.words.is_empty() => pick(&mut self.dice, &self.words),
            _ => TOPICS[self.dice.random_range(0..TOPICS.len())].to_owned(),
        }
    }

    /// Prose of several sentences.
    pub fn prose(&mut self, sentences: usize) -> String {
        let lines: Vec<String> = (0..sentences).map(|_| self.line(SPEECH)).collect();
        lines.join(" ")
    }

    fn line(&mut self, stock: &[&str]) -> String {
        let mut text = stock[self.dice.random_range(0..stock.len())].to_owned();
        let topic = TOPICS[self.dice.random_range(0..TOPICS.len())];
        let other = TOPICS[self.dice.random_range(0..TOPICS.len())].to_owned();
        let word = if self.words.is_empty() {
            other
        } else {
            pick(&mut self.dice, &self.words)
        };
        let stranger = NAMES[self.dice.random_range(0..NAMES.len())].to_owned();
        let name = if self.names.is_empty() {
            stranger
        } else {
            pick(&mut self.dice, &self.names)
        };
        for (slot, filler) in [
            ("{w}", word.as_str()),
            ("{t}", topic),
            ("{n}", name.as_str()),
        ] {
            text = text.replace(slot, filler);
        }
        text
    }

    /// Brings a text to a length in characters: adds sentences, cuts between words.
    pub fn fit(&mut self, mut text: String, least: usize, most: usize) -> String {
        let most = most.max(least);
        while text.chars().count() < least {
            let more = self.line(SPEECH);
            text.push(' ');
            text.push_str(&more);
        }
        let Some((end, _)) = text.char_indices().nth(most) else {
            return text;
        };
        let between_words = text[..end]
            .rfind(' ')
            .map(|space| text[..space].trim_end_matches([',', ';', ' ']));
        match between_words {
            Some(cut) if cut.chars().count() >= least.max(1) => cut.to_owned(),
            _ => text[..end].to_owned(),
        }
    }
}

fn pick(dice: &mut Pcg64Mcg, from: &[String]) -> String {
    from[dice.random_range(0..from.len())].clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::dice;

    #[test]
    fn lengths_are_kept() {
        let mut voice = TextWriter::new(
            "Ines Ferreira prepares a lecture about ménage in sociology with Tomas.",
            dice(&[3]),
        );
        for most in [0, 1, 3, 12, 40, 41, 60, 200, 5000] {
            for least in [0, 1, 10, 39, 300] {
                for property in ["text", "insight", "place"] {
                    let text = voice.string(property, least, most, false);
                    let length = text.chars().count();
                    assert!(
                        (least..=most.max(least)).contains(&length),
                        "{least}..{most}: {length} '{text}'"
                    );
                }
            }
        }
    }

    #[test]
    fn free_strings_are_sentences_from_the_prompt() {
        let prompt = "You met Ines near the fountain. Archaeology interests her.";
        let mut voice = TextWriter::new(prompt, dice(&[1]));
        let texts: Vec<String> = (0..60)
            .map(|_| voice.string("say", 0, 4000, false))
            .collect();
        assert!(texts.iter().any(|text| text.contains("Ines")), "{texts:?}");
        assert!(
            texts
                .iter()
                .any(|text| text.contains("fountain") || text.contains("interests")),
            "{texts:?}"
        );
        let words = |text: &String| text.split_whitespace().count();
        assert!(
            texts.iter().all(|text| (8..=32).contains(&words(text))),
            "{texts:?}"
        );
        assert!(voice.string("question", 0, 400, false).ends_with('?'));
    }
}
