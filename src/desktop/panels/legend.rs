//! What the colours on the map mean, and which of them are shown.

use super::{screen::Screen, widgets};
use crate::desktop::{
    control::commands::OVERLAY,
    localize,
    state::{FAR_MINUTES, Overlay, View},
    theme,
};
use bevy_egui::egui::{
    self, Align2, Area, Button, CornerRadius, Id, Order, RichText, Sense, Ui, vec2,
};
use collegium_core::i18n::Words;
use collegium_sim::campus::Posture;

/// Width and height of the strip of colours, in points, and of how many parts it is.
const STRIP: (f32, f32, u16) = (150.0, 10.0, 30);

/// Draws the legend while the map has an overlay.
pub fn show(ctx: &egui::Context, screen: &Screen<'_>, view: &mut View) {
    let Some(overlay) = view.overlay else {
        return;
    };
    let corner = ctx.viewport_rect().left_bottom();
    let offset = view.map_rect.left_bottom() - corner + vec2(12.0, -12.0);
    Area::new(Id::new("legend"))
        .order(Order::Middle)
        .anchor(Align2::LEFT_BOTTOM, offset)
        .show(ctx, |ui| {
            theme::card().show(ui, |ui| {
                ui.set_max_width(view.map_rect.width().clamp(200.0, 460.0));
                choice(ui, screen.words, view, overlay);
                let (text, ends) = meaning(screen, view, overlay);
                widgets::words(ui, text, theme::WEAK);
                if let Some((low, high)) = ends {
                    ui.horizontal(|ui| {
                        ui.label(RichText::new(low).small());
                        strip(ui);
                        ui.label(RichText::new(high).small());
                    });
                }
            });
        });
}

/// The overlays to choose from.
fn choice(ui: &mut Ui, words: &Words, view: &mut View, present: Overlay) {
    ui.horizontal_wrapped(|ui| {
        for (overlay, name) in Overlay::ALL {
            let on = overlay == present;
            if widgets::chip(ui, on, words.say(name), theme::ACCENT).clicked() {
                view.overlay = Some(overlay);
            }
        }
        let close = ui.add(Button::new("✖").frame(false));
        let hint = OVERLAY.hint(words, words.say("overlay-none"));
        if close.on_hover_text(hint).clicked() {
            view.overlay = None;
        }
    });
}

/// What is shown, and what the ends of the strip of colours mean.
fn meaning(
    screen: &Screen<'_>,
    view: &View,
    overlay: Overlay,
) -> (String, Option<(String, String)>) {
    let words = screen.words;
    let campus = &screen.session.campus;
    if screen.session.twin.is_some() {
        return (words.say("overlay-compared").to_owned(), None);
    }
    let minutes = |number: u32| words.say_with("overlay-minutes", &[("number", number.into())]);
    match overlay {
        Overlay::Presence => {
            let presence = &screen.session.presence;
            let when = localize::moment(words, presence.since());
            let most = minutes(presence.most().div_ceil(60));
            let text = words.say_with("overlay-presence-hint", &[("when", when.into())]);
            (text, Some((minutes(0), most)))
        }
        Overlay::Reach => {
            let there = view.selected.and_then(|id| campus.person(id));
            let there = there.filter(|person| person.body.posture != Posture::Away);
            match there {
                Some(person) => {
                    let name = person.persona.first_name();
                    let text = words.say_with("overlay-reach-hint", &[("name", name.into())]);
                    (text, Some((minutes(0), minutes(FAR_MINUTES))))
                }
                None => (words.say("overlay-reach-nobody").to_owned(), None),
            }
        }
        Overlay::Occupancy => {
            let ends = (
                words.say("overlay-empty").to_owned(),
                words.say("overlay-full").to_owned(),
            );
            (words.say("overlay-occupancy-hint").to_owned(), Some(ends))
        }
        Overlay::Paths => {
            let walking = campus.persons().filter(|p| !p.body.path.is_empty()).count();
            let text = words.say_with("overlay-paths-hint", &[("number", walking.into())]);
            let ends = (
                words.say("overlay-few").to_owned(),
                words.say("overlay-many").to_owned(),
            );
            (text, Some(ends))
        }
    }
}

/// The colours from little to much.
fn strip(ui: &mut Ui) {
    let (width, height, parts) = STRIP;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let part = width / f32::from(parts);
    for number in 0..parts {
        let at = rect.min + vec2(part * f32::from(number), 0.0);
        let color = theme::heat((f32::from(number) + 0.5) / f32::from(parts));
        let rect = egui::Rect::from_min_size(at, vec2(part + 0.5, height));
        ui.painter().rect_filled(rect, CornerRadius::ZERO, color);
    }
}
