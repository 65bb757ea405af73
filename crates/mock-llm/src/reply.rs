//! Answers in the three protocols, good ones and spoilt ones.

use crate::{
    FaultKind, Options,
    ask::{CompletionRequest, Dialect},
    fault::{dice, hash},
    generate::{Generator, Twist},
    http::{HttpResponse, Manner},
    mischief,
    voice::TextWriter,
};
use rand_pcg::Pcg64Mcg;
use serde_json::{Value, json};

/// The dimension of embeddings when the request names none.
const DIMENSION: usize = 64;
/// Words for the length of an answer that is not broken off.
const TALK: usize = 3;

/// Tokens of a text, estimated as a quarter of its characters.
pub fn tokens(text: &str) -> u64 {
    (text.chars().count() as u64).div_ceil(4)
}

/// What a completion has cost, by the estimate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TokenCounts {
    /// Tokens of the prompt, estimated.
    pub tokens_in: u64,
    /// Those of them in a system prompt that the server has seen before.
    pub cached: u64,
    /// Tokens of the answer, estimated.
    pub tokens_out: u64,
}

/// What the model says, before it is wrapped in a protocol.
struct Content {
    text: String,
    /// Whether the token limit ended it.
    cut: bool,
}

/// An error in the form of a protocol.
pub fn error(dialect: Dialect, status: u16, message: &str) -> HttpResponse {
    let word = match status {
        400 => "invalid_request_error",
        401 => "authentication_error",
        404 => "not_found",
        429 => "rate_limit_exceeded",
        _ => "server_error",
    };
    let body = match dialect {
        Dialect::OpenAi => {
            json!({"error": {"message": message, "type": word, "param": null, "code": word}})
        }
        Dialect::Ollama => json!({"error": message}),
        Dialect::Gemini => {
            json!({"error": {"code": status, "message": message, "status": word.to_uppercase()}})
        }
    };
    HttpResponse::json(status, &body)
}

/// The answer to a fault that keeps the model from being asked at all.
pub fn refusal(
    dialect: Dialect,
    fault: Option<FaultKind>,
    options: &Options,
) -> Option<HttpResponse> {
    match fault? {
        FaultKind::RateLimited => Some(error(dialect, 429, "Rate limit reached.")),
        FaultKind::RateLimitedRetryAfter => {
            let mut response = error(dialect, 429, "Rate limit reached.");
            response
                .headers
                .push(("Retry-After", options.retry_after.to_string()));
            Some(response)
        }
        FaultKind::ServerError => Some(error(
            dialect,
            500,
            "The server had an error while processing your request.",
        )),
        FaultKind::Hang => Some(HttpResponse {
            manner: Manner::Never,
            ..HttpResponse::json(200, &Value::Null)
        }),
        _ => None,
    }
}

/// The list of the models that the options name, in a dialect.
pub fn models(dialect: Dialect, options: &Options) -> HttpResponse {
    let each = |entry: fn(&String) -> Value| options.models.iter().map(entry).collect::<Vec<_>>();
    let body = match dialect {
        Dialect::OpenAi => {
            let list = each(
                |name| json!({"id": name, "object": "model", "created": 0, "owned_by": "mock-llm"}),
            );
            json!({"object": "list", "data": list})
        }
        Dialect::Ollama => {
            let list = each(|name| {
                json!({"name": name, "model": name, "modified_at": "1970-01-01T00:00:00Z",
                    "size": 0})
            });
            json!({"models": list})
        }
        Dialect::Gemini => {
            let list = each(|name| {
                json!({"name": format!("models/{name}"), "displayName": name,
                    "inputTokenLimit": 131_072,
                    "outputTokenLimit": 8192, "supportedGenerationMethods": ["generateContent"]})
            });
            json!({"models": list})
        }
    };
    HttpResponse::json(200, &body)
}

/// A completion, spoilt by a fault or not, and what it has cost. `seen` says that the system prompt
/// came before.
pub fn completion(
    dialect: Dialect,
    ask: &CompletionRequest,
    fault: Option<FaultKind>,
    body: u64,
    seen: bool,
    options: &Options,
) -> (HttpResponse, TokenCounts) {
    let content = content(ask, fault, options, &[options.seed, body]);
    let system = tokens(&ask.system);
    let cost = TokenCounts {
        tokens_in: system + tokens(&ask.user),
        cached: if seen { system } else { 0 },
        tokens_out: tokens(&content.text),
    };
    let cost = match options.boast {
        Some(tokens) => TokenCounts {
            tokens_in: tokens,
            tokens_out: tokens,
            ..cost
        },
        None => cost,
    };
    let mut response = match dialect {
        Dialect::OpenAi => openai(ask, &content, body, cost, options),
        Dialect::Ollama => ollama(ask, &content, cost, options),
        Dialect::Gemini => gemini(ask, &content, cost, options),
    };
    finish(&mut response, fault, options);
    (response, cost)
}

