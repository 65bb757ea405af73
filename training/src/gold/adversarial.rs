//! Imitation: GAIL, AIRL and DRAIL against the returns, diagnostics and orders of methods that their authors published.

use super::learn::{Last, factory};
use super::vectors::Vector;
use super::{Entry, Long, Run, Teller, Verdict, interval, show, shown};
use crate::algo::adversarial::{Adversarial, AdversarialConfig, train_adversarial};
use crate::algo::adversarial_map::{line, reward_map};
use crate::algo::airl::AirlConfig;
use crate::algo::bc::{Bc, BcConfig};
use crate::algo::disc::{DiscConfig, Discriminator, InputScale, NextRows, RewardKind, Rows};
use crate::algo::drail::{Drail, DrailConfig, probability};
use crate::algo::gail::GailConfig;
use crate::algo::on_policy::{evaluate, play, random, shape};
use crate::algo::ppo::PpoConfig;
use crate::backend::{AutodiffBackend, CpuGrad, cpu};
use crate::batch::Batch;
use crate::envs::experts::{Demos, demos};
use crate::envs::sine;
use crate::error::{Error, Result};
use crate::head::Head;
use crate::nets::diffusion::CosineSchedule;
use crate::plot::Map;
use crate::rollout::Segment;
use crate::seed::{Use, stream};
use crate::stats;

pub(super) fn vectors<B: AutodiffBackend>() -> Vec<Vector<B>> {
    const IMITATION: &str = "imitation gail.py, worked out";
    const DRAIL: &str = "arXiv 2405.16194, worked out";
    let logits = [-5.0, -1.0, 0.0, 1.0, 5.0];
    let soft = [0.006_715_3, 0.313_261_7, std::f32::consts::LN_2, 1.313_261_7, 5.006_715_3];
    vec![
        Vector::new("vectors/gail reward", IMITATION, &soft, |_| {
            Ok(RewardKind::Imitation.all(vec![-5.0, -1.0, 0.0, 1.0, 5.0], 0.0))
        }),
        Vector::new("vectors/airl reward", "arXiv 1710.11248: log D − log(1 − D)", &logits, |_| {
            Ok(RewardKind::Airl.all(vec![-5.0, -1.0, 0.0, 1.0, 5.0], 0.0))
        }),
        Vector::new("vectors/drail D and reward", DRAIL, &[0.549_834, 0.2, 0.750_260_1, 1.1], |_| {
            let both = |plus: f32, minus: f32| {
                let d = probability(plus, minus);
                [d, d.ln() - (1.0 - d).ln()]
            };
            Ok([both(0.9, 1.1), both(0.2, 1.3)].concat())
        }),
        Vector::new(
            "vectors/drail schedule",
            "cosine schedule of DRAIL's ddpm, worked out: ᾱ at 0, 10, 100, 250, 500, 750, 900, 990",
            &[0.999_900, 0.998_901, 0.971_202, 0.845_563, 0.492_096, 0.143_124, 0.023_607, 0.000_197],
            |_| {
                let schedule = CosineSchedule::new(1000);
                Ok([0, 10, 100, 250, 500, 750, 900, 990].map(|t| schedule.left[t] as f32).to_vec())
            },
        )
        .within(1e-6),
    ]
}

pub(super) fn entries() -> Vec<Entry> {
    let mut all = vec![Entry::quick(
        "imitation/drail identity",
        "reward = L(c−) − L(c+) of the same draws to 1e-5, on 512 rows",
        "arXiv 2405.16194: log D − log(1 − D) with D = σ(L(c−) − L(c+))",
        |_| identity(),
    )];
    all.extend(cart_pole());
    for task in TASKS {
        all.push(diagnostic("gail", task, |reward| DiscConfig::Gail(GailConfig { reward, ..GailConfig::default() })));
        all.push(diagnostic("drail", task, |reward| {
            DiscConfig::Drail(DrailConfig { reward, num_units: 64, ..DrailConfig::default() })
        }));
    }
    all.push(smoothness());
    all.extend([100_u32, 75, 50, 25].map(maze));
    all
}

