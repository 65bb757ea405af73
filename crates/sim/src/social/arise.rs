//! How facts arise: from norms that are broken, classes missed, and gatherings.

use super::{
    facts::{Fact, FactKind, Form, Source},
    ledger::{Knowledge, Ledger},
    spread::{posted, said, teach},
};
use crate::{
    campus::invitations::{Invitation, Occasion},
    memory::Episodic,
    tools::{Breach, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::time::HOUR;

/// How long news are worth telling.
pub(super) const NEWS: u32 = 30 * HOUR;

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
    let now = stage.now();
    for i in 0..stage.occurrences.list.len() {
        let occurrence = &stage.occurrences.list[i];
        let (Some(who), place, tile) = (occurrence.agent, occurrence.place, occurrence.tile) else {
            continue;
        };
        let (form, importance) = match occurrence.event {
            SimEvent::Violation {
                breach:
                    Breach::QueueCutting {
                        passed: Some(passed),
                    },
            } => (Form::Pushed(passed), 4),
            SimEvent::Violation {
                breach: Breach::Noise { .. },
            } => (Form::Loud, 3),
            SimEvent::Missed { course } => (Form::Missed(course), 4),
            SimEvent::Invited { invitation, .. } => {
                host(&mut stage, &mut ledger, invitation)?;
                continue;
            }
            SimEvent::Said { talk, .. } => {
                said(&mut stage, &mut ledger, talk)?;
                continue;
            }
            SimEvent::Posted { .. } => {
                let memories = memories.get(stage.roster.entity(who))?;
                posted(&mut stage, &ledger, who, memories);
                continue;
            }
            _ => continue,
        };
        let today = |f: &Fact| f.form == form && f.who == Some(who) && f.arose.day() == now.day();
        if ledger.facts.iter().rev().take(64).any(|(_, f)| today(f)) {
            continue;
        }
        let until = now.plus(NEWS);
        let fact = ledger.add(Fact {
            kind: FactKind::News,
            form,
            who: Some(who),
            place,
            arose: now,
            until,
            importance,
        });
        let mut witnesses = vec![who];
        match (form, tile) {
            (Form::Missed(course), _) => {
                witnesses.extend(
                    stage
                        .register
                        .present
                        .iter()
                        .filter(|p| p.0 == course)
                        .map(|p| p.2),
                );
            }
            (_, Some(tile)) => stage.neighbourhood.around(tile, 5, |other, there| {
                if other != who && stage.map().grid.sees(there, tile) {
                    witnesses.push(other);
                }
            }),
            _ => {}
        }
        for agent in witnesses {
            let (source, from) = (Source::Witnessed, None);
            teach(
                &mut stage,
                &mut ledger,
                Knowledge {
                    fact,
                    agent,
                    since: now,
                    source,
                    from,
                    by: None,
                },
                0.0,
            )?;
        }
    }
    Ok(())
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
