//! Setting up the app: the window, the run on the screen, and the pictures, which are made while
//! the window opens.

use super::{
    DesktopError, Options,
    art::{self, MapArt},
    camera::{self, Rig},
    commands, display, files,
    look::{self, PeopleArt, Trouble},
    night, overlay, panels,
    people::{self, Cast},
    pixels::Pixels,
    session::Session,
    shades, shot, split, state,
    state::View,
    theme, trainer,
};
use bevy::{
    app::{AppExit, TaskPoolPlugin},
    diagnostic::FrameCount,
    log::LogPlugin,
    prelude::*,
    window::{
        ExitSystems, Monitor, PresentMode, PrimaryWindow, WindowResizeConstraints, WindowResolution,
    },
};
use bevy_egui::{EguiPlugin, EguiPrimaryContextPass, EguiTextureHandle, EguiUserTextures, egui};
use collegium_core::{i18n::Words, ids::AgentId};
use collegium_sim::{
    campus::{Posture, Tile},
    simulation::Campus,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    thread::JoinHandle,
};

/// What a frame does, in order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Commands are carried out.
    Ask,
    /// Simulated time passes.
    Advance,
    /// People are put where they are.
    Pose,
    /// The camera moves.
    Look,
    /// Everything else is brought up to date.
    Show,
    /// The camera is set.
    Aim,
    /// What panels hide is covered.
    Cover,
}

/// Marks what belongs to the map on the screen and goes with it.
#[derive(Component)]
pub struct MapScene;

/// What the app was started with, and what went wrong at its end.
#[derive(Resource)]
pub struct Verdict {
    /// What it was started with.
    pub options: Options,
    /// What went wrong.
    pub error: Arc<std::sync::Mutex<Option<DesktopError>>>,
}

impl Verdict {
    /// Notes what went wrong; the first counts.
    pub fn fail(&self, error: DesktopError) {
        if let Ok(mut slot) = self.error.lock() {
            slot.get_or_insert(error);
        }
    }
}

/// Small pictures for marks on the map.
#[derive(Resource, Default)]
pub struct Marks {
    /// The strip of badges, and how many there are.
    pub badges: Option<(egui::TextureId, usize)>,
}

/// Pictures that are being made on another thread.
#[derive(Resource)]
pub struct Making(Option<JoinHandle<Made>>);

impl Making {
    /// Whether all pictures are on the screen.
    pub const fn done(&self) -> bool {
        self.0.is_none()
    }
}

