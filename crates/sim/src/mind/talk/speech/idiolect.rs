//! How somebody speaks: a register by character.

use crate::campus::people::Persona;
use collegium_core::{
    dice::{Dice, Draw},
    ids::AgentId,
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

/// How somebody speaks. The same in every talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idiolect {
    /// How formal the person speaks.
    pub register: Register,
}

impl Idiolect {
    /// The speech of somebody.
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
        Self { register }
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
        .is_some_and(|c| matches!(c, '。' | '！' | '？' | '：' | '，'));
    if wide {
        format!("{a}{b}")
    } else {
        format!("{a} {b}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::testing;

    #[test]
    fn people_stay_themselves_and_every_register_is_spoken() {
        let (scenario, _) = testing::first_week();
        let dice = Dice { seed: 1 };
        let way = |i: usize| Idiolect::of(AgentId(i as u32), &scenario.people[i].0, dice);
        let all: Vec<Idiolect> = (0..scenario.people.len()).map(way).collect();
        for (i, idiolect) in all.iter().enumerate() {
            assert_eq!(*idiolect, way(i));
        }
        for register in [Register::Formal, Register::Plain, Register::Breezy] {
            assert!(all.iter().any(|a| a.register == register), "{register:?}");
        }
    }
}
