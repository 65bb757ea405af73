//! The bar at the top: menu, time and speed.

use super::{
    menu::{languages, menu},
    models,
    panel::Panel,
    screen::Screen,
};
use crate::desktop::{
    control::commands::{PAUSE, SPEEDS, STEP},
    localize,
    state::View,
    theme,
};
use bevy_egui::egui::{
    self, Align, Button, Color32, CornerRadius, Layout, Margin, Pos2, RichText, Sense, Stroke, Ui,
    vec2,
};
use collegium_core::{
    i18n::{Words, key},
    time::{SimTime, Speed},
};

/// What stands in the bar only when there is room for it.
#[derive(Clone, Copy, Default)]
struct Extras {
    day: bool,
    title: bool,
    achieved: bool,
    measures: bool,
}

/// Draws the bar at the top of the window.
pub fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View, panels: &[Panel]) {
    let frame = egui::Frame::new()
        .fill(theme::PANEL)
        .inner_margin(Margin::symmetric(12, 7));
    egui::Panel::top("top")
        .frame(frame)
        .resizable(false)
        .show(root, |ui| {
            ui.set_height(34.0);
            // The right end comes first: what is left over tells what else there is room for.
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                toggles(ui, screen.words, view, panels);
                languages(ui, screen.words, view);
                let extras = room(ui, screen, view);
                if extras.measures {
                    ui.label(
                        RichText::new(measures(screen, view))
                            .size(11.5)
                            .color(theme::WEAK),
                    )
                    .on_hover_text(screen.words.say("measures-hint"));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    menu(ui, screen, view, extras.title);
                    ui.separator();
                    clock(ui, screen, extras.day);
                    ui.separator();
                    speeds(ui, screen, view, extras.achieved);
                    meter(ui, screen, view);
                });
            });
        });
}

/// What there is room for, the most important first.
fn room(ui: &Ui, screen: &Screen<'_>, view: &View) -> Extras {
    let width = |text: &str, size: f32| {
        ui.painter()
            .layout_no_wrap(
                text.to_owned(),
                egui::FontId::proportional(size),
                theme::TEXT,
            )
            .size()
            .x
    };
    let now = screen.session.campus.clock().now;
    // Menu sign, clock, buttons and the lines between them.
    let mut left = ui.available_width() - 490.0;
    let mut fits = |wanted: f32| {
        let fits = wanted < left;
        left -= if fits { wanted } else { 0.0 };
        fits
    };
    let day =
        width(&day_and_date(screen, now), 13.0).max(width(&day_and_sky(screen, now), 11.5)) + 10.0;
    Extras {
        day: fits(day),
        title: fits(width(&screen.session.campus.scenario().title, 16.0) + 12.0),
        achieved: fits(96.0),
        measures: fits(width(&measures(screen, view), 11.5) + 30.0),
    }
}

fn week_and_day(words: &Words, now: SimTime) -> String {
    words.say_with(
        "week-and-day",
        &[("week", now.week().into()), ("day", (now.day() + 1).into())],
    )
}

/// The day of the week and the date.
fn day_and_date(screen: &Screen<'_>, now: SimTime) -> String {
    let date = localize::date(screen.words, &screen.session.campus, now);
    let day = localize::day(screen.words, now);
    let values = [("day", day.into()), ("date", date.as_str().into())];
    screen.words.say_with("day-and-date", &values)
}

/// Week and day of the run, and what the sky does.
fn day_and_sky(screen: &Screen<'_>, now: SimTime) -> String {
    let sky = screen
        .session
        .campus
        .scenario()
        .weather(now)
        .at(now.of_day());
    let sky = screen.words.label("sky", sky.word());
    format!("{} · {sky}", week_and_day(screen.words, now))
}

/// The date and the season.
fn date_and_season(screen: &Screen<'_>, now: SimTime) -> String {
    let campus = &screen.session.campus;
    let season = campus.scenario().season(now);
    let season = screen.words.label("season", season.word());
    let date = localize::date(screen.words, campus, now);
    let values = [
        ("date", date.as_str().into()),
        ("season", season.as_ref().into()),
    ];
    screen.words.say_with("date-and-season", &values)
}

fn clock(ui: &mut Ui, screen: &Screen<'_>, with_day: bool) {
    let now: SimTime = screen.session.campus.clock().now;
    let (rect, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
    sun_or_moon(ui, rect.center(), now.hour());
    let time = |size: f32| {
        RichText::new(now.clock())
            .size(size)
            .strong()
            .color(theme::TEXT)
    };
    if !with_day {
        // In a narrow window the weekday is short, below the time, where there is always room.
        let text = RichText::new(localize::short_day(screen.words, now)).size(11.5);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(time(16.0));
            ui.label(text.color(theme::WEAK));
        })
        .response
        .on_hover_text(localize::moment(screen.words, now));
    } else {
        ui.label(time(20.0));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(RichText::new(day_and_date(screen, now)).size(13.0));
            ui.label(
                RichText::new(day_and_sky(screen, now))
                    .size(11.5)
                    .color(theme::WEAK),
            );
        })
        .response
        .on_hover_text(date_and_season(screen, now));
    }
}

/// A sun by day, a moon by night.
fn sun_or_moon(ui: &Ui, at: Pos2, hour: f32) {
    let painter = ui.painter();
    if (6.0..20.0).contains(&hour) {
        let low = !(8.0..18.0).contains(&hour);
        let color = if low {
            Color32::from_rgb(0xf4, 0x9a, 0x56)
        } else {
            theme::ACCENT
        };
        painter.circle_filled(at, 6.0, color);
        for i in 0..8 {
            let (sin, cos) = (i as f32 * std::f32::consts::FRAC_PI_4).sin_cos();
            let way = vec2(cos, sin);
            painter.line_segment([at + way * 8.5, at + way * 11.5], Stroke::new(2.0, color));
        }
    } else {
        painter.circle_filled(at, 9.0, theme::COOL);
        painter.circle_filled(at + vec2(4.5, -3.0), 7.5, theme::PANEL);
    }
}

