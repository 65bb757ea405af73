//! The short notices over the map.

use crate::desktop::{state::View, theme};
use bevy_egui::egui::{self, Align2, Area, Id, Order, RichText, Stroke, vec2};

/// Draws the notices, and lets them go when their time is over.
pub fn show(ctx: &egui::Context, view: &mut View, seconds: f32) {
    if view.toasts.0.is_empty() {
        return;
    }
    let corner = ctx.viewport_rect().center_top();
    let offset = vec2(
        view.map_rect.center().x - corner.x,
        view.map_rect.top() + 10.0,
    );
    let toasts = &mut view.toasts.0;
    Area::new(Id::new("toasts"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_TOP, offset)
        .show(ctx, |ui| {
            for toast in toasts.iter_mut() {
                toast.left -= seconds;
                let color = if toast.good { theme::GOOD } else { theme::BAD };
                // Words and frame fade together.
                ui.set_opacity((toast.left * 2.0).clamp(0.0, 1.0));
                let frame = theme::card().stroke(Stroke::new(1.5, color));
                frame.show(ui, |ui| {
                    ui.set_max_width(520.0);
                    let text = RichText::new(&toast.text).color(color);
                    if ui
                        .add(egui::Label::new(text).wrap().sense(egui::Sense::click()))
                        .clicked()
                    {
                        toast.left = 0.0;
                    }
                });
            }
        });
    toasts.retain(|t| t.left > 0.0);
}
