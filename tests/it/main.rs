//! The program as a whole: its commands, its files, what it says of bad ones, and what a killed
//! run leaves behind.

mod anywhere;
mod bad_input;

mod command_line;
mod embeddings;
mod floors;
mod hostile;
mod saves;
mod words;
