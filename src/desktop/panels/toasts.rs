//! Short notices that come and go.

use crate::desktop::{state::View, theme};
use bevy_egui::egui::{self, Align2, Area, Color32, Id, Order, RichText, Stroke, vec2};

/// Seconds that a notice stays: good news, bad news.
const STAYS: (f32, f32) = (4.0, 12.0);

/// A short notice.
#[derive(Clone, Debug)]
struct Toast {
    text: String,
    color: Color32,
    left: f32,
}

/// The notices on the screen.
#[derive(Clone, Debug, Default)]
pub struct Toasts(Vec<Toast>);

impl Toasts {
    /// Good news.
    pub fn good(&mut self, text: String) {
        self.add(text, theme::GOOD, STAYS.0);
    }

    /// Bad news.
    pub fn bad(&mut self, text: String) {
        self.add(text, theme::BAD, STAYS.1);
    }

    fn add(&mut self, text: String, color: Color32, left: f32) {
        self.0.retain(|t| t.text != text);
        if self.0.len() >= 5 {
            self.0.remove(0);
        }
        self.0.push(Toast { text, color, left });
    }
}

/// Draws the notices.
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
                let frame = theme::card()
                    .stroke(Stroke::new(1.5, toast.color))
                    .multiply_with_opacity((toast.left * 2.0).clamp(0.0, 1.0));
                frame.show(ui, |ui| {
                    ui.set_max_width(520.0);
                    let text = RichText::new(&toast.text).color(toast.color);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_notice_is_shown_once() {
        let mut toasts = Toasts::default();
        for text in ["a", "b", "a", "c", "d", "e", "f"] {
            toasts.good(text.to_owned());
        }
        let texts: Vec<&str> = toasts.0.iter().map(|t| t.text.as_str()).collect();
        assert_eq!(texts, ["a", "c", "d", "e", "f"]);
    }
}
