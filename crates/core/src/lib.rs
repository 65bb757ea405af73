//! What every other floor stands on: simulated [`time`], [`dice`] that the same seed throws alike,
//! the app's own texts in several languages ([`i18n`]), where files are found ([`files`]), messages
//! about those that people write ([`input`]), texts from outside made [`harmless`](text::harmless)
//! wherever they stand in a value ([`cleaned`]), vectors of sentences ([`embed`]), sentences with gaps
//! ([`sentence`]), which of some names is meant by one that is spelt otherwise ([`spelling`]), and the numbers
//! by which people and places are called ([`ids`]).

pub mod cleaned;
pub mod dice;
pub mod embed;
mod excerpt;
pub mod files;
pub mod i18n;
pub mod ids;
pub mod input;
pub mod lines;
pub mod named;
pub mod sentence;
pub mod spelling;
pub mod text;
pub mod time;
