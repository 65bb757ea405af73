//! Policy heads that are mounted, and how they choose.

use super::{
    observe::{Observation, WIDTH},
    points::{ACTS, Act, Queue},
    situation::ActMask,
};
use crate::tools::{Checked, DecidedBy};
pub use crate::tools::{Decides, EXPERT, OFF};
use collegium_core::{dice::Stream, text::make_harmless};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use training::{
    env::{ActionSpace, Mask},
    head::{ActionSelection, Head, InputNorm, Scratch},
    nets::{mlp::Activation, params::Weights},
    rollout::Shape,
};

/// Who decides for somebody, as their state keeps it: a head by its number among those of the
/// campus.
pub type Mount = Decides<u16>;

/// Who is to decide, with the head itself.
pub type Decider = Decides<Arc<Mounted>>;

impl Decider {
    /// The same, heads by what people call them.
    pub fn named(&self) -> Decides<&str> {
        self.as_ref().map(|head| head.name())
    }

    /// The mark of it that the log keeps: what it is, for a head with name and checksum.
    pub(super) fn mark(&self) -> DecidedBy {
        self.as_ref().map(|head| Checked {
            name: head.name().to_owned(),
            checksum: head.checksum(),
        })
    }
}

/// For whom somebody is to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Everybody on the campus.
    Everybody,
    /// The people of a group, by the `group` of their personas.
    Group(String),
    /// One person, by their number.
    Person(collegium_core::ids::AgentId),
}

/// What goes into a head for conduct and what comes out.
pub fn shape() -> Shape {
    Shape {
        observation: WIDTH,
        state: 0,
        actions: ActionSpace::Discrete(ACTS),
    }
}

/// All that makes a head: what saves and files keep of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeadParts {
    /// What it is called in logs, saves and the window.
    pub name: String,
    /// Whether it takes what it finds likeliest; else it draws by its probabilities.
    pub greedy: bool,
    /// The nonlinearity between its layers.
    pub activation: Activation,
    /// The numbers that training has found, layer by layer.
    pub weights: Weights,
    /// How observations are normalised before they go in.
    pub norm: Option<InputNorm>,
}

/// A policy head that can be mounted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "HeadParts", into = "HeadParts")]
pub struct Mounted {
    parts: HeadParts,
    head: Head,
}

impl TryFrom<HeadParts> for Mounted {
    type Error = training::error::Error;

    /// # Errors
    /// When the weights are not those of a head for conduct: what was found, and what is expected.
    fn try_from(mut parts: HeadParts) -> Result<Self, Self::Error> {
        // It may be that of a file, or of a save, that somebody passed on.
        make_harmless(&mut parts.name);
        // In the order of a file, so that a head that was read equals the one that was written.
        parts.weights.0.sort_by(|a, b| a.name.cmp(&b.name));
        let head = Head::new(
            &parts.weights,
            parts.activation,
            &shape(),
            parts.norm.clone(),
        )?;
        if head.state_width() > 0 {
            return Err(Self::Error::shape(
                "policy",
                "a recurrent one",
                "one without a state",
            ));
        }
        Ok(Self { parts, head })
    }
}

impl From<Mounted> for HeadParts {
    fn from(mounted: Mounted) -> Self {
        mounted.parts
    }
}

impl Mounted {
    /// What it is called in logs, saves and the window.
    pub fn name(&self) -> &str {
        &self.parts.name
    }

    /// All that makes it: what saves and files keep of it.
    pub fn parts(&self) -> &HeadParts {
        &self.parts
    }

    /// A checksum over all that decides: heads of equal sums act alike.
    pub fn checksum(&self) -> u64 {
        self.head.checksum()
    }

    /// Chooses an act, and gives the probability of each.
    pub fn choose(
        &self,
        observation: &Observation,
        mask: ActMask,
        roll: &mut Stream,
        scratch: &mut Scratch,
    ) -> (Act, [f32; ACTS]) {
        let choice = if self.parts.greedy {
            ActionSelection::Greedy
        } else {
            ActionSelection::Sample(roll.unit())
        };
        let (act, _) = self.head.act(
            observation,
            Mask(u64::from(mask.0)),
            &mut [],
            choice,
            scratch,
        );
        let mut probabilities = [0.0; ACTS];
        for (p, from) in probabilities.iter_mut().zip(&scratch.probs) {
            *p = *from;
        }
        (
            Act::ALL
                .get(act)
                .copied()
                .unwrap_or(Act::Queue(Queue::Wait)),
            probabilities,
        )
    }
}
