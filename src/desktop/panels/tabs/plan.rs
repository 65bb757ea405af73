//! The plan of somebody's day.

use super::tab::Tab;
use crate::desktop::{
    localize::capital,
    panels::{screen::Screen, widgets},
    state::View,
    theme,
};
use bevy_egui::egui::{ProgressBar, RichText, Ui};
use collegium_core::i18n::key;
use collegium_sim::{mind::Plan, simulation::PersonView, tools::tell};

/// The tab with the plan of the day and its steps.
pub const TAB: Tab = Tab {
    name: key("tab-plan"),
    scrolls: true,
    show,
};

fn show(ui: &mut Ui, screen: &Screen<'_>, _: &mut View, person: &PersonView<'_>) {
    let campus = &screen.session.campus;
    let (now, names) = (campus.clock().now, campus.names());
    let Some(plan) = campus
        .get::<Plan>(person.id)
        .filter(|p| !p.items.is_empty())
    else {
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
                widgets::words(
                    ui,
                    capital(&tell::pursuit(screen.words, &item.what, &names)),
                    ink,
                );
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
                    ProgressBar::new(now.since(item.from) as f32 / length)
                        .desired_height(4.0)
                        .fill(theme::ACCENT),
                );
            }
        });
    }
    if !plan.reactions.is_empty() {
        widgets::heading(ui, screen.words.say("plan-reactions"));
    }
    for reaction in plan.reactions.iter().rev() {
        let text = capital(&reaction.told(screen.words, &names));
        let text = format!("{}  {text}", reaction.at.clock());
        widgets::words(ui, text, theme::WEAK);
        if !reaction.thought.is_empty() {
            widgets::words(ui, format!("“{}”", reaction.thought), theme::WEAK);
        }
    }
    if !plan.departures.is_empty() {
        widgets::heading(ui, screen.words.say("plan-departures"));
    }
    for departure in plan.departures.iter().rev() {
        let text = capital(&departure.told(screen.words, &names));
        let text = format!("{}  {text}", departure.at.clock());
        widgets::words(ui, text, theme::WEAK);
    }
}
