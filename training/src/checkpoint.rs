//! Checkpoints: a directory of safetensors files and one `meta.json`, whole or not there at all;
//! and single heads to ship, as `NAME.safetensors` beside a card `NAME.json`.
//!
//! Nothing is overwritten unless told, and whatever is interrupted, a reader never sees half of one
//! ([`crate::files`]). Whatever a damaged or foreign file holds, reading it ends in one message.

use crate::error::{Error, Result};
use crate::files::{MOST_BYTES, folder_whole, read_at_most, whole_folder, write_whole};
use crate::nets::params::{Named, Weights};
use crate::rollout::Shape;
use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};
use tracing::debug_span;

/// The version of the format of checkpoints and cards.
pub const SCHEMA: u32 = 1;

/// What stands in `meta.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// [`SCHEMA`] when it was written.
    pub schema: u32,
    /// What was being trained, as `ppo` or `gail`.
    pub kind: String,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// The learner's configuration, as given.
    pub config: serde_json::Value,
    /// Everything else that goes on from here: streams, normalisers, counters.
    pub state: serde_json::Value,
    /// The names of the tensor files, without ending, and a checksum of each.
    pub files: Vec<(String, u64)>,
}

/// A checkpoint in memory: what is trained, and named sets of weights (`policy`, `optimizer`, …).
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// What was being trained.
    pub kind: String,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// The learner's configuration.
    pub config: serde_json::Value,
    /// Streams, normalisers and counters.
    pub state: serde_json::Value,
    /// Weights by file name, without ending.
    pub tensors: Vec<(String, Weights)>,
}

impl Checkpoint {
    /// An empty checkpoint of a kind, a shape, a configuration and a state.
    ///
    /// # Errors
    /// Where configuration or state cannot be written as JSON.
    pub fn new(
        kind: &str,
        shape: &Shape,
        config: &impl Serialize,
        state: &impl Serialize,
    ) -> Result<Self> {
        let json = |what: &str, value: serde_json::Result<serde_json::Value>| {
            value.map_err(|e| Error::data(what, e, "what JSON can hold"))
        };
        Ok(Checkpoint {
            kind: kind.to_owned(),
            shape: shape.clone(),
            config: json("config", serde_json::to_value(config))?,
            state: json("state", serde_json::to_value(state))?,
            tensors: Vec::new(),
        })
    }

    /// Adds a set of weights.
    #[must_use]
    pub fn with(mut self, name: &str, weights: Weights) -> Self {
        self.tensors.push((name.to_owned(), weights));
        self
    }

