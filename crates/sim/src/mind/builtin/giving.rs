//! Giving and lending: what somebody who has a moment hands to those beside them. What was borrowed
//! goes back, who studies without a book or a pen is lent one, and friends in low spirits get a cup
//! of tea.

use crate::{
    campus::{
        Item, PlaceKind, Posture,
        bag::Loan,
        people::{Doing, Need},
    },
    mind::{
        builtin::options::steps,
        recollection::Recollection,
        state::{Action, ActionStep, CurrentAction, Decision, Mind, Weighed},
        talk::converse::Voices,
        utility::{ActionState, Score},
        why::Why,
    },
    tools::{self, Destination, EARSHOT, Give, Move, Stage, hands_full},
};
use bevy::prelude::*;
use collegium_core::{
    dice::{Draw, Stream},
    ids::{AgentId, PlaceId},
    time::{DAY, HOUR, MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whether somebody lends, gives or fetches something.
const GIVES: Draw = Draw::of("giving: whether to give");

/// What is kept of somebody's giving.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Giving {
    /// When they last set out to get something for somebody.
    treated: Option<SimTime>,
}

/// How long a borrower needs something before they are done with it, in seconds.
const USED: u32 = 40 * MINUTE;

/// How long before it is wanted back a borrower goes to bring it, in seconds.
const AHEAD: u32 = 4 * HOUR;

/// The least time that an errand for somebody must leave before the next commitment, in seconds.
const SPARE: u32 = 45 * MINUTE;

/// How far one goes to get something for a friend, in tiles.
const ERRAND: u32 = 120;

/// A cup of tea for somebody may cost one part in so many of one's money.
const SHARE: u32 = 5;

/// What those who study need, and may lack.
const NEEDED: [Item; 2] = [Item::Book, Item::Stationery];

/// What warms somebody up.
const WARM: [Item; 2] = [Item::Tea, Item::Coffee];

/// The least closeness for lending, giving for good, and going to get something; from 0 to 10.
const CLOSE: [f32; 3] = [1.0, 6.0, 3.0];

/// For how long one has in mind how somebody looked, in seconds.
const SEEN: u32 = 40 * MINUTE;

/// Below which level of fun or company, 0 to 1, somebody's low spirits show.
const LOW: f32 = 0.45;

/// Whether somebody doing that can put it off for an errand.
const fn at_leisure(doing: Doing) -> bool {
    matches!(
        doing,
        Doing::Resting | Doing::Waiting | Doing::Browsing | Doing::OnPhone | Doing::Coffee
    )
}

/// Whether somebody doing that works with books and pens.
const fn at_books(doing: Doing) -> bool {
    matches!(doing, Doing::Studying | Doing::InClass)
}

/// Lets somebody who looks around hand things over. Gives whether they have begun an errand for it,
/// so that they do nothing else now.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn hand_over(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    voices: &Voices,
    giving: &mut Query<&mut Giving>,
    agent: AgentId,
) -> Result<bool> {
    let entity = stage.roster.entity(agent);
    let doing = stage.look(agent)?.activity.doing;
    if minds.get(entity)?.4.is_model() || doing == Doing::Queueing || !present(stage, agent)? {
        return Ok(false);
    }
    let beside = beside(stage, agent)?;
    if give_back(stage, agent, &beside)? {
        return Ok(false);
    }
    let mut roll = stage.dice.stream(agent.0, GIVES, stage.clock.tick);
    if lend(stage, voices, agent, &beside, &mut roll)?
        || cheer_up(stage, voices, agent, &beside, &mut roll)?
    {
        return Ok(false);
    }
    if !at_leisure(doing) || !has_time(stage, agent)? {
        return Ok(false);
    }
    Ok(bring_back(stage, minds, agent)?
        || fetch_tea(stage, minds, voices, giving, agent, &mut roll)?)
}

/// Those to whom somebody can hand something, nearest first.
fn beside(stage: &Stage, agent: AgentId) -> Result<Vec<AgentId>> {
    let tile = stage.look(agent)?.body.tile;
    let mut near = Vec::new();
    stage
        .neighbourhood
        .around(tile, EARSHOT[0] as i16, |who, there| {
            if who != agent && stage.hears(tile, there, false) {
                near.push((tile.distance(there), who));
            }
        });
    near.sort_unstable();
    let mut beside = Vec::new();
    for (_, who) in near {
        if present(stage, who)? {
            beside.push(who);
        }
    }
    Ok(beside)
}

