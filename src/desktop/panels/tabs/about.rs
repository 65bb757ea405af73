//! The inspector's page about who somebody is and whom they know.

use super::tab::Tab;
use crate::desktop::{
    localize::{capital, title},
    panels::{screen::Screen, widgets},
    state::{UserAction, View},
    theme,
};
use bevy_egui::egui::{Align2, CornerRadius, FontId, Rect, RichText, Sense, Ui, pos2, vec2};
use collegium_core::{i18n::key, ids::AgentId};
use collegium_sim::{
    campus::people::{Came, Goals, Learning, REACHED, Stands, Works},
    memory::{Acquaintance, SocialMemory},
    mind::reflect::Reflecting,
    simulation::PersonView,
    tools::tell,
};

/// Height of a row of somebody known, in points.
const ROW: f32 = 40.0;

/// Who somebody is, and whom they know.
pub const TAB: Tab = Tab {
    name: key("tab-about"),
    scrolls: true,
    show,
};

fn show(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, person: &PersonView<'_>) {
    let (words, persona) = (screen.words, person.persona);
    if !persona.innate.is_empty() {
        widgets::words(ui, capital(&persona.innate.join(", ")), theme::DREAM);
    }
    let texts = [
        (words.say("about-story"), &persona.background),
        (words.say("about-lifestyle"), &persona.lifestyle),
        (words.say("about-task"), &persona.task),
    ];
    for (heading, text) in texts {
        if !text.is_empty() {
            widgets::heading(ui, heading);
            widgets::words(ui, text, theme::TEXT);
        }
    }
    task(ui, screen, person);
    let own = screen.session.campus.get::<Reflecting>(person.id);
    if !persona.goals.is_empty() || own.is_some_and(|mind| mind.goals != Goals::default()) {
        widgets::heading(ui, words.say("about-goals"));
        for goal in &persona.goals {
            widgets::words(ui, format!("• {goal}"), theme::TEXT);
        }
    }
    own_goals(ui, screen, person.id);
    courses(ui, screen, person.id);
    widgets::heading(ui, words.say("about-character"));
    for (name, value) in persona.traits.named() {
        widgets::bar(
            ui,
            &title(words, "trait", name),
            value,
            &format!("{value:.2}"),
            theme::DREAM,
        );
    }
    let Some(social) = screen.session.campus.get::<SocialMemory>(person.id) else {
        return;
    };
    let mut known: Vec<(AgentId, &Acquaintance)> =
        social.known.iter().map(|(id, a)| (*id, a)).collect();
    known.sort_by(|a, b| b.1.closeness.total_cmp(&a.1.closeness).then(a.0.cmp(&b.0)));
    widgets::heading(
        ui,
        &words.say_with("about-knows", &[("n", known.len().into())]),
    );
    for (other, acquaintance) in known {
        row(ui, screen, view, other, acquaintance);
    }
    ui.add_space(6.0);
    ui.label(
        RichText::new(words.say("about-fictional"))
            .size(11.5)
            .color(theme::WEAK),
    );
}

/// Which part of the task is to be done next, how much of the whole is done, and how earlier tasks
/// ended.
fn task(ui: &mut Ui, screen: &Screen<'_>, person: &PersonView<'_>) {
    let (words, persona) = (screen.words, person.persona);
    let Some(works) = screen.session.campus.get::<Works>(person.id) else {
        return;
    };
    if let Some(task) = persona.task_of(works.task).filter(|t| !t.parts.is_empty()) {
        let done = (works.share(task.parts.len()) * 100.0).round() as u32;
        let values = [
            ("part", persona.part.as_str().into()),
            ("done", done.into()),
        ];
        widgets::words(ui, words.say_with("about-part", &values), theme::TEXT);
    }
    for ended in &works.ended {
        let Some(task) = persona.task_of(ended.task) else {
            continue;
        };
        let value = [("what", task.what.as_str().into())];
        let told = if ended.came == Came::GivenUp {
            words.say_with("about-given-up", &value)
        } else {
            words.say_with("about-done", &value)
        };
        widgets::words(ui, told, theme::WEAK);
    }
}

