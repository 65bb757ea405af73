//! What a tab is.

use crate::desktop::{panels::screen::Screen, state::View};
use bevy_egui::egui::Ui;
use collegium_sim::simulation::PersonView;

/// Draws a tab about somebody.
pub type DrawTab = fn(&mut Ui, &Screen<'_>, &mut View, &PersonView<'_>);

/// A tab of the inspector, about the selected person.
#[derive(Clone, Copy)]
pub struct Tab {
    /// The key of its title; names it.
    pub name: &'static str,
    /// Whether it scrolls as a whole; otherwise it scrolls a part of itself.
    pub scrolls: bool,
    /// Draws the tab for a person.
    pub show: DrawTab,
}
