//! `collegium bench recall`: how often a memory is found by a question that says the same in other
//! words.

use super::{
    super::{
        Failure,
        out::{json, out},
    },
    args::RecallArgs,
};
use anyhow::Context as _;
use collegium_core::{
    files,
    text::{Shown as _, harmless},
};
use collegium_sim::{
    memory::{Embedder, Vectors},
    simulation::{self, Endpoint},
};
use serde::{Deserialize, Serialize};
use std::{io::Write as _, process::ExitCode, sync::Arc};

/// The file of pairs.
#[derive(Deserialize)]
struct Pairs {
    /// Memories, each with a question that means it.
    pairs: Vec<(String, String)>,
    /// Memories that no question means.
    others: Vec<String>,
}

/// What `bench recall` found.
#[derive(Debug, Serialize)]
struct Recall {
    /// What makes the vectors.
    embedder: String,
    /// How many questions were asked.
    questions: usize,
    /// Among how many memories the one that is meant was looked for.
    memories: usize,
    /// The share of questions whose memory was the nearest of all.
    recall_at_1: f64,
    /// The share whose memory was among the nearest five.
    recall_at_5: f64,
    /// The mean of one over the place at which it stood.
    mean_reciprocal_rank: f64,
}

/// Measures recall.
///
/// # Errors
/// When the file or the settings are refused, the server gives no vectors, or standard output cannot
/// be written.
pub fn bench(options: &RecallArgs) -> Result<ExitCode, Failure> {
    let shown = options.pairs.shown();
    let text =
        files::read_to_string(&options.pairs).with_context(|| format!("{shown} cannot be read"))?;
    let pairs: Pairs =
        serde_json::from_str(&text).with_context(|| format!("{shown} holds no pairs"))?;
    anyhow::ensure!(!pairs.pairs.is_empty(), "{shown} holds no pairs");
    let found = recall(&pairs, &vectors(options)?)?;
    let mut out = out();
    if options.json {
        writeln!(out, "{}", json(&found)?)?;
    } else {
        writeln!(
            out,
            "{}: {} questions among {} memories",
            harmless(&found.embedder),
            found.questions,
            found.memories
        )?;
        writeln!(out, "nearest of all       {:>9.3}", found.recall_at_1)?;
        writeln!(out, "among the five       {:>9.3}", found.recall_at_5)?;
        writeln!(
            out,
            "mean reciprocal rank {:>9.3}",
            found.mean_reciprocal_rank
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The vectors of the server that the settings name under `[embeddings]`, or of the built-in
/// embedder where none are named.
fn vectors(options: &RecallArgs) -> Result<Vectors, Failure> {
    let Some(file) = &options.settings else {
        return Ok(Vectors::of(None));
    };
    let settings = simulation::settings(Some(file))?.context("the settings are empty")?;
    let secrets = settings.secrets();
    let server = settings
        .embeddings
        .context("the settings have no [embeddings]")?;
    let endpoint = Endpoint::new(server, secrets)?;
    endpoint.try_out()?;
    let embedder: Arc<dyn Embedder> = Arc::new(endpoint);
    Ok(Vectors::of(Some(embedder)))
}

fn recall(pairs: &Pairs, vectors: &Vectors) -> Result<Recall, Failure> {
    let told = pairs.pairs.iter().map(|(memory, _)| memory.as_str());
    let memories: Vec<&str> = told
        .chain(pairs.others.iter().map(String::as_str))
        .collect();
    let asked: Vec<&str> = pairs
        .pairs
        .iter()
        .map(|(_, question)| question.as_str())
        .collect();
    let (memories, questions) = (vectors.embed(&memories), vectors.embed(&asked));
    let without = memories
        .iter()
        .chain(&questions)
        .filter(|v| is_blank(v))
        .count();
    anyhow::ensure!(without == 0, "{without} texts got no vector");
    let ranks: Vec<usize> = questions
        .iter()
        .enumerate()
        .map(|(meant, question)| {
            let near =
                |memory: &[f32]| -> f32 { memory.iter().zip(question).map(|(a, b)| a * b).sum() };
            let its = near(&memories[meant]);
            let others = memories.iter().enumerate().filter(|(at, _)| *at != meant);
            // One that is as near counts as nearer: luck finds nothing here.
            1 + others.filter(|(_, memory)| near(memory) >= its).count()
        })
        .collect();
    let count = ranks.len() as f64;
    let share = |most: usize| ranks.iter().filter(|rank| **rank <= most).count() as f64 / count;
    Ok(Recall {
        embedder: vectors.id().to_owned(),
        questions: ranks.len(),
        memories: memories.len(),
        recall_at_1: share(1),
        recall_at_5: share(5),
        mean_reciprocal_rank: ranks.iter().map(|rank| 1.0 / *rank as f64).sum::<f64>() / count,
    })
}

fn is_blank(vector: &[f32]) -> bool {
    vector.iter().all(|n| *n == 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_found_and_others_are_not_by_luck() {
        let pairs = |said: [(&str, &str); 3]| Pairs {
            pairs: said.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec(),
            others: vec!["the cat slept on the roof".to_owned()],
        };
        let same = pairs([
            ("Amara lost her umbrella", "Amara lost her umbrella"),
            ("the choir sings on Friday", "choir sings Friday"),
            ("soup was served cold", "cold soup"),
        ]);
        let found = recall(&same, &Vectors::of(None)).unwrap();
        assert!((found.recall_at_1 - 1.0).abs() < 1e-9, "{found:?}");
        let crossed = pairs([
            ("Amara lost her umbrella", "choir sings Friday"),
            ("the choir sings on Friday", "cold soup"),
            ("soup was served cold", "Amara lost her umbrella"),
        ]);
        let found = recall(&crossed, &Vectors::of(None)).unwrap();
        assert!(found.recall_at_1 < 0.1 && found.memories == 4, "{found:?}");
    }
}
