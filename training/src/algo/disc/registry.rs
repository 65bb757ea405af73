//! The discriminators there are. Each describes itself in its own file, and is registered by one
//! line of [`ALL`]: what files may say, checkpoints and messages follow.

use super::{Discriminator, airl, drail, gail};
use crate::backend::{AutodiffBackend, BurnDevice, CpuGrad, cpu};
use crate::checkpoint::Checkpoint;
use crate::error::{Error, Result};
use crate::learner::Device;
use crate::rollout::Shape;
use serde::de::value::MapDeserializer;
use serde::de::{DeserializeOwned, Error as _, IntoDeserializer, Visitor};
use serde::ser::{Error as _, SerializeMap as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer, forward_to_deserialize_any};
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

/// All, in the order in which they are listed.
static ALL: [&DiscDescriptor; 3] = [
    &gail::DISCRIMINATOR,
    &airl::DISCRIMINATOR,
    &drail::DISCRIMINATOR,
];

/// What a discriminator says of itself.
#[derive(Debug)]
pub struct DiscDescriptor {
    /// Its word: `kind` in settings and in checkpoints.
    pub word: &'static str,
    /// Its settings, from those of a file.
    read: fn(BTreeMap<String, Setting>) -> Result<DiscConfig, toml::de::Error>,
    /// It, from a checkpoint of its kind.
    resume: fn(&Checkpoint, &Device) -> Result<Box<dyn Discriminator>>,
}

impl DiscDescriptor {
    /// The descriptor of the discriminator that some settings make.
    pub const fn of<C: Config>() -> Self {
        DiscDescriptor {
            word: C::WORD,
            read: |settings| {
                let settings = MapDeserializer::new(settings.into_iter());
                C::deserialize(settings).map(DiscConfig::from)
            },
            resume: |checkpoint, device| match device {
                Device::Cpu => C::resume::<CpuGrad>(checkpoint, cpu()),
                #[cfg(feature = "gpu")]
                Device::Gpu(device) => {
                    C::resume::<crate::backend::GpuGrad>(checkpoint, device.clone())
                }
            },
        }
    }

    /// The discriminator of a word.
    fn find(word: &str) -> Option<&'static Self> {
        ALL.into_iter().find(|known| known.word == word)
    }
}

/// The settings of a discriminator, and how it is made of them.
pub trait Config:
    Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// The discriminator's word: `kind` in settings and in checkpoints.
    const WORD: &'static str;

    /// A fresh discriminator.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    fn build<B: AutodiffBackend>(
        self,
        shape: Shape,
        seed: u64,
        device: BurnDevice<B>,
    ) -> Result<Box<dyn Discriminator>>;

    /// A discriminator that goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    fn resume<B: AutodiffBackend>(
        checkpoint: &Checkpoint,
        device: BurnDevice<B>,
    ) -> Result<Box<dyn Discriminator>>;
}

/// The settings of any discriminator. In files `kind` with its word stands beside them.
#[derive(Clone, Debug)]
pub struct DiscConfig(Arc<dyn AnyConfig>);

/// A [`Config`] of which the discriminator is forgotten.
trait AnyConfig: Any + Debug + Send + Sync {
    fn word(&self) -> &'static str;

    fn build(&self, shape: Shape, seed: u64, device: &Device) -> Result<Box<dyn Discriminator>>;

    fn same(&self, other: &DiscConfig) -> bool;

    /// As a table for a file.
    fn write(&self) -> serde_json::Result<serde_json::Value>;
}

impl<C: Config> AnyConfig for C {
    fn word(&self) -> &'static str {
        C::WORD
    }

    fn build(&self, shape: Shape, seed: u64, device: &Device) -> Result<Box<dyn Discriminator>> {
        let config = self.clone();
        match device {
            Device::Cpu => config.build::<CpuGrad>(shape, seed, cpu()),
            #[cfg(feature = "gpu")]
            Device::Gpu(device) => {
                config.build::<crate::backend::GpuGrad>(shape, seed, device.clone())
            }
        }
    }

    fn same(&self, other: &DiscConfig) -> bool {
        other.get::<C>() == Some(self)
    }

    fn write(&self) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(self)
    }
}

