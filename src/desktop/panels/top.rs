//! The bar at the top: menu, time and speed.

use super::Screen;
use crate::{
    desktop::{
        commands::{Command, keys},
        saves,
        state::{Ask, View},
        theme,
    },
    record::Glance,
    time::{SimTime, Speed},
};
use bevy_egui::egui::{
    self, Align, Button, Color32, CornerRadius, Layout, Margin, Panel, Pos2, RichText, ScrollArea, Sense, Stroke, Ui,
    vec2,
};

/// Names of the days of the week.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Draws the bar.
pub fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let frame = egui::Frame::new().fill(theme::PANEL).inner_margin(Margin::symmetric(12, 7));
    Panel::top("top").frame(frame).resizable(false).show(root, |ui| {
        ui.horizontal(|ui| {
            menu(ui, screen, view);
            ui.separator();
            clock(ui, screen);
            ui.separator();
            speeds(ui, screen, view);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                toggles(ui, view);
                if ui.available_width() > 130.0 {
                    measures(ui, screen, view);
                }
            });
        });
    });
}

fn menu(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let title = &screen.session.campus.scenario().title;
    let text = RichText::new(format!("☰  {title}")).size(16.0).color(theme::ACCENT);
    let button = ui.menu_button(text, |ui| {
        ui.set_min_width(300.0);
        ui.set_max_width(340.0);
        let save = screen.session.save_name().unwrap_or_default();
        ui.label(RichText::new(format!("Saved as {save}")).small().color(theme::WEAK));
        let mut item = |ui: &mut Ui, text: &str, command: Command| {
            let button = Button::new(text).shortcut_text(keys(command)).min_size(vec2(ui.available_width(), 26.0));
            if ui.add(button).clicked() {
                view.command(command);
                ui.close();
            }
        };
        item(ui, "Save now", Command::Save);
        item(ui, "New run of this scenario", Command::NewRun);
        ui.separator();
        let asked = ui.menu_button("Scenarios", |ui| scenarios(ui, screen)).inner.flatten();
        let resumed = ui.menu_button("Saved runs", |ui| runs(ui, screen)).inner.flatten();
        ui.separator();
        item(ui, "Help", Command::Help);
        item(ui, "Save and quit", Command::Quit);
        if let Some(ask) = asked.or(resumed) {
            view.ask(ask);
            ui.close();
        }
    });
    button.response.on_hover_text(&screen.session.campus.scenario().description);
}

/// A list that is read from the disk once a second at most while it is open.
fn cached<T: Clone + Send + Sync + 'static>(ui: &Ui, id: &str, read: impl FnOnce() -> Vec<T>) -> Vec<T> {
    let id = egui::Id::new(id);
    let now = ui.input(|i| i.time);
    let known = ui.data(|d| d.get_temp::<(f64, Vec<T>)>(id));
    match known {
        Some((at, list)) if now - at < 1.0 => list,
        _ => {
            let list = read();
            ui.data_mut(|d| d.insert_temp(id, (now, list.clone())));
            list
        }
    }
}

/// A button with a title and a line below it.
fn entry(ui: &mut Ui, title: &str, below: &str) -> bool {
    let text = egui::text::LayoutJob::default();
    let mut job = text;
    let format = |size: f32, color: Color32| egui::TextFormat::simple(egui::FontId::proportional(size), color);
    job.append(title, 0.0, format(14.0, theme::TEXT));
    job.append(&format!("\n{below}"), 0.0, format(12.0, theme::WEAK));
    ui.add(Button::new(job).wrap().min_size(vec2(ui.available_width(), 40.0))).clicked()
}

fn scenarios(ui: &mut Ui, screen: &Screen<'_>) -> Option<Ask> {
    ui.set_width(320.0);
    let mut ask = None;
    for scenario in cached(ui, "scenarios", || saves::scenarios(&screen.session.scenario_file)) {
        if entry(ui, &scenario.title, &scenario.description) {
            ask = Some(Ask::Begin(scenario.file));
            ui.close();
        }
    }
    ask
}

fn runs(ui: &mut Ui, screen: &Screen<'_>) -> Option<Ask> {
    ui.set_width(320.0);
    let mut ask = None;
    let list = cached(ui, "saves", || saves::saves(&screen.options.saves));
    let current = screen.session.save_name();
    let others: Vec<_> = list.into_iter().filter(|s| Some(&s.name) != current.as_ref()).collect();
    if others.is_empty() {
        ui.label(RichText::new("There are no other saved runs").color(theme::WEAK));
    }
    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        for save in others {
            match save.about {
                Ok(Glance { title, at, people }) => {
                    if entry(ui, &save.name, &format!("{title} · {at} · {people} people")) {
                        ask = Some(Ask::Resume(save.file));
                        ui.close();
                    }
                }
                Err(why) => {
                    ui.label(RichText::new(format!("{} ({why})", save.name)).color(theme::WEAK));
                }
            }
        }
    });
    ask
}

