//! The inspector's conduct: who decides micro-behaviour, how well it goes, and the last decisions
//! with what was seen, possible and likely.

use super::tab::Tab;
use crate::desktop::{
    localize::{self, title},
    panels::{
        heads,
        screen::Screen,
        widgets::{self, number},
    },
    state::View,
    theme,
};
use bevy_egui::egui::{
    Align2, Button, CollapsingHeader, CornerRadius, FontId, Rect, RichText, Sense, Ui, pos2, vec2,
};
use collegium_core::{
    i18n::{Words, key},
    time::DAY,
};
use collegium_sim::{
    conduct::{Act, ConductState, Decides, FEATURES, Unit, Verdict},
    simulation::PersonView,
};

/// Micro-behaviour: who decides it, and the last decisions.
pub const TAB: Tab = Tab {
    name: key("tab-conduct"),
    scrolls: true,
    show,
};

fn show(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, person: &PersonView<'_>) {
    let id = person.id;
    let (words, campus) = (screen.words, &screen.session.campus);
    let state = campus.conduct().state(id);
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            ui.label(
                RichText::new(words.say("conduct-decides"))
                    .size(13.0)
                    .color(theme::WEAK),
            );
            let who = campus.conduct().decider(id);
            let color = if who.is_rule() {
                theme::TEXT
            } else {
                theme::DREAM
            };
            ui.label(RichText::new(localize::decider(words, who)).color(color));
            let open = heads::PANEL.command;
            let hint = words.say_with("key-hint", &[("key", words.say(open.keys).into())]);
            let change = Button::new(RichText::new(words.say("conduct-change")).size(12.5));
            if ui
                .add(change.min_size(vec2(0.0, 20.0)))
                .on_hover_text(hint)
                .clicked()
                && !view.shows(&open)
            {
                view.command(open);
            }
        });
        let broken = u32::from(state.violations);
        let color = if broken > 0 { theme::BAD } else { theme::GOOD };
        widgets::words(
            ui,
            words.say_with("conduct-broken", &[("n", broken.into())]),
            color,
        );
        if let Some(twin) = &screen.session.twin {
            let state = localize::state(words, &twin.campus, id);
            let color = if twin.differs(id) {
                theme::DREAM
            } else {
                theme::WEAK
            };
            widgets::words(
                ui,
                words.say_with("conduct-twin", &[("state", state.into())]),
                color,
            );
        }
    });
    widgets::heading(ui, words.say("conduct-last"));
    if state.verdicts.is_empty() {
        ui.label(RichText::new(words.say("conduct-none")).color(theme::WEAK));
    }
    for (i, verdict) in state.verdicts.iter().rev().enumerate() {
        let salt = (id.0, verdict.at.0, state.verdicts.len() - i);
        theme::card().show(ui, |ui| {
            ui.set_width(ui.available_width());
            let who = campus.conduct().named(verdict.by);
            one(ui, words, (verdict, who), salt);
        });
    }
    widgets::heading(ui, words.say("conduct-measures"));
    measures(ui, screen, state);
}

/// What is measured of somebody since the run began.
fn measures(ui: &mut Ui, screen: &Screen<'_>, state: &ConductState) {
    let (words, clock) = (screen.words, screen.session.campus.clock());
    let days = f64::from(clock.now.since(clock.start)) / f64::from(DAY);
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        for (measure, value) in state.counts.measures(days) {
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
            let name = title(words, "measure", measure.word());
            let ink = if value.is_some() {
                theme::TEXT
            } else {
                theme::WEAK
            };
            ui.painter().text(
                rect.left_center(),
                Align2::LEFT_CENTER,
                name,
                FontId::proportional(13.0),
                ink,
            );
            let font = FontId::proportional(13.0);
            ui.painter().text(
                rect.right_center(),
                Align2::RIGHT_CENTER,
                number(value),
                font,
                ink,
            );
            response.on_hover_text(words.label("measured", measure.word()));
        }
    });
}