/// Whether somebody is there and can take something.
fn present(stage: &Stage, who: AgentId) -> Result<bool> {
    let person = stage.look(who)?;
    let doing = person.activity.doing;
    Ok(person.body.posture != Posture::Away && doing != Doing::Sleeping && !hands_full(doing))
}

/// Whether there is time for an errand before the next commitment and before the night.
fn has_time(stage: &Stage, agent: AgentId) -> Result<bool> {
    let now = stage.now();
    let person = stage.look(agent)?;
    let next = person
        .timetable
        .next(now)
        .map_or(DAY, |c| c.begins.since(now));
    let bed = (person.persona.sleeps + DAY - now.of_day()) % DAY;
    Ok(next.min(bed) >= SPARE)
}

fn give(stage: &mut Stage, by: AgentId, with: AgentId, item: Item, lend: bool) -> Result<bool> {
    let call = Give { with, item, lend }.into();
    Ok(tools::call(stage, by, &call)?.is_ok())
}

/// Gives back what they are done with to those beside them.
fn give_back(stage: &mut Stage, agent: AgentId, beside: &[AgentId]) -> Result<bool> {
    let now = stage.now();
    let person = stage.look(agent)?;
    let uses = at_books(person.activity.doing);
    let back = person.bag.borrowed().find(|(_, loan)| {
        let done = !uses && now.since(loan.since) >= USED;
        (done || loan.due <= now) && beside.contains(&loan.owner)
    });
    match back {
        Some((item, loan)) => give(stage, agent, loan.owner, item, false),
        None => Ok(false),
    }
}

/// Lends, or among friends gives, what somebody at their books lacks and one can spare.
fn lend(
    stage: &mut Stage,
    voices: &Voices,
    agent: AgentId,
    beside: &[AgentId],
    roll: &mut Stream,
) -> Result<bool> {
    let me = stage.look(agent)?;
    let courtesy = me.persona.traits.courtesy;
    // Who works with it needs one of their own.
    let kept = usize::from(at_books(me.activity.doing));
    let spare = |item: Item| me.bag.own(item).saturating_sub(kept);
    let social = voices.get(stage.roster.entity(agent))?.2;
    for with in beside.iter().copied() {
        let (other, closeness) = (stage.look(with)?, social.closeness(with));
        if !at_books(other.activity.doing) || closeness < CLOSE[0] || other.bag.is_full() {
            continue;
        }
        let lacks = |item: &Item| spare(*item) > 0 && other.bag.count(*item) == 0;
        let Some(item) = NEEDED.into_iter().find(lacks) else {
            continue;
        };
        if roll.chance(0.35 + 0.4 * courtesy + 0.03 * closeness) {
            let for_good = item == Item::Stationery && spare(item) > 1 && closeness >= CLOSE[1];
            return give(stage, agent, with, item, !for_good);
        }
    }
    Ok(false)
}

/// Whether somebody's low spirits show.
fn is_low(stage: &Stage, who: AgentId) -> Result<bool> {
    let (needs, now) = (stage.look(who)?.needs, stage.now());
    Ok(needs
        .level(Need::Fun, now)
        .min(needs.level(Need::Company, now))
        < LOW)
}

/// Gives a warm drink that they have to a friend in low spirits.
fn cheer_up(
    stage: &mut Stage,
    voices: &Voices,
    agent: AgentId,
    beside: &[AgentId],
    roll: &mut Stream,
) -> Result<bool> {
    let me = stage.look(agent)?;
    let Some(drink) = WARM.into_iter().find(|drink| me.bag.own(*drink) > 0) else {
        return Ok(false);
    };
    let courtesy = me.persona.traits.courtesy;
    let social = voices.get(stage.roster.entity(agent))?.2;
    for with in beside.iter().copied() {
        if social.closeness(with) >= CLOSE[2]
            && is_low(stage, with)?
            && !stage.look(with)?.bag.is_full()
            && roll.chance(0.4 + 0.5 * courtesy)
        {
            return give(stage, agent, with, drink, false);
        }
    }
    Ok(false)
}

