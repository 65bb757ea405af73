//! The vectors of a campus, one embedder's for all its people.
//!
//! The built-in embedder is asked anew each time: the same text gives the same bits. What another
//! one (a server, say) answers is *recorded*, text by text, and from then on a text's vector is
//! what was recorded. So whatever rests on vectors depends on nothing but the record, which a save
//! keeps: a resumed or replayed run asks for nothing again.

use super::project::{fit, kept};
use collegium_core::embed::{DIMENSIONS, Embedder, Hashed};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// What stands for a text: its BLAKE3 hash.
pub type TextKey = [u8; 32];

/// How many texts are asked for at once; a failure costs no more than these their vectors.
const BATCH: usize = 64;
/// Failures in a row after which the embedder is left alone for a while.
const FAILURES: u32 = 2;
/// For how many batches it is left alone at first, and at most: twice as many after each further
/// failure.
const REST: [u32; 2] = [16, 1024];

/// What asking another embedder than the built-in one has come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// How many batches were asked for.
    pub batches: u64,
    /// Texts in all of them together.
    pub texts: u64,
    /// How many batches came to nothing.
    pub failed: u64,
    /// Texts that got no vector, because of these or because the embedder was left alone after
    /// them.
    pub blank: u64,
    /// The last failure in words.
    pub trouble: Option<String>,
}

/// The vectors of a campus. Copies share one record.
#[derive(Clone, Default)]
pub struct Vectors(Option<Arc<Shared>>);

struct Shared {
    id: String,
    /// How many numbers are kept of each vector.
    width: usize,
    /// None when only what is recorded is to be had: in a replay.
    embedder: Option<Arc<dyn Embedder>>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    vectors: BTreeMap<TextKey, Box<[f32]>>,
    /// The keys in the order in which they were recorded.
    log: Vec<TextKey>,
    /// Failures in a row.
    failures: u32,
    /// How long the last rest was, and how much of it is left, in batches.
    rest: (u32, u32),
    traffic: Traffic,
    /// The beginning of the first text that was neither recorded nor to be asked for.
    missing: Option<String>,
}

impl std::fmt::Debug for Vectors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Vectors").field(&self.id()).finish()
    }
}

impl Vectors {
    /// The vectors of an embedder with nothing recorded; of the built-in one where there is none.
    pub fn of(embedder: Option<Arc<dyn Embedder>>) -> Self {
        match embedder {
            Some(embedder) => Self::recorded(embedder.id(), [], Some(Arc::clone(&embedder))),
            None => Self::default(),
        }
    }

    /// The vectors of the embedder with this id as they were recorded. What is not among them is
    /// asked of `embedder`, whose id it must be; without one it is missing ([`Vectors::missing`]).
    /// The built-in embedder's need no record.
    pub fn recorded(
        id: &str,
        rows: impl IntoIterator<Item = (TextKey, Vec<f32>)>,
        embedder: Option<Arc<dyn Embedder>>,
    ) -> Self {
        if id == Hashed.id() {
            return Self::default();
        }
        let mut known = Known::default();
        let mut width = embedder
            .as_ref()
            .map_or(DIMENSIONS, |embedder| kept(embedder.dimensions()));
        for (key, vector) in rows {
            width = width.max(vector.len());
            known.record(key, vector);
        }
        Self(Some(Arc::new(Shared {
            id: id.to_owned(),
            width,
            embedder,
            known: Mutex::new(known),
        })))
    }

    /// The embedder's id.
    pub fn id(&self) -> &str {
        self.0.as_ref().map_or(Hashed::ID, |shared| &shared.id)
    }

    /// Whether they are the built-in embedder's.
    pub const fn built_in(&self) -> bool {
        self.0.is_none()
    }

