//! What a model-driven mind does next: what is fixed first, then its plan step by step; when
//! something comes up, it thinks, calls a tool, observes what became of it, and thinks again (Yao
//! et al. 2023, ReAct), a few times at most. Then the built-in mind decides.
//!
//! Nothing here runs per tick: an agent comes up when they have nothing left to do, and a model is
//! asked only when the plan holds no answer.

use crate::{
    campus::{
        PlaceKind, Pursuit, Routine,
        people::{Activity, Doing, Need, Stay, places_for},
    },
    memory::Cue,
    mind::{
        act::Proposals,
        builtin::{
            self, Proposal,
            options::{Choice, steps},
        },
        chain::{Called, Ending, Observation, Turn},
        model::{fit, lifestyle::Lifestyle, prompts},
        outlook::Outlook,
        perceive::in_words,
        planning::{self, fixed_words},
        plans::Departure,
        react::{Answer, Answered, Answers},
        recollection::Recollection,
        revise,
        scene::Scene,
        state::{Action, ActionStep, Consideration, Deliberation, Plan, PlanItem},
        stepping,
        thinking::{ActAsk, Ask, StepsAsk},
        thought_queue::{Heard, ThoughtQueue},
        utility::Score,
        why::{CameUp, Why},
    },
    tools::{self, Destination, Lasts, Names, Possible, ToolCall, Undecided, tell},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    i18n::{Words, key},
    ids::PlaceId,
    time::{HOUR, MINUTE, SimTime},
};
use collegium_llm::{Purpose, Unfit};
use serde::Deserialize;
use serde_json::{Value, json};

/// Where a step of the plan is done.
const STEP_PLACE: Draw = Draw::of("mind: the place of a step");

/// What is to be done next.
enum Next {
    /// Begin this action, with its steps.
    Do(Choice),
    /// Go on with this step of what the plan has.
    Step(Choice),
    /// Work out the steps of a part of the plan, which lasts until then.
    Steps(PlanItem, SimTime),
    /// Ask the model for a tool call, since something has come up.
    Act,
    /// What the built-in mind says.
    BuiltIn,
}

/// Has every model-driven agent who has nothing left to do go on with their plan, or think.
///
/// # Errors
/// Never for people of the roster.
pub fn deliberate(
    scene: Scene,
    undecided: Res<Undecided>,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    mut proposals: ResMut<Proposals>,
    mut deliberations: Query<&mut Deliberation>,
    mut lifestyles: Query<&mut Lifestyle>,
) -> Result {
    let thinks = |p: Purpose| matches!(p, Purpose::Plan | Purpose::Steps | Purpose::Act);
    for agent in undecided.0.iter().copied() {
        let mind = scene.mind(agent)?;
        if !mind.kind.is_model() || thoughts.waits(agent, thinks) || proposals.holds(agent) {
            continue;
        }
        let outlook = scene.outlook(agent, &mind);
        let mut deliberation = deliberations.get_mut(scene.roster.entity(agent))?;
        deliberation.outlives(outlook.now);
        let activity = scene.activities.get(scene.roster.entity(agent))?;
        let next = if activity.doing != Doing::Idle {
            // Something came up while they stay somewhere.
            if deliberation.came_up.is_none() || !may_think(activity) {
                continue;
            }
            Next::Act
        } else if mind.decides() {
            notice_needs(&outlook, &mut deliberation);
            next(&outlook, &deliberation)
        } else {
            continue;
        };
        match next {
            Next::Do(choice) => {
                let departs = revise::matters_more(&outlook, choice.action);
                proposals
                    .0
                    .push((agent, proposal(&outlook, choice, departs)));
            }
            Next::Step(choice) => proposals.0.push((agent, proposal(&outlook, choice, None))),
            Next::BuiltIn => proposals.0.push((agent, builtin::decide(&outlook))),
            Next::Steps(item, until) => {
                let near = scene.near(agent, mind.body.tile);
                let mut lifestyle = lifestyles.get_mut(scene.roster.entity(agent))?;
                let alone = near.is_empty();
                let ask = steps_ask(&scene, &outlook, (item, until), alone, &mut lifestyle);
                if ask.kept.is_some() {
                    heard.bring(agent, Ask::Steps(ask));
                    continue;
                }
                thoughts.ask(
                    &mut heard,
                    (agent, mind.persona, mind.kind),
                    outlook.now,
                    Ask::Steps(ask.clone()),
                    |_| stepping::prompt(&outlook, &ask, &near.join(", "), &scene.names()),
                );
            }
            Next::Act => {
                let ask = ActAsk {
                    turn: deliberation.tried.len() as u8,
                    memories: called_to_mind(&outlook, &deliberation, &scene.names()),
                };
                thoughts.ask(
                    &mut heard,
                    (agent, mind.persona, mind.kind),
                    outlook.now,
                    Ask::Act(ask.clone()),
                    |_| prompt(&scene, &outlook, &deliberation, &ask),
                );
            }
        }
    }
    proposals.0.sort_by_key(|(agent, _)| *agent);
    Ok(())
}

