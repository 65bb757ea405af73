//! Tests of the protocols, with bodies in the shapes that the servers document.

use super::*;
use serde_json::json;

fn ask(api: Api, level: Level) -> (String, Value) {
    let extra = json!({"think": false, "options": {"num_ctx": 4096}});
    let model = ServedModel {
        api,
        base_url: "http://host:1/v1",
        name: "m",
        temperature: Some(0.5),
        extra: extra.as_object().unwrap(),
    };
    let schema = json!({"type": "object", "properties": {"say": {"type": "string"}}, "required": ["say"],
        "additionalProperties": false});
    let turns = vec![
        (ChatRole::User, "Hello".to_owned()),
        (ChatRole::Model, "oops".to_owned()),
        (ChatRole::User, "Again".to_owned()),
    ];
    let ask = ChatRequest {
        system: "You are Ada.",
        turns: &turns,
        schema: &schema,
        level,
        most_tokens: 99,
        completion_tokens: false,
        with_temperature: true,
        stream: false,
    };
    let post = post(&model, &ask);
    (post.url, post.body)
}

#[test]
fn openai_is_asked_by_schema() {
    let (url, body) = ask(Api::OpenAi, Level::Schema);
    assert_eq!(url, "http://host:1/v1/chat/completions");
    assert_eq!(
        body["messages"][0],
        json!({"role": "system", "content": "You are Ada."})
    );
    assert_eq!(
        body["messages"][2],
        json!({"role": "assistant", "content": "oops"})
    );
    assert_eq!(body["response_format"]["type"], "json_schema");
    assert_eq!(body["response_format"]["json_schema"]["strict"], true);
    assert_eq!(
        (&body["max_tokens"], &body["temperature"], &body["think"]),
        (&json!(99), &json!(0.5), &json!(false))
    );
    let (_, body) = ask(Api::OpenAi, Level::OlderSchema);
    assert_eq!(body["response_format"]["schema"]["type"], "object");
    let (_, body) = ask(Api::OpenAi, Level::Json);
    assert_eq!(body["response_format"], json!({"type": "json_object"}));
    assert!(
        body["messages"][0]["content"]
            .as_str()
            .unwrap()
            .contains("\"required\":[\"say\"]")
    );
    let (_, body) = ask(Api::OpenAi, Level::Text);
    assert!(body.get("response_format").is_none());
}

#[test]
fn ollama_is_asked_by_format() {
    let (url, body) = ask(Api::Ollama, Level::Schema);
    assert_eq!(url, "http://host:1/v1/api/chat");
    assert_eq!(body["format"]["properties"]["say"]["type"], "string");
    assert_eq!(body["stream"], false);
    assert_eq!(
        body["options"],
        json!({"num_predict": 99, "temperature": 0.5, "num_ctx": 4096})
    );
    assert_eq!(ask(Api::Ollama, Level::Json).1["format"], "json");
    assert!(ask(Api::Ollama, Level::Text).1.get("format").is_none());
}

#[test]
fn gemini_is_asked_by_response_schema() {
    let (url, body) = ask(Api::Gemini, Level::Schema);
    assert_eq!(url, "http://host:1/v1/models/m:generateContent");
    assert_eq!(
        body["systemInstruction"]["parts"][0]["text"],
        "You are Ada."
    );
    assert_eq!(body["contents"][1]["role"], "model");
    assert_eq!(
        body["generationConfig"]["responseMimeType"],
        "application/json"
    );
    assert_eq!(
        body["generationConfig"]["responseJsonSchema"]["type"],
        "object"
    );
    let older = &ask(Api::Gemini, Level::OlderSchema).1["generationConfig"]["responseSchema"];
    assert!(
        older.get("additionalProperties").is_none()
            && older["properties"]["say"]["type"] == "string"
    );
    let home = ServedModel {
        api: Api::Gemini,
        base_url: Api::Gemini.protocol().home(),
        name: "gemini-2.5-flash",
        temperature: None,
        extra: &Map::new(),
    };
    assert_eq!(
        gemini::models(&home),
        "https://generativelanguage.googleapis.com/v1beta/models"
    );
}

#[test]
fn gemini_gets_schemas_without_references() {
    let schema = json!({"$defs": {"t": {"const": "walk"}}, "type": "object",
        "properties": {"tool": {"$ref": "#/$defs/t"}, "x": {"oneOf": [{"type": "string"}]}}});
    let plain = schema::for_gemini(&schema);
    assert_eq!(plain["properties"]["tool"], json!({"enum": ["walk"]}));
    assert_eq!(
        plain["properties"]["x"],
        json!({"anyOf": [{"type": "string"}]})
    );
}

