//! The list of people, by group.

use super::{
    panel::{Panel, Placement},
    screen::Screen,
    widgets,
};
use crate::desktop::{
    localize,
    state::{Command, CommandAction, UserAction, View, contains},
    theme,
};
use bevy::input::keyboard::KeyCode;
use bevy_egui::egui::{
    self, Align2, Color32, CornerRadius, FontId, Id, Pos2, Rect, Response, RichText, ScrollArea,
    Sense, Ui, pos2, text::LayoutJob, vec2,
};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};
use collegium_sim::simulation::PersonView;

/// Height of a person's row, in points.
const ROW: f32 = 46.0;
/// Height of a group's heading, in points.
const HEADING: f32 = 28.0;
/// Between two rows.
const GAP: f32 = 2.0;

/// A row of the list.
enum Row<'a> {
    /// A group's heading: the group, how many are in it, and whether they are listed.
    Group(&'a str, usize, bool),
    /// A person of the group above.
    Person(AgentId),
}

impl Row<'_> {
    const fn height(&self) -> f32 {
        match self {
            Row::Group(..) => HEADING,
            Row::Person(_) => ROW,
        }
    }
}

/// The panel that lists the people by group.
pub const PANEL: Panel = Panel {
    command: Command::new(key("do-people"), CommandAction::Dock("people"))
        .on("P", &[KeyCode::KeyP]),
    button: Some(key("panel-people")),
    always: true,
    open: true,
    place: Placement::Side(show),
};

fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let (campus, words) = (&screen.session.campus, screen.words);
    egui::Panel::left("people")
        .frame(theme::panel())
        .default_size(250.0)
        .size_range(200.0..=420.0)
        .show(root, |ui| {
            let wanted = view.people_search.clone();
            let found: Vec<PersonView<'_>> = campus
                .persons()
                .filter(|p| matches(words, p, &wanted))
                .collect();
            ui.horizontal(|ui| {
                ui.label(
                    RichText::new(words.say("people-title"))
                        .size(16.0)
                        .color(theme::TEXT),
                );
                let (some, all) = (found.len(), campus.people());
                let count = if some == all {
                    all.to_string()
                } else {
                    words.say_with("people-some", &[("some", some.into()), ("all", all.into())])
                };
                ui.label(RichText::new(count).color(theme::WEAK));
            });
            let width = ui.available_width();
            widgets::search(
                ui,
                words,
                &mut view.people_search,
                words.say("people-search"),
                width,
            );
            if found.is_empty() {
                ui.label(RichText::new(words.say("people-none")).color(theme::WEAK));
            }
            // Who is searched for is shown, also in a closed group.
            let open =
                |group: &str| !wanted.trim().is_empty() || !view.closed_groups.contains(group);
            let rows = rows(&found, open);
            let total: f32 = rows.iter().map(|row| row.height() + GAP).sum();
            ScrollArea::vertical()
                .auto_shrink(false)
                .show_viewport(ui, |ui, seen| {
                    let (area, _) =
                        ui.allocate_exact_size(vec2(ui.available_width(), total), Sense::hover());
                    let mut top = 0.0;
                    for row in &rows {
                        let bottom = top + row.height();
                        if bottom >= seen.top() && top <= seen.bottom() {
                            let rect = Rect::from_min_max(
                                area.min + vec2(0.0, top),
                                pos2(area.right(), area.top() + bottom),
                            );
                            match row {
                                Row::Group(group, count, open) => {
                                    heading(ui, words, view, rect, (group, *count, *open));
                                }
                                Row::Person(agent) => person(ui, screen, view, rect, *agent),
                            }
                        }
                        top = bottom + GAP;
                    }
                });
        });
}

/// The rows: groups in the order of their first members, each with its people.
fn rows<'a>(found: &[PersonView<'a>], open: impl Fn(&str) -> bool) -> Vec<Row<'a>> {
    let mut groups: Vec<(&'a str, Vec<AgentId>)> = Vec::new();
    for someone in found {
        let name = someone.persona.group.as_str();
        match groups.iter_mut().find(|(group, _)| *group == name) {
            Some((_, members)) => members.push(someone.id),
            None => groups.push((name, vec![someone.id])),
        }
    }
    let mut rows = Vec::with_capacity(found.len() + groups.len());
    for (group, members) in groups {
        let open = open(group);
        rows.push(Row::Group(group, members.len(), open));
        rows.extend(members.into_iter().filter(|_| open).map(Row::Person));
    }
    rows
}

fn matches(words: &Words, person: &PersonView<'_>, wanted: &str) -> bool {
    let persona = person.persona;
    wanted.trim().is_empty()
        || contains(&persona.name, wanted)
        || contains(persona.role.word(), wanted)
        || contains(&words.label("role", persona.role.word()), wanted)
        || contains(&persona.group, wanted)
        || contains(&words.label("group", &persona.group), wanted)
}

