//! Invitations: the `invite` and `reply` calls.

use super::{Refusal, SimEvent, Stage, walk::free_for_talk};
use crate::campus::{
    Posture,
    invitations::{Invitation, Occasion},
    people::{Commitment, Engagement},
};
use bevy::prelude::*;
use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, MINUTE},
};

type Tried = Result<Result<(), Refusal>, BevyError>;

/// The `invite` call.
pub(super) fn invite(stage: &mut Stage, host: AgentId, guest: AgentId, to: Occasion) -> Tried {
    let now = stage.now();
    if host == guest || guest.0 as usize >= stage.roster.len() {
        return Ok(Err(Refusal::Nobody));
    }
    let (me, other) = (stage.look(host)?, stage.look(guest)?);
    if me.body.posture == Posture::Away {
        return Ok(Err(Refusal::Away));
    }
    if !free_for_talk(other.activity.doing) {
        return Ok(Err(Refusal::PartnerBusy { who: guest }));
    }
    if !stage.hears(me.body.tile, other.body.tile, true) {
        return Ok(Err(Refusal::OutOfEarshot { who: guest }));
    }
    let (place, begins, ends) = match to {
        Occasion::Event(e) => match stage.setting.0.events.get(usize::from(e)) {
            Some(event)
                if event.invites(&me.persona.group) && event.invites(&other.persona.group) =>
            {
                (event.place, event.begins, event.ends)
            }
            _ => return Ok(Err(Refusal::NotYours)),
        },
        Occasion::Gathering {
            place,
            begins,
            seconds,
            ..
        } => {
            if place.0 as usize >= stage.map().places.len() {
                return Ok(Err(Refusal::Nobody));
            }
            if !(10 * MINUTE..=4 * HOUR).contains(&seconds) {
                return Ok(Err(Refusal::BadLength));
            }
            (place, begins, begins.plus(seconds))
        }
    };
    if begins <= now || begins.since(now) > 14 * DAY {
        return Ok(Err(Refusal::BadTime));
    }
    let hosts_it = stage
        .invitations
        .list
        .iter()
        .any(|(_, i)| i.host == host && i.to == to);
    if matches!(to, Occasion::Gathering { .. }) && !hosts_it && me.timetable.clashes(begins, ends) {
        return Ok(Err(Refusal::Clash));
    }
    if stage.invitations.knows_of(guest, &to) {
        return Ok(Err(Refusal::AlreadyInvited));
    }
    let (answered, planned, attended) = (None, None, None);
    let number = stage.invitations.list.add(Invitation {
        host,
        guest,
        to,
        place,
        begins,
        ends,
        invited: now,
        answered,
        planned,
        attended,
    });
    let invited = SimEvent::Invited {
        with: guest,
        invitation: number,
        to,
        begins,
    };
    stage.note(host, invited)?;
    Ok(Ok(()))
}

/// The `reply` call.
pub(super) fn reply(stage: &mut Stage, guest: AgentId, number: u32, accept: bool) -> Tried {
    let now = stage.now();
    let Some(invitation) = stage
        .invitations
        .list
        .get(number)
        .copied()
        .filter(|i| i.guest == guest)
    else {
        return Ok(Err(Refusal::NotYours));
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
        return Ok(Err(Refusal::Over));
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
        return Ok(Err(Refusal::Clash));
    }
    if let Some(entry) = stage.invitations.list.get_mut(number) {
        entry.answered = Some((now, accept));
        entry.planned = accept.then_some(now);
    }
    if accept {
        if !has_it {
            stage.person(guest)?.timetable.enter(
                Commitment {
                    what,
                    place,
                    begins,
                    ends,
                },
                now.day(),
            );
        }
        let mut host_person = stage.person(host)?;
        if matches!(to, Occasion::Gathering { .. }) && !host_person.timetable.clashes(begins, ends)
        {
            let what = Engagement::Meeting(guest);
            host_person.timetable.enter(
                Commitment {
                    what,
                    place,
                    begins,
                    ends,
                },
                now.day(),
            );
        }
    }
    let replied = SimEvent::Replied {
        with: host,
        invitation: number,
        to,
        accept,
    };
    stage.note(guest, replied)?;
    Ok(Ok(()))
}
