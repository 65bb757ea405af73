//! The inspector: one person, seen closely.

use super::{Screen, memories, profile, reasons, widgets};
use crate::{
    campus::{
        AgentId,
        people::{Activity, Bag, Need, Needs, Posture, Purse},
    },
    desktop::{
        commands::Command,
        overlay::role_color,
        state::{Tab, View},
        theme,
    },
    mind::{CurrentAction, MindKind, Plan, state::Step},
    simulation::PersonView,
    tools::{Names, ToolCall},
};
use bevy_egui::egui::{Button, Color32, CornerRadius, Panel, RichText, ScrollArea, Ui, vec2};

/// Colours of the needs, in their order.
const NEEDS: [Color32; 5] = [theme::DREAM, theme::ACCENT, theme::ROSE, theme::GOOD, theme::COOL];

/// Draws the inspector.
pub fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let Some(person) = view.selected.and_then(|agent| screen.session.campus.person(agent)) else { return };
    Panel::right("inspector").frame(theme::panel()).default_size(350.0).size_range(300.0..=560.0).show(root, |ui| {
        head(ui, screen, view, &person);
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (tab, name) in Tab::ALL {
                let on = view.tab == tab;
                let ink = if on { theme::ON_ACCENT } else { theme::TEXT };
                let fill = if on { theme::ACCENT } else { theme::BUTTON };
                let button = Button::new(RichText::new(name).size(13.0).color(ink))
                    .fill(fill)
                    .corner_radius(CornerRadius::same(8));
                if ui.add(button).clicked() {
                    view.tab = tab;
                }
            }
        });
        ui.add_space(2.0);
        if view.tab == Tab::Memories {
            memories::show(ui, screen, view, person.id);
            return;
        }
        ScrollArea::vertical().id_salt(("inspector", view.tab as u8, person.id.0)).auto_shrink(false).show(ui, |ui| {
            match view.tab {
                Tab::Plan => plan(ui, screen, person.id),
                Tab::Decisions => reasons::show(ui, screen, person.id),
                Tab::About => profile::show(ui, screen, view, &person),
                _ => now(ui, screen, &person),
            }
        });
    });
}

fn head(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, person: &PersonView<'_>) {
    let campus = &screen.session.campus;
    let persona = person.persona;
    ui.horizontal_top(|ui| {
        widgets::portrait(ui, screen, person.id, 88.0, role_color(persona.role));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.label(RichText::new(&persona.name).size(19.0).color(theme::ACCENT));
            ui.label(format!("{}, {} · {}", persona.role, persona.age, persona.group));
            widgets::words(ui, format!("from {}", persona.origin), theme::WEAK);
            ui.horizontal(|ui| {
                let mind = campus.get::<MindKind>(person.id).cloned().unwrap_or_default();
                let button = Button::new(RichText::new(mind.label()).size(11.5).color(theme::COOL)).fill(theme::CARD);
                ui.add(button.min_size(vec2(0.0, 20.0))).on_hover_text("Which mind decides for this person");
                let text = if view.follow { "following" } else { "follow" };
                if widgets::chip(ui, view.follow, text, theme::ACCENT).on_hover_text("Key F").clicked() {
                    view.command(Command::Follow);
                }
            });
        });
    });
    widgets::words(ui, capital(&campus.describe(person.id)), theme::TEXT);
}

