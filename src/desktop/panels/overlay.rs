//! Over the map, in crisp screen pixels: names, badges, speech bubbles, and the labels of
//! buildings.

use super::screen::Screen;
use crate::desktop::{
    localize,
    map::{people::Pose, scene::Side},
    run::twin::Twin,
    state::View,
    theme,
};
use bevy::math::Vec2;
use bevy_egui::egui::{
    self, Align2, Color32, CornerRadius, FontId, LayerId, Painter, Pos2, Rect, Shape, Stroke,
    StrokeKind, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};
use collegium_sim::{
    campus::{Posture, people::Doing},
    simulation::{Campus, PersonView},
};

/// How many bubbles are shown at most.
const BUBBLES: usize = 7;
/// Names at most, besides the selected.
const NAMES: usize = 70;
/// From these zooms on badges, names and bubbles are shown.
const FROM: (f32, f32, f32) = (0.5, 0.9, 0.7);
/// Below these zooms people are dots, and buildings have labels.
const FAR: (f32, f32) = (0.34, 0.48);

/// The badges of the strip from left to right.
const BADGES: [&str; 26] = [
    "sleep", "wash", "eat", "coffee", "class", "teach", "study", "work", "walk", "hurry", "talk",
    "listen", "queue", "play", "music", "rest", "shop", "search", "post", "schedule", "sick",
    "alert", "heart", "idle", "thought", "town",
];

/// The badge for what somebody does.
pub fn badge(person: &PersonView<'_>, speaks: bool) -> usize {
    let name = match person.activity.doing {
        _ if speaks => "talk",
        _ if person.activity.talk.is_some() => "listen",
        Doing::Idle => "idle",
        Doing::Sleeping => "sleep",
        Doing::Washing => "wash",
        Doing::Eating => "eat",
        Doing::Coffee => "coffee",
        Doing::InClass => "class",
        Doing::Teaching => "teach",
        Doing::Studying => "study",
        Doing::Working => "work",
        Doing::Walking if person.body.hurries => "hurry",
        Doing::Walking => "walk",
        Doing::Queueing => "queue",
        Doing::Exercising | Doing::Playing => "play",
        Doing::Resting => "rest",
        Doing::Browsing => "shop",
        Doing::Waiting => "schedule",
        Doing::AtEvent => "schedule",
        Doing::OnPhone => "post",
        Doing::InTown => "town",
        Doing::Chatting => "talk",
    };
    BADGES.iter().position(|b| *b == name).unwrap_or(0)
}

/// The place of a badge in the strip.
pub fn badge_corners(badge: usize, count: usize) -> Rect {
    let count = count.max(1) as f32;
    Rect::from_min_max(
        pos2(badge as f32 / count, 0.0),
        pos2((badge as f32 + 1.0) / count, 1.0),
    )
}

/// Somebody who is seen.
struct Seen<'a> {
    person: PersonView<'a>,
    head: Pos2,
    feet: Pos2,
    lying: bool,
    chosen: bool,
    /// Whether they are elsewhere, or do something else, than their twin.
    differs: bool,
}

/// One of the campuses on the screen: whose, where it is seen, and what it is compared with.
struct Half<'a> {
    campus: &'a Campus,
    side: Side,
    rect: Rect,
    twin: Option<&'a Twin>,
}

/// Draws what lies over the map: over both maps while two campuses are compared.
pub fn show(ctx: &egui::Context, screen: &Screen<'_>, view: &View) {
    let twin = screen.session.twin.as_ref();
    let run = Half {
        campus: &screen.session.campus,
        side: Side::Run,
        rect: view.map_rect,
        twin,
    };
    if let (Some(twin), Some(rect)) = (twin, view.twin_rect) {
        let painter = Painter::new(
            ctx.clone(),
            LayerId::background(),
            rect.union(view.map_rect),
        );
        if let Some(picture) = screen.twin_picture {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(picture, rect, whole, Color32::WHITE);
        }
        let line = Rect::from_min_max(
            pos2(rect.right(), rect.top()),
            pos2(view.map_rect.left(), rect.bottom()),
        );
        painter.rect_filled(line, CornerRadius::ZERO, theme::DREAM);
        let half = Half {
            campus: &twin.campus,
            side: Side::Twin,
            rect,
            twin: Some(twin),
        };
        over(ctx, screen, view, &half);
        over(ctx, screen, view, &run);
        title(
            &painter,
            rect,
            localize::decider(screen.words, None),
            theme::COOL,
        );
        title(&painter, view.map_rect, screen.decided_by(), theme::ACCENT);
    } else {
        over(ctx, screen, view, &run);
    }
}

