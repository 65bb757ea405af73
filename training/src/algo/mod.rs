//! The algorithms. Each has a configuration whose defaults are its reference's, and says in its
//! docs which details it has and from where.

pub mod adversarial;
pub mod bc;
pub mod cql;
pub mod disc;
pub mod grpo;
pub mod iql;
pub mod offline;
pub mod offline_loss;
pub mod offline_steps;
pub mod on_policy;
pub mod ppo;
pub mod sac;
