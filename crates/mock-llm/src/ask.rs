//! What a request asks for, read from the three protocols.

use crate::http::HttpRequest;
use serde_json::Value;

/// Whose protocol is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// OpenAI, and the many servers that copy it.
    OpenAi,
    /// Ollama's own.
    Ollama,
    /// Google's Gemini.
    Gemini,
}

/// What is asked for at an address, and in which dialect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A completion: the next turn of a chat.
    Chat(Dialect),
    /// Vectors of texts.
    Embed(Dialect),
    /// The list of the models there are.
    Models(Dialect),
    /// Ollama's version.
    Version,
    /// Whether the server is up.
    Health,
}

/// How the address of an answer of Gemini's ends that comes piece by piece.
const STREAMS: &str = ":streamGenerateContent";

/// Finds what an address stands for.
///
/// # Errors
/// 404 for an unknown path, 405 for a known one with another method.
pub fn route(method: &str, path: &str) -> Result<Route, u16> {
    use Dialect::{Gemini, Ollama, OpenAi};
    let route = match path
        .strip_prefix("/v1/")
        .or(path.strip_prefix('/'))
        .unwrap_or(path)
    {
        "chat/completions" => Route::Chat(OpenAi),
        "embeddings" => Route::Embed(OpenAi),
        "models" => Route::Models(OpenAi),
        "health" => Route::Health,
        "api/chat" => Route::Chat(Ollama),
        "api/embed" => Route::Embed(Ollama),
        "api/tags" => Route::Models(Ollama),
        "api/version" => Route::Version,
        "v1beta/models" => Route::Models(Gemini),
        other
            if other.starts_with("v1beta/models/")
                && (other.ends_with(":generateContent") || other.ends_with(STREAMS)) =>
        {
            Route::Chat(Gemini)
        }
        _ => return Err(404),
    };
    let wanted = if matches!(route, Route::Chat(_) | Route::Embed(_)) {
        "POST"
    } else {
        "GET"
    };
    if method == wanted {
        Ok(route)
    } else {
        Err(405)
    }
}

/// A completion that is asked for, whatever the dialect.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompletionRequest {
    /// The model's name.
    pub model: String,
    /// The text of the system messages.
    pub system: String,
    /// The text of all other messages.
    pub user: String,
    /// The schema that the answer is to follow, from the request's own field or pasted into the
    /// prompt.
    pub schema: Option<Value>,
    /// Whether the schema came in the request's own field.
    pub bound: bool,
    /// Whether JSON is wanted, with a schema or without.
    pub json: bool,
    /// The most tokens the answer may have.
    pub most_tokens: Option<u64>,
    /// Whether the answer is to be streamed.
    pub stream: bool,
    /// Whether a stream is to end with the tokens, in OpenAI's protocol.
    pub usage: bool,
}

/// Reads a completion request.
///
/// # Errors
/// A sentence for the body of a status 400.
pub fn read(
    dialect: Dialect,
    request: &HttpRequest,
    body: &Value,
) -> Result<CompletionRequest, String> {
    let mut ask = match dialect {
        Dialect::OpenAi => read_openai(body)?,
        Dialect::Ollama => read_ollama(body)?,
        Dialect::Gemini => read_gemini(request, body)?,
    };
    if ask.schema.is_none() {
        ask.schema = pasted_schema(&ask.user).or_else(|| pasted_schema(&ask.system));
    }
    Ok(ask)
}

