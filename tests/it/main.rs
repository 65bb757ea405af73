//! The program as a whole: its commands, its files, and what a killed run leaves behind; and what
//! holds the project together.

mod anywhere;
mod command_line;
mod draws;
mod embeddings;
mod floors;
mod hostile;
mod looking_on;
mod words;
