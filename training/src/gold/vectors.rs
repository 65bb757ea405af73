//! Losses and advantages against published or worked-out numbers, on any backend.

use super::{Assessment, CheckLength, CheckResult, GoldCheck, show};
use crate::algo::grpo::{Scale, group_advantages, k3, surrogate as grpo_surrogate};
use crate::algo::offline_loss::{conservative, expectile, huber, logsumexp};
use crate::algo::ppo::loss::{drift, surrogate};
use crate::backend::{AutodiffBackend, BurnDevice, CpuGrad, cpu};
use crate::dist::{Categorical, action_tensor, mask_tensor};
use crate::env::Mask;
use crate::error::{Error, Result};
use crate::gae::{Discount, SegmentValues, advantages};
use crate::nets::params::{tensor, values};
use crate::optim::clip;
use crate::rollout::Segment;
use burn::tensor::Tensor;

/// Numbers that must come out.
pub struct Vector<B: AutodiffBackend> {
    /// The name by which it is reported.
    pub name: &'static str,
    /// Where the numbers are from.
    pub source: &'static str,
    /// What must come out.
    pub expected: Vec<f32>,
    /// How near, absolutely.
    pub tolerance: f32,
    compute: fn(&BurnDevice<B>) -> Result<Vec<f32>>,
}

impl<B: AutodiffBackend> Vector<B> {
    pub(super) fn new(
        name: &'static str,
        source: &'static str,
        expected: &[f32],
        compute: fn(&BurnDevice<B>) -> Result<Vec<f32>>,
    ) -> Self {
        Vector {
            name,
            source,
            expected: expected.to_vec(),
            tolerance: 1e-5,
            compute,
        }
    }

    /// As printed with fewer digits.
    pub(super) fn within(mut self, tolerance: f32) -> Self {
        self.tolerance = tolerance;
        self
    }

    fn said(&self) -> String {
        let numbers: Vec<String> = self.expected.iter().map(|x| format!("{x}")).collect();
        format!("[{}] to {:e}", numbers.join(", "), self.tolerance)
    }

    fn run(&self, device: &BurnDevice<B>) -> Result<Assessment> {
        let found = (self.compute)(device)?;
        if found.len() != self.expected.len() {
            return Err(Error::shape(self.name, found.len(), self.expected.len()));
        }
        let off = found.iter().zip(&self.expected).map(|(a, b)| (a - b).abs());
        // NaN must not pass as the least.
        let worst = off.fold(
            0.0_f32,
            |a, b| if b.is_nan() { f32::INFINITY } else { a.max(b) },
        );
        let numbers: Vec<String> = found.iter().map(|x| format!("{x:.6}")).collect();
        let value = format!(
            "[{}], off by at most {}",
            numbers.join(", "),
            show(f64::from(worst))
        );
        Ok(Assessment::new(worst <= self.tolerance, value))
    }
}

fn t<B: AutodiffBackend>(numbers: &[f32], device: &BurnDevice<B>) -> Tensor<B, 1> {
    tensor(numbers.to_vec(), [numbers.len()], device)
}

