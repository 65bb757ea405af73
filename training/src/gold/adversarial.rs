//! Imitation against a discriminator: numbers that can be worked out, and what longer checks of it
//! share.

pub(super) use super::learn::factory;

use super::learn::Last;
use super::vectors::Vector;
use super::{Assessment, GoldCheck, Teller, show};
use crate::algo::adversarial::{Adversarial, train_adversarial};
use crate::algo::disc::drail::{Drail, DrailConfig, Sampling, probability};
use crate::algo::disc::{Discriminator, NextRows, RewardKind, Rows};
use crate::algo::on_policy::{Iteration, evaluate, play, random, shape};
use crate::algo::ppo::PpoConfig;
use crate::backend::{AutodiffBackend, CpuGrad, cpu};
use crate::envs::experts::{Demos, demos};
use crate::error::{Error, Result};
use crate::head::Head;
use crate::nets::diffusion::CosineSchedule;
use crate::rollout::Segment;
use crate::seed::{Use, stream};

pub(super) fn vectors<B: AutodiffBackend>() -> Vec<Vector<B>> {
    const IMITATION: &str = "imitation gail.py, worked out";
    const DRAIL: &str = "arXiv 2405.16194, worked out";
    let logits = [-5.0, -1.0, 0.0, 1.0, 5.0];
    let soft = [
        0.006_715_3,
        0.313_261_7,
        std::f32::consts::LN_2,
        1.313_261_7,
        5.006_715_3,
    ];
    vec![
        Vector::new("vectors/gail reward", IMITATION, &soft, |_| {
            Ok(RewardKind::Imitation.all(vec![-5.0, -1.0, 0.0, 1.0, 5.0], 0.0))
        }),
        Vector::new(
            "vectors/airl reward",
            "arXiv 1710.11248: log D − log(1 − D)",
            &logits,
            |_| Ok(RewardKind::Airl.all(vec![-5.0, -1.0, 0.0, 1.0, 5.0], 0.0)),
        ),
        Vector::new(
            "vectors/drail D and reward",
            DRAIL,
            &[0.549_834, 0.2, 0.750_260_1, 1.1],
            |_| {
                let both = |plus: f32, minus: f32| {
                    let d = probability(plus, minus);
                    [d, d.ln() - (1.0 - d).ln()]
                };
                Ok([both(0.9, 1.1), both(0.2, 1.3)].concat())
            },
        ),
        Vector::new(
            "vectors/drail schedule",
            "cosine schedule of DRAIL's ddpm, worked out: ᾱ at 0, 10, 100, 250, 500, 750, 900, 990",
            &[
                0.999_900, 0.998_901, 0.971_202, 0.845_563, 0.492_096, 0.143_124, 0.023_607,
                0.000_197,
            ],
            |_| {
                let schedule = CosineSchedule::new(1000);
                Ok([0, 10, 100, 250, 500, 750, 900, 990]
                    .map(|t| schedule.left[t] as f32)
                    .to_vec())
            },
        )
        .within(1e-6),
    ]
}

pub(super) fn entries() -> Vec<GoldCheck> {
    vec![GoldCheck::quick(
        "imitation/drail identity",
        "reward = L(c−) − L(c+) of the same draws to 1e-5, on 512 rows",
        "arXiv 2405.16194: log D − log(1 − D) with D = σ(L(c−) − L(c+))",
        |_| identity(),
    )]
}

/// Demonstrations of an environment's expert.
pub(super) fn shown_by_expert(name: &str, how: &Demos) -> Result<Vec<Segment>> {
    Ok(demos(name, how)
        .map_err(|e| Error::data("demonstrations", e, "an expert's"))?
        .segments)
}

fn identity() -> Result<Assessment> {
    let mut environment = factory("PointMaze-v0")?(0);
    let shape = shape(environment.spec());
    let (segments, _) = play(environment.as_mut(), &mut random(&shape.actions), 6, 1);
    let rows = Rows::of(&segments, &shape, NextRows::Unneeded)?.take(&(0..512).collect::<Vec<_>>());
    let mut worst = 0.0_f32;
    let config = DrailConfig {
        sampling: Sampling::Official,
        ..DrailConfig::default()
    };
    let mut drail = Drail::<CpuGrad>::new(config, shape, 1, cpu())?;
    // Before and after it has learned something.
    for _ in 0..2 {
        let dice = stream(1, Use::Noise, 0);
        let (plus, minus) = drail.losses(&rows, &mut dice.clone())?;
        let rewards = drail.reward(&rows, &mut dice.clone())?;
        let each = rewards
            .iter()
            .zip(plus.iter().zip(&minus))
            .map(|(r, (plus, minus))| (r - (minus - plus)).abs());
        worst = each.fold(
            worst,
            |a, b| if b.is_nan() { f32::INFINITY } else { a.max(b) },
        );
        let (expert, policy) = (
            rows.take(&(0..256).collect::<Vec<_>>()),
            rows.take(&(256..512).collect::<Vec<_>>()),
        );
        (0..20).try_for_each(|_| drail.update(&expert, &policy, &mut dice.clone()).map(drop))?;
    }
    Ok(Assessment::new(
        worst <= 1e-5,
        format!("off by at most {}", show(f64::from(worst))),
    ))
}

/// What a head comes to in fresh episodes, by what they are judged.
pub(super) fn judged(
    name: &'static str,
    head: &Head,
    greedy: bool,
    episodes: usize,
    seed: u64,
) -> Result<f64> {
    let (_, ended) = evaluate(
        factory(name)?(0).as_mut(),
        head,
        greedy,
        episodes,
        10_000 + seed,
    );
    let mut all = Last::new(episodes);
    all.push(&ended);
    all.mean()
        .ok_or_else(|| Error::data(name, "no episode", "at least one"))
}

/// How imitation is run: steps in all, of which `done` were made before by other parts of the
/// check.
pub(super) struct Course<'a> {
    pub(super) seed: u64,
    pub(super) steps: u64,
    pub(super) done: u64,
    pub(super) total: u64,
    pub(super) teller: &'a Teller<'a>,
}

/// Trains PPO against a discriminator; gives the head before and after, and the curve of the
/// environment's own returns (nobody learns from them).
pub(super) fn imitate(
    name: &'static str,
    ppo: PpoConfig,
    adversarial: &mut Adversarial,
    course: &Course<'_>,
) -> Result<(Head, Vec<(f64, f64)>)> {
    let (mut last, mut curve) = (Last::new(100), Vec::new());
    let mut each = |done: u64, iteration: &Iteration| {
        last.push(&iteration.episodes);
        curve.extend(last.mean().map(|mean| (done as f64, mean)));
        course
            .teller
            .tell(course.done + done, course.total, last.mean())
    };
    let part = (course.seed, course.steps);
    let trainer =
        train_adversarial::<CpuGrad>(&factory(name)?, ppo, adversarial, part, cpu(), &mut each)?;
    Ok((trainer.ppo.head()?, curve))
}
