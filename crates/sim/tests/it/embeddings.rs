//! Campuses whose vectors come from a server: what it answers is recorded, and nothing else counts.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{
    ids::AgentId,
    time::{HOUR, SimTime},
};
use collegium_llm::{secrets::Secrets, settings::Embeddings};
use collegium_sim::{
    memory::{Cue, Embedder, Episodic, Hashed, RetrievalSettings},
    record::Tallied,
    simulation::{Campus, Diverged, Endpoint, Replay, Saver, load, resume, testing},
};
use mock_llm::{FaultKind, Options, Server};
use std::{path::Path, sync::Arc, time::Duration};

const PEOPLE: usize = 12;
/// When the runs end, after their start.
const HOURS: u32 = 42;

fn server() -> Server {
    Server::start(Options {
        log_limit: 0,
        ..Options::default()
    })
    .unwrap()
}

fn endpoint(server: &Server, model: &str, dimensions: usize) -> Arc<dyn Embedder> {
    Arc::new(
        Endpoint::new(
            Embeddings {
                base_url: format!("{}/v1", server.url()),
                model: model.to_owned(),
                key_env: None,
                key: None,
                dimensions,
                timeout: Duration::from_millis(500),
                max_batch: 64,
            },
            Secrets::default(),
        )
        .unwrap(),
    )
}

fn campus(embedder: Option<Arc<dyn Embedder>>) -> Campus {
    let mut campus = testing::campus(3, PEOPLE, 1);
    campus.use_embedder(embedder);
    campus
}

fn after(campus: &Campus, hours: u32) -> SimTime {
    campus.clock().start.plus(hours * HOUR)
}

/// A run with a save, committed every hour.
fn saved(path: &Path, embedder: Option<Arc<dyn Embedder>>, hours: u32) -> String {
    let mut campus = campus(embedder);
    let mut saver = Saver::create(path, &mut campus, HOUR).unwrap();
    let end = after(&campus, hours);
    go_on(&mut campus, &mut saver, end);
    campus.head().hex()
}

fn go_on(campus: &mut Campus, saver: &mut Saver, end: SimTime) {
    while campus.clock().now < end {
        campus.run_until(saver.next().min(end));
        saver.commit_if_due(campus).unwrap();
    }
    saver.commit(campus).unwrap();
}

fn query<T: rusqlite::types::FromSql>(path: &Path, sql: &str) -> T {
    rusqlite::Connection::open(path)
        .unwrap()
        .query_row(sql, [], |row| row.get(0))
        .unwrap()
}

/// The save run again from its beginning, with nothing but what it recorded.
fn replayed(path: &Path) -> (String, Result<String, Diverged>) {
    let (saved, saver) = load(path, 1, HOUR).unwrap();
    let mut again = Campus::new(saved.scenario().clone(), saved.map().clone(), 1);
    let mut replay = Replay::new(&saver.cassette().unwrap()).with_vectors(saver.vectors().unwrap());
    let ran = replay.run_until(&mut again, saved.clock().now);
    (saved.head().hex(), ran.map(|()| again.head().hex()))
}

#[test]
fn a_servers_vectors_decide_and_the_same_ones_give_the_same_log() {
    let server = server();
    let run = |embedder| {
        let mut campus = campus(embedder);
        campus.run_until(after(&campus, HOURS));
        campus
    };
    let (one, other, plain) = (
        run(Some(endpoint(&server, "vectors", 256))),
        run(Some(endpoint(&server, "vectors", 256))),
        run(None),
    );
    assert_eq!(one.head().hex(), other.head().hex());
    assert_ne!(
        one.head().hex(),
        plain.head().hex(),
        "the server's vectors must bring other memories to mind"
    );
    let traffic = one.vectors().traffic();
    println!(
        "{PEOPLE} people, {HOURS} h: {traffic:?}, {} recorded",
        one.vectors().count()
    );
    assert!(
        traffic.texts > 200 && traffic.failed == 0 && traffic.blank == 0,
        "{traffic:?}"
    );
    assert_eq!(
        traffic.texts as usize,
        one.vectors().count(),
        "no text is asked for twice"
    );
    assert!(
        traffic.batches * 2 < traffic.texts,
        "what is new is asked for together: {traffic:?}"
    );
    // The same stream, asked the same, by two embedders.
    let stream = one.get::<Episodic>(AgentId(0)).unwrap();
    let built_in = Episodic::of(stream.iter().map(|(_, m)| m.clone()).collect());
    let settings = RetrievalSettings::default();
    let now = one.clock().now;
    let cue = Cue {
        settings: &settings,
        now,
        query: "something to eat with a friend",
        task: "",
        most: 20,
    };
    let raw = |stream: &Episodic| -> Vec<f32> {
        stream
            .retrieve(&cue, |_| true)
            .iter()
            .map(|s| s.scored.parts.relevance.raw)
            .collect()
    };
    assert_ne!(raw(stream), raw(&built_in));
    assert_eq!(
        raw(&stream.clone()),
        raw(stream),
        "a copy asks the same record"
    );
}

