//! Environments against what was published of them, and against themselves.

mod traces;

use super::experts::{Demos, DemosError, any, demos, expert, play};
use super::*;
use crate::seed::{Use, stream};
use proptest::prelude::*;

fn act(i: usize) -> Action {
    Action::Discrete(i)
}

fn mean(numbers: &[f32]) -> f32 {
    numbers.iter().sum::<f32>() / numbers.len() as f32
}

/// Mean score of 50 (or so) episodes of the expert.
fn expert_score(name: &str, episodes: usize) -> Vec<f32> {
    demos(
        name,
        &Demos {
            episodes,
            seed: 5,
            ..Demos::default()
        },
    )
    .unwrap()
    .scores
}

#[test]
fn every_name_makes_its_environment() {
    for name in NAMES {
        let env = make(name).unwrap();
        assert_eq!(env.spec().name, *name);
        assert!(env.spec().observation > 0 && env.spec().horizon > 0);
        if let ActionSpace::Discrete(n) = env.spec().actions {
            assert!((2..=64).contains(&n));
        }
    }
    assert!(make("CartPole-v9").is_none());
}

#[test]
fn same_seed_same_episode() {
    for name in NAMES {
        let run = |seed| {
            let mut env = make(name).unwrap();
            let actions = env.spec().actions.clone();
            play(
                env.as_mut(),
                &mut |_: &[f32], mask: Mask, dice: &mut Stream| any(&actions, mask, dice),
                3,
                seed,
            )
        };
        assert_eq!(run(1), run(1), "{name}");
        assert_ne!(run(1), run(2), "{name}");
    }
}

#[test]
fn fixed_horizons_are_exact() {
    for name in NAMES {
        let mut env = make(name).unwrap();
        let (actions, horizon, fixed) = (
            env.spec().actions.clone(),
            env.spec().horizon as usize,
            env.spec().fixed_horizon,
        );
        let mut random = |_: &[f32], mask: Mask, dice: &mut Stream| any(&actions, mask, dice);
        for segment in play(env.as_mut(), &mut random, 20, 3).segments {
            let len = segment.len();
            assert!(
                if fixed {
                    len == horizon
                } else {
                    len <= horizon
                },
                "{name}: {len}"
            );
            assert_eq!(segment.truncated[len - 1], !segment.terminated[len - 1]);
            assert!(
                segment.terminated[..len - 1]
                    .iter()
                    .chain(&segment.truncated[..len - 1])
                    .all(|end| !end)
            );
        }
    }
}

#[test]
fn a_step_out_of_turn_does_nothing() {
    let mut dice = stream(0, Use::Environment, 0);
    for name in NAMES {
        let mut env = make(name).unwrap();
        let mut seen = vec![0.0; env.spec().observation];
        let step = env.step(&act(0), &mut dice, &mut seen);
        assert_eq!(
            step,
            Step {
                terminated: true,
                ..Step::default()
            },
            "{name}"
        );
        // And an observation that is too short or too long is filled as far as it goes.
        env.reset(&mut dice, &mut []);
        env.reset(&mut dice, &mut vec![0.0; env.spec().observation + 3]);
        env.step(&act(0), &mut dice, &mut [0.0]);
    }
}

#[test]
fn seals_cart_pole_never_ends_early() {
    let mut env = make("seals/CartPole-v0").unwrap();
    let shown = play(
        env.as_mut(),
        &mut |_: &[f32], _: Mask, _: &mut Stream| act(1),
        3,
        0,
    );
    for segment in &shown.segments {
        assert_eq!(segment.len(), 500);
        assert!(!segment.terminated.contains(&true) && segment.truncated[499]);
        // A pole that is pushed one way falls within a dozen steps; what swings through upright
        // later counts little.
        assert!(
            segment.rewards.iter().sum::<f32>() < 60.0
                && segment.rewards[..5].iter().all(|r| *r == 1.0)
        );
        assert!(
            segment
                .observations
                .chunks(4)
                .all(|o| o[2].abs() <= std::f32::consts::PI + 1e-6)
        );
    }
}

