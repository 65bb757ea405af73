//! The panel about learning: what is to be trained on what, how far it is, its curves, and the
//! heads that come of it.

use super::{
    panel::{Panel, Placement},
    screen::Screen,
    widgets,
};
use crate::desktop::{
    run::trainer::{MetricSeries, Phase, Progress},
    state::{Command, CommandAction, LearningForm, Menu, TrainingOrder, UserAction, View},
    theme,
};
use bevy::input::keyboard::KeyCode;
use bevy_egui::egui::{
    self, Button, Color32, ComboBox, CornerRadius, DragValue, ProgressBar, RichText, ScrollArea,
    Ui, vec2,
};
use collegium_core::{
    files,
    i18n::{Words, key},
};
use collegium_learning::{
    conduct_options::ConductChoice,
    heads,
    plan::{Algorithm, TrainingPlan},
};
use collegium_sim::conduct::{Decides, Whom};
use egui_plot::{Corner, Legend, Line, Plot, PlotPoints, Points};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};
use training::metrics::{Aspect, MetricName};

/// The plots: the key of the title, and what the measures in it are measures of.
const PLOTS: [(&str, Aspect); 6] = [
    (key("plot-return"), Aspect::Return),
    (key("plot-losses"), Aspect::Loss),
    (key("plot-discriminator"), Aspect::Discriminator),
    (key("plot-entropy"), Aspect::Entropy),
    (key("plot-kl"), Aspect::Divergence),
    (key("plot-norms"), Aspect::Conduct),
];

/// Colours of curves, in the order in which they come.
const INKS: [Color32; 7] = [
    theme::ACCENT,
    theme::COOL,
    theme::GOOD,
    theme::ROSE,
    theme::DREAM,
    theme::BAD,
    theme::PAPER,
];

/// The panel about learning.
pub const PANEL: Panel = Panel {
    command: Command::new(key("do-learning"), CommandAction::Window("learning"))
        .on("T", &[KeyCode::KeyT])
        .in_menu(Menu::Windows, key("learning-title")),
    button: Some(key("learning-title")),
    always: false,
    open: false,
    place: Placement::Window(key("learning-title"), shape, contents),
};

/// The frame, as large as there is room for.
fn shape(window: egui::Window<'static>, ctx: &egui::Context) -> egui::Window<'static> {
    let room = ctx.viewport_rect().size();
    let size = vec2(
        (room.x - 120.0).clamp(560.0, 940.0),
        (room.y - 150.0).clamp(330.0, 600.0),
    );
    window
        .default_pos([268.0, 64.0])
        .default_size(size)
        .min_size([520.0, 300.0])
        .resizable(true)
}

fn contents(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(262.0);
            ScrollArea::vertical()
                .id_salt("learning form")
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    form(ui, screen, view);
                    progress(ui, screen, view);
                });
        });
        ui.separator();
        plots(ui, screen.words, &screen.trainer.progress);
    });
}

/// The datasets in the usual folder and in that of the same name where one is: those with a
/// manifest.
fn datasets() -> Vec<PathBuf> {
    let folders = BTreeSet::from([files::made("demos"), PathBuf::from("demos")]);
    let entries = folders
        .into_iter()
        .filter_map(|f| std::fs::read_dir(f).ok());
    let mut all: Vec<PathBuf> = entries
        .flat_map(|entries| entries.flatten().map(|entry| entry.path()))
        .filter(|p| p.join("manifest.json").is_file())
        .collect();
    all.sort();
    all
}

/// A name before something to choose.
fn row<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(92.0, 22.0), egui::Sense::hover());
        let font = egui::FontId::proportional(13.0);
        ui.painter().text(
            rect.left_center(),
            egui::Align2::LEFT_CENTER,
            name,
            font,
            theme::WEAK,
        );
        add(ui)
    })
    .inner
}

