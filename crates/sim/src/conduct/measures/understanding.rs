//! Understanding more of the courses that one takes.

use super::{Counts, Measured, ratio};

collegium_core::named! {
    /// What is counted of understanding, hour by hour, the mean of all courses that one takes.
    Understanding {
        /// Hundredths of a percentage point in hours in which more was understood than before.
        Gained = "understanding_gained",
        /// Hundredths of a point in hours in which something was forgotten.
        Lost = "understanding_lost",
        /// Hours of those who take courses.
        Hours = "student_hours",
    }
}

impl Measured for Understanding {
    const MORE_IS_BETTER: bool = true;

    fn understood(points: f32, hours: u32, counts: &mut Counts) {
        let what = if points > 0.0 {
            Self::Gained
        } else {
            Self::Lost
        };
        counts.add(what, (points.abs() * 100.0).round() as u32);
        counts.add(Self::Hours, hours);
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        let of = |what: Self| ratio(counts.get(what), counts.get(Self::Hours));
        Some((of(Self::Gained)? - of(Self::Lost)?) * 24.0 / 100.0)
    }
}
