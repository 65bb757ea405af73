//! `collegium licences`: the licences of the program and of what it is built from.

use super::{Failure, out::out};
use std::{io::Write as _, process::ExitCode};

/// Notices of the packages that the program is built from; `.ci/packages notices` writes them.
const NOTICES: &str = include_str!("../../THIRD-PARTY.txt");

/// Prints all licences.
///
/// # Errors
/// When standard output cannot be written.
pub fn licences() -> Result<ExitCode, Failure> {
    let mut out = out();
    for text in [
        include_str!("../../LICENSE"),
        "\nArt, maps and fonts\n\n",
        include_str!("../../assets/CREDITS.md"),
        "\n",
        include_str!("../../assets/fonts/OFL.txt"),
        "\n",
        NOTICES,
    ] {
        out.write_all(text.as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}
