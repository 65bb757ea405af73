//! Throughput of a headless campus, and of its costliest parts.
//!
//! `cargo bench --no-default-features`; agent-steps per second of whole days are printed by
//! `collegium run`.

#![expect(
    clippy::expect_used,
    reason = "a benchmark stops where something is not as it must be"
)]

use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR},
};
use collegium_sim::{
    campus::{PlaceKind, SpotKind},
    memory::{Cue, Episodic, MemoryKind, RetrievalSettings},
    simulation::{Saver, resume, testing},
};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

fn hours(c: &mut Criterion) {
    let mut group = c.benchmark_group("campus");
    group.sample_size(10);
    for people in [25usize, 500] {
        // From 11:00 to 13:00 of the first day: classes, lunch, queues, talks.
        let mut morning = testing::campus(1, people, 1);
        let noon = morning.clock().start.plus(5 * HOUR);
        morning.run_until(noon);
        group.bench_function(format!("two_hours_{people}_people"), |b| {
            b.iter_batched(
                || morning.branch(),
                |mut campus| campus.run_until(noon.plus(2 * HOUR)),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

fn paths(c: &mut Criterion) {
    let (_, map) = testing::first_week();
    let seats: Vec<_> = map
        .spots
        .iter()
        .filter(|s| s.kind == SpotKind::Desk)
        .map(|s| s.tile)
        .collect();
    let beds: Vec<_> = map
        .spots
        .iter()
        .filter(|s| s.kind == SpotKind::Bed)
        .map(|s| s.tile)
        .collect();
    c.bench_function("500_ways_from_bed_to_desk", |b| {
        b.iter(|| {
            (0..500u32)
                .filter_map(|i| {
                    map.path(
                        beds[i as usize % beds.len()],
                        seats[i as usize * 7 % seats.len()],
                        i,
                    )
                })
                .map(|p| p.len())
                .sum::<usize>()
        });
    });
    assert!(map.of_kind(PlaceKind::Library).next().is_some());
}

fn saves(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder for saves");
    let mut group = c.benchmark_group("save");
    group.sample_size(20);
    for people in [25usize, 500] {
        let path = folder.path().join(format!("{people}.campus"));
        let mut campus = testing::campus(1, people, 1);
        let mut saver = Saver::create(&path, &mut campus, HOUR).expect("a save");
        for _ in 0..24 {
            campus.run_until(saver.next());
            saver.commit(&mut campus).expect("a commit");
        }
        drop(saver);
        group.bench_function(format!("resume_after_a_day_{people}_people"), |b| {
            b.iter(|| {
                resume(&path, 1, HOUR)
                    .expect("a save that can be resumed")
                    .0
                    .people()
            });
        });
        let (mut campus, mut saver) = resume(&path, 1, HOUR).expect("a save that can be resumed");
        group.bench_function(format!("commit_an_hour_{people}_people"), |b| {
            b.iter_custom(|rounds| {
                let mut spent = std::time::Duration::ZERO;
                for _ in 0..rounds {
                    campus.run_until(campus.clock().now.plus(HOUR));
                    #[expect(clippy::disallowed_methods, reason = "a benchmark measures wall time")]
                    let began = std::time::Instant::now();
                    saver.commit(&mut campus).expect("a commit");
                    spent += began.elapsed();
                }
                spent
            });
        });
    }
    group.finish();
}

fn snapshots(c: &mut Criterion) {
    let mut campus = testing::campus(1, 25, 1);
    campus.run_until(campus.clock().start.plus(6 * HOUR));
    c.bench_function("branch_25_people", |b| b.iter(|| campus.branch()));
}

/// What somebody remembers after some days, and calling to mind from it.
fn memories(c: &mut Criterion) {
    let mut campus = testing::campus(1, 25, 1);
    campus.keep_events(false);
    campus.run_until(campus.clock().start.plus(4 * DAY));
    let settings = RetrievalSettings::default();
    let now = campus.clock().now;
    let stream = campus.get::<Episodic>(AgentId(0)).expect("a first person");
    let cue = Cue {
        settings: &settings,
        now,
        query: "Who has seen the star map?",
        task: "find the star map",
        most: 12,
    };
    c.bench_function("call_to_mind_after_four_days", |b| {
        b.iter(|| stream.recall(&cue, |_| true).len());
    });
    c.bench_function("nearest_thought_after_four_days", |b| {
        b.iter(|| {
            stream.nearest("I keep coming late to the first class", |m| {
                m.kind == MemoryKind::Thought
            })
        });
    });
}

criterion_group!(benches, hours, paths, saves, snapshots, memories);
criterion_main!(benches);
