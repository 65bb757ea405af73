//! The settings of language models, and the file of keys beside them.

use crate::{TRIES, Trial, changes, said_well, texts};
use bolero::check;
use collegium_core::input::Source;
use collegium_fuzz::damaged;
use collegium_llm::{Settings, secrets::KeyVariables, settings::Agreed};
use std::fs;

/// Reads settings; in those that are taken every profile that is named is there.
fn read(text: &[u8]) {
    let source = Source::of("collegium.toml", String::from_utf8_lossy(text));
    let environment = KeyVariables::only([("OPENAI_API_KEY", "sk-0123456789")]);
    match Settings::parse(&source, &environment, &Agreed::default()) {
        Ok(settings) => {
            let minds = &settings.minds;
            let named = minds.model.iter().chain(minds.people.values());
            for name in named.chain(minds.purposes.values()) {
                assert!(settings.profile(name).is_ok(), "{name}");
            }
            for profile in settings.profiles.values() {
                profile.micros(u64::MAX, u64::MAX, u64::MAX);
            }
        }
        Err(error) => said_well(&error.to_string()),
    }
}

#[test]
fn settings_of_any_kind() {
    let trial = Trial::of("settings");
    let folder = tempfile::tempdir().unwrap();
    let texts = texts("settings");
    let read_as = |name: &str, bytes: &[u8]| {
        trial.take(name, bytes, || {
            if name.ends_with(".env") {
                fs::write(folder.path().join(".env"), bytes).unwrap();
                if let Err(error) = KeyVariables::read(folder.path()) {
                    said_well(&error.to_string());
                }
            } else {
                read(bytes);
            }
        });
    };
    for (name, bytes) in &texts {
        read_as(name, bytes);
    }
    let read_as = std::panic::AssertUnwindSafe(read_as);
    check!()
        .with_iterations(TRIES)
        .with_generator(changes())
        .for_each(|(which, _, damage)| {
            let (name, bytes) = &texts[usize::from(*which) % texts.len()];
            read_as(name, &damaged(bytes, damage));
        });
}
