//! Chains of thought, act and observation in the inspector: the one that is open, and the last ones.

use super::widgets;
use crate::desktop::{localize::capital, theme};
use bevy_egui::egui::{CollapsingHeader, RichText, Ui};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
};
use collegium_sim::{
    mind::{Deliberation, chain::Turn},
    tools::Names,
};

/// Draws what came up for somebody with what they have tried about it, and the chains before.
pub fn show(
    ui: &mut Ui,
    words: &Words,
    names: &Names<'_>,
    deliberation: &Deliberation,
    id: AgentId,
) {
    if let Some(why) = &deliberation.came_up {
        widgets::words(ui, capital(&why.told(words, names)), theme::ROSE);
        if !deliberation.tried.is_empty() {
            widgets::heading(ui, words.say(key("chain-now")));
            turns(ui, words, names, &deliberation.tried);
        }
    }
    for chain in deliberation.past.iter().rev() {
        let ending = words.label("chain-ending", chain.ending.word());
        let values = [
            ("time", chain.ended.clock().into()),
            ("n", chain.turns.len().into()),
            ("ending", ending.into()),
        ];
        let heading = words.say_with("chain-past", &values);
        CollapsingHeader::new(RichText::new(heading).size(12.5).color(theme::COOL))
            .id_salt(("chain", id.0, chain.ended.0))
            .show(ui, |ui| {
                widgets::words(ui, capital(&chain.came_up.told(words, names)), theme::ROSE);
                turns(ui, words, names, &chain.turns);
            });
    }
}

/// The turns of a chain, in order: the thought, the call, and what was observed.
fn turns(ui: &mut Ui, words: &Words, names: &Names<'_>, turns: &[Turn]) {
    for (turn, n) in turns.iter().zip(1u32..) {
        theme::card().show(ui, |ui| {
            ui.set_width(ui.available_width());
            let head = format!("{n}. {} · {}", turn.at.clock(), turn.thought);
            widgets::words(ui, head, theme::TEXT);
            widgets::words(ui, capital(&turn.call_told(words, names)), theme::ACCENT);
            let observed = turn.observed_told(words, names);
            widgets::words(ui, capital(&observed), theme::GOOD);
        });
    }
}
