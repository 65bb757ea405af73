//! Policy heads that provably learn: imitation, offline and online reinforcement learning, generic
//! over burn's backends.
//!
//! The package knows nothing of campuses. What it learns in is an [`env::Environment`] or a set of
//! [`rollout::Segment`]s that somebody collected; what it gives is a [`head::Head`], a plain `f32`
//! forward pass that is the same bit for bit wherever it runs.

pub mod algo;
pub mod algorithm;
pub mod backend;
pub mod batch;
pub mod checkpoint;
pub mod descriptor;
pub mod dist;
pub mod env;
pub mod envs;
pub mod error;
pub mod files;
pub mod gae;
pub mod gold;
pub mod head;
pub mod learner;
pub mod metrics;
pub mod nets;
pub mod norm;
pub mod optim;
pub mod parity;
pub mod plot;
pub mod policy;
pub mod replay;
pub mod rollout;
pub mod schedule;
pub mod seed;
pub mod speed;
pub mod stats;
pub mod tabular;
pub mod tanh;
