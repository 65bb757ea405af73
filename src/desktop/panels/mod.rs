//! The panels around the map.

mod compare;
mod conduct;
mod events;
mod heads;
mod help;
mod inspector;
mod learning;
mod memories;
mod models;
mod people;
mod profile;
mod reasons;
pub mod toasts;
mod top;
mod widgets;

use super::{
    Options, app::Marks, art::Building, camera::Rig, people::Cast, session::Session, state::View,
    trainer::Trainer,
};
use bevy_egui::egui::{self, LayerId, Order, Ui, UiBuilder};
use collegium_core::i18n::Words;

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
    /// The picture of the twin's half, while two campuses are compared.
    pub twin_picture: Option<egui::TextureId>,
    /// Training.
    pub trainer: &'a Trainer,
}

/// Draws all panels and notes what is left for the map.
pub fn show(ctx: &egui::Context, screen: &Screen<'_>, view: &mut View) {
    let place = UiBuilder::new()
        .layer_id(LayerId::background())
        .max_rect(ctx.viewport_rect());
    let mut root = Ui::new(ctx.clone(), "root".into(), place);
    top::show(&mut root, screen, view);
    compare::show(&mut root, screen, view);
    if view.people_open {
        people::show(&mut root, screen, view);
    }
    if view.inspector_open && view.selected.is_some() {
        inspector::show(&mut root, screen, view);
    }
    if view.log_open {
        events::show(&mut root, screen, view);
    }
    (view.twin_rect, view.map_rect) = halves(
        root.available_rect_before_wrap(),
        screen.session.twin.is_some(),
    );
    models::show(ctx, screen, view);
    heads::show(ctx, screen, view);
    learning::show(ctx, screen, view);
    help::show(ctx, screen, view);
    toasts::show(ctx, view, screen.seconds);
    view.typing = ctx.text_edit_focused();
    view.menu_open = ctx.any_popup_open();
    view.pointer_on_map = ctx.pointer_latest_pos().is_some_and(|p| {
        let above = ctx
            .layer_id_at(p)
            .is_some_and(|layer| layer.order != Order::Background);
        let seen = view.map_rect.contains(p) || view.twin_rect.is_some_and(|r| r.contains(p));
        seen && !above
    }) && !ctx.egui_is_using_pointer();
}

/// The part of the window for the twin's map, and that for the run's: halves of the same size on
/// whole pixels, with a line between them.
fn halves(rect: egui::Rect, split: bool) -> (Option<egui::Rect>, egui::Rect) {
    if !split {
        return (None, rect);
    }
    let width = ((rect.width() - 2.0) / 2.0).floor().max(1.0);
    let size = egui::vec2(width, rect.height());
    let right = egui::pos2(rect.right() - width, rect.top());
    (
        Some(egui::Rect::from_min_size(rect.min, size)),
        egui::Rect::from_min_size(right, size),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_campuses_have_as_much_room() {
        let rect = egui::Rect::from_min_max(egui::pos2(250.0, 48.0), egui::pos2(1251.0, 700.0));
        let (left, right) = halves(rect, true);
        assert_eq!(left.map(|l| l.size()), Some(right.size()));
        assert!(left.is_some_and(|l| l.right() < right.left()) && right.right() == rect.right());
        assert_eq!(halves(rect, false), (None, rect));
    }
}
