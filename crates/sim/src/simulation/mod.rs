//! A campus that lives: the rooms joined into one ECS world with one schedule.
//!
//! A [`Campus`] owns its world. Nothing is global, so a process can hold hundreds of campuses, on
//! any threads; whoever shows, saves or trains on a campus holds it and steps it.

mod correspondence;
mod due;
mod embedding;
mod snapshot;
mod stored;
pub mod testing;
mod view;

pub use correspondence::{Correspondence, Diverged, JoinError, Replay, USUAL_SETTINGS, settings};
pub use embedding::Endpoint;
pub use snapshot::Snapshot;
pub use stored::{ResumeError, Saver, load, resume};
pub use view::{EventLine, PersonView, event_line};

use crate::{
    campus::{
        CampusMap, Feed, Ground, Invitations, Register, Roster, Setting,
        counters::{Counters, Occupancy},
        neighbourhood::Neighbourhood,
        people::{
            Activity, Bag, Body, ByNeed, Doing, MindKind, Need, Needs, Posture, Purse, Timetable,
        },
        scenario::Scenario,
        talks::Talks,
    },
    conduct::{self, Change, Conduct, Decider, Lessons, Observations, Whom},
    memory::{
        Acquaintance, Episodic, Kept, Memory, MemoryKind, Predicate, ShortTerm, SocialMemory,
        Vectors,
    },
    mind::{
        self, CurrentAction, Decisions, Deliberation, Habits, Plan, Proposals, SimThreads,
        builtin::{lookout::Lookers, plan},
        model::lifestyle::Lifestyle,
        reflect::{Reflecting, diary::SelfSummary, wander::Musing},
        talk::{
            converse::{Approaches, LinesDue},
            encounter::Encounters,
        },
        thought_queue::{Desk, Heard},
    },
    record::{self, Chronicle, Head, Logged},
    social::{self, Ledger},
    tools::{self, Happening, HappeningKind, Happenings, Stage, ToolCall, Undecided, Walkers},
};
use bevy::{
    ecs::{
        schedule::{ScheduleLabel, SingleThreadedExecutor},
        system::SystemState,
    },
    prelude::*,
    tasks::TaskPoolBuilder,
};
use collegium_core::{
    dice::{Dice, Purpose},
    ids::AgentId,
    time::{Agenda, Clock, DAY, Due, HOUR, MINUTE, SimTime},
};
use collegium_llm::{Answer, Call, Calls, Request};
use std::sync::Arc;

/// The schedule of one tick.
#[derive(ScheduleLabel, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SimTick;

/// The phases of a tick, in order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SimSystems {
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

/// Adds the schedule of a tick with the systems of every room.
pub fn plugin(app: &mut App) {
    let mut schedule = Schedule::new(SimTick);
    schedule.set_executor(SingleThreadedExecutor::new());
    schedule.configure_sets(
        (
            SimSystems::Sense,
            SimSystems::Recall,
            SimSystems::Decide,
            SimSystems::Act,
            SimSystems::Settle,
            SimSystems::Record,
        )
            .chain(),
    );
    schedule.add_systems((
        (due::take_due, mind::thought_queue::hear)
            .chain()
            .in_set(SimSystems::Sense),
        // What models have answered comes first, so that it is not asked for again; what the
        // built-in mind thinks comes after.
        (mind::apply_plans, mind::begin_plans, mind::apply_plans)
            .chain()
            .in_set(SimSystems::Recall),
        (
            conduct::aim,
            mind::decide,
            mind::apply_steps,
            mind::model::apply_acts,
            mind::model::deliberate,
            mind::apply_steps,
        )
            .chain()
            .in_set(SimSystems::Decide),
        // Most ticks have no line, no look around and no end of a talk in them: then those systems
        // are passed over.
        (
            mind::act,
            mind::talk::begin_lines.run_if(|due: Res<LinesDue>| !due.0.is_empty()),
            mind::builtin::lookout::look_around
                .run_if(|lookers: Res<Lookers>| !lookers.0.is_empty()),
            mind::talk::approach.run_if(somebody_turns_to_somebody),
            mind::talk::say_lines.run_if(|heard: Res<Heard>| !heard.is_empty()),
        )
            .chain()
            .in_set(SimSystems::Act),
        (
            walk,
            mind::notice_people,
            mind::talk::greet.run_if(|encounters: Res<Encounters>| !encounters.0.is_empty()),
            mind::talk::begin_impressions.run_if(|talks: Res<Talks>| !talks.ended.is_empty()),
            mind::talk::keep_impressions.run_if(|heard: Res<Heard>| !heard.is_empty()),
        )
            .chain()
            .in_set(SimSystems::Settle),
        (
            mind::notice_happenings,
            social::arise.run_if(|happenings: Res<Happenings>| !happenings.list.is_empty()),
            mind::reflect::inner::look_inward,
            conduct::score.run_if(|happenings: Res<Happenings>| !happenings.list.is_empty()),
            record::chronicle,
            conduct::watch.run_if(resource_exists::<Observations>),
        )
            .chain()
            .in_set(SimSystems::Record),
    ));
    app.add_schedule(schedule);
}

