//! The diary: a page before going to bed, and with it a new self-summary, which takes the place of
//! the old one and goes into every prompt.

use crate::{
    campus::people::{Came, Need, Needs, Persona, Standing, Stands, Works},
    memory::{Concern, Episodic, Memory, MemoryKind, Object, Predicate, gates},
    mind::{
        model::{fit, prompts},
        reflect::{
            diary_words::{self as words, Day, TaskStands},
            inner::{Inner, InnerReadOnlyItem, SelfSummary, thinks_with},
            wander::gist,
        },
        state::PlanItem,
        thinking::{Ask, DiaryAsk},
        thought_queue::{Heard, ThoughtQueue},
    },
    tools::{Names, PersonReadOnlyItem, SimEvent, Stage, tell},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    i18n::{Words, bare},
    ids::AgentId,
    text::one_line,
    time::{DAY, HOUR, SimTime},
};
use collegium_llm::{Purpose, Unfit};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;

/// How a page is put into words.
const PAGE: Draw = Draw::of("reflect: a page of the diary");
/// Who goes to bed before this hour still ends the day before.
const DAY_ENDS: u32 = 5 * HOUR;
/// For how long after getting up it is no time yet for a diary.
const MORNING: u32 = 6 * HOUR;
/// The most characters of a page and of a self-summary.
const LONGEST_PAGE: usize = 600;
const LONGEST_SUMMARY: usize = 360;
/// The most memories that a page is written from.
const MOST_STATEMENTS: usize = 16;

/// The day that a moment belongs to, for whoever goes to bed late.
const fn day_of(now: SimTime) -> u32 {
    now.minus(DAY_ENDS).day()
}

/// Has somebody who goes to bed write their diary, once a day.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn begin(
    stage: &Stage,
    thoughts: &mut ThoughtQueue,
    heard: &mut Heard,
    inner: &mut Query<Inner>,
    agent: AgentId,
) -> Result {
    let now = stage.now();
    let day = day_of(now);
    let mind = inner.get(stage.roster.entity(agent))?;
    if mind.summary.page == Some(day) || thoughts.waits(agent, |p| p == Purpose::Diary) {
        return Ok(());
    }
    let person = stage.look(agent)?;
    let statements = worth_a_line(mind.episodic, day);
    // Who goes back to bed in the morning, or has nothing to tell, writes later.
    let up = now.of_day().saturating_sub(person.persona.wakes);
    let morning = now.of_day() >= DAY_ENDS && up < MORNING;
    if morning || statements.is_empty() {
        return Ok(());
    }
    let ask = Ask::Diary(DiaryAsk { day, statements });
    let (memories, summary) = (mind.episodic, mind.summary.text.as_str());
    let thinks_with = thinks_with(mind.mind, person.activity.doing);
    thoughts.ask(
        heard,
        (agent, person.persona, thinks_with),
        now,
        ask,
        |ask| {
            let Ask::Diary(ask) = ask else {
                return prompts::render(Purpose::Diary, person.persona, (), &json!({}));
            };
            let lines: Vec<_> = ask
                .statements
                .iter()
                .filter_map(|i| memories.get(*i))
                .map(|m| {
                    let text: String = m.text.chars().take(160).collect();
                    json!({"when": m.at.clock(), "text": text})
                })
                .collect();
            let names = stage.names();
            let words = names.words_of(agent);
            let told = |i: &PlanItem| {
                let what = tell::pursuit(words, &i.what, &names);
                format!("{} {what}", i.from.clock())
            };
            let planned: Vec<String> = mind.plan.items.iter().map(told).collect();
            let asked = json!({
                "weekday": tell::day(words, SimTime(ask.day * DAY)),
                "self_summary": summary,
                "planned": planned,
                "feels": feels(words, person.needs, now),
                "statements": lines,
            });
            prompts::render(Purpose::Diary, person.persona, asked, &schema())
        },
    );
    Ok(())
}

/// What of a day is worth a line: what mattered most, in order of time.
fn worth_a_line(stream: &Episodic, day: u32) -> Vec<u32> {
    let items = stream.since(SimTime(day * DAY + DAY_ENDS));
    let mut chosen: Vec<(u8, u32)> = items
        .filter(|(_, m)| {
            !matches!(
                m.kind,
                MemoryKind::Seed | MemoryKind::Plan | MemoryKind::Diary
            )
        })
        .map(|(i, m)| (m.importance, i))
        .collect();
    chosen.sort_unstable_by(|a, b| b.cmp(a));
    chosen.truncate(MOST_STATEMENTS);
    let mut chosen: Vec<u32> = chosen.into_iter().map(|(_, i)| i).collect();
    chosen.sort_unstable();
    chosen
}

