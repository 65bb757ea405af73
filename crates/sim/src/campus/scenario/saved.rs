//! Whether a scenario that was read back from a save, and the people in it, fit their map: every
//! number in them is an index into something; and its texts made harmless, since nobody has
//! checked them as those of a file.

use super::{CampusEvent, MOST_PEOPLE, PlantedFact, Scenario, conduct::ConductSettings};
use crate::campus::{
    CampusMap, SpotId, Tile,
    courses::{Course, Term},
    people::{Body, Look, MindKind, Persona, Relationship, SeedMemory, Shift},
};
use collegium_core::{
    ids::{AgentId, PlaceId},
    text::make_harmless,
};

// Whoever adds a field to what a save holds of a scenario says here whether it is a text: nothing
// is passed over by `..`.

impl Scenario {
    /// Makes visible in its texts what steers whatever shows them, or is not seen. Paths stay as
    /// they are.
    pub fn make_harmless(&mut self) {
        let Self {
            name,
            title,
            description,
            map_file: _,
            start: _,
            seed: _,
            tick_seconds: _,
            term,
            events,
            facts,
            perception: _,
            features: _,
            retrieval: _,
            reflection_threshold: _,
            conduct,
            people,
        } = self;
        for text in [name, title, description] {
            make_harmless(text);
        }
        term.make_harmless();
        for CampusEvent {
            title,
            place: _,
            begins: _,
            ends: _,
            groups,
            hidden: _,
            hosts: _,
        } in events
        {
            make_harmless(title);
            groups.iter_mut().for_each(make_harmless);
        }
        for PlantedFact {
            text,
            known_by: _,
            importance: _,
            event: _,
        } in facts
        {
            make_harmless(text);
        }
        conduct.make_harmless();
        for (persona, _) in people {
            persona.make_harmless();
        }
    }

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

impl Term {
    fn make_harmless(&mut self) {
        let Self {
            title,
            weeks: _,
            holidays: _,
            courses,
        } = self;
        make_harmless(title);
        for Course {
            code,
            title,
            teacher: _,
            room: _,
            sessions: _,
            students: _,
        } in courses
        {
            make_harmless(code);
            make_harmless(title);
        }
    }
}

impl ConductSettings {
    fn make_harmless(&mut self) {
        let Self {
            head,
            groups,
            lessons: _,
            rewards: _,
        } = self;
        head.iter_mut().for_each(make_harmless);
        let heads = std::mem::take(groups).into_iter();
        *groups = heads
            .map(|(mut group, mut head)| {
                make_harmless(&mut group);
                make_harmless(&mut head);
                (group, head)
            })
            .collect();
    }
}

impl Persona {
    fn make_harmless(&mut self) {
        let Self {
            name,
            age: _,
            role: _,
            group,
            pronouns,
            origin,
            innate,
            background,
            lifestyle,
            goals,
            task,
            home: _,
            bed: _,
            traits: _,
            wakes: _,
            sleeps: _,
            look,
            shifts,
            relationships,
            memories,
            language: _,
            mind,
        } = self;
        let Look {
            skin,
            hair,
            hair_color,
            top,
            top_color,
            bottom,
            bottom_color,
            beard,
            extra,
            extra_color,
            shoes_color,
        } = look;
        let said = [name, group, pronouns, origin, background, lifestyle, task];
        let worn = [
            skin,
            hair,
            hair_color,
            top,
            top_color,
            bottom,
            bottom_color,
            beard,
            extra_color,
            shoes_color,
        ];
        let own = said.into_iter().chain(worn);
        own.chain(innate)
            .chain(goals)
            .chain(extra)
            .for_each(make_harmless);
        for Shift {
            place: _,
            hours: _,
            what,
        } in shifts
        {
            make_harmless(what);
        }
        for Relationship {
            with: _,
            kind: _,
            closeness: _,
            note,
        } in relationships
        {
            make_harmless(note);
        }
        for SeedMemory {
            text,
            importance: _,
        } in memories
        {
            make_harmless(text);
        }
        match mind {
            MindKind::BuiltIn => {}
            MindKind::Model(profile) => make_harmless(profile),
        }
    }
}

impl Body {
    /// Whether it is on the map.
    ///
    /// # Errors
    /// What was found, in a sentence.
    pub fn fits(&self, map: &CampusMap) -> Result<(), String> {
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
    use crate::campus::testing;

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
    fn no_text_of_a_scenario_hides_anything() {
        let (scenario, map) = testing::first_week();
        let mut clean = Scenario::clone(&scenario);
        clean.make_harmless();
        assert_eq!(format!("{clean:?}"), format!("{scenario:?}"));
        let bad = "a\u{202e}b";
        let spoils: [&dyn Fn(&mut Scenario) -> &mut String; 16] = [
            &|s| &mut s.name,
            &|s| &mut s.title,
            &|s| &mut s.description,
            &|s| &mut s.term.title,
            &|s| &mut s.term.courses[1].code,
            &|s| &mut s.term.courses[1].title,
            &|s| &mut s.events[0].title,
            &|s| &mut s.events[0].groups[0],
            &|s| &mut s.facts[0].text,
            &|s| s.conduct.head.get_or_insert_default(),
            &|s| s.conduct.groups.entry("b".to_owned()).or_default(),
            &|s| &mut s.people[4].0.name,
            &|s| &mut s.people[4].0.goals[0],
            &|s| &mut s.people[4].0.look.hair,
            &|s| &mut s.people[4].0.relationships[0].note,
            &|s| &mut s.people[4].0.memories[0].text,
        ];
        for (i, spoil) in spoils.iter().enumerate() {
            let mut scenario = Scenario::clone(&scenario);
            *spoil(&mut scenario) = bad.to_owned();
            scenario.people[4].0.mind = MindKind::Model(bad.to_owned());
            scenario.make_harmless();
            let told = format!("{scenario:?}");
            assert!(!told.contains("202e"), "{i}");
            assert_eq!(told.matches("a‹U+202E›b").count(), 2, "{i}");
        }
        let mut map = CampusMap::clone(&map);
        map.name.push('\u{1b}');
        map.places[3].name.push('\u{200b}');
        map.places[4].building.push('\u{9b}');
        map.make_harmless();
        assert!(map.name.ends_with('␛') && map.places[3].name.ends_with("‹U+200B›"));
        assert!(map.places[4].building.ends_with("‹U+009B›"));
    }

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
