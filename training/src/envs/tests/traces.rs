//! Transitions that Gymnasium prints in its docstrings, and traces and tables recorded from
//! Gymnasium 1.4.0 itself.
//!
//! Traces begin in a set state and take actions from a linear congruential generator: `x ←
//! (1103515245·x + 12345) mod 2³¹` from 12345, whose bits from the 16th up are `r`: the action is
//! `r mod n`, or `(r mod 2001 − 1000)/1000` of the bound.

use crate::env::Action;
use crate::envs::acrobot::Acrobot;
use crate::envs::classic::{
    CART_POLE_TRANSITIONS, CartPole, MountainCar, MountainCarContinuous, Pendulum, cart_pole_step,
    mountain_car_step,
};
use crate::envs::{Dynamics, grids, seals};
use crate::seed::{Use, stream};

struct Lcg(u64);

impl Iterator for Lcg {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.0 = (self.0 * 1_103_515_245 + 12_345) % (1 << 31);
        Some((self.0 >> 16) as usize)
    }
}

/// Observations and sums of rewards at some steps.
type Marks<'a> = &'a [(usize, &'a [f64], f64)];

/// Follows a trace; `of` makes an action of a random number. Observations agree to 2e-6, sums to
/// 1e-5 of themselves (they are of `f32` rewards).
fn follow(dynamics: &mut dyn Dynamics, of: impl Fn(usize) -> Action, marks: Marks) {
    let mut dice = stream(0, Use::Environment, 0);
    let mut seen = vec![0.0; dynamics.spec().observation];
    let mut sum = 0.0;
    let last = marks.iter().map(|m| m.0).max().unwrap();
    for (step, r) in (1..=last).zip(Lcg(12_345)) {
        let (reward, over) = dynamics.advance(&of(r), &mut dice);
        sum += f64::from(reward);
        assert!(!over);
        dynamics.observe(&mut dice, &mut seen);
        for (_, expected, total) in marks.iter().filter(|m| m.0 == step) {
            for (a, b) in seen.iter().zip(*expected) {
                assert!(
                    (f64::from(*a) - b).abs() < 2e-6,
                    "{} step {step}: {seen:?}",
                    dynamics.spec().name
                );
            }
            assert!(
                (sum - total).abs() < 1e-5 * total.abs().max(0.1),
                "{} step {step}: {sum}",
                dynamics.spec().name
            );
        }
    }
}

fn among(n: usize) -> impl Fn(usize) -> Action {
    move |r| Action::Discrete(r % n)
}

fn scaled(bound: f64) -> impl Fn(usize) -> Action {
    move |r| {
        Action::Continuous(vec![
            ((r % 2001) as f64 - 1000.0) as f32 / 1000.0 * bound as f32,
        ])
    }
}

#[test]
fn cart_pole_does_what_the_docstrings_say() {
    for (before, action, after) in CART_POLE_TRANSITIONS {
        for (a, b) in cart_pole_step(before, action == 1).iter().zip(after) {
            assert!((a - b).abs() < 1e-6, "{before:?} {action}: {a} {b}");
        }
    }
}

#[test]
fn cart_pole_traces() {
    let mut dynamics = CartPole::default();
    dynamics.state = [0.01, -0.02, 0.03, -0.04];
    let marks: Marks = &[
        (
            1,
            &[
                0.009600000455975533,
                -0.21553902328014374,
                0.029200000688433647,
                0.26199522614479065,
            ],
            1.0,
        ),
        (
            5,
            &[
                -0.015504676848649979,
                -0.21781973540782928,
                0.06313389539718628,
                0.31277668476104736,
            ],
            5.0,
        ),
        (
            10,
            &[
                -0.021871481090784073,
                -0.027533242478966713,
                0.07525305449962616,
                0.12653638422489166,
            ],
            10.0,
        ),
        (
            20,
            &[
                -0.024617023766040802,
                -0.041328247636556625,
                0.12000246345996857,
                0.43341323733329773,
            ],
            20.0,
        ),
    ];
    follow(&mut dynamics, among(2), marks);
    // The fixed horizon of seals: on beyond the fall, angles wrapped, rewards only while it stood.
    let mut dynamics = seals::SealsCartPole::default();
    dynamics.state = [0.01, -0.02, 0.03, -0.04];
    let marks: Marks = &[
        (
            50,
            &[
                -0.019653497263789177,
                0.2540838122367859,
                0.8495633006095886,
                2.844810724258423,
            ],
            33.0,
        ),
        (
            100,
            &[
                0.19128747284412384,
                -0.7952715158462524,
                -0.6650956869125366,
                1.3178653717041016,
            ],
            33.0,
        ),
    ];
    follow(&mut dynamics, among(2), marks);
}

#[test]
fn acrobot_traces() {
    let mut dynamics = Acrobot::default();
    dynamics.state = [0.05, -0.05, 0.1, -0.1];
    let marks: Marks = &[
        (
            1,
            &[
                0.9971655607223511,
                0.0752384290099144,
                0.9956619143486023,
                -0.09304480254650116,
                0.14650258421897888,
                -0.32019147276878357,
            ],
            -1.0,
        ),
        (
            10,
            &[
                0.9944685697555542,
                -0.10503467917442322,
                0.9880512952804565,
                0.15412537753582,
                0.241474449634552,
                -0.31616246700286865,
            ],
            -10.0,
        ),
        (
            30,
            &[
                0.9967816472053528,
                0.08016420155763626,
                0.998160719871521,
                0.06062312051653862,
                0.265914648771286,
                -0.6880254149436951,
            ],
            -30.0,
        ),
        (
            60,
            &[
                0.9867746233940125,
                -0.16209813952445984,
                0.9081652164459229,
                0.41861191391944885,
                -0.05228016525506973,
                0.5634273290634155,
            ],
            -60.0,
        ),
    ];
    follow(&mut dynamics, among(3), marks);
}

#[test]
fn mountain_car_traces() {
    let mut dynamics = MountainCar::default();
    dynamics.state = [-0.5, 0.0];
    let marks: Marks = &[
        (1, &[-0.5011768341064453, -0.0011768429540097713], -1.0),
        (50, &[-0.5174448490142822, 0.0036385622806847095], -50.0),
        (100, &[-0.515489399433136, 0.0028940048068761826], -100.0),
        (199, &[-0.5147358775138855, 0.014685883186757565], -199.0),
    ];
    follow(&mut dynamics, among(3), marks);
    let mut dynamics = MountainCarContinuous::default();
    dynamics.state = [-0.5, 0.0];
    let marks: Marks = &[
        (
            1,
            &[-0.49948984384536743, 0.0005101569695398211],
            -0.020976400000000003,
        ),
        (
            50,
            &[-0.5119394063949585, 0.009612404741346836],
            -2.0479997000000005,
        ),
        (
            100,
            &[-0.5862141847610474, 0.005402481183409691],
            -3.820579599999999,
        ),
        (
            300,
            &[-0.522861897945404, 0.006710426416248083],
            -11.164387999999994,
        ),
    ];
    follow(&mut dynamics, scaled(1.0), marks);
    // Against the left wall it stands still.
    assert_eq!(mountain_car_step([-1.19, -0.05], -0.001), [-1.2, 0.0]);
}

#[test]
fn pendulum_trace() {
    let mut dynamics = Pendulum::default();
    dynamics.state = [3.0, 0.5];
    let marks: Marks = &[
        (
            1,
            &[-0.9947296380996704, 0.10253264755010605, 0.7775899767875671],
            -9.026311025,
        ),
        (
            20,
            &[
                -0.9991923570632935,
                0.040182679891586304,
                -0.623207688331604,
            ],
            -185.63554458211422,
        ),
        (
            50,
            &[
                -0.9010552763938904,
                -0.43370431661605835,
                -0.5464884042739868,
            ],
            -439.5783189397189,
        ),
        (
            100,
            &[-0.7548317313194275, 0.655918538570404, -1.0457086563110352],
            -821.0916383030443,
        ),
    ];
    follow(&mut dynamics, scaled(2.5), marks);
}

#[test]
fn tables_are_those_of_gymnasium() {
    // Sums over all outcomes of probability·(1 + state)(1 + 3·action)(1 + 7·next)(1 + 11·reward)(1
    // + 13·ended), which no wrong entry leaves alone.
    for (name, sum) in [
        ("FrozenLake-v1", 3_613_501.0),
        ("FrozenLake8x8-v1", 142_672_490.0),
        ("CliffWalking-v1", -3_160_357_420.0),
    ] {
        let (mdp, _) = grids::mdp(name).unwrap();
        let mut found = 0.0;
        for (s, a) in (0..mdp.states()).flat_map(|s| (0..4).map(move |a| (s, a))) {
            for o in mdp.outcomes(s, a) {
                found += o.probability
                    * (1 + s) as f64
                    * (1 + 3 * a) as f64
                    * (1 + 7 * o.next) as f64
                    * (1.0 + 11.0 * o.reward)
                    * if o.terminated { 14.0 } else { 1.0 };
            }
        }
        assert!((found - sum).abs() < 1e-4, "{name}: {found}");
    }
}
