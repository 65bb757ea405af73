//! The `search` tool.

use super::{
    Names, Possible, RECENT_POSTS, Reader, Refusal, Stage, ToolSchema, counter,
    executor::good_text,
    recent_posts, tell,
    tool::{ArgumentKind, Tool, Tried, need, object, refuse},
    walk::{free_for_talk, leave_talk},
};
use crate::campus::{
    people::{Doing, Focus},
    talks::Speech,
};
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
            purpose: "Look something up in the library catalogue and on the campus feed",
            arguments: vec![need("query", ArgumentKind::Text, "what is looked for")],
            who: "everybody",
            when: "awake, not in class, not on the way".into(),
            effects: format!(
                "the caller learns of courses, places, events and of the newest {RECENT_POSTS} posts \
                 with these words"
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
        let found = look_up(stage, agent, query);
        let until = stage.now().plus(SEARCHING);
        stage.begin(agent, Doing::OnPhone, Some(until))?;
        stage.person(agent)?.activity.focus = Some(Focus::Words(found));
        Ok(Ok(()))
    }

    fn told(&self, words: &Words, _: &Names<'_>) -> String {
        words.say_with("call-search", &[("what", self.query.as_str().into())])
    }
}

/// The first three courses, places, events and posts that hold a word of the query, in the language
/// of whoever looks it up.
fn look_up(stage: &Stage, agent: AgentId, query: &str) -> String {
    let names = stage.names();
    let tells = names.words_of(agent);
    let words: Vec<String> = query
        .to_lowercase()
        .split_whitespace()
        .filter(|w| w.len() > 2)
        .map(str::to_owned)
        .collect();
    let hit = |text: &str| {
        let text = text.to_lowercase();
        words.iter().any(|w| text.contains(w.as_str()))
    };
    let setting = &stage.setting.0;
    let courses = setting
        .term
        .courses
        .iter()
        .map(|c| format!("{} {}", c.code, c.title))
        .filter(|t| hit(t));
    let events = setting
        .events
        .iter()
        .filter(|e| hit(&e.title))
        .map(|e| format!("{}, {}", e.title, tell::day_and_time(tells, e.begins)));
    let names_of_places = stage.map().places.iter().map(|p| p.name.clone());
    let places = names_of_places.filter(|t| hit(t));
    let texts = recent_posts(&stage.feed).map(|p| p.text.clone());
    let posts = texts.filter(|t| hit(t));
    let found: Vec<String> = courses
        .chain(events)
        .chain(posts)
        .chain(places)
        .take(3)
        .collect();
    if found.is_empty() {
        tells.say_with("found-nothing", &[("what", query.into())])
    } else {
        tells.say_with("found", &[("what", found.join("; ").into())])
    }
}
