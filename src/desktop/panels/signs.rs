//! What is written on the map: names with badges, speech bubbles, labels of buildings. Each says
//! where it may stand, the best place first, and is painted at the one that is found for it.

use super::screen::Screen;
use crate::desktop::{map::camera::Rig, pictures::campus::Building, theme};
use bevy_egui::egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind,
    Vec2, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};
use collegium_sim::{
    campus::{Posture, people::Doing},
    simulation::PersonView,
};
use std::sync::Arc;

/// How far up bubbles move, at most and at once, in pixels.
const UP: (f32, f32) = (132.0, 12.0);
/// How far labels of buildings move at once in pixels, and how often to either side, and up or
/// down, at most.
const ASIDE: (f32, i16, i16) = (13.0, 3, 5);

/// The badges of the strip from left to right.
const BADGES: [&str; 26] = [
    "sleep", "wash", "eat", "coffee", "class", "teach", "study", "work", "walk", "hurry", "talk",
    "listen", "queue", "play", "music", "rest", "shop", "search", "post", "schedule", "sick",
    "alert", "heart", "idle", "thought", "town",
];

/// The index of the badge for what somebody does.
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
pub struct Seen<'a> {
    /// The person, as the campus shows them now.
    pub person: PersonView<'a>,
    /// Where the head ends, in pixels of the screen.
    pub head: Pos2,
    /// Where the feet are, in pixels of the screen.
    pub feet: Pos2,
    /// Whether they are in bed.
    pub lying: bool,
    /// Whether they are selected, or the pointer is on them.
    pub chosen: bool,
    /// Whether they are elsewhere, or do something else, than their twin.
    pub differs: bool,
}

/// Whose campus a half shows, at its upper left corner.
pub struct Plate {
    galley: Arc<Galley>,
    color: Color32,
    rect: Rect,
}

impl Plate {
    /// With these words in this colour.
    pub fn of(painter: &Painter, half: Rect, text: String, color: Color32) -> Self {
        let galley = painter.layout_no_wrap(text, FontId::proportional(14.0), color);
        let size = galley.size() + vec2(16.0, 8.0);
        Self {
            rect: Rect::from_min_size(half.min + vec2(10.0, 8.0), size),
            galley,
            color,
        }
    }

    /// Where it stands.
    pub fn places(&self) -> Vec<Rect> {
        vec![self.rect]
    }

    /// Paints it as a pill, with an outline in its colour.
    pub fn paint(self, painter: &Painter) {
        painter.rect(
            self.rect,
            CornerRadius::same(9),
            theme::faded(theme::PANEL, 0.9),
            Stroke::new(1.0, self.color),
            StrokeKind::Inside,
        );
        painter.galley(self.rect.min + vec2(8.0, 4.0), self.galley, self.color);
    }
}

/// The size of a badge beside a name, and of one without, in points.
const BADGE: (f32, f32) = (20.0, 16.0);
/// What is left free around a name, to the sides and above and below, in points.
const PAD: (f32, f32) = (5.0, 1.0);

/// Name and badge above a head.
pub struct Mark<'a> {
    someone: &'a Seen<'a>,
    name: Option<Arc<Galley>>,
    /// The number of the badge in the strip.
    badge: Option<usize>,
    places: Vec<Rect>,
}