/// Whether anybody wants to speak to somebody, or has to apologise.
fn somebody_turns_to_somebody(approaches: Res<Approaches>, happenings: Res<Happenings>) -> bool {
    !approaches.0.is_empty()
        || happenings
            .list
            .iter()
            .any(|h| h.kind == HappeningKind::Violation)
}

fn walk(mut stage: Stage) -> Result {
    tools::walk(&mut stage)
}

/// What a run has done so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// People × ticks that were run.
    pub run: u64,
    /// People × ticks in which nobody moved and nothing was due, and which were passed over.
    pub skipped: u64,
}

/// A campus that lives.
pub struct Campus {
    world: World,
    scenario: Arc<Scenario>,
    map: Arc<CampusMap>,
    threads: usize,
    steps: Steps,
    /// Of everybody's memories.
    vectors: Vectors,
}

impl Campus {
    /// Builds a campus at the start of its scenario. `threads` is how many threads may decide at
    /// once; the log does not depend on it.
    pub fn new(scenario: Arc<Scenario>, map: Arc<CampusMap>, threads: usize) -> Self {
        let mut campus = Self::empty(scenario, map, threads);
        campus.populate();
        campus
    }

    /// The world with its schedule and resources, but without people.
    fn empty(scenario: Arc<Scenario>, map: Arc<CampusMap>, threads: usize) -> Self {
        let mut app = App::empty();
        plugin(&mut app);
        let mut world = std::mem::take(app.world_mut());
        let clock = Clock::new(scenario.start, scenario.tick_seconds);
        let pool = (threads > 1).then(|| {
            TaskPoolBuilder::new()
                .num_threads(threads)
                .thread_name("campus".to_owned())
                .build()
        });
        world.insert_resource(clock);
        world.insert_resource(Dice {
            seed: scenario.seed,
        });
        world.insert_resource(Ground(Arc::clone(&map)));
        world.insert_resource(Setting(Arc::clone(&scenario)));
        world.insert_resource(SimThreads(pool));
        world.insert_resource(Neighbourhood::new(map.grid.width, map.grid.height));
        world.insert_resource(Occupancy {
            spots: vec![None; map.spots.len()],
            people: vec![0; map.places.len()],
            unseen_staff: (0..map.places.len())
                .map(|i| {
                    !scenario
                        .people
                        .iter()
                        .any(|(p, _)| p.shifts.iter().any(|s| usize::from(s.place.0) == i))
                })
                .collect(),
        });
        world.init_resource::<Agenda>();
        world.init_resource::<Counters>();
        world.init_resource::<Talks>();
        world.init_resource::<Feed>();
        world.init_resource::<Invitations>();
        world.insert_resource(Ledger::of(&scenario));
        world.init_resource::<Approaches>();
        world.init_resource::<Encounters>();
        world.insert_resource(Conduct::of(scenario.people.len()));
        world.init_resource::<Register>();
        world.init_resource::<Happenings>();
        world.init_resource::<Walkers>();
        world.init_resource::<Undecided>();
        world.init_resource::<Proposals>();
        world.init_resource::<LinesDue>();
        world.init_resource::<Lookers>();
        world.init_resource::<Desk>();
        world.init_resource::<Heard>();
        world.init_resource::<Calls>();
        world.init_resource::<Roster>();
        world.insert_resource(Chronicle::keeping());
        Self {
            world,
            scenario,
            map,
            threads,
            steps: Steps::default(),
            vectors: Vectors::default(),
        }
    }

