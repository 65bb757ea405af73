//! The two minds of conduct that are written down: the built-in rule of character and luck, and the
//! conscientious expert.

use super::point::{Act, Point, Situation};
use crate::campus::{Noise, people::Traits};
use collegium_core::{dice::Stream, time::MINUTE};

/// What the rules go by beside the situation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// How tired somebody is, 0 to 1.
    pub tired: f32,
    /// How little fun it had lately, 0 to 1.
    pub bored: f32,
    /// Seconds by which it would come late at a walk; negative when early.
    pub late: i32,
}

/// What somebody of that character does, by luck.
pub fn built_in(situation: &Situation, traits: &Traits, state: State, roll: &mut Stream) -> Act {
    let either = |yes: bool, then: Act, other: Act| if yes { then } else { other };
    match situation.point {
        Point::SetOff => set_off(situation, traits, state, roll),
        Point::Pace => {
            let hurries = state.late > 0
                && roll.chance(0.25 + 0.5 * traits.punctuality + 0.25 * traits.energy);
            either(hurries, Act::Hurry, Act::Walk)
        }
        Point::Queue => {
            let cuts = situation.ahead > 2
                && roll.chance((0.65 - traits.patience).max(0.0) * (1.15 - traits.courtesy) * 0.9);
            either(cuts, Act::CutIn, Act::Wait)
        }
        Point::Talk => {
            let dares = match situation.noise {
                Noise::Silent => roll.chance(0.12 * (1.2 - traits.courtesy) * traits.sociability),
                Noise::Quiet => roll.chance(0.5),
                Noise::Normal | Noise::Loud => true,
            };
            either(dares, Act::Begin, Act::Refrain)
        }
        Point::Voice => {
            let habit = (0.9 - traits.quietness).max(0.0);
            let held_back = match situation.noise {
                Noise::Silent => 0.1,
                Noise::Quiet => 0.25,
                Noise::Normal => 0.6,
                Noise::Loud => 1.0,
            };
            let up = roll.chance(habit * held_back * (1.3 - 0.6 * traits.courtesy));
            either(up, Act::SpeakUp, Act::SpeakLow)
        }
        Point::Focus => {
            let gives_in =
                (0.55 - 0.5 * traits.diligence) * (0.4 + 0.6 * state.bored + 0.3 * state.tired);
            either(roll.chance(gives_in), Act::BreakOff, Act::KeepOn)
        }
        Point::Greet => {
            let close = situation.other.and_then(|o| o.closeness).unwrap_or(0.0) / 10.0;
            let turned = if situation.other.is_some_and(|o| o.turned) {
                0.4
            } else {
                0.0
            };
            let greets =
                roll.chance((0.15 + 0.45 * traits.courtesy + 0.3 * close + turned).min(0.98));
            either(greets, Act::Greet, Act::PassBy)
        }
        Point::Help => {
            let close = situation.other.and_then(|o| o.closeness).unwrap_or(0.0) / 10.0;
            let busy = if state.late > -10 * MINUTE as i32 {
                0.3
            } else {
                0.0
            };
            let helps =
                roll.chance((0.1 + 0.5 * traits.courtesy + 0.3 * close - busy).clamp(0.02, 0.95));
            either(helps, Act::Help, Act::Decline)
        }
        Point::Amends => either(
            roll.chance(0.15 + 0.6 * traits.courtesy),
            Act::Apologise,
            Act::SayNothing,
        ),
    }
}

/// When to be there: the punctual aim at minutes before, the careless at minutes after, luck adds
/// some either way; the less diligent and the more tired stay away from a class, the rather.
fn set_off(situation: &Situation, traits: &Traits, state: State, roll: &mut Stream) -> Act {
    let skips = roll.chance((0.6 - traits.diligence).max(0.0) * 0.3 + 0.05 * state.tired);
    if situation.optional && skips {
        return Act::Skip;
    }
    let aim = ((traits.punctuality - 0.42) * 13.0 + roll.bell() * 5.0) * MINUTE as f32;
    let near = |act: &Act| (act.aim() as f32 - aim).abs();
    let acts = [Act::Early, Act::InTime, Act::Tight, Act::Late];
    acts.into_iter()
        .min_by(|a, b| near(a).total_cmp(&near(b)))
        .unwrap_or(Act::InTime)
}

