//! Offline learners against fixed points that can be worked out, and against value iteration.

use super::worlds::table;
use super::{Assessment, GoldCheck, Long, SeedResult, Teller, show, shown};
use crate::algo::cql::{Cql, CqlConfig};
use crate::algo::iql::{Iql, IqlConfig};
use crate::algo::offline::OfflineDataset;
use crate::algo::offline_steps::OfflineSteps as _;
use crate::backend::{CpuGrad, cpu};
use crate::env::{ActionSpace, Mask};
use crate::error::{Error, Result};
use crate::head::{ActionSelection, Head, Scratch};
use crate::rollout::{Segment, Shape};
use crate::seed::{Use, stream};
use crate::tabular::Mdp;

pub(super) fn entries() -> Vec<GoldCheck> {
    vec![
        iql_bandit(0.7, 3.0, 0.952_574),
        iql_bandit(0.9, 10.0, 0.999_955),
        GoldCheck::quick(
            "offline/cql bandit",
            "Q = (0.162584, 0.837416) to 1e-3",
            "worked out: fixed point of E(Q − r)² + log Σ exp Q − Q(a) with two even arms of \
             reward 0 and 1",
            |_| {
                // Huber's loss has half the slope of the square, so that half the weight has the
                // same fixed point.
                let config = CqlConfig {
                    alpha: 0.5,
                    ..small_cql(3000)
                };
                let (shape, data) = bandit()?;
                let mut cql = Cql::<CpuGrad>::new(config, shape, 1, cpu())?;
                let rows = cql.load(&data)?;
                cql.advance_whole(&rows, 3000)?;
                let q = cql.values(&[1.0])?;
                let off = (q[0] - 0.162_584).abs().max((q[1] - 0.837_416).abs());
                Ok(Assessment::new(
                    off <= 1e-3,
                    format!("Q = ({:.6}, {:.6})", q[0], q[1]),
                ))
            },
        ),
        GoldCheck::quick(
            "offline/iql τ .5 on FrozenLake-v1",
            "the values of the behaviour, by exact evaluation, to 0.01 in every state",
            "worked out: τ → ½ is SARSA's value of the behaviour",
            sarsa,
        ),
        GoldCheck::quick(
            "offline/iql on FrozenLake-v1",
            "≥ 0.70 (exact optimum 0.744190)",
            "Gymnasium, reward_threshold; every action of every state shown as often as the table \
             says",
            |teller| {
                let found = lake_iql("FrozenLake-v1", None, 3000, teller)?;
                Ok(Assessment::new(found.value >= 0.70, show(found.value)))
            },
        ),
        GoldCheck::quick(
            "offline/cql on FrozenLake-v1",
            "≥ 0.70 (exact optimum 0.744190)",
            "Gymnasium, reward_threshold; every action of every state shown as often as the table \
             says",
            |teller| {
                let found = lake_cql("FrozenLake-v1", None, 3000, teller)?;
                Ok(Assessment::new(found.value >= 0.70, show(found.value)))
            },
        ),
        lake_entry("offline/iql on FrozenLake8x8-v1", |seed, teller| {
            lake_iql("FrozenLake8x8-v1", Some(seed), 20_000, teller)
        }),
        lake_entry("offline/cql on FrozenLake8x8-v1", |seed, teller| {
            lake_cql("FrozenLake8x8-v1", Some(seed), 20_000, teller)
        }),
    ]
}

/// A bandit whose two arms were pulled once each, with rewards 0 and 1.
fn bandit() -> Result<(Shape, OfflineDataset)> {
    let shape = Shape {
        observation: 1,
        state: 0,
        actions: ActionSpace::Discrete(2),
    };
    let pull = |arm: u32| Segment {
        observations: vec![1.0],
        actions: vec![arm],
        rewards: vec![arm as f32],
        terminated: vec![true],
        truncated: vec![false],
        ..Segment::default()
    };
    let data = OfflineDataset::new(&[pull(0), pull(1)], &shape)?;
    Ok((shape, data))
}

fn small_cql(steps: u64) -> CqlConfig {
    CqlConfig {
        steps,
        learning_rate: 3e-3,
        target_every: 10,
        hidden: vec![16],
        ..CqlConfig::default()
    }
}

