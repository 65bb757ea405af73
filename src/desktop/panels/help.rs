//! The help: keys and mouse, made from the table of commands, and what this is.

use super::{
    panel::{Panel, Placement},
    screen::Screen,
    widgets,
};
use crate::desktop::{
    control::commands::MOUSE,
    localize::{self, capital},
    state::{Command, CommandAction, Menu, View},
    theme,
};
use bevy::input::keyboard::KeyCode;
use bevy_egui::egui::{self, Align2, RichText, ScrollArea, Ui, vec2};
use collegium_core::i18n::key;
use collegium_sim::conduct::{Mount, heads::EXPERT};

/// The window that lists keys and what they do.
pub const PANEL: Panel = Panel {
    command: Command::new(key("do-help"), CommandAction::Window("help"))
        .on("? · F1", &[KeyCode::F1, KeyCode::Slash])
        .in_menu(Menu::App, key("help")),
    button: Some("?"),
    always: true,
    open: false,
    place: Placement::Window(
        "Collegium",
        |window, _| window.anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0)),
        contents,
    ),
};

/// The widest that the help is, in pixels.
const WIDTH: f32 = 800.0;

fn contents(ui: &mut Ui, screen: &Screen<'_>, _: &mut View) {
    let words = screen.words;
    let window = ui.ctx().viewport_rect();
    ui.set_width((window.width() - 80.0).min(WIDTH));
    // The bar above and the window's frame take the rest.
    let room = (window.height() - 150.0).max(120.0);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        ui.label(words.say("help-what"));
        ui.add_space(8.0);
        keys(ui, screen);
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            ui.label(
                RichText::new(words.say("help-marks"))
                    .size(13.0)
                    .color(theme::WEAK),
            );
            widgets::legend(ui, Mount::Head(0), &capital(words.say("help-head")));
            widgets::legend(ui, Mount::Expert, &localize::decider(words, Some(EXPERT)));
        });
        ui.separator();
        let about = words.say_with(
            "help-about",
            &[("version", env!("CARGO_PKG_VERSION").into())],
        );
        ui.label(RichText::new(about).color(theme::WEAK));
    });
}

/// Keys and mouse, in two columns.
fn keys(ui: &mut Ui, screen: &Screen<'_>) {
    let words = screen.words;
    let with_keys = screen.commands.iter().filter(|c| !c.keys.is_empty());
    let rows: Vec<(&str, &str)> = with_keys
        .map(|c| (c.keys, c.name))
        .chain(MOUSE.iter().copied())
        .collect();
    ui.columns(2, |columns| {
        for (column, part) in columns.iter_mut().zip(rows.chunks(rows.len().div_ceil(2))) {
            for (keys, help) in part {
                column.horizontal(|ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(166.0, 18.0), egui::Sense::hover());
                    ui.painter().text(
                        rect.left_center(),
                        Align2::LEFT_CENTER,
                        words.say(keys),
                        egui::FontId::proportional(13.5),
                        theme::ACCENT,
                    );
                    ui.add(egui::Label::new(words.say(help)).wrap());
                });
            }
        }
    });
}
