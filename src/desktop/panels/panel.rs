//! What a panel is: the command that opens and closes it, its button, and how it is drawn.

use super::screen::Screen;
use crate::desktop::state::{Command, CommandAction, View};
use bevy_egui::egui::{Context, Ui, Window};

/// A panel that can be opened and closed.
#[derive(Clone, Copy)]
pub struct Panel {
    /// What opens and closes it; its action bears the panel's name.
    pub command: Command,
    /// The key of the text on its button in the bar, where it has one.
    pub button: Option<&'static str>,
    /// Whether its button stands in the bar of a narrow window as well.
    pub always: bool,
    /// Whether it is open at first.
    pub open: bool,
    /// Where it lies and how it is drawn.
    pub place: Placement,
}

/// Draws a panel's contents.
pub type DrawPanel = fn(&mut Ui, &Screen<'_>, &mut View);

/// Where a panel lies, and how it is drawn there.
#[derive(Clone, Copy)]
pub enum Placement {
    /// At the left or right edge.
    Side(DrawPanel),
    /// At the lower edge, between those at the sides.
    Bottom(DrawPanel),
    /// A window over the map: the key of its title, what is particular about its frame, and its
    /// contents.
    Window(
        &'static str,
        fn(Window<'static>, &Context) -> Window<'static>,
        DrawPanel,
    ),
}

impl Panel {
    /// The name that its command opens it by; empty for a command that only runs.
    pub const fn name(&self) -> &'static str {
        match self.command.action {
            CommandAction::Dock(name) | CommandAction::Window(name) => name,
            CommandAction::Run(_) => "",
        }
    }
}
