//! Looking on while a campus corresponds with its models: every request as it goes out, every
//! answer as it comes, and a stop at the first that no mind can use.

use collegium_llm::{Answer, Outcome, Request, secrets::Secrets};
use std::collections::BTreeMap;

/// Whoever looks on; told of every request and answer, with no key in it.
pub trait Onlooker: Send {
    /// A request goes out.
    fn asked(&mut self, request: &Request);

    /// An answer has come.
    fn answered(&mut self, request: &Request, answer: &Answer);
}

/// What looking on needs beside the correspondence itself.
#[derive(Default)]
pub(super) struct Oversight {
    /// Who looks on; none where nobody does.
    pub onlooker: Option<Box<dyn Onlooker>>,
    /// Whether the first answer that no mind can use ends the run.
    pub strict: bool,
    /// The keys that are never shown.
    secrets: Secrets,
    /// The first answer that no mind could use, with what was asked.
    pub failed: Option<Box<(Request, Answer)>>,
    /// What waits for an answer, by its number.
    waiting: BTreeMap<u64, Request>,
}

impl Oversight {
    /// Shows nothing with a key of these in it.
    pub fn without(secrets: Secrets) -> Self {
        Self {
            secrets,
            ..Self::default()
        }
    }

    /// Whether anything is looked at.
    fn looks(&self) -> bool {
        self.strict || self.onlooker.is_some()
    }

    /// Sees requests on their way.
    pub fn sees(&mut self, requests: &[Request]) {
        if !self.looks() {
            return;
        }
        for request in requests {
            let request = self.without_keys(request);
            if let Some(onlooker) = &mut self.onlooker {
                onlooker.asked(&request);
            }
            self.waiting.insert(request.id, request);
        }
    }

    fn without_keys(&self, request: &Request) -> Request {
        let mut request = request.clone();
        for text in [&mut request.prompt.system, &mut request.prompt.user] {
            *text = self.secrets.scrub(text).into_owned();
        }
        request
    }

    /// Sees an answer; true when it may enter the campus. One that ends the run may not, so that
    /// whoever goes on with the save asks anew.
    pub fn lets_in(&mut self, answer: &Answer) -> bool {
        let Some(request) = self.waiting.remove(&answer.id) else {
            return true;
        };
        if let Some(onlooker) = &mut self.onlooker {
            onlooker.answered(&request, answer);
        }
        self.judge(&request, answer)
    }

    /// False for an answer that ends the run.
    pub fn judge(&mut self, request: &Request, answer: &Answer) -> bool {
        let ends = self.strict && matches!(answer.outcome, Outcome::FellBack(..));
        if ends && self.failed.is_none() {
            self.failed = Some(Box::new((self.without_keys(request), answer.clone())));
        }
        !ends
    }
}