/// What is to be trained on what.
fn form(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let words = screen.words;
    let busy = screen.trainer.progress.phase.busy();
    let mut begin = false;
    ui.add_enabled_ui(!busy, |ui| {
        let form = &mut view.learning;
        algorithm(ui, words, form);
        if form.algorithm.needs_data() {
            data(ui, words, form);
        }
        if !form.algorithm.offline() {
            row(ui, words.say("learning-worlds"), |ui| {
                ui.add(DragValue::new(&mut form.worlds).range(1..=64))
            });
            row(ui, words.say("learning-days"), |ui| {
                ui.add(DragValue::new(&mut form.days).range(1..=7))
            });
        }
        row(ui, words.say("learning-rounds"), |ui| {
            ui.add(DragValue::new(&mut form.rounds).range(1..=10_000))
        });
        start(ui, screen, form);
        ui.checkbox(&mut form.per_group, words.say("learning-per-group"));
        device(ui, words, form);
        let ready = !form.algorithm.needs_data() || form.data.is_some();
        let text = RichText::new(words.say("learning-begin")).color(theme::ON_ACCENT);
        let button = Button::new(text)
            .fill(theme::ACCENT)
            .min_size(vec2(110.0, 28.0));
        begin = !busy && ui.add_enabled(ready, button).clicked();
    });
    if begin {
        let plan = plan(&view.learning, &screen.session.scenario_file);
        view.act(UserAction::Train(TrainingOrder::Begin {
            plan: Box::new(plan),
            gpu: view.learning.gpu,
        }));
    }
}

/// The plan that a form asks for.
fn plan(form: &LearningForm, scenario: &Path) -> TrainingPlan {
    TrainingPlan {
        scenario: scenario.to_owned(),
        worlds: form.worlds,
        days: form.days,
        rounds: form.rounds,
        data: form.data.clone().filter(|_| form.algorithm.needs_data()),
        start: form.start.clone(),
        per_group: form.per_group,
        ..TrainingPlan::usual(form.algorithm)
    }
}

fn algorithm(ui: &mut Ui, words: &Words, form: &mut LearningForm) {
    row(ui, words.say("learning-algorithm"), |ui| {
        ComboBox::from_id_salt("algorithm")
            .height(340.0)
            .width(142.0)
            .selected_text(words.label("algorithm", form.algorithm.word))
            .show_ui(ui, |ui| {
                for algorithm in Algorithm::all() {
                    let text = words.label("algorithm", algorithm.word);
                    if ui
                        .selectable_label(form.algorithm == algorithm, text)
                        .clicked()
                    {
                        form.take(algorithm);
                    }
                }
            });
    });
    widgets::words(
        ui,
        words.label("learns", form.algorithm.kind.word()),
        theme::WEAK,
    );
}

