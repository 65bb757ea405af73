//! The inspector: one person, seen closely.

use super::{
    panel::{Panel, Placement},
    screen::Screen,
    tabs::{self, TABS},
    widgets,
};
use crate::desktop::{
    control::commands::FOLLOW,
    localize::{self, capital},
    state::{Command, CommandAction, INSPECTOR, View},
    theme,
};
use bevy::input::keyboard::KeyCode;
use bevy_egui::egui::{self, Button, CornerRadius, RichText, ScrollArea, Ui, vec2};
use collegium_core::i18n::key;
use collegium_sim::{campus::people::MindKind, simulation::PersonView};

/// The inspector; seen only while somebody is selected.
pub const PANEL: Panel = Panel {
    command: Command::new(key("do-inspector"), CommandAction::Dock(INSPECTOR))
        .on("I", &[KeyCode::KeyI]),
    button: Some(key("panel-inspector")),
    always: true,
    open: true,
    place: Placement::Side(show),
};

fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let Some(person) = view
        .selected
        .and_then(|agent| screen.session.campus.person(agent))
    else {
        return;
    };
    egui::Panel::right("inspector")
        .frame(theme::panel())
        .default_size(350.0)
        .size_range(300.0..=560.0)
        .show(root, |ui| {
            head(ui, screen, view, &person);
            ui.add_space(4.0);
            let open = tabs::named(view.tab);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                for tab in TABS {
                    let on = open.name == tab.name;
                    let ink = if on { theme::ON_ACCENT } else { theme::TEXT };
                    let fill = if on { theme::ACCENT } else { theme::BUTTON };
                    let name = screen.words.say(tab.name);
                    let button = Button::new(RichText::new(name).size(13.0).color(ink))
                        .fill(fill)
                        .corner_radius(CornerRadius::same(8));
                    if ui.add(button).clicked() {
                        view.tab = tab.name;
                    }
                }
            });
            ui.add_space(2.0);
            if !open.scrolls {
                (open.show)(ui, screen, view, &person);
                return;
            }
            ScrollArea::vertical()
                .id_salt(("inspector", open.name, person.id.0))
                .auto_shrink(false)
                .show(ui, |ui| (open.show)(ui, screen, view, &person));
        });
}

fn head(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, person: &PersonView<'_>) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let persona = person.persona;
    ui.horizontal_top(|ui| {
        widgets::portrait(ui, screen, person.id, 88.0, theme::role(persona.role));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.label(RichText::new(&persona.name).size(19.0).color(theme::ACCENT));
            let who = [
                ("role", words.label("role", persona.role.word()).into()),
                ("age", persona.age.into()),
                ("group", words.label("group", &persona.group).into()),
            ];
            widgets::words(ui, capital(&words.say_with("who-line", &who)), theme::TEXT);
            let origin = [("place", persona.origin.as_str().into())];
            widgets::words(ui, words.say_with("who-from", &origin), theme::WEAK);
            ui.horizontal(|ui| {
                let mind = campus
                    .get::<MindKind>(person.id)
                    .cloned()
                    .unwrap_or_default();
                let name = localize::mind(words, &mind);
                let button = Button::new(RichText::new(name).size(11.5).color(theme::COOL))
                    .fill(theme::CARD);
                ui.add(button.min_size(vec2(0.0, 20.0)))
                    .on_hover_text(words.say("mind-hint"));
                let text = words.say(if view.follow {
                    key("following")
                } else {
                    key("follow")
                });
                if widgets::chip(ui, view.follow, text, theme::ACCENT)
                    .on_hover_text(words.say_with("key-hint", &[("key", FOLLOW.keys.into())]))
                    .clicked()
                {
                    view.command(FOLLOW);
                }
            });
        });
    });
    widgets::words(
        ui,
        capital(&localize::state(words, campus, person.id)),
        theme::TEXT,
    );
}
