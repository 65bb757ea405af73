//! Reflection: when enough has happened to somebody, they ask themselves questions, gather what
//! they remember of these, and keep the insights that pass the gates as thoughts that cite their
//! evidence (Park et al. 2023, section 4.2).

use crate::{
    campus::{
        CampusMap,
        people::{Doing, Stands},
        scenario::Scenario,
    },
    memory::{
        Concern, Cue, Episodic, Memory, MemoryKind, Object, Predicate, SocialMemory,
        gates::{self, Identity, Judgement},
    },
    mind::{
        model::{courses::courses, fit, prompts},
        reflect::{
            inner::{Inner, InnerItem, thinks_with},
            insight::{Finding, Reflection},
        },
        tendency::{self, Tendency},
        thinking::{Ask, InsightsAsk, QuestionsAsk},
        thought_queue::{Heard, ThoughtQueue, ThoughtReply},
    },
    tools::{SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    ids::{AgentId, PlaceId},
    text::one_line,
    time::{HOUR, SimTime},
};
use collegium_llm::{Purpose, Unfit};
use serde::Deserialize;
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc};

/// The least time between two reflections, in simulated seconds.
const PAUSE: u32 = 2 * HOUR;
/// The most memories that a reflection begins with.
const MOST_STATEMENTS: usize = 60;
/// How many questions a model asks itself before it concludes anything.
const QUESTIONS: usize = 3;
/// The most insights of a round.
const MOST_INSIGHTS: usize = 5;
/// How many tokens the statements of a prompt may take, about.
const ROOM: usize = 650;

/// Has somebody reflect when enough has happened to them. Before going to bed half as much is
/// enough.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn begin(
    stage: &Stage,
    thoughts: &mut ThoughtQueue,
    heard: &mut Heard,
    inner: &mut Query<Inner>,
    agent: AgentId,
    bedtime: bool,
) -> Result {
    let mut mind = inner.get_mut(stage.roster.entity(agent))?;
    if mind.reflecting.weighed != mind.episodic.count() {
        mind.reflecting.weigh(&mind.episodic);
    }
    let threshold = stage.setting.0.reflection_threshold;
    let enough = if bedtime { threshold / 2 } else { threshold };
    let now = stage.now();
    if mind.reflecting.sum < enough || mind.reflecting.last.is_some_and(|at| now.since(at) < PAUSE)
    {
        return Ok(());
    }
    let person = stage.look(agent)?;
    if person.activity.doing == Doing::Sleeping
        || person.activity.talk.is_some()
        || thoughts.waits(agent, |p| {
            matches!(p, Purpose::Questions | Purpose::Insights)
        })
    {
        return Ok(());
    }
    let statements = newest(&mind.episodic, now, mind.mind.is_model());
    if statements.len() < 3 {
        return Ok(());
    }
    let reflecting = &mut *mind.reflecting;
    (reflecting.before, reflecting.since) = (reflecting.since, reflecting.weighed);
    (reflecting.sum, reflecting.last, reflecting.rounds) = (0, Some(now), reflecting.rounds + 1);
    let ask = Ask::Questions(QuestionsAsk { statements });
    let (memories, summary) = (&mind.episodic, mind.summary.text.as_str());
    thoughts.ask(heard, (agent, person.persona, mind.mind), now, ask, |ask| {
        let Ask::Questions(ask) = ask else {
            return prompts::render(Purpose::Questions, person.persona, (), &json!({}));
        };
        let asked = json!({
            "self_summary": summary,
            "courses": courses(person.learning, &stage.setting.0.term),
            "now": now.to_string(),
            "statements": numbered(memories, &ask.statements),
            "count": QUESTIONS,
        });
        prompts::render(
            Purpose::Questions,
            person.persona,
            asked,
            &questions_schema(),
        )
    });
    Ok(())
}

/// About how many tokens a text takes.
fn tokens(text: &str) -> usize {
    text.chars()
        .map(|c| if c.is_ascii() { 1 } else { 3 })
        .sum::<usize>()
        / 4
        + 4
}

/// The newest live memories, as many as there is room for, in order.
fn newest(stream: &Episodic, now: SimTime, for_a_prompt: bool) -> Vec<u32> {
    let mut room = if for_a_prompt { ROOM } else { usize::MAX };
    let live = stream
        .iter()
        .rev()
        .filter(|(_, m)| m.lives(now) && m.kind != MemoryKind::Plan);
    let mut chosen: Vec<u32> = live
        .take(MOST_STATEMENTS)
        .take_while(|(_, m)| {
            let need = if for_a_prompt {
                tokens(&clipped(&m.text))
            } else {
                0
            };
            let fits = need <= room;
            room = room.saturating_sub(need);
            fits
        })
        .map(|(i, _)| i)
        .collect();
    chosen.reverse();
    chosen
}

