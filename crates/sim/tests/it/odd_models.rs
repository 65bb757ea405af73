//! Models that answer with nonsense of every kind: the campus goes on, and beside each call stands
//! what was done with its answer.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{
    ids::AgentId,
    time::{HOUR, SimTime},
};
use collegium_llm::{
    Answer, Call, Fault, Mending, Outcome, Purpose, Request, Unfit, Usage, validate::Schema,
};
use collegium_sim::{
    campus::{
        Pursuit,
        people::{Activity, MindKind},
        scenario::Overrides,
    },
    mind::Plan,
    record::Tallied,
    simulation::{Campus, testing},
    tools::{SimEvent, ToolCall},
};
use serde_json::Value;

/// How many people live with each of these models.
const PEOPLE: usize = 6;

/// Changes every text of an answer.
fn texts(value: &mut Value, change: &impl Fn(&str) -> String) {
    match value {
        // Texts of several words: the others are choices among some that were named.
        Value::String(text) if text.contains(' ') => *text = change(text),
        Value::Array(list) => list.iter_mut().for_each(|item| texts(item, change)),
        Value::Object(fields) => {
            let free = |name: &str| !matches!(name, "place" | "to" | "with");
            let fields = fields.iter_mut().filter(|(name, _)| free(name));
            fields.for_each(|(_, field)| texts(field, change));
        }
        _ => {}
    }
}

/// Changes every field of these names.
fn fields(value: &mut Value, names: &[&str], change: &impl Fn(&mut Value)) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|item| fields(item, names, change)),
        Value::Object(map) => {
            for (name, field) in map {
                if names.contains(&name.as_str()) {
                    change(field);
                } else {
                    fields(field, names, change);
                }
            }
        }
        _ => {}
    }
}

/// Changes every list.
fn lists(value: &mut Value, change: &impl Fn(&mut Vec<Value>)) {
    match value {
        Value::Array(list) => change(list),
        Value::Object(map) => map.values_mut().for_each(|field| lists(field, change)),
        _ => {}
    }
}

/// What came of a morning with a model whose good answers are spoilt.
struct Morning {
    campus: Campus,
    calls: Vec<Call>,
    /// Every line that was said.
    said: Vec<String>,
}

impl Morning {
    fn with(spoil: impl Fn(&mut Value)) -> Self {
        let overrides = Overrides {
            agents: Some(PEOPLE),
            mind: Some(MindKind::Model(String::new())),
            ..Overrides::default()
        };
        let (scenario, map) = testing::load("first-week", overrides);
        let mut campus = Campus::new(scenario, map, 1);
        campus.keep_events(true);
        let until = SimTime(14 * HOUR);
        while campus.clock().now < until {
            campus.step(until);
            let requests = campus.take_requests();
            campus.deliver(requests.iter().map(|r| answer(r, &spoil)).collect());
        }
        let calls = campus.calls().to_vec();
        let said =
            campus
                .take_events()
                .into_iter()
                .filter_map(|logged| match logged.occurrence.event {
                    SimEvent::Done {
                        call: ToolCall::Talk(talk),
                    } => Some(talk.text),
                    _ => None,
                });
        let morning = Self {
            said: said.collect(),
            campus,
            calls,
        };
        morning.goes_on();
        morning
    }

    /// Nobody is stuck, and things get done.
    fn goes_on(&self) {
        let now = self.campus.clock().now;
        for i in 0..PEOPLE as u32 {
            let activity = self.campus.get::<Activity>(AgentId(i)).unwrap();
            let since = now.since(activity.since);
            assert!(since < 11 * HOUR, "#{i}: {since} s {}", activity.doing);
        }
        let done = self.campus.head().tally.get(Tallied::Done);
        assert!(done > 60, "{done} calls were carried out");
        // Whether there is a talk is the models' own choice.
        for (purpose, least) in [(Purpose::Plan, PEOPLE), (Purpose::Line, PEOPLE / 2)] {
            let asked = self.calls.iter().filter(|c| c.request.purpose == purpose);
            assert!(asked.count() >= least, "{}", purpose.word());
        }
    }

    fn put_aside(&self, purpose: Purpose, why: Unfit) -> usize {
        let mut all = self.calls.iter().filter(|c| c.request.purpose == purpose);
        all.by_ref()
            .filter(|c| c.answer.put_aside == Some(why))
            .count()
    }

    fn repaired(&self, what: Mending) -> usize {
        let repairs = self.calls.iter().flat_map(|c| &c.answer.repairs);
        repairs.filter(|repair| repair.what == what).count()
    }

    fn fell_back(&self, purpose: Purpose) -> usize {
        let fell = |c: &&Call| {
            c.request.purpose == purpose
                && matches!(c.answer.outcome, Outcome::FellBack(Fault::WrongShape, _))
        };
        self.calls.iter().filter(fell).count()
    }

    fn asked(&self, purpose: Purpose) -> usize {
        let asked = |c: &&Call| c.request.purpose == purpose;
        self.calls.iter().filter(asked).count()
    }
}