/// How well somebody is, from 0 to 1: the mean of all needs but sleep.
fn mood(needs: &Needs, now: SimTime) -> f32 {
    let others = Need::ALL.iter().filter(|need| **need != Need::Sleep);
    let levels: Vec<f32> = others.map(|need| needs.level(*need, now)).collect();
    levels.iter().sum::<f32>() / levels.len() as f32
}

/// How somebody feels, in a few words for a model.
fn feels(words: &Words, needs: &Needs, now: SimTime) -> String {
    let lacks = |n: &Need| needs.level(*n, now) < 0.35;
    tell::feels(words, Need::ALL.iter().copied().filter(lacks))
}

fn schema() -> serde_json::Value {
    json!({
        "type": "object",
        "properties": {
            "diary": {"type": "string", "minLength": 20, "maxLength": LONGEST_PAGE},
            "self_summary": {"type": "string", "minLength": 20, "maxLength": LONGEST_SUMMARY},
        },
        "required": ["diary", "self_summary"],
        "additionalProperties": false,
    })
}

/// A page of the diary and the self-summary of that day.
#[derive(Deserialize)]
struct Page {
    diary: String,
    self_summary: String,
}

/// Takes the pages that have come back and keeps them.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn keep(
    stage: &mut Stage,
    heard: &mut Heard,
    inner: &mut Query<Inner>,
) -> Result {
    let written = heard.take(|ask| match ask {
        Ask::Diary(mine) => Ok(mine),
        other => Err(other),
    });
    let now = stage.now();
    for (agent, DiaryAsk { day, statements }, reply) in written {
        let language = stage.look(agent)?.persona.language;
        let page = reply.read::<Page>().ok_or(Unfit::Unread).and_then(|page| {
            if gates::blank(&page.diary) || gates::blank(&page.self_summary) {
                return Err(Unfit::Empty);
            }
            let unfit = fit::unfit(&page.diary, language)
                .or_else(|| fit::unfit(&page.self_summary, language));
            unfit.map_or(Ok(page), Err)
        });
        let page = match page {
            Ok(page) => page,
            Err(why) => {
                if reply.is_answer() {
                    heard.put_aside(agent, Purpose::Diary, why);
                }
                builtin(stage, inner, agent, day, &statements)?
            }
        };
        let text = one_line(&page.diary, LONGEST_PAGE);
        let mut mind = inner.get_mut(stage.roster.entity(agent))?;
        let memory = Memory {
            at: now,
            kind: MemoryKind::Diary,
            importance: 4,
            text: text.clone(),
            predicate: Predicate::Wrote,
            ..Memory::default()
        };
        let index = mind.episodic.conclude(memory, &statements, None);
        *mind.summary = SelfSummary {
            text: one_line(&page.self_summary, LONGEST_SUMMARY),
            since: now,
            page: Some(day),
        };
        stage.note(
            agent,
            SimEvent::Diary {
                memory: index,
                text,
            },
        )?;
    }
    Ok(())
}

/// The page as the built-in mind writes it.
fn builtin(
    stage: &Stage,
    inner: &Query<Inner>,
    agent: AgentId,
    day: u32,
    statements: &[u32],
) -> Result<Page> {
    let mind = inner.get(stage.roster.entity(agent))?;
    let person = stage.look(agent)?;
    let (names, now) = (stage.names(), stage.now());
    let today: Vec<&Memory> = statements
        .iter()
        .filter_map(|i| mind.episodic.get(*i))
        .collect();
    let mut roll = stage.dice.stream(agent.0, PAGE, u64::from(day));
    let facts = day_in_facts(agent, &person, &today, &names, mind.plan, now, day);
    let diary = words::page(&facts, person.persona, &mut roll);
    let self_summary = words::summary(
        &self_facts(agent, &person, &mind, &names, now),
        person.persona,
    );
    Ok(Page {
        diary,
        self_summary,
    })
}

