//! The pictures of a run, which are made on another thread while the window is open already, and
//! the map put together from them.

use super::{
    camera::Rig,
    night, people,
    scene::{Buildings, MapScene, Marks},
};
use crate::desktop::{
    frame::FrameStep,
    pictures::{
        campus::{self, MapArt},
        people::{self as looks, PeopleArt},
        pixels::Pixels,
    },
    run::session::Run,
    state::View,
};
use bevy::prelude::*;
use bevy_egui::{EguiTextureHandle, EguiUserTextures};
use collegium_core::{files, i18n::Words};
use std::{sync::Arc, thread::JoinHandle};

/// Adds the making of the map's pictures.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Marks>()
        .init_resource::<Buildings>()
        .add_systems(Update, receive.in_set(FrameStep::Advance))
        .add_systems(Update, choose_size.in_set(FrameStep::Show));
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
        let handle = std::thread::Builder::new()
            .name("pictures".to_owned())
            .spawn(move || {
                std::thread::scope(|scope| {
                    let people = scope
                        .spawn(|| looks::compose(scenario.people.iter().map(|(p, _)| &p.look)));
                    let drawn = campus::draw(&scenario.map_file, &map);
                    let small =
                        ["badges", "shadow", "ring", "glow"]
                            .into_iter()
                            .filter_map(|name| {
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
        map,
        mut people,
        small,
    } = made;
    let words = world.resource::<Words>();
    let troubles = [
        map.trouble
            .map(|why| words.say_with("trouble-map", &[("why", why.into())])),
        people
            .trouble
            .take()
            .map(|why| words.say_with("trouble-palette", &[("why", why.into())])),
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

/// Takes the present map away and begins to make that of another run.
pub fn begin_anew(world: &mut World, run: &Run) {
    let scenes: Vec<Entity> = world
        .query_filtered::<Entity, With<MapScene>>()
        .iter(world)
        .collect();
    for entity in scenes {
        world.despawn(entity);
    }
    world.insert_resource(people::Cast::default());
    world.insert_resource(Making::of(run));
    let grid = &run.campus.map().grid;
    world.resource_mut::<Rig>().new_map(grid.width, grid.height);
}

/// A piece of the map in several sizes.
#[derive(Component)]
struct Sizes(Vec<Handle<Image>>);

/// The index of the size of the pictures that suits a zoom: 0 for the largest.
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
