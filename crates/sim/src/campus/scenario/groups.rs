//! The `[[groups]]` tables of a scenario: groups with an objective of their own, and what it weighs
//! in their members' days and rewards.

use super::{
    resolve::Groups,
    rewards::{RewardTerm, RewardWeights},
};
use crate::campus::people::{Aim, Aims, Persona};
use collegium_core::input::{Mistakes, Source, did_you_mean};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

/// The longest objective, in characters.
const LONGEST: usize = 300;

/// A `[[groups]]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupFile {
    /// The group's name, as personas have it.
    pub name: Spanned<String>,
    /// What it wants, as a goal of one of its members.
    pub objective: Spanned<String>,
    /// How much more (up to 1) or less (down to −1) it wants of what people do, and of what conduct
    /// brings.
    #[serde(default)]
    pub weights: BTreeMap<String, Spanned<f32>>,
}

/// What a group adds to the rewards of its members.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupObjective {
    /// The group.
    pub name: String,
    /// What is added to the scenario's weight of each term.
    pub rewards: RewardWeights,
}

/// What people do for a term of the reward; none where no part of a day serves it.
const fn serves(term: RewardTerm) -> Option<Aim> {
    match term {
        RewardTerm::Focus => Some(Aim::Study),
        RewardTerm::Company => Some(Aim::Socialise),
        RewardTerm::Attendance => Some(Aim::Attend),
        _ => None,
    }
}

/// Checks the groups, and gives everybody who belongs to one what it wants.
pub(super) fn resolve(
    source: &Source,
    files: &[GroupFile],
    groups: &Groups<'_>,
    people: &mut [(Persona, u32)],
    mistakes: &mut Mistakes,
) -> Vec<GroupObjective> {
    let mut all: Vec<GroupObjective> = Vec::new();
    for file in files {
        if mistakes.is_full() {
            break;
        }
        let name = file.name.get_ref();
        if all.iter().any(|group| group.name == *name) {
            let what = format!("a second [[groups]] “{name}”; expected one for each group");
            mistakes.note(source.error(file.name.span(), what));
            continue;
        }
        unknown(source, &file.name, groups, mistakes);
        let objective = objective(source, &file.objective, mistakes);
        let (aims, rewards) = weights(source, &file.weights, mistakes);
        for (persona, _) in people.iter_mut().filter(|(p, _)| p.group == *name) {
            persona.aims = Aims::new(objective.clone(), aims.iter().copied());
            persona.goals.push(objective.clone());
        }
        all.push(GroupObjective {
            name: name.clone(),
            rewards,
        });
    }
    all
}

/// Notes a group that nobody belongs to.
fn unknown(source: &Source, name: &Spanned<String>, groups: &Groups<'_>, mistakes: &mut Mistakes) {
    let word = name.get_ref();
    if groups.has(word) || groups.may_have(word) {
        return;
    }
    let near = did_you_mean(word, groups.names.iter().map(String::as_str));
    if near.is_empty() && !groups.are_all {
        return;
    }
    let what = format!(
        "nobody belongs to the group “{word}”; expected one of {}{near}",
        groups.names.join(", ")
    );
    mistakes.note(source.error(name.span(), what));
}

/// What the group wants, in a line.
fn objective(source: &Source, text: &Spanned<String>, mistakes: &mut Mistakes) -> String {
    let words = text.get_ref().trim();
    let length = words.chars().count();
    if !(1..=LONGEST).contains(&length) || words.contains('\n') {
        let what = format!(
            "the objective has {length} characters; expected a sentence of 1 to {LONGEST}, in one \
             line"
        );
        mistakes.note(source.error(text.span(), what));
    }
    words.trim_end_matches('.').to_owned()
}

/// What is wanted more or less of in days, and what is added to the weights of rewards.
fn weights(
    source: &Source,
    file: &BTreeMap<String, Spanned<f32>>,
    mistakes: &mut Mistakes,
) -> (Vec<(Aim, f32)>, RewardWeights) {
    let (mut aims, mut rewards) = (Vec::new(), RewardWeights::NONE);
    for (word, weight) in file {
        let value = *weight.get_ref();
        if !(-1.0..=1.0).contains(&value) {
            let what = format!("the weight of {word} is {value}; expected -1 to 1");
            mistakes.note(source.error(weight.span(), what));
            continue;
        }
        let aim = Aim::ALL.iter().find(|aim| aim.word() == word);
        let term = RewardTerm::ALL.iter().find(|term| term.word() == word);
        match (aim, term) {
            (Some(aim), _) => aims.push((*aim, value)),
            (None, Some(term)) => {
                rewards.add(*term, value);
                aims.extend(serves(*term).map(|aim| (aim, value)));
            }
            (None, None) => {
                let known = Aim::ALL.iter().map(|aim| aim.word());
                let known = known.chain(RewardTerm::ALL.iter().map(|term| term.word()));
                let known: Vec<&str> = known.collect();
                let what = format!(
                    "found the weight of “{word}”; expected one of {}{}",
                    known.join(", "),
                    did_you_mean(word, known.iter().copied())
                );
                mistakes.note(source.error(weight.span(), what));
            }
        }
    }
    (aims, rewards)
}
