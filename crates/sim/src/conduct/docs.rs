//! Decision points, observation, acts and rewards as Markdown: the text of `docs/conduct.md`.

use super::{Act, Circumstance, FEATURES, Measure, Point, RewardTerm};
use std::fmt::Write as _;

/// What a term of the reward is, in a sentence.
const fn meaning(term: RewardTerm) -> &'static str {
    match term {
        RewardTerm::Punctuality => {
            "0.5 for coming to a class in time; −0.5 for coming late to a class or shift, and −0.1 more a minute, to −1.5"
        }
        RewardTerm::Attendance => {
            "0.5 for coming to a class, event or meeting; −1 for a class missed"
        }
        RewardTerm::Queueing => "−1 for stepping in front of others",
        RewardTerm::Patience => "−0.02 a minute waited in a queue; −0.2 for going without",
        RewardTerm::Noise => "−1 a line that is too loud for its place",
        RewardTerm::Focus => "0.01 a minute studied; −0.05 a break",
        RewardTerm::Courtesy => {
            "0.05 for a greeting, 0.1 for one returned, −0.2 for one that was not; 0.3 for an apology that was due, −0.3 for one not made"
        }
        RewardTerm::Cooperation => {
            "0.5 for help, 0.3 for something given or lent, −0.2 for help refused"
        }
        RewardTerm::Company => "0.05 for a conversation begun",
        RewardTerm::Effort => {
            "−0.05 for coming early, −0.03 for hurrying, −0.1 for helping, −0.02 for an apology and for giving or lending"
        }
    }
}

/// What an act is, in a sentence.
const fn does(act: Act) -> &'static str {
    match act {
        Act::Early => "means to be there eight minutes before",
        Act::InTime => "means to be there three minutes before",
        Act::Tight => "means to be there on the minute",
        Act::Late => "means to come five minutes late",
        Act::Skip => "stays away (classes only)",
        Act::Walk => "goes at a walk",
        Act::Hurry => "goes half as fast again",
        Act::Wait => "waits for its turn",
        Act::CutIn => "steps in front (where more than two wait)",
        Act::GiveUp => "goes without",
        Act::Begin => "begins to talk",
        Act::Refrain => "lets it be",
        Act::SpeakLow => "speaks low",
        Act::SpeakUp => "speaks with a voice that carries",
        Act::Hush => "says no more and ends the talk (where others began it)",
        Act::KeepOn => "goes on studying",
        Act::BreakOff => "breaks off for five to twelve minutes",
        Act::Greet => "greets",
        Act::PassBy => "passes by without a word",
        Act::Help => "helps",
        Act::Decline => "does not help",
        Act::Apologise => "says sorry",
        Act::SayNothing => "says nothing",
    }
}

/// When a circumstance holds, in a sentence.
const fn holds(when: Circumstance) -> &'static str {
    match when {
        Circumstance::Class => "the next commitment is a class to attend",
        Circumstance::Engagement => "it is anything else",
        Circumstance::Late => "at a walk one would come late to the next commitment",
        Circumstance::Unhurried => "at a walk one would be in time, or nothing is fixed",
        Circumstance::LongQueue => "three or more wait in front",
        Circumstance::ShortQueue => "two at most wait in front",
        Circumstance::Silence => "the place wants silence",
        Circumstance::Quiet => "the place wants quiet",
        Circumstance::Lively => "the place wants neither",
        Circumstance::Greeted => "the other has greeted first",
        Circumstance::Ungreeted => "the other has not",
    }
}

/// The whole page.
pub fn markdown() -> String {
    let mut text = String::from(
        "# Conduct: decision points, observation, acts, rewards\n\nPlans say what to do; conduct says how. At a decision point a policy head that is \
         mounted decides, else the built-in rule and the lessons that were taught (learning.md). This page is made from the code; the app, datasets and every environment have the same.\n\n\
         ## Decision points and acts\n\n| point | what is decided | number | act | what it does |\n| --- | --- | --- | --- | --- |\n",
    );
    for point in Point::ALL {
        for (i, act) in point.acts().iter().enumerate() {
            let (name, question) = if i == 0 {
                (format!("`{}`", point.word()), point.question())
            } else {
                (String::new(), "")
            };
            let _ = writeln!(
                text,
                "| {name} | {question} | {} | `{}` | {} |",
                *act as u8,
                act.word(),
                does(*act)
            );
        }
    }
    text.push_str(
        "\n## Circumstances\n\nWhat a lesson may depend on: at each point exactly one of its circumstances holds. Without one a lesson holds in all.\n\n\
         | point | circumstance | when |\n| --- | --- | --- |\n",
    );
    for point in Point::ALL {
        for (i, when) in Circumstance::of(*point).iter().enumerate() {
            let name = if i == 0 {
                format!("`{}`", point.word())
            } else {
                String::new()
            };
            let _ = writeln!(text, "| {name} | `{}` | {} |", when.word(), holds(*when));
        }
    }
    text.push_str("\n## Observation\n\n| number | name | unit | least | most | what it says |\n| --- | --- | --- | --- | --- | --- |\n");
    for (i, f) in FEATURES.iter().enumerate() {
        let _ = writeln!(
            text,
            "| {i} | `{}` | {} | {} | {} | {} |",
            f.name, f.unit, f.low, f.high, f.meaning
        );
    }
    text.push_str(
        "\n## Rewards\n\nWhat comes of a decision until the same person's next one, term by term. A scenario weighs them in `[conduct.rewards]`, 1 \
         each unless it says otherwise.\n\n| term | what it is |\n| --- | --- |\n",
    );
    for term in RewardTerm::ALL {
        let _ = writeln!(text, "| `{}` | {} |", term.word(), meaning(*term));
    }
    text.push_str("\n## Measures\n\n| measure | what it is | better |\n| --- | --- | --- |\n");
    for measure in Measure::ALL {
        let better = if measure.more_is_better() {
            "more"
        } else {
            "less"
        };
        let _ = writeln!(
            text,
            "| `{}` | {} | {better} |",
            measure.word(),
            measure.meaning()
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_that_of_the_code() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join("docs/conduct.md");
        if std::env::var_os("COLLEGIUM_BLESS").is_some() {
            std::fs::write(&file, markdown()).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(file).unwrap(),
            markdown(),
            "run the tests with COLLEGIUM_BLESS=1 to renew docs/conduct.md"
        );
    }
}