fn clock(ui: &mut Ui, screen: &Screen<'_>) {
    let now: SimTime = screen.session.campus.clock().now;
    let (rect, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
    sun_or_moon(ui, rect.center(), now.hour());
    ui.label(RichText::new(now.clock()).size(20.0).strong().color(theme::TEXT));
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(RichText::new(DAYS[now.weekday()]).size(13.0));
        ui.label(RichText::new(format!("week {}, day {}", now.week(), now.day() + 1)).size(11.5).color(theme::WEAK));
    });
}

/// A sun by day, a moon by night.
fn sun_or_moon(ui: &Ui, at: Pos2, hour: f32) {
    let painter = ui.painter();
    if (6.0..20.0).contains(&hour) {
        let low = !(8.0..18.0).contains(&hour);
        let color = if low { Color32::from_rgb(0xf4, 0x9a, 0x56) } else { theme::ACCENT };
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

fn speeds(ui: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let drive = &screen.session.drive;
    ui.spacing_mut().item_spacing.x = 4.0;
    let (icon, hint) = if drive.playing { ("⏸", "Pause") } else { ("▶", "Go on") };
    let fill = if drive.playing { theme::BUTTON } else { theme::ACCENT };
    let ink = if drive.playing { theme::TEXT } else { theme::ON_ACCENT };
    let button = Button::new(RichText::new(icon).size(16.0).color(ink)).fill(fill).min_size(vec2(38.0, 28.0));
    if ui.add(button).on_hover_text(format!("{hint} (Space)")).clicked() {
        view.command(Command::Pause);
    }
    if ui
        .add(Button::new(RichText::new("⏭").size(15.0)).min_size(vec2(34.0, 28.0)))
        .on_hover_text("One tick (.)")
        .clicked()
    {
        view.command(Command::Step);
    }
    ui.add_space(4.0);
    for (i, speed) in Speed::ALL.into_iter().enumerate() {
        let on = drive.playing && drive.speed == speed;
        let (fill, ink) = if on { (theme::ACCENT, theme::ON_ACCENT) } else { (theme::BUTTON, theme::TEXT) };
        let button =
            Button::new(RichText::new(speed.label()).color(ink)).fill(fill).corner_radius(CornerRadius::same(8));
        if ui.add(button.min_size(vec2(40.0, 28.0))).on_hover_text(format!("Key {}", i + 1)).clicked() {
            view.command(Command::Speed(speed));
        }
    }
    let words = if drive.playing { format!("runs {}", times(drive.achieved)) } else { "paused".to_owned() };
    let behind =
        drive.playing && drive.speed.factor().is_some_and(|f| drive.achieved > 0.0 && drive.achieved < 0.85 * f);
    let color = if behind { theme::ACCENT } else { theme::WEAK };
    let text = egui::Label::new(RichText::new(words).size(12.5).color(color));
    ui.add_sized(vec2(84.0, 24.0), text).on_hover_text("The speed achieved on this machine");
    ui.spacing_mut().item_spacing.x = 8.0;
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

fn toggles(ui: &mut Ui, view: &mut View) {
    let all = [
        ("?", Command::Help, view.help_open, "Help"),
        ("Inspector", Command::Inspector, view.inspector_open, "Inspector"),
        ("Log", Command::Log, view.log_open, "Event log"),
        ("People", Command::People, view.people_open, "List of people"),
    ];
    for (text, command, on, hint) in all {
        let ink = if on { theme::ACCENT } else { theme::WEAK };
        let button =
            Button::new(RichText::new(text).color(ink)).fill(if on { theme::CARD } else { Color32::TRANSPARENT });
        if ui.add(button).on_hover_text(format!("{hint} ({})", keys(command))).clicked() {
            view.command(command);
        }
    }
}

fn measures(ui: &mut Ui, screen: &Screen<'_>, view: &View) {
    let drive = &screen.session.drive;
    let text = format!("{:.0} fps · tick {:.0} µs", view.fps, drive.tick_micros);
    ui.label(RichText::new(text).size(11.5).color(theme::WEAK))
        .on_hover_text("Frames per second, and the mean length of a simulated tick");
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
