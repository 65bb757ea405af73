//! What is fixed about somebody, in words: why a thought of theirs was refused.

use crate::tools::{Established, Names};
use collegium_core::{i18n::Words, ids::AgentId};

/// What a thought of somebody went against.
pub(super) fn fixed(words: &Words, what: Established, who: AgentId, names: &Names<'_>) -> String {
    let name = ("who", names.person(who).into());
    let persona = names.persona(who);
    match what {
        Established::Age(age) => words.say_with("fixed-age", &[("age", u32::from(age).into())]),
        Established::Name => words.say_with("fixed-name", &[name]),
        Established::Origin => {
            let origin = persona.map_or("", |p| p.origin.as_str());
            words.say_with("fixed-origin", &[name, ("what", origin.into())])
        }
        Established::Group => {
            let group = persona.map_or("", |p| p.group.as_str());
            words.say_with("fixed-group", &[("what", group.into())])
        }
        Established::Role(role) => {
            let role = words.label("role", role.word());
            words.say_with("fixed-role", &[("what", role.into())])
        }
        Established::NoShiftAt(place) => {
            words.say_with("fixed-no-shift", &[("what", names.place(place).into())])
        }
        Established::Tie(other, relation) => {
            let relation = words.label("relation", relation.map_or("stranger", |r| r.word()));
            let with = ("with", names.person(other).into());
            words.say_with("fixed-tie", &[name, with, ("what", relation.into())])
        }
    }
}