/// A memory short enough for a list.
fn clipped(text: &str) -> String {
    const MOST: usize = 140;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}

/// Statements with their numbers, from 1.
fn numbered(memories: &Episodic, statements: &[u32]) -> Vec<serde_json::Value> {
    let texts = statements.iter().filter_map(|i| memories.get(*i));
    texts
        .enumerate()
        .map(|(n, m)| json!({"n": n + 1, "text": clipped(&m.text)}))
        .collect()
}

fn questions_schema() -> serde_json::Value {
    json!({
        "type": "object",
        "properties": {"questions": {
            "type": "array", "minItems": 1, "maxItems": QUESTIONS,
            "items": {"type": "string", "minLength": 8, "maxLength": 160},
        }},
        "required": ["questions"],
        "additionalProperties": false,
    })
}

/// The questions as a model gives them.
#[derive(Deserialize)]
struct QuestionsAnswer {
    questions: Vec<String>,
}

/// Takes the questions that have come back, calls to mind what bears on each, and asks for
/// insights.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn ask_for_insights(
    stage: &Stage,
    thoughts: &mut ThoughtQueue,
    heard: &mut Heard,
    inner: &mut Query<Inner>,
) -> Result {
    let asked = heard.take(|ask| match ask {
        Ask::Questions(mine) => Ok(mine),
        other => Err(other),
    });
    let now = stage.now();
    for (agent, QuestionsAsk { statements }, reply) in asked {
        let mind = inner.get_mut(stage.roster.entity(agent))?;
        let person = stage.look(agent)?;
        let names = stage.names();
        let answer = reply.read::<QuestionsAnswer>();
        let mut questions = answer.map_or_else(Vec::new, |answer| answer.questions);
        questions.retain(|question| !gates::blank(question) && !fit::echoes(question));
        questions.truncate(QUESTIONS);
        if questions.is_empty() {
            if reply.is_answer() {
                heard.put_aside(agent, Purpose::Questions, Unfit::Empty);
            }
            let reflection = Reflection {
                agent,
                persona: person.persona,
                stream: &mind.episodic,
                social: mind.social,
                works: person.works,
                needs: person.needs,
                names: &names,
                now,
                since: mind.reflecting.before,
            };
            questions = reflection.questions(&statements);
        }
        let statements = gather(
            &mind.episodic,
            &questions,
            person.persona.task.as_str(),
            stage,
            mind.mind.is_model(),
        );
        let ask = Ask::Insights(InsightsAsk {
            questions,
            statements,
        });
        let memories = &*mind.episodic;
        let thinks_with = thinks_with(mind.mind, person.activity.doing);
        thoughts.ask(
            heard,
            (agent, person.persona, thinks_with),
            now,
            ask,
            |ask| {
                let Ask::Insights(ask) = ask else {
                    return prompts::render(Purpose::Insights, person.persona, (), &json!({}));
                };
                let asked = json!({
                    "now": now.to_string(),
                    "questions": ask.questions,
                    "statements": numbered(memories, &ask.statements),
                    "most": MOST_INSIGHTS,
                });
                prompts::render(
                    Purpose::Insights,
                    person.persona,
                    asked,
                    &insights_schema(ask.statements.len()),
                )
            },
        );
    }
    Ok(())
}

/// The memories that bear on the questions, the best of each first as long as there is room, then
/// in order.
fn gather(
    stream: &Episodic,
    questions: &[String],
    task: &str,
    stage: &Stage,
    for_a_prompt: bool,
) -> Vec<u32> {
    let settings = stage.setting.0.retrieval;
    let now = stage.now();
    let mut best: BTreeMap<u32, f32> = BTreeMap::new();
    for question in questions {
        let cue = Cue {
            settings: &settings,
            now,
            query: question,
            task,
            most: settings.top_k,
        };
        for scored in stream.recall(&cue, |m| m.kind != MemoryKind::Plan) {
            let score = best.entry(scored.number).or_insert(f32::MIN);
            *score = score.max(scored.scored.score);
        }
    }
    let mut ordered: Vec<(u32, f32)> = best.into_iter().collect();
    ordered.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    let mut room = if for_a_prompt { ROOM } else { usize::MAX };
    let mut chosen: Vec<u32> = Vec::new();
    for (index, _) in ordered {
        let need = stream.get(index).map_or(0, |m| tokens(&clipped(&m.text)));
        if need <= room {
            room = room.saturating_sub(need);
            chosen.push(index);
        }
    }
    chosen.sort_unstable();
    chosen
}

