//! What the mock-llm does not do: particular words of refusal, dates, redirects, keys repeated,
//! answers to a script.

use super::{all, fell_back, now, one, request, text};
use collegium_llm::{
    Broker, Fault, Mending, Purpose, Request, Settings,
    secrets::Key,
    settings::{Api, Profile},
};
use std::{sync::mpsc, time::Duration};

/// A server by hand, for what the mock-llm does not do: answers each request (head and body) with
/// what the function gives.
pub(super) fn by_hand(
    respond: impl Fn(&str) -> (u16, String, String) + Send + 'static,
) -> (String, mpsc::Receiver<String>) {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (seen, requests) = mpsc::channel();
    std::thread::Builder::new()
        .spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let (mut bytes, mut chunk) = (Vec::new(), [0; 65536]);
                loop {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    let length: Option<usize> =
                        text.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()?.parse().ok());
                    if let (Some(length), Some(head)) = (length, text.find("\r\n\r\n"))
                        && bytes.len() >= head + 4 + length
                    {
                        let (status, headers, body) = respond(&text);
                        // The test may have ended.
                        let _ = seen.send(text);
                        let length = body.len();
                        let head = format!(
                            "HTTP/1.1 {status} X\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n"
                        );
                        let _ = stream.write_all((head + &body).as_bytes());
                        break;
                    }
                    match stream.read(&mut chunk) {
                        Ok(0) | Err(_) => break,
                        Ok(read) => bytes.extend_from_slice(&chunk[..read]),
                    }
                }
            }
        })
        .unwrap();
    (url, requests)
}

/// OpenAI's form of a good answer, without a report of tokens.
pub(super) fn good_answer() -> (u16, String, String) {
    let content = r#"{\"say\":\"Hello there\",\"minutes\":5}"#;
    let body = format!(
        r#"{{"choices":[{{"message":{{"content":"{content}"}},"finish_reason":"stop"}}]}}"#
    );
    (200, String::new(), body)
}

pub(super) fn quick(url: &str) -> Profile {
    let mut profile = Profile::new("main", Api::OpenAi, url, "m");
    (profile.timeout, profile.deadline) = (Duration::from_secs(2), Duration::from_secs(8));
    profile.backoff = Duration::from_millis(5);
    profile
}

