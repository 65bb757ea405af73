//! Ollama's own protocol: `/api/chat`.

use super::{
    ChatRequest, ChatRole, Completion, Finish, HttpPost, Level, Protocol, Reported, ServedModel, names,
    stream::Piece,
    tokens,
};
use serde_json::{Value, json};

pub(super) struct Ollama;

impl Protocol for Ollama {
    fn word(&self) -> &'static str {
        "ollama"
    }

    fn home(&self) -> &'static str {
        "http://localhost:11434"
    }

    /// Ollama has one field for schemas and one way of saying it.
    fn has_older_schema(&self) -> bool {
        false
    }

    fn post(&self, model: &ServedModel<'_>, ask: &ChatRequest) -> HttpPost {
        post(model, ask)
    }

    fn reply(&self, value: &Value) -> Result<Completion, String> {
        reply(value)
    }

    fn ask_for_stream(&self, post: &mut HttpPost) {
        post.body["stream"] = json!(true);
    }

    fn piece(&self, value: &Value) -> Piece {
        piece(value)
    }

    fn models_url(&self, model: &ServedModel<'_>) -> String {
        format!("{}/api/tags", model.base_url)
    }

    fn models(&self, value: &Value) -> Option<Vec<String>> {
        names(value, "models", "name")
    }

    fn to_start(&self) -> Option<&'static str> {
        Some("Start it with “ollama serve”, or put its address into base_url.")
    }

    fn to_fetch(&self, model: &str) -> Option<String> {
        Some(format!("Fetch it with “ollama pull {model}”"))
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
    let mut options = json!({"num_predict": ask.most_tokens});
    if let Some(temperature) = model.temperature.filter(|_| ask.with_temperature) {
        options["temperature"] = json!(temperature);
    }
    let mut body =
        json!({"model": model.name, "messages": messages, "stream": false, "options": options});
    match ask.level {
        _ if ask.schema.is_null() => {}
        Level::Schema | Level::OlderSchema => body["format"] = ask.schema.clone(),
        Level::Json => body["format"] = json!("json"),
        Level::Text => {}
    }
    HttpPost {
        url: format!("{}/api/chat", model.base_url),
        body,
    }
}

fn reply(value: &Value) -> Result<Completion, String> {
    let message = value.get("message").ok_or("the response has no message")?;
    let text = message
        .get("content")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    let finish = match value.get("done_reason").and_then(Value::as_str) {
        Some("length") => Finish::Length,
        _ => Finish::Done,
    };
    let usage = Reported {
        tokens_in: tokens(value, "/prompt_eval_count"),
        tokens_cached: 0,
        tokens_out: tokens(value, "/eval_count"),
    };
    Ok(Completion {
        text,
        finish,
        usage: Some(usage).filter(Reported::is_something),
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
    let done = value.get("done") == Some(&Value::Bool(true));
    Piece {
        text,
        finish: done.then_some(finish),
        usage,
    }
}
