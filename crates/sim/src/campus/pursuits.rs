//! What people have in mind with their day: what their plans are made of.

use crate::campus::people::Engagement;
use collegium_core::{ids::AgentId, named};
use serde::{Deserialize, Serialize};

named! {
    /// What people of the built-in mind do with a day beside what is fixed and their task.
    Routine {
        /// Have the morning meal.
        Breakfast = "breakfast",
        /// Have the midday meal.
        Lunch = "lunch",
        /// Have the evening meal.
        Dinner = "dinner",
        /// Do sport in the gym.
        Gym = "go_to_the_gym",
        /// Look for company.
        Friends = "see_friends",
        /// Spend the evening on what is fun.
        Evening = "take_the_evening_off",
        /// Go home, for those who live in town.
        Home = "go_home",
        /// Sleep until the morning.
        Bed = "go_to_bed",
        /// Do whatever comes to mind.
        Free = "free_time",
    }
}

/// What a part of the plan of a day is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pursuit {
    /// Something of every day.
    Routine(Routine),
    /// A class, shift, event or meeting.
    Engagement(Engagement),
    /// Catching up on a course of which a class was missed, by its number in the term.
    CatchUp(u16),
    /// Being with somebody whose news one took to heart.
    See(AgentId),
    /// Words that somebody wrote: a task or a shift of the scenario, a plan of a model, an idea.
    Words(String),
}
