//! What a frame of the window does, in order.

use bevy::prelude::*;

/// The steps of a frame, in order; every room adds its systems to some of them.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FrameStep {
    /// What was asked for is carried out.
    Act,
    /// Simulated time passes.
    Advance,
    /// People are put where they are.
    Pose,
    /// The camera goes on towards where it was sent.
    Look,
    /// Everything else is brought up to date.
    Show,
    /// The camera is set.
    Aim,
    /// What panels hide is covered.
    Cover,
}

/// Puts the steps in order.
pub(super) fn plugin(app: &mut App) {
    app.configure_sets(
        Update,
        (
            FrameStep::Act,
            FrameStep::Advance,
            FrameStep::Pose,
            FrameStep::Look,
            FrameStep::Show,
            FrameStep::Aim,
            FrameStep::Cover,
        )
            .chain(),
    );
}
