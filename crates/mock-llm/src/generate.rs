//! Values that satisfy a JSON schema, as a chat model would choose them.
//!
//! Understood: `type` (also lists of types, Gemini's upper case and `nullable`), `properties`,
//! `required`, `additionalProperties` as a schema, `items`, `enum`, `const`, bounds of numbers,
//! strings and lists, `multipleOf` of integers, `uniqueItems`, simple `pattern`s, `anyOf`, `oneOf`,
//! `allOf` and `$ref` within the document.

use crate::{
    pattern,
    schema::{EXACT, bounds, count, merged, number, tame},
    voice::TextWriter,
};
use rand::RngExt as _;
use serde_json::{Map, Value, json};
use std::cmp::Ordering;

/// Words that no enumeration of tools has.
pub const NO_SUCH_WORD: &[&str] = &["levitate", "teleport", "summon_dragon", "juggle_torches"];
const NO_SUCH_PLACE: &[&str] = &[
    "the Sunken Library of Ys",
    "Platform 9¾",
    "Professor Nobody",
    "the far side of the moon",
    "xyzzy",
];
const TIME_OF_DAY: &[&str] = &[
    "time", "start", "end", "from", "until", "at", "begin", "starts", "ends",
];
/// Properties that begin and end a span of time.
const SPANS: &[(&str, &str)] = &[
    ("start", "end"),
    ("starts", "ends"),
    ("begin", "end"),
    ("from", "until"),
    ("at", "until"),
    ("time", "end"),
];
const MOST_DEPTH: usize = 24;

/// How values are bent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twist {
    /// Values are as the schema wants them.
    None,
    /// Words of enumerations that do not exist.
    WrongTool,
    /// Valid by the schema, absurd in the world.
    Impossible,
}

/// Makes values for one schema document.
pub struct Generator<'a> {
    root: &'a Value,
    voice: TextWriter,
    twist: Twist,
    terse: bool,
    /// Whether a word was replaced by one that does not exist.
    pub twisted: bool,
}

impl<'a> Generator<'a> {
    /// For a schema; `terse` asks for the shortest lists and strings.
    pub fn new(root: &'a Value, voice: TextWriter, twist: Twist, terse: bool) -> Self {
        Self {
            root,
            voice,
            twist,
            terse,
            twisted: false,
        }
    }

    /// A value for the whole document.
    pub fn document(&mut self) -> Value {
        self.value(self.root, "", 0)
    }

    fn value(&mut self, schema: &Value, property: &str, depth: usize) -> Value {
        if depth > MOST_DEPTH {
            return Value::Null;
        }
        if let Some(reference) = schema["$ref"].as_str() {
            let root = self.root;
            let target = reference
                .strip_prefix('#')
                .and_then(|pointer| root.pointer(pointer));
            return target.map_or(Value::Null, |target| {
                self.value(target, property, depth + 1)
            });
        }
        if let Some(constant) = schema.get("const") {
            return self.word(constant);
        }
        if let Some(choices) = schema["enum"]
            .as_array()
            .filter(|choices| !choices.is_empty())
        {
            let choice = self.voice.dice.random_range(0..choices.len());
            return self.word(&choices[choice]);
        }
        for key in ["anyOf", "oneOf"] {
            if let Some(branches) = schema[key]
                .as_array()
                .filter(|branches| !branches.is_empty())
            {
                let branch = self.branch(branches, depth);
                return self.value(
                    &merged(schema, key, std::slice::from_ref(branch)),
                    property,
                    depth + 1,
                );
            }
        }
        if let Some(all) = schema["allOf"].as_array() {
            return self.value(&merged(schema, "allOf", all), property, depth + 1);
        }
        match self.kind(schema).as_str() {
            "object" => self.object(schema, depth),
            "array" => self.array(schema, property, depth),
            "integer" => self.integer(schema),
            "number" => self.number(schema),
            // Somebody who talks mostly has more to say.
            "boolean" if property == "leaves" => Value::Bool(self.voice.dice.random_bool(0.08)),
            "boolean" => Value::Bool(self.voice.dice.random()),
            "null" => Value::Null,
            _ => self.string(schema, property),
        }
    }

    fn word(&mut self, word: &Value) -> Value {
        if self.twist == Twist::WrongTool && word.is_string() {
            self.twisted = true;
            return NO_SUCH_WORD[self.voice.dice.random_range(0..NO_SUCH_WORD.len())].into();
        }
        word.clone()
    }

