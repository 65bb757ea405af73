//! The protocols of servers: pure functions from a question to a request's body, and from a
//! response's body to an answer.

mod gemini;
mod ollama;
mod openai;
mod schema;

use super::settings::{Api, Profile, Structured};
use serde_json::{Map, Value};

/// How strictly the server is asked for the shape; from one to the next less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// By JSON schema.
    Schema,
    /// By the schema in an older field: `json_object` with a schema, or Gemini's `responseSchema`.
    OlderSchema,
    /// By JSON mode; the schema is in the prompt.
    Json,
    /// By the prompt alone.
    Text,
}

impl Level {
    /// Where a profile begins.
    pub const fn first(structured: Structured) -> Self {
        match structured {
            Structured::Auto | Structured::Schema => Self::Schema,
            Structured::Json => Self::Json,
            Structured::Text => Self::Text,
        }
    }

    /// The next less strict one that the protocol has.
    pub const fn next(self, api: Api) -> Option<Self> {
        match (self, api) {
            (Self::Schema, Api::OpenAi | Api::Gemini) => Some(Self::OlderSchema),
            (Self::Schema, Api::Ollama) | (Self::OlderSchema, _) => Some(Self::Json),
            (Self::Json, _) => Some(Self::Text),
            (Self::Text, _) => None,
        }
    }

    /// Its name, for screens.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Schema | Self::OlderSchema => "JSON schema",
            Self::Json => "JSON mode",
            Self::Text => "prompt only",
        }
    }
}

/// Who speaks in a turn after the system prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// We.
    User,
    /// The model.
    Model,
}

/// One question, in no protocol yet.
#[derive(Debug)]
pub struct Ask<'a> {
    /// What stays the same from call to call.
    pub system: &'a str,
    /// The turns, the last of them ours.
    pub turns: &'a [(Speaker, String)],
    /// The schema of the answer; null for any.
    pub schema: &'a Value,
    /// How strictly it is asked for.
    pub level: Level,
    /// The most tokens of the answer.
    pub most_tokens: u32,
    /// Whether the limit is to be called `max_completion_tokens`.
    pub completion_tokens: bool,
    /// Whether the server takes a temperature.
    pub with_temperature: bool,
}

impl Ask<'_> {
    /// The system prompt, with the schema where the server does not hold the model to it.
    fn system(&self) -> String {
        if self.level <= Level::OlderSchema || self.schema.is_null() {
            return self.system.to_owned();
        }
        let gap = if self.system.is_empty() { "" } else { "\n\n" };
        format!(
            "{}{gap}Answer with one JSON value and nothing else. It must fit this JSON schema:\n{}",
            self.system, self.schema
        )
    }
}

/// Where and what to post.
#[derive(Debug)]
pub struct Post {
    /// The address.
    pub url: String,
    /// The body.
    pub body: Value,
}

/// Why the model stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// It was done.
    Done,
    /// It reached the token limit.
    Length,
    /// The server withheld the answer.
    Withheld,
}

/// Tokens as the server reports them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// Of the prompt.
    pub tokens_in: u64,
    /// Of the prompt, found in the server's cache.
    pub tokens_cached: u64,
    /// Of the answer, thoughts included.
    pub tokens_out: u64,
}

/// What a response says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The model's text.
    pub text: String,
    /// Why it ended.
    pub finish: Finish,
    /// The tokens, where reported.
    pub usage: Option<Reported>,
}

/// The request for a question.
pub fn post(profile: &Profile, ask: &Ask) -> Post {
    let mut post = match profile.api {
        Api::OpenAi => openai::post(profile, ask),
        Api::Ollama => ollama::post(profile, ask),
        Api::Gemini => gemini::post(profile, ask),
    };
    merge(&mut post.body, &profile.extra);
    post
}

/// The header that carries the key: its name and the word before the key.
pub const fn key_header(api: Api) -> (&'static str, &'static str) {
    match api {
        Api::OpenAi | Api::Ollama => ("authorization", "Bearer "),
        Api::Gemini => ("x-goog-api-key", ""),
    }
}