fn data(ui: &mut Ui, words: &Words, form: &mut LearningForm) {
    let list = widgets::cached(ui, "datasets", datasets);
    let name = |p: &Path| {
        p.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    if form.data.is_none() {
        form.data = list.first().cloned();
    }
    row(ui, words.say("learning-data"), |ui| {
        let chosen = form
            .data
            .as_deref()
            .map_or_else(|| words.say("learning-nothing").to_owned(), name);
        ComboBox::from_id_salt("data")
            .width(142.0)
            .height(340.0)
            .selected_text(chosen)
            .show_ui(ui, |ui| {
                for folder in &list {
                    if ui
                        .selectable_label(form.data.as_ref() == Some(folder), name(folder))
                        .clicked()
                    {
                        form.data = Some(folder.clone());
                    }
                }
            });
    });
    if list.is_empty() {
        widgets::words(ui, words.say("learning-no-data"), theme::BAD);
    }
}

fn start(ui: &mut Ui, screen: &Screen<'_>, form: &mut LearningForm) {
    let words = screen.words;
    let list = widgets::cached(ui, &format!("starts {}", screen.trainer.ended), || {
        heads::list()
            .into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<String>>()
    });
    row(ui, words.say("learning-start"), |ui| {
        let chosen = form
            .start
            .clone()
            .unwrap_or_else(|| words.say("learning-fresh").to_owned());
        ComboBox::from_id_salt("start")
            .width(142.0)
            .height(340.0)
            .selected_text(chosen)
            .show_ui(ui, |ui| {
                if ui
                    .selectable_label(form.start.is_none(), words.say("learning-fresh"))
                    .clicked()
                {
                    form.start = None;
                }
                for name in &list {
                    if ui
                        .selectable_label(form.start.as_ref() == Some(name), name)
                        .clicked()
                    {
                        form.start = Some(name.clone());
                    }
                }
            });
    });
}

fn device(ui: &mut Ui, words: &Words, form: &mut LearningForm) {
    row(ui, words.say("learning-device"), |ui| {
        for (gpu, name) in [(false, key("device-cpu")), (true, key("device-gpu"))] {
            if gpu && !cfg!(feature = "gpu") {
                continue;
            }
            let (fill, ink) = if form.gpu == gpu {
                (theme::COOL, theme::ON_ACCENT)
            } else {
                (theme::BUTTON, theme::TEXT)
            };
            let text = RichText::new(words.say(name)).size(12.5).color(ink);
            let button = Button::new(text)
                .fill(fill)
                .corner_radius(CornerRadius::same(8));
            if ui
                .add(button)
                .on_hover_text(words.say("device-hint"))
                .clicked()
            {
                form.gpu = gpu;
            }
        }
    });
}

/// How far the training is, and what came of it.
fn progress(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let (words, progress) = (screen.words, &screen.trainer.progress);
    if progress.phase == Phase::Idle {
        return;
    }
    ui.separator();
    let (text, color) = match progress.phase {
        Phase::Idle | Phase::Preparing => (key("phase-preparing"), theme::WEAK),
        Phase::Running => (key("phase-running"), theme::COOL),
        Phase::Paused => (key("phase-paused"), theme::ACCENT),
        Phase::Done => (key("phase-done"), theme::GOOD),
        Phase::Failed => (key("phase-failed"), theme::BAD),
    };
    ui.horizontal(|ui| {
        ui.label(RichText::new(&progress.name).strong().color(theme::TEXT));
        ui.label(RichText::new(words.say(text)).color(color));
    });
    let so_far = [
        ("round", progress.rounds.0.into()),
        ("rounds", progress.rounds.1.into()),
        ("steps", progress.steps.into()),
    ];
    ui.add(
        ProgressBar::new(progress.share())
            .desired_height(8.0)
            .fill(color),
    );
    widgets::words(ui, words.say_with("learning-so-far", &so_far), theme::WEAK);
    if let Some((place, why)) = progress.device {
        let values = [
            ("place", words.say(place).into()),
            ("why", words.say(why).into()),
        ];
        widgets::words(ui, words.say_with("learning-on", &values), theme::WEAK);
    }
    if !progress.message.is_empty() {
        widgets::words(ui, progress.message.clone(), theme::BAD);
    } else if progress.phase == Phase::Failed {
        widgets::words(ui, words.say("learning-broke"), theme::BAD);
    }
    if progress.phase.busy() {
        ui.horizontal(|ui| {
            let go_on = if progress.phase == Phase::Paused {
                key("go-on")
            } else {
                key("pause")
            };
            if ui.button(words.say(go_on)).clicked() {
                view.act(UserAction::Train(TrainingOrder::Pause));
            }
            if ui.button(words.say("learning-stop")).clicked() {
                view.act(UserAction::Train(TrainingOrder::Stop));
            }
        });
    }
    for (name, whom) in &progress.heads {
        let text = match whom {
            Whom::Group(_) => key("learning-use-group"),
            _ => key("learning-use"),
        };
        ui.horizontal(|ui| {
            ui.label(RichText::new(name).color(theme::DREAM));
            if ui.button(words.say(text)).clicked() {
                view.act(UserAction::Conduct(
                    whom.clone(),
                    ConductChoice::Decider(Decides::Head(name.clone())),
                ));
            }
        });
    }
    if progress.heads.len() > 1 && ui.button(words.say("learning-use-all")).clicked() {
        for (name, whom) in &progress.heads {
            view.act(UserAction::Conduct(
                whom.clone(),
                ConductChoice::Decider(Decides::Head(name.clone())),
            ));
        }
    }
}

/// The curves, two plots side by side.
fn plots(ui: &mut Ui, words: &Words, progress: &Progress) {
    let gap = ui.spacing().item_spacing;
    let size = vec2(
        ((ui.available_width() - gap.x) / 2.0 - 2.0).max(120.0),
        ((ui.available_height() - 4.0) / 3.0 - 24.0 - gap.y).max(70.0),
    );
    ui.vertical(|ui| {
        for pair in PLOTS.chunks(2) {
            ui.horizontal(|ui| {
                for (name, aspect) in pair {
                    ui.vertical(|ui| {
                        ui.set_width(size.x);
                        ui.spacing_mut().item_spacing.y = 2.0;
                        ui.label(
                            RichText::new(words.say(name))
                                .size(12.5)
                                .color(theme::ACCENT),
                        );
                        plot(
                            ui,
                            name,
                            progress.series.iter().filter(|s| s.aspect == Some(*aspect)),
                            size,
                        );
                    });
                }
            });
        }
    });
}

fn plot<'a>(
    ui: &mut Ui,
    id: &str,
    series: impl Iterator<Item = &'a MetricSeries>,
    size: egui::Vec2,
) {
    Plot::new(id)
        .width(size.x)
        .height(size.y)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .show_background(true)
        .y_axis_min_width(34.0)
        .legend(
            Legend::default()
                .position(Corner::LeftTop)
                .background_alpha(0.6)
                .text_style(egui::TextStyle::Small),
        )
        .show(ui, |plot| {
            for (one, ink) in series.zip(INKS.iter().cycle()) {
                // With several heads a measure has its group before it, and there is room for that
                // alone.
                let parts = MetricName::of(&one.name);
                let short = parts.group.unwrap_or(parts.short);
                if one.points.len() < 3 {
                    let points = Points::new(short, PlotPoints::Borrowed(&one.points))
                        .color(*ink)
                        .radius(2.5);
                    plot.points(points);
                } else {
                    plot.line(
                        Line::new(short, PlotPoints::Borrowed(&one.points))
                            .color(*ink)
                            .width(1.6),
                    );
                }
            }
        });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_one_plot() {
        for (name, plot) in [
            ("charts/episodic_return", "plot-return"),
            ("losses/policy_loss", "plot-losses"),
            ("losses/value_loss", "plot-losses"),
            ("losses/entropy", "plot-entropy"),
            ("losses/approx_kl", "plot-kl"),
            ("disc/disc_acc", "plot-discriminator"),
            ("norms/violation_rate", "plot-norms"),
            ("history/losses/policy_loss", "plot-losses"),
            ("history/kl", "plot-kl"),
        ] {
            let aspect = Aspect::of(name);
            let into: Vec<&str> = PLOTS
                .iter()
                .filter(|(_, a)| Some(*a) == aspect)
                .map(|(p, _)| *p)
                .collect();
            assert_eq!(into, [plot], "{name}");
        }
    }

    #[test]
    fn a_form_makes_a_plan_that_holds() {
        let mut form = LearningForm::default();
        for algorithm in Algorithm::all() {
            form.take(algorithm);
            form.data = Some("demos/x".into());
            let plan = plan(&form, Path::new("scenarios/first-week.toml"));
            assert_eq!(plan.data.is_some(), algorithm.needs_data());
            plan.check().unwrap();
        }
    }
}
