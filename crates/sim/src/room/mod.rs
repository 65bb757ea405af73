//! How rooms declare themselves: what runs in which phase of a tick, and what of a room's state is
//! kept in snapshots, branches and saves.
//!
//! A room is a Bevy plugin. It adds its systems to the phases of [`SimTick`], and says with
//! [`DeclareRoom::room`] what it keeps, how that begins, what of it grows with a run, and how one
//! sees that what a save holds of it can be. Nothing else lists what there is: a new component of a
//! person is declared in its room's plugin and nowhere else.

mod changes;
mod frame;
mod grows;
mod kept;

pub use changes::Changes;
pub use frame::{Frame, Page, read_harmless};
pub use grows::Grows;
pub use kept::{Held, Keep, KeptState};

use bevy::{
    ecs::{component::Mutable, schedule::ScheduleLabel},
    prelude::*,
};
use kept::{Column, OfPeople, OfWorld, Part, Whole};
use std::collections::BTreeMap;

/// The schedule of one tick; its phases are [`SimSystems`].
#[derive(ScheduleLabel, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SimTick;

/// The schedule that follows a tick once the clock has gone on, maybe over many ticks in which
/// nothing happens: what hangs on how long something lasts is counted in it, so that it does not
/// matter where a run is stopped.
#[derive(ScheduleLabel, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SimPassed;

/// The phases of a tick, in order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SimSystems {
    /// The first tick of a day alone: what is done by the day is done, what has faded goes.
    Midnight,
    /// What is due comes due; people notice whom they pass.
    Sense,
    /// Plans and memories are called up.
    Recall,
    /// Minds propose; nothing changes.
    Decide,
    /// Proposals are carried out in order.
    Act,
    /// People walk, talks are remembered.
    Settle,
    /// What happened is perceived and entered into the log.
    Record,
}

/// Something kept, under a name that saves know it by.
struct Entry<T: ?Sized> {
    name: String,
    kept: Box<T>,
}

/// Puts something into a world that knows its scenario.
type Start = Box<dyn Fn(&mut World) + Send + Sync>;

/// Puts the resource that `start` gives into a world.
fn putting<R: Resource>(start: fn(&World) -> R) -> Start {
    Box::new(move |world| {
        let resource = start(world);
        world.insert_resource(resource);
    })
}

/// What the rooms of a world have declared.
#[derive(Resource, Default)]
pub struct Rooms {
    versions: BTreeMap<&'static str, u32>,
    people: Vec<Entry<dyn OfPeople>>,
    world: Vec<Entry<dyn OfWorld>>,
    /// Puts in the resources that are not kept.
    prepare: Vec<Start>,
    /// Puts in those that are, as they begin.
    begin: Vec<Start>,
    enter: Vec<fn(&mut World, Entity)>,
    rebuild: Vec<fn(&mut World)>,
    checks: Vec<fn(&World) -> Result<(), String>>,
    growing: Vec<grows::Visit>,
}

