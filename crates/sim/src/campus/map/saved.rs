//! Whether a map that was read back from a save can be lived on: a save may come from anywhere, and
//! every number in a map is an index into something.

use super::{
    CampusMap, LARGEST, MOST_COVERED, MOST_DOORS, MOST_PLACES, MOST_SPOTS, NOWHERE, Place, Tile,
};
use collegium_core::time::DAY;

impl CampusMap {
    /// Checks that the map is of a size that maps have, and that all its numbers and tiles are of
    /// something that is there.
    ///
    /// # Errors
    /// What was found and what was expected, in a sentence.
    pub fn validate(&self) -> Result<(), String> {
        let (width, height) = (self.grid.width, self.grid.height);
        let tiles = usize::try_from(width).unwrap_or(0) * usize::try_from(height).unwrap_or(0);
        if !(1..=LARGEST).contains(&width) || !(1..=LARGEST).contains(&height) {
            return Err(format!(
                "its size is {width} × {height}; expected 1 to {LARGEST} tiles along each side"
            ));
        }
        if self.grid.len() != tiles || self.place_at.len() != tiles {
            return Err(format!(
                "it has {} tiles, and places for {}; expected {tiles} ({width} × {height})",
                self.grid.len(),
                self.place_at.len()
            ));
        }
        if !(1..=MOST_PLACES).contains(&self.places.len()) || self.spots.len() > MOST_SPOTS {
            return Err(format!(
                "it has {} places and {} spots; expected 1 to {MOST_PLACES} and at most \
                 {MOST_SPOTS}",
                self.places.len(),
                self.spots.len()
            ));
        }
        let absent = |place: u16| usize::from(place) >= self.places.len();
        if let Some(place) = self.place_at.iter().find(|p| **p != NOWHERE && absent(**p)) {
            return Err(format!(
                "a tile belongs to place {place}, which is not there"
            ));
        }
        for (i, spot) in self.spots.iter().enumerate() {
            if self.grid.index(spot.tile).is_none() || absent(spot.place.0) {
                return Err(format!(
                    "spot {i} is at tile {},{} of place {}; expected a tile and a place of the map",
                    spot.tile.x, spot.tile.y, spot.place.0
                ));
            }
        }
        let mut covered = 0;
        for (i, place) in self.places.iter().enumerate() {
            self.check_place(i, place)
                .map_err(|what| format!("place {i}: {what}"))?;
            covered += usize::try_from(place.rect.area()).unwrap_or(0);
        }
        if covered > MOST_COVERED * tiles {
            return Err(format!(
                "its places cover {covered} tiles; expected at most {MOST_COVERED} times the map"
            ));
        }
        Ok(())
    }

    fn check_place(&self, number: usize, place: &Place) -> Result<(), String> {
        let rect = place.rect;
        let ends = [
            (i32::from(rect.x), i32::from(rect.w), self.grid.width),
            (i32::from(rect.y), i32::from(rect.h), self.grid.height),
        ];
        let inside = ends
            .iter()
            .all(|(from, size, most)| *from >= 0 && *size > 0 && from + size <= i32::from(*most));
        if !inside {
            return Err(format!(
                "its rectangle {} × {} at {},{} leaves the map",
                rect.w, rect.h, rect.x, rect.y
            ));
        }
        let lists = [&place.doors, &place.queue, &place.standing];
        let outside = |tile: &&Tile| self.grid.index(**tile).is_none();
        if let Some(tile) = lists.into_iter().flatten().find(outside) {
            return Err(format!("its tile {},{} is not on the map", tile.x, tile.y));
        }
        if lists.iter().any(|list| list.len() > MOST_DOORS) || place.spots.len() > self.spots.len()
        {
            return Err("it has more doors, tiles or spots than a map has".to_owned());
        }
        let foreign = |spot: &&super::SpotId| {
            let spot = self.spots.get(usize::from(spot.0));
            spot.is_none_or(|spot| usize::from(spot.place.0) != number)
        };
        if let Some(spot) = place.spots.iter().find(foreign) {
            return Err(format!("its spot {} is not there, or is another's", spot.0));
        }
        let hours = |h: &&collegium_core::time::DayHours| h.from >= h.to || h.to > DAY;
        if place.open.iter().any(|h| hours(&h)) {
            return Err("it is open from a time that is not before the other".to_owned());
        }
        if place.capacity == 0 || !(0.0..=1e6).contains(&place.serves_per_minute) {
            return Err(format!(
                "it holds {} people and serves {} a minute; expected 1 or more, and 0 or more",
                place.capacity, place.serves_per_minute
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::{SpotId, testing};
    use collegium_core::ids::PlaceId;

    #[test]
    fn a_map_is_refused_for_every_number_that_leads_nowhere() {
        let (_, map) = testing::first_week();
        assert_eq!(map.validate(), Ok(()));
        let broken: [(&dyn Fn(&mut CampusMap), &str); 10] = [
            (&|m| *m = CampusMap::default(), "its size is 0 × 0"),
            (&|m| m.grid.width = -1, "its size is -1"),
            (&|m| m.grid.height -= 1, "expected 13860"),
            (&|m| m.place_at.truncate(5), "places for 5"),
            (&|m| m.place_at[7] = 4000, "place 4000"),
            (&|m| m.spots[3].tile.x = 500, "spot 3 is at tile 500"),
            (&|m| m.spots[3].place = PlaceId(9999), "of place 9999"),
            (&|m| m.places[2].rect.w = i16::MAX, "place 2: its rectangle"),
            (
                &|m| m.places[2].spots.push(SpotId(60_000)),
                "its spot 60000",
            ),
            (
                &|m| m.places[2].queue.push(Tile::new(-1, 0)),
                "its tile -1,0",
            ),
        ];
        for (breaks, expected) in broken {
            let mut map = CampusMap::clone(&map);
            breaks(&mut map);
            let error = map.validate().unwrap_err();
            assert!(error.contains(expected), "{error}; expected “{expected}”");
        }
    }
}