/// What a fault does to the bytes and to their sending.
fn finish(response: &mut HttpResponse, fault: Option<FaultKind>, options: &Options) {
    match fault {
        Some(FaultKind::InvalidUtf8) => mischief::spoil(&mut response.body),
        Some(FaultKind::SlowDrip) => response.manner = Manner::Drip(options.drip),
        Some(FaultKind::Dropped) => response.manner = Manner::Half,
        _ => {}
    }
}

fn content(
    ask: &CompletionRequest,
    fault: Option<FaultKind>,
    options: &Options,
    seed: &[u64],
) -> Content {
    let twist = match fault {
        Some(FaultKind::WrongTool) => Twist::WrongTool,
        Some(FaultKind::Impossible) => Twist::Impossible,
        _ => Twist::None,
    };
    let plain = Value::Object(serde_json::Map::from_iter([(
        "type".to_owned(),
        "string".into(),
    )]));
    let any_object =
        json!({"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}});
    let schema = ask
        .schema
        .as_ref()
        .unwrap_or(if ask.json { &any_object } else { &plain });
    let mut mood = dice(&[seed[0], seed[1], 1]);
    let mut value = Value::Null;
    let mut text = String::new();
    // A model that is told to be short is short; one for which that is not enough breaks off.
    for terse in [false, true] {
        let voice = TextWriter::new(&format!("{}\n{}", ask.user, ask.system), dice(seed));
        let mut generator = Generator::new(schema, voice, twist, terse);
        value = generator.document();
        if twist == Twist::WrongTool && !generator.twisted {
            mischief::add_tool(&mut value, &mut mood);
        }
        if !options.echo.is_empty() {
            mischief::echo(&mut value, &options.echo, &mut mood);
        }
        text = written(&value, ask);
        if ask.most_tokens.is_none_or(|most| tokens(&text) <= most) {
            break;
        }
    }
    let mut cut = false;
    if let Some(most) = ask.most_tokens.filter(|&most| tokens(&text) > most) {
        text = text
            .chars()
            .take((most as usize).saturating_mul(4))
            .collect();
        cut = true;
    }
    match fault {
        Some(FaultKind::Truncated) => {
            text = mischief::first_half(&text);
            cut = true;
        }
        Some(FaultKind::Prose) => text = mischief::in_prose(&text, &mut mood),
        Some(FaultKind::Think) => text = mischief::after_thought(&text, &mut mood),
        Some(FaultKind::Empty) => text = String::new(),
        Some(FaultKind::WrongTypes) => text = mischief::wrong_types(&value).to_string(),
        Some(FaultKind::Huge) => text = mischief::huge(&text),
        Some(FaultKind::InvalidUtf8) => text = mischief::marked(&text),
        Some(FaultKind::NotJson) => text = prose(ask, mood),
        _ => {}
    }
    Content { text, cut }
}

fn prose(ask: &CompletionRequest, dice: Pcg64Mcg) -> String {
    TextWriter::new(&ask.user, dice).prose(TALK)
}

/// JSON as text; a string that nobody wanted as JSON as it is.
fn written(value: &Value, ask: &CompletionRequest) -> String {
    match value {
        Value::String(text) if ask.schema.is_none() && !ask.json => text.clone(),
        value => value.to_string(),
    }
}

/// The characters of a piece of a streamed answer: about a token.
const PIECE: usize = 4;

/// The text in pieces, one of them at least.
fn pieces(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let pieces = chars.chunks(PIECE).map(|piece| piece.iter().collect());
    let mut pieces: Vec<String> = pieces.collect();
    if pieces.is_empty() {
        pieces.push(String::new());
    }
    pieces
}

/// Events in the form of SSE, or a line each, sent one by one.
fn streamed(events: &[Value], sse: bool, options: &Options) -> HttpResponse {
    let mut response = HttpResponse::json(200, &Value::Null);
    let (kind, before, after) = if sse {
        ("text/event-stream", "data: ", "\n\n")
    } else {
        ("application/x-ndjson", "", "\n")
    };
    response.kind = kind;
    let events = events.iter().map(|event| format!("{before}{event}{after}"));
    response.body = events.collect::<String>().into_bytes();
    response.manner = Manner::Lines(options.pace);
    response
}

fn openai(
    ask: &CompletionRequest,
    content: &Content,
    body: u64,
    cost: TokenCounts,
    options: &Options,
) -> HttpResponse {
    let finish = if content.cut { "length" } else { "stop" };
    let usage = json!({"prompt_tokens": cost.tokens_in, "completion_tokens": cost.tokens_out,
        "total_tokens": cost.tokens_in.saturating_add(cost.tokens_out),
        "prompt_tokens_details": {"cached_tokens": cost.cached}});
    let id = format!("chatcmpl-{body:016x}");
    if !ask.stream {
        return HttpResponse::json(
            200,
            &json!({
                "id": id, "object": "chat.completion", "created": 0,
                "model": ask.model,
                "choices": [{"index": 0, "finish_reason": finish, "logprobs": null,
                    "message": {"role": "assistant", "content": content.text, "refusal": null}}],
                "usage": usage,
            }),
        );
    }
    let chunk = |choices: Value, usage: &Value| {
        json!({"id": id, "object": "chat.completion.chunk", "created": 0, "model": ask.model,
            "choices": choices, "usage": usage})
    };
    let delta = |delta: Value, finish: Value| {
        let choices = json!([{"index": 0, "delta": delta, "finish_reason": finish}]);
        chunk(choices, &Value::Null)
    };
    let mut events = vec![delta(json!({"role": "assistant"}), Value::Null)];
    let pieces = pieces(&content.text);
    events.extend(
        pieces
            .into_iter()
            .map(|piece| delta(json!({"content": piece}), Value::Null)),
    );
    events.push(delta(json!({}), finish.into()));
    if ask.usage {
        events.push(chunk(json!([]), &usage));
    }
    let mut response = streamed(&events, true, options);
    response.body.extend_from_slice(b"data: [DONE]\n\n");
    response
}

fn ollama(
    ask: &CompletionRequest,
    content: &Content,
    cost: TokenCounts,
    options: &Options,
) -> HttpResponse {
    let finish = if content.cut { "length" } else { "stop" };
    let line = |text: &str, done: bool| {
        let mut line = json!({"model": ask.model, "created_at": "1970-01-01T00:00:00Z",
            "done": done,
            "message": {"role": "assistant", "content": text}});
        if done {
            line["done_reason"] = finish.into();
            line["total_duration"] = 1.into();
            line["prompt_eval_count"] = cost.tokens_in.into();
            line["eval_count"] = cost.tokens_out.into();
        }
        line
    };
    if !ask.stream {
        return HttpResponse::json(200, &line(&content.text, true));
    }
    let pieces = pieces(&content.text);
    let mut events: Vec<Value> = pieces.iter().map(|piece| line(piece, false)).collect();
    events.push(line("", true));
    streamed(&events, false, options)
}

fn gemini(
    ask: &CompletionRequest,
    content: &Content,
    cost: TokenCounts,
    options: &Options,
) -> HttpResponse {
    let finish = if content.cut { "MAX_TOKENS" } else { "STOP" };
    let usage = json!({"promptTokenCount": cost.tokens_in,
        "candidatesTokenCount": cost.tokens_out,
        "totalTokenCount": cost.tokens_in.saturating_add(cost.tokens_out),
        "cachedContentTokenCount": cost.cached});
    let answer = |text: &str, last: bool| {
        let mut said = json!({"role": "model"});
        // An empty answer of Gemini's has no parts at all.
        if !text.is_empty() {
            said["parts"] = json!([{"text": text}]);
        }
        let mut candidate = json!({"content": said, "index": 0});
        if last {
            candidate["finishReason"] = finish.into();
        }
        json!({"candidates": [candidate], "usageMetadata": usage, "modelVersion": ask.model})
    };
    if !ask.stream {
        return HttpResponse::json(200, &answer(&content.text, true));
    }
    let pieces = pieces(&content.text);
    let last = pieces.len() - 1;
    let events = pieces.iter().enumerate();
    let events: Vec<Value> = events.map(|(i, piece)| answer(piece, i == last)).collect();
    streamed(&events, true, options)
}

/// Embeddings, spoilt by a fault or not.
pub fn embeddings(
    dialect: Dialect,
    body: &Value,
    fault: Option<FaultKind>,
    options: &Options,
) -> (HttpResponse, TokenCounts) {
    let texts: Vec<&str> = match &body["input"] {
        Value::String(text) => vec![text],
        Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if texts.is_empty() {
        return (
            error(dialect, 400, "'input' must be a text or a list of texts"),
            TokenCounts::default(),
        );
    }
    let dimension = body["dimensions"]
        .as_u64()
        .map_or(DIMENSION, |dimension| (dimension as usize).clamp(1, 8192));
    let mut vectors: Vec<Value> = texts
        .iter()
        .map(|text| json!(embedding(text, dimension)))
        .collect();
    let mut model = body["model"].as_str().unwrap_or_default().to_owned();
    match fault {
        Some(FaultKind::Empty) => vectors.clear(),
        Some(FaultKind::WrongTypes | FaultKind::WrongTool) => {
            vectors
                .iter_mut()
                .for_each(|vector| *vector = mischief::wrong_types(vector));
        }
        // A vector without length.
        Some(FaultKind::Impossible) => vectors
            .iter_mut()
            .for_each(|vector| *vector = json!(vec![0.0; dimension])),
        Some(FaultKind::InvalidUtf8) => model = mischief::marked(&model),
        Some(FaultKind::Huge) => model = mischief::huge(&model),
        _ => {}
    }
    let cost = TokenCounts {
        tokens_in: texts.iter().map(|text| tokens(text)).sum(),
        ..TokenCounts::default()
    };
    let json = match dialect {
        Dialect::Ollama => {
            json!({"model": model, "embeddings": vectors, "prompt_eval_count": cost.tokens_in})
        }
        _ => {
            let entry =
                |(i, vector)| json!({"object": "embedding", "index": i, "embedding": vector});
            let list: Vec<Value> = vectors.into_iter().enumerate().map(entry).collect();
            json!({"object": "list", "model": model, "data": list,
                "usage": {"prompt_tokens": cost.tokens_in, "total_tokens": cost.tokens_in}})
        }
    };
    let mut response = HttpResponse::json(200, &json);
    let text = String::from_utf8_lossy(&response.body).into_owned();
    match fault {
        Some(FaultKind::Truncated) => response.body = mischief::first_half(&text).into_bytes(),
        Some(FaultKind::Prose | FaultKind::Think) => {
            response.body = mischief::in_prose(&text, &mut dice(&[options.seed])).into_bytes();
        }
        Some(FaultKind::NotJson) => {
            response.body = b"I would rather not be turned into numbers today.".to_vec();
        }
        _ => {}
    }
    finish(&mut response, fault, options);
    (response, cost)
}

/// A vector of length 1 made of the hashes of words and of runs of three letters: texts that share
/// words lie near each other.
fn embedding(text: &str, dimension: usize) -> Vec<f64> {
    let mut vector = vec![0.0; dimension];
    let mut add = |piece: &[u8], weight: f64| {
        let hash = hash(piece);
        vector[(hash >> 1) as usize % dimension] += if hash & 1 == 0 { weight } else { -weight };
    };
    for word in text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        add(word.as_bytes(), 1.0);
        word.as_bytes().windows(3).for_each(|three| add(three, 0.3));
    }
    let length = vector.iter().map(|x| x * x).sum::<f64>().sqrt();
    if length == 0.0 {
        vector[0] = 1.0;
    } else {
        vector.iter_mut().for_each(|x| *x /= length);
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(a: &[f64], b: &[f64]) -> f64 {
        a.iter().zip(b).map(|(a, b)| a * b).sum()
    }

    #[test]
    fn texts_that_share_words_lie_near_each_other() {
        let [a, b, c] = [
            "a lecture about volcanoes",
            "the volcanoes lecture",
            "lunch at noon",
        ]
        .map(|text| embedding(text, 256));
        assert!((dot(&a, &a) - 1.0).abs() < 1e-9);
        assert!(dot(&a, &b) > dot(&a, &c) + 0.3);
        assert_eq!(embedding("", 8)[0], 1.0);
    }

    #[test]
    fn an_answer_keeps_to_its_token_limit_or_says_that_it_broke_off() {
        let schema = json!({"type": "array", "minItems": 2, "maxItems": 10, "items": {"type": "string", "maxLength": 200}});
        for most in 1..200 {
            let ask = CompletionRequest {
                schema: Some(schema.clone()),
                most_tokens: Some(most),
                ..CompletionRequest::default()
            };
            let content = content(&ask, None, &Options::default(), &[1, 2]);
            assert!(tokens(&content.text) <= most);
            assert_eq!(
                content.cut,
                serde_json::from_str::<Value>(&content.text).is_err()
            );
            assert!(!content.cut || most < 120);
        }
    }
}