    /// Puts everybody where the scenario begins: in bed, or up and about.
    fn populate(&mut self) {
        let scenario = Arc::clone(&self.scenario);
        let now = scenario.start;
        let dice = Dice {
            seed: scenario.seed,
        };
        let mut agenda = Agenda::default();
        agenda.put(SimTime((now.day() + 1) * DAY), Due::NewDay);
        for (c, s, begins, ends) in scenario.term.sessions_on(now.day()) {
            if begins >= now {
                agenda.put(begins, Due::ClassBegins(c, s));
                agenda.put(ends, Due::ClassEnds(c, s));
            }
        }
        for (i, (persona, cents)) in scenario.people.iter().enumerate() {
            let id = AgentId(i as u32);
            let mut roll = dice.stream(id.0, Purpose::Population, 1);
            let hosted = |e: &(usize, &crate::campus::scenario::CampusEvent)| {
                e.1.hidden && e.1.hosts.contains(&id)
            };
            let events = scenario
                .events
                .iter()
                .enumerate()
                .filter(hosted)
                .map(|(n, _)| n as u16)
                .collect();
            let timetable = Timetable {
                events,
                ..Timetable::default()
            };
            let today = plan::commitments(id, persona, &timetable, &scenario, now.day());
            let first = today
                .iter()
                .find(|c| c.ends > now)
                .map_or(now.plus(DAY), |c| c.begins.minus(20 * MINUTE));
            let midnight = now.minus(now.of_day());
            let rises = midnight.plus(persona.wakes).min(first);
            let asleep = rises > now.plus(15 * MINUTE)
                && persona.wakes.saturating_sub(now.of_day()) < 8 * HOUR;
            let hours_up = now.since(rises) as f32 / HOUR as f32;
            let mut level = |base: f32, fall: f32| {
                (base - fall * hours_up + 0.06 * roll.bell()).clamp(0.1, 1.0)
            };
            let levels = ByNeed::each(|need| match need {
                Need::Sleep => level(0.93, 0.06),
                Need::Food => level(0.38, -0.02),
                Need::Company => level(0.6, 0.03),
                Need::Fun => level(0.62, 0.03),
                Need::Hygiene => level(0.6, -0.02),
            });
            let on_shift = today.iter().find(|c| {
                matches!(c.what, crate::campus::people::Engagement::Shift(_))
                    && c.begins <= now.plus(15 * MINUTE)
                    && c.ends > now
            });
            let mut body = match on_shift {
                Some(shift) => self.place_at_work(shift.place),
                None => self.place_at_home(id, persona),
            };
            let mut needs = Needs::new(levels, now);
            let mut activity = Activity::default();
            if asleep {
                activity = Activity {
                    doing: Doing::Sleeping,
                    since: now,
                    until: Some(rises),
                    number: 1,
                    ..activity
                };
                agenda.put(rises, Due::ActivityEnds(id, 1));
                body.posture = if persona.home.is_some() {
                    Posture::Lying
                } else {
                    Posture::Away
                };
            } else {
                body.posture = Posture::Standing;
                self.world.resource_mut::<Undecided>().0.insert(id);
            }
            needs.turn_to(activity.doing, &persona.traits, now);
            let memories = persona
                .memories
                .iter()
                .map(|m| Memory {
                    at: now,
                    kind: MemoryKind::Seed,
                    importance: m.importance,
                    text: m.text.clone(),
                    predicate: Predicate::Knows,
                    ..Memory::default()
                })
                .collect();
            let known = persona
                .relationships
                .iter()
                .map(|r| {
                    (
                        r.with,
                        Acquaintance::new(r.kind, r.closeness, r.note.clone()),
                    )
                })
                .collect();
            let frame = snapshot::AgentFrame {
                body,
                needs,
                purse: Purse { cents: *cents },
                timetable: Timetable { today, ..timetable },
                activity,
                bag: Bag::default(),
                short_term: ShortTerm::default(),
                social: SocialMemory::of(known),
                plan: Plan::default(),
                current: CurrentAction::default(),
                habits: Habits::default(),
                decisions: Decisions::default(),
                deliberation: Deliberation::default(),
                lifestyle: Lifestyle::default(),
                mind: persona.mind.clone(),
                kept: Kept::default(),
                reflecting: Reflecting::default(),
                summary: SelfSummary::default(),
                musing: Musing::default(),
            };
            self.spawn(id, frame, Episodic::of(memories));
        }
        self.world.insert_resource(agenda);
    }

