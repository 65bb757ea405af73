//! What panels look at.

use crate::desktop::{
    localize,
    map::{camera::Rig, people::Cast, scene::Marks},
    options::Options,
    pictures::campus::Building,
    run::{session::Run, trainer::Trainer},
    state::CommandTable,
};
use bevy_egui::egui;
use collegium_core::i18n::{Words, key};
use collegium_sim::conduct::Decides;

/// What panels look at; they change nothing but the [`View`].
pub struct Screen<'a> {
    /// The app's texts.
    pub words: &'a Words,
    /// What can be done from menus and by keys.
    pub commands: &'a CommandTable,
    /// The run on the screen, with its campus.
    pub session: &'a Run,
    /// Everybody, as they are drawn in this frame.
    pub cast: &'a Cast,
    /// Where the camera looks.
    pub rig: &'a Rig,
    /// Small pictures beside names.
    pub marks: &'a Marks,
    /// The buildings, for their labels.
    pub buildings: &'a [Building],
    /// Real seconds since the last frame.
    pub seconds: f32,
    /// What the app was started with.
    pub options: &'a Options,
    /// The picture of the twin's half, while two campuses are compared.
    pub twin_picture: Option<egui::TextureId>,
    /// What trains a head beside the run.
    pub trainer: &'a Trainer,
}

impl Screen<'_> {
    /// Who decides in the run, in words.
    pub fn decided_by(&self) -> String {
        let conduct = self.session.campus.conduct();
        let mut all: Vec<Decides<&str>> = Vec::new();
        for person in self.session.campus.persons() {
            let who = conduct.decider(person.id);
            if !who.is_rule() && !all.contains(&who) {
                all.push(who);
            }
        }
        let words = self.words;
        match all.as_slice() {
            [] => localize::decider(words, Decides::Rule),
            [who] => localize::decider(words, *who),
            _ => localize::capital(words.say(key("compare-several"))),
        }
    }
}
