//! Gradient steps on a batch, in minibatches, and what they report.

use super::Ppo;
use super::config::AdvantageNorm;
use super::loss::{drift, surrogate, value_loss};
use super::prepare::{Prepared, normalize};
use crate::backend::AutodiffBackend;
use crate::batch::minibatches;
use crate::error::{Result, finite};
use crate::metrics::Metrics;
use crate::nets::params::{tensor, values};
use crate::optim::clip;
use crate::policy::Dist;
use burn::tensor::{Int, Tensor, TensorData};

/// Names of what a minibatch reports, in the order of its tensor.
const REPORTED: [&str; 7] = [
    "losses/policy_loss",
    "losses/value_loss",
    "losses/entropy",
    "losses/approx_kl",
    "losses/old_approx_kl",
    "losses/clipfrac",
    "losses/grad_norm",
];

impl<B: AutodiffBackend> Ppo<B> {
    /// With `sequences` above 0, minibatches are of whole sequences, of which there are so many,
    /// all of one length.
    pub(super) fn epochs(
        &mut self,
        data: &Prepared<B>,
        sequences: usize,
        rate: f64,
    ) -> Result<Metrics> {
        let len = data.log_probs.len();
        let time = len.checked_div(sequences).unwrap_or(1);
        let count = if sequences > 0 { sequences } else { len };
        let size = (count / self.config.num_minibatches).max(1);
        let first = self.adam.steps();
        let mut reports = Vec::new();
        for _ in 0..self.config.update_epochs {
            for chosen in minibatches(count, size, &mut self.state.shuffle) {
                // Time by time, as a sequence goes through the memory; of single steps, the steps.
                let rows: Vec<usize> = (0..time)
                    .flat_map(|t| chosen.iter().map(move |s| s * time + t))
                    .collect();
                reports.push(self.minibatch(data, &rows, time, rate));
            }
            if let (Some(limit), Some(last)) = (self.config.target_kl, reports.last())
                && values(last).get(3).is_some_and(|kl| *kl > limit)
            {
                break;
            }
        }
        let table = values(&Tensor::cat(reports, 0));
        for (i, row) in table.chunks(REPORTED.len()).enumerate() {
            finite(
                first + i as u64,
                REPORTED.iter().copied().zip(row.iter().copied()),
            )?;
        }
        let mut metrics = Metrics::new();
        let rows = (table.len() / REPORTED.len()).max(1);
        for (i, name) in REPORTED.iter().enumerate() {
            // CleanRL logs the last minibatch of an update, and the mean of its clip fractions.
            let column = || table.iter().skip(i).step_by(REPORTED.len());
            let value = if *name == "losses/clipfrac" {
                column().sum::<f32>() / rows as f32
            } else {
                column().next_back().copied().unwrap_or(0.0)
            };
            metrics.set(name, value);
        }
        metrics.set(
            "losses/explained_variance",
            explained(&data.values, &data.returns),
        );
        metrics.set("charts/learning_rate", rate);
        Ok(metrics)
    }

    /// One gradient step; gives what it reports.
    fn minibatch(
        &mut self,
        data: &Prepared<B>,
        rows: &[usize],
        time: usize,
        rate: f64,
    ) -> Tensor<B::InnerBackend, 1> {
        let (config, device, len) = (&self.config, &self.device, rows.len());
        let mut adv: Vec<f32> = rows.iter().map(|i| data.advantages[*i]).collect();
        if config.norm_adv == AdvantageNorm::Minibatch {
            normalize(&mut adv, 1e-8);
        }
        let gather =
            |from: &[f32]| tensor::<B, 1>(rows.iter().map(|i| from[*i]).collect(), [len], device);
        let index: Vec<i32> = rows.iter().map(|i| *i as i32).collect();
        let index = Tensor::<B, 1, Int>::from_data(TensorData::new(index, [len]), device);
        let (dist, value) = self.judged(data, rows, &index, time);
        let value = value.squeeze_dim::<1>(1);
        let log_ratio = dist.log_prob(data.taken.select(index)) - gather(&data.log_probs);
        let policy = surrogate(
            log_ratio.clone().exp(),
            tensor(adv, [len], device),
            config.clip_coef,
        )
        .mean();
        let entropy = dist.entropy().mean();
        let within = config.clip_vloss.then_some(config.clip_coef);
        let value = value_loss(
            value,
            gather(&data.values),
            gather(&data.returns),
            within,
            config.huber_delta,
        );
        let loss =
            policy.clone() - entropy.clone() * config.ent_coef + value.clone() * config.vf_coef;
        let norm = self.step(&loss.backward(), rate);
        let moved = drift(log_ratio.inner(), self.config.clip_coef);
        Tensor::cat(
            vec![policy.inner(), value.inner(), entropy.inner(), moved, norm],
            0,
        )
    }

    /// What the policy would do in some rows, and what the critic says of them.
    fn judged(
        &self,
        data: &Prepared<B>,
        rows: &[usize],
        index: &Tensor<B, 1, Int>,
        time: usize,
    ) -> (Dist<B>, Tensor<B, 2>) {
        let observations = data.observations.clone().select(0, index.clone());
        let seen = data.states.as_ref().map_or_else(
            || observations.clone(),
            |s| s.clone().select(0, index.clone()),
        );
        let possible = data
            .possible
            .as_ref()
            .map(|all| all.clone().select(0, index.clone()));
        match &self.model.memory {
            None => (
                self.model.actor.dist(observations, possible),
                self.model.critic.forward(seen),
            ),
            Some(memory) => {
                let keep = tensor(
                    rows.iter().map(|i| data.keep[*i]).collect(),
                    [time, rows.len() / time.max(1)],
                    &self.device,
                );
                let (outputs, value) = memory.forward(observations, seen, keep);
                (self.model.actor.dist_of(outputs, possible), value)
            }
        }
    }

    /// Moves the parameters along a gradient, clipped; gives its norm before that.
    fn step(&mut self, gradients: &B::Gradients, rate: f64) -> Tensor<B::InnerBackend, 1> {
        let (max, apart) = (
            self.config.max_grad_norm,
            self.config.clip_apart.then(|| self.model.critics()),
        );
        let (model, norm) =
            self.adam.step_with(
                self.model.clone(),
                gradients,
                rate,
                |gradient| match apart {
                    None => clip(gradient, max),
                    Some(critic) => {
                        let policy = gradient.dims()[0].saturating_sub(critic);
                        let (a, norm) = clip(gradient.clone().narrow(0, 0, policy), max);
                        let (b, other) = clip(gradient.narrow(0, policy, critic), max);
                        (Tensor::cat(vec![a, b], 0), norm.max_pair(other))
                    }
                },
            );
        self.model = model;
        norm.unwrap_or_else(|| Tensor::zeros([1], &self.device))
    }
}

/// `1 − Var(R − V)/Var(R)`; 0 where returns do not vary.
fn explained(values: &[f32], returns: &[f32]) -> f64 {
    let variance = |numbers: &mut dyn Iterator<Item = f64>| {
        let all: Vec<f64> = numbers.collect();
        let mean = all.iter().sum::<f64>() / all.len().max(1) as f64;
        all.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / all.len().max(1) as f64
    };
    let whole = variance(&mut returns.iter().map(|x| f64::from(*x)));
    let rest = variance(
        &mut returns
            .iter()
            .zip(values)
            .map(|(r, v)| f64::from(*r) - f64::from(*v)),
    );
    if whole > 0.0 { 1.0 - rest / whole } else { 0.0 }
}
