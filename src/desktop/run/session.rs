//! The run on the screen: the campus, its save, its driver, and the last events.

use super::{
    as_opened::AsOpened,
    drive::{Between, Drive},
    presence::Presence,
    twin::Twin,
};
use crate::desktop::options::Options;
use bevy::prelude::Resource;
use collegium_core::{files, i18n::Words, ids::AgentId, text::Shown as _};
use collegium_learning::LearnError;
use collegium_llm::{Call, Usages};
use collegium_sim::{
    campus::{
        people::MindKind,
        scenario::{self, ScenarioError},
    },
    record::{self, Chronicle, Logged, SaveError, SaveFile, Site},
    simulation::{self, Campus, Correspondence, Endpoint, JoinError, ResumeError, Saver},
    tools::{Names, tell},
};
use std::{
    collections::{BTreeMap, VecDeque},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock},
    time::Duration,
};

/// How many events are kept.
const KEPT: usize = 2000;

/// Why a run could not be begun or gone on with.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The scenario or its map.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// The save is damaged, in use, or cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The save to go on from.
    #[error(transparent)]
    Resume(#[from] ResumeError),
    /// The language models that minds need cannot be joined.
    #[error(transparent)]
    Models(#[from] JoinError),
    /// The head or book that is asked for is refused.
    #[error(transparent)]
    Head(#[from] LearnError),
}

/// An event; its words are made when somebody looks at it.
#[derive(Clone, Debug)]
pub struct ShownEvent {
    /// What happened, and when.
    pub logged: Logged,
    words: OnceLock<String>,
}

impl ShownEvent {
    const fn new(logged: Logged) -> Self {
        Self {
            logged,
            words: OnceLock::new(),
        }
    }

    /// The event as a sentence; made once and kept.
    pub fn text(&self, words: &Words, names: &Names<'_>) -> &str {
        self.words.get_or_init(|| self.logged.text(words, names))
    }
}

/// Keeps a save as it is; where that cannot be, whoever leaves without saving is told.
fn kept(path: &Path) -> Option<AsOpened> {
    let kept = AsOpened::keep(path);
    kept.map_err(|error| {
        tracing::warn!(
            "{} cannot be kept as it is ({error}): leaving without saving will not bring it back",
            path.shown()
        );
    })
    .ok()
}

/// The file of the scenario of a save, for beginning anew: beside the scenario that was asked for,
/// or one of the project or the carried ones; the one that was asked for, where there is none.
fn scenario_file(name: &str, asked: &Path) -> PathBuf {
    let file = format!("{name}.toml");
    // A save may come from anywhere.
    if Path::new(&file).file_name() != Some(file.as_ref()) {
        return asked.to_owned();
    }
    [
        asked.with_file_name(&file),
        files::carried("scenarios").join(&file),
    ]
    .into_iter()
    .find(|file| files::is_file(file))
    .unwrap_or_else(|| asked.to_owned())
}

/// Looks, beside the run, whether the rows of its save are as they were written; where they are
/// not, the window says so. The larger the save the longer it takes, and nobody waits for it.
fn check_rows_aside(path: PathBuf) {
    let check = move || {
        if let Err(error) = SaveFile::look(&path).and_then(|save| save.check_rows()) {
            tracing::warn!("{error}; what follows may be another future");
        }
    };
    let begun = std::thread::Builder::new()
        .name("check".to_owned())
        .spawn(check);
    if let Err(error) = begun {
        tracing::warn!("the save's rows were not checked: {error}");
    }
}

/// The last events of the run, for the panel.
#[derive(Clone, Debug, Default)]
pub struct EventLog {
    /// The events, oldest first.
    pub lines: VecDeque<ShownEvent>,
    /// Counts every change.
    pub revision: u64,
    seen: u64,
}

impl EventLog {
    /// Puts what happened before a resumed run in front.
    fn recall(&mut self, past: Vec<Logged>) {
        for logged in past.into_iter().rev() {
            if self.lines.len() < KEPT && tell::is_told(&logged.occurrence.event) {
                self.lines.push_front(ShownEvent::new(logged));
            }
        }
        self.revision += 1;
    }

    /// Words are made anew: another language is spoken from here on.
    pub fn forget_words(&mut self) {
        for event in &mut self.lines {
            event.words.take();
        }
        self.revision += 1;
    }

    /// Takes in what has happened since the last time; must be called before each commit.
    pub fn take_in(&mut self, campus: &Campus) {
        let Some(chronicle) = campus.world().get_resource::<Chronicle>() else {
            return;
        };
        let first = chronicle
            .pending
            .partition_point(|logged| logged.seq < self.seen);
        for logged in &chronicle.pending[first..] {
            self.seen = logged.seq + 1;
            if tell::is_told(&logged.occurrence.event) {
                if self.lines.len() == KEPT {
                    self.lines.pop_front();
                }
                self.lines.push_back(ShownEvent::new(logged.clone()));
                self.revision += 1;
            }
        }
    }
}

/// The run on the screen: its campus and all that goes with it.
#[derive(Resource)]
pub struct Run {
    /// The campus; stepped only by [`Run::frame`], so that nothing is missed.
    pub campus: Campus,
    /// How quickly time passes for it.
    pub drive: Drive,
    /// The last events, to be listed.
    pub events: EventLog,
    /// Where people have been.
    pub presence: Presence,
    /// The scenario's file, for beginning anew.
    pub scenario_file: PathBuf,
    /// Where the save of a new run will lie; it is made with the first frame, so that a run that
    /// never shows leaves none.
    new_save: Option<Site>,
    autosave: u32,
    saver: Option<Mutex<Saver>>,
    /// The save as it was when it was opened or last saved by hand; none where it could not be
    /// kept, or is not there yet.
    as_opened: Option<AsOpened>,
    /// What is exchanged with language models; none when no mind is driven by one.
    mail: Option<Mutex<Correspondence>>,
    /// The last calls to language models, oldest first.
    pub calls: VecDeque<Call>,
    /// The words that models are writing just now for people who have not said them yet: shown, and
    /// never kept.
    pub so_far: BTreeMap<AgentId, String>,
    /// The same campus with the built-in rule for everybody, while the two are compared; never
    /// saved.
    pub twin: Option<Twin>,
}

/// How long the window waits for vectors of a server, once: the next frame waits with it.
const PATIENCE: Duration = Duration::from_secs(2);

/// How many calls are kept for the inspector.
const CALLS: usize = 400;

/// What is seen to between two ticks: who was where, answers of models, and autosaves.
struct Keeper<'a> {
    events: &'a mut EventLog,
    presence: &'a mut Presence,
    saver: Option<&'a mut Saver>,
    mail: Option<&'a mut Correspondence>,
    calls: &'a mut VecDeque<Call>,
    twin: Option<&'a mut Twin>,
    seen: usize,
    result: Result<(), SaveError>,
}

impl Keeper<'_> {
    /// Takes in the calls that were answered since the last time.
    fn take_calls(&mut self, campus: &Campus) {
        let calls = campus.calls();
        for call in calls.iter().skip(self.seen) {
            if self.calls.len() == CALLS {
                self.calls.pop_front();
            }
            self.calls.push_back(call.clone());
        }
        self.seen = calls.len();
    }
}

