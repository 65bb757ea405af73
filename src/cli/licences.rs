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
        &ours(),
        include_str!("../../assets/fonts/OFL.txt"),
        "\n",
        NOTICES,
    ] {
        out.write_all(text.as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What this project says itself; its credits are written so that they read as plain text. The
/// licences of others follow it word for word, as they ask to be passed on.
fn ours() -> String {
    let credits = include_str!("../../assets/CREDITS.md")
        .trim_start_matches("# Credits")
        .trim_start();
    format!(
        "{}\nArt, maps and fonts\n\n{credits}\nThe licences of others follow, as they wrote them.\n\n",
        include_str!("../../LICENSE"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ours_is_plain_text() {
        let text = ours();
        for sign in ["|", "`", "**", "](", "\n#"] {
            assert!(!text.contains(sign), "{sign}: {text}");
        }
        for part in [
            "MIT License",
            "\nArt, maps and fonts\n\n- tiles/",
            "OFL-1.1 (fonts/OFL.txt).\n",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(
            text.lines().all(|line| line.chars().count() <= 90),
            "{text}"
        );
    }
}
