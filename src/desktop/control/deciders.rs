//! Who decides at decision points: mounting heads, teaching lessons, and the comparison with a twin
//! in which the built-in rule decides.

use crate::desktop::{
    localize,
    run::{session::Run, twin::Twin},
    state::{UserAction, View},
};
use bevy::prelude::*;
use collegium_core::i18n::Words;
use collegium_learning::{heads, lessons};
use collegium_sim::{
    conduct::{Decider, Mount, Whom},
    simulation::Campus,
};

/// What stands before the name of a book of lessons, where the name of a head may stand as well.
pub const LESSONS: &str = "lessons:";

/// Whether a head or the expert decides for anybody.
fn decided(campus: &Campus) -> bool {
    campus
        .persons()
        .any(|p| campus.conduct().manner(p.id).mount != Mount::Rule)
}

/// Teaches a book of lessons, or none any more, and says so.
fn teach(world: &mut World, whom: &Whom, name: &str) {
    let book = lessons::book(name);
    let words = world.resource::<Words>();
    let (text, good) = match &book {
        Ok(Some(book)) => (
            words.say_with("lessons-taught", &[("name", book.name.clone().into())]),
            true,
        ),
        Ok(None) => (words.say("lessons-untaught").to_owned(), true),
        Err(error) => (
            words.say_with("heads-not-mounted", &[("why", error.to_string().into())]),
            false,
        ),
    };
    if let Ok(book) = book
        && world
            .resource_mut::<Run>()
            .campus
            .teach(whom, book.as_ref())
            == 0
    {
        return;
    }
    let mut view = world.resource_mut::<View>();
    if good {
        view.toasts.good(text);
    } else {
        view.toasts.bad(text);
    }
}

/// Lets somebody decide for some, from the next tick on. Says whether it could be had.
pub(super) fn mount(world: &mut World, whom: &Whom, name: &str) {
    if let Some(book) = name.strip_prefix(LESSONS) {
        return teach(world, whom, book);
    }
    let result = heads::decider(name);
    let words = world.resource::<Words>();
    let (text, good) = match &result {
        Ok(decider) => (
            words.say_with(
                "heads-mounted",
                &[("name", localize::decider(words, decider.name()).into())],
            ),
            true,
        ),
        Err(error) => (
            words.say_with("heads-not-mounted", &[("why", error.to_string().into())]),
            false,
        ),
    };
    if let Ok(decider) = result {
        let changed = world.resource_mut::<Run>().campus.mount(whom, &decider);
        let mut view = world.resource_mut::<View>();
        if decider != Decider::Rule {
            name.clone_into(&mut view.heads.chosen);
            name.clone_into(&mut view.heads.last);
        }
        if changed == 0 {
            return;
        }
    }
    let mut view = world.resource_mut::<View>();
    if good {
        view.toasts.good(text);
    } else {
        view.toasts.bad(text);
    }
}

/// Switches between the built-in rule and whoever decided last, for everybody.
pub(super) fn toggle(world: &mut World) {
    let name = if decided(&world.resource::<Run>().campus) {
        "off".to_owned()
    } else {
        world.resource::<View>().heads.last.clone()
    };
    mount(world, &Whom::Everybody, &name);
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
        view.act(UserAction::Mount(Whom::Everybody, last));
    }
}