    /// The body of somebody at home: in its bed, or at the gate.
    fn place_at_home(&self, id: AgentId, persona: &crate::campus::people::Persona) -> Body {
        let (spot, place) = match (persona.bed, persona.home) {
            (Some(bed), Some(home)) => (Some(bed), Some(home)),
            (None, Some(home)) => (None, Some(home)),
            _ => (
                None,
                self.map.of_kind(crate::campus::PlaceKind::Gate).next(),
            ),
        };
        let standing = |p| {
            let tiles = &self.map.place(p).standing;
            if tiles.is_empty() {
                self.map.entrance(p)
            } else {
                tiles[id.0 as usize % tiles.len()]
            }
        };
        let tile = spot
            .map(|s| self.map.spot(s).tile)
            .or(place.map(standing))
            .unwrap_or_else(|| self.anywhere());
        Body {
            tile,
            spot,
            counts_in: place,
            ..Body::default()
        }
    }

    /// The body of somebody whose shift has begun: at a free spot behind the counter, or somewhere
    /// in the place.
    fn place_at_work(&self, place: collegium_core::ids::PlaceId) -> Body {
        let occupancy = self.world.resource::<Occupancy>();
        let spot = self
            .map
            .spots_of(place, crate::campus::SpotKind::Staff)
            .find(|s| occupancy.spots[s.0 as usize].is_none());
        let tile = spot.map_or_else(
            || self.map.place(place).standing.first().copied(),
            |s| Some(self.map.spot(s).tile),
        );
        Body {
            tile: tile.unwrap_or_else(|| self.map.entrance(place)),
            spot,
            counts_in: Some(place),
            ..Body::default()
        }
    }

    /// A walkable tile, for maps without a gate.
    fn anywhere(&self) -> crate::campus::Tile {
        let outdoors = self
            .map
            .places
            .iter()
            .find(|p| p.kind.outdoors() && !p.standing.is_empty());
        let place = outdoors.or_else(|| self.map.places.iter().find(|p| !p.standing.is_empty()));
        place.map_or_else(Default::default, |p| p.standing[0])
    }

    /// Adds a person with its state, and enters it everywhere it counts.
    fn spawn(&mut self, id: AgentId, frame: snapshot::AgentFrame, episodic: Episodic) {
        let episodic = episodic.with(self.vectors.clone());
        let persona = self.scenario.people[id.0 as usize].0.clone();
        self.world
            .resource_mut::<Neighbourhood>()
            .enter(id, frame.body.tile);
        let mut occupancy = self.world.resource_mut::<Occupancy>();
        if let Some(spot) = frame.body.spot {
            occupancy.spots[spot.0 as usize] = Some(id);
        }
        if let Some(place) = frame.body.counts_in {
            occupancy.people[place.0 as usize] += 1;
        }
        if !frame.body.path.is_empty() {
            self.world.resource_mut::<Walkers>().0.insert(id);
        }
        let snapshot::AgentFrame {
            body,
            needs,
            purse,
            timetable,
            activity,
            bag,
            short_term,
            social,
            plan,
            current,
            habits,
            decisions,
            deliberation,
            lifestyle,
            mind,
            kept: _,
            reflecting,
            summary,
            musing,
        } = frame;
        let entity = self
            .world
            .spawn((id, persona, body, needs, purse, timetable, activity, bag))
            .insert((
                short_term, episodic, social, plan, current, habits, decisions, mind,
            ))
            .insert((deliberation, lifestyle, reflecting, summary, musing))
            .id();
        self.world.resource_mut::<Roster>().0.push(entity);
    }

    /// Runs one tick, then moves on to the next one that has something in it, but not beyond
    /// `limit`.
    pub fn step(&mut self, limit: SimTime) {
        self.world.run_schedule(SimTick);
        // While somebody waits for a model the clock goes on tick by tick, so that an answer is
        // heard in the next one.
        let idle = self.world.resource::<Walkers>().0.is_empty()
            && self.world.resource::<Undecided>().0.is_empty()
            && self.world.resource::<Desk>().oldest().is_none();
        let next = self.world.resource::<Agenda>().next();
        let mut clock = self.world.resource_mut::<Clock>();
        clock.ticks_run += 1;
        let most = clock.ticks_until(limit).max(1);
        let ticks = if idle {
            next.map_or(most, |moment| clock.ticks_until(moment))
                .min(most)
        } else {
            1
        };
        clock.advance(ticks);
        let people = self.scenario.people.len() as u64;
        self.steps.run += people;
        self.steps.skipped += people * (ticks - 1);
    }

