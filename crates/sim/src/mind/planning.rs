//! Planning the day: who has no plan yet thinks of one, whichever mind they have; what comes of it
//! is laid around what is fixed.

use crate::{
    campus::{
        PlaceKind, Pursuit, Routine,
        people::{Commitment, MindKind, Persona, Timetable},
    },
    conduct::{Conduct, ConductState, Lessons},
    memory::{Cue, Episodic},
    mind::{
        builtin::plan,
        model::{courses::courses, fit, lifestyle::Lifestyle, prompts},
        reflect::{Musing, SelfSummary},
        state::{Action, Plan, PlanItem},
        thinking::{Ask, PlanAsk},
        thought_queue::{Heard, ThoughtQueue},
    },
    tools::{Names, PersonReadOnlyItem, SimEvent, Stage, tell},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    i18n::{Language, Words},
    ids::AgentId,
    time::{DAY, HOUR, MINUTE, SimTime, parse_clock},
};
use collegium_llm::{Mending, Purpose, Repair, Unfit};
use serde::Deserialize;
use serde_json::{Value, json};
use std::ops::RangeInclusive;

/// The built-in mind's plan of a day.
const PLAN: Draw = Draw::of("mind: the plan of a day");

/// When people begin to plan their day, in seconds after midnight.
const DAYBREAK: u32 = 4 * HOUR;

/// What a mind may plan; commitments are fixed and nights come by themselves.
pub(super) const PLANNED: [Action; 8] = [
    Action::Eat,
    Action::Coffee,
    Action::Study,
    Action::Exercise,
    Action::Play,
    Action::Socialise,
    Action::Rest,
    Action::Shop,
];

/// How long a part of a plan lasts at least, in seconds.
const SHORTEST: u32 = 10 * MINUTE;

/// How many parts a plan may have that a model gives.
const PARTS: RangeInclusive<usize> = 2..=12;

/// How many parts a model is asked for: within [`PARTS`], so that one that does not count well is
/// not asked again for each part too few or too many.
const WANTED_PARTS: RangeInclusive<usize> = 5..=10;

/// A plan as a mind gives it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct PlanAnswer {
    items: Vec<AnswerItem>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct AnswerItem {
    from: String,
    to: String,
    #[serde(rename = "do")]
    action: String,
    place: String,
    what: String,
}

/// What of a mind planning reads and changes.
type Planner<'w> = (
    &'w MindKind,
    &'w mut Plan,
    &'w mut Lifestyle,
    &'w Episodic,
    &'w mut Musing,
    &'w SelfSummary,
    &'w ConductState,
);

/// Has those who decide and have no plan for today think of one.
///
/// # Errors
/// Never for people of the roster.
pub fn begin_plans(
    mut stage: Stage,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    mut planners: Query<Planner<'static>>,
    conduct: Res<Conduct>,
) -> Result {
    let now = stage.now();
    if now.of_day() < DAYBREAK {
        return Ok(());
    }
    let lacks = |a: &AgentId| {
        planners
            .get(stage.roster.entity(*a))
            .is_ok_and(|(_, p, ..)| p.day != now.day() || p.items.is_empty())
    };
    let due: Vec<AgentId> = stage.undecided.0.iter().copied().filter(lacks).collect();
    let features = stage.setting.0.features;
    for agent in due {
        let (mind, mut plan, mut lifestyle, episodic, musing, summary, state) =
            planners.get_mut(stage.roster.entity(agent))?;
        if mind.is_model() && thoughts.waits(agent, |p| p == Purpose::Plan) {
            continue;
        }
        let person = stage.look(agent)?;
        if !features.planning {
            *plan = Plan {
                day: now.day(),
                items: fixed_items(person.persona, person.timetable),
                ..Plan::default()
            };
            continue;
        }
        if mind.is_model()
            && features.lifestyle_policy
            && musing.ideas.is_empty()
            && let Some(mut items) = lifestyle.day_for(now.day(), &person.timetable.today, now)
        {
            items.extend(fixed_items(person.persona, person.timetable));
            items.sort_by_key(|i| i.from);
            *plan = Plan {
                day: now.day(),
                items,
                ..Plan::default()
            };
            announce(&mut stage, agent, &plan)?;
            continue;
        }
        let ask = PlanAsk { day: now.day() };
        thoughts.ask(
            &mut heard,
            (agent, person.persona, mind),
            now,
            Ask::Plan(ask),
            |_| {
                let lessons = conduct.lessons_of(state).map(|l| &**l);
                prompt(
                    (&person, lessons),
                    episodic,
                    &musing,
                    summary,
                    &stage.names(),
                    now,
                )
            },
        );
    }
    Ok(())
}

