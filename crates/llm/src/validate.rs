//! Whether an answer has the shape asked for, after gentle corrections; and what is wrong with it,
//! in sentences for the model.

mod coerce;

use jsonschema::{
    ValidationError, Validator,
    error::{TypeKind, ValidationErrorKind},
    types,
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

/// Errors that are named; more would not help a model.
pub const MOST_ERRORS: usize = 6;
/// Compiled schemas that are kept.
const MOST_SCHEMAS: usize = 256;

/// A schema ready to validate.
#[derive(Debug)]
pub struct Schema {
    /// As it was given; null for any value.
    pub value: Value,
    validator: Option<Validator>,
}

/// An answer of the right shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitting {
    /// The answer, as the schema wants it.
    pub value: Value,
    /// What was corrected for it, in words.
    pub coerced: Vec<String>,
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
                validator: None,
            });
        }
        let value: Value = serde_json::from_str(text)
            .map_err(|error| format!("the schema is not JSON ({error})"))?;
        let validator = jsonschema::validator_for(&value)
            .map_err(|error| format!("the schema is none ({error})"))?;
        Ok(Self {
            value,
            validator: Some(validator),
        })
    }

    /// Whether a value fits as it is or after gentle corrections.
    pub fn fits(&self, value: &Value) -> bool {
        self.check(value.clone()).is_ok()
    }

    /// The value, gently corrected where that makes it fit: numbers in texts, a single value for a
    /// list, a list of one for a value, other case in fixed words, properties that nobody asked
    /// for.
    ///
    /// # Errors
    /// What is still wrong, at most [`MOST_ERRORS`] sentences.
    pub fn check(&self, value: Value) -> Result<Fitting, Vec<String>> {
        let Some(validator) = &self.validator else {
            return Ok(Fitting {
                value,
                coerced: Vec::new(),
            });
        };
        if validator.is_valid(&value) {
            return Ok(Fitting {
                value,
                coerced: Vec::new(),
            });
        }
        let mut value = value;
        let mut coerced = Vec::new();
        coerce::coerce(&self.value, &mut value, &mut coerced);
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .take(MOST_ERRORS)
            .map(|error| sentence(&error))
            .collect();
        if errors.is_empty() {
            Ok(Fitting { value, coerced })
        } else {
            Err(errors)
        }
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
