//! Counting tokens, for budgets before a call and for servers that do not report them.
//!
//! The counts are those of OpenAI's cl100k vocabulary, a fair measure for other models too: they
//! differ by some tens of percent.

/// Texts above this are counted by their first part and scaled: the encoder is slow on some very
/// long words.
const EXACT_TO: usize = 200_000;

/// The number of tokens of a text. The vocabulary is loaded at the first use (some hundred
/// milliseconds) and kept.
pub fn count(text: &str) -> usize {
    if text.is_empty() {
        return 0;
    }
    let mut end = text.len().min(EXACT_TO);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let part = &text[..end];
    let tokens: usize = bounded_words(part)
        .map(|piece| tiktoken_rs::cl100k_base_singleton().count_ordinary(piece))
        .sum();
    if end == text.len() {
        tokens
    } else {
        (tokens as f64 * text.len() as f64 / end as f64).ceil() as usize
    }
}

/// Cuts a text in the middle of runs longer than 512 bytes without a space, where the encoder's
/// time grows with the square.
fn bounded_words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut run = 0;
        let mut cut = rest.len();
        for (at, c) in rest.char_indices() {
            run = if c.is_whitespace() {
                0
            } else {
                run + c.len_utf8()
            };
            if run > 512 {
                cut = at;
                break;
            }
        }
        let (piece, after) = rest.split_at(cut);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_cl100k() {
        // Counted with OpenAI's own tokenizer.
        assert_eq!(count("tiktoken is great!"), 6);
        assert_eq!(count("antidisestablishmentarianism"), 6);
        assert_eq!(count(""), 0);
    }

    #[test]
    fn long_and_strange_texts_are_counted_in_time() {
        assert!(count(&"a".repeat(3_000_000)) > 100_000);
        assert!(count(&"word ".repeat(100_000)) >= 100_000);
        assert!(count(&"中文".repeat(50_000)) > 50_000);
    }
}