fn shown_by_expert(name: &str, how: &Demos) -> Result<Vec<Segment>> {
    Ok(demos(name, how).map_err(|e| Error::data("demonstrations", e, "an expert's"))?.segments)
}

fn identity() -> Result<Verdict> {
    let mut environment = factory("PointMaze-v0")?(0);
    let shape = shape(environment.spec());
    let (segments, _) = play(environment.as_mut(), &mut random(&shape.actions), 6, 1);
    let rows = Rows::of(&segments, &shape, NextRows::Unneeded)?.take(&(0..512).collect::<Vec<_>>());
    let mut worst = 0.0_f32;
    let config = DrailConfig { sampling: crate::algo::drail::Sampling::Official, ..DrailConfig::default() };
    let mut drail = Drail::<CpuGrad>::new(config, shape, 1, cpu())?;
    // Before and after it has learned something.
    for _ in 0..2 {
        let dice = stream(1, Use::Noise, 0);
        let (plus, minus) = drail.losses(&rows, &mut dice.clone())?;
        let rewards = drail.reward(&rows, &mut dice.clone())?;
        let each = rewards.iter().zip(plus.iter().zip(&minus)).map(|(r, (plus, minus))| (r - (minus - plus)).abs());
        worst = each.fold(worst, |a, b| if b.is_nan() { f32::INFINITY } else { a.max(b) });
        let (expert, policy) = (rows.take(&(0..256).collect::<Vec<_>>()), rows.take(&(256..512).collect::<Vec<_>>()));
        (0..20).try_for_each(|_| drail.update(&expert, &policy, &mut dice.clone()).map(drop))?;
    }
    Ok(Verdict::new(worst <= 1e-5, format!("off by at most {}", show(f64::from(worst)))))
}

/// What a head comes to in fresh episodes, by what they are judged.
fn judged(name: &'static str, head: &Head, greedy: bool, episodes: usize, seed: u64) -> Result<f64> {
    let (_, ended) = evaluate(factory(name)?(0).as_mut(), head, greedy, episodes, 10_000 + seed);
    let mut all = Last::new(episodes);
    all.push(&ended);
    all.mean().ok_or_else(|| Error::data(name, "no episode", "at least one"))
}

/// How imitation is run: steps in all, of which `done` were made before by other parts of the check.
struct Course<'a> {
    seed: u64,
    steps: u64,
    done: u64,
    total: u64,
    teller: &'a Teller<'a>,
}

/// Trains PPO against a discriminator; gives the head before and after, and the curve of the environment's own returns (nobody learns from them).
fn imitate(
    name: &'static str,
    ppo: PpoConfig,
    adversarial: &mut Adversarial,
    course: &Course<'_>,
) -> Result<(Head, Vec<(f64, f64)>)> {
    let (mut last, mut curve) = (Last::new(100), Vec::new());
    let mut each = |done: u64, iteration: &crate::algo::on_policy::Iteration| {
        last.push(&iteration.episodes);
        curve.extend(last.mean().map(|mean| (done as f64, mean)));
        course.teller.tell(course.done + done, course.total, last.mean())
    };
    let part = (course.seed, course.steps);
    let trainer = train_adversarial::<CpuGrad>(&factory(name)?, ppo, adversarial, part, cpu(), &mut each)?;
    Ok((trainer.ppo.head()?, curve))
}

const SEALS: &str = "seals/CartPole-v0";
const TUTORIAL: &str = "imitation, docs/tutorials/3_train_gail.ipynb (500 at 200,000 steps, 60 demonstrations)";