#[test]
fn risky_path_has_its_exact_tables() {
    let (mdp, horizon) = grids::mdp("seals/RiskyPath-v0").unwrap();
    let p = |s, a| {
        let mut row = [0.0; 4];
        mdp.outcomes(s, a)
            .iter()
            .for_each(|o| row[o.next] += o.probability);
        row
    };
    assert_eq!((mdp.states(), mdp.actions(), horizon), (4, 2, 5));
    assert_eq!(p(0, 0), [0.0, 1.0, 0.0, 0.0]);
    assert_eq!(p(0, 1), [0.0, 0.0, 0.5, 0.5]);
    assert_eq!(p(1, 0), [0.0, 0.0, 1.0, 0.0]);
    assert_eq!(p(1, 1), [0.0, 1.0, 0.0, 0.0]);
    for a in 0..2 {
        assert_eq!(
            (p(2, a), p(3, a)),
            ([0.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.0, 1.0])
        );
        let rewards = [0, 1, 2, 3].map(|s| mdp.outcomes(s, a)[0].reward);
        assert_eq!(rewards, [0.0, 0.0, 1.0, -100.0]);
    }
    // The safe expert has 3 in every episode; the risky way is what the table says it is.
    assert!(
        expert_score("seals/RiskyPath-v0", 20)
            .iter()
            .all(|r| *r == 3.0)
    );
    let mut env = make("seals/RiskyPath-v0").unwrap();
    let risky = play(
        env.as_mut(),
        &mut |_: &[f32], _: Mask, _: &mut Stream| act(1),
        2000,
        1,
    );
    let lucky = risky.returns.iter().filter(|r| **r == 4.0).count();
    assert!(
        risky.returns.iter().all(|r| [4.0, -400.0].contains(r)) && (900..1100).contains(&lucky),
        "{lucky}"
    );
}

#[test]
fn frozen_lake_slips_a_third_each_way() {
    let (mdp, _) = grids::mdp("FrozenLake-v1").unwrap();
    // From 14, right (2): down stays, right is the goal, up is 10.
    let outcomes: Vec<_> = mdp
        .outcomes(14, 2)
        .iter()
        .map(|o| (o.next, o.reward, o.terminated))
        .collect();
    assert_eq!(
        outcomes,
        [(14, 0.0, false), (15, 1.0, true), (10, 0.0, false)]
    );
    assert!(
        mdp.outcomes(14, 2)
            .iter()
            .all(|o| (o.probability - 1.0 / 3.0).abs() < 1e-15)
    );
    assert!(
        mdp.outcomes(5, 0)
            .iter()
            .all(|o| o.next == 5 && o.terminated && o.reward == 0.0)
    );
    // Drawn from the table as the table says.
    let mut dice = stream(4, Use::Environment, 0);
    let mut env = make("FrozenLake-v1").unwrap();
    let mut counts = [0_i32; 16];
    let mut seen = [0.0; 16];
    for _ in 0..9000 {
        env.reset(&mut dice, &mut seen);
        env.step(&act(2), &mut dice, &mut seen);
        counts[seen.iter().position(|x| *x == 1.0).unwrap()] += 1;
    }
    for (state, expected) in [(0, 3000_i32), (1, 3000), (4, 3000)] {
        assert!((counts[state] - expected).abs() < 200, "{counts:?}");
    }
}

#[test]
fn early_termination_and_the_other_tables() {
    // Twice round and round: ten steps of reward; or out by the second step.
    assert!(
        expert_score("seals/EarlyTermPos-v0", 3)
            .iter()
            .all(|r| *r == 10.0)
    );
    assert!(
        expert_score("seals/EarlyTermNeg-v0", 3)
            .iter()
            .all(|r| *r == -2.0)
    );
    assert_eq!(expert_score("seals/Branching-v0", 1), [1.0]);
    assert_eq!(expert_score("seals/InitShiftTrain-v0", 1), [2.0]);
    // One step to the leaf worth 1, where two are left.
    assert_eq!(expert_score("seals/InitShiftTest-v0", 1), [2.0]);
    assert_eq!(expert_score("CliffWalking-v1", 1), [-13.0]);
}

