//! Greetings and apologies.

use super::{Counts, Measured, ratio};

collegium_core::named! {
    /// What is counted of greetings and apologies.
    Courtesy {
        /// Times somebody known came by or greeted them.
        Met = "met",
        /// Times they greeted then.
        Greeted = "greeted",
        /// Times they broke a norm at somebody's cost.
        AmendsDue = "amends_due",
        /// Times they said sorry for it.
        Apologised = "apologised",
    }
}

impl Measured for Courtesy {
    const MORE_IS_BETTER: bool = true;

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        ratio(
            counts.get(Self::Greeted) + counts.get(Self::Apologised),
            counts.get(Self::Met) + counts.get(Self::AmendsDue),
        )
    }
}
