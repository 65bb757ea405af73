//! Deciding at a decision point: by the head that is mounted, else by the built-in rule and the
//! lessons that were taught.

use super::{
    Verdict,
    conducting::Conducting,
    heads::{Mount, Mounted},
    lessons::{Lesson, Lessons},
    observe::{Observation, lateness},
    points::{Act, Focus, Point, SetOff},
    reward::{TERMS, Violations},
    situation::{ActMask, Feels, Other, Situation},
    trace::{Decided, Trace},
    watch::seen,
};
use crate::{
    campus::{
        Noise,
        people::{Engagement, Need},
    },
    memory::SocialMemory,
    tools::{PersonReadOnlyItem, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::AgentId,
    time::{MINUTE, SimTime},
};
use training::head::Scratch;

const RULE: Draw = Draw::of("conduct: what the rule does");
const LESSON: Draw = Draw::of("conduct: whether a lesson counts");
const HEAD: Draw = Draw::of("conduct: what a head does");
/// By how much somebody misses the moment they aim at.
const PUNCTUALITY: Draw = Draw::of("conduct: how punctual somebody is");

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

/// A decision that somebody is asked for.
struct Asked {
    agent: AgentId,
    at: SimTime,
    situation: Situation,
    feels: Feels,
    /// The acts that are possible.
    mask: ActMask,
    /// What the built-in rule would do.
    ruled: Act,
    /// The moment, for the dice.
    moment: u64,
}

impl Asked {
    /// The decision with what was seen, for whoever learns from it; what comes of it is added
    /// later.
    fn decided(&self, chosen: &Chosen, observation: Observation) -> Decided {
        Decided {
            agent: self.agent,
            at: self.at,
            point: self.situation.point,
            observation,
            mask: self.mask,
            act: chosen.act,
            rule: self.ruled,
            log_prob: chosen.log_prob(),
            rewards: [0.0; TERMS],
            violations: Violations::default(),
        }
    }

    /// The decision with its reasons, for the inspector.
    fn verdict(&self, chosen: Chosen, observation: Option<Observation>) -> Verdict {
        // What a rule goes by is not what is observed.
        let observation = observation
            .filter(|_| !chosen.by.is_rule())
            .map_or_else(Vec::new, |observation| observation.to_vec());
        Verdict {
            at: self.at,
            point: self.situation.point,
            mask: self.mask,
            act: chosen.act,
            rule: self.ruled,
            by: chosen.by,
            lesson: chosen.lesson,
            observation,
            probabilities: chosen.probabilities,
        }
    }
}

/// What somebody has chosen, and by what.
struct Chosen {
    act: Act,
    by: Mount,
    lesson: Option<Lesson>,
    /// A head's probability of each act, 0 to 1, by the act's number; empty for others.
    probabilities: Vec<f32>,
}

impl Chosen {
    fn by_rule(act: Act) -> Self {
        Self {
            act,
            by: Mount::Rule,
            lesson: None,
            probabilities: Vec::new(),
        }
    }

    /// Natural logarithm of the probability with which a head did it; 0 for others.
    fn log_prob(&self) -> f32 {
        self.probabilities
            .get(self.act.number())
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
    let next = person.timetable.next(now);
    let feels = Feels {
        tired: 1.0 - person.needs.level(Need::Sleep, now),
        bored: 1.0 - person.needs.level(Need::Fun, now),
        late: lateness(stage.map(), person.body.tile, next, now),
    };
    let (point, traits) = (situation.point, &person.persona.traits);
    let mut roll = stage.dice.stream(agent.0, RULE, moment);
    let asked = Asked {
        agent,
        at: now,
        situation,
        feels,
        mask: situation.mask(),
        ruled: point.built_in(&situation, traits, feels, &mut roll),
        moment,
    };
    let Some((chosen, observation)) = choose(conduct, stage, &person, &asked) else {
        return Ok(point.acts()[0]);
    };
    let act = chosen.act;
    if let (Some(trace), Some(observation)) = (&mut conduct.deciding.trace, observation) {
        trace.begin(asked.decided(&chosen, observation));
    }
    conduct.note(agent, &situation, asked.verdict(chosen, observation));
    if act == Focus::BreakOff {
        conduct.has_studied(agent, now.since(person.activity.since));
    }
    Ok(act)
}

/// What somebody chooses by whoever decides for them, and what they see, where anybody asks for
/// that; none for a number beyond the roster.
fn choose(
    conduct: &mut Conducting,
    stage: &Stage,
    person: &PersonReadOnlyItem,
    asked: &Asked,
) -> Option<(Chosen, Option<Observation>)> {
    let own = conduct.state(asked.agent)?;
    let see = || seen(stage, person, own, &asked.situation);
    let traced = conduct.deciding.trace.is_some();
    Some(match own.mount {
        Mount::Head(number) => {
            let observation = see();
            let head = conduct.shared.heads.get(usize::from(number)).cloned();
            let chosen = head.map_or_else(
                || Chosen::by_rule(asked.ruled),
                |head| by_head(conduct, stage, asked, (number, &head, &observation)),
            );
            (chosen, Some(observation))
        }
        Mount::Expert => {
            let act = asked.situation.point.expert(&asked.situation, asked.feels);
            let chosen = Chosen {
                by: Mount::Expert,
                ..Chosen::by_rule(act)
            };
            (chosen, traced.then(see))
        }
        Mount::Rule => match conduct.shared.lessons_of(own) {
            Some(lessons) => {
                let observation = see();
                (
                    by_lessons(stage, asked, lessons, &observation),
                    Some(observation),
                )
            }
            None => (Chosen::by_rule(asked.ruled), traced.then(see)),
        },
    })
}

/// What the rule has chosen, unless a lesson changes it.
fn by_lessons(
    stage: &Stage,
    asked: &Asked,
    lessons: &Lessons,
    observation: &Observation,
) -> Chosen {
    let mut roll = stage.dice.stream(asked.agent.0, LESSON, asked.moment);
    let ruling = (asked.situation.point, asked.ruled, asked.mask);
    let lesson = lessons.change(ruling, observation, &mut roll);
    Chosen {
        lesson,
        ..Chosen::by_rule(lesson.map_or(asked.ruled, |l| l.act))
    }
}

/// What a head chooses from what it sees, the head of that number.
fn by_head(
    conduct: &mut Conducting,
    stage: &Stage,
    asked: &Asked,
    (number, head, observation): (u16, &Mounted, &Observation),
) -> Chosen {
    let purpose = HEAD.nth(conduct.deciding.branch);
    let mut roll = stage.dice.stream(asked.agent.0, purpose, asked.moment);
    let scratch = &mut conduct.deciding.scratch;
    let (act, probabilities) = head.choose(observation, asked.mask, &mut roll, scratch);
    Chosen {
        by: Mount::Head(number),
        probabilities: probabilities.to_vec(),
        ..Chosen::by_rule(act)
    }
}

/// Decides when to set off for what comes next, for everybody who has to decide what to do and has
/// not yet decided about it.
///
/// # Errors
/// Never for people of the roster.
pub fn aim(stage: Stage, mut conduct: Conducting, social: Query<&SocialMemory>) -> Result {
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
        // Whoever teaches or works is waited for.
        let optional = !matches!(what, Engagement::Teach(..) | Engagement::Shift(_));
        let other = match what {
            Engagement::Meeting(with) => Some(Other {
                closeness: social
                    .get(stage.roster.entity(agent))?
                    .known
                    .get(&with)
                    .map(|known| known.closeness),
                turned: false,
            }),
            _ => None,
        };
        let act = decide(
            &mut conduct,
            &stage,
            agent,
            Situation {
                optional,
                other,
                next: Some(what),
                ..situation(&stage, agent, Point::SetOff)?
            },
        )?;
        // Nobody is there on the second.
        let mut roll = stage.dice.stream(agent.0, PUNCTUALITY, u64::from(begins.0));
        let means = match act {
            Act::SetOff(when) => when.aim(),
            _ => 0,
        };
        let aim = means + (roll.bell() * 2.0 * MINUTE as f32) as i32;
        if let Some(mut state) = conduct.state_mut(agent) {
            state.aim = Some((begins, aim));
            state.skips = (act == SetOff::Skip).then_some(begins);
        }
    }
    Ok(())
}