    /// The weights of a name.
    ///
    /// # Errors
    /// Where there are none.
    pub fn weights(&self, name: &str) -> Result<&Weights> {
        let found = self
            .tensors
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, weights)| weights);
        found.ok_or_else(|| {
            Error::data(format!("checkpoint, {name}"), "nothing", "a set of weights")
        })
    }

    /// The configuration as a type.
    ///
    /// # Errors
    /// Where it is of another.
    pub fn config<T: DeserializeOwned>(&self) -> Result<T> {
        let read = serde_json::from_value(self.config.clone());
        read.map_err(|e| {
            Error::data(
                "checkpoint, config",
                e,
                format!("a configuration of {}", self.kind),
            )
        })
    }

    /// The state as a type.
    ///
    /// # Errors
    /// Where it is of another.
    pub fn state<T: DeserializeOwned>(&self) -> Result<T> {
        let read = serde_json::from_value(self.state.clone());
        read.map_err(|e| Error::data("checkpoint, state", e, format!("a state of {}", self.kind)))
    }

    /// Refuses a checkpoint of another kind.
    ///
    /// # Errors
    /// Where it is of one.
    pub fn expect_kind(&self, kind: &str) -> Result<()> {
        if self.kind == kind {
            Ok(())
        } else {
            Err(Error::data("checkpoint, kind", &self.kind, kind))
        }
    }

    /// Writes the directory `path`.
    ///
    /// # Errors
    /// Where something is there already and `overwrite` is not set, where weights are not finite,
    /// or where the system refuses.
    pub fn save(&self, path: impl AsRef<Path>, overwrite: bool) -> Result<()> {
        let path = path.as_ref();
        let _span = debug_span!("save checkpoint", path = ?path).entered();
        if path.exists() && !overwrite {
            return Err(Error::file(
                path,
                "something that is there already",
                "a free name, or leave to overwrite",
            ));
        }
        let meta = Meta {
            schema: SCHEMA,
            kind: self.kind.clone(),
            shape: self.shape.clone(),
            config: self.config.clone(),
            state: self.state.clone(),
            files: self
                .tensors
                .iter()
                .map(|(name, weights)| (name.clone(), sorted(weights).checksum()))
                .collect(),
        };
        folder_whole(path, |folder| {
            for (name, weights) in &self.tensors {
                write_weights(&folder.join(format!("{name}.safetensors")), weights)?;
            }
            write_json(&folder.join("meta.json"), &meta)
        })
    }

    /// Reads the directory `path`.
    ///
    /// # Errors
    /// Where it is not there, not a checkpoint, of another version, damaged, or where its weights
    /// are not finite.
    pub fn load(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let _span = debug_span!("read checkpoint", path = ?path).entered();
        let path = whole_folder(path);
        let meta_path = path.join("meta.json");
        let meta: Meta = read_json(&meta_path, "a checkpoint's meta.json")?;
        if meta.schema != SCHEMA {
            return Err(Error::file(
                meta_path,
                format!("schema {}", meta.schema),
                format!("schema {SCHEMA}"),
            ));
        }
        let mut tensors = Vec::with_capacity(meta.files.len());
        for (name, checksum) in meta.files {
            if name.is_empty()
                || !name
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
            {
                return Err(Error::file(
                    meta_path,
                    format!("a file named {name:?}"),
                    "letters, digits, - and _",
                ));
            }
            let file = path.join(format!("{name}.safetensors"));
            let weights = read_weights(&file)?;
            if weights.checksum() != checksum {
                return Err(Error::file(
                    file,
                    "other weights",
                    "those that meta.json was written with",
                ));
            }
            tensors.push((name, weights));
        }
        Ok(Checkpoint {
            kind: meta.kind,
            shape: meta.shape,
            config: meta.config,
            state: meta.state,
            tensors,
        })
    }
}

/// In the order of names, which is that of a file.
fn sorted(weights: &Weights) -> Weights {
    let mut weights = weights.clone();
    weights.0.sort_by(|a, b| a.name.cmp(&b.name));
    weights
}

/// Writes weights as a safetensors file of `F32`.
///
/// # Errors
/// Where a value is not finite, a shape does not fit, or the system refuses.
pub fn write_weights(path: &Path, weights: &Weights) -> Result<()> {
    if let Some(name) = weights.not_finite() {
        return Err(Error::file(
            path,
            format!("a number in {name} that is not finite"),
            "finite weights",
        ));
    }
    let bytes: Vec<Vec<u8>> = weights
        .0
        .iter()
        .map(|named| named.values.iter().flat_map(|x| x.to_le_bytes()).collect())
        .collect();
    let mut views = Vec::with_capacity(bytes.len());
    for (named, bytes) in weights.0.iter().zip(&bytes) {
        let view = TensorView::new(Dtype::F32, named.shape.clone(), bytes);
        views.push((
            named.name.as_str(),
            view.map_err(|e| Error::file(path, e, "weights that fit their shapes"))?,
        ));
    }
    let file = safetensors::serialize(views, None).map_err(|e| Error::file(path, e, "weights"))?;
    write_whole(path, file)
}

/// Reads the weights of a safetensors file, in the order of their names.
///
/// # Errors
/// Where it is not readable, not safetensors, or holds something else than finite `F32`.
pub fn read_weights(path: &Path) -> Result<Weights> {
    let bytes = read_at_most(path, MOST_BYTES).map_err(|e| Error::io(path, e))?;
    parse_weights(path, &bytes)
}