/// Reads the body of a successful response.
///
/// # Errors
/// When it is no such body: a sentence that says what is missing.
pub fn reply(api: Api, body: &[u8]) -> Result<Reply, String> {
    // Servers that cut texts at bytes send broken UTF-8 within whole JSON: the rest of it is still
    // good.
    let text = String::from_utf8_lossy(body);
    let value: Value = serde_json::from_str(&text)
        .map_err(|error| format!("the response is not whole JSON ({error})"))?;
    if let Some(message) = error_in(&value) {
        return Err(format!("the server says: {message}"));
    }
    match api {
        Api::OpenAi => openai::reply(&value),
        Api::Ollama => ollama::reply(&value),
        Api::Gemini => gemini::reply(&value),
    }
}

/// The server's own words in the body of a refusal, cut to a readable length; empty when it has
/// none.
pub fn error_text(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(&body[..body.len().min(20_000)]);
    let message = match serde_json::from_str::<Value>(&text) {
        Ok(value) => error_in(&value).unwrap_or_else(|| value.to_string()),
        Err(_) => text.into_owned(),
    };
    let words: Vec<&str> = message.split_whitespace().collect();
    words.join(" ").chars().take(300).collect()
}

/// The message of an error object, as the servers variously shape it.
fn error_in(value: &Value) -> Option<String> {
    let object = match value {
        Value::Array(list) => list.first()?,
        other => other,
    };
    let error = match object.get("error") {
        Some(Value::Null) | None => match object.get("detail").or_else(|| object.get("message")) {
            // FastAPI's servers say `detail`, others `message`; a good response has neither beside
            // its choices.
            Some(detail) if object.get("choices").is_none() && !detail.is_object() => detail,
            _ => return None,
        },
        Some(error) => error,
    };
    Some(match error {
        Value::String(text) => text.clone(),
        Value::Object(parts) => {
            let word = |name: &str| parts.get(name).and_then(Value::as_str);
            match (word("message"), word("code").or_else(|| word("status"))) {
                (Some(message), Some(code)) => format!("{message} ({code})"),
                (Some(message), None) => message.to_owned(),
                _ => error.to_string(),
            }
        }
        other => other.to_string(),
    })
}

/// Where the server lists its models.
pub fn models_url(profile: &Profile) -> String {
    match profile.api {
        Api::OpenAi => format!("{}/models", profile.base_url),
        Api::Ollama => format!("{}/api/tags", profile.base_url),
        Api::Gemini => format!("{}?pageSize=1000", gemini::models(profile)),
    }
}

/// The models in such a list; none when it is no list.
pub fn models(api: Api, body: &[u8]) -> Option<Vec<String>> {
    let value: Value = serde_json::from_slice(body).ok()?;
    let (list, name) = match api {
        Api::OpenAi => ("data", "id"),
        Api::Ollama | Api::Gemini => ("models", "name"),
    };
    let names = value
        .get(list)?
        .as_array()?
        .iter()
        .filter_map(|model| model.get(name)?.as_str());
    Some(
        names
            .map(|name| name.trim_start_matches("models/").to_owned())
            .collect(),
    )
}

/// Puts the fields of `extra` into a body, objects into objects.
fn merge(body: &mut Value, extra: &Map<String, Value>) {
    let Value::Object(fields) = body else { return };
    for (name, value) in extra {
        match (fields.get_mut(name), value) {
            (Some(inner @ Value::Object(_)), Value::Object(more)) => merge(inner, more),
            _ => {
                fields.insert(name.clone(), value.clone());
            }
        }
    }
}

/// A whole number in a response; 0 when it is missing.
fn tokens(value: &Value, path: &str) -> u64 {
    value.pointer(path).and_then(Value::as_u64).unwrap_or(0)
}

#[cfg(test)]
mod tests;
