//! The protocols of servers: pure functions from a question to a request's body, and from a
//! response's body to an answer.
//!
//! A protocol is a file that implements [`Protocol`] and a line in the list below. Settings, the
//! broker and `doctor` know protocols from that list only.

mod schema;
pub(crate) mod stream;

use collegium_core::named::none_of;
use serde::Serialize;
use serde_json::{Map, Value};
use stream::{Piece, Streamed};

/// The registry: a module, its type, and what it is, from which [`Api`] is made.
macro_rules! protocols {
    ($($(#[$doc:meta])* $file:ident :: $name:ident,)+) => {
        $(mod $file;)+

        /// The protocol that a server speaks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Api { $($(#[$doc])* $name,)+ }

        impl Api {
            /// Every protocol, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// How requests and responses of the protocol are written and read.
            pub fn protocol(self) -> &'static dyn Protocol {
                match self { $(Self::$name => &$file::$name,)+ }
            }
        }
    };
}

protocols! {
    /// OpenAI's chat completions, which most servers speak.
    openai::OpenAi,
    /// Ollama's own.
    ollama::Ollama,
    /// Google's Gemini.
    gemini::Gemini,
}

impl Api {
    /// The word by which settings name it.
    pub fn word(self) -> &'static str {
        self.protocol().word()
    }

    /// Reads the word in settings.
    ///
    /// # Errors
    /// For any other word, naming what was expected.
    pub fn parse(word: &str) -> Result<Self, String> {
        let known = Self::ALL.iter().copied();
        known.clone().find(|api| api.word() == word).ok_or_else(|| {
            let words: Vec<&str> = known.map(Self::word).collect();
            none_of(word, &words)
        })
    }
}

/// A model at a server, as far as requests tell of it.
#[derive(Clone, Copy, Debug)]
pub struct ServedModel<'a> {
    /// The protocol that its server speaks.
    pub api: Api,
    /// The server, without a slash at the end.
    pub base_url: &'a str,
    /// What the server calls the model.
    pub name: &'a str,
    /// How freely it chooses its words, 0 to 2; the server's own choice when none is given.
    pub temperature: Option<f64>,
    /// Fields put into every request body as they are.
    pub extra: &'a Map<String, Value>,
}

/// What it takes to speak with servers of one kind. Nothing here touches the network.
pub trait Protocol: Sync {
    /// Its word in settings, `api = "…"`.
    fn word(&self) -> &'static str;

    /// Where the protocol's own server lives, for settings without `base_url`.
    fn home(&self) -> &'static str;

    /// The header that carries the key: its name in small letters, and what stands before the key.
    fn key_header(&self) -> (&'static str, &'static str) {
        ("authorization", "Bearer ")
    }

    /// Whether there is a second way to hold a model to a schema ([`Level::OlderSchema`]).
    fn has_older_schema(&self) -> bool {
        true
    }

    /// The request for a question, without the `extra` fields of the model.
    fn post(&self, model: &ServedModel<'_>, ask: &ChatRequest) -> HttpPost;

    /// Reads the body of a successful response that holds no error object.
    ///
    /// # Errors
    /// When something is missing: a sentence that says what.
    fn reply(&self, value: &Value) -> Result<Completion, String>;

    /// Changes a request so that the answer comes piece by piece.
    fn ask_for_stream(&self, post: &mut HttpPost);

    /// Reads an event of such an answer, which holds no error object.
    fn piece(&self, value: &Value) -> Piece;

    /// Where the server lists its models.
    fn models_url(&self, model: &ServedModel<'_>) -> String;

    /// The models in such a list; none when it is no list.
    fn models(&self, value: &Value) -> Option<Vec<String>>;

    /// What to do when no server answers, where the protocol knows better than “start it”.
    fn to_start(&self) -> Option<&'static str> {
        None
    }

    /// How a model gets onto the server, where the protocol knows.
    fn to_fetch(&self, _model: &str) -> Option<String> {
        None
    }
}

/// How strictly the server is asked for the shape; from one to the next less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Level {
    /// By JSON schema: the server holds the model to it.
    Schema,
    /// By the schema in an older field: `json_object` with a schema, or Gemini's `responseSchema`.
    OlderSchema,
    /// By JSON mode; the schema is in the prompt.
    Json,
    /// By the prompt alone, which has the schema.
    Text,
}

impl Level {
    /// The next less strict one that the protocol has.
    pub fn next(self, api: Api) -> Option<Self> {
        match self {
            Self::Schema if api.protocol().has_older_schema() => Some(Self::OlderSchema),
            Self::Schema | Self::OlderSchema => Some(Self::Json),
            Self::Json => Some(Self::Text),
            Self::Text => None,
        }
    }