impl DiscConfig {
    /// The discriminator's word.
    pub fn word(&self) -> &'static str {
        self.0.word()
    }

    /// The settings, where they are of this discriminator.
    pub fn get<C: Config>(&self) -> Option<&C> {
        let any: &dyn Any = self.0.as_ref();
        any.downcast_ref()
    }

    /// A fresh discriminator.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn build(
        &self,
        shape: Shape,
        seed: u64,
        device: &Device,
    ) -> Result<Box<dyn Discriminator>> {
        self.0.build(shape, seed, device)
    }
}

/// Any discriminator from its checkpoint.
///
/// # Errors
/// Where it is of something else, or does not fit its own settings.
pub fn resume(checkpoint: &Checkpoint, device: &Device) -> Result<Box<dyn Discriminator>> {
    let known = DiscDescriptor::find(&checkpoint.kind).ok_or_else(|| {
        let words: Vec<_> = ALL.iter().map(|known| known.word).collect();
        Error::data("checkpoint, kind", &checkpoint.kind, one_of(&words))
    })?;
    (known.resume)(checkpoint, device)
}

/// Words as a choice: `a, b or c`.
fn one_of(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}

impl<C: Config> From<C> for DiscConfig {
    fn from(config: C) -> Self {
        DiscConfig(Arc::new(config))
    }
}

impl PartialEq for DiscConfig {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(other)
    }
}

