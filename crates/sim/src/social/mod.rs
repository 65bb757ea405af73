//! What people have to do with each other: facts and how they spread, what conversations leave
//! behind, and the measures of both.

pub mod facts;
pub mod impression;
pub mod measures;

pub use facts::{Fact, FactKind, Form, Knowledge, Ledger, Source, arise, read_feed, spread, teach};
pub use impression::{apply, built_in};
pub use measures::{Emergence, measure};
