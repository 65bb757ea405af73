//! Driving a campus in real time: how many ticks a frame runs, and how far the present one has got.

#![expect(
    clippy::disallowed_methods,
    reason = "a face of the simulation measures real time"
)]

use collegium_core::time::{Clock, SimTime, Speed};
use collegium_sim::{campus::Tile, simulation::Campus};
use std::time::{Duration, Instant};

/// The longest a frame may spend on the simulation: at a steady speed, and as fast as possible.
const BUDGET: [Duration; 2] = [Duration::from_millis(9), Duration::from_millis(22)];

/// Real seconds over which the achieved speed is measured.
const WINDOW: f32 = 0.8;

/// What is seen to between two ticks.
pub trait Between {
    /// Whether the clock may go on; false while it has to wait for a language model.
    fn ready(&mut self, campus: &mut Campus) -> bool;

    /// Called after every tick.
    fn after(&mut self, campus: &mut Campus);
}

/// What makes the time of a campus pass: how fast, and when it pauses.
#[derive(Clone, Debug)]
pub struct Drive {
    /// Whether time runs.
    pub playing: bool,
    /// How fast time is to pass.
    pub speed: Speed,
    /// A moment at which to pause.
    pub until: Option<SimTime>,
    /// How much of the present tick has passed, 0 to 1.
    pub fraction: f32,
    /// Simulated seconds per real second, as measured.
    pub achieved: f32,
    /// Mean length of a tick in microseconds.
    pub tick_micros: f32,
    /// Whether time stands still until a language model has answered.
    pub waiting: bool,
    /// Whether one tick is asked for.
    step: bool,
    measured: (f32, f32),
    footing: Footing,
}

/// Where everybody stood before the last tick and after it.
#[derive(Clone, Debug, Default)]
pub struct Footing(Vec<(Tile, Tile)>);

impl Footing {
    /// Notes where everybody stands.
    pub fn look(&mut self, campus: &Campus) {
        if self.0.len() != campus.people() {
            self.0 = campus
                .persons()
                .map(|p| (p.body.tile, p.body.tile))
                .collect();
            return;
        }
        for (tiles, person) in self.0.iter_mut().zip(campus.persons()) {
            *tiles = (tiles.1, person.body.tile);
        }
    }

    /// Whether somebody moved in the last tick.
    pub fn moved(&self, agent: usize) -> bool {
        self.0
            .get(agent)
            .is_some_and(|(before, after)| before != after)
    }
}

/// How many whole ticks `wanted` ticks make after `fraction` of one, and the fraction that is left.
pub fn whole_ticks(fraction: f32, wanted: f32) -> (u32, f32) {
    let sum = (fraction + wanted).max(0.0);
    if !sum.is_finite() || sum >= 1e6 {
        return (1_000_000, 0.0);
    }
    (sum.floor() as u32, sum.fract())
}

/// A point on the way along `trail` after `fraction` of a tick, in tiles.
pub fn along(trail: &[Tile], fraction: f32) -> Option<(f32, f32, Tile, Tile)> {
    let last = trail.len().checked_sub(2)?;
    let way = fraction.clamp(0.0, 1.0) * (last + 1) as f32;
    let leg = (way as usize).min(last);
    let (a, b) = (trail[leg], trail[leg + 1]);
    let part = way - leg as f32;
    let between = |a: i16, b: i16| f32::from(a) + f32::from(b - a) * part;
    Some((between(a.x, b.x), between(a.y, b.y), a, b))
}

impl Drive {
    /// A driver that runs at a speed.
    pub const fn new(speed: Speed, until: Option<SimTime>) -> Self {
        Self {
            playing: true,
            speed,
            until,
            fraction: 0.0,
            achieved: 0.0,
            tick_micros: 0.0,
            waiting: false,
            step: false,
            measured: (0.0, 0.0),
            footing: Footing(Vec::new()),
        }
    }

    /// Asks for one tick; time stands still after it.
    pub const fn step(&mut self) {
        self.playing = false;
        self.step = true;
    }

    /// Whether time runs, or the picture has not come to rest on the end of a tick yet.
    pub const fn moves(&self) -> bool {
        self.playing || self.step || self.fraction < 1.0
    }

    /// Where everybody stands and stood.
    pub const fn footing(&self) -> &Footing {
        &self.footing
    }

    /// Whether the time to pause has come.
    fn over(&self, clock: &Clock) -> bool {
        self.until.is_some_and(|until| clock.now >= until)
    }