/// The facts of a day that a page tells.
fn day_in_facts(
    agent: AgentId,
    person: &PersonReadOnlyItem<'_, '_>,
    today: &[&Memory],
    names: &Names<'_>,
    plan: &crate::mind::state::Plan,
    now: SimTime,
    day: u32,
) -> Day {
    let (persona, needs) = (person.persona, person.needs);
    let (task, stands) = task_of_the_day(persona, person.works, today, now);
    let words = names.words_of(agent);
    let ended = today.iter().rev().find_map(|m| match m.object {
        Some(Object::Ended { toward, stands }) => Some((toward, stands == Stands::Met)),
        _ => None,
    });
    let mut talks: BTreeMap<AgentId, usize> = BTreeMap::new();
    for memory in today.iter().filter(|m| m.kind == MemoryKind::Chat) {
        if let Some(other) = memory.about.filter(|a| *a != agent) {
            *talks.entry(other).or_default() += 1;
        }
    }
    let mut met: Vec<(AgentId, usize)> = talks.into_iter().collect();
    met.sort_by_key(|(who, n)| (std::cmp::Reverse(*n), *who));
    let objects = |predicate: Predicate| -> Vec<String> {
        let mut all: Vec<String> = today
            .iter()
            .filter(|m| m.kind == MemoryKind::Deed && m.predicate == predicate)
            .filter_map(|m| m.object.as_ref()?.duty())
            .map(|duty| tell::own_duty(names.words_of(agent), duty, names))
            .collect();
        all.dedup();
        all
    };
    let fixed = plan
        .items
        .iter()
        .filter(|i| i.action == crate::mind::state::Action::Attend)
        .count();
    Day {
        weekday: (day % 7) as usize,
        met: met
            .iter()
            .take(3)
            .map(|(who, _)| names.first(*who).to_owned())
            .collect(),
        best: best(today),
        attended: objects(Predicate::Attended),
        late: objects(Predicate::CameLate),
        missed: objects(Predicate::Missed),
        fixed,
        thought: today
            .iter()
            .rev()
            .find(|m| is_insight(m))
            .map(|m| m.text.clone()),
        task,
        stands,
        goal: ended.map(|(toward, met)| (tell::toward(words, toward, names), met)),
        // Sleep is low at bedtime whatever the day was like.
        mood: mood(needs, now),
        tired: 1.0 - needs.level(Need::Sleep, now),
    }
}

/// The task of which a page tells, and how it stands: one that came to its end on the day, or else
/// the one that they are at.
fn task_of_the_day(
    persona: &Persona,
    works: &Works,
    today: &[&Memory],
    now: SimTime,
) -> (String, TaskStands) {
    let came = today.iter().rev().filter_map(|m| match m.object {
        Some(Object::Work { task, came }) => Some((task, came)),
        _ => None,
    });
    let ended = came
        .clone()
        .find(|(_, came)| !matches!(came, Came::Part(_)));
    if let Some((task, came)) = ended
        && let Some(task) = persona.task_of(task)
    {
        let stands = if came == Came::Whole {
            TaskStands::Done
        } else {
            TaskStands::GivenUp
        };
        return (bare(&task.what).into_owned(), stands);
    }
    let stands = if came.count() > 0 {
        TaskStands::Part
    } else {
        stands(works, now)
    };
    (bare(&persona.task).into_owned(), stands)
}

/// How the task stands that somebody is at.
fn stands(works: &Works, now: SimTime) -> TaskStands {
    match works.standing(now) {
        Standing::Fresh => TaskStands::Fresh,
        Standing::Going => TaskStands::Going,
        Standing::Stuck => TaskStands::Stuck,
    }
}

/// Whether a memory is an insight, and not an association of a wandering mind.
fn is_insight(memory: &Memory) -> bool {
    memory.kind == MemoryKind::Thought && memory.concern() != Some(Concern::Musing)
}

/// What stood out of a day, as it was remembered: what one did or was told, before what everybody
/// saw.
fn best(today: &[&Memory]) -> Option<String> {
    let told = |m: &&&Memory| {
        matches!(
            m.kind,
            MemoryKind::Observation | MemoryKind::Deed | MemoryKind::Chat
        ) && !matches!(
            m.predicate,
            Predicate::Attended | Predicate::CameLate | Predicate::Missed
        )
    };
    let weight = |m: &&&Memory| {
        // A talk that was about something weighs more than its importance says.
        let telling = m.kind == MemoryKind::Chat && m.object.is_some();
        m.importance + u8::from(m.kind != MemoryKind::Observation) + 2 * u8::from(telling)
    };
    let best = today
        .iter()
        .filter(told)
        .max_by_key(|m| (weight(m), m.at))?;
    Some(gist(&best.text, 170))
}