/// What is asked about the steps of a part of the plan, which lasts until then: with those that are
/// known from another time, where somebody keeps to a way of life.
fn steps_ask(
    scene: &Scene<'_, '_>,
    outlook: &Outlook<'_>,
    (item, until): (PlanItem, SimTime),
    alone: bool,
    lifestyle: &mut Lifestyle,
) -> StepsAsk {
    let names = scene.names();
    let words = names.words_of(outlook.agent);
    let circumstances = stepping::circumstances(outlook, &item, !alone);
    let task = tell::pursuit(words, &item.what, &names).into_owned();
    let kept = if scene.setting.0.features.lifestyle_policy {
        lifestyle.steps_for(&task, circumstances, outlook.now, until)
    } else {
        None
    };
    StepsAsk {
        item,
        task,
        until,
        circumstances,
        kept,
    }
}

/// A need that has become urgent comes up, but not again for two hours.
fn notice_needs(outlook: &Outlook<'_>, deliberation: &mut Deliberation) {
    if deliberation.came_up.is_some() || outlook.night() {
        return;
    }
    for (need, threshold) in [(Need::Food, 0.12), (Need::Sleep, 0.08)] {
        let lately = deliberation.warned[need].is_some_and(|at| outlook.now.since(at) < 2 * HOUR);
        if outlook.needs.level(need, outlook.now) < threshold && !lately {
            deliberation.warned[need] = Some(outlook.now);
            deliberation.comes_up(CameUp::Lacks(need), outlook.now);
            return;
        }
    }
}

/// What comes next for somebody with a plan.
fn next(outlook: &Outlook<'_>, deliberation: &Deliberation) -> Next {
    let (now, plan) = (outlook.now, outlook.plan);
    if deliberation.left_to_built_in > now || plan.day != now.day() {
        return Next::BuiltIn;
    }
    if let Some(attend) = outlook.attend() {
        return Next::Do(attend);
    }
    if deliberation.came_up.is_some() {
        return Next::Act;
    }
    if outlook.night() {
        return outlook.sleep().map_or(Next::BuiltIn, Next::Do);
    }
    if let Some(wash) = outlook.wash().filter(|w| w.score.get() > 0.35) {
        return Next::Do(wash);
    }
    if let Some(item) = plan.at(now) {
        let choice = match item.action {
            Action::Eat => outlook.eat(),
            Action::Coffee => outlook.coffee(),
            Action::Exercise => outlook.exercise(),
            Action::Shop => outlook.shop(),
            Action::Socialise => outlook.socialise(),
            _ => None,
        };
        if let Some(mut choice) = choice.filter(|c| !outlook.habits.avoids(c.action, now)) {
            choice.why = Why::Plan(item.what.clone());
            return Next::Do(choice);
        }
    }
    if let Some(choice) = step(outlook, plan) {
        return Next::Step(choice);
    }
    if plan.stepped > now || !outlook.scenario.features.planning {
        return Next::BuiltIn;
    }
    let until = time_until(outlook, plan);
    let free = PlanItem {
        from: now,
        to: until,
        action: Action::Rest,
        place: None,
        what: Pursuit::Routine(Routine::Free),
    };
    let item = plan
        .at(now)
        .filter(|i| i.action != Action::Attend)
        .cloned()
        .unwrap_or(free);
    if until.since(now) < 12 * MINUTE {
        Next::BuiltIn
    } else {
        Next::Steps(item, until)
    }
}

/// Until when there is time for the part of the plan that is on, or for nothing in particular: an
/// hour and a half at most.
fn time_until(outlook: &Outlook<'_>, plan: &Plan) -> SimTime {
    let now = outlook.now;
    let part = plan.at(now).map(|i| i.to);
    let next = plan
        .items
        .iter()
        .map(|i| i.from)
        .filter(|from| *from > now)
        .min();
    let bed = now.plus(outlook.until_bed());
    let leave = now.plus(outlook.free_seconds());
    part.or(next)
        .unwrap_or(bed)
        .min(bed)
        .min(leave)
        .min(now.plus(90 * MINUTE))
}

