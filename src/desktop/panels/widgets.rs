//! Small parts that several panels use.

use super::screen::Screen;
use crate::desktop::theme;
use bevy_egui::egui::{
    self, Align2, Button, Color32, CornerRadius, FontId, Rect, Response, RichText, Sense, Stroke,
    StrokeKind, TextEdit, Ui, pos2, vec2,
};
use collegium_core::{i18n::Words, ids::AgentId};
use collegium_sim::conduct::Mount;

/// Somebody's portrait in a round frame.
pub fn portrait(
    ui: &mut Ui,
    screen: &Screen<'_>,
    agent: AgentId,
    size: f32,
    edge: Color32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::click());
    paint_portrait(ui, screen, agent, rect, edge);
    response
}

/// Paints somebody's portrait.
pub fn paint_portrait(ui: &Ui, screen: &Screen<'_>, agent: AgentId, rect: Rect, edge: Color32) {
    let corner = CornerRadius::same((rect.width() / 5.0) as u8);
    ui.painter().rect(
        rect,
        corner,
        theme::BUTTON,
        Stroke::new(1.5, edge),
        StrokeKind::Inside,
    );
    if let Some((texture, corners)) = screen.cast.portrait(agent) {
        ui.painter()
            .image(texture, rect.shrink(2.0), corners, Color32::WHITE);
    }
}

/// A field to search in, with a cross to empty it.
pub fn search(ui: &mut Ui, words: &Words, text: &mut String, hint: &str, width: f32) {
    ui.horizontal(|ui| {
        let cross = if text.is_empty() { 0.0 } else { 30.0 };
        let field = TextEdit::singleline(text)
            .hint_text(RichText::new(hint).color(theme::WEAK))
            .desired_width(width - cross - 12.0);
        let response = ui.add(field.margin(vec2(8.0, 5.0)));
        if response.has_focus() && ui.input(|i| i.key_pressed(egui::Key::Escape)) {
            response.surrender_focus();
        }
        if !text.is_empty()
            && ui
                .add(Button::new("✖").frame(false))
                .on_hover_text(words.say("search-clear"))
                .clicked()
        {
            text.clear();
        }
    });
}

/// A list that is read from the disk once a second at most while it is shown.
pub fn cached<T: Clone + Send + Sync + 'static>(
    ui: &Ui,
    id: &str,
    read: impl FnOnce() -> Vec<T>,
) -> Vec<T> {
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

/// A chip that is on or off.
pub fn chip(ui: &mut Ui, on: bool, text: &str, color: Color32) -> Response {
    let (fill, ink) = if on {
        (color, theme::ON_ACCENT)
    } else {
        (theme::BUTTON, theme::WEAK)
    };
    let text = RichText::new(text).size(12.5).color(ink);
    ui.add(
        Button::new(text)
            .fill(fill)
            .corner_radius(CornerRadius::same(11))
            .min_size(vec2(0.0, 22.0)),
    )
}

/// A small heading in the colour of what is on.
pub fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(4.0);
    ui.label(RichText::new(text).size(12.5).color(theme::ACCENT));
}

/// A bar from 0 to 1 with a name before it and words behind it.
pub fn bar(ui: &mut Ui, name: &str, value: f32, words: &str, color: Color32) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 17.0), Sense::hover());
    let painter = ui.painter();
    let (from, to) = (rect.left() + 92.0, rect.right() - 44.0);
    painter.text(
        rect.left_center(),
        Align2::LEFT_CENTER,
        name,
        FontId::proportional(13.0),
        theme::TEXT,
    );
    let track = Rect::from_min_max(
        pos2(from, rect.center().y - 4.0),
        pos2(to.max(from + 10.0), rect.center().y + 4.0),
    );
    painter.rect_filled(track, CornerRadius::same(4), theme::FIELD);
    let filled = Rect::from_min_size(
        track.min,
        vec2(track.width() * value.clamp(0.0, 1.0), track.height()),
    );
    painter.rect_filled(filled, CornerRadius::same(4), color);
    painter.text(
        rect.right_center(),
        Align2::RIGHT_CENTER,
        words,
        FontId::proportional(12.5),
        theme::WEAK,
    );
}

/// Text that wraps.
pub fn words(ui: &mut Ui, text: impl Into<String>, color: Color32) {
    ui.add(egui::Label::new(RichText::new(text.into()).color(color)).wrap());
}

/// A name in weak letters and what it is.
pub fn fact(ui: &mut Ui, name: &str, text: impl Into<String>) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(66.0, 18.0), Sense::hover());
        ui.painter().text(
            rect.left_top(),
            Align2::LEFT_TOP,
            name,
            FontId::proportional(13.0),
            theme::WEAK,
        );
        words(ui, text, theme::TEXT);
    });
}

/// A number in few digits; a dash for none.
pub fn number(value: Option<f64>) -> String {
    match value {
        Some(v) if v.abs() >= 100.0 => format!("{v:.0}"),
        Some(v) if v.abs() >= 10.0 => format!("{v:.1}"),
        Some(v) => format!("{v:.2}"),
        None => "–".to_owned(),
    }
}

/// Who decides, as a mark in lists: a small diamond where it is not the built-in rule.
pub fn mark(ui: &Ui, mount: Mount, at: egui::Pos2) {
    let color: Color32 = match mount {
        Mount::Rule => return,
        Mount::Expert => theme::GOOD,
        Mount::Head(_) => theme::DREAM,
    };
    let r = 4.0;
    let points = vec![
        at - vec2(0.0, r),
        at + vec2(r, 0.0),
        at + vec2(0.0, r),
        at - vec2(r, 0.0),
    ];
    ui.painter().add(egui::Shape::convex_polygon(
        points,
        color,
        (1.0, theme::INK),
    ));
}

/// The mark with a word, for legends.
pub fn legend(ui: &mut Ui, mount: Mount, text: &str) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
        mark(ui, mount, rect.center());
        ui.label(RichText::new(text).size(13.0).color(theme::WEAK));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_few_digits() {
        assert_eq!(number(Some(0.333)), "0.33");
        assert_eq!(number(Some(33.33)), "33.3");
        assert_eq!(number(Some(333.3)), "333");
        assert_eq!(number(None), "–");
    }
}
