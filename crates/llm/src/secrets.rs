//! Keys of servers: where they come from, and how they stay out of everything that is shown or
//! saved.

mod forms;

use collegium_core::input::{BadInput, read_file};
use forms::Forms;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value};
use std::{borrow::Cow, collections::BTreeMap, fmt, path::Path};

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

    /// A text without this key, as [`Secrets::scrub`] does it for all.
    pub fn scrub(&self, text: &str) -> String {
        Secrets::of([self]).scrub(text).into_owned()
    }
}

/// All keys of the settings together, to be kept out of whatever comes from servers: their answers
/// as well as their errors.
#[derive(Default)]
pub struct Secrets(Forms);

impl Secrets {
    /// The secrets that some keys are.
    pub fn of<'a>(keys: impl IntoIterator<Item = &'a Key>) -> Self {
        Self(Forms::of(keys.into_iter().map(Key::reveal)))
    }

    /// A key, to be found as a whole only, in any of its forms: for texts of the user's own, in
    /// which parts of a key can stand by chance. So can one of fewer than 8 letters and digits, and
    /// a word (letters and dashes, fewer than 16), as servers at home take any: those are not
    /// found.
    pub fn whole(key: &Key) -> Self {
        let text = key.reveal();
        let signs = text.bytes().filter(u8::is_ascii_alphanumeric).count();
        let letters = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_');
        if signs < 8 || (signs < 16 && text.bytes().all(letters)) {
            return Self::default();
        }
        Self(Forms::whole(text))
    }

    /// Whether a text holds any key.
    pub fn are_in(&self, text: &str) -> bool {
        !self.0.find(text).is_empty()
    }

    /// A text without any key: not as it is, reversed, in other letters, in base64, hexadecimal or
    /// with escapes, with signs put between, nor a part of 8 letters and digits or more of it. Keys
    /// of fewer than 8 letters and digits are found as they are, reversed and encoded only; those
    /// of fewer than 4 characters are words in the place of a key, as servers at home take any, and
    /// no secret.
    pub fn scrub<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let found = self.0.find(text);
        if found.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut clean = String::with_capacity(text.len());
        let mut at = 0;
        for range in found {
            clean.push_str(&text[at..range.start]);
            clean.push_str(HIDDEN);
            at = range.end;
        }
        clean.push_str(&text[at..]);
        Cow::Owned(clean)
    }

    /// Takes keys out of every text of a JSON value, names of fields included.
    pub fn scrub_json(&self, value: &mut Value) {
        if self.0.is_empty() {
            return;
        }
        match value {
            Value::String(text) => {
                if let Cow::Owned(clean) = self.scrub(text) {
                    *text = clean;
                }
            }
            Value::Array(list) => list.iter_mut().for_each(|inner| self.scrub_json(inner)),
            Value::Object(fields) => {
                let before = std::mem::take(fields);
                *fields = before
                    .into_iter()
                    .map(|(name, mut inner)| {
                        self.scrub_json(&mut inner);
                        (self.scrub(&name).into_owned(), inner)
                    })
                    .collect::<Map<_, _>>();
            }
            Value::Number(number) => {
                if let Cow::Owned(_) = self.scrub(&number.to_string()) {
                    *value = Value::Null;
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

/// The largest `.env` file that is read, in bytes.
const MOST_DOTENV: u64 = 64 << 10;

/// How many other variables it may name.
const MOST_DOLLARS: usize = 8;

/// Variables in which keys are looked up: those of the process first, then those of a `.env` file.
/// The process's own are never changed.
#[derive(Default)]
pub struct KeyVariables {
    file: BTreeMap<String, SecretString>,
    process: bool,
}

impl KeyVariables {
    /// The process's variables and those of `folder/.env`, where there is one.
    ///
    /// # Errors
    /// When the file is there and cannot be read or understood. The message never repeats a line of
    /// it.
    pub fn read(folder: &Path) -> Result<Self, BadInput> {
        let path = folder.join(".env");
        let mut file = BTreeMap::new();
        if path.is_file() {
            let bad = |what: String| BadInput::of(&path, what);
            let bytes = read_file(&path, MOST_DOTENV).map_err(bad)?;
            // What stands in the place of a `$NAME` may hold others: a short file grew without end.
            let dollars = bytes.iter().filter(|byte| **byte == b'$').count();
            if dollars > MOST_DOLLARS {
                return Err(bad(format!(
                    "names other variables {dollars} times; expected keys as they are"
                )));
            }
            for line in dotenvy::from_read_iter(bytes.as_slice()) {
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
    use proptest::prelude::*;
    use std::fmt::Write as _;

    /// A key in one of the forms in which a server may give it back.
    fn form(key: &str, number: usize) -> String {
        let bytes = key.as_bytes();
        let each = |bytes: &[u8], write: &dyn Fn(u8) -> String| -> String {
            bytes.iter().map(|byte| write(*byte)).collect()
        };
        let spaced = |between: &str| {
            let signs: Vec<String> = key.chars().map(String::from).collect();
            signs.join(between)
        };
        let coded = |before: &str, after: &str| {
            let text = format!("{before}{key}{after}");
            forms::base64_of(text.as_bytes())
        };
        match number {
            0 => key.to_owned(),
            1 => key.chars().rev().collect(),
            2 => key.to_uppercase(),
            3 => key.to_lowercase(),
            4 => coded("", ""),
            5 => coded("x", "yz"),
            6 => coded("Authorization: Bearer ", "!"),
            7 => coded("{\"k\":\"", "\"}"),
            8 => each(bytes, &|byte| format!("{byte:02x}")),
            9 => each(bytes, &|byte| format!("{byte:02X} ")),
            10 => each(bytes, &|byte| format!("%{byte:02X}")),
            11 => each(bytes, &|byte| format!("\\u{byte:04x}")),
            12 => each(bytes, &|byte| format!("&#{byte};")),
            13 => each(bytes, &|byte| format!("0x{byte:02x}, ")),
            14 => spaced("-"),
            15 => spaced(" "),
            16 => spaced("\u{200b}"),
            17 => key[1..key.len() - 1].to_owned(),
            18 => key[..key.len() * 3 / 4].to_owned(),
            19 => key[key.len() / 4..].to_owned(),
            20 => each(&bytes[3..], &|byte| format!("{byte:02x}")),
            21 => key.to_uppercase().chars().rev().collect(),
            _ => key.bytes().fold(String::new(), |mut text, byte| {
                if byte.is_ascii_alphabetic() && byte % 2 == 0 {
                    text.push(byte.into());
                } else {
                    let _ = write!(text, "%{byte:02x}");
                }
                text
            }),
        }
    }

    /// How many forms there are.
    const FORMS: usize = 23;

    proptest! {
        #[test]
        fn no_form_of_a_key_stays(
            key in "[A-Za-z0-9]{2}-[A-Za-z0-9_.+/-]{2,20}[A-Za-z0-9]{16,40}",
            before in "[a-z ,.“”äé你]{0,30}",
            after in "[a-z ,.“”äé你]{0,30}",
        ) {
            let secrets = Secrets::of(&Key::new(&key));
            for number in 0..FORMS {
                let form = form(&key, number);
                let clean = secrets.scrub(&format!("{before} {form} {after}")).into_owned();
                prop_assert!(clean.contains(HIDDEN), "form {}: {} in {}", number, form, clean);
                // What is left of it are a few signs at its ends.
                let left = clean.replace(HIDDEN, "");
                let was = before.len() + after.len() + 2;
                let around = if (5..8).contains(&number) { 40 } else { 0 };
                prop_assert!(left.len() <= was + around + 12, "form {}: {} of {}", number, left, form);
                let mut json = serde_json::json!({"a": [{&form: form}], "b": before});
                secrets.scrub_json(&mut json);
                let text = json.to_string();
                prop_assert!(!text.contains(&form), "form {}: {}", number, text);
            }
        }

        #[test]
        fn what_holds_no_key_stays_as_it_is(
            key in "sk-[A-Za-z0-9]{24,48}",
            text in "[A-Za-z0-9 ,.:%&#\\\\“”äé你好-]{0,400}",
        ) {
            let signs: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
            // By chance alone some texts of this kind could hold a part.
            let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
            let part = |a: &str, b: &str| {
                let (a, b) = (a.to_lowercase(), b.to_lowercase());
                (0..a.len().saturating_sub(7)).any(|at| b.contains(&a[at..at + 8]))
            };
            prop_assume!(!part(&signs, &plain));
            let secrets = Secrets::of(&Key::new(&key));
            prop_assert_eq!(secrets.scrub(&text).into_owned(), text);
        }

        #[test]
        fn any_bytes_can_be_looked_through(key in "\\PC{1,40}", text in "\\PC{0,200}") {
            let secrets = Secrets::of(&Key::new(&key));
            let both = format!("{text}{key}{text}");
            let clean = secrets.scrub(&both).into_owned();
            if key.trim().len() >= 4 {
                prop_assert!(!clean.contains(key.trim()) || HIDDEN.contains(key.trim()));
            }
        }
    }

    #[test]
    fn a_whole_key_is_told_from_what_is_there_by_chance() {
        const KEY: &str = "sk-no-key-required-1";
        let held = |key: &str, text: &str| Secrets::whole(&Key::new(key).unwrap()).are_in(text);
        for number in 0..17 {
            let form = form(KEY, number);
            assert!(held(KEY, &format!("in {form}.")), "form {number}: {form}");
        }
        assert!(!held(KEY, "no key is required"));
        assert!(held("sk-no-key-is-required", "SK no key is required"));
        for word in ["anything", "lm-studio", "ollama", "1234", "k3y-ab"] {
            assert!(!held(word, &format!("http://{word}/{word}")), "{word}");
        }
    }

    #[test]
    fn long_texts_are_looked_through_in_time() {
        let secrets = Secrets::of(&Key::new("sk-live-51Hx9QzLmN0pRsTuVwXyZ7aBcD"));
        let text = "sk-live-51Hx and on with 9QzLmN0 it goes, %73%6b-live; ".repeat(36_000);
        assert_eq!(secrets.scrub(&text).len(), secrets.scrub(&text).len());
        assert!(text.len() > 1_900_000);
    }

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
        let short = Key::new("k3y-ab").unwrap();
        assert_eq!(short.scrub("K3Y AB is k3y-ab"), "K3Y AB is [key]");
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
        let environment = KeyVariables::read(folder.path()).unwrap();
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
    fn a_dotenv_file_that_would_grow_without_end_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(".env");
        let write = |text: String| std::fs::write(&file, text).unwrap();
        let error = || KeyVariables::read(folder.path()).err().unwrap().to_string();
        write(format!(
            "A_KEY=12345678\n{}",
            "A_KEY=$A_KEY$A_KEY\n".repeat(200)
        ));
        assert!(
            error().contains("names other variables 400 times"),
            "{}",
            error()
        );
        write("A_KEY=1\n".repeat(20_000));
        assert!(error().contains("too large"), "{}", error());
        write("A_KEY=12345678\nB_KEY=${A_KEY}9\n".to_owned());
        let environment = KeyVariables::read(folder.path()).unwrap();
        assert_eq!(environment.key("B_KEY").unwrap().reveal(), "123456789");
    }

    #[test]
    fn a_broken_dotenv_file_is_refused_without_showing_it() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(".env"), "GOOD=1\nsk-oops-no-name\n").unwrap();
        let error = KeyVariables::read(folder.path()).err().unwrap().to_string();
        assert!(
            error.contains("after GOOD") && !error.contains("sk-oops"),
            "{error}"
        );
    }
}
