//! Looking whether the files of the map have changed, and drawing it anew when they have. The run
//! stays as it is: what its map means was settled when it began.

use super::shown;
use crate::desktop::{
    frame::FrameStep,
    pictures::campus::{self, MapArt},
    run::session::Run,
    state::View,
};
use bevy::prelude::*;
use collegium_core::{files, i18n::Words};
use collegium_sim::campus::{CampusMap, Season, map};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    time::{Duration, SystemTime},
};

/// Real time between two looks at the files.
const EVERY: Duration = Duration::from_secs(1);

/// Adds the looking.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Watch>()
        .add_systems(Update, receive.in_set(FrameStep::Advance));
}

/// Who looks at the files of the map; nobody where none of them can change.
#[derive(Resource, Default)]
pub struct Watch(Option<Watcher>);

/// What another thread, which looks at files, says. The thread ends when this goes.
struct Watcher {
    news: Mutex<Receiver<News>>,
    wanted: Arc<AtomicBool>,
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.wanted.store(false, Ordering::Relaxed);
    }
}

/// What became of a map whose files have changed.
enum News {
    /// It means the same, and looks like this.
    Redrawn(Box<MapArt>),
    /// It means something else, and looks like this; nothing where it has another size.
    Changed(Option<Box<MapArt>>),
    /// It cannot be used, for this reason and so many more.
    Unsound(String, usize),
}

/// When files were last changed; none for those that are not there.
type Stamps = Vec<Option<(SystemTime, u64)>>;

fn stamps(files: &[PathBuf]) -> Stamps {
    let stamp = |file: &PathBuf| {
        let found = std::fs::metadata(file).ok()?;
        Some((found.modified().ok()?, found.len()))
    };
    files.iter().map(stamp).collect()
}

/// Begins to look at the files of the map on the screen.
pub(super) fn watch(world: &mut World, files: Vec<PathBuf>) {
    let run = world.resource::<Run>();
    let (campus, season) = (
        &run.campus,
        run.campus.scenario().season(run.campus.clock().now),
    );
    let (map, scenario) = (Arc::clone(campus.map()), Arc::clone(campus.scenario()));
    // What the program carries does not change.
    let can_change = stamps(&files).iter().any(Option::is_some);
    let (sender, news) = channel();
    let wanted = Arc::new(AtomicBool::new(true));
    let still_wanted = Arc::clone(&wanted);
    let look = move || {
        look(
            (&scenario.map_file, season),
            &map,
            files,
            &still_wanted,
            &sender,
        );
    };
    let begun = can_change.then(|| {
        std::thread::Builder::new()
            .name("map-files".to_owned())
            .spawn(look)
    });
    let watcher = match begun {
        Some(Ok(_)) => Some(Watcher {
            news: Mutex::new(news),
            wanted,
        }),
        Some(Err(error)) => {
            warn!("the map is not drawn anew when its files change: {error}");
            None
        }
        None => None,
    };
    world.insert_resource(Watch(watcher));
}

/// Looks at files as long as that is wanted, and tells what became of the map when they have
/// changed.
fn look(
    (file, season): (&Path, Season),
    map: &CampusMap,
    mut files: Vec<PathBuf>,
    wanted: &AtomicBool,
    sender: &Sender<News>,
) {
    let mut known = stamps(&files);
    let mut last = known.clone();
    while wanted.load(Ordering::Relaxed) {
        std::thread::sleep(EVERY);
        let now = stamps(&files);
        // Whoever is writing is given the time to finish.
        let settled = now == last;
        last = now;
        if !settled || last == known {
            continue;
        }
        known.clone_from(&last);
        let (news, found) = read(file, map, season);
        if let Some(found) = found.filter(|found| *found != files) {
            files = found;
            known = stamps(&files);
            last.clone_from(&known);
        }
        if sender.send(news).is_err() {
            return;
        }
    }
}

/// Reads a map whose files have changed; with the files of which it is made now.
fn read(file: &Path, map: &CampusMap, season: Season) -> (News, Option<Vec<PathBuf>>) {
    let now = match map::load(&files::moved(file)) {
        Ok(now) => now,
        Err(error) => {
            let first = error.problems.first().map(ToString::to_string);
            let more = error.problems.len().saturating_sub(1);
            return (News::Unsound(first.unwrap_or_default(), more), None);
        }
    };
    let size = |map: &CampusMap| (map.grid.width, map.grid.height);
    if size(&now) != size(map) {
        return (News::Changed(None), None);
    }
    let mut art = campus::draw(file, map, season);
    if let Some(why) = art.trouble.take() {
        return (News::Unsound(why, 0), None);
    }
    let found = std::mem::take(&mut art.files);
    let art = Box::new(art);
    let news = if same(&now, map) {
        News::Redrawn(art)
    } else {
        News::Changed(Some(art))
    };
    (news, Some(found))
}

/// Whether two maps mean the same.
fn same(a: &CampusMap, b: &CampusMap) -> bool {
    let written = |map: &CampusMap| serde_json::to_vec(map).ok();
    written(a) == written(b)
}

/// Draws the map anew when it has changed, and says so.
fn receive(world: &mut World) {
    let watcher = world.resource::<Watch>().0.as_ref();
    let Some(news) = watcher.and_then(|w| w.news.lock().ok()?.try_recv().ok()) else {
        return;
    };
    let words = world.resource::<Words>();
    let told = match &news {
        News::Redrawn(_) => Ok(words.say("map-redrawn").to_owned()),
        News::Changed(_) => Ok(words.say("map-changed").to_owned()),
        News::Unsound(why, more) => Err(words.say_with(
            "map-unsound",
            &[("why", why.as_str().into()), ("more", (*more).into())],
        )),
    };
    world.resource_mut::<View>().toasts.tell(told);
    if let News::Redrawn(art) | News::Changed(Some(art)) = news {
        shown::redraw(world, *art);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::campus::{Tile, map::Grid};

    #[test]
    fn maps_are_the_same_that_mean_the_same() {
        let map = CampusMap {
            grid: Grid::new(3, 2),
            ..CampusMap::default()
        };
        let mut other = map.clone();
        assert!(same(&map, &other));
        other.grid.mark(Tile::new(1, 1), 1);
        assert!(!same(&map, &other));
    }

    #[test]
    fn a_file_that_is_not_there_has_no_stamp() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let missing = file.path().with_extension("missing");
        let found = stamps(&[file.path().to_owned(), missing]);
        assert!(found[0].is_some() && found[1].is_none());
    }
}
