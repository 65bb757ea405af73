//! Progress bars of long work.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal as _;

/// A bar over so much of what `what` names; hidden where nobody looks.
pub(super) fn bar(len: u64, hidden: bool, what: &'static str) -> ProgressBar {
    if hidden || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(len).with_message(what);
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40.cyan/blue} {pos}/{len} {msg}  {elapsed} / ~{eta}")
    {
        bar.set_style(style);
    }
    bar
}
