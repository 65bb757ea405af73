//! JSON files of this room, in which no text from outside steers or fools who looks at them.

use super::Result;
use collegium_core::text::harmless_json;
use serde::Serialize;
use std::path::Path;
use training::{checkpoint::json_text, files::write_whole};

/// Writes a value as indented JSON, with characters that do harm as JSON's escapes: its values
/// stay.
///
/// # Errors
/// When it cannot be written.
pub fn write_json(path: &Path, value: &impl Serialize) -> Result<()> {
    let text = json_text(path, value)?;
    Ok(write_whole(path, harmless_json(&text).as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::text::first_harmful;

    #[test]
    fn what_is_written_hides_nothing_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        let value = serde_json::json!({"a\u{200b}": ["\u{202e}\u{1b}[2J\u{9b}", "é ❤\u{fe0f}"]});
        write_json(&file, &value).unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(first_harmful(&text, true), None, "{text}");
        assert!(text.contains("é ❤\u{fe0f}"), "{text}");
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read, value);
    }
}