    /// Runs what is due after `seconds` of real time.
    pub fn frame(&mut self, campus: &mut Campus, seconds: f32, between: &mut impl Between) {
        let clock = campus.clock();
        let tick = clock.tick_seconds as f32;
        if self.over(&clock) && self.playing {
            self.playing = false;
            self.until = None;
        }
        let before = self.fraction;
        if !self.playing {
            // The picture comes to rest on the tick's end.
            self.fraction = (self.fraction + seconds * 3.0).min(1.0);
            if self.step && self.ready(campus, between) {
                self.step = false;
                self.tick(campus, SimTime(clock.now.0 + clock.tick_seconds));
                self.fraction = 0.0;
                between.after(campus);
            }
        } else if let Some(factor) = self.speed.factor() {
            let (ticks, rest) = whole_ticks(self.fraction, seconds * factor / tick);
            self.fraction = rest;
            let started = Instant::now();
            for done in 0..ticks {
                if started.elapsed() > BUDGET[0]
                    || self.over(&campus.clock())
                    || !self.ready(campus, between)
                {
                    self.fraction = if done < ticks { 0.99 } else { rest };
                    break;
                }
                let next = SimTime(campus.clock().now.0 + clock.tick_seconds);
                self.tick(campus, next);
                between.after(campus);
            }
        } else {
            let started = Instant::now();
            while started.elapsed() < BUDGET[1]
                && !self.over(&campus.clock())
                && self.ready(campus, between)
            {
                let far = SimTime(campus.clock().now.0 + collegium_core::time::HOUR);
                self.tick(campus, self.until.map_or(far, |u| u.min(far)));
                between.after(campus);
            }
            self.fraction = 1.0;
        }
        let ticks = campus.clock().now.since(clock.now) as f32
            + if self.playing {
                (self.fraction - before) * tick
            } else {
                0.0
            };
        self.measure(seconds, ticks.max(0.0));
    }

    fn ready(&mut self, campus: &mut Campus, between: &mut impl Between) -> bool {
        self.waiting = !between.ready(campus);
        !self.waiting
    }

    fn tick(&mut self, campus: &mut Campus, limit: SimTime) {
        let started = Instant::now();
        campus.step(limit);
        let micros = started.elapsed().as_secs_f32() * 1e6;
        self.tick_micros +=
            (micros - self.tick_micros) * if self.tick_micros == 0.0 { 1.0 } else { 0.1 };
        self.look(campus);
    }

    /// Notes where everybody stands.
    pub fn look(&mut self, campus: &Campus) {
        self.footing.look(campus);
    }

    fn measure(&mut self, real: f32, simulated: f32) {
        self.measured.0 += real;
        self.measured.1 += simulated;
        if self.measured.0 >= WINDOW {
            self.achieved = self.measured.1 / self.measured.0;
            self.measured = (0.0, 0.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_adds_up_to_whole_ticks() {
        assert_eq!(whole_ticks(0.5, 0.25), (0, 0.75));
        assert_eq!(whole_ticks(0.5, 2.75), (3, 0.25));
        assert_eq!(whole_ticks(0.5, f32::INFINITY).0, 1_000_000);
        assert_eq!(whole_ticks(0.0, -4.0), (0, 0.0));
    }

    #[test]
    fn a_paused_run_comes_to_rest() {
        struct Nothing;
        impl Between for Nothing {
            fn ready(&mut self, _: &mut Campus) -> bool {
                true
            }
            fn after(&mut self, _: &mut Campus) {}
        }
        let mut campus = collegium_sim::simulation::testing::campus(1, 3, 1);
        let mut drive = Drive::new(Speed::Real, None);
        assert!(drive.moves());
        drive.step();
        let before = campus.clock().now;
        for _ in 0..8 {
            assert!(drive.moves());
            drive.frame(&mut campus, 0.05, &mut Nothing);
        }
        assert!(!drive.moves());
        assert_eq!(
            campus.clock().now.since(before),
            campus.clock().tick_seconds
        );
    }

    #[test]
    fn people_are_drawn_between_tiles() {
        let trail = [Tile::new(2, 5), Tile::new(3, 5), Tile::new(3, 6)];
        let at = |f| along(&trail, f).map(|(x, y, ..)| (x, y));
        assert_eq!(at(0.0), Some((2.0, 5.0)));
        assert_eq!(at(0.25), Some((2.5, 5.0)));
        assert_eq!(at(1.0), Some((3.0, 6.0)));
        assert_eq!(at(7.0), Some((3.0, 6.0)));
        assert_eq!(along(&trail[..1], 0.5), None);
        assert_eq!(along(&[], 0.5), None);
    }
}