fn iql_bandit(tau: f64, beta: f64, better: f64) -> GoldCheck {
    GoldCheck::quick(
        format!("offline/iql bandit τ {tau}"),
        format!("V = {tau}, π(1) = {better} to 1e-3"),
        format!("worked out: two even arms of reward 0 and 1, β = {beta}"),
        move |_| {
            let config = IqlConfig {
                steps: 3000,
                expectile: tau,
                beta,
                actor_lr: 1e-2,
                q_lr: 3e-3,
                v_lr: 3e-3,
                polyak: 0.05,
                hidden: vec![16],
                norm_obs: false,
                ..IqlConfig::default()
            };
            let (shape, data) = bandit()?;
            let mut iql = Iql::<CpuGrad>::new(config, shape, 1, cpu())?;
            let rows = iql.load(&data)?;
            iql.advance_whole(&rows, 3000)?;
            let value = f64::from(iql.values(&[1.0])?[0]);
            let (head, mut scratch) = (iql.head()?, Scratch::default());
            head.probs(&[1.0], Mask::all(2), &mut [], &mut scratch);
            let found = f64::from(scratch.probs[1]);
            let passed = (value - tau).abs() <= 1e-3 && (found - better).abs() <= 1e-3;
            Ok(Assessment::new(
                passed,
                format!("V = {value:.6}, π(1) = {found:.6}"),
            ))
        },
    )
}

/// Whether a state of a lake is its end.
fn over(mdp: &Mdp, state: usize) -> bool {
    mdp.outcomes(state, 0)
        .iter()
        .all(|o| o.terminated && o.next == state)
}

/// Steps from every state by every action, a segment each: all that can come of it, once for every
/// third that it is likely; or with a seed, 30 drawn ones.
fn shown_lake(mdp: &Mdp, drawn: Option<u64>) -> Vec<Segment> {
    let one_hot = |state: usize| {
        (0..mdp.states())
            .map(|i| f32::from(u8::from(i == state)))
            .collect::<Vec<f32>>()
    };
    let mut dice = stream(drawn.unwrap_or(0), Use::Environment, 0);
    let mut segments = Vec::new();
    for state in (0..mdp.states()).filter(|s| !over(mdp, *s)) {
        for action in 0..mdp.actions() {
            let outcomes = mdp.outcomes(state, action);
            let picks: Vec<usize> = match drawn {
                None => (0..outcomes.len()).collect(),
                Some(_) => (0..30).map(|_| dice.below(outcomes.len())).collect(),
            };
            segments.extend(
                picks
                    .into_iter()
                    .filter_map(|i| outcomes.get(i))
                    .map(|outcome| Segment {
                        observations: one_hot(state),
                        actions: vec![action as u32],
                        rewards: vec![outcome.reward as f32],
                        terminated: vec![outcome.terminated],
                        truncated: vec![false],
                        next_observation: one_hot(outcome.next),
                        ..Segment::default()
                    }),
            );
        }
    }
    segments
}

fn lake_data(mdp: &Mdp, drawn: Option<u64>) -> Result<(Shape, OfflineDataset)> {
    let shape = Shape {
        observation: mdp.states(),
        state: 0,
        actions: ActionSpace::Discrete(mdp.actions()),
    };
    let data = OfflineDataset::new(&shown_lake(mdp, drawn), &shape)?;
    Ok((shape, data))
}

/// How likely a head that acts greedily comes to the goal of a lake within the step limit, by exact
/// evaluation.
pub(super) fn lake_value(name: &str, head: &Head) -> Result<f64> {
    let (mdp, horizon) = table(name)?;
    let mut scratch = Scratch::default();
    let mut policy = vec![0.0; mdp.states() * mdp.actions()];
    let mut seen = vec![0.0; mdp.states()];
    for state in 0..mdp.states() {
        seen.fill(0.0);
        seen[state] = 1.0;
        let (action, _) = head.act(
            &seen,
            Mask::all(mdp.actions()),
            &mut [],
            ActionSelection::Greedy,
            &mut scratch,
        );
        policy[state * mdp.actions() + action] = 1.0;
    }
    let values = mdp
        .evaluate_finite(&policy, horizon)
        .map_err(|e| Error::data(name, e, "a policy"))?;
    Ok(mdp.at_start(&values))
}

fn sarsa(teller: &Teller<'_>) -> Result<Assessment> {
    let (mdp, _) = table("FrozenLake-v1")?;
    let (shape, data) = lake_data(&mdp, None)?;
    let config = IqlConfig {
        steps: 4000,
        expectile: 0.5,
        q_lr: 2e-3,
        v_lr: 2e-3,
        polyak: 0.02,
        hidden: vec![64],
        norm_obs: false,
        ..IqlConfig::default()
    };
    let mut iql = Iql::<CpuGrad>::new(config, shape, 1, cpu())?;
    let rows = iql.load(&data)?;
    for part in 0..16 {
        iql.advance_whole(&rows, 250)?;
        if !teller.tell(250 * (part + 1), 4000, None) {
            break;
        }
    }
    let even = vec![1.0 / mdp.actions() as f64; mdp.states() * mdp.actions()];
    let (exact, _) = mdp
        .evaluate(&even, 0.99, 1e-12)
        .map_err(|e| Error::data("FrozenLake-v1", e, "values"))?;
    let identity: Vec<f32> = (0..mdp.states() * mdp.states())
        .map(|i| f32::from(u8::from(i / mdp.states() == i % mdp.states())))
        .collect();
    let found = iql.values(&identity)?;
    let off = (0..mdp.states())
        .filter(|s| !over(&mdp, *s))
        .map(|s| (f64::from(found[s]) - exact[s]).abs())
        .fold(0.0, f64::max);
    Ok(Assessment::new(
        off <= 0.01,
        format!(
            "off by at most {}, start {:.4} for {:.4}",
            show(off),
            found[0],
            exact[0]
        ),
    ))
}

