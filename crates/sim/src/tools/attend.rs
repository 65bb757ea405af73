//! The `attend` tool.

use super::{
    Breach, EARLY, GRACE, Names, Observed, Reader, Refusal, SimEvent, Stage, ToolSchema, spots,
    tell,
    tool::{ArgumentKind, Lasts, Tool, Tried, need, object, refuse},
};
use crate::campus::{
    people::{Commitment, Doing, Engagement, Focus, Stay},
    talks::Speech,
};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::AgentId,
    time::{MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Taking part in a commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attend {
    /// The class, shift, event or meeting that it is time for.
    pub what: Engagement,
}

impl Tool for Attend {
    const NAME: &'static str = "attend";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Take part in a class, shift, event or meeting where it is held",
            arguments: vec![need(
                "what",
                ArgumentKind::Engagement,
                "a commitment of one's timetable",
            )],
            who: "those enrolled, teaching, on shift or invited",
            when: format!(
                "in the place, from {} minutes before it begins until it ends",
                EARLY / MINUTE
            )
            .into(),
            effects: format!(
                "takes a seat or the staff's place; coming more than {} minutes late to a class \
                 or shift is a violation",
                GRACE / MINUTE
            )
            .into(),
            duration: "until it ends".into(),
            refusals: &[
                "asleep",
                "not_yours",
                "not_there",
                "too_early",
                "over",
                "no_free_spot",
                "no_way",
            ],
        }
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        let what = call.engagement("what")?;
        Ok(Self { what })
    }

    fn write(&self, names: &Names<'_>) -> Map<String, Value> {
        object(json!({"what": names.engagement(self.what)}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let what = self.what;
        let now = stage.now();
        let person = stage.look(agent)?;
        let Some(commitment) = person
            .timetable
            .today
            .iter()
            .find(|c| c.what == what)
            .cloned()
        else {
            refuse!(Refusal::NotYours)
        };
        if person.timetable.settled.contains(&what) || now >= commitment.ends {
            refuse!(Refusal::Over);
        }
        if commitment.begins > now.plus(EARLY) {
            refuse!(Refusal::TooEarly {
                begins: commitment.begins
            });
        }
        if stage.map().place_of(person.body.tile) != Some(commitment.place) {
            refuse!(Refusal::NotThere {
                place: commitment.place
            });
        }
        let doing = match what {
            Engagement::Class(..) => Doing::InClass,
            Engagement::Teach(..) => Doing::Teaching,
            Engagement::Shift(_) => Doing::Working,
            Engagement::Event(_) | Engagement::Meeting(_) => Doing::AtEvent,
        };
        let stay = Stay {
            doing,
            seconds: commitment.ends.since(now),
        };
        if let Err(refusal) = spots::stay_here(stage, agent, commitment.place, stay)? {
            refuse!(refusal);
        }
        let mut person = stage.person(agent)?;
        person.timetable.settled.push(what);
        person.activity.focus = Some(Focus::Engagement(what));
        stage.invitations.came(agent, what, now, EARLY);
        note_coming(stage, agent, &commitment, now)?;
        Ok(Ok(Observed::Until(commitment.ends)))
    }

    fn lasts(&self) -> Lasts<'_> {
        Lasts::AsItTakes
    }

    fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let what = tell::engagement(words, self.what, names);
        words.say_with("call-attend", &[("what", what.into())])
    }
}

/// Notes whether somebody came in time.
fn note_coming(stage: &mut Stage, agent: AgentId, commitment: &Commitment, now: SimTime) -> Result {
    let late = now.since(commitment.begins);
    let what = commitment.what;
    let counts = matches!(
        commitment.what,
        Engagement::Class(..) | Engagement::Teach(..) | Engagement::Shift(_)
    );
    let class = match commitment.what {
        Engagement::Class(course, session) => Some((course, session, agent)),
        _ => None,
    };
    stage.register.present.extend(class);
    if counts && late > GRACE {
        let breach = Breach::Lateness {
            what,
            seconds: late,
        };
        stage.note(agent, SimEvent::Violation { breach })?;
    } else if class.is_some() {
        stage.note(agent, SimEvent::Attended { what })?;
    }
    Ok(())
}
