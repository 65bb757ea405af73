//! What goes on in a mind: the plan of the day, the action under way, habits, and the last decisions with their reasons.

use super::utility::{ActionState, Score};
use crate::{
    campus::{AgentId, Item, PlaceId, map::place::named, people::Engagement},
    time::SimTime,
    tools::ToolCall,
};
use bevy::prelude::Component;
use serde::{Deserialize, Serialize};
use std::{collections::VecDeque, fmt};

named! {
    /// What a built-in mind can set out to do.
    Action {
        /// Go to bed.
        Sleep = "sleep",
        /// Shower.
        Wash = "wash",
        /// Have a meal.
        Eat = "eat",
        /// Have a coffee.
        Coffee = "coffee",
        /// Go to a commitment.
        Attend = "attend",
        /// Study.
        Study = "study",
        /// Do sport.
        Exercise = "exercise",
        /// Play or make music.
        Play = "play",
        /// Look for a friend.
        Socialise = "socialise",
        /// Sit somewhere pleasant.
        Rest = "rest",
        /// Buy things.
        Shop = "shop",
        /// Go home to town.
        GoToTown = "go_to_town",
        /// Write a post.
        Post = "post",
        /// Stay around for a moment.
        Linger = "linger",
    }
}

named! {
    /// What speaks for or against an action.
    Consideration {
        /// A need.
        Need = "need",
        /// The hour.
        Hour = "hour",
        /// The plan of the day.
        Plan = "plan",
        /// Character.
        Character = "character",
        /// A commitment.
        Duty = "duty",
        /// Enough of it lately.
        Habit = "habit",
        /// Time left before the next commitment.
        Time = "time_left",
        /// A whim.
        Whim = "whim",
        /// What it has come to think.
        Insight = "insight",
    }
}

/// A part of the day's plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanItem {
    /// From when.
    pub from: SimTime,
    /// Until when.
    pub to: SimTime,
    /// What.
    pub action: Action,
    /// Where, when that is fixed.
    pub place: Option<PlaceId>,
    /// In words.
    pub text: String,
}

/// The plan of a day.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The day, counted from the first Monday.
    pub day: u32,
    /// Its parts in order of time.
    pub items: Vec<PlanItem>,
}

impl Plan {
    /// The part that is on at `now`.
    pub fn at(&self, now: SimTime) -> Option<&PlanItem> {
        self.items.iter().find(|i| i.from <= now && now < i.to)
    }
}

/// A step of an action. Some are worked out only when their turn comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// A tool call as it stands.
    Call(ToolCall),
    /// Buying; whether to wait one's turn is decided at the queue.
    Buy(Item),
    /// Speaking to somebody; what to say is decided face to face.
    TalkTo(AgentId),
}

/// The action under way.
#[derive(Component, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurrentAction {
    /// What.
    pub action: Action,
    /// How far.
    pub state: ActionState,
    /// The steps still to take.
    pub steps: VecDeque<Step>,
    /// Since when.
    pub since: SimTime,
    /// Why, in words.
    pub why: String,
    /// The commitment it is for.
    pub engagement: Option<Engagement>,
    /// How often in a row something was refused.
    pub failures: u8,
}

impl Default for CurrentAction {
    fn default() -> Self {
        Self {
            action: Action::Linger,
            state: ActionState::Init,
            steps: VecDeque::new(),
            since: SimTime(0),
            why: String::new(),
            engagement: None,
            failures: 0,
        }
    }
}

/// When things were last done, and what to leave alone for a while.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Habits {
    /// When each action was last begun, by its number; none for never.
    pub last: [Option<SimTime>; Action::ALL.len()],
    /// Seconds studied today.
    pub studied: u32,
    /// Actions to leave alone, until when.
    pub avoid: Vec<(Action, SimTime)>,
    /// Places to leave alone, until when: where nobody served, or no room was left.
    pub avoid_places: Vec<(PlaceId, SimTime)>,
    /// Seconds before (or after, when negative) a commitment that one means to be there today.
    pub lead: i32,
    /// When the next look around for company is due.
    pub looks_around: SimTime,
}

impl Habits {
    /// Hours since an action was last begun; a large number for never.
    pub fn hours_since(&self, action: Action, now: SimTime) -> f32 {
        self.last[action as usize].map_or(1000.0, |at| now.since(at) as f32 / 3600.0)
    }

    /// Whether a place is to be left alone.
    pub fn avoids_place(&self, place: PlaceId, now: SimTime) -> bool {
        self.avoid_places.iter().any(|(p, until)| *p == place && *until > now)
    }

    /// Whether an action is to be left alone.
    pub fn avoids(&self, action: Action, now: SimTime) -> bool {
        self.avoid.iter().any(|(a, until)| *a == action && *until > now)
    }
}

/// An action that was weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    /// Which.
    pub action: Action,
    /// Its score.
    pub score: Score,
    /// What spoke for it and against it.
    pub parts: Vec<(Consideration, f32)>,
}

/// A decision with its reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// When.
    pub at: SimTime,
    /// What was weighed, best first.
    pub options: Vec<Weighed>,
    /// What was chosen.
    pub chosen: Action,
    /// Why, in words.
    pub why: String,
    /// What became of it, call by call.
    pub outcomes: Vec<String>,
}

/// The last decisions, newest last.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decisions(pub VecDeque<Decision>);

/// How many decisions are kept.
const KEPT: usize = 10;

impl Decisions {
    /// Adds a decision; the oldest goes when there are too many.
    pub fn add(&mut self, decision: Decision) {
        if self.0.len() == KEPT {
            self.0.pop_front();
        }
        self.0.push_back(decision);
    }
}
