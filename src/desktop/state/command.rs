//! What a command is. The table of them is put together when the app is built: keys, menu, tooltips
//! and the help are made from it.

use bevy::prelude::{App, KeyCode, Resource, World};
use collegium_core::i18n::Words;

/// Something that can be commanded by a key, in the menu or with a button.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// The key of the text that says what it does; no two commands share one.
    pub name: &'static str,
    /// What its keys are called: a text's key, or what stands on the keyboard in every language;
    /// empty when it has none.
    pub keys: &'static str,
    codes: &'static [KeyCode],
    ctrl: bool,
    /// Where it stands in the menu, and the key of its text there.
    pub menu: Option<(Menu, &'static str)>,
    /// What happens when it is given.
    pub action: CommandAction,
}

/// What a command does when it is given.
#[derive(Clone, Copy, Debug)]
pub enum CommandAction {
    /// Runs this with the whole world of the app.
    Run(fn(&mut World)),
    /// Opens or closes the panel of this name at the window's edge.
    Dock(&'static str),
    /// Opens or closes the window of this name.
    Window(&'static str),
}

/// A part of the menu, from above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// What is done with the run on the screen.
    Run,
    /// Windows to open and close.
    Windows,
    /// Help, and the end of the app.
    App,
}

impl Command {
    /// A command by the key of the text that says what it does.
    pub const fn new(name: &'static str, action: CommandAction) -> Self {
        Self {
            name,
            keys: "",
            codes: &[],
            ctrl: false,
            menu: None,
            action,
        }
    }

    /// On any of these keys, which together are called `keys`.
    pub const fn on(self, keys: &'static str, codes: &'static [KeyCode]) -> Self {
        Self {
            keys,
            codes,
            ..self
        }
    }

    /// The same, on its keys together with Ctrl.
    pub const fn with_ctrl(self) -> Self {
        Self { ctrl: true, ..self }
    }

    /// In the menu, by the key of a text.
    pub const fn in_menu(self, menu: Menu, text: &'static str) -> Self {
        Self {
            menu: Some((menu, text)),
            ..self
        }
    }

    /// Its keys that mean it with or without Ctrl.
    pub fn codes(&self, ctrl: bool) -> &'static [KeyCode] {
        if self.ctrl == ctrl { self.codes } else { &[] }
    }

    /// A text and, in brackets, the keys.
    pub fn hint(&self, words: &Words, text: &str) -> String {
        format!("{text} ({})", words.say(self.keys))
    }
}

/// All commands, in the order in which the help lists them.
#[derive(Resource, Clone, Debug, Default)]
pub struct CommandTable(Vec<Command>);

impl CommandTable {
    /// Every command, in the order of the help.
    pub fn iter(&self) -> impl Iterator<Item = &Command> {
        self.0.iter()
    }
}

/// Lets a room add commands to the table.
pub trait AddCommands {
    /// Adds commands at the end of the table.
    fn add_commands(&mut self, commands: impl IntoIterator<Item = Command>) -> &mut Self;
}

impl AddCommands for App {
    fn add_commands(&mut self, commands: impl IntoIterator<Item = Command>) -> &mut Self {
        self.init_resource::<CommandTable>();
        let mut table = self.world_mut().resource_mut::<CommandTable>();
        table.0.extend(commands);
        self
    }
}
