//! Policy heads as files: `<name>.safetensors` with the weights and `<name>.json`, a card that says
//! what it is, how it was made and how well it does.

use super::{LearnError, Result};
use collegium_core::{files, input::did_you_mean, text::harmless_json};
use collegium_sim::conduct::{
    Act, FEATURES, HeadParts, Mounted,
    heads::{EXPERT, OFF, shape},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use training::{
    checkpoint::{json_text, load_head, save_head},
    head::{Head, InputNorm},
    nets::mlp::Activation,
};

/// What the file beside a head says of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The version of the card's form.
    pub schema: u32,
    /// The head's name.
    pub name: String,
    /// The algorithm that made it.
    pub algorithm: String,
    /// What the head is, in a sentence.
    pub description: String,
    /// What stands after each hidden layer.
    pub activation: Activation,
    /// Whether it takes what it finds likeliest.
    pub greedy: bool,
    /// How observations are normalised before they go in.
    #[serde(default)]
    pub norm: Option<InputNorm>,
    /// The names of the numbers it sees, in order.
    pub observation: Vec<String>,
    /// The names of the acts it chooses among, in order.
    pub acts: Vec<String>,
    /// What it was trained on, and with which settings.
    #[serde(default)]
    pub training: serde_json::Value,
    /// What was measured, by name.
    #[serde(default)]
    pub results: BTreeMap<String, f64>,
    /// Its checksum, 16 hexadecimal digits, which is compared when it is read: heads of equal sums
    /// act alike.
    #[serde(default)]
    pub checksum: String,
    /// The version of Collegium that made it.
    #[serde(default)]
    pub version: String,
}

/// The version of the card's form.
const SCHEMA: u32 = 1;

