//! Saving a campus while it lives, and going on from a save.

use super::{Campus, keyframes::Keyframes, plugins};
use crate::{
    campus::{CampusMap, scenario::Scenario},
    memory::{Embedder, Vectors},
    record::{Header, Keyframe, Logged, SaveError, SaveFile, Site, Sources, pack},
    room::{Rooms, read_harmless},
    tools::Names,
};
use bevy::prelude::*;
use collegium_core::{
    text::{Shown as _, clipped, harmless},
    time::SimTime,
};
use collegium_llm::{Cassette, Usages};
use serde::{Serialize, de::DeserializeOwned};
use std::{collections::BTreeMap, path::Path, sync::Arc};

/// Why a save could not be resumed.
#[derive(Debug, thiserror::Error)]
pub enum ResumeError {
    /// The save cannot be opened or read.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Writes a campus into its save, from commit to commit.
pub struct Saver {
    file: SaveFile,
    /// When the next commit is due.
    next: SimTime,
    /// Simulated seconds between two commits.
    every: u32,
    /// The state on which the next ones stand.
    keyframes: Keyframes,
}

/// Packs a part of the header.
fn write<T: Serialize>(value: &T, path: &Path) -> Result<Vec<u8>, SaveError> {
    let plain = postcard::to_allocvec(value)
        .map_err(|e| SaveError::Unwritable(path.to_owned(), e.to_string()))?;
    pack::pack(&plain, &[]).map_err(|e| SaveError::Io(path.to_owned(), e))
}

/// How many characters are shown of what is wrong with a part of a save, and of a name in it.
const MOST_TOLD: usize = 600;
const MOST_SHOWN: usize = 80;

/// How many rooms are named that do not fit.
const MOST_NAMED: usize = 12;

/// Unpacks what [`write`] made.
fn read<T: DeserializeOwned>(bytes: &[u8], path: &Path, what: &str) -> Result<T, SaveError> {
    let plain = pack::unpack(bytes, &[]);
    plain
        .and_then(|plain| read_harmless(&plain).map_err(|e| e.to_string()))
        .map_err(|why| {
            SaveError::Damaged(path.to_owned(), format!("its {what} cannot be read: {why}"))
        })
}

/// What a save says of a campus once and for all.
fn header(campus: &Campus, path: &Path) -> Result<Header, SaveError> {
    Ok(Header {
        scenario: write(&*campus.scenario, path)?,
        map: write(&*campus.map, path)?,
        title: campus.scenario.title.clone(),
        seed: campus.scenario.seed,
        embedder: campus.vectors.id().to_owned(),
        rooms: room_versions(),
    })
}

impl Campus {
    /// Where what is saved of it comes from.
    fn sources<'a>(&'a self, names: &'a Names<'a>) -> Sources<'a> {
        Sources {
            world: &self.world,
            vectors: &self.vectors,
            names,
        }
    }
}

impl Saver {
    /// Makes a new save for a campus and commits its first state.
    ///
    /// # Errors
    /// When the name is taken or the file cannot be written.
    pub fn create(
        site: impl Into<Site>,
        campus: &mut Campus,
        every: u32,
    ) -> Result<Self, SaveError> {
        let site = site.into();
        let header = header(campus, &site.path())?;
        let file = SaveFile::draft(&site, &header, &campus.names())?;
        let mut saver = Self::begin(file, campus, every);
        // A save is never there without a state: it gets its name when it has one.
        saver.commit(campus)?;
        saver.file = saver.file.publish(&site)?;
        Ok(saver)
    }