impl Serialize for DiscConfig {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let settings = self.0.write().map_err(S::Error::custom)?;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", self.word())?;
        for (name, value) in settings.as_object().into_iter().flatten() {
            // TOML leaves out what is not set, but knows no null.
            map.serialize_entry(name, &Some(value).filter(|value| !value.is_null()))?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for DiscConfig {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Settings come before or after the word that says what they are.
        let mut settings = BTreeMap::<String, Setting>::deserialize(deserializer)?;
        let word = settings
            .remove("kind")
            .ok_or_else(|| D::Error::missing_field("kind"))?;
        let wrong = |e: toml::de::Error| D::Error::custom(e.message());
        let word = String::deserialize(word).map_err(wrong)?;
        let known = DiscDescriptor::find(&word).ok_or_else(|| {
            let words: Vec<_> = ALL
                .iter()
                .map(|known| format!("`{}`", known.word))
                .collect();
            let words = words.join(", ");
            D::Error::custom(format!("unknown variant `{word}`, expected one of {words}"))
        })?;
        (known.read)(settings).map_err(wrong)
    }
}

/// A setting whose type is not known yet; `None` for JSON's null, which TOML does not have.
#[derive(Deserialize)]
#[serde(transparent)]
struct Setting(Option<toml::Value>);

impl<'de> IntoDeserializer<'de, toml::de::Error> for Setting {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Setting {
    type Error = toml::de::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Some(value) => value.deserialize_any(visitor),
            None => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Some(value) => visitor.visit_some(value),
            None => visitor.visit_none(),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self.0 {
            Some(value) => value.deserialize_enum(name, variants, visitor),
            None => visitor.visit_unit(),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
impl DiscConfig {
    /// These with other settings, as TOML.
    pub(crate) fn with(&self, more: &str) -> Self {
        let mut table = toml::Table::try_from(self).unwrap();
        table.extend(more.parse::<toml::Table>().unwrap());
        table.try_into().unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::airl::AirlConfig;
    use super::drail::{DrailConfig, Sampling};
    use super::gail::GailConfig;
    use super::*;
    use crate::algo::disc::RewardKind;

    /// Settings as serde's own enums are in files.
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind", rename_all = "lowercase")]
    enum Tagged {
        Gail(GailConfig),
        Airl(AirlConfig),
        Drail(DrailConfig),
    }

    #[test]
    fn files_are_those_of_an_enum() {
        let gail = || GailConfig {
            reward_constant: 0.1,
            max_grad_norm: Some(0.5),
            ..GailConfig::default()
        };
        let pairs = [
            (DiscConfig::from(gail()), Tagged::Gail(gail())),
            (
                DiscConfig::from(AirlConfig::default()),
                Tagged::Airl(AirlConfig::default()),
            ),
            (
                DiscConfig::from(DrailConfig::paired()),
                Tagged::Drail(DrailConfig::paired()),
            ),
        ];
        for (config, tagged) in pairs {
            let json = serde_json::to_value(&tagged).unwrap();
            assert_eq!(serde_json::to_value(&config).unwrap(), json);
            assert_eq!(config.word(), json["kind"]);
            let table = toml::Table::try_from(&tagged).unwrap();
            assert_eq!(toml::Table::try_from(&config).unwrap(), table);
            assert!(DiscDescriptor::find(config.word()).is_some());
            // In the order of an enum, and in that of a map.
            for text in [serde_json::to_string(&tagged).unwrap(), json.to_string()] {
                let read: DiscConfig = serde_json::from_str(&text).unwrap();
                assert_eq!(read, config);
            }
            let read: DiscConfig = serde_json::from_value(json).unwrap();
            assert_eq!(read, config);
            let text = toml::to_string(&config).unwrap();
            assert_eq!(text.parse::<toml::Table>().unwrap(), table);
            assert_eq!(toml::from_str::<DiscConfig>(&text).unwrap(), config);
            assert_eq!(table.try_into::<DiscConfig>().unwrap(), config);
        }
    }

    #[test]
    fn what_is_wrong_is_said_as_of_an_enum() {
        for text in [
            "kind = 'wail'",
            "hidden = [8]",
            "kind = 'airl'\ngama = 0.9",
            "kind = 'gail'\nhidden = 8",
            "kind = 'gail'\nreward = 'none'",
            "kind = 'gail'\nlearning_rate = 'fast'",
            "kind = 'drail'\nsamples = -1",
        ] {
            let table: toml::Table = text.parse().unwrap();
            let said = table.clone().try_into::<DiscConfig>().unwrap_err();
            let expected = table.try_into::<Tagged>().unwrap_err();
            assert_eq!(said.message(), expected.message(), "{text}");
        }
        let said = toml::from_str::<DiscConfig>("kind = 1").unwrap_err();
        assert!(said.message().contains("integer `1`"), "{said}");
        let null = r#"{"kind": "gail", "learning_rate": null}"#;
        let said = serde_json::from_str::<DiscConfig>(null).unwrap_err();
        assert!(said.to_string().contains("expected f64"), "{said}");
        let endless = "kind = 'gail'\nreward_constant = inf\nmax_grad_norm = inf";
        let read: DiscConfig = toml::from_str(endless).unwrap();
        let read = read.get::<GailConfig>().unwrap();
        assert_eq!(read.reward_constant, f32::INFINITY);
        assert_eq!(read.max_grad_norm, Some(f64::INFINITY));
    }

    #[test]
    fn settings_are_read_from_toml() {
        let read = |text: &str| toml::from_str::<DiscConfig>(text);
        assert_eq!(
            read("kind = \"gail\"").unwrap(),
            DiscConfig::from(GailConfig::default())
        );
        let text = "kind = \"drail\"\nsampling = \"paired\"\nsamples = 4\nreward = \"airl-positive\"\nlabel_dim = 1";
        let expected = DrailConfig {
            sampling: Sampling::Paired,
            samples: 4,
            reward: RewardKind::AirlPositive,
            label_dim: 1,
            ..DrailConfig::default()
        };
        assert_eq!(read(text).unwrap(), DiscConfig::from(expected));
        assert!(read("kind = \"airl\"\ngama = 0.9").is_err());
        assert!(read("kind = \"wail\"").is_err());
    }

    #[test]
    fn words_are_a_choice() {
        assert_eq!(one_of(&["gail", "airl", "drail"]), "gail, airl or drail");
        assert_eq!(one_of(&["gail"]), "gail");
    }
}
