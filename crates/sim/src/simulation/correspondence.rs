//! Correspondence: whoever drives a campus passes on what its minds ask of models, and brings back
//! what they answer.
//!
//! The clock may run on past an unanswered request by so many simulated seconds (the patience);
//! then it waits. With a patience of 0 every answer enters the world in the tick after it was asked
//! for, so that what happens does not depend on how fast the model is. Every request is answered in
//! a bounded time, by the built-in mind if need be, so the clock never waits for good.

use super::{
    Campus, keys,
    onlooker::{Onlooker, Oversight},
};
use crate::{
    conduct::{Change, Whom},
    memory::Vectors,
    mind::{talk::converse::LineAnswer, thought_queue::ThoughtQueue},
};
use collegium_core::{files, ids::AgentId, input::BadInputs, text::harmless, time::SimTime};
use collegium_llm::{
    Answer, Broker, BrokerError, Call, Cassette, EmbeddingError, Health, Model, Outcome, Player,
    Request, Settings, Tape, Usages,
};
use std::{
    collections::{BTreeMap, VecDeque},
    path::{Path, PathBuf},
    time::Duration,
};

/// Joins a campus with the models that answer it.
pub struct Correspondence {
    model: Box<dyn Model>,
    /// How long the clock may run on past a question, in simulated seconds.
    patience: u32,
    /// What all calls of the run have come to.
    pub usages: Usages,
    /// Prices of a million tokens, in and out, of the profile that is asked for most.
    pub prices: Option<(f64, f64)>,
    /// How many of the calls that wait for the next commit are in the statistics.
    counted: usize,
    oversight: Oversight,
}

impl Correspondence {
    /// With a model, and what the run's calls have come to before.
    pub fn new(model: Box<dyn Model>, patience: u32, usages: Usages) -> Self {
        Self {
            model,
            patience,
            usages,
            prices: None,
            counted: 0,
            oversight: Oversight::default(),
        }
    }

    /// Lets somebody look on from now on.
    pub fn show(&mut self, onlooker: Box<dyn Onlooker>) {
        self.oversight.onlooker = Some(onlooker);
    }

    /// Ends [`Correspondence::run_until`] at the first answer that no mind can use, before it enters
    /// the campus.
    pub fn be_strict(&mut self) {
        self.oversight.strict = true;
    }

    /// What was asked and came back where that has ended the run; see
    /// [`Correspondence::be_strict`].
    pub fn failed(&self) -> Option<(&Request, &Answer)> {
        let failed = self.oversight.failed.as_deref()?;
        Some((&failed.0, &failed.1))
    }

    /// Passes on what the campus asks, and brings back what has been answered. True when the clock
    /// may go on. When it may not, waits for an answer for up to `wait` of real time.
    pub fn exchange(&mut self, campus: &mut Campus, wait: Duration) -> bool {
        self.count(campus.calls());
        let requests = campus.take_requests();
        if !requests.is_empty() {
            self.oversight.sees(&requests);
            self.model.submit(requests);
        }
        if campus.waits_since().is_none() {
            return true;
        }
        let must_wait = self.must_wait(campus);
        let mut answers = self
            .model
            .collect(if must_wait { wait } else { Duration::ZERO });
        answers.retain(|answer| self.oversight.lets_in(answer));
        campus.deliver(answers);
        !self.must_wait(campus)
    }

    /// Whether the clock has to wait for an answer that has not come.
    fn must_wait(&self, campus: &Campus) -> bool {
        campus
            .unanswered_since()
            .is_some_and(|asked| asked.plus(self.patience) <= campus.clock().now)
    }

    /// Takes calls that wait for the next commit into the statistics, each once. To be called
    /// before each commit.
    pub fn count(&mut self, calls: &[Call]) {
        // After a commit there are fewer than were counted.
        let from = if calls.len() < self.counted {
            0
        } else {
            self.counted
        };
        for call in &calls[from..] {
            self.usages.add(call.request.purpose, &call.answer);
            // What nobody answered in time is given up within the campus.
            self.oversight.judge(&call.request, &call.answer);
        }
        self.counted = calls.len();
    }

    /// Runs until the clock stands at `limit`, or at the first tick after it, or until an answer
    /// ends the run; `going` says between two ticks whether to go on.
    pub fn run_until(
        &mut self,
        campus: &mut Campus,
        limit: SimTime,
        mut going: impl FnMut(&Campus, &Usages) -> bool,
    ) {
        while campus.clock().now < limit && going(campus, &self.usages) {
            let may = self.exchange(campus, WAIT);
            if self.oversight.failed.is_some() {
                break;
            }
            if may {
                campus.step(limit);
            }
        }
        self.count(campus.calls());
    }
}

/// How long to wait for answers before looking at whether to go on.
const WAIT: Duration = Duration::from_millis(100);

