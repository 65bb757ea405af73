//! What is counted of norms.

use super::entry::{Counting, Entry};
use crate::tools::Norm;

/// Norms broken, by norm.
pub(super) const VIOLATIONS: Entry = Entry {
    name: "violations",
    line: "norms broken",
    told: "{}",
    detail: false,
    counting: Counting::Words {
        all: || Norm::SEEN.map(Norm::word).to_vec(),
        at_zero: true,
        of: |event| event.breach().map(|breach| breach.norm().word()),
    },
};