/// The step of the plan that is on, as an action.
fn step(outlook: &Outlook<'_>, plan: &Plan) -> Option<Choice> {
    let now = outlook.now;
    let current = plan.step_at(now)?;
    let here = outlook.map.place_of(outlook.body.tile);
    let serves = |p: &PlaceId| stepping::possible(current.doing, outlook.map.place(*p).kind);
    let place = current
        .place
        .filter(|p| outlook.map.place(*p).is_open(now) && !outlook.habits.avoids_place(*p, now))
        .or(here.filter(serves))
        .or_else(|| outlook.nearest(places_for(current.doing), STEP_PLACE))?;
    let walk = if here == Some(place) {
        0
    } else {
        outlook.walk_seconds(place)
    };
    let seconds = current
        .to
        .since(now)
        .saturating_sub(walk)
        .min(outlook.free_seconds())
        .max(MINUTE);
    let mut list = Vec::new();
    let action = match current.doing {
        Doing::Studying => {
            if here != Some(place) {
                list.push(outlook.go(place, None));
            }
            list.push(ActionStep::Call(ToolCall::Study(tools::Study {
                subject: current.text.chars().take(120).collect(),
                seconds,
            })));
            Action::Study
        }
        doing => {
            let then = Some(Stay { doing, seconds });
            list.push(ActionStep::Call(ToolCall::Move(tools::Move {
                to: Destination::Place(place),
                then,
                hurry: false,
            })));
            match doing {
                Doing::Playing => Action::Play,
                Doing::Exercising => Action::Exercise,
                _ => Action::Rest,
            }
        }
    };
    let parts = vec![(Consideration::Plan, 1.0)];
    Some(Choice {
        action,
        score: Score::new(1.0),
        parts,
        why: Why::Words(current.text.clone()),
        steps: steps(list),
        engagement: None,
    })
}

/// The memories that what came up calls for, by their numbers.
fn called_to_mind(
    outlook: &Outlook<'_>,
    deliberation: &Deliberation,
    names: &Names<'_>,
) -> Vec<u32> {
    let words = names.words_of(outlook.agent);
    let came_up = deliberation.came_up.as_ref();
    let mut query = came_up.map_or_else(String::new, |c| c.told(words, names));
    if let Some(part) = outlook.plan.at(outlook.now) {
        query.push_str(". ");
        query.push_str(&tell::pursuit(words, &part.what, names));
    }
    let cue = Cue {
        settings: &outlook.scenario.retrieval,
        now: outlook.now,
        query: &query,
        task: &outlook.persona.task,
        most: MEMORIES,
    };
    let found = outlook.episodic.recall(&cue, |_| true);
    found.into_iter().map(|recalled| recalled.number).collect()
}

fn proposal(outlook: &Outlook<'_>, choice: Choice, departs: Option<Departure>) -> Proposal {
    let lets_go = outlook.given_up(&choice);
    builtin::propose(outlook, choice, Vec::new(), lets_go, departs)
}

/// A thought with the call that came of it.
#[derive(Clone, Debug, Deserialize)]
struct ActAnswer {
    thought: String,
    call: Value,
    #[serde(default)]
    used: Option<Value>,
}

/// The word in the place of a tool by which a model says that nothing more is to be done about what
/// came up.
const MET: &str = "done";

/// The word in the place of a tool by which a model plans the rest of the day anew.
const REVISE: &str = "revise";

/// How many memories a prompt offers.
const MEMORIES: usize = 3;

/// The most characters of a memory in a prompt.
const LONGEST: usize = 160;

