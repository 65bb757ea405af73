//! The posts that a campus has before anybody is drawn for them: who stands behind which counter at
//! which hours, and who teaches the courses that nobody of the scenario teaches.

use super::stock::stock;
use crate::campus::{
    CampusMap, Place, PlaceKind,
    people::{Role, Shift},
};
use collegium_core::{
    ids::PlaceId,
    time::{DayHours, HOUR, MINUTE, Weekdays},
};

/// How many stand behind a counter at once, so that it goes on serving when one is late.
const LANES: u32 = 2;

/// How long one stands there at a stretch, at most.
const LONGEST: u32 = 8 * HOUR + 30 * MINUTE;

/// How long before the doors open the first ones come.
const BEFORE: u32 = 15 * MINUTE;

/// How long those who come stand beside those who go.
const HANDOVER: u32 = 15 * MINUTE;

/// How much later the second lane changes than the first, so that never both do.
const APART: u32 = 30 * MINUTE;

/// On how many days of a week somebody works, at most.
const WORKDAYS: usize = 5;

/// What somebody is drawn for.
#[derive(Debug)]
pub(super) struct Post {
    /// What they are.
    pub role: Role,
    /// The name by which the term calls its teacher.
    pub name: Option<String>,
    /// When they stand behind which counter.
    pub shifts: Vec<Shift>,
    /// The courses of the term that they teach, by their numbers.
    pub courses: Vec<usize>,
}

/// All posts: the teachers in the order in which the term names them, then those of the counters in
/// the order of the map. `vacant` are the courses without a teacher, each with the name that it
/// gives them.
pub(super) fn all(map: &CampusMap, vacant: &[(String, usize)]) -> Vec<Post> {
    let mut posts: Vec<Post> = Vec::new();
    for (name, course) in vacant {
        let known = posts.iter_mut().find(|p| p.name.as_ref() == Some(name));
        if let Some(post) = known {
            post.courses.push(*course);
        } else {
            posts.push(Post {
                role: Role::Teacher,
                name: Some(name.clone()),
                shifts: Vec::new(),
                courses: vec![*course],
            });
        }
    }
    for (id, place) in (0..).map(PlaceId).zip(&map.places) {
        if !place.prices.is_empty() {
            posts.extend(behind(id, place));
        }
    }
    posts
}

/// Who serves at a counter.
const fn server(kind: PlaceKind) -> Role {
    match kind {
        PlaceKind::Cafeteria => Role::Cook,
        PlaceKind::Cafe => Role::Barista,
        PlaceKind::Shop => Role::Shopkeeper,
        PlaceKind::HealthCentre => Role::Nurse,
        _ => Role::Clerk,
    }
}

/// Those who keep a counter open together: for each stretch of the day as many as it takes for
/// nobody to work on more days than they should.
fn behind(id: PlaceId, place: &Place) -> Vec<Post> {
    let role = server(place.kind);
    let what = stock().shifts.get(role.word()).cloned().unwrap_or_default();
    let mut posts = Vec::new();
    for turns in stretches(place) {
        let many = turns.len().div_ceil(WORKDAYS).max(LANES as usize);
        let mut shifts: Vec<Vec<Shift>> = vec![Vec::new(); many];
        for (i, hours) in turns.into_iter().enumerate() {
            let own = &mut shifts[i % many];
            let same = own
                .iter_mut()
                .find(|s| (s.hours.from, s.hours.to) == (hours.from, hours.to));
            if let Some(shift) = same {
                shift.hours.days.0 |= hours.days.0;
            } else {
                own.push(Shift {
                    place: id,
                    hours,
                    what: what.clone(),
                });
            }
        }
        posts.extend(shifts.into_iter().map(|shifts| Post {
            role,
            name: None,
            shifts,
            courses: Vec::new(),
        }));
    }
    posts
}

/// The turns at a counter, each of a single day: first those of the first stretches of all days, in
/// the order of the days and of lanes within a day, then those of the second, and so on.
fn stretches(place: &Place) -> Vec<Vec<DayHours>> {
    let mut all: Vec<Vec<DayHours>> = Vec::new();
    for day in 0..7 {
        let open = place.open.iter().filter(|h| h.days.contains(day));
        let mut stretch = 0;
        for hours in open {
            let parts = (hours.to - hours.from).div_ceil(LONGEST);
            for part in 0..parts {
                if all.len() == stretch {
                    all.push(Vec::new());
                }
                let turns = (0..LANES).map(|lane| turn(day, hours, (part, parts), lane));
                all[stretch].extend(turns);
                stretch += 1;
            }
        }
    }
    all
}

/// One lane's turn in a part of the opening hours of a day.
fn turn(day: usize, hours: &DayHours, (part, parts): (u32, u32), lane: u32) -> DayHours {
    let edge = |part: u32| hours.from + (hours.to - hours.from) / parts * part + lane * APART;
    DayHours {
        days: Weekdays(1 << day),
        from: match part {
            0 => hours.from.saturating_sub(BEFORE),
            part => edge(part),
        },
        to: if part + 1 == parts {
            hours.to
        } else {
            edge(part + 1) + HANDOVER
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::testing;
    use collegium_core::time::SimTime;

    /// Whether two are at work at every minute at which a counter is open, but that those who
    /// change may be on their way.
    #[test]
    fn two_stand_behind_every_counter_at_all_hours() {
        let map = testing::first_week().1;
        let posts = all(&map, &[]);
        for (id, place) in (0..).map(PlaceId).zip(&map.places) {
            if place.prices.is_empty() {
                assert!(posts.iter().all(|p| p.shifts.iter().all(|s| s.place != id)));
                continue;
            }
            for minute in 0..7 * 24 * 60 {
                let now = SimTime(minute * MINUTE);
                let shifts = posts.iter().flat_map(|p| &p.shifts);
                let there = shifts.filter(|s| s.place == id && s.hours.covers(now));
                let there = there.count();
                let least = if place.is_open(now) { 2 } else { 0 };
                assert!(
                    (least..=3).contains(&there),
                    "{} at {now}: {there}",
                    place.name
                );
            }
        }
    }

    #[test]
    fn nobody_works_twice_at_once_or_on_more_days_than_five() {
        for post in all(&testing::first_week().1, &[]) {
            let days: Vec<u32> = (0..7)
                .map(|day| {
                    let on = post.shifts.iter().filter(|s| s.hours.days.contains(day));
                    on.count() as u32
                })
                .collect();
            assert!(days.iter().all(|n| *n <= 1), "{post:?}");
            assert!(days.iter().sum::<u32>() <= 5, "{post:?}");
            let long = |s: &Shift| s.hours.to - s.hours.from > LONGEST + HOUR;
            assert!(!post.shifts.iter().any(long), "{post:?}");
        }
    }

    #[test]
    fn a_teacher_has_all_courses_under_their_name() {
        let vacant = [("A. B.", 0), ("C. D.", 1), ("A. B.", 4)];
        let vacant = vacant.map(|(name, course)| (name.to_owned(), course));
        let posts = all(&CampusMap::default(), &vacant);
        let courses: Vec<_> = posts.iter().map(|p| p.courses.clone()).collect();
        assert_eq!(courses, [vec![0, 4], vec![1]]);
    }
}
