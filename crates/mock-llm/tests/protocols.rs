//! The protocols and faults over a plain TCP connection.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test stops where something is not as it must be, and these measure real time"
)]

mod client;

use client::{Client, Got, chat, openai};
use mock_llm::{FaultKind, Options, Server};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

fn schema() -> Value {
    json!({"type": "object", "additionalProperties": false, "required": ["tool", "minutes", "text", "ids"], "properties": {
        "tool": {"enum": ["walk", "talk"]}, "minutes": {"type": "integer", "minimum": 5, "maximum": 60},
        "text": {"type": "string", "maxLength": 200},
        "ids": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 9}, "minItems": 2, "maxItems": 4}}})
}

fn bound() -> Value {
    json!({"type": "json_schema", "json_schema": {"name": "act", "strict": true, "schema": schema()}})
}

fn server(script: &[Option<FaultKind>]) -> Server {
    let drip = Duration::from_millis(1);
    Server::start(Options {
        script: script.to_vec(),
        drip,
        ..Options::default()
    })
    .unwrap()
}

/// Asks a server whose first answer meets a fault.
fn with(fault: FaultKind) -> Got {
    let server = server(&[Some(fault)]);
    let got = chat(&server, &openai("What now?", Some(bound())));
    assert_eq!(server.log()[0].fault, Some(fault));
    assert_eq!(server.tally().faults[&fault], 1);
    got
}

