//! The `collegium` program: the desktop app and the headless commands.

use std::process::ExitCode;

fn main() -> ExitCode {
    collegium::cli::main()
}
