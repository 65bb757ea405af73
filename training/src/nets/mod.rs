//! Networks as burn modules, made from weights that are drawn on the host.
//!
//! burn's own initialisers draw from one generator of the process, and a module whose weights are
//! not yet drawn gives different ones to its clone: here every parameter is a tensor from the first
//! moment.

pub mod critics;
pub mod diffusion;
pub mod gru;
pub mod init;
pub mod lora;
pub mod mlp;
pub mod params;
pub mod reward;
