//! What conversations leave behind: asked of a model or worked out by rule, kept by one path.

use crate::{
    campus::{
        Ground, Roster, Setting,
        people::{MindKind, Needs, Persona},
        talks::Talks,
    },
    memory::{Episodic, Feeling, Impression, LONGEST_SUMMARY, SocialMemory, gates},
    mind::{
        model::fit,
        talk::prompts,
        thinking::{Ask, ImpressionAsk},
        thought_queue::{Heard, ThoughtQueue},
    },
    social,
    tools::Names,
};
use bevy::prelude::*;
use collegium_core::{text::one_line, time::Clock};
use collegium_llm::{Purpose, Unfit};
use serde::{Deserialize, Serialize};

/// A model's answer about what a talk leaves behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpressionAnswer {
    /// What is thought of the other now.
    pub summary: String,
    /// How one feels about the other, in a word.
    pub feeling: String,
    /// By how much closer one feels, −1 to 1.
    pub closeness_change: f32,
    /// What is remembered of the talk.
    pub remember: String,
    /// How much that matters, 1 to 10.
    pub importance: u8,
}

impl ImpressionAnswer {
    /// The answer as what is kept; none when it says nothing.
    fn kept(self) -> Option<Impression> {
        let summary = one_line(&self.summary, LONGEST_SUMMARY);
        let remember = one_line(&self.remember, gates::LONGEST);
        (!summary.is_empty() && self.closeness_change.is_finite()).then(|| Impression {
            about: None,
            summary,
            feeling: Feeling::parse(&self.feeling).unwrap_or(Feeling::Neutral),
            closeness_change: self.closeness_change.clamp(-1.0, 1.0),
            remember,
            importance: self.importance.clamp(1, 10),
        })
    }
}

/// What an impression is made of.
type Minded<'w> = (
    &'w Persona,
    &'w MindKind,
    &'w mut Episodic,
    &'w mut SocialMemory,
    &'w mut Needs,
);

/// Has those who took part in a talk that is over think of what it leaves behind: one thought for
/// the one they talked with most; what there is to say of the others needs none.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn begin_impressions(
    talks: Res<Talks>,
    clock: Res<Clock>,
    roster: Res<Roster>,
    ground: Res<Ground>,
    setting: Res<Setting>,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    mut people: Query<Minded<'static>>,
) -> Result {
    let names = Names {
        map: &ground.0,
        scenario: &setting.0,
    };
    for (_, talk) in &talks.ended {
        for agent in talk.all.iter().copied() {
            let partner = talk.partner(agent);
            for other in talk
                .all
                .iter()
                .copied()
                .filter(|o| *o != agent && *o != partner)
            {
                let exchanged = talk.lines.iter().any(|l| l.speaker == other);
                let (persona, _, mut episodic, mut social, mut needs) =
                    people.get_mut(roster.entity(agent))?;
                if exchanged {
                    let mut impression =
                        social::built_in(talk, (agent, persona), other, &social, &names);
                    // The talk itself is remembered once.
                    impression.remember.clear();
                    let who = (agent, other, clock.now);
                    social::apply(
                        &impression,
                        talk,
                        who,
                        (&mut episodic, &mut social, &mut needs),
                    );
                }
            }
            let (persona, mind, episodic, social, _) = people.get(roster.entity(agent))?;
            let ask = Ask::Impression(Box::new(ImpressionAsk {
                partner,
                talk: talk.clone(),
            }));
            thoughts.ask(
                &mut heard,
                (agent, persona, mind),
                clock.now,
                ask,
                |ask| match ask {
                    Ask::Impression(ask) => {
                        let whole = (!setting.0.features.social_impressions).then_some(episodic);
                        prompts::impression(persona, ask, social, whole, &names)
                    }
                    // Only an impression was asked for.
                    _ => collegium_llm::Prompt {
                        system: String::new(),
                        user: String::new(),
                        schema: String::new(),
                        most_tokens: 1,
                    },
                },
            );
        }
    }
    Ok(())
}

/// Keeps the impressions that were thought of.
///
/// # Errors
/// Never for people of the roster.
pub fn keep_impressions(
    clock: Res<Clock>,
    roster: Res<Roster>,
    ground: Res<Ground>,
    setting: Res<Setting>,
    mut heard: ResMut<Heard>,
    mut people: Query<Minded<'static>>,
) -> Result {
    let names = Names {
        map: &ground.0,
        scenario: &setting.0,
    };
    let thought = heard.take(|ask| match ask {
        Ask::Impression(impression) => Ok(impression),
        other => Err(other),
    });
    for (agent, ask, reply) in thought {
        let (persona, _, mut episodic, mut social, mut needs) =
            people.get_mut(roster.entity(agent))?;
        let kept = reply
            .read::<ImpressionAnswer>()
            .and_then(ImpressionAnswer::kept)
            .ok_or(Unfit::Empty)
            .and_then(|kept| {
                let unfit = fit::unfit(&kept.summary, persona.language)
                    .or_else(|| fit::unfit(&kept.remember, persona.language));
                unfit.map_or(Ok(kept), Err)
            });
        if let Err(why) = &kept
            && reply.is_answer()
        {
            heard.put_aside(agent, Purpose::Impression, *why);
        }
        let impression = kept.unwrap_or_else(|_| {
            social::built_in(&ask.talk, (agent, persona), ask.partner, &social, &names)
        });
        let who = (agent, ask.partner, clock.now);
        social::apply(
            &impression,
            &ask.talk,
            who,
            (&mut episodic, &mut social, &mut needs),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_cannot_say_more_than_fits() {
        let answer = |summary: &str, change: f32, feeling: &str| ImpressionAnswer {
            summary: summary.to_owned(),
            feeling: feeling.to_owned(),
            closeness_change: change,
            remember: "a\nb".repeat(400),
            importance: 99,
        };
        let kept = answer(&"x".repeat(999), 80.0, "in love").kept().unwrap();
        assert_eq!(
            (kept.summary.len(), kept.closeness_change, kept.importance),
            (LONGEST_SUMMARY, 1.0, 10)
        );
        assert_eq!(
            (kept.feeling, kept.remember.chars().count()),
            (Feeling::Neutral, gates::LONGEST)
        );
        assert!(!kept.remember.contains('\n'));
        assert!(
            answer(" ", 0.0, "warm").kept().is_none()
                && answer("ok", f32::NAN, "warm").kept().is_none()
        );
    }
}