impl Between for Keeper<'_> {
    fn ready(&mut self, campus: &mut Campus) -> bool {
        self.mail
            .as_mut()
            .is_none_or(|mail| mail.exchange(campus, Duration::ZERO))
    }

    fn after(&mut self, campus: &mut Campus) {
        if let Some(twin) = self.twin.as_mut() {
            twin.keep_up(campus.clock().now);
        }
        self.presence.take_in(campus);
        self.take_calls(campus);
        if let Some(saver) = self.saver.as_mut()
            && campus.clock().now >= saver.next()
        {
            self.events.take_in(campus);
            if let Some(mail) = self.mail.as_mut() {
                mail.count(campus.calls());
            }
            match saver.commit_if_due(campus) {
                Ok(_) => self.seen = campus.calls().len(),
                Err(error) => self.result = Err(error),
            }
        }
    }
}

/// Correspondence whose lines are shown as they are written.
fn before_our_eyes(mut mail: Correspondence) -> Mutex<Correspondence> {
    mail.listen();
    Mutex::new(mail)
}

impl Run {
    /// Begins a run, or goes on with one.
    ///
    /// # Errors
    /// When the scenario or the save is refused.
    pub fn open(options: &Options) -> Result<Self, OpenError> {
        match &options.resume {
            Some(name) => Self::resume(&record::save_path(&options.saves, name), options),
            None => Self::begin(&options.scenario, options),
        }
    }

