//! Who decides at decision points, by whatever a head is told by: the log has its name and
//! checksum, people's state its number, and whoever mounts one the head itself.

use serde::{Deserialize, Serialize};
use std::convert::Infallible;

/// The name under which the conscientious expert is mounted.
pub const EXPERT: &str = "expert";

/// What stands for nobody in particular: the built-in rule in the place of a head, no lessons in
/// the place of a book.
pub const OFF: &str = "off";

/// Who decides at decision points. The order is that of the log: never reorder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decides<H> {
    /// The built-in rule of character and luck.
    #[default]
    Rule,
    /// The conscientious expert, whoever the person is.
    Expert,
    /// A policy head.
    Head(H),
}

impl<H> Decides<H> {
    /// The same to look at.
    pub const fn as_ref(&self) -> Decides<&H> {
        match self {
            Decides::Rule => Decides::Rule,
            Decides::Expert => Decides::Expert,
            Decides::Head(head) => Decides::Head(head),
        }
    }

    /// The same with what is made of the head.
    ///
    /// # Errors
    /// When nothing can be made of it.
    pub fn try_map<T, E>(self, make: impl FnOnce(H) -> Result<T, E>) -> Result<Decides<T>, E> {
        Ok(match self {
            Decides::Rule => Decides::Rule,
            Decides::Expert => Decides::Expert,
            Decides::Head(head) => Decides::Head(make(head)?),
        })
    }

    /// The same with what is made of the head.
    pub fn map<T>(self, make: impl FnOnce(H) -> T) -> Decides<T> {
        let Ok(same) = self.try_map(|head| Ok::<T, Infallible>(make(head)));
        same
    }

    /// The same with what is found for the head; where nothing is, the rule decides.
    pub fn find<T>(self, find: impl FnOnce(H) -> Option<T>) -> Decides<T> {
        let found = self.try_map(|head| find(head).ok_or(()));
        found.unwrap_or(Decides::Rule)
    }

    /// Whether the built-in rule decides.
    pub const fn is_rule(&self) -> bool {
        matches!(self, Decides::Rule)
    }
}

impl<'a> Decides<&'a str> {
    /// The name by which it is asked for: `off` for the rule, `expert`, or the head's.
    pub const fn name(self) -> &'a str {
        match self {
            Decides::Rule => OFF,
            Decides::Expert => EXPERT,
            Decides::Head(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_decides_is_the_same_by_whatever_heads_are_told() {
        let heads = ["one", "two"];
        let told = |who: Decides<usize>| who.find(|n| heads.get(n).copied());
        assert_eq!(told(Decides::Rule), Decides::Rule);
        assert_eq!(told(Decides::Expert), Decides::Expert);
        assert_eq!(told(Decides::Head(1)), Decides::Head("two"));
        assert!(told(Decides::Head(2)).is_rule(), "there is no such head");
        let named = |who: Decides<usize>| told(who).name();
        assert_eq!(
            [Decides::Rule, Decides::Expert, Decides::Head(0)].map(named),
            [OFF, EXPERT, "one"]
        );
        let own = Decides::Head("expert".to_owned());
        assert_ne!(own.as_ref().map(String::as_str), Decides::Expert);
    }
}
