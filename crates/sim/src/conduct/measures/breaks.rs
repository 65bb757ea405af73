//! Breaking off studying.

use super::{Counts, Measured, ratio};

collegium_core::named! {
    /// What is counted of temptations.
    Breaks {
        /// Times tempted to break off studying.
        Tempted = "tempted",
        /// Times broken off.
        BrokeOff = "broke_off",
    }
}

impl Measured for Breaks {
    const MORE_IS_BETTER: bool = false;

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(counts.get(Self::BrokeOff), counts.get(Self::Tempted))
    }
}
