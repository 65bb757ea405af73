//! What stands around a value: names that are missing around a list, objects and lists around what
//! was asked for, and which of several shapes is meant.

use super::{Mender, Rules, is};
use crate::repair::Mending;
use collegium_core::spelling::intended;
use serde_json::{Map, Value};

impl<'a> Mender<'a, '_> {
    /// Takes the whole answer out of what is around it, or puts a list of parts under its name.
    pub(super) fn frame(&mut self, schema: &'a Value, value: &mut Value) {
        let Some(rules) = self.resolve(schema).as_object() else {
            return;
        };
        let Some(properties) = rules.get("properties").and_then(Value::as_object) else {
            return;
        };
        let known = |value: &Value| {
            let fields = value.as_object();
            fields.is_some_and(|map| map.keys().any(|key| is_named(key, properties)))
        };
        if known(value) {
            return;
        }
        if let Value::Object(map) = value
            && map.len() == 1
            && let Some((name, inner)) = map.iter_mut().next()
            && known(inner)
        {
            let name = Value::String(name.clone());
            let inner = inner.take();
            self.note(Mending::Unwrapped, "", &name, &Value::Null);
            *value = inner;
            return;
        }
        if let Value::Array(list) = value
            && let Some(first) = list.iter().position(known)
        {
            let first = list.swap_remove(first);
            if !list.is_empty() {
                self.note(Mending::Picked, "", &Value::Null, &Value::Null);
            }
            *value = first;
            return;
        }
        self.put_under_name(properties, value);
    }

    /// Puts the parts of an answer, or its only part, under the one name that takes such a list.
    fn put_under_name(&mut self, properties: &'a Rules, value: &mut Value) {
        let takes = |inner: &'a Value| {
            let list = self.resolve(inner);
            let items = list
                .get("items")
                .filter(|_| list.get("type").is_some_and(|t| t == "array"))
                .map(|items| self.resolve(items));
            let is_part = |value: &Value| match (value, items) {
                (Value::Object(map), Some(items)) => {
                    let parts = items.get("properties").and_then(Value::as_object);
                    parts.is_some_and(|parts| map.keys().any(|key| is_named(key, parts)))
                }
                (Value::String(_), Some(items)) => {
                    items.get("type").is_some_and(|t| t == "string") && items.get("enum").is_none()
                }
                _ => false,
            };
            match &*value {
                Value::Array(list) => !list.is_empty() && list.iter().all(is_part),
                Value::Object(_) => is_part(value),
                _ => false,
            }
        };
        let mut names = properties.iter().filter(|(_, inner)| takes(inner));
        let (Some((name, _)), None) = (names.next(), names.next()) else {
            return;
        };
        let taken = match value.take() {
            list @ Value::Array(_) => list,
            one => Value::Array(vec![one]),
        };
        self.note(
            Mending::Wrapped,
            "",
            &Value::Null,
            &Value::String(name.clone()),
        );
        *value = Value::Object(Map::from_iter([(name.clone(), taken)]));
    }

    /// Takes the first of several objects where one of several shapes was asked for.
    pub(super) fn one_of_many(&mut self, branches: &'a [Value], value: &mut Value, path: &str) {
        let Value::Array(list) = value else { return };
        let wants_list = |branch: &Value| {
            let kind = self.resolve_in(branch).get("type");
            kind.is_none_or(|kind| kind != "object")
        };
        if list.is_empty() || branches.iter().any(wants_list) {
            return;
        }
        let rest = list.split_off(1);
        if let Some(first) = list.pop() {
            self.note(Mending::Picked, path, &Value::Array(rest), &Value::Null);
            *value = first;
        }
    }

    /// The branch that the value is meant for: the one whose fixed words it says, or nearly says;
    /// else the only one that has all it needs; else the first of its type.
    pub(super) fn branch(&self, branches: &'a [Value], value: &Value) -> Option<&'a Value> {
        let resolved: Vec<&'a Value> = branches.iter().map(|branch| self.resolve(branch)).collect();
        let fixed: Vec<(&str, &str)> = resolved.iter().filter_map(|b| self.fixed(b)).collect();
        if let Some((name, _)) = fixed.first()
            && fixed.len() == resolved.len()
            && fixed.iter().all(|(other, _)| other == name)
            && let Some(map) = value.as_object()
        {
            let words: Vec<&str> = fixed.iter().map(|(_, word)| *word).collect();
            let said = map.iter().find(|(key, _)| intended(key, &[name]).is_some());
            return match said {
                Some((_, said)) => {
                    let said = said.as_str().or_else(|| said.as_array()?.first()?.as_str());
                    intended(said?, &words).map(|at| resolved[at])
                }
                None => {
                    let mut whole = resolved.iter().filter(|branch| serves(branch, name, map));
                    whole.next().copied().filter(|_| whole.next().is_none())
                }
            };
        }
        resolved.into_iter().find(|branch| {
            let kind = branch.get("type").and_then(Value::as_str);
            kind.is_some_and(|kind| is(kind, value))
        })
    }

    /// The property of a branch that allows one word only, with that word.
    fn fixed<'r>(&self, branch: &'r Value) -> Option<(&'r str, &'r str)>
    where
        'a: 'r,
    {
        let properties = branch.get("properties")?.as_object()?;
        properties
            .iter()
            .find_map(|(name, rule)| Some((name.as_str(), only_word(self.resolve_in(rule))?)))
    }

    fn resolve_in<'r>(&self, rule: &'r Value) -> &'r Value
    where
        'a: 'r,
    {
        match rule
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|to| self.root.pointer(to.strip_prefix('#')?))
        {
            Some(target) => target,
            None => rule,
        }
    }
}

/// Whether a field of an answer is one that was asked for, or nearly bears its name.
fn is_named(key: &str, properties: &Rules) -> bool {
    properties.contains_key(key) || {
        let names: Vec<&str> = properties.keys().map(String::as_str).collect();
        intended(key, &names).is_some()
    }
}

/// Whether an object that lacks the fixed word has everything else that a branch needs, and nothing
/// that the branch does not know.
fn serves(branch: &Value, fixed: &str, map: &Rules) -> bool {
    let required = branch.get("required").and_then(Value::as_array);
    let properties = branch.get("properties").and_then(Value::as_object);
    let has = |name: &str| name == fixed || map.contains_key(name);
    !map.is_empty()
        && required.is_some_and(|all| all.iter().filter_map(Value::as_str).all(has))
        && properties.is_some_and(|known| map.keys().all(|key| known.contains_key(key)))
}

/// The only word that a rule allows.
fn only_word(rule: &Value) -> Option<&str> {
    match (
        rule.get("const"),
        rule.get("enum").and_then(Value::as_array),
    ) {
        (Some(word), _) => word.as_str(),
        (_, Some(words)) if words.len() == 1 => words[0].as_str(),
        _ => None,
    }
}
