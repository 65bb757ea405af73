//! What of a situation those tell apart who learn from decisions.

use super::{
    observe::{Observation, place},
    points::Point,
};
use collegium_core::named;

named! {
    /// What of a situation a lesson may depend on. At a point either none is told apart, or exactly
    /// one of [`Circumstance::of`] holds.
    Circumstance {
        /// The next commitment is a class to attend.
        Class = "class",
        /// The next commitment is anything else.
        Engagement = "engagement",
        /// At a walk one would come late to the next commitment.
        Late = "late",
        /// At a walk one would be in time, or nothing is fixed.
        Unhurried = "unhurried",
        /// Three or more wait in front.
        LongQueue = "long_queue",
        /// Two at most wait in front.
        ShortQueue = "short_queue",
        /// The place wants silence.
        Silence = "silence",
        /// The place wants quiet.
        Quiet = "quiet",
        /// The place wants neither.
        Lively = "lively",
        /// The other has greeted first.
        Greeted = "greeted",
        /// The other has not.
        Ungreeted = "ungreeted",
    }
}

const NEXT_CLASS: usize = place("next_class");
const SLACK: usize = place("slack");
const AHEAD: usize = place("ahead");
const SILENT: usize = place("place_silent");
const QUIET: usize = place("place_quiet");
const TURNED: usize = place("other_turned");

impl Circumstance {
    /// Those of the place: which voice it wants.
    pub(super) const OF_THE_PLACE: &'static [Circumstance] = &[
        Circumstance::Silence,
        Circumstance::Quiet,
        Circumstance::Lively,
    ];

    /// Those that are told apart at a point; none where only the point counts.
    pub fn of(point: Point) -> &'static [Circumstance] {
        point.circumstances()
    }

    /// Whether it holds in what was seen.
    pub fn holds(self, seen: &Observation) -> bool {
        let yes = |at: usize| seen[at] > 0.5;
        match self {
            Circumstance::Class => yes(NEXT_CLASS),
            Circumstance::Engagement => !yes(NEXT_CLASS),
            Circumstance::Late => seen[SLACK] < 0.0,
            Circumstance::Unhurried => seen[SLACK] >= 0.0,
            // Tens of people: halfway between two and three.
            Circumstance::LongQueue => seen[AHEAD] > 0.25,
            Circumstance::ShortQueue => seen[AHEAD] <= 0.25,
            Circumstance::Silence => yes(SILENT),
            Circumstance::Quiet => yes(QUIET),
            Circumstance::Lively => !yes(SILENT) && !yes(QUIET),
            Circumstance::Greeted => yes(TURNED),
            Circumstance::Ungreeted => !yes(TURNED),
        }
    }

    /// Which one holds at a point; none where none is told apart.
    pub fn at(point: Point, seen: &Observation) -> Option<Circumstance> {
        Circumstance::of(point)
            .iter()
            .copied()
            .find(|c| c.holds(seen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conduct::WIDTH;
    use collegium_core::dice::{Dice, Draw};

    #[test]
    fn one_circumstance_of_a_point_holds() {
        let mut dice = Dice { seed: 5 }.stream(0, Draw::of("test"), 0);
        for _ in 0..200 {
            let mut seen = [0.0; WIDTH];
            for value in &mut seen {
                *value = if dice.chance(0.5) {
                    dice.between(-1.0, 2.0)
                } else {
                    f32::from(u8::from(dice.chance(0.5)))
                };
            }
            // A place wants one thing.
            if seen[SILENT] > 0.5 {
                seen[QUIET] = 0.0;
            }
            for point in Point::ALL {
                let of = Circumstance::of(*point);
                assert_eq!(
                    of.iter().filter(|c| c.holds(&seen)).count(),
                    usize::from(!of.is_empty()),
                    "{point}"
                );
            }
        }
    }
}
