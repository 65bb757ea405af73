//! Heads are what burn computes, the same bits everywhere, and refuse what is damaged.

use super::*;
use crate::backend::{Cpu, cpu};
use crate::dist::{Categorical, action_tensor, mask_tensor};
use crate::nets::gru::Gru;
use crate::nets::init::Init;
use crate::nets::mlp::{Mlp, MlpShape};
use crate::nets::params::{tensor, values};
use crate::seed::{Stream, Use, stream};
use burn::tensor::Tensor;

fn shape() -> Shape {
    Shape {
        observation: 5,
        state: 0,
        actions: ActionSpace::Discrete(4),
    }
}

fn observations(dice: &mut Stream, rows: usize) -> Vec<f32> {
    (0..rows * 5).map(|_| 3.0 * dice.normal() + 1.0).collect()
}

#[test]
fn a_head_is_what_burn_computes() {
    for activation in [Activation::Tanh, Activation::Relu] {
        let mut dice = stream(1, Use::Init, 0);
        let net = MlpShape::new(5, &[16, 8], 4, activation);
        let net = Mlp::<Cpu>::new(&mut dice, &net, Init::Orthogonal(1.4), Init::Torch, &cpu());
        let rows = observations(&mut dice, 64);
        let mut norm = RunningNorm::new(5);
        norm.update(&rows);
        let mut normal = rows.clone();
        norm.apply(&mut normal, 2.0);
        let input = InputNorm { norm, clip: 2.0 };
        let head = Head::new(&Weights::of(&net), activation, &shape(), Some(input)).unwrap();
        let masks: Vec<_> = (0..64).map(|i| Mask(i % 15 + 1)).collect();
        let logits = net.forward(tensor(normal, [64, 5], &cpu()));
        let probs = Categorical::new(logits, mask_tensor(&masks, 4, &cpu()));
        let mut scratch = Scratch::default();
        let mut taken = Vec::new();
        let mut log_probs = Vec::new();
        let expected = values(&probs.probs());
        for (i, row) in rows.chunks(5).enumerate() {
            let (action, log_prob) = head.act(
                row,
                masks[i],
                &mut [],
                ActionSelection::Sample(dice.unit()),
                &mut scratch,
            );
            assert!(masks[i].allows(action));
            for (p, e) in scratch.probs.iter().zip(&expected[4 * i..4 * i + 4]) {
                assert!((p - e).abs() < 1e-5, "{p} {e}");
            }
            taken.push(action as u32);
            log_probs.push(log_prob);
            let (greedy, _) = head.act(
                row,
                masks[i],
                &mut [],
                ActionSelection::Greedy,
                &mut scratch,
            );
            assert!(scratch.probs.iter().all(|p| *p <= scratch.probs[greedy]));
        }
        for (found, expected) in log_probs
            .iter()
            .zip(values(&probs.log_prob(action_tensor(&taken, &cpu()))))
        {
            assert!((found - expected).abs() < 1e-5, "{found} {expected}");
        }
    }
}

#[test]
fn a_recurrent_head_remembers_as_burn_does() {
    let mut dice = stream(2, Use::Init, 0);
    let net = Gru::<Cpu>::new(
        &mut dice,
        5,
        6,
        &MlpShape::new(6, &[7], 4, Activation::Tanh),
        Init::Torch,
        &cpu(),
    );
    let head = Head::new(&Weights::of(&net), Activation::Tanh, &shape(), None).unwrap();
    let rows = observations(&mut dice, 10);
    let keep = tensor(vec![1.0; 10], [10, 1], &cpu());
    let (outputs, _) = net.sequence(
        tensor(rows.clone(), [10, 1, 5], &cpu()),
        keep,
        Tensor::zeros([1, 6], &cpu()),
    );
    let (mut state, mut scratch) = (vec![0.0; head.state_width()], Scratch::default());
    for (row, expected) in rows.chunks(5).zip(values(&outputs).chunks(4)) {
        head.outputs(row, &mut state, &mut scratch);
        for (found, expected) in scratch.outputs.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-5);
        }
    }
}

