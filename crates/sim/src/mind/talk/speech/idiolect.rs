//! How somebody speaks: a register by character, and words of their own drawn once for all from the
//! stocks.

use crate::{
    campus::people::{Persona, Role},
    mind::stock::Stock,
};
use collegium_core::{
    dice::{Dice, Draw, Stream},
    ids::AgentId,
    sentence::{GapValues, Sentence},
};

/// How somebody speaks, once for all.
const IDIOLECT: Draw = Draw::of("talk: how somebody speaks");

/// How formal somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// Courteous, or in years.
    Formal,
    /// Neither formal nor breezy.
    Plain,
    /// Lively and not too courteous.
    Breezy,
}

impl Register {
    /// The key under which the stocks keep its words.
    pub const fn word(self) -> &'static str {
        match self {
            Register::Formal => "formal",
            Register::Plain => "plain",
            Register::Breezy => "breezy",
        }
    }
}

/// How somebody speaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Idiolect {
    /// How formal the person speaks.
    pub register: Register,
    /// How often they begin with a word of their own, 0 to 1.
    begins: f32,
    /// How often they add something, 0 to 1.
    adds: f32,
    /// Whether short sentences end with a cry.
    exclaims: bool,
    /// Where in the lists of the stocks their own words lie: three of each list.
    own: [u32; 3],
}

impl Idiolect {
    /// The speech of somebody. The same in every talk.
    pub fn of(agent: AgentId, persona: &Persona, dice: Dice) -> Self {
        let mut roll = dice.stream(agent.0, IDIOLECT, 0);
        let traits = &persona.traits;
        let formal = traits.courtesy + f32::from(persona.age) / 160.0 + 0.25 * roll.bell();
        let breezy = traits.energy + traits.sociability - traits.courtesy + 0.25 * roll.bell();
        let register = if formal > 1.1 {
            Register::Formal
        } else if breezy > 1.0 {
            Register::Breezy
        } else {
            Register::Plain
        };
        Self {
            register,
            begins: 0.12 + 0.3 * roll.unit() + 0.2 * traits.sociability,
            adds: 0.05 + 0.35 * traits.sociability * roll.unit() + 0.15 * (1.0 - traits.quietness),
            exclaims: traits.energy > 0.8,
            own: [
                roll.index(997) as u32,
                roll.index(997) as u32,
                roll.index(997) as u32,
            ],
        }
    }

    /// One of somebody's own three sentences of a list.
    fn own<'a>(&self, list: &'a [Sentence], roll: &mut Stream) -> Option<&'a str> {
        let at = self.own[roll.index(3)] as usize;
        (!list.is_empty()).then(|| list[at % list.len()].plain())
    }

    /// Says a sentence in somebody's own way.
    pub fn colour(&self, sentence: String, role: Role, stock: &Stock, roll: &mut Stream) -> String {
        let mut text = sentence;
        if self.exclaims && text.ends_with('.') && text.len() < 50 && roll.chance(0.5) {
            text.pop();
            text.push('!');
        }
        if roll.chance(self.begins)
            && let Some(word) = self.own(stock.list("inter", self.register.word()), roll)
        {
            text = join(word, &text);
        }
        if text.chars().count() < 120 && roll.chance(self.adds) {
            let (table, key) = if roll.chance(0.3) {
                ("role", trade(role))
            } else {
                ("tag", self.register.word())
            };
            if let Some(word) = self.own(stock.list(table, key), roll) {
                text = join(&text, word);
            }
        }
        text
    }

    /// Begins with the other's name, where several take part.
    pub fn address(
        &self,
        sentence: String,
        stock: &Stock,
        values: &GapValues<'_>,
        roll: &mut Stream,
    ) -> String {
        if roll.chance(0.5) {
            return sentence;
        }
        join(&stock.pick("vocative", "any", values, roll), &sentence)
    }
}

/// Two sentences, with a space between them where the script wants one.
pub fn join(a: &str, b: &str) -> String {
    if a.is_empty() || b.is_empty() {
        return format!("{a}{b}");
    }
    let wide = a
        .chars()
        .next_back()
        .is_some_and(|c| matches!(c, '。' | '！' | '？' | '：'));
    if wide {
        format!("{a}{b}")
    } else {
        format!("{a} {b}")
    }
}

/// The kind of work by which the stocks keep what people say of it.
const fn trade(role: Role) -> &'static str {
    match role {
        Role::Student => "student",
        Role::Teacher => "teacher",
        Role::Cook | Role::Barista => "kitchen",
        Role::Librarian | Role::Clerk | Role::Shopkeeper => "desk",
        Role::Nurse | Role::Counsellor | Role::Coach => "care",
        Role::Porter | Role::Cleaner | Role::Gardener | Role::Technician => "grounds",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campus::testing, mind::stock::stock};
    use collegium_core::i18n::Language;

    #[test]
    fn people_differ_and_stay_themselves() {
        let (scenario, _) = testing::first_week();
        let dice = Dice { seed: 1 };
        let all: Vec<Idiolect> = scenario
            .people
            .iter()
            .enumerate()
            .map(|(i, (p, _))| Idiolect::of(AgentId(i as u32), p, dice))
            .collect();
        for (i, a) in all.iter().enumerate() {
            assert!(all.iter().skip(i + 1).all(|b| a != b));
            assert_eq!(
                *a,
                Idiolect::of(AgentId(i as u32), &scenario.people[i].0, dice)
            );
        }
        for register in [Register::Formal, Register::Plain, Register::Breezy] {
            assert!(all.iter().any(|a| a.register == register), "{register:?}");
        }
    }

    #[test]
    fn a_stranger_could_tell_two_people_apart() {
        let (scenario, _) = testing::first_week();
        let dice = Dice { seed: 1 };
        let way = |i: u32| {
            let idiolect = Idiolect::of(AgentId(i), &scenario.people[i as usize].0, dice);
            let stock = stock(Language::English);
            let mut roll = dice.stream(9, Draw::of("test"), 9);
            (0..60)
                .map(|_| idiolect.colour("It rains.".to_owned(), Role::Student, stock, &mut roll))
                .collect::<std::collections::BTreeSet<_>>()
        };
        let (a, b) = (way(0), way(7));
        assert!(
            a.intersection(&b).count() * 2 < a.len().max(b.len()),
            "{a:?} {b:?}"
        );
    }
}
