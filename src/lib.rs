//! Collegium: a university campus whose people are generative agents, simulated on Bevy's ECS.
//!
//! The rooms stand on floors and may use rooms on lower floors only; `ARCHITECTURE.md` shows the
//! plan. From the bottom up: [`dice`], [`input`], [`time`], [`words`], [`campus`]; [`tools`],
//! [`memory`]; [`conduct`], [`social`]; [`mind`]; [`record`]; [`simulation`] (which joins them into
//! one [`simulation::Campus`]); [`cli`] and, with the feature of that name, `desktop`.

pub mod campus;
pub mod cli;
pub mod conduct;
#[cfg(feature = "desktop")]
pub mod desktop;
pub mod dice;
pub mod input;
pub mod learning;
pub mod llm;
pub mod memory;
pub mod mind;
pub mod record;
pub mod simulation;
pub mod social;
pub mod time;
pub mod tools;
pub mod words;
