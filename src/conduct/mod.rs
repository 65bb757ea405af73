//! Conduct: the decision points of micro-behaviour, and the built-in rule at each.
//!
//! Plans say what to do; conduct says how: how early to set off, whether to hurry, to wait one's turn, to keep one's voice down. Each
//! function is one decision point, a rule of character and luck.

use crate::{
    campus::{Noise, people::Traits},
    dice::Stream,
    time::MINUTE,
};

/// How long before a commitment somebody means to be there, in seconds; negative for those who come late.
///
/// The punctual aim at seven minutes before, the careless at five after; luck adds up to five minutes either way.
pub fn lead(traits: &Traits, roll: &mut Stream) -> i32 {
    let aim = (traits.punctuality - 0.42) * 13.0;
    ((aim + roll.bell() * 5.0) * MINUTE as f32) as i32
}

/// Whether to hurry when one would come `late` seconds late at a walk.
pub fn hurries(traits: &Traits, late: i32, roll: &mut Stream) -> bool {
    late > 0 && roll.chance(0.25 + 0.5 * traits.punctuality + 0.25 * traits.energy)
}

/// Whether to stay away from a class: the less diligent and the more tired, the rather.
pub fn skips(traits: &Traits, tired: f32, roll: &mut Stream) -> bool {
    roll.chance((0.6 - traits.diligence).max(0.0) * 0.3 + 0.05 * tired)
}

/// Whether to step in front of `ahead` people who wait.
pub fn cuts_in(traits: &Traits, ahead: usize, roll: &mut Stream) -> bool {
    ahead > 2 && roll.chance((0.65 - traits.patience).max(0.0) * (1.15 - traits.courtesy) * 0.9)
}

/// Whether to speak with a voice that carries, given the place's norm.
pub fn speaks_up(traits: &Traits, noise: Noise, roll: &mut Stream) -> bool {
    let habit = (0.9 - traits.quietness).max(0.0);
    let held_back = match noise {
        Noise::Silent => 0.1,
        Noise::Quiet => 0.25,
        Noise::Normal => 0.6,
        Noise::Loud => 1.0,
    };
    roll.chance(habit * held_back * (1.3 - 0.6 * traits.courtesy))
}

/// Whether to begin a talk at all, given the place's norm.
pub fn dares_to_talk(traits: &Traits, noise: Noise, roll: &mut Stream) -> bool {
    match noise {
        Noise::Silent => roll.chance(0.12 * (1.2 - traits.courtesy) * traits.sociability),
        Noise::Quiet => roll.chance(0.5),
        Noise::Normal | Noise::Loud => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::{Dice, Purpose};

    fn mean(mut f: impl FnMut(&mut Stream) -> f32) -> f32 {
        let dice = Dice { seed: 3 };
        (0..4000).map(|i| f(&mut dice.stream(i, Purpose::Punctuality, 0))).sum::<f32>() / 4000.0
    }

    #[test]
    fn character_shows() {
        let early = Traits { punctuality: 0.95, ..Traits::default() };
        let late = Traits { punctuality: 0.1, ..Traits::default() };
        assert!(mean(|r| lead(&early, r) as f32) > 5.0 * MINUTE as f32);
        assert!(mean(|r| lead(&late, r) as f32) < -2.0 * MINUTE as f32);
        let patient = Traits { patience: 0.9, ..Traits::default() };
        let pushy = Traits { patience: 0.05, courtesy: 0.1, ..Traits::default() };
        assert_eq!(mean(|r| f32::from(u8::from(cuts_in(&patient, 9, r)))), 0.0);
        assert!(mean(|r| f32::from(u8::from(cuts_in(&pushy, 9, r)))) > 0.2);
        assert_eq!(mean(|r| f32::from(u8::from(cuts_in(&pushy, 2, r)))), 0.0);
        let loud = Traits { quietness: 0.1, ..Traits::default() };
        assert!(
            mean(|r| f32::from(u8::from(speaks_up(&loud, Noise::Loud, r))))
                > mean(|r| f32::from(u8::from(speaks_up(&loud, Noise::Quiet, r))))
        );
    }
}