/// Lets an `App` hold rooms.
pub trait DeclareRoom {
    /// Begins what a room declares. The version goes up whenever what the room keeps changes its
    /// meaning or its shape: saves of other versions are refused, and the message names the room.
    ///
    /// # Panics
    /// When there is a room of that name: one of them would not be checked in saves.
    fn room(&mut self, name: &'static str, version: u32) -> Room<'_>;
}

impl DeclareRoom for App {
    fn room(&mut self, name: &'static str, version: u32) -> Room<'_> {
        let mut rooms = self.world_mut().get_resource_or_init::<Rooms>();
        let before = rooms.versions.insert(name, version);
        assert!(before.is_none(), "there are two rooms named “{name}”");
        Room { app: self, name }
    }
}

/// A room that declares itself.
pub struct Room<'a> {
    app: &'a mut App,
    name: &'static str,
}

impl Room<'_> {
    fn rooms(&mut self) -> Mut<'_, Rooms> {
        self.app.world_mut().get_resource_or_init::<Rooms>()
    }

    /// What the room keeps under a name, which no other of its things has: a frame could hold only
    /// one of them.
    fn entry<T: ?Sized>(&mut self, name: &str, kept: Box<T>) -> Entry<T> {
        let name = format!("{}/{name}", self.name);
        let rooms = self.rooms();
        let taken = rooms.people.iter().any(|e| e.name == name)
            || rooms.world.iter().any(|e| e.name == name);
        assert!(!taken, "“{name}” is kept twice");
        Entry { name, kept }
    }

    /// Keeps a component of every person, which begins as its default.
    pub fn keep<C: Component<Mutability = Mutable> + Keep + Default>(self, name: &str) -> Self {
        self.keep_from::<C>(name, |_, _| C::default())
    }

    /// Keeps a component of every person. `start` gives it for a person of the world who has the
    /// components that were declared before it.
    pub fn keep_from<C: Component<Mutability = Mutable> + Keep + Default>(
        mut self,
        name: &str,
        start: fn(&World, Entity) -> C,
    ) -> Self {
        // A person has everything from the first moment on, so they never move between tables.
        self.app
            .register_required_components::<collegium_core::ids::AgentId, C>();
        let entry = self.entry::<dyn OfPeople>(name, Box::new(Column { start }));
        self.rooms().people.push(entry);
        self
    }

    /// Keeps a resource, which begins as its default.
    pub fn keep_resource<R: Resource + Keep + Default>(self, name: &str) -> Self {
        self.keep_resource_from::<R>(name, |_| R::default())
    }

    /// Keeps a resource. `start` gives it for a world that knows its scenario and has no people
    /// yet.
    pub fn keep_resource_from<R: Resource + Keep>(
        mut self,
        name: &str,
        start: fn(&World) -> R,
    ) -> Self {
        let entry = self.entry::<dyn OfWorld>(name, Box::new(Whole::<R>::default()));
        self.rooms().world.push(entry);
        self.rooms().begin.push(putting(start));
        self
    }

    /// Keeps a part of a resource that the room has put into the world itself.
    pub fn keep_part<R: Resource<Mutability = Mutable>, P: Keep>(
        mut self,
        name: &str,
        get: fn(&R) -> &P,
        set: fn(&mut R, P),
    ) -> Self {
        let entry = self.entry::<dyn OfWorld>(name, Box::new(Part { get, set }));
        self.rooms().world.push(entry);
        self
    }

    /// Puts a resource that is not kept into every world that begins or is restored, once it knows
    /// its scenario.
    pub fn starts<R: Resource>(mut self, start: fn(&World) -> R) -> Self {
        self.rooms().prepare.push(putting(start));
        self
    }

    /// Runs for every person who enters the world, at its beginning or after a restore, in order.
    pub fn enters(mut self, enter: fn(&mut World, Entity)) -> Self {
        self.rooms().enter.push(enter);
        self
    }

    /// Runs after a restore, when everything kept is there: makes anew what follows from it.
    pub fn rebuilds(mut self, rebuild: fn(&mut World)) -> Self {
        self.rooms().rebuild.push(rebuild);
        self
    }

    /// Looks at a world that was read from a save: whether what the room keeps can be, or else what
    /// cannot, and why.
    pub fn checks(mut self, check: fn(&World) -> Result<(), String>) -> Self {
        self.rooms().checks.push(check);
        self
    }

    /// Says that a resource grows with a run.
    pub fn grows<R: Resource<Mutability = Mutable> + Grows>(mut self) -> Self {
        self.rooms().growing.push(grows::resource::<R>);
        self
    }

    /// Says that a component of people does.
    pub fn grows_in_people<C: Component<Mutability = Mutable> + Grows>(mut self) -> Self {
        self.rooms().growing.push(grows::component::<C>);
        self
    }
}

