//! What came of work and study, as people tell each other: what a test came to, what one would like a
//! coursemate to explain, what one has got done.

use super::{opening::line, speaker::Speaker};
use crate::{
    campus::{exchange::Matter, people::Came, talks::Topic},
    mind::thinking::LineAsk,
    tools::News,
};
use collegium_core::{ids::AgentId, time::HOUR};

/// How soon a test must be to weigh, in simulated seconds.
const SOON: u32 = 36 * HOUR;

/// A result of one's own that the other does not know of, with how much one wishes to tell it: good
/// ones rather, bad ones to those who are close.
pub(super) fn result(me: &Speaker<'_>, with: AgentId) -> Option<(f32, LineAsk)> {
    let mine = |number: u32| {
        let fact = me.ledger.fact(number).filter(|fact| fact.until > me.now)?;
        match fact.news {
            News::Scored {
                who,
                course,
                result,
            } if who == me.agent => Some((number, course, result)),
            _ => None,
        }
    };
    let untold = |(number, ..): &(u32, u16, u8)| !me.social.knows_that_knows(with, *number);
    let own = me.ledger.known_to(me.agent).filter_map(mine).filter(untold);
    let (number, course, result) = own.last()?;
    let closeness = me.social.closeness(with);
    let together = 0.3 * f32::from(u8::from(takes(me, with, course)));
    let weight = match result {
        65.. => 0.6 + together + 0.05 * closeness,
        _ if closeness < 3.0 => 0.0,
        _ => 0.3 + together + 0.06 * closeness,
    };
    let ask = LineAsk {
        tells: vec![number],
        ..line(with, Matter::Result, Topic::Course(course))
    };
    Some((weight, ask))
}

/// What one has got done of one's task and the other does not know of, with how much one wishes to
/// tell it: the whole rather than a part.
pub(super) fn done(me: &Speaker<'_>, with: AgentId) -> Option<(f32, LineAsk)> {
    let mine = |number: u32| {
        let fact = me.ledger.fact(number).filter(|fact| fact.until > me.now)?;
        match fact.news {
            News::Worked { who, came, .. } if who == me.agent => Some((number, came)),
            _ => None,
        }
    };
    let untold = |(number, _): &(u32, Came)| !me.social.knows_that_knows(with, *number);
    let own = me.ledger.known_to(me.agent).filter_map(mine).filter(untold);
    // What is more comes first, and of equals what came last.
    let (number, came) = own.max_by_key(|(number, came)| (*came == Came::Whole, *number))?;
    let closeness = me.social.closeness(with);
    let weight = if came == Came::Whole {
        0.9 + 0.05 * closeness
    } else {
        0.25 + 0.05 * closeness
    };
    let ask = LineAsk {
        tells: vec![number],
        ..line(with, Matter::Done, Topic::Fact(number))
    };
    Some((weight, ask))
}

/// The running number of the task that somebody is at, as far as one knows: one's own, or what others
/// have begun with unless one has heard that it is done.
pub(super) fn task_of(me: &Speaker<'_>, who: AgentId) -> Option<u16> {
    if who == me.agent {
        return Some(me.works.task).filter(|_| !me.persona.task.is_empty());
    }
    let heard = |number: u32| match me.ledger.fact(number)?.news {
        News::Worked {
            who: whose,
            task,
            came,
        } if whose == who => Some((task, came)),
        _ => None,
    };
    let task = match me.ledger.known_to(me.agent).filter_map(heard).max() {
        Some((task, Came::Part(_))) => task,
        Some(_) => return None,
        None => 0,
    };
    me.names.task(who, task).map(|_| task)
}

/// How much somebody wishes that the other explained a course to them: the less they understand and
/// the sooner its test, the more, where the other is known to do better. Whose results one does not
/// know is asked where one understands little and the test is near; who does worse is not asked.
pub(super) fn needs_help(me: &Speaker<'_>, with: AgentId, course: u16) -> f32 {
    let Some(grasp) = me.learning.of(course).filter(|_| takes(me, with, course)) else {
        return 0.0;
    };
    let lack = 1.0 - grasp.level;
    let term = &me.names.scenario.term;
    let soon = term
        .next_test(course, me.now)
        .is_some_and(|test| test.since(me.now) < SOON);
    let mine = grasp.last.map_or(grasp.expects, |test| test.result);
    let wish = match known_result(me, with, course) {
        Some(theirs) if theirs > mine => 0.3 + lack,
        Some(_) => 0.0,
        None if lack > 0.6 && soon => 0.4 * lack,
        None => 0.0,
    };
    wish * if soon { 1.5 } else { 1.0 }
}

/// The last result of somebody in a course, as far as one knows.
fn known_result(me: &Speaker<'_>, of: AgentId, course: u16) -> Option<u8> {
    let theirs = |number: u32| match me.ledger.fact(number)?.news {
        News::Scored {
            who,
            course: its,
            result,
        } if (who, its) == (of, course) => Some(result),
        _ => None,
    };
    me.ledger.known_to(me.agent).filter_map(theirs).last()
}

/// Whether somebody is a student of a course.
fn takes(me: &Speaker<'_>, who: AgentId, course: u16) -> bool {
    let courses = &me.names.scenario.term.courses;
    let course = courses.get(usize::from(course));
    course.is_some_and(|course| course.students.contains(&who))
}