    /// Begins a run of a scenario with a save of its own.
    ///
    /// # Errors
    /// When the scenario is refused or the save cannot be made.
    pub fn begin(file: &Path, options: &Options) -> Result<Self, OpenError> {
        if let Some(name) = &options.save {
            record::check_name(name)?;
        }
        let (scenario, map) = scenario::load(file, options.overrides())?;
        let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), 1);
        options.conduct.begin(&mut campus)?;
        let site = match &options.save {
            Some(name) => {
                let path = record::save_path(&options.saves, name);
                if path.exists() {
                    return Err(SaveError::Exists(path).into());
                }
                Site::At(path)
            }
            None => Site::free(&options.saves, &campus.scenario().name),
        };
        let settings = options.settings.as_deref();
        let mail =
            Correspondence::join(&campus, settings, false, Usages::default())?.map(before_our_eyes);
        let without = options.mind == Some(MindKind::BuiltIn);
        campus.use_embedder(Endpoint::of_run(
            &campus,
            settings,
            without,
            Some(PATIENCE),
        )?);
        Ok(Self {
            // A picture of the map alone leaves no save.
            new_save: options.map_picture.is_none().then_some(site),
            mail,
            ..Self::new(campus, None, file.to_owned(), options)
        })
    }

    /// Goes on with a run.
    ///
    /// # Errors
    /// When the save is refused.
    pub fn resume(path: &Path, options: &Options) -> Result<Self, OpenError> {
        let (mut campus, mut saver) = simulation::load(path, 1, options.autosave)?;
        // Opening writes already which embedder goes on.
        let as_opened = kept(path);
        let without = options.mind == Some(MindKind::BuiltIn);
        let settings = options.settings.as_deref();
        let embedder = Endpoint::of_run(&campus, settings, without, Some(PATIENCE))?;
        saver.use_embedder(&mut campus, embedder)?;
        check_rows_aside(path.to_owned());
        options.conduct.go_on(&mut campus)?;
        let past = saver.recent(KEPT)?;
        let usages = saver.usages()?;
        let mail = Correspondence::join(&campus, settings, without, usages)?.map(before_our_eyes);
        let scenario = scenario_file(&campus.scenario().name, &options.scenario);
        let mut session = Self {
            mail,
            as_opened,
            ..Self::new(campus, Some(saver), scenario, options)
        };
        session.events.recall(past);
        Ok(session)
    }

    fn new(
        campus: Campus,
        saver: Option<Saver>,
        scenario_file: PathBuf,
        options: &Options,
    ) -> Self {
        let mut drive = Drive::new(options.speed, options.until);
        drive.look(&campus);
        // The first frame runs the first tick.
        drive.fraction = 1.0;
        let mut events = EventLog {
            seen: campus.head().events,
            ..EventLog::default()
        };
        events.take_in(&campus);
        Self {
            presence: Presence::of(&campus),
            campus,
            drive,
            events,
            scenario_file,
            new_save: None,
            autosave: options.autosave,
            saver: saver.map(Mutex::new),
            as_opened: None,
            mail: None,
            calls: VecDeque::new(),
            so_far: BTreeMap::new(),
            twin: None,
        }
    }

    /// What the run's save is called: its file without folder and ending; none without a save.
    pub fn save_name(&self) -> Option<String> {
        if let Some(site) = &self.new_save {
            return Some(site.path().file_stem()?.to_string_lossy().into_owned());
        }
        let saver = self.saver.as_ref()?.lock().ok()?;
        Some(saver.path().file_stem()?.to_string_lossy().into_owned())
    }

    /// Lets `seconds` of real time pass. Says whether the save went wrong.
    ///
    /// # Errors
    /// When an autosave was due and could not be written.
    pub fn frame(&mut self, seconds: f32) -> Result<(), SaveError> {
        if self.drive.playing {
            self.make_save()?;
        }
        let Self {
            campus,
            drive,
            events,
            presence,
            saver,
            mail,
            calls,
            so_far,
            twin,
            ..
        } = self;
        let saver = saver.as_mut().and_then(|s| s.get_mut().ok());
        let mail = mail.as_mut().and_then(|m| m.get_mut().ok());
        let seen = campus.calls().len();
        let mut keeper = Keeper {
            events,
            presence,
            saver,
            mail,
            calls,
            twin: twin.as_mut(),
            seen,
            result: Ok(()),
        };
        drive.frame(campus, seconds, &mut keeper);
        let result = keeper.result;
        if let Some(mail) = keeper.mail {
            *so_far = mail.lines_so_far(campus);
        }
        if let Some(twin) = twin {
            twin.compare(campus, seconds);
        }
        events.take_in(campus);
        result
    }

    /// What is exchanged with language models, to look at; none when no mind is driven by one.
    pub fn mail<T>(&self, look: impl FnOnce(&Correspondence) -> T) -> Option<T> {
        self.mail.as_ref()?.lock().ok().map(|mail| look(&mail))
    }

    /// Makes the save of a new run.
    fn make_save(&mut self) -> Result<(), SaveError> {
        if let Some(site) = self.new_save.clone() {
            self.events.take_in(&self.campus);
            let saver = Saver::create(site, &mut self.campus, self.autosave)?;
            self.as_opened = Some(AsOpened::nothing(saver.path()));
            self.saver = Some(Mutex::new(saver));
            self.new_save = None;
        }
        Ok(())
    }

    /// Saves because somebody asked for it: from here on this is what leaving without saving leads
    /// back to.
    ///
    /// # Errors
    /// When the save cannot be written.
    pub fn save_by_hand(&mut self) -> Result<(), SaveError> {
        self.save()?;
        let saver = self.saver.as_mut().and_then(|s| s.get_mut().ok());
        if let Some(saver) = saver {
            self.as_opened = kept(saver.path());
        }
        Ok(())
    }

    /// Leaves the save as it was when it was opened or last saved by hand, and the run without one:
    /// nothing is saved any more. The save of a new run goes away.
    ///
    /// # Errors
    /// When the save cannot be put back: then it is as it was saved last.
    pub fn forsake(&mut self) -> Result<(), SaveError> {
        self.drive.playing = false;
        self.new_save = None;
        let Some(saver) = self.saver.take() else {
            return Ok(());
        };
        let path = match saver.into_inner() {
            Ok(saver) => saver.path().to_owned(),
            Err(poisoned) => poisoned.into_inner().path().to_owned(),
        };
        let put_back = match self.as_opened.take() {
            Some(as_opened) => as_opened.put_back(),
            None => Err(std::io::Error::other("it was not kept as it was")),
        };
        put_back.map_err(|error| SaveError::Io(path, error))
    }

    /// Saves now.
    ///
    /// # Errors
    /// When the save cannot be written.
    pub fn save(&mut self) -> Result<(), SaveError> {
        self.make_save()?;
        self.events.take_in(&self.campus);
        match self.saver.as_mut().and_then(|s| s.get_mut().ok()) {
            Some(saver) => {
                if let Some(mail) = self.mail.as_mut().and_then(|m| m.get_mut().ok()) {
                    mail.count(self.campus.calls());
                }
                saver.commit(&mut self.campus)
            }
            None => Ok(()),
        }
    }
}
