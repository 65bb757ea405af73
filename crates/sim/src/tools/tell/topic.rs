//! What talks are about, in words: the thing itself, and what one calls it afterwards.

use crate::{campus::talks::Topic, tools::Names};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};

/// What a talk is about, itself: a title, somebody's name, the very words of a goal or a task.
/// None where other texts say it (facts, invitations, what somebody remembers), where it is not
/// there any more, and where there is nothing to say of it.
pub fn topic(words: &Words, topic: Topic, names: &Names<'_>) -> Option<String> {
    match topic {
        Topic::Course(number) => course(number, names),
        Topic::Event(number) => event(number, names),
        Topic::Person(whom) => Some(names.person(whom).to_owned()),
        Topic::Goal(whose, goal) => {
            let goals = &names.persona(whose)?.goals;
            goals.get(usize::from(goal)).cloned()
        }
        Topic::Task(whose, task) => names.task(whose, task).map(str::to_owned),
        Topic::Here => Some(words.say(key("subject-here")).to_owned()),
        Topic::Plans => Some(words.say(key("subject-day-plans")).to_owned()),
        Topic::Day
        | Topic::Fact(_)
        | Topic::Invitation(_)
        | Topic::Memory(_)
        | Topic::Courtesy
        | Topic::Post(_) => None,
    }
}

/// What a talk was about, as those call it who had it: by first names, and without what somebody's
/// goal or task is. None for what nobody would name afterwards.
pub fn subject(words: &Words, topic: Topic, names: &Names<'_>) -> Option<String> {
    let who = |who: AgentId| [("who", names.first(who).into())];
    match topic {
        Topic::Course(number) => course(number, names),
        Topic::Event(number) => event(number, names),
        Topic::Person(whom) => Some(names.first(whom).to_owned()),
        Topic::Goal(whose, _) => Some(words.say_with("subject-goal", &who(whose))),
        Topic::Task(whose, _) => Some(words.say_with("subject-task", &who(whose))),
        Topic::Memory(_) => Some(words.say(key("subject-old-times")).to_owned()),
        Topic::Plans => Some(words.say(key("subject-plans")).to_owned()),
        Topic::Day
        | Topic::Fact(_)
        | Topic::Invitation(_)
        | Topic::Here
        | Topic::Courtesy
        | Topic::Post(_) => None,
    }
}

/// The title of a course, without its code.
fn course(number: u16, names: &Names<'_>) -> Option<String> {
    let course = names.scenario.term.courses.get(usize::from(number))?;
    Some(course.title.clone())
}

/// The title of an event of the scenario.
fn event(number: u16, names: &Names<'_>) -> Option<String> {
    let event = names.scenario.events.get(usize::from(number))?;
    Some(event.title.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campus::testing, tools::tell::ENGLISH};

    #[test]
    fn a_topic_is_told_itself_and_as_it_is_called() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let both = |what| {
            (
                topic(&ENGLISH, what, &names),
                subject(&ENGLISH, what, &names),
            )
        };
        let (me, persona) = (AgentId(0), &scenario.people[0].0);
        let title = Some(scenario.term.courses[0].title.clone());
        assert_eq!(both(Topic::Course(0)), (title.clone(), title));
        assert_eq!(
            both(Topic::Person(me)),
            (
                Some(persona.name.clone()),
                Some(persona.first_name().to_owned())
            )
        );
        let (goal, called) = both(Topic::Goal(me, 0));
        assert_eq!(goal.as_ref(), persona.goals.first());
        assert!(called.is_some_and(|c| c.contains(persona.first_name())));
        let (first, second) = (both(Topic::Task(me, 0)).0, both(Topic::Task(me, 1)).0);
        assert_eq!(first.as_ref(), Some(&persona.task));
        assert_eq!(second, persona.task_of(1).map(|task| task.what.clone()));
        assert_ne!(first, second, "the task that was on their mind then");
        // What is not there is not told.
        assert_eq!(both(Topic::Course(u16::MAX)), (None, None));
        assert_eq!(both(Topic::Event(u16::MAX)), (None, None));
        assert_eq!(topic(&ENGLISH, Topic::Goal(me, u8::MAX), &names), None);
        // Each is told only where it is asked for.
        let (here, then) = both(Topic::Here);
        assert!(here.is_some() && then.is_none());
        let (memory, then) = both(Topic::Memory(me));
        assert!(memory.is_none() && then.is_some());
        for nothing in [
            Topic::Day,
            Topic::Fact(0),
            Topic::Invitation(0),
            Topic::Courtesy,
        ] {
            assert_eq!(both(nothing), (None, None));
        }
    }
}
