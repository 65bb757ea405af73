//! What somebody writes on the campus feed.

use crate::mind::{outlook::Outlook, stock::stock};
use collegium_core::{
    dice::{Draw, Stream},
    i18n::{Language, bare},
    time::SimTime,
};

/// The words of a post about something remembered.
const POST: Draw = Draw::of("talk: the words of a post");

/// A post about something remembered.
pub fn post(outlook: &Outlook<'_>, memory: &str) -> String {
    let mut roll = outlook.roll(POST);
    let value = |name: &str| (name == "campus").then(|| outlook.map.title());
    let lead = stock(outlook.persona.language).pick("post", "lead", &value, &mut roll);
    let text = format!("{} {}.", lead, bare(memory));
    text.chars().take(crate::tools::LONGEST_TEXT).collect()
}

/// A post that invites to an event, in a language.
pub fn event_post(
    language: Language,
    event: &str,
    begins: SimTime,
    place: &str,
    now: SimTime,
    roll: &mut Stream,
) -> String {
    let stock = stock(language);
    let when = stock.when(begins, now, roll);
    let value = |name: &str| {
        let text = match name {
            "event" => event,
            "when" => &when,
            "where" => place,
            _ => return None,
        };
        Some(text.to_owned())
    };
    stock.pick("post", "event", &value, roll)
}
