//! The commands that belong to no panel: time, camera, deciders, saving and ending.

use super::{deciders, shot::Shots};
use crate::desktop::{
    map::camera::Rig,
    run::{
        launch::{DesktopError, Launch},
        session::Run,
    },
    state::{Command, CommandAction, Menu, Overlay, UserAction, View},
};
use bevy::{ecs::message::Messages, prelude::*};
use collegium_core::{
    i18n::{Words, key},
    time::Speed,
};

/// Lets time run or stand still.
pub const PAUSE: Command = Command::new(key("do-pause"), CommandAction::Run(pause))
    .on(key("keys-space"), &[KeyCode::Space]);

/// Runs one tick.
pub const STEP: Command = Command::new(
    key("do-step"),
    CommandAction::Run(|world| world.resource_mut::<Run>().drive.step()),
)
.on(".", &[KeyCode::Period]);

/// The speeds, slowest first.
pub const SPEEDS: [(Speed, Command); 5] = [
    (
        Speed::Real,
        Command::new(
            key("do-speed-1"),
            CommandAction::Run(|world| run_at(world, Speed::Real)),
        )
        .on("1", &[KeyCode::Digit1]),
    ),
    (
        Speed::Tenfold,
        Command::new(
            key("do-speed-10"),
            CommandAction::Run(|world| run_at(world, Speed::Tenfold)),
        )
        .on("2", &[KeyCode::Digit2]),
    ),
    (
        Speed::Minute,
        Command::new(
            key("do-speed-60"),
            CommandAction::Run(|world| run_at(world, Speed::Minute)),
        )
        .on("3", &[KeyCode::Digit3]),
    ),
    (
        Speed::TenMinutes,
        Command::new(
            key("do-speed-600"),
            CommandAction::Run(|world| run_at(world, Speed::TenMinutes)),
        )
        .on("4", &[KeyCode::Digit4]),
    ),
    (
        Speed::Fastest,
        Command::new(
            key("do-speed-max"),
            CommandAction::Run(|world| run_at(world, Speed::Fastest)),
        )
        .on("5", &[KeyCode::Digit5]),
    ),
];

/// Shows the whole campus.
const HOME: Command = Command::new(key("do-home"), CommandAction::Run(home))
    .on("H · Home", &[KeyCode::KeyH, KeyCode::Home]);

/// Follows the selected person, or stops.
pub const FOLLOW: Command =
    Command::new(key("do-follow"), CommandAction::Run(follow)).on("F", &[KeyCode::KeyF]);

/// Switches between the built-in rule and the chosen head, for everybody.
pub const TOGGLE_HEADS: Command =
    Command::new(key("do-toggle"), CommandAction::Run(deciders::toggle)).on("O", &[KeyCode::KeyO]);

/// Begins or ends the comparison with a twin in which the built-in rule decides.
pub const COMPARE: Command = Command::new(key("do-compare"), CommandAction::Run(deciders::compare))
    .on("C", &[KeyCode::KeyC]);

/// Colours the tiles of the map by the next measure, or no more.
pub const OVERLAY: Command = Command::new(key("do-overlay"), CommandAction::Run(overlay))
    .on("V", &[KeyCode::KeyV])
    .in_menu(Menu::Windows, key("menu-overlay"));

/// Saves the run.
const SAVE: Command = Command::new(key("do-save"), CommandAction::Run(save))
    .on("Ctrl S", &[KeyCode::KeyS])
    .with_ctrl()
    .in_menu(Menu::Run, key("do-save"));

/// Begins the scenario anew.
const NEW_RUN: Command = Command::new(key("do-new-run"), CommandAction::Run(new_run))
    .in_menu(Menu::Run, key("do-new-run"));

/// Saves a picture of the window.
const PICTURE: Command = Command::new(
    key("do-picture"),
    CommandAction::Run(|world| world.resource_mut::<Shots>().take()),
)
.on("F12", &[KeyCode::F12]);

/// Closes what is open, or clears the selection.
const BACK: Command =
    Command::new(key("do-back"), CommandAction::Run(back)).on("Esc", &[KeyCode::Escape]);

/// Saves and ends.
const QUIT: Command = Command::new(key("do-quit"), CommandAction::Run(quit))
    .on("Ctrl Q", &[KeyCode::KeyQ])
    .with_ctrl()
    .in_menu(Menu::App, key("do-quit"));

/// Ends and leaves the save as it was when it was opened.
const LEAVE: Command =
    Command::new(key("do-leave"), CommandAction::Run(leave)).in_menu(Menu::App, key("do-leave"));

/// All of them, in the order of the help.
pub(super) fn all() -> impl Iterator<Item = Command> {
    [PAUSE, STEP]
        .into_iter()
        .chain(SPEEDS.map(|(_, command)| command))
        .chain([
            HOME,
            FOLLOW,
            TOGGLE_HEADS,
            COMPARE,
            OVERLAY,
            SAVE,
            NEW_RUN,
            PICTURE,
            BACK,
            QUIT,
            LEAVE,
        ])
}

/// What the mouse does, for the help: keys of texts.
pub const MOUSE: &[(&str, &str)] = &[
    (key("keys-click"), key("do-select")),
    (key("keys-double-click"), key("do-select-and-follow")),
    (key("keys-drag"), key("do-move")),
    (key("keys-wheel"), key("do-zoom")),
];

fn pause(world: &mut World) {
    let drive = &mut world.resource_mut::<Run>().drive;
    drive.playing = !drive.playing;
}

fn run_at(world: &mut World, speed: Speed) {
    let drive = &mut world.resource_mut::<Run>().drive;
    (drive.speed, drive.playing) = (speed, true);
}

fn home(world: &mut World) {
    let mut view = world.resource_mut::<View>();
    view.follow = false;
    let rect = view.map_rect;
    world
        .resource_mut::<Rig>()
        .show_all(Vec2::new(rect.width(), rect.height()));
}

fn follow(world: &mut World) {
    let mut view = world.resource_mut::<View>();
    view.follow = !view.follow && view.selected.is_some();
}

fn overlay(world: &mut World) {
    let mut view = world.resource_mut::<View>();
    view.overlay = Overlay::next(view.overlay);
}

fn save(world: &mut World) {
    let mut run = world.resource_mut::<Run>();
    let result = run
        .save_by_hand()
        .map(|()| run.save_name().unwrap_or_default());
    let words = world.resource::<Words>();
    let result = match result {
        Ok(name) => Ok(words.say_with("saved-as", &[("name", name.into())])),
        Err(error) => Err(words.say_with("not-saved", &[("why", error.to_string().into())])),
    };
    world.resource_mut::<View>().toasts.tell(result);
}

fn new_run(world: &mut World) {
    let file = world.resource::<Run>().scenario_file.clone();
    world.resource_mut::<View>().act(UserAction::Begin(file));
}

fn back(world: &mut World) {
    let mut view = world.resource_mut::<View>();
    if view.windows.pop().is_none() && !view.menu_open {
        view.selected = None;
        view.follow = false;
    }
}

fn leave(world: &mut World) {
    if let Err(error) = world.resource_mut::<Run>().forsake() {
        let error = DesktopError::NotLeft(error.to_string());
        world.resource::<Launch>().fail(error);
    }
    quit(world);
}

fn quit(world: &mut World) {
    if let Some(mut exits) = world.get_resource_mut::<Messages<AppExit>>() {
        exits.write(AppExit::Success);
    }
}
