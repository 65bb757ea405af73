//! Turning to something new in a talk: what there is to tell, to ask and to invite to.

use super::{
    courses::{done, needs_help, result, task_of},
    invite::invite,
    opening::line,
    outline::{has_sat_in, last_seen, on_course},
    speaker::Speaker,
    story::story,
    trust::may_pass_on,
};
use crate::{
    campus::{
        CampusMap,
        exchange::{Matter, Part},
        people::{Doing, Role},
        talks::{Talk, Topic},
    },
    memory::{MemoryKind, Object, Predicate},
    mind::thinking::LineAsk,
    social::{
        FactKind, Source,
        heed::{Heeder, novelty},
    },
    tools::News,
};
use collegium_core::{
    dice::Stream,
    ids::AgentId,
    time::{DAY, HOUR},
};

/// How much likelier somebody is to go on with what has just been spoken of.
const LEADS_ON: f32 = 1.6;

/// What somebody might turn to, with how much they wish to.
struct Turn<'a, 'b> {
    me: &'a Speaker<'b>,
    with: AgentId,
    talk: Option<&'a Talk>,
    offers: Vec<(f32, Offer)>,
}

/// Something to turn to.
enum Offer {
    Line(LineAsk),
    /// A story of one's own, which is looked for only where it is wanted.
    Story,
}

impl Turn<'_, '_> {
    fn offer(&mut self, weight: f32, offer: Offer, roll: &mut Stream) {
        let weight = weight * (0.35 + roll.unit());
        if weight > 0.0 {
            self.offers.push((weight, offer));
        }
    }

    /// Offers a line about a topic that is fresh: talked of neither in this talk nor by these two
    /// lately.
    fn open(&mut self, weight: f32, matter: Matter, topic: Topic, roll: &mut Stream) {
        if self.is_fresh(topic, matter) {
            let weight = weight * self.lead(topic);
            let ask = line(self.with, matter, topic);
            self.offer(weight, Offer::Line(ask), roll);
        }
    }

    fn is_fresh(&self, topic: Topic, matter: Matter) -> bool {
        let known = self.me.social.known.get(&self.with);
        let lately = known.is_some_and(|k| k.topics.contains(&topic));
        let here = self.talk.is_some_and(|t| {
            t.topic == topic
                || t.topics.contains(&topic)
                || t.exchanges.iter().any(|e| e.step.matter == matter)
        });
        !lately && !here
    }

    /// How near a topic lies to what was spoken of last: the same person, course or event.
    fn lead(&self, topic: Topic) -> f32 {
        let Some(last) = self.talk.and_then(|t| t.exchanges.last()) else {
            return 1.0;
        };
        let person = |topic: Topic| match topic {
            Topic::Person(who) | Topic::Task(who, _) | Topic::Goal(who, _) => Some(who),
            Topic::Fact(n) => self.me.ledger.fact(n).and_then(|f| f.who()),
            _ => None,
        };
        let work = |topic: Topic| matches!(topic, Topic::Task(..) | Topic::Course(_));
        let same = person(topic).is_some() && person(topic) == person(last.topic);
        if same || work(topic) && work(last.topic) {
            LEADS_ON
        } else {
            1.0
        }
    }

    /// What somebody knows and the other may not.
    fn facts(&mut self, roll: &mut Stream) {
        let Some((weight, number)) = best_fact(self.me, self.with, self.talk, roll) else {
            return;
        };
        let Some(fact) = self.me.ledger.fact(number) else {
            return;
        };
        let matter = match fact.kind() {
            FactKind::News => Matter::Gossip,
            FactKind::Personal => Matter::Retold,
            FactKind::Planted | FactKind::Event | FactKind::Invitation | FactKind::Result => {
                Matter::News
            }
        };
        let topic = match fact.who().filter(|who| *who != self.me.agent) {
            Some(who) if matter != Matter::News => Topic::Person(who),
            _ => Topic::Fact(number),
        };
        let ask = LineAsk {
            tells: vec![number],
            ..line(self.with, matter, topic)
        };
        self.offer(weight, Offer::Line(ask), roll);
    }

    /// Courses that both have to do with, and events to which both may go within a day and a half.
    fn shared(&mut self, roll: &mut Stream) {
        let (me, with) = (self.me, self.with);
        for number in 0..me.names.scenario.term.courses.len() as u16 {
            let wish = needs_help(me, with, number);
            if wish > 0.0 {
                self.open(wish, Matter::Explain, Topic::Course(number), roll);
            }
            if let Some(matter) = on_course(me, with, number) {
                self.open(0.75, matter, Topic::Course(number), roll);
            }
        }
        let other = me.names.persona(with);
        for (number, event) in me.names.scenario.events.iter().enumerate() {
            let soon = event.begins > me.now && event.begins.since(me.now) < 36 * HOUR;
            let open = !event.hidden
                && other.is_some_and(|p| event.invites(&p.group))
                && event.invites(&me.persona.group);
            if soon && open {
                self.open(0.6, Matter::Going, Topic::Event(number as u16), roll);
            }
        }
    }

