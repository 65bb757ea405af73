//! Who decides at decision points: mounting heads, teaching lessons, and the comparison with a twin
//! in which the built-in rule decides.

use crate::desktop::{
    localize,
    run::{session::Run, twin::Twin},
    state::{UserAction, View},
};
use bevy::prelude::*;
use collegium_core::i18n::Words;
use collegium_learning::conduct_options::ConductChoice;
use collegium_sim::{
    conduct::{Change, Decides, Whom},
    simulation::Campus,
};

/// Whether a head or the expert decides for anybody.
fn decided(campus: &Campus) -> bool {
    campus
        .persons()
        .any(|p| !campus.conduct().state(p.id).mount.is_rule())
}

/// Changes the conduct of some from the next tick on, and says so, or why it cannot be had.
pub(super) fn change(world: &mut World, whom: &Whom, choice: ConductChoice) {
    let words = world.resource::<Words>();
    let change = match choice.change() {
        Ok(change) => change,
        Err(error) => {
            let text = words.say_with("heads-not-mounted", &[("why", error.to_string().into())]);
            world.resource_mut::<View>().toasts.bad(text);
            return;
        }
    };
    let text = match &change {
        Change::Decider(decider) => {
            let name = localize::decider(words, decider.named());
            words.say_with("heads-mounted", &[("name", name.into())])
        }
        Change::Lessons(Some(book)) => {
            words.say_with("lessons-taught", &[("name", book.name.clone().into())])
        }
        Change::Lessons(None) => words.say("lessons-untaught").to_owned(),
    };
    let changed = world.resource_mut::<Run>().campus.change(whom, &change);
    let mut view = world.resource_mut::<View>();
    if choice.mounts() {
        view.heads.chosen.clone_from(&choice);
        view.heads.last = choice;
    }
    if changed > 0 {
        view.toasts.good(text);
    }
}

/// Switches between the built-in rule and whoever decided last, for everybody.
pub(super) fn toggle(world: &mut World) {
    let choice = if decided(&world.resource::<Run>().campus) {
        ConductChoice::Decider(Decides::Rule)
    } else {
        world.resource::<View>().heads.last.clone()
    };
    change(world, &Whom::Everybody, choice);
}

/// Begins or ends the comparison.
pub(super) fn compare(world: &mut World) {
    let mut run = world.resource_mut::<Run>();
    if run.twin.take().is_some() {
        return;
    }
    if run.mail(|_| ()).is_some() {
        let text = world
            .resource::<Words>()
            .say("compare-no-models")
            .to_owned();
        world.resource_mut::<View>().toasts.bad(text);
        return;
    }
    run.twin = Some(Twin::of(&run.campus));
    if !decided(&run.campus) {
        let mut view = world.resource_mut::<View>();
        let last = view.heads.last.clone();
        view.act(UserAction::Conduct(Whom::Everybody, last));
    }
}