/// All vectors, to be worked out on the backend `B`.
pub fn all<B: AutodiffBackend>() -> Vec<Vector<B>> {
    const CLEANRL: &str = "CleanRL ppo.py, worked out";
    const CORL: &str = "CORL iql.py, worked out";
    const D3RLPY: &str = "d3rlpy DiscreteCQL, worked out";
    const TRL: &str = "TRL grpo_trainer.py, a public notebook and worked out";
    let mut all = vec![
        Vector::new(
            "vectors/gae",
            CLEANRL,
            &[0.976_036_55, 0.0851, 0.2, 0.918_723_75, 2.1475],
            gae::<B>,
        ),
        Vector::new(
            "vectors/ppo surrogate",
            CLEANRL,
            &[-1.2, 1.349_858_8, -0.740_818_2, 0.8],
            |d| {
                Ok(values(&surrogate(
                    t::<B>(&[0.3, 0.3, -0.3, -0.3], d).exp(),
                    t(&[1.0, -1.0, 1.0, -1.0], d),
                    0.2,
                )))
            },
        ),
        Vector::new("vectors/k3", CLEANRL, &[0.049_858_8, 0.040_818_2], |d| {
            let k3 = |x: f32| values(&drift(t::<B>(&[x], d), 0.2))[0];
            Ok(vec![k3(0.3), k3(-0.3)])
        }),
        Vector::new(
            "vectors/global norm",
            "torch.nn.utils.clip_grad_norm_, worked out",
            &[0.3, 0.4, 5.0],
            |d| {
                let (clipped, norm) = clip(t::<B>(&[3.0, 4.0], d), 0.5);
                Ok([values(&clipped), values(&norm)].concat())
            },
        ),
        Vector::new("vectors/expectile .7", CORL, &[1.2, 0.3, 0.175, 6.3], |d| {
            Ok(values(&expectile(t::<B>(&[-2.0, -1.0, 0.5, 3.0], d), 0.7)))
        }),
        Vector::new("vectors/expectile .9", CORL, &[0.4, 0.1, 0.225, 8.1], |d| {
            Ok(values(&expectile(t::<B>(&[-2.0, -1.0, 0.5, 3.0], d), 0.9)))
        }),
        Vector::new(
            "vectors/logsumexp and conservative gap",
            D3RLPY,
            &[3.440_189_7, 1.440_189_7],
            |d| {
                let q = || tensor::<B, 2>(vec![1.0, 2.0, 3.0, 0.0], [1, 4], d);
                Ok([
                    values(&logsumexp(q(), None)),
                    values(&conservative(q(), t(&[2.0], d), None)),
                ]
                .concat())
            },
        ),
        Vector::new(
            "vectors/logsumexp under a mask",
            D3RLPY,
            &[3.126_928],
            masked_sum::<B>,
        ),
        Vector::new("vectors/huber", D3RLPY, &[0.125, 0.5, 2.5], |d| {
            Ok(values(&huber(t::<B>(&[0.5, -1.0, 3.0], d))))
        }),
        Vector::new(
            "vectors/masked categorical",
            "worked out",
            &[-0.126_928, 0.365_334, 0.0],
            categorical::<B>,
        ),
        Vector::new(
            "vectors/grpo advantages",
            TRL,
            &[
                0.8659, -0.8659, -0.8659, 0.8659, 1.4997, -0.4999, 0.3535, -2.4742, 0.9352,
                -0.9352, 0.0,
            ],
            grpo::<B>,
        )
        .within(6e-5),
        Vector::new(
            "vectors/grpo surrogate and k3",
            TRL,
            &[-1.3, -0.5, 1.5, 0.8, 0.049_858_8, 0.040_818_2],
            |d| {
                let loss = grpo_surrogate(
                    t::<B>(&[1.5, 0.5, 1.5, 0.5], d),
                    t(&[1.0, 1.0, -1.0, -1.0], d),
                    0.2,
                    0.3,
                );
                Ok([
                    values(&loss),
                    values(&k3(t::<B>(&[0.0, 0.3], d), t(&[0.3, 0.0], d))),
                ]
                .concat())
            },
        ),
    ];
    all.extend(super::adversarial::vectors());
    all
}

fn gae<B: AutodiffBackend>(_: &BurnDevice<B>) -> Result<Vec<f32>> {
    // CleanRL's flags are of before a step, ours of after it.
    let segment = Segment {
        rewards: vec![1.0, 0.0, 0.5, -1.0, 2.0],
        terminated: vec![false, false, true, false, false],
        truncated: vec![false; 5],
        ..Segment::default()
    };
    let values = SegmentValues {
        steps: vec![0.5, 0.4, 0.3, 0.2, 0.1],
        finals: vec![],
        next: 0.25,
    };
    let discount = Discount {
        gamma: 0.99,
        lambda: 0.95,
        truncation_bootstrap: false,
    };
    Ok(advantages(&segment, &values, discount).advantages)
}

