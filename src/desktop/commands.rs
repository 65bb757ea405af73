//! Everything that can be commanded: one table of names, keys and explanations, which keys, menus
//! and the help are made from.

use super::{
    app::{Stage, Verdict, show_session},
    camera::Rig,
    localize,
    session::Session,
    shot::Shots,
    state::{Ask, View},
    trainer,
    twin::Twin,
};
use bevy::{ecs::message::Messages, prelude::*};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
    time::Speed,
};
use collegium_learning::{conduct_options::Asked, heads, lessons};
use collegium_sim::{
    conduct::{Decider, Mount, Whom},
    simulation::Campus,
};

/// What can be commanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Lets time run or stand still.
    Pause,
    /// Runs one tick.
    Step,
    /// Chooses a speed.
    Speed(Speed),
    /// Shows the whole campus.
    Home,
    /// Follows the selected person, or stops.
    Follow,
    /// Opens or closes the list of people.
    People,
    /// Opens or closes the inspector.
    Inspector,
    /// Opens or closes the log.
    Log,
    /// Opens or closes the window about language models.
    Models,
    /// Opens or closes the control of policy heads.
    Heads,
    /// Switches between the built-in rule and the chosen head, for everybody.
    Toggle,
    /// Begins or ends the comparison with a twin in which the built-in rule decides.
    Compare,
    /// Opens or closes the panel about learning.
    Learning,
    /// Saves the run.
    Save,
    /// Saves a picture of the window.
    Picture,
    /// Opens or closes the help.
    Help,
    /// Closes what is open, or clears the selection.
    Back,
    /// Begins the scenario anew.
    NewRun,
    /// Saves and ends.
    Quit,
}

/// How a command is given and what it does.
pub struct Entry {
    /// The command.
    pub command: Command,
    /// The text for its keys: a text's key, or what stands on the keyboard in every language; empty
    /// when it has none.
    pub keys: &'static str,
    /// The keys.
    codes: &'static [KeyCode],
    /// Whether Ctrl goes with them.
    ctrl: bool,
    /// The key of the text that says what it does.
    pub help: &'static str,
}

const fn entry(
    command: Command,
    keys: &'static str,
    codes: &'static [KeyCode],
    help: &'static str,
) -> Entry {
    Entry {
        command,
        keys,
        codes,
        ctrl: false,
        help,
    }
}

/// The table of commands.
pub const TABLE: &[Entry] = &[
    entry(
        Command::Pause,
        key("keys-space"),
        &[KeyCode::Space],
        key("do-pause"),
    ),
    entry(Command::Step, ".", &[KeyCode::Period], key("do-step")),
    entry(
        Command::Speed(Speed::Real),
        "1",
        &[KeyCode::Digit1],
        key("do-speed-1"),
    ),
    entry(
        Command::Speed(Speed::Tenfold),
        "2",
        &[KeyCode::Digit2],
        key("do-speed-10"),
    ),
    entry(
        Command::Speed(Speed::Minute),
        "3",
        &[KeyCode::Digit3],
        key("do-speed-60"),
    ),
    entry(
        Command::Speed(Speed::TenMinutes),
        "4",
        &[KeyCode::Digit4],
        key("do-speed-600"),
    ),
    entry(
        Command::Speed(Speed::Fastest),
        "5",
        &[KeyCode::Digit5],
        key("do-speed-max"),
    ),
    entry(
        Command::Home,
        "H · Home",
        &[KeyCode::KeyH, KeyCode::Home],
        key("do-home"),
    ),
    entry(Command::Follow, "F", &[KeyCode::KeyF], key("do-follow")),
    entry(Command::People, "P", &[KeyCode::KeyP], key("do-people")),
    entry(
        Command::Inspector,
        "I",
        &[KeyCode::KeyI],
        key("do-inspector"),
    ),
    entry(Command::Log, "L", &[KeyCode::KeyL], key("do-log")),
    entry(Command::Models, "M", &[KeyCode::KeyM], key("do-models")),
    entry(Command::Heads, "K", &[KeyCode::KeyK], key("do-heads")),
    entry(Command::Toggle, "O", &[KeyCode::KeyO], key("do-toggle")),
    entry(Command::Compare, "C", &[KeyCode::KeyC], key("do-compare")),
    entry(Command::Learning, "T", &[KeyCode::KeyT], key("do-learning")),
    Entry {
        command: Command::Save,
        keys: "Ctrl S",
        codes: &[KeyCode::KeyS],
        ctrl: true,
        help: key("do-save"),
    },
    entry(Command::Picture, "F12", &[KeyCode::F12], key("do-picture")),
    entry(
        Command::Help,
        "? · F1",
        &[KeyCode::F1, KeyCode::Slash],
        key("do-help"),
    ),
    entry(Command::Back, "Esc", &[KeyCode::Escape], key("do-back")),
    entry(Command::NewRun, "", &[], key("do-new-run")),
    Entry {
        command: Command::Quit,
        keys: "Ctrl Q",
        codes: &[KeyCode::KeyQ],
        ctrl: true,
        help: key("do-quit"),
    },
];