/// What a self-summary tells.
fn self_facts(
    agent: AgentId,
    person: &PersonReadOnlyItem<'_, '_>,
    mind: &InnerReadOnlyItem<'_, '_>,
    names: &Names<'_>,
    now: SimTime,
) -> words::These {
    let (persona, stream, social) = (person.persona, mind.episodic, mind.social);
    let from = now.minus(4 * DAY);
    let mut people: BTreeMap<AgentId, u32> = BTreeMap::new();
    let mut places: BTreeMap<u16, u32> = BTreeMap::new();
    let mut thoughts: Vec<(u8, u8, u32)> = Vec::new();
    for (i, memory) in stream.since(from) {
        match memory.kind {
            MemoryKind::Chat => {
                if let Some(other) = memory.about.filter(|a| *a != agent) {
                    *people.entry(other).or_default() += 10 + social.closeness(other) as u32;
                }
            }
            MemoryKind::Thought if memory.lives(now) && is_insight(memory) => {
                thoughts.push((memory.depth(), memory.importance, i));
            }
            _ => {}
        }
        if let Some(place) = memory.place {
            *places.entry(place.0).or_default() += 1;
        }
    }
    let mut people: Vec<(AgentId, u32)> = people.into_iter().collect();
    people.sort_by_key(|(who, n)| (std::cmp::Reverse(*n), *who));
    let mut places: Vec<(u16, u32)> = places.into_iter().collect();
    places.sort_by_key(|(place, n)| (std::cmp::Reverse(*n), *place));
    thoughts.sort_unstable_by(|a, b| b.cmp(a));
    words::These {
        people: people
            .iter()
            .take(2)
            .map(|(who, _)| names.first(*who).to_owned())
            .collect(),
        places: places
            .iter()
            .take(2)
            .map(|(place, _)| names.place(collegium_core::ids::PlaceId(*place)).to_owned())
            .collect(),
        thoughts: thoughts
            .iter()
            .take(2)
            .filter_map(|(_, _, i)| Some(stream.get(*i)?.text.clone()))
            .collect(),
        task: bare(&persona.task).into_owned(),
        stands: stands(person.works, now),
        goal: mind
            .reflecting
            .goals
            .open
            .last()
            .map_or_else(String::new, |goal| {
                tell::toward(names.words_of(agent), goal.toward, names)
            }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::testing;
    use DAY;

    #[test]
    fn a_page_knows_how_the_task_stands() {
        let (scenario, _) = testing::first_week();
        let persona = &scenario.people[0].0;
        let memory = |task, came| Memory {
            object: Some(Object::Work { task, came }),
            ..Memory::default()
        };
        let (now, mut works) = (SimTime(4 * DAY), Works::new(SimTime(0)));
        works.task = 1;
        let first = bare(&persona.task_of(0).unwrap().what).into_owned();
        let mine = bare(&persona.task).into_owned();
        let of =
            |works: &Works, today: &[&Memory], now| task_of_the_day(persona, works, today, now);
        let (part, whole) = (memory(1, Came::Part(0)), memory(0, Came::Whole));
        let given_up = memory(0, Came::GivenUp);
        assert_eq!(
            of(&works, &[&whole, &part], now),
            (first.clone(), TaskStands::Done)
        );
        assert_eq!(of(&works, &[&given_up], now), (first, TaskStands::GivenUp));
        assert_eq!(of(&works, &[&part], now), (mine.clone(), TaskStands::Part));
        assert_eq!(of(&works, &[], now), (mine.clone(), TaskStands::Stuck));
        assert_eq!(of(&works, &[], SimTime(DAY)).1, TaskStands::Fresh);
        works.part = 1;
        assert_eq!(of(&works, &[], SimTime(DAY)), (mine, TaskStands::Going));
    }

    #[test]
    fn the_night_belongs_to_the_day_before() {
        assert_eq!(day_of(SimTime(DAY + HOUR)), 0);
        assert_eq!(day_of(SimTime(DAY + 23 * HOUR)), 1);
    }

    #[test]
    fn a_page_tells_what_mattered_most_of_that_day() {
        let memory = |at: u32, importance: u8| Memory {
            at: SimTime(at),
            importance,
            ..Memory::default()
        };
        let of_the_day = (0..40).map(|i| memory(DAY + 6 * HOUR + i, (i % 7) as u8));
        let before = std::iter::once(memory(DAY + HOUR, 10));
        let stream = Episodic::of(before.chain(of_the_day).collect());
        let chosen = worth_a_line(&stream, 1);
        assert_eq!(chosen.len(), MOST_STATEMENTS);
        assert!(chosen.is_sorted() && !chosen.contains(&0));
        assert!(
            chosen
                .iter()
                .all(|i| stream.get(*i).unwrap().importance >= 4)
        );
    }
}
