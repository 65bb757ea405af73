//! Fieldless enums whose variants have the names used in files.

use crate::{input::did_you_mean, text::clipped};

#[doc(hidden)]
pub use serde::{Deserialize, Serialize};

/// How many characters are shown of a word that is none of those expected.
const MOST_SHOWN: usize = 80;

/// That a word is none of those that were expected, and which of them may be meant.
pub fn none_of(word: &str, expected: &[&str]) -> String {
    format!(
        "found “{}”; expected one of {}{}",
        clipped(word, MOST_SHOWN),
        expected.join(", "),
        did_you_mean(word, expected.iter().copied())
    )
}

/// Declares a fieldless enum whose variants have the names used in files.
#[macro_export]
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[doc = $vdoc:literal])* $variant:ident = $text:expr),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive($crate::named::Serialize, $crate::named::Deserialize)]
        pub enum $name { $($(#[doc = $vdoc])* $variant),* }

        impl $name {
            /// Every variant, in the order of their declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// Its place among them, 0 for the first.
            pub const fn number(self) -> usize {
                match self { $($name::$variant => $name::$variant as usize),* }
            }

            /// The word used in files.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }

            /// What it is, in a sentence: what is written above it in the code, so that pages and
            /// tables made from it say the same.
            pub fn meaning(self) -> &'static str {
                match self { $($name::$variant => concat!($($vdoc),*).trim_start()),* }
            }

            /// The one with that word; none for any other word.
            pub fn find(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.word() == word)
            }

            /// Reads the word used in files.
            ///
            /// # Errors
            /// For any other word, naming what was expected.
            pub fn parse(word: &str) -> Result<Self, String> {
                Self::find(word).ok_or_else(|| {
                    let words: Vec<&str> = Self::ALL.iter().map(|v| v.word()).collect();
                    $crate::named::none_of(word, &words)
                })
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.word().replace('_', " "))
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(
            none_of("libary", &["library", "gym"]),
            "found “libary”; expected one of library, gym; did you mean “library”?"
        );
        let told = none_of(&"[".repeat(400_000), &["library", "gym"]);
        assert!(
            told.ends_with("[…”; expected one of library, gym") && told.len() < 200,
            "{told}"
        );
    }
}