/// What the mouse does, for the help: keys of texts.
pub const MOUSE: &[(&str, &str)] = &[
    (key("keys-click"), key("do-select")),
    (key("keys-double-click"), key("do-select-and-follow")),
    (key("keys-drag"), key("do-move")),
    (key("keys-wheel"), key("do-zoom")),
];

/// The keys of a command as the help shows them.
pub fn keys(words: &Words, command: Command) -> &str {
    TABLE
        .iter()
        .find(|e| e.command == command)
        .map_or("", |e| words.say(e.keys))
}

/// Adds keys and commands.
pub fn plugin(app: &mut App) {
    app.add_systems(Update, (read_keys, perform).chain().in_set(Stage::Ask));
}

/// Turns keys into commands. While a text field has the keyboard, only those that write nothing do.
fn read_keys(keyboard: Res<ButtonInput<KeyCode>>, mut view: ResMut<View>) {
    let modifiers = [
        KeyCode::ControlLeft,
        KeyCode::ControlRight,
        KeyCode::SuperLeft,
        KeyCode::SuperRight,
    ];
    // A chord may be over within a slow frame.
    let ctrl = keyboard.any_pressed(modifiers)
        || keyboard.any_just_pressed(modifiers)
        || keyboard.any_just_released(modifiers);
    for entry in TABLE.iter().filter(|e| e.ctrl == ctrl) {
        let pressed = entry
            .codes
            .iter()
            .copied()
            .filter(|code| !view.typing || ctrl || writes_nothing(*code));
        if keyboard.any_just_pressed(pressed) {
            view.command(entry.command);
        }
    }
}

/// Whether a key writes nothing into a text field.
const fn writes_nothing(code: KeyCode) -> bool {
    matches!(code, KeyCode::F1 | KeyCode::F12)
}

/// Carries out what was asked for.
fn perform(world: &mut World) {
    let asks = std::mem::take(&mut world.resource_mut::<View>().asks);
    for ask in asks {
        match ask {
            Ask::Do(command) => command_now(world, command),
            Ask::Select(agent, follow) => select(world, agent, follow),
            Ask::LookAt(tile) => {
                world.resource_mut::<View>().follow = false;
                world.resource_mut::<Rig>().look_at_tile(tile);
            }
            Ask::Speak(language) => {
                world.insert_resource(Words::new(language));
                world.resource_mut::<Session>().events.forget_words();
            }
            Ask::Mount(whom, name) => mount(world, &whom, &name),
            Ask::Train(order) => trainer::obey(world, order),
            Ask::Begin(file) => open(world, |options| Session::begin(&file, options)),
            Ask::Resume(path) => open(world, |options| Session::resume(&path, options)),
        }
    }
}

fn select(world: &mut World, agent: AgentId, follow: bool) {
    let mut view = world.resource_mut::<View>();
    view.selected = Some(agent);
    view.inspector_open = true;
    view.follow = follow;
    if follow {
        world.resource_mut::<Rig>().come_near();
    }
}

fn command_now(world: &mut World, command: Command) {
    world.resource_scope(|world, mut view: Mut<View>| {
        let mut session = world.resource_mut::<Session>();
        match command {
            Command::Pause => session.drive.playing = !session.drive.playing,
            Command::Step => session.drive.step(),
            Command::Speed(speed) => {
                session.drive.speed = speed;
                session.drive.playing = true;
            }
            Command::Home => {
                view.follow = false;
                let rect = view.map_rect;
                world
                    .resource_mut::<Rig>()
                    .show_all(Vec2::new(rect.width(), rect.height()));
            }
            Command::Follow => view.follow = !view.follow && view.selected.is_some(),
            Command::People => view.people_open = !view.people_open,
            Command::Inspector => view.inspector_open = !view.inspector_open,
            Command::Log => view.log_open = !view.log_open,
            Command::Models => view.models_open = !view.models_open,
            Command::Heads => view.heads.open = !view.heads.open,
            Command::Learning => view.learning_open = !view.learning_open,
            Command::Toggle => {
                let name = if decided(&session.campus) {
                    "off".to_owned()
                } else {
                    view.heads.last.clone()
                };
                view.ask(Ask::Mount(Whom::Everybody, name));
            }
            Command::Compare => world.resource_scope(|world, words: Mut<Words>| {
                compare(&mut world.resource_mut::<Session>(), &mut view, &words);
            }),
            Command::Save => match session.save() {
                Ok(()) => {
                    let name = session.save_name().unwrap_or_default();
                    let text = world
                        .resource::<Words>()
                        .say_with("saved-as", &[("name", name.into())]);
                    view.toasts.good(text);
                }
                Err(error) => {
                    let words = world.resource::<Words>();
                    view.toasts
                        .bad(words.say_with("not-saved", &[("why", error.to_string().into())]));
                }
            },
            Command::Picture => world.resource_mut::<Shots>().take(),
            Command::Help => view.help_open = !view.help_open,
            Command::Back => {
                if view.help_open {
                    view.help_open = false;
                } else if view.heads.open || view.learning_open {
                    (view.heads.open, view.learning_open) = (false, false);
                } else if !view.menu_open {
                    view.selected = None;
                    view.follow = false;
                }
            }
            Command::NewRun => {
                let file = session.scenario_file.clone();
                view.ask(Ask::Begin(file));
            }
            Command::Quit => {
                if let Some(mut exits) = world.get_resource_mut::<Messages<AppExit>>() {
                    exits.write(AppExit::Success);
                }
            }
        }
    });
}

