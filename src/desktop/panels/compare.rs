//! The strip that compares the measures of the run with those of its twin.

use super::{screen::Screen, widgets::number};
use crate::desktop::{
    control::commands::COMPARE,
    localize,
    run::twin::{Twin, TwinScore},
    state::View,
    theme,
};
use bevy_egui::egui::{
    Align2, Button, Color32, CornerRadius, FontId, Margin, Panel, Rect, RichText, ScrollArea,
    Sense, Ui, pos2, text::LayoutJob, vec2,
};
use collegium_core::i18n::Words;
use collegium_sim::conduct::Decides;

/// The least width of a measure, in points.
const CELL: f32 = 76.0;

/// Draws the strip while two campuses are compared.
pub fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let Some(twin) = &screen.session.twin else {
        return;
    };
    let words = screen.words;
    let frame = bevy_egui::egui::Frame::new()
        .fill(theme::CARD)
        .inner_margin(Margin::symmetric(12, 6));
    Panel::top("compare")
        .frame(frame)
        .resizable(false)
        .show(root, |ui| {
            ui.horizontal_top(|ui| {
                ui.set_height(54.0);
                ui.vertical(|ui| {
                    ui.set_width(230.0);
                    ui.spacing_mut().item_spacing.y = 2.0;
                    legend(ui, &localize::decider(words, Decides::Rule), theme::COOL);
                    legend(ui, &screen.decided_by(), theme::ACCENT);
                    legend(
                        ui,
                        &since(words, twin, screen.session.campus.people()),
                        theme::DREAM,
                    );
                });
                let hint = COMPARE.hint(words, words.say("compare-stop"));
                if ui
                    .add(Button::new("✖").frame(false))
                    .on_hover_text(hint)
                    .clicked()
                {
                    view.command(COMPARE);
                }
                ui.separator();
                ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    let count = twin.scores.len().max(1) as f32;
                    let width = ((ui.available_width() - 4.0 * (count - 1.0)) / count)
                        .clamp(CELL, 150.0)
                        .floor();
                    ui.horizontal_top(|ui| {
                        for score in &twin.scores {
                            cell(ui, words, score, width);
                        }
                    });
                });
            });
        });
}

/// How many differ, and since when the two go their own ways.
fn since(words: &Words, twin: &Twin, people: usize) -> String {
    let when = localize::day_and_time(words, twin.since);
    let values = [
        ("n", twin.differing().into()),
        ("all", people.into()),
        ("when", when.into()),
    ];
    words.say_with("compare-differ", &values)
}

/// A line with its colour before it.
fn legend(ui: &mut Ui, text: &str, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    ui.painter()
        .circle_filled(rect.left_center() + vec2(5.0, 0.0), 4.0, color);
    line(
        ui,
        pos2(rect.left() + 16.0, rect.top()),
        rect.width() - 16.0,
        text,
        12.5,
        theme::TEXT,
    );
}

/// A line of text, cut where there is no more room.
fn line(ui: &Ui, at: bevy_egui::egui::Pos2, width: f32, text: &str, size: f32, color: Color32) {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), FontId::proportional(size), color);
    job.wrap.max_width = width;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, color);
}

/// A measure: its name, what it is of both, and the difference.
fn cell(ui: &mut Ui, words: &Words, score: &TwinScore, width: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 54.0), Sense::hover());
    let fill = if response.hovered() {
        theme::BUTTON
    } else {
        theme::PANEL
    };
    ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    let inner = rect.shrink2(vec2(5.0, 3.0));
    let name = localize::title(words, "measure", score.measure.word());
    line(
        ui,
        inner.left_top(),
        inner.width(),
        &name,
        11.0,
        theme::WEAK,
    );
    let (left, right) = (number(score.twin), number(score.run));
    let y = inner.top() + 24.0;
    let font = FontId::proportional(13.0);
    ui.painter().text(
        pos2(inner.left(), y),
        Align2::LEFT_CENTER,
        left,
        font.clone(),
        theme::COOL,
    );
    ui.painter().text(
        pos2(inner.right(), y),
        Align2::RIGHT_CENTER,
        right,
        font,
        theme::ACCENT,
    );
    let bottom = pos2(inner.center().x, inner.bottom());
    let small = FontId::proportional(12.0);
    match score.difference() {
        Some((more, better)) => {
            let text = format!(
                "{}{}",
                if more > 0.0 { "+" } else { "−" },
                number(Some(more.abs()))
            );
            let color = if better { theme::GOOD } else { theme::BAD };
            ui.painter()
                .text(bottom, Align2::CENTER_BOTTOM, text, small, color);
        }
        None => {
            ui.painter()
                .text(bottom, Align2::CENTER_BOTTOM, "=", small, theme::WEAK);
        }
    }
    let track = Rect::from_min_max(pos2(inner.left(), y + 9.0), pos2(inner.right(), y + 10.0));
    ui.painter()
        .rect_filled(track, CornerRadius::ZERO, theme::LINE);
    response.on_hover_text(RichText::new(words.label("measured", score.measure.word())));
}
