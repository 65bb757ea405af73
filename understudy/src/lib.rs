//! A stand-in for language model servers.
