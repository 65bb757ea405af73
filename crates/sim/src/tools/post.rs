//! The `post` tool.

use super::{
    Names, Observed, Possible, Reader, Refusal, SimEvent, Stage, ToolSchema, counter,
    executor::good_text,
    tool::{ArgumentKind, Tool, Tried, need, object, refuse},
    walk::{free_for_talk, leave_talk},
};
use crate::campus::{About, people::Doing, talks::Speech};
use bevy::prelude::*;
use collegium_core::{i18n::Words, ids::AgentId, time::MINUTE};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// How long writing a post takes, in seconds.
const POSTING: u32 = MINUTE;

/// A post on the campus feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The words of the post.
    pub text: String,
    /// What it tells of, where the author says so.
    pub about: About,
}

impl Tool for Post {
    const NAME: &'static str = "post";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Write a post on the campus feed",
            arguments: vec![need("text", ArgumentKind::Text, "what it says")],
            who: "everybody",
            when: "awake, not in class, not on the way".into(),
            effects: "the post can be read by everybody".into(),
            duration: format!("{} seconds", POSTING).into(),
            refusals: &["asleep", "not_now", "bad_text"],
        }
    }

    fn offered(now: &Possible<'_>) -> bool {
        free_for_talk(now.doing)
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        let text = call.text("text")?;
        let about = About::Words;
        Ok(Self { text, about })
    }

    fn write(&self, _: &Names<'_>) -> Map<String, Value> {
        object(json!({"text": self.text}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let text = &self.text;
        if !good_text(text) {
            refuse!(Refusal::BadText);
        }
        if !free_for_talk(stage.look(agent)?.activity.doing) {
            refuse!(Refusal::NotNow);
        }
        counter::leave_queue(stage, agent)?;
        leave_talk(stage, agent)?;
        let now = stage.now();
        stage.feed.posts.add(crate::campus::Post {
            author: agent,
            at: now,
            text: text.clone(),
            about: self.about,
            tells: Vec::new(),
        });
        stage.begin(agent, Doing::OnPhone, Some(now.plus(POSTING)))?;
        let text = text.clone();
        stage.note(agent, SimEvent::Posted { text })?;
        Ok(Ok(Observed::Done))
    }

    fn told(&self, words: &Words, _: &Names<'_>) -> String {
        words.say_with("call-post", &[("what", self.text.as_str().into())])
    }
}