    /// The vectors of texts, in their order. What is not recorded yet is asked for, in as few calls
    /// as possible; this waits for the answers. A text that gets none is recorded with zeros, which
    /// are like nothing, and not asked for again: its vector must not change later in the run.
    pub fn embed(&self, texts: &[&str]) -> Vec<Vec<f32>> {
        let Some(shared) = &self.0 else {
            return texts.iter().map(|text| Hashed.embed(text)).collect();
        };
        let keys: Vec<TextKey> = texts
            .iter()
            .map(|text| *blake3::hash(text.as_bytes()).as_bytes())
            .collect();
        // Held while asking, so that no text is asked for twice.
        let mut known = shared.known();
        let mut seen = BTreeSet::new();
        let unknown: Vec<(TextKey, &str)> = keys
            .iter()
            .zip(texts)
            .filter(|(key, text)| {
                !blank(text) && !known.vectors.contains_key(*key) && seen.insert(**key)
            })
            .map(|(key, text)| (*key, *text))
            .collect();
        for batch in unknown.chunks(BATCH) {
            shared.ask(&mut known, batch);
        }
        let vector = |key| {
            known
                .vectors
                .get(key)
                .map_or_else(|| vec![0.0; shared.width], |vector| vector.to_vec())
        };
        keys.iter().map(vector).collect()
    }

    /// How many texts are recorded.
    pub fn count(&self) -> usize {
        self.0.as_ref().map_or(0, |shared| shared.known().log.len())
    }

    /// What was recorded after the first so many texts, in the order in which it was.
    pub fn since(&self, from: usize) -> Vec<(TextKey, Vec<f32>)> {
        let Some(shared) = &self.0 else {
            return Vec::new();
        };
        let known = shared.known();
        let row = |key: &TextKey| known.vectors.get(key).map(|vector| (*key, vector.to_vec()));
        known.log.iter().skip(from).filter_map(row).collect()
    }

    /// The beginning of the first text that was neither recorded nor to be asked for; none when all
    /// is well.
    pub fn missing(&self) -> Option<String> {
        self.0
            .as_ref()
            .and_then(|shared| shared.known().missing.clone())
    }

    /// What asking has come to since these vectors were opened.
    pub fn traffic(&self) -> Traffic {
        self.0
            .as_ref()
            .map(|shared| shared.known().traffic.clone())
            .unwrap_or_default()
    }
}

/// Whether there is nothing in a text that could be asked about.
fn blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

impl Known {
    fn record(&mut self, key: TextKey, vector: Vec<f32>) {
        if self
            .vectors
            .insert(key, vector.into_boxed_slice())
            .is_none()
        {
            self.log.push(key);
        }
    }

    fn failed(&mut self, why: String) {
        self.traffic.failed += 1;
        self.traffic.trouble = Some(why);
        self.failures += 1;
        if self.failures >= FAILURES {
            let rest = (self.rest.0 * 2).clamp(REST[0], REST[1]);
            self.rest = (rest, rest);
        }
    }
}

