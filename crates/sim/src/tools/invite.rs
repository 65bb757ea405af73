//! The `invite` tool.

use super::{
    AHEAD, Names, Observed, Reader, Refusal, SimEvent, Stage, ToolSchema, tell,
    tool::{ArgumentKind, GATHERING, Tool, Tried, may, need, object, refuse, unasked},
    walk::free_for_talk,
};
use crate::campus::{
    Posture,
    invitations::{Invitation, Occasion},
    talks::Speech,
};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::{AgentId, PlaceId},
    time::{DAY, SimTime},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A call to invite somebody to something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// The person who is invited.
    pub with: AgentId,
    /// What the other is asked to come to.
    pub to: Occasion,
}

/// Where and from when to when something is held, when both of these groups may come to it.
fn held(
    stage: &Stage,
    to: Occasion,
    groups: [&String; 2],
) -> Result<(PlaceId, SimTime, SimTime), Refusal> {
    match to {
        Occasion::Event(e) => {
            let event = stage.setting.0.events.get(usize::from(e));
            let theirs = event.filter(|e| groups.iter().all(|group| e.invites(group)));
            let event = theirs.ok_or(Refusal::NotYours)?;
            Ok((event.place, event.begins, event.ends))
        }
        Occasion::Gathering {
            place,
            begins,
            seconds,
            ..
        } => {
            if place.0 as usize >= stage.map().places.len() {
                return Err(Refusal::Nobody);
            }
            if !GATHERING.holds(seconds) {
                return Err(Refusal::BadLength);
            }
            Ok((place, begins, begins.plus(seconds)))
        }
    }
}

impl Tool for Invite {
    const NAME: &'static str = "invite";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Invite somebody in earshot to an event, or to something of one's own",
            arguments: vec![
                need(
                    "with",
                    ArgumentKind::Person,
                    "the name of a person in earshot",
                ),
                need("what", ArgumentKind::Occasion, "the title of an event"),
                unasked(
                    "course",
                    ArgumentKind::Course,
                    "the code of the course that is studied",
                ),
                may(
                    "place",
                    ArgumentKind::Place,
                    "where, for something of one's own",
                ),
                may("begins", ArgumentKind::Moment, "when, likewise"),
                may(
                    "minutes",
                    ArgumentKind::Minutes(GATHERING),
                    "for how long, likewise",
                ),
            ],
            who: "everybody; to an event those whom it is for",
            when: format!(
                "before it begins, within {} days, where the host has nothing else",
                AHEAD / DAY
            )
            .into(),
            effects: "the other is invited and may reply".into(),
            duration: "none".into(),
            refusals: &[
                "asleep",
                "away",
                "nobody",
                "out_of_earshot",
                "partner_busy",
                "not_yours",
                "bad_time",
                "bad_length",
                "clash",
                "already_invited",
            ],
        }
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        Ok(Self {
            with: call.person("with")?,
            to: call.occasion("what")?,
        })
    }

    fn write(&self, names: &Names<'_>) -> Map<String, Value> {
        let Self { with, to } = self;
        let what = json!({"with": names.person(*with), "what": names.occasion(to)});
        let mut call = object(what);
        if let Occasion::Gathering {
            place,
            begins,
            seconds,
            ..
        } = to
        {
            call.insert("place".to_owned(), names.place(*place).into());
            call.insert("begins".to_owned(), begins.to_string().into());
            call.insert("minutes".to_owned(), (seconds / 60).into());
        }
        call
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let (host, guest, to) = (agent, self.with, self.to);
        let now = stage.now();
        if host == guest || guest.0 as usize >= stage.roster.len() {
            refuse!(Refusal::Nobody);
        }
        let (me, other) = (stage.look(host)?, stage.look(guest)?);
        if me.body.posture == Posture::Away {
            refuse!(Refusal::Away);
        }
        if !free_for_talk(other.activity.doing) {
            refuse!(Refusal::PartnerBusy { who: guest });
        }
        if !stage.hears(me.body.tile, other.body.tile, true) {
            refuse!(Refusal::OutOfEarshot { who: guest });
        }
        let groups = [&me.persona.group, &other.persona.group];
        let (place, begins, ends) = match held(stage, to, groups) {
            Ok(held) => held,
            Err(refusal) => refuse!(refusal),
        };
        if begins <= now || begins.since(now) > AHEAD {
            refuse!(Refusal::BadTime);
        }
        let hosts_it = stage
            .invitations
            .list
            .iter()
            .any(|(_, i)| i.host == host && i.to == to);
        if matches!(to, Occasion::Gathering { .. })
            && !hosts_it
            && me.timetable.clashes(begins, ends)
        {
            refuse!(Refusal::Clash);
        }
        if stage.invitations.knows_of(guest, &to) {
            refuse!(Refusal::AlreadyInvited);
        }
        let number = stage.invitations.list.add(Invitation {
            host,
            guest,
            to,
            place,
            begins,
            ends,
            invited: now,
            answered: None,
            planned: None,
            attended: None,
        });
        let invited = SimEvent::Invited {
            with: guest,
            invitation: number,
            to,
            begins,
        };
        stage.note(host, invited)?;
        Ok(Ok(Observed::Waits(self.with)))
    }

    fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let what = tell::occasion(words, &self.to, names);
        let name = names.person(self.with);
        words.say_with(
            "call-invite",
            &[("name", name.into()), ("what", what.into())],
        )
    }
}