/// Paints a row's ground as the pointer is over it or not.
fn ground(ui: &Ui, rect: Rect, response: &Response, chosen: bool) {
    let fill = match (chosen, response.hovered()) {
        (true, _) => theme::BUTTON_HOVER,
        (false, true) => theme::CARD,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(8), fill);
}

fn heading(
    ui: &Ui,
    words: &Words,
    view: &mut View,
    rect: Rect,
    (group, count, open): (&str, usize, bool),
) {
    let response = ui.interact(rect, Id::new(("group", group)), Sense::click());
    if response.clicked() && !view.closed_groups.remove(group) {
        view.closed_groups.insert(group.to_owned());
    }
    ground(ui, rect, &response, false);
    let sign = if open { "⏷" } else { "⏵" };
    let font = FontId::proportional(13.0);
    let (left, right) = (rect.left_center(), rect.right_center());
    ui.painter().text(
        left + vec2(4.0, 0.0),
        Align2::LEFT_CENTER,
        sign,
        FontId::proportional(12.0),
        theme::WEAK,
    );
    let name = localize::title(words, "group", group);
    ui.painter().text(
        left + vec2(22.0, 0.0),
        Align2::LEFT_CENTER,
        name,
        font,
        theme::ACCENT,
    );
    let at = right - vec2(10.0, 0.0);
    ui.painter().text(
        at,
        Align2::RIGHT_CENTER,
        count.to_string(),
        FontId::proportional(12.0),
        theme::WEAK,
    );
}

fn person(ui: &Ui, screen: &Screen<'_>, view: &mut View, rect: Rect, agent: AgentId) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let Some(person) = campus.person(agent) else {
        return;
    };
    let response = ui.interact(rect, Id::new(("person", agent.0)), Sense::click());
    if response.clicked() || response.double_clicked() {
        view.act(UserAction::Select(agent, true));
    }
    let chosen = view.selected == Some(agent);
    ground(ui, rect, &response, chosen);
    let face = Rect::from_min_size(rect.min + vec2(4.0, 4.0), vec2(ROW - 8.0, ROW - 8.0));
    widgets::paint_portrait(ui, screen, agent, face, theme::role(person.persona.role));
    let left = face.right() + 8.0;
    let role = ui.painter().layout_no_wrap(
        words.label("role", person.persona.role.word()).into_owned(),
        FontId::proportional(11.0),
        theme::role(person.persona.role),
    );
    let ink = if chosen { theme::ACCENT } else { theme::TEXT };
    let line = |ui: &Ui, text: String, size: f32, color: Color32, at: Pos2| {
        let mut job = LayoutJob::simple_singleline(text, FontId::proportional(size), color);
        job.wrap.max_width = rect.right() - at.x - 4.0;
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        let galley = ui.painter().layout_job(job);
        let end = at.x + galley.size().x;
        ui.painter().galley(at, galley, color);
        end
    };
    // Whose conduct is not left to the built-in rule has a mark at its portrait's corner.
    widgets::mark(
        ui,
        campus.conduct().state(agent).mount,
        face.right_bottom() - vec2(3.0, 3.0),
    );
    let name = person.persona.name.clone();
    let end = line(ui, name, 14.0, ink, pos2(left, rect.top() + 4.0));
    // Beside a long name there is no room for the role: then it goes before what somebody does.
    let corner = rect.right_top() + vec2(-8.0 - role.size().x, 6.0);
    let below = rect.top() + 24.0;
    let (at, indent) = if corner.x > end + 8.0 {
        (corner, 0.0)
    } else {
        (pos2(left, below + 1.0), role.size().x + 6.0)
    };
    ui.painter().galley(at, role, theme::WEAK);
    let state = localize::state(words, campus, agent);
    line(ui, state, 12.0, theme::WEAK, pos2(left + indent, below));
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::simulation::testing;

    #[test]
    fn people_are_listed_by_group_and_closed_groups_are_short() {
        let campus = testing::campus(1, 25, 1);
        let everybody: Vec<PersonView<'_>> = campus.persons().collect();
        let count = |rows: &[Row<'_>]| {
            rows.iter()
                .filter(|row| matches!(row, Row::Person(_)))
                .count()
        };
        let all = rows(&everybody, |_| true);
        assert_eq!(count(&all), 25);
        let staff = everybody
            .iter()
            .filter(|p| p.persona.group == "staff")
            .count();
        let some = rows(&everybody, |group| group != "staff");
        assert_eq!(count(&some), 25 - staff);
        assert_eq!(
            all.len() - staff,
            some.len(),
            "the heading of a closed group stays"
        );
        let mut group = "";
        for row in &all {
            match row {
                Row::Group(name, ..) => group = name,
                Row::Person(agent) => assert_eq!(
                    campus.person(*agent).map(|p| p.persona.group.as_str()),
                    Some(group)
                ),
            }
        }
    }
}