fn read_openai(body: &Value) -> Result<CompletionRequest, String> {
    let mut ask = CompletionRequest {
        model: model(body)?,
        ..CompletionRequest::default()
    };
    messages(body, &mut ask)?;
    let format = &body["response_format"];
    match format["type"].as_str() {
        Some("json_schema") => {
            let named = &format["json_schema"];
            if !named["name"].is_string() {
                return Err(
                    "Missing required parameter: 'response_format.json_schema.name'.".to_owned(),
                );
            }
            if !named["schema"].is_object() {
                return Err(
                    "Missing required parameter: 'response_format.json_schema.schema'.".to_owned(),
                );
            }
            ask.schema = Some(named["schema"].clone());
        }
        // llama-cpp-python's dialect puts the schema right here.
        Some("json_object") => ask.schema = Some(format["schema"].clone()).filter(Value::is_object),
        Some("text") => {}
        None if format.is_null() => {}
        _ => {
            return Err(format!(
                "Invalid value for 'response_format.type': {}.",
                format["type"]
            ));
        }
    }
    ask.bound = ask.schema.is_some();
    ask.json = matches!(format["type"].as_str(), Some("json_schema" | "json_object"));
    ask.most_tokens = body["max_completion_tokens"]
        .as_u64()
        .or(body["max_tokens"].as_u64());
    ask.stream = body["stream"] == true;
    ask.usage = body["stream_options"]["include_usage"] == true;
    if !ask.stream && !body["stream_options"].is_null() {
        return Err("'stream_options' is only for streams.".to_owned());
    }
    Ok(ask)
}

fn read_ollama(body: &Value) -> Result<CompletionRequest, String> {
    let mut ask = CompletionRequest {
        model: model(body)?,
        ..CompletionRequest::default()
    };
    messages(body, &mut ask)?;
    match &body["format"] {
        Value::Null => {}
        Value::String(word) if word.is_empty() => {}
        Value::String(word) if word == "json" => ask.json = true,
        schema @ Value::Object(_) => {
            ask.schema = Some(schema.clone());
            ask.bound = true;
            ask.json = true;
        }
        other => {
            return Err(format!(
                "invalid format: {other}; expected \"json\" or a JSON schema"
            ));
        }
    }
    ask.most_tokens = body["options"]["num_predict"].as_u64();
    // Ollama streams unless told not to.
    ask.stream = body["stream"] != false;
    Ok(ask)
}

fn read_gemini(request: &HttpRequest, body: &Value) -> Result<CompletionRequest, String> {
    let name = request
        .path
        .trim_start_matches("/v1beta/models/")
        .trim_end_matches(":generateContent")
        .trim_end_matches(STREAMS);
    let mut ask = CompletionRequest {
        model: name.to_owned(),
        ..CompletionRequest::default()
    };
    let either = |a: &str, b: &str| {
        if body[a].is_null() {
            body[b].clone()
        } else {
            body[a].clone()
        }
    };
    ask.system = parts(&either("systemInstruction", "system_instruction")["parts"]);
    let contents = body["contents"]
        .as_array()
        .filter(|contents| !contents.is_empty());
    let contents =
        contents.ok_or("* GenerateContentRequest.contents: contents is not specified")?;
    for content in contents {
        if !matches!(content["role"].as_str(), None | Some("user" | "model")) {
            return Err("Please use a valid role: user, model.".to_owned());
        }
        append(&mut ask.user, &parts(&content["parts"]));
    }
    let config = either("generationConfig", "generation_config");
    ask.json = config["responseMimeType"] == "application/json";
    for field in ["responseSchema", "responseJsonSchema"] {
        if config[field].is_object() {
            if !ask.json {
                return Err(format!("{field} needs responseMimeType 'application/json'"));
            }
            ask.schema = Some(config[field].clone());
        }
    }
    ask.bound = ask.schema.is_some();
    ask.most_tokens = config["maxOutputTokens"].as_u64();
    ask.stream = request.path.ends_with(STREAMS);
    if ask.stream && !request.query.split('&').any(|pair| pair == "alt=sse") {
        return Err("streams are told as SSE only; expected alt=sse".to_owned());
    }
    Ok(ask)
}

fn model(body: &Value) -> Result<String, String> {
    let name = body["model"].as_str().filter(|name| !name.is_empty());
    name.map(str::to_owned)
        .ok_or_else(|| "you must provide a model parameter".to_owned())
}

