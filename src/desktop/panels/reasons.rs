//! The inspector's decisions: what was weighed, why one thing won, and what became of it.

use super::{chains, screen::Screen, widgets};
use crate::desktop::{
    localize::{capital, title},
    theme,
};
use bevy_egui::egui::{
    Align2, CollapsingHeader, Color32, CornerRadius, FontId, Label, Rect, RichText, Sense, Ui,
    pos2, vec2,
};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};
use collegium_llm::{CallRecord, Outcome};
use collegium_sim::{
    memory::Episodic,
    mind::{
        Decision, Decisions, Deliberation, Recollection, Recollections, became::StepOutcome,
        recollection::Recounted, state::Weighed, thought_queue::ThoughtQueue,
    },
    tools::Names,
};

/// How many of the options are shown.
const OPTIONS: usize = 6;

/// Draws the decisions, the newest first.
pub fn show(ui: &mut Ui, screen: &Screen<'_>, id: AgentId) {
    thoughts(ui, screen, id);
    let Some(Decisions(list)) = screen.session.campus.get::<Decisions>(id) else {
        return;
    };
    if list.is_empty() {
        ui.label(RichText::new(screen.words.say("decisions-none")).color(theme::WEAK));
    }
    let names = screen.session.campus.names();
    for (i, decision) in list.iter().rev().enumerate() {
        let salt = (id.0, decision.at.0, list.len() - i);
        theme::card().show(ui, |ui| {
            ui.set_width(ui.available_width());
            one(ui, screen.words, &names, decision, i == 0, salt);
            remembered(ui, screen, id, &decision.memories, salt);
        });
    }
    if let Some(recollections) = screen.session.campus.get::<Recollections>(id)
        && !recollections.last.is_empty()
    {
        widgets::heading(ui, screen.words.say(key("lines-rest")));
        for line in recollections.last.iter().rev() {
            recounted(ui, screen, id, line);
        }
    }
}

/// A line with what it rests on.
fn recounted(ui: &mut Ui, screen: &Screen<'_>, id: AgentId, line: &Recounted) {
    let (words, names) = (screen.words, screen.session.campus.names());
    let values = [
        ("time", line.at.clock().into()),
        ("name", names.first(line.with).into()),
    ];
    let to = words.say_with("line-to", &values);
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        widgets::words(ui, to, theme::WEAK);
        if !line.memories.rests() {
            let nothing = words.say(key("line-rests-on-nothing"));
            widgets::words(ui, capital(nothing), theme::WEAK);
        }
        let salt = (id.0, line.at.0, usize::MAX);
        remembered(ui, screen, id, &line.memories, salt);
    });
}

/// The memories that something rests on, and those that were there for it besides.
fn remembered(
    ui: &mut Ui,
    screen: &Screen<'_>,
    id: AgentId,
    memories: &Recollection,
    salt: (u32, u32, usize),
) {
    let Some(stream) = screen.session.campus.get::<Episodic>(id) else {
        return;
    };
    let words = screen.words;
    let text = |number: &u32| stream.get(*number).map(|memory| memory.text.clone());
    for what in memories.used.iter().filter_map(text) {
        let rests = words.say_with("decisions-rest", &[("what", what.into())]);
        widgets::words(ui, rests, theme::COOL);
    }
    let unused = memories
        .offered
        .iter()
        .filter(|n| !memories.used.contains(n));
    let unused: Vec<String> = unused.filter_map(text).collect();
    if !unused.is_empty() {
        let all = memories.offered.len();
        let heading = words.say_with("decisions-offered", &[("n", all.into())]);
        CollapsingHeader::new(RichText::new(heading).size(12.5).color(theme::WEAK))
            .id_salt(("memories", salt))
            .show(ui, |ui| {
                for memory in unused {
                    widgets::words(ui, memory, theme::WEAK);
                }
            });
    }
}

/// How many calls to a model are shown.
const CALLS: usize = 8;

/// What somebody waits for from a model, what came up, and their last calls with prompt and answer.
fn thoughts(ui: &mut Ui, screen: &Screen<'_>, id: AgentId) {
    let (words, campus) = (screen.words, &screen.session.campus);
    if let Some(queue) = campus.world().get_resource::<ThoughtQueue>() {
        for pending in queue.waiting().filter(|p| p.request.agent == id) {
            let purpose = words.label("purpose", pending.request.purpose.word());
            let text = words.say_with("thinking-about", &[("purpose", purpose.into())]);
            ui.label(RichText::new(text).color(theme::COOL));
        }
    }
    if let Some(deliberation) = campus.get::<Deliberation>(id) {
        chains::show(ui, words, &campus.names(), deliberation, id);
    }
    let calls = screen
        .session
        .calls
        .iter()
        .rev()
        .filter(|c| c.request.agent == id)
        .take(CALLS);
    for call in calls {
        let record = CallRecord::new(&call.request, &call.answer);
        let purpose = words.label("purpose", &record.purpose);
        let (outcome, color) = match &call.answer.outcome {
            Outcome::Ok(_) => (words.say(key("call-ok")).into(), theme::COOL),
            Outcome::Repaired(..) => (words.say(key("call-repaired")).into(), theme::COOL),
            Outcome::FellBack(fault, _) => (words.label("fault", fault.word()), theme::BAD),
        };
        let tokens = [
            ("in", record.usage.tokens_in.into()),
            ("out", record.usage.tokens_out.into()),
        ];
        let head = [
            record.asked.clock().into(),
            purpose,
            outcome,
            words.say_with("call-tokens", &tokens).into(),
        ]
        .join(" · ");
        CollapsingHeader::new(RichText::new(head).size(12.0).color(color))
            .id_salt(("call", record.id))
            .show(ui, |ui| {
                repairs(ui, words, &record);
                for (heading, text) in [
                    (words.say("call-system"), &record.system),
                    (words.say("call-user"), &record.user),
                    (words.say("call-answer"), &record.answer),
                ] {
                    widgets::heading(ui, heading);
                    ui.add(
                        Label::new(
                            RichText::new(text)
                                .size(11.5)
                                .monospace()
                                .color(theme::TEXT),
                        )
                        .wrap(),
                    );
                }
            });
    }
}

