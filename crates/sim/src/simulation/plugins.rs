//! The rooms as Bevy plugins: what makes a campus of a world, whoever owns it.

use super::{day, due};
use crate::{
    campus::{
        self, CampusMap, Ground, Roster, Setting,
        people::{Activity, Doing, Persona, Works},
        scenario::Scenario,
    },
    conduct, memory,
    mind::{self, SimThreads, thought_queue::ThoughtQueue},
    record,
    room::{DeclareRoom as _, Rooms, SimPassed, SimSystems, SimTick},
    social,
    tools::{self, Agenda, Due, Turning, Undecided, Walkers},
};
use bevy::{
    ecs::schedule::{ScheduleLabel, SingleThreadedExecutor},
    prelude::*,
    tasks::TaskPoolBuilder,
};
use collegium_core::{
    dice::Dice,
    ids::AgentId,
    time::{Clock, SimTime},
};
use std::sync::Arc;

/// All rooms of a campus, to be added to any `App`: a scenario on its map becomes part of its
/// world when the app has finished its plugins. [`step`] makes time pass in it.
#[derive(Clone)]
pub struct CampusPlugins {
    /// The scenario that the campus begins with.
    pub scenario: Arc<Scenario>,
    /// The map that the scenario names.
    pub map: Arc<CampusMap>,
    /// How many threads may decide at once; the log does not depend on it.
    pub threads: usize,
}

impl Plugin for CampusPlugins {
    fn build(&self, app: &mut App) {
        let pool = (self.threads > 1).then(|| {
            TaskPoolBuilder::new()
                .num_threads(self.threads)
                .thread_name("campus".to_owned())
                .build()
        });
        app.insert_resource(Dice {
            seed: self.scenario.seed,
        })
        .insert_resource(Ground(Arc::clone(&self.map)))
        .insert_resource(Setting(Arc::clone(&self.scenario)))
        .insert_resource(SimThreads(pool))
        .add_plugins(rooms);
    }

    fn finish(&self, app: &mut App) {
        if app.world().resource::<Roster>().is_empty() {
            begin(app.world_mut());
        }
    }
}

/// All rooms, without a scenario.
pub fn rooms(app: &mut App) {
    let mut schedule = Schedule::new(SimTick);
    schedule.set_executor(SingleThreadedExecutor::new());
    schedule.configure_sets(
        (
            SimSystems::Midnight.run_if(day::begins),
            SimSystems::Sense,
            SimSystems::Recall,
            SimSystems::Decide,
            SimSystems::Act,
            SimSystems::Settle,
            SimSystems::Record,
        )
            .chain(),
    );
    app.add_schedule(schedule);
    let mut passed = Schedule::new(SimPassed);
    passed.set_executor(SingleThreadedExecutor::new());
    app.add_schedule(passed);
    app.add_plugins((
        campus::plugin,
        tools::plugin,
        memory::plugin,
        conduct::plugin,
        social::plugin,
        mind::plugin,
        record::plugin,
        plugin,
    ));
}

/// Declares the room: time, and what is due.
fn plugin(app: &mut App) {
    app.init_resource::<Steps>()
        .add_systems(
            SimTick,
            (
                // What is done by the day that ends is done before its timetable goes.
                day::begin_day
                    .in_set(SimSystems::Midnight)
                    .after(campus::forget)
                    .after(conduct::begin_day)
                    .after(mind::reflect::sleep_over)
                    .after(social::forget),
                due::take_due
                    .in_set(SimSystems::Sense)
                    .before(mind::thought_queue::hear),
            ),
        )
        .add_systems(SimUpdate, |world: &mut World| {
            step(world, SimTime(u32::MAX));
        })
        .room("simulation", 2)
        .keep_resource_from("clock", |world| {
            let scenario = &world.resource::<Setting>().0;
            Clock::new(scenario.start, scenario.tick_seconds)
        })
        .keep_resource::<Agenda>("agenda");
}

/// What a campus does when the app it was put into updates it.
#[derive(ScheduleLabel, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SimUpdate;

/// What a run has done so far.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// People × ticks that were run.
    pub run: u64,
    /// People × ticks in which nobody moved and nothing was due, and which were passed over.
    pub skipped: u64,
}

