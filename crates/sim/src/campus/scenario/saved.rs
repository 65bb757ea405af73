//! Whether a scenario that was read back from a save, and the people in it, fit their map: every
//! number in them is an index into something.

use super::{MOST_PEOPLE, Scenario};
use crate::campus::{CampusMap, SpotId, Tile, people::Body};
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
        if !self.term.begins.is_sound() {
            return Err("its term begins on a day that no year has".to_owned());
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
        for policy in &self.policies {
            policy.who.iter().try_for_each(person)?;
            policy.places().try_for_each(place)?;
        }
        for book in &self.books {
            let courses = self.term.courses.len();
            if let Some(course) = book.course.filter(|c| usize::from(*c) >= courses) {
                return Err(format!("a book is for course {course}, which is not there"));
            }
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

impl Body {
    /// Whether it is on the map.
    ///
    /// # Errors
    /// What was found, in a sentence.
    pub(in crate::campus) fn fits(&self, map: &CampusMap) -> Result<(), String> {
        let off = |tile: &&Tile| map.grid.index(**tile).is_none();
        let tiles = [self.tile];
        if let Some(tile) = tiles.iter().chain(&self.path).find(off) {
            return Err(format!("tile {}, {} is not on its map", tile.x, tile.y));
        }
        if let Some(spot) = self.spot.filter(|s| s.0 as usize >= map.spots.len()) {
            return Err(format!("spot {} is not on its map", spot.0));
        }
        match self.counts_in.filter(|p| p.0 as usize >= map.places.len()) {
            Some(place) => Err(format!("place {} is not on its map", place.0)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campus::{people::MindKind, testing},
        room::read_harmless,
    };

    #[test]
    fn a_body_off_the_map_does_not_fit() {
        let (_, map) = testing::first_week();
        let body = Body {
            tile: map.entrance(PlaceId(0)),
            spot: Some(SpotId(0)),
            counts_in: Some(PlaceId(0)),
            set_out_in: None,
            ..Body::default()
        };
        assert_eq!(body.fits(&map), Ok(()));
        let breaks: [&dyn Fn(&mut Body); 4] = [
            &|b| b.tile = Tile::new(-1, 4),
            &|b| b.path.push(Tile::new(9999, 9999)),
            &|b| b.spot = Some(SpotId(60_000)),
            &|b| b.counts_in = Some(PlaceId(9999)),
        ];
        for (i, broken) in breaks.iter().enumerate() {
            let mut body = body.clone();
            broken(&mut body);
            assert!(body.fits(&map).is_err(), "{i}");
        }
    }

    #[test]
    fn what_is_read_of_a_scenario_and_its_map_hides_nothing() {
        let (scenario, map) = testing::first_week();
        let read = |scenario: &Scenario| {
            let bytes = postcard::to_allocvec(scenario).unwrap();
            read_harmless::<Scenario>(&bytes).unwrap()
        };
        assert_eq!(format!("{:?}", read(&scenario)), format!("{scenario:?}"));
        let bad = "a\u{202e}b".to_owned();
        let mut spoiled = Scenario::clone(&scenario);
        spoiled.title.clone_from(&bad);
        spoiled.events[0].groups[0].clone_from(&bad);
        spoiled.conduct.groups.insert(bad.clone(), bad.clone());
        spoiled.people[4].0.relationships[0].note.clone_from(&bad);
        spoiled.people[4].0.mind = MindKind::Model(bad);
        let told = format!("{:?}", read(&spoiled));
        assert!(!told.contains("202e"));
        assert_eq!(told.matches("a‹U+202E›b").count(), 6);
        let mut spoiled = CampusMap::clone(&map);
        spoiled.places[4].building.push('\u{9b}');
        let read: CampusMap = read_harmless(&postcard::to_allocvec(&spoiled).unwrap()).unwrap();
        assert!(read.places[4].building.ends_with("‹U+009B›"));
    }

    #[test]
    fn a_scenario_that_names_what_is_not_there_does_not_fit() {
        let (scenario, map) = testing::first_week();
        assert_eq!(scenario.fits(&map), Ok(()));
        let breaks: [&dyn Fn(&mut Scenario); 11] = [
            &|s| s.term.begins.month = 13,
            &|s| s.people.clear(),
            &|s| s.tick_seconds = 0,
            &|s| s.people[4].0.home = Some(PlaceId(9999)),
            &|s| s.people[4].0.bed = Some(SpotId(60_000)),
            &|s| s.people[4].0.relationships[0].with = AgentId(25),
            &|s| s.term.courses[0].room = PlaceId(9999),
            &|s| s.term.courses[0].students.push(AgentId(25)),
            &|s| s.events[0].place = PlaceId(9999),
            &|s| s.facts[0].event = Some(99),
            &|s| s.books[0].course = Some(99),
        ];
        for (i, broken) in breaks.iter().enumerate() {
            let mut scenario = Scenario::clone(&scenario);
            broken(&mut scenario);
            assert!(scenario.fits(&map).is_err(), "{i}");
        }
    }
}
