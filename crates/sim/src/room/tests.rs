use super::*;
use collegium_core::ids::AgentId;
use serde::{Deserialize, Serialize};

/// A component of a room that exists only here.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Mood(Vec<i32>);

#[derive(Resource, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Weather(String);

#[derive(Resource, Clone, Debug, Default, PartialEq)]
struct Entered(Vec<i32>);

fn room(app: &mut App) {
    app.room("test", 7)
        .keep_from::<Mood>("mood", |world, person| {
            Mood(
                world
                    .get::<AgentId>(person)
                    .map(|a| a.0 as i32)
                    .into_iter()
                    .collect(),
            )
        })
        .keep_resource_from::<Weather>("weather", |_| Weather("rain".to_owned()))
        .starts(|_| Entered::default())
        .enters(|world, person| {
            let mood = world.get::<Mood>(person).map(|mood| mood.0.len() as i32);
            world.resource_mut::<Entered>().0.extend(mood);
        })
        .rebuilds(|world| world.resource_mut::<Entered>().0.push(-1))
        .grows::<Weather>()
        .grows_in_people::<Mood>()
        .checks(|world| match world.resource::<Weather>().0.as_str() {
            "frogs" => Err("it cannot rain frogs".to_owned()),
            _ => Ok(()),
        });
}

impl Grows for Weather {
    fn hold(&mut self, hold: bool) {
        self.0.push_str(if hold { " held" } else { " let go" });
    }

    fn saved(&mut self) {
        self.0.push_str(" saved");
    }
}

impl Grows for Mood {
    fn hold(&mut self, hold: bool) {
        self.0.push(i32::from(hold));
    }

    fn saved(&mut self) {
        self.0.clear();
    }
}

/// A world of the room with so many people; who are new begin.
fn world(people: u32, new: bool) -> (World, Vec<Entity>) {
    let mut app = App::empty();
    room(&mut app);
    let mut world = std::mem::take(app.world_mut());
    let roster = world.resource_scope(|world, rooms: Mut<Rooms>| {
        if new {
            rooms.begin(world);
        } else {
            rooms.prepare(world);
        }
        let mut roster = Vec::new();
        for i in 0..people {
            let person = world.spawn(AgentId(i)).id();
            roster.push(person);
            if new {
                rooms.arrive(world, person);
            }
        }
        roster
    });
    (world, roster)
}

#[test]
fn what_a_room_keeps_is_in_states_and_frames_without_being_named_elsewhere() {
    let (mut one, roster) = world(3, true);
    assert_eq!(one.get::<Mood>(roster[2]), Some(&Mood(vec![2])));
    assert_eq!(*one.resource::<Entered>(), Entered(vec![1, 1, 1]));
    if let Some(mut mood) = one.get_mut::<Mood>(roster[1]) {
        mood.0 = vec![5, 6];
    }
    one.resource_mut::<Weather>().0 = "sun".to_owned();
    one.entity_mut(roster[0]).remove::<Mood>();
    let rooms = one.resource::<Rooms>();
    let state = rooms.take(&one, &roster);
    let read = rooms
        .write(&one, &roster)
        .and_then(|frame| rooms.read(&frame, 3));
    assert_eq!(read.as_ref(), Ok(&state));
    let (mut two, others) = world(3, false);
    two.resource_scope(|world, rooms: Mut<Rooms>| {
        assert!(rooms.take(world, &others) != state);
        rooms.put(world, &others, state.clone());
        assert!(rooms.take(world, &others) == state);
    });
    assert_eq!(two.get::<Mood>(others[0]), None);
    assert_eq!(two.get::<Mood>(others[1]), Some(&Mood(vec![5, 6])));
    assert_eq!(two.resource::<Weather>().0, "sun");
    assert_eq!(*two.resource::<Entered>(), Entered(vec![2, 1, -1]));
}

#[test]
fn what_is_read_of_a_frame_hides_nothing() {
    let (mut world, roster) = world(1, true);
    world.resource_mut::<Weather>().0 = "sun\u{202e}\u{1b}[2J".to_owned();
    let rooms = world.resource::<Rooms>();
    let frame = rooms.write(&world, &roster).unwrap();
    let read = rooms.read(&frame, 1).unwrap();
    world.resource_scope(|world, rooms: Mut<Rooms>| rooms.put(world, &roster, read));
    assert_eq!(world.resource::<Weather>().0, "sun‹U+202E›␛[2J");
}

#[test]
fn what_grows_in_a_room_hears_what_is_held_and_saved() {
    let (mut world, roster) = world(2, true);
    let people = roster.clone();
    let mut act = |act: &dyn Fn(&Rooms, &mut World)| {
        world.resource_scope(|world, rooms: Mut<Rooms>| act(&rooms, world));
        let moods = people.iter().filter_map(|p| world.get::<Mood>(*p).cloned());
        (moods.collect(), world.resource::<Weather>().0.clone())
    };
    let told = |moods: [&[i32]; 2], weather: &str| {
        let moods: Vec<Mood> = moods.iter().map(|m| Mood(m.to_vec())).collect();
        (moods, weather.to_owned())
    };
    let found = act(&|rooms, world| rooms.hold(world, &roster, false));
    assert_eq!(found, told([&[0, 0], &[1, 0]], "rain let go"));
    let found = act(&|rooms, world| rooms.saved(world, &roster));
    assert_eq!(found, told([&[], &[]], "rain let go saved"));
}

#[test]
fn what_cannot_be_is_named_by_its_room() {
    let (mut world, _) = world(1, true);
    let check = |world: &World| world.resource::<Rooms>().check(world);
    assert_eq!(check(&world), Ok(()));
    world.resource_mut::<Weather>().0 = "frogs".to_owned();
    assert_eq!(check(&world), Err("it cannot rain frogs".to_owned()));
}

#[test]
fn a_frame_that_does_not_fit_is_named() {
    let (one, roster) = world(2, true);
    let rooms = one.resource::<Rooms>();
    let frame = rooms.write(&one, &roster).unwrap_or_default();
    let read = |frame: &Frame, people| rooms.read(frame, people).map(|_| ());
    assert_eq!(read(&frame, 2), Ok(()));
    assert_eq!(
        read(&frame, 3),
        Err("test/mood: found 2 rows, expected 3".to_owned())
    );
    let mut lacks = frame.clone();
    lacks.pages.remove(1);
    assert_eq!(read(&lacks, 2), Err("test/weather is missing".to_owned()));
    let mut more = frame;
    more.pages.push(Page::new("other/thing"));
    assert_eq!(read(&more, 2), Err("other/thing is not known".to_owned()));
}

#[test]
#[should_panic(expected = "two rooms named “test”")]
fn two_rooms_of_one_name_are_refused() {
    let mut app = App::empty();
    room(&mut app);
    app.room("test", 8);
}

#[test]
#[should_panic(expected = "“test/mood” is kept twice")]
fn two_things_of_one_name_in_a_room_are_refused() {
    let mut app = App::empty();
    app.room("test", 7)
        .keep::<Mood>("mood")
        .keep_resource::<Weather>("mood");
}
