//! From hours to minutes: the steps of a part of the plan, worked out when its time has come and
//! kept for another time.

use crate::{
    campus::{
        Ground, PlaceKind, Roster,
        people::{Doing, Persona, Stay, places_for},
    },
    memory::Cue,
    mind::{
        model::{
            fit,
            lifestyle::{Circumstances, Lifestyle, lay_out},
            prompts,
        },
        outlook::Outlook,
        state::{Plan, PlanItem, PlanStep},
        stock::stock,
        thinking::{Ask, StepsAsk},
        thought_queue::Heard,
    },
    tools::{Names, tell},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Stream,
    i18n::{Language, Words, key},
    ids::PlaceId,
    time::{Clock, MINUTE, SimTime},
};
use collegium_llm::{Prompt, Purpose, Unfit};
use serde::Deserialize;
use serde_json::json;
use std::ops::RangeInclusive;

/// What a step may be: studying, or one of the stays of the tool `move` that take no preparation.
const STEPS: [Doing; 6] = [
    Doing::Studying,
    Doing::Resting,
    Doing::Playing,
    Doing::Exercising,
    Doing::Browsing,
    Doing::Waiting,
];

/// How long a step lasts, in minutes.
const STEP: RangeInclusive<u32> = 5..=15;

/// How many places a prompt names.
const PLACES: usize = 10;

/// Steps as a mind gives them.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct StepsAnswer {
    steps: Vec<AnswerStep>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct AnswerStep {
    minutes: u32,
    #[serde(rename = "do")]
    doing: String,
    place: String,
    what: String,
}

/// Whether something can be done in a kind of place.
pub fn possible(doing: Doing, kind: PlaceKind) -> bool {
    let kinds = places_for(doing);
    kinds.is_empty() || kinds.contains(&kind)
}

/// What is the case when a part of the plan begins.
pub fn circumstances(outlook: &Outlook<'_>, item: &PlanItem, company: bool) -> Circumstances {
    let place = item.place;
    let open = place.is_none_or(|p| outlook.map.place(p).is_open(outlook.now));
    Circumstances {
        action: item.action,
        place,
        open,
        company,
    }
}

/// Puts steps that were used again, and those that have come back, into the plan.
///
/// # Errors
/// Never for people of the roster.
pub fn apply_steps(
    clock: Res<Clock>,
    ground: Res<Ground>,
    roster: Res<Roster>,
    mut heard: ResMut<Heard>,
    mut planners: Query<(&mut Plan, &mut Lifestyle, &Persona)>,
) -> Result {
    for (agent, ask, reply) in heard.take(|ask| {
        if let Ask::Steps(steps) = ask {
            Ok(steps)
        } else {
            Err(ask)
        }
    }) {
        let (mut plan, mut lifestyle, persona) = planners.get_mut(roster.entity(agent))?;
        plan.stepped = ask.until;
        if let Some(kept) = ask.kept {
            plan.steps = kept;
            continue;
        }
        let Some(answer) = reply.read::<StepsAnswer>() else {
            if reply.is_answer() {
                heard.put_aside(agent, Purpose::Steps, Unfit::Unread);
            }
            // The built-in mind decides until the time of these steps is over.
            plan.steps.clear();
            continue;
        };
        let steps = answer.steps.into_iter().filter_map(|s| {
            let doing = STEPS
                .into_iter()
                .find(|d| d.word() == s.doing && fit::unfit(&s.what, persona.language).is_none())?;
            // Where that cannot be done the place is left open, and the nearest one that serves is
            // taken.
            let place = ground
                .0
                .find(&s.place)
                .filter(|p| possible(doing, ground.0.place(*p).kind));
            let minutes = s.minutes.clamp(*STEP.start(), *STEP.end());
            Some((minutes * MINUTE, doing, place, s.what))
        });
        plan.steps = lay_out(steps, clock.now, ask.until);
        if plan.steps.is_empty() {
            heard.put_aside(agent, Purpose::Steps, Unfit::Empty);
            continue;
        }
        lifestyle.keep_steps(&ask.task, ask.circumstances, &plan.steps, clock.now);
    }
    Ok(())
}

/// The steps that the built-in mind takes while its person stays somewhere for as long as the
/// longest of them or longer; none for what has no steps.
pub fn built_in(
    stay: Stay,
    subject: &str,
    language: Language,
    from: SimTime,
    roll: &mut Stream,
) -> Vec<PlanStep> {
    let key = match stay.doing {
        Doing::Studying => "study",
        Doing::Resting => "rest",
        Doing::Playing => "play",
        Doing::Exercising => "exercise",
        _ => return Vec::new(),
    };
    let stock = stock(language);
    let (shortest, longest) = (*STEP.start(), *STEP.end());
    let mut last = usize::MAX;
    let count = stock.list("step", key).len();
    if stay.seconds < longest * MINUTE || count == 0 {
        return Vec::new();
    }
    let steps: Vec<_> = (0..stay.seconds / (shortest * MINUTE))
        .map(|_| {
            // Never the same twice in a row.
            let at = roll.index(count);
            last = if at == last { (at + 1) % count } else { at };
            let text = stock.list("step", key)[last].with(subject);
            (
                roll.between(shortest as f32, longest as f32 + 1.0) as u32 * MINUTE,
                stay.doing,
                None,
                text,
            )
        })
        .collect();
    lay_out(steps, from, from.plus(stay.seconds))
}