#[test]
fn continuous_heads_steer() {
    let mut dice = stream(3, Use::Init, 0);
    let net = MlpShape::new(5, &[8], 2, Activation::Tanh);
    let net = Mlp::<Cpu>::new(&mut dice, &net, Init::Torch, Init::Torch, &cpu());
    let actions = ActionSpace::Continuous {
        low: vec![-1.0; 2],
        high: vec![1.0; 2],
    };
    let shape = Shape {
        observation: 5,
        state: 0,
        actions,
    };
    let mut weights = Weights::of(&net);
    assert!(Head::new(&weights, Activation::Tanh, &shape, None).is_err());
    weights.0.push(log_std(vec![0.0, -1.0]));
    let head = Head::new(&weights, Activation::Tanh, &shape, None).unwrap();
    let (mut out, mut scratch) = (Vec::new(), Scratch::default());
    let log_prob = head.steer(&[0.5; 5], &mut [], &[1.0, -2.0], &mut out, &mut scratch);
    let mean = values(&net.forward(tensor(vec![0.5; 5], [1, 5], &cpu())));
    assert!(
        (out[0] - mean[0] - 1.0).abs() < 1e-5
            && (out[1] - mean[1] + 2.0 * (-1.0_f32).exp()).abs() < 1e-5
    );
    assert!((log_prob - (-0.5 - 2.0 + 1.0 - 2.0 * HALF_LOG_TAU)).abs() < 1e-5);
}

#[test]
fn bits_are_the_same_everywhere() {
    let mut dice = stream(4, Use::Init, 0);
    let net = MlpShape::new(5, &[32, 32], 4, Activation::Tanh);
    let net = Mlp::<Cpu>::new(&mut dice, &net, Init::Torch, Init::Torch, &cpu());
    let head = Head::new(&Weights::of(&net), Activation::Tanh, &shape(), None).unwrap();
    let (mut sum, mut scratch) = (Checksum::default(), Scratch::default());
    // Uniform numbers: normal ones are drawn with the platform's own logarithm.
    let rows: Vec<f32> = (0..5000).map(|_| dice.between(-4.0, 4.0)).collect();
    for row in rows.chunks(5) {
        let (action, log_prob) = head.act(
            row,
            Mask(0b1011),
            &mut [],
            ActionSelection::Sample(dice.unit()),
            &mut scratch,
        );
        sum.floats(&scratch.probs);
        sum.floats(&[log_prob, action as f32]);
    }
    // A change here means that every recorded run acts differently.
    assert_eq!(sum.0, 4_008_085_346_898_852_754);
}

#[test]
fn damaged_weights_are_refused() {
    let mut dice = stream(5, Use::Init, 0);
    let net = MlpShape::new(5, &[8], 4, Activation::Tanh);
    let net = Mlp::<Cpu>::new(&mut dice, &net, Init::Torch, Init::Torch, &cpu());
    let weights = Weights::of(&net);
    let refused = |change: &dyn Fn(&mut Weights), shape: &Shape| {
        let mut bad = weights.clone();
        change(&mut bad);
        Head::new(&bad, Activation::Tanh, shape, None)
            .unwrap_err()
            .to_string()
    };
    assert!(refused(&|w| w.0.clear(), &shape()).contains("layers.0.weight"));
    assert!(refused(&|w| w.0[0].values[3] = f32::INFINITY, &shape()).contains("finite"));
    assert!(
        refused(&|w| w.0[0].shape = vec![usize::MAX, usize::MAX], &shape())
            .contains("layers.0.weight")
    );
    assert!(refused(&|w| w.0[2].shape = vec![4, 8], &shape()).contains("layers.1"));
    assert!(
        refused(
            &|_| {},
            &Shape {
                observation: 6,
                ..shape()
            }
        )
        .contains("found 5, expected 6")
    );
}