    /// A branch of a union; deep down the last that leads no deeper, so that recursive schemas end.
    fn branch<'b>(&mut self, branches: &'b [Value], depth: usize) -> &'b Value {
        let flat = |branch: &&Value| {
            ["$ref", "properties", "items"]
                .iter()
                .all(|key| branch.get(key).is_none())
        };
        if depth > 8
            && let Some(end) = branches.iter().rev().find(flat)
        {
            return end;
        }
        &branches[self.voice.dice.random_range(0..branches.len())]
    }

    fn kind(&mut self, schema: &Value) -> String {
        let named = match &schema["type"] {
            Value::String(kind) => kind.to_lowercase(),
            Value::Array(kinds) => {
                let kinds: Vec<&str> = kinds.iter().filter_map(Value::as_str).collect();
                let solid: Vec<&str> = kinds
                    .iter()
                    .copied()
                    .filter(|&kind| kind != "null")
                    .collect();
                // Null is the rarer answer, as with real models.
                let null = kinds.len() > solid.len() && self.voice.dice.random_bool(0.25);
                if null || solid.is_empty() {
                    "null".to_owned()
                } else {
                    solid[self.voice.dice.random_range(0..solid.len())].to_owned()
                }
            }
            _ if schema["properties"].is_object() => "object".to_owned(),
            _ if schema["items"].is_object() => "array".to_owned(),
            _ if schema["minimum"].is_number() || schema["maximum"].is_number() => {
                "number".to_owned()
            }
            _ => "string".to_owned(),
        };
        if schema["nullable"] == true && self.voice.dice.random_bool(0.25) {
            "null".to_owned()
        } else {
            named
        }
    }

    fn object(&mut self, schema: &Value, depth: usize) -> Value {
        let mut object = Map::new();
        let required: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let optional = !required.contains(&name.as_str());
            if *property == false
                || (optional && (self.terse || depth > 8 || self.voice.dice.random_bool(0.3)))
            {
                continue;
            }
            let value = self.value(property, name, depth + 1);
            object.insert(name.clone(), value);
        }
        for (first, last) in SPANS {
            let properties = &schema["properties"];
            if properties[first] == properties[last]
                && let [Some(begin), Some(end)] = [object.get(*first), object.get(*last)]
                && order(end, begin) == Ordering::Less
            {
                let (begin, end) = (begin.clone(), end.clone());
                object.insert((*first).to_owned(), end);
                object.insert((*last).to_owned(), begin);
            }
        }
        let more = &schema["additionalProperties"];
        for name in required {
            if !object.contains_key(name) {
                let value = self.value(more, name, depth + 1);
                object.insert(name.to_owned(), value);
            }
        }
        if object.is_empty() && more.is_object() && depth <= 8 {
            for _ in 0..2 {
                let name = self.voice.short();
                let value = self.value(more, "", depth + 1);
                object.insert(name, value);
            }
        }
        Value::Object(object)
    }

    fn array(&mut self, schema: &Value, property: &str, depth: usize) -> Value {
        let least = count(&schema["minItems"]).unwrap_or(0);
        let most = count(&schema["maxItems"])
            .unwrap_or(least.saturating_add(6))
            .max(least);
        let length = match self.twist {
            _ if self.terse || depth > 8 => least.max(1).min(most),
            Twist::Impossible => most.min(least.saturating_add(60)),
            _ => least + (most - least).min(12).div_ceil(2),
        };
        let unique = schema["uniqueItems"] == true;
        let mut items: Vec<Value> = Vec::new();
        // A length that nobody could want must not fill the memory.
        let length = length.min(10_000);
        let mut tries = length * 20;
        while items.len() < length && tries > 0 {
            tries -= 1;
            // A list `questions` holds a question in each item.
            let item = self.value(&schema["items"], property, depth + 1);
            if !(unique && items.contains(&item)) {
                items.push(item);
            }
        }
        // A plan is in the order of its times.
        if let Some((begin, _)) = SPANS
            .iter()
            .find(|span| items.iter().all(|item| !item[span.0].is_null()))
        {
            items.sort_by(|a, b| order(&a[begin], &b[begin]));
        }
        Value::Array(items)
    }

    fn integer(&mut self, schema: &Value) -> Value {
        let (least, most) = bounds(schema, 1.0);
        let (least, most) = (least.clamp(-EXACT, EXACT), most.clamp(-EXACT, EXACT));
        let step = number(&schema["multipleOf"])
            .filter(|&step| step >= 1.0 && step.fract() == 0.0)
            .unwrap_or(1.0);
        let (first, last) = ((least / step).ceil() as i64, (most / step).floor() as i64);
        let last = last.max(first);
        let chosen = match self.twist {
            Twist::Impossible if self.voice.dice.random() => first,
            Twist::Impossible => last,
            // Without bounds from the schema a small number is what a model would say.
            _ => self.voice.dice.random_range(tame(schema, first, last)),
        };
        json!(chosen.saturating_mul(step as i64))
    }

    fn number(&mut self, schema: &Value) -> Value {
        let (least, most) = bounds(schema, 1e-6);
        let most = most.max(least);
        let chosen = match self.twist {
            Twist::Impossible if self.voice.dice.random() => least,
            Twist::Impossible => most,
            _ => {
                let range = tame(schema, least, most);
                let exact =
                    range.start() + (range.end() - range.start()) * self.voice.dice.random::<f64>();
                let rounded = (exact * 100.0).round() / 100.0;
                if (least..=most).contains(&rounded) {
                    rounded
                } else {
                    exact.clamp(least, most)
                }
            }
        };
        json!(chosen)
    }

    fn string(&mut self, schema: &Value, property: &str) -> Value {
        if let Some(pattern) = schema["pattern"].as_str()
            && let Some(text) = pattern::matching(pattern, &mut self.voice.dice)
        {
            return text.into();
        }
        let least = count(&schema["minLength"]).unwrap_or(0);
        let most = count(&schema["maxLength"]).unwrap_or(4000);
        let impossible = self.twist == Twist::Impossible;
        if TIME_OF_DAY.contains(&property) && least <= 5 && most >= 5 {
            let hour = if impossible {
                31
            } else {
                self.voice.dice.random_range(7..22)
            };
            return format!("{hour:02}:{:02}", self.voice.dice.random_range(0..12) * 5).into();
        }
        let free = ["text", "say", "thought", "summary", "question", "insight"].contains(&property);
        if impossible && !free {
            let place =
                NO_SUCH_PLACE[self.voice.dice.random_range(0..NO_SUCH_PLACE.len())].to_owned();
            return self.voice.fit(place, least, most).into();
        }
        self.voice.string(property, least, most, self.terse).into()
    }
}

