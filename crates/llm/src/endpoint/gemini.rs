//! Google's Gemini: `models/…:generateContent`.

use super::{
    ChatRequest, ChatRole, Completion, Finish, HttpPost, Level, Protocol, Reported, ServedModel, names,
    schema,
    stream::Piece,
    tokens,
};
use serde_json::{Value, json};

pub(super) struct Gemini;

impl Protocol for Gemini {
    fn word(&self) -> &'static str {
        "gemini"
    }

    fn home(&self) -> &'static str {
        "https://generativelanguage.googleapis.com"
    }

    fn key_header(&self) -> (&'static str, &'static str) {
        ("x-goog-api-key", "")
    }

    fn post(&self, model: &ServedModel<'_>, ask: &ChatRequest) -> HttpPost {
        post(model, ask)
    }

    fn reply(&self, value: &Value) -> Result<Completion, String> {
        reply(value)
    }

    fn ask_for_stream(&self, post: &mut HttpPost) {
        if let Some(address) = post.url.strip_suffix(":generateContent") {
            post.url = format!("{address}:streamGenerateContent?alt=sse");
        }
    }

    fn piece(&self, value: &Value) -> Piece {
        piece(value)
    }

    fn models_url(&self, model: &ServedModel<'_>) -> String {
        format!("{}?pageSize=1000", models(model))
    }

    fn models(&self, value: &Value) -> Option<Vec<String>> {
        names(value, "models", "name")
    }
}

/// The address of the models, with the version that the settings give, or `v1beta`.
pub(super) fn models(model: &ServedModel<'_>) -> String {
    let base = &model.base_url;
    let versioned = base.rsplit('/').next().is_some_and(|last| {
        last.strip_prefix('v')
            .is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    });
    if versioned {
        format!("{base}/models")
    } else {
        format!("{base}/v1beta/models")
    }
}

fn post(model: &ServedModel<'_>, ask: &ChatRequest) -> HttpPost {
    let contents: Vec<Value> = ask
        .turns
        .iter()
        .map(|(speaker, text)| {
            let role = if *speaker == ChatRole::User {
                "user"
            } else {
                "model"
            };
            json!({"role": role, "parts": [{"text": text}]})
        })
        .collect();
    let mut config = json!({"maxOutputTokens": ask.most_tokens});
    if let Some(temperature) = model.temperature.filter(|_| ask.with_temperature) {
        config["temperature"] = json!(temperature);
    }
    if !ask.schema.is_null() && ask.level != Level::Text {
        config["responseMimeType"] = json!("application/json");
    }
    match ask.level {
        _ if ask.schema.is_null() => {}
        Level::Schema => config["responseJsonSchema"] = ask.schema.clone(),
        Level::OlderSchema => config["responseSchema"] = schema::for_gemini(ask.schema),
        Level::Json | Level::Text => {}
    }
    let mut body = json!({"contents": contents, "generationConfig": config});
    let system = ask.system();
    if !system.is_empty() {
        body["systemInstruction"] = json!({"parts": [{"text": system}]});
    }
    let name = model.name.trim_start_matches("models/");
    HttpPost {
        url: format!("{}/{name}:generateContent", models(model)),
        body,
    }
}

fn reply(value: &Value) -> Result<Completion, String> {
    let usage = value.get("usageMetadata").map(|usage| Reported {
        tokens_in: tokens(usage, "/promptTokenCount"),
        tokens_cached: tokens(usage, "/cachedContentTokenCount"),
        tokens_out: tokens(usage, "/candidatesTokenCount") + tokens(usage, "/thoughtsTokenCount"),
    });
    let usage = usage.filter(Reported::is_something);
    let Some(candidate) = value.pointer("/candidates/0") else {
        if value.get("promptFeedback").is_some() {
            return Ok(Completion {
                text: String::new(),
                finish: Finish::Withheld,
                usage,
            });
        }
        return Err("the response has no candidates".to_owned());
    };
    let parts = candidate
        .pointer("/content/parts")
        .and_then(Value::as_array);
    let text = parts
        .into_iter()
        .flatten()
        .filter(|part| part.get("thought") != Some(&Value::Bool(true)))
        .filter_map(|part| part.get("text")?.as_str())
        .collect();
    let finish = match candidate.get("finishReason").and_then(Value::as_str) {
        Some("MAX_TOKENS") => Finish::Length,
        Some("SAFETY" | "RECITATION" | "BLOCKLIST" | "PROHIBITED_CONTENT" | "SPII") => {
            Finish::Withheld
        }
        _ => Finish::Done,
    };
    Ok(Completion {
        text,
        finish,
        usage,
    })
}

fn piece(value: &Value) -> Piece {
    let Ok(Completion {
        text,
        finish,
        usage,
    }) = reply(value)
    else {
        return Piece::default();
    };
    let reason = value.pointer("/candidates/0/finishReason");
    let ends = reason.is_some_and(Value::is_string) || finish == Finish::Withheld;
    Piece {
        text,
        finish: ends.then_some(finish),
        usage,
    }
}
