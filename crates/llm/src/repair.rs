//! What was done to an answer whose meaning is clear, so that it could be used.

use collegium_core::{
    named,
    text::{clipped, without_harm},
};
use serde::{Deserialize, Serialize};

/// The most repairs that are told of an answer.
pub const MOST_REPAIRS: usize = 32;
/// How many characters are shown of what was found, and of what was made of it.
const MOST_SHOWN: usize = 60;

named! {
    /// What was done.
    Mending {
        /// Thoughts before the answer were passed over.
        Thoughts = "thoughts",
        /// Prose or code fences around the JSON were passed over.
        Prose = "prose",
        /// A comma too many or too few was put right.
        Commas = "commas",
        /// Other quotes than straight double ones, or none, were put right.
        Quotes = "quotes",
        /// Line breaks, tabs or wrong escapes within texts were put right.
        Escapes = "escapes",
        /// Words and numbers of other languages than JSON were read, such as `True` and `+1`.
        Words = "words",
        /// Comments were passed over.
        Comments = "comments",
        /// What broke off was brought to an end.
        BrokenOff = "broken_off",
        /// JSON was taken out of a text, or out of an object around it.
        Unwrapped = "unwrapped",
        /// A list was put under the name that it belongs to.
        Wrapped = "wrapped",
        /// A number was brought into its range.
        Clamped = "clamped",
        /// A number was rounded.
        Rounded = "rounded",
        /// A number was read out of a text.
        Number = "number",
        /// Yes, no or nothing was read out of a text or a number.
        Plain = "plain",
        /// A long text was cut at a word.
        Cut = "cut",
        /// What was one too many was dropped from a list.
        Surplus = "surplus",
        /// An item that cannot be used was dropped from a list.
        Unusable = "unusable",
        /// A field that nobody asked for was dropped.
        Unasked = "unasked",
        /// A missing field was filled with what stands for nothing said.
        Filled = "filled",
        /// A name or word was taken for the one that is meant.
        Named = "named",
        /// A time of day was read in another spelling.
        Time = "time",
        /// A list was made of one item.
        Listed = "listed",
        /// One was taken out of a list.
        Picked = "picked",
        /// The model was told what is wrong, and answered again.
        AskedAgain = "asked_again",
    }
}

named! {
    /// Why an answer of the right shape was put aside where it met the world, so that the built-in
    /// mind thought instead.
    Unfit {
        /// It has not what was asked for.
        Unread = "unread",
        /// Nothing in it can be used.
        Empty = "empty",
        /// It says what was said already.
        Repeats = "repeats",
        /// It repeats what the model was told to do.
        Echo = "echo",
        /// It is in another language than the person speaks.
        Language = "language",
        /// It came when there was nothing left to answer.
        Late = "late",
    }
}

/// One repair of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// What was done.
    pub what: Mending,
    /// Where in the answer, as a JSON pointer; empty at the top, and for its text as a whole.
    pub at: String,
    /// What stood there, shortened; empty where that says nothing.
    pub found: String,
    /// What stands there now, shortened; empty where nothing does.
    pub made: String,
}

impl Repair {
    /// A repair. What comes from the model is shortened and cleaned of what would steer a screen.
    pub fn new(what: Mending, at: &str, found: &str, made: &str) -> Self {
        let shown = |text: &str| clipped(&without_harm(text), MOST_SHOWN).into_owned();
        Self {
            what,
            at: shown(at),
            found: shown(found),
            made: shown(made),
        }
    }

    /// A repair of the text of an answer.
    pub fn of_text(what: Mending) -> Self {
        Self::new(what, "", "", "")
    }
}
