//! What a policy head sees at a decision point: one vector, the same in the app, in datasets and in
//! every environment.

use super::{
    points::{FLAGS, Point},
    situation::Situation,
};
use crate::campus::{
    CampusMap, Noise, Tile,
    people::{Activity, Body, Commitment, Doing, Engagement, Needs, Persona},
};
use collegium_core::{
    named,
    time::{DAY, HOUR, MINUTE, SimTime},
};

/// How many numbers an observation has.
pub const WIDTH: usize = FLAGS.len() + OF_THE_MOMENT.len();

/// What a head sees at a decision point, one number for each of [`FEATURES`].
pub type Observation = [f32; WIDTH];

named! {
    /// In what a number of the observation is counted.
    Unit {
        /// Whether something is so.
        Flag = "0 or 1",
        /// A part of a whole, or a place on a scale.
        Share = "0 to 1",
        /// Simulated hours.
        Hours = "hours",
        /// Stretches of twenty minutes.
        TwentyMinutes = "20 minutes",
        /// Stretches of a quarter of an hour.
        QuarterHours = "15 minutes",
        /// Stretches of ten minutes.
        TenMinutes = "10 minutes",
        /// Tens of people.
        TenPeople = "10 people",
        /// Stretches of four hours.
        FourHours = "4 hours",
        /// How often, by fives.
        Fives = "5",
    }
}

impl Unit {
    /// What 1 is: how many of which things; none for flags and shares.
    pub const fn things(self) -> Option<(f32, &'static str)> {
        match self {
            Self::Flag | Self::Share => None,
            Self::Hours => Some((1.0, "hours")),
            Self::TwentyMinutes => Some((20.0, "minutes")),
            Self::QuarterHours => Some((15.0, "minutes")),
            Self::TenMinutes => Some((10.0, "minutes")),
            Self::TenPeople => Some((10.0, "people")),
            Self::FourHours => Some((4.0, "hours")),
            Self::Fives => Some((5.0, "")),
        }
    }
}

/// What a number of the observation is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Feature {
    /// Its name: the name of the column in datasets.
    pub name: &'static str,
    /// Its unit after scaling.
    pub unit: Unit,
    /// The least it can be, in its unit.
    pub low: f32,
    /// The most it can be, in its unit.
    pub high: f32,
    /// What it tells, in a sentence for the docs of datasets.
    pub meaning: &'static str,
}

const fn flag(name: &'static str, meaning: &'static str) -> Feature {
    Feature {
        name,
        unit: Unit::Flag,
        low: 0.0,
        high: 1.0,
        meaning,
    }
}

const fn share(name: &'static str, meaning: &'static str) -> Feature {
    Feature {
        name,
        unit: Unit::Share,
        low: 0.0,
        high: 1.0,
        meaning,
    }
}

const fn of(name: &'static str, unit: Unit, low: f32, high: f32, meaning: &'static str) -> Feature {
    Feature {
        name,
        unit,
        low,
        high,
        meaning,
    }
}

/// The numbers of an observation, in order: which point it is, and what there is to see.
pub const FEATURES: [Feature; WIDTH] = {
    let mut all = [flag("", ""); WIDTH];
    let mut at = 0;
    while at < WIDTH {
        all[at] = if at < FLAGS.len() {
            let (name, meaning) = FLAGS[at];
            flag(name, meaning)
        } else {
            OF_THE_MOMENT[at - FLAGS.len()]
        };
        at += 1;
    }
    all
};

/// The numbers that say what there is to see at a moment. Never reorder: trained heads read them by
/// place.
const OF_THE_MOMENT: &[Feature] = &[
    share("punctuality", "trait: early rather than late"),
    share("diligence", "trait: works rather than puts it off"),
    share("sociability", "trait: seeks company"),
    share("patience", "trait: waits for their turn"),
    share("courtesy", "trait: greets, helps, apologises"),
    share("energy", "trait: lively rather than tired"),
    share("thrift", "trait: saves rather than spends"),
    share("quietness", "trait: speaks low"),
    share("need_sleep", "how well rested"),
    share("need_food", "how well fed"),
    share("need_company", "how much company lately"),
    share("need_fun", "how much fun lately"),
    share("need_hygiene", "how clean"),
    share("hour", "the time of day, 0 at midnight"),
    share("weekday", "the day of the week, Monday 0, Sunday 1"),
    of(
        "begins_in",
        Unit::Hours,
        -1.0,
        4.0,
        "until the next commitment begins; 4 without one",
    ),
    of("walk", Unit::TwentyMinutes, 0.0, 2.0, "the walk to it"),
    of(
        "slack",
        Unit::QuarterHours,
        -2.0,
        4.0,
        "what is left before one has to go, at a walk, to be there on the minute",
    ),
    flag("next_class", "the next commitment is a class to attend"),
    flag("next_teach", "it is a class to give"),
    flag("next_shift", "it is a shift of work"),
    flag("next_event", "it is an event"),
    flag("next_meeting", "it is a meeting with somebody"),
    of(
        "aim",
        Unit::TenMinutes,
        -1.0,
        1.0,
        "how long before it one means to be there",
    ),
    flag(
        "optional",
        "what comes next may be skipped; a talk may be ended",
    ),
    of(
        "ahead",
        Unit::TenPeople,
        0.0,
        2.0,
        "who wait in front in the queue",
    ),
    flag("place_silent", "the place wants silence"),
    flag("place_quiet", "the place wants quiet"),
    flag("place_normal", "the place is like any other"),
    flag("place_loud", "the place is loud"),
    of("near", Unit::TenPeople, 0.0, 2.0, "within three tiles"),
    flag("other_known", "the other is known"),
    share(
        "closeness",
        "how close the other is, a tenth of the 0 to 10 scale",
    ),
    flag("other_turned", "the other has greeted or asked first"),
    of(
        "activity",
        Unit::Hours,
        0.0,
        2.0,
        "since the present activity began",
    ),
    flag("studying", "studies at present"),
    flag("talking", "is in a conversation"),
    of("studied", Unit::FourHours, 0.0, 2.0, "studied today"),
    of("violations", Unit::Fives, 0.0, 2.0, "norms broken today"),
];

