//! One update of critics, policy and temperature, and what it reports.

use super::Sac;
use crate::backend::AutodiffBackend;
use crate::dist::{Categorical, action_tensor, mask_tensor};
use crate::env::Mask;
use crate::nets::mlp::Mlp;
use crate::nets::params::tensor;
use crate::replay::Transitions;
use burn::module::AutodiffModule;
use burn::tensor::Tensor;

/// Names of what an update reports, in the order of its tensor.
pub(super) const REPORTED: [&str; 6] = [
    "losses/qf1_loss",
    "losses/qf2_loss",
    "losses/qf1_values",
    "losses/actor_loss",
    "losses/alpha",
    "losses/alpha_loss",
];

/// A drawn batch on the device.
struct Drawn<B: AutodiffBackend> {
    now: Tensor<B, 2>,
    possible: Option<Tensor<B, 2>>,
    /// Target entropy of every state, `[rows, 1]`.
    entropy: Tensor<B::InnerBackend, 2>,
    transitions: Transitions,
}

impl<B: AutodiffBackend> Sac<B> {
    pub(super) fn update(&mut self) -> Tensor<B::InnerBackend, 1> {
        let transitions = self
            .replay
            .sample(self.config.batch_size, &mut self.state.shuffle);
        let drawn = self.upload(transitions);
        let critic = self.update_critics(&drawn);
        let actor = self.update_actor(&drawn);
        Tensor::cat(vec![critic, actor], 0)
    }

    fn upload(&self, transitions: Transitions) -> Drawn<B> {
        let (rows, actions) = (transitions.len(), self.shape.actions.width());
        let masks = &transitions.now.masks;
        let scale = self.config.target_entropy_scale;
        let entropy = masks
            .iter()
            .map(|mask| scale * (possible_of(*mask, actions) as f32).ln())
            .collect();
        Drawn {
            now: tensor(
                transitions.now.observations.clone(),
                [rows, self.shape.observation],
                &self.device,
            ),
            possible: mask_tensor(masks, actions, &self.device),
            entropy: tensor(entropy, [rows, 1], &self.device),
            transitions,
        }
    }

    fn alpha(&self) -> Tensor<B::InnerBackend, 1> {
        self.temperature.log.val().inner().exp()
    }

    fn update_critics(&mut self, drawn: &Drawn<B>) -> Tensor<B::InnerBackend, 1> {
        let (t, device) = (&drawn.transitions, &self.device);
        let (rows, actions) = (t.len(), self.shape.actions.width());
        let next = tensor(
            t.next_observations.clone(),
            [rows, self.shape.observation],
            device,
        );
        let policy = Categorical::new(
            self.actor.valid().forward(Tensor::clone(&next)),
            mask_tensor(&t.next_masks, actions, device),
        );
        let worth =
            self.targets.least(next) - policy.log_probs_or_zero() * self.alpha().unsqueeze();
        let worth = (policy.probs() * worth).sum_dim(1).squeeze_dim::<1>(1);
        let go_on: Vec<f32> = t
            .terminated
            .iter()
            .map(|over| self.config.gamma * (1.0 - over))
            .collect();
        let target = tensor::<B::InnerBackend, 1>(t.now.rewards.clone(), [rows], device)
            + tensor::<B::InnerBackend, 1>(go_on, [rows], device) * worth;
        let target = Tensor::<B, 1>::from_inner(target);
        let taken = action_tensor::<B>(&t.now.actions, device).unsqueeze_dim::<2>(1);
        let value = |critic: &Mlp<B>| {
            critic
                .forward(drawn.now.clone())
                .gather(1, taken.clone())
                .squeeze_dim::<1>(1)
        };
        let (a, b) = (value(&self.critics.first), value(&self.critics.second));
        let mean = a.clone().inner().mean();
        let square = |q: Tensor<B, 1>| {
            let e = q - target.clone();
            (e.clone() * e).mean()
        };
        let (a, b) = (square(a), square(b));
        let gradients = (a.clone() + b.clone()).backward();
        self.critics = self.adams[0]
            .step(self.critics.clone(), &gradients, self.config.q_lr, None)
            .0;
        Tensor::cat(vec![a.inner(), b.inner(), mean], 0)
    }

    fn update_actor(&mut self, drawn: &Drawn<B>) -> Tensor<B::InnerBackend, 1> {
        let value =
            Tensor::<B, 2>::from_inner(self.critics.valid().least(drawn.now.clone().inner()));
        let policy = Categorical::new(
            self.actor.forward(drawn.now.clone()),
            drawn.possible.clone(),
        );
        let (probs, log_probs) = (policy.probs(), policy.log_probs_or_zero());
        let alpha = self.alpha();
        let bonus = log_probs.clone() * Tensor::<B, 1>::from_inner(alpha.clone()).unsqueeze();
        let loss = (probs.clone() * (bonus - value)).mean();
        let gradients = loss.clone().backward();
        self.actor = self.adams[1]
            .step(self.actor.clone(), &gradients, self.config.policy_lr, None)
            .0;
        let mut tuned = Tensor::zeros([1], &self.device);
        if self.config.autotune {
            let gap = (probs.inner() * (log_probs.inner() + drawn.entropy.clone())).mean();
            let loss = -self.temperature.log.val().exp() * Tensor::from_inner(gap);
            tuned = loss.clone().inner();
            let temperature = self.temperature.clone();
            self.temperature = self.adams[2]
                .step(temperature, &loss.backward(), self.config.q_lr, None)
                .0;
        }
        Tensor::cat(vec![loss.inner(), alpha, tuned], 0)
    }
}

/// How many of the first `actions` are possible; at least one.
fn possible_of(mask: Mask, actions: usize) -> usize {
    Mask(mask.0 & Mask::all(actions).0).count().max(1)
}
