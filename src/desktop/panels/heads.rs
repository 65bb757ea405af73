//! The control of policy heads: who decides at decision points, for whom; and the comparison with
//! the built-in rule.

use super::{
    learning,
    panel::{Panel, Placement},
    screen::Screen,
    widgets,
};
use crate::desktop::{
    control::commands::{COMPARE, TOGGLE_HEADS},
    localize,
    state::{Command, CommandAction, Menu, UserAction, View},
    theme,
};
use bevy::input::keyboard::KeyCode;
use bevy_egui::egui::{Button, CornerRadius, RichText, ScrollArea, Ui, vec2};
use collegium_core::{i18n::key, ids::AgentId};
use collegium_learning::{conduct_options::ConductChoice, heads, lessons};
use collegium_sim::conduct::{Decides, Mount, Whom};

/// The control of policy heads.
pub const PANEL: Panel = Panel {
    command: Command::new(key("do-heads"), CommandAction::Window("heads"))
        .on("K", &[KeyCode::KeyK])
        .in_menu(Menu::Windows, key("heads-title")),
    button: Some(key("panel-heads")),
    always: false,
    open: false,
    place: Placement::Window(key("heads-title"), |window, _| window, contents),
};

fn contents(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let words = screen.words;
    ui.set_width(360.0);
    widgets::words(ui, words.say("heads-about"), theme::WEAK);
    now(ui, screen);
    widgets::heading(ui, words.say("heads-who"));
    choice(ui, screen, view);
    widgets::heading(ui, words.say("lessons-title"));
    books(ui, screen, view);
    widgets::heading(ui, words.say("heads-whom"));
    whom(ui, screen, view);
    ui.separator();
    compare(ui, screen, view);
}

/// How many are decided for by whom.
fn now(ui: &mut Ui, screen: &Screen<'_>) {
    let (words, campus) = (screen.words, &screen.session.campus);
    let mut counts: Vec<(Mount, usize)> = Vec::new();
    for person in campus.persons() {
        let mount = campus.conduct().state(person.id).mount;
        match counts.iter_mut().find(|(m, _)| *m == mount) {
            Some((_, n)) => *n += 1,
            None => counts.push((mount, 1)),
        }
    }
    ui.horizontal_wrapped(|ui| {
        for (mount, n) in counts {
            let who = localize::decider(words, campus.conduct().named(mount));
            widgets::legend(ui, mount, &format!("{who} · {n}"));
        }
    });
}

/// The built-in rule, the expert and all heads, one of which is chosen.
fn choice(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let words = screen.words;
    let ended = screen.trainer.ended;
    let list = widgets::cached(ui, &format!("heads {ended}"), || {
        heads::list().into_iter().map(|(name, _)| name).collect()
    });
    // Lessons, buttons and the comparison below need about that much.
    let room = (ui.ctx().content_rect().height() - 500.0).clamp(84.0, 220.0);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let heads = list.iter().cloned().map(Decides::Head);
        for who in [Decides::Rule, Decides::Expert].into_iter().chain(heads) {
            let text = localize::decider(words, who.as_ref().map(String::as_str));
            let choice = ConductChoice::Decider(who);
            if row(ui, &text, view.heads.chosen == choice) {
                if choice.mounts() {
                    view.heads.last.clone_from(&choice);
                }
                view.heads.chosen = choice;
            }
        }
        if list.is_empty() {
            widgets::words(ui, words.say("heads-none"), theme::WEAK);
        }
    });
}

/// A line of a list that can be chosen; whether it was clicked.
fn row(ui: &mut Ui, text: &str, on: bool) -> bool {
    let (fill, ink) = if on {
        (theme::ACCENT, theme::ON_ACCENT)
    } else {
        (theme::CARD, theme::TEXT)
    };
    let button = Button::new(RichText::new(text).color(ink))
        .fill(fill)
        .corner_radius(CornerRadius::same(8));
    ui.add(button.min_size(vec2(ui.available_width(), 26.0)))
        .clicked()
}

/// No lessons, and all books of them, one of which can be chosen in the place of a head; and how
/// many have been taught which.
fn books(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let (words, campus) = (screen.words, &screen.session.campus);
    let mut taught: Vec<(&str, usize)> = Vec::new();
    for name in campus
        .persons()
        .filter_map(|p| campus.conduct().lessons(p.id))
        .map(|book| book.name.as_str())
    {
        match taught.iter_mut().find(|(known, _)| *known == name) {
            Some((_, n)) => *n += 1,
            None => taught.push((name, 1)),
        }
    }
    for (name, n) in taught {
        widgets::words(ui, format!("{name} · {n}"), theme::TEXT);
    }
    let list = widgets::cached(ui, "books", lessons::list);
    ui.spacing_mut().item_spacing.y = 3.0;
    for book in std::iter::once(None).chain(list.iter().map(Some)) {
        let text = book.map_or_else(|| words.say("lessons-none"), String::as_str);
        let choice = ConductChoice::Lessons(book.cloned());
        if row(ui, text, view.heads.chosen == choice) {
            view.heads.chosen = choice;
        }
    }
}

/// Buttons that mount what is chosen: for the selected person, their group, or everybody.
fn whom(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let words = screen.words;
    let selected: Option<AgentId> = view.selected;
    let mut button = |ui: &mut Ui, text: String, whom: Whom| {
        if ui
            .add(Button::new(text).min_size(vec2(0.0, 28.0)))
            .clicked()
        {
            let choice = view.heads.chosen.clone();
            view.act(UserAction::Conduct(whom, choice));
        }
    };
    ui.horizontal_wrapped(|ui| {
        button(ui, words.say("heads-everybody").to_owned(), Whom::Everybody);
        if let Some(person) = selected.and_then(|agent| screen.session.campus.person(agent)) {
            let group = &person.persona.group;
            let name = [("group", words.label("group", group).into())];
            button(
                ui,
                words.say_with("heads-group", &name),
                Whom::Group(group.clone()),
            );
            button(
                ui,
                person.persona.first_name().to_owned(),
                Whom::Person(person.id),
            );
        }
    });
    let hint = [("key", words.say(TOGGLE_HEADS.keys).into())];
    widgets::words(ui, words.say_with("heads-hint", &hint), theme::WEAK);
}

/// The button that begins or ends the comparison.
fn compare(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let words = screen.words;
    let on = screen.session.twin.is_some();
    ui.horizontal(|ui| {
        let (fill, ink) = if on {
            (theme::ACCENT, theme::ON_ACCENT)
        } else {
            (theme::BUTTON, theme::TEXT)
        };
        let text = words.say(if on {
            key("compare-stop")
        } else {
            key("compare-begin")
        });
        let button = Button::new(RichText::new(text).color(ink))
            .fill(fill)
            .min_size(vec2(0.0, 28.0));
        let hint = words.say_with("key-hint", &[("key", words.say(COMPARE.keys).into())]);
        if ui.add(button).on_hover_text(hint).clicked() {
            view.command(COMPARE);
        }
        if ui
            .add(Button::new(words.say("learning-title")).min_size(vec2(0.0, 28.0)))
            .clicked()
            && !view.shows(&learning::PANEL.command)
        {
            view.command(learning::PANEL.command);
        }
    });
    widgets::words(ui, words.say("compare-about"), theme::WEAK);
}
