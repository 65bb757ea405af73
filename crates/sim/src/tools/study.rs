//! The `study` tool.

use super::{
    Names, Observed, Possible, Reader, Refusal, Stage, ToolSchema,
    executor::good_text,
    spots,
    tool::{ArgumentKind, Lasts, STAY, There, Tool, Tried, need, object, refuse},
};
use crate::campus::{
    Posture,
    courses::Term,
    people::{Doing, Focus, Persona, Stay},
    talks::Speech,
};
use bevy::prelude::*;
use collegium_core::{i18n::Words, ids::AgentId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Sitting down to study for so long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Study {
    /// What is studied, in words.
    pub subject: String,
    /// How long, in seconds.
    pub seconds: u32,
}

impl Tool for Study {
    const NAME: &'static str = "study";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Study where one is",
            arguments: vec![
                need("subject", ArgumentKind::Text, "what"),
                need("minutes", ArgumentKind::Minutes(STAY), "for how long"),
            ],
            who: "everybody",
            when: "awake, in a place with desks or seats".into(),
            effects: "takes a desk, or else a seat".into(),
            duration: "the minutes".into(),
            refusals: &[
                "asleep",
                "away",
                "bad_length",
                "bad_text",
                "wrong_place",
                "no_free_spot",
                "closed",
                "no_way",
            ],
        }
    }

    fn offered(now: &Possible<'_>) -> bool {
        now.here
            .is_some_and(|kind| spots::fits(Doing::Studying, kind))
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        Ok(Self {
            subject: call.text("subject")?,
            seconds: call.minutes("minutes", STAY)?,
        })
    }

    fn write(&self, _: &Names<'_>) -> Map<String, Value> {
        object(json!({"subject": self.subject, "minutes": self.seconds / 60}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let Self {
            ref subject,
            seconds,
        } = *self;
        if !STAY.holds(seconds) {
            refuse!(Refusal::BadLength);
        }
        if !good_text(subject) {
            refuse!(Refusal::BadText);
        }
        let person = stage.look(agent)?;
        let focus = focus(subject, person.persona, &stage.setting.0.term);
        if person.body.posture == Posture::Away {
            refuse!(Refusal::Away);
        }
        let doing = Doing::Studying;
        let Some(place) = stage.map().place_of(person.body.tile) else {
            refuse!(Refusal::WrongPlace { doing })
        };
        let what = stage.map().place(place);
        if !spots::fits(doing, what.kind) {
            refuse!(Refusal::WrongPlace { doing });
        }
        if !what.is_open(stage.now()) {
            refuse!(Refusal::Closed { place });
        }
        if let Err(refusal) = spots::stay_here(stage, agent, place, Stay { doing, seconds })? {
            refuse!(refusal);
        }
        stage.person(agent)?.activity.focus = Some(focus);
        Ok(Ok(Observed::Until(stage.now().plus(seconds))))
    }

    fn lasts(&self) -> Lasts<'_> {
        Lasts::Stay {
            stay: Stay {
                doing: Doing::Studying,
                seconds: self.seconds,
            },
            there: There::Here,
            subject: &self.subject,
        }
    }

    fn told(&self, words: &Words, _: &Names<'_>) -> String {
        let values = [
            ("what", self.subject.as_str().into()),
            ("minutes", (self.seconds / 60).into()),
        ];
        words.say_with("call-study", &values)
    }
}

/// What a mind is on that studies a subject: the task, a course that it names, or just the words.
fn focus(subject: &str, persona: &Persona, term: &Term) -> Focus {
    if persona.is_task(subject) {
        return Focus::Task;
    }
    let wanted = subject.to_lowercase();
    let names = |name: &str| !name.is_empty() && wanted.contains(&name.to_lowercase());
    let mut courses = (0..).zip(&term.courses);
    let named = courses.find(|(_, c)| names(&c.title) || names(&c.code));
    named.map_or_else(
        || Focus::Words(subject.to_owned()),
        |(course, _)| Focus::Course(course),
    )
}
