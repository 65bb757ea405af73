//! Which memories a decision of the built-in mind rests on: those by which it knows of what it goes
//! to, the plan of the day that has it now, and the insights that spoke for it.

use crate::{
    campus::people::Engagement,
    memory::{Episodic, Memory, MemoryKind, Object, Predicate},
    mind::{
        outlook::Outlook,
        recollection::Recollection,
        state::{Action, ActionStep},
        tendency,
        why::Why,
    },
    tools::{Find, News},
};
use collegium_core::{ids::AgentId, time::DAY};
use std::collections::VecDeque;

/// How many of the newest memories are looked through: what is older has been acted on, or is in
/// what was concluded of it.
const NEWEST: usize = 400;

/// The newest memory that is as wanted.
pub(in crate::mind) fn newest(
    memories: &Episodic,
    wanted: impl Fn(&Memory) -> bool,
) -> Option<u32> {
    let mut newest = memories.iter().rev().take(NEWEST);
    newest.find(|(_, m)| wanted(m)).map(|(number, _)| number)
}

/// Whether a memory is of an event: of news, an invitation or a notice of it.
pub(in crate::mind) fn is_of_event(
    memory: &Memory,
    event: u16,
    facts: &[crate::campus::scenario::PlantedFact],
) -> bool {
    match &memory.object {
        Some(Object::News(News::Planted(fact))) => {
            let fact = facts.get(usize::from(*fact));
            fact.is_some_and(|fact| fact.event == Some(event))
        }
        Some(Object::Found(finds)) => finds.contains(&Find::Event(event)),
        Some(object) => object.is_of(&News::Event(event)),
        None => false,
    }
}

/// What a choice rests on: its action, its steps, why it was chosen, and the commitment that it is
/// for.
pub(in crate::mind) fn of_choice(
    outlook: &Outlook<'_>,
    action: Action,
    steps: &VecDeque<ActionStep>,
    why: &Why,
    engagement: Option<Engagement>,
) -> Recollection {
    let stream = outlook.episodic;
    let mut used = tendency::thoughts(outlook.tendencies, action, steps, outlook.now);
    used.retain(|thought| stream.get(*thought).is_some());
    let planned = outlook.plan.at(outlook.now);
    let plans = |memory: &Memory| {
        memory.predicate == Predicate::Plans && memory.at.day() == outlook.now.day()
    };
    // What is fixed anyway is not done for the plan that names it.
    let by_plan = action != Action::Attend && planned.is_some_and(|part| part.action == action);
    used.extend(by_plan.then(|| newest(stream, plans)).flatten());
    used.extend(engagement.and_then(|what| of_engagement(outlook, what)));
    used.extend(of_reason(outlook, why));
    Recollection::of(used)
}

/// The memory by which somebody knows of an event that they heard of, or of a meeting; none for
/// what stands in everybody's timetable.
fn of_engagement(outlook: &Outlook<'_>, what: Engagement) -> Option<u32> {
    match what {
        Engagement::Event(event) => newest(outlook.episodic, |memory| {
            is_of_event(memory, event, &outlook.scenario.facts)
        }),
        Engagement::Meeting(with) => newest(outlook.episodic, |memory| {
            let arranged = memory.predicate == Predicate::WillMeet;
            let invited = matches!(memory.object, Some(Object::Occasion(_)));
            memory.about == Some(with) && (arranged || invited)
        }),
        Engagement::Class(..) | Engagement::Teach(..) | Engagement::Shift(_) => None,
    }
}

/// The memory that a reason speaks of: of who is missed, of what was lent, of the book for what is
/// studied.
fn of_reason(outlook: &Outlook<'_>, why: &Why) -> Option<u32> {
    let of_deed = |who: AgentId| {
        newest(outlook.episodic, |memory| {
            memory.about == Some(who) && matches!(memory.object, Some(Object::Deed(_)))
        })
    };
    match why {
        Why::See(who) => newest(outlook.episodic, |memory| {
            memory.about == Some(*who) && memory.kind == MemoryKind::Chat
        }),
        Why::BringBack(_, who) => of_deed(*who),
        Why::Work(on) => {
            let courses = &outlook.scenario.term.courses;
            let course = courses.iter().position(|course| course.title == *on)?;
            book_of(outlook, course as u16)
        }
        _ => None,
    }
}

/// How long somebody remembers that there is a book for a course before they look again.
const BOOK: u32 = 7 * DAY;

/// The memory of a book that was found for a course; none where none was.
pub(in crate::mind) fn book_of(outlook: &Outlook<'_>, course: u16) -> Option<u32> {
    let books = &outlook.scenario.books;
    let of_course = |find: &Find| match find {
        Find::Book(book) => {
            let book = books.get(usize::from(*book));
            book.is_some_and(|book| book.course == Some(course))
        }
        _ => false,
    };
    newest(outlook.episodic, |memory| {
        let lately = outlook.now.since(memory.at) < BOOK;
        lately
            && matches!(&memory.object, Some(Object::Found(finds)) if finds.iter().any(of_course))
    })
}