impl Shared {
    /// A panic elsewhere leaves no record half made.
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for a batch and records what comes of it.
    fn ask(&self, known: &mut Known, batch: &[(TextKey, &str)]) {
        let Some(embedder) = &self.embedder else {
            if let Some((_, text)) = batch.first() {
                known
                    .missing
                    .get_or_insert_with(|| text.chars().take(60).collect());
            }
            return;
        };
        let mut found = None;
        if known.rest.1 > 0 {
            known.rest.1 -= 1;
        } else {
            let texts: Vec<&str> = batch.iter().map(|(_, text)| *text).collect();
            known.traffic.batches += 1;
            known.traffic.texts += texts.len() as u64;
            match embedder.embed_all(&texts) {
                Ok(vectors) if vectors.len() == texts.len() => {
                    (known.failures, known.rest) = (0, (0, 0));
                    found = Some(vectors);
                }
                Ok(vectors) => known.failed(format!(
                    "found {} vectors; expected {}",
                    vectors.len(),
                    texts.len()
                )),
                Err(why) => known.failed(why),
            }
        }
        for (i, (key, _)) in batch.iter().enumerate() {
            let vector = found
                .as_ref()
                .and_then(|vectors| vectors.get(i))
                .map(|vector| fit(vector));
            known.traffic.blank += u64::from(vector.is_none());
            known.record(*key, vector.unwrap_or_else(|| vec![0.0; self.width]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// Answers with vectors of 200 numbers, or not at all from the `fails`-th call until `works`.
    struct Far {
        calls: AtomicU32,
        fails: std::ops::Range<u32>,
    }

    impl Embedder for Far {
        fn id(&self) -> &str {
            "far"
        }

        fn dimensions(&self) -> usize {
            200
        }

        fn embed_all(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, String> {
            if self
                .fails
                .contains(&self.calls.fetch_add(1, Ordering::Relaxed))
            {
                return Err("nobody answers".to_owned());
            }
            Ok(texts
                .iter()
                .map(|t| {
                    (0..200)
                        .map(|i| ((t.len() * 31 + i) % 17) as f32 - 8.0)
                        .collect()
                })
                .collect())
        }
    }

    fn far(fails: std::ops::Range<u32>) -> (Arc<Far>, Vectors) {
        let far = Arc::new(Far {
            calls: AtomicU32::new(0),
            fails,
        });
        (Arc::clone(&far), Vectors::of(Some(far)))
    }

    fn zero(vector: &[f32]) -> bool {
        vector.iter().all(|x| *x == 0.0)
    }

    #[test]
    fn the_built_in_embedder_needs_no_record() {
        let vectors = Vectors::of(Some(Arc::new(Hashed)));
        assert!(vectors.built_in() && vectors.id() == Hashed.id());
        assert_eq!(vectors.embed(&["tea"]), [Hashed.embed("tea")]);
        assert_eq!((vectors.count(), vectors.missing()), (0, None));
    }

    #[test]
    fn each_text_is_asked_for_once_and_in_batches() {
        let (far, vectors) = far(0..0);
        let texts: Vec<String> = (0..100).map(|i| format!("text {i}")).collect();
        let mut all: Vec<&str> = texts.iter().map(String::as_str).collect();
        all.extend(["text 3", "", "  "]);
        let found = vectors.embed(&all);
        assert_eq!(found[3], found[100]);
        assert!(zero(&found[101]) && zero(&found[102]) && found.iter().take(101).all(|v| !zero(v)));
        assert_eq!(
            (far.calls.load(Ordering::Relaxed), vectors.count()),
            (2, 100)
        );
        assert_eq!(vectors.embed(&["text 99"])[0], found[99]);
        assert_eq!(
            vectors.traffic(),
            Traffic {
                batches: 2,
                texts: 100,
                ..Traffic::default()
            }
        );
        // What was recorded is had again without asking; what was not is missing.
        let kept = Vectors::recorded("far", vectors.since(0), None);
        assert_eq!((kept.embed(&all), kept.missing()), (found, None));
        assert!(zero(&kept.embed(&["something else"])[0]));
        assert_eq!(kept.missing().as_deref(), Some("something else"));
        assert_eq!((kept.count(), vectors.since(98).len()), (100, 2));
    }

    #[test]
    fn an_embedder_that_fails_is_left_alone_and_tried_again() {
        let (far, vectors) = far(0..4);
        for i in 0..200 {
            vectors.embed(&[&format!("text {i}")]);
        }
        // Two failures, a rest of 16, one, of 32, one, of 64; then all is well.
        let traffic = vectors.traffic();
        assert_eq!((traffic.failed, traffic.blank), (4, 4 + 16 + 32 + 64));
        assert_eq!(
            u64::from(far.calls.load(Ordering::Relaxed)),
            4 + 200 - traffic.blank
        );
        assert_eq!(traffic.trouble.as_deref(), Some("nobody answers"));
        // A text without a vector keeps none.
        assert!(zero(&vectors.embed(&["text 0"])[0]) && !zero(&vectors.embed(&["text 199"])[0]));
        assert_eq!(vectors.count(), 200);
    }
}
