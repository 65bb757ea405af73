//! What somebody needs, does and has at this moment.

use super::tab::Tab;
use crate::desktop::{
    localize::{self, capital, day_and_time, title},
    panels::{screen::Screen, widgets},
    state::View,
    theme,
};
use bevy_egui::egui::{Color32, Ui};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};
use collegium_sim::{
    campus::{
        Bag,
        bag::{Lent, Thing},
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
    needs(ui, screen, person.id);
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        action(ui, screen, person);
        whereabouts(ui, screen, person);
    });
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        belongings(ui, screen, person.id);
    });
}

/// How well each need is met, as bars.
fn needs(ui: &mut Ui, screen: &Screen<'_>, id: AgentId) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let Some(needs) = campus.get::<Needs>(id) else {
        return;
    };
    theme::card().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for (need, level) in needs.levels(campus.clock().now).iter() {
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

/// What somebody is about, why, and what comes next.
fn action(ui: &mut Ui, screen: &Screen<'_>, person: &PersonView<'_>) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let names = campus.names();
    let Some(action) = campus.get::<CurrentAction>(person.id) else {
        return;
    };
    widgets::fact(
        ui,
        words.say("now-aim"),
        title(words, "action", action.action.word()),
    );
    if let Some(why) = &action.why {
        let why = why.told(words, &names);
        widgets::fact(ui, words.say("now-why"), capital(&why));
    }
    let plan = campus.get::<Plan>(person.id);
    if let Some(step) = plan.and_then(|p| p.step_at(campus.clock().now)) {
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

/// Where somebody is, and where they walk to.
fn whereabouts(ui: &mut Ui, screen: &Screen<'_>, person: &PersonView<'_>) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let (names, body) = (campus.names(), person.body);
    let place = campus
        .map()
        .place_of(body.tile)
        .map_or_else(|| words.say("on-the-way"), |p| names.place(p));
    let place = if body.posture == Posture::Away {
        words.say("in-town")
    } else {
        place
    };
    widgets::fact(ui, words.say("now-where"), place);
    if let Some(place) = body.counts_in.filter(|_| !body.path.is_empty()) {
        let way = [
            ("place", names.place(place).into()),
            ("n", body.path.len().into()),
        ];
        widgets::fact(
            ui,
            words.say("now-going-to"),
            words.say_with("now-steps-left", &way),
        );
    }
}

/// What somebody has: money, what is in the bag, what is lent.
fn belongings(ui: &mut Ui, screen: &Screen<'_>, id: AgentId) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let names = campus.names();
    if let Some(purse) = campus.get::<Purse>(id) {
        widgets::fact(
            ui,
            words.say("now-money"),
            format!("{}.{:02}", purse.cents / 100, purse.cents % 100),
        );
    }
    let Some(bag) = campus.get::<Bag>(id) else {
        return;
    };
    let thing = |thing: &Thing| {
        let item = words.label("item", thing.item.word());
        let Some(loan) = thing.loan else {
            return item.into_owned();
        };
        let whose = names.person(loan.owner);
        words.say_with(
            "bag-borrowed",
            &[("what", item.into()), ("name", whose.into())],
        )
    };
    let list: Vec<String> = bag.things.iter().map(thing).collect();
    let list = if list.is_empty() {
        words.say("bag-empty").to_owned()
    } else {
        list.join(", ")
    };
    widgets::fact(ui, words.say("now-bag"), list);
    let lent = |lent: &Lent| {
        let values = [
            ("what", words.label("item", lent.item.word()).into()),
            ("name", names.person(lent.to).into()),
            ("time", day_and_time(words, lent.due).into()),
        ];
        words.say_with("bag-lent", &values)
    };
    let lent: Vec<String> = bag.lent.iter().map(lent).collect();
    if !lent.is_empty() {
        widgets::fact(ui, words.say("now-lent"), lent.join(", "));
    }
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