#[test]
fn experts_can_do_it() {
    assert!(expert_score("CartPole-v1", 100).iter().all(|r| *r == 500.0));
    assert!(
        expert_score("seals/CartPole-v0", 100)
            .iter()
            .all(|r| *r == 500.0)
    );
    assert!(expert_score("PointMaze-v0", 300).iter().all(|r| *r == 1.0));
    // Four steps to the centre, and 1 for each of the eleven that begin there.
    assert!(
        expert_score("seals/NoisyObs-v0", 20)
            .iter()
            .all(|r| *r == 11.0)
    );
    for (name, least) in [
        ("MountainCar-v0", -130.0),
        ("MountainCarContinuous-v0", 90.0),
        ("Acrobot-v1", -120.0),
        ("Pendulum-v1", -300.0),
        ("FrozenLake-v1", 0.68),
        ("FrozenLake8x8-v1", 0.80),
        ("Sine-v0", 0.98),
    ] {
        let got = mean(&expert_score(name, 200));
        assert!(got >= least, "{name}: {got}");
    }
    assert!(expert("ocean/Bandit").is_none() && expert("Nothing-v0").is_none());
}

#[test]
fn demonstrations_are_whole_and_seeded() {
    for name in NAMES.iter().filter(|n| expert(n).is_some()) {
        let how = Demos {
            episodes: 4,
            seed: 9,
            ..Demos::default()
        };
        let shown = demos(name, &how).unwrap();
        assert_eq!(shown, demos(name, &how).unwrap());
        let more = demos(name, &Demos { episodes: 6, ..how }).unwrap();
        assert_eq!(shown.segments[..], more.segments[..4]);
        let spec = make(name).unwrap().spec().clone();
        for s in &shown.segments {
            let (len, cut) = (s.len(), s.truncated.iter().filter(|t| **t).count());
            assert_eq!(
                (s.observations.len(), s.next_observation.len()),
                (len * spec.observation, spec.observation)
            );
            assert_eq!(s.final_observations.len(), cut * spec.observation);
            match spec.actions {
                ActionSpace::Discrete(n) => {
                    assert!(
                        s.moves.is_empty()
                            && s.masks.len() == len
                            && s.actions.iter().all(|a| (*a as usize) < n)
                    );
                    assert_eq!(s.actions.len(), len);
                }
                ActionSpace::Continuous { .. } => {
                    assert!(
                        s.actions.is_empty()
                            && s.masks.is_empty()
                            && s.moves.len() == len * spec.actions.width()
                    );
                }
            }
        }
    }
    assert!(matches!(
        demos("ocean/Memory", &Demos::default()),
        Err(DemosError::Unknown(_))
    ));
    for how in [
        Demos {
            coverage: 0.0,
            ..Demos::default()
        },
        Demos {
            coverage: f32::NAN,
            ..Demos::default()
        },
        Demos {
            random: 1.5,
            ..Demos::default()
        },
    ] {
        assert!(matches!(
            demos("PointMaze-v0", &how),
            Err(DemosError::Range { .. })
        ));
    }
    let random = demos(
        "FrozenLake-v1",
        &Demos {
            episodes: 300,
            random: 1.0,
            ..Demos::default()
        },
    )
    .unwrap();
    assert!(mean(&random.returns) < 0.1);
}

#[test]
fn maze_coverage_is_nested_and_shown() {
    let all = maze::pairs(1.0);
    assert_eq!(all.len(), 18 * 17);
    let mut last = all.len() + 1;
    for coverage in [1.0, 0.75, 0.5, 0.25] {
        let some = maze::pairs(coverage);
        assert!(some.len() < last && some[..] == all[..some.len()]);
        assert!((some.len() as f32 / all.len() as f32 - coverage).abs() < 0.01);
        last = some.len();
    }
    // Demonstrations of a quarter begin and end where that quarter says.
    let quarter = maze::pairs(0.25);
    let shown = demos(
        "PointMaze-v0",
        &Demos {
            episodes: 100,
            coverage: 0.25,
            ..Demos::default()
        },
    )
    .unwrap();
    let cell = |x: f32, y: f32| [x, y].map(|p| (p * 2.5 + 3.5) as usize);
    for s in &shown.segments {
        let o = &s.observations;
        assert!(quarter.contains(&(cell(o[0], o[1]), cell(o[4], o[5]))));
    }
    assert!(shown.scores.iter().all(|s| *s == 1.0));
}

