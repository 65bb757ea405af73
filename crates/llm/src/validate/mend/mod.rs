//! Repairs of an answer towards its schema: what its meaning is clear enough for. They never invent
//! anything that the answer does not say; what is missing is filled only with what stands for
//! nothing said.

mod shape;
mod values;

use crate::repair::{MOST_REPAIRS, Mending, Repair};
use collegium_core::spelling::intended;
use serde_json::{Map, Value};

/// The deepest nesting that is repaired.
const MOST_DEPTH: u32 = 32;
/// The most items of a list that are looked at, where its schema names no number.
const MOST_ITEMS: usize = 1000;
/// The most fields of an object that nobody asked for in which one is looked for that was.
const MOST_FIELDS: usize = 64;

/// Rules of a schema.
type Rules = Map<String, Value>;

/// Repairs a value in place and notes what was done. `wraps` says whether it may also be put under
/// a name or taken out of what is around it: only for the one value that is meant as the answer.
pub(super) fn mend(schema: &Value, value: &mut Value, repairs: &mut Vec<Repair>, wraps: bool) {
    let mut mender = Mender {
        root: schema,
        repairs,
    };
    if wraps {
        mender.frame(schema, value);
    }
    mender.walk(schema, value, "", 0);
}

struct Mender<'a, 'b> {
    root: &'a Value,
    repairs: &'b mut Vec<Repair>,
}

impl<'a> Mender<'a, '_> {
    fn note(&mut self, what: Mending, at: &str, found: &Value, made: &Value) {
        if self.repairs.len() < MOST_REPAIRS {
            let repair = Repair::new(what, at, &told(found), &told(made));
            self.repairs.push(repair);
        }
    }

    /// The schema behind a reference within the same document.
    fn resolve(&self, schema: &'a Value) -> &'a Value {
        let mut schema = schema;
        for _ in 0..8 {
            let target = schema
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|to| self.root.pointer(to.strip_prefix('#')?));
            match target {
                Some(target) => schema = target,
                None => break,
            }
        }
        schema
    }

    fn walk(&mut self, schema: &'a Value, value: &mut Value, path: &str, depth: u32) {
        if depth > MOST_DEPTH {
            return;
        }
        let Value::Object(rules) = self.resolve(schema) else {
            return;
        };
        for choice in ["anyOf", "oneOf"] {
            let Some(branches) = rules.get(choice).and_then(Value::as_array) else {
                continue;
            };
            self.one_of_many(branches, value, path);
            if let Some(branch) = self.branch(branches, value) {
                self.walk(branch, value, path, depth + 1);
            }
        }
        if let Some(parts) = rules.get("allOf").and_then(Value::as_array) {
            for part in parts {
                self.walk(part, value, path, depth + 1);
            }
        }
        self.kind(rules, value, path);
        self.fixed_word(rules, value, path);
        match value {
            Value::Object(map) => self.members(rules, map, path, depth),
            Value::Array(list) => self.items(rules, list, path, depth),
            Value::String(_) => self.text(rules, value, path),
            Value::Number(_) => self.range(rules, value, path),
            Value::Null | Value::Bool(_) => {}
        }
    }

    /// Puts a fixed word into the spelling of the schema.
    fn fixed_word(&mut self, rules: &Rules, value: &mut Value, path: &str) {
        let options = match (rules.get("enum"), rules.get("const")) {
            (Some(Value::Array(options)), _) => options.as_slice(),
            (_, Some(only)) => std::slice::from_ref(only),
            _ => return,
        };
        if let Value::Array(list) = value
            && !list.is_empty()
            && !options.iter().any(Value::is_array)
        {
            let whole = Value::Array(list.clone());
            let first = list.swap_remove(0);
            self.note(Mending::Picked, path, &whole, &first);
            *value = first;
        }
        let Value::String(text) = value else { return };
        let words: Vec<&str> = options.iter().filter_map(Value::as_str).collect();
        if words.contains(&text.as_str()) {
            return;
        }
        if let Some(at) = intended(text, &words) {
            let named = Value::String(words[at].to_owned());
            self.note(Mending::Named, path, value, &named);
            *value = named;
        }
    }

    /// Cuts a list to its length and repairs its items.
    fn items(&mut self, rules: &'a Rules, list: &mut Vec<Value>, path: &str, depth: u32) {
        let most = bound(rules, "maxItems").unwrap_or(MOST_ITEMS);
        if list.len() > most {
            for surplus in list.drain(most..).take(MOST_REPAIRS) {
                self.note(Mending::Surplus, path, &surplus, &Value::Null);
            }
            list.truncate(most);
        }
        let Some(items) = rules.get("items") else {
            return;
        };
        for (index, item) in list.iter_mut().enumerate() {
            self.item(items, item, &format!("{path}/{index}"), depth);
        }
    }

    /// Repairs an item of a list. A number there is a choice of something, and no amount: outside of
    /// its range it means nothing that can be used.
    fn item(&mut self, items: &'a Value, item: &mut Value, path: &str, depth: u32) {
        match (self.resolve(items), &item) {
            (Value::Object(rules), Value::String(_)) if rules.contains_key("minimum") => {
                self.kind(rules, item, path);
            }
            (_, Value::Number(_)) => {}
            _ => self.walk(items, item, path, depth + 1),
        }
    }

    /// Repairs the members of an object, drops those that are not asked for, spells their names
    /// right, and fills those that say nothing.
    fn members(&mut self, rules: &'a Rules, map: &mut Rules, path: &str, depth: u32) {
        let Some(properties) = rules.get("properties").and_then(Value::as_object) else {
            return;
        };
        self.spell_members(properties, map, path);
        if rules.get("additionalProperties") == Some(&Value::Bool(false)) {
            let extra = |key: &&String| !properties.contains_key(*key);
            let extra: Vec<String> = map.keys().filter(extra).cloned().collect();
            for name in extra {
                map.remove(&name);
                self.note(Mending::Unasked, path, &Value::String(name), &Value::Null);
            }
        }
        let required = rules.get("required").and_then(Value::as_array);
        let needed = |name: &str| required.is_some_and(|list| list.iter().any(|r| r == name));
        let says_something = !map.is_empty();
        for (name, inner) in properties {
            let below = format!("{path}/{name}");
            if let Some(value) = map.get_mut(name) {
                self.walk(inner, value, &below, depth + 1);
                // Nothing for something that may be left out.
                let resolved = self.resolve(inner);
                if value.is_null() && !allows_null(resolved) {
                    if !needed(name) {
                        map.remove(name);
                        self.note(Mending::Unasked, &below, &Value::Null, &Value::Null);
                    } else if let Some(filled) = nothing_said(resolved) {
                        self.note(Mending::Filled, &below, &Value::Null, &filled);
                        map.insert(name.clone(), filled);
                    }
                }
            } else if needed(name)
                && says_something
                && let Some(filled) = nothing_said(self.resolve(inner))
            {
                self.note(Mending::Filled, &below, &Value::Null, &filled);
                map.insert(name.clone(), filled);
            }
        }
    }

    /// Gives members the names that are meant by theirs.
    fn spell_members(&mut self, properties: &Rules, map: &mut Rules, path: &str) {
        let odd = |key: &&String| !properties.contains_key(*key);
        let odd: Vec<String> = map.keys().filter(odd).take(MOST_FIELDS).cloned().collect();
        for said in odd {
            let missing: Vec<&str> = properties
                .keys()
                .map(String::as_str)
                .filter(|name| !map.contains_key(*name))
                .collect();
            let Some(at) = intended(&said, &missing) else {
                continue;
            };
            let name = missing[at].to_owned();
            if let Some(value) = map.remove(&said) {
                let named = Value::String(name.clone());
                self.note(Mending::Named, path, &Value::String(said), &named);
                map.insert(name, value);
            }
        }
    }
}

