//! Whether a scenario that was read back from a save fits its map: every number in it is an index
//! into something.

use super::{MOST_PEOPLE, Scenario};
use crate::campus::{CampusMap, SpotId};
use collegium_core::ids::{AgentId, PlaceId};

impl Scenario {
    /// Checks that the scenario has people, steps in time, and names only places, beds, people and
    /// events that there are.
    ///
    /// # Errors
    /// What was found, in a sentence.
    pub fn fits(&self, map: &CampusMap) -> Result<(), String> {
        if !(1..=MOST_PEOPLE).contains(&self.people.len()) {
            return Err(format!(
                "it has {} people; expected 1 to {MOST_PEOPLE}",
                self.people.len()
            ));
        }
        if !(1..=60).contains(&self.tick_seconds) {
            return Err(format!(
                "a tick is {} seconds; expected 1 to 60",
                self.tick_seconds
            ));
        }
        let place = |id: PlaceId| match usize::from(id.0) < map.places.len() {
            true => Ok(()),
            false => Err(format!("place {} is not on its map", id.0)),
        };
        let bed = |id: SpotId| match usize::from(id.0) < map.spots.len() {
            true => Ok(()),
            false => Err(format!("spot {} is not on its map", id.0)),
        };
        let person = |id: &AgentId| match (id.0 as usize) < self.people.len() {
            true => Ok(()),
            false => Err(format!("person {} is not there", id.0)),
        };
        for (persona, _) in &self.people {
            persona.home.map_or(Ok(()), place)?;
            persona.bed.map_or(Ok(()), bed)?;
            persona.shifts.iter().try_for_each(|s| place(s.place))?;
            persona
                .relationships
                .iter()
                .try_for_each(|r| person(&r.with))?;
        }
        for course in &self.term.courses {
            place(course.room)?;
            course.teacher.iter().try_for_each(person)?;
            course.students.iter().try_for_each(person)?;
        }
        for event in &self.events {
            place(event.place)?;
            event.hosts.iter().try_for_each(person)?;
        }
        for fact in &self.facts {
            fact.known_by.iter().try_for_each(person)?;
            if let Some(event) = fact.event.filter(|e| usize::from(*e) >= self.events.len()) {
                return Err(format!("a fact is about event {event}, which is not there"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::testing;

    #[test]
    fn a_scenario_that_names_what_is_not_there_does_not_fit() {
        let (scenario, map) = testing::first_week();
        assert_eq!(scenario.fits(&map), Ok(()));
        let breaks: [&dyn Fn(&mut Scenario); 9] = [
            &|s| s.people.clear(),
            &|s| s.tick_seconds = 0,
            &|s| s.people[4].0.home = Some(PlaceId(9999)),
            &|s| s.people[4].0.bed = Some(SpotId(60_000)),
            &|s| s.people[4].0.relationships[0].with = AgentId(25),
            &|s| s.term.courses[0].room = PlaceId(9999),
            &|s| s.term.courses[0].students.push(AgentId(25)),
            &|s| s.events[0].place = PlaceId(9999),
            &|s| s.facts[0].event = Some(99),
        ];
        for (i, broken) in breaks.iter().enumerate() {
            let mut scenario = Scenario::clone(&scenario);
            broken(&mut scenario);
            assert!(scenario.fits(&map).is_err(), "{i}");
        }
    }
}