/// The order of two texts or two numbers; anything else is equal.
fn order(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::String(a), Value::String(b)) => a.cmp(b),
        (Value::Number(a), Value::Number(b)) => a
            .as_f64()
            .partial_cmp(&b.as_f64())
            .unwrap_or(Ordering::Equal),
        _ => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::dice;
    use rand_pcg::Pcg64Mcg;

    const PROMPT: &str = "You are Ines Ferreira, a lecturer. You are at the library with Tomas Weber and talk about archaeology.";

    fn generate(schema: &Value, seed: u64, twist: Twist, terse: bool) -> Value {
        Generator::new(schema, TextWriter::new(PROMPT, dice(&[seed])), twist, terse).document()
    }

    /// A random schema of the understood subset that has at least one valid value.
    fn any_schema(dice: &mut Pcg64Mcg, depth: usize) -> Value {
        let kinds = if depth > 3 { 6 } else { 11 };
        match dice.random_range(0..kinds) {
            0 => {
                let least = dice.random_range(0..60);
                json!({"type": "string", "minLength": least, "maxLength": least + dice.random_range(0..300)})
            }
            1 => {
                let least = dice.random_range(-50..50);
                json!({"type": "integer", "minimum": least, "maximum": least + dice.random_range(0..40)})
            }
            2 => {
                json!({"type": "number", "exclusiveMinimum": -1.5, "maximum": dice.random_range(-1.0..8.0)})
            }
            3 => json!({"enum": ["walk", "talk", 7, null, {"a": [true]}]}),
            4 => {
                json!({"type": ["integer", "null", "boolean"], "exclusiveMaximum": dice.random_range(-9..9)})
            }
            5 => json!({"const": "say", "description": "what to do"}),
            6 | 7 => {
                let mut properties = Map::new();
                for name in ["text", "start", "tool", "evidence", "where"]
                    .iter()
                    .take(dice.random_range(1..6))
                {
                    properties.insert((*name).to_owned(), any_schema(dice, depth + 1));
                }
                let required: Vec<&String> = properties.keys().filter(|_| dice.random()).collect();
                json!({"type": "object", "required": required, "properties": properties, "additionalProperties": false})
            }
            8 => {
                let least = dice.random_range(0..4);
                let items = any_schema(dice, depth + 1);
                json!({"type": "array", "items": items, "minItems": least, "maxItems": least + dice.random_range(0..6)})
            }
            9 => {
                let branches: Vec<Value> = (0..3).map(|_| any_schema(dice, depth + 1)).collect();
                json!({"anyOf": branches})
            }
            _ => {
                json!({"type": "object", "required": ["a", "b"], "properties": {"a": {"type": "boolean"}},
                "oneOf": [{"properties": {"b": {"const": 1}}}, {"properties": {"b": {"const": 2}}}]})
            }
        }
    }

    #[test]
    fn values_satisfy_their_schema() {
        for seed in 0..600 {
            let schema = any_schema(&mut dice(&[seed, 99]), 0);
            let validator = jsonschema::validator_for(&schema).unwrap();
            for (twist, terse) in [
                (Twist::None, false),
                (Twist::None, true),
                (Twist::Impossible, false),
            ] {
                let value = generate(&schema, seed, twist, terse);
                assert!(
                    validator.is_valid(&value),
                    "seed {seed} {twist:?}: {value} for {schema}"
                );
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_value() {
        let schema = json!({"type": "array", "items": {"type": "string"}, "minItems": 4});
        assert_eq!(
            generate(&schema, 5, Twist::None, false),
            generate(&schema, 5, Twist::None, false)
        );
        assert_ne!(
            generate(&schema, 5, Twist::None, false),
            generate(&schema, 6, Twist::None, false)
        );
    }

    #[test]
    fn tools_that_do_not_exist() {
        let schema = json!({"anyOf": [
            {"type": "object", "required": ["tool"], "properties": {"tool": {"const": "walk"}, "to": {"enum": ["park"]}}},
            {"type": "object", "required": ["tool"], "properties": {"tool": {"const": "say"}, "text": {"type": "string"}}},
        ]});
        let validator = jsonschema::validator_for(&schema).unwrap();
        for seed in 0..50 {
            let value = generate(&schema, seed, Twist::WrongTool, false);
            assert!(
                NO_SUCH_WORD.contains(&value["tool"].as_str().unwrap()),
                "{value}"
            );
            assert!(!validator.is_valid(&value));
        }
    }

    #[test]
    fn impossible_numbers_are_extreme_and_places_unknown() {
        let schema = json!({"type": "object", "required": ["n", "place", "at"], "properties": {
            "n": {"type": "integer"}, "place": {"type": "string", "maxLength": 30}, "at": {"type": "string"}}});
        let value = generate(&schema, 1, Twist::Impossible, false);
        assert_eq!(value["n"].as_i64().unwrap().abs(), 9_007_199_254_740_991);
        assert!(
            NO_SUCH_PLACE
                .iter()
                .any(|place| place.starts_with(value["place"].as_str().unwrap())),
            "{value}"
        );
        assert!(value["at"].as_str().unwrap().starts_with("31:"), "{value}");
    }

    #[test]
    fn recursive_contradictory_and_gigantic_schemas_end() {
        let tree =
            json!({"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#"}}});
        let list = json!({"$defs": {"list": {"anyOf": [{"type": "null"}, {"type": "object", "required": ["rest"],
            "properties": {"rest": {"$ref": "#/$defs/list"}}}]}}, "$ref": "#/$defs/list"});
        let wide = json!({"type": "array", "items": {"$ref": "#"}, "minItems": 0, "maxItems": 3});
        for schema in [
            tree,
            wide,
            json!({"$ref": "#"}),
            json!({"$ref": "nowhere"}),
            json!(true),
            json!(null),
            json!([1]),
            json!({"type": "integer", "minimum": 5, "maximum": 1}),
            json!({"type": "number", "minimum": 5, "maximum": 1}),
            json!({"type": "integer", "minimum": 1e300}),
            json!({"type": "integer", "maximum": -1e300, "multipleOf": 7}),
            json!({"type": "array", "minItems": 1e18, "items": {"const": 1}}),
            json!({"type": "string", "minLength": 9, "maxLength": 2}),
            json!({"enum": []}),
            json!({"anyOf": []}),
            json!({"type": 7}),
            json!({"type": []}),
            json!({"allOf": [1]}),
            json!({"type": "array", "uniqueItems": true, "minItems": 5, "items": {"const": 1}}),
        ] {
            for seed in 0..20 {
                generate(&schema, seed, Twist::None, false);
                generate(&schema, seed, Twist::Impossible, true);
            }
        }
        let validator = jsonschema::validator_for(&list).unwrap();
        assert!((0..40).all(|seed| validator.is_valid(&generate(&list, seed, Twist::None, false))));
    }

    #[test]
    fn plans_are_in_the_order_of_their_times() {
        let time = json!({"type": "string"});
        let schema = json!({"type": "array", "minItems": 6, "items": {"type": "object", "required": ["start", "end"],
            "properties": {"start": time, "end": time}}});
        for seed in 0..20 {
            let plan = generate(&schema, seed, Twist::None, false);
            let parts = plan.as_array().unwrap();
            assert!(
                parts
                    .iter()
                    .all(|part| part["start"].as_str() <= part["end"].as_str()),
                "{plan}"
            );
            assert!(
                parts.is_sorted_by(|a, b| a["start"].as_str() <= b["start"].as_str()),
                "{plan}"
            );
        }
    }

    #[test]
    fn gemini_writes_types_large_and_counts_as_text() {
        let schema = json!({"type": "OBJECT", "required": ["list"], "properties": {
            "list": {"type": "ARRAY", "minItems": "2", "maxItems": "2", "items": {"type": "INTEGER", "nullable": true}}}});
        let value = generate(&schema, 1, Twist::None, false);
        assert_eq!(value["list"].as_array().unwrap().len(), 2, "{value}");
    }
}