/// Whose campus a half shows, at its upper left corner.
fn title(painter: &Painter, rect: Rect, text: String, color: Color32) {
    let galley = painter.layout_no_wrap(text, FontId::proportional(14.0), color);
    let at = Rect::from_min_size(rect.min + vec2(10.0, 8.0), galley.size() + vec2(16.0, 8.0));
    painter.rect(
        at,
        CornerRadius::same(9),
        theme::faded(theme::PANEL, 0.9),
        Stroke::new(1.0, color),
        StrokeKind::Inside,
    );
    painter.galley(at.min + vec2(8.0, 4.0), galley, color);
}

/// Draws what lies over one map.
fn over(ctx: &egui::Context, screen: &Screen<'_>, view: &View, half: &Half<'_>) {
    let painter = Painter::new(ctx.clone(), LayerId::background(), half.rect);
    let zoom = screen.rig.zoom;
    labels(&painter, screen, half.rect);
    let mut seen: Vec<Seen<'_>> = Vec::new();
    let around = half.rect.expand(60.0);
    for person in half.campus.persons() {
        let Some(pose) = screen.cast.pose_on(half.side, person.id) else {
            continue;
        };
        let (feet, head) = (
            screen.rig.on_screen(pose.feet, half.rect),
            head(&pose, screen, half.rect),
        );
        let chosen = view.selected == Some(person.id) || view.hovered == Some(person.id);
        let differs = half.twin.is_some_and(|twin| twin.differs(person.id));
        if around.contains(head) {
            seen.push(Seen {
                person,
                head,
                feet,
                lying: pose.lying,
                chosen,
                differs,
            });
        }
    }
    let middle = half.rect.center();
    let order = |s: &Seen<'_>| (!s.chosen, s.head.distance_sq(middle) as i64);
    seen.sort_by_key(order);
    if zoom < FAR.0 {
        dots(&painter, &seen);
    } else {
        rings(&painter, &seen, zoom);
    }
    let mut taken: Vec<Rect> = Vec::new();
    for (i, someone) in seen.iter().enumerate() {
        let free = |rect: Rect, taken: &[Rect]| {
            someone.chosen || !taken.iter().any(|t| t.intersects(rect))
        };
        let name = (zoom >= FROM.1 && i < NAMES) || someone.chosen;
        let speaks = half.campus.speaks(someone.person.id).is_some();
        mark(
            &painter,
            screen,
            someone,
            name,
            zoom >= FROM.0 || someone.chosen,
            speaks,
            |rect| {
                let ok = free(rect, &taken);
                if ok {
                    taken.push(rect.shrink(2.0));
                }
                ok
            },
        );
    }
    let mut bubbles = 0;
    let mut filled: Vec<Rect> = Vec::new();
    for someone in &seen {
        if bubbles >= BUBBLES || (zoom < FROM.2 && !someone.chosen) {
            break;
        }
        if let Some(words) = half.campus.speaks(someone.person.id)
            && bubble(&painter, someone, words, &mut filled)
        {
            bubbles += 1;
        }
    }
}

fn head(pose: &Pose, screen: &Screen<'_>, rect: Rect) -> Pos2 {
    let height = if pose.lying {
        28.0
    } else if pose.frame.1 == 4 {
        40.0
    } else {
        44.0
    };
    screen
        .rig
        .on_screen(pose.feet - Vec2::new(0.0, height), rect)
}

