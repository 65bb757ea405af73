//! Having what one needs: rest, food, company, fun, cleanliness.

use super::{Counts, Look, Measured, ratio};

collegium_core::named! {
    /// What is counted of needs.
    Wellbeing {
        /// Minutes lived, once for each need.
        NeedMinutes = "need_minutes",
        /// Those of them in which the need was met.
        MetMinutes = "met_minutes",
    }
}

impl Measured for Wellbeing {
    const MORE_IS_BETTER: bool = true;

    fn lived(look: &Look, minutes: u32, counts: &mut Counts) {
        counts.add(Self::NeedMinutes, minutes.saturating_mul(look.needs));
        counts.add(Self::MetMinutes, minutes.saturating_mul(look.met));
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::MetMinutes), counts.get(Self::NeedMinutes))
    }
}