/// Sets out to bring back what is wanted back soon.
fn bring_back(stage: &mut Stage, minds: &mut Query<Mind<'static>>, agent: AgentId) -> Result<bool> {
    let now = stage.now();
    let wanted: Vec<(Item, Loan)> = stage
        .look(agent)?
        .bag
        .borrowed()
        .filter(|(_, loan)| loan.due.since(now) <= AHEAD)
        .collect();
    for (item, loan) in wanted {
        let with = loan.owner;
        // Nobody is disturbed in class, or in a room of their own.
        let owner = stage.look(with)?;
        let at = owner.body.counts_in.map(|p| stage.map().place(p).kind);
        if !present(stage, with)?
            || matches!(owner.activity.doing, Doing::InClass | Doing::Teaching)
            || at == Some(PlaceKind::Bedroom)
        {
            continue;
        }
        let why = Why::BringBack(item, with);
        let list = [find(with), hand(with, item)];
        set_out(stage, minds, agent, why, list)?;
        return Ok(true);
    }
    Ok(false)
}

/// Sets out to get a cup of tea for a friend who was seen in low spirits, once a day at most.
fn fetch_tea(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    voices: &Voices,
    giving: &mut Query<&mut Giving>,
    agent: AgentId,
    roll: &mut Stream,
) -> Result<bool> {
    let now = stage.now();
    let entity = stage.roster.entity(agent);
    let lately = giving.get(entity)?.treated;
    if lately.is_some_and(|at| now.since(at) < DAY) {
        return Ok(false);
    }
    let me = stage.look(agent)?;
    let courtesy = me.persona.traits.courtesy;
    let Some(cafe) = sells_tea(stage, agent)? else {
        return Ok(false);
    };
    let social = voices.get(entity)?.2;
    let mut low = BTreeSet::new();
    for (who, known) in &social.known {
        if known.closeness >= CLOSE[2] && present(stage, *who)? && is_low(stage, *who)? {
            low.insert(*who);
        }
    }
    // In a crowd one has noticed many more than one has friends.
    let friend = (!low.is_empty())
        .then(|| social.noticed_since(now.minus(SEEN)))
        .and_then(|mut noticed| noticed.find(|who| low.contains(who)));
    let Some(with) = friend.filter(|_| roll.chance(0.3 + 0.4 * courtesy)) else {
        return Ok(false);
    };
    giving.get_mut(entity)?.treated = Some(now);
    let go = Move {
        to: Destination::Place(cafe),
        then: None,
        hurry: false,
    };
    let why = Why::Fetch(Item::Tea, with);
    let list = [
        ActionStep::Call(go.into()),
        ActionStep::Buy(Item::Tea),
        find(with),
        hand(with, Item::Tea),
    ];
    set_out(stage, minds, agent, why, list)?;
    Ok(true)
}

/// The nearest place where somebody can get a cup of tea now.
fn sells_tea(stage: &Stage, agent: AgentId) -> Result<Option<PlaceId>> {
    let (now, map) = (stage.now(), stage.map());
    let me = stage.look(agent)?;
    let cups = [PlaceKind::Cafe, PlaceKind::Cafeteria].map(|kind| map.of_kind(kind));
    let open = cups.into_iter().flatten().filter_map(|p| {
        let place = map.place(p);
        let far = map.distance(me.body.tile, map.entrance(p))?;
        let price = place.price(Item::Tea)?;
        let open = place.is_open(now) && place.is_open(now.plus(SPARE));
        (open && far <= ERRAND && price * SHARE <= me.purse.cents).then_some((far, p))
    });
    Ok(open.min().map(|(_, place)| place))
}

/// The step of going up to somebody.
fn find(who: AgentId) -> ActionStep {
    let to = Destination::Person(who);
    let (then, hurry) = (None, false);
    ActionStep::Call(Move { to, then, hurry }.into())
}

/// The step of handing something over for good, or back.
fn hand(with: AgentId, item: Item) -> ActionStep {
    let lend = false;
    ActionStep::Call(Give { with, item, lend }.into())
}

/// Ends a stay for an errand.
fn set_out(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    why: Why,
    list: impl IntoIterator<Item = ActionStep>,
) -> Result {
    let now = stage.now();
    let action = Action::Socialise;
    let (mut current, mut decisions, ..) = minds.get_mut(stage.roster.entity(agent))?;
    *current = CurrentAction {
        action,
        state: ActionState::Requested,
        steps: steps(list),
        since: now,
        why: Some(why.clone()),
        engagement: None,
        failures: current.failures,
    };
    let weighed = Weighed {
        action,
        score: Score::new(1.0),
        parts: Vec::new(),
    };
    decisions.add(Decision {
        at: now,
        options: vec![weighed],
        chosen: action,
        why,
        departs: None,
        outcomes: Vec::new(),
        memories: Recollection::default(),
    });
    let number = stage.look(agent)?.activity.number;
    tools::finish(stage, agent, number)
}
