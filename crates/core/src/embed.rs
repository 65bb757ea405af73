//! Embedders: a sentence becomes a vector of length one, so that sentences that mean much the same
//! lie close together.
//!
//! The built-in embedder needs no weights and no network. It hashes words and their pieces into a
//! fixed number of signed features (Weinberger et al. 2009) and weighs words that say little down.
//! Whole words find the same words; pieces find inflections and misspellings. Only integer
//! arithmetic, multiplication, addition and square roots are used, in a fixed order: the same text
//! gives the same bits everywhere.

use std::sync::LazyLock;

/// Makes vectors of texts. Whatever keeps vectors notes the [`Embedder::id`]: vectors of two
/// embedders cannot be compared.
pub trait Embedder: Send + Sync {
    /// A name that changes whenever the vectors do.
    fn id(&self) -> &str;
    /// How many numbers a vector has.
    fn dimensions(&self) -> usize;
    /// A vector for each text, in their order. May take its time.
    ///
    /// # Errors
    /// When there are none to be had now, in words; never for the built-in embedder.
    fn embed_all(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, String>;
}

/// How many numbers a vector of the built-in embedder has.
pub const DIMENSIONS: usize = 128;

/// The built-in embedder: hashed words and character n-grams.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hashed;

/// Words that say little by themselves. Their weight is [`STOP`].
const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at",
    "be", "been", "before", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had",
    "has", "have", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it",
    "its", "just", "me", "more", "my", "no", "not", "now", "of", "on", "one", "only", "or",
    "other", "our", "out", "over", "said", "say", "she", "should", "so", "some", "such", "than",
    "that", "the", "their", "them", "then", "there", "they", "this", "those", "to", "too", "up",
    "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom",
    "why", "will", "with", "without", "would", "you", "your",
];

/// Words that stand in very many memories of a campus: what everybody is seen doing. Their weight
/// is [`COMMON`].
const COMMON_WORDS: &[&str] = &[
    "day", "get", "go", "going", "got", "hall", "having", "minutes", "people", "plan", "room",
    "sitting", "somebody", "talk", "talked", "talking", "time", "today", "tomorrow", "waiting",
    "walking", "way", "working",
];

/// The weight of a stop word; that of a telling word is 1.
const STOP: f32 = 0.08;
/// The weight of a word that is common on a campus, on the same scale.
const COMMON: f32 = 0.45;
/// The weight of all pieces of a word together, beside the word itself with one.
const PIECES: f32 = 1.3;

/// The most bytes of a word of the lists.
const LONGEST: usize = 8;

/// The words of the lists as numbers, in order: a text is searched for them word by word, and
/// numbers are compared sooner than texts.
static STOPS: LazyLock<Vec<u64>> = LazyLock::new(|| in_numbers(STOP_WORDS));
static COMMONS: LazyLock<Vec<u64>> = LazyLock::new(|| in_numbers(COMMON_WORDS));

fn in_numbers(words: &[&str]) -> Vec<u64> {
    let mut numbers: Vec<u64> = words.iter().filter_map(|w| in_a_number(w)).collect();
    numbers.sort_unstable();
    numbers
}

/// The bytes of a word as one number, none when it is longer than any of the lists.
fn in_a_number(word: &str) -> Option<u64> {
    (word.len() <= LONGEST).then(|| {
        let shift = |number: u64, byte: u8| number << 8 | u64::from(byte);
        word.bytes().fold(0, shift)
    })
}

