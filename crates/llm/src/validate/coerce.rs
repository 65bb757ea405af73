//! Gentle corrections of an answer towards its schema. They never invent anything that the answer
//! does not say.

use serde_json::{Map, Number, Value};

/// The deepest nesting that is corrected.
const MOST_DEPTH: u32 = 32;

/// Whether a rule is that of a list with no least length.
fn may_be_empty_list(rule: &Value) -> bool {
    let least = rule.get("minItems").and_then(Value::as_u64).unwrap_or(0);
    rule.get("type").and_then(Value::as_str) == Some("array") && least == 0
}

/// Corrects a value in place and notes what was done.
pub(super) fn coerce(schema: &Value, value: &mut Value, notes: &mut Vec<String>) {
    Coercion {
        root: schema,
        notes,
    }
    .walk(schema, value, "", 0);
}

struct Coercion<'a, 'b> {
    root: &'a Value,
    notes: &'b mut Vec<String>,
}

impl<'a> Coercion<'a, '_> {
    fn note(&mut self, path: &str, what: &str) {
        if self.notes.len() < 32 {
            let at = if path.is_empty() { "at the top" } else { path };
            self.notes.push(format!("{at}: {what}"));
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
        let schema = self.resolve(schema);
        let Value::Object(rules) = schema else { return };
        for choice in ["anyOf", "oneOf"] {
            if let Some(branches) = rules.get(choice).and_then(Value::as_array)
                && let Some(branch) = self.branch(branches, value)
            {
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
            Value::Array(list) => {
                if let Some(items) = rules.get("items") {
                    for (index, item) in list.iter_mut().enumerate() {
                        self.walk(items, item, &format!("{path}/{index}"), depth + 1);
                    }
                }
            }
            _ => {}
        }
    }

    /// Changes the type where the value says the same in another one.
    fn kind(&mut self, rules: &'a Map<String, Value>, value: &mut Value, path: &str) {
        let kinds: Vec<&str> = match rules.get("type") {
            Some(Value::String(kind)) => vec![kind],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return,
        };
        if kinds.iter().any(|kind| is(kind, value)) {
            return;
        }
        for kind in kinds {
            let made = match (kind, &mut *value) {
                ("integer" | "number", Value::String(text)) => number(text, kind == "integer"),
                ("integer", Value::Number(n)) => n
                    .as_f64()
                    .filter(|n| n.abs() < 9e15)
                    .map(|n| Value::from(n.round() as i64)),
                ("boolean", Value::String(text)) => match text.trim().to_lowercase().as_str() {
                    "true" | "yes" => Some(Value::Bool(true)),
                    "false" | "no" => Some(Value::Bool(false)),
                    _ => None,
                },
                ("null", Value::String(text))
                    if matches!(text.trim(), "" | "null" | "none" | "None") =>
                {
                    Some(Value::Null)
                }
                ("array", Value::Null) => Some(Value::Array(Vec::new())),
                ("array", single) => Some(Value::Array(vec![single.take()])),
                (_, Value::Array(list)) if list.len() == 1 => list.pop(),
                _ => None,
            };
            if let Some(made) = made {
                *value = made;
                self.note(path, &format!("made into {kind}"));
                // A list of one may hold the right thing in the wrong type.
                if !is(kind, value) {
                    self.kind(rules, value, path);
                }
                return;
            }
        }
    }

    /// Puts a fixed word into the spelling of the schema.
    fn fixed_word(&mut self, rules: &Map<String, Value>, value: &mut Value, path: &str) {
        let options = match (rules.get("enum"), rules.get("const")) {
            (Some(Value::Array(options)), _) => options.as_slice(),
            (_, Some(only)) => std::slice::from_ref(only),
            _ => return,
        };
        if let Value::Array(list) = value
            && list.len() == 1
            && !options.iter().any(Value::is_array)
            && let Some(only) = list.pop()
        {
            *value = only;
            self.note(path, "taken out of its list");
        }
        let Value::String(text) = value else { return };
        if options.iter().any(|option| option.as_str() == Some(text)) {
            return;
        }
        let plain = folded(text);
        let mut same = options
            .iter()
            .filter_map(Value::as_str)
            .filter(|option| folded(option) == plain);
        if let (Some(option), None) = (same.next(), same.next()) {
            *value = Value::String(option.to_owned());
            self.note(path, &format!("read as “{option}”"));
        }
    }

    /// Corrects the members of an object, drops those that are not asked for, and spells their
    /// names right.
    fn members(
        &mut self,
        rules: &'a Map<String, Value>,
        map: &mut Map<String, Value>,
        path: &str,
        depth: u32,
    ) {
        let Some(properties) = rules.get("properties").and_then(Value::as_object) else {
            return;
        };
        for name in properties
            .keys()
            .filter(|name| !map.contains_key(*name))
            .cloned()
            .collect::<Vec<_>>()
        {
            let plain = folded(&name);
            let near = map
                .keys()
                .find(|key| !properties.contains_key(*key) && folded(key) == plain)
                .cloned();
            if let Some(value) = near.and_then(|near| map.remove(&near)) {
                map.insert(name.clone(), value);
                self.note(path, &format!("name read as “{name}”"));
            }
        }
        if rules.get("additionalProperties") == Some(&Value::Bool(false)) {
            let extra: Vec<String> = map
                .keys()
                .filter(|key| !properties.contains_key(*key))
                .cloned()
                .collect();
            for name in extra {
                map.remove(&name);
                self.note(path, "a property nobody asked for was dropped");
            }
        }
        let required = rules.get("required").and_then(Value::as_array);
        // An answer that names nothing has nothing in a list that may be empty; one that says
        // nothing at all is no answer.
        if !map.is_empty() {
            for (name, inner) in properties {
                let needed = required.is_some_and(|list| list.iter().any(|r| r == name));
                if needed && !map.contains_key(name) && may_be_empty_list(self.resolve(inner)) {
                    map.insert(name.clone(), Value::Array(Vec::new()));
                    self.note(path, &format!("no “{name}” read as none"));
                }
            }
        }
        for (name, inner) in properties {
            let needed = required.is_some_and(|list| list.iter().any(|r| r == name));
            if let Some(value) = map.get_mut(name) {
                self.walk(inner, value, &format!("{path}/{name}"), depth + 1);
                // Nothing for something that may be left out.
                if value.is_null() && !needed && !allows_null(self.resolve(inner)) {
                    map.remove(name);
                    self.note(path, "an empty property was left out");
                }
            }
        }
    }

    /// The branch that the value is meant for: the one whose fixed words it says, else the first of
    /// its type.
    fn branch(&self, branches: &'a [Value], value: &Value) -> Option<&'a Value> {
        let resolved = || branches.iter().map(|branch| self.resolve(branch));
        let says = |branch: &Value| {
            let Some(properties) = branch.get("properties").and_then(Value::as_object) else {
                return false;
            };
            let mut fixed = properties
                .iter()
                .filter_map(|(name, rule)| Some((name, only_word(self.resolve_in(rule))?)))
                .peekable();
            fixed.peek().is_some()
                && fixed.all(|(name, word)| {
                    value
                        .get(name)
                        .and_then(Value::as_str)
                        .is_some_and(|v| folded(v) == folded(word))
                })
        };
        resolved().find(|branch| says(branch)).or_else(|| {
            resolved().find(|branch| {
                branch
                    .get("type")
                    .and_then(Value::as_str)
                    .is_some_and(|kind| is(kind, value))
            })
        })
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

fn allows_null(rule: &Value) -> bool {
    match rule.get("type") {
        Some(Value::String(kind)) => kind == "null",
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "null"),
        _ => true,
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

/// A number in a text, perhaps with a unit behind it (“15 minutes”), but not “3 to 5”.
fn number(text: &str, whole: bool) -> Option<Value> {
    let text = text.trim();
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || "+-.".contains(c)))
        .unwrap_or(text.len());
    let unit = text[end..].trim_start();
    if unit
        .chars()
        .any(|c| !(c.is_alphabetic() || c == '%' || c == '.'))
    {
        return None;
    }
    let found: f64 = text[..end].parse().ok()?;
    if whole || (found.fract() == 0.0 && found.abs() < 9e15) {
        return (found.fract() == 0.0).then(|| Value::from(found as i64));
    }
    Number::from_f64(found).map(Value::Number)
}

/// A word without regard to case, white space, `_` and `-`.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| !(c.is_whitespace() || *c == '_' || *c == '-'))
        .flat_map(char::to_lowercase)
        .collect()
}
