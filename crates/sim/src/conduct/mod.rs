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
    campus::{Noise, people::Need},
    tools::{Happening, HappeningKind, Happenings, PersonReadOnlyItem, Stage, Violation},
};
use bevy::prelude::*;
use change::Mark;
use collegium_core::{
    dice::Purpose,
    ids::AgentId,
    time::{MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};
use std::{collections::VecDeque, sync::Arc};
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manner {
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

/// Everybody's conduct, the heads that are mounted and the lessons that are taught.
#[derive(Resource, Clone, Debug, Default)]
pub struct Conduct {
    manners: Vec<Manner>,
    heads: Vec<Arc<Mounted>>,
    books: Vec<Arc<Lessons>>,
    history: Vec<(SimTime, AgentId, Mark)>,
    trace: Option<Trace>,
    nobody: Manner,
    /// How many decisions each agent has made in this tick, so that no two share their dice.
    made: Vec<(AgentId, u32)>,
    made_at: SimTime,
    scratch: Scratch,
    /// Which branch of several it is: heads draw otherwise in each.
    branch: u64,
}

/// What of [`Conduct`] a snapshot keeps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConductFrame {
    manners: Vec<Manner>,
    heads: Vec<Mounted>,
    books: Vec<Lessons>,
    history: Vec<(SimTime, AgentId, Mark)>,
}

impl Conduct {
    /// The conduct of so many people, by the built-in rule.
    pub fn of(people: usize) -> Self {
        Self {
            manners: vec![Manner::default(); people],
            ..Self::default()
        }
    }

    /// What a snapshot keeps.
    pub fn frame(&self) -> ConductFrame {
        ConductFrame {
            manners: self.manners.clone(),
            heads: self.heads.iter().map(|h| (**h).clone()).collect(),
            books: self.books.iter().map(|b| (**b).clone()).collect(),
            history: self.history.clone(),
        }
    }

    /// Conduct as a snapshot kept it.
    pub fn restore(frame: ConductFrame) -> Self {
        let heads = frame.heads.into_iter().map(Arc::new).collect();
        let books = frame.books.into_iter().map(Arc::new).collect();
        Self {
            manners: frame.manners,
            heads,
            books,
            history: frame.history,
            ..Self::default()
        }
    }

    /// Somebody's; that of nobody for a number beyond the roster.
    pub fn manner(&self, agent: AgentId) -> &Manner {
        self.manners.get(agent.0 as usize).unwrap_or(&self.nobody)
    }

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

    /// What was counted of everybody together.
    pub fn counts(&self) -> Counts {
        let mut all = Counts::default();
        for manner in &self.manners {
            all.merge(&manner.counts);
        }
        all
    }

    /// Counts something of somebody.
    pub fn count(&mut self, agent: AgentId, what: Count, amount: u32) {
        if let Some(manner) = self.manners.get_mut(agent.0 as usize) {
            manner.counts.add(what, amount);
        }
    }

    /// A new day: what is counted by the day begins anew.
    pub fn new_day(&mut self) {
        for manner in &mut self.manners {
            manner.studied = 0;
            manner.violations = 0;
        }
    }

    fn credit(&mut self, agent: AgentId, terms: &[f32; TERMS], violations: Violations) {
        if let Some(manner) = self.manners.get_mut(agent.0 as usize) {
            manner.violations = manner
                .violations
                .saturating_add(u16::from(violations.any()));
        }
        if let Some(trace) = &mut self.trace {
            trace.credit(agent, terms, violations);
        }
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
    manner: &Manner,
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
        aim: manner.aim.map_or(0, |(_, aim)| aim),
        studied: manner.studied,
        violations: manner.violations,
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
pub fn watch(stage: Stage, conduct: Res<Conduct>, mut all: ResMut<Observations>) -> Result {
    all.rows.clear();
    all.masks.clear();
    for (number, manner) in conduct.manners.iter().enumerate() {
        let agent = AgentId(number as u32);
        let situation = situation(&stage, agent, Point::SetOff)?;
        all.masks.push(situation.mask());
        all.rows
            .push(seen(&stage, &stage.look(agent)?, manner, &situation));
    }
    Ok(())
}

/// Lets somebody decide at a decision point: by the head that is mounted, else by the built-in rule
/// and the lessons it has been taught.
///
/// # Errors
/// Never for people of the roster.
pub fn decide(
    conduct: &mut Conduct,
    stage: &Stage,
    agent: AgentId,
    situation: Situation,
) -> Result<Act> {
    let now = stage.now();
    let person = stage.look(agent)?;
    let moment = conduct.moment(agent, now);
    let Some(manner) = conduct.manners.get(agent.0 as usize) else {
        return Ok(situation.point.acts()[0]);
    };
    let next = person.timetable.next(now);
    let state = rule::State {
        tired: 1.0 - person.needs.level(Need::Sleep, now),
        bored: 1.0 - person.needs.level(Need::Fun, now),
        late: lateness(stage.map(), person.body.tile, next, now),
    };
    let mut roll = stage.dice.stream(agent.0, Purpose::Conduct, moment);
    let ruled = rule::built_in(&situation, &person.persona.traits, state, &mut roll);
    let mask = situation.mask();
    let lessons = if manner.mount == Mount::Rule {
        conduct.lessons(agent).cloned()
    } else {
        None
    };
    let looks =
        conduct.trace.is_some() || matches!(manner.mount, Mount::Head(_)) || lessons.is_some();
    let observation = looks.then(|| seen(stage, &person, manner, &situation));
    let head = match manner.mount {
        Mount::Head(number) => conduct.heads.get(usize::from(number)).cloned(),
        _ => None,
    };
    let mut lesson = None;
    let (act, by, probabilities, log_prob) = match (&head, &observation) {
        (Some(head), Some(observation)) => {
            let mut roll = stage.dice.stream(
                agent.0,
                Purpose::Conduct,
                (moment | 1 << 63).wrapping_add(conduct.branch << 40),
            );
            let (act, probabilities) =
                head.choose(observation, mask, &mut roll, &mut conduct.scratch);
            let p = probabilities[act as usize].max(f32::MIN_POSITIVE);
            (
                act,
                Some(head.name().to_owned()),
                probabilities.to_vec(),
                libm::logf(p),
            )
        }
        _ if manner.mount == Mount::Expert => (
            rule::expert(&situation, state),
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
    if let (Some(trace), Some(observation)) = (&mut conduct.trace, observation) {
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

impl Conduct {
    /// Keeps a verdict, counts it, and rewards what it brings by itself.
    fn note(&mut self, agent: AgentId, situation: &Situation, verdict: Verdict) {
        let act = verdict.act;
        let turned = situation.other.is_some_and(|o| o.turned);
        if let Some(manner) = self.manners.get_mut(agent.0 as usize) {
            if manner.verdicts.len() == KEPT {
                manner.verdicts.pop_front();
            }
            manner.verdicts.push_back(verdict);
            let counts = &mut manner.counts;
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
        if let Some(manner) = self.manners.get_mut(agent.0 as usize) {
            manner.studied += seconds;
        }
        self.credit(agent, &reward::of_study(seconds), Violations::default());
    }

    fn happened(&mut self, happening: &Happening) {
        let Some(agent) = happening.agent else { return };
        let number = happening.number;
        match (happening.kind, happening.violation) {
            (HappeningKind::Attended | HappeningKind::Late, _) => {
                self.count(agent, Count::Attended, 1);
            }
            (HappeningKind::Missed, _) => self.count(agent, Count::Missed, 1),
            (HappeningKind::Violation, Some(Violation::Lateness)) => {
                self.count(agent, Count::Late, 1);
                self.count(agent, Count::LateSeconds, number);
            }
            (HappeningKind::Violation, Some(Violation::QueueCutting)) => {
                self.count(agent, Count::CutIn, 1);
            }
            (HappeningKind::Violation, Some(Violation::Noise)) => {
                self.count(agent, Count::Noise, 1);
            }
            (HappeningKind::Served, _) => self.count(agent, Count::WaitedSeconds, number),
            (HappeningKind::GaveUp, _) => {
                self.count(agent, Count::WaitedSeconds, number);
                self.count(agent, Count::GaveUp, 1);
            }
            (HappeningKind::Said, _) => self.count(agent, Count::Lines, 1),
            _ => {}
        }
        if let Some((terms, broken)) = reward::of_happening(happening) {
            if happening.kind == HappeningKind::Finished {
                self.has_studied(agent, number);
            } else if terms[RewardTerm::Attendance as usize] > 0.0
                && happening.kind == HappeningKind::Done
            {
                self.count(agent, Count::EventsAttended, 1);
            }
            self.credit(agent, &terms, broken);
        }
    }
}

/// Rewards everybody for what happened in this tick, and counts it. Runs before the record takes
/// the happenings away.
pub fn score(happenings: Res<Happenings>, mut conduct: ResMut<Conduct>) {
    for happening in &happenings.list {
        conduct.happened(happening);
    }
}

/// Decides when to set off for what comes next, for everybody who has to decide what to do and has
/// not yet decided about it.
///
/// # Errors
/// Never for people of the roster.
pub fn aim(stage: Stage, mut conduct: ResMut<Conduct>) -> Result {
    let now = stage.now();
    for agent in stage.undecided.0.iter().copied() {
        let person = stage.look(agent)?;
        let Some(next) = person.timetable.next(now) else {
            continue;
        };
        let (begins, what) = (next.begins, next.what);
        let decided = conduct
            .manner(agent)
            .aim
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
        if let Some(manner) = conduct.manners.get_mut(agent.0 as usize) {
            manner.aim = Some((begins, aim));
            manner.skips = (act == Act::Skip).then_some(begins);
        }
    }
    Ok(())
}
