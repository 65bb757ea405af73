//! The help: keys and mouse, made from the table of commands, and what this is.

use super::{Screen, conduct};
use crate::desktop::{
    commands,
    localize::{self, capital},
    state::View,
    theme,
};
use bevy_egui::egui::{self, Align2, RichText, vec2};
use collegium_sim::conduct::Mount;

/// Draws the help when it is open.
pub fn show(ctx: &egui::Context, screen: &Screen<'_>, view: &mut View) {
    if !view.help_open {
        return;
    }
    let words = screen.words;
    let mut open = true;
    egui::Window::new(RichText::new("Collegium").size(20.0).color(theme::ACCENT))
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .collapsible(false)
        .resizable(false)
        .open(&mut open)
        .show(ctx, |ui| {
            ui.set_width((ctx.viewport_rect().width() - 80.0).min(800.0));
            ui.label(words.say("help-what"));
            ui.add_space(8.0);
            ui.columns(2, |columns| {
                let half = commands::TABLE
                    .iter()
                    .filter(|e| !e.keys.is_empty())
                    .count()
                    .div_ceil(2)
                    + 1;
                let rows = commands::TABLE
                    .iter()
                    .filter(|e| !e.keys.is_empty())
                    .map(|e| (e.keys, e.help));
                let all: Vec<(&str, &str)> = rows.chain(commands::MOUSE.iter().copied()).collect();
                for (column, part) in columns
                    .iter_mut()
                    .zip(all.chunks(half.max(all.len().div_ceil(2))))
                {
                    for (keys, help) in part {
                        column.horizontal(|ui| {
                            let (rect, _) =
                                ui.allocate_exact_size(vec2(166.0, 18.0), egui::Sense::hover());
                            let font = egui::FontId::proportional(13.5);
                            let keys = words.say(keys);
                            ui.painter().text(
                                rect.left_center(),
                                Align2::LEFT_CENTER,
                                keys,
                                font,
                                theme::ACCENT,
                            );
                            ui.add(egui::Label::new(words.say(help)).wrap());
                        });
                    }
                }
            });
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                ui.label(
                    RichText::new(words.say("help-marks"))
                        .size(13.0)
                        .color(theme::WEAK),
                );
                conduct::legend(ui, Mount::Head(0), &capital(words.say("help-head")));
                conduct::legend(ui, Mount::Expert, &localize::decider(words, "expert"));
            });
            ui.separator();
            let about = words.say_with(
                "help-about",
                &[("version", env!("CARGO_PKG_VERSION").into())],
            );
            ui.label(RichText::new(about).color(theme::WEAK));
        });
    view.help_open &= open;
}