fn speeds(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, with_achieved: bool) {
    let (words, drive) = (screen.words, &screen.session.drive);
    ui.spacing_mut().item_spacing.x = 4.0;
    let (icon, hint) = if drive.playing {
        ("⏸", key("pause"))
    } else {
        ("▶", key("go-on"))
    };
    let fill = if drive.playing {
        theme::BUTTON
    } else {
        theme::ACCENT
    };
    let ink = if drive.playing {
        theme::TEXT
    } else {
        theme::ON_ACCENT
    };
    let button = Button::new(RichText::new(icon).size(16.0).color(ink))
        .fill(fill)
        .min_size(vec2(38.0, 28.0));
    if ui
        .add(button)
        .on_hover_text(PAUSE.hint(words, words.say(hint)))
        .clicked()
    {
        view.command(PAUSE);
    }
    if ui
        .add(Button::new(RichText::new("⏭").size(15.0)).min_size(vec2(34.0, 28.0)))
        .on_hover_text(STEP.hint(words, words.say("one-tick")))
        .clicked()
    {
        view.command(STEP);
    }
    ui.add_space(4.0);
    for (speed, command) in SPEEDS {
        let on = drive.playing && drive.speed == speed;
        let (fill, ink) = if on {
            (theme::ACCENT, theme::ON_ACCENT)
        } else {
            (theme::BUTTON, theme::TEXT)
        };
        let label = if speed == Speed::Fastest {
            words.say("speed-max")
        } else {
            speed.label()
        };
        let button = Button::new(RichText::new(label).color(ink))
            .fill(fill)
            .corner_radius(CornerRadius::same(8));
        if ui
            .add(button.min_size(vec2(40.0, 28.0)))
            .on_hover_text(words.say_with("key-hint", &[("key", command.keys.into())]))
            .clicked()
        {
            view.command(command);
        }
    }
    ui.spacing_mut().item_spacing.x = 8.0;
    if !with_achieved {
        return;
    }
    let text = if drive.playing {
        words.say_with("speed-runs", &[("speed", times(drive.achieved).into())])
    } else {
        words.say("paused").to_owned()
    };
    let behind = drive.playing
        && drive
            .speed
            .factor()
            .is_some_and(|f| drive.achieved > 0.0 && drive.achieved < 0.85 * f);
    let color = if behind { theme::ACCENT } else { theme::WEAK };
    let text = egui::Label::new(RichText::new(text).size(12.5).color(color));
    ui.add_sized(vec2(84.0, 24.0), text)
        .on_hover_text(words.say("speed-hint"));
}

/// The meter of language models: what they have used, and whether time waits for one. A click opens
/// their window.
fn meter(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let Some(total) = screen.session.mail(|mail| mail.usages.total()) else {
        return;
    };
    let (words, waiting) = (screen.words, screen.session.campus.waiting());
    let standing = screen.session.drive.waiting && screen.session.drive.playing;
    let tokens = format!("{:.1}k", total.tokens() as f64 / 1000.0);
    let values = [("tokens", tokens.into()), ("n", waiting.into())];
    let text = if waiting > 0 {
        words.say_with("meter-waiting", &values)
    } else {
        words.say_with("meter", &values)
    };
    let color = match (total.fallback * 5 > total.requests.max(1), standing) {
        (true, _) => theme::BAD,
        (false, true) => theme::ACCENT,
        _ => theme::COOL,
    };
    let button = Button::new(RichText::new(text).size(12.5).color(color)).fill(theme::CARD);
    if ui
        .add(button)
        .on_hover_text(words.say("meter-hint"))
        .clicked()
    {
        view.command(models::PANEL.command);
    }
}

/// A speed in few digits.
fn times(factor: f32) -> String {
    if factor >= 1000.0 {
        format!("{:.1}k×", factor / 1000.0)
    } else if factor >= 20.0 {
        format!("{factor:.0}×")
    } else {
        format!("{factor:.1}×")
    }
}

/// A button for each panel, the last at the right end.
fn toggles(ui: &mut Ui, words: &Words, view: &mut View, panels: &[Panel]) {
    // In a narrow window the menu has the others.
    let wide = ui.ctx().viewport_rect().width() >= 1180.0;
    for panel in panels.iter().rev().filter(|p| p.always || wide) {
        let Some(text) = panel.button else { continue };
        let on = view.shows(&panel.command);
        let ink = if on { theme::ACCENT } else { theme::WEAK };
        let button = Button::new(RichText::new(words.say(text)).color(ink)).fill(if on {
            theme::CARD
        } else {
            Color32::TRANSPARENT
        });
        let hint = panel.command.hint(words, words.say(panel.command.name));
        if ui.add(button).on_hover_text(hint).clicked() {
            view.command(panel.command);
        }
    }
}

/// Frames per second, and the mean length of a tick.
fn measures(screen: &Screen<'_>, view: &View) -> String {
    let (fps, tick) = (
        format!("{:.0}", view.fps),
        format!("{:.0}", screen.session.drive.tick_micros),
    );
    screen
        .words
        .say_with("measures", &[("fps", fps.into()), ("tick", tick.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_have_few_digits() {
        assert_eq!(times(9.97), "10.0×");
        assert_eq!(times(598.3), "598×");
        assert_eq!(times(12_345.0), "12.3k×");
    }
}