/// A value as a repair tells it: texts without their quotes, and nothing for nothing.
fn told(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.chars().take(200).collect(),
        Value::Array(list) if list.len() > 16 => format!("[… {}]", list.len()),
        other => other.to_string(),
    }
}

/// A bound of a schema that counts something.
fn bound(rules: &Rules, name: &str) -> Option<usize> {
    usize::try_from(rules.get(name)?.as_u64()?).ok()
}

/// What a field holds of which nothing is said: what its schema gives for that (`default`), or what
/// can mean nothing else. None where a field without an answer is a mistake.
fn nothing_said(schema: &Value) -> Option<Value> {
    let Value::Object(rules) = schema else {
        return None;
    };
    if let Some(given) = rules.get("default") {
        return Some(given.clone());
    }
    if let Some(options) = rules.get("enum").and_then(Value::as_array) {
        return match options.as_slice() {
            [only] => Some(only.clone()),
            _ => options.iter().find(|o| o.as_str() == Some("none")).cloned(),
        };
    }
    if let Some(only) = rules.get("const") {
        return Some(only.clone());
    }
    match rules.get("type").and_then(Value::as_str)? {
        "array" if bound(rules, "minItems").unwrap_or(0) == 0 => Some(Value::Array(Vec::new())),
        "boolean" => Some(Value::Bool(false)),
        "null" => Some(Value::Null),
        _ => None,
    }
}

fn allows_null(rule: &Value) -> bool {
    match rule.get("type") {
        Some(Value::String(kind)) => kind == "null",
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "null"),
        _ => rule.get("enum").is_none() && rule.get("const").is_none(),
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        _ => true,
    }
}
