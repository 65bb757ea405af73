//! Coming closer to others by what one has to do with them.

use super::{Counts, Measured, each_day};

collegium_core::named! {
    /// What is counted of closeness, all others together, hour by hour; what fades over night is
    /// not counted.
    ClosenessGained {
        /// Thousandths of a point of closeness in hours that brought people closer.
        Gained = "closeness_gained",
        /// Thousandths of a point in hours that took them apart.
        Lost = "closeness_lost",
    }
}

impl Measured for ClosenessGained {
    const MORE_IS_BETTER: bool = true;

    fn closer(points: f32, counts: &mut Counts) {
        let thousandths = (points.abs() * 1000.0).round() as u32;
        let what = if points > 0.0 {
            Self::Gained
        } else {
            Self::Lost
        };
        counts.add(what, thousandths);
    }

    fn value(counts: &Counts, person_days: f64) -> Option<f64> {
        let of = |what: Self| each_day(counts.get(what), person_days);
        Some((of(Self::Gained)? - of(Self::Lost)?) / 1000.0)
    }
}