/// Takes the calls that have come back: those that can be read become proposals, the others
/// observations.
///
/// # Errors
/// Never for people of the roster.
pub fn apply_acts(
    scene: Scene,
    mut heard: ResMut<Heard>,
    mut proposals: ResMut<Proposals>,
    mut answers: ResMut<Answers>,
    mut deliberations: Query<&mut Deliberation>,
) -> Result {
    for (agent, ask, reply) in heard.take(|ask| {
        if let Ask::Act(act) = ask {
            Ok(act)
        } else {
            Err(ask)
        }
    }) {
        let mind = scene.mind(agent)?;
        let mut deliberation = deliberations.get_mut(scene.roster.entity(agent))?;
        let now = scene.clock.now;
        let Some(answer) = reply.read::<ActAnswer>() else {
            if reply.is_answer() {
                heard.put_aside(agent, Purpose::Act, Unfit::Unread);
            }
            deliberation.give_up(now);
            continue;
        };
        let mut tell = |thought: &str, what: Answer| {
            // What follows within a chain is no reaction of its own.
            if let Some(because) = deliberation.came_up.clone() {
                let first = deliberation.tried.is_empty();
                answers.0.push(Answered {
                    agent,
                    because,
                    thought: thought.to_owned(),
                    what,
                    first,
                });
            }
        };
        if answer.call["tool"] == MET {
            tell(&answer.thought, Answer::GoesOn);
            deliberation.end(Ending::Met, now);
            continue;
        }
        if answer.call["tool"] == REVISE {
            let person = (mind.persona, mind.timetable);
            let mut mended = Vec::new();
            let parts = planning::revised(&answer.call, person, &scene.names(), now, &mut mended);
            if let Some(parts) = parts {
                heard.mend(agent, Purpose::Act, mended);
                tell(&answer.thought, Answer::Revises(parts));
                deliberation.end(Ending::Met, now);
            } else {
                heard.put_aside(agent, Purpose::Act, Unfit::Empty);
                deliberation.give_up(now);
            }
            continue;
        }
        // What is said or posted by a call is a person's words as a line is.
        let words = answer.call.get("text").and_then(Value::as_str);
        if let Some(why) = words.and_then(|text| fit::unfit(text, mind.persona.language)) {
            heard.put_aside(agent, Purpose::Act, why);
            deliberation.give_up(now);
            continue;
        }
        let outlook = scene.outlook(agent, &mind);
        match tools::parse(&answer.call, &scene.names(), mind.timetable, now) {
            Err(why) => {
                let turn = Turn {
                    at: now,
                    thought: answer.thought,
                    called: Called::Unread(answer.call.to_string()),
                    observed: vec![Observation::Unread(why)],
                };
                deliberation.failed(turn, now);
            }
            Ok(call) => {
                let activity = scene.activities.get(scene.roster.entity(agent))?;
                let stays = activity.doing != Doing::Idle;
                if !stays && !mind.decides() || stays && !may_think(activity) {
                    deliberation.end(Ending::Overtaken, now);
                    continue;
                }
                // What is done in a moment leaves the plan as it is.
                let moment = call.lasts() == Lasts::Not;
                if stays && !moment && activity.doing == Doing::Working {
                    // Nobody walks away from a counter.
                    tell(&answer.thought, Answer::GoesOn);
                    deliberation.end(Ending::Met, now);
                    continue;
                }
                let departs = revise::matters_more(&outlook, Action::Improvise);
                let departs = departs.filter(|_| !moment);
                let choice = Choice {
                    action: Action::Improvise,
                    score: Score::new(1.0),
                    parts: vec![(Consideration::Thought, 1.0)],
                    why: Why::Words(answer.thought.clone()),
                    steps: steps([ActionStep::Call(call.clone())]),
                    engagement: None,
                };
                let mut proposal = proposal(&outlook, choice, departs);
                let used = answer.used.as_ref();
                proposal.decision.memories = Recollection::cited(&ask.memories, used);
                if stays {
                    tell(&answer.thought, Answer::Calls(Box::new((proposal, call))));
                } else {
                    tell(&answer.thought, Answer::Called);
                    proposals.0.push((agent, proposal));
                }
            }
        }
    }
    Ok(())
}

/// Whether somebody who stays somewhere can think about what came up: not in a talk, in class, in a
/// queue or in bed.
const fn may_think(activity: &Activity) -> bool {
    tools::free_for_talk(activity.doing)
        && activity.talk.is_none()
        && !matches!(activity.doing, Doing::Queueing | Doing::Chatting)
}

/// What somebody carries, in words, and whose it is when it is borrowed.
fn carries(words: &Words, outlook: &Outlook<'_>, names: &Names<'_>) -> String {
    let things = outlook.bag.things.iter().map(|thing| {
        let item = words.label("item", thing.item.word());
        let Some(loan) = thing.loan else {
            return item.into_owned();
        };
        let values = [
            ("what", item.into()),
            ("name", names.person(loan.owner).into()),
            ("time", tell::day_and_time(words, loan.due).into()),
        ];
        words.say_with("carries-borrowed", &values)
    });
    things.collect::<Vec<_>>().join(", ")
}

