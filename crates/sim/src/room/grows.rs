//! What grows with a run, and how a room says so.

use bevy::{ecs::component::Mutable, prelude::*};

/// What grows with a run, and lets go of what nobody uses any more: that is held until whoever
/// saves or shows it has it.
pub trait Grows {
    /// Whether what is new or gone is held for whoever saves or shows it, as it is at first, or
    /// goes at once.
    fn hold(&mut self, hold: bool);

    /// Notes that a save has everything: what was held for that alone goes.
    fn saved(&mut self);
}

/// Goes to something that grows, wherever it is in a world.
pub(super) type Visit = fn(&mut World, &[Entity], &mut dyn FnMut(&mut dyn Grows));

/// Goes to a resource.
pub(super) fn resource<R: Resource<Mutability = Mutable> + Grows>(
    world: &mut World,
    _roster: &[Entity],
    visit: &mut dyn FnMut(&mut dyn Grows),
) {
    if let Some(mut resource) = world.get_resource_mut::<R>() {
        visit(&mut *resource);
    }
}

/// Goes to a component of everybody.
pub(super) fn component<C: Component<Mutability = Mutable> + Grows>(
    world: &mut World,
    roster: &[Entity],
    visit: &mut dyn FnMut(&mut dyn Grows),
) {
    for person in roster {
        if let Some(mut component) = world.get_mut::<C>(*person) {
            visit(&mut *component);
        }
    }
}
