//! The events and facts of a scenario.

use super::{
    super::{
        CampusEvent, PlantedFact, Scenario,
        files::{EventFile, Loaded},
    },
    words::{
        Everybody, Groups, closed, closed_within, day_number, place, placed, ranged, those_named,
    },
};
use crate::campus::CampusMap;
use collegium_core::{
    input::{Mistakes, Source, did_you_mean},
    time::{DAY, DayHours, SimTime, parse_hours},
};
use std::collections::BTreeSet;
use toml::Spanned;

/// The events, with whatever is wrong with them noted.
pub(super) fn resolve_events(
    loaded: &Loaded,
    map: &CampusMap,
    groups: &Groups<'_>,
    everybody: &Everybody<'_>,
    mistakes: &mut Mistakes,
) -> Vec<CampusEvent> {
    let (source, file) = &loaded.scenario;
    let (mut events, mut titles) = (Vec::new(), BTreeSet::new());
    for event in &file.events {
        if mistakes.is_full() {
            break;
        }
        let title = event.title.get_ref();
        if title.trim().is_empty() {
            let what = "the title is empty; expected what the event is called";
            mistakes.note(source.error(event.title.span(), what));
        } else if !titles.insert(title) {
            let what = format!("a second event is called “{title}”; expected unique titles");
            mistakes.note(source.error(event.title.span(), what));
        }
        check_groups(source, event, groups, mistakes);
        let (day, hours) = (event.day.get_ref(), event.hours.get_ref());
        let day = mistakes.take(placed(source, event.day.span(), day_number(day)));
        let hours = mistakes.take(placed(source, event.hours.span(), parse_hours(hours)));
        let place = mistakes.take(place(source, &event.place, map));
        let named = event.known_by.as_deref().unwrap_or_default();
        let hosts = those_named(source, named, everybody, mistakes);
        let (Some(day), Some((from, to)), Some(place)) = (day, hours, place) else {
            continue;
        };
        let (begins, ends) = (SimTime(day * DAY + from), SimTime(day * DAY + to));
        if let Some(moment) = closed_within(map, place, begins, ends) {
            mistakes.note(source.error(event.hours.span(), closed(map, place, moment)));
        }
        let invited = event.groups.get_ref();
        events.push(CampusEvent {
            title: title.clone(),
            place,
            begins,
            ends,
            groups: invited.iter().map(|g| g.get_ref().clone()).collect(),
            hidden: event.known_by.is_some(),
            hosts,
        });
    }
    events
}

/// An event in a room in which a class is held then is hardly meant.
pub(super) fn doubts(loaded: &Loaded, scenario: &Scenario, doubts: &mut Mistakes) {
    let (source, file) = &loaded.scenario;
    for (written, event) in file.events.iter().zip(&scenario.events) {
        let day = SimTime(event.begins.day() * DAY);
        let meets = |hours: &DayHours| {
            hours.days.contains(day.weekday())
                && day.plus(hours.from) < event.ends
                && event.begins < day.plus(hours.to)
        };
        let class = scenario.term.courses.iter().find(|course| {
            let held = scenario.term.teaches_on(day.day());
            held && course.room == event.place && course.sessions.iter().any(meets)
        });
        if let Some(class) = class {
            let what = format!(
                "“{}” is in the room of {} {} while that is held",
                event.title, class.code, class.title
            );
            doubts.note(source.error(written.hours.span(), what));
        }
    }
}

/// An event must be for somebody, and its groups be spelled as people have them.
fn check_groups(source: &Source, event: &EventFile, groups: &Groups<'_>, mistakes: &mut Mistakes) {
    let there = |group: &str| group == "everyone" || groups.has(group);
    let names = || groups.names.iter().map(String::as_str);
    let invited = event.groups.get_ref();
    let mut known = !groups.are_all;
    for group in invited {
        if mistakes.is_full() {
            break;
        }
        let word = group.get_ref();
        if there(word) || groups.may_have(word) {
            known = true;
            continue;
        }
        let near = did_you_mean(word, names().chain(["everyone"]));
        if !near.is_empty() {
            known = true;
            let what = format!("no group is called “{word}”{near}");
            mistakes.note(source.error(group.span(), what));
        }
    }
    if !known {
        let span = invited.first().map_or(event.groups.span(), Spanned::span);
        let what = format!(
            "nobody belongs to a group that “{}” is for; expected everyone, or of {}",
            event.title.get_ref(),
            names().collect::<Vec<_>>().join(", ")
        );
        mistakes.note(source.error(span, what));
    }
}

/// The facts, with whatever is wrong with them noted.
pub(super) fn resolve_facts(
    loaded: &Loaded,
    events: &[CampusEvent],
    everybody: &Everybody<'_>,
    mistakes: &mut Mistakes,
) -> Vec<PlantedFact> {
    let (source, file) = &loaded.scenario;
    let mut facts = Vec::new();
    for fact in &file.facts {
        if mistakes.is_full() {
            break;
        }
        let text = fact.text.get_ref().trim().trim_end_matches('.').to_owned();
        if text.is_empty() || text.chars().count() > 160 {
            let what = format!(
                "the fact has {} characters; expected a sentence of 1 to 160",
                text.chars().count()
            );
            mistakes.note(source.error(fact.text.span(), what));
        }
        let importance = match &fact.importance {
            None => Some(6),
            Some(n) => mistakes.take(ranged(source, n, "importance", 1, 10)),
        };
        let event = fact.event.as_ref().and_then(|title| {
            let found = events.iter().position(|e| e.title == *title.get_ref());
            // An event that was noted as wrong is not missing.
            let written = file
                .events
                .iter()
                .any(|e| e.title.get_ref() == title.get_ref());
            let asked = file.facts.iter().filter_map(|fact| fact.event.as_ref());
            let asked = asked.filter(|e| e.get_ref() == title.get_ref()).count();
            let lost = !source.is_whole() && source.text.matches(title.get_ref()).count() > asked;
            if found.is_none() && !written && !lost {
                let titles = file.events.iter().map(|e| e.title.get_ref().as_str());
                let what = format!(
                    "no event is called “{}”; expected the title of an event{}",
                    title.get_ref(),
                    did_you_mean(title.get_ref(), titles)
                );
                mistakes.note(source.error(title.span(), what));
            }
            found.map(|n| n as u16)
        });
        facts.push(PlantedFact {
            text,
            known_by: those_named(source, &fact.known_by, everybody, mistakes),
            importance: importance.unwrap_or(6) as u8,
            event,
        });
    }
    facts
}
