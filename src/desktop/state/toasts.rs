//! Short notices that come and go.

use collegium_core::text::harmless_lines;

/// Seconds that a notice stays: good news, bad news.
const STAYS: (f32, f32) = (4.0, 12.0);

/// How many notices are shown at once.
const SHOWN: usize = 5;

/// A short notice, which goes by itself.
#[derive(Clone, Debug)]
pub struct Toast {
    /// The words of the notice.
    pub text: String,
    /// Whether the news is good.
    pub good: bool,
    /// Real seconds until it goes.
    pub left: f32,
}

/// The notices on the screen, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Toasts(pub Vec<Toast>);

impl Toasts {
    /// Adds a notice of good news.
    pub fn good(&mut self, text: String) {
        self.add(text, true, STAYS.0);
    }

    /// Adds a notice of bad news, which stays longer.
    pub fn bad(&mut self, text: String) {
        self.add(text, false, STAYS.1);
    }

    /// Good news, or why there is none.
    pub fn tell(&mut self, result: Result<String, String>) {
        match result {
            Ok(text) => self.good(text),
            Err(text) => self.bad(text),
        }
    }

    /// Notices hold names and messages of files, saves and servers.
    fn add(&mut self, text: String, good: bool, left: f32) {
        let text = harmless_lines(&text).into_owned();
        self.0.retain(|t| t.text != text);
        if self.0.len() >= SHOWN {
            self.0.remove(0);
        }
        self.0.push(Toast { text, good, left });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_notice_is_shown_once() {
        let mut toasts = Toasts::default();
        for text in ["a", "b", "a", "c", "d", "e", "f"] {
            toasts.good(text.to_owned());
        }
        let texts: Vec<&str> = toasts.0.iter().map(|t| t.text.as_str()).collect();
        assert_eq!(texts, ["a", "c", "d", "e", "f"]);
    }

    #[test]
    fn a_notice_hides_nothing() {
        let mut toasts = Toasts::default();
        toasts.bad("a\u{202e}b\nc".to_owned());
        assert_eq!(toasts.0[0].text, "a‹U+202E›b\nc");
    }
}
