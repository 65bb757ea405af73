//! Keys that stand in the texts of a campus, where nobody meant them to: what is written there is
//! asked of models, shown and saved.

use crate::{
    campus::{CampusMap, scenario::Scenario},
    mind::model::prompts,
};
use collegium_llm::{Settings, secrets::Secrets};
use serde::Serialize;
use serde_json::Value;

/// The first text of a campus that holds a key of some settings: whose text it is, and the key's
/// variable.
pub(super) fn first_held(
    settings: &Settings,
    scenario: &Scenario,
    map: &CampusMap,
) -> Option<(String, String)> {
    let keys = Keys(settings.keys());
    if keys.0.is_empty() {
        return None;
    }
    keys.in_people(scenario)
        .or_else(|| keys.in_scenario(scenario))
        .or_else(|| keys.in_map(map))
        .or_else(|| keys.in_prompts())
}

/// The keys of settings, each with its variable.
struct Keys(Vec<(String, Secrets)>);

impl Keys {
    fn in_people(&self, scenario: &Scenario) -> Option<(String, String)> {
        scenario.people.iter().find_map(|(persona, _)| {
            let Value::Object(parts) = value(persona) else {
                return None;
            };
            // The part of the task that comes next is a copy of what stands in their tasks.
            let mut parts = parts.iter().filter(|(part, _)| *part != "part");
            let (part, variable) =
                parts.find_map(|(part, value)| Some((part, self.held_in(value)?)))?;
            let name = self.without(&persona.name);
            Some((format!("the {part} of {name}"), variable))
        })
    }

    fn in_scenario(&self, scenario: &Scenario) -> Option<(String, String)> {
        let parts = [
            ("name", value(&scenario.name)),
            ("title", value(&scenario.title)),
            ("description", value(&scenario.description)),
            ("map", value(&scenario.map_file)),
            ("term", value(&scenario.term)),
            ("events", value(&scenario.events)),
            ("facts", value(&scenario.facts)),
            ("conduct", value(&scenario.conduct)),
        ];
        parts.iter().find_map(|(part, value)| {
            let variable = self.held_in(value)?;
            Some((format!("the {part} of the scenario"), variable))
        })
    }

    fn in_map(&self, map: &CampusMap) -> Option<(String, String)> {
        let places = map.places.iter();
        let mut names = places
            .flat_map(|place| [&place.name, &place.building])
            .chain([&map.name]);
        let variable = names.find_map(|name| self.held(name))?;
        Some(("a name on the map".to_owned(), variable))
    }

    fn in_prompts(&self) -> Option<(String, String)> {
        let mut prompts = prompts::sources();
        prompts.find_map(|(name, text)| Some((format!("the prompt {name}"), self.held(&text)?)))
    }

    /// The variable of the key that a text holds.
    fn held(&self, text: &str) -> Option<String> {
        let found = self.0.iter().find(|(_, key)| key.are_in(text));
        found.map(|(variable, _)| variable.clone())
    }

    /// The same for the texts of a value.
    fn held_in(&self, value: &Value) -> Option<String> {
        match value {
            Value::String(text) => self.held(text),
            Value::Array(all) => all.iter().find_map(|one| self.held_in(one)),
            Value::Object(fields) => fields.values().find_map(|one| self.held_in(one)),
            Value::Null | Value::Bool(_) | Value::Number(_) => None,
        }
    }

    /// A text without any of the keys.
    fn without(&self, text: &str) -> String {
        let keys = self.0.iter();
        keys.fold(text.to_owned(), |text, (_, key)| {
            key.scrub(&text).into_owned()
        })
    }
}

/// A part of a scenario as JSON, for its texts. All that people write there can be JSON.
fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}
