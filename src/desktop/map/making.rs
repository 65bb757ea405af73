//! The pictures of a run, which are made on another thread while the window is open already, and
//! the map put together from them.

use super::{
    camera::Rig,
    people, reload,
    scene::{Beds, Buildings, MapScene, Marks},
    seasons::{self, Dress},
    shown,
    stream::Stream,
};
use crate::desktop::{
    frame::FrameStep,
    pictures::{
        campus::{self, MapArt},
        mips,
        people::{self as looks, PeopleArt},
        pixels::Pixels,
    },
    run::session::Run,
    state::View,
};
use bevy::prelude::*;
use bevy_egui::{EguiTextureHandle, EguiUserTextures};
use collegium_core::{files, i18n::Words};
use collegium_sim::campus::Season;
use std::{sync::Arc, thread::JoinHandle};

/// The small pictures of `assets/ui/` that are shown on the map.
const SMALL: [&str; 7] = [
    "badges", "shadow", "ring", "glow", "puddles", "umbrella", "wildlife",
];

/// Adds the making of the map's pictures.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Marks>()
        .init_resource::<Buildings>()
        .add_systems(Update, receive.in_set(FrameStep::Advance));
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
struct Made {
    map: MapArt,
    season: Season,
    people: PeopleArt,
    small: Vec<(&'static str, Pixels)>,
}

impl Making {
    /// Begins to make the pictures of a run.
    pub fn of(run: &Run) -> Self {
        let (map, scenario) = (
            Arc::clone(run.campus.map()),
            Arc::clone(run.campus.scenario()),
        );
        let season = seasons::season(run);
        let handle = std::thread::Builder::new()
            .name("pictures".to_owned())
            .spawn(move || {
                std::thread::scope(|scope| {
                    let people = scope
                        .spawn(|| looks::compose(scenario.people.iter().map(|(p, _)| &p.look)));
                    let drawn = campus::draw(&scenario.map_file, &map, season);
                    let small = SMALL.into_iter().filter_map(|name| {
                        let file = files::carried(&format!("assets/ui/{name}.png"));
                        match Pixels::read(&file) {
                            Ok(picture) => Some((name, picture)),
                            Err(why) => {
                                warn!("{why}");
                                None
                            }
                        }
                    });
                    Made {
                        map: drawn,
                        season,
                        small: small.collect(),
                        people: people.join().unwrap_or_default(),
                    }
                })
            });
        Self(handle.ok())
    }
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
        mut map,
        season,
        mut people,
        small,
    } = made;
    let words = world.resource::<Words>();
    let troubles = [
        map.trouble
            .take()
            .map(|why| words.say_with("trouble-map", &[("why", why.into())])),
        people
            .trouble
            .take()
            .map(|why| words.say_with("trouble-palette", &[("why", why.into())])),
    ];
    for trouble in troubles.into_iter().flatten() {
        world.resource_mut::<View>().toasts.bad(trouble);
    }
    let mut pictures: Vec<(&str, Handle<Image>)> = Vec::new();
    for (name, pixels) in small {
        let columns = pixels.width as usize / pixels.height.max(1) as usize;
        let image = world
            .resource_mut::<Assets<Image>>()
            .add(mips::image(pixels, 0));
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
    let mut marks = world.resource_mut::<Marks>();
    marks.glow = picture("glow");
    marks.puddles = picture("puddles");
    marks.umbrella = picture("umbrella");
    marks.wildlife = picture("wildlife");
    world.insert_resource(Dress::of(season));
    let files = std::mem::take(&mut map.files);
    shown::show(world, map);
    reload::watch(world, files);
}

/// Takes the present map away and begins to make that of another run.
pub fn begin_anew(world: &mut World, run: &Run) {
    shown::take_away::<MapScene>(world);
    world.insert_resource(people::Cast::default());
    world.insert_resource(Beds::default());
    world.insert_resource(Stream::default());
    world.insert_resource(reload::Watch::default());
    world.insert_resource(Dress::default());
    world.insert_resource(Making::of(run));
    let grid = &run.campus.map().grid;
    world.resource_mut::<Rig>().new_map(grid.width, grid.height);
}
