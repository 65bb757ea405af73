//! Kept values, whatever their types are.

use super::frame::{Page, read_harmless};
use bevy::{ecs::component::Mutable, prelude::*};
use serde::{Serialize, de::DeserializeOwned};
use std::{any::Any, marker::PhantomData};

/// What can be kept: copied into branches, compared, written into saves.
pub trait Keep: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {}

impl<T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static> Keep for T {}

/// A copy of something kept: a column of a component, or a resource.
pub trait Held: Any + Send + Sync {
    /// Copies it once more: each copy of a state has copies of its own.
    fn copy(&self) -> Box<dyn Held>;
    /// Whether it equals another one.
    fn same(&self, other: &dyn Held) -> bool;
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Held for T {
    fn copy(&self) -> Box<dyn Held> {
        Box::new(self.clone())
    }

    fn same(&self, other: &dyn Held) -> bool {
        (other as &dyn Any).downcast_ref::<T>() == Some(self)
    }
}

/// A copy of everything that the rooms of a world keep, in the order of their declarations.
#[derive(Default)]
pub struct KeptState {
    /// Columns of components, each in the order of the people.
    pub(super) people: Vec<Box<dyn Held>>,
    /// Resources, and parts of resources.
    pub(super) world: Vec<Box<dyn Held>>,
}

impl std::fmt::Debug for KeptState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (people, world) = (self.people.len(), self.world.len());
        write!(f, "KeptState({people} columns, {world} resources)")
    }
}

impl Clone for KeptState {
    fn clone(&self) -> Self {
        let copy = |list: &Vec<Box<dyn Held>>| list.iter().map(|held| (**held).copy()).collect();
        Self {
            people: copy(&self.people),
            world: copy(&self.world),
        }
    }
}

impl PartialEq for KeptState {
    fn eq(&self, other: &Self) -> bool {
        let same = |a: &[Box<dyn Held>], b: &[Box<dyn Held>]| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (**a).same(&**b))
        };
        same(&self.people, &other.people) && same(&self.world, &other.world)
    }
}

/// Something kept of every person.
pub(super) trait OfPeople: Send + Sync {
    /// Gives somebody who is new the value that it begins with.
    fn begin(&self, world: &mut World, person: Entity);
    /// Copies everybody's.
    fn take(&self, world: &World, roster: &[Entity]) -> Box<dyn Held>;
    /// Puts everybody's into the world.
    fn put(&self, world: &mut World, roster: &[Entity], held: Box<dyn Held>);
    /// Writes everybody's, a row each.
    fn write(&self, world: &World, roster: &[Entity], page: &mut Page) -> postcard::Result<()>;
    /// Reads what was written.
    fn read(&self, page: &Page) -> postcard::Result<Box<dyn Held>>;
}

/// A component of every person.
pub(super) struct Column<C> {
    pub start: fn(&World, Entity) -> C,
}

/// Sets a component of somebody who has it already, or else adds it.
fn set<C: Component<Mutability = Mutable>>(world: &mut World, person: Entity, value: C) {
    if let Some(mut old) = world.get_mut::<C>(person) {
        *old = value;
    } else if let Ok(mut person) = world.get_entity_mut(person) {
        person.insert(value);
    }
}

impl<C: Component<Mutability = Mutable> + Keep> OfPeople for Column<C> {
    fn begin(&self, world: &mut World, person: Entity) {
        let value = (self.start)(world, person);
        set(world, person, value);
    }

    fn take(&self, world: &World, roster: &[Entity]) -> Box<dyn Held> {
        // Somebody from whom it was taken has none.
        let column: Vec<Option<C>> = roster.iter().map(|p| world.get(*p).cloned()).collect();
        Box::new(column)
    }

    fn put(&self, world: &mut World, roster: &[Entity], held: Box<dyn Held>) {
        // It was taken from, or read by, this same column.
        let Ok(column) = (held as Box<dyn Any>).downcast::<Vec<Option<C>>>() else {
            return;
        };
        for (person, value) in roster.iter().zip(*column) {
            match value {
                Some(value) => set(world, *person, value),
                None => {
                    world.entity_mut(*person).remove::<C>();
                }
            }
        }
    }

    fn write(&self, world: &World, roster: &[Entity], page: &mut Page) -> postcard::Result<()> {
        roster
            .iter()
            .try_for_each(|person| page.push(&world.get::<C>(*person)))
    }

    fn read(&self, page: &Page) -> postcard::Result<Box<dyn Held>> {
        let column: Vec<Option<C>> = page.iter().map(read_harmless).collect::<Result<_, _>>()?;
        Ok(Box::new(column))
    }
}

/// Something kept of the world.
pub(super) trait OfWorld: Send + Sync {
    /// A copy of it, as it is in the world.
    fn take(&self, world: &World) -> Box<dyn Held>;
    /// Puts `held` into the world, in the place of what is there.
    fn put(&self, world: &mut World, held: Box<dyn Held>);
    /// Writes it into the only row of a page.
    fn write(&self, world: &World, page: &mut Page) -> postcard::Result<()>;
    /// Reads what was written.
    fn read(&self, page: &Page) -> postcard::Result<Box<dyn Held>>;
}

/// A resource that is kept whole.
pub(super) struct Whole<R>(PhantomData<fn() -> R>);

impl<R> Default for Whole<R> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<R: Resource + Keep> OfWorld for Whole<R> {
    fn take(&self, world: &World) -> Box<dyn Held> {
        Box::new(world.get_resource::<R>().cloned())
    }

    fn put(&self, world: &mut World, held: Box<dyn Held>) {
        let Ok(held) = (held as Box<dyn Any>).downcast::<Option<R>>() else {
            return;
        };
        match *held {
            Some(resource) => world.insert_resource(resource),
            None => {
                world.remove_resource::<R>();
            }
        }
    }

    fn write(&self, world: &World, page: &mut Page) -> postcard::Result<()> {
        page.push(&world.get_resource::<R>())
    }

    fn read(&self, page: &Page) -> postcard::Result<Box<dyn Held>> {
        let resource: Option<R> = read_one(page)?;
        Ok(Box::new(resource))
    }
}

/// The only row of a page.
fn read_one<T: Keep>(page: &Page) -> postcard::Result<T> {
    page.iter()
        .next()
        .map_or(Err(postcard::Error::DeserializeUnexpectedEnd), |row| {
            read_harmless(row)
        })
}

/// A part of a resource, where the rest is not kept.
pub(super) struct Part<R, P> {
    pub get: fn(&R) -> &P,
    pub set: fn(&mut R, P),
}

impl<R: Resource<Mutability = Mutable>, P: Keep> OfWorld for Part<R, P> {
    fn take(&self, world: &World) -> Box<dyn Held> {
        Box::new((self.get)(world.resource::<R>()).clone())
    }

    fn put(&self, world: &mut World, held: Box<dyn Held>) {
        if let Ok(part) = (held as Box<dyn Any>).downcast::<P>() {
            (self.set)(&mut world.resource_mut::<R>(), *part);
        }
    }

    fn write(&self, world: &World, page: &mut Page) -> postcard::Result<()> {
        page.push((self.get)(world.resource::<R>()))
    }

    fn read(&self, page: &Page) -> postcard::Result<Box<dyn Held>> {
        Ok(Box::new(read_one::<P>(page)?))
    }
}
