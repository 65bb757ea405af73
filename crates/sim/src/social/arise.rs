//! How facts arise: from norms that are broken, classes missed, and gatherings.

use super::{
    facts::{Fact, FactKind, Form, Source},
    ledger::{Knowledge, Ledger},
    spread::{posted, said, teach},
};
use crate::{
    campus::{
        Tile,
        invitations::{Invitation, Occasion},
    },
    memory::Episodic,
    tools::{Breach, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::HOUR,
};

/// How long news are worth telling.
pub(super) const NEWS: u32 = 30 * HOUR;

/// From how far it is seen who breaks a norm, in tiles.
const SEEN: i16 = 5;

/// Makes facts of what happened in this tick: broken norms, missed classes, gatherings; and finds
/// those that posts tell.
///
/// # Errors
/// Never for people of the roster.
pub fn arise(
    mut stage: Stage,
    mut ledger: ResMut<Ledger>,
    memories: Query<&'static Episodic>,
) -> Result {
    // What is learned of it is noted behind it, and is nothing that facts arise from.
    for i in 0..stage.occurrences.list.len() {
        let occurrence = &stage.occurrences.list[i];
        let Some(who) = occurrence.agent else {
            continue;
        };
        match occurrence.event {
            SimEvent::Invited { invitation, .. } => host(&mut stage, &mut ledger, invitation)?,
            SimEvent::Said { talk, .. } => said(&mut stage, &mut ledger, talk)?,
            SimEvent::Posted { .. } => {
                let memories = memories.get(stage.roster.entity(who))?;
                posted(&mut stage, &ledger, who, memories);
            }
            _ => {
                let (place, tile) = (occurrence.place, occurrence.tile);
                if let Some((form, importance)) = worth_telling(&occurrence.event) {
                    let misdeed = Misdeed {
                        form,
                        who,
                        place,
                        importance,
                    };
                    misdeed.tell(&mut stage, &mut ledger, tile)?;
                }
            }
        }
    }
    Ok(())
}

/// What somebody is told to have done by an event, and how much it is worth telling; none where it
/// is not.
fn worth_telling(event: &SimEvent) -> Option<(Form, u8)> {
    match event {
        SimEvent::Violation {
            breach: Breach::QueueCutting {
                passed: Some(passed),
            },
        } => Some((Form::Pushed(*passed), 4)),
        SimEvent::Violation {
            breach: Breach::Noise { .. },
        } => Some((Form::Loud, 3)),
        SimEvent::Missed { course } => Some((Form::Missed(*course), 4)),
        _ => None,
    }
}

/// Something that somebody did and that others tell of them.
struct Misdeed {
    form: Form,
    who: AgentId,
    place: Option<PlaceId>,
    importance: u8,
}

impl Misdeed {
    /// It becomes a fact that those know who were there; once a day, however often they do it.
    fn tell(self, stage: &mut Stage, ledger: &mut Ledger, tile: Option<Tile>) -> Result {
        let now = stage.now();
        let Misdeed {
            form,
            who,
            place,
            importance,
        } = self;
        let today = |f: &Fact| f.form == form && f.who == Some(who) && f.arose.day() == now.day();
        if ledger.facts.iter().rev().take(64).any(|(_, f)| today(f)) {
            return Ok(());
        }
        let fact = ledger.add(Fact {
            kind: FactKind::News,
            form,
            who: Some(who),
            place,
            arose: now,
            until: now.plus(NEWS),
            importance,
        });
        for agent in self.witnesses(stage, tile) {
            let known = Knowledge {
                fact,
                agent,
                since: now,
                source: Source::Witnessed,
                from: None,
                by: None,
            };
            teach(stage, ledger, known, 0.0)?;
        }
        Ok(())
    }

    /// Those who know it of themselves: who did it, those who sit in the class that was missed, and
    /// of all else those who saw it.
    fn witnesses(&self, stage: &Stage, tile: Option<Tile>) -> Vec<AgentId> {
        let mut witnesses = vec![self.who];
        match (self.form, tile) {
            (Form::Missed(course), _) => {
                let present = stage.register.present.iter();
                witnesses.extend(present.filter(|p| p.0 == course).map(|p| p.2));
            }
            (_, Some(tile)) => stage.neighbourhood.around(tile, SEEN, |other, there| {
                if other != self.who && stage.map().grid.sees(there, tile) {
                    witnesses.push(other);
                }
            }),
            _ => {}
        }
        witnesses
    }
}

/// A gathering becomes a fact with its first invitation.
fn host(stage: &mut Stage, ledger: &mut Ledger, number: u32) -> Result {
    let Some(invitation) = stage.invitations.list.get(number).copied() else {
        return Ok(());
    };
    let Invitation {
        host, guest, to, ..
    } = invitation;
    let now = stage.now();
    if !matches!(to, Occasion::Gathering { .. }) {
        return Ok(());
    }
    let first = stage
        .invitations
        .list
        .iter()
        .find(|(_, i)| i.host == host && i.to == to)
        .map_or(number, |(n, _)| n);
    let known = ledger
        .facts
        .iter()
        .rev()
        .find(|(_, f)| f.form == Form::Gathering(first))
        .map(|(n, _)| n);
    let fact = match known {
        Some(fact) => fact,
        None => {
            let fact = ledger.add(Fact {
                kind: FactKind::Invitation,
                form: Form::Gathering(first),
                who: Some(host),
                place: Some(invitation.place),
                arose: now,
                until: invitation.begins,
                importance: 4,
            });
            let (source, from) = (Source::Witnessed, None);
            teach(
                stage,
                ledger,
                Knowledge {
                    fact,
                    agent: host,
                    since: now,
                    source,
                    from,
                    by: None,
                },
                0.0,
            )?;
            fact
        }
    };
    let by = stage.look(guest)?.activity.talk;
    let told = Knowledge {
        fact,
        agent: guest,
        since: now,
        source: Source::Told,
        from: Some(host),
        by,
    };
    teach(stage, ledger, told, 0.0)?;
    Ok(())
}