/// What a conscientious person does, whoever it is: in time, in turn, low where others want quiet,
/// attentive to others, and tired only when it is.
pub fn expert(situation: &Situation, state: State) -> Act {
    match situation.point {
        Point::SetOff => Act::InTime,
        Point::Pace if state.late > 0 => Act::Hurry,
        Point::Pace => Act::Walk,
        Point::Queue => Act::Wait,
        Point::Talk if situation.noise == Noise::Silent => Act::Refrain,
        Point::Talk => Act::Begin,
        // Whoever is spoken to in a reading room does not answer there.
        Point::Voice if situation.noise == Noise::Silent && situation.optional => Act::Hush,
        Point::Voice => Act::SpeakLow,
        Point::Focus if state.tired > 0.8 || state.bored > 0.9 => Act::BreakOff,
        Point::Focus => Act::KeepOn,
        Point::Greet => Act::Greet,
        // To help and come late would be no kindness to those who wait.
        Point::Help if state.late > -3 * MINUTE as i32 => Act::Decline,
        Point::Help => Act::Help,
        Point::Amends => Act::Apologise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conduct::Other;
    use collegium_core::dice::{Dice, Purpose};

    const FRESH: State = State {
        tired: 0.1,
        bored: 0.2,
        late: -1200,
    };

    /// How often somebody of that character does that.
    fn share(act: Act, situation: Situation, traits: Traits, state: State) -> f32 {
        let dice = Dice { seed: 3 };
        let done = |i: &u32| {
            built_in(
                &situation,
                &traits,
                state,
                &mut dice.stream(*i, Purpose::Punctuality, 0),
            ) == act
        };
        (0..4000).filter(done).count() as f32 / 4000.0
    }

    #[test]
    fn character_shows() {
        let base = Traits::default();
        let set_off = Situation {
            optional: true,
            ..Situation::at(Point::SetOff, Noise::Normal)
        };
        let early = Traits {
            punctuality: 0.95,
            ..base
        };
        let late = Traits {
            punctuality: 0.05,
            ..base
        };
        assert!(share(Act::Early, set_off, early, FRESH) > 0.5);
        assert!(share(Act::Late, set_off, late, FRESH) > 0.5);
        let idle = Traits {
            diligence: 0.05,
            ..base
        };
        assert!(share(Act::Skip, set_off, idle, FRESH) > 0.1);
        assert_eq!(
            share(
                Act::Skip,
                Situation {
                    optional: false,
                    ..set_off
                },
                idle,
                FRESH
            ),
            0.0
        );
        let queue = Situation {
            ahead: 9,
            ..Situation::at(Point::Queue, Noise::Normal)
        };
        let pushy = Traits {
            patience: 0.05,
            courtesy: 0.1,
            ..base
        };
        assert!(share(Act::CutIn, queue, pushy, FRESH) > 0.2);
        assert_eq!(
            share(
                Act::CutIn,
                queue,
                Traits {
                    patience: 0.9,
                    ..base
                },
                FRESH
            ),
            0.0
        );
        assert_eq!(
            share(Act::CutIn, Situation { ahead: 2, ..queue }, pushy, FRESH),
            0.0
        );
        let loud = Traits {
            quietness: 0.1,
            ..base
        };
        let voice = |noise| {
            share(
                Act::SpeakUp,
                Situation::at(Point::Voice, noise),
                loud,
                FRESH,
            )
        };
        assert!(voice(Noise::Loud) > voice(Noise::Quiet));
        let focus = Situation::at(Point::Focus, Noise::Quiet);
        let diligent = Traits {
            diligence: 0.95,
            ..base
        };
        assert!(
            share(Act::BreakOff, focus, idle, FRESH)
                > 4.0 * share(Act::BreakOff, focus, diligent, FRESH)
        );
        let met = Other {
            closeness: Some(2.0),
            turned: false,
        };
        let greet = Situation {
            other: Some(met),
            ..Situation::at(Point::Greet, Noise::Normal)
        };
        let greeted = Situation {
            other: Some(Other {
                turned: true,
                ..met
            }),
            ..greet
        };
        assert!(
            share(Act::Greet, greeted, base, FRESH) > share(Act::Greet, greet, base, FRESH) + 0.2
        );
    }

    #[test]
    fn the_expert_does_only_what_is_possible_and_breaks_no_norm() {
        for point in Point::ALL {
            for (optional, ahead) in [(false, 0), (true, 9)] {
                for noise in [Noise::Silent, Noise::Quiet, Noise::Normal, Noise::Loud] {
                    for late in [-1800, 0, 240] {
                        let situation = Situation {
                            optional,
                            ahead,
                            ..Situation::at(*point, noise)
                        };
                        let act = expert(&situation, State { late, ..FRESH });
                        assert!(situation.mask().allows(act), "{point} {act}");
                        assert!(!matches!(
                            act,
                            Act::CutIn | Act::Late | Act::Skip | Act::SpeakUp
                        ));
                    }
                }
            }
        }
    }
}
