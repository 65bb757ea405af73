//! `run --trace` and `run --strict`: prompts and answers of models as they happen, and the call at
//! which a strict run stops.

use super::{Failure, args, out::Harmless};
use anyhow::Context as _;
use collegium_core::text::Shown as _;
use collegium_llm::{Answer, Outcome, Request};
use collegium_sim::simulation::{Correspondence, Onlooker};
use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

/// Writes what is exchanged with models.
struct Trace {
    /// None once it could not be written.
    out: Option<Harmless<Box<dyn Write + Send>>>,
}

impl Trace {
    fn write(&mut self, text: &str) {
        let Some(out) = &mut self.out else { return };
        if let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            tracing::warn!("the trace ends here, for it cannot be written: {error}");
            self.out = None;
        }
    }
}

impl Onlooker for Trace {
    fn asked(&mut self, request: &Request) {
        self.write(&format!("{}\n{}\n", asks(request), prompt(request)));
    }

    fn answered(&mut self, request: &Request, answer: &Answer) {
        let (_, text) = outcome(answer);
        self.write(&format!(
            "[{}] {}\n{}\n\n",
            request.id,
            came(answer),
            indented("answer", text)
        ));
    }
}

/// Who asks for what, in a line.
fn asks(request: &Request) -> String {
    let profile = match request.profile.as_str() {
        "" => String::new(),
        profile => format!(", of {profile}"),
    };
    format!(
        "[{}] {}: {} asks for {}{profile}",
        request.id,
        request.asked,
        request.name,
        request.purpose.word()
    )
}

/// What the model was told and asked.
fn prompt(request: &Request) -> String {
    format!(
        "{}\n{}",
        indented("told", &request.prompt.system),
        indented("asked", &request.prompt.user)
    )
}

/// How it went in a word, and the answer or why there is none.
fn outcome(answer: &Answer) -> (&'static str, &str) {
    match &answer.outcome {
        Outcome::Ok(text) => ("ok", text),
        Outcome::Repaired(text, _) => ("repaired", text),
        Outcome::FellBack(fault, why) => (fault.word(), why),
    }
}

/// From whom, how fast and at what price an answer came, in a line.
fn came(answer: &Answer) -> String {
    let (word, _) = outcome(answer);
    let model = match answer.model.as_str() {
        "" => "no model",
        model => model,
    };
    let usage = answer.usage;
    let mut text = format!(
        "{word} by {model} after {} ms: {} calls, {} tokens in ({} cached), {} out",
        usage.milliseconds, usage.calls, usage.tokens_in, usage.tokens_cached, usage.tokens_out
    );
    let faults: Vec<&str> = answer.faults.iter().map(|f| f.word()).collect();
    if !faults.is_empty() {
        text.push_str(&format!("; on the way: {}", faults.join(", ")));
    }
    text
}

/// A text under a heading, each of its lines set in.
fn indented(heading: &str, text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("      {line}")).collect();
    format!("    {heading}:\n{}", lines.join("\n"))
}

/// Opens what a trace is written into.
///
/// # Errors
/// When the file is there already or cannot be made.
fn onto(file: Option<&Path>) -> Result<Box<dyn Write + Send>, Failure> {
    let Some(path) = file else {
        return Ok(Box::new(io::stderr()));
    };
    let made = File::options().write(true).create_new(true).open(path);
    let file = made.with_context(|| {
        let shown = path.shown();
        format!("--trace {shown}: expected a file that is not there yet, in a folder that is")
    })?;
    Ok(Box::new(file))
}

/// Lets a run be looked at as its options ask.
///
/// # Errors
/// When the trace cannot be opened, or there are no models to look at.
pub fn look_on(
    options: &args::RunArgs,
    correspondence: Option<&mut Correspondence>,
) -> Result<(), Failure> {
    let watch = &options.watch;
    let asked = match (watch.strict, &watch.trace) {
        (true, _) => "--strict",
        (false, Some(_)) => "--trace",
        (false, None) => return Ok(()),
    };
    let builtin = options.minds.mind == Some(args::MindArg::Builtin);
    let Some(correspondence) = correspondence.filter(|_| !builtin) else {
        anyhow::bail!("{asked} is for model-driven minds; add --mind model");
    };
    if watch.strict {
        correspondence.be_strict();
    }
    if let Some(file) = &watch.trace {
        let out = Some(Harmless::of(onto(file.as_deref())?));
        correspondence.show(Box::new(Trace { out }));
    }
    Ok(())
}

/// What is said of the call at which a strict run has stopped; `save` is where it can go on.
pub fn stopped(request: &Request, answer: &Answer, save: Option<&Path>) -> Failure {
    let (_, why) = outcome(answer);
    let rest = match save {
        Some(path) => format!(
            "\nThe save {} stands just before it; run --resume asks again.",
            path.shown()
        ),
        None => String::new(),
    };
    anyhow::anyhow!(
        "no model gave a usable answer, at which --strict stops: {why}\n{}\n{}\n    {}{rest}",
        asks(request),
        prompt(request),
        came(answer)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::{ids::AgentId, time::SimTime};
    use collegium_llm::{Fault, Prompt, Purpose, Usage};

    fn call(outcome: Outcome) -> (Request, Answer) {
        let prompt = Prompt {
            system: "You are Ada.".to_owned(),
            user: "Plan\nthe day.".to_owned(),
            schema: "{}".to_owned(),
            most_tokens: 9,
        };
        let request = Request {
            id: 7,
            agent: AgentId(1),
            purpose: Purpose::Plan,
            asked: SimTime(6 * 3600),
            profile: String::new(),
            name: "Ada Byron".to_owned(),
            group: "maths".to_owned(),
            prompt,
        };
        let usage = Usage {
            calls: 3,
            tokens_in: 40,
            milliseconds: 12,
            ..Usage::default()
        };
        let answer = Answer {
            id: 7,
            outcome,
            model: "local".to_owned(),
            faults: vec![Fault::Timeout],
            repairs: Vec::new(),
            put_aside: None,
            usage,
        };
        (request, answer)
    }

    #[test]
    fn the_call_at_which_a_run_stops_is_shown_whole() {
        let (request, answer) = call(Outcome::FellBack(Fault::Timeout, "too slow".to_owned()));
        let text = stopped(&request, &answer, Some(Path::new("a.campus"))).to_string();
        for part in [
            "stops: too slow",
            "[7] Mon 06:00",
            "Ada Byron asks for plan",
            "      You are Ada.",
            "      Plan\n      the day.",
            "timeout by local after 12 ms: 3 calls, 40 tokens in (0 cached), 0 out; on the way: timeout",
            "a.campus stands just before it",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn what_steers_a_terminal_is_not_traced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trace");
        let out = Some(Harmless::of(onto(Some(&path)).unwrap()));
        let mut trace = Trace { out };
        let (request, answer) = call(Outcome::Ok("{\"say\":\"\u{1b}[2Jhi\"}".to_owned()));
        trace.asked(&request);
        trace.answered(&request, &answer);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("hi") && !text.contains('\u{1b}'), "{text}");
        assert!(onto(Some(&path)).is_err(), "a file that is there is kept");
    }
}
