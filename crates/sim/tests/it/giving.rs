//! Giving and lending: what changes bags, whose it stays, and that it comes back.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use bevy::{ecs::system::SystemState, prelude::*};
use collegium_core::{
    ids::AgentId,
    time::{Clock, DAY, HOUR, SimTime},
};
use collegium_sim::{
    campus::{
        Bag, Ground, Item, Posture, Roster,
        people::{Activity, Body, Doing},
    },
    conduct::{ConductState, measures::Cooperation},
    memory::{Episodic, Object, SocialMemory},
    record::{Chronicle, Tallied},
    simulation::{CampusPlugins, Saver, resume, step, testing},
    tools::{self, Deed, EARSHOT, Give, How, LOAN, SimEvent, Stage, ToolOutcome},
};

/// The campus of the first week at an hour of its first day, as a world that can be changed.
struct Yard(App);

impl Yard {
    fn at(hour: f32) -> Self {
        let (scenario, map) = testing::first_week();
        let mut app = App::new();
        app.add_plugins(CampusPlugins {
            scenario,
            map,
            threads: 1,
        });
        app.finish();
        let mut yard = Self(app);
        yard.run(SimTime((hour * HOUR as f32) as u32));
        yard
    }

    fn run(&mut self, until: SimTime) {
        while self.now() < until {
            step(self.0.world_mut(), until);
        }
    }

    fn now(&self) -> SimTime {
        self.0.world().resource::<Clock>().now
    }

    fn get<C: Component>(&self, who: AgentId) -> &C {
        let entity = self.0.world().resource::<Roster>().entity(who);
        self.0.world().get::<C>(entity).unwrap()
    }

    fn set<C: Component>(&mut self, who: AgentId, value: C) {
        let entity = self.0.world().resource::<Roster>().entity(who);
        self.0.world_mut().entity_mut(entity).insert(value);
    }

    fn people(&self) -> impl Iterator<Item = AgentId> + use<> {
        (0..self.0.world().resource::<Roster>().len()).map(|i| AgentId(i as u32))
    }

    fn give(&mut self, by: AgentId, with: AgentId, item: Item, lend: bool) -> ToolOutcome {
        let mut state: SystemState<Stage> = SystemState::new(self.0.world_mut());
        let mut stage = state.get_mut(self.0.world_mut()).unwrap();
        tools::call(&mut stage, by, &Give { with, item, lend }.into()).unwrap()
    }

    /// The word of the refusal.
    fn refused(&mut self, by: AgentId, with: AgentId, item: Item, lend: bool) -> &'static str {
        let bags: Vec<Bag> = self
            .people()
            .map(|who| self.get::<Bag>(who).clone())
            .collect();
        let word = self.give(by, with, item, lend).unwrap_err().word();
        let after: Vec<Bag> = self
            .people()
            .map(|who| self.get::<Bag>(who).clone())
            .collect();
        assert!(bags == after, "{word} has changed a bag");
        word
    }

    fn can_hand(&self, who: AgentId) -> bool {
        let doing = self.get::<Activity>(who).doing;
        self.get::<Body>(who).posture != Posture::Away
            && !matches!(
                doing,
                Doing::Sleeping | Doing::Walking | Doing::Washing | Doing::InTown
            )
    }

    /// Two who know each other and are beside each other, and a third who is neither.
    fn three(&self) -> (AgentId, AgentId, AgentId) {
        let map = &self.0.world().resource::<Ground>().0;
        let near = |a: AgentId, b: AgentId| {
            let (a, b) = (self.get::<Body>(a).tile, self.get::<Body>(b).tile);
            a.distance(b) <= EARSHOT[0] && map.grid.sees(a, b)
        };
        let all: Vec<AgentId> = self.people().filter(|who| self.can_hand(*who)).collect();
        let knows = |a, b: AgentId| self.get::<SocialMemory>(a).known.contains_key(&b);
        let pair = |a: AgentId| all.iter().map(move |b| (a, *b));
        let (a, b) = all
            .iter()
            .flat_map(|a| pair(*a))
            .find(|(a, b)| a != b && near(*a, *b) && knows(*a, *b) && knows(*b, *a))
            .unwrap();
        let far = |c: &AgentId| *c != a && *c != b && !near(a, *c) && !near(b, *c);
        (a, b, all.iter().copied().find(far).unwrap())
    }
}