/// The weights that the bytes of a safetensors file hold, in the order of their names; `path` is
/// for messages.
fn parse_weights(path: &Path, bytes: &[u8]) -> Result<Weights> {
    let tensors = SafeTensors::deserialize(bytes).map_err(|e| {
        Error::file(
            path,
            format!("{} bytes that are no safetensors ({e})", bytes.len()),
            "safetensors",
        )
    })?;
    let mut weights = Weights::default();
    for (name, view) in tensors.tensors() {
        if view.dtype() != Dtype::F32 {
            return Err(Error::file(
                path,
                format!("{name} as {:?}", view.dtype()),
                "F32",
            ));
        }
        let values: Vec<f32> = view
            .data()
            .as_chunks::<4>()
            .0
            .iter()
            .map(|b| f32::from_le_bytes(*b))
            .collect();
        weights.0.push(Named {
            name,
            shape: view.shape().to_vec(),
            values,
        });
    }
    if let Some(name) = weights.not_finite() {
        return Err(Error::file(
            path,
            format!("a number in {name} that is not finite"),
            "finite weights",
        ));
    }
    Ok(sorted(&weights))
}

/// A value as the indented JSON of a file. Who knows which characters do harm sees to them before
/// it is written.
///
/// # Errors
/// Where JSON cannot hold it.
pub fn json_text(path: &Path, value: &impl Serialize) -> Result<String> {
    let mut text = serde_json::to_string_pretty(value)
        .map_err(|e| Error::file(path, e, "what JSON can hold"))?;
    text.push('\n');
    Ok(text)
}

/// Writes a value that holds no text from outside as indented JSON.
///
/// # Errors
/// Where it cannot be written.
pub(crate) fn write_json(path: &Path, value: &impl Serialize) -> Result<()> {
    write_whole(path, json_text(path, value)?)
}

/// Reads a value from JSON; `expected` says what the file should be.
///
/// # Errors
/// Where it is not readable or not that.
pub fn read_json<T: DeserializeOwned>(path: &Path, expected: &str) -> Result<T> {
    parse_json(path, read_at_most(path, MOST_BYTES), expected)
}

/// A value from what was read of a JSON file.
fn parse_json<T: DeserializeOwned>(
    path: &Path,
    read: io::Result<impl AsRef<[u8]>>,
    expected: &str,
) -> Result<T> {
    let text = match read {
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            return Err(Error::file(path, "no file", expected));
        }
        text => text.map_err(|e| Error::io(path, e))?,
    };
    serde_json::from_slice(text.as_ref()).map_err(|e| Error::file(path, e, expected))
}

/// Writes a head to ship: `DIR/NAME.safetensors`, and `DIR/NAME.json` with any card, given as JSON.
///
/// # Errors
/// Where one of them is there already and `overwrite` is not set, or it cannot be written.
pub fn save_head(
    dir: &Path,
    name: &str,
    weights: &Weights,
    card: &str,
    overwrite: bool,
) -> Result<()> {
    let (tensors, json) = head_files(dir, name);
    let _span = debug_span!("save head", path = ?tensors).entered();
    std::fs::create_dir_all(dir).map_err(|e| Error::io(dir, e))?;
    for path in [&tensors, &json] {
        if path.exists() && !overwrite {
            return Err(Error::file(
                path,
                "something that is there already",
                "a free name, or leave to overwrite",
            ));
        }
    }
    write_weights(&tensors, weights)?;
    write_whole(&json, card)
}

/// Reads a shipped head, its weights and its card, with `read` for the bytes of a file.
///
/// # Errors
/// As [`read_weights`] and [`read_json`].
pub fn load_head<T: DeserializeOwned, B: AsRef<[u8]>>(
    dir: &Path,
    name: &str,
    read: impl Fn(&Path) -> io::Result<B>,
) -> Result<(Weights, T)> {
    let (tensors, json) = head_files(dir, name);
    let _span = debug_span!("read head", path = ?tensors).entered();
    let bytes = read(&tensors).map_err(|e| Error::io(&tensors, e))?;
    Ok((
        parse_weights(&tensors, bytes.as_ref())?,
        parse_json(&json, read(&json), "a head's card")?,
    ))
}

