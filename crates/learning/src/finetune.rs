//! Decisions as conversations: JSON lines in the chat format that public trainers take, so that a
//! language model can be tuned on an expert's conduct.

use super::{LearnError, Result, dataset::Row};
use collegium_core::{text::harmless_json, time::SimTime};
use collegium_sim::{
    conduct::{FEATURES, Point, Unit},
    mind::model::prompts,
};
use serde::Serialize;
use serde_json::{Value, json};
use std::{io::Write as _, path::Path};
use training::files::Whole;

/// Something that is seen at a decision point, and how much of it, where it has an amount.
#[derive(Serialize)]
struct Seen {
    what: &'static str,
    amount: String,
}

/// What somebody who decides is told, in words: the question, what is seen, and what is possible.
pub fn question(row: &Row) -> String {
    let features = FEATURES.iter().zip(row.observation).skip(Point::ALL.len());
    // What says nothing is left out: flags that are not set, and the point, which the question
    // names.
    let seen = features.filter(|(feature, value)| !(feature.unit == Unit::Flag && *value == 0.0));
    let amount = |unit: Unit, value: f32| match unit.things() {
        None if unit == Unit::Flag => String::new(),
        None => format!("{value:.2} of 1"),
        Some((size, of)) => {
            // No minus before a nought.
            let amount = (value * size * 10.0).round() / 10.0 + 0.0;
            format!("{amount:.1} {of}").trim_end().to_owned()
        }
    };
    let seen: Vec<Seen> = seen
        .map(|(feature, value)| Seen {
            what: feature.meaning,
            amount: amount(feature.unit, value),
        })
        .collect();
    let possible: Vec<&str> = row.mask.acts().map(|a| a.word()).collect();
    prompts::conduct_question(json!({
        "question": row.point.question(),
        "when": SimTime(row.at).to_string(),
        "seen": seen,
        "possible": possible,
    }))
}

/// A decision as a conversation of system, user and model, for fine-tuning.
pub fn chat(row: &Row) -> Value {
    json!({"messages": [
        {"role": "system", "content": prompts::conduct_task()},
        {"role": "user", "content": question(row)},
        {"role": "assistant", "content": json!({"act": row.act.word()}).to_string()},
    ]})
}

/// Writes decisions as conversations, a line each.
///
/// # Errors
/// When the file is there already or cannot be written.
pub fn export(rows: &[Row], file: &Path) -> Result<()> {
    let mut out = Whole::create(file)?;
    for row in rows {
        let line = chat(row).to_string();
        writeln!(out, "{}", harmless_json(&line)).map_err(LearnError::file(file))?;
    }
    Ok(out.finish_new()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::ids::AgentId;
    use collegium_sim::conduct::{ActMask, Point, TERMS, Violations, WIDTH, points::Queue};

    #[test]
    fn a_decision_is_told_in_words() {
        let mut observation = [0.0; WIDTH];
        observation[2] = 1.0;
        let ahead = FEATURES.iter().position(|f| f.name == "ahead").unwrap();
        observation[ahead] = 0.7;
        let row = Row {
            seed: 1,
            agent: AgentId(0),
            group: 0,
            at: 12 * 3600,
            point: Point::Queue,
            observation,
            mask: ActMask::of(&[Queue::Wait.into(), Queue::CutIn.into()]),
            act: Queue::Wait.into(),
            rule: Queue::CutIn.into(),
            log_prob: 0.0,
            rewards: [0.0; TERMS],
            violations: Violations::default(),
        };
        let chat = chat(&row);
        let user = chat["messages"][1]["content"].as_str().unwrap();
        assert!(
            user.contains(": 7.0 people")
                && user.contains("wait, cut_in")
                && !user.contains("point"),
            "{user}"
        );
        assert_eq!(chat["messages"][2]["content"], "{\"act\":\"wait\"}");
    }
}
