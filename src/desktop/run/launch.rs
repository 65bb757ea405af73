//! What the app was started with, and why it ends when something goes wrong.

use super::session::OpenError;
use crate::desktop::options::Options;
use bevy::prelude::Resource;
use std::sync::{Arc, Mutex};

/// What the app was started with, and what went wrong at its end.
#[derive(Resource)]
pub struct Launch {
    /// The command line's options.
    pub options: Options,
    /// The first thing that went wrong; shared with whoever started the app, who reports it.
    pub error: Arc<Mutex<Option<DesktopError>>>,
}

impl Launch {
    /// Notes what went wrong; the first counts.
    pub fn fail(&self, error: DesktopError) {
        if let Ok(mut slot) = self.error.lock() {
            slot.get_or_insert(error);
        }
    }
}

/// Why the desktop app does not run.
#[derive(Debug, thiserror::Error)]
pub enum DesktopError {
    /// No window can be opened.
    #[error("no display to open a window on; `collegium run --days 1` runs the campus without one")]
    NoDisplay,
    /// Nothing can draw.
    #[error(
        "no graphics driver that can draw the campus was found; install one (on Debian and Ubuntu: \
         `mesa-vulkan-drivers`, which also draws without a graphics card), or use `collegium run \
         --days 1`"
    )]
    NoGraphics,
    /// The run cannot be begun.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Nobody of that name.
    #[error("nobody here is called “{0}”{1}")]
    Unknown(String, String),
    /// The picture was not saved.
    #[error("the picture could not be saved: {0}")]
    Screenshot(String),
    /// The save could not be brought up to date at the end.
    #[error("the run could not be saved at the end: {0}")]
    LastSave(String),
    /// The save could not be left as it was when it was opened.
    #[error("the save could not be put back as it was when it was opened: {0}")]
    NotLeft(String),
    /// Any other reason, in a sentence.
    #[error("the app ended unexpectedly: {0}")]
    Ended(String),
}
