//! Policies as people read and change them.

use super::policies::{DayPolicy, Policy, StepsPolicy, VERSION};
use crate::campus::{CampusMap, Pursuit};
use collegium_core::{
    ids::PlaceId,
    text::harmless,
    time::{HOUR, MINUTE},
};
use std::fmt::Write as _;

/// A text between quotation marks. What nobody sees would be refused when it is read.
fn quoted(text: &str) -> String {
    toml::Value::String(harmless(text).into_owned()).to_string()
}

/// A second of the day as `HH:MM`, to 24:00.
fn clock(second: u32) -> String {
    format!("\"{:02}:{:02}\"", second / HOUR, second / MINUTE % 60)
}

/// The policies of people, each with their name, as the text of a file.
pub fn text<'a>(people: impl Iterator<Item = (&'a str, Policy)>, map: &CampusMap) -> String {
    let mut text = format!(
        "# Lifestyle policies: days and steps that were thought out, to be used again.\n\
         # Everybody has those under \"everyone\". See docs/models.md.\nversion = {VERSION}\n"
    );
    for (name, policy) in people {
        if policy.days.is_empty() && policy.steps.is_empty() {
            continue;
        }
        let _ = write!(text, "\n[[people]]\nname = {}\n", quoted(name));
        for day in &policy.days {
            put_day(&mut text, day, map);
        }
        for steps in &policy.steps {
            put_steps(&mut text, steps, map);
        }
    }
    text
}

/// A place as a key with its value, and what stands before it; nothing where none is fixed.
fn place(place: Option<PlaceId>, map: &CampusMap, before: &str) -> String {
    let name = place.map(|p| quoted(&map.place(p).name));
    name.map_or_else(String::new, |name| format!("{before}place = {name}"))
}

fn put_day(text: &mut String, day: &DayPolicy, map: &CampusMap) {
    let _ = write!(text, "\n[[people.days]]\nweekend = {}\n", day.weekend);
    if !day.fixed.is_empty() {
        text.push_str("fixed = [\n");
        for (from, to, at) in &day.fixed {
            let at = place(Some(*at), map, ", ");
            let (from, to) = (clock(*from), clock(*to));
            let _ = writeln!(text, "    {{ from = {from}, to = {to}{at} }},");
        }
        text.push_str("]\n");
    }
    text.push_str("parts = [\n");
    for part in &day.parts {
        let what = match &part.what {
            Pursuit::Routine(routine) => format!("routine = {}", quoted(routine.word())),
            Pursuit::Words(words) => format!("what = {}", quoted(words)),
            // What is fixed is no part of a policy.
            Pursuit::Engagement(_) | Pursuit::CatchUp(_) | Pursuit::See(_) => continue,
        };
        let _ = writeln!(
            text,
            "    {{ from = {}, to = {}, do = {}{}, {what} }},",
            clock(part.from),
            clock(part.to),
            quoted(part.occupation.word()),
            place(part.place, map, ", "),
        );
    }
    text.push_str("]\n");
}

fn put_steps(text: &mut String, part: &StepsPolicy, map: &CampusMap) {
    let _ = write!(
        text,
        "\n[[people.steps]]\ntask = {}\ndo = {}{}\nopen = {}\ncompany = {}\nsteps = [\n",
        quoted(&part.task),
        quoted(part.occupation.word()),
        place(part.place, map, "\n"),
        part.open,
        part.company,
    );
    for step in &part.steps {
        let _ = writeln!(
            text,
            "    {{ minutes = {}, do = {}{}, what = {} }},",
            step.seconds.div_ceil(MINUTE).max(1),
            quoted(step.doing.word()),
            place(step.place, map, ", "),
            quoted(&step.text)
        );
    }
    text.push_str("]\n");
}