/// Lays the plans that have come back around what is fixed.
///
/// # Errors
/// Never for people of the roster.
pub fn apply_plans(
    mut stage: Stage,
    mut heard: ResMut<Heard>,
    mut planners: Query<Planner<'static>>,
) -> Result {
    for (agent, ask, reply) in heard.take(|ask| {
        if let Ask::Plan(plan) = ask {
            Ok(plan)
        } else {
            Err(ask)
        }
    }) {
        let now = stage.now();
        let person = stage.look(agent)?;
        let (_, mut plan, mut lifestyle, _, mut musing, ..) =
            planners.get_mut(stage.roster.entity(agent))?;
        let answer = reply.read::<PlanAnswer>();
        let read = answer.is_some();
        let mut mended = Vec::new();
        let whose = (person.persona, person.timetable);
        let thought_out = answer
            .and_then(|answer| laid_out(&answer, whose, &stage.names(), ask.day, &mut mended));
        if thought_out.is_some() {
            heard.mend(agent, Purpose::Plan, mended);
        }
        if reply.is_answer() && thought_out.is_none() {
            let why = if read { Unfit::Empty } else { Unfit::Unread };
            heard.put_aside(agent, Purpose::Plan, why);
        }
        *plan = match thought_out {
            Some(items) => {
                // What they had in mind was in the prompt.
                musing.ideas.clear();
                lifestyle.keep_day(ask.day, &person.timetable.today, &items, now);
                Plan {
                    day: ask.day,
                    items,
                    ..Plan::default()
                }
            }
            None => {
                let mut roll = stage.dice.stream(agent.0, PLAN, u64::from(ask.day));
                let mut plan = plan::make(
                    &person.persona.planner(),
                    person.timetable,
                    stage.map(),
                    ask.day,
                    &mut roll,
                );
                if let Some(idea) = musing.ideas.first()
                    && plan::weave(&mut plan, &idea.text)
                {
                    musing.ideas.remove(0);
                }
                plan
            }
        };
        announce(&mut stage, agent, &plan)?;
    }
    Ok(())
}

/// Notes that somebody has made their plan.
fn announce(stage: &mut Stage, agent: AgentId, plan: &Plan) -> Result {
    let now = stage.now();
    let parts = plan
        .items
        .iter()
        .filter(|i| i.from > now)
        .take(8)
        .map(|i| (i.from, i.what.clone()))
        .collect();
    stage.note(agent, SimEvent::Planned { parts })
}

/// What is fixed today, as parts of the plan.
fn fixed_items(persona: &Persona, timetable: &Timetable) -> Vec<PlanItem> {
    let today = timetable.today.iter();
    today.map(|c| PlanItem::of(c, persona)).collect()
}

/// From when to when a part of a plan is meant to last, in seconds of the day: at least
/// [`SHORTEST`], and for an hour where it ends before it begins.
fn lasts(from: u32, to: u32) -> (u32, u32) {
    // A part until midnight, or into the night, ends with the day.
    let night = to == 0 || (to < DAYBREAK && from > 12 * HOUR);
    let to = match to {
        _ if night => DAY,
        _ if to < from => from + HOUR,
        _ => to.max(from + SHORTEST),
    };
    (from, to.min(DAY))
}

/// What a part says: from when to when, in seconds of the day, and what is done; none where it cannot
/// be.
fn meaning(part: &AnswerItem, language: Language) -> Option<(u32, u32, Action)> {
    let (from, to) = (parse_clock(&part.from).ok()?, parse_clock(&part.to).ok()?);
    let action = Action::parse(&part.action).ok()?;
    // What they are about is told to others.
    let fit = fit::unfit(&part.what, language).is_none();
    let (from, to) = lasts(from, to);
    (fit && PLANNED.contains(&action)).then_some((from, to, action))
}

