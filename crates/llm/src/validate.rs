//! Whether an answer has the shape asked for, after repairs of what its meaning is clear enough for;
//! and what is wrong with it, in sentences for the model.

mod mend;

use crate::repair::{MOST_REPAIRS, Mending, Repair};

use jsonschema::{
    ValidationError, Validator,
    error::{TypeKind, ValidationErrorKind},
    types,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

/// Errors that are named; more would not help a model.
pub const MOST_ERRORS: usize = 6;
/// Compiled schemas that are kept.
const MOST_SCHEMAS: usize = 256;

/// A schema ready to validate.
#[derive(Debug)]
pub struct Schema {
    /// As servers get it; null for any value.
    pub value: Value,
    /// As it was given, with what stands for fields of which nothing is said (`default`).
    rules: Value,
    validator: Option<Validator>,
}

/// An answer of the right shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitting {
    /// The answer, as the schema wants it.
    pub value: Value,
    /// What was repaired for it; nothing where it is as it came.
    pub repairs: Vec<Repair>,
}

impl Schema {
    /// Compiles a schema from its JSON text; an empty text allows everything. References to other
    /// documents are not followed.
    ///
    /// # Errors
    /// When it is not JSON or not a schema.
    pub fn compile(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Ok(Self {
                value: Value::Null,
                rules: Value::Null,
                validator: None,
            });
        }
        let value: Value = serde_json::from_str(text)
            .map_err(|error| format!("the schema is not JSON ({error})"))?;
        let validator = jsonschema::validator_for(&value)
            .map_err(|error| format!("the schema is none ({error})"))?;
        Ok(Self {
            value: without_defaults(&value),
            rules: value,
            validator: Some(validator),
        })
    }

    /// Whether a value fits as it is, or after repairs within it. What would have to be put under
    /// another name for it does not fit: among several values it is not the one that is meant.
    pub fn fits(&self, value: &Value) -> bool {
        self.repaired(value.clone(), false).is_ok()
    }

    /// The value, repaired where its meaning is clear and that makes it fit: numbers in texts and out
    /// of their range, near names, times in other spellings, long texts, one item for a list and the
    /// reverse, items that are too many or cannot be used, fields that nobody asked for, and missing
    /// ones that can be filled. What fits is left as it is.
    ///
    /// # Errors
    /// What is still wrong, at most [`MOST_ERRORS`] sentences.
    pub fn check(&self, value: Value) -> Result<Fitting, Vec<String>> {
        self.repaired(value, true)
    }

    fn repaired(&self, mut value: Value, wraps: bool) -> Result<Fitting, Vec<String>> {
        let mut repairs = Vec::new();
        let Some(validator) = &self.validator else {
            return Ok(Fitting { value, repairs });
        };
        if validator.is_valid(&value) {
            return Ok(Fitting { value, repairs });
        }
        mend::mend(&self.rules, &mut value, &mut repairs, wraps);
        if validator.is_valid(&value) {
            return Ok(Fitting { value, repairs });
        }
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .take(MOST_ERRORS)
            .map(|error| sentence(&error))
            .collect();
        if drop_unusable(validator, &mut value, &mut repairs) {
            Ok(Fitting { value, repairs })
        } else {
            Err(errors)
        }
    }
}

/// Drops the items of lists that cannot be used; whether the rest fits.
fn drop_unusable(validator: &Validator, value: &mut Value, repairs: &mut Vec<Repair>) -> bool {
    /// Lists within lists that are thinned out, one after the other.
    const MOST_ROUNDS: usize = 4;
    for _ in 0..MOST_ROUNDS {
        let unusable: BTreeSet<(String, usize)> = validator
            .iter_errors(value)
            .filter_map(|error| item_of(value, &error.instance_path().to_string()))
            .collect();
        if unusable.is_empty() {
            return false;
        }
        // The last first, so that the numbers of the others stay right.
        for (list, index) in unusable.into_iter().rev() {
            let Some(Value::Array(items)) = value.pointer_mut(&list) else {
                return false;
            };
            if index < items.len() {
                let item = items.remove(index);
                if repairs.len() < MOST_REPAIRS {
                    let at = format!("{list}/{index}");
                    let found = shown(&item);
                    repairs.push(Repair::new(Mending::Unusable, &at, &found, ""));
                }
            }
        }
        if validator.is_valid(value) {
            return true;
        }
    }
    false
}