    /// What the other has done or not done, and what they have written.
    fn theirs(&mut self, roll: &mut Stream) {
        let (me, with) = (self.me, self.with);
        if let Some(number) = post_of(me, with) {
            self.open(1.1, Matter::Post, Topic::Post(number), roll);
        }
        if let Some(course) = missed_by(me, with) {
            self.open(1.2, Matter::Missed, Topic::Course(course), roll);
        }
        if me.social.closeness(with) >= 4.0
            && let Some(course) = late_was(me, with)
        {
            self.open(0.8, Matter::Tease, Topic::Course(course), roll);
        }
        let their_task = task_of(me, with);
        let close = me.social.closeness(with) > 1.5;
        if let Some(task) = their_task
            && close
        {
            self.open(0.65, Matter::Task, Topic::Task(with, task), roll);
        }
        let goals = me.names.persona(with).map_or(0, |p| p.goals.len());
        if goals > 0 {
            let goal = roll.index(goals) as u8;
            self.open(0.35, Matter::Wish, Topic::Goal(with, goal), roll);
        }
    }

    /// What lies behind and before the one who speaks: memories, tasks, goals, plans.
    fn lives(&mut self, roll: &mut Stream) {
        let (me, with) = (self.me, self.with);
        let closeness = me.social.closeness(with);
        let told = self.talk.is_some_and(|t| {
            let mine = |e: &crate::campus::talks::Exchange| {
                e.by == me.agent && matches!(e.step.matter, Matter::Story | Matter::Secret)
            };
            t.exchanges.iter().any(mine)
        });
        if !told {
            self.offer(0.6 + 0.05 * closeness, Offer::Story, roll);
        }
        let own = [
            (Matter::Result, result(me, with)),
            (Matter::Done, done(me, with)),
        ];
        for (matter, offer) in own {
            let told = |t: &Talk| t.exchanges.iter().any(|e| e.step.matter == matter);
            if !self.talk.is_some_and(told)
                && let Some((weight, ask)) = offer
            {
                self.offer(weight, Offer::Line(ask), roll);
            }
        }
        if !me.persona.task.is_empty() {
            let asks = closeness >= 3.0 && roll.chance(0.5);
            let matter = if asks { Matter::Advice } else { Matter::Burden };
            let mine = Topic::Task(me.agent, me.works.task);
            self.open(0.5, matter, mine, roll);
        }
        if !me.persona.goals.is_empty() && closeness >= 2.0 {
            let goal = roll.index(me.persona.goals.len()) as u8;
            self.open(0.4, Matter::Hope, Topic::Goal(me.agent, goal), roll);
        }
        if let Some((number, topic)) = lapse(me, with) {
            let ask = LineAsk {
                memory: Some(number),
                ..line(with, Matter::Lapse, topic)
            };
            if self.is_fresh(topic, Matter::Lapse) {
                self.offer(0.45, Offer::Line(ask), roll);
            }
        }
        if me.now.hour() < 21.0 {
            self.open(0.5, Matter::Next, Topic::Plans, roll);
        }
        if self.both(Doing::Eating) && me.place.is_some() {
            self.open(0.5, Matter::Meal, Topic::Here, roll);
        }
    }

    fn both(&self, doing: Doing) -> bool {
        self.me.doing == doing && self.me.around.theirs == Some(doing)
    }
}

/// Turns to something new; none where there is nothing.
pub(super) fn turn(
    me: &Speaker<'_>,
    with: AgentId,
    talk: Option<&Talk>,
    map: &CampusMap,
    roll: &mut Stream,
) -> Option<LineAsk> {
    let mut turn = Turn {
        me,
        with,
        talk,
        offers: Vec::new(),
    };
    if talk.is_some()
        && let Some((weight, ask)) = invite(me, with, map, roll)
    {
        turn.offer(weight, Offer::Line(ask), roll);
    }
    turn.facts(roll);
    turn.shared(roll);
    turn.theirs(roll);
    turn.lives(roll);
    if let Some(who) = common(me, with, talk, roll) {
        turn.open(0.45, Matter::Seen, Topic::Person(who), roll);
    }
    let mut offers = turn.offers;
    offers.sort_by(|a, b| b.0.total_cmp(&a.0));
    offers.into_iter().find_map(|(_, offer)| match offer {
        Offer::Line(ask) => Some(ask),
        Offer::Story => story(me, with, talk, Part::Opens, roll),
    })
}