/// Pictures that were made.
pub struct Made {
    map: MapArt,
    people: PeopleArt,
    small: Vec<(&'static str, Pixels)>,
}

/// The buildings of the map on the screen, for labels.
#[derive(Resource, Default)]
pub struct Buildings(pub Vec<art::Building>);

/// Runs the app until its window is closed.
///
/// # Errors
/// When there is no display or no graphics driver, when the run cannot be begun, or when the
/// asked-for picture cannot be saved.
pub fn run(options: Options) -> Result<(), DesktopError> {
    display::check()?;
    let session = Session::open(&options)?;
    let mut view = View {
        help_open: false,
        ..View::default()
    };
    if let Some(words) = &options.select {
        let names = session
            .campus
            .scenario()
            .people
            .iter()
            .map(|(p, _)| p.name.as_str());
        let agent = state::find_person(names, words)
            .map_err(|hint| DesktopError::Unknown(words.clone(), hint))?;
        view.selected = Some(agent);
        view.follow = true;
    }
    let error = Arc::new(std::sync::Mutex::new(None));
    let verdict = Verdict {
        options,
        error: Arc::clone(&error),
    };
    let ended = display::guard(move || build(session, view, verdict).run());
    if let Some(error) = error.lock().ok().and_then(|mut e| e.take()) {
        return Err(error);
    }
    match ended? {
        AppExit::Success => Ok(()),
        AppExit::Error(code) => Err(DesktopError::Ended(format!("code {code}"))),
    }
}

fn build(session: Session, mut view: View, verdict: Verdict) -> App {
    let mut app = App::new();
    let window = Window {
        title: format!("Collegium – {}", session.campus.scenario().title),
        name: Some("collegium".to_owned()),
        resolution: WindowResolution::new(1600, 900),
        present_mode: PresentMode::AutoVsync,
        resize_constraints: WindowResizeConstraints {
            min_width: 800.0,
            min_height: 480.0,
            ..default()
        },
        ..default()
    };
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(window),
                ..default()
            })
            .set(ImagePlugin::default_nearest())
            .set(LogPlugin {
                filter: "error".to_owned(),
                ..default()
            })
            .set(TaskPoolPlugin::default()),
    );
    app.add_plugins(EguiPlugin::default());
    app.insert_resource(ClearColor(theme::bevy(theme::OUTSIDE)));
    let shots = shot::Shots::new(&verdict.options);
    let mut rig = Rig::default();
    let map = session.campus.map();
    rig.new_map(map.grid.width, map.grid.height);
    let mut named = verdict
        .options
        .conduct
        .heads
        .iter()
        .map(|word| word.rsplit('=').next().unwrap_or(word));
    if let Some(name) = named.rfind(|name| *name != "off").map(str::to_owned) {
        view.heads.chosen.clone_from(&name);
        view.heads.last = name;
    }
    if view.selected.is_none() {
        // A first look goes along with somebody; whoever pans or selects somebody else takes over.
        view.selected = busiest(&session.campus);
        view.follow = view.selected.is_some();
    }
    if view.follow {
        rig.come_near();
        if let Some(tile) = view
            .selected
            .and_then(|a| session.campus.person(a))
            .map(|p| p.body.tile)
        {
            rig.look_at_tile(tile);
            rig.jump();
        }
    }
    app.insert_resource(make(&session, &verdict.options.scenario));
    app.insert_resource(Words::new(verdict.options.language));
    app.insert_resource(session)
        .insert_resource(view)
        .insert_resource(verdict)
        .insert_resource(shots);
    app.init_resource::<Marks>().init_resource::<Buildings>();
    app.configure_sets(
        Update,
        (
            Stage::Ask,
            Stage::Advance,
            Stage::Pose,
            Stage::Look,
            Stage::Show,
            Stage::Aim,
            Stage::Cover,
        )
            .chain(),
    );
    app.add_plugins((
        commands::plugin,
        people::plugin,
        camera::plugin,
        night::plugin,
        shades::plugin,
        shot::plugin,
    ))
    .add_plugins((split::plugin, trainer::plugin));
    app.insert_resource(rig);
    app.add_systems(Startup, fit_window)
        .add_systems(Update, (receive, advance).chain().in_set(Stage::Advance))
        .add_systems(Update, choose_size.in_set(Stage::Show))
        .add_systems(EguiPrimaryContextPass, screen)
        .add_systems(Last, save_at_the_end.after(ExitSystems));
    app
}

/// Begins to make the pictures of a run.
fn make(session: &Session, near: &Path) -> Making {
    let (map, scenario) = (
        Arc::clone(session.campus.map()),
        Arc::clone(session.campus.scenario()),
    );
    let near = near.to_owned();
    let handle = std::thread::Builder::new()
        .name("pictures".to_owned())
        .spawn(move || {
            std::thread::scope(|scope| {
                let near: PathBuf = files::find_map(&scenario.map_file).unwrap_or(near);
                let people = scope.spawn({
                    let (near, scenario) = (near.clone(), &scenario);
                    move || look::compose(scenario.people.iter().map(|(p, _)| &p.look), &near)
                });
                let drawn = art::draw(&scenario.map_file, &map);
                let small = ["badges", "shadow", "ring", "glow"]
                    .into_iter()
                    .filter_map(|name| {
                        let file = files::find(
                            &Path::new("assets/ui").join(format!("{name}.png")),
                            &near,
                        )?;
                        Some((name, Pixels::read(&file).ok()?))
                    });
                Made {
                    map: drawn,
                    small: small.collect(),
                    people: people.join().unwrap_or_default(),
                }
            })
        });
    Making(handle.ok())
}