impl<'a> Mark<'a> {
    /// With a name, a badge, or both; nothing without either.
    pub fn of(
        painter: &Painter,
        screen: &Screen<'_>,
        someone: &'a Seen<'a>,
        name: bool,
        badge: bool,
        speaks: bool,
    ) -> Option<Self> {
        let badge =
            (badge && screen.marks.badges.is_some()).then(|| self::badge(&someone.person, speaks));
        let name = name.then(|| {
            let persona = someone.person.persona;
            let (words, color) = if someone.chosen {
                (persona.name.as_str(), theme::ACCENT)
            } else if someone.differs {
                (persona.first_name(), theme::DREAM)
            } else if someone.person.body.posture == Posture::Lying {
                (persona.first_name(), theme::WEAK)
            } else {
                (persona.first_name(), theme::TEXT)
            };
            painter.layout_no_wrap(words.to_owned(), FontId::proportional(13.0), color)
        });
        let bounds = painter.clip_rect().shrink(2.0);
        let above = |inner: Vec2, pad: Vec2| {
            let middle = someone.head - vec2(0.0, inner.y / 2.0 + 3.0);
            let rect = Rect::from_center_size(middle, inner + 2.0 * pad);
            Rect::from_min_size(rect.min.round(), rect.size())
        };
        let mut places = Vec::new();
        if let Some(name) = &name {
            let width = badge.map_or(0.0, |_| BADGE.0 + 3.0);
            let size = vec2(width + name.size().x, BADGE.0.max(name.size().y));
            let mut rect = above(size, vec2(PAD.0, PAD.1));
            if bounds.contains(someone.head) {
                rect = aside(rect, bounds);
            }
            places.push(rect);
            if someone.chosen {
                // The pointer may be on somebody who stands where the selected one does.
                let step = rect.height() + 4.0;
                let moved = [-1.0, -2.0, -3.0, 2.0].map(|n| rect.translate(vec2(0.0, n * step)));
                places.extend(moved);
            }
        }
        // Where there is no room for a name, there may be some for the badge.
        if badge.is_some() && !someone.chosen {
            places.push(above(vec2(BADGE.1, BADGE.1), Vec2::ZERO));
        }
        (!places.is_empty()).then_some(Self {
            someone,
            name,
            badge,
            places,
        })
    }

    /// Above the head; of the chosen also further away, of others the badge alone.
    pub fn places(&self) -> Vec<Rect> {
        self.places.clone()
    }

    /// Paints it at one of its places.
    pub fn paint(self, painter: &Painter, screen: &Screen<'_>, place: usize) {
        let rect = self.places[place];
        let with_name = place == 0 || self.someone.chosen;
        let name = self.name.filter(|_| with_name);
        let (pad, size) = if name.is_some() {
            (PAD.0, BADGE.0)
        } else {
            (0.0, BADGE.1)
        };
        if name.is_some() {
            let line = if self.someone.chosen {
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
        let mut left = rect.left() + pad;
        if let (Some(badge), Some((texture, count))) = (self.badge, screen.marks.badges) {
            let corner = pos2(left, rect.center().y - size / 2.0);
            let at = Rect::from_min_size(corner, vec2(size, size));
            painter.image(texture, at, badge_corners(badge, count), Color32::WHITE);
            left += size + 3.0;
        }
        if let Some(name) = name {
            let corner = pos2(left, rect.center().y - name.size().y / 2.0);
            painter.galley(corner, name, theme::TEXT);
        }
    }
}

/// The words somebody says.
pub struct Bubble<'a> {
    someone: &'a Seen<'a>,
    galley: Arc<Galley>,
    places: Vec<Rect>,
}

impl<'a> Bubble<'a> {
    /// Of so many words as three lines hold.
    pub fn of(painter: &Painter, someone: &'a Seen<'a>, words: &str) -> Self {
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
        let bounds = painter.clip_rect().shrink(4.0);
        let at = |top: f32| {
            let corner = pos2(someone.head.x - size.x / 2.0, top).round();
            aside(Rect::from_min_size(corner, size), bounds)
        };
        let above = at(someone.head.y - 32.0 - size.y);
        let steps = 0..=(UP.0 / UP.1) as usize;
        let mut places: Vec<Rect> = steps
            .map(|n| above.translate(vec2(0.0, -UP.1 * n as f32)))
            .collect();
        if someone.chosen {
            // Below the feet, where there is nothing but the rim above the head.
            places.push(at(someone.feet.y + 10.0));
        }
        places.retain(|place| bounds.contains_rect(*place));
        Self {
            someone,
            galley,
            places,
        }
    }

    /// Above the head, and further up.
    pub fn places(&self) -> Vec<Rect> {
        self.places.clone()
    }