#[test]
fn a_gift_changes_bags_brings_people_closer_and_counts_once() {
    let mut yard = Yard::at(15.0);
    let (a, b, _) = yard.three();
    yard.set(a, Bag::of([Item::Tea]));
    yard.set(b, Bag::default());
    let close = |yard: &Yard, x, y| yard.get::<SocialMemory>(x).closeness(y);
    let before = (close(&yard, a, b), close(&yard, b, a));
    let gave = |yard: &Yard, who| yard.get::<ConductState>(who).counts.get(Cooperation::Gave);
    let counted = gave(&yard, a);
    yard.give(a, b, Item::Tea, false).unwrap();
    assert_eq!(yard.get::<Bag>(a), &Bag::default());
    assert_eq!(yard.get::<Bag>(b), &Bag::of([Item::Tea]));
    let next = yard.now().plus(10);
    yard.run(next);
    assert!(close(&yard, a, b) > before.0 && close(&yard, b, a) > before.1);
    assert_eq!(gave(&yard, a), counted + 1);
    let remembers = |who, other| {
        let memories = yard.get::<Episodic>(who).since(next.minus(10));
        let mut about = memories.filter(|(_, m)| m.about == Some(other));
        about.any(|(_, m)| matches!(&m.object, Some(Object::Deed(_))))
    };
    assert!(remembers(a, b) && remembers(b, a));
    let logged = &yard.0.world().resource::<Chronicle>().pending;
    let mut deeds = logged.iter().filter(|l| l.occurrence.agent == Some(a));
    assert!(deeds.any(|l| matches!(
        &l.occurrence.event,
        SimEvent::Deed { deed: Deed::Give(given) } if given.with == b && given.how == How::Given
    )));
}

#[test]
fn what_is_lent_stays_the_lenders_and_is_given_back() {
    let mut yard = Yard::at(15.0);
    let (a, b, far) = yard.three();
    yard.set(a, Bag::of([Item::Book]));
    yard.set(b, Bag::default());
    let gave = |yard: &Yard, who| yard.get::<ConductState>(who).counts.get(Cooperation::Gave);
    let counted = (gave(&yard, a), gave(&yard, b));
    yard.give(a, b, Item::Book, true).unwrap();
    let due = yard.now().plus(LOAN);
    let (mine, theirs) = (yard.get::<Bag>(a).clone(), yard.get::<Bag>(b).clone());
    assert_eq!((mine.things.len(), mine.lent.len()), (0, 1));
    assert_eq!((mine.lent[0].to, mine.lent[0].due), (b, due));
    let loan = theirs.loan(Item::Book, a).unwrap();
    assert_eq!((loan.owner, loan.due, theirs.own(Item::Book)), (a, due, 0));
    assert_eq!(yard.refused(b, far, Item::Book, false), "not_yours_to_give");
    // Even a full bag takes back what is its owner's.
    let full = Bag {
        lent: mine.lent,
        ..Bag::of([Item::Snack; Bag::MOST])
    };
    yard.set(a, full);
    yard.give(b, a, Item::Book, false).unwrap();
    assert_eq!(yard.get::<Bag>(b), &Bag::default());
    let mine = yard.get::<Bag>(a);
    assert_eq!((mine.own(Item::Book), mine.lent.len()), (1, 0));
    let next = yard.now().plus(10);
    yard.run(next);
    // The loan counts as cooperation, and that it was kept is no more than is due.
    assert_eq!((gave(&yard, a), gave(&yard, b)), (counted.0 + 1, counted.1));
}

