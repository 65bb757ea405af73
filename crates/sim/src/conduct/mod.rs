//! Conduct: the decision points of micro-behaviour.
//!
//! Plans say what to do; conduct says how: when to set off, whether to hurry, to wait one's turn,
//! to keep one's voice down, to go on studying, to greet, to help, to say sorry. Each [`Point`] has
//! a few [`Act`]s. A policy head that is mounted decides among them from an [`Observation`]; where
//! none is, the built-in rule of character and luck does, and [`Lessons`] that were taught may
//! change what it has chosen. Whatever is decided is rewarded by what comes of it ([`RewardTerm`]).

mod change;
pub mod docs;
pub mod heads;
mod lesson_file;
mod lessons;
mod measures;
mod observe;
mod point;
mod reward;
mod rule;
mod trace;

pub use change::Change;
pub use heads::{Decider, HeadParts, Mount, Mounted, Whom};
pub use lessons::{Circumstance, Evidence, Lesson, Lessons, MOST as MOST_LESSONS, Origin};
pub use measures::{Count, Counts, Measure};
pub use observe::{FEATURES, Feature, Observation, WIDTH, lateness};
pub use point::{ACTS, Act, ActMask, Other, Point, Situation};
pub use reward::{RewardTerm, TERMS, Violations, Weights};
pub use trace::Decided;

use crate::{
    campus::{
        Noise, Roster,
        people::{Doing, Need},
    },
    room::{DeclareRoom as _, SimSystems, SimTick},
    tools::{Breach, Occurrence, Occurrences, PersonReadOnlyItem, SimEvent, Stage},
};
use bevy::{ecs::system::SystemParam, prelude::*};
use change::Mark;
use collegium_core::{
    dice::Purpose,
    ids::AgentId,
    time::{MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::VecDeque,
    sync::{Arc, LazyLock},
};
use trace::Trace;
use training::head::Scratch;

/// A decision with its reasons, as the inspector shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// When.
    pub at: SimTime,
    /// At which point.
    pub point: Point,
    /// What was possible.
    pub mask: ActMask,
    /// What was done.
    pub act: Act,
    /// What the built-in rule would have done.
    pub rule: Act,
    /// Who decided: none for the built-in rule, else the name of the head, or `expert`.
    pub by: Option<String>,
    /// The lesson by which something else was done than the rule would have done.
    pub lesson: Option<Lesson>,
    /// What the head saw; empty for the rule.
    pub observation: Vec<f32>,
    /// The head's probability of each act; empty for the rule.
    pub probabilities: Vec<f32>,
}

/// How somebody conducts itself.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConductState {
    /// Who decides for it.
    pub mount: Mount,
    /// The lessons it has been taught, by the number of their book.
    pub book: Option<u16>,
    /// The commitment it has decided about last, by when it begins, and how many seconds before
    /// that it means to be there.
    pub aim: Option<(SimTime, i32)>,
    /// The commitment, by when it begins, that it stays away from.
    pub skips: Option<SimTime>,
    /// Seconds studied today.
    pub studied: u32,
    /// Norms broken today.
    pub violations: u16,
    /// What is counted of it.
    pub counts: Counts,
    /// Its last decisions, newest last.
    pub verdicts: VecDeque<Verdict>,
}

/// How many verdicts are kept of each person.
const KEPT: usize = 8;

/// Declares the room: who decides micro-behaviour, what was decided, and what is counted of it.
pub fn plugin(app: &mut App) {
    let something_happened = |occurrences: Res<Occurrences>| !occurrences.list.is_empty();
    app.init_resource::<Deciding>()
        .add_systems(
            SimTick,
            (
                aim.in_set(SimSystems::Decide),
                (
                    score.run_if(something_happened),
                    watch.run_if(resource_exists::<Observations>),
                )
                    .chain()
                    .in_set(SimSystems::Record),
            ),
        )
        .room("conduct", 2)
        .keep::<ConductState>("state")
        .keep_resource::<Conduct>("conduct");
}

/// The heads that are mounted, the lessons that are taught, and what was changed when.
#[derive(Resource, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Conduct {
    #[serde(with = "shared")]
    heads: Vec<Arc<Mounted>>,
    #[serde(with = "shared")]
    books: Vec<Arc<Lessons>>,
    history: Vec<(SimTime, AgentId, Mark)>,
}