/// Puts pictures on the map when they have been made.
fn receive(world: &mut World) {
    let done = world
        .resource::<Making>()
        .0
        .as_ref()
        .is_some_and(JoinHandle::is_finished);
    let Some(handle) = world.resource_mut::<Making>().0.take_if(|_| done) else {
        return;
    };
    let Ok(made) = handle.join() else {
        let text = world.resource::<Words>().say("trouble-pictures").to_owned();
        world.resource_mut::<View>().toasts.bad(text);
        return;
    };
    let Made {
        map,
        mut people,
        small,
    } = made;
    let words = world.resource::<Words>();
    let troubles = [
        map.trouble
            .map(|why| words.say_with("trouble-map", &[("why", why.into())])),
        people.trouble.take().map(|trouble| match trouble {
            Trouble::Palette(why) => words.say_with("trouble-palette", &[("why", why.into())]),
            Trouble::Missing => words.say("trouble-people").to_owned(),
        }),
    ];
    for trouble in troubles.into_iter().flatten() {
        world.resource_mut::<View>().toasts.bad(trouble);
    }
    for piece in map.pieces {
        let mut images = world.resource_mut::<Assets<Image>>();
        let sizes: Vec<Handle<Image>> = piece.images.into_iter().map(|i| images.add(i)).collect();
        let image = sizes.first().cloned().unwrap_or_default();
        let (w, h) = (piece.size.0 as f32, piece.size.1 as f32);
        let at = Vec3::new(
            piece.x as f32 + w / 2.0,
            -(piece.y as f32 + h / 2.0),
            if piece.overhead { 40.0 } else { 0.0 },
        );
        world.spawn((
            MapScene,
            Sizes(sizes),
            Sprite {
                image,
                custom_size: Some(Vec2::new(w, h)),
                ..default()
            },
            Transform::from_translation(at),
        ));
    }
    let mut pictures: Vec<(&str, Handle<Image>)> = Vec::new();
    for (name, pixels) in small {
        let columns = pixels.width as usize / pixels.height.max(1) as usize;
        let image = world
            .resource_mut::<Assets<Image>>()
            .add(pixels.into_image(0));
        if name == "badges" {
            let texture = world
                .resource_mut::<EguiUserTextures>()
                .add_image(EguiTextureHandle::Strong(image.clone()));
            world.resource_mut::<Marks>().badges = Some((texture, columns));
        }
        pictures.push((name, image));
    }
    let picture = |name: &str| {
        pictures
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, h)| h.clone())
    };
    people::spawn(world, people, picture("shadow"), picture("ring"));
    night::spawn(world, map.lights, picture("glow"));
    world.insert_resource(Buildings(map.buildings));
}

/// Puts another run on the screen.
pub fn show_session(world: &mut World, session: Session) {
    let scenes: Vec<Entity> = world
        .query_filtered::<Entity, With<MapScene>>()
        .iter(world)
        .collect();
    for entity in scenes {
        world.despawn(entity);
    }
    world.insert_resource(Cast::default());
    let making = make(&session, &session.scenario_file);
    world.insert_resource(making);
    let map = session.campus.map();
    let (columns, rows) = (map.grid.width, map.grid.height);
    world.resource_mut::<Rig>().new_map(columns, rows);
    let title = session.campus.scenario().title.clone();
    for mut window in world
        .query_filtered::<&mut Window, With<PrimaryWindow>>()
        .iter_mut(world)
    {
        window.title = format!("Collegium – {title}");
    }
    world.insert_resource(session);
    let mut view = world.resource_mut::<View>();
    (view.selected, view.follow, view.twin_rect) = (None, false, None);
    view.toasts.good(title);
}

/// A piece of the map in several sizes.
#[derive(Component)]
struct Sizes(Vec<Handle<Image>>);

/// Which size of the pictures suits a zoom.
fn suitable(zoom: f32) -> usize {
    match zoom {
        z if z > 0.52 => 0,
        z if z > 0.27 => 1,
        _ => 2,
    }
}