    /// A save that lies nowhere, of a campus that is run again from its beginning, with its first
    /// state: to be compared with the one at `path`.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn scratch(path: &Path, campus: &mut Campus) -> Result<Self, SaveError> {
        let header = header(campus, path)?;
        let file = SaveFile::scratch(path, &header, &campus.names())?;
        let mut saver = Self::begin(file, campus, 1);
        saver.commit(campus)?;
        Ok(saver)
    }

    /// A saver that has committed nothing yet.
    fn begin(file: SaveFile, campus: &Campus, every: u32) -> Self {
        Self {
            file,
            next: campus.clock().now,
            every: every.max(1),
            keyframes: Keyframes::default(),
        }
    }

    /// The file, to be read.
    pub const fn file(&self) -> &SaveFile {
        &self.file
    }

    /// Where the save lies.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// The bytes that the save takes; see [`SaveFile::bytes`].
    ///
    /// # Errors
    /// When SQLite cannot tell.
    pub fn bytes(&self) -> Result<u64, SaveError> {
        self.file.bytes()
    }

    /// Sums up the rows of every table and compares them with the save's seal.
    ///
    /// # Errors
    /// When rows were changed, taken out, doubled or added since they were written.
    pub fn check_rows(&self) -> Result<(), SaveError> {
        self.file.check_rows()
    }

    /// The newest committed events, oldest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn recent(&self, most: usize) -> Result<Vec<Logged>, SaveError> {
        self.file.events(None, most)
    }

    /// What all committed calls to language models have come to.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn usages(&self) -> Result<Usages, SaveError> {
        self.file.usages()
    }

    /// Everything that models have answered, for a replay.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn cassette(&self) -> Result<Cassette, SaveError> {
        let mut cassette = Cassette::default();
        self.file
            .each_call(|call| cassette.record(&call.request, call.tick, &call.answer))?;
        Ok(cassette)
    }

    /// The vectors of the whole run as they were recorded, each embedder's with the tick from which
    /// on it was used, for a replay.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn vectors(&self) -> Result<Vec<(u64, Vectors)>, SaveError> {
        let mut known: BTreeMap<String, Vectors> = BTreeMap::new();
        let mut list = Vec::new();
        for (tick, id) in self.file.embedders()? {
            let vectors = match known.get(&id) {
                Some(vectors) => vectors.clone(),
                None => Vectors::recorded(&id, self.file.vectors(&id)?, None),
            };
            known.insert(id, vectors.clone());
            list.push((tick, vectors));
        }
        Ok(list)
    }

    /// Goes on with an embedder, the built-in one where there is none. What the save has recorded
    /// of it is used; where the save was made with another one, all vectors are made anew from now
    /// on, and the save notes it. To be called after [`load`], before the campus runs.
    ///
    /// # Errors
    /// When the save cannot be read or written.
    pub fn use_embedder(
        &mut self,
        campus: &mut Campus,
        embedder: Option<Arc<dyn Embedder>>,
    ) -> Result<(), SaveError> {
        self.lend_vectors(campus, embedder)?;
        self.file
            .set_embedder(campus.vectors().id(), campus.clock().tick)?;
        self.file.has_all(&campus.sources(&campus.names()));
        Ok(())
    }

    /// The same for a campus that is not saved: the save is left as it is. To be called after
    /// [`look`].
    ///
    /// # Errors
    /// When the save cannot be read.
    pub fn lend_vectors(
        &self,
        campus: &mut Campus,
        embedder: Option<Arc<dyn Embedder>>,
    ) -> Result<(), SaveError> {
        let vectors = match embedder {
            None => Vectors::default(),
            Some(embedder) => {
                let id = embedder.id().to_owned();
                Vectors::recorded(&id, self.file.vectors(&id)?, Some(embedder))
            }
        };
        campus.use_vectors(vectors);
        Ok(())
    }

    /// When the next commit is due.
    pub const fn next(&self) -> SimTime {
        self.next
    }

    /// Commits when it is time.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn commit_if_due(&mut self, campus: &mut Campus) -> Result<bool, SaveError> {
        if campus.clock().now < self.next {
            return Ok(false);
        }
        self.commit(campus)?;
        Ok(true)
    }

    /// Commits everything since the last commit.
    ///
    /// # Errors
    /// When it cannot be written; then everything waits for the next try.
    pub fn commit(&mut self, campus: &mut Campus) -> Result<(), SaveError> {
        let _span = tracing::debug_span!("save", file = %self.file.path().shown()).entered();
        let frame = campus
            .frame()
            .map_err(|why| SaveError::Unwritable(self.path().to_owned(), why))?;
        let clock = campus.clock();
        let (base, data) = self
            .keyframes
            .pack(clock.tick, clock.now, &frame)
            .map_err(|e| SaveError::Io(self.path().to_owned(), e))?;
        let whole = base.is_none();
        let state = Keyframe {
            tick: clock.tick,
            at: clock.now,
            events: campus.head().events,
            hash: campus.head().hex(),
            base,
            data,
        };
        self.file.commit(&campus.sources(&campus.names()), &state)?;
        if whole {
            self.keyframes.committed_whole(clock.tick, clock.now, frame);
        }
        self.next = SimTime((clock.now.0 / self.every + 1) * self.every);
        campus.let_go();
        Ok(())
    }
}

/// The versions of this program's rooms.
fn room_versions() -> BTreeMap<String, u32> {
    let mut app = App::empty();
    app.add_plugins(plugins::rooms);
    let rooms = app.world().resource::<Rooms>().versions();
    rooms.iter().map(|(n, v)| ((*n).to_owned(), *v)).collect()
}

