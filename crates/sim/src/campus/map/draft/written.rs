//! What is written of an object, of a tile or of a shape in its properties.

use crate::campus::map::Facing;
use collegium_core::named::none_of;
use std::fmt::Display;
use tiled::{Properties, PropertyValue};

/// Reads properties, and tells what is wrong with them.
pub(super) struct Written<'a> {
    properties: &'a Properties,
    tell: &'a mut dyn FnMut(String),
}

impl<'a> Written<'a> {
    /// Reads these, and tells whoever that is.
    pub fn of(properties: &'a Properties, tell: &'a mut dyn FnMut(String)) -> Self {
        Self { properties, tell }
    }

    /// Tells something of them.
    pub fn tell(&mut self, what: impl Into<String>) {
        (self.tell)(what.into());
    }

    /// A property in words; none where it is left out, or not understood, which is told.
    pub fn word<T, E: Display>(
        &mut self,
        key: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        match self.properties.get(key)? {
            PropertyValue::StringValue(text) => match parse(text) {
                Ok(value) => return Some(value),
                Err(error) => self.tell(format!("property “{key}”: {error}")),
            },
            _ => self.tell(format!("property “{key}” is not text; expected a string")),
        }
        None
    }

    /// A property that must not be left out, by the words for all that it may be.
    pub fn needed<T: Copy>(
        &mut self,
        key: &str,
        all: &[T],
        word: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let words: Vec<&str> = all.iter().map(|one| word(*one)).collect();
        if !self.properties.contains_key(key) {
            self.tell(format!(
                "property “{key}” is missing; expected one of {} (what Tiled shows in grey is a \
                 suggestion: it is there once it is chosen)",
                words.join(", ")
            ));
        }
        self.word(key, |text| {
            let at = words.iter().position(|one| *one == text);
            at.map(|at| all[at]).ok_or_else(|| none_of(text, &words))
        })
    }

    /// A whole number; none where it is left out or none, which is told.
    pub fn whole(&mut self, key: &str) -> Option<i32> {
        match self.properties.get(key)? {
            PropertyValue::IntValue(number) => Some(*number),
            _ => {
                self.tell(format!(
                    "property “{key}” is not a whole number; expected an int"
                ));
                None
            }
        }
    }

    /// A number; none where it is left out or none, which is told.
    pub fn number(&mut self, key: &str) -> Option<f32> {
        match self.properties.get(key)? {
            PropertyValue::FloatValue(number) => Some(*number),
            PropertyValue::IntValue(number) => Some(*number as f32),
            _ => {
                self.tell(format!(
                    "property “{key}” is not a number; expected a float"
                ));
                None
            }
        }
    }

    /// Whether something is so; not where it is left out.
    pub fn switch(&mut self, key: &str) -> bool {
        match self.properties.get(key) {
            None => false,
            Some(PropertyValue::BoolValue(so)) => *so,
            Some(_) => {
                self.tell(format!(
                    "property “{key}” is neither true nor false; expected a bool"
                ));
                false
            }
        }
    }

    /// How somebody looks: down, towards the viewer, where nothing is said of it.
    pub fn facing(&mut self) -> Facing {
        let parse = |word: &str| match word {
            "up" => Ok(Facing::Up),
            "down" => Ok(Facing::Down),
            "left" => Ok(Facing::Left),
            "right" => Ok(Facing::Right),
            other => Err(none_of(other, &["up", "down", "left", "right"])),
        };
        self.word("facing", parse).unwrap_or_default()
    }
}