/// Shows the map in the size that suits the zoom.
fn choose_size(rig: Res<Rig>, mut pieces: Query<(&mut Sprite, &Sizes)>) {
    let size = suitable(rig.zoom);
    for (mut sprite, Sizes(sizes)) in &mut pieces {
        if let Some(image) = sizes.get(size).or(sizes.last())
            && sprite.image != *image
        {
            sprite.image = image.clone();
        }
    }
}

/// Makes the window no larger than the screen.
fn fit_window(mut windows: Query<&mut Window, With<PrimaryWindow>>, monitors: Query<&Monitor>) {
    let Some(monitor) = monitors.iter().max_by_key(|m| m.physical_width) else {
        return;
    };
    for mut window in &mut windows {
        let (w, h) = (
            window.physical_width().min(monitor.physical_width),
            window.physical_height().min(monitor.physical_height),
        );
        if (w, h) != (window.physical_width(), window.physical_height()) && w > 0 && h > 0 {
            window.resolution.set_physical_resolution(w, h);
        }
    }
}

/// Lets time pass.
fn advance(
    time: Res<Time<Real>>,
    words: Res<Words>,
    mut session: ResMut<Session>,
    mut view: ResMut<View>,
) {
    let seconds = time.delta_secs();
    if seconds > 0.0 {
        let now = 1.0 / seconds;
        view.fps += (now - view.fps) * if view.fps == 0.0 { 1.0 } else { 0.05 };
    }
    if let Err(error) = session.frame(seconds.min(0.25)) {
        session.drive.playing = false;
        view.toasts
            .bad(words.say_with("trouble-autosave", &[("why", error.to_string().into())]));
    }
}

/// Everything that is drawn over the map.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
fn screen(
    mut contexts: bevy_egui::EguiContexts,
    session: Res<Session>,
    mut view: ResMut<View>,
    parts: (
        Res<Cast>,
        Res<Rig>,
        Res<Marks>,
        Res<Buildings>,
        Res<Time<Real>>,
        Res<Verdict>,
        Res<Words>,
    ),
    (split, trainer): (Res<split::Split>, Res<trainer::Trainer>),
    frame: Res<FrameCount>,
    mut themed: Local<bool>,
    mut before: Local<(u32, usize)>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    if !*themed {
        theme::apply(ctx);
        *themed = true;
    }
    let (cast, rig, marks, buildings, time, verdict, words) = parts;
    let screen = panels::Screen {
        words: &words,
        session: &session,
        cast: &cast,
        rig: &rig,
        marks: &marks,
        buildings: &buildings.0,
        seconds: time.delta_secs(),
        options: &verdict.options,
        twin_picture: split.texture,
        trainer: &trainer,
    };
    // A frame may be drawn twice; what was asked for in the first drawing is asked for again in the
    // second.
    if before.0 == frame.0 {
        view.asks.truncate(before.1);
    } else {
        *before = (frame.0, view.asks.len());
    }
    overlay::show(ctx, &screen, &view);
    panels::show(ctx, &screen, &mut view);
    Ok(())
}

/// Saves before the app ends.
fn save_at_the_end(
    mut exits: MessageReader<AppExit>,
    mut session: ResMut<Session>,
    verdict: Res<Verdict>,
    mut saved: Local<bool>,
) {
    if exits.read().count() > 0
        && !std::mem::replace(&mut *saved, true)
        && let Err(error) = session.save()
    {
        verdict.fail(DesktopError::LastSave(error.to_string()));
    }
}

/// The person who has most others within a view's reach: where a first look is worth most.
fn busiest(campus: &Campus) -> Option<AgentId> {
    let present: Vec<(AgentId, Tile)> = campus
        .persons()
        .filter(|p| p.body.posture != Posture::Away)
        .map(|p| (p.id, p.body.tile))
        .collect();
    let company = |a: Tile| {
        present
            .iter()
            .filter(|(_, b)| a.x.abs_diff(b.x) < 26 && a.y.abs_diff(b.y) < 12)
            .count()
    };
    // The first of equals, so that the same campus opens on the same person.
    present
        .iter()
        .rev()
        .max_by_key(|(_, tile)| company(*tile))
        .map(|(id, _)| *id)
}