    /// Paints it at one of its places.
    pub fn paint(self, painter: &Painter, place: usize) {
        let rect = self.places[place];
        let head = self.someone.head;
        let edge = if self.someone.chosen {
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
        if rect.bottom() < head.y {
            let tip = pos2(
                head.x.clamp(rect.left() + 14.0, rect.right() - 14.0),
                rect.bottom(),
            );
            let (left, right, down) = (
                tip - vec2(6.0, 0.0),
                tip + vec2(6.0, 0.0),
                pos2(head.x, rect.bottom() + 8.0),
            );
            painter.add(Shape::convex_polygon(
                vec![left, right, down],
                theme::PAPER,
                Stroke::NONE,
            ));
            painter.line_segment([left, down], stroke);
            painter.line_segment([right, down], stroke);
        }
        painter.galley(rect.min + vec2(9.0, 6.0), self.galley, theme::INK);
    }
}

/// The name of a building, seen from afar.
pub struct Label {
    galley: Arc<Galley>,
    opacity: f32,
    places: Vec<Rect>,
}

impl Label {
    /// On the building, as opaque as that (0 to 1).
    pub fn of(painter: &Painter, rig: &Rig, half: Rect, building: &Building, opacity: f32) -> Self {
        let middle = rig.on_screen(building.middle.into(), half);
        let galley = painter.layout_no_wrap(
            building.name.clone(),
            FontId::proportional(14.0),
            theme::faded(theme::INK, opacity),
        );
        let rect = Align2::CENTER_CENTER.anchor_size(middle, galley.size() + vec2(14.0, 6.0));
        // Its middle stays on the building from side to side, and all of it from above to below.
        let size = vec2(building.size.0, building.size.1) * rig.zoom;
        let room = vec2(size.x, size.y - rect.height()) / 2.0;
        Self {
            galley,
            opacity,
            places: beside(rect, room),
        }
    }

    /// In the middle, and further down and up on the building.
    pub fn places(&self) -> Vec<Rect> {
        self.places.clone()
    }

    /// Paints it at one of its places.
    pub fn paint(self, painter: &Painter, place: usize) {
        let rect = self.places[place];
        painter.rect_filled(
            rect,
            CornerRadius::same(9),
            theme::faded(theme::PAPER, 0.86 * self.opacity),
        );
        painter.galley(rect.min + vec2(7.0, 3.0), self.galley, theme::INK);
    }
}

/// A rectangle moved sideways into another, as far as it fits.
fn aside(rect: Rect, bounds: Rect) -> Rect {
    let right = (bounds.left() - rect.left()).max(0.0);
    rect.translate(vec2(right + (bounds.right() - rect.right()).min(0.0), 0.0))
}

/// A label's places, the nearest to the first before the others: no further from it than there is
/// room (pixels in either direction), but a step up and down in any case.
fn beside(rect: Rect, room: Vec2) -> Vec<Rect> {
    let (step, across, along) = ASIDE;
    let within = |n: i16, room: f32| f32::from(n.abs()) * step <= room;
    let mut steps: Vec<(i16, i16)> = (-across..=across)
        .filter(|x| within(*x, room.x))
        .flat_map(|x| (-along..=along).map(move |y| (x, y)))
        .filter(|(_, y)| within(*y, room.y.max(step)))
        .collect();
    steps.sort_by_key(|(x, y)| (x.abs() + y.abs(), x.abs(), -y, -x));
    steps
        .into_iter()
        .map(|(x, y)| rect.translate(vec2(f32::from(x), f32::from(y)) * step))
        .collect()
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

    #[test]
    fn labels_stay_on_their_buildings() {
        let rect = Rect::from_center_size(pos2(100.0, 100.0), vec2(80.0, 23.0));
        let by = |x: f32, y: f32| -> Vec<(f32, f32)> {
            let places = beside(rect, vec2(x, y));
            let moved = places.iter().map(|place| place.min - rect.min);
            moved.map(|by| (by.x, by.y)).collect()
        };
        assert_eq!(
            by(5.0, 30.0),
            [
                (0.0, 0.0),
                (0.0, 13.0),
                (0.0, -13.0),
                (0.0, 26.0),
                (0.0, -26.0)
            ]
        );
        assert_eq!(by(0.0, -10.0), [(0.0, 0.0), (0.0, 13.0), (0.0, -13.0)]);
        assert_eq!(
            by(13.0, 0.0)[..4],
            [(0.0, 0.0), (0.0, 13.0), (0.0, -13.0), (13.0, 0.0)]
        );
        assert_eq!(by(500.0, 500.0).len(), 7 * 11);
    }

    #[test]
    fn what_is_chosen_is_not_cut_off() {
        let bounds = Rect::from_min_size(pos2(250.0, 50.0), vec2(400.0, 300.0));
        let at = |x: f32| Rect::from_min_size(pos2(x, 100.0), vec2(80.0, 20.0));
        for (from, to) in [(200.0, 250.0), (300.0, 300.0), (640.0, 570.0)] {
            assert_eq!(aside(at(from), bounds), at(to));
        }
    }
}