#[test]
fn refusals_that_name_their_reason_are_learnt_from() {
    // As llama-cpp-python does, with status 500, and as OpenAI's newer models do.
    let (url, requests) = by_hand(|request| {
        let refuse = |status, words: &str| {
            (
                status,
                String::new(),
                format!(r#"{{"error":{{"message":"{words}"}}}}"#),
            )
        };
        if request.contains("json_schema") {
            refuse(
                500,
                "1 validation error: {'loc': ('body', 'response_format', 'type'), 'input': 'json_schema'}",
            )
        } else if request.contains("\"max_tokens\"") {
            refuse(
                400,
                "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
            )
        } else if request.contains("\"temperature\"") {
            refuse(
                400,
                "Unsupported value: 'temperature' does not support 0.5 with this model.",
            )
        } else {
            good_answer()
        }
    });
    let mut profile = quick(&url);
    (
        profile.temperature,
        profile.breaker_failures,
        profile.attempts,
    ) = (Some(0.5), 1, 1);
    let broker = Broker::start(Settings::of(profile)).unwrap();
    for id in 1..=2 {
        broker.submit(request(id));
        let answer = all(&broker).remove(0);
        text(&answer);
        assert_eq!(answer.usage.calls, if id == 1 { 4 } else { 1 });
        // Nothing was reported, so the tokens were counted.
        assert!(
            answer.usage.tokens_in > 40 && (10..20).contains(&answer.usage.tokens_out),
            "{:?}",
            answer.usage
        );
    }
    let last = requests.try_iter().last().unwrap();
    assert!(
        last.contains(r#""type":"json_object""#) && last.contains(r#""schema":{"#),
        "{last}"
    );
    assert_eq!(
        broker.health()[0].structured,
        collegium_llm::Level::OlderSchema
    );
}

#[test]
fn a_date_to_come_back_at_is_obeyed_and_redirects_are_not() {
    let times = std::sync::atomic::AtomicU32::new(0);
    let (url, _requests) = by_hand(move |_| {
        match times.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
            0 => {
                let headers = "retry-after: Sun, 06 Nov 1994 08:49:38 GMT\r\ndate: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
                (503, headers.to_owned(), String::new())
            }
            1 => good_answer(),
            _ => (
                307,
                "location: http://127.0.0.1:1/\r\n".to_owned(),
                String::new(),
            ),
        }
    });
    let broker = Broker::start(Settings::of(quick(&url))).unwrap();
    let begun = now();
    broker.submit(request(1));
    text(&all(&broker)[0]);
    assert!(begun.elapsed() >= Duration::from_secs(1));
    broker.submit(request(2));
    let answer = all(&broker).remove(0);
    assert!(
        fell_back(&answer).0 == Fault::Rejected && fell_back(&answer).1.contains("base_url"),
        "{answer:?}"
    );
}

#[test]
fn keys_that_servers_repeat_are_taken_out() {
    let (url, requests) = by_hand(|request| {
        let key = request
            .split("Bearer ")
            .nth(1)
            .unwrap()
            .split("\r\n")
            .next()
            .unwrap()
            .to_owned();
        (
            401,
            String::new(),
            format!(r#"{{"error":{{"message":"Incorrect API key provided: {key}"}}}}"#),
        )
    });
    let mut profile = quick(&url);
    profile.key = Key::new("sk-proj-abcdefghijklmnop");
    let broker = Broker::start(Settings::of(profile)).unwrap();
    broker.submit(request(1));
    let answer = all(&broker).remove(0);
    assert!(
        requests
            .recv()
            .unwrap()
            .contains("sk-proj-abcdefghijklmnop"),
        "it is sent"
    );
    let shown = format!("{answer:?} {:?} {:?}", broker.health(), broker.settings());
    assert!(
        !shown.contains("abcdefgh") && shown.contains("Incorrect API key provided: [key]"),
        "{shown}"
    );
}

#[test]
fn errors_are_named_to_the_model_and_long_answers_get_more_room() {
    let times = std::sync::atomic::AtomicU32::new(0);
    let (url, requests) = by_hand(move |_| {
        let say = |content: &str, finish: &str| {
            let body = serde_json::json!({"choices": [{"message": {"content": content}, "finish_reason": finish}]});
            (200, String::new(), body.to_string())
        };
        match times.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
            0 => say(r#"{"say": "Hi", "minutes": "soon"}"#, "stop"),
            1 => say(r#"{"say": "Hi there, this is a long"#, "length"),
            _ => say(r#"{"say": "Hi", "minutes": 9}"#, "stop"),
        }
    });
    let answer = one(Settings::of(quick(&url)));
    text(&answer);
    assert_eq!(answer.faults, [Fault::WrongShape, Fault::Truncated]);
    let repairs: Vec<Mending> = answer.repairs.iter().map(|r| r.what).collect();
    assert_eq!(repairs, [Mending::AskedAgain; 2]);
    assert!(answer.repairs[0].found.starts_with("at /minutes: found"));
    let bodies: Vec<serde_json::Value> = requests
        .try_iter()
        .map(|request| serde_json::from_str(request.split("\r\n\r\n").nth(1).unwrap()).unwrap())
        .collect();
    let told = bodies[1]["messages"].as_array().unwrap();
    assert_eq!(told.len(), 4, "system, question, wrong answer, its errors");
    assert!(
        told[3]["content"]
            .as_str()
            .unwrap()
            .contains("at /minutes: found \"soon\"; expected \"integer\""),
        "{told:?}"
    );
    assert_eq!(
        bodies
            .iter()
            .map(|b| b["max_tokens"].as_u64().unwrap())
            .collect::<Vec<_>>(),
        [200, 200, 400]
    );
    assert_eq!(bodies[2]["messages"], bodies[1]["messages"]);
}

#[test]
fn urgent_requests_go_first() {
    let (url, requests) = by_hand(|_| {
        std::thread::sleep(Duration::from_millis(20));
        good_answer()
    });
    let mut profile = quick(&url);
    profile.max_concurrent = 1;
    let broker = Broker::start(Settings::of(profile)).unwrap();
    let purposes = [
        Purpose::Diary,
        Purpose::Diary,
        Purpose::Plan,
        Purpose::Line,
        Purpose::Plan,
        Purpose::Act,
    ];
    for (id, purpose) in (1..).zip(purposes) {
        broker.submit(Request {
            purpose,
            ..request(id)
        });
        while id == 1 && broker.health()[0].in_flight == 0 {
            std::thread::yield_now();
        }
    }
    all(&broker);
    let order: Vec<char> = requests
        .try_iter()
        .map(|r| {
            r.split("to person ")
                .nth(1)
                .unwrap()
                .chars()
                .next()
                .unwrap()
        })
        .collect();
    assert_eq!(
        order,
        ['1', '4', '6', '3', '5', '2'],
        "the first was under way before the others came"
    );
}