#[test]
fn giving_is_refused_for_a_reason() {
    let mut yard = Yard::at(15.0);
    let (a, b, far) = yard.three();
    yard.set(a, Bag::of([Item::Tea, Item::Book]));
    yard.set(b, Bag::default());
    assert_eq!(yard.refused(a, a, Item::Tea, false), "nobody");
    assert_eq!(yard.refused(a, AgentId(9999), Item::Tea, false), "nobody");
    assert_eq!(yard.refused(a, b, Item::Medicine, false), "not_carried");
    assert_eq!(yard.refused(a, b, Item::Tea, true), "used_up");
    assert_eq!(yard.refused(a, far, Item::Tea, false), "out_of_reach");
    yard.set(b, Bag::of([Item::Snack; Bag::MOST]));
    assert_eq!(yard.refused(a, b, Item::Tea, false), "bag_full");
    let doing = |yard: &mut Yard, who, doing| {
        let activity = yard.get::<Activity>(who).clone();
        yard.set(who, Activity { doing, ..activity });
    };
    doing(&mut yard, b, Doing::Sleeping);
    assert_eq!(yard.refused(a, b, Item::Tea, false), "partner_busy");
    doing(&mut yard, a, Doing::Walking);
    assert_eq!(yard.refused(a, b, Item::Tea, false), "not_now");
    doing(&mut yard, a, Doing::Sleeping);
    assert_eq!(yard.refused(a, b, Item::Tea, false), "asleep");
    let body = yard.get::<Body>(a).clone();
    doing(&mut yard, a, Doing::InTown);
    let posture = Posture::Away;
    yard.set(a, Body { posture, ..body });
    assert_eq!(yard.refused(a, b, Item::Tea, false), "away");
}

/// How often the events of a log hand something over in a way.
fn times(log: &[tools::Occurrence], way: How) -> usize {
    let handed = |o: &&tools::Occurrence| {
        matches!(
            &o.event,
            SimEvent::Deed { deed: Deed::Give(given) } if given.how == way
        )
    };
    log.iter().filter(handed).count()
}

#[test]
fn people_give_lend_and_give_back() {
    let mut handed = [0; 3];
    for seed in 1..4 {
        let mut campus = testing::campus(seed, 25, 1);
        campus.run_until(campus.clock().start.plus(3 * DAY));
        // Nothing is saved here, so the whole log waits.
        let pending = &campus.world().resource::<Chronicle>().pending;
        let log: Vec<tools::Occurrence> = pending.iter().map(|l| l.occurrence.clone()).collect();
        let [given, lent, back] =
            [How::Given, How::Lent, How::Returned].map(|how| times(&log, how));
        let counted = |how: How| campus.head().tally.of(Tallied::Deeds, how.word()) as usize;
        let all = [How::Given, How::Lent, How::Returned].map(counted);
        assert_eq!(all, [given, lent, back]);
        let mut kept = 0;
        for person in campus.persons() {
            let bag = campus.get::<Bag>(person.id).unwrap();
            kept += bag.borrowed().count();
            // Both sides of a loan say the same.
            for lent in &bag.lent {
                let other = campus.get::<Bag>(lent.to).unwrap();
                let loan = other.loan(lent.item, person.id);
                assert_eq!(loan.map(|l| l.due), Some(lent.due));
            }
            // Nobody keeps for days what is wanted back.
            for (_, loan) in bag.borrowed() {
                let longest = loan.due.plus(DAY);
                assert!(longest > campus.clock().now, "{}", person.persona.name);
            }
        }
        assert_eq!(
            lent,
            back + kept,
            "what is lent is either back or still lent"
        );
        for (sum, times) in handed.iter_mut().zip([given, lent, back]) {
            *sum += times;
        }
    }
    let [given, lent, back] = handed;
    assert!(
        given > 2 && lent > 8 && back > 4,
        "{given} given, {lent} lent, {back} back"
    );
}

#[test]
fn loans_are_kept_in_saves() {
    let mut campus = testing::campus(1, 25, 1);
    let holds = |campus: &collegium_sim::simulation::Campus| {
        let bags = campus.persons().map(|p| campus.get::<Bag>(p.id).unwrap());
        bags.map(|bag| bag.borrowed().count()).sum::<usize>()
    };
    while holds(&campus) == 0 {
        assert!(
            campus.clock().now < SimTime(3 * DAY),
            "nobody has lent anything"
        );
        campus.run_until(campus.clock().now.plus(HOUR));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("loans.campus");
    drop(Saver::create(&path, &mut campus, HOUR).unwrap());
    let (mut again, saver) = resume(&path, 1, HOUR).unwrap();
    assert_eq!(holds(&again), holds(&campus));
    let end = campus.clock().now.plus(DAY);
    campus.run_until(end);
    again.run_until(end);
    assert_eq!(again.head().hex(), campus.head().hex());
    assert!(again.snapshot() == campus.snapshot());
    drop(saver);
}
