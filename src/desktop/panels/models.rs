//! The window about language models: how they are, and what they have cost, by purpose and by
//! model.

use super::{
    panel::{Panel, Placement},
    screen::Screen,
};
use crate::desktop::{
    state::{Command, CommandAction, View},
    theme,
};
use bevy::input::keyboard::KeyCode;
use bevy_egui::egui::{self, Align, Color32, Grid, Layout, RichText, Sense, Ui, vec2};
use collegium_core::i18n::{Words, key};
use collegium_llm::{Health, HealthState, Usages, usages::Sums};

/// The window about language models.
pub const PANEL: Panel = Panel {
    command: Command::new(key("do-models"), CommandAction::Window("models"))
        .on("M", &[KeyCode::KeyM]),
    button: None,
    always: false,
    open: false,
    place: Placement::Window(key("models-title"), |window, _| window, contents),
};

fn contents(ui: &mut Ui, screen: &Screen<'_>, _: &mut View) {
    let words = screen.words;
    ui.set_max_width(620.0);
    let about = screen
        .session
        .mail(|mail| (mail.health(), mail.usages.clone()));
    match about {
        None => {
            ui.label(words.say("models-none"));
            ui.label(RichText::new(words.say("models-how")).color(theme::WEAK));
        }
        Some((health, usages)) => {
            for one in &health {
                state(ui, words, one);
            }
            ui.add_space(6.0);
            table(ui, words, &usages);
            repaired(ui, words, &usages);
            let save = screen.session.save_name().unwrap_or_default();
            ui.add_space(6.0);
            ui.label(
                RichText::new(words.say_with("models-export", &[("name", save.into())]))
                    .size(11.5)
                    .color(theme::WEAK),
            );
        }
    }
}

/// How a model is, in a line.
fn state(ui: &mut Ui, words: &Words, health: &Health) {
    let (color, text) = match health.state {
        HealthState::Unused => (theme::WEAK, words.say(key("model-unused")).to_owned()),
        HealthState::Ok => (theme::GOOD, words.say(key("model-ok")).to_owned()),
        HealthState::Slow => (theme::ACCENT, words.say(key("model-slow")).to_owned()),
        HealthState::Failing => (theme::BAD, words.say(key("model-failing")).to_owned()),
        HealthState::Open { seconds } => (
            theme::BAD,
            words.say_with("model-resting", &[("seconds", seconds.into())]),
        ),
    };
    ui.horizontal_wrapped(|ui| {
        let (dot, _) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::hover());
        ui.painter().circle_filled(dot.center(), 5.0, color);
        ui.label(RichText::new(&health.profile).strong().color(theme::TEXT));
        ui.label(RichText::new(&health.model).color(theme::WEAK));
        ui.label(RichText::new(text).color(color));
        let busy = [
            ("going", health.in_flight.into()),
            ("queued", health.queued.into()),
        ];
        ui.label(RichText::new(words.say_with("model-busy", &busy)).color(theme::WEAK));
        if let Some(ms) = health.median_ms {
            ui.label(RichText::new(format!("{ms} ms")).color(theme::WEAK));
        }
    });
    if !health.last_error.is_empty() {
        ui.add(
            egui::Label::new(
                RichText::new(&health.last_error)
                    .size(12.0)
                    .color(theme::BAD),
            )
            .wrap(),
        );
    }
}

fn table(ui: &mut Ui, words: &Words, usages: &Usages) {
    let heads = [
        key("models-requests"),
        key("models-ok"),
        key("models-repaired"),
        key("models-fallback"),
        key("models-in"),
        key("models-out"),
        key("models-ms"),
        key("models-cost"),
    ];
    Grid::new("calls")
        .striped(true)
        .min_col_width(54.0)
        .spacing([10.0, 4.0])
        .show(ui, |ui| {
            ui.label(String::new());
            for head in heads {
                right(ui, words.say(head), theme::WEAK);
            }
            ui.end_row();
            for (purpose, sums) in &usages.purposes {
                row(ui, &words.label("purpose", purpose), sums, theme::TEXT);
            }
            for (model, sums) in &usages.models {
                let name = if model.is_empty() {
                    words.label("mind", "built-in mind")
                } else {
                    model.as_str().into()
                };
                row(ui, &name, sums, theme::COOL);
            }
            row(
                ui,
                words.say("models-total"),
                &usages.total(),
                theme::ACCENT,
            );
        });
}

/// What was repaired of answers, and why some were put aside, the most frequent first.
fn repaired(ui: &mut Ui, words: &Words, usages: &Usages) {
    let total = usages.total();
    for (heading, group, counts) in [
        (key("models-mended"), "repair", &total.repairs),
        (key("models-aside"), "unfit", &total.put_aside),
    ] {
        let mut counts: Vec<(&String, &u64)> = counts.iter().collect();
        counts.sort_by_key(|(word, n)| (std::cmp::Reverse(**n), *word));
        if counts.is_empty() {
            continue;
        }
        let told: Vec<String> = counts
            .into_iter()
            .map(|(word, n)| format!("{} {n}", words.label(group, word)))
            .collect();
        ui.add_space(4.0);
        let text = format!("{}: {}", words.say(heading), told.join(" · "));
        ui.add(egui::Label::new(RichText::new(text).size(12.0).color(theme::WEAK)).wrap());
    }
    if total.requests > 0 {
        let share = format!("{:.0}", 100.0 * total.decided_share());
        let text = words.say_with("models-decided", &[("percent", share.into())]);
        ui.label(RichText::new(text).size(12.0).color(theme::WEAK));
    }
}

fn row(ui: &mut Ui, name: &str, sums: &Sums, color: Color32) {
    ui.label(RichText::new(name).color(color));
    let whole = [
        sums.requests,
        sums.ok,
        sums.repaired,
        sums.fallback,
        sums.tokens_in,
        sums.tokens_out,
    ];
    for number in whole {
        right(ui, &number.to_string(), color);
    }
    right(ui, &sums.times.share(0.5).to_string(), color);
    right(ui, &format!("{:.2}", sums.cost()), color);
    ui.end_row();
}

fn right(ui: &mut Ui, text: &str, color: Color32) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.label(RichText::new(text).color(color))
    });
}
