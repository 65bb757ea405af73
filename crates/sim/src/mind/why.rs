//! Why people do what they do, and what came up for them: typed, so that weighing an option costs
//! no sentence, and told in the language of whoever reads it.

use super::became::StepOutcome;
use crate::{
    campus::{
        Item, Pursuit,
        people::{Engagement, Need},
    },
    tools::{Names, News, tell},
};
use collegium_core::{
    i18n::{Value, Words, key},
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use serde::{Deserialize, Serialize};

/// Why an action was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// There is nothing better to do.
    Idle,
    /// A commitment begins, at that moment.
    Begins(Engagement, SimTime),
    /// It is the person's time to sleep.
    Bedtime,
    /// Tired in the middle of the day.
    Tired,
    /// In need of a shower: hygiene is low.
    Shower,
    /// Hungry, and there is food in the bag.
    HungryWithFood,
    /// Hungry, for something that is sold there.
    Hungry(Item, PlaceId),
    /// In the mood for something to drink or eat.
    Mood(Item),
    /// There is work to do, on this.
    Work(String),
    /// In need of sport.
    Sport,
    /// In need of fun, with something to play near.
    Fun,
    /// Somebody is missed.
    See(AgentId),
    /// In need of a break, there.
    Break(PlaceId),
    /// Something is wanted from the shop.
    Wants(Item),
    /// Home is in town.
    Town,
    /// There is something to tell everybody.
    Tell,
    /// Something borrowed is wanted back.
    BringBack(Item, AgentId),
    /// Somebody is in low spirits and gets something.
    Fetch(Item, AgentId),
    /// The plan of the day has it now.
    Plan(Pursuit),
    /// Words that a model gave as its reason.
    Words(String),
}

impl Why {
    /// The reason as a sentence, in the language of the words.
    pub fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let item = |item: &Item| ("what", tell::an_item(words, *item).into());
        let place =
            |place: &PlaceId| -> (&str, Value<'_>) { ("place", names.place(*place).into()) };
        let name = |who: &AgentId| ("name", names.first(*who).into());
        let text = match self {
            Self::Idle => words.say(key("why-idle")),
            Self::Bedtime => words.say(key("why-bedtime")),
            Self::Tired => words.say(key("why-tired")),
            Self::Shower => words.say(key("why-shower")),
            Self::HungryWithFood => words.say(key("why-hungry-with-food")),
            Self::Sport => words.say(key("why-sport")),
            Self::Fun => words.say(key("why-fun")),
            Self::Town => words.say(key("why-town")),
            Self::Tell => words.say(key("why-tell")),
            Self::Begins(what, at) => {
                let what = tell::engagement(words, *what, names);
                let values = [("what", what.into()), ("time", at.clock().into())];
                return words.say_with("why-begins", &values);
            }
            Self::Hungry(what, at) => {
                return words.say_with("why-hungry", &[item(what), place(at)]);
            }
            Self::Mood(what) => return words.say_with("why-mood", &[item(what)]),
            Self::Work(on) => return words.say_with("why-work", &[("what", on.as_str().into())]),
            Self::See(who) => return words.say_with("why-see", &[name(who)]),
            Self::Break(at) => return words.say_with("why-break", &[place(at)]),
            Self::Wants(what) => return words.say_with("why-wants", &[item(what)]),
            Self::BringBack(what, who) => {
                let what = words.label("item", what.word());
                return words.say_with("why-bring-back", &[("what", what.into()), name(who)]);
            }
            Self::Fetch(what, who) => {
                return words.say_with("why-fetch", &[item(what), name(who)]);
            }
            Self::Plan(what) => return tell::pursuit(words, what, names).into_owned(),
            Self::Words(own) => own,
        };
        text.to_owned()
    }
}

/// What came up that a plan does not answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CameUp {
    /// A need has become urgent.
    Lacks(Need),
    /// A commitment was missed.
    Missed(Engagement),
    /// What was wanted did not work.
    Failed(Why, StepOutcome),
    /// Something is fixed for today that was not before.
    Agreed(Engagement),
    /// They were told something of somebody's life that they take to heart.
    Heard(News),
    /// Somebody pushed in before them.
    Wronged(AgentId),
    /// A free moment, with people in reach.
    Company,
}

impl CameUp {
    /// What came up, as a sentence in the language of the words.
    pub fn told(&self, words: &Words, names: &Names<'_>) -> String {
        match self {
            Self::Lacks(need) => words.label("urgent", need.word()).into_owned(),
            Self::Missed(what) => {
                let what = tell::engagement(words, *what, names);
                words.say_with("came-up-missed", &[("what", what.into())])
            }
            Self::Failed(why, outcome) => {
                let values = [
                    ("why", why.told(words, names).into()),
                    ("what", outcome.text(words, names).into()),
                ];
                words.say_with("came-up-failed", &values)
            }
            Self::Agreed(what) => {
                let what = tell::engagement(words, *what, names);
                words.say_with("came-up-agreed", &[("what", what.into())])
            }
            Self::Heard(news) => {
                let what = tell::news(words, news, names);
                words.say_with("came-up-heard", &[("what", what.into())])
            }
            Self::Wronged(who) => {
                words.say_with("came-up-wronged", &[("name", names.person(*who).into())])
            }
            Self::Company => words.say(key("came-up-company")).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campus::testing, mind::became::Became};
    use collegium_core::i18n::Language;

    #[test]
    fn reasons_are_told_in_every_language() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let (item, place, who) = (Item::ALL[0], PlaceId(0), AgentId(0));
        let stuck = StepOutcome {
            at: SimTime(0),
            became: Became::Stuck,
        };
        for language in Language::ALL.iter().copied() {
            let words = Words::of(language);
            let whys = [
                Why::Idle,
                Why::Begins(Engagement::Class(0, 0), SimTime(0)),
                Why::Bedtime,
                Why::Tired,
                Why::Shower,
                Why::HungryWithFood,
                Why::Hungry(item, place),
                Why::Mood(item),
                Why::Work("waves".to_owned()),
                Why::Sport,
                Why::Fun,
                Why::See(who),
                Why::Break(place),
                Why::Wants(item),
                Why::Town,
                Why::Tell,
                Why::BringBack(item, who),
                Why::Fetch(item, who),
            ];
            let mut told: Vec<String> = whys.iter().map(|w| w.told(words, &names)).collect();
            let came = Need::ALL.iter().map(|need| CameUp::Lacks(*need));
            let came = came.chain([
                CameUp::Missed(Engagement::Class(0, 0)),
                CameUp::Failed(Why::Idle, stuck.clone()),
            ]);
            told.extend(came.map(|c| c.told(words, &names)));
            for text in told {
                let words_only = !text.contains(['{', '$', '_']) && !text.starts_with("why-");
                assert!(words_only && !text.starts_with("came-up-"), "{text}");
            }
        }
    }

    #[test]
    fn a_reason_is_small() {
        // Thousands are weighed for one that is kept.
        assert!(size_of::<Why>() <= 32, "{}", size_of::<Why>());
    }
}
