//! The stand-in model server on the command line.

use anyhow::Context as _;
use clap::Parser;
use mock_llm::{FaultKind, Options, Server, ServerTally};
use std::{io::Write as _, str::FromStr, time::Duration};

/// A stand-in for language model servers: speaks OpenAI's, Ollama's and Gemini's protocols, answers
/// by JSON schema, and injects faults.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Port on 127.0.0.1; 0 takes a free one.
    #[arg(
        long,
        default_value_t = 8765,
        allow_hyphen_values = true,
        value_parser = number::<u16>("a whole number from 0 to 65535")
    )]
    port: u16,
    /// Share of requests that meet a fault, 0 to 1.
    #[arg(
        long,
        value_name = "RATE",
        default_value_t = 0.0,
        allow_hyphen_values = true,
        value_parser = share
    )]
    faults: f64,
    /// Inject only these faults, separated by commas, such as rate-limited,truncated.
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    only: Vec<FaultKind>,
    /// Milliseconds that every answer takes.
    #[arg(
        long,
        value_name = "MS",
        default_value_t = 0,
        allow_hyphen_values = true,
        value_parser = number::<u64>("a whole number of milliseconds")
    )]
    latency_ms: u64,
    /// Decides answers and faults, together with each request's body.
    #[arg(
        long,
        default_value_t = 0,
        allow_hyphen_values = true,
        value_parser = number::<u64>("a whole number")
    )]
    seed: u64,
    /// Models that are listed, separated by commas.
    #[arg(long, value_delimiter = ',', default_value = "mock-llm")]
    models: Vec<String>,
    /// The key that clients must bring.
    #[arg(long)]
    key: Option<String>,
    /// Refuse requests that bind the answer to a JSON schema, as simple servers do.
    #[arg(long)]
    no_schema: bool,
    /// Say only where the server is.
    #[arg(long)]
    quiet: bool,
}

/// Reads a number, or says what was expected.
fn number<T: FromStr>(
    expected: &'static str,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static {
    move |text| text.parse().map_err(|_| format!("expected {expected}"))
}

/// Reads a share of all.
fn share(text: &str) -> Result<f64, String> {
    let read = text.parse::<f64>().ok();
    read.filter(|share| (0.0..=1.0).contains(share))
        .ok_or_else(|| "expected a share from 0 to 1".to_owned())
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let port = arguments.port;
    let server = Server::start(Options {
        port,
        seed: arguments.seed,
        fault_rate: arguments.faults,
        faults: if arguments.only.is_empty() {
            FaultKind::ALL.to_vec()
        } else {
            arguments.only
        },
        latency: Duration::from_millis(arguments.latency_ms),
        models: arguments.models,
        schema_support: !arguments.no_schema,
        key: arguments.key,
        // Nobody reads the log here, and a long run would fill the memory.
        log_limit: 0,
        ..Options::default()
    })
    .with_context(|| format!("cannot listen on 127.0.0.1:{port}; choose another --port"))?;
    say(&format!(
        "{}  (OpenAI: {0}/v1, Ollama: {0}, Gemini: {0}/v1beta)",
        server.url()
    ))?;
    let mut last = ServerTally::default();
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let now = server.tally();
        if !arguments.quiet && (now.requests, now.open) != (last.requests, last.open) {
            say(&line(&now, now.requests - last.requests))?;
        }
        last = now;
    }
}

fn line(tally: &ServerTally, fresh: u64) -> String {
    let faults: Vec<String> = tally
        .faults
        .iter()
        .map(|(kind, times)| format!("{kind} {times}"))
        .collect();
    format!(
        "{fresh}/s, {} in all, {} open (most {}), tokens in {} (cached {}) out {}, faults: {}",
        tally.requests,
        tally.open,
        tally.most_open,
        tally.tokens_in,
        tally.tokens_cached,
        tally.tokens_out,
        if faults.is_empty() {
            "none".to_owned()
        } else {
            faults.join(", ")
        }
    )
}

/// Writes a line; an output that nobody reads any more ends the program.
fn say(line: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .context("cannot write to the output")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_refused_by_what_is_expected() {
        for option in ["--port", "--faults", "--latency-ms", "--seed"] {
            for value in ["-1", "-.5", "many"] {
                let read = Arguments::try_parse_from(["mock-llm", option, value]);
                let said = read
                    .err()
                    .map(|error| error.to_string())
                    .unwrap_or_default();
                let begins = format!("error: invalid value '{value}' for '{option} <");
                assert!(
                    said.starts_with(&begins) && said.contains(">': expected a "),
                    "{said}"
                );
            }
        }
    }
}