/// What somebody could do and name in a call, with those in earshot.
fn possible<'a>(
    scene: &Scene<'_, '_>,
    outlook: &'a Outlook<'_>,
    near: Vec<&'a str>,
) -> Possible<'a> {
    let names = scene.names();
    let here = outlook.map.place_of(outlook.body.tile);
    let activity = scene.activities.get(scene.roster.entity(outlook.agent));
    Possible {
        doing: activity.map_or(Doing::Idle, |a| a.doing),
        here: here.map(|p| outlook.map.place(p).kind),
        places: outlook
            .map
            .places
            .iter()
            .filter(|p| p.kind != PlaceKind::Bedroom && p.is_open(outlook.now))
            .map(|p| p.name.as_str())
            .chain(
                outlook
                    .persona
                    .home
                    .map(|home| outlook.map.place(home).name.as_str()),
            )
            .collect(),
        people: near,
        engagements: outlook
            .timetable
            .today
            .iter()
            .filter(|c| c.ends > outlook.now)
            .map(|c| names.engagement(c.what))
            .collect(),
        carried: outlook.bag.items().collect(),
        sold: here.map_or_else(Vec::new, |p| outlook.map.place(p).sold(outlook.now)),
        invitations: scene
            .invitations
            .list
            .iter()
            .filter(|(_, i)| {
                i.guest == outlook.agent && i.answered.is_none() && i.begins > outlook.now
            })
            .map(|(number, _)| number)
            .collect(),
    }
}

/// The prompt for what to do next.
fn prompt(
    scene: &Scene<'_, '_>,
    outlook: &Outlook<'_>,
    deliberation: &Deliberation,
    ask: &ActAsk,
) -> collegium_llm::Prompt {
    let names = scene.names();
    let words = names.words_of(outlook.agent);
    let here = outlook.map.place_of(outlook.body.tile);
    let near = scene.near(outlook.agent, outlook.body.tile);
    let seen: Vec<String> = scene
        .senses
        .get(scene.roster.entity(outlook.agent))
        .map(|s| {
            s.recent()
                .take(4)
                .map(|p| in_words(words, p, &names))
                .collect()
        })
        .unwrap_or_default();
    let lacks = Need::ALL
        .iter()
        .copied()
        .filter(|need| outlook.lack(*need) > 0.6);
    let memories: Vec<String> = ask
        .memories
        .iter()
        .filter_map(|number| outlook.episodic.get(*number))
        .map(|memory| memory.text.chars().take(LONGEST).collect())
        .collect();
    let tried = deliberation.tried.iter().map(|turn| {
        [
            turn.thought.clone(),
            turn.call(&names),
            turn.observed_told(words, &names),
        ]
    });
    let tried: Vec<[String; 3]> = tried.collect();
    // In a free moment it is about whom to turn to, and nothing else.
    let company = deliberation.came_up == Some(CameUp::Company);
    let only = company.then_some(<tools::Talk as tools::Tool>::NAME);
    let plans = outlook.scenario.features.planning && !company;
    let asked = json!({
        "tools": tools::tool_list(only),
        "now": tell::day_and_time(words, outlook.now),
        "here": here.map_or_else(|| words.say(key("on-the-way")), |p| names.place(p)),
        "feels": tell::feels(words, lacks),
        "carries": carries(words, outlook, &names),
        "money": format!("{:.2}", f64::from(outlook.purse.cents) / 100.0),
        "near": near.join(", "),
        "fixed": fixed_words(words, &outlook.timetable.today, &names, outlook.now),
        "plan": outlook.plan.at(outlook.now).map_or("".into(), |i| tell::pursuit(words, &i.what, &names)),
        "seen": seen,
        "because": deliberation.came_up.as_ref().map(|c| c.told(words, &names)).unwrap_or_default(),
        "tried": tried,
        "memories": memories,
        "met": MET,
        "revise": if plans { REVISE } else { "" },
        "activities": planning::activities(),
    });
    let mut call = tools::call_schema(&possible(scene, outlook, near), only);
    if let Some(calls) = call["anyOf"].as_array_mut() {
        calls.push(json!({
            "type": "object",
            "properties": {"tool": {"type": "string", "enum": [MET]}},
            "required": ["tool"],
            "additionalProperties": false,
        }));
        // Where people are told what a plan is made of, they may make it anew.
        if plans {
            calls.push(planning::revise_schema(REVISE, outlook.persona, &names));
        }
    }
    let schema = json!({
        "type": "object",
        "properties": {
            "thought": {"type": "string", "minLength": 3, "maxLength": 200},
            "used": prompts::used_schema(memories.len()),
            "call": call,
        },
        "required": ["thought", "used", "call"],
        "additionalProperties": false,
    });
    let lessons = scene.conduct.lessons_of(outlook.conduct).map(|l| &**l);
    prompts::render_taught(Purpose::Act, (outlook.persona, lessons), asked, &schema)
}