/// Whether a save was made by rooms of this program's versions: else what it holds may mean
/// something else.
///
/// # Errors
/// Names every room that is older, newer, unknown or missing.
pub fn fits_rooms(header: &Header, path: &Path) -> Result<(), SaveError> {
    let (found, expected) = (&header.rooms, room_versions());
    let mut names: Vec<&String> = expected.keys().chain(found.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let mut said: Vec<String> = names
        .into_iter()
        .filter_map(|name| {
            let shown = clipped(name, MOST_SHOWN);
            let shown = harmless(&shown);
            match (found.get(name), expected.get(name)) {
                (Some(found), Some(expected)) if found == expected => None,
                (Some(found), Some(expected)) => {
                    let age = if found > expected { "newer" } else { "older" };
                    Some(format!(
                        "{shown} is {age}: found {found}, expected {expected}"
                    ))
                }
                (Some(_), None) => Some(format!("{shown} is not known here")),
                (None, _) => Some(format!("{shown} is not in the save")),
            }
        })
        .collect();
    if said.is_empty() {
        return Ok(());
    }
    let more = said.len().saturating_sub(MOST_NAMED);
    if more > 0 {
        said.truncate(MOST_NAMED);
        said.push(format!("and {more} more"));
    }
    Err(SaveError::Rooms(path.to_owned(), said.join("; ")))
}

/// Opens a save and rebuilds its campus as it was at the last commit, on the built-in embedder.
///
/// # Errors
/// When the save is missing, foreign, newer, damaged or in use.
pub fn resume(path: &Path, threads: usize, every: u32) -> Result<(Campus, Saver), ResumeError> {
    let (mut campus, mut saver) = load(path, threads, every)?;
    saver.use_embedder(&mut campus, None)?;
    Ok((campus, saver))
}

/// The scenario and the map of a save, by which its rows are told; ways are not reckoned. What in
/// their texts steers or hides, for which files would have been refused, is made visible.
///
/// # Errors
/// When the save's rooms are not this program's, or scenario or map are damaged, or name what is
/// not there.
pub fn setting(header: &Header, path: &Path) -> Result<(Scenario, CampusMap), SaveError> {
    fits_rooms(header, path)?;
    let scenario: Scenario = read(&header.scenario, path, "scenario")?;
    let map: CampusMap = read(&header.map, path, "map")?;
    let unfit = |what: &str, why: String| {
        let why = clipped(&why, MOST_TOLD);
        SaveError::Damaged(path.to_owned(), format!("its {what} cannot be used: {why}"))
    };
    map.validate().map_err(|why| unfit("map", why))?;
    scenario.fits(&map).map_err(|why| unfit("scenario", why))?;
    Ok((scenario, map))
}

/// The same with the recorded vectors of the embedder that the save was made with, and nothing else
/// of it: to look at, or to go on after [`Saver::use_embedder`].
///
/// # Errors
/// As [`resume`].
pub fn load(path: &Path, threads: usize, every: u32) -> Result<(Campus, Saver), ResumeError> {
    opened(SaveFile::open(path)?, path, threads, every)
}

/// The same to look at only: the file may lie where nothing can be written, and nothing is written
/// to it.
///
/// # Errors
/// As [`load`].
pub fn look(path: &Path, threads: usize) -> Result<(Campus, Saver), ResumeError> {
    opened(SaveFile::look(path)?, path, threads, 1)
}

/// The campus of an open save.
fn opened(
    mut file: SaveFile,
    path: &Path,
    threads: usize,
    every: u32,
) -> Result<(Campus, Saver), ResumeError> {
    let header = file.header()?;
    let (scenario, mut map) = setting(&header, path)?;
    let damaged = |what: &str| SaveError::Damaged(path.to_owned(), what.to_owned());
    map.rebuild_tables();
    let (last, base) = file
        .last_keyframe()?
        .ok_or_else(|| damaged("it holds no state"))?;
    let (keyframes, frame) = Keyframes::read(&last, base.as_ref())
        .map_err(|why| damaged(&format!("its state cannot be read: {why}")))?;
    let unfit = |why: String| damaged(&format!("its state does not fit: {why}"));
    let mut campus =
        Campus::reread(Arc::new(scenario), Arc::new(map), &frame, threads).map_err(unfit)?;
    file.refill(&mut campus.world)?;
    campus.check().map_err(unfit)?;
    if campus.head().hex() != last.hash {
        return Err(damaged("its state does not fit its log").into());
    }
    let now = campus.clock().now;
    let vectors = Vectors::recorded(&header.embedder, file.vectors(&header.embedder)?, None);
    campus.use_vectors(vectors);
    file.has_all(&campus.sources(&campus.names()));
    let every = every.max(1);
    let next = SimTime((now.0 / every + 1) * every);
    let saver = Saver {
        file,
        next,
        every,
        keyframes,
    };
    Ok((campus, saver))
}