/// Settings, and what they are called.
type Recipe = (fn() -> (PpoConfig, AdversarialConfig), &'static str);

const AS_PUBLISHED: Recipe = (AdversarialConfig::tutorial, "rounds of 16,384 steps as published");

/// The tutorial's, in rounds an eighth as long, of which the discriminator sees all: eight times as many rounds in as many steps.
const SHORT: Recipe =
    (short_rounds, "rounds of 2,048 steps (published: 16,384) that are kept whole (published: 512 of them)");

fn short_rounds() -> (PpoConfig, AdversarialConfig) {
    let (ppo, config) = AdversarialConfig::tutorial();
    let ppo = PpoConfig { num_steps: 256, num_minibatches: 32, ..ppo };
    (ppo, AdversarialConfig { gen_replay_buffer_capacity: 0, ..config })
}

fn cart_pole() -> Vec<Entry> {
    let improved = |runs: &[Run]| {
        let before: Vec<f64> = runs.iter().filter_map(|run| run.more.first().map(|(_, x)| *x)).collect();
        let after: Vec<f64> = runs.iter().map(|run| run.value).collect();
        stats::permutation_test(&before, &after, 10_000, &mut stream(0, Use::Bootstrap, 1)).unwrap_or(1.0)
    };
    let learner = |name: &'static str, disc: DiscConfig, recipe: Recipe| {
        Entry::long(
            name,
            "mean ≥ 475 (published 500), better than before with p < 0.05 (permutation test over seeds)",
            TUTORIAL,
            Long {
                seeds: 5,
                protocol: format!("60 demonstrations, 200,000 steps, {}, 100 greedy episodes", recipe.1),
                published_seeds: 1,
                run: Box::new(move |seed, teller| {
                    let (ppo, config) = recipe.0();
                    seals(ppo, AdversarialConfig { disc: disc.clone(), ..config }, seed, teller)
                }),
                judge: Box::new(move |runs, mean, _| {
                    let p = improved(runs);
                    // Of three against three, no order of theirs is rarer than one in twenty.
                    let few = runs.len() < 4;
                    let value =
                        format!("{}, p = {}{}", shown(mean), show(p), if few { " of too few seeds" } else { "" });
                    Verdict::new(mean.estimate >= 475.0 && (p < 0.05 || few), value)
                }),
            },
        )
    };
    let control = Entry::long(
        "gail/seals CartPole with shuffled labels",
        "must fail: mean < 475",
        "negative control of the recipe above: a discriminator that can learn nothing",
        Long {
            seeds: 3,
            protocol: format!("60 demonstrations, 200,000 steps, {}, 100 greedy episodes", SHORT.1),
            published_seeds: 0,
            run: Box::new(|seed, teller| {
                let (ppo, config) = SHORT.0();
                seals(ppo, AdversarialConfig { shuffle_labels: true, ..config }, seed, teller)
            }),
            judge: Box::new(|_, mean, _| Verdict::new(mean.estimate < 475.0, shown(mean))),
        },
    );
    let cloned = Entry::long(
        "bc/seals CartPole",
        "mean ≥ 475",
        "imitation, docs/tutorials/1_train_bc.ipynb (500)",
        Long {
            seeds: 5,
            protocol: "60 demonstrations, 1 epoch, 100 greedy episodes".into(),
            published_seeds: 1,
            run: Box::new(|seed, teller| {
                let segments = shown_by_expert(SEALS, &Demos { episodes: 60, seed, ..Demos::default() })?;
                let shape = shape(factory(SEALS)?(0).spec());
                let config = BcConfig { epochs: 1, ..BcConfig::default() };
                let mut bc = Bc::<CpuGrad>::new(config, shape.clone(), seed, cpu())?;
                bc.train(&Batch::of(&segments, &shape)?, &mut |epoch, _| teller.tell(epoch, 1, None))?;
                Ok(Run { value: judged(SEALS, &bc.head()?, true, 100, seed)?, ..Run::default() })
            }),
            judge: Box::new(|_, mean, _| Verdict::new(mean.estimate >= 475.0, shown(mean))),
        },
    );
    vec![
        learner("gail/seals CartPole", DiscConfig::Gail(GailConfig::default()), SHORT),
        learner("gail/seals CartPole as in the tutorial", DiscConfig::Gail(GailConfig::default()), AS_PUBLISHED),
        control,
        learner("airl/seals CartPole", DiscConfig::Airl(AirlConfig::default()), SHORT),
        cloned,
    ]
}

