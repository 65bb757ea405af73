//! What the group that somebody belongs to wants of its members.

use collegium_core::named;
use serde::{Deserialize, Serialize};

named! {
    /// What a group can want more or less of in its members' days.
    Aim {
        /// Time over books.
        Study = "study",
        /// Sport.
        Exercise = "exercise",
        /// Play and music.
        Play = "play",
        /// Company.
        Socialise = "socialise",
        /// Rest.
        Rest = "rest",
        /// Coffee and sweets.
        Coffee = "coffee",
        /// Shopping.
        Shop = "shop",
        /// Writing on the feed.
        Post = "post",
        /// Classes, shifts, events and meetings.
        Attend = "attend",
    }
}

/// How many aims there are.
const AIMS: usize = Aim::ALL.len();

/// What a group wants of those who belong to it; nothing for most.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Aims {
    /// What it wants, as one of its members' goals; empty where it has no objective.
    pub objective: String,
    /// How much more or less of each aim, −1 to 1, in the order of [`Aim`].
    weights: [f32; AIMS],
}

impl Aims {
    /// What a group wants, with more or less of some aims; what comes to more than 1 is 1.
    pub fn new(objective: String, weights: impl IntoIterator<Item = (Aim, f32)>) -> Self {
        let mut aims = Self {
            objective,
            ..Self::default()
        };
        for (aim, weight) in weights {
            let sum = &mut aims.weights[aim as usize];
            *sum = (*sum + weight).clamp(-1.0, 1.0);
        }
        aims
    }

    /// How much more or less of an aim is wanted, −1 to 1.
    pub const fn weight(&self, aim: Aim) -> f32 {
        self.weights[aim as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_up_to_1() {
        let aims = Aims::new(
            "win".to_owned(),
            [
                (Aim::Study, 0.8),
                (Aim::Study, 0.8),
                (Aim::Exercise, -0.4),
                (Aim::Play, 1.0),
            ],
        );
        assert_eq!(aims.weight(Aim::Study), 1.0);
        assert_eq!(aims.weight(Aim::Exercise), -0.4);
        assert_eq!(Aims::default().weight(Aim::Play), 0.0);
    }
}