/// The innermost item of a list that a path leads to or through: the path of its list, and its
/// place there.
fn item_of(value: &Value, path: &str) -> Option<(String, usize)> {
    let mut path = path;
    while let Some((list, last)) = path.rsplit_once('/') {
        if let Ok(index) = last.parse()
            && value.pointer(list).is_some_and(Value::is_array)
        {
            return Some((list.to_owned(), index));
        }
        path = list;
    }
    None
}

/// A schema without what stands for fields of which nothing is said: strict servers refuse it.
fn without_defaults(schema: &Value) -> Value {
    match schema {
        Value::Object(rules) => {
            let kept = rules
                .iter()
                .filter(|(name, inner)| *name != "default" || inner.is_object());
            kept.map(|(name, inner)| {
                let inner = match name.as_str() {
                    "enum" | "const" => inner.clone(),
                    _ => without_defaults(inner),
                };
                (name.clone(), inner)
            })
            .collect()
        }
        Value::Array(list) => list.iter().map(without_defaults).collect(),
        other => other.clone(),
    }
}

/// Schemas that have been compiled, by the BLAKE3 of their text. Can be shared between threads.
#[derive(Debug, Default)]
pub struct Schemas(Mutex<BTreeMap<[u8; 32], Arc<Schema>>>);

impl Schemas {
    /// The schema of a text, compiled at its first use.
    ///
    /// # Errors
    /// As [`Schema::compile`].
    pub fn get(&self, text: &str) -> Result<Arc<Schema>, String> {
        let key = *blake3::hash(text.as_bytes()).as_bytes();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(schema) = kept.get(&key) {
            return Ok(Arc::clone(schema));
        }
        let schema = Arc::new(Schema::compile(text)?);
        if kept.len() >= MOST_SCHEMAS {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&schema));
        Ok(schema)
    }
}

/// An error in a sentence without a full stop, short and exact.
fn sentence(error: &ValidationError) -> String {
    let path = error.instance_path().to_string();
    let at = if path.is_empty() {
        "at the top".to_owned()
    } else {
        format!("at {path}")
    };
    let found = shown(error.instance());
    let what = match error.kind() {
        ValidationErrorKind::Maximum { limit } => format!("{found} is more than {limit}"),
        ValidationErrorKind::Minimum { limit } => format!("{found} is less than {limit}"),
        ValidationErrorKind::ExclusiveMaximum { limit } => {
            format!("{found} is not less than {limit}")
        }
        ValidationErrorKind::ExclusiveMinimum { limit } => {
            format!("{found} is not more than {limit}")
        }
        ValidationErrorKind::MinItems { limit } => format!("the list has fewer than {limit} items"),
        ValidationErrorKind::MaxItems { limit } => format!("the list has more than {limit} items"),
        ValidationErrorKind::MinLength { limit } if *limit == 1 => "the text is empty".to_owned(),
        ValidationErrorKind::MinLength { limit } => {
            format!("the text has fewer than {limit} characters")
        }
        ValidationErrorKind::MaxLength { limit } => {
            format!("the text has more than {limit} characters")
        }
        ValidationErrorKind::Required { property } => format!("{property} is missing"),
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            format!("{} is not allowed", cut(&unexpected.join(", "), 80))
        }
        ValidationErrorKind::Enum { options } => {
            format!(
                "found {found}; expected one of {}",
                cut(&listed(options), 200)
            )
        }
        ValidationErrorKind::Constant { expected_value } => {
            format!("found {found}; expected {}", shown(expected_value))
        }
        ValidationErrorKind::Type { kind } => {
            let named = |one: types::JsonType| format!("\"{one}\"");
            let wanted: Vec<String> = match kind {
                TypeKind::Single(one) => vec![named(*one)],
                TypeKind::Multiple(several) => several.iter().map(named).collect(),
            };
            format!("found {found}; expected {}", wanted.join(" or "))
        }
        ValidationErrorKind::AnyOf { .. } | ValidationErrorKind::OneOfNotValid { .. } => {
            format!("{found} is none of the shapes allowed here")
        }
        ValidationErrorKind::Pattern { pattern } => {
            format!("{found} does not match {}", cut(pattern, 80))
        }
        _ => cut(&error.to_string(), 160),
    };
    format!("{at}: {what}")
}

fn listed(options: &Value) -> String {
    match options {
        Value::Array(list) => list
            .iter()
            .map(Value::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        other => other.to_string(),
    }
}

/// A value as a message shows it: whole when it is short, else by its kind.
fn shown(value: &Value) -> String {
    match value {
        Value::Object(_) => "an object".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        other => cut(&other.to_string(), 60),
    }
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests;
