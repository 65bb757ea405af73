//! What a save has apart from its states, in tables of its own: each part is a file that says which
//! rows the save lacks, and a line in [`all`].

pub(super) mod calls;
mod emergence;
mod events;
mod facts;
mod invitations;
pub(super) mod memories;
mod part;
mod talks;
pub(super) mod vectors;

pub(super) use part::Part;

pub use emergence::emergence;
pub use part::Sources;

/// All parts, of a save that has nothing yet.
pub(super) fn all() -> Vec<Box<dyn Part>> {
    vec![
        Box::new(events::Events),
        Box::<memories::Memories>::default(),
        Box::new(talks::Talks),
        Box::new(calls::Calls),
        Box::<vectors::VectorRows>::default(),
        Box::<facts::Facts>::default(),
        Box::<invitations::Invitations>::default(),
        Box::new(emergence::Emergence),
    ]
}