#[test]
fn the_maze_holds_and_can_be_solved_from_everywhere() {
    let planner = maze::Planner::default();
    let mut env = TimeLimit::new(maze::PointMaze::default());
    let mut dice = stream(8, Use::Environment, 0);
    let mut seen = [0.0; 6];
    for (start, goal) in maze::pairs(1.0) {
        assert!(planner.distance(start, goal).is_some_and(|d| d <= 12));
        env.reset(&mut dice, &mut seen);
        env.dynamics_mut().set(start, goal);
        env.dynamics_mut().observe(&mut dice, &mut seen);
        let mut last = Step::default();
        while !last.done() {
            last = env.step(
                &Action::Continuous(planner.forces(&seen).to_vec()),
                &mut dice,
                &mut seen,
            );
        }
        assert_eq!(
            (env.score(), last.reward),
            (Some(1.0), 1.0),
            "{start:?} to {goal:?}"
        );
    }
    assert_eq!(planner.distance([0, 0], [1, 1]), None);
    // Thrown about at random, the point stays on free ground.
    for seed in 0..50 {
        let mut dice = stream(seed, Use::Environment, 1);
        env.reset(&mut dice, &mut seen);
        let mut push = [0.0; 2];
        for i in 0..100 {
            if i % 10 == 0 {
                push = [dice.between(-1.5, 1.5), dice.between(-1.5, 1.5)];
            }
            env.step(&Action::Continuous(push.to_vec()), &mut dice, &mut seen);
            let place = env.dynamics().place();
            // A little less than its radius: corners are met with a hair's slack.
            for (dx, dy) in [
                (-0.098, -0.098),
                (0.098, -0.098),
                (-0.098, 0.098),
                (0.098, 0.098),
            ] {
                assert!(
                    maze::free([(place[0] + dx) as usize, (place[1] + dy) as usize]),
                    "{place:?}"
                );
            }
        }
    }
}

/// Plays one episode of a rule from what is seen and the number of the step; gives the sum of
/// rewards and the score.
fn one(
    env: &mut dyn Environment,
    seed: u64,
    mut rule: impl FnMut(&[f32], usize) -> usize + Send,
) -> (f32, f32) {
    let mut step = 0;
    let mut act = move |seen: &[f32], _: Mask, _: &mut Stream| {
        step += 1;
        Action::Discrete(rule(seen, step - 1))
    };
    let shown = play(env, &mut act, 1, seed);
    (shown.returns[0], shown.scores[0])
}

#[test]
fn ocean_scores_are_one_for_who_can() {
    assert_eq!(
        one(&mut TimeLimit::new(ocean::Bandit::quiet()), 1, |_, _| {
            ocean::Bandit::ARM
        }),
        (1.0, 1.0)
    );
    assert_eq!(
        one(&mut TimeLimit::new(ocean::Bandit::quiet()), 1, |_, _| 0),
        (0.0, 0.0)
    );
    let digits = ocean::Password::DIGITS.map(|d| d as usize);
    let mut password = make("ocean/Password").unwrap();
    assert_eq!(one(password.as_mut(), 1, |_, i| digits[i]), (1.0, 1.0));
    assert_eq!(one(password.as_mut(), 1, |_, i| 1 - digits[i]), (0.0, 0.0));
    let mut stochastic = make("ocean/Stochastic").unwrap();
    let (_, score) = one(stochastic.as_mut(), 1, |_, i| usize::from(i % 10 >= 7));
    assert!((score - 1.0).abs() < 1e-6);
    let (_, score) = one(stochastic.as_mut(), 1, |_, _| 1);
    assert!((score - (1.0 - 0.49)).abs() < 1e-6);
    for seed in 0..8 {
        // Who remembers both digits: a zero for the second of them, and two right answers.
        let mut memory = make("ocean/Memory").unwrap();
        let mut digits = Vec::new();
        let remember = |seen: &[f32], i: usize| {
            digits.push(seen[0] as usize);
            if i < 3 { 0 } else { digits[i - 3] }
        };
        assert_eq!(one(memory.as_mut(), seed, remember), (3.0, 1.0));
        for slot in 0..2 {
            let mut agent = make_slot("ocean/Multiagent", slot).unwrap();
            assert_eq!(
                one(agent.as_mut(), seed, |seen, _| seen[0] as usize),
                (1.0, 1.0)
            );
            assert_eq!(one(agent.as_mut(), seed, |_, _| 0).1, 1.0 - slot as f32);
        }
        let mut spaces = make("ocean/Spaces").unwrap();
        let sums = |seen: &[f32], _| {
            let above = |part: &[f32]| usize::from(part.iter().sum::<f32>() > 0.0);
            above(&seen[..25]) * 2 + above(&seen[25..])
        };
        assert_eq!(one(spaces.as_mut(), seed, sums), (1.0, 1.0));
        // The other way round is right in half of each.
        let swapped = one(spaces.as_mut(), seed, |seen, i| [0, 2, 1, 3][sums(seen, i)]).1;
        assert!([0.0, 1.0].contains(&swapped));
    }
}

