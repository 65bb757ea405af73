//! Helping, giving and lending.

use super::{Count, Counts, Measured, ratio};
use crate::tools::SimEvent;

pub(super) struct Cooperation;

impl Measured for Cooperation {
    fn more_is_better(&self) -> bool {
        true
    }

    fn count(&self, event: &SimEvent, counts: &mut Counts) {
        if let SimEvent::Deed { deed } = event
            && deed.does().cooperates()
        {
            counts.add(Count::Gave, 1);
        }
    }

    fn value(&self, counts: &Counts, _: f64) -> Option<f64> {
        let gave = counts.get(Count::Gave);
        ratio(
            counts.get(Count::Helped) + gave,
            counts.get(Count::Asked) + gave,
        )
    }
}