/// What is shared between branches, in a save as if it were not.
mod shared {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::sync::Arc;

    pub fn serialize<S: Serializer, T: Serialize>(
        list: &[Arc<T>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(list.iter().map(|one| &**one))
    }

    pub fn deserialize<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
        deserializer: D,
    ) -> Result<Vec<Arc<T>>, D::Error> {
        let list = Vec::<T>::deserialize(deserializer)?;
        Ok(list.into_iter().map(Arc::new).collect())
    }
}

/// What deciding needs from moment to moment, and no snapshot keeps.
#[derive(Resource, Clone, Debug, Default)]
pub struct Deciding {
    trace: Option<Trace>,
    /// How many decisions each agent has made in this tick, so that no two share their dice.
    made: Vec<(AgentId, u32)>,
    made_at: SimTime,
    scratch: Scratch,
    /// Which branch of several it is: heads draw otherwise in each.
    branch: u64,
}

impl Deciding {
    /// Whether decisions are kept for whoever learns from them.
    pub fn keep_decisions(&mut self, keep: bool) {
        self.trace = keep.then(Trace::default);
    }

    /// Lets heads draw otherwise than in other branches of the same campus; all else keeps its
    /// dice.
    pub fn branch(&mut self, number: u64) {
        self.branch = number;
    }

    /// Takes out the decisions since the last time, in the order in which what came of them was
    /// known; with `all`, also each person's last one, of which it is not yet known what comes of
    /// it.
    pub fn take_decisions(&mut self, all: bool) -> Vec<Decided> {
        self.trace.as_mut().map(|t| t.take(all)).unwrap_or_default()
    }

    /// The moment of a decision, for the dice: no two decisions of one person share one.
    fn moment(&mut self, agent: AgentId, now: SimTime) -> u64 {
        if self.made_at != now {
            self.made.clear();
            self.made_at = now;
        }
        let made = self.made.iter_mut().find(|(who, _)| *who == agent);
        let number = match made {
            Some((_, number)) => {
                *number += 1;
                *number
            }
            None => {
                self.made.push((agent, 0));
                0
            }
        };
        u64::from(now.0) << 16 | u64::from(number & 0xffff)
    }
}

/// Everybody's conduct, to decide by and to change.
#[derive(SystemParam)]
pub struct Conducting<'w, 's> {
    roster: Res<'w, Roster>,
    shared: Res<'w, Conduct>,
    deciding: ResMut<'w, Deciding>,
    states: Query<'w, 's, &'static mut ConductState>,
}

impl Conducting<'_, '_> {
    /// Somebody's; none for a number beyond the roster.
    fn state(&self, agent: AgentId) -> Option<&ConductState> {
        let entity = self.roster.0.get(agent.0 as usize)?;
        self.states.get(*entity).ok()
    }

    fn state_mut(&mut self, agent: AgentId) -> Option<Mut<'_, ConductState>> {
        let entity = self.roster.0.get(agent.0 as usize)?;
        self.states.get_mut(*entity).ok()
    }

    /// The lessons that somebody has been taught.
    pub fn lessons(&self, agent: AgentId) -> Option<&Arc<Lessons>> {
        self.shared.lessons_of(self.state(agent)?)
    }

    /// Counts something of somebody.
    pub fn count(&mut self, agent: AgentId, what: Count, amount: u32) {
        if let Some(mut state) = self.state_mut(agent) {
            state.counts.add(what, amount);
        }
    }

    /// A new day: what is counted by the day begins anew.
    pub fn new_day(&mut self) {
        for agent in 0..self.roster.len() {
            if let Some(mut state) = self.state_mut(AgentId(agent as u32)) {
                state.studied = 0;
                state.violations = 0;
            }
        }
    }

    fn credit(&mut self, agent: AgentId, terms: &[f32; TERMS], violations: Violations) {
        if let Some(mut state) = self.state_mut(agent) {
            state.violations = state.violations.saturating_add(u16::from(violations.any()));
        }
        if let Some(trace) = &mut self.deciding.trace {
            trace.credit(agent, terms, violations);
        }
    }
}

/// Everybody's conduct, to look at.
#[derive(Clone, Copy, Debug)]
pub struct ConductView<'a> {
    world: &'a World,
    shared: &'a Conduct,
}

