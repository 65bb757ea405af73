//! The inspector: one person, seen closely.

use super::{Screen, conduct, memories, profile, reasons, widgets};
use crate::desktop::{
    commands::Command,
    localize::{self, capital, title},
    overlay::role_color,
    state::{Tab, View},
    theme,
};
use bevy_egui::egui::{Button, Color32, CornerRadius, Panel, RichText, ScrollArea, Ui, vec2};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};
use collegium_sim::{
    campus::people::{Activity, Bag, MindKind, Need, Needs, Posture, Purse},
    mind::{CurrentAction, Plan},
    simulation::PersonView,
};

/// Colours of the needs, in their order.
const NEEDS: [Color32; 5] = [
    theme::DREAM,
    theme::ACCENT,
    theme::ROSE,
    theme::GOOD,
    theme::COOL,
];

/// Draws the inspector.
pub fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let Some(person) = view
        .selected
        .and_then(|agent| screen.session.campus.person(agent))
    else {
        return;
    };
    Panel::right("inspector")
        .frame(theme::panel())
        .default_size(350.0)
        .size_range(300.0..=560.0)
        .show(root, |ui| {
            head(ui, screen, view, &person);
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                for (tab, name) in Tab::ALL {
                    let on = view.tab == tab;
                    let ink = if on { theme::ON_ACCENT } else { theme::TEXT };
                    let fill = if on { theme::ACCENT } else { theme::BUTTON };
                    let button =
                        Button::new(RichText::new(screen.words.say(name)).size(13.0).color(ink))
                            .fill(fill)
                            .corner_radius(CornerRadius::same(8));
                    if ui.add(button).clicked() {
                        view.tab = tab;
                    }
                }
            });
            ui.add_space(2.0);
            if view.tab == Tab::Memories {
                memories::show(ui, screen, view, person.id);
                return;
            }
            ScrollArea::vertical()
                .id_salt(("inspector", view.tab as u8, person.id.0))
                .auto_shrink(false)
                .show(ui, |ui| match view.tab {
                    Tab::Plan => plan(ui, screen, person.id),
                    Tab::Decisions => reasons::show(ui, screen, person.id),
                    Tab::Conduct => conduct::show(ui, screen, view, person.id),
                    Tab::About => profile::show(ui, screen, view, &person),
                    _ => now(ui, screen, &person),
                });
        });
}

fn head(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, person: &PersonView<'_>) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let persona = person.persona;
    ui.horizontal_top(|ui| {
        widgets::portrait(ui, screen, person.id, 88.0, role_color(persona.role));
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
                    .on_hover_text(words.say_with("key-hint", &[("key", "F".into())]))
                    .clicked()
                {
                    view.command(Command::Follow);
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

fn now(ui: &mut Ui, screen: &Screen<'_>, person: &PersonView<'_>) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let (id, now) = (person.id, campus.clock().now);
    let names = campus.names();
    if let Some(needs) = campus.get::<Needs>(id) {
        theme::card().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for ((need, level), color) in Need::ALL.into_iter().zip(needs.levels(now)).zip(NEEDS) {
                let color = if level < 0.2 { theme::BAD } else { color };
                widgets::bar(
                    ui,
                    &title(words, "need", need.word()),
                    level,
                    &format!("{:.0} %", level * 100.0),
                    color,
                );
            }
        });
    }
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        if let Some(action) = campus.get::<CurrentAction>(id) {
            widgets::fact(
                ui,
                words.say("now-aim"),
                title(words, "action", action.action.word()),
            );
            if !action.why.is_empty() {
                widgets::fact(ui, words.say("now-why"), capital(&action.why));
            }
            if let Some(step) = campus.get::<Plan>(id).and_then(|p| p.step_at(now)) {
                widgets::fact(ui, words.say("now-step"), capital(&step.text));
            }
            widgets::fact(
                ui,
                words.say("now-since"),
                since(words, action, person.activity),
            );
            for (i, step) in action.steps.iter().enumerate().take(5) {
                let name = if i == 0 { words.say("now-then") } else { "" };
                widgets::fact(ui, name, capital(&localize::step(words, step, &names)));
            }
        }
        let place = campus
            .map()
            .place_of(person.body.tile)
            .map_or_else(|| words.say("on-the-way"), |p| names.place(p));
        let place = if person.body.posture == Posture::Away {
            words.say("in-town")
        } else {
            place
        };
        widgets::fact(ui, words.say("now-where"), place);
        if let Some(place) = person
            .body
            .counts_in
            .filter(|_| !person.body.path.is_empty())
        {
            let way = [
                ("place", names.place(place).into()),
                ("n", person.body.path.len().into()),
            ];
            widgets::fact(
                ui,
                words.say("now-going-to"),
                words.say_with("now-steps-left", &way),
            );
        }
    });
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        if let Some(purse) = campus.get::<Purse>(id) {
            widgets::fact(
                ui,
                words.say("now-money"),
                format!("{}.{:02}", purse.cents / 100, purse.cents % 100),
            );
        }
        if let Some(Bag(items)) = campus.get::<Bag>(id) {
            let list: Vec<_> = items
                .iter()
                .map(|item| words.label("item", item.word()))
                .collect();
            let empty = || words.say("bag-empty").to_owned();
            widgets::fact(
                ui,
                words.say("now-bag"),
                if list.is_empty() {
                    empty()
                } else {
                    list.join(", ")
                },
            );
        }
    });
}

fn since(words: &Words, action: &CurrentAction, activity: &Activity) -> String {
    let since = action.since.clock();
    match activity.until {
        Some(until) => words.say_with(
            "now-since-until",
            &[("since", since.into()), ("until", until.clock().into())],
        ),
        None => since,
    }
}

fn plan(ui: &mut Ui, screen: &Screen<'_>, id: AgentId) {
    let campus = &screen.session.campus;
    let now = campus.clock().now;
    let Some(plan) = campus.get::<Plan>(id).filter(|p| !p.items.is_empty()) else {
        ui.label(RichText::new(screen.words.say("plan-none")).color(theme::WEAK));
        return;
    };
    if plan.day != now.day() {
        ui.label(RichText::new(screen.words.say("plan-old")).color(theme::WEAK));
    }
    for item in &plan.items {
        let on = item.from <= now && now < item.to;
        let past = item.to <= now;
        let (fill, ink) = if on {
            (theme::BUTTON_HOVER, theme::ACCENT)
        } else {
            (theme::CARD, if past { theme::WEAK } else { theme::TEXT })
        };
        theme::card().fill(fill).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal_top(|ui| {
                let when = format!("{}–{}", item.from.clock(), item.to.clock());
                ui.label(RichText::new(when).size(12.5).color(if on {
                    theme::ACCENT
                } else {
                    theme::WEAK
                }));
                widgets::words(ui, title(screen.words, "routine", &item.text), ink);
            });
            for step in plan
                .steps
                .iter()
                .filter(|s| on && s.from >= item.from && s.from < item.to)
            {
                let here = step.from <= now && now < step.to;
                let color = if here { theme::ACCENT } else { theme::WEAK };
                widgets::words(ui, format!("{}  {}", step.from.clock(), step.text), color);
            }
            if on {
                let length = item.to.since(item.from).max(1) as f32;
                ui.add(
                    bevy_egui::egui::ProgressBar::new(now.since(item.from) as f32 / length)
                        .desired_height(4.0)
                        .fill(theme::ACCENT),
                );
            }
        });
    }
}
