//! How facts arise: from norms that are broken, classes missed, tests written, and gatherings.

use super::{
    facts::{Fact, Source},
    help::help,
    ledger::{Knowledge, Ledger},
    spread::{found, posted, said, teach},
};
use crate::{
    campus::{
        Tile,
        invitations::{Invitation, Occasion},
        people::Came,
    },
    memory::Episodic,
    tools::{Breach, News, Occurrence, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR},
};

/// How long news are worth telling, in simulated seconds.
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
            SimEvent::Said { talk, .. } => {
                said(&mut stage, &mut ledger, talk)?;
                help(&mut stage, talk)?;
            }
            SimEvent::Found { ref finds, .. } => {
                let finds = finds.clone();
                found(&mut stage, &mut ledger, who, &finds)?;
            }
            SimEvent::Posted { .. } => {
                let memories = memories.get(stage.roster.entity(who))?;
                posted(&mut stage, &ledger, who, memories);
            }
            _ => {
                let tile = occurrence.tile;
                if let Some((news, importance)) = worth_telling(occurrence) {
                    let happening = Happening {
                        news,
                        who,
                        importance,
                    };
                    happening.tell(&mut stage, &mut ledger, tile)?;
                }
            }
        }
    }
    Ok(())
}

/// What somebody is told to have done by an event, and how much it is worth telling; none where it
/// is not.
fn worth_telling(occurrence: &Occurrence) -> Option<(News, u8)> {
    let (who, place) = (occurrence.agent, occurrence.place);
    match occurrence.event {
        SimEvent::Violation {
            breach: Breach::QueueCutting {
                passed: Some(passed),
            },
        } => Some((News::Pushed { who, passed, place }, 4)),
        SimEvent::Violation {
            breach: Breach::Noise { .. },
        } => Some((News::Loud { who, place }, 3)),
        SimEvent::Missed { course } => Some((News::Missed { who, course }, 4)),
        // Nobody boasts of what they gave up.
        SimEvent::Worked {
            came: Came::GivenUp,
            ..
        } => None,
        SimEvent::Worked { task, came } => {
            let who = who?;
            let importance = if came == Came::Whole { 6 } else { 3 };
            Some((News::Worked { who, task, came }, importance))
        }
        SimEvent::Tested {
            course,
            result,
            expected,
        } => {
            let who = who?;
            let news = News::Scored {
                who,
                course,
                result,
            };
            // What surprises is worth more words.
            Some((news, 3 + (result.abs_diff(expected) / 12).min(3)))
        }
        _ => None,
    }
}

/// How long something is worth telling, in simulated seconds: a result until the next.
const fn lasts(news: &News) -> u32 {
    if matches!(news, News::Scored { .. } | News::Worked { .. }) {
        5 * DAY
    } else {
        NEWS
    }
}

/// Something that somebody did and that others tell of them.
struct Happening {
    news: News,
    who: AgentId,
    importance: u8,
}

impl Happening {
    /// It becomes a fact that those know who were there; once a day, however often they do it.
    fn tell(self, stage: &mut Stage, ledger: &mut Ledger, tile: Option<Tile>) -> Result {
        let now = stage.now();
        let Happening {
            news, importance, ..
        } = self;
        let today = |f: &Fact| f.news.anywhere() == news.anywhere() && f.arose.day() == now.day();
        if ledger.facts.iter().rev().take(64).any(|(_, f)| today(f)) {
            return Ok(());
        }
        let fact = ledger.add(Fact {
            news,
            arose: now,
            until: now.plus(lasts(&news)),
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
        match (self.news, tile) {
            (News::Missed { course, .. }, _) => {
                let present = stage.register.present.iter();
                witnesses.extend(present.filter(|p| p.0 == course).map(|p| p.2));
            }
            // What one got is one's own to tell.
            (News::Scored { .. } | News::Worked { .. }, _) => {}
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
        host,
        guest,
        to,
        place,
        begins,
        ..
    } = invitation;
    let now = stage.now();
    if !matches!(to, Occasion::Gathering { .. }) {
        return Ok(());
    }
    let news = News::Gathering {
        host,
        to,
        place,
        begins,
    };
    let known = ledger
        .facts
        .iter()
        .rev()
        .find(|(_, f)| f.news == news)
        .map(|(n, _)| n);
    let fact = match known {
        Some(fact) => fact,
        None => {
            let fact = ledger.add(Fact {
                news,
                arose: now,
                until: begins,
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
