//! Environments and tables against what was published of them, and the parity gate.

use super::{Assessment, GoldCheck, show};
use crate::envs::classic::{CART_POLE_TRANSITIONS, cart_pole_step};
use crate::envs::grids;
use crate::error::{Error, Result};
use crate::learner::Device;
use crate::parity;
use crate::tabular::Mdp;

pub(super) fn entries() -> Vec<GoldCheck> {
    vec![
        GoldCheck::quick(
            "worlds/CartPole-v1 transitions",
            "six transitions to 1e-6",
            "Gymnasium, docstrings of vector_env.py",
            |_| transitions(),
        ),
        lake(
            "worlds/FrozenLake-v1 optimum",
            "FrozenLake-v1",
            0.744_190,
            "the registry says 0.74",
        ),
        lake(
            "worlds/FrozenLake8x8-v1 optimum",
            "FrozenLake8x8-v1",
            0.913_220,
            "the registry says 0.91",
        ),
        GoldCheck::quick(
            "worlds/FrozenLake-v1 without limit",
            "0.823529 (14/17) to 1e-6",
            "worked out: value iteration without discount",
            |_| without_limit(),
        ),
        exact(
            "worlds/CliffWalking-v1 optimum",
            "CliffWalking-v1",
            -13.0,
            "Sutton & Barto, example 6.6",
        ),
        exact(
            "worlds/seals RiskyPath optimum",
            "seals/RiskyPath-v0",
            3.0,
            "seals, exact tables: the safe way",
        ),
        exact(
            "worlds/seals EarlyTermPos optimum",
            "seals/EarlyTermPos-v0",
            10.0,
            "seals: stay for all 10 steps",
        ),
        exact(
            "worlds/seals EarlyTermNeg optimum",
            "seals/EarlyTermNeg-v0",
            -2.0,
            "seals: leave after 2 steps",
        ),
        GoldCheck::quick(
            "worlds/parity gate",
            "every check within its tolerance",
            "burn issues 5122, 5162, 5202, 5268; on the CPU the gate holds it against itself and \
             finite differences",
            |_| parity_gate(),
        ),
    ]
}

/// How far CartPole's steps are off the published ones.
fn transitions() -> Result<Assessment> {
    let off = CART_POLE_TRANSITIONS
        .iter()
        .flat_map(|(before, action, after)| {
            let found = cart_pole_step(*before, *action == 1);
            found
                .into_iter()
                .zip(*after)
                .map(|(a, b)| (a - b).abs())
                .collect::<Vec<_>>()
        });
    near(off.fold(0.0, f64::max), 1e-6)
}

/// What the lake is worth without discount and without a limit of steps.
fn without_limit() -> Result<Assessment> {
    let mdp = table("FrozenLake-v1")?.0;
    let found = mdp
        .value_iteration(1.0, 1e-12)
        .map_err(|e| Error::data("FrozenLake-v1", e, "a solution"))?;
    equal(mdp.at_start(&found.values), 14.0 / 17.0, 1e-6)
}

/// Which checks of the parity gate hold on the CPU.
fn parity_gate() -> Result<Assessment> {
    let checks = parity::gate(&Device::Cpu);
    let failed: Vec<&str> = checks
        .iter()
        .filter(|c| !c.passed)
        .map(|c| c.name.as_str())
        .collect();
    let value = format!("{} of {} passed", checks.len() - failed.len(), checks.len());
    let value = if failed.is_empty() {
        value
    } else {
        format!("{value}; failed: {}", failed.join(", "))
    };
    Ok(Assessment::new(parity::passed(&checks), value))
}

fn near(off: f64, tolerance: f64) -> Result<Assessment> {
    Ok(Assessment::new(
        off <= tolerance,
        format!("off by at most {}", show(off)),
    ))
}

fn equal(found: f64, expected: f64, tolerance: f64) -> Result<Assessment> {
    Ok(Assessment::new(
        (found - expected).abs() <= tolerance,
        format!("{found:.6}"),
    ))
}

/// The table of an environment, and its horizon in steps.
pub(super) fn table(name: &str) -> Result<(Mdp, usize)> {
    let found = grids::mdp(name)
        .ok_or_else(|| Error::data("table", name, "an environment that is a table"))?;
    Ok((found.0, found.1 as usize))
}

fn optimum(name: &str) -> Result<f64> {
    let (mdp, horizon) = table(name)?;
    Ok(mdp.at_start(&mdp.finite_horizon(horizon).values))
}

fn lake(check: &'static str, name: &'static str, value: f64, registry: &'static str) -> GoldCheck {
    let expected = format!("{value:.6} to 1e-6");
    let source = format!("worked out: induction over its step limit; Gymnasium, {registry}");
    GoldCheck::quick(check, expected, source, move |_| {
        equal(optimum(name)?, value, 1e-6)
    })
}

fn exact(check: &'static str, name: &'static str, value: f64, source: &'static str) -> GoldCheck {
    GoldCheck::quick(check, format!("{value}"), source, move |_| {
        equal(optimum(name)?, value, 1e-9)
    })
}
