//! Every reader of what comes from outside against what nobody would write: the texts of `corpus/`
//! as they are, and changed. Reading them may refuse, in words; it must not panic, go on for long,
//! take much memory, or let through what does not hold. `docs/bad-input.md` says how to go on
//! longer.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops where something is not as it must be, and says what it has tried"
)]

mod answers;
mod maps;
mod saves;
mod scenarios;
mod settings;

use bolero::{ValueGenerator, produce};
use collegium_core::text::{Shown as _, first_harmful};
use collegium_fuzz::{Damage, Meter};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// How many changed texts each test tries, where nothing else is asked for.
const TRIES: usize = 200;

/// Which text, a number more to choose by, and how it is changed.
type Change = (u8, u8, Vec<Damage>);

/// Changes of texts: few at a time, so that what is read gets further than the first line.
fn changes() -> impl ValueGenerator<Output = Change> {
    let damage = produce::<Vec<Damage>>().with().len(1..=5_usize);
    (produce::<u8>(), produce::<u8>(), damage)
}

/// What a test tries, and what it has taken.
struct Trial {
    name: &'static str,
    meter: Mutex<Meter>,
}

impl Trial {
    fn of(name: &'static str) -> Self {
        Self {
            name,
            meter: Mutex::new(Meter::start()),
        }
    }

    /// Reads one input; one that made a reader fail is no reason to stop looking at others. Such a
    /// one is kept, to be looked at and put into the corpus.
    fn take(&self, name: &str, text: &[u8], read: impl FnOnce()) {
        let mut meter = self.meter.lock().unwrap_or_else(PoisonError::into_inner);
        let _kept = Kept {
            name: format!("{}-{name}", self.name),
            text,
        };
        meter.take(read);
    }
}

/// An input that is written down where reading it fails.
struct Kept<'a> {
    name: String,
    text: &'a [u8],
}

impl Drop for Kept<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let file = std::env::temp_dir().join(format!("failed-{}", self.name));
            let written = fs::write(&file, self.text);
            println!("{}: {written:?}", file.shown());
        }
    }
}

/// A file that is another one for as long as this lives.
struct Replaced {
    file: PathBuf,
    whole: Vec<u8>,
}

impl Replaced {
    fn by(file: PathBuf, bytes: &[u8]) -> Self {
        let whole = fs::read(&file).unwrap();
        fs::write(&file, bytes).unwrap();
        Self { file, whole }
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        let put_back = fs::write(&self.file, &self.whole);
        assert!(put_back.is_ok() || std::thread::panicking(), "{put_back:?}");
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        let meter = self.meter.lock().unwrap_or_else(PoisonError::into_inner);
        println!(
            "{}: {} inputs, the slowest {:.3} s, {} MiB more memory at most",
            self.name,
            meter.inputs,
            meter.slowest,
            meter.more_bytes() >> 20
        );
    }
}

/// A folder of the corpus.
fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(name)
}

/// The names and bytes of the files in a folder of the corpus, sorted by name.
fn texts(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<(String, Vec<u8>)> = fs::read_dir(corpus(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        })
        .collect();
    found.sort();
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

/// A folder with the small campus in it: its maps, scenarios, term and people.
fn small_campus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in ["maps", "scenarios"].into_iter().flat_map(texts) {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// A message says something, and shows nothing that does harm.
fn said_well(message: &str) {
    assert!(!message.is_empty());
    assert_eq!(first_harmful(message, true), None, "{message:?}");
}

#[test]
fn the_corpus_is_small() {
    let folders = ["maps", "scenarios", "settings", "answers", "replies"];
    let all = folders.into_iter().flat_map(texts);
    let bytes: usize = all.map(|(_, bytes)| bytes.len()).sum();
    assert!(bytes < 200_000, "{bytes} bytes");
}
