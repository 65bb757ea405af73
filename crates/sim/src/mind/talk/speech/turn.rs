//! Turning to something new in a talk: what there is to tell, to ask and to invite to.

use super::{invite::invite, speaker::Speaker};
use crate::{
    campus::{
        CampusMap,
        talks::{SpeechAct, Talk, Topic},
    },
    mind::thinking::LineAsk,
    social::{
        FactKind, Source,
        heed::{Heeder, novelty},
    },
};
use collegium_core::{dice::Stream, ids::AgentId, time::HOUR};

/// What somebody might turn to, and the best of it so far.
struct Turn<'a, 'b> {
    me: &'a Speaker<'b>,
    with: AgentId,
    talk: &'a Talk,
    best: Option<(f32, LineAsk)>,
}

impl Turn<'_, '_> {
    /// Takes a line where chance weighs it above what there was.
    fn offer(&mut self, weight: f32, ask: LineAsk, roll: &mut Stream) {
        let weight = weight * (0.35 + roll.unit());
        if weight > 0.0 && self.best.as_ref().is_none_or(|(w, _)| weight > *w) {
            self.best = Some((weight, ask));
        }
    }

    /// Takes a line about a topic that is fresh, as [`Turn::offer`] does.
    fn offer_fresh(&mut self, weight: f32, act: SpeechAct, topic: Topic, roll: &mut Stream) {
        if self.is_fresh(topic) {
            self.offer(weight, LineAsk::new(self.with, act, topic), roll);
        }
    }

    /// Whether a topic was talked of neither in this talk nor by these two lately.
    fn is_fresh(&self, topic: Topic) -> bool {
        let known = self.me.social.known.get(&self.with);
        topic != self.talk.topic
            && !self.talk.topics.contains(&topic)
            && !known.is_some_and(|k| k.topics.contains(&topic))
    }

    /// What somebody knows and the other may not.
    fn facts(&mut self, roll: &mut Stream) {
        let Some((weight, number)) = best_fact(self.me, self.with, self.talk, roll) else {
            return;
        };
        let about = self.me.ledger.fact(number).and_then(|f| f.who());
        let ask = match about.filter(|who| *who != self.me.agent) {
            Some(who) => LineAsk::new(self.with, SpeechAct::Gossip, Topic::Person(who)),
            None => LineAsk::new(self.with, SpeechAct::Tell, Topic::Fact(number)),
        };
        let tells = vec![number];
        self.offer(weight, LineAsk { tells, ..ask }, roll);
    }

    /// Courses that both go to, and events to which both may go within a day and a half.
    fn shared(&mut self, roll: &mut Stream) {
        let (me, with) = (self.me, self.with);
        for (number, course) in me.names.scenario.term.courses.iter().enumerate() {
            let takes =
                |who: AgentId| course.students.contains(&who) || course.teacher == Some(who);
            if takes(me.agent) && takes(with) {
                self.offer_fresh(0.75, SpeechAct::Ask, Topic::Course(number as u16), roll);
            }
        }
        let other = me.names.persona(with);
        for (number, event) in me.names.scenario.events.iter().enumerate() {
            let soon = event.begins > me.now && event.begins.since(me.now) < 36 * HOUR;
            let open = !event.hidden
                && other.is_some_and(|p| event.invites(&p.group))
                && event.invites(&me.persona.group);
            if soon && open {
                self.offer_fresh(0.6, SpeechAct::Ask, Topic::Event(number as u16), roll);
            }
        }
    }

    /// What lies behind and before the two: memories, tasks, goals, plans and where they are.
    fn lives(&mut self, roll: &mut Stream) {
        let (me, with) = (self.me, self.with);
        let closeness = me.social.closeness(with);
        let other = me.names.persona(with);
        self.offer_fresh(
            0.6 + 0.05 * closeness,
            SpeechAct::Remember,
            Topic::Memory(me.agent),
            roll,
        );
        let theirs = other.is_some_and(|p| !p.task.is_empty()) && closeness > 1.5;
        let asks_or_tells = |asks: bool| {
            if asks {
                SpeechAct::Ask
            } else {
                SpeechAct::Tell
            }
        };
        // Chance has its say in all of them before any is weighed.
        let goal = Topic::Goal(me.agent, roll.index(me.persona.goals.len()) as u8);
        let of_plans = asks_or_tells(roll.chance(0.6));
        let of_here = asks_or_tells(roll.chance(0.5));
        let own_task = !me.persona.task.is_empty();
        let own_goals = !me.persona.goals.is_empty();
        let their_goals = other.is_some_and(|p| !p.goals.is_empty());
        let simple = [
            (0.65, theirs, SpeechAct::Ask, Topic::Task(with)),
            (0.5, own_task, SpeechAct::Tell, Topic::Task(me.agent)),
            (0.45, own_goals, SpeechAct::Tell, goal),
            (0.4, their_goals, SpeechAct::Ask, Topic::Goal(with, 0)),
            (0.5, true, of_plans, Topic::Plans),
            (0.5, me.place.is_some(), of_here, Topic::Here),
        ];
        for (weight, possible, act, topic) in simple {
            if possible {
                self.offer_fresh(weight, act, topic, roll);
            }
        }
    }
}