/// The place of a number in an observation, by its name; known when this is compiled.
#[expect(
    clippy::panic,
    reason = "it is asked for in constants only: a wrong name does not compile"
)]
pub(super) const fn place(name: &str) -> usize {
    let mut at = 0;
    while at < WIDTH {
        let (one, other) = (FEATURES[at].name.as_bytes(), name.as_bytes());
        let mut same = 0;
        while same < one.len() && same < other.len() && one[same] == other[same] {
            same += 1;
        }
        if same == one.len() && same == other.len() {
            return at;
        }
        at += 1;
    }
    panic!("there is no such feature")
}

/// What of a person is observed.
pub(super) struct Seen<'a> {
    pub persona: &'a Persona,
    pub body: &'a Body,
    pub needs: &'a Needs,
    pub activity: &'a Activity,
    pub next: Option<&'a Commitment>,
    pub now: SimTime,
    /// Seconds before the next commitment that they mean to be there.
    pub aim: i32,
    /// Seconds studied today.
    pub studied: u32,
    /// How many norms were broken today.
    pub violations: u16,
    /// People within three tiles.
    pub near: usize,
}

/// Seconds by which somebody at `tile` would come late to a commitment at a walk; negative when
/// they would be early. Much too early without one.
pub fn lateness(map: &CampusMap, tile: Tile, next: Option<&Commitment>, now: SimTime) -> i32 {
    late_by(
        next,
        next.map_or(0, |next| walk_seconds(map, tile, next)),
        now,
    )
}

/// The same, where the seconds of the walk are known already.
fn late_by(next: Option<&Commitment>, walk: i32, now: SimTime) -> i32 {
    next.map_or(-(4 * HOUR as i32), |next| {
        now.0 as i32 + walk - next.begins.0 as i32
    })
}

fn walk_seconds(map: &CampusMap, tile: Tile, to: &Commitment) -> i32 {
    if map.place_of(tile) == Some(to.place) {
        return 0;
    }
    (map.distance(tile, map.entrance(to.place)).unwrap_or(200) * 5) as i32
}

/// Writes an observation; every number within its range.
pub(super) fn observe(situation: &Situation, seen: &Seen<'_>, map: &CampusMap) -> Observation {
    let mut all = [0.0_f32; WIDTH];
    let mut at = 0;
    let mut put = |value: f32| {
        let feature = &FEATURES[at];
        all[at] = value.clamp(feature.low, feature.high);
        at += 1;
    };
    let bit = |yes: bool| f32::from(u8::from(yes));
    for point in Point::ALL {
        put(bit(*point == situation.point));
    }
    for (_, value) in seen.persona.traits.named() {
        put(value);
    }
    for (_, level) in seen.needs.levels(seen.now).iter() {
        put(*level);
    }
    put(seen.now.of_day() as f32 / DAY as f32);
    put(seen.now.weekday() as f32 / 6.0);
    let begins_in = seen.next.map_or(4.0, |n| {
        (n.begins.0 as f32 - seen.now.0 as f32) / HOUR as f32
    });
    let walk = seen
        .next
        .map_or(0, |n| walk_seconds(map, seen.body.tile, n));
    put(begins_in);
    put(walk as f32 / (20 * MINUTE) as f32);
    put(-late_by(seen.next, walk, seen.now) as f32 / (15 * MINUTE) as f32);
    let what = seen.next.map(|n| n.what);
    put(bit(matches!(what, Some(Engagement::Class(..)))));
    put(bit(matches!(what, Some(Engagement::Teach(..)))));
    put(bit(matches!(what, Some(Engagement::Shift(_)))));
    put(bit(matches!(what, Some(Engagement::Event(_)))));
    put(bit(matches!(what, Some(Engagement::Meeting(_)))));
    put(seen.aim as f32 / (10 * MINUTE) as f32);
    put(bit(situation.optional));
    put(situation.ahead as f32 / 10.0);
    for noise in [Noise::Silent, Noise::Quiet, Noise::Normal, Noise::Loud] {
        put(bit(situation.noise == noise));
    }
    put(seen.near as f32 / 10.0);
    let closeness = situation.other.and_then(|o| o.closeness);
    put(bit(closeness.is_some()));
    put(closeness.unwrap_or(0.0) / 10.0);
    put(bit(situation.other.is_some_and(|o| o.turned)));
    put(seen.now.since(seen.activity.since) as f32 / HOUR as f32);
    put(bit(seen.activity.doing == Doing::Studying));
    put(bit(seen.activity.talk.is_some()));
    put(seen.studied as f32 / (4 * HOUR) as f32);
    put(f32::from(seen.violations) / 5.0);
    debug_assert_eq!(at, WIDTH);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_name_of_its_own_and_a_range() {
        for (i, feature) in FEATURES.iter().enumerate() {
            assert!(feature.low < feature.high && !feature.meaning.is_empty());
            assert!(
                FEATURES[..i].iter().all(|f| f.name != feature.name),
                "{}",
                feature.name
            );
        }
    }
}