impl Rooms {
    /// The rooms and their versions, by name.
    pub fn versions(&self) -> &BTreeMap<&'static str, u32> {
        &self.versions
    }

    /// Puts the resources of all rooms that are not kept into a world that knows its scenario.
    pub fn prepare(&self, world: &mut World) {
        for prepare in &self.prepare {
            prepare(world);
        }
    }

    /// The same, and those that are kept as well: for a world that begins.
    pub fn begin(&self, world: &mut World) {
        self.prepare(world);
        for begin in &self.begin {
            begin(world);
        }
    }

    /// Gives somebody who is new everything they begin with, and enters them everywhere they count.
    pub fn arrive(&self, world: &mut World, person: Entity) {
        for Entry { kept, .. } in &self.people {
            kept.begin(world, person);
        }
        self.enter(world, person);
    }

    fn enter(&self, world: &mut World, person: Entity) {
        for enter in &self.enter {
            enter(world, person);
        }
    }

    /// Copies everything kept. `roster` are the people, in order.
    pub fn take(&self, world: &World, roster: &[Entity]) -> KeptState {
        KeptState {
            people: self
                .people
                .iter()
                .map(|entry| entry.kept.take(world, roster))
                .collect(),
            world: self
                .world
                .iter()
                .map(|entry| entry.kept.take(world))
                .collect(),
        }
    }

    /// Puts a state of these rooms into a world that is prepared and has its people.
    pub fn put(&self, world: &mut World, roster: &[Entity], state: KeptState) {
        for (entry, held) in self.people.iter().zip(state.people) {
            entry.kept.put(world, roster, held);
        }
        for person in roster {
            self.enter(world, *person);
        }
        for (entry, held) in self.world.iter().zip(state.world) {
            entry.kept.put(world, held);
        }
        for rebuild in &self.rebuild {
            rebuild(world);
        }
    }

    /// Looks whether what was read from a save into a world can be.
    ///
    /// # Errors
    /// The first thing that cannot, and why.
    pub fn check(&self, world: &World) -> Result<(), String> {
        self.checks.iter().try_for_each(|check| check(world))
    }

    /// Holds what is new or gone for whoever saves or shows it, or lets it go at once.
    pub fn hold(&self, world: &mut World, roster: &[Entity], hold: bool) {
        for visit in &self.growing {
            visit(world, roster, &mut |grows| grows.hold(hold));
        }
    }

    /// Notes that a save has everything: what was held for that alone goes.
    pub fn saved(&self, world: &mut World, roster: &[Entity]) {
        for visit in &self.growing {
            visit(world, roster, &mut |grows| grows.saved());
        }
    }

    /// Writes everything kept as bytes.
    ///
    /// # Errors
    /// When a value cannot be written: the name of what it is, and why.
    pub fn write(&self, world: &World, roster: &[Entity]) -> Result<Frame, String> {
        let mut frame = Frame::default();
        for Entry { name, kept } in &self.people {
            let mut page = Page::new(name);
            kept.write(world, roster, &mut page)
                .map_err(|e| format!("{name}: {e}"))?;
            frame.pages.push(page);
        }
        for Entry { name, kept } in &self.world {
            let mut page = Page::new(name);
            kept.write(world, &mut page)
                .map_err(|e| format!("{name}: {e}"))?;
            frame.pages.push(page);
        }
        Ok(frame)
    }

    /// Reads what [`Rooms::write`] wrote of so many people.
    ///
    /// # Errors
    /// When something is missing, not known, or not to be read: what, and why.
    pub fn read(&self, frame: &Frame, people: usize) -> Result<KeptState, String> {
        let page = |name: &str, rows: usize| {
            let page = frame
                .pages
                .iter()
                .find(|page| page.name == name)
                .ok_or_else(|| format!("{name} is missing"))?;
            if page.rows() != rows {
                return Err(format!(
                    "{name}: found {} rows, expected {rows}",
                    page.rows()
                ));
            }
            Ok(page)
        };
        let wrong = |name: &str| {
            let name = name.to_owned();
            move |e: postcard::Error| format!("{name}: {e}")
        };
        let mut state = KeptState::default();
        for Entry { name, kept } in &self.people {
            let held = kept.read(page(name, people)?).map_err(wrong(name))?;
            state.people.push(held);
        }
        for Entry { name, kept } in &self.world {
            let held = kept.read(page(name, 1)?).map_err(wrong(name))?;
            state.world.push(held);
        }
        let known = |page: &&Page| {
            let named = |name: &String| *name == page.name;
            !self.people.iter().any(|e| named(&e.name))
                && !self.world.iter().any(|e| named(&e.name))
        };
        match frame.pages.iter().find(known) {
            Some(page) => Err(format!("{} is not known", page.name)),
            None => Ok(state),
        }
    }
}

#[cfg(test)]
mod tests;