    /// Runs until the clock stands at `limit`, or at the first tick after it.
    pub fn run_until(&mut self, limit: SimTime) {
        while self.clock().now < limit {
            self.step(limit);
        }
    }

    /// Lets an agent make a call between two ticks, as a mind would: checked, carried out or
    /// refused, and entered into the log with the next tick.
    ///
    /// # Errors
    /// When there is no such agent.
    pub fn call(&mut self, agent: AgentId, call: &ToolCall) -> Result<tools::Outcome, BevyError> {
        if agent.0 as usize >= self.people() {
            return Err(format!(
                "there is no agent {agent}; expected a number below {}",
                self.people()
            )
            .into());
        }
        let mut state: SystemState<Stage> = SystemState::new(&mut self.world);
        let mut stage = state.get_mut(&mut self.world)?;
        tools::call(&mut stage, agent, call)
    }

    /// The requests to language models since the last time; whoever drives the campus has them
    /// answered.
    pub fn take_requests(&mut self) -> Vec<Request> {
        self.world.resource_mut::<Desk>().hand_out()
    }

    /// Brings answers; they enter the world with the next tick.
    pub fn deliver(&mut self, answers: Vec<Answer>) {
        self.world.resource_mut::<Desk>().deliver(answers);
    }

    /// When the oldest request that waits for an answer was asked, whether or not one has been
    /// delivered.
    pub fn waits_since(&self) -> Option<SimTime> {
        self.world.resource::<Desk>().oldest()
    }

    /// When the oldest request was asked to which no answer has been delivered.
    pub fn unanswered_since(&self) -> Option<SimTime> {
        self.world.resource::<Desk>().oldest_unanswered()
    }