/// Turns to something new; says goodbye where there is nothing.
pub(super) fn turn(
    me: &Speaker<'_>,
    with: AgentId,
    talk: &Talk,
    map: &CampusMap,
    roll: &mut Stream,
) -> LineAsk {
    let mut turn = Turn {
        me,
        with,
        talk,
        best: None,
    };
    if let Some((weight, ask)) = invite(me, with, map, roll) {
        turn.offer(weight, ask, roll);
    }
    turn.facts(roll);
    turn.shared(roll);
    turn.lives(roll);
    if let Some(who) = common(me, with, talk, roll) {
        turn.offer_fresh(0.45, SpeechAct::Ask, Topic::Person(who), roll);
    }
    turn.best.map_or_else(
        || LineAsk::new(with, SpeechAct::Part, Topic::Day),
        |(_, ask)| ask,
    )
}

/// Somebody whom both know and who takes no part in the talk.
fn common(me: &Speaker<'_>, with: AgentId, talk: &Talk, roll: &mut Stream) -> Option<AgentId> {
    let other = me.names.persona(with)?;
    let both: Vec<AgentId> = me
        .social
        .known
        .iter()
        .filter(|(who, k)| {
            !talk.members.contains(who)
                && k.closeness >= 2.0
                && (other.relationships.iter().any(|r| r.with == **who)
                    || me
                        .names
                        .persona(**who)
                        .is_some_and(|p| p.group == other.group))
        })
        .map(|(who, _)| *who)
        .collect();
    roll.pick(&both).copied()
}

/// The facts that somebody could tell to another, with how much they wish to, best first.
pub fn tellable(me: &Speaker<'_>, with: AgentId, talk: Option<&Talk>) -> Vec<(f32, u32)> {
    let closeness = me.social.closeness(with);
    let traits = &me.persona.traits;
    let heeder = Heeder {
        dice: me.dice,
        agent: me.agent,
        persona: me.persona,
        scenario: me.names.scenario,
    };
    let mut all: Vec<(f32, u32)> = Vec::new();
    for number in me.ledger.known_to(me.agent) {
        let Some(fact) = me.ledger.fact(number).filter(|f| f.until > me.now) else {
            continue;
        };
        let told = |l: &crate::campus::talks::Line| l.speech.tells.contains(&number);
        let who = fact.who();
        let here =
            who.is_some_and(|w| w != me.agent && talk.is_some_and(|t| t.members.contains(&w)));
        if me.social.knows_that_knows(with, number) || here || who == Some(with) {
            continue;
        }
        if talk.is_some_and(|t| t.lines.iter().any(told)) {
            continue;
        }
        let matters = f32::from(fact.importance) / 10.0;
        let weight = match (fact.kind(), who) {
            (FactKind::Planted | FactKind::Event, _) => {
                // Whose own news it is tells them whomever they meet; others as far as they care for
                // them, and less once they find that they are known.
                let care = if me.ledger.source_of(me.agent, number) == Some(Source::Planted) {
                    1.5
                } else {
                    let near = who.map_or(0.0, |who| me.social.closeness(who));
                    let known = me.social.known.values();
                    let knowing = known.filter(|k| k.knows.contains(&number)).count();
                    heeder.interest(number, fact, near) * novelty(knowing)
                };
                (0.2 + 0.65 * matters) * care
            }
            (FactKind::Invitation, Some(host)) if host == me.agent => 0.0,
            (FactKind::Invitation, _) => 0.35,
            // One's own life is told in `SpeechAct::Remember`; of one's own misdeeds nobody boasts.
            (_, Some(who)) if who == me.agent => 0.0,
            (FactKind::News, _) => {
                (0.4 + matters) * (1.4 - traits.courtesy) * (0.5 + 0.1 * closeness)
            }
            // What somebody told of their own life is passed on seldom, the graver the less.
            (FactKind::Personal, _) if closeness < 4.0 => 0.0,
            (FactKind::Personal, _) => 1.2 * (1.3 - traits.courtesy) * (1.0 - 0.6 * matters),
        };
        if weight > 0.0 {
            all.push((weight * (0.5 + 0.7 * traits.sociability), number));
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    all.truncate(6);
    all
}

fn best_fact(
    me: &Speaker<'_>,
    with: AgentId,
    talk: &Talk,
    roll: &mut Stream,
) -> Option<(f32, u32)> {
    let all = tellable(me, with, Some(talk));
    let noisy = all
        .into_iter()
        .map(|(weight, fact)| (weight * (0.4 + roll.unit()), weight, fact));
    noisy
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, weight, fact)| (weight, fact))
}
