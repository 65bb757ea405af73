//! What a mind can set out to do, and what speaks for or against it.

use collegium_core::named;

named! {
    /// What a built-in mind can set out to do.
    Action {
        /// Go to bed and sleep.
        Sleep = "sleep",
        /// Have a shower.
        Wash = "wash",
        /// Eat a meal, bought first or from the bag.
        Eat = "eat",
        /// Have a coffee or something sweet.
        Coffee = "coffee",
        /// Go to a commitment and take part.
        Attend = "attend",
        /// Study a course or work on the task.
        Study = "study",
        /// Do sport in the gym.
        Exercise = "exercise",
        /// Play or make music.
        Play = "play",
        /// Look for a friend and talk.
        Socialise = "socialise",
        /// Sit somewhere pleasant.
        Rest = "rest",
        /// Buy what is wanted from the shop.
        Shop = "shop",
        /// Go home to town, for those who live there.
        GoToTown = "go_to_town",
        /// Write a post on the feed.
        Post = "post",
        /// Stay around for a moment.
        Linger = "linger",
        /// Do what a model made up its mind to do when something came up.
        Improvise = "improvise",
    }
}

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