/// `log(e¹ + e³)`, the second action impossible and far above the others.
fn masked_sum<B: AutodiffBackend>(device: &BurnDevice<B>) -> Result<Vec<f32>> {
    let q = tensor::<B, 2>(vec![1.0, 50.0, 3.0], [1, 3], device);
    Ok(values(&logsumexp(
        q,
        mask_tensor(&[Mask(0b101)], 3, device),
    )))
}

/// Log-probability and entropy over e¹ and e³, and the probability of the impossible second action.
fn categorical<B: AutodiffBackend>(device: &BurnDevice<B>) -> Result<Vec<f32>> {
    let logits = tensor::<B, 2>(vec![1.0, 50.0, 3.0], [1, 3], device);
    let dist = Categorical::new(logits, mask_tensor(&[Mask(0b101)], 3, device));
    let impossible = values(&dist.probs())[1];
    Ok(vec![
        values(&dist.log_prob(action_tensor(&[2], device)))[0],
        values(&dist.entropy())[0],
        impossible,
    ])
}

fn grpo<B: AutodiffBackend>(_: &BurnDevice<B>) -> Result<Vec<f32>> {
    let of = |rewards: &[f32]| group_advantages(rewards, &vec![0; rewards.len()], Scale::Group).0;
    let seven = of(&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0]);
    let four = of(&[1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
    let one = of(&[1.0, 0.0, 0.0, 0.0]);
    let mut all = of(&[1.0, 0.0, 0.0, 1.0]);
    all.extend([
        one[0],
        one[3],
        seven[0],
        seven[7],
        four[0],
        four[7],
        of(&[1.0; 4])[0],
    ]);
    Ok(all)
}

pub(super) fn entries() -> Vec<GoldCheck> {
    all::<CpuGrad>()
        .into_iter()
        .map(|vector| {
            let (name, said, source) = (vector.name, vector.said(), vector.source);
            GoldCheck::quick(name, said, source, move |_| vector.run(&cpu()))
        })
        .collect()
}

/// All of them on a backend's device, named `NAME on WHERE`.
pub fn on<B: AutodiffBackend>(device: &BurnDevice<B>, place: &str) -> Vec<CheckResult> {
    all::<B>()
        .into_iter()
        .map(|vector| {
            let verdict = vector
                .run(device)
                .unwrap_or_else(|problem| Assessment::new(false, problem.to_string()));
            CheckResult {
                name: format!("{} on {place}", vector.name),
                passed: verdict.passed,
                value: verdict.value,
                expected: vector.said(),
                source: vector.source.to_owned(),
                speed: CheckLength::Quick,
                ..CheckResult::default()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_come_out_on_the_cpu() {
        for check in on::<CpuGrad>(&cpu(), "the CPU") {
            assert!(
                check.passed,
                "{}: {} instead of {}",
                check.name, check.value, check.expected
            );
        }
    }

    #[test]
    fn what_is_wrong_does_not_pass() {
        let wrong = |numbers: &'static [f32]| {
            Vector::<CpuGrad>::new("x", "y", numbers, |_| Ok(vec![1.0, f32::NAN]))
                .run(&cpu())
                .map(|v| v.passed)
        };
        assert!(!wrong(&[1.0, 2.0]).unwrap() && wrong(&[1.0]).is_err());
    }

    #[cfg(feature = "gpu")]
    #[test]
    fn all_come_out_on_software_vulkan() {
        for check in
            on::<crate::backend::GpuGrad>(&crate::backend::open(true).unwrap().device, "wgpu")
        {
            assert!(
                check.passed,
                "{}: {} instead of {}",
                check.name, check.value, check.expected
            );
        }
    }
}