/// The open places that are nearest, the own room and the planned place among them, each with what
/// can be done there.
fn places<'a>(outlook: &Outlook<'a>, item: &PlanItem) -> Vec<(&'a str, Vec<&'static str>)> {
    let mut near: Vec<(bool, u32, PlaceId)> = (0..outlook.map.places.len() as u16)
        .map(PlaceId)
        .filter(|p| {
            let place = outlook.map.place(*p);
            let mine = outlook.persona.home == Some(*p);
            (mine
                || !matches!(
                    place.kind,
                    PlaceKind::Bedroom | PlaceKind::Washroom | PlaceKind::Hall
                ))
                && place.is_open(outlook.now)
                && place.is_open(outlook.now.plus(STEP.end() * MINUTE))
        })
        .map(|p| {
            (
                item.place != Some(p) && outlook.persona.home != Some(p),
                outlook.walk_seconds(p),
                p,
            )
        })
        .collect();
    near.sort_unstable();
    near.into_iter()
        .take(PLACES)
        .map(|(_, _, p)| {
            let place = outlook.map.place(p);
            (
                place.name.as_str(),
                STEPS
                    .into_iter()
                    .filter(|d| possible(*d, place.kind))
                    .map(Doing::word)
                    .collect(),
            )
        })
        .collect()
}

/// The prompt for the steps of a part.
pub fn prompt(outlook: &Outlook<'_>, ask: &StepsAsk, near: &str, names: &Names<'_>) -> Prompt {
    let settings = names.scenario.retrieval;
    let (now, task) = (outlook.now, outlook.persona.task.as_str());
    let found = outlook.episodic.recall(
        &Cue {
            settings: &settings,
            now,
            query: &ask.task,
            task,
            most: 3,
        },
        |_| true,
    );
    let memories: Vec<&str> = found
        .iter()
        .filter_map(|f| outlook.episodic.get(f.number))
        .map(|m| m.text.as_str())
        .collect();
    let places = places(outlook, &ask.item);
    let described: Vec<String> = places
        .iter()
        .map(|(name, can)| format!("{name} ({})", can.join(", ")))
        .collect();
    let words: Vec<&str> = STEPS.into_iter().map(Doing::word).collect();
    let minutes = ask.until.since(now) / MINUTE;
    let tells = Words::of(outlook.persona.language);
    let here = outlook.map.place_of(outlook.body.tile);
    let asked = json!({
        "activities": words.join(", "),
        "now": tell::day_and_time(tells, now),
        "here": here.map_or_else(|| tells.say(key("on-the-way")), |p| names.place(p)),
        "until": ask.until.clock(),
        "minutes": minutes,
        "what": ask.task,
        "place": ask.item.place.map_or("", |p| names.place(p)),
        "near": near,
        "places": described.join("; "),
        "memories": memories,
        "shortest": STEP.start(),
        "longest": STEP.end(),
    });
    let names: Vec<&str> = places.iter().map(|(name, _)| *name).collect();
    let schema = json!({
        "type": "object",
        "properties": {"steps": {
            "type": "array", "minItems": 1, "maxItems": (minutes / STEP.start()).clamp(1, 9),
            "items": {
                "type": "object",
                "properties": {
                    "minutes": {"type": "integer", "minimum": STEP.start(), "maximum": STEP.end()},
                    "do": {"type": "string", "enum": words},
                    "place": {"type": "string", "enum": names},
                    "what": {"type": "string", "minLength": 3, "maxLength": 90},
                },
                "required": ["minutes", "do", "place", "what"],
                "additionalProperties": false,
            },
        }},
        "required": ["steps"],
        "additionalProperties": false,
    });
    prompts::render(Purpose::Steps, outlook.persona, asked, &schema)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_something_that_a_tool_does() {
        for step in STEPS {
            assert!(
                step == Doing::Studying || crate::tools::STAYS.contains(&step),
                "{step}"
            );
        }
    }
    use collegium_core::dice::{Dice, Draw};

    #[test]
    fn long_stays_have_short_steps_in_every_language() {
        let from = SimTime(10 * 3600);
        for language in Language::ALL.iter().copied() {
            for doing in [
                Doing::Studying,
                Doing::Resting,
                Doing::Playing,
                Doing::Exercising,
            ] {
                let stay = Stay {
                    doing,
                    seconds: 50 * MINUTE,
                };
                let mut roll = Dice { seed: 3 }.stream(1, Draw::of("test"), 1);
                let steps = built_in(stay, "waves", language, from, &mut roll);
                assert!(steps.len() >= 3, "{doing} {language}: {steps:?}");
                assert_eq!(
                    (steps[0].from, steps[steps.len() - 1].to),
                    (from, from.plus(stay.seconds))
                );
                for pair in steps.windows(2) {
                    assert!(
                        pair[0].to == pair[1].from
                            && pair[0].text != pair[1].text
                            && !pair[0].text.contains('{')
                    );
                    let minutes = pair[0].to.since(pair[0].from) / MINUTE;
                    assert!(STEP.contains(&minutes), "{minutes}");
                }
            }
        }
        let mut roll = Dice { seed: 3 }.stream(1, Draw::of("test"), 1);
        let short = Stay {
            doing: Doing::Studying,
            seconds: (STEP.end() - 1) * MINUTE,
        };
        assert!(built_in(short, "waves", Language::English, from, &mut roll).is_empty());
    }
}
