//! What goes to the terminal: texts of files, saves, models and servers may hold characters that
//! steer a terminal or fool whoever reads, so that everything is cleaned on its way out.

use collegium_core::text::{harmless_json, harmless_lines};
use serde::Serialize;
use std::io::{self, StdoutLock, Write};

/// Standard output, for lines of text.
pub fn out() -> Harmless<StdoutLock<'static>> {
    Harmless::of(io::stdout().lock())
}

/// A value as JSON in a line, which comes through [`Harmless`] as it is.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn json(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(harmless_json(&serde_json::to_string(value)?).into_owned())
}

/// Writes text, a line at a time, with every character that does harm made visible.
pub struct Harmless<W: Write> {
    onto: W,
    /// What no line end has come after yet.
    line: Vec<u8>,
}

impl<W: Write> Harmless<W> {
    /// Onto a terminal, or what takes its place.
    pub fn of(onto: W) -> Self {
        Self {
            onto,
            line: Vec::new(),
        }
    }

    /// Writes the first bytes of what waits.
    fn pass_on(&mut self, bytes: usize) -> io::Result<()> {
        let rest = self.line.split_off(bytes);
        let text = std::mem::replace(&mut self.line, rest);
        let text = String::from_utf8_lossy(&text);
        self.onto.write_all(harmless_lines(&text).as_bytes())
    }
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if let Some(end) = self.line.iter().rposition(|b| *b == b'\n') {
            self.pass_on(end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass_on(self.line.len())?;
        self.onto.flush()
    }
}

impl<W: Write> Drop for Harmless<W> {
    fn drop(&mut self) {
        // Whoever does not read any more is told by the writes before.
        let _ = self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_does_not_come_through_however_it_is_cut() {
        let text = "é \u{1b}[31mred\u{9b}0m\u{202e}\n\ttwo\r\nlast";
        for cut in 1..text.len() {
            let mut told = Vec::new();
            let mut out = Harmless::of(&mut told);
            for part in text.as_bytes().chunks(cut) {
                out.write_all(part).unwrap();
            }
            drop(out);
            assert_eq!(
                String::from_utf8(told).unwrap(),
                "é ␛[31mred‹U+009B›0m‹U+202E›\n\ttwo␍\nlast"
            );
        }
    }

    #[test]
    fn json_keeps_its_values() {
        let value = serde_json::json!({"a": "\u{1b}\u{9b}\u{202e}"});
        let line = json(&value).unwrap();
        assert_eq!(harmless_lines(&line), line);
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&line).unwrap(),
            value
        );
    }
}