fn head_files(dir: &Path, name: &str) -> (PathBuf, PathBuf) {
    (
        dir.join(format!("{name}.safetensors")),
        dir.join(format!("{name}.json")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::env::ActionSpace;
    use proptest::prelude::*;

    fn checkpoint() -> Checkpoint {
        let shape = Shape {
            observation: 2,
            state: 0,
            actions: ActionSpace::Discrete(2),
        };
        let weights = Weights(vec![
            Named {
                name: "layers.0.weight".into(),
                shape: vec![2, 2],
                values: vec![1.0, -2.5, 0.0, 3e-8],
            },
            Named {
                name: "layers.0.bias".into(),
                shape: vec![2],
                values: vec![0.1, 0.2],
            },
        ]);
        let state = serde_json::json!({"updates": 3});
        let checkpoint =
            Checkpoint::new("ppo", &shape, &serde_json::json!({"lr": 0.1}), &state).unwrap();
        checkpoint.with("policy", sorted(&weights))
    }

    #[test]
    fn what_is_saved_comes_back() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("step_1");
        checkpoint().save(&path, false).unwrap();
        assert_eq!(Checkpoint::load(&path).unwrap(), checkpoint());
        assert!(
            checkpoint()
                .save(&path, false)
                .unwrap_err()
                .to_string()
                .contains("there already")
        );
        let mut other = checkpoint();
        other.tensors[0].1.0[0].values[0] = 7.0;
        other.save(&path, true).unwrap();
        assert_eq!(Checkpoint::load(&path).unwrap(), other);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
        other.tensors[0].1.0[0].values[0] = f32::NAN;
        assert!(
            other
                .save(&path, true)
                .unwrap_err()
                .to_string()
                .contains("not finite")
        );
        other.tensors[0].1.0[0].values[0] = 7.0;
        assert_eq!(Checkpoint::load(&path).unwrap(), other);
        assert!(other.expect_kind("sac").is_err() && other.weights("critic").is_err());
    }

    #[test]
    fn each_kind_of_damage_has_its_message() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("step_1");
        let said = |path: &Path| Checkpoint::load(path).unwrap_err().to_string();
        assert!(said(&path).contains("meta.json"));
        checkpoint().save(&path, false).unwrap();
        let (meta, policy) = (path.join("meta.json"), path.join("policy.safetensors"));
        let good = std::fs::read(&policy).unwrap();
        std::fs::write(&policy, &good[..good.len() - 3]).unwrap();
        assert!(said(&path).contains("no safetensors"));
        let mut nan = checkpoint();
        nan.tensors[0].1.0[0].values[0] = 4.0;
        write_weights(&policy, &nan.tensors[0].1).unwrap();
        assert!(said(&path).contains("other weights"));
        let mut bytes = good.clone();
        let end = bytes.len();
        bytes[end - 4..].copy_from_slice(&f32::NAN.to_le_bytes());
        std::fs::write(&policy, bytes).unwrap();
        assert!(said(&path).contains("not finite"));
        std::fs::write(&policy, good).unwrap();
        let text = std::fs::read_to_string(&meta).unwrap();
        std::fs::write(&meta, text.replace("\"schema\": 1", "\"schema\": 9")).unwrap();
        assert!(said(&path).contains("found schema 9, expected schema 1"));
        std::fs::write(&meta, text.replace("\"policy\"", "\"../policy\"")).unwrap();
        assert!(said(&path).contains("../policy"));
        std::fs::write(&meta, "{}").unwrap();
        assert!(said(&path).contains("expected a checkpoint's meta.json"));
    }

    #[test]
    fn heads_ship_as_two_files() {
        let dir = tempfile::tempdir().unwrap();
        let weights = checkpoint().tensors[0].1.clone();
        save_head(dir.path(), "courtesy", &weights, "{\"task\": \"x\"}", false).unwrap();
        let (found, card): (_, serde_json::Value) =
            load_head(dir.path(), "courtesy", |path| std::fs::read(path)).unwrap();
        assert_eq!((found, card["task"].as_str()), (weights.clone(), Some("x")));
        assert!(save_head(dir.path(), "courtesy", &weights, "1", false).is_err());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn damage_never_panics(cut in 0_usize..400, at in 0_usize..400, byte: u8, in_meta: bool) {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("c");
            checkpoint().save(&path, false).unwrap();
            let file = path.join(if in_meta { "meta.json" } else { "policy.safetensors" });
            let mut bytes = std::fs::read(&file).unwrap();
            if let Some(b) = bytes.get_mut(at) {
                *b = byte;
            }
            bytes.truncate(bytes.len().saturating_sub(cut / 2));
            std::fs::write(&file, bytes).unwrap();
            match Checkpoint::load(&path) {
                Ok(found) => prop_assert!(found.tensors.iter().all(|(_, w)| w.not_finite().is_none())),
                Err(said) => prop_assert!(!said.to_string().is_empty()),
            }
        }
    }
}