/// The time that is left of a stretch among parts: one that begins within another begins when that
/// has ended. None where it is too short.
fn room(items: &[PlanItem], from: SimTime, to: SimTime) -> Option<(SimTime, SimTime)> {
    let mut from = from;
    while let Some(held) = items.iter().find(|i| i.from <= from && from < i.to) {
        from = held.to;
    }
    let next = items.iter().map(|i| i.from).filter(|next| *next > from);
    let to = next.min().map_or(to, |next| next.min(to));
    (to >= from.plus(SHORTEST)).then_some((from, to))
}

/// The parts that an answer gives, clear of what is fixed and of each other, with what was done to
/// them; none when nothing of it can be used.
fn laid_out(
    answer: &PlanAnswer,
    (persona, timetable): (&Persona, &Timetable),
    names: &Names<'_>,
    day: u32,
    mended: &mut Vec<Repair>,
) -> Option<Vec<PlanItem>> {
    let midnight = SimTime(day * DAY);
    let mut items = fixed_items(persona, timetable);
    let before = items.len();
    for (number, part) in answer.items.iter().enumerate() {
        let meant = meaning(part, persona.language);
        let found = meant.and_then(|(from, to, action)| {
            let (from, to) = room(&items, midnight.plus(from), midnight.plus(to))?;
            Some((from, to, action))
        });
        let Some((from, to, action)) = found else {
            let said = format!("{}–{} {}", part.from, part.to, part.what);
            let at = format!("/items/{number}");
            mended.push(Repair::new(Mending::Unusable, &at, &said, ""));
            continue;
        };
        for (field, said, made) in [("from", &part.from, from), ("to", &part.to, to)] {
            let (at, made) = (format!("/items/{number}/{field}"), made.clock());
            if *said != made {
                mended.push(Repair::new(Mending::Clamped, &at, said, &made));
            }
        }
        let place = names.map.find(&part.place);
        items.push(PlanItem {
            from,
            to,
            action,
            place,
            what: Pursuit::Words(part.what.trim().to_owned()),
        });
    }
    if items.len() == before {
        return None;
    }
    if persona.sleeps > 12 * HOUR {
        let bed = midnight.plus(persona.sleeps);
        items.retain(|i| i.from < bed || i.action == Action::Attend);
        for item in items.iter_mut().filter(|i| i.action != Action::Attend) {
            item.to = item.to.min(bed);
        }
        let bed = items
            .iter()
            .map(|i| i.to)
            .max()
            .map_or(bed, |last| last.max(bed));
        if bed < midnight.plus(DAY) {
            items.push(PlanItem {
                from: bed,
                to: midnight.plus(DAY),
                action: Action::Sleep,
                place: persona.home,
                what: Pursuit::Routine(Routine::Bed),
            });
        }
    }
    items.sort_by_key(|i| i.from);
    Some(items)
}

/// The commitments from `from` on in words, for a prompt.
pub(super) fn fixed_words(
    words: &Words,
    commitments: &[Commitment],
    names: &Names<'_>,
    from: SimTime,
) -> String {
    let fixed: Vec<String> = commitments
        .iter()
        .filter(|c| c.ends > from)
        .map(|c| {
            format!(
                "{}–{} {} ({})",
                c.begins.clock(),
                c.ends.clock(),
                tell::engagement(words, c.what, names),
                names.place(c.place)
            )
        })
        .collect();
    fixed.join("; ")
}

/// The rest of the day as a model plans it anew, from now on; none when nothing of it can be used
/// or all of it is past.
pub(super) fn revised(
    call: &Value,
    whose: (&Persona, &Timetable),
    names: &Names<'_>,
    now: SimTime,
    mended: &mut Vec<Repair>,
) -> Option<Vec<PlanItem>> {
    let answer = PlanAnswer::deserialize(call).ok()?;
    let mut items = laid_out(&answer, whose, names, now.day(), mended)?;
    items.retain_mut(|item| {
        if item.action != Action::Attend {
            item.from = item.from.max(now);
        }
        let ahead = item.to > item.from && item.to > now;
        if let (false, Pursuit::Words(said)) = (ahead, &item.what) {
            mended.push(Repair::new(Mending::Unusable, "/items", said, ""));
        }
        ahead
    });
    let own = |item: &PlanItem| matches!(item.what, Pursuit::Words(_));
    items.iter().any(own).then_some(items)
}

