//! What servers send and what models answer: responses, JSON out of prose, held to a schema, and
//! thoughts of people that are made of it.

use crate::{TRIES, Trial, changes, small_campus, texts};
use bolero::check;
use collegium_core::time::{HOUR, MINUTE};
use collegium_fuzz::damaged;
use collegium_llm::{
    Answer, Outcome, Purpose, Request, Usage,
    endpoint::{self, Api},
    extract::extract,
    validate::{MOST_ERRORS, Schema},
};
use collegium_sim::{
    campus::{
        people::MindKind,
        scenario::{self, Overrides},
    },
    simulation::Campus,
};
use std::{collections::BTreeMap, sync::Arc};

/// An answer that a model would give.
fn plausible(request: &Request) -> String {
    let schema = serde_json::from_str(&request.prompt.schema).unwrap();
    mock_llm::answer(&schema, &request.prompt.user, request.id).to_string()
}

fn answer(id: u64, text: String) -> Answer {
    Answer {
        id,
        outcome: Outcome::Ok(text),
        model: "any".to_owned(),
        faults: Vec::new(),
        repairs: Vec::new(),
        put_aside: None,
        usage: Usage::default(),
    }
}

/// Campuses in which somebody waits for an answer, one for each purpose.
fn waiting() -> Vec<(Campus, Request, Schema)> {
    let folder = small_campus();
    let overrides = Overrides {
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let start = folder.path().join("talkative.toml");
    let (scenario, map) = scenario::load(&start, overrides).unwrap();
    let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), 1);
    let mut found: BTreeMap<Purpose, (Campus, Request)> = BTreeMap::new();
    let until = campus.clock().now.plus(40 * HOUR);
    while campus.clock().now < until && found.len() < Purpose::ALL.len() {
        campus.step(until);
        let requests = campus.take_requests();
        for request in &requests {
            found
                .entry(request.purpose)
                .or_insert_with(|| (campus.branch(), request.clone()));
        }
        let answers = requests.iter().map(|r| answer(r.id, plausible(r)));
        campus.deliver(answers.collect());
    }
    let purposes: Vec<Purpose> = found.keys().copied().collect();
    assert_eq!(purposes, Purpose::ALL, "not everything was asked for");
    let schema = |request: &Request| Schema::compile(&request.prompt.schema).unwrap();
    let all = found.into_values();
    all.map(|(campus, request)| {
        let schema = schema(&request);
        (campus, request, schema)
    })
    .collect()
}

/// Reads the body of a server's response as every protocol does.
fn response(body: &[u8]) {
    for api in Api::ALL {
        if let Ok(reply) = endpoint::reply(*api, body) {
            extract(&reply.text, |_| true);
        }
        endpoint::models(*api, body);
    }
    assert!(endpoint::error_text(body).chars().count() <= 300);
}

/// Reads a model's answer to a request, and lets it enter the world: as it was taken out of the
/// text and mended where it fits, and else as it is, as an edited save could hold it.
fn heard(text: &str, (campus, request, schema): &(Campus, Request, Schema)) {
    let found = extract(text, |value| schema.fits(value));
    let fitting = found.map(|found| schema.check(found.value));
    let text = match fitting {
        Some(Ok(fitting)) => {
            assert!(schema.fits(&fitting.value));
            fitting.value.to_string()
        }
        Some(Err(errors)) => {
            assert!(!errors.is_empty() && errors.len() <= MOST_ERRORS);
            text.to_owned()
        }
        None => text.to_owned(),
    };
    let mut campus = campus.branch();
    campus.deliver(vec![answer(request.id, text)]);
    let until = campus.clock().now.plus(20 * MINUTE);
    for _ in 0..40 {
        campus.step(until);
        // Nobody else answers.
        campus.take_requests();
    }
}

#[test]
fn answers_of_any_kind() {
    let trial = Trial::of("answers");
    let (bodies, texts) = (texts("replies"), texts("answers"));
    let waiting = waiting();
    let good: Vec<String> = waiting.iter().map(|(_, r, _)| plausible(r)).collect();
    for (_, body) in &bodies {
        trial.take("reply.json", body, || response(body));
    }
    for (_, text) in &texts {
        let text = String::from_utf8_lossy(text);
        for one in &waiting {
            trial.take("answer.json", text.as_bytes(), || heard(&text, one));
        }
    }
    for (text, one) in good.iter().zip(&waiting) {
        trial.take("answer.json", text.as_bytes(), || heard(text, one));
    }
    let waiting = std::panic::AssertUnwindSafe(&waiting);
    let trial = std::panic::AssertUnwindSafe(&trial);
    check!()
        .with_iterations(TRIES)
        .with_generator(changes())
        .for_each(|(kind, which, damage)| {
            let which = usize::from(*which);
            let one = which % waiting.len();
            let other = usize::from(*kind / 4);
            let text = match kind % 4 {
                0 => &bodies[which % bodies.len()].1,
                1 => &texts[other % texts.len()].1,
                // What was meant for somebody else may fit, too.
                2 => good[other % good.len()].as_bytes(),
                _ => good[one].as_bytes(),
            };
            let text = damaged(text, damage);
            trial.take("answer.json", &text, || match kind % 4 {
                0 => response(&text),
                _ => heard(&String::from_utf8_lossy(&text), &waiting[one]),
            });
        });
}