#[test]
fn squared_pays_for_coming_nearer() {
    for seed in 0..10 {
        let mut env = make("ocean/Squared").unwrap();
        let towards = |seen: &[f32], _| {
            let at = |value: f32| {
                seen.iter()
                    .position(|x| *x == value)
                    .map(|i| (i as i32 / 7, i as i32 % 7))
            };
            let ((x, y), (tx, ty)) = (at(-1.0).unwrap(), at(1.0).unwrap());
            let way = ((tx - x).signum(), (ty - y).signum());
            [
                (0, -1),
                (0, 1),
                (-1, 0),
                (1, 0),
                (1, -1),
                (-1, -1),
                (1, 1),
                (-1, 1),
            ]
            .iter()
            .position(|m| *m == way)
            .unwrap()
        };
        let (sum, score) = one(env.as_mut(), seed, towards);
        assert!((sum - 2.0).abs() < 1e-6 && score == 1.0, "{sum} {score}");
    }
}

#[test]
fn sine_is_judged_by_its_curve() {
    assert!((sine::middle(0.125) - 1.0).abs() < 1e-5 && sine::middle(0.5).abs() < 1e-4);
    let mut dice = stream(2, Use::Noise, 0);
    for _ in 0..2000 {
        let s = sine::shown_state(&mut dice);
        assert!(
            sine::PIECES
                .iter()
                .any(|(low, high)| (*low..=*high).contains(&s))
        );
    }
    let mut env = make("Sine-v0").unwrap();
    let mut exact =
        |seen: &[f32], _: Mask, _: &mut Stream| Action::Continuous(vec![sine::middle(seen[0])]);
    let shown = play(env.as_mut(), &mut exact, 2, 0);
    assert!(shown.scores.iter().all(|s| *s == 1.0) && shown.returns.iter().all(|r| r.abs() < 1e-4));
}

/// Actions of all kinds, good and bad.
fn actions() -> impl Strategy<Value = Vec<Action>> {
    let number = prop_oneof![4 => -3.0..3.0_f32, 1 => prop::sample::select(vec![f32::NAN, f32::INFINITY, f32::MIN, 1e30])];
    let one = prop_oneof![
        4 => (0..9_usize).prop_map(Action::Discrete),
        1 => Just(Action::Discrete(usize::MAX)),
        4 => prop::collection::vec(number, 0..4).prop_map(Action::Continuous),
    ];
    prop::collection::vec(one, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_breaks_them(pattern in actions(), seed in 0..1000_u64) {
        for name in NAMES {
            let mut env = make(name).unwrap();
            let mut dice = stream(seed, Use::Environment, 0);
            let mut seen = vec![f32::NAN; env.spec().observation];
            env.reset(&mut dice, &mut seen);
            let mut steps = 0;
            for action in pattern.iter().cycle().take(600) {
                prop_assert!(seen.iter().all(|x| x.is_finite()), "{name}: {seen:?}");
                prop_assert!(env.mask().count() > 0);
                let step = env.step(action, &mut dice, &mut seen);
                steps += 1;
                prop_assert!(step.reward.is_finite() && !(step.terminated && step.truncated), "{name}");
                prop_assert!(steps <= env.spec().horizon);
                if step.done() {
                    let score = env.score().unwrap_or(0.0);
                    prop_assert!((0.0..=1.0).contains(&score), "{name}: {score}");
                    seen.fill(f32::NAN);
                    env.reset(&mut dice, &mut seen);
                    steps = 0;
                }
            }
        }
    }
}