/// Why a campus could not be joined with its models.
#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    /// The settings file cannot be read, or something is wrong in it.
    #[error(transparent)]
    Settings(#[from] BadInputs),
    /// Nothing is said of a settings file, and the usual one is not there.
    #[error(
        "the minds of this run are driven by a language model, but there are no settings; copy \
         collegium.example.toml (a project that `collegium new DIR` makes has it) to \
         {USUAL_SETTINGS}, name a file with --settings, or choose --mind builtin"
    )]
    NoSettings,
    /// The settings have no profile.
    #[error(
        "the settings hold no profile; expected [models.NAME] with api, base_url and model (see \
         collegium.example.toml)"
    )]
    NoProfiles,
    /// Not the profile that a mind asks for.
    #[error("{}", harmless(.0))]
    NoSuchProfile(String),
    /// Several profiles, and nothing says which is asked.
    #[error(
        "the settings do not say which model is asked; expected model = \"NAME\" under [minds], or \
         --model NAME, with one of {0}"
    )]
    NoChoice(String),
    /// The key of a profile that is asked is not set.
    #[error(
        "the profile {0} needs a key in the variable {1}, which is not set; set it in the \
         environment or in a file .env, or choose --mind builtin"
    )]
    NoKey(String, String),
    /// A text of the campus holds a key, which would be saved and shown with it.
    #[error(
        "the key in {variable} stands in {whose}, which would be saved and shown; take it out, or \
         choose --mind builtin",
        whose = harmless(whose)
    )]
    KeyInText {
        /// Whose text it is, and which.
        whose: String,
        /// The variable that holds the key.
        variable: String,
    },
    /// The broker did not start.
    #[error(transparent)]
    Broker(#[from] BrokerError),
    /// The server for vectors does not answer as it should.
    #[error(transparent)]
    Embedding(#[from] EmbeddingError),
}

/// Where settings are looked for when none are named.
pub const USUAL_SETTINGS: &str = "collegium.toml";

/// The file of settings: the one that is named, or the usual one, if that exists.
pub fn settings_file(named: Option<&Path>) -> Option<PathBuf> {
    let usual = || files::project().map(|folder| folder.join(USUAL_SETTINGS));
    named
        .map(Path::to_owned)
        .or_else(|| usual().filter(|usual| usual.is_file()))
}

/// The settings of a file; of the usual one where none is named, if that exists.
///
/// # Errors
/// When they are refused.
pub fn settings(file: Option<&Path>) -> Result<Option<Settings>, BadInputs> {
    settings_file(file)
        .map(|file| Settings::load(&file))
        .transpose()
}

/// Refuses a campus with a key in a text: requests are scrubbed where they are sent, but a save
/// holds its texts as they are, so that it can be run again without the key.
///
/// # Errors
/// For the first text with a key.
pub(super) fn keep_out(campus: &Campus, settings: &Settings) -> Result<(), JoinError> {
    match keys::first_held(settings, campus.scenario(), campus.map()) {
        Some((whose, variable)) => Err(JoinError::KeyInText { whose, variable }),
        None => Ok(()),
    }
}

impl Correspondence {
    /// Joins a campus with the models of a settings file; none when no mind of the campus is driven
    /// by one. With `without_model` the built-in mind answers in their place.
    ///
    /// # Errors
    /// When the settings are missing or refused, or lack a profile that a mind asks for; or a text
    /// of the campus holds one of their keys.
    pub fn join(
        campus: &Campus,
        file: Option<&Path>,
        without_model: bool,
        usages: Usages,
    ) -> Result<Option<Self>, JoinError> {
        let profiles: Vec<String> = campus.model_profiles().collect();
        if profiles.is_empty() {
            return Ok(None);
        }
        if without_model {
            return Ok(Some(Self::new(Box::new(Player::default()), 0, usages)));
        }
        let settings = settings(file)?.ok_or(JoinError::NoSettings)?;
        if settings.profiles.is_empty() {
            return Err(JoinError::NoProfiles);
        }
        keep_out(campus, &settings)?;
        for profile in profiles.iter().filter(|p| !p.is_empty()) {
            settings
                .profile(profile)
                .map_err(JoinError::NoSuchProfile)?;
        }
        let minds = &settings.minds;
        let chosen = profiles
            .iter()
            .find(|p| !p.is_empty())
            .or(minds.model.as_ref());
        let chosen = chosen.and_then(|name| settings.profiles.get(name));
        let chosen = chosen.or_else(|| {
            settings
                .profiles
                .values()
                .next()
                .filter(|_| settings.profiles.len() == 1)
        });
        let by_choice = minds.people.len() + minds.purposes.len() + minds.groups.len();
        let prices = match chosen {
            None if by_choice == 0 => {
                let names: Vec<&str> = settings.profiles.keys().map(String::as_str).collect();
                return Err(JoinError::NoChoice(names.join(", ")));
            }
            None => None,
            Some(profile) => {
                if let Some(variable) = profile.missing_key() {
                    return Err(JoinError::NoKey(profile.name.clone(), variable.to_owned()));
                }
                Some((profile.price_in, profile.price_out))
            }
        };
        let patience = minds.patience_seconds;
        let oversight = Oversight::without(settings.secrets());
        Ok(Some(Self {
            prices,
            oversight,
            ..Self::new(Box::new(Broker::start(settings)?), patience, usages)
        }))
    }

    /// Says that somebody looks on: from now on lines are written before their eyes, where the
    /// servers can do so.
    pub fn listen(&mut self) {
        self.model.listen();
    }

    /// The words that models are writing just now for people of the campus, who have not said them
    /// yet. They are for the eye only, and may still be put aside.
    pub fn lines_so_far(&self, campus: &Campus) -> BTreeMap<AgentId, String> {
        let so_far = self.model.so_far();
        let lines = campus.world().resource::<ThoughtQueue>().lines();
        let words = lines.filter_map(|(request, agent, answer)| {
            let text = match answer.map(|answer| &answer.outcome) {
                Some(Outcome::Ok(text) | Outcome::Repaired(text, _)) => text,
                Some(Outcome::FellBack(..)) => return None,
                None => so_far.get(&request)?,
            };
            Some((agent, LineAnswer::words_so_far(text)?))
        });
        words.collect()
    }

    /// How the models are.
    pub fn health(&self) -> Vec<Health> {
        self.model.health()
    }
}

/// Why a run could not be replayed from its cassette.
#[derive(Debug, thiserror::Error)]
pub enum Diverged {
    /// Another question was asked.
    #[error(
        "request {id} differs from the one that the cassette holds: the run takes another course \
         from here ({at})"
    )]
    Request {
        /// The request's number.
        id: u64,
        /// The moment of the run, in words.
        at: String,
    },
    /// A vector was needed that is not recorded.
    #[error(
        "no vector is recorded for “{}”: the run takes another course from here ({at})",
        harmless(text)
    )]
    Vector {
        /// The text's first words.
        text: String,
        /// The moment of the run, in words.
        at: String,
    },
}