impl<'a> ConductView<'a> {
    /// That of the people of a world.
    pub fn of(world: &'a World) -> Self {
        Self {
            world,
            shared: world.resource::<Conduct>(),
        }
    }

    /// Somebody's; that of nobody for a number beyond the roster.
    pub fn state(&self, agent: AgentId) -> &'a ConductState {
        static NOBODY: LazyLock<ConductState> = LazyLock::new(ConductState::default);
        let roster = self.world.resource::<Roster>();
        let entity = roster.0.get(agent.0 as usize);
        entity
            .and_then(|entity| self.world.get(*entity))
            .unwrap_or(&NOBODY)
    }

    /// The name of who decides for somebody; none for the built-in rule.
    pub fn decider(&self, agent: AgentId) -> Option<&'a str> {
        match self.state(agent).mount {
            Mount::Rule => None,
            Mount::Expert => Some(heads::EXPERT),
            Mount::Head(number) => self.heads().get(usize::from(number)).map(|h| h.name()),
        }
    }

    /// The lessons that somebody has been taught.
    pub fn lessons(&self, agent: AgentId) -> Option<&'a Arc<Lessons>> {
        self.shared.lessons_of(self.state(agent))
    }

    /// The heads that have been mounted, by the numbers of [`Mount::Head`].
    pub fn heads(&self) -> &'a [Arc<Mounted>] {
        &self.shared.heads
    }

    /// What was counted of everybody together.
    pub fn counts(&self) -> Counts {
        let mut all = Counts::default();
        for agent in 0..self.world.resource::<Roster>().len() {
            all.merge(&self.state(AgentId(agent as u32)).counts);
        }
        all
    }

    /// What was changed for whom, and when, from the beginning.
    pub fn history(&self) -> impl Iterator<Item = (SimTime, AgentId, Change)> + 'a {
        self.shared.history()
    }
}

/// The situation of somebody at a point, where it stands.
///
/// # Errors
/// Never for people of the roster.
pub fn situation(stage: &Stage, agent: AgentId, point: Point) -> Result<Situation> {
    let tile = stage.look(agent)?.body.tile;
    let noise = stage
        .map()
        .place_of(tile)
        .map_or(Noise::Normal, |p| stage.map().place(p).noise);
    Ok(Situation::at(point, noise))
}

/// How far people are that count as near, in tiles.
const NEAR: i16 = 3;

/// What somebody sees in a situation.
fn seen(
    stage: &Stage,
    person: &PersonReadOnlyItem,
    state: &ConductState,
    situation: &Situation,
) -> Observation {
    let mut near = 0;
    let own = *person.id;
    stage
        .neighbourhood
        .around(person.body.tile, NEAR, |who, _| {
            near += usize::from(who != own);
        });
    let now = stage.now();
    let seen = observe::Seen {
        persona: person.persona,
        body: person.body,
        needs: person.needs,
        activity: person.activity,
        next: person.timetable.next(now),
        now,
        aim: state.aim.map_or(0, |(_, aim)| aim),
        studied: state.studied,
        violations: state.violations,
        near,
    };
    observe::observe(situation, &seen, stage.map())
}

/// What everybody sees after each tick, for whoever steps a campus as an environment; there only
/// where it is wanted ([`crate::simulation::Campus::watch`]).
#[derive(Resource, Clone, Debug, Default)]
pub struct Observations {
    /// By agent: as if it had to decide when to set off.
    pub rows: Vec<Observation>,
    /// By agent: what it could do then.
    pub masks: Vec<ActMask>,
}

/// Looks at everybody.
///
/// # Errors
/// Never for people of the roster.
pub fn watch(stage: Stage, states: Query<&ConductState>, mut all: ResMut<Observations>) -> Result {
    all.rows.clear();
    all.masks.clear();
    for (number, person) in stage.roster.0.iter().enumerate() {
        let agent = AgentId(number as u32);
        let state = states.get(*person)?;
        let situation = situation(&stage, agent, Point::SetOff)?;
        all.masks.push(situation.mask());
        all.rows
            .push(seen(&stage, &stage.look(agent)?, state, &situation));
    }
    Ok(())
}

