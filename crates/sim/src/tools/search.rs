//! The `search` tool.

use super::{
    MOST_FINDS, Names, Observed, Possible, RECENT_POSTS, Reader, Refusal, SimEvent, Stage,
    ToolSchema, counter,
    executor::good_text,
    find,
    tool::{ArgumentKind, Tool, Tried, need, object, refuse},
    walk::{free_for_talk, leave_talk},
};
use crate::campus::{people::Doing, talks::Speech};
use bevy::prelude::*;
use collegium_core::{i18n::Words, ids::AgentId, time::MINUTE};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// How long looking something up takes, in seconds.
const SEARCHING: u32 = 2 * MINUTE;

/// A call to look something up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// The words to look for.
    pub query: String,
}

impl Tool for Search {
    const NAME: &'static str = "search";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Look something up: courses, books, events, posts, places",
            arguments: vec![need("query", ArgumentKind::Text, "what is looked for")],
            who: "everybody",
            when: "awake, not in class, not on the way".into(),
            effects: format!(
                "the caller remembers the {MOST_FINDS} that fit best of the courses, the books of the \
                 library, the notices of events, the newest {RECENT_POSTS} posts and the places; \
                 and learns the facts that notices and posts tell"
            )
            .into(),
            duration: format!("{} seconds", SEARCHING).into(),
            refusals: &["asleep", "not_now", "bad_text"],
        }
    }

    fn offered(now: &Possible<'_>) -> bool {
        free_for_talk(now.doing)
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        let query = call.text("query")?;
        Ok(Self { query })
    }

    fn write(&self, _: &Names<'_>) -> Map<String, Value> {
        object(json!({"query": self.query}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let query = &self.query;
        if !good_text(query) {
            refuse!(Refusal::BadText);
        }
        if !free_for_talk(stage.look(agent)?.activity.doing) {
            refuse!(Refusal::NotNow);
        }
        counter::leave_queue(stage, agent)?;
        leave_talk(stage, agent)?;
        let timetable = stage.look(agent)?.timetable;
        let finds = find::look_up(query, agent, timetable, &stage.feed, &stage.names());
        let until = stage.now().plus(SEARCHING);
        stage.begin(agent, Doing::OnPhone, Some(until))?;
        let found = SimEvent::Found {
            query: query.clone(),
            finds: finds.clone(),
        };
        stage.note(agent, found)?;
        Ok(Ok(Observed::Found(finds)))
    }

    fn told(&self, words: &Words, _: &Names<'_>) -> String {
        words.say_with("call-search", &[("what", self.query.as_str().into())])
    }
}
