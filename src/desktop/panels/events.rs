//! The stream of events.

use super::{
    panel::{Panel, Placement},
    screen::Screen,
    widgets,
};
use crate::desktop::{
    localize,
    run::session::ShownEvent,
    state::{Command, CommandAction, EventTopic, LogFilter, UserAction, View},
    theme,
};
use bevy::input::keyboard::KeyCode;
use bevy_egui::egui::{
    self, Color32, CornerRadius, FontId, RichText, ScrollArea, Sense, Ui, text::LayoutJob, vec2,
};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};

/// Height of a row, in points.
const ROW: f32 = 20.0;
/// Between two rows.
const GAP: f32 = 1.0;

/// The colour of a topic's mark.
const fn color(topic: EventTopic) -> Color32 {
    match topic {
        EventTopic::Talk => theme::ROSE,
        EventTopic::Class => theme::COOL,
        EventTopic::Arrivals => theme::WEAK,
        EventTopic::Queue => theme::GOOD,
        EventTopic::Norms => theme::BAD,
        EventTopic::Plans => theme::DREAM,
        EventTopic::Refusals => theme::ACCENT,
    }
}

/// Which events are shown, worked out again only when something has changed.
#[derive(Clone, Default)]
struct Found {
    key: Option<(u64, LogFilter, Option<AgentId>)>,
    rows: Vec<usize>,
}

/// The panel with the events of the run.
pub const PANEL: Panel = Panel {
    command: Command::new(key("do-log"), CommandAction::Dock("events")).on("L", &[KeyCode::KeyL]),
    button: Some(key("panel-log")),
    always: true,
    open: true,
    place: Placement::Bottom(show),
};

fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    egui::Panel::bottom("events")
        .frame(theme::panel())
        .resizable(true)
        .default_size(168.0)
        .size_range(96.0..=460.0)
        .show(root, |ui| {
            filters(ui, screen.words, view);
            let id = egui::Id::new("events found");
            let mut found: Found = ui.data_mut(|d| std::mem::take(d.get_temp_mut_or_default(id)));
            let selected = view.selected.filter(|_| view.log.only_selected);
            let events = &screen.session.events;
            let key = (events.revision, view.log.clone(), selected);
            if found.key.as_ref() != Some(&key) {
                found.rows.clear();
                let names = screen.session.campus.names();
                let shown = |e: &ShownEvent| {
                    view.log.shows(
                        &e.logged.occurrence,
                        || e.text(screen.words, &names),
                        selected,
                    )
                };
                found.rows.extend(
                    events
                        .lines
                        .iter()
                        .enumerate()
                        .filter(|(_, e)| shown(e))
                        .map(|(i, _)| i),
                );
                found.key = Some(key);
            }
            if found.rows.is_empty() {
                nothing(ui, screen, view);
            }
            ui.spacing_mut().item_spacing.y = GAP;
            // A whole number of rows, so that none is cut while the newest are shown.
            let rows = ((ui.available_height() + GAP) / (ROW + GAP))
                .floor()
                .max(1.0);
            let height = rows * (ROW + GAP) - GAP;
            // What is left over stays, above, or else the panel would shrink.
            ui.add_space((ui.available_height() - height).max(0.0));
            ScrollArea::vertical()
                .auto_shrink(false)
                .max_height(height)
                .stick_to_bottom(true)
                .show_rows(ui, ROW, found.rows.len(), |ui, rows| {
                    for i in &found.rows[rows] {
                        if let Some(event) = events.lines.get(*i) {
                            row(ui, screen, view, event);
                        }
                    }
                });
            ui.data_mut(|d| d.insert_temp(id, found));
        });
}

/// What stands in the place of events: none yet, or all are hidden.
fn nothing(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let (words, count) = (screen.words, screen.session.events.lines.len());
    if count == 0 {
        ui.label(RichText::new(words.say("events-none-yet")).color(theme::WEAK));
        return;
    }
    ui.horizontal(|ui| {
        let text = words.say_with("events-hidden", &[("n", count.into())]);
        ui.label(RichText::new(text).color(theme::WEAK));
        if ui.button(words.say("events-show-all")).clicked() {
            view.log.show_all();
        }
    });
}

/// Title, topics and search: in one line when there is room, else the topics go below.
fn filters(ui: &mut Ui, words: &Words, view: &mut View) {
    let width = |ui: &Ui, text: &str, size: f32| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), FontId::proportional(size), theme::TEXT)
            .size()
            .x
            + 25.0
    };
    let chips = EventTopic::ALL
        .iter()
        .map(|(_, name)| *name)
        .chain([key("events-only-selected")]);
    let wanted: f32 = chips.map(|name| width(ui, words.say(name), 12.5)).sum();
    let one_line =
        width(ui, words.say("events-title"), 16.0) + wanted + 130.0 < ui.available_width();
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.say("events-title")).size(16.0));
        if one_line {
            topics(ui, words, view);
            ui.add_space(6.0);
        }
        if widgets::chip(
            ui,
            view.log.only_selected,
            words.say("events-only-selected"),
            theme::ACCENT,
        )
        .clicked()
        {
            view.log.only_selected = !view.log.only_selected;
        }
        let width = ui.available_width().clamp(80.0, 220.0);
        widgets::search(ui, words, &mut view.log.search, words.say("search"), width);
    });
    if !one_line {
        ui.horizontal_wrapped(|ui| topics(ui, words, view));
    }
}

/// The topics, each shown or not.
fn topics(ui: &mut Ui, words: &Words, view: &mut View) {
    ui.spacing_mut().item_spacing.x = 5.0;
    for (i, (topic, name)) in EventTopic::ALL.into_iter().enumerate() {
        if widgets::chip(ui, view.log.topics[i], words.say(name), color(topic)).clicked() {
            view.log.topics[i] = !view.log.topics[i];
        }
    }
}

fn row(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, event: &ShownEvent) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    if !ui.is_rect_visible(rect) {
        return;
    }
    let campus = &screen.session.campus;
    if response.clicked() {
        if let Some(agent) = event.logged.occurrence.agent {
            view.act(UserAction::Select(agent, true));
        } else if let Some(place) = event.logged.occurrence.place {
            view.act(UserAction::LookAt(campus.map().place(place).rect.centre()));
        }
    }
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(5), theme::CARD);
    }
    let when = localize::day_and_time(screen.words, event.logged.at);
    let text = event.text(screen.words, &campus.names());
    let ink = color(EventTopic::of(&event.logged.occurrence.event));
    let mut job = LayoutJob::default();
    let format = |color| egui::TextFormat::simple(FontId::proportional(13.0), color);
    job.append(&when, 18.0, format(theme::WEAK));
    job.append(text, 10.0, format(theme::TEXT));
    job.wrap.max_width = rect.width();
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    ui.painter()
        .circle_filled(rect.left_center() + vec2(8.0, 0.0), 4.0, ink);
    ui.painter()
        .galley(rect.min + vec2(0.0, 1.0), galley, theme::TEXT);
    if cut {
        response.on_hover_text(text);
    }
}