/// A ring at the feet of those who differ from their twins.
fn rings(painter: &Painter, seen: &[Seen<'_>], zoom: f32) {
    for someone in seen.iter().filter(|s| s.differs) {
        let up = if someone.lying { 14.0 } else { 2.0 };
        let size = vec2(17.0, 8.5) * zoom.max(0.6);
        let at = someone.feet - vec2(0.0, up * zoom);
        painter.add(Shape::ellipse_stroke(
            at,
            size,
            Stroke::new(4.0, theme::faded(theme::INK, 0.6)),
        ));
        painter.add(Shape::ellipse_stroke(
            at,
            size,
            Stroke::new(2.0, theme::DREAM),
        ));
    }
}

/// From afar everybody is a dot in the colour of the role.
fn dots(painter: &Painter, seen: &[Seen<'_>]) {
    for someone in seen.iter().rev() {
        let (radius, line) = if someone.chosen {
            (6.0, Color32::WHITE)
        } else {
            (3.5, theme::INK)
        };
        let at = someone.feet - vec2(0.0, 4.0);
        if someone.differs {
            painter.circle(at, radius + 3.0, theme::INK, Stroke::new(2.0, theme::DREAM));
        }
        painter.circle(
            at,
            radius,
            theme::role(someone.person.persona.role),
            Stroke::new(1.5, line),
        );
    }
}

/// Name and badge above a head.
fn mark(
    painter: &Painter,
    screen: &Screen<'_>,
    someone: &Seen<'_>,
    name: bool,
    with_badge: bool,
    speaks: bool,
    mut free: impl FnMut(Rect) -> bool,
) {
    let badges = screen.marks.badges.filter(|_| with_badge);
    let size = if name { 20.0 } else { 16.0 };
    let asleep = someone.person.body.posture == Posture::Lying;
    let text = if !name {
        None
    } else {
        let words = if someone.chosen {
            &someone.person.persona.name
        } else {
            someone.person.persona.first_name()
        };
        let color = if someone.chosen {
            theme::ACCENT
        } else if someone.differs {
            theme::DREAM
        } else if asleep {
            theme::WEAK
        } else {
            theme::TEXT
        };
        Some(painter.layout_no_wrap(words.to_owned(), FontId::proportional(13.0), color))
    };
    let badge_width = if badges.is_some() { size } else { 0.0 };
    let gap = if badges.is_some() && text.is_some() {
        3.0
    } else {
        0.0
    };
    let text_size = text.as_ref().map_or(vec2(0.0, 0.0), |g| g.size());
    let inner = vec2(badge_width + gap + text_size.x, size.max(text_size.y));
    let pad = if text.is_some() {
        vec2(5.0, 1.0)
    } else {
        vec2(0.0, 0.0)
    };
    let rect = Rect::from_center_size(
        someone.head - vec2(0.0, inner.y / 2.0 + 3.0),
        inner + 2.0 * pad,
    );
    let rect = Rect::from_min_size(rect.min.round(), rect.size());
    if (badges.is_none() && text.is_none()) || !free(rect) {
        return;
    }
    if text.is_some() {
        let line = if someone.chosen {
            theme::ACCENT
        } else {
            Color32::TRANSPARENT
        };
        let fill = Color32::from_rgba_unmultiplied(0x24, 0x1e, 0x2e, 205);
        painter.rect(
            rect,
            CornerRadius::same(7),
            fill,
            Stroke::new(1.0, line),
            StrokeKind::Outside,
        );
    }
    if let Some((texture, count)) = badges {
        let at = Rect::from_min_size(
            rect.min + pad + vec2(0.0, (inner.y - size) / 2.0),
            vec2(size, size),
        );
        let corners = badge_corners(badge(&someone.person, speaks), count);
        painter.image(texture, at, corners, Color32::WHITE);
    }
    if let Some(galley) = text {
        let at = rect.min + pad + vec2(badge_width + gap, (inner.y - text_size.y) / 2.0);
        painter.galley(at, galley, theme::TEXT);
    }
}

/// The words somebody says. Says whether there was room for them.
fn bubble(painter: &Painter, someone: &Seen<'_>, words: &str, filled: &mut Vec<Rect>) -> bool {
    let mut job = LayoutJob::single_section(
        words.to_owned(),
        TextFormat::simple(FontId::proportional(13.5), theme::INK),
    );
    job.wrap = TextWrapping {
        max_width: 210.0,
        max_rows: 3,
        break_anywhere: false,
        overflow_character: Some('…'),
    };
    let galley = painter.layout_job(job);
    let size = galley.size() + vec2(18.0, 12.0);
    let bottom = someone.head.y - 32.0;
    let mut rect = Rect::from_min_size(
        pos2(someone.head.x - size.x / 2.0, bottom - size.y).round(),
        size,
    );
    let bounds = painter.clip_rect().shrink(4.0);
    rect = rect.translate(vec2(
        (bounds.left() - rect.left()).max(0.0) + (bounds.right() - rect.right()).min(0.0),
        0.0,
    ));
    for _ in 0..3 {
        match filled.iter().find(|f| f.intersects(rect)) {
            Some(other) => rect = rect.translate(vec2(0.0, other.top() - rect.bottom() - 4.0)),
            None => break,
        }
    }
    if !someone.chosen && (filled.iter().any(|f| f.intersects(rect)) || !bounds.contains_rect(rect))
    {
        return false;
    }
    filled.push(rect);
    let tip = pos2(
        someone
            .head
            .x
            .clamp(rect.left() + 14.0, rect.right() - 14.0),
        rect.bottom(),
    );
    let edge = if someone.chosen {
        theme::ACCENT
    } else {
        Color32::from_rgb(0x9a, 0x8c, 0x84)
    };
    let stroke = Stroke::new(1.5, edge);
    painter.rect(
        rect,
        CornerRadius::same(10),
        theme::PAPER,
        stroke,
        StrokeKind::Outside,
    );
    let (left, right, down) = (
        tip - vec2(6.0, 0.0),
        tip + vec2(6.0, 0.0),
        pos2(someone.head.x, rect.bottom() + 8.0),
    );
    painter.add(Shape::convex_polygon(
        vec![left, right, down],
        theme::PAPER,
        Stroke::NONE,
    ));
    painter.line_segment([left, down], stroke);
    painter.line_segment([right, down], stroke);
    painter.galley(rect.min + vec2(9.0, 6.0), galley, theme::INK);
    true
}

/// Names of buildings, seen from afar.
fn labels(painter: &Painter, screen: &Screen<'_>, rect: Rect) {
    let opacity = ((FAR.1 - screen.rig.zoom) / 0.1).clamp(0.0, 1.0);
    if opacity <= 0.0 {
        return;
    }
    let mut taken: Vec<Rect> = Vec::new();
    for building in screen.buildings {
        let at = screen
            .rig
            .on_screen(Vec2::new(building.middle.0, building.middle.1), rect);
        let galley = painter.layout_no_wrap(
            building.name.clone(),
            FontId::proportional(14.0),
            theme::faded(theme::INK, opacity),
        );
        let rect = Align2::CENTER_CENTER.anchor_size(at, galley.size() + vec2(14.0, 6.0));
        // A label that would hide a good part of another waits until one comes nearer.
        if taken.iter().any(|t| {
            t.intersect(rect).is_positive() && t.intersect(rect).area() > 0.12 * rect.area()
        }) {
            continue;
        }
        taken.push(rect);
        painter.rect_filled(
            rect,
            CornerRadius::same(9),
            theme::faded(theme::PAPER, 0.86 * opacity),
        );
        painter.galley(rect.min + vec2(7.0, 3.0), galley, theme::INK);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::ids::AgentId;
    use collegium_sim::campus::people::{Activity, Body, Persona};

    #[test]
    fn badges_are_in_the_order_of_the_strip() {
        let file: toml::Table =
            toml::from_str(include_str!("../../../assets/ui/badges.toml")).unwrap();
        let order: Vec<&str> = file["order"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|v| v.as_str())
            .collect();
        assert_eq!(order, BADGES);
    }

    #[test]
    fn every_activity_has_a_badge() {
        let (scenario, _) = collegium_sim::simulation::testing::load(
            "quick-look",
            collegium_sim::campus::scenario::Overrides::default(),
        );
        let persona: &Persona = &scenario.people[0].0;
        let body = Body::default();
        for doing in Doing::ALL {
            let activity = Activity {
                doing: *doing,
                ..Activity::default()
            };
            let person = PersonView {
                id: AgentId(0),
                persona,
                body: &body,
                activity: &activity,
            };
            assert!(
                badge(&person, false) > 0 || *doing == Doing::Sleeping,
                "{doing}"
            );
        }
        assert_eq!(badge_corners(0, 26).min, Pos2::ZERO);
    }
}