    /// What screens call it.
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
pub enum ChatRole {
    /// This program, which asks.
    User,
    /// The model, in an answer before.
    Model,
}

/// One question, in no protocol yet.
#[derive(Debug)]
pub struct ChatRequest<'a> {
    /// What stays the same from call to call.
    pub system: &'a str,
    /// The turns, the last of them ours.
    pub turns: &'a [(ChatRole, String)],
    /// The schema of the answer; null for any.
    pub schema: &'a Value,
    /// How strictly it is asked for.
    pub level: Level,
    /// The most tokens that the answer may have.
    pub most_tokens: u32,
    /// Whether the limit is to be called `max_completion_tokens`.
    pub completion_tokens: bool,
    /// Whether the server takes a temperature.
    pub with_temperature: bool,
    /// Whether the answer is to come piece by piece.
    pub stream: bool,
}

impl ChatRequest<'_> {
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

/// An HTTP request to post, in the words of a protocol.
#[derive(Debug)]
pub struct HttpPost {
    /// The whole address, with the path of the protocol.
    pub url: String,
    /// What is sent, as JSON.
    pub body: Value,
}

/// Why the model stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// The answer was complete.
    Done,
    /// It reached the token limit.
    Length,
    /// The server withheld the answer.
    Withheld,
}

/// Tokens as the server reports them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// Tokens of the prompt.
    pub tokens_in: u64,
    /// Those of them that the server found in its cache.
    pub tokens_cached: u64,
    /// Tokens of the answer, thoughts included.
    pub tokens_out: u64,
}

impl Reported {
    /// Whether anything is reported.
    const fn is_something(&self) -> bool {
        self.tokens_in > 0 || self.tokens_out > 0
    }

    /// Whether a call can have used so many: no more of the prompt than there are bytes in the
    /// request and in what servers put around it, no more of the answer than was allowed or came.
    pub const fn is_plausible(&self, sent: u64, received: u64, allowed: u64) -> bool {
        /// Tokens of templates, tools and images that a server may add to a prompt.
        const AROUND: u64 = 8192;
        self.tokens_in <= sent + AROUND
            && self.tokens_cached <= self.tokens_in
            && self.tokens_out <= received + allowed
    }
}

/// What a response says, whatever the protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The model's text.
    pub text: String,
    /// Why the model stopped.
    pub finish: Finish,
    /// The tokens, where reported.
    pub usage: Option<Reported>,
}

/// The request for a question, in the protocol of a model's server.
pub fn post(model: &ServedModel<'_>, ask: &ChatRequest) -> HttpPost {
    let protocol = model.api.protocol();
    let mut post = protocol.post(model, ask);
    if ask.stream {
        protocol.ask_for_stream(&mut post);
    }
    merge(&mut post.body, model.extra);
    post
}

/// Reads the body of a successful response to a request that asked for a stream: the events, or the
/// whole answer from a server that does not stream.
///
/// # Errors
/// As [`reply`], and when the stream ended before the answer did.
pub fn streamed_reply(api: Api, body: &[u8]) -> Result<Completion, String> {
    let first = body.iter().find(|byte| !byte.is_ascii_whitespace());
    if matches!(first, Some(b'{' | b'[')) && serde_json::from_slice::<Value>(body).is_ok() {
        return reply(api, body);
    }
    let mut streamed = Streamed::new(api);
    streamed.feed(body);
    streamed.whole()
}

/// Reads the body of a successful response.
///
/// # Errors
/// When it is no such body: a sentence that says what is missing.
pub fn reply(api: Api, body: &[u8]) -> Result<Completion, String> {
    // Servers that cut texts at bytes send broken UTF-8 within whole JSON: the rest of it is still
    // good.
    let text = String::from_utf8_lossy(body);
    let value: Value = serde_json::from_str(&text)
        .map_err(|error| format!("the response is not whole JSON ({error})"))?;
    if let Some(message) = error_in(&value) {
        return Err(format!("the server says: {message}"));
    }
    api.protocol().reply(&value)
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

/// The models in the body of a list; none when it is no list.
pub fn models(api: Api, body: &[u8]) -> Option<Vec<String>> {
    api.protocol().models(&serde_json::from_slice(body).ok()?)
}

/// What each element of a list calls itself.
fn names(value: &Value, list: &str, name: &str) -> Option<Vec<String>> {
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

/// A number of tokens in a response; 0 when it is missing, and never so large that sums of some
/// overflow.
fn tokens(value: &Value, path: &str) -> u64 {
    const MOST: u64 = 1 << 40;
    let found = value.pointer(path).and_then(Value::as_u64).unwrap_or(0);
    found.min(MOST)
}

#[cfg(test)]
mod tests;