fn insights_schema(statements: usize) -> serde_json::Value {
    json!({
        "type": "object",
        "properties": {"insights": {
            "type": "array", "minItems": 1, "maxItems": MOST_INSIGHTS,
            "items": {
                "type": "object",
                "properties": {
                    "insight": {"type": "string", "minLength": 8, "maxLength": gates::LONGEST},
                    "because": {
                        "type": "array", "minItems": 1, "maxItems": 6,
                        "items": {"type": "integer", "minimum": 1, "maximum": statements.max(1)},
                    },
                    "importance": {"type": "integer", "minimum": 1, "maximum": 10, "default": 5},
                },
                "required": ["insight", "because", "importance"],
                "additionalProperties": false,
            },
        }},
        "required": ["insights"],
        "additionalProperties": false,
    })
}

/// The insights as a model gives them.
#[derive(Deserialize)]
struct InsightsAnswer {
    insights: Vec<InsightAnswer>,
}

/// One of them: because of which statements, by their numbers from 1.
#[derive(Deserialize)]
struct InsightAnswer {
    insight: String,
    because: Vec<i64>,
    importance: i64,
}

/// What a model concluded, with its numbers turned into places in the stream. A number that is none
/// of the statements' becomes a place that is not there, and the gates refuse it.
fn concluded(answer: InsightsAnswer, statements: &[u32], memories: &Episodic) -> Vec<Finding> {
    let place_of = |n: &i64| {
        let at = usize::try_from(*n).ok().and_then(|n| n.checked_sub(1));
        at.and_then(|at| statements.get(at))
            .copied()
            .unwrap_or(u32::MAX)
    };
    let mut findings = Vec::new();
    for one in answer.insights.into_iter().take(MOST_INSIGHTS) {
        let mut evidence: Vec<u32> = one
            .because
            .iter()
            .take(gates::MOST_EVIDENCE)
            .map(place_of)
            .collect();
        evidence.sort_unstable();
        evidence.dedup();
        // Whom most of its evidence is about.
        let mut counts: BTreeMap<AgentId, usize> = BTreeMap::new();
        for person in evidence.iter().filter_map(|i| memories.get(*i)?.about) {
            *counts.entry(person).or_default() += 1;
        }
        let about = counts
            .into_iter()
            .max_by_key(|(_, n)| *n)
            .filter(|(_, n)| n * 2 > evidence.len());
        findings.push(Finding {
            text: one_line(&one.insight, gates::LONGEST),
            evidence,
            importance: one.importance.clamp(1, 10) as u8,
            about: about.map(|(person, _)| person),
            place: None,
            topic: Concern::Model,
            wishes: Vec::new(),
        });
    }
    findings
}

/// Takes the insights that have come back and keeps those that pass the gates.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn keep_insights(
    stage: &mut Stage,
    heard: &mut Heard,
    inner: &mut Query<Inner>,
) -> Result {
    let asked = heard.take(|ask| match ask {
        Ask::Insights(mine) => Ok(mine),
        other => Err(other),
    });
    for (agent, InsightsAsk { statements, .. }, reply) in asked {
        if reply.is_answer() && reply.read::<InsightsAnswer>().is_none() {
            heard.put_aside(agent, Purpose::Insights, Unfit::Unread);
        }
        let findings = {
            let mind = inner.get(stage.roster.entity(agent))?;
            let person = stage.look(agent)?;
            match (&reply, reply.read::<InsightsAnswer>()) {
                (_, Some(answer)) => concluded(answer, &statements, mind.episodic),
                (ThoughtReply::BuiltIn | ThoughtReply::Model(_), None) => {
                    let reflection = Reflection {
                        agent,
                        persona: person.persona,
                        stream: mind.episodic,
                        social: mind.social,
                        works: person.works,
                        needs: person.needs,
                        names: &stage.names(),
                        now: stage.now(),
                        since: mind.reflecting.before,
                    };
                    reflection.conclude(&statements, MOST_INSIGHTS)
                }
            }
        };
        keep(stage, inner, agent, findings)?;
    }
    Ok(())
}