#[test]
fn a_save_keeps_the_vectors_and_goes_on_as_it_would_have() {
    let server = server();
    let folder = tempfile::tempdir().unwrap();
    let (whole, parts) = (
        folder.path().join("whole.campus"),
        folder.path().join("parts.campus"),
    );
    let unbroken = saved(&whole, Some(endpoint(&server, "vectors", 256)), HOURS);
    saved(&parts, Some(endpoint(&server, "vectors", 256)), 13);
    for hours in [20, 27, HOURS] {
        let (mut campus, mut saver) = load(&parts, 1, HOUR).unwrap();
        saver
            .use_embedder(&mut campus, Some(endpoint(&server, "vectors", 256)))
            .unwrap();
        let before = campus.vectors().count();
        assert!(before > 0, "what was recorded is not asked for again");
        let end = after(&campus, hours);
        go_on(&mut campus, &mut saver, end);
        assert_eq!(
            campus.vectors().traffic().texts as usize,
            campus.vectors().count() - before
        );
        if hours == HOURS {
            assert_eq!(campus.head().hex(), unbroken);
        }
    }
    for path in [&whole, &parts] {
        assert_eq!(
            query::<String>(path, "SELECT value FROM meta WHERE key = 'embedder'"),
            "vectors-256-384-signs-1"
        );
        assert_eq!(query::<i64>(path, "SELECT count(*) FROM embedders"), 1);
        assert_eq!(
            query::<i64>(path, "SELECT min(length(vector)) FROM vectors"),
            384 * 4
        );
    }
    let count = "SELECT count(*) FROM vectors";
    assert_eq!(query::<i64>(&whole, count), query::<i64>(&parts, count));
    drop(server);
    for path in [&whole, &parts] {
        let (kept, found) = replayed(path);
        assert_eq!(found.unwrap(), kept, "no server is needed to run it again");
    }
    // A vector that is not there is named.
    let db = rusqlite::Connection::open(&whole).unwrap();
    db.execute("DELETE FROM vectors", []).unwrap();
    drop(db);
    let missing = replayed(&whole).1.unwrap_err();
    assert!(
        matches!(&missing, Diverged::Vector { text, .. } if !text.is_empty()),
        "{missing}"
    );
}

#[test]
fn another_embedder_makes_all_vectors_anew() {
    let server = server();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("changed.campus");
    saved(&path, None, 4);
    assert_eq!(query::<i64>(&path, "SELECT count(*) FROM vectors"), 0);
    for (model, hours) in [(Some("one"), 20), (Some("two"), 36), (None, HOURS)] {
        let (mut campus, mut saver) = load(&path, 1, HOUR).unwrap();
        let embedder = model.map(|model| endpoint(&server, model, 128));
        let id = embedder
            .as_ref()
            .map_or_else(|| Hashed::ID.to_owned(), |e| e.id().to_owned());
        saver.use_embedder(&mut campus, embedder).unwrap();
        assert_eq!(campus.vectors().id(), id);
        let end = after(&campus, hours);
        go_on(&mut campus, &mut saver, end);
        drop(saver);
        assert_eq!(
            query::<String>(&path, "SELECT value FROM meta WHERE key = 'embedder'"),
            id
        );
        if let Some(model) = model {
            let recorded = load(&path, 1, HOUR)
                .unwrap()
                .1
                .vectors()
                .unwrap()
                .pop()
                .unwrap()
                .1;
            let has = |agent: u32| {
                let first = campus
                    .get::<Episodic>(AgentId(agent))
                    .unwrap()
                    .get(0)
                    .unwrap();
                recorded.embed(&[&first.text])[0].iter().any(|x| *x != 0.0)
            };
            let anew = (0..PEOPLE as u32).filter(|agent| has(*agent)).count();
            assert!(
                anew * 3 > PEOPLE,
                "{model}: the oldest memories of only {anew}"
            );
        }
    }
    assert_eq!(
        query::<i64>(&path, "SELECT count(DISTINCT embedder) FROM vectors"),
        2
    );
    assert_eq!(query::<i64>(&path, "SELECT count(*) FROM embedders"), 4);
    drop(server);
    let (kept, found) = replayed(&path);
    assert_eq!(
        found.unwrap(),
        kept,
        "a replay changes the embedder when the run did"
    );
    // Without an embedder named, a save goes on with the built-in one.
    assert!(resume(&path, 1, HOUR).unwrap().0.vectors().built_in());
}

#[test]
fn a_server_that_always_fails_stops_nobody() {
    for fault in [FaultKind::ServerError, FaultKind::Hang, FaultKind::NotJson] {
        let server = Server::start(Options {
            fault_rate: 1.0,
            faults: vec![fault],
            log_limit: 0,
            ..Options::default()
        })
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("failing.campus");
        let mut campus = campus(Some(quick(&server)));
        let mut saver = Saver::create(&path, &mut campus, HOUR).unwrap();
        let end = after(&campus, HOURS);
        go_on(&mut campus, &mut saver, end);
        let traffic = campus.vectors().traffic();
        println!("{fault}: {traffic:?}");
        let tally = &campus.head().tally;
        assert!(tally.get(Tallied::Done) > 100, "{tally:?}");
        assert!(
            traffic.failed == traffic.batches && traffic.failed >= 2,
            "{traffic:?}"
        );
        assert!(
            traffic.blank > 200 && traffic.texts < traffic.blank,
            "it is left alone: {traffic:?}"
        );
        assert!(traffic.failed < 12, "{traffic:?}");
        assert!(traffic.trouble.is_some());
        drop((campus, saver, server));
        let (kept, found) = replayed(&path);
        assert_eq!(
            found.unwrap(),
            kept,
            "texts without a vector are recorded as such"
        );
    }
}

/// A server that is waited for only shortly.
fn quick(server: &Server) -> Arc<dyn Embedder> {
    Arc::new(
        Endpoint::new(
            Embeddings {
                base_url: format!("{}/v1", server.url()),
                model: "vectors".into(),
                key_env: None,
                key: None,
                dimensions: 128,
                timeout: Duration::from_millis(40),
                max_batch: 64,
            },
            Secrets::default(),
        )
        .unwrap(),
    )
}
