//! The `reply` tool.

use super::{
    Names, Observed, Reader, Refusal, SimEvent, Stage, ToolSchema,
    tool::{ArgumentKind, Tool, Tried, need, object, refuse},
};
use crate::campus::{
    invitations::{Invitation, Occasion},
    people::{Commitment, Engagement},
    talks::Speech,
};
use bevy::prelude::*;
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A call to answer an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The invitation, by its number.
    pub invitation: u32,
    /// Whether the answer is yes.
    pub accept: bool,
}

impl Tool for Reply {
    const NAME: &'static str = "reply";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Accept or decline an invitation",
            arguments: vec![
                need(
                    "invitation",
                    ArgumentKind::Invitation,
                    "the number of the invitation",
                ),
                need("accept", ArgumentKind::Flag, "yes or no"),
            ],
            who: "the one who was invited",
            when: "awake, before it begins, once".into(),
            effects: "an accepted invitation is in the timetables of guest and host".into(),
            duration: "none".into(),
            refusals: &["asleep", "not_yours", "over", "clash"],
        }
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        Ok(Self {
            invitation: call.number("invitation")?,
            accept: call.yes_or_no("accept")?,
        })
    }

    fn write(&self, _: &Names<'_>) -> Map<String, Value> {
        object(json!({"invitation": self.invitation, "accept": self.accept}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let (guest, number, accept) = (agent, self.invitation, self.accept);
        let now = stage.now();
        let Some(invitation) = stage
            .invitations
            .list
            .get(number)
            .copied()
            .filter(|i| i.guest == guest)
        else {
            refuse!(Refusal::NotYours);
        };
        let Invitation {
            host,
            to,
            place,
            begins,
            ends,
            ..
        } = invitation;
        if invitation.answered.is_some() || begins <= now {
            refuse!(Refusal::Over);
        }
        let what = match to {
            Occasion::Event(e) => Engagement::Event(e),
            Occasion::Gathering { .. } => Engagement::Meeting(host),
        };
        let timetable = stage.look(guest)?.timetable;
        let has_it = timetable
            .today
            .iter()
            .any(|c| c.what == what && c.begins == begins)
            || matches!(what, Engagement::Event(e) if timetable.events.contains(&e));
        if accept && !has_it && timetable.clashes(begins, ends) {
            refuse!(Refusal::Clash);
        }
        if let Some(entry) = stage.invitations.list.get_mut(number) {
            entry.answered = Some((now, accept));
            entry.planned = accept.then_some(now);
        }
        if accept {
            let held = |what| Commitment {
                what,
                place,
                begins,
                ends,
            };
            if !has_it {
                let mut person = stage.person(guest)?;
                person.timetable.enter(held(what), now.day());
            }
            let mut person = stage.person(host)?;
            if matches!(to, Occasion::Gathering { .. }) && !person.timetable.clashes(begins, ends) {
                let what = Engagement::Meeting(guest);
                person.timetable.enter(held(what), now.day());
            }
        }
        let replied = SimEvent::Replied {
            with: host,
            invitation: number,
            to,
            accept,
        };
        stage.note(guest, replied)?;
        Ok(Ok(if accept {
            Observed::Entered(begins)
        } else {
            Observed::Done
        }))
    }

    fn told(&self, words: &Words, _: &Names<'_>) -> String {
        let text = if self.accept {
            key("call-accept")
        } else {
            key("call-decline")
        };
        words.say(text).to_owned()
    }
}
