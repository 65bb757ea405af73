//! What a discriminator of one state and one action says everywhere: a map, and how smooth it is
//! (figure 5 of DRAIL's paper).

use crate::algo::disc::{Discriminator, Rows};
use crate::env::{ActionSpace, Mask};
use crate::error::{Error, Result};
use crate::seed::Stream;

/// Rewards over a grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RewardMap {
    /// Along the first axis.
    pub states: Vec<f32>,
    /// Along the second axis.
    pub actions: Vec<f32>,
    /// A row of rewards a state.
    pub rewards: Vec<Vec<f32>>,
}

/// Numbers from `low` to `high`, both included.
pub fn line(low: f32, high: f32, count: usize) -> Vec<f32> {
    let step = (high - low) / count.saturating_sub(1).max(1) as f32;
    (0..count).map(|i| low + step * i as f32).collect()
}

/// The reward of every pair of a state and an action, the mean of `repeats`, each with the same
/// noise for all pairs.
///
/// # Errors
/// Where the discriminator is not of one number and one continuous action, the grid is empty, or a
/// reward is not finite.
pub fn reward_map(
    disc: &dyn Discriminator,
    states: Vec<f32>,
    actions: Vec<f32>,
    repeats: usize,
    dice: &mut Stream,
) -> Result<RewardMap> {
    let shape = disc.shape();
    if shape.observation != 1
        || !matches!(&shape.actions, ActionSpace::Continuous { low, .. } if low.len() == 1)
    {
        let found = format!("{} numbers and {:?}", shape.observation, shape.actions);
        return Err(Error::shape(
            "reward map",
            found,
            "one number and one continuous action",
        ));
    }
    let count = states.len() * actions.len();
    let rows = Rows {
        observations: states
            .iter()
            .flat_map(|s| std::iter::repeat_n(*s, actions.len()))
            .collect(),
        actions: states
            .iter()
            .flat_map(|_| actions.iter().copied())
            .collect(),
        masks: Vec::<Mask>::new(),
        next: states
            .iter()
            .flat_map(|s| std::iter::repeat_n(*s, actions.len()))
            .collect(),
        ended: vec![1.0; count],
        log_probs: Vec::new(),
    };
    let mut sum = vec![0.0; count];
    for _ in 0..repeats.max(1) {
        for (sum, reward) in sum.iter_mut().zip(disc.reward_alike(&rows, dice)?) {
            *sum += reward / repeats.max(1) as f32;
        }
    }
    let rewards = sum
        .chunks(actions.len().max(1))
        .map(<[f32]>::to_vec)
        .collect();
    Ok(RewardMap {
        states,
        actions,
        rewards,
    })
}

/// One place of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// Along the first axis.
    pub state: f32,
    /// Along the second axis.
    pub action: f32,
    /// What it is worth.
    pub reward: f32,
}

