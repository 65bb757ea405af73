//! Notes of the program on standard error: what is told without being asked for.
//!
//! Everything goes through `tracing`. Without a flag there are notes and warnings of Collegium
//! itself, as plain sentences; `-v` adds what is done in detail, with model calls, saves, rounds of
//! training and checkpoints as spans and how long each took; `-q` leaves errors only; `RUST_LOG`
//! says it exactly.

use super::{Failure, args::Everywhere};
use collegium_core::text::{harmless, harmless_lines};
use std::{fmt, io::IsTerminal as _};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::{
    EnvFilter, Layer, Registry,
    field::RecordFields,
    fmt::{
        FmtContext, FormatEvent, FormatFields,
        format::{DefaultFields, FmtSpan, Writer},
    },
    layer::SubscriberExt as _,
    registry::LookupSpan,
    util::SubscriberInitExt as _,
};

/// Somebody else who listens, such as the window.
pub type Listener = Box<dyn Layer<Registry> + Send + Sync>;

/// Begins to write notes, and to tell them to whoever else listens.
///
/// # Errors
/// When `RUST_LOG` cannot be read.
pub fn begin(options: &Everywhere, listener: Option<Listener>) -> Result<(), Failure> {
    let wanted = std::env::var("RUST_LOG")
        .ok()
        .filter(|text| !text.is_empty());
    let filter = match &wanted {
        Some(text) => EnvFilter::try_new(text).map_err(|error| {
            let error = error.to_string();
            let (text, error) = (harmless(text), harmless(&error));
            anyhow::anyhow!("RUST_LOG=“{text}”: {error}; expected such as collegium_llm=debug,warn")
        })?,
        None => EnvFilter::new(filter(options.verbose, options.quiet)),
    };
    let written = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .fmt_fields(Clean)
        // It would tell on standard error that standard error cannot be written.
        .log_internal_errors(false)
        .with_ansi(std::io::stderr().is_terminal());
    let written: Listener = if options.verbose > 0 || wanted.is_some() {
        // No time of day, but how long a span took.
        let detailed = written.with_span_events(FmtSpan::CLOSE).with_timer(());
        Box::new(detailed.with_filter(filter))
    } else {
        Box::new(written.event_format(Plain).with_filter(filter))
    };
    let listeners: Vec<Listener> = std::iter::once(written).chain(listener).collect();
    // Somebody who calls this twice in a process is listened to already.
    let _ = Registry::default().with(listeners).try_init();
    Ok(())
}

/// What is shown for so many `-v`, or with `-q`.
const fn filter(verbose: u8, quiet: bool) -> &'static str {
    match (quiet, verbose) {
        (true, _) => "error,wgpu_hal::gles=off",
        (false, 0) => "error,wgpu_hal::gles=off,collegium=info,training=info",
        (false, 1) => "warn,collegium=debug,training=debug",
        (false, _) => "info,collegium=trace,training=trace",
    }
}

/// What a note says, in a line, with every character that does harm made visible.
struct Clean;

impl<'w> FormatFields<'w> for Clean {
    fn format_fields<R: RecordFields>(&self, mut writer: Writer<'w>, fields: R) -> fmt::Result {
        let mut text = String::new();
        DefaultFields::new().format_fields(Writer::new(&mut text), fields)?;
        // Messages about files have lines of their own.
        writer.write_str(&harmless_lines(&text))
    }
}

/// A note as a sentence of its own.
struct Plain;

impl<S, N> FormatEvent<S, N> for Plain
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        match *event.metadata().level() {
            Level::ERROR => writer.write_str("error: ")?,
            Level::WARN => writer.write_str("warning: ")?,
            _ => {}
        }
        context.format_fields(writer.by_ref(), event)?;
        writeln!(writer)
    }
}