/// Whether a head or the expert decides for anybody.
fn decided(campus: &Campus) -> bool {
    campus
        .persons()
        .any(|p| campus.conduct().manner(p.id).mount != Mount::Rule)
}

/// What stands before the name of a book of lessons, where the name of a head may stand as well.
pub const LESSONS: &str = "lessons:";

/// Teaches a book of lessons, or none any more, and says so.
fn teach(world: &mut World, whom: &Whom, name: &str) {
    let book = lessons::book(name);
    let words = world.resource::<Words>();
    let (text, good) = match &book {
        Ok(Some(book)) => (
            words.say_with("lessons-taught", &[("name", book.name.clone().into())]),
            true,
        ),
        Ok(None) => (words.say("lessons-untaught").to_owned(), true),
        Err(error) => (
            words.say_with("heads-not-mounted", &[("why", error.to_string().into())]),
            false,
        ),
    };
    if let Ok(book) = book
        && world
            .resource_mut::<Session>()
            .campus
            .teach(whom, book.as_ref())
            == 0
    {
        return;
    }
    let mut view = world.resource_mut::<View>();
    if good {
        view.toasts.good(text);
    } else {
        view.toasts.bad(text);
    }
}

/// Lets somebody decide for some, from the next tick on. Says whether it could be had.
fn mount(world: &mut World, whom: &Whom, name: &str) {
    if let Some(book) = name.strip_prefix(LESSONS) {
        return teach(world, whom, book);
    }
    let result = heads::decider(name);
    let words = world.resource::<Words>();
    let (text, good) = match &result {
        Ok(decider) => (
            words.say_with(
                "heads-mounted",
                &[("name", localize::decider(words, decider.name()).into())],
            ),
            true,
        ),
        Err(error) => (
            words.say_with("heads-not-mounted", &[("why", error.to_string().into())]),
            false,
        ),
    };
    if let Ok(decider) = result {
        let changed = world.resource_mut::<Session>().campus.mount(whom, &decider);
        let mut view = world.resource_mut::<View>();
        if decider != Decider::Rule {
            name.clone_into(&mut view.heads.chosen);
            name.clone_into(&mut view.heads.last);
        }
        if changed == 0 {
            return;
        }
    }
    let mut view = world.resource_mut::<View>();
    if good {
        view.toasts.good(text);
    } else {
        view.toasts.bad(text);
    }
}

/// Begins or ends the comparison.
fn compare(session: &mut Session, view: &mut View, words: &Words) {
    if session.twin.take().is_some() {
        return;
    }
    if session.mail(|_| ()).is_some() {
        view.toasts.bad(words.say("compare-no-models").to_owned());
        return;
    }
    session.twin = Some(Twin::of(&session.campus));
    if !decided(&session.campus) {
        view.ask(Ask::Mount(Whom::Everybody, view.heads.last.clone()));
    }
}

/// Puts another run on the screen; the present one is saved first and stays when the other cannot
/// be opened.
fn open(
    world: &mut World,
    make: impl FnOnce(&super::Options) -> Result<Session, super::session::OpenError>,
) {
    let saved = world.resource_mut::<Session>().save();
    let mut options = world.resource::<Verdict>().options.clone();
    // Names and numbers from the command line are for the first run.
    (options.save, options.agents, options.seed, options.until) = (None, None, None, None);
    options.conduct = Asked::default();
    let opened = match saved {
        Ok(()) => make(&options).map_err(|e| e.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match opened {
        Ok(mut session) => {
            session.drive.speed = world.resource::<Session>().drive.speed;
            show_session(world, session);
        }
        Err(error) => {
            let text = world
                .resource::<Words>()
                .say_with("not-opened", &[("why", error.into())]);
            world.resource_mut::<View>().toasts.bad(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things() {
        for (i, a) in TABLE.iter().enumerate() {
            assert!(!a.help.is_empty());
            for b in &TABLE[i + 1..] {
                assert!(a.command != b.command);
                assert!(
                    a.ctrl != b.ctrl || a.codes.iter().all(|c| !b.codes.contains(c)),
                    "{} and {}",
                    a.help,
                    b.help
                );
            }
        }
    }
}