/// What the other has posted lately and one has read, by its number.
fn post_of(me: &Speaker<'_>, with: AgentId) -> Option<u32> {
    let feed = me.around.feed?;
    let fresh = |(n, post): &(u32, &crate::campus::feed::Post)| {
        post.author == with && *n < me.social.read && me.now.since(post.at) < DAY
    };
    feed.posts.iter().rev().find(fresh).map(|(n, _)| n)
}

/// The course whose last hour the other missed, as one knows, and sat in oneself.
fn missed_by(me: &Speaker<'_>, with: AgentId) -> Option<u16> {
    let missed = |n: u32| match me.ledger.fact(n).filter(|f| f.until > me.now)?.news {
        News::Missed {
            who: Some(who),
            course,
        } if who == with => Some(course),
        _ => None,
    };
    let course = me.ledger.known_to(me.agent).find_map(missed)?;
    (takes(me, course) && has_sat_in(me, course)).then_some(course)
}

/// Whether somebody is a student of a course.
fn takes(me: &Speaker<'_>, course: u16) -> bool {
    let courses = &me.names.scenario.term.courses;
    let course = courses.get(usize::from(course));
    course.is_some_and(|c| c.students.contains(&me.agent))
}

/// The course for which one saw the other come late today.
fn late_was(me: &Speaker<'_>, with: AgentId) -> Option<u16> {
    let today = me.now.minus(me.now.of_day());
    me.episodic.since(today).find_map(|(_, m)| match m.object {
        Some(Object::Engagement(crate::campus::people::Engagement::Class(course, _)))
            if m.about == Some(with)
                && m.kind == MemoryKind::Observation
                && m.predicate == Predicate::CameLate
                && takes(me, course) =>
        {
            Some(course)
        }
        _ => None,
    })
}

/// What one was late for or missed since one last talked with the other, by its number.
fn lapse(me: &Speaker<'_>, with: AgentId) -> Option<(u32, Topic)> {
    use crate::campus::people::Engagement;
    let today = me.now.minus(me.now.of_day());
    let met = me.social.known.get(&with).and_then(|k| k.talked);
    let from = met.map_or(today, |met| met.max(today));
    me.episodic.since(from).find_map(|(n, m)| {
        let slipped = matches!(m.predicate, Predicate::CameLate | Predicate::Missed);
        match m.object {
            Some(Object::Engagement(
                Engagement::Class(course, _) | Engagement::Teach(course, _),
            )) if slipped && m.kind == MemoryKind::Deed => {
                let teacher = me
                    .names
                    .scenario
                    .term
                    .courses
                    .get(usize::from(course))?
                    .teacher;
                // Nobody tells it to whoever gives the course, who knows.
                (teacher != Some(with)).then_some((n, Topic::Course(course)))
            }
            _ => None,
        }
    })
}

/// Somebody whom both know, who takes no part in the talk and is not by.
fn common(
    me: &Speaker<'_>,
    with: AgentId,
    talk: Option<&Talk>,
    roll: &mut Stream,
) -> Option<AgentId> {
    let other = me.names.persona(with)?;
    let lately = me.now.minus((HOUR / 2).min(me.now.0));
    let both: Vec<AgentId> = me
        .social
        .known
        .iter()
        .filter(|(who, k)| {
            **who != with
                && !talk.is_some_and(|t| t.members.contains(who))
                && !me.around.near.contains(who)
                && k.closeness >= 2.0
                && (other.relationships.iter().any(|r| r.with == **who)
                    || me
                        .names
                        .persona(**who)
                        .is_some_and(|p| p.role == Role::Student && p.group == other.group))
        })
        .map(|(who, _)| *who)
        .collect();
    let who = roll.pick(&both).copied()?;
    // Nobody asks after somebody whom they saw just now.
    last_seen(me, who)
        .is_none_or(|m| m.at < lately)
        .then_some(who)
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
        if !may_pass_on(me, &fact.news, fact.importance, with, talk) {
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
                    2.0
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
            // How somebody fared is told of those whom one is close to.
            (FactKind::Result, about) => {
                let near = about.map_or(0.0, |who| me.social.closeness(who));
                (0.2 + 0.5 * matters) * (0.3 + 0.08 * near)
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
    talk: Option<&Talk>,
    roll: &mut Stream,
) -> Option<(f32, u32)> {
    let all = tellable(me, with, talk);
    let noisy = all
        .into_iter()
        .map(|(weight, fact)| (weight * (0.4 + roll.unit()), weight, fact));
    noisy
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, weight, fact)| (weight, fact))
}
