//! The algorithms. Each has a configuration whose defaults are its reference's, and says in its docs which details it has and from where.

pub mod bc;
pub mod on_policy;
pub mod ppo;
pub mod sac;
