//! A campus that lives. The rooms stand on each other and use lower ones only; from the bottom up:
//! [`campus`] (map, people, scenarios); [`tools`] (everything a person can do) and [`memory`];
//! [`conduct`] and [`social`]; [`mind`]; [`record`]; and [`simulation`], which joins them into one
//! [`simulation::Campus`].

pub mod campus;
pub mod conduct;
pub mod memory;
pub mod mind;
pub mod record;
pub mod simulation;
pub mod social;
pub mod tools;