/// The answer as the broker gives it: repaired where it can be, and else none.
fn answer(request: &Request, spoil: &impl Fn(&mut Value)) -> Answer {
    let schema: Value = serde_json::from_str(&request.prompt.schema).unwrap();
    let mut value = mock_llm::answer(&schema, &request.prompt.user, request.id);
    spoil(&mut value);
    let checked = Schema::compile(&request.prompt.schema)
        .unwrap()
        .check(value);
    let (outcome, repairs) = match checked {
        Ok(fitting) if fitting.repairs.is_empty() => {
            (Outcome::Ok(fitting.value.to_string()), Vec::new())
        }
        Ok(fitting) => {
            let text = fitting.value.to_string();
            (
                Outcome::Repaired(text, vec![Fault::WrongShape]),
                fitting.repairs,
            )
        }
        Err(errors) => {
            let why = errors.join("; ");
            (Outcome::FellBack(Fault::WrongShape, why), Vec::new())
        }
    };
    Answer {
        id: request.id,
        outcome,
        model: "odd".to_owned(),
        faults: Vec::new(),
        repairs,
        put_aside: None,
        usage: Usage::default(),
    }
}

#[test]
fn a_model_that_answers_with_its_instructions_is_put_aside() {
    let told = "Say one line, as one says it aloud: one or two short sentences, and nothing else.";
    let morning = Morning::with(|value| texts(value, &|_| told.to_owned()));
    let lines = morning.asked(Purpose::Line);
    let aside = morning.put_aside(Purpose::Line, Unfit::Echo);
    assert!(2 * aside > lines, "{aside} of {lines} lines");
    assert!(morning.put_aside(Purpose::Plan, Unfit::Empty) >= PEOPLE);
    assert!(
        !morning
            .said
            .iter()
            .any(|line| line.contains("as one says it aloud"))
    );
}

#[test]
fn a_model_that_names_others_and_elsewhere_is_not_obeyed() {
    let morning = Morning::with(|value| {
        fields(value, &["place", "to", "with"], &|field| {
            *field = "Count Dracula of Transylvania".into();
        });
    });
    assert!(
        morning.fell_back(Purpose::Plan) >= PEOPLE,
        "no plan names a place"
    );
    assert_eq!(morning.fell_back(Purpose::Line), 0, "a line names nobody");
}

#[test]
fn a_model_with_empty_lists_leaves_plans_to_the_built_in_mind() {
    let morning = Morning::with(|value| lists(value, &|list| list.clear()));
    assert!(morning.fell_back(Purpose::Plan) >= PEOPLE);
    assert_eq!(
        morning.fell_back(Purpose::Line),
        0,
        "nothing has to be told"
    );
}

#[test]
fn endless_lists_are_cut() {
    let morning = Morning::with(|value| {
        lists(value, &|list| {
            if let Some(last) = list.last().cloned() {
                list.resize(5000, last);
            }
        });
    });
    assert!(morning.repaired(Mending::Surplus) >= PEOPLE);
    assert_eq!(morning.fell_back(Purpose::Plan), 0);
}

#[test]
fn a_model_that_speaks_another_language_is_not_heard() {
    let chinese = "我五点以前都在图书馆，到时候见，别忘了带书。";
    let morning = Morning::with(|value| texts(value, &|_| chinese.to_owned()));
    assert!(morning.put_aside(Purpose::Line, Unfit::Language) > 0);
    assert!(!morning.said.is_empty());
    let heard = morning.said.iter().filter(|line| line.contains('我'));
    assert_eq!(heard.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn parts_of_a_plan_that_overlap_follow_each_other() {
    let parts = [
        ("06:00", "21:00", "all day long"),
        ("06:30", "21:30", "and once more"),
        ("20:00", "01:00", "into the night"),
        ("05:10", "05:10", "no time at all"),
    ];
    let morning = Morning::with(|value| {
        let items = value.get_mut("items").and_then(Value::as_array_mut);
        if let Some(items) = items.filter(|items| items[0].get("from").is_some()) {
            let one = items[0].clone();
            let part = |(from, to, what): &(&str, &str, &str)| {
                let mut part = one.clone();
                (part["from"], part["to"]) = ((*from).into(), (*to).into());
                (part["do"], part["what"]) = ("rest".into(), (*what).into());
                part
            };
            *items = parts.iter().map(part).collect();
        }
    });
    assert_eq!(morning.put_aside(Purpose::Plan, Unfit::Empty), 0);
    assert!(morning.repaired(Mending::Clamped) >= PEOPLE);
    for i in 0..PEOPLE as u32 {
        let plan = morning.campus.get::<Plan>(AgentId(i)).unwrap();
        let inside = plan.items.windows(2).all(|two| two[0].to <= two[1].from);
        assert!(inside, "{:?}", plan.items);
        let has = |words: &str| {
            let mut items = plan.items.iter();
            items.any(|i| matches!(&i.what, Pursuit::Words(what) if what == words))
        };
        let used = [0, 2, 3].map(|part: usize| has(parts[part].2));
        assert_eq!(used, [true; 3], "{:?}", plan.items);
    }
}
