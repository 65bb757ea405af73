//! The menus of the bar: the run and the app, and the languages.

use super::{screen::Screen, widgets};
use crate::desktop::{
    localize,
    run::saves,
    state::{Menu, UserAction, View},
    theme,
};
use bevy_egui::egui::{self, Button, Color32, RichText, ScrollArea, Ui, vec2};
use collegium_core::i18n::{Language, Words};
use collegium_sim::record::Glance;

/// A menu of the languages, each called as it calls itself.
pub fn languages(ui: &mut Ui, words: &Words, view: &mut View) {
    let text =
        RichText::new(format!("🌐 {}", words.language().word().to_uppercase())).color(theme::WEAK);
    let button = Button::new(text).fill(Color32::TRANSPARENT);
    let menu = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_width(130.0);
        for language in Language::ALL.iter().copied() {
            let on = language == words.language();
            if ui
                .add(
                    Button::new(language.own_name())
                        .selected(on)
                        .min_size(vec2(ui.available_width(), 26.0)),
                )
                .clicked()
            {
                view.act(UserAction::Speak(language));
                ui.close();
            }
        }
    });
    menu.0.on_hover_text(words.say("language-hint"));
}

/// The menu, by the title of the scenario where there is room for it.
pub fn menu(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, with_title: bool) {
    let words = screen.words;
    let title = &screen.session.campus.scenario().title;
    let text = if with_title {
        format!("☰  {title}")
    } else {
        "☰".to_owned()
    };
    let text = RichText::new(text).size(16.0).color(theme::ACCENT);
    let button = ui.menu_button(text, |ui| {
        ui.set_min_width(300.0);
        ui.set_max_width(340.0);
        let save = screen.session.save_name().unwrap_or_default();
        let text = words.say_with("saved-as", &[("name", save.into())]);
        ui.label(RichText::new(text).small().color(theme::WEAK));
        items(ui, screen, view, Menu::Run);
        ui.separator();
        items(ui, screen, view, Menu::Windows);
        ui.separator();
        let begun = ui
            .menu_button(words.say("menu-scenarios"), |ui| scenarios(ui, screen))
            .inner
            .flatten();
        let resumed = ui
            .menu_button(words.say("menu-runs"), |ui| runs(ui, screen))
            .inner
            .flatten();
        ui.separator();
        items(ui, screen, view, Menu::App);
        if let Some(action) = begun.or(resumed) {
            view.act(action);
            ui.close();
        }
    });
    button
        .response
        .on_hover_text(&screen.session.campus.scenario().description);
}

/// The commands of a part of the menu.
fn items(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, part: Menu) {
    let words = screen.words;
    for command in screen.commands.iter() {
        let Some((_, text)) = command.menu.filter(|(menu, _)| *menu == part) else {
            continue;
        };
        let button = Button::new(words.say(text))
            .shortcut_text(words.say(command.keys))
            .min_size(vec2(ui.available_width(), 26.0));
        if ui.add(button).clicked() {
            view.command(*command);
            ui.close();
        }
    }
}

/// A button with a title and a line below it.
fn entry(ui: &mut Ui, title: &str, below: &str) -> bool {
    let text = egui::text::LayoutJob::default();
    let mut job = text;
    let format = |size: f32, color: Color32| {
        egui::TextFormat::simple(egui::FontId::proportional(size), color)
    };
    job.append(title, 0.0, format(14.0, theme::TEXT));
    job.append(&format!("\n{below}"), 0.0, format(12.0, theme::WEAK));
    ui.add(
        Button::new(job)
            .wrap()
            .min_size(vec2(ui.available_width(), 40.0)),
    )
    .clicked()
}

fn scenarios(ui: &mut Ui, screen: &Screen<'_>) -> Option<UserAction> {
    ui.set_width(320.0);
    let mut action = None;
    for scenario in widgets::cached(ui, "scenarios", || {
        saves::scenarios(&screen.session.scenario_file)
    }) {
        if entry(ui, &scenario.title, &scenario.description) {
            action = Some(UserAction::Begin(scenario.file));
            ui.close();
        }
    }
    action
}

fn runs(ui: &mut Ui, screen: &Screen<'_>) -> Option<UserAction> {
    ui.set_width(320.0);
    let words = screen.words;
    let mut action = None;
    let list = widgets::cached(ui, "saves", || saves::saves(&screen.options.saves));
    let current = screen.session.save_name();
    let others: Vec<_> = list
        .into_iter()
        .filter(|s| Some(&s.name) != current.as_ref())
        .collect();
    if others.is_empty() {
        ui.label(RichText::new(words.say("runs-none")).color(theme::WEAK));
    }
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        for save in others {
            match save.about {
                Ok(Glance { title, at, people }) => {
                    let values = [
                        ("title", title.into()),
                        ("when", localize::moment(words, at).into()),
                        ("n", people.into()),
                    ];
                    if entry(ui, &save.name, &words.say_with("runs-about", &values)) {
                        action = Some(UserAction::Resume(save.file));
                        ui.close();
                    }
                }
                Err(why) => {
                    ui.label(
                        RichText::new(format!("{} ({})", save.name, words.say(why)))
                            .color(theme::WEAK),
                    );
                }
            }
        }
    });
    action
}