/// What was done to an answer, and why it was put aside where it was.
fn repairs(ui: &mut Ui, words: &Words, record: &CallRecord) {
    if let Some(why) = record.put_aside {
        let why = words.label("unfit", why.word());
        let text = words.say_with("call-put-aside", &[("why", why.into())]);
        widgets::words(ui, text, theme::ROSE);
    }
    for repair in &record.repairs {
        let what = words.label("repair", repair.what.word());
        let change = match (repair.found.as_str(), repair.made.as_str()) {
            ("", "") => String::new(),
            (found, "") => format!(": {found}"),
            (found, made) => format!(": {found} → {made}"),
        };
        let place = if repair.at.is_empty() {
            String::new()
        } else {
            format!(" ({})", repair.at)
        };
        widgets::words(ui, format!("{what}{change}{place}"), theme::COOL);
    }
}

/// The mark and the colour of what became of a step.
const fn verdict(outcome: &StepOutcome) -> (&'static str, Color32) {
    if outcome.failed() {
        ("✖", theme::BAD)
    } else {
        ("✔", theme::GOOD)
    }
}

fn one(
    ui: &mut Ui,
    words: &Words,
    names: &Names<'_>,
    decision: &Decision,
    newest: bool,
    salt: (u32, u32, usize),
) {
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(decision.at.clock()).color(theme::WEAK));
        ui.label(
            RichText::new(title(words, "action", decision.chosen.word())).color(theme::ACCENT),
        );
    });
    widgets::words(ui, capital(&decision.why.told(words, names)), theme::TEXT);
    for outcome in &decision.outcomes {
        let (mark, color) = verdict(outcome);
        widgets::words(ui, format!("{mark} {}", outcome.text(words, names)), color);
    }
    if !decision.options.is_empty() {
        let text = words.say_with("decisions-weighed", &[("n", decision.options.len().into())]);
        CollapsingHeader::new(RichText::new(text).size(12.5).color(theme::COOL))
            .id_salt(salt)
            .default_open(newest)
            .show(ui, |ui| {
                for option in decision.options.iter().take(OPTIONS) {
                    weighed(ui, words, option, option.action == decision.chosen);
                }
            });
    }
}

/// An option as a bar, with what spoke for and against it.
fn weighed(ui: &mut Ui, words: &Words, option: &Weighed, chosen: bool) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let painter = ui.painter();
    let ink = if chosen { theme::ACCENT } else { theme::TEXT };
    let name = words.label("action", option.action.word());
    painter.text(
        rect.left_center(),
        Align2::LEFT_CENTER,
        name,
        FontId::proportional(12.5),
        ink,
    );
    let track = Rect::from_min_max(
        pos2(rect.left() + 84.0, rect.center().y - 3.5),
        pos2(rect.right() - 36.0, rect.center().y + 3.5),
    );
    painter.rect_filled(track, CornerRadius::same(3), theme::FIELD);
    let score = option.score.get();
    let filled = Rect::from_min_size(
        track.min,
        vec2(track.width().max(0.0) * score, track.height()),
    );
    painter.rect_filled(
        filled,
        CornerRadius::same(3),
        if chosen { theme::ACCENT } else { theme::COOL },
    );
    painter.text(
        rect.right_center(),
        Align2::RIGHT_CENTER,
        format!("{score:.2}"),
        FontId::proportional(12.0),
        theme::WEAK,
    );
    let parts: Vec<String> = option
        .parts
        .iter()
        .map(|(part, value)| format!("{} {value:+.2}", words.label("part", part.word())))
        .collect();
    if !parts.is_empty() {
        response.on_hover_text(parts.join("\n"));
        ui.add(
            Label::new(
                RichText::new(parts.join(" · "))
                    .size(11.0)
                    .color(weak(chosen)),
            )
            .wrap(),
        );
    }
}

const fn weak(chosen: bool) -> Color32 {
    if chosen { theme::TEXT } else { theme::WEAK }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::time::SimTime;
    use collegium_sim::{
        mind::became::Became,
        tools::{self, Observed, Refusal, ToolCall},
    };

    #[test]
    fn what_failed_is_marked_by_what_it_is_and_not_by_its_words() {
        let post = |text: &str| {
            ToolCall::Post(tools::Post {
                text: text.to_owned(),
                ..tools::Post::default()
            })
        };
        let of = |became| {
            let at = SimTime(0);
            verdict(&StepOutcome { at, became }).1
        };
        // Somebody may well write of what was refused.
        assert_eq!(
            of(Became::Done(
                post("they refused, I could not go"),
                Observed::Done,
            )),
            theme::GOOD
        );
        assert_eq!(of(Became::WentWithout), theme::GOOD);
        assert_eq!(
            of(Became::Refused(post("hello"), Refusal::NotNow)),
            theme::BAD
        );
        assert_eq!(of(Became::Stuck), theme::BAD);
    }
}
