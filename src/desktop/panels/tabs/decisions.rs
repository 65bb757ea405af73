//! The inspector's decisions.

use super::tab::Tab;
use crate::desktop::panels::reasons;
use collegium_core::i18n::key;

/// Decisions with their reasons.
pub const TAB: Tab = Tab {
    name: key("tab-decisions"),
    scrolls: true,
    show: |ui, screen, _, person| reasons::show(ui, screen, person.id),
};
