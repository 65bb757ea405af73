//! Decision points, observation, acts and rewards as Markdown: the text of `docs/conduct.md`.

use super::{Circumstance, FEATURES, Measure, Point, RewardTerm};
use std::fmt::Write as _;

/// The whole page, as it stands in the file.
pub fn markdown() -> String {
    let mut text = String::from(
        "# Conduct: decision points, observation, acts, rewards\n\n\
         Plans say what to do; conduct says how. At a decision point a policy head that is mounted \
         decides, else the built-in rule and the lessons that were taught (learning.md). This page \
         is made from the code; the app, datasets and every environment have the same.\n\n\
         ## Decision points and acts\n\n\
         | point | what is decided | number | act | what it does |\n\
         | --- | --- | --- | --- | --- |\n",
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
                act.number(),
                act.word(),
                act.meaning()
            );
        }
    }
    text.push_str(
        "\n## Circumstances\n\n\
         What a lesson may depend on: at each point exactly one of its circumstances holds. \
         Without one a lesson holds in all.\n\n\
         | point | circumstance | when |\n| --- | --- | --- |\n",
    );
    for point in Point::ALL {
        for (i, when) in Circumstance::of(*point).iter().enumerate() {
            let name = if i == 0 {
                format!("`{}`", point.word())
            } else {
                String::new()
            };
            let _ = writeln!(text, "| {name} | `{}` | {} |", when.word(), when.meaning());
        }
    }
    text.push_str(
        "\n## Observation\n\n\
         | number | name | unit | least | most | what it says |\n\
         | --- | --- | --- | --- | --- | --- |\n",
    );
    for (i, f) in FEATURES.iter().enumerate() {
        let _ = writeln!(
            text,
            "| {i} | `{}` | {} | {} | {} | {} |",
            f.name, f.unit, f.low, f.high, f.meaning
        );
    }
    text.push_str(
        "\n## Rewards\n\n\
         What comes of a decision until the same person's next one, term by term. A scenario \
         weighs them in `[conduct.rewards]`, 1 each unless it says otherwise.\n\n\
         | term | what it is |\n| --- | --- |\n",
    );
    for term in RewardTerm::ALL {
        let _ = writeln!(text, "| `{}` | {} |", term.word(), term.meaning());
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
