//! The list of people.

use super::{Screen, widgets};
use crate::{
    campus::AgentId,
    desktop::{
        overlay::role_color,
        state::{Ask, View, contains},
        theme,
    },
    simulation::PersonView,
};
use bevy_egui::egui::{
    Align2, Color32, CornerRadius, FontId, Panel, Rect, RichText, ScrollArea, Sense, Ui, pos2, text::LayoutJob, vec2,
};

/// Height of a row.
const ROW: f32 = 46.0;

/// Draws the list.
pub fn show(root: &mut Ui, screen: &Screen<'_>, view: &mut View) {
    let campus = &screen.session.campus;
    Panel::left("people").frame(theme::panel()).default_size(250.0).size_range(200.0..=420.0).show(root, |ui| {
        let words = view.people_search.clone();
        let found: Vec<AgentId> = campus.persons().filter(|p| matches(p, &words)).map(|p| p.id).collect();
        ui.horizontal(|ui| {
            ui.label(RichText::new("People").size(16.0).color(theme::TEXT));
            let count = if found.len() == campus.people() {
                campus.people().to_string()
            } else {
                format!("{} of {}", found.len(), campus.people())
            };
            ui.label(RichText::new(count).color(theme::WEAK));
        });
        let width = ui.available_width();
        widgets::search(ui, &mut view.people_search, "Name, role or group…", width);
        ui.spacing_mut().item_spacing.y = 2.0;
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, found.len(), |ui, rows| {
            for agent in &found[rows] {
                row(ui, screen, view, *agent);
            }
        });
    });
}

fn matches(person: &PersonView<'_>, words: &str) -> bool {
    let persona = person.persona;
    contains(&persona.name, words) || contains(persona.role.word(), words) || contains(&persona.group, words)
}

fn row(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, agent: AgentId) {
    let campus = &screen.session.campus;
    let Some(person) = campus.person(agent) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    if response.clicked() || response.double_clicked() {
        view.ask(Ask::Select(agent, true));
    }
    let chosen = view.selected == Some(agent);
    let fill = match (chosen, response.hovered()) {
        (true, _) => theme::BUTTON_HOVER,
        (false, true) => theme::CARD,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(8), fill);
    let face = Rect::from_min_size(rect.min + vec2(4.0, 4.0), vec2(ROW - 8.0, ROW - 8.0));
    widgets::paint_portrait(ui, screen, agent, face, role_color(person.persona.role));
    let left = face.right() + 8.0;
    let width = rect.right() - left - 4.0;
    let ink = if chosen { theme::ACCENT } else { theme::TEXT };
    let line = |ui: &Ui, text: String, size: f32, color: Color32, y: f32| {
        let mut job = LayoutJob::simple_singleline(text, FontId::proportional(size), color);
        job.wrap.max_width = width;
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(pos2(left, y), galley, color);
    };
    line(ui, person.persona.name.clone(), 14.0, ink, rect.top() + 5.0);
    line(ui, campus.describe(agent), 12.0, theme::WEAK, rect.top() + 24.0);
    let role = person.persona.role.to_string();
    let at = rect.right_top() + vec2(-6.0, 6.0);
    if person.persona.name.len() < 17 && rect.width() > 230.0 {
        ui.painter().text(at, Align2::RIGHT_TOP, role, FontId::proportional(11.0), role_color(person.persona.role));
    }
}