fn seals(ppo: PpoConfig, config: AdversarialConfig, seed: u64, teller: &Teller<'_>) -> Result<Run> {
    const STEPS: u64 = 200_000;
    let segments = shown_by_expert(SEALS, &Demos { episodes: 60, seed, ..Demos::default() })?;
    let shape = shape(factory(SEALS)?(0).spec());
    let mut adversarial = Adversarial::new::<CpuGrad>(config, shape.clone(), &segments, seed, cpu())?;
    let fresh = crate::algo::ppo::Ppo::<CpuGrad>::new(ppo.clone(), shape, seed, cpu())?.head()?;
    let before = judged(SEALS, &fresh, true, 100, seed)?;
    // The last rollout that does not fit is left out; SB3 makes it.
    let round = (ppo.num_envs * ppo.num_steps) as u64;
    let course = Course { seed, steps: STEPS + round - 1, done: 0, total: STEPS, teller };
    let (head, curve) = imitate(SEALS, ppo, &mut adversarial, &course)?;
    let value = judged(SEALS, &head, true, 100, seed)?;
    Ok(Run { value, more: vec![("before".into(), before)], curve, ..Run::default() })
}

/// A diagnostic task of seals, and the return of the right policy.
#[derive(Clone, Copy)]
struct Task {
    name: &'static str,
    right: f64,
    why: &'static str,
}

const TASKS: [Task; 3] = [
    Task { name: "seals/RiskyPath-v0", right: 3.0, why: "the safe way of two steps" },
    Task { name: "seals/EarlyTermPos-v0", right: 10.0, why: "stay to the end" },
    Task { name: "seals/EarlyTermNeg-v0", right: -2.0, why: "leave at once" },
];

fn diagnostic(method: &'static str, task: Task, disc: fn(RewardKind) -> DiscConfig) -> Entry {
    let kinds = [
        ("reward log D − log(1 − D)", RewardKind::Airl),
        ("reward −log(1 − D)", RewardKind::Imitation),
        ("reward log D", RewardKind::Gail),
        ("reward D", RewardKind::Raw),
    ];
    let run = move |seed: u64, teller: &Teller<'_>| {
        const STEPS: u64 = 30_720;
        let segments = shown_by_expert(task.name, &Demos { episodes: 60, seed, ..Demos::default() })?;
        let shape = shape(factory(task.name)?(0).spec());
        let (mut more, mut first) = (Vec::new(), None);
        for (i, (said, kind)) in kinds.into_iter().enumerate() {
            let config = AdversarialConfig {
                demo_batch_size: 128,
                disc_epochs: 2,
                order: crate::algo::adversarial::Order::Drail,
                allow_variable_horizon: true,
                disc: disc(kind),
                ..AdversarialConfig::default()
            };
            let ppo = PpoConfig { num_envs: 8, learning_rate: 1e-3, ..PpoConfig::default() };
            let mut adversarial = Adversarial::new::<CpuGrad>(config, shape.clone(), &segments, seed, cpu())?;
            let course = Course { seed, steps: STEPS, done: STEPS * i as u64, total: STEPS * 4, teller };
            let (head, curve) = imitate(task.name, ppo, &mut adversarial, &course)?;
            let value = judged(task.name, &head, true, 50, seed)?;
            first.get_or_insert((value, curve));
            more.push((said.to_owned(), value));
        }
        let (value, curve) = first.unwrap_or_default();
        Ok(Run { value, more, curve, ..Run::default() })
    };
    Entry::long(
        format!("{method}/{}", task.name),
        format!("{} of every seed with reward log D − log(1 − D): {}", task.right, task.why),
        "seals, diagnostics; rewards of one sign are shown beside it and may fail where the length of an episode tells",
        Long {
            seeds: 3,
            protocol: "60 demonstrations, 30,720 steps for each kind of reward, 50 greedy episodes".into(),
            published_seeds: 0,
            run: Box::new(run),
            judge: Box::new(move |runs, mean, _| {
                Verdict::new(runs.iter().all(|run| (run.value - task.right).abs() < 1e-6), shown(mean))
            }),
        },
    )
}

