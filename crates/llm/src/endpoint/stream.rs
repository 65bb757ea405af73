//! Answers that come piece by piece: the events of a stream, sent as SSE (`data: …`) or as a line of
//! JSON each.

use super::{Api, Completion, Finish, Reported, error_in};
use serde_json::Value;

/// What is said of a stream that ended before the answer did.
pub const ENDED_EARLY: &str = "the stream ended before the answer did";

/// What one event of a stream adds to an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The text that comes next.
    pub text: String,
    /// Why the model stopped, where it has.
    pub finish: Option<Finish>,
    /// The tokens so far, where reported.
    pub usage: Option<Reported>,
}

/// An answer as far as it has come.
#[derive(Debug)]
pub struct Streamed {
    api: Api,
    /// The line that has begun.
    line: Vec<u8>,
    /// The event that has begun: its lines of data.
    event: String,
    text: String,
    finish: Option<Finish>,
    usage: Option<Reported>,
    /// What the server says instead of going on.
    error: Option<String>,
}

impl Streamed {
    /// Nothing as yet, from a server of a protocol.
    pub const fn new(api: Api) -> Self {
        Self {
            api,
            line: Vec::new(),
            event: String::new(),
            text: String::new(),
            finish: None,
            usage: None,
            error: None,
        }
    }

    /// Takes in what has come, cut anywhere. Whether the text has grown.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        let before = self.text.len();
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                self.end_line();
            }
        }
        self.text.len() > before
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole answer, when nothing more comes.
    ///
    /// # Errors
    /// When the server reports an error, or the stream ended before the answer did: a sentence that
    /// says so.
    pub fn whole(mut self) -> Result<Completion, String> {
        self.end_line();
        self.end_event();
        if let Some(message) = self.error {
            return Err(format!("the server says: {message}"));
        }
        // Servers that break off for another request end the stream in good order, with `[DONE]`.
        let finish = self.finish.ok_or(ENDED_EARLY)?;
        Ok(Completion {
            text: self.text,
            finish,
            usage: self.usage.filter(Reported::is_something),
        })
    }

    fn end_line(&mut self) {
        let bytes = std::mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_end_matches(['\r', '\n']);
        if let Some(data) = line.strip_prefix("data:") {
            if !self.event.is_empty() {
                self.event.push('\n');
            }
            self.event.push_str(data.strip_prefix(' ').unwrap_or(data));
        } else if line.is_empty() {
            self.end_event();
        } else if line.starts_with('{') {
            self.take(line);
        }
        // Comments, names and numbers of events say nothing of the answer.
    }

    fn end_event(&mut self) {
        let event = std::mem::take(&mut self.event);
        self.take(&event);
    }

    fn take(&mut self, event: &str) {
        let Ok(value) = serde_json::from_str::<Value>(event) else {
            return;
        };
        if let Some(message) = error_in(&value) {
            self.error.get_or_insert(message);
            return;
        }
        let piece = self.api.protocol().piece(&value);
        self.text.push_str(&piece.text);
        // What was withheld once is not given back by a stop that follows.
        if self.finish != Some(Finish::Withheld) {
            self.finish = piece.finish.or(self.finish);
        }
        self.usage = piece.usage.or(self.usage);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPENAI: &str = concat!(
        ": keep-alive\r\n\r\n",
        "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"},\"finish_reason\":null}]}\r\n\r\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"{\\\"say\\\":\"},\"finish_reason\":null}]}\r\n\r\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"\\\"Chào\\\"}\"},\"finish_reason\":null}]}\r\n\r\n",
        "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\r\n\r\n",
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5}}\r\n\r\n",
        "data: [DONE]\r\n\r\n",
    );
    const OLLAMA: &str = concat!(
        "{\"message\":{\"content\":\"{\\\"say\\\":\"},\"done\":false}\n",
        "{\"message\":{\"content\":\"\\\"Chào\\\"}\"},\"done\":false}\n",
        "{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",",
        "\"prompt_eval_count\":7,\"eval_count\":5}\n",
    );
    const GEMINI: &str = concat!(
        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\\\"say\\\":\"}]}}],",
        "\"usageMetadata\":{\"promptTokenCount\":7}}\n\n",
        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\\\"Chào\\\"}\"}]},",
        "\"finishReason\":\"STOP\"}],",
        "\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":5}}\n\n",
    );

    #[test]
    fn an_answer_is_the_same_wherever_its_bytes_are_cut() {
        for (api, body) in [
            (Api::OpenAi, OPENAI),
            (Api::Ollama, OLLAMA),
            (Api::Gemini, GEMINI),
        ] {
            for size in 1..body.len() {
                let mut streamed = Streamed::new(api);
                let mut grown = Vec::new();
                for bytes in body.as_bytes().chunks(size) {
                    if streamed.feed(bytes) {
                        grown.push(streamed.text().to_owned());
                    }
                }
                assert!(grown.windows(2).all(|two| two[1].starts_with(&two[0])));
                let whole = streamed.whole().unwrap();
                assert_eq!(whole.text, "{\"say\":\"Chào\"}");
                assert_eq!(whole.finish, Finish::Done);
                assert_eq!(
                    whole.usage,
                    Some(Reported {
                        tokens_in: 7,
                        tokens_cached: 0,
                        tokens_out: 5
                    }),
                    "{api:?} {size}"
                );
            }
        }
    }

    #[test]
    fn what_breaks_off_is_no_answer() {
        let half = |api, body: &str| {
            let mut streamed = Streamed::new(api);
            streamed.feed(&body.as_bytes()[..body.len() / 2]);
            streamed.whole()
        };
        for (api, body) in [
            (Api::OpenAi, OPENAI),
            (Api::Ollama, OLLAMA),
            (Api::Gemini, GEMINI),
        ] {
            assert!(half(api, body).unwrap_err().contains("ended before"));
        }
        let mut streamed = Streamed::new(Api::OpenAi);
        streamed
            .feed(b"data: {\"choices\":[{\"delta\":{\"content\":\"He\"}}]}\n\ndata: [DONE]\n\n");
        assert_eq!(streamed.whole().unwrap_err(), ENDED_EARLY);
        let mut streamed = Streamed::new(Api::OpenAi);
        streamed.feed(b"data: {\"error\":{\"message\":\"out of memory\",\"code\":500}}\n\n");
        assert!(streamed.whole().unwrap_err().contains("out of memory"));
    }

    #[test]
    fn why_a_stream_stops_is_told() {
        let finish = |api, body: &str| {
            let mut streamed = Streamed::new(api);
            streamed.feed(body.as_bytes());
            streamed.whole().unwrap().finish
        };
        let length = OPENAI.replace("\"stop\"", "\"length\"");
        assert_eq!(finish(Api::OpenAi, &length), Finish::Length);
        let length = OLLAMA.replace("\"stop\"", "\"length\"");
        assert_eq!(finish(Api::Ollama, &length), Finish::Length);
        let withheld = GEMINI.replace("STOP", "SAFETY");
        assert_eq!(finish(Api::Gemini, &withheld), Finish::Withheld);
        let refused = "data: {\"choices\":[{\"delta\":{\"refusal\":\"No.\"}}]}\n\n\
                       data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
        assert_eq!(finish(Api::OpenAi, refused), Finish::Withheld);
    }
}
