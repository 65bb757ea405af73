//! What can go wrong, each with one message that says where, what was found and what was expected.

use std::path::{Path, PathBuf};

/// A failure of learning, or of what was given to it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read or written.
    #[error("{}: {cause}", shown(path))]
    Io {
        /// The file it is about.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file holds something else than it should.
    #[error("{}: found {}, expected {expected}", shown(path), line(found))]
    File {
        /// The file it is about.
        path: PathBuf,
        /// What stands in the file.
        found: String,
        /// What could stand there.
        expected: String,
    },
    /// Weights or data have a wrong shape.
    #[error("{}: found {}, expected {expected}", line(what), line(found))]
    Shape {
        /// Which tensor or field.
        what: String,
        /// The shape that it has.
        found: String,
        /// The shape it should have.
        expected: String,
    },
    /// A setting is impossible.
    #[error("setting `{field}`: found {}, expected {expected}", line(found))]
    Config {
        /// The name of the setting.
        field: &'static str,
        /// The value that was given.
        found: String,
        /// What values are possible.
        expected: String,
    },
    /// Experience or demonstrations that cannot be learned from.
    #[error("data, {}: found {}, expected {expected}", line(what), line(found))]
    Data {
        /// The field, or what the data are.
        what: String,
        /// What stands in the data.
        found: String,
        /// What could stand there.
        expected: String,
    },
    /// Training turned non-finite. What is left is the state before the update that did.
    #[error("training stopped at step {step}: {loss} is not finite")]
    NonFinite {
        /// Gradient steps before it, over the whole run.
        step: u64,
        /// The loss, by the name under which it is logged.
        loss: String,
    },
}

/// A path in one line: a name may hold line ends, and a message must not seem to be several.
pub(crate) fn shown(path: &Path) -> String {
    line(&path.to_string_lossy())
}

/// What was found, in one line.
fn line(text: &str) -> String {
    text.replace('\n', "␊")
}

/// The result of something that can go wrong in learning.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A setting that cannot be.
    pub fn config(field: &'static str, found: impl ToString, expected: impl Into<String>) -> Self {
        Error::Config {
            field,
            found: found.to_string(),
            expected: expected.into(),
        }
    }

    /// Data that cannot be learned from.
    pub fn data(
        what: impl Into<String>,
        found: impl ToString,
        expected: impl Into<String>,
    ) -> Self {
        Error::Data {
            what: what.into(),
            found: found.to_string(),
            expected: expected.into(),
        }
    }

    /// An [`Error::Shape`] in words.
    pub fn shape(what: impl Into<String>, found: impl ToString, expected: impl ToString) -> Self {
        Error::Shape {
            what: what.into(),
            found: found.to_string(),
            expected: expected.to_string(),
        }
    }

    /// A file with something else in it.
    pub fn file(
        path: impl Into<PathBuf>,
        found: impl ToString,
        expected: impl Into<String>,
    ) -> Self {
        Error::File {
            path: path.into(),
            found: found.to_string(),
            expected: expected.into(),
        }
    }

    /// A file that could not be read or written.
    pub fn io(path: impl Into<PathBuf>, cause: std::io::Error) -> Self {
        Error::Io {
            path: path.into(),
            cause,
        }
    }
}

/// Refuses losses that are not finite: `losses` are name and value, `step` the gradient step they
/// are of.
///
/// # Errors
/// [`Error::NonFinite`] with the first name whose value is NaN or infinite.
pub fn finite<'a>(step: u64, losses: impl IntoIterator<Item = (&'a str, f32)>) -> Result<()> {
    match losses.into_iter().find(|(_, value)| !value.is_finite()) {
        Some((loss, _)) => Err(Error::NonFinite {
            step,
            loss: loss.to_owned(),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_line() {
        let found = Error::file("heads/a\nb.json", "“c\nd”", "a card").to_string();
        assert_eq!(found, "heads/a␊b.json: found “c␊d”, expected a card");
    }

    #[test]
    fn non_finite_losses_are_named() {
        assert!(finite(3, [("losses/value_loss", 1.0)]).is_ok());
        let said = finite(
            3,
            [("losses/value_loss", 1.0), ("losses/entropy", f32::NAN)],
        )
        .unwrap_err()
        .to_string();
        assert_eq!(
            said,
            "training stopped at step 3: losses/entropy is not finite"
        );
    }
}
