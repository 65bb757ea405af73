//! The events and facts of a scenario.

use super::{
    super::{
        CampusEvent, PlantedFact,
        files::{EventFile, Loaded},
    },
    words::{closed, closed_within, day_number, place, placed, ranged, those_named},
};
use crate::campus::{CampusMap, people::Persona};
use collegium_core::{
    input::{Mistakes, Source, did_you_mean},
    time::{DAY, SimTime, parse_hours},
};

/// The events, with whatever is wrong with them noted.
pub(super) fn resolve_events(
    loaded: &Loaded,
    map: &CampusMap,
    people: &[(Persona, u32)],
    names: &[String],
    mistakes: &mut Mistakes,
) -> Vec<CampusEvent> {
    let (source, file) = &loaded.scenario;
    // Whoever is left out of a run by its options is a member of their group all the same.
    let mut groups: Vec<&str> = people.iter().map(|(p, _)| p.group.as_str()).collect();
    groups.extend(loaded.personas.iter().map(|(_, file)| file.group.as_str()));
    groups.sort_unstable();
    groups.dedup();
    let mut events = Vec::new();
    for event in &file.events {
        if mistakes.is_full() {
            break;
        }
        check_groups(source, event, &groups, mistakes);
        let (day, hours) = (event.day.get_ref(), event.hours.get_ref());
        let day = mistakes.take(placed(source, event.day.span(), day_number(day)));
        let hours = mistakes.take(placed(source, event.hours.span(), parse_hours(hours)));
        let place = mistakes.take(place(source, &event.place, map));
        let named = event.known_by.as_deref().unwrap_or_default();
        let hosts = those_named(source, named, names, mistakes);
        let (Some(day), Some((from, to)), Some(place)) = (day, hours, place) else {
            continue;
        };
        let (begins, ends) = (SimTime(day * DAY + from), SimTime(day * DAY + to));
        if let Some(moment) = closed_within(map, place, begins, ends) {
            mistakes.note(source.error(event.hours.span(), closed(map, place, moment)));
        }
        events.push(CampusEvent {
            title: event.title.get_ref().clone(),
            place,
            begins,
            ends,
            groups: event.groups.iter().map(|g| g.get_ref().clone()).collect(),
            hidden: event.known_by.is_some(),
            hosts,
        });
    }
    events
}

/// An event must be for somebody, and its groups be spelled as people have them.
fn check_groups(source: &Source, event: &EventFile, groups: &[&str], mistakes: &mut Mistakes) {
    let there = |group: &str| group == "everyone" || groups.binary_search(&group).is_ok();
    for group in &event.groups {
        if mistakes.is_full() {
            break;
        }
        let near = did_you_mean(group.get_ref(), groups.iter().copied().chain(["everyone"]));
        if !there(group.get_ref()) && !near.is_empty() {
            mistakes.note(source.error(
                group.span(),
                format!("no group is called “{}”{near}", group.get_ref()),
            ));
            return;
        }
    }
    if !event.groups.iter().any(|group| there(group.get_ref())) {
        let span = event
            .groups
            .first()
            .map_or(event.title.span(), |g| g.span());
        mistakes.note(source.error(
            span,
            format!(
                "nobody belongs to a group that “{}” is for; expected everyone, or of {}",
                event.title.get_ref(),
                groups.join(", ")
            ),
        ));
    }
}

/// The facts, with whatever is wrong with them noted.
pub(super) fn resolve_facts(
    loaded: &Loaded,
    events: &[CampusEvent],
    names: &[String],
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
            if found.is_none() && !written {
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
            known_by: those_named(source, &fact.known_by, names, mistakes),
            importance: importance.unwrap_or(6) as u8,
            event,
        });
    }
    facts
}