fn messages(body: &Value, ask: &mut CompletionRequest) -> Result<(), String> {
    let messages = body["messages"]
        .as_array()
        .filter(|messages| !messages.is_empty());
    for message in messages.ok_or("'messages' must be a list with at least one message")? {
        let text = match &message["content"] {
            Value::String(text) => text.clone(),
            many @ Value::Array(_) => parts(many),
            Value::Null => String::new(),
            _ => return Err("'messages[].content' must be a text or a list of parts".to_owned()),
        };
        match message["role"].as_str() {
            Some("system" | "developer") => append(&mut ask.system, &text),
            Some("user" | "assistant" | "tool") => append(&mut ask.user, &text),
            _ => {
                return Err(format!(
                    "Invalid value for 'messages[].role': {}.",
                    message["role"]
                ));
            }
        }
    }
    Ok(())
}

fn parts(parts: &Value) -> String {
    let texts = parts
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|part| part["text"].as_str());
    texts.collect::<Vec<_>>().join("\n")
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

/// A JSON schema within a prompt: after a line that speaks of one, or in a code block.
fn pasted_schema(text: &str) -> Option<Value> {
    // ASCII only, so that places in the lower-case text are places in the text.
    let lower = text.to_ascii_lowercase();
    let starts = ["json schema", "```json"]
        .into_iter()
        .flat_map(|mark| lower.match_indices(mark));
    for (start, mark) in starts {
        let rest = &text[start + mark.len()..];
        let Some(brace) = rest.find('{') else {
            continue;
        };
        let first = serde_json::Deserializer::from_str(&rest[brace..])
            .into_iter::<Value>()
            .next();
        if let Some(Ok(value)) = first
            && ["type", "properties", "anyOf", "oneOf", "enum", "$ref"]
                .iter()
                .any(|key| value.get(key).is_some())
        {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn addresses_are_known() {
        assert_eq!(
            route("POST", "/chat/completions"),
            Ok(Route::Chat(Dialect::OpenAi))
        );
        assert_eq!(
            route("POST", "/v1/chat/completions"),
            Ok(Route::Chat(Dialect::OpenAi))
        );
        assert_eq!(
            route("POST", "/v1beta/models/gemini-x:generateContent"),
            Ok(Route::Chat(Dialect::Gemini))
        );
        assert_eq!(
            route("POST", "/v1beta/models/gemini-x:streamGenerateContent"),
            Ok(Route::Chat(Dialect::Gemini))
        );
        assert_eq!(
            route("GET", "/api/tags"),
            Ok(Route::Models(Dialect::Ollama))
        );
        assert_eq!(route("GET", "/v1/chat/completions"), Err(405));
        assert_eq!(route("GET", "/nothing"), Err(404));
        assert_eq!(route("GET", "nothing"), Err(404));
    }

    #[test]
    fn a_schema_is_found_in_a_prompt() {
        let schema = json!({"type": "object", "properties": {"a": {"type": "integer"}}});
        let after_a_line = format!("Answer by this JSON schema:\n{schema}\nand nothing else {{}}.");
        assert_eq!(pasted_schema(&after_a_line), Some(schema.clone()));
        let in_a_block =
            format!("Ä {{x}} Example:\n```json\n{{\"a\": 1}}\n```\n```json\n{schema}\n```");
        assert_eq!(pasted_schema(&in_a_block), Some(schema));
        assert_eq!(pasted_schema("no JSON schema {here"), None);
    }

    #[test]
    fn requests_without_sense_are_refused() {
        let post = HttpRequest::default();
        for body in [
            json!({}),
            json!({"model": "x"}),
            json!({"model": "x", "messages": []}),
            json!({"model": "x", "messages": [{"role": "king", "content": "hm"}]}),
            json!({"model": "x", "messages": [{"role": "user", "content": 7}]}),
        ] {
            assert!(read(Dialect::OpenAi, &post, &body).is_err(), "{body}");
            assert!(read(Dialect::Ollama, &post, &body).is_err(), "{body}");
            assert!(read(Dialect::Gemini, &post, &body).is_err(), "{body}");
        }
        let nameless = json!({"model": "x", "messages": [{"role": "user", "content": "hm"}],
            "response_format": {"type": "json_schema", "json_schema": {"schema": {"type": "object"}}}});
        assert!(
            read(Dialect::OpenAi, &post, &nameless)
                .unwrap_err()
                .contains("name")
        );
    }
}
