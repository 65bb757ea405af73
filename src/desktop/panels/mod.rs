//! The panels around the map.

mod events;
mod help;
mod inspector;
mod memories;
mod models;
mod people;
mod profile;
mod reasons;
pub mod toasts;
mod top;
mod widgets;

use super::{Options, app::Marks, art::Building, camera::Rig, people::Cast, session::Session, state::View};
use crate::words::Words;
use bevy_egui::egui::{self, LayerId, Order, Ui, UiBuilder};

/// What panels look at; they change nothing but the [`View`].
pub struct Screen<'a> {
    /// The app's texts.
    pub words: &'a Words,
    /// The run.
    pub session: &'a Session,
    /// Everybody as drawn.
    pub cast: &'a Cast,
    /// The camera.
    pub rig: &'a Rig,
    /// Small pictures.
    pub marks: &'a Marks,
    /// The buildings.
    pub buildings: &'a [Building],
    /// Real seconds since the last frame.
    pub seconds: f32,
    /// What the app was started with.
    pub options: &'a Options,
}

/// Draws all panels and notes what is left for the map.
pub fn show(ctx: &egui::Context, screen: &Screen<'_>, view: &mut View) {
    let place = UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.viewport_rect());
    let mut root = Ui::new(ctx.clone(), "root".into(), place);
    top::show(&mut root, screen, view);
    if view.people_open {
        people::show(&mut root, screen, view);
    }
    if view.inspector_open && view.selected.is_some() {
        inspector::show(&mut root, screen, view);
    }
    if view.log_open {
        events::show(&mut root, screen, view);
    }
    view.map_rect = root.available_rect_before_wrap();
    models::show(ctx, screen, view);
    help::show(ctx, screen, view);
    toasts::show(ctx, view, screen.seconds);
    view.typing = ctx.text_edit_focused();
    view.menu_open = ctx.any_popup_open();
    view.pointer_on_map = ctx.pointer_latest_pos().is_some_and(|p| {
        let above = ctx.layer_id_at(p).is_some_and(|layer| layer.order != Order::Background);
        view.map_rect.contains(p) && !above
    }) && !ctx.egui_is_using_pointer();
}
