//! Keys of servers: where they come from, and how they stay out of everything that is shown or
//! saved.

use collegium_core::input::BadInput;
use secrecy::{ExposeSecret as _, SecretString};
use std::{collections::BTreeMap, fmt, path::Path};

/// What stands in the place of a key in texts.
const HIDDEN: &str = "[key]";

/// A server's key. It can be sent, and taken out of texts; it cannot be shown, compared or saved.
#[derive(Clone)]
pub struct Key(SecretString);

impl Key {
    /// Wraps a key; none when it is blank.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(SecretString::from(text)))
    }

    /// The key's text, for a request's header and nothing else.
    pub(super) fn reveal(&self) -> &str {
        self.0.expose_secret()
    }

    /// A text without this key, which servers like to repeat in their errors. Parts of 8 characters
    /// or more from its beginning or end are taken out too, since some servers show those.
    pub fn scrub(&self, text: &str) -> String {
        let key = self.reveal();
        if key.len() < 4 {
            // A word in the place of a key, as servers at home take any: no secret, and perhaps
            // part of many words.
            return text.to_owned();
        }
        let mut clean = text.replace(key, HIDDEN);
        for length in (8..key.len()).rev() {
            if let Some(start) = key.get(..length)
                && clean.contains(start)
            {
                clean = clean.replace(start, HIDDEN);
            }
            if let Some(end) = key.get(key.len() - length..)
                && clean.contains(end)
            {
                clean = clean.replace(end, HIDDEN);
            }
        }
        clean
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

/// Variables in which keys are looked up: those of the process first, then those of a `.env` file.
/// The process's own are never changed.
#[derive(Default)]
pub struct Environment {
    file: BTreeMap<String, SecretString>,
    process: bool,
}

impl Environment {
    /// The process's variables and those of `folder/.env`, where there is one.
    ///
    /// # Errors
    /// When the file is there and cannot be read or understood. The message never repeats a line of
    /// it.
    pub fn read(folder: &Path) -> Result<Self, BadInput> {
        let path = folder.join(".env");
        let mut file = BTreeMap::new();
        if path.is_file() {
            let bad = |what: String| BadInput {
                file: path.clone(),
                at: None,
                what,
            };
            let lines = dotenvy::from_path_iter(&path)
                .map_err(|_| bad("cannot be read; expected a readable text file".to_owned()))?;
            for line in lines {
                let (name, value) = line.map_err(|_| {
                    bad(format!(
                        "the line after {} cannot be understood; expected NAME=value on each line",
                        file.keys()
                            .next_back()
                            .map_or("the beginning", String::as_str)
                    ))
                })?;
                file.insert(name, SecretString::from(value));
            }
        }
        Ok(Self {
            file,
            process: true,
        })
    }

    /// Only the variables given, for tests.
    pub fn only<'a>(variables: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let file = variables
            .into_iter()
            .map(|(name, value)| (name.to_owned(), SecretString::from(value)))
            .collect();
        Self {
            file,
            process: false,
        }
    }

    /// The key in a variable; none when it is not set or blank.
    pub fn key(&self, variable: &str) -> Option<Key> {
        let own = if self.process {
            std::env::var(variable).ok()
        } else {
            None
        };
        match own {
            Some(text) => Key::new(&text),
            None => self
                .file
                .get(variable)
                .and_then(|text| Key::new(text.expose_secret())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_never_shown() {
        let key = Key::new(" sk-secret-0123456789 ").unwrap();
        assert_eq!(format!("{key:?}"), "[key]");
        assert_eq!(
            key.scrub("Incorrect key sk-secret-0123456789!"),
            "Incorrect key [key]!"
        );
        assert_eq!(
            key.scrub("Incorrect key sk-secret-0***"),
            "Incorrect key [key]***"
        );
        assert_eq!(key.scrub("a word"), "a word");
        assert_eq!(Key::new("no").unwrap().scrub("nobody"), "nobody");
        assert!(Key::new("  ").is_none());
    }

    #[test]
    fn a_dotenv_file_is_read_without_touching_the_process() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(
            folder.path().join(".env"),
            "# keys\nCOLLEGIUM_TEST_KEY_A='abc def'\nHOME=/nowhere\n",
        )
        .unwrap();
        let environment = Environment::read(folder.path()).unwrap();
        assert_eq!(
            environment.key("COLLEGIUM_TEST_KEY_A").unwrap().reveal(),
            "abc def"
        );
        assert_ne!(
            environment.key("HOME").unwrap().reveal(),
            "/nowhere",
            "the process's own come first"
        );
        assert!(std::env::var("COLLEGIUM_TEST_KEY_A").is_err());
        assert!(environment.key("COLLEGIUM_TEST_KEY_B").is_none());
    }

    #[test]
    fn a_broken_dotenv_file_is_refused_without_showing_it() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(".env"), "GOOD=1\nsk-oops-no-name\n").unwrap();
        let error = Environment::read(folder.path()).err().unwrap().to_string();
        assert!(
            error.contains("after GOOD") && !error.contains("sk-oops"),
            "{error}"
        );
    }
}
