//! What speaks for or against what a mind can set out to do.

use collegium_core::named;

named! {
    /// What speaks for or against an action.
    Consideration {
        /// How badly a need is unmet.
        Need = "need",
        /// The hour of the day.
        Hour = "hour",
        /// The plan of the day has it now.
        Plan = "plan",
        /// Traits of character.
        Character = "character",
        /// A commitment that is on or near.
        Duty = "duty",
        /// It was done enough lately.
        Habit = "habit",
        /// Time left before the next commitment.
        Time = "time_left",
        /// A whim: chance.
        Whim = "whim",
        /// A model has thought of it.
        Thought = "thought",
        /// What they have come to think.
        Insight = "insight",
        /// What their group wants of them.
        Objective = "objective",
    }
}