/// Judges insights one after the other and keeps, joins or refuses them.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn keep(
    stage: &mut Stage,
    inner: &mut Query<Inner>,
    agent: AgentId,
    findings: Vec<Finding>,
) -> Result {
    if findings.is_empty() {
        return Ok(());
    }
    let now = stage.now();
    let (scenario, map) = (Arc::clone(&stage.setting.0), Arc::clone(&stage.ground.0));
    let known = Known::of(&scenario, &map);
    let mut mind = inner.get_mut(stage.roster.entity(agent))?;
    for finding in findings {
        if let Some(verdict) = known.judge(agent, &finding, &mind.episodic, mind.social, now) {
            for event in settle(&mut mind, finding, verdict, now) {
                stage.note(agent, event)?;
            }
        }
    }
    Ok(())
}

/// Keeps an insight that is new, strengthens the thought that says the same, or refuses it. What is
/// thought sways, by what the insight wishes, and what it is for becomes a goal. Gives what happened
/// by it, in order.
fn settle(
    mind: &mut InnerItem<'_, '_>,
    finding: Finding,
    verdict: Judgement,
    now: SimTime,
) -> Vec<SimEvent> {
    let expires = Some(now.plus(gates::KEPT_FOR));
    let (about, text) = (finding.about, finding.text);
    let (event, thought) = match verdict {
        Judgement::Fresh => {
            let memory = Memory {
                at: now,
                kind: MemoryKind::Thought,
                importance: finding.importance.clamp(1, 10),
                about,
                place: finding.place,
                text: text.clone(),
                predicate: Predicate::Thinks,
                object: Some(Object::Concern(finding.topic)),
                grounds: None,
            };
            let memory = mind.episodic.conclude(memory, &finding.evidence, expires);
            let reflected = SimEvent::Reflected {
                memory,
                about,
                text,
            };
            (reflected, memory)
        }
        Judgement::Same(memory) => {
            let (evidence, importance) = (&finding.evidence, finding.importance);
            mind.episodic
                .strengthen(memory, evidence, importance, expires);
            let merged = SimEvent::Merged {
                memory,
                about,
                text,
            };
            (merged, memory)
        }
        Judgement::Refused(flaw, fixed, text) => {
            let dismissed = SimEvent::Dismissed {
                flaw,
                fixed,
                about,
                text,
            };
            return vec![dismissed];
        }
    };
    let mut events = vec![event];
    for (toward, hours, strength) in finding.wishes {
        let new = Tendency {
            toward,
            hours,
            strength,
            until: now.plus(tendency::LASTS),
            thought,
        };
        tendency::take_up(&mut mind.reflecting.tendencies, new, now);
        if strength > 0.0 && mind.reflecting.goals.set(toward, hours, thought, now) {
            let stands = Stands::Set;
            events.push(SimEvent::Goal { toward, stands });
        }
    }
    events
}

/// What the gates know of the campus, gathered once for a round.
pub(in crate::mind) struct Known<'a> {
    scenario: &'a Scenario,
    places: Vec<(PlaceId, &'a str)>,
    groups: Vec<&'a str>,
}

impl<'a> Known<'a> {
    /// Takes the names of the places from the map, and everybody's group from the scenario.
    pub(in crate::mind) fn of(scenario: &'a Scenario, map: &'a CampusMap) -> Self {
        let mut groups: Vec<&str> = scenario
            .people
            .iter()
            .map(|(p, _)| p.group.as_str())
            .collect();
        groups.sort_unstable();
        groups.dedup();
        let places = map
            .places
            .iter()
            .enumerate()
            .map(|(i, p)| (PlaceId(i as u16), p.name.as_str()))
            .collect();
        Self {
            scenario,
            places,
            groups,
        }
    }

    /// Puts an insight of somebody before the gates; none where there is no such person.
    pub(in crate::mind) fn judge(
        &self,
        agent: AgentId,
        finding: &Finding,
        stream: &Episodic,
        social: &SocialMemory,
        now: SimTime,
    ) -> Option<Judgement> {
        let people = &self.scenario.people;
        let identity = Identity {
            persona: &people.get(agent.0 as usize)?.0,
            names: &|a| {
                people
                    .get(a.0 as usize)
                    .map_or("", |(p, _)| p.name.as_str())
            },
            people: people.len() as u32,
            relations: &|a| social.known.get(&a).map(|k| k.kind),
            places: &self.places,
            groups: &self.groups,
        };
        let written_for = (finding.topic == Concern::Model).then_some(&identity);
        let (text, evidence) = (&finding.text, &finding.evidence);
        Some(gates::judge(text, evidence, stream, written_for, now))
    }
}