/// The critics' learning rate on the lakes, at first.
const LAKE_RATE: f64 = 2e-3;

/// The learning rate after some steps: a tenth for the last third, so that the noise of batches
/// settles.
fn settled(done: u64, steps: u64) -> f64 {
    if 3 * done >= 2 * steps {
        LAKE_RATE / 10.0
    } else {
        LAKE_RATE
    }
}

fn lake_iql(name: &str, drawn: Option<u64>, steps: u64, teller: &Teller<'_>) -> Result<SeedResult> {
    let (mdp, _) = table(name)?;
    let (shape, data) = lake_data(&mdp, drawn)?;
    let config = IqlConfig {
        steps,
        batch_size: 256,
        // Near 1: the value of the best action. The table's own chances are not the learner's
        // choice, and are averaged over.
        expectile: 0.95,
        // Values of neighbouring actions differ by hundredths.
        beta: 200.0,
        actor_lr: 2e-3,
        q_lr: LAKE_RATE,
        v_lr: LAKE_RATE,
        polyak: 0.02,
        gamma: 0.999,
        hidden: vec![64],
        norm_obs: false,
        ..IqlConfig::default()
    };
    let mut iql = Iql::<CpuGrad>::new(config, shape, drawn.unwrap_or(1), cpu())?;
    let rows = iql.load(&data)?;
    let mut curve = Vec::new();
    while iql.steps() < steps {
        (iql.config.q_lr, iql.config.v_lr) =
            (settled(iql.steps(), steps), settled(iql.steps(), steps));
        iql.advance(&rows, 500)?;
        let value = lake_value(name, &iql.head()?)?;
        curve.push((iql.steps() as f64, value));
        if !teller.tell(iql.steps(), steps, Some(value)) {
            break;
        }
    }
    Ok(SeedResult {
        value: lake_value(name, &iql.head()?)?,
        curve,
        ..SeedResult::default()
    })
}

fn lake_cql(name: &str, drawn: Option<u64>, steps: u64, teller: &Teller<'_>) -> Result<SeedResult> {
    let (mdp, _) = table(name)?;
    let (shape, data) = lake_data(&mdp, drawn)?;
    let config = CqlConfig {
        steps,
        batch_size: 256,
        // Everything is shown evenly: there is nothing to be conservative about, and a full weight
        // would drown rewards of 1 in 100 steps.
        alpha: 1e-3,
        learning_rate: LAKE_RATE,
        target_every: 20,
        gamma: 0.999,
        hidden: vec![64],
        ..CqlConfig::default()
    };
    let mut cql = Cql::<CpuGrad>::new(config, shape, drawn.unwrap_or(1), cpu())?;
    let rows = cql.load(&data)?;
    let mut curve = Vec::new();
    while cql.steps() < steps {
        cql.config.learning_rate = settled(cql.steps(), steps);
        cql.advance(&rows, 500)?;
        let value = lake_value(name, &cql.head()?)?;
        curve.push((cql.steps() as f64, value));
        if !teller.tell(cql.steps(), steps, Some(value)) {
            break;
        }
    }
    Ok(SeedResult {
        value: lake_value(name, &cql.head()?)?,
        curve,
        ..SeedResult::default()
    })
}

fn lake_entry(
    name: &'static str,
    run: impl Fn(u64, &Teller<'_>) -> Result<SeedResult> + Send + Sync + 'static,
) -> GoldCheck {
    GoldCheck::long(
        name,
        "mean ≥ 0.85 (exact optimum 0.913220)",
        "Gymnasium, reward_threshold; greedy policy evaluated exactly",
        Long {
            seeds: 3,
            protocol: "30 draws of every action in every state, 20,000 gradient steps".into(),
            published_seeds: 0,
            run: Box::new(run),
            judge: Box::new(|_, mean, _| Assessment::new(mean.estimate >= 0.85, shown(mean))),
        },
    )
}