impl Card {
    /// A card for a head of this campus' decision points.
    pub fn new(name: &str, algorithm: &str, description: &str) -> Self {
        Self {
            schema: SCHEMA,
            name: name.to_owned(),
            algorithm: algorithm.to_owned(),
            description: description.to_owned(),
            observation: FEATURES.iter().map(|f| f.name.to_owned()).collect(),
            acts: Act::ALL.iter().map(|a| a.word().to_owned()).collect(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            ..Self::default()
        }
    }
}

/// A head that can be mounted, made of one that was trained.
///
/// # Errors
/// When it is not one for conduct.
pub fn mountable(name: &str, head: &Head, greedy: bool) -> Result<Mounted> {
    let (weights, activation, norm) = head.parts();
    Ok(Mounted::try_from(HeadParts {
        name: name.to_owned(),
        greedy,
        activation,
        weights,
        norm,
    })?)
}

/// Writes a head and its card into a folder.
///
/// # Errors
/// When files cannot be written, or are there already and may not be overwritten.
pub fn save(folder: &Path, head: &Mounted, mut card: Card, overwrite: bool) -> Result<()> {
    let parts = head.parts();
    card.activation = parts.activation;
    card.greedy = parts.greedy;
    card.norm.clone_from(&parts.norm);
    card.checksum = format!("{:016x}", head.checksum());
    let text = json_text(folder, &card)?;
    Ok(save_head(
        folder,
        &card.name,
        &parts.weights,
        &harmless_json(&text),
        overwrite,
    )?)
}

/// Reads a head and its card.
///
/// # Errors
/// When a file is missing, cannot be read, was changed, or is of a head for other observations or
/// acts.
pub fn load(folder: &Path, name: &str) -> Result<(Mounted, Card)> {
    let (weights, card): (_, Card) = load_head(folder, name, files::read)?;
    let file = folder.join(format!("{name}.json"));
    let expected = Card::new(name, "", "");
    if card.schema != SCHEMA {
        return Err(LearnError::wrong(
            file,
            format!("schema {}", card.schema),
            format!("{SCHEMA}"),
        ));
    }
    for (what, found, expected) in [
        ("observation", &card.observation, &expected.observation),
        ("acts", &card.acts, &expected.acts),
    ] {
        if found != expected {
            let at = found
                .iter()
                .zip(expected)
                .position(|(f, e)| f != e)
                .unwrap_or(found.len().min(expected.len()));
            let word = |list: &Vec<String>| {
                list.get(at)
                    .cloned()
                    .unwrap_or_else(|| "nothing".to_owned())
            };
            let found = format!("{what}[{at}] = {}", word(found));
            return Err(LearnError::wrong(file, found, word(expected)));
        }
    }
    let parts = HeadParts {
        name: name.to_owned(),
        greedy: card.greedy,
        activation: card.activation,
        weights,
        norm: card.norm.clone(),
    };
    let weights = folder.join(format!("{name}.safetensors"));
    let head = Mounted::try_from(parts)
        .map_err(|e| LearnError::wrong(&weights, e, "the weights of a head for conduct"))?;
    let sum = format!("{:016x}", head.checksum());
    if sum != card.checksum {
        let expected = format!(
            "{}, as {name}.json has it: one of the two was changed or damaged",
            if card.checksum.is_empty() {
                "a checksum"
            } else {
                &card.checksum
            }
        );
        return Err(LearnError::wrong(
            weights,
            format!("weights of checksum {sum}"),
            expected,
        ));
    }
    Ok((head, card))
}

/// The folders in which heads are looked for: those that were trained here, those of the project,
/// and those that the program carries.
pub fn folders() -> Vec<PathBuf> {
    let mut all = vec![trained()];
    let own = files::project().map(|folder| folder.join(TRAINED));
    all.extend(own.filter(|own| *own != trained()));
    all.push(files::carried("training/heads"));
    all
}

/// The name of the folder for heads that were trained.
const TRAINED: &str = "heads";

/// Where heads that are trained here are put.
pub fn trained() -> PathBuf {
    files::made(TRAINED)
}

/// The names of all heads in the usual folders, sorted, each with its folder.
pub fn list() -> Vec<(String, PathBuf)> {
    let mut found = BTreeMap::new();
    for folder in folders() {
        for path in files::list(&folder).into_iter().flatten() {
            let name = path
                .file_stem()
                .map(|s| s.to_string_lossy().into_owned())
                .unwrap_or_default();
            if path.extension().is_some_and(|e| e == "safetensors")
                && files::is_file(&path.with_extension("json"))
            {
                let folder = path.parent().unwrap_or(Path::new("")).to_owned();
                found.entry(name).or_insert(folder);
            }
        }
    }
    found.into_iter().collect()
}

/// The head of a name in the usual folders, or of the path of a `.safetensors` file.
///
/// # Errors
/// When there is none of that name, or it cannot be read.
pub fn named(name: &str) -> Result<Mounted> {
    let path = Path::new(name);
    if path.extension().is_some_and(|e| e == "safetensors") {
        let folder = path.parent().unwrap_or(Path::new(""));
        let stem = path
            .file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default();
        return Ok(load(folder, &stem)?.0);
    }
    let all = list();
    match all.iter().find(|(n, _)| n == name) {
        Some((name, folder)) => Ok(load(folder, name)?.0),
        None => {
            let known: Vec<&str> = all.iter().map(|(n, _)| n.as_str()).collect();
            let expected = format!(
                "{OFF}, {EXPERT}, a file, or one of {}{}",
                if known.is_empty() {
                    "none (there are no heads yet)".to_owned()
                } else {
                    known.join(", ")
                },
                did_you_mean(name, known.iter().copied())
            );
            Err(LearnError::setting("head", name, expected))
        }
    }
}

/// What a head sees and does, for whoever trains one.
pub fn head_shape() -> training::rollout::Shape {
    shape()
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::{
        algo::bc::{Bc, BcConfig},
        backend::{CpuGrad, cpu},
    };

    fn head() -> Mounted {
        let bc = Bc::<CpuGrad>::new(BcConfig::default(), shape(), 3, cpu()).unwrap();
        mountable("small", &bc.head().unwrap(), true).unwrap()
    }

    #[test]
    fn a_head_reads_back_and_another_shape_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let head = head();
        save(
            folder.path(),
            &head,
            Card::new("small", "bc", "untrained"),
            false,
        )
        .unwrap();
        let (read, card) = load(folder.path(), "small").unwrap();
        assert_eq!(
            (&read, card.checksum),
            (&head, format!("{:016x}", head.checksum()))
        );
        assert!(
            save(folder.path(), &head, Card::new("small", "bc", ""), false).is_err(),
            "overwritten"
        );
        let file = folder.path().join("small.json");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replace("\"need_food\"", "\"need_fodd\"")).unwrap();
        let error = load(folder.path(), "small").unwrap_err().to_string();
        assert!(
            error.contains("need_fodd")
                && error.contains("expected need_food")
                && error.contains("small.json"),
            "{error}"
        );
        std::fs::write(&file, &text[..40]).unwrap();
        assert!(
            load(folder.path(), "small")
                .unwrap_err()
                .to_string()
                .contains("small.json")
        );
        assert!(load(folder.path(), "none").is_err());
    }

    #[test]
    fn a_card_hides_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut card = Card::new("small", "bc", "plain\u{202e}nialp");
        card.training = serde_json::json!({"scenario": "a\u{200b}.toml"});
        save(folder.path(), &head(), card.clone(), false).unwrap();
        let text = std::fs::read_to_string(folder.path().join("small.json")).unwrap();
        assert_eq!(collegium_core::text::first_harmful(&text, true), None);
        let read = load(folder.path(), "small").unwrap().1;
        assert_eq!(
            (read.description, read.training),
            (card.description, card.training)
        );
    }

    /// Flips a bit of a file of a head 1,000 times, each at another place; gives how often the head
    /// was read nevertheless.
    fn flipped(file: &Path, read: &dyn Fn() -> bool) -> usize {
        let good = std::fs::read(file).unwrap();
        let mut dice = training::seed::stream(1, training::seed::Use::Noise, 0);
        let mut passed = 0;
        for _ in 0..1000 {
            let mut bytes = good.clone();
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
            std::fs::write(file, bytes).unwrap();
            passed += usize::from(read());
        }
        std::fs::write(file, good).unwrap();
        passed
    }

    #[test]
    fn hostile_a_flipped_bit_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let (folder, head) = (folder.path(), head());
        save(folder, &head, Card::new("small", "bc", ""), false).unwrap();
        let weights = folder.join("small.safetensors");
        assert_eq!(flipped(&weights, &|| load(folder, "small").is_ok()), 0);
        // What a card only tells may read on, but never a head that acts otherwise.
        flipped(&folder.join("small.json"), &|| {
            load(folder, "small").is_ok_and(|(read, _)| {
                assert_eq!(read, head);
                true
            })
        });
        assert_eq!(load(folder, "small").unwrap().0, head);
        let card = std::fs::read_to_string(folder.join("small.json")).unwrap();
        let none = card.replace("\"checksum\": \"", "\"checksum\": \"0");
        std::fs::write(folder.join("small.json"), none).unwrap();
        let said = load(folder, "small").unwrap_err().to_string();
        assert!(
            said.contains("small.safetensors") && said.contains("as small.json has it"),
            "{said}"
        );
    }

    #[test]
    fn the_heads_that_come_with_the_program_are_whole() {
        let folder = collegium_sim::simulation::testing::project_file("training/heads");
        let mut whole = 0;
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "safetensors") {
                load(&folder, path.file_stem().unwrap().to_str().unwrap()).unwrap();
                whole += 1;
            }
        }
        assert!(whole >= 9, "{whole}");
    }

    #[test]
    fn names_are_known_or_explained() {
        let error = named("no-such-head").unwrap_err().to_string();
        assert!(
            error.contains("no-such-head") && error.contains("expert"),
            "{error}"
        );
    }
}
