//! OpenAI's chat completions, which llama.cpp, vLLM, LM Studio, GPT4All, DeepSeek and others speak
//! too.

use super::{
    ChatRequest, ChatRole, Completion, Finish, HttpPost, Level, Protocol, Reported, ServedModel, names,
    schema,
    stream::Piece,
    tokens,
};
use serde_json::{Value, json};

pub(super) struct OpenAi;

impl Protocol for OpenAi {
    fn word(&self) -> &'static str {
        "openai"
    }

    fn home(&self) -> &'static str {
        "https://api.openai.com/v1"
    }

    fn post(&self, model: &ServedModel<'_>, ask: &ChatRequest) -> HttpPost {
        post(model, ask)
    }

    fn reply(&self, value: &Value) -> Result<Completion, String> {
        reply(value)
    }

    fn ask_for_stream(&self, post: &mut HttpPost) {
        post.body["stream"] = json!(true);
        post.body["stream_options"] = json!({"include_usage": true});
    }

    fn piece(&self, value: &Value) -> Piece {
        piece(value)
    }

    fn models_url(&self, model: &ServedModel<'_>) -> String {
        format!("{}/models", model.base_url)
    }

    fn models(&self, value: &Value) -> Option<Vec<String>> {
        names(value, "data", "id")
    }
}

fn post(model: &ServedModel<'_>, ask: &ChatRequest) -> HttpPost {
    let mut messages = Vec::with_capacity(ask.turns.len() + 1);
    let system = ask.system();
    if !system.is_empty() {
        messages.push(json!({"role": "system", "content": system}));
    }
    for (speaker, text) in ask.turns {
        let role = if *speaker == ChatRole::User {
            "user"
        } else {
            "assistant"
        };
        messages.push(json!({"role": role, "content": text}));
    }
    let limit = if ask.completion_tokens {
        "max_completion_tokens"
    } else {
        "max_tokens"
    };
    let mut body = json!({"model": model.name, "messages": messages, limit: ask.most_tokens,
        "stream": false});
    if let Some(temperature) = model.temperature.filter(|_| ask.with_temperature) {
        body["temperature"] = json!(temperature);
    }
    let format = match ask.level {
        _ if ask.schema.is_null() => None,
        Level::Schema => Some(json!({
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": schema::is_strict(ask.schema),
                "schema": ask.schema},
        })),
        Level::OlderSchema => Some(json!({"type": "json_object", "schema": ask.schema})),
        Level::Json => Some(json!({"type": "json_object"})),
        Level::Text => None,
    };
    if let Some(format) = format {
        body["response_format"] = format;
    }
    HttpPost {
        url: format!("{}/chat/completions", model.base_url),
        body,
    }
}

fn reply(value: &Value) -> Result<Completion, String> {
    let choice = value
        .pointer("/choices/0")
        .ok_or("the response has no choices")?;
    let message = choice.get("message").unwrap_or(&Value::Null);
    let text = match message.get("content") {
        Some(Value::String(text)) => text.clone(),
        // Some servers send the content in parts.
        Some(Value::Array(parts)) => parts
            .iter()
            .filter_map(|part| part.get("text")?.as_str())
            .collect(),
        _ => String::new(),
    };
    let finish = match choice.get("finish_reason").and_then(Value::as_str) {
        _ if text.is_empty() && message.get("refusal").is_some_and(Value::is_string) => {
            Finish::Withheld
        }
        reason => finish(reason),
    };
    Ok(Completion {
        text,
        finish,
        usage: usage(value).filter(Reported::is_something),
    })
}

/// Why the model stopped, in the words of the protocol.
fn finish(reason: Option<&str>) -> Finish {
    match reason {
        Some("length" | "max_tokens") => Finish::Length,
        Some("content_filter") => Finish::Withheld,
        _ => Finish::Done,
    }
}

fn usage(value: &Value) -> Option<Reported> {
    let usage = value.get("usage").filter(|usage| usage.is_object())?;
    Some(Reported {
        tokens_in: tokens(usage, "/prompt_tokens"),
        // DeepSeek has a field of its own for this.
        tokens_cached: tokens(usage, "/prompt_tokens_details/cached_tokens")
            .max(tokens(usage, "/prompt_cache_hit_tokens")),
        tokens_out: tokens(usage, "/completion_tokens"),
    })
}

fn piece(value: &Value) -> Piece {
    let choice = value.pointer("/choices/0").unwrap_or(&Value::Null);
    let said = |name: &str| choice.pointer(name).and_then(Value::as_str);
    let text = said("/delta/content").unwrap_or_default();
    let reason = said("/finish_reason").map(|reason| finish(Some(reason)));
    let refused = said("/delta/refusal").is_some_and(|words| !words.is_empty());
    Piece {
        text: text.to_owned(),
        finish: if refused {
            Some(Finish::Withheld)
        } else {
            reason
        },
        usage: usage(value),
    }
}
