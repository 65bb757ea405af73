//! What a mind can set out to do, and as what others see it done.

use super::activity::Doing;
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

impl Action {
    /// The action by which somebody comes to do something; none for what follows from others.
    pub const fn of(doing: Doing) -> Option<Self> {
        Some(match doing {
            Doing::Sleeping => Self::Sleep,
            Doing::Washing => Self::Wash,
            Doing::Eating => Self::Eat,
            Doing::Coffee => Self::Coffee,
            Doing::Studying => Self::Study,
            Doing::Exercising => Self::Exercise,
            Doing::Playing => Self::Play,
            Doing::Resting => Self::Rest,
            Doing::Browsing => Self::Shop,
            Doing::InTown => Self::GoToTown,
            Doing::InClass | Doing::Teaching | Doing::Working | Doing::AtEvent => Self::Attend,
            Doing::Idle
            | Doing::Walking
            | Doing::Queueing
            | Doing::Waiting
            | Doing::OnPhone
            | Doing::Chatting => return None,
        })
    }
}