/// Plays a cassette to a campus: every answer enters the world at the tick at which it did.
pub struct Replay {
    tape: Tape,
    vectors: VecDeque<(u64, Vectors)>,
    changes: VecDeque<(SimTime, AgentId, Change)>,
}

impl Replay {
    /// From the beginning of a run.
    pub fn new(cassette: &Cassette) -> Self {
        Self {
            tape: cassette.tape(),
            vectors: VecDeque::new(),
            changes: VecDeque::new(),
        }
    }

    /// With the vectors of a save ([`super::Saver::vectors`]), each from a tick on.
    #[must_use]
    pub fn with_vectors(mut self, vectors: impl IntoIterator<Item = (u64, Vectors)>) -> Self {
        self.vectors = vectors.into_iter().collect();
        self
    }

    /// With the policy heads that were mounted and the lessons that were taught
    /// ([`crate::conduct::Conduct::history`]), each at its time.
    #[must_use]
    pub fn with_changes(
        mut self,
        changes: impl IntoIterator<Item = (SimTime, AgentId, Change)>,
    ) -> Self {
        self.changes = changes.into_iter().collect();
        self
    }

    /// Runs until the clock stands at `limit` or after it.
    ///
    /// # Errors
    /// When the campus asks something else than it did when the cassette was recorded, or needs a
    /// vector that is not recorded.
    pub fn run_until(&mut self, campus: &mut Campus, limit: SimTime) -> Result<(), Diverged> {
        while campus.clock().now < limit {
            while let Some((_, vectors)) = self
                .vectors
                .pop_front_if(|(from, _)| *from <= campus.clock().tick)
            {
                campus.use_vectors(vectors);
            }
            while let Some((_, agent, change)) = self
                .changes
                .pop_front_if(|(at, ..)| *at <= campus.clock().now)
            {
                campus.change(&Whom::Person(agent), &change);
            }
            let until = self
                .changes
                .front()
                .map_or(limit, |(at, ..)| limit.min(*at));
            let due = self.tape.due(campus.clock().tick);
            for row in &due {
                if campus.request_key(row.id) != Some(row.key) {
                    return Err(Diverged::Request {
                        id: row.id,
                        at: campus.clock().now.to_string(),
                    });
                }
            }
            campus.deliver(due.into_iter().map(|row| row.answer).collect());
            let at = campus.clock().now;
            campus.step(until);
            if let Some(text) = campus.vectors().missing() {
                return Err(Diverged::Vector {
                    text,
                    at: at.to_string(),
                });
            }
            campus.take_requests();
        }
        Ok(())
    }
}