/// A text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn now(ui: &mut Ui, screen: &Screen<'_>, person: &PersonView<'_>) {
    let campus = &screen.session.campus;
    let (id, now) = (person.id, campus.clock().now);
    let names = campus.names();
    if let Some(needs) = campus.get::<Needs>(id) {
        theme::card().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for ((need, level), color) in Need::ALL.into_iter().zip(needs.levels(now)).zip(NEEDS) {
                let color = if level < 0.2 { theme::BAD } else { color };
                widgets::bar(ui, &capital(need.word()), level, &format!("{:.0} %", level * 100.0), color);
            }
        });
    }
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        if let Some(action) = campus.get::<CurrentAction>(id) {
            widgets::fact(ui, "Aim", capital(&action.action.to_string()));
            if !action.why.is_empty() {
                widgets::fact(ui, "Why", capital(&action.why));
            }
            widgets::fact(ui, "Since", format!("{}{}", action.since.clock(), until(person.activity)));
            for (i, step) in action.steps.iter().enumerate().take(5) {
                widgets::fact(ui, if i == 0 { "Then" } else { "" }, capital(&step_words(step, &names)));
            }
        }
        let place = campus.map().place_of(person.body.tile).map_or("on the way", |p| names.place(p));
        let place = if person.body.posture == Posture::Away { "in town" } else { place };
        widgets::fact(ui, "Where", place);
        if let Some(place) = person.body.counts_in.filter(|_| !person.body.path.is_empty()) {
            widgets::fact(ui, "Going to", format!("{} ({} steps left)", names.place(place), person.body.path.len()));
        }
    });
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        if let Some(purse) = campus.get::<Purse>(id) {
            widgets::fact(ui, "Money", format!("{}.{:02}", purse.cents / 100, purse.cents % 100));
        }
        if let Some(Bag(items)) = campus.get::<Bag>(id) {
            let list: Vec<String> = items.iter().map(ToString::to_string).collect();
            widgets::fact(ui, "Bag", if list.is_empty() { "empty".to_owned() } else { list.join(", ") });
        }
    });
}

fn until(activity: &Activity) -> String {
    activity.until.map_or_else(String::new, |until| format!(", until {}", until.clock()))
}

/// A step in words.
pub fn step_words(step: &Step, names: &Names<'_>) -> String {
    match step {
        Step::Buy(item) => format!("buy {item}"),
        Step::TalkTo(agent) => format!("talk to {}", names.person(*agent)),
        Step::Call(call) => call_words(call, names),
    }
}

/// A tool call in words.
fn call_words(call: &ToolCall, names: &Names<'_>) -> String {
    use crate::tools::Destination;
    match call {
        ToolCall::Move { to, then, .. } => {
            let to = match to {
                Destination::Place(place) => names.place(*place),
                Destination::Person(agent) => names.person(*agent),
            };
            match then {
                Some(stay) => format!("go to {to}: {} for {} min", stay.doing, stay.seconds / 60),
                None => format!("go to {to}"),
            }
        }
        ToolCall::Talk { with, .. } => format!("talk to {}", names.person(*with)),
        ToolCall::Attend { what } => format!("attend {}", names.engagement(*what)),
        ToolCall::Buy { item, .. } => format!("buy {item}"),
        ToolCall::Study { subject, seconds } => format!("study {subject} for {} min", seconds / 60),
        ToolCall::Post { text } => format!("post “{text}”"),
        ToolCall::Schedule { with, place, begins, .. } => {
            format!("arrange to meet {} at {} ({})", names.person(*with), begins.clock(), names.place(*place))
        }
        ToolCall::Invite { with, to } => format!("invite {}: {}", names.person(*with), names.occasion(to)),
        ToolCall::Reply { accept, .. } => format!("reply {}", if *accept { "yes" } else { "no" }),
        ToolCall::Search { query } => format!("look up “{query}”"),
    }
}

fn plan(ui: &mut Ui, screen: &Screen<'_>, id: AgentId) {
    let campus = &screen.session.campus;
    let now = campus.clock().now;
    let Some(plan) = campus.get::<Plan>(id).filter(|p| !p.items.is_empty()) else {
        ui.label(RichText::new("No plan yet: it is made after waking up").color(theme::WEAK));
        return;
    };
    if plan.day != now.day() {
        ui.label(RichText::new("The plan of the day before").color(theme::WEAK));
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
                ui.label(RichText::new(when).size(12.5).color(if on { theme::ACCENT } else { theme::WEAK }));
                widgets::words(ui, capital(&item.text), ink);
            });
            if on {
                let length = item.to.since(item.from).max(1) as f32;
                ui.add(
                    bevy_egui::egui::ProgressBar::new(now.since(item.from) as f32 / length)
                        .desired_height(4.0)
                        .fill(theme::ACCENT),
                );
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capital("élan"), "Élan");
        assert_eq!(capital(""), "");
    }
}
