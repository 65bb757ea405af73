//! `collegium bench retrieval`: how quickly and how exactly memories are found.

use super::{
    super::{
        Failure, invented,
        out::{json, out},
    },
    args::RetrievalArgs,
};
use collegium_core::time::{DAY, SimTime};
use collegium_sim::memory::{
    Embedder as _, Hashed, Profile, RetrievalSettings, Scratch, SearchQuery, Store,
};
use serde::Serialize;
use std::{
    io::{IsTerminal as _, Write as _},
    process::ExitCode,
    time::Instant,
};

/// The seed of the invented memories and questions.
const SEED: u64 = 1;
/// How many memories are asked for.
const MOST: usize = 10;

/// What `bench retrieval` found. Times are of one core.
#[derive(Debug, Serialize)]
struct Retrieval {
    /// How many memories the stream has.
    memories: u32,
    /// Points of the graph: memories that differ in words or importance.
    points: usize,
    /// Whose formula was used.
    profile: &'static str,
    /// How many questions were asked.
    questions: u32,
    /// What makes the vectors.
    embedder: String,
    /// Microseconds to make the vector of a memory, on average.
    embed_us: f64,
    /// Seconds to build the graph.
    build_s: f64,
    /// Half of the questions are answered in so many milliseconds.
    p50_ms: f64,
    /// All but one in a hundred are answered in so many.
    p99_ms: f64,
    /// The share of the exact scan's ten best that was found.
    recall_at_10: f64,
    /// Half of the exact scans take at most so many milliseconds.
    exact_p50_ms: f64,
}

/// Measures retrieval.
///
/// # Errors
/// When a value is out of range, no thread can be started, or standard output cannot be written.
pub fn bench(options: &RetrievalArgs) -> Result<ExitCode, Failure> {
    let profile =
        Profile::parse(&options.profile).map_err(|e| anyhow::anyhow!("--profile: {e}"))?;
    let found = retrieval(options, profile)?;
    let mut out = out();
    if options.json {
        writeln!(out, "{}", json(&found)?)?;
    } else {
        writeln!(
            out,
            "{} memories, {} of them different; profile {}",
            found.memories, found.points, found.profile
        )?;
        writeln!(out, "vector of a memory   {:>9.1} µs", found.embed_us)?;
        writeln!(out, "building the index   {:>9.1} s", found.build_s)?;
        writeln!(
            out,
            "a question, p50      {:>9.3} ms (exact scan {:.3} ms)",
            found.p50_ms, found.exact_p50_ms
        )?;
        writeln!(out, "a question, p99      {:>9.3} ms", found.p99_ms)?;
        writeln!(out, "recall at 10         {:>9.4}", found.recall_at_10)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says on a terminal what is going on, for large streams take minutes.
fn say(options: &RetrievalArgs, what: &str) {
    if !options.json && std::io::stderr().is_terminal() {
        tracing::info!("{what} …");
    }
}

#[expect(clippy::disallowed_methods, reason = "wall time is what is measured")]
fn retrieval(options: &RetrievalArgs, profile: Profile) -> Result<Retrieval, Failure> {
    say(options, "making memories");
    let memories: Vec<_> = (0..options.memories)
        .map(|i| invented::memory(SEED, i))
        .collect();
    let now = memories
        .last()
        .map_or(SimTime(0), |m| SimTime((m.at.day() + 1) * DAY));
    let began = Instant::now();
    let mut store = Store::default();
    for memory in &memories {
        store.push(&Hashed.embed(&memory.text), memory.at, memory.importance);
    }
    let embed_us = began.elapsed().as_secs_f64() * 1e6 / f64::from(options.memories);
    drop(memories);
    say(options, "building the index");
    let began = Instant::now();
    let built = store.build()?;
    let build_s = began.elapsed().as_secs_f64();
    say(options, "asking");
    let settings = RetrievalSettings::of(profile);
    let mut scratch = Scratch::default();
    let mut scanning = Scratch::default();
    let (mut quick, mut exact, mut hits, mut expected) = (Vec::new(), Vec::new(), 0usize, 0usize);
    let mut task = Vec::new();
    for number in 0..options.questions {
        let query = Hashed.embed(&invented::question(SEED, number));
        // Somebody keeps a task for long: it changes a few times only.
        if number % (options.questions / 5).max(1) == 0 {
            task = Hashed.embed(invented::task(number / (options.questions / 5).max(1)));
        }
        let ask = SearchQuery {
            settings: &settings,
            now,
            query: &query,
            task: Some(&task),
            most: MOST,
        };
        let began = Instant::now();
        let found = store.search(&built, &mut scratch, &ask, |_| true);
        quick.push(began.elapsed().as_secs_f64() * 1e3);
        let began = Instant::now();
        let best = store.exact(&mut scanning, &ask, |_| true);
        exact.push(began.elapsed().as_secs_f64() * 1e3);
        expected += best.len();
        hits += best
            .iter()
            .filter(|b| found.iter().any(|f| f.index == b.index))
            .count();
    }
    quick.sort_by(f64::total_cmp);
    exact.sort_by(f64::total_cmp);
    Ok(Retrieval {
        memories: options.memories,
        points: built.points(),
        profile: profile.word(),
        questions: options.questions,
        embedder: Hashed.id().to_owned(),
        embed_us,
        build_s,
        p50_ms: quick[quick.len() / 2],
        p99_ms: quick[quick.len() * 99 / 100],
        recall_at_10: hits as f64 / expected.max(1) as f64,
        exact_p50_ms: exact[exact.len() / 2],
    })
}