fn smoothness() -> Entry {
    let run = |seed: u64, teller: &Teller<'_>| {
        const STEPS: u64 = 131_072;
        let segments = shown_by_expert("Sine-v0", &Demos { episodes: 100, seed, ..Demos::default() })?;
        let shape = shape(factory("Sine-v0")?(0).spec());
        let dots: Vec<(f64, f64)> = segments
            .iter()
            .take(5)
            .flat_map(|s| s.observations.iter().zip(&s.moves).map(|(x, y)| (f64::from(*x), f64::from(*y))))
            .collect();
        let (mut rough, mut more, mut maps) = (Vec::new(), Vec::new(), Vec::new());
        let gail = GailConfig { input: InputScale::None, ..GailConfig::drail_baseline() };
        // As the released configuration of the task: a label of one number.
        let drail = DrailConfig { input: InputScale::None, label_dim: 1, ..DrailConfig::default() };
        for (i, (method, disc)) in
            [("GAIL", DiscConfig::Gail(gail)), ("DRAIL", DiscConfig::Drail(drail))].into_iter().enumerate()
        {
            let (ppo, mut config) = AdversarialConfig::drail(disc);
            config.disc_epochs = 1;
            let ppo = PpoConfig { learning_rate: 3e-4, norm_obs: false, ..ppo };
            let mut adversarial = Adversarial::new::<CpuGrad>(config, shape.clone(), &segments, seed, cpu())?;
            let course = Course { seed, steps: STEPS, done: STEPS * i as u64, total: STEPS * 2, teller };
            let (head, _) = imitate("Sine-v0", ppo, &mut adversarial, &course)?;
            let (states, actions) = (line(0.0, 1.0, 101), line(-sine::REACH, sine::REACH, 61));
            let map = reward_map(
                adversarial.disc.as_ref(),
                states,
                actions,
                if method == "DRAIL" { 64 } else { 1 },
                &mut stream(seed, Use::Noise, 9),
            )?;
            rough.push(map.roughness());
            more.push((format!("{method} roughness"), map.roughness()));
            more.push((format!("{method} kurtosis"), map.kurtosis()));
            more.push((format!("{method} near the sine"), judged("Sine-v0", &head, true, 20, seed)?));
            maps.push((format!("{method}, seed {seed}"), drawn(&map, dots.clone())));
        }
        Ok(Run { value: rough[0] - rough[1], more, curve: Vec::new(), maps })
    };
    Entry::long(
        "drail/sine smoothness",
        "DRAIL's reward smoother than GAIL's: the interval of the difference of roughness above 0",
        "arXiv 2405.16194, figure of the toy task: seen on maps there, measured here as the mean step between neighbouring actions in deviations of the map",
        Long {
            seeds: 5,
            protocol: "131,072 steps (published: 5,000,000) a method, 100 demonstrations, the reward of DRAIL averaged over 64 draws".into(),
            published_seeds: 0,
            run: Box::new(run),
            judge: Box::new(|_, mean, _| Verdict::new(mean.low > 0.0, format!("difference {}", shown(mean)))),
        },
    )
}

/// A reward map as a plot's: states along, actions up.
fn drawn(map: &crate::algo::adversarial_map::RewardMap, dots: Vec<(f64, f64)>) -> Map {
    let (columns, rows) = (map.states.len(), map.actions.len());
    let values = (0..rows).flat_map(|a| map.rewards.iter().map(move |row| f64::from(row[a]))).collect();
    let reach = f64::from(sine::REACH);
    Map { values, columns, rows, x: (0.0, 1.0), y: (-reach, reach), dots, meaning: "reward".into() }
}

const METHODS: [&str; 4] = ["BC", "GAIL", "DRAIL-UN", "DRAIL"];