/// The goals that somebody has set themselves, how far they have come with them, and how earlier ones
/// ended.
fn own_goals(ui: &mut Ui, screen: &Screen<'_>, id: AgentId) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let Some(goals) = campus.get::<Reflecting>(id).map(|mind| &mind.goals) else {
        return;
    };
    let names = campus.names();
    for goal in &goals.open {
        let values = [
            ("what", tell::toward(words, goal.toward, &names).into()),
            ("days", u32::from(goal.days).into()),
            ("of", u32::from(REACHED).into()),
        ];
        let told = words.say_with("about-own-goal", &values);
        widgets::words(ui, format!("• {told}"), theme::TEXT);
    }
    for ended in &goals.ended {
        let what = ("what", tell::toward(words, ended.toward, &names).into());
        let told = match ended.stands {
            Stands::Set => continue,
            Stands::Met => words.say_with("about-goal-met", &[what]),
            Stands::GivenUp(why) => {
                let why = words.label("obstacle", why.word());
                words.say_with("about-goal-given-up", &[what, ("why", why.into())])
            }
        };
        widgets::words(ui, told, theme::WEAK);
    }
}

/// How much somebody understands of each of their courses, and what the last test came to.
fn courses(ui: &mut Ui, screen: &Screen<'_>, id: AgentId) {
    let (campus, words) = (&screen.session.campus, screen.words);
    let Some(learning) = campus.get::<Learning>(id) else {
        return;
    };
    if learning.all().next().is_some() {
        widgets::heading(ui, words.say("about-courses"));
    }
    for (course, grasp) in learning.all() {
        let Some(course) = campus.scenario().term.courses.get(usize::from(course)) else {
            continue;
        };
        widgets::words(ui, &course.title, theme::TEXT);
        let level = format!("{:.0} %", grasp.level * 100.0);
        widgets::bar(ui, &course.code, grasp.level, &level, theme::COOL);
        if let Some(test) = grasp.last {
            let values = [
                ("result", u32::from(test.result).into()),
                ("expected", u32::from(test.expected).into()),
            ];
            widgets::words(ui, words.say_with("about-test", &values), theme::WEAK);
        }
    }
}

fn row(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, other: AgentId, known: &Acquaintance) {
    let Some(person) = screen.session.campus.person(other) else {
        return;
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    if response.clicked() {
        view.act(UserAction::Select(other, view.follow));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(8), theme::CARD);
    }
    let face = Rect::from_min_size(rect.min + vec2(2.0, 3.0), vec2(ROW - 6.0, ROW - 6.0));
    widgets::paint_portrait(ui, screen, other, face, theme::role(person.persona.role));
    let painter = ui.painter();
    let left = face.right() + 8.0;
    painter.text(
        pos2(left, rect.top() + 4.0),
        Align2::LEFT_TOP,
        &person.persona.name,
        FontId::proportional(13.5),
        theme::TEXT,
    );
    painter.text(
        rect.right_top() + vec2(-4.0, 5.0),
        Align2::RIGHT_TOP,
        screen.words.label("relation", known.kind.word()),
        FontId::proportional(12.0),
        theme::ROSE,
    );
    let track = Rect::from_min_max(
        pos2(left, rect.bottom() - 12.0),
        pos2(rect.right() - 60.0, rect.bottom() - 6.0),
    );
    painter.rect_filled(track, CornerRadius::same(3), theme::FIELD);
    let filled = Rect::from_min_size(
        track.min,
        vec2(
            track.width().max(0.0) * (known.closeness / 10.0).clamp(0.0, 1.0),
            track.height(),
        ),
    );
    painter.rect_filled(filled, CornerRadius::same(3), theme::ROSE);
    let talks = screen
        .words
        .say_with("about-talks", &[("n", known.talks.into())]);
    painter.text(
        rect.right_bottom() + vec2(-4.0, -3.0),
        Align2::RIGHT_BOTTOM,
        talks,
        FontId::proportional(11.0),
        theme::WEAK,
    );
    let closeness = format!("{:.1}", known.closeness);
    let closeness = screen
        .words
        .say_with("about-closeness", &[("n", closeness.into())]);
    response.on_hover_text(if known.note.is_empty() {
        closeness
    } else {
        format!("{closeness}\n{}", known.note)
    });
}