/// A decision: when, about what, what was possible and how likely, what was done, and what the rule
/// would have done.
fn one(
    ui: &mut Ui,
    words: &Words,
    (verdict, who): (&Verdict, Decides<&str>),
    salt: (u32, u32, usize),
) {
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.horizontal(|ui| {
        ui.label(
            RichText::new(localize::day_and_time(words, verdict.at))
                .size(12.5)
                .color(theme::WEAK),
        );
        let color = if who.is_rule() {
            theme::WEAK
        } else {
            theme::DREAM
        };
        ui.label(
            RichText::new(localize::decider(words, who))
                .size(12.5)
                .color(color),
        );
    });
    widgets::words(ui, words.label("point", verdict.point.word()), theme::TEXT);
    if let Some(lesson) = &verdict.lesson {
        let text = words.say_with(
            "conduct-lesson",
            &[("lesson", lesson.sentence(words).into())],
        );
        widgets::words(ui, text, theme::DREAM);
    }
    for act in verdict.point.acts() {
        let possible = verdict.mask.allows(*act);
        let probability = verdict.probabilities.get(act.number()).copied();
        let share = probability.filter(|_| possible);
        option(
            ui,
            words,
            *act,
            share,
            (
                possible,
                verdict.act == *act,
                verdict.rule == *act && verdict.rule != verdict.act,
            ),
        );
    }
    if !verdict.observation.is_empty() {
        CollapsingHeader::new(
            RichText::new(words.say("conduct-saw"))
                .size(12.5)
                .color(theme::COOL),
        )
        .id_salt(salt)
        .show(ui, |ui| observation(ui, words, &verdict.observation));
    }
}

/// An act: its probability as a bar, whether it was done, and whether the rule would have done it
/// in the place of what was done.
fn option(
    ui: &mut Ui,
    words: &Words,
    act: Act,
    probability: Option<f32>,
    (possible, done, ruled): (bool, bool, bool),
) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    let painter = ui.painter();
    let ink = match (possible, done) {
        (false, _) => theme::faded(theme::WEAK, 0.55),
        (true, true) => theme::ACCENT,
        _ => theme::TEXT,
    };
    let font = FontId::proportional(12.5);
    if done {
        painter.text(
            rect.left_center(),
            Align2::LEFT_CENTER,
            "✔",
            font.clone(),
            theme::ACCENT,
        );
    }
    let name = painter.layout_no_wrap(
        words.label("act", act.word()).into_owned(),
        font.clone(),
        ink,
    );
    let (from, end) = (rect.left() + 18.0, rect.left() + 18.0 + name.size().x);
    painter.galley(pos2(from, rect.center().y - name.size().y / 2.0), name, ink);
    if !possible {
        painter.line_segment(
            [pos2(from, rect.center().y), pos2(end, rect.center().y)],
            (1.0, ink),
        );
    }
    let mut right = rect.right();
    if let Some(p) = probability {
        right = share(ui, rect, end, p, (font, done));
    }
    if ruled {
        tag(
            ui,
            pos2(end + 8.0, rect.center().y),
            right,
            words.say("conduct-rule"),
        );
    }
    let hint = match (possible, done, ruled) {
        (false, ..) => words.say("conduct-impossible"),
        (_, true, _) => words.say("conduct-done"),
        (_, _, true) => words.say("conduct-rule-hint"),
        _ => return,
    };
    response.on_hover_text(hint);
}

/// A probability as a bar and in words, to the right of what ends at `end`; gives where it begins.
fn share(ui: &Ui, rect: Rect, end: f32, share: f32, (font, done): (FontId, bool)) -> f32 {
    let painter = ui.painter();
    let track = Rect::from_min_max(
        pos2((rect.left() + 170.0).max(end + 8.0), rect.center().y - 3.5),
        pos2(rect.right() - 40.0, rect.center().y + 3.5),
    );
    if track.width() > 8.0 {
        painter.rect_filled(track, CornerRadius::same(3), theme::FIELD);
        let filled = Rect::from_min_size(
            track.min,
            vec2(track.width() * share.clamp(0.0, 1.0), track.height()),
        );
        painter.rect_filled(
            filled,
            CornerRadius::same(3),
            if done { theme::ACCENT } else { theme::COOL },
        );
    }
    let text = format!("{:.0} %", share * 100.0);
    painter.text(
        rect.right_center(),
        Align2::RIGHT_CENTER,
        text,
        font,
        theme::WEAK,
    );
    track.left()
}

