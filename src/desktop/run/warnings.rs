//! Warnings of any part of the program, shown in the window.

use crate::desktop::{frame::FrameStep, state::View};
use bevy::prelude::*;
use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};
use tracing::{
    Event, Level, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::layer::{Context, Layer};

/// The most that wait to be shown: of a flood the newest are enough.
const MOST: usize = 5;

/// Warnings that wait to be shown. What is told to one of its clones is shown by all.
#[derive(Resource, Clone, Debug, Default)]
pub struct Warnings(Arc<Mutex<VecDeque<String>>>);

impl Warnings {
    fn push(&self, text: String) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() == MOST {
            waiting.pop_front();
        }
        waiting.push_back(text);
    }

    fn take(&self) -> VecDeque<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Finds the sentence of an event, and where it is from where it came by way of the crate `log`.
#[derive(Default)]
struct Message {
    text: String,
    logged_by: String,
}

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.text = format!("{value:?}");
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "message" => value.clone_into(&mut self.text),
            "log.target" => value.clone_into(&mut self.logged_by),
            _ => {}
        }
    }
}

impl<S: Subscriber> Layer<S> for Warnings {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let about = event.metadata();
        // Other libraries warn of what no person can do anything about.
        let own = ["collegium", "training"]
            .iter()
            .any(|name| about.target().starts_with(name));
        let level = *about.level();
        if level == Level::ERROR || own && level == Level::WARN {
            let mut message = Message::default();
            event.record(&mut message);
            // Vulkan is what draws; that the way through OpenGL is missing beside it is no trouble.
            let from = [about.target(), &message.logged_by];
            if !from.iter().any(|from| from.starts_with("wgpu_hal::gles")) {
                self.push(message.text);
            }
        }
    }
}

/// Shows warnings as notices.
pub fn plugin(app: &mut App) {
    app.add_systems(Update, show.in_set(FrameStep::Show));
}

fn show(warnings: Res<Warnings>, mut view: ResMut<View>) {
    let waiting = warnings.take();
    for text in waiting {
        view.toasts.bad(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing_subscriber::layer::SubscriberExt as _;

    #[test]
    fn warnings_are_kept_and_notes_are_not() {
        let warnings = Warnings::default();
        let listening = tracing_subscriber::Registry::default().with(warnings.clone());
        tracing::subscriber::with_default(listening, || {
            tracing::info!("a note");
            tracing::warn!("the night cannot be drawn: {}", 3);
            tracing::warn!(target: "winit", "of no use to people");
            tracing::error!(target: "wgpu_hal::gles::egl", "no OpenGL");
            tracing::error!(target: "log", { log.target = "wgpu_hal::gles::egl" }, "no EGL");
            tracing::error!(target: "wgpu", "the device is lost");
        });
        let kept: Vec<String> = warnings.take().into();
        assert_eq!(kept, ["the night cannot be drawn: 3", "the device is lost"]);
        for i in 0..9 {
            warnings.push(i.to_string());
        }
        assert_eq!(warnings.take().len(), MOST);
    }
}
