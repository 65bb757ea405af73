//! What is wrong with a map, and where.

use super::xml::Element;
use collegium_core::{
    input::several,
    lines::Lines,
    text::{Shown as _, clipped, harmless},
};
use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    rc::Rc,
};

/// How many problems are kept of a map that is wrong all over.
const MOST: usize = 1000;

/// How many characters of a rule are shown.
const MOST_SHOWN: usize = 500;

/// A rule that a map breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapProblem {
    /// The file: the map itself, or a tileset or template that it names.
    pub file: PathBuf,
    /// Line and column in the file, from 1, where they are known.
    pub at: Option<(usize, usize)>,
    /// The layer of the map in which it is; none where it is in no one layer.
    pub layer: Option<String>,
    /// The object's name, or its number where it has none.
    pub object: Option<String>,
    /// What was found and what is expected.
    pub rule: String,
}

impl fmt::Display for MapProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = |text: &str| harmless(&clipped(text, MOST_SHOWN)).into_owned();
        f.write_str(&self.file.shown())?;
        if let Some((line, column)) = self.at {
            write!(f, ":{line}:{column}")?;
        }
        if let Some(layer) = &self.layer {
            write!(f, ": layer “{}”", short(layer))?;
        }
        if let Some(object) = &self.object {
            write!(f, ", object “{}”", short(object))?;
        }
        write!(f, ": {}", short(&self.rule))
    }
}

/// A map that was refused.
#[derive(Clone, Debug, thiserror::Error)]
pub struct MapError {
    /// Every rule it breaks; at least one.
    pub problems: Vec<MapProblem>,
}

impl fmt::Display for MapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        several(f, &self.problems)
    }
}

/// Collects problems while a map is read.
pub(super) struct Problems {
    file: PathBuf,
    /// Where layers and objects begin in the map's file.
    layers: BTreeMap<String, (usize, usize)>,
    objects: BTreeMap<u32, (usize, usize)>,
    /// Which object of which layer begins at a byte of the map's file.
    begins: BTreeMap<usize, At>,
    /// The lines of the files in which something was found.
    lines: BTreeMap<PathBuf, Lines>,
    found: Vec<MapProblem>,
}

/// Where in a file something stands.
#[derive(Clone, Debug)]
pub(super) struct At {
    /// The layer of the map in which it is.
    pub layer: Rc<str>,
    /// The object's name or number.
    pub object: Rc<str>,
    /// Its id in the file; 0 for none.
    pub id: u32,
}

impl At {
    /// An object of a layer, as it is written.
    pub fn of(layer: &str, object: &Element) -> Self {
        Self::in_layer(layer.into(), object)
    }

    /// The same, of a layer whose name is kept once.
    fn in_layer(layer: Rc<str>, object: &Element) -> Self {
        let id = object.get("id").and_then(|id| id.parse().ok());
        Self::named(
            layer,
            object.get("name").unwrap_or_default(),
            id.unwrap_or(0),
        )
    }

    /// An object of that name, or of that number where the name is empty.
    pub fn named(layer: Rc<str>, name: &str, id: u32) -> Self {
        let object: Rc<str> = if name.is_empty() {
            format!("#{id}").into()
        } else {
            name.into()
        };
        Self { layer, object, id }
    }
}

/// The tags of layers.
pub(super) const LAYERS: [&str; 4] = ["layer", "objectgroup", "imagelayer", "group"];

impl Problems {
    /// None so far, of a map in that file.
    pub fn of(file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            layers: BTreeMap::new(),
            objects: BTreeMap::new(),
            begins: BTreeMap::new(),
            lines: BTreeMap::new(),
            found: Vec::new(),
        }
    }

    /// Whether there are none so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many were noted so far.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// All problems that were noted, in order.
    pub fn into_all(self) -> Vec<MapProblem> {
        self.found
    }

    /// Remembers where the layers and objects of the map stand.
    pub fn learn_places(&mut self, root: &Element, text: &str) {
        self.learn(root, text, &Lines::of(text));
    }

    fn learn(&mut self, parent: &Element, text: &str, lines: &Lines) {
        for layer in &parent.children {
            if !LAYERS.contains(&&*layer.name) {
                continue;
            }
            let name: Rc<str> = layer.get("name").unwrap_or_default().into();
            if layer.get("name").is_some() {
                let at = lines.place(text, layer.at);
                self.layers.entry(name.to_string()).or_insert(at);
            }
            for object in layer.all("object") {
                let at = At::in_layer(Rc::clone(&name), object);
                self.begins.insert(object.at, at);
                if let Some(id) = object.get("id").and_then(|id| id.parse().ok()) {
                    let at = lines.place(text, object.at);
                    self.objects.entry(id).or_insert(at);
                }
            }
            self.learn(layer, text, lines);
        }
    }

    /// Line and column of an object, or of its layer, from 1, where they are known.
    pub fn place_of(&self, at: &At) -> Option<(usize, usize)> {
        let place = self.objects.get(&at.id);
        place.or_else(|| self.layers.get(&*at.layer)).copied()
    }

    fn note(&mut self, problem: MapProblem) {
        if self.found.len() < MOST {
            self.found.push(problem);
        }
    }

    /// Notes a broken rule of the whole map.
    pub fn map(&mut self, rule: impl Into<String>) {
        let file = self.file.clone();
        self.file(&file, rule);
    }

    /// Notes a broken rule of the whole map before all others.
    pub fn map_first(&mut self, rule: impl Into<String>) {
        self.map(rule);
        self.found.rotate_right(1);
    }

    /// Notes a broken rule of a file.
    pub fn file(&mut self, file: &Path, rule: impl Into<String>) {
        self.note(MapProblem {
            file: file.to_owned(),
            at: None,
            layer: None,
            object: None,
            rule: rule.into(),
        });
    }

    /// Notes a broken rule at a byte of a file's text, where an object of the map may begin.
    pub fn place(&mut self, file: &Path, text: &str, offset: usize, rule: impl Into<String>) {
        if self.found.len() < MOST {
            let lines = self.lines.entry(file.to_owned());
            let lines = lines.or_insert_with(|| Lines::of(text));
            let at = Some(lines.place(text, offset));
            let own = self.begins.get(&offset).filter(|_| *file == *self.file);
            let (layer, object) = (
                own.map(|own| own.layer.to_string()),
                own.map(|own| own.object.to_string()),
            );
            self.note(MapProblem {
                file: file.to_owned(),
                at,
                layer,
                object,
                rule: rule.into(),
            });
        }
    }

    /// Notes a broken rule of a layer.
    pub fn layer(&mut self, layer: &str, rule: impl Into<String>) {
        self.note(MapProblem {
            file: self.file.clone(),
            at: self.layers.get(layer).copied(),
            layer: Some(layer.to_owned()),
            object: None,
            rule: rule.into(),
        });
    }

    /// Notes a broken rule of an object, or of a tile of a layer.
    pub fn object(&mut self, at: &At, rule: impl Into<String>) {
        self.note(MapProblem {
            file: self.file.clone(),
            at: self.place_of(at),
            layer: Some(at.layer.to_string()),
            object: Some(at.object.to_string()),
            rule: rule.into(),
        });
    }
}
