//! The bar at the top: menu, time and speed.

use super::{Screen, widgets};
use crate::desktop::{
    commands::{Command, keys},
    localize, saves,
    state::{Ask, View},
    theme,
};
use bevy_egui::egui::{
    self, Align, Button, Color32, CornerRadius, Layout, Margin, Panel, Pos2, RichText, ScrollArea,
    Sense, Stroke, Ui, vec2,
};
use collegium_core::{
    i18n::{Language, Words, key},
    time::{SimTime, Speed},
};
use collegium_sim::record::Glance;

/// What stands in the bar only when there is room for it.
#[derive(Clone, Copy, Default)]
struct Extras {
    day: bool,
    title: bool,
    achieved: bool,
    measures: bool,
}

/// Draws the bar.
pub fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let frame = egui::Frame::new()
        .fill(theme::PANEL)
        .inner_margin(Margin::symmetric(12, 7));
    Panel::top("top")
        .frame(frame)
        .resizable(false)
        .show(root, |ui| {
            ui.set_height(34.0);
            // The right end comes first: what is left over tells what else there is room for.
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                toggles(ui, screen.words, view);
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
                    models(ui, screen, view);
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
    let day = width(localize::day(screen.words, now), 13.0)
        .max(width(&week_and_day(screen.words, now), 11.5))
        + 10.0;
    Extras {
        day: fits(day),
        title: fits(width(&screen.session.campus.scenario().title, 16.0) + 12.0),
        achieved: fits(96.0),
        measures: fits(width(&measures(screen, view), 11.5) + 30.0),
    }
}

/// A menu of the languages, each called as it calls itself.
fn languages(ui: &mut Ui, words: &Words, view: &mut View) {
    let text =
        RichText::new(format!("🌐 {}", words.language().word().to_uppercase())).color(theme::WEAK);
    let button = Button::new(text).fill(Color32::TRANSPARENT);
    let menu = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_width(130.0);
        for language in Language::ALL.iter().copied() {
            let on = language == words.language();
            if ui
                .add(
                    Button::new(language.own_name())
                        .selected(on)
                        .min_size(vec2(ui.available_width(), 26.0)),
                )
                .clicked()
            {
                view.ask(Ask::Speak(language));
                ui.close();
            }
        }
    });
    menu.0.on_hover_text(words.say("language-hint"));
}

fn menu(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, with_title: bool) {
    let words = screen.words;
    let title = &screen.session.campus.scenario().title;
    let text = if with_title {
        format!("☰  {title}")
    } else {
        "☰".to_owned()
    };
    let text = RichText::new(text).size(16.0).color(theme::ACCENT);
    let button = ui.menu_button(text, |ui| {
        ui.set_min_width(300.0);
        ui.set_max_width(340.0);
        let save = screen.session.save_name().unwrap_or_default();
        let text = words.say_with("saved-as", &[("name", save.into())]);
        ui.label(RichText::new(text).small().color(theme::WEAK));
        let mut item = |ui: &mut Ui, text: &str, command: Command| {
            let button = Button::new(text)
                .shortcut_text(keys(words, command))
                .min_size(vec2(ui.available_width(), 26.0));
            if ui.add(button).clicked() {
                view.command(command);
                ui.close();
            }
        };
        item(ui, words.say("do-save"), Command::Save);
        item(ui, words.say("do-new-run"), Command::NewRun);
        ui.separator();
        item(ui, words.say("heads-title"), Command::Heads);
        item(ui, words.say("learning-title"), Command::Learning);
        ui.separator();
        let asked = ui
            .menu_button(words.say("menu-scenarios"), |ui| scenarios(ui, screen))
            .inner
            .flatten();
        let resumed = ui
            .menu_button(words.say("menu-runs"), |ui| runs(ui, screen))
            .inner
            .flatten();
        ui.separator();
        item(ui, words.say("help"), Command::Help);
        item(ui, words.say("do-quit"), Command::Quit);
        if let Some(ask) = asked.or(resumed) {
            view.ask(ask);
            ui.close();
        }
    });
    button
        .response
        .on_hover_text(&screen.session.campus.scenario().description);
}

/// A button with a title and a line below it.
fn entry(ui: &mut Ui, title: &str, below: &str) -> bool {
    let text = egui::text::LayoutJob::default();
    let mut job = text;
    let format = |size: f32, color: Color32| {
        egui::TextFormat::simple(egui::FontId::proportional(size), color)
    };
    job.append(title, 0.0, format(14.0, theme::TEXT));
    job.append(&format!("\n{below}"), 0.0, format(12.0, theme::WEAK));
    ui.add(
        Button::new(job)
            .wrap()
            .min_size(vec2(ui.available_width(), 40.0)),
    )
    .clicked()
}

