//! What somebody needs, does and has at this moment.

use super::tab::Tab;
use crate::desktop::{
    localize::{self, capital, day_and_time, title},
    panels::{screen::Screen, widgets},
    state::View,
    theme,
};
use bevy_egui::egui::{Color32, Ui};
use collegium_core::i18n::{Words, key};
use collegium_sim::{
    campus::{
        Bag,
        people::{Activity, Need, Needs, Posture, Purse},
    },
    mind::{CurrentAction, Plan},
    simulation::PersonView,
};

/// Needs, purse, what is being done and why.
pub const TAB: Tab = Tab {
    name: key("tab-now"),
    scrolls: true,
    show,
};

/// The colour of a need's bar.
const fn color(need: Need) -> Color32 {
    match need {
        Need::Sleep => theme::DREAM,
        Need::Food => theme::ACCENT,
        Need::Company => theme::ROSE,
        Need::Fun => theme::GOOD,
        Need::Hygiene => theme::COOL,
    }
}

fn show(ui: &mut Ui, screen: &Screen<'_>, _: &mut View, person: &PersonView<'_>) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let (id, now) = (person.id, campus.clock().now);
    let names = campus.names();
    if let Some(needs) = campus.get::<Needs>(id) {
        theme::card().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for (need, level) in needs.levels(now).iter() {
                let color = if *level < 0.2 {
                    theme::BAD
                } else {
                    color(need)
                };
                widgets::bar(
                    ui,
                    &title(words, "need", need.word()),
                    *level,
                    &format!("{:.0} %", *level * 100.0),
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
            if let Some(why) = &action.why {
                let why = why.told(words, &names);
                widgets::fact(ui, words.say("now-why"), capital(&why));
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
        if let Some(bag) = campus.get::<Bag>(id) {
            let list: Vec<String> = bag
                .things
                .iter()
                .map(|thing| {
                    let item = words.label("item", thing.item.word());
                    let Some(loan) = thing.loan else {
                        return item.into_owned();
                    };
                    let whose = names.person(loan.owner);
                    words.say_with(
                        "bag-borrowed",
                        &[("what", item.into()), ("name", whose.into())],
                    )
                })
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
            let lent: Vec<String> = bag
                .lent
                .iter()
                .map(|lent| {
                    let values = [
                        ("what", words.label("item", lent.item.word()).into()),
                        ("name", names.person(lent.to).into()),
                        ("time", day_and_time(words, lent.due).into()),
                    ];
                    words.say_with("bag-lent", &values)
                })
                .collect();
            if !lent.is_empty() {
                widgets::fact(ui, words.say("now-lent"), lent.join(", "));
            }
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