/// Begins the scenario of a world: its resources, its people, and what is due on the first day.
pub(super) fn begin(world: &mut World) {
    world.resource_scope(|world, rooms: Mut<Rooms>| {
        rooms.begin(world);
        for person in spawn(world) {
            rooms.arrive(world, person);
        }
    });
    let scenario = Arc::clone(&world.resource::<Setting>().0);
    let now = scenario.start;
    let mut agenda = Agenda::default();
    day::hold_classes(&mut agenda, &scenario.term, now.day(), now);
    let mut undecided = Undecided::default();
    for (i, person) in world.resource::<Roster>().0.iter().enumerate() {
        let id = AgentId(i as u32);
        match world.get::<Activity>(*person) {
            Some(activity) if activity.doing != Doing::Idle => {
                if let Some(until) = activity.until {
                    agenda.put(until, Due::ActivityEnds(id, activity.number));
                }
            }
            _ => {
                undecided.0.insert(id);
            }
        }
    }
    world.insert_resource(agenda);
    world.insert_resource(undecided);
}

/// Adds the people of the scenario, who have nothing yet but who they are.
pub(super) fn spawn(world: &mut World) -> Vec<Entity> {
    let scenario = Arc::clone(&world.resource::<Setting>().0);
    let ids = (0..).map(AgentId);
    let people = ids.zip(scenario.people.iter().map(|(p, _)| p));
    let roster: Vec<Entity> = people
        .map(|(id, persona): (AgentId, &Persona)| world.spawn((id, persona.clone())).id())
        .collect();
    world.resource_mut::<Roster>().0.clone_from(&roster);
    roster
}

/// Runs one tick of a world with a campus in it, then moves its clock on to the next tick that has
/// something in it, but not beyond `limit` or midnight.
pub fn step(world: &mut World, limit: SimTime) {
    world.run_schedule(SimTick);
    turn_to_tasks(world);
    // While somebody waits for a model the clock goes on tick by tick, so that an answer is heard
    // in the next one.
    let idle = world.resource::<Walkers>().0.is_empty()
        && world.resource::<Undecided>().0.is_empty()
        && world.resource::<ThoughtQueue>().oldest().is_none();
    let next = world.resource::<Agenda>().next();
    let people = world.resource::<Roster>().len() as u64;
    let mut clock = world.resource_mut::<Clock>();
    clock.ticks_run += 1;
    let most = clock.ticks_until(limit.min(clock.midnight()));
    let ticks = if idle {
        next.map_or(most, |moment| clock.ticks_until(moment))
            .min(most)
    } else {
        1
    };
    clock.advance(ticks);
    world.run_schedule(SimPassed);
    let mut steps = world.resource_mut::<Steps>();
    steps.run += people;
    steps.skipped += people * (ticks - 1);
}

/// Those of whose work something came have the next part of their task on their mind, or the next
/// task.
fn turn_to_tasks(world: &mut World) {
    for id in std::mem::take(&mut world.resource_mut::<Turning>().0) {
        let person = world.resource::<Roster>().entity(id);
        let Some(works) = world.get::<Works>(person).cloned() else {
            continue;
        };
        if let Some(mut persona) = world.get_mut::<Persona>(person) {
            persona.turn_to(&works);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{simulation::testing, tools::Occurrences};
    use bevy::ecs::schedule::{LogLevel, ScheduleBuildSettings};

    /// Runs a tick of a schedule that refuses to be built where two systems change the same and
    /// nothing says which of them comes first.
    fn step_in_settled_order(more: impl FnOnce(&mut Schedule)) {
        let mut campus = testing::campus(1, 2, 1);
        let mut schedules = campus.world.resource_mut::<Schedules>();
        let schedule = schedules.get_mut(SimTick).unwrap();
        schedule.set_build_settings(ScheduleBuildSettings {
            ambiguity_detection: LogLevel::Error,
            ..ScheduleBuildSettings::default()
        });
        more(schedule);
        campus.step(SimTime(u32::MAX));
    }

    #[test]
    fn the_order_of_a_tick_is_settled_by_the_rooms() {
        step_in_settled_order(|_| ());
    }

    #[test]
    #[should_panic(expected = "ambiguous")]
    fn a_system_without_its_place_in_the_order_is_found() {
        fn forgets(mut occurrences: ResMut<Occurrences>) {
            occurrences.list.clear();
        }
        step_in_settled_order(|schedule| {
            schedule.add_systems(forgets.in_set(SimSystems::Record));
        });
    }
}
