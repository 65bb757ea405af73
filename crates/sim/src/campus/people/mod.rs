//! What a person is made of: the components of an agent.

mod action;
mod activity;
mod aims;
mod body;
mod goals;
mod learning;
mod needs;
mod persona;
mod timetable;
mod works;

pub use action::Action;
pub use activity::{Activity, Doing, Focus, Stay, places_for};
pub use aims::{Aim, Aims};
pub use body::{Body, Posture, Purse};
pub use goals::{Goal, Goals, Obstacle, Outcome, REACHED, Stands, Toward};
pub use learning::{Grasp, Learning, Test};
pub use needs::{ByNeed, Need, Needs};
pub use persona::{
    Look, MindKind, Persona, Relation, Relationship, Role, SeedMemory, Shift, Traits,
};
pub use timetable::{Commitment, Engagement, Timetable};
pub use works::{Came, DRAWN, Ended, Ending, PART, Standing, Task, Works};
