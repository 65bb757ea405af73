//! What the simulation's facts are called on the screen, in the app's language: states, minds and
//! moments. Events and calls are told by the simulation's own teller.

use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
    time::{MONTHS, SimTime},
};
use collegium_sim::{
    campus::{
        people::{Doing, Focus, MindKind, Persona, Posture},
        talks::{Talks, Topic},
    },
    mind::state::ActionStep,
    simulation::Campus,
    tools::{Decides, Names, tell},
};

pub use collegium_sim::tools::tell::{day, day_and_time, short_day};

/// Day, time and week.
pub fn moment(words: &Words, at: SimTime) -> String {
    words.say_with(
        "moment",
        &[
            ("when", day_and_time(words, at).into()),
            ("week", at.week().into()),
        ],
    )
}

/// The date of a moment.
pub fn date(words: &Words, campus: &Campus, at: SimTime) -> String {
    let date = campus.scenario().date(at);
    let month = MONTHS.get(usize::from(date.month).wrapping_sub(1));
    let month = words.label("month", month.unwrap_or(&""));
    words.say_with(
        "date",
        &[
            ("day", u32::from(date.day).into()),
            ("month", month.as_ref().into()),
        ],
    )
}

/// A text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A word of the simulation as the screen calls it, with a capital first letter.
pub fn title(words: &Words, kind: &str, word: &str) -> String {
    capital(&words.label(kind, word))
}

/// What somebody does who does not walk: what it looks like, and what their mind is on.
fn at_work(
    words: &Words,
    doing: Doing,
    focus: Option<&Focus>,
    persona: &Persona,
    names: &Names<'_>,
) -> String {
    match (doing, focus) {
        // A task is words of its own, such as “choose a subject for the first essay”.
        (Doing::Studying, Some(Focus::Task)) => {
            words.say_with("state-at-task", &[("what", persona.task.as_str().into())])
        }
        (Doing::Studying, Some(Focus::Words(subject))) => {
            words.say_with("state-studying", &[("what", subject.as_str().into())])
        }
        (Doing::Studying, Some(Focus::Course(course))) => {
            let course = tell::topic(words, Topic::Course(*course), names).unwrap_or_default();
            words.say_with("state-studying", &[("what", course.into())])
        }
        (Doing::InClass, Some(Focus::Engagement(class))) => {
            let class = tell::engagement(words, *class, names);
            words.say_with("state-in-class", &[("what", class.into())])
        }
        (Doing::AtEvent, Some(Focus::Engagement(what))) => tell::engagement(words, *what, names),
        _ => words.label("doing", doing.word()).into_owned(),
    }
}

/// What somebody does: “studying Cells and Systems (Library Reading Room)”.
pub fn state(words: &Words, campus: &Campus, id: AgentId) -> String {
    let Some(person) = campus.person(id) else {
        return String::new();
    };
    let (body, activity, names) = (person.body, person.activity, campus.names());
    if body.posture == Posture::Away {
        let asleep = activity.doing == Doing::Sleeping;
        return words
            .say(if asleep {
                key("state-asleep-in-town")
            } else {
                key("state-in-town")
            })
            .to_owned();
    }
    let doing = match activity.doing {
        Doing::Walking => {
            return match body.counts_in {
                Some(place) => {
                    words.say_with("state-walking-to", &[("place", names.place(place).into())])
                }
                None => words.say("state-walking").to_owned(),
            };
        }
        other => at_work(
            words,
            other,
            activity.focus.as_ref(),
            person.persona,
            &names,
        ),
    };
    let talks = campus.world().get_resource::<Talks>();
    let partner = activity
        .talk
        .and_then(|t| Some(talks?.live.get(&t)?.partner(id)))
        .map(|p| names.first(p));
    let place = campus.map().place_of(body.tile).map(|p| names.place(p));
    match (partner, place) {
        (None, None) => doing,
        (None, Some(place)) => words.say_with(
            "state-at",
            &[("doing", doing.into()), ("place", place.into())],
        ),
        (Some(name), None) => words.say_with(
            "state-with",
            &[("doing", doing.into()), ("name", name.into())],
        ),
        (Some(name), Some(place)) => words.say_with(
            "state-with-at",
            &[
                ("doing", doing.into()),
                ("name", name.into()),
                ("place", place.into()),
            ],
        ),
    }
}

/// Which mind somebody has, in words.
pub fn mind(words: &Words, mind: &MindKind) -> String {
    match mind {
        MindKind::BuiltIn => words.label("mind", "built-in mind").into_owned(),
        MindKind::Model(profile) if profile.is_empty() => {
            words.label("mind", "language model").into_owned()
        }
        MindKind::Model(profile) => {
            format!("{} ({profile})", words.label("mind", "language model"))
        }
    }
}