fn scenarios(ui: &mut Ui, screen: &Screen<'_>) -> Option<Ask> {
    ui.set_width(320.0);
    let mut ask = None;
    for scenario in widgets::cached(ui, "scenarios", || {
        saves::scenarios(&screen.session.scenario_file)
    }) {
        if entry(ui, &scenario.title, &scenario.description) {
            ask = Some(Ask::Begin(scenario.file));
            ui.close();
        }
    }
    ask
}

fn runs(ui: &mut Ui, screen: &Screen<'_>) -> Option<Ask> {
    ui.set_width(320.0);
    let words = screen.words;
    let mut ask = None;
    let list = widgets::cached(ui, "saves", || saves::saves(&screen.options.saves));
    let current = screen.session.save_name();
    let others: Vec<_> = list
        .into_iter()
        .filter(|s| Some(&s.name) != current.as_ref())
        .collect();
    if others.is_empty() {
        ui.label(RichText::new(words.say("runs-none")).color(theme::WEAK));
    }
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        for save in others {
            match save.about {
                Ok(Glance { title, at, people }) => {
                    let values = [
                        ("title", title.into()),
                        ("when", localize::moment(words, at).into()),
                        ("n", people.into()),
                    ];
                    if entry(ui, &save.name, &words.say_with("runs-about", &values)) {
                        ask = Some(Ask::Resume(save.file));
                        ui.close();
                    }
                }
                Err(why) => {
                    ui.label(
                        RichText::new(format!("{} ({})", save.name, words.say(why)))
                            .color(theme::WEAK),
                    );
                }
            }
        }
    });
    ask
}

fn week_and_day(words: &Words, now: SimTime) -> String {
    words.say_with(
        "week-and-day",
        &[("week", now.week().into()), ("day", (now.day() + 1).into())],
    )
}

fn clock(ui: &mut Ui, screen: &Screen<'_>, with_day: bool) {
    let now: SimTime = screen.session.campus.clock().now;
    let (rect, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
    sun_or_moon(ui, rect.center(), now.hour());
    ui.label(
        RichText::new(now.clock())
            .size(20.0)
            .strong()
            .color(theme::TEXT),
    );
    if with_day {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(RichText::new(localize::day(screen.words, now)).size(13.0));
            ui.label(
                RichText::new(week_and_day(screen.words, now))
                    .size(11.5)
                    .color(theme::WEAK),
            );
        });
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
        .on_hover_text(format!(
            "{} ({})",
            words.say(hint),
            keys(words, Command::Pause)
        ))
        .clicked()
    {
        view.command(Command::Pause);
    }
    if ui
        .add(Button::new(RichText::new("⏭").size(15.0)).min_size(vec2(34.0, 28.0)))
        .on_hover_text(format!(
            "{} ({})",
            words.say("one-tick"),
            keys(words, Command::Step)
        ))
        .clicked()
    {
        view.command(Command::Step);
    }
    ui.add_space(4.0);
    for (i, speed) in Speed::ALL.into_iter().enumerate() {
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
            .on_hover_text(words.say_with("key-hint", &[("key", (i + 1).into())]))
            .clicked()
        {
            view.command(Command::Speed(speed));
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
fn models(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let Some(total) = screen.session.mail(|mail| mail.ledger.total()) else {
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
        view.command(Command::Models);
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

fn toggles(ui: &mut Ui, words: &Words, view: &mut View) {
    let all = [
        ("?", Command::Help, view.help_open, key("help")),
        (
            key("panel-inspector"),
            Command::Inspector,
            view.inspector_open,
            key("do-inspector"),
        ),
        (key("panel-log"), Command::Log, view.log_open, key("do-log")),
        (
            key("panel-people"),
            Command::People,
            view.people_open,
            key("do-people"),
        ),
    ];
    let more = [
        (
            key("learning-title"),
            Command::Learning,
            view.learning_open,
            key("do-learning"),
        ),
        (
            key("panel-heads"),
            Command::Heads,
            view.heads.open,
            key("do-heads"),
        ),
    ];
    // In a narrow window the menu has them.
    let more = more
        .into_iter()
        .filter(|_| ui.ctx().viewport_rect().width() >= 1180.0);
    for (text, command, on, hint) in all.into_iter().chain(more.collect::<Vec<_>>()) {
        let ink = if on { theme::ACCENT } else { theme::WEAK };
        let button = Button::new(RichText::new(words.say(text)).color(ink)).fill(if on {
            theme::CARD
        } else {
            Color32::TRANSPARENT
        });
        if ui
            .add(button)
            .on_hover_text(format!("{} ({})", words.say(hint), keys(words, command)))
            .clicked()
        {
            view.command(command);
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