/// FNV-1a over bytes, from a seed that keeps words and pieces of each length apart.
fn fnv(seed: u64, bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    // The low bits of FNV are weak; fold the high ones in.
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

/// Adds a feature: its place and its sign come from its hash.
fn add(vector: &mut [f32], hash: u64, weight: f32) {
    let at = (hash % DIMENSIONS as u64) as usize;
    vector[at] += if hash >> 63 == 0 { weight } else { -weight };
}

/// What a word weighs, above 0, at most 1: little when it stands in nearly every sentence.
fn weight(word: &str) -> f32 {
    let number = in_a_number(word);
    let among = |list: &[u64]| number.is_some_and(|number| list.binary_search(&number).is_ok());
    if among(&STOPS) {
        STOP
    } else if among(&COMMONS) {
        COMMON
    } else if word.chars().all(|c| c.is_ascii_digit()) {
        0.5
    } else {
        1.0
    }
}

/// Adds a word and, unless it says little, its pieces of three to five characters between marks for
/// its ends.
fn add_word(vector: &mut [f32], word: &str, marked: &mut Vec<u8>, starts: &mut Vec<usize>) {
    let weight = weight(word);
    add(vector, fnv(0, word.as_bytes()), weight);
    if weight <= STOP {
        return;
    }
    marked.clear();
    starts.clear();
    marked.push(b'^');
    marked.extend_from_slice(word.as_bytes());
    marked.push(b'$');
    // A piece begins and ends at a character, never inside one.
    starts.extend((0..marked.len()).filter(|i| marked[*i] & 0xc0 != 0x80));
    let characters = starts.len();
    starts.push(marked.len());
    let pieces: usize = (3..=5usize)
        .map(|n| (characters + 1).saturating_sub(n))
        .sum();
    // Features fall on their own places, so the length of a word's pieces together grows with the
    // root of their number.
    let each = weight * PIECES / (pieces.max(1) as f32).sqrt();
    for n in 3..=5usize {
        for first in 0..(characters + 1).saturating_sub(n) {
            add(
                vector,
                fnv(n as u64, &marked[starts[first]..starts[first + n]]),
                each,
            );
        }
    }
}

impl Embedder for Hashed {
    fn id(&self) -> &'static str {
        Self::ID
    }

    fn dimensions(&self) -> usize {
        DIMENSIONS
    }

    fn embed_all(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, String> {
        Ok(texts.iter().map(|text| self.embed(text)).collect())
    }
}

impl Hashed {
    /// What saves name it by; another way of hashing gets another one.
    pub const ID: &'static str = "hashed-128-1";

    /// The vector of a text, of length one; all zeros when there is nothing in it.
    pub fn embed(&self, text: &str) -> Vec<f32> {
        let mut vector = vec![0.0; DIMENSIONS];
        let (mut marked, mut starts) = (Vec::new(), Vec::new());
        let lower = text.to_lowercase();
        for word in lower
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .filter(|w| !w.is_empty())
        {
            let word = word.trim_matches(['\'', '’']);
            let word = word
                .strip_suffix("'s")
                .or_else(|| word.strip_suffix("’s"))
                .unwrap_or(word);
            if !word.is_empty() {
                add_word(&mut vector, word, &mut marked, &mut starts);
            }
        }
        let length = dot(&vector, &vector).sqrt();
        if length > 0.0 {
            for x in &mut vector {
                *x /= length;
            }
        }
        vector
    }
}

/// The product of two vectors, summed in sixteen lanes and then in a fixed order: quick, and the
/// same bits everywhere. It becomes part of whoever calls it, so that a scan may have it in wider
/// registers.
#[inline(always)]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 16];
    let (left, right) = (a.chunks_exact(16), b.chunks_exact(16));
    let rest: f32 = left
        .remainder()
        .iter()
        .zip(right.remainder())
        .map(|(x, y)| x * y)
        .sum();
    for (x, y) in left.zip(right) {
        for (lane, (x, y)) in lanes.iter_mut().zip(x.iter().zip(y)) {
            *lane += x * y;
        }
    }
    let mut width = 8;
    while width > 0 {
        for i in 0..width {
            lanes[i] += lanes[i + width];
        }
        width /= 2;
    }
    lanes[0] + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(a: &str, b: &str) -> f32 {
        dot(&Hashed.embed(a), &Hashed.embed(b))
    }

    #[test]
    fn the_words_of_the_lists_weigh_less() {
        assert!(STOP_WORDS.iter().all(|w| weight(w) == STOP));
        assert!(COMMON_WORDS.iter().all(|w| weight(w) == COMMON));
        assert!(
            ["abouts", "hal", "somebodyelse"]
                .iter()
                .all(|w| weight(w) == 1.0)
        );
        assert_eq!(weight("1984"), 0.5);
    }

    #[test]
    fn what_means_much_the_same_lies_closer() {
        // One sentence, one like it, one unlike it.
        let triples = [
            (
                "I missed the biology lecture",
                "She came late to the biology lectures",
                "We had soup at the café",
            ),
            (
                "rehearse songs for the open-mic evening",
                "I rehearsed a song yesterday",
                "the greenhouse is locked",
            ),
            (
                "Ruta lost her notebook in the library",
                "a lost notebok was found near the librry",
                "a match of chess",
            ),
            (
                "I waited 12 minutes for lunch at the Refectory",
                "the queue for lunch was long",
                "a star map of winter",
            ),
            (
                "choose a subject for the first essay",
                "My essay's subject is still not chosen",
                "my bicycle has a flat",
            ),
            (
                "Odile is looking for the missing plan",
                "the missing plans of the old building",
                "tea with two sugars",
            ),
            (
                "Kwame is studying (Library Reading Room)",
                "studied with Kwame in the library",
                "the bell rang at noon",
            ),
        ];
        for (one, same, other) in triples {
            let (near, far) = (like(one, same), like(one, other));
            assert!(near > far + 0.1, "{one} | {same}: {near}; {other}: {far}");
        }
    }

    #[test]
    fn inflections_and_slips_stay_close() {
        for (a, b) in [
            ("gardening", "gardener"),
            ("observatory", "observatroy"),
            ("rehearsal", "rehearsals"),
        ] {
            assert!(like(a, b) > 0.25, "{a} {b}: {}", like(a, b));
        }
    }

    #[test]
    fn stop_words_hardly_matter() {
        assert!(like("the essay", "an essay of his") > 0.9);
    }

    #[test]
    fn vectors_have_length_one_and_the_same_bits() {
        for text in [
            "tea",
            "Tôi đang học ở thư viện",
            "我在图书馆学习",
            "naïve café — “quoted”",
            "🎉",
            "a b c",
            "I'll 12:30",
        ] {
            let vector = Hashed.embed(text);
            assert_eq!(vector.len(), Hashed.dimensions());
            let length = dot(&vector, &vector);
            assert!(
                (length - 1.0).abs() < 1e-5 || length == 0.0,
                "{text}: {length}"
            );
            assert_eq!(vector.iter().map(|x| x.to_bits()).collect::<Vec<_>>(), {
                Hashed
                    .embed(text)
                    .iter()
                    .map(|x| x.to_bits())
                    .collect::<Vec<_>>()
            });
        }
        // Pinned: a change of these bits needs another `id`.
        let sum = Hashed
            .embed("The club fair is on Wednesday")
            .iter()
            .fold(0u64, |h, x| fnv(h, &x.to_bits().to_le_bytes()));
        assert_eq!(sum, PINNED);
    }

    #[test]
    fn nothing_gives_zeros() {
        for text in ["", "   ", "…—!", "'"] {
            assert!(Hashed.embed(text).iter().all(|x| *x == 0.0), "{text}");
        }
    }

    #[test]
    fn products_are_right_at_any_length() {
        for n in [0usize, 1, 15, 16, 17, 40, 128] {
            let a: Vec<f32> = (0..n).map(|i| i as f32).collect();
            let expected: f32 = a.iter().map(|x| x * x).sum();
            assert_eq!(dot(&a, &a), expected);
        }
    }

    const PINNED: u64 = 3_121_277_902_434_176_988;
}