fn content(got: &Got) -> String {
    got.json()["choices"][0]["message"]["content"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn is_valid(text: &str) -> bool {
    serde_json::from_str(text).is_ok_and(|value: Value| jsonschema::is_valid(&schema(), &value))
}

#[test]
fn openai_answers_by_schema_and_counts_tokens() {
    let server = server(&[]);
    let got = chat(&server, &openai("What now?", Some(bound())));
    let body = got.json();
    assert_eq!(got.status, 200);
    assert!(is_valid(&content(&got)), "{body}");
    assert_eq!(body["choices"][0]["finish_reason"], "stop");
    assert_eq!(body["model"], "some-model");
    assert_eq!(body["usage"]["prompt_tokens"], 11);
    assert_eq!(
        body["usage"]["completion_tokens"],
        content(&got).chars().count().div_ceil(4)
    );
    assert_eq!(body["usage"]["prompt_tokens_details"]["cached_tokens"], 0);
    let again = chat(&server, &openai("What now?", Some(bound())));
    assert_eq!(content(&again), content(&got));
    assert_eq!(
        again.json()["usage"]["prompt_tokens_details"]["cached_tokens"],
        8
    );
    assert_ne!(
        content(&chat(&server, &openai("And now?", Some(bound())))),
        content(&got)
    );
    assert_eq!(server.count(), 3);
}

#[test]
fn another_dialect_puts_the_schema_beside_json_object() {
    let server = server(&[]);
    let got = chat(
        &server,
        &openai(
            "What now?",
            Some(json!({"type": "json_object", "schema": schema()})),
        ),
    );
    assert!(is_valid(&content(&got)), "{}", content(&got));
    let free = content(&chat(
        &server,
        &openai("What now?", Some(json!({"type": "json_object"}))),
    ));
    assert!(
        serde_json::from_str::<Value>(&free).unwrap().is_object(),
        "{free}"
    );
}

#[test]
fn a_schema_in_the_prompt_is_followed_and_without_any_there_is_prose() {
    let server = server(&[]);
    let pasted = format!("What now? Answer by this JSON schema:\n{}", schema());
    assert!(is_valid(&content(&chat(&server, &openai(&pasted, None)))));
    let prose = content(&chat(&server, &openai("What now?", None)));
    assert!(
        prose.split(' ').count() > 5 && serde_json::from_str::<Value>(&prose).is_err(),
        "{prose}"
    );
}

#[test]
fn servers_without_schemas_refuse_them() {
    let server = Server::start(Options {
        schema_support: false,
        ..Options::default()
    })
    .unwrap();
    assert_eq!(
        chat(&server, &openai("What now?", Some(bound()))).status,
        400
    );
    assert_eq!(
        chat(
            &server,
            &openai("What now?", Some(json!({"type": "json_object"})))
        )
        .status,
        200
    );
    let mut client = Client::new(&server);
    let messages = json!([{"role": "user", "content": "What now?"}]);
    let ollama = json!({"model": "m", "stream": false, "messages": messages, "format": schema()});
    assert_eq!(client.post("/api/chat", &ollama).status, 400);
    let gemini = json!({"contents": [{"parts": [{"text": "What now?"}]}],
        "generationConfig": {"responseMimeType": "application/json", "responseSchema": schema()}});
    assert_eq!(
        client
            .post("/v1beta/models/g:generateContent", &gemini)
            .status,
        400
    );
}

#[test]
fn the_token_limit_is_kept() {
    let mut body = openai("What now?", Some(bound()));
    body["max_tokens"] = 5.into();
    let got = chat(&server(&[]), &body);
    assert_eq!(got.json()["choices"][0]["finish_reason"], "length");
    assert!(content(&got).chars().count() <= 20);
}

#[test]
fn ollama_speaks_its_protocol() {
    let server = server(&[None, None, Some(FaultKind::Truncated)]);
    let mut client = Client::new(&server);
    let messages = json!([{"role": "system", "content": "You are Ines."}, {"role": "user", "content": "What now?"}]);
    let mut body = json!({"model": "m", "messages": messages, "format": schema(), "stream": false});
    let said = client.post("/api/chat", &body).json();
    assert!(
        is_valid(said["message"]["content"].as_str().unwrap()),
        "{said}"
    );
    assert_eq!(
        (&said["done"], &said["done_reason"]),
        (&json!(true), &json!("stop"))
    );
    assert!(said["prompt_eval_count"].as_u64() > Some(0) && said["eval_count"].as_u64() > Some(0));
    body["stream"] = true.into();
    let streamed = client.post("/api/chat", &body);
    assert_eq!(streamed.headers["content-type"], "application/x-ndjson");
    let text = String::from_utf8(streamed.body).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let (last, pieces) = lines.split_last().unwrap();
    assert!(pieces.len() > 3 && pieces.iter().all(|line| line["done"] == false));
    assert_eq!(last["done"], true);
    let text: String = pieces
        .iter()
        .filter_map(|line| line["message"]["content"].as_str())
        .collect();
    assert_eq!(said["message"]["content"], text);
    body["stream"] = false.into();
    assert_eq!(
        client.post("/api/chat", &body).json()["done_reason"],
        "length"
    );
    assert_eq!(
        client.get("/api/tags").json()["models"][0]["name"],
        "mock-llm"
    );
    assert!(client.get("/api/version").json()["version"].is_string());
    let vectors = client
        .post("/api/embed", &json!({"model": "m", "input": ["a", "b"]}))
        .json();
    assert_eq!(vectors["embeddings"].as_array().unwrap().len(), 2);
}

#[test]
fn gemini_speaks_its_protocol() {
    let server = server(&[None, Some(FaultKind::Truncated), Some(FaultKind::Empty)]);
    let mut client = Client::new(&server);
    let path = "/v1beta/models/gemini-x:generateContent";
    let body = json!({
        "systemInstruction": {"parts": [{"text": "You are Ines."}]},
        "contents": [{"role": "user", "parts": [{"text": "What now?"}]}],
        "generationConfig": {"responseMimeType": "application/json", "responseJsonSchema": schema()}});
    let said = client.post(path, &body).json();
    let text = said["candidates"][0]["content"]["parts"][0]["text"]
        .as_str()
        .unwrap();
    assert!(is_valid(text), "{said}");
    assert_eq!(said["candidates"][0]["finishReason"], "STOP");
    assert_eq!(said["modelVersion"], "gemini-x");
    assert!(said["usageMetadata"]["promptTokenCount"].as_u64() > Some(0));
    assert_eq!(
        client.post(path, &body).json()["candidates"][0]["finishReason"],
        "MAX_TOKENS"
    );
    assert!(client.post(path, &body).json()["candidates"][0]["content"]["parts"].is_null());
    assert_eq!(
        client.get("/v1beta/models").json()["models"][0]["name"],
        "models/mock-llm"
    );
    let unmarked = json!({"contents": body["contents"], "generationConfig": {"responseSchema": {"type": "OBJECT"}}});
    assert_eq!(client.post(path, &unmarked).status, 400);
}

#[test]
fn embeddings_have_the_dimension_asked_for() {
    let server = server(&[]);
    let mut client = Client::new(&server);
    let body = client
        .post(
            "/v1/embeddings",
            &json!({"model": "e", "input": ["a lecture", "a walk"]}),
        )
        .json();
    assert_eq!(body["data"][1]["embedding"].as_array().unwrap().len(), 64);
    assert_eq!(body["data"][1]["index"], 1);
    let body = client
        .post(
            "/embeddings",
            &json!({"model": "e", "input": "a lecture", "dimensions": 7}),
        )
        .json();
    assert_eq!(body["data"][0]["embedding"].as_array().unwrap().len(), 7);
    assert_eq!(
        client.post("/v1/embeddings", &json!({"model": "e"})).status,
        400
    );
}

#[test]
fn every_fault_of_embeddings_shows() {
    for &fault in FaultKind::ALL.iter().filter(|fault| !fault.is_transport()) {
        let server = server(&[Some(fault), None]);
        let body = json!({"model": "e", "input": ["a lecture"]});
        let spoilt = Client::new(&server).post("/v1/embeddings", &body).body;
        assert_ne!(
            spoilt,
            Client::new(&server).post("/v1/embeddings", &body).body,
            "{fault}"
        );
    }
}

#[test]
fn the_lists_and_the_log() {
    let models = vec!["a".to_owned(), "b".to_owned()];
    let server = Server::start(Options {
        models,
        log_limit: 2,
        ..Options::default()
    })
    .unwrap();
    let mut client = Client::new(&server);
    assert_eq!(client.get("/health").status, 200);
    for path in ["/v1/models", "/models"] {
        let list = client.get(path).json();
        assert_eq!(
            (&list["data"][0]["id"], &list["data"][1]["id"]),
            (&json!("a"), &json!("b"))
        );
    }
    assert_eq!(client.get("/v1/nothing").status, 404);
    let log = server.log();
    assert_eq!(server.count(), 4);
    assert_eq!(
        log.iter()
            .map(|seen| (seen.number, seen.status))
            .collect::<Vec<_>>(),
        [(3, 200), (4, 404)]
    );
    assert_eq!(
        (log[1].method.as_str(), log[1].path.as_str(), &log[1].body),
        ("GET", "/v1/nothing", &Value::Null)
    );
    assert_eq!(log[1].headers["x-test"], "Yes");
}

#[test]
fn a_key_is_asked_for_in_three_ways() {
    let server = Server::start(Options {
        key: Some("sesame".to_owned()),
        ..Options::default()
    })
    .unwrap();
    let mut client = Client::new(&server);
    assert_eq!(client.get("/v1/models").status, 401);
    assert_eq!(client.get("/v1beta/models?key=sesame").status, 200);
    for header in ["Authorization: Bearer sesame", "x-goog-api-key: sesame"] {
        assert_eq!(
            client.send("GET", "/v1/models", header, b"").status,
            200,
            "{header}"
        );
    }
}

#[test]
fn bad_requests_are_answered_and_the_server_lives_on() {
    let server = server(&[]);
    for (request, status) in [
        ("NONSENSE\r\n\r\n", 400),
        (
            "POST /v1/chat/completions HTTP/1.1\r\nContent-Length: many\r\n\r\n",
            400,
        ),
        (
            "POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n",
            413,
        ),
        (
            "POST /v1/chat/completions HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
            411,
        ),
        (
            "POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 1\r\n\r\n{",
            400,
        ),
        ("GET /v1/chat/completions HTTP/1.1\r\n\r\n", 405),
    ] {
        assert_eq!(
            Client::new(&server).raw(request.as_bytes()).status,
            status,
            "{request}"
        );
    }
    assert_eq!(Client::new(&server).raw(&[b'x'; 70_000]).status, 431);
    assert_eq!(Client::new(&server).get("/health").status, 200);
}

#[test]
fn two_requests_in_one_packet_get_two_answers() {
    let server = server(&[]);
    let mut client = Client::new(&server);
    assert_eq!(
        client
            .raw(b"GET /health HTTP/1.1\r\n\r\nGET /api/version HTTP/1.1\r\n\r\n")
            .status,
        200
    );
    assert!(client.receive().unwrap().json()["version"].is_string());
}

#[test]
fn large_bodies_are_read() {
    let server = server(&[]);
    let long = "Ines walks to the library. ".repeat(200_000);
    assert!(long.len() > 5_000_000);
    assert_eq!(chat(&server, &openai(&long, Some(bound()))).status, 200);
}

#[test]
fn rate_limits_and_server_errors() {
    let got = with(FaultKind::RateLimited);
    assert_eq!((got.status, got.headers.get("retry-after")), (429, None));
    let got = with(FaultKind::RateLimitedRetryAfter);
    assert_eq!(
        (got.status, got.headers["retry-after"].as_str()),
        (429, "1")
    );
    assert_eq!(with(FaultKind::ServerError).status, 500);
}

#[test]
fn a_hang_lasts_and_others_are_served_meanwhile() {
    let server = server(&[Some(FaultKind::Hang)]);
    let mut hanging = Client::new(&server);
    hanging.patience(Duration::from_millis(200));
    hanging.write(
        "POST",
        "/v1/chat/completions",
        "X-A: b",
        openai("What now?", None).to_string().as_bytes(),
    );
    assert!(hanging.receive().is_none());
    assert_eq!(server.tally().open, 1);
    assert_eq!(chat(&server, &openai("What now?", None)).status, 200);
    drop(hanging);
    let start = Instant::now();
    while server.tally().open > 0 {
        assert!(
            start.elapsed() < Duration::from_secs(5),
            "the hanging request is not let go"
        );
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn stopping_does_not_wait_for_a_hang() {
    let server = server(&[Some(FaultKind::Hang)]);
    let mut hanging = Client::new(&server);
    hanging.write(
        "POST",
        "/v1/chat/completions",
        "X-A: b",
        openai("What now?", None).to_string().as_bytes(),
    );
    while server.count() == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    let (url, start) = (server.url(), Instant::now());
    drop(server);
    assert!(start.elapsed() < Duration::from_secs(2));
    assert!(std::net::TcpStream::connect(url.trim_start_matches("http://")).is_err());
}

#[test]
fn a_slow_drip_takes_its_time_and_arrives() {
    let start = Instant::now();
    let got = with(FaultKind::SlowDrip);
    assert!(is_valid(&content(&got)));
    assert!(start.elapsed() >= Duration::from_millis(got.body.len() as u64));
}

#[test]
fn a_dropped_connection_breaks_its_promise() {
    let got = with(FaultKind::Dropped);
    let promised: usize = got.headers["content-length"].parse().unwrap();
    assert_eq!(got.body.len(), promised / 2);
}

#[test]
fn truncated_json_admits_it() {
    let got = with(FaultKind::Truncated);
    assert_eq!(got.json()["choices"][0]["finish_reason"], "length");
    assert!(
        content(&got).starts_with('{') && serde_json::from_str::<Value>(&content(&got)).is_err()
    );
}

#[test]
fn prose_and_thought_hold_the_answer() {
    for fault in [FaultKind::Prose, FaultKind::Think] {
        let text = content(&with(fault));
        assert!(serde_json::from_str::<Value>(&text).is_err());
        let start = text.rfind("{\"ids\"").unwrap();
        let end = text.rfind('}').unwrap();
        assert!(is_valid(&text[start..=end]), "{text}");
    }
}

#[test]
fn wrong_answers_are_json_of_the_wrong_shape() {
    for fault in [FaultKind::WrongTypes, FaultKind::WrongTool] {
        let text = content(&with(fault));
        assert!(
            serde_json::from_str::<Value>(&text).is_ok() && !is_valid(&text),
            "{text}"
        );
    }
}

#[test]
fn empty_plain_and_impossible_answers() {
    assert_eq!(content(&with(FaultKind::Empty)), "");
    assert!(!content(&with(FaultKind::NotJson)).contains('{'));
    let text = content(&with(FaultKind::Impossible));
    assert!(is_valid(&text), "{text}");
    let minutes = serde_json::from_str::<Value>(&text).unwrap()["minutes"]
        .as_i64()
        .unwrap();
    assert!(minutes == 5 || minutes == 60, "{text}");
}

#[test]
fn huge_answers_and_bytes_that_are_no_text() {
    assert!(with(FaultKind::Huge).body.len() > 10 << 20);
    let got = with(FaultKind::InvalidUtf8);
    assert_eq!(got.status, 200);
    assert!(String::from_utf8(got.body).is_err());
}

#[test]
fn faults_by_rate_are_the_same_in_every_run_and_order() {
    let run = |backwards: bool| {
        let faults = vec![FaultKind::RateLimited, FaultKind::Empty];
        let server = Server::start(Options {
            seed: 4,
            fault_rate: 0.5,
            faults,
            ..Options::default()
        })
        .unwrap();
        let mut days: Vec<usize> = (0..40).collect();
        if backwards {
            days.reverse();
        }
        let mut client = Client::new(&server);
        for day in days {
            client.post(
                "/v1/chat/completions",
                &openai(&format!("Day {day}"), Some(bound())),
            );
        }
        let mut fates: Vec<_> = server
            .log()
            .into_iter()
            .map(|seen| (seen.body["messages"][1]["content"].to_string(), seen.fault))
            .collect();
        fates.sort();
        fates
    };
    let fates = run(false);
    assert_eq!(fates, run(true));
    for fault in [None, Some(FaultKind::RateLimited), Some(FaultKind::Empty)] {
        assert!(fates.iter().any(|fate| fate.1 == fault), "{fault:?}");
    }
}

#[test]
fn latency_is_kept_and_requests_run_side_by_side() {
    let latency = Duration::from_millis(150);
    let server = Server::start(Options {
        latency,
        ..Options::default()
    })
    .unwrap();
    let start = Instant::now();
    std::thread::scope(|scope| {
        for number in 0..8 {
            let server = &server;
            scope.spawn(move || chat(server, &openai(&format!("Number {number}"), None)));
        }
    });
    assert!(
        start.elapsed() >= latency && start.elapsed() < latency * 6,
        "{:?}",
        start.elapsed()
    );
    assert!(server.tally().most_open >= 2);
}
