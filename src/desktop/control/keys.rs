//! Keys: which commands they give, by the table.

use crate::desktop::state::{CommandTable, View};
use bevy::prelude::*;

/// Turns keys into commands. While a text field has the keyboard, only those that write nothing do.
pub(super) fn read_keys(
    keyboard: Res<ButtonInput<KeyCode>>,
    table: Res<CommandTable>,
    mut view: ResMut<View>,
) {
    let modifiers = [
        KeyCode::ControlLeft,
        KeyCode::ControlRight,
        KeyCode::SuperLeft,
        KeyCode::SuperRight,
    ];
    // A chord may be over within a slow frame.
    let ctrl = keyboard.any_pressed(modifiers)
        || keyboard.any_just_pressed(modifiers)
        || keyboard.any_just_released(modifiers);
    for command in table.iter() {
        let pressed = command
            .codes(ctrl)
            .iter()
            .copied()
            .filter(|code| !view.typing || ctrl || writes_nothing(*code));
        if keyboard.any_just_pressed(pressed) {
            view.command(*command);
        }
    }
}

/// Whether a key writes nothing into a text field.
const fn writes_nothing(code: KeyCode) -> bool {
    matches!(code, KeyCode::F1 | KeyCode::F12)
}