impl RewardMap {
    /// All places, state by state.
    pub fn places(&self) -> impl Iterator<Item = MapPoint> + '_ {
        let row = |(state, rewards): (&f32, _)| (*state, rewards);
        self.states.iter().zip(&self.rewards).map(row).flat_map(
            |(state, rewards): (f32, &Vec<f32>)| {
                self.actions
                    .iter()
                    .zip(rewards)
                    .map(move |(action, reward)| MapPoint {
                        state,
                        action: *action,
                        reward: *reward,
                    })
            },
        )
    }

    /// The standard deviation of all rewards.
    fn deviation(&self) -> f64 {
        let numbers: Vec<f64> = self
            .rewards
            .iter()
            .flatten()
            .map(|x| f64::from(*x))
            .collect();
        let n = numbers.len().max(1) as f64;
        let mean = numbers.iter().sum::<f64>() / n;
        (numbers.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n).sqrt()
    }

    /// How rough the map is along its actions: the mean difference of neighbours, either way, in
    /// standard deviations of the map, so that scale and offset of rewards do not matter. 0 for a
    /// map that is the same everywhere or not finite.
    pub fn roughness(&self) -> f64 {
        let deviation = self.deviation();
        let pairs = self
            .rewards
            .iter()
            .flat_map(|row| row.windows(2))
            .map(|pair| f64::from(pair[1] - pair[0]).abs());
        let (sum, count) = pairs.fold((0.0, 0_u32), |(sum, count), d| (sum + d, count + 1));
        if deviation > 0.0 && deviation.is_finite() && count > 0 {
            sum / f64::from(count) / deviation
        } else {
            0.0
        }
    }

    /// How steep the map is where `chosen` says so: the mean length of its gradient, in standard
    /// deviations of the map over a whole axis; 0 as for [`RewardMap::roughness`].
    pub fn steepness(&self, chosen: impl Fn(MapPoint) -> bool) -> f64 {
        let deviation = self.deviation();
        let (mut sum, mut count) = (0.0, 0_u32);
        let spans = [self.states.len(), self.actions.len()].map(|n| n.saturating_sub(1) as f64);
        for (state, rows) in self.states.iter().zip(self.rewards.windows(2)) {
            for ((action, pair), later) in self.actions.iter().zip(rows[0].windows(2)).zip(&rows[1])
            {
                if chosen(MapPoint {
                    state: *state,
                    action: *action,
                    reward: pair[0],
                }) {
                    let along = [
                        f64::from(later - pair[0]) * spans[0],
                        f64::from(pair[1] - pair[0]) * spans[1],
                    ];
                    sum += (along[0] * along[0] + along[1] * along[1]).sqrt();
                    count += 1;
                }
            }
        }
        if deviation > 0.0 && deviation.is_finite() && count > 0 {
            sum / f64::from(count) / deviation
        } else {
            0.0
        }
    }

    /// How well the map tells `right` places from `wrong` ones of the same state: the chance that
    /// the right one has the greater reward (a tie is half), over all such pairs of the states that
    /// are `chosen`; ½ for a map that tells nothing, and where there is no pair.
    pub fn tells(
        &self,
        chosen: impl Fn(f32) -> bool,
        right: impl Fn(MapPoint) -> bool,
        wrong: impl Fn(MapPoint) -> bool,
    ) -> f64 {
        let (mut sum, mut count) = (0.0, 0_u64);
        let all: Vec<MapPoint> = self.places().filter(|place| chosen(place.state)).collect();
        for same in all.chunk_by(|a, b| a.state == b.state) {
            for good in same.iter().filter(|place| right(**place)) {
                for bad in same.iter().filter(|place| wrong(**place)) {
                    sum += match good.reward.partial_cmp(&bad.reward) {
                        Some(std::cmp::Ordering::Greater) => 1.0,
                        Some(std::cmp::Ordering::Equal) => 0.5,
                        _ => 0.0,
                    };
                    count += 1;
                }
            }
        }
        if count == 0 { 0.5 } else { sum / count as f64 }
    }

    /// How peaked it is: the kurtosis of its rewards, 3 for normal ones. A discriminator that is
    /// sure of itself nearly everywhere says two numbers and little between (1 at the least); one
    /// that knows a few points only has a high one.
    pub fn kurtosis(&self) -> f64 {
        let numbers: Vec<f64> = self
            .rewards
            .iter()
            .flatten()
            .map(|x| f64::from(*x))
            .collect();
        let n = numbers.len().max(1) as f64;
        let mean = numbers.iter().sum::<f64>() / n;
        let moment = |k: i32| numbers.iter().map(|x| (x - mean).powi(k)).sum::<f64>() / n;
        if moment(2) > 0.0 {
            moment(4) / (moment(2) * moment(2))
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::algo::disc::drail::{Drail, DrailConfig, Sampling};
    use crate::algo::disc::gail::{Gail, GailConfig};
    use crate::backend::{CpuGrad, cpu};
    use crate::envs::sine;
    use crate::rollout::Shape;
    use crate::seed::{Use, stream};

    fn noise(index: u64) -> Stream {
        stream(5, Use::Noise, index)
    }

    fn continuous() -> Shape {
        Shape {
            observation: 1,
            state: 0,
            actions: ActionSpace::Continuous {
                low: vec![-1.5],
                high: vec![1.5],
            },
        }
    }

    /// An expert's rows of the sine, and those of somebody who does anything anywhere.
    fn sines(len: usize) -> (Rows, Rows) {
        let mut dice = noise(1);
        let rows = |pairs: Vec<(f32, f32)>| Rows {
            observations: pairs.iter().map(|p| p.0).collect(),
            actions: pairs.iter().map(|p| p.1).collect(),
            ended: vec![0.0; pairs.len()],
            ..Rows::default()
        };
        let expert = (0..len).map(|_| {
            let state = sine::shown_state(&mut dice);
            (state, sine::expert_action(state, &mut dice))
        });
        let expert = rows(expert.collect());
        let policy = (0..len).map(|_| (dice.unit(), dice.between(-sine::REACH, sine::REACH)));
        (expert, rows(policy.collect()))
    }

    #[test]
    fn a_map_of_the_sine() {
        let (expert, policy) = sines(1000);
        let mut dice = noise(2);
        let mut map = |disc: &mut dyn Discriminator| {
            for _ in 0..100 {
                let part: Vec<usize> = (0..128).map(|_| dice.below(1000)).collect();
                disc.update(&expert.take(&part), &policy.take(&part), &mut dice)
                    .unwrap();
            }
            reward_map(disc, line(0.0, 1.0, 40), line(-1.5, 1.5, 31), 4, &mut dice).unwrap()
        };
        let drail = DrailConfig {
            label_dim: 1,
            num_units: 64,
            sampling: Sampling::Paired,
            samples: 2,
            ..DrailConfig::default()
        };
        let mut drail = Drail::<CpuGrad>::new(drail, continuous(), 1, cpu()).unwrap();
        let mut gail =
            Gail::<CpuGrad>::new(GailConfig::drail_baseline(), continuous(), 1, cpu()).unwrap();
        let by_noise = drail.clone();
        let (drail, gail) = (map(&mut drail), map(&mut gail));
        // Every pair with the same noise: two that are the same have the same reward.
        let twice = Rows {
            observations: vec![0.3; 2],
            actions: vec![0.1; 2],
            ended: vec![0.0; 2],
            ..Rows::default()
        };
        let pair = by_noise.reward_alike(&twice, &mut noise(4)).unwrap();
        assert_eq!(pair[0], pair[1]);
        for map in [&drail, &gail] {
            assert_eq!((map.rewards.len(), map.rewards[0].len()), (40, 31));
            assert!(map.roughness() > 0.0 && map.kurtosis() >= 1.0);
        }
        let flat = RewardMap {
            rewards: vec![vec![1.0; 4]; 4],
            ..Default::default()
        };
        assert_eq!((flat.roughness(), flat.steepness(|_| true)), (0.0, 0.0));
        let discrete = Shape {
            actions: ActionSpace::Discrete(3),
            ..continuous()
        };
        let discs = Gail::<CpuGrad>::new(GailConfig::default(), discrete, 1, cpu()).unwrap();
        assert!(reward_map(&discs, vec![0.0], vec![0.0], 1, &mut noise(0)).is_err());
    }

    #[test]
    fn a_map_says_how_steep_it_is_and_what_it_tells() {
        let (states, actions) = (line(0.0, 1.0, 3), line(-1.0, 1.0, 5));
        let by = |reward: &dyn Fn(f32, f32) -> f32| RewardMap {
            rewards: states
                .iter()
                .map(|s| actions.iter().map(|a| reward(*s, *a)).collect())
                .collect(),
            states: states.clone(),
            actions: actions.clone(),
        };
        let (near, far) = (
            |p: MapPoint| p.action.abs() < 0.2,
            |p: MapPoint| p.action.abs() > 0.6,
        );
        // A slope of one deviation over a quarter of the axis is four; what lies across it is not
        // asked.
        let slope = by(&|_, a| 3.0 * a);
        let deviation = 0.5_f64.sqrt();
        assert!(
            (slope.steepness(|_| true) - 2.0 / deviation).abs() < 1e-6,
            "{}",
            slope.steepness(|_| true)
        );
        assert_eq!(slope.steepness(|place| place.state > 0.9), 0.0);
        assert_eq!(slope.tells(|_| true, near, far), 0.5);
        let ridge = by(&|s, a| if s < 0.6 { -a.abs() } else { 0.0 });
        assert_eq!(ridge.tells(|s| s < 0.6, near, far), 1.0);
        assert_eq!(ridge.tells(|s| s > 0.6, near, far), 0.5);
        assert_eq!(ridge.tells(|s| s < 0.6, far, near), 0.0);
        assert_eq!(ridge.tells(|_| false, near, far), 0.5);
        assert_eq!(ridge.places().count(), 15);
    }
}
