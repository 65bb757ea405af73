//! The `[retrieval]` and `[reflection]` tables of a scenario: which memories come to mind, and when
//! people reflect.

use super::resolve::ranged;
use collegium_core::{
    input::{BadInput, Mistakes, Source},
    named,
};
use serde::{Deserialize, Serialize};
use toml::Spanned;

named! {
    /// Whose formula retrieval follows.
    Profile {
        /// The paper: decay by the hour, equal weights.
        Paper = "paper",
        /// The published code: decay by rank and upside down (what was touched longest ago counts
        /// as most recent), weights 0.5, 2 and 3.
        StanfordCode = "stanford-code",
        /// The mended one: decay by the hour, the code's weights, and task resonance.
        Fixed = "fixed",
    }
}

/// How recency is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recency {
    /// decay ^ hours since the memory was last touched.
    Hours,
    /// decay ^ rank, where rank 1 is the memory touched longest ago: the published code's slip.
    OldestFirst,
}

/// Which memories come to mind: the formula and its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RetrievalSettings {
    /// The published formula that these settings follow.
    pub profile: Profile,
    /// How recency is counted.
    pub recency: Recency,
    /// The base of the decay, per hour (or per rank), 0.5 to 1.
    pub decay: f32,
    /// How much each part of a score counts, 0 to 100.
    pub weights: RetrievalWeights,
    /// How many memories come to mind for one question of a reflection, at most; 1 to 100.
    pub top_k: usize,
}

/// What each part of a score weighs: factors without a unit, each from 0 to 100, at least one of
/// them above 0.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RetrievalWeights {
    /// What it counts how lately the memory was touched, 0 to 100.
    pub recency: f32,
    /// What it counts how poignant the memory is, 0 to 100.
    pub importance: f32,
    /// What it counts how like the query the memory is, 0 to 100.
    pub relevance: f32,
    /// What it counts how like the person's long-term task the memory is, 0 to 100.
    pub resonance: f32,
}

impl RetrievalSettings {
    /// The settings of a profile, before a scenario changes any of them.
    pub const fn of(profile: Profile) -> Self {
        let (recency, weights) = match profile {
            Profile::Paper => (
                Recency::Hours,
                RetrievalWeights {
                    recency: 1.0,
                    importance: 1.0,
                    relevance: 1.0,
                    resonance: 0.0,
                },
            ),
            Profile::StanfordCode => (
                Recency::OldestFirst,
                RetrievalWeights {
                    recency: 0.5,
                    importance: 2.0,
                    relevance: 3.0,
                    resonance: 0.0,
                },
            ),
            Profile::Fixed => (
                Recency::Hours,
                RetrievalWeights {
                    recency: 0.5,
                    importance: 2.0,
                    relevance: 3.0,
                    resonance: 1.0,
                },
            ),
        };
        Self {
            profile,
            recency,
            decay: 0.99,
            weights,
            top_k: 12,
        }
    }
}

impl Default for RetrievalSettings {
    fn default() -> Self {
        Self::of(Profile::Fixed)
    }
}

/// The `[retrieval]` table, as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RetrievalFile {
    /// A profile's word.
    pub profile: Option<Spanned<String>>,
    /// Weights that differ from the profile's.
    pub weights: WeightsFile,
    /// The base of the decay, 0.5 to 1; the profile's where it is left out.
    pub decay: Option<Spanned<f32>>,
    /// How many memories come to mind for one question, 1 to 100; 12 where it is left out.
    pub top_k: Option<Spanned<i64>>,
}

/// The `[retrieval.weights]` table: 0 to 100 each, the profile's where one is left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WeightsFile {
    /// How much it counts that a memory was touched lately, 0 to 100.
    pub recency: Option<Spanned<f32>>,
    /// How much it counts that a memory is poignant, 0 to 100.
    pub importance: Option<Spanned<f32>>,
    /// How much likeness to the query counts, 0 to 100.
    pub relevance: Option<Spanned<f32>>,
    /// How much likeness to the person's long-term task counts, 0 to 100.
    pub task: Option<Spanned<f32>>,
}

/// The `[reflection]` table, as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReflectionFile {
    /// The summed importance of new memories at which somebody reflects, 5 to 10000;
    /// [`REFLECTION_THRESHOLD`] where it is left out.
    pub threshold: Option<Spanned<i64>>,
}

