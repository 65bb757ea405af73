//! The inspector's memories: by kind, by words, the newest first.

use super::tab::Tab;
use crate::desktop::{
    localize,
    panels::{screen::Screen, widgets},
    state::{View, contains},
    theme,
};
use bevy_egui::egui::{Color32, RichText, ScrollArea, Ui};
use collegium_core::i18n::{Words, key};
use collegium_sim::{
    memory::{Episodic, Memory, MemoryKind},
    simulation::PersonView,
};

/// How many memories are laid out at once; the search finds the rest.
const SHOWN: usize = 120;

const fn color(kind: MemoryKind) -> Color32 {
    match kind {
        MemoryKind::Seed => theme::ACCENT,
        MemoryKind::Observation => theme::WEAK,
        MemoryKind::Deed => theme::GOOD,
        MemoryKind::Chat => theme::ROSE,
        MemoryKind::Plan => theme::DREAM,
        MemoryKind::Thought | MemoryKind::Diary => theme::COOL,
    }
}

/// Memories, by kind and by words.
pub const TAB: Tab = Tab {
    name: key("tab-memories"),
    scrolls: false,
    show,
};

fn show(ui: &mut Ui, screen: &Screen<'_>, view: &mut View, person: &PersonView<'_>) {
    let id = person.id;
    let (campus, words) = (&screen.session.campus, screen.words);
    let Some(stream) = campus.get::<Episodic>(id) else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = bevy_egui::egui::vec2(4.0, 4.0);
        if widgets::chip(
            ui,
            view.memory_kind.is_none(),
            words.say("memories-all"),
            theme::TEXT,
        )
        .clicked()
        {
            view.memory_kind = None;
        }
        for kind in MemoryKind::ALL {
            if widgets::chip(
                ui,
                view.memory_kind == Some(*kind),
                &words.label("memory", kind.word()),
                color(*kind),
            )
            .clicked()
            {
                view.memory_kind = Some(*kind);
            }
        }
    });
    let width = ui.available_width();
    widgets::search(
        ui,
        words,
        &mut view.memory_search,
        words.say("memories-search"),
        width,
    );
    let wanted = |m: &&Memory| {
        view.memory_kind.is_none_or(|k| k == m.kind) && contains(&m.text, &view.memory_search)
    };
    let found: Vec<&Memory> = stream
        .iter()
        .rev()
        .map(|(_, m)| m)
        .filter(wanted)
        .take(SHOWN)
        .collect();
    ScrollArea::vertical()
        .id_salt(("memories", id.0))
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            if found.is_empty() {
                ui.label(RichText::new(words.say("memories-none")).color(theme::WEAK));
            }
            for memory in &found {
                card(ui, words, memory);
            }
            if found.len() == SHOWN {
                ui.label(RichText::new(words.say("memories-older")).color(theme::WEAK));
            }
        });
}

fn card(ui: &mut Ui, words: &Words, memory: &Memory) {
    theme::card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            let before = || words.say("memories-before").to_owned();
            let when = if memory.kind == MemoryKind::Seed {
                before()
            } else {
                localize::moment(words, memory.at)
            };
            ui.label(
                RichText::new(words.label("memory", memory.kind.word()))
                    .size(12.0)
                    .color(color(memory.kind)),
            );
            ui.label(RichText::new(when).size(12.0).color(theme::WEAK));
            let stars = usize::from(memory.importance.clamp(1, 10)).div_ceil(2);
            ui.label(
                RichText::new("★".repeat(stars))
                    .size(11.0)
                    .color(theme::ACCENT),
            )
            .on_hover_text(
                words.say_with("memories-importance", &[("n", memory.importance.into())]),
            );
        });
        widgets::words(ui, &memory.text, theme::TEXT);
    });
}