/// Lets somebody decide at a decision point: by the head that is mounted, else by the built-in rule
/// and the lessons it has been taught.
///
/// # Errors
/// Never for people of the roster.
pub fn decide(
    conduct: &mut Conducting,
    stage: &Stage,
    agent: AgentId,
    situation: Situation,
) -> Result<Act> {
    let now = stage.now();
    let person = stage.look(agent)?;
    let moment = conduct.deciding.moment(agent, now);
    let Some(own) = conduct.state(agent) else {
        return Ok(situation.point.acts()[0]);
    };
    let next = person.timetable.next(now);
    let feels = rule::State {
        tired: 1.0 - person.needs.level(Need::Sleep, now),
        bored: 1.0 - person.needs.level(Need::Fun, now),
        late: lateness(stage.map(), person.body.tile, next, now),
    };
    let mut roll = stage.dice.stream(agent.0, Purpose::Conduct, moment);
    let ruled = rule::built_in(&situation, &person.persona.traits, feels, &mut roll);
    let mask = situation.mask();
    let mount = own.mount;
    let lessons = if mount == Mount::Rule {
        conduct.shared.lessons_of(own).cloned()
    } else {
        None
    };
    let looks =
        conduct.deciding.trace.is_some() || matches!(mount, Mount::Head(_)) || lessons.is_some();
    let observation = looks.then(|| seen(stage, &person, own, &situation));
    let head = match mount {
        Mount::Head(number) => conduct.shared.heads.get(usize::from(number)).cloned(),
        _ => None,
    };
    let mut lesson = None;
    let (act, by, probabilities, log_prob) = match (&head, &observation) {
        (Some(head), Some(observation)) => {
            let mut roll = stage.dice.stream(
                agent.0,
                Purpose::Conduct,
                (moment | 1 << 63).wrapping_add(conduct.deciding.branch << 40),
            );
            let (act, probabilities) =
                head.choose(observation, mask, &mut roll, &mut conduct.deciding.scratch);
            let p = probabilities[act as usize].max(f32::MIN_POSITIVE);
            (
                act,
                Some(head.name().to_owned()),
                probabilities.to_vec(),
                libm::logf(p),
            )
        }
        _ if mount == Mount::Expert => (
            rule::expert(&situation, feels),
            Some(heads::EXPERT.to_owned()),
            Vec::new(),
            0.0,
        ),
        _ => {
            if let (Some(lessons), Some(seen)) = (&lessons, &observation) {
                let mut roll = stage.dice.stream(agent.0, Purpose::Lesson, moment);
                lesson = lessons.change((situation.point, ruled, mask), seen, &mut roll);
            }
            (lesson.map_or(ruled, |l| l.act), None, Vec::new(), 0.0)
        }
    };
    if let (Some(trace), Some(observation)) = (&mut conduct.deciding.trace, observation) {
        trace.begin(Decided {
            agent,
            at: now,
            point: situation.point,
            observation,
            mask,
            act,
            rule: ruled,
            log_prob,
            rewards: [0.0; TERMS],
            violations: Violations::default(),
        });
    }
    let studied = now.since(person.activity.since);
    let seen = if by.is_some() {
        observation.map(|o| o.to_vec()).unwrap_or_default()
    } else {
        Vec::new()
    };
    let verdict = Verdict {
        at: now,
        point: situation.point,
        mask,
        act,
        rule: ruled,
        by,
        lesson,
        observation: seen,
        probabilities,
    };
    conduct.note(agent, &situation, verdict);
    if act == Act::BreakOff {
        conduct.has_studied(agent, studied);
    }
    Ok(act)
}

impl Conducting<'_, '_> {
    /// Keeps a verdict, counts it, and rewards what it brings by itself.
    fn note(&mut self, agent: AgentId, situation: &Situation, verdict: Verdict) {
        let act = verdict.act;
        let turned = situation.other.is_some_and(|o| o.turned);
        if let Some(mut state) = self.state_mut(agent) {
            if state.verdicts.len() == KEPT {
                state.verdicts.pop_front();
            }
            state.verdicts.push_back(verdict);
            let counts = &mut state.counts;
            counts.add(Count::Decisions, 1);
            match situation.point {
                Point::Queue => {
                    counts.add(Count::Queued, u32::from(situation.ahead > 2));
                    counts.add(Count::GaveUp, u32::from(act == Act::GiveUp));
                }
                Point::Focus => {
                    counts.add(Count::Tempted, 1);
                    counts.add(Count::BrokeOff, u32::from(act == Act::BreakOff));
                }
                Point::Greet => {
                    counts.add(Count::Met, 1);
                    counts.add(Count::Greeted, u32::from(act == Act::Greet));
                }
                Point::Help => {
                    counts.add(Count::Asked, 1);
                    counts.add(Count::Helped, u32::from(act == Act::Help));
                }
                Point::Amends => {
                    counts.add(Count::AmendsDue, 1);
                    counts.add(Count::Apologised, u32::from(act == Act::Apologise));
                }
                _ => {}
            }
        }
        let (terms, broken) = reward::of_act(situation.point, act, turned);
        if broken.any() || terms.iter().any(|t| *t != 0.0) {
            self.credit(agent, &terms, broken);
        }
    }