/// The summed importance of new memories at which somebody reflects, where a scenario says nothing
/// else. Generative Agents has 150, with importances that a model gives to everything in sight;
/// here less is remembered, and this gives as many reflections a day: two or three.
pub const REFLECTION_THRESHOLD: u32 = 45;

/// Checks a `[retrieval]` table.
pub(super) fn resolve(
    source: &Source,
    file: &RetrievalFile,
    task_resonance: bool,
    mistakes: &mut Mistakes,
) -> RetrievalSettings {
    let profile = file.profile.as_ref().and_then(|word| {
        let read = Profile::parse(word.get_ref());
        let read =
            read.map_err(|what| source.error(word.span(), format!("retrieval profile: {what}")));
        mistakes.take(read)
    });
    let mut settings = RetrievalSettings::of(profile.unwrap_or(Profile::Fixed));
    let weights = &mut settings.weights;
    for (name, given, weight) in [
        ("recency", &file.weights.recency, &mut weights.recency),
        (
            "importance",
            &file.weights.importance,
            &mut weights.importance,
        ),
        ("relevance", &file.weights.relevance, &mut weights.relevance),
        ("task", &file.weights.task, &mut weights.resonance),
    ] {
        let Some(value) = given else { continue };
        *weight = *value.get_ref();
        if !(0.0..=100.0).contains(weight) {
            let what = format!("the weight of {name} is {weight}; expected 0 to 100");
            mistakes.note(source.error(value.span(), what));
            // Only what was written may be called 0 altogether.
            *weight = 1.0;
        }
    }
    if let Some(decay) = &file.decay {
        settings.decay = *decay.get_ref();
        if !(0.5..=1.0).contains(&settings.decay) {
            let what = format!(
                "decay is {}; expected 0.5 to 1 (a memory's recency is decay ^ hours)",
                settings.decay
            );
            mistakes.note(source.error(decay.span(), what));
        }
    }
    if let Some(top_k) = &file.top_k {
        let value = mistakes.take(ranged(source, top_k, "top_k", 1, 100));
        settings.top_k = value.unwrap_or(1) as usize;
    }
    if !task_resonance {
        settings.weights.resonance = 0.0;
    }
    let sum: f32 = {
        let w = &settings.weights;
        w.recency + w.importance + w.relevance + w.resonance
    };
    if sum <= 0.0 {
        let span = source.span_of(&["retrieval", "weights"]);
        let what = "all weights of retrieval are 0; expected at least one above 0";
        mistakes.note(source.error(span, what));
    }
    settings
}

/// Checks a `[reflection]` table.
pub(super) fn resolve_threshold(source: &Source, file: &ReflectionFile) -> Result<u32, BadInput> {
    match &file.threshold {
        None => Ok(REFLECTION_THRESHOLD),
        Some(value) if (5..=10_000).contains(value.get_ref()) => Ok(*value.get_ref() as u32),
        Some(value) => Err(source.error(
            value.span(),
            format!(
                "the threshold of reflection is {}; expected 5 to 10000",
                value.get_ref()
            ),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, task_resonance: bool) -> RetrievalSettings {
        let source = Source::of("scenario.toml", text);
        let file: RetrievalFile = toml::from_str(text).unwrap();
        let mut mistakes = Mistakes::default();
        let settings = resolve(&source, &file, task_resonance, &mut mistakes);
        mistakes.none_in(settings).unwrap()
    }

    #[test]
    fn what_a_table_leaves_out_comes_from_its_profile() {
        assert_eq!(read("", true), RetrievalSettings::default());
        assert_eq!(
            read("profile = \"paper\"", true),
            RetrievalSettings::of(Profile::Paper)
        );
        let set = read(
            "profile = \"stanford-code\"\ndecay = 0.995\ntop_k = 30\nweights = { task = 2.0 }",
            true,
        );
        let code = RetrievalSettings::of(Profile::StanfordCode);
        assert_eq!(
            (set.recency, set.decay, set.top_k),
            (Recency::OldestFirst, 0.995, 30)
        );
        assert_eq!(
            set.weights,
            RetrievalWeights {
                resonance: 2.0,
                ..code.weights
            }
        );
        assert_eq!(
            read("weights = { task = 2.0 }", false).weights.resonance,
            0.0
        );
    }
}
