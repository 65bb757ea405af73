//! Helping, giving and lending.

use super::{Counts, Measured, ratio};
use crate::tools::SimEvent;

collegium_core::named! {
    /// What is counted of help and gifts.
    Cooperation {
        /// Times asked for help.
        Asked = "asked",
        /// Times they helped when asked.
        Helped = "helped",
        /// Times something was given or lent that nobody had a claim to.
        Gave = "gave",
    }
}

impl Measured for Cooperation {
    const MORE_IS_BETTER: bool = true;

    fn count(event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Deed { deed } = event
            && deed.does().cooperates()
        {
            counts.add(Self::Gave, 1);
        }
    }

    fn value(counts: &Counts, _: f64) -> Option<f64> {
        let gave = counts.get(Self::Gave);
        ratio(
            counts.get(Self::Helped) + gave,
            counts.get(Self::Asked) + gave,
        )
    }
}
