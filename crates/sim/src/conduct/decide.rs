//! Deciding at a decision point: by the head that is mounted, else by the built-in rule and the
//! lessons that were taught.

use super::{
    Verdict,
    conducting::Conducting,
    heads::{EXPERT, Mount, Mounted},
    lessons::Lesson,
    observe::{Observation, lateness},
    points::{self, Act, Point},
    reward::{TERMS, Violations},
    situation::{ActMask, Feels, Situation},
    trace::{Decided, Trace},
    watch::seen,
};
use crate::{
    campus::{
        Noise,
        people::{Engagement, Need},
    },
    tools::Stage,
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::AgentId,
    time::{MINUTE, SimTime},
};
use training::head::Scratch;

/// What deciding needs from moment to moment, and no snapshot keeps.
#[derive(Resource, Clone, Debug, Default)]
pub struct Deciding {
    pub(super) trace: Option<Trace>,
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

/// The situation of somebody at a point, where they stand.
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

/// What somebody has chosen, and by what.
struct Chosen {
    act: Act,
    /// Who decided; none for the built-in rule.
    by: Option<String>,
    lesson: Option<Lesson>,
    /// A head's probability of each act; empty for others.
    probabilities: Vec<f32>,
}

impl Chosen {
    fn by_rule(act: Act) -> Self {
        Self {
            act,
            by: None,
            lesson: None,
            probabilities: Vec::new(),
        }
    }

    /// Natural logarithm of the probability with which a head did it; 0 for others.
    fn log_prob(&self) -> f32 {
        self.probabilities
            .get(self.act as usize)
            .map_or(0.0, |p| libm::logf(p.max(f32::MIN_POSITIVE)))
    }
}

/// Lets somebody decide at a decision point: by the head that is mounted, else by the built-in rule
/// and the lessons they have been taught.
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
    let feels = Feels {
        tired: 1.0 - person.needs.level(Need::Sleep, now),
        bored: 1.0 - person.needs.level(Need::Fun, now),
        late: lateness(stage.map(), person.body.tile, next, now),
    };
    let rules = situation.point.rules();
    let mut roll = stage.dice.stream(agent.0, Draw::Conduct, moment);
    let ruled = rules.built_in(&situation, &person.persona.traits, feels, &mut roll);
    let mask = situation.mask();
    let see = || seen(stage, &person, own, &situation);
    let traced = conduct.deciding.trace.is_some();
    let (chosen, observation) = match own.mount {
        Mount::Head(number) => {
            let observation = see();
            let head = conduct.shared.heads.get(usize::from(number)).cloned();
            let chosen = head.map_or_else(
                || Chosen::by_rule(ruled),
                |head| by_head(conduct, stage, agent, (&head, &observation, mask), moment),
            );
            (chosen, Some(observation))
        }
        Mount::Expert => {
            let act = rules.expert(&situation, feels);
            let by = Some(EXPERT.to_owned());
            let chosen = Chosen {
                by,
                ..Chosen::by_rule(act)
            };
            (chosen, traced.then(see))
        }
        Mount::Rule => match conduct.shared.lessons_of(own) {
            Some(lessons) => {
                let observation = see();
                let mut roll = stage.dice.stream(agent.0, Draw::Lesson, moment);
                let ruling = (situation.point, ruled, mask);
                let lesson = lessons.change(ruling, &observation, &mut roll);
                let act = lesson.map_or(ruled, |l| l.act);
                let chosen = Chosen {
                    lesson,
                    ..Chosen::by_rule(act)
                };
                (chosen, Some(observation))
            }
            None => (Chosen::by_rule(ruled), traced.then(see)),
        },
    };
    let act = chosen.act;
    if let (Some(trace), Some(observation)) = (&mut conduct.deciding.trace, observation) {
        trace.begin(Decided {
            agent,
            at: now,
            point: situation.point,
            observation,
            mask,
            act,
            rule: ruled,
            log_prob: chosen.log_prob(),
            rewards: [0.0; TERMS],
            violations: Violations::default(),
        });
    }
    let observation = match (&chosen.by, observation) {
        (Some(_), Some(observation)) => observation.to_vec(),
        _ => Vec::new(),
    };
    let verdict = Verdict {
        at: now,
        point: situation.point,
        mask,
        act,
        rule: ruled,
        by: chosen.by,
        lesson: chosen.lesson,
        observation,
        probabilities: chosen.probabilities,
    };
    conduct.note(agent, &situation, verdict);
    if act == Act::BreakOff {
        conduct.has_studied(agent, now.since(person.activity.since));
    }
    Ok(act)
}

/// What a head chooses from what it sees.
fn by_head(
    conduct: &mut Conducting,
    stage: &Stage,
    agent: AgentId,
    (head, observation, mask): (&Mounted, &Observation, ActMask),
    moment: u64,
) -> Chosen {
    let number = (moment | 1 << 63).wrapping_add(conduct.deciding.branch << 40);
    let mut roll = stage.dice.stream(agent.0, Draw::Conduct, number);
    let (act, probabilities) =
        head.choose(observation, mask, &mut roll, &mut conduct.deciding.scratch);
    Chosen {
        by: Some(head.name().to_owned()),
        probabilities: probabilities.to_vec(),
        ..Chosen::by_rule(act)
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
        let optional = matches!(what, Engagement::Class(..));
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
            .stream(agent.0, Draw::Punctuality, u64::from(begins.0));
        let aim = points::aim(act) + (roll.bell() * 2.0 * MINUTE as f32) as i32;
        if let Some(mut state) = conduct.state_mut(agent) {
            state.aim = Some((begins, aim));
            state.skips = (act == Act::Skip).then_some(begins);
        }
    }
    Ok(())
}
