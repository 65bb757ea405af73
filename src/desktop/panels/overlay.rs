//! Over the map, in crisp screen pixels: names, badges, speech bubbles, and the labels of
//! buildings.

use super::{
    arrange::{Rank, Wish, arrange},
    screen::Screen,
    signs::{Bubble, Label, Mark, Plate, Seen},
};
use crate::desktop::{
    localize,
    map::{people::Pose, scene::Side},
    run::twin::Twin,
    state::View,
    theme,
};
use bevy::math::Vec2;
use bevy_egui::egui::{
    self, Color32, CornerRadius, LayerId, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2,
};
use collegium_core::ids::AgentId;
use collegium_sim::{campus::people::Doing, conduct::Decides, simulation::Campus};
use std::borrow::Cow;

/// Names at most, besides the selected.
const NAMES: usize = 70;
/// From these zooms on, in screen pixels per pixel of the map, badges, names and bubbles are shown.
const FROM: (f32, f32, f32) = (0.5, 0.9, 0.7);
/// Below these zooms people are dots, and buildings have labels.
const FAR: (f32, f32) = (0.34, 0.48);

/// One of the campuses on the screen: whose, where it is seen, and what it is compared with.
struct Half<'a> {
    campus: &'a Campus,
    side: Side,
    rect: Rect,
    twin: Option<&'a Twin>,
}

impl<'a> Half<'a> {
    /// What somebody says: the line that a model is writing just now, as far as it has come, or the
    /// last one of a talk.
    fn says(&self, screen: &'a Screen<'_>, id: AgentId) -> Option<Cow<'a, str>> {
        let so_far = screen.session.so_far.get(&id);
        match so_far.filter(|_| self.side == Side::Run) {
            Some(words) => Some(format!("{words} …").into()),
            None => self.campus.speaks(id).map(Cow::Borrowed),
        }
    }
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
        let rule = localize::decider(screen.words, Decides::Rule);
        let rule = Plate::of(&painter, rect, rule, theme::COOL);
        over(ctx, screen, view, &half, Some(rule));
        let chosen = Plate::of(&painter, view.map_rect, screen.decided_by(), theme::ACCENT);
        over(ctx, screen, view, &run, Some(chosen));
    } else {
        over(ctx, screen, view, &run, None);
    }
}

/// Something written on the map, as it is painted.
enum Sign<'a> {
    /// The dot that somebody chosen is from afar.
    Dot(&'a Seen<'a>),
    /// Whose campus it is.
    Plate(Plate),
    /// Somebody's name and badge.
    Mark(Mark<'a>),
    /// What somebody says.
    Bubble(Bubble<'a>),
    /// The name of a building.
    Label(Label),
}

/// Draws what lies over one map: nothing that is written covers anything else that is.
fn over(
    ctx: &egui::Context,
    screen: &Screen<'_>,
    view: &View,
    half: &Half<'_>,
    plate: Option<Plate>,
) {
    let painter = Painter::new(ctx.clone(), LayerId::background(), half.rect);
    let zoom = screen.rig.zoom;
    let seen = seen(screen, view, half);
    let rank = |someone: &Seen<'_>| match someone.person.id {
        id if view.selected == Some(id) => Rank::Selected,
        id if view.hovered == Some(id) => Rank::Hovered,
        _ => Rank::Person,
    };
    let mut signs: Vec<(Sign<'_>, Wish)> = Vec::new();
    if let Some(plate) = plate {
        let wish = wish(Rank::Title, plate.places());
        signs.push((Sign::Plate(plate), wish));
    }
    for someone in seen.iter().filter(|s| s.chosen && zoom < FAR.0) {
        let around = Rect::from_center_size(dot(someone), vec2(13.0, 13.0));
        signs.push((Sign::Dot(someone), wish(Rank::Dot, vec![around])));
    }
    for (i, someone) in seen.iter().enumerate() {
        let name = (zoom >= FROM.1 && i < NAMES) || someone.chosen;
        let badge = zoom >= FROM.0 || someone.chosen;
        let words = half.says(screen, someone.person.id);
        if let Some(mark) = Mark::of(&painter, screen, someone, name, badge, words.is_some()) {
            let wish = wish(rank(someone), mark.places());
            signs.push((Sign::Mark(mark), wish));
        }
        if let Some(words) = words.filter(|_| zoom >= FROM.2 || someone.chosen) {
            let bubble = Bubble::of(&painter, someone, &words);
            let says = if someone.chosen {
                Rank::ChosenSays
            } else {
                Rank::Says
            };
            let wish = wish(says, bubble.places());
            signs.push((Sign::Bubble(bubble), wish));
        }
    }
    let opacity = ((FAR.1 - zoom) / 0.1).clamp(0.0, 1.0);
    for building in screen.buildings.iter().filter(|_| opacity > 0.0) {
        let label = Label::of(&painter, screen.rig, half.rect, building, opacity);
        let wish = wish(Rank::Place, label.places());
        signs.push((Sign::Label(label), wish));
    }
    // Who walks is gone soon: labels do not jump out of their way.
    let standing = seen
        .iter()
        .filter(|s| zoom < FAR.0 && s.person.activity.doing != Doing::Walking)
        .map(|s| Rect::from_center_size(dot(s), vec2(9.0, 9.0)));
    let standing: Vec<Rect> = standing.collect();
    let (signs, wishes): (Vec<Sign<'_>>, Vec<Wish>) = signs.into_iter().unzip();
    let found = arrange(&wishes, &standing);
    if zoom < FAR.0 {
        dots(&painter, seen.iter().filter(|s| !s.chosen));
    } else {
        rings(&painter, &seen, zoom);
    }
    for (sign, place) in signs.into_iter().zip(found) {
        if let Some(place) = place {
            sign.paint(&painter, screen, place);
        }
    }
}

impl Sign<'_> {
    /// Paints it at one of the places it asked for.
    fn paint(self, painter: &Painter, screen: &Screen<'_>, place: usize) {
        match self {
            Sign::Dot(someone) => dots(painter, std::iter::once(someone)),
            Sign::Plate(plate) => plate.paint(painter),
            Sign::Mark(mark) => mark.paint(painter, screen, place),
            Sign::Bubble(bubble) => bubble.paint(painter, place),
            Sign::Label(label) => label.paint(painter, place),
        }
    }
}

const fn wish(rank: Rank, places: Vec<Rect>) -> Wish {
    Wish { rank, places }
}

/// Everybody in sight: the chosen first, then whoever is nearer to the middle.
fn seen<'a>(screen: &Screen<'_>, view: &View, half: &Half<'a>) -> Vec<Seen<'a>> {
    let around = half.rect.expand(60.0);
    let mut seen: Vec<Seen<'a>> = Vec::new();
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
    seen.sort_by_key(|s| (!s.chosen, s.head.distance_sq(middle) as i64));
    seen
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

/// The middle of the dot that somebody is from afar.
fn dot(someone: &Seen<'_>) -> Pos2 {
    someone.feet - vec2(0.0, 4.0)
}

/// From afar everybody is a dot in the colour of the role.
fn dots<'a>(painter: &Painter, seen: impl DoubleEndedIterator<Item = &'a Seen<'a>>) {
    for someone in seen.rev() {
        let (radius, line) = if someone.chosen {
            (6.0, Color32::WHITE)
        } else {
            (3.5, theme::INK)
        };
        let at = dot(someone);
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
