//! What people have in mind with their day: what their plans are made of.

use crate::campus::people::Engagement;
use collegium_core::named;
use serde::{Deserialize, Serialize};

named! {
    /// What people of the built-in mind do with a day beside what is fixed and their task.
    Routine {
        /// Breakfast.
        Breakfast = "breakfast",
        /// Lunch.
        Lunch = "lunch",
        /// Dinner.
        Dinner = "dinner",
        /// Sport.
        Gym = "go_to_the_gym",
        /// Company.
        Friends = "see_friends",
        /// Fun.
        Evening = "take_the_evening_off",
        /// The night.
        Bed = "go_to_bed",
        /// Nothing in particular.
        Free = "free_time",
    }
}

/// What a part of the plan of a day is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pursuit {
    /// Something of every day.
    Routine(Routine),
    /// A commitment.
    Engagement(Engagement),
    /// Words that somebody wrote: a task or a shift of the scenario, a plan of a model, an idea.
    Words(String),
}