#[test]
fn responses_are_read() {
    let openai = json!({"id": "chatcmpl-1", "object": "chat.completion", "choices": [{"index": 0, "message":
        {"role": "assistant", "content": "{\"say\":\"hi\"}"}, "finish_reason": "length"}], "usage":
        {"prompt_tokens": 10, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 8}}});
    let reply = reply_of(Api::OpenAi, &openai).unwrap();
    assert_eq!(
        (reply.text.as_str(), reply.finish),
        ("{\"say\":\"hi\"}", Finish::Length)
    );
    assert_eq!(
        reply.usage.unwrap(),
        Reported {
            tokens_in: 10,
            tokens_cached: 8,
            tokens_out: 5
        }
    );
    let ollama = json!({"model": "m", "message": {"role": "assistant", "content": "x", "thinking": "hm"},
        "done_reason": "stop", "done": true, "prompt_eval_count": 7, "eval_count": 3});
    let reply = reply_of(Api::Ollama, &ollama).unwrap();
    assert_eq!(
        (
            reply.text.as_str(),
            reply.finish,
            reply.usage.unwrap().tokens_in
        ),
        ("x", Finish::Done, 7)
    );
    let gemini = json!({"candidates": [{"content": {"role": "model", "parts": [{"text": "hm", "thought": true},
        {"text": "a"}, {"text": "b"}]}, "finishReason": "STOP"}],
        "usageMetadata": {"promptTokenCount": 4, "candidatesTokenCount": 2, "thoughtsTokenCount": 9}});
    let reply = reply_of(Api::Gemini, &gemini).unwrap();
    assert_eq!(
        (reply.text.as_str(), reply.usage.unwrap().tokens_out),
        ("ab", 11)
    );
    let blocked = json!({"promptFeedback": {"blockReason": "SAFETY"}});
    assert_eq!(
        reply_of(Api::Gemini, &blocked).unwrap().finish,
        Finish::Withheld
    );
    for api in Api::ALL {
        assert!(reply_of(*api, &json!({})).is_err());
        assert!(reply_of(*api, &json!([1])).is_err());
        assert!(
            reply_of(*api, &json!({"error": "no"}))
                .unwrap_err()
                .contains("no")
        );
    }
}

fn reply_of(api: Api, body: &Value) -> Result<Completion, String> {
    reply(api, body.to_string().as_bytes())
}

#[test]
fn broken_utf8_and_broken_json_are_told_apart() {
    let mut body = br#"{"message":{"content":"caf"#.to_vec();
    body.push(0xe9);
    body.extend(br#" ok"},"done":true}"#);
    assert_eq!(reply(Api::Ollama, &body).unwrap().text, "caf\u{fffd} ok");
    assert!(
        reply(Api::Ollama, b"{\"message\":{\"con")
            .unwrap_err()
            .contains("not whole JSON")
    );
}

#[test]
fn refusals_are_read_in_all_shapes() {
    for (body, expected) in [
        (
            r#"{"error":{"message":"bad key","type":"x","code":"invalid_api_key"}}"#,
            "bad key (invalid_api_key)",
        ),
        (r#"{"error":"model 'x' not found"}"#, "model 'x' not found"),
        (
            r#"[{"error":{"code":400,"message":"no","status":"INVALID_ARGUMENT"}}]"#,
            "no (INVALID_ARGUMENT)",
        ),
        (r#"{"detail":[{"loc":["body"]}]}"#, r#"[{"loc":["body"]}]"#),
        ("<html> gone\n wrong</html>", "<html> gone wrong</html>"),
        ("", ""),
    ] {
        assert_eq!(error_text(body.as_bytes()), expected);
    }
}

#[test]
fn model_lists_are_read() {
    assert_eq!(
        models(Api::OpenAi, br#"{"data":[{"id":"a"},{"id":"b"}]}"#).unwrap(),
        ["a", "b"]
    );
    assert_eq!(
        models(Api::Ollama, br#"{"models":[{"name":"q:1b"}]}"#).unwrap(),
        ["q:1b"]
    );
    assert_eq!(
        models(Api::Gemini, br#"{"models":[{"name":"models/g"}]}"#).unwrap(),
        ["g"]
    );
    assert!(models(Api::OpenAi, b"oops").is_none());
}

#[test]
fn every_protocol_is_in_the_docs_and_reads_its_own_word() {
    let docs = include_str!("../../../../docs/models.md");
    for api in Api::ALL {
        assert_eq!(Api::parse(api.word()), Ok(*api));
        let named = docs
            .lines()
            .filter(|line| line.starts_with('|') && line.contains(&format!("`{}`", api.word())));
        assert!(named.count() >= 2, "{}: a server, and `api`", api.word());
        let home = reqwest::Url::parse(api.protocol().home());
        assert!(home.is_ok_and(|url| url.host().is_some()), "{}", api.word());
    }
    assert!(Api::parse("olama").unwrap_err().contains("“ollama”"));
}
