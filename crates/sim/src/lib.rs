//! A campus that lives. Every room is a plugin that declares itself with [`room`]. The rooms stand
//! on each other and use lower ones only; from the bottom up: [`campus`] (map, people, scenarios);
//! [`tools`] (everything a person can do) and [`memory`]; [`conduct`] and [`social`]; [`mind`];
//! [`record`]; and [`simulation`], which joins them into one [`simulation::Campus`].

pub mod campus;
pub mod conduct;
pub mod memory;
pub mod mind;
pub mod record;
pub mod room;
pub mod simulation;
pub mod social;
pub mod tools;