/// What a plan may hold, for a prompt.
pub(super) fn activities() -> String {
    PLANNED
        .iter()
        .map(|a| a.word())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The call by which the rest of the day is planned anew.
pub(super) fn revise_schema(tool: &str, persona: &Persona, names: &Names<'_>) -> Value {
    let activities: Vec<&str> = PLANNED.iter().map(|a| a.word()).collect();
    let mut call = schema(&places(persona, names), &activities);
    call["properties"]["tool"] = json!({"type": "string", "enum": [tool]});
    call["properties"]["items"]["minItems"] = json!(1);
    call["required"] = json!(["tool", "items"]);
    call
}

/// The places that a plan may name: those open to everybody, and one's own room.
fn places<'a>(persona: &Persona, names: &Names<'a>) -> Vec<&'a str> {
    names
        .map
        .places
        .iter()
        .enumerate()
        .filter(|(i, p)| {
            !matches!(
                p.kind,
                PlaceKind::Bedroom | PlaceKind::Washroom | PlaceKind::Hall
            ) || persona.home.is_some_and(|home| usize::from(home.0) == *i)
        })
        .map(|(_, p)| p.name.as_str())
        .collect()
}

fn prompt(
    (person, lessons): (&PersonReadOnlyItem<'_, '_>, Option<&Lessons>),
    episodic: &Episodic,
    musing: &Musing,
    summary: &SelfSummary,
    names: &Names<'_>,
    now: SimTime,
) -> collegium_llm::Prompt {
    let settings = names.scenario.retrieval;
    let task = &person.persona.task;
    let query = format!("plans for today, what matters to me, {task}");
    let found = episodic.recall(
        &Cue {
            settings: &settings,
            now,
            query: &query,
            task,
            most: 6,
        },
        |_| true,
    );
    let memories: Vec<&str> = found
        .iter()
        .filter_map(|f| episodic.get(f.number))
        .map(|m| m.text.as_str())
        .collect();
    let places = places(person.persona, names);
    let words = Words::of(person.persona.language);
    let activities: Vec<&str> = PLANNED.iter().map(|a| a.word()).collect();
    let clock = |seconds: u32| SimTime(seconds % DAY).clock();
    let asked = json!({
        "day": tell::day(words, now),
        "wakes": clock(person.persona.wakes),
        "sleeps": clock(person.persona.sleeps),
        "fixed": fixed_words(words, &person.timetable.today, names, now),
        "courses": courses(person.learning, &names.scenario.term),
        "memories": memories,
        "about_me": summary.text,
        "ideas": musing.ideas.iter().map(|i| i.text.as_str()).collect::<Vec<_>>(),
        "activities": activities.join(", "),
        "places": places.join(", "),
        "fewest": WANTED_PARTS.start(),
        "most": WANTED_PARTS.end(),
    });
    prompts::render_taught(
        Purpose::Plan,
        (person.persona, lessons),
        asked,
        &schema(&places, &activities),
    )
}

fn schema(places: &[&str], activities: &[&str]) -> Value {
    let clock = json!({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"});
    json!({
        "type": "object",
        "properties": {"items": {
            "type": "array", "minItems": PARTS.start(), "maxItems": PARTS.end(),
            "items": {
                "type": "object",
                "properties": {
                    "from": clock, "to": clock,
                    "do": {"type": "string", "enum": activities},
                    "place": {"type": "string", "enum": places},
                    "what": {"type": "string", "minLength": 3, "maxLength": 90},
                },
                "required": ["from", "to", "do", "place", "what"],
                "additionalProperties": false,
            },
        }},
        "required": ["items"],
        "additionalProperties": false,
    })
}