/// Who decides at decision points, in words: the names of heads stay as they are.
pub fn decider(words: &Words, who: Decides<&str>) -> String {
    match who {
        Decides::Head(name) => name.to_owned(),
        other => title(words, "decider", other.name()),
    }
}

/// A step of an action in a few words.
pub fn step(words: &Words, step: &ActionStep, names: &Names<'_>) -> String {
    match step {
        ActionStep::Buy(item) => {
            words.say_with("call-buy", &[("what", tell::an_item(words, *item).into())])
        }
        ActionStep::TalkTo(agent) => {
            words.say_with("call-talk", &[("name", names.person(*agent).into())])
        }
        ActionStep::Call(call) => call.told(words, names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::i18n::Language;
    use collegium_learning::plan::Algorithm;
    use collegium_sim::{
        campus::{
            Item, Routine,
            people::{Need, Relation, Role, Traits},
            scenario::Overrides,
        },
        conduct::{Act, FEATURES, Measure, Point, Unit},
        memory::MemoryKind,
        mind::state::{Action, Consideration},
        simulation::testing,
        tools::{EXPERT, OFF, Refusal},
    };
    use std::collections::BTreeSet;
    use training::descriptor::AlgorithmKind;

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capital("élan"), "Élan");
        assert_eq!(capital("đang"), "Đang");
        assert_eq!(capital(""), "");
    }

    /// Every word of the simulation that a screen shows, by kind.
    fn shown() -> Vec<(&'static str, Vec<String>)> {
        let list =
            |words: &mut dyn Iterator<Item = &str>| words.map(str::to_owned).collect::<Vec<_>>();
        let (scenario, _) = testing::first_week();
        let groups: BTreeSet<&str> = scenario
            .people
            .iter()
            .map(|(p, _)| p.group.as_str())
            .collect();
        vec![
            ("doing", list(&mut Doing::ALL.iter().map(|v| v.word()))),
            ("role", list(&mut Role::ALL.iter().map(|v| v.word()))),
            (
                "relation",
                list(&mut Relation::ALL.iter().map(|v| v.word())),
            ),
            ("item", list(&mut Item::ALL.iter().map(|v| v.word()))),
            ("action", list(&mut Action::ALL.iter().map(|v| v.word()))),
            (
                "part",
                list(&mut Consideration::ALL.iter().map(|v| v.word())),
            ),
            (
                "memory",
                list(&mut MemoryKind::ALL.iter().map(|v| v.word())),
            ),
            ("need", list(&mut Need::ALL.iter().map(|v| v.word()))),
            (
                "trait",
                list(&mut Traits::default().named().iter().map(|v| v.0)),
            ),
            ("refusal", list(&mut Refusal::WORDS.iter().copied())),
            (
                "mind",
                list(&mut ["built-in mind", "language model"].into_iter()),
            ),
            ("group", list(&mut groups.into_iter())),
            ("routine", list(&mut Routine::ALL.iter().map(|v| v.word()))),
            (
                "gesture",
                list(&mut collegium_sim::tools::Gesture::ALL.iter().map(|g| g.word())),
            ),
            ("decider", list(&mut [OFF, EXPERT].into_iter())),
            ("point", list(&mut Point::ALL.iter().map(|p| p.word()))),
            ("act", list(&mut Act::ALL.iter().map(|a| a.word()))),
            ("measure", list(&mut Measure::ALL.iter().map(|m| m.word()))),
            ("measured", list(&mut Measure::ALL.iter().map(|m| m.word()))),
            ("feature", list(&mut FEATURES.iter().map(|f| f.name))),
            ("unit", list(&mut Unit::ALL.iter().map(|u| u.word()))),
            ("algorithm", list(&mut Algorithm::words().into_iter())),
            (
                "learns",
                list(&mut AlgorithmKind::ALL.iter().map(|k| k.word())),
            ),
        ]
    }

    #[test]
    fn every_word_of_the_simulation_has_a_text_in_every_language() {
        for language in Language::ALL.iter().copied() {
            let words = Words::new(language);
            for (kind, list) in shown() {
                for word in list {
                    assert!(
                        words.label_with(kind, &word, &[]).is_some(),
                        "{kind}-{word} in {}",
                        language.word()
                    );
                }
            }
        }
    }

    #[test]
    fn what_people_do_is_told_in_every_language() {
        let (scenario, map) = testing::load("quick-look", Overrides::default());
        let mut campus = Campus::new(scenario, map, 1);
        let noon = campus.clock().now.plus(4 * collegium_core::time::HOUR);
        campus.run_until(noon);
        for language in Language::ALL.iter().copied() {
            let words = Words::new(language);
            for person in campus.persons() {
                let text = state(&words, &campus, person.id);
                assert!(!text.is_empty() && !text.contains('{'), "{text}");
            }
        }
    }
}
