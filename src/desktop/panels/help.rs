//! The help: keys and mouse, made from the table of commands, and what this is.

use super::{
    panel::{Panel, Placement},
    screen::Screen,
    widgets,
};
use crate::desktop::{
    control::commands::MOUSE,
    localize::{self, capital},
    state::{Command, CommandAction, CommandTable, Menu, View},
    theme,
};
use bevy::input::keyboard::KeyCode;
use bevy_egui::egui::{
    Align2, Label, RichText, ScrollArea, Ui, containers::scroll_area::ScrollAreaOutput, vec2,
};
use collegium_core::i18n::{Words, key};
use collegium_sim::conduct::{Decides, Mount};

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
const WIDTH: f32 = 1080.0;
/// The least width of a column of keys, in pixels, and how many there are at most.
const COLUMN: (f32, usize) = (290.0, 3);
/// The width of the keys themselves in a column, in pixels.
const KEYS: f32 = 96.0;
/// What the bar at the top, the window's title and its margins take of the height, in pixels.
const AROUND: f32 = 150.0;

fn contents(ui: &mut Ui, screen: &Screen<'_>, _: &mut View) {
    shown(ui, screen.words, &rows(screen.commands));
}

/// Keys with what they do, and then what the mouse does.
fn rows(commands: &CommandTable) -> Vec<(&'static str, &'static str)> {
    let with_keys = commands.iter().filter(|c| !c.keys.is_empty());
    with_keys
        .map(|c| (c.keys, c.name))
        .chain(MOUSE.iter().copied())
        .collect()
}

/// All of the help, as high as the screen allows; the rest is scrolled to.
fn shown(
    ui: &mut Ui,
    words: &Words,
    rows: &[(&'static str, &'static str)],
) -> ScrollAreaOutput<()> {
    let window = ui.ctx().viewport_rect();
    ui.set_width((window.width() - 80.0).min(WIDTH));
    let room = (window.height() - AROUND).max(120.0);
    // Windows begin with a height of their own, and what scrolls in them would keep to it.
    let area = ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room);
    area.show(ui, |ui| {
        ui.label(words.say("help-what"));
        ui.add_space(6.0);
        keys(ui, words, rows);
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.label(
                RichText::new(words.say("help-marks"))
                    .size(13.0)
                    .color(theme::WEAK),
            );
            widgets::legend(ui, Mount::Head(0), &capital(words.say("help-head")));
            widgets::legend(
                ui,
                Mount::Expert,
                &localize::decider(words, Decides::Expert),
            );
        });
        ui.separator();
        let about = words.say_with(
            "help-about",
            &[("version", env!("CARGO_PKG_VERSION").into())],
        );
        ui.add(Label::new(RichText::new(about).color(theme::WEAK)).wrap());
    })
}

/// How many columns of keys there is room for.
fn columns(width: f32) -> usize {
    ((width / COLUMN.0) as usize).clamp(1, COLUMN.1)
}

/// Keys and mouse, in columns.
fn keys(ui: &mut Ui, words: &Words, rows: &[(&'static str, &'static str)]) {
    let count = columns(ui.available_width());
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.spacing_mut().interact_size.y = 18.0;
    ui.columns(count, |columns| {
        for (column, part) in columns
            .iter_mut()
            .zip(rows.chunks(rows.len().div_ceil(count)))
        {
            for (keys, help) in part {
                column.horizontal_top(|ui| {
                    ui.allocate_ui(vec2(KEYS, 18.0), |ui| {
                        ui.set_width(KEYS);
                        let keys = RichText::new(words.say(keys)).size(13.5);
                        ui.add(Label::new(keys.color(theme::ACCENT)).wrap());
                    });
                    ui.add(Label::new(words.say(help)).wrap());
                });
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::control;
    use bevy::app::App;
    use bevy_egui::egui::{Context, Event, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, Vec2};
    use collegium_core::i18n::Language;

    /// The help in a window of that size after so many turns of the wheel over it: the rectangle of
    /// the help, and what scrolls in it.
    fn drawn(size: Vec2, language: Language, turns: usize) -> (Rect, ScrollAreaOutput<()>) {
        let mut app = App::new();
        app.add_plugins((control::plugin, super::super::plugin));
        let rows = rows(app.world().resource::<CommandTable>());
        let words = Words::new(language);
        let ctx = Context::default();
        theme::apply(&ctx);
        let screen = Rect::from_min_size(Pos2::ZERO, size);
        let below = Rect::from_min_max(Pos2::new(0.0, 49.0), screen.max);
        let mut drawn = None;
        for turn in 0..4 + turns {
            let mut input = RawInput {
                screen_rect: Some(screen),
                time: Some(turn as f64),
                ..RawInput::default()
            };
            input.events.push(Event::PointerMoved(screen.center()));
            if turn >= 4 {
                input.events.push(Event::MouseWheel {
                    unit: MouseWheelUnit::Line,
                    delta: vec2(0.0, -10.0),
                    phase: bevy_egui::egui::TouchPhase::Move,
                    modifiers: Modifiers::NONE,
                });
            }
            let mut output = ctx.run_ui(input, |ui| {
                let Placement::Window(title, shape, _) = PANEL.place else {
                    unreachable!("the help is a window");
                };
                let ctx = ui.ctx().clone();
                let frame = super::super::frame(&ctx, PANEL.name(), words.say(title), below, shape);
                let shown = frame.show(&ctx, |ui| shown(ui, &words, &rows)).unwrap();
                drawn = Some((shown.response.rect, shown.inner.unwrap()));
            });
            output.textures_delta.clear();
        }
        drawn.unwrap()
    }

    #[test]
    fn all_of_the_help_can_be_reached_in_a_low_window() {
        for (width, height) in [
            (1920.0, 1080.0),
            (1280.0, 600.0),
            (1000.0, 560.0),
            (800.0, 480.0),
        ] {
            for language in Language::ALL.iter().copied() {
                let (rect, area) = drawn(vec2(width, height), language, 0);
                let what = format!("{width} × {height} {language:?}: {rect:?}");
                assert!(rect.top() >= 49.0 && rect.bottom() <= height, "{what}");
                assert!(rect.left() >= 0.0 && rect.right() <= width, "{what}");
                let (content, seen) = (area.content_size.y, area.inner_rect.height());
                // No more is scrolled than must be.
                assert!(content <= seen || rect.height() > height - 90.0, "{what}");
                let (_, area) = drawn(vec2(width, height), language, 6);
                let reached = area.state.offset.y + area.inner_rect.height();
                assert!(reached >= content - 1.0, "{what}: {reached} of {content}");
                assert!(
                    area.content_size.x <= area.inner_rect.width() + 1.0,
                    "{what}"
                );
            }
        }
    }

    #[test]
    fn there_are_as_many_columns_as_there_is_room_for() {
        assert_eq!([200.0, 720.0, 920.0, 2000.0].map(columns), [1, 2, 3, 3]);
    }
}