    /// The profiles that model-driven minds name, one for each such mind; empty where a mind leaves
    /// it to the settings.
    pub fn model_profiles(&self) -> impl Iterator<Item = String> + '_ {
        (0..self.people()).filter_map(|i| match self.get::<MindKind>(AgentId(i as u32)) {
            Some(MindKind::Model(profile)) => Some(profile.clone()),
            _ => None,
        })
    }

    /// How many requests wait for an answer.
    pub fn waiting(&self) -> usize {
        self.world.resource::<Desk>().waiting().count()
    }

    /// The key of a request that waits for an answer.
    pub fn request_key(&self, id: u64) -> Option<[u8; 32]> {
        self.world
            .resource::<Desk>()
            .waiting()
            .find(|p| p.request.id == id)
            .map(|p| p.request.key())
    }

    /// The calls answered since the last commit, for whoever counts them.
    pub fn calls(&self) -> &[Call] {
        &self.world.resource::<Calls>().0
    }

    /// What has emerged so far: how the planted facts have spread, how dense the network is, how
    /// far invitations came.
    pub fn emergence(&self) -> social::Emergence {
        let people: Vec<&SocialMemory> = (0..self.people())
            .filter_map(|i| self.get::<SocialMemory>(AgentId(i as u32)))
            .collect();
        let funnel = self.world.resource::<Invitations>().funnel();
        let (clock, talks) = (self.clock(), self.head().tally.conversations);
        let ledger = self.world.resource::<Ledger>();
        social::measure(
            ledger,
            &people,
            funnel,
            talks,
            (clock.start, clock.now),
            &self.names(),
        )
    }

    /// Everybody's conduct: what was decided at decision points, and by whom.
    pub fn conduct(&self) -> &Conduct {
        self.world.resource::<Conduct>()
    }

    /// The clock.
    pub fn clock(&self) -> Clock {
        *self.world.resource::<Clock>()
    }

    /// Where the log stands.
    pub fn head(&self) -> &Head {
        &self.world.resource::<Chronicle>().head
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The map.
    pub fn map(&self) -> &Arc<CampusMap> {
        &self.map
    }

    /// What the run has done since it was built or restored.
    pub fn steps(&self) -> Steps {
        self.steps
    }

    /// The number of people.
    pub fn people(&self) -> usize {
        self.scenario.people.len()
    }

    /// The world, for whoever looks closer.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// A component of an agent.
    pub fn get<C: Component>(&self, agent: AgentId) -> Option<&C> {
        let entity = *self.world.resource::<Roster>().0.get(agent.0 as usize)?;
        self.world.get::<C>(entity)
    }

    /// Whether events, and what is let go, are kept for whoever saves or shows them (as they are at
    /// first), or only hashed and counted.
    pub fn keep_events(&mut self, keep: bool) {
        self.world.resource_mut::<Chronicle>().keeps = keep;
        let mut ledger = self.world.resource_mut::<Ledger>();
        ledger.facts.keep_gone(keep);
        ledger.log.keep_gone(keep);
        let mut invitations = self.world.resource_mut::<Invitations>();
        invitations.list.keep_gone(keep);
        self.world.resource_mut::<Feed>().posts.keep_gone(keep);
        for entity in self.world.resource::<Roster>().0.clone() {
            if let Some(mut stream) = self.world.get_mut::<Episodic>(entity) {
                stream.keep_forgotten(keep);
            }
        }
    }

    /// Lets a head, the expert or the built-in rule decide at the decision points of some, from the
    /// next tick on; the log says so. Gives how many it concerns.
    pub fn mount(&mut self, whom: &Whom, decider: &Decider) -> usize {
        self.change(whom, &Change::Decider(decider.clone()))
    }

    /// Teaches some a book of lessons, in the place of what they were taught before, or none any
    /// more; in the same way.
    pub fn teach(&mut self, whom: &Whom, lessons: Option<&Arc<Lessons>>) -> usize {
        self.change(whom, &Change::Lessons(lessons.cloned()))
    }

    /// Changes the conduct of some from the next tick on; the log says so. Gives how many it
    /// concerns.
    pub fn change(&mut self, whom: &Whom, change: &Change) -> usize {
        let now = self.clock().now;
        let mut changed = 0;
        for i in 0..self.people() {
            let (agent, group) = (AgentId(i as u32), &self.scenario.people[i].0.group);
            let meant = match whom {
                Whom::Everybody => true,
                Whom::Group(name) => name == group,
                Whom::Person(id) => *id == agent,
            };
            let noted = meant
                .then(|| {
                    self.world
                        .resource_mut::<Conduct>()
                        .change(agent, change, now)
                })
                .flatten();
            if let Some((kind, text)) = noted {
                let happening = Happening {
                    agent: Some(agent),
                    text,
                    ..Happening::new(kind)
                };
                self.world.resource_mut::<Happenings>().list.push(happening);
                changed += 1;
            }
        }
        changed
    }

    /// Lets heads draw their acts otherwise than in other branches of this campus, while everything
    /// else keeps its luck.
    pub fn branch_dice(&mut self, number: u64) {
        self.world.resource_mut::<Conduct>().branch(number);
    }

    /// Whether decisions of conduct are kept for whoever learns from them.
    pub fn keep_decisions(&mut self, keep: bool) {
        self.world.resource_mut::<Conduct>().keep_decisions(keep);
    }

    /// Takes out the decisions of conduct since the last time; see [`Conduct::take_decisions`].
    pub fn take_decisions(&mut self, all: bool) -> Vec<conduct::Decided> {
        self.world.resource_mut::<Conduct>().take_decisions(all)
    }

    /// Whether everybody is observed after every tick; see [`Campus::observations`].
    pub fn watch(&mut self, watch: bool) {
        if watch {
            self.world.init_resource::<Observations>();
        } else {
            self.world.remove_resource::<Observations>();
        }
    }

    /// What everybody saw after the last tick; nothing where nobody watches.
    pub fn observations(&self) -> Option<&Observations> {
        self.world.get_resource::<Observations>()
    }

    /// Whether the next tick may ask anybody anything: somebody has to decide, or something is due.
    /// Else people only walk and notice whom they pass.
    pub fn asks(&self) -> bool {
        let now = self.clock().now;
        !self.world.resource::<Undecided>().0.is_empty()
            || self
                .world
                .resource::<Agenda>()
                .next()
                .is_some_and(|due| due <= now)
    }

    /// Takes out the events since the last time.
    pub fn take_events(&mut self) -> Vec<Logged> {
        std::mem::take(&mut self.world.resource_mut::<Chronicle>().pending)
    }
}