    /// Counts and rewards time spent studying, in seconds.
    fn has_studied(&mut self, agent: AgentId, seconds: u32) {
        self.count(agent, Count::StudySeconds, seconds);
        if let Some(mut state) = self.state_mut(agent) {
            state.studied += seconds;
        }
        self.credit(agent, &reward::of_study(seconds), Violations::default());
    }

    fn happened(&mut self, occurrence: &Occurrence) {
        let Some(agent) = occurrence.agent else {
            return;
        };
        let event = &occurrence.event;
        match event {
            SimEvent::Attended { .. } | SimEvent::Late { .. } => {
                self.count(agent, Count::Attended, 1);
            }
            SimEvent::Missed { .. } => self.count(agent, Count::Missed, 1),
            SimEvent::Violation { breach } => match breach {
                Breach::Lateness { seconds, .. } => {
                    self.count(agent, Count::Late, 1);
                    self.count(agent, Count::LateSeconds, *seconds);
                }
                Breach::QueueCutting { .. } => self.count(agent, Count::CutIn, 1),
                Breach::Noise { .. } => self.count(agent, Count::Noise, 1),
            },
            SimEvent::Served { waited, .. } => self.count(agent, Count::WaitedSeconds, *waited),
            SimEvent::GaveUp { waited, .. } => {
                self.count(agent, Count::WaitedSeconds, *waited);
                self.count(agent, Count::GaveUp, 1);
            }
            SimEvent::Said { .. } => self.count(agent, Count::Lines, 1),
            SimEvent::Deed { deed } if deed.does().cooperates() => {
                self.count(agent, Count::Gave, 1);
            }
            SimEvent::Finished {
                doing: Doing::Studying,
                seconds,
            } => self.has_studied(agent, *seconds),
            _ => {}
        }
        if let Some((terms, broken)) = reward::of_event(event) {
            if matches!(event, SimEvent::Done { .. })
                && terms[RewardTerm::Attendance as usize] > 0.0
            {
                self.count(agent, Count::EventsAttended, 1);
            }
            self.credit(agent, &terms, broken);
        }
    }
}

/// Rewards everybody for what happened in this tick, and counts it. Runs before the record takes
/// the events away.
pub fn score(occurrences: Res<Occurrences>, mut conduct: Conducting) {
    for occurrence in &occurrences.list {
        conduct.happened(occurrence);
    }
}

/// Decides when to set off for what comes next, for everybody who has to decide what to do and has
/// not yet decided about it.
///
/// # Errors
/// Never for people of the roster.
pub fn aim(stage: Stage, mut conduct: Conducting) -> Result {
    let now = stage.now();
    for agent in stage.undecided.0.iter().copied() {
        let person = stage.look(agent)?;
        let Some(next) = person.timetable.next(now) else {
            continue;
        };
        let (begins, what) = (next.begins, next.what);
        let decided = conduct
            .state(agent)
            .and_then(|state| state.aim)
            .is_some_and(|(at, _)| at == begins);
        if decided || begins <= now {
            continue;
        }
        let optional = matches!(what, crate::campus::people::Engagement::Class(..));
        let act = decide(
            &mut conduct,
            &stage,
            agent,
            Situation {
                optional,
                ..situation(&stage, agent, Point::SetOff)?
            },
        )?;
        // Nobody is there on the second.
        let mut roll = stage
            .dice
            .stream(agent.0, Purpose::Punctuality, u64::from(begins.0));
        let aim = act.aim() + (roll.bell() * 2.0 * MINUTE as f32) as i32;
        if let Some(mut state) = conduct.state_mut(agent) {
            state.aim = Some((begins, aim));
            state.skips = (act == Act::Skip).then_some(begins);
        }
    }
    Ok(())
}
