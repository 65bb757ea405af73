//! IQL finds its fixed points, resumes and refuses.

use super::super::offline::{
    OfflineDataset,
    tests::{bandit, probs},
};
use super::*;
use crate::backend::{CpuGrad, cpu};
use crate::env::Mask;
use crate::nets::lora::LoraConfig;

fn small() -> IqlConfig {
    IqlConfig {
        hidden: vec![16],
        norm_obs: false,
        batch_size: 8,
        ..IqlConfig::default()
    }
}

/// Trains on a bandit with two arms that were pulled as often, with rewards 0 and 1.
fn solved(expectile: f64, beta: f64, arms: usize) -> (f32, Vec<f32>) {
    let mask = Mask(0b011);
    let (shape, segments) = bandit(mask, arms);
    let config = IqlConfig {
        steps: 3000,
        expectile,
        beta,
        actor_lr: 1e-2,
        q_lr: 3e-3,
        v_lr: 3e-3,
        polyak: 0.05,
        ..small()
    };
    let mut iql = Iql::<CpuGrad>::new(config, shape.clone(), 1, cpu()).unwrap();
    let rows = iql
        .load(&OfflineDataset::new(&segments, &shape).unwrap())
        .unwrap();
    iql.advance_whole(&rows, 3000).unwrap();
    (
        iql.values(&[1.0]).unwrap()[0],
        probs(&iql.head().unwrap(), mask),
    )
}

#[test]
fn a_bandit_has_its_fixed_points() {
    for (tau, beta, better) in [(0.7, 3.0, 0.952_574), (0.9, 10.0, 0.999_955)] {
        let (value, probs) = solved(tau, beta, 2);
        assert!((value - tau as f32).abs() < 1e-3, "{value}");
        assert!((probs[1] - better).abs() < 1e-3, "{probs:?}");
    }
    // A third arm that was never possible takes no part.
    let (_, masked) = solved(0.7, 3.0, 3);
    assert!((masked[1] - 0.952_574).abs() < 1e-3);
}

#[test]
fn twice_n_is_n_and_n_again_bit_for_bit() {
    let (shape, segments) = bandit(Mask(0b11), 2);
    let data = OfflineDataset::new(&segments, &shape).unwrap();
    let config = IqlConfig {
        steps: 40,
        norm_obs: true,
        return_range: Some(1000.0),
        ..small()
    };
    let mut whole = Iql::<CpuGrad>::new(config, shape, 3, cpu()).unwrap();
    let adapted = whole.model.actor.clone().adapted(
        &mut stream(2, Use::Init, 0),
        LoraConfig::default(),
        &cpu(),
    );
    whole.set_actor(adapted.unwrap());
    let rows = whole.load(&data).unwrap();
    whole.advance(&rows, 20).unwrap();
    let dir = tempfile::tempdir().unwrap();
    whole
        .checkpoint()
        .unwrap()
        .save(dir.path().join("c"), false)
        .unwrap();
    let mut resumed =
        Iql::<CpuGrad>::resume(&Checkpoint::load(dir.path().join("c")).unwrap(), cpu()).unwrap();
    let last = whole.train(&data, &mut |_, _| true).unwrap();
    assert_eq!(resumed.train(&data, &mut |_, _| true).unwrap(), last);
    assert_eq!(whole.steps(), 40);
    assert_eq!(
        Weights::of(&whole.model).checksum(),
        Weights::of(&resumed.model).checksum()
    );
    assert_eq!(
        Weights::of(&whole.target).checksum(),
        Weights::of(&resumed.target).checksum()
    );
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_lost() {
    let (shape, segments) = bandit(Mask(0b11), 2);
    let refused = |config: IqlConfig| {
        Iql::<CpuGrad>::new(config, shape.clone(), 1, cpu())
            .unwrap_err()
            .to_string()
    };
    assert!(
        refused(IqlConfig {
            batch_size: 0,
            ..small()
        })
        .contains("batch_size")
    );
    assert!(
        refused(IqlConfig {
            expectile: 1.0,
            ..small()
        })
        .contains("expectile")
    );
    assert!(
        refused(IqlConfig {
            beta: f64::NAN,
            ..small()
        })
        .contains("beta")
    );
    assert!(toml::from_str::<IqlConfig>("betta = 1.0").is_err());
    assert_eq!(
        toml::from_str::<IqlConfig>("").unwrap(),
        IqlConfig::default()
    );
    let data = OfflineDataset::new(&segments, &shape).unwrap();
    let wide = Shape {
        observation: 2,
        ..shape.clone()
    };
    assert!(
        Iql::<CpuGrad>::new(small(), wide, 1, cpu())
            .unwrap()
            .load(&data)
            .is_err()
    );
    let mut iql = Iql::<CpuGrad>::new(
        IqlConfig {
            q_lr: 1e38,
            ..small()
        },
        shape,
        1,
        cpu(),
    )
    .unwrap();
    let before = Weights::of(&iql.model).checksum();
    let said = iql.train(&data, &mut |_, _| true).unwrap_err().to_string();
    assert!(said.starts_with("training stopped at step "), "{said}");
    assert_eq!(
        (Weights::of(&iql.model).checksum(), iql.steps()),
        (before, 0)
    );
}