fn maze(coverage: u32) -> Entry {
    const STEPS: u64 = 262_144;
    let run = move |seed: u64, teller: &Teller<'_>| {
        let share = coverage as f32 / 100.0;
        let episodes = 3 * coverage as usize;
        let how = Demos { episodes, seed, coverage: share, ..Demos::default() };
        let segments = shown_by_expert("PointMaze-v0", &how)?;
        let shape = shape(factory("PointMaze-v0")?(0).spec());
        let mut found = Vec::new();
        let mut curve = Vec::new();
        for (i, method) in METHODS.into_iter().enumerate() {
            let disc = match method {
                "BC" => {
                    let config = BcConfig { epochs: 30, batch_size: 128, hidden: vec![64, 64], ..BcConfig::default() };
                    let mut bc = Bc::<CpuGrad>::new(config, shape.clone(), seed, cpu())?;
                    bc.train(&Batch::of(&segments, &shape)?, &mut |_, _| true)?;
                    found.push((method.to_owned(), judged("PointMaze-v0", &bc.head()?, true, 100, seed)?));
                    continue;
                }
                "GAIL" => DiscConfig::Gail(GailConfig::drail_baseline()),
                "DRAIL-UN" => DiscConfig::Drail(DrailConfig::unconditional()),
                _ => DiscConfig::Drail(DrailConfig::default()),
            };
            let (ppo, mut config) = AdversarialConfig::drail(disc);
            // The released baseline goes over a rollout once for its discriminator, and ten times for its policy.
            let once = method == "GAIL";
            config.disc_epochs = if once { 1 } else { config.disc_epochs };
            let epochs = if once { 10 } else { ppo.update_epochs };
            let ppo = PpoConfig { learning_rate: 3e-4, update_epochs: epochs, ..ppo };
            let mut adversarial = Adversarial::new::<CpuGrad>(config, shape.clone(), &segments, seed, cpu())?;
            let course = Course { seed, steps: STEPS, done: STEPS * (i as u64 - 1), total: STEPS * 3, teller };
            let (head, points) = imitate("PointMaze-v0", ppo, &mut adversarial, &course)?;
            found.push((method.to_owned(), judged("PointMaze-v0", &head, true, 100, seed)?));
            curve = points;
        }
        Ok(Run { value: found.last().map_or(0.0, |(_, x)| *x), more: found, curve, ..Run::default() })
    };
    Entry::long(
        format!("drail/PointMaze {coverage} % coverage"),
        "DRAIL ≥ DRAIL-UN, DRAIL above GAIL and BC with IQM intervals apart (published on maze2d-medium: .97, .94, .68, .61)",
        "arXiv 2405.16194, figure of learning efficiency",
        Long {
            seeds: 3,
            protocol: format!(
                "own smaller maze, {STEPS} steps a method (published: 25,000,000), policy's rate 3e-4 (published: 1e-4), 100 greedy episodes"
            ),
            published_seeds: 5,
            run: Box::new(run),
            judge: Box::new(|runs, mean, _| ordering(runs).unwrap_or_else(|_| Verdict::new(false, shown(mean)))),
        },
    )
}

fn ordering(runs: &[Run]) -> Result<Verdict> {
    let of = |method: &str| -> Vec<f64> {
        runs.iter().flat_map(|run| run.more.iter().filter(|(name, _)| name == method).map(|(_, x)| *x)).collect()
    };
    let iqm = |method: &str| interval(&of(method), stats::iqm);
    let [bc, gail, plain, drail] = METHODS.map(iqm);
    let (bc, gail, plain, drail) = (bc?, gail?, plain?, drail?);
    let passed = drail.estimate >= plain.estimate && drail.low > gail.high && drail.low > bc.high;
    let said = METHODS.iter().zip([bc, gail, plain, drail]).map(|(name, x)| format!("{name} {}", shown(x)));
    Ok(Verdict::new(passed, format!("IQM: {}", said.collect::<Vec<_>>().join(", "))))
}