/// A small tag, where there is room for it.
fn tag(ui: &Ui, at: bevy_egui::egui::Pos2, right: f32, text: &str) {
    let galley = ui.painter().layout_no_wrap(
        text.to_owned(),
        FontId::proportional(11.0),
        theme::ON_ACCENT,
    );
    let size = galley.size() + vec2(10.0, 1.0);
    let rect = Rect::from_min_size(
        pos2(at.x.min(right - size.x - 4.0), at.y - size.y / 2.0),
        size,
    );
    ui.painter()
        .rect_filled(rect, CornerRadius::same(6), theme::ROSE);
    ui.painter()
        .galley(rect.min + vec2(5.0, 0.5), galley, theme::ON_ACCENT);
}

/// The numbers a head saw: those that are not 0 first, each with its unit and where it lies in its
/// range.
fn observation(ui: &mut Ui, words: &Words, numbers: &[f32]) {
    ui.spacing_mut().item_spacing.y = 1.0;
    let all = || FEATURES.iter().zip(numbers);
    for (feature, value) in all()
        .filter(|(_, v)| **v != 0.0)
        .chain(all().filter(|(_, v)| **v == 0.0))
    {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
        if !ui.is_rect_visible(rect) {
            continue;
        }
        let ink = if *value == 0.0 {
            theme::faded(theme::WEAK, 0.7)
        } else {
            theme::TEXT
        };
        let font = FontId::proportional(12.0);
        let painter = ui.painter();
        let name = words.label("feature", feature.name);
        let name = painter.text(
            rect.left_center(),
            Align2::LEFT_CENTER,
            name,
            font.clone(),
            ink,
        );
        let unit = words.label("unit", feature.unit.word());
        let flag = feature.unit == Unit::Flag;
        if feature.unit.things().is_some() {
            let at = name.right_center() + vec2(5.0, 0.0);
            painter.text(
                at,
                Align2::LEFT_CENTER,
                format!("× {unit}"),
                FontId::proportional(11.0),
                theme::WEAK,
            );
        }
        let text = if flag {
            format!("{value:.0}")
        } else {
            format!("{value:.2}")
        };
        painter.text(rect.right_center(), Align2::RIGHT_CENTER, &text, font, ink);
        let track = Rect::from_min_max(
            pos2(rect.right() - 92.0, rect.center().y - 2.5),
            pos2(rect.right() - 38.0, rect.center().y + 2.5),
        );
        bar_in_range(ui, track, *value, (feature.low, feature.high));
        let range = [
            ("name", feature.name.into()),
            ("value", format!("{value:.3}").into()),
            ("unit", unit.into()),
            ("low", f64::from(feature.low).into()),
            ("high", f64::from(feature.high).into()),
        ];
        response.on_hover_text(words.say_with("conduct-range", &range));
    }
}

/// A number within its range as a bar that begins at 0.
fn bar_in_range(ui: &Ui, track: Rect, value: f32, (low, high): (f32, f32)) {
    let at = |v: f32| track.left() + track.width() * ((v - low) / (high - low)).clamp(0.0, 1.0);
    let (a, b) = (at(0.0), at(value));
    ui.painter()
        .rect_filled(track, CornerRadius::same(2), theme::FIELD);
    let color = if value < 0.0 {
        theme::ROSE
    } else {
        theme::COOL
    };
    let filled = Rect::from_min_max(pos2(a.min(b), track.top()), pos2(a.max(b), track.bottom()));
    ui.painter()
        .rect_filled(filled, CornerRadius::same(2), color);
}
