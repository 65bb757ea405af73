//! Throughput of a headless campus, and of its costliest parts.
//!
//! `cargo bench --no-default-features` prints times; `first_week_day` over 25 people × 8,640 ticks gives agent-steps per second.

use collegium::{
    campus::{PlaceKind, SpotKind},
    simulation::testing,
    time::HOUR,
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
    let seats: Vec<_> = map.spots.iter().filter(|s| s.kind == SpotKind::Desk).map(|s| s.tile).collect();
    let beds: Vec<_> = map.spots.iter().filter(|s| s.kind == SpotKind::Bed).map(|s| s.tile).collect();
    c.bench_function("500_ways_from_bed_to_desk", |b| {
        b.iter(|| {
            (0..500u32)
                .filter_map(|i| map.path(beds[i as usize % beds.len()], seats[i as usize * 7 % seats.len()], i))
                .map(|p| p.len())
                .sum::<usize>()
        });
    });
    assert!(map.of_kind(PlaceKind::Library).next().is_some());
}

fn snapshots(c: &mut Criterion) {
    let mut campus = testing::campus(1, 25, 1);
    campus.run_until(campus.clock().start.plus(6 * HOUR));
    c.bench_function("branch_25_people", |b| b.iter(|| campus.branch()));
}

criterion_group!(benches, hours, paths, snapshots);
criterion_main!(benches);
