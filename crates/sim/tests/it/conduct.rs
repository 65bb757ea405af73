//! Conduct: decision points, policy heads and what a run keeps of them.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, SimTime},
};
use collegium_llm::{Cassette, Outcome, Purpose};
use collegium_sim::{
    campus::{people::MindKind, scenario::Overrides},
    conduct::{
        ACTS, Act, Circumstance, Decider, Decides, HeadParts, Lesson, Lessons, Measure, Mounted,
        Point, TERMS, Violations, WIDTH, Whom,
        measures::{Breaks, ClassAttendance, ClassLateness, Cooperation, Noise},
        points::{Focus, Greet, Help, SetOff, Voice},
    },
    simulation::{Campus, Replay, Saver, resume, testing},
    tools::{Norm, SimEvent},
};
use std::sync::Arc;
use training::nets::params::{Named, Weights};

/// A head of one layer whose weights are drawn from a seed.
fn head(seed: u64, greedy: bool) -> Decider {
    let mut dice = training::seed::stream(seed, training::seed::Use::Init, 0);
    let weight = (0..WIDTH * ACTS).map(|_| dice.normal()).collect();
    let layers = vec![
        Named {
            name: "layers.0.weight".to_owned(),
            shape: vec![WIDTH, ACTS],
            values: weight,
        },
        Named {
            name: "layers.0.bias".to_owned(),
            shape: vec![ACTS],
            values: vec![0.0; ACTS],
        },
    ];
    let parts = HeadParts {
        name: format!("drawn{seed}"),
        greedy,
        activation: training::nets::mlp::Activation::Tanh,
        weights: Weights(layers),
        norm: None,
    };
    Decider::Head(Arc::new(Mounted::try_from(parts).unwrap()))
}

/// The weights or biases of a drawn head.
fn layer<'a>(parts: &'a mut HeadParts, what: &str) -> &'a mut Named {
    parts
        .weights
        .0
        .iter_mut()
        .find(|n| n.name.ends_with(what))
        .unwrap()
}

/// A head that always does one act where it is possible.
pub(crate) fn always(act: impl Into<Act>) -> Decider {
    let act = act.into();
    let Decider::Head(drawn) = head(1, true) else {
        unreachable!()
    };
    let mut parts = HeadParts::from((*drawn).clone());
    parts.name = act.word().to_owned();
    layer(&mut parts, "bias").values[act.number()] = 1000.0;
    Decider::Head(Arc::new(Mounted::try_from(parts).unwrap()))
}

fn campus() -> Campus {
    testing::campus(7, 25, 1)
}

fn noon() -> SimTime {
    SimTime(12 * HOUR)
}

#[test]
fn every_decision_is_possible_seen_and_rewarded() {
    let mut campus = campus();
    campus.keep_decisions(true);
    // A head of their own for each, so that every act is drawn by somebody.
    for agent in 0..25 {
        campus.mount(
            &Whom::Person(AgentId(agent)),
            &head(u64::from(agent), false),
        );
    }
    campus.run_until(SimTime(5 * DAY));
    let decisions = campus.take_decisions(true);
    assert!(decisions.len() > 2000, "{}", decisions.len());
    let mut seen = std::collections::BTreeMap::<Point, usize>::new();
    let (mut rewarded, mut broken) = ([false; TERMS], Violations::default());
    for d in &decisions {
        assert!(d.mask.allows(d.act) && d.mask.allows(d.rule), "{d:?}");
        assert!(d.observation.iter().all(|x| x.is_finite()) && d.log_prob <= 0.0);
        *seen.entry(d.point).or_default() += 1;
        for (yes, term) in rewarded.iter_mut().zip(d.rewards) {
            *yes |= term != 0.0;
        }
        broken = broken.and(d.violations);
    }
    for point in Point::ALL {
        assert!(seen.get(point).is_some_and(|n| *n > 5), "{point}: {seen:?}");
    }
    assert!(rewarded.iter().all(|yes| *yes), "{rewarded:?}");
    let rude = [
        Norm::Lateness,
        Norm::QueueCutting,
        Norm::Noise,
        Norm::Discourtesy,
    ];
    assert!(
        rude.iter().all(|norm| broken.has(*norm)),
        "a head that was drawn breaks norms: {broken:?}"
    );
    assert!(
        decisions.windows(2).any(|w| w[0].act != w[0].rule),
        "the head decides as the rule does"
    );
}

#[test]
fn acts_have_their_consequences() {
    let after = |act: Act| {
        let mut campus = campus();
        campus.mount(&Whom::Everybody, &always(act));
        campus.run_until(SimTime(DAY));
        campus.conduct().counts()
    };
    let skipped = after(SetOff::Skip.into());
    assert!(
        skipped.get(ClassAttendance::Missed) >= 10 && skipped.get(ClassAttendance::Attended) == 0,
        "{skipped:?}"
    );
    let (late, early) = (after(SetOff::Late.into()), after(SetOff::Early.into()));
    assert!(
        late.get(ClassLateness::Late) > 2 * early.get(ClassLateness::Late).max(1),
        "{late:?} {early:?}"
    );
    let broke_off = after(Focus::BreakOff.into());
    assert!(
        broke_off.get(Breaks::BrokeOff) > 5
            && broke_off.get(Breaks::BrokeOff) == broke_off.get(Breaks::Tempted)
    );
    let helps = after(Help::Help.into());
    assert!(
        helps.get(Cooperation::Helped) > 0
            && helps.get(Cooperation::Helped) == helps.get(Cooperation::Asked),
        "{helps:?}"
    );
}

#[test]
fn the_expert_breaks_fewer_norms_than_the_rule() {
    let violations = |decider: &Decider| {
        // How loud a week is differs from seed to seed.
        let of = |seed| {
            let mut campus = testing::campus(seed, 25, 1);
            campus.mount(&Whom::Everybody, decider);
            campus.run_until(SimTime(3 * DAY));
            let measures = campus.conduct().counts().measures(25.0 * 3.0);
            let found = measures.iter().find(|(m, _)| *m == Measure::Violations);
            found.unwrap().1.unwrap()
        };
        [5, 6, 7, 8].into_iter().map(of).sum::<f64>() / 4.0
    };
    let (rule, expert) = (violations(&Decider::Rule), violations(&Decider::Expert));
    assert!(expert < 0.67 * rule, "the expert {expert}, the rule {rule}");
}

#[test]
fn heads_survive_snapshots_and_threads_and_are_replayed() {
    let run = |threads| {
        let mut campus = testing::campus(7, 25, threads);
        campus.run_until(noon());
        let twelve = campus.people();
        assert_eq!(campus.mount(&Whom::Everybody, &head(2, false)), twelve);
        assert_eq!(
            campus.mount(&Whom::Everybody, &head(2, false)),
            0,
            "it decides already"
        );
        campus.run_until(noon().plus(2 * HOUR));
        assert_eq!(campus.mount(&Whom::Person(AgentId(3)), &Decider::Rule), 1);
        campus
    };
    let mut one = run(1);
    let mut restored =
        Campus::restore(one.scenario().clone(), one.map().clone(), one.snapshot(), 1);
    // A mount that has not been logged yet is not part of a snapshot's log: the restored campus
    // goes on from the tick before.
    one.run_until(SimTime(DAY));
    let mut two = run(3);
    two.run_until(SimTime(DAY));
    assert_eq!(one.head().hex(), two.head().hex());
    restored.run_until(SimTime(DAY));
    assert_eq!(restored.conduct().decider(AgentId(3)), Decides::Rule);
    assert_eq!(
        restored.conduct().decider(AgentId(4)),
        Decides::Head("drawn2")
    );
    let newest = restored.conduct().state(AgentId(4)).verdicts.back();
    assert_eq!(
        newest.map(|v| restored.conduct().named(v.by)),
        Some(Decides::Head("drawn2"))
    );
    let mut again = campus();
    let tape = Cassette::default();
    Replay::new(&tape)
        .with_changes(one.conduct().history())
        .run_until(&mut again, SimTime(DAY))
        .unwrap();
    assert_eq!(again.head().hex(), one.head().hex());
}

/// A book that keeps voices low wherever others want quiet, with that strength.
fn quiet(strength: f32) -> Arc<Lessons> {
    let voice = |when| Lesson {
        point: Point::Voice,
        when: Some(when),
        act: Voice::SpeakLow.into(),
        instead: None,
        strength,
        evidence: None,
    };
    let list = vec![voice(Circumstance::Quiet), voice(Circumstance::Silence)];
    Arc::new(Lessons {
        list,
        ..Lessons::new("quiet").unwrap()
    })
}

/// The same without a circumstance, about what everybody decides all the time.
fn greeting() -> Arc<Lessons> {
    let greet = Lesson {
        point: Point::Greet,
        when: None,
        act: Greet::Greet.into(),
        instead: Some(Greet::PassBy.into()),
        strength: 0.5,
        evidence: None,
    };
    Arc::new(Lessons {
        list: vec![greet],
        ..Lessons::new("greeting").unwrap()
    })
}

#[test]
fn lessons_change_what_they_are_about_and_nothing_else() {
    let day = |teaches: &dyn Fn(&mut Campus)| {
        let mut campus = campus();
        campus.keep_decisions(true);
        teaches(&mut campus);
        campus.run_until(SimTime(4 * DAY));
        campus
    };
    let mut plain = day(&|_| ());
    let mut weak = day(&|campus| assert_eq!(campus.teach(&Whom::Everybody, Some(&quiet(0.0))), 25));
    // A lesson without strength moves nobody's dice.
    let decided = plain.take_decisions(true);
    assert_eq!(weak.take_decisions(true), decided);
    assert!(decided.iter().all(|d| d.act == d.rule));
    let mut strong =
        day(&|campus| assert_eq!(campus.teach(&Whom::Everybody, Some(&quiet(1.0))), 25));
    let taught = strong.take_decisions(true);
    let calm = |d: &collegium_sim::conduct::Decided| {
        d.point == Point::Voice
            && [Circumstance::Quiet, Circumstance::Silence]
                .iter()
                .any(|c| c.holds(&d.observation))
    };
    assert!(
        decided.iter().any(|d| calm(d) && d.act == Voice::SpeakUp),
        "without lessons somebody speaks up there"
    );
    assert!(
        taught
            .iter()
            .filter(|d| calm(d))
            .all(|d| d.act == Voice::SpeakLow)
    );
    assert!(
        taught.iter().any(|d| d.act != d.rule) && taught.iter().all(|d| d.act == d.rule || calm(d))
    );
    let noise = |campus: &Campus| campus.conduct().counts().get(Noise::Noise);
    assert!(
        noise(&strong) < noise(&plain),
        "{} {}",
        noise(&strong),
        noise(&plain)
    );
    // A head and the expert decide for themselves.
    let mut expert = day(&|campus| {
        campus.mount(&Whom::Everybody, &always(Voice::SpeakUp));
        campus.teach(&Whom::Everybody, Some(&quiet(1.0)));
    });
    assert!(
        expert
            .take_decisions(true)
            .iter()
            .any(|d| calm(d) && d.act == Voice::SpeakUp)
    );
}

#[test]
fn the_inspector_is_told_which_lesson_changed_what() {
    let mut campus = campus();
    campus.teach(&Whom::Everybody, Some(&greeting()));
    // Only the newest are kept, so it is asked several times a day.
    let mut verdicts = Vec::new();
    for hour in [9, 12, 15, 18, 21, 24] {
        campus.run_until(SimTime(hour * HOUR));
        let state = |i| campus.conduct().state(AgentId(i));
        verdicts.extend((0..25).flat_map(|i| state(i).verdicts.iter().cloned()));
    }
    let (changed, kept): (Vec<_>, Vec<_>) = verdicts.into_iter().partition(|v| v.lesson.is_some());
    assert!(
        changed.len() > 5
            && changed
                .iter()
                .all(|v| v.lesson == Some(greeting().list[0]) && v.act == Greet::Greet)
    );
    assert!(
        changed.iter().all(|v| v.rule == Greet::PassBy) && kept.iter().all(|v| v.act == v.rule)
    );
    assert!(changed.iter().chain(&kept).all(|v| v.by.is_rule()));
    assert!(
        kept.iter()
            .any(|v| v.point == Point::Greet && v.act == Greet::PassBy),
        "half of the time luck is against it"
    );
}

#[test]
fn lessons_survive_snapshots_saves_and_threads_and_are_replayed() {
    let run = |threads| {
        let mut campus = testing::campus(7, 25, threads);
        campus.run_until(noon());
        assert_eq!(campus.teach(&Whom::Everybody, Some(&greeting())), 25);
        assert_eq!(
            campus.teach(&Whom::Everybody, Some(&greeting())),
            0,
            "it is taught already"
        );
        campus.run_until(noon().plus(2 * HOUR));
        assert_eq!(campus.teach(&Whom::Person(AgentId(3)), None), 1);
        assert_eq!(campus.mount(&Whom::Person(AgentId(4)), &Decider::Expert), 1);
        assert_eq!(
            campus.teach(&Whom::Person(AgentId(5)), Some(&quiet(1.0))),
            1
        );
        campus.run_until(noon().plus(3 * HOUR));
        campus
    };
    let mut one = run(1);
    let log: Vec<_> = one
        .take_events()
        .into_iter()
        .filter_map(|e| match e.occurrence.event {
            SimEvent::Taught { book } => Some(book),
            _ => None,
        })
        .collect();
    assert_eq!(log.len(), 27);
    let first = log[0].as_ref().unwrap();
    assert_eq!(
        (first.name.as_str(), first.checksum),
        ("greeting", greeting().checksum())
    );
    assert_eq!(log[25], None);
    let mut restored =
        Campus::restore(one.scenario().clone(), one.map().clone(), one.snapshot(), 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("taught.campus");
    drop(Saver::create(&path, &mut run(1), HOUR).unwrap());
    let (mut resumed, _saver) = resume(&path, 1, HOUR).unwrap();
    let mut two = run(3);
    for campus in [&mut one, &mut two, &mut restored, &mut resumed] {
        campus.run_until(SimTime(DAY));
        assert_eq!(campus.conduct().lessons(AgentId(3)), None);
        assert_eq!(campus.conduct().lessons(AgentId(4)), Some(&greeting()));
        assert_eq!(campus.conduct().lessons(AgentId(5)), Some(&quiet(1.0)));
    }
    for other in [&two, &restored, &resumed] {
        assert_eq!(one.head().hex(), other.head().hex());
    }
    let mut again = campus();
    let tape = Cassette::default();
    Replay::new(&tape)
        .with_changes(resumed.conduct().history())
        .run_until(&mut again, SimTime(DAY))
        .unwrap();
    assert_eq!(again.head().hex(), one.head().hex());
    let mut without = campus();
    without.run_until(SimTime(DAY));
    assert_ne!(without.head().hex(), one.head().hex());
}

#[test]
fn lessons_enter_the_prompts_of_plan_act_and_line_and_a_cassette_is_replayed() {
    let models = || {
        let mind = Some(MindKind::Model(String::new()));
        let (scenario, map) = testing::load(
            "first-week",
            Overrides {
                agents: Some(10),
                mind,
                ..Overrides::default()
            },
        );
        Campus::new(scenario, map, 1)
    };
    let mut campus = models();
    let plausible = |request: &collegium_llm::Request| {
        let schema = serde_json::from_str(&request.prompt.schema).unwrap();
        Outcome::Ok(mock_llm::answer(&schema, &request.prompt.user, request.id).to_string())
    };
    for agent in 0..3 {
        campus.teach(&Whom::Person(AgentId(agent)), Some(&greeting()));
    }
    let end = SimTime(DAY);
    let asked = testing::run_answered(&mut campus, end, plausible);
    let sentence = greeting().list[0].in_words(collegium_core::i18n::Language::English);
    for purpose in [Purpose::Plan, Purpose::Act, Purpose::Line] {
        let of = |taught: bool| {
            asked
                .iter()
                .filter(move |r| r.purpose == purpose && (r.agent.0 < 3) == taught)
        };
        assert!(
            of(true).count() > 0 && of(true).all(|r| r.prompt.system.contains(&sentence)),
            "{purpose:?}"
        );
        assert!(
            of(false).count() > 0 && of(false).all(|r| !r.prompt.system.contains(&sentence)),
            "{purpose:?}"
        );
    }
    let others = asked
        .iter()
        .filter(|r| !matches!(r.purpose, Purpose::Plan | Purpose::Act | Purpose::Line));
    assert!(
        others.clone().count() > 0 && others.clone().all(|r| !r.prompt.system.contains(&sentence))
    );
    let mut cassette = Cassette::default();
    for call in campus.calls() {
        cassette.record(&call.request, call.tick, &call.answer);
    }
    let now = campus.clock().now;
    let mut again = models();
    Replay::new(&cassette)
        .with_changes(campus.conduct().history())
        .run_until(&mut again, now)
        .unwrap();
    assert_eq!(again.head().hex(), campus.head().hex());
    // Without the lessons it is asked otherwise, and that is noticed.
    assert!(
        Replay::new(&cassette)
            .run_until(&mut models(), now)
            .is_err()
    );
}

#[test]
fn heads_of_another_shape_are_refused_in_words() {
    let Decider::Head(good) = head(3, true) else {
        unreachable!()
    };
    let mut parts = HeadParts::from((*good).clone());
    let weight = layer(&mut parts, "weight");
    weight.shape = vec![WIDTH - 1, ACTS];
    weight.values.truncate((WIDTH - 1) * ACTS);
    let error = Mounted::try_from(parts).unwrap_err().to_string();
    assert!(
        error.contains(&(WIDTH - 1).to_string()) && error.contains(&WIDTH.to_string()),
        "{error}"
    );
    let mut parts = HeadParts::from((*good).clone());
    layer(&mut parts, "weight").values[5] = f32::NAN;
    assert!(
        Mounted::try_from(parts)
            .unwrap_err()
            .to_string()
            .contains("finite")
    );
}

#[test]
fn a_head_that_imitates_the_rule_changes_nothing_but_who_decides() {
    // Whoever decides, the built-in rule's own dice are the same: what it would have done can be
    // told without disturbing anything.
    let (scenario, map) = testing::load(
        "first-week",
        Overrides {
            seed: Some(5),
            ..Overrides::default()
        },
    );
    let mut campus = Campus::new(scenario, map, 1);
    campus.mount(&Whom::Group("nobody".to_owned()), &Decider::Expert);
    campus.keep_decisions(true);
    campus.run_until(SimTime(DAY));
    let decisions = campus.take_decisions(true);
    assert!(
        decisions
            .iter()
            .all(|d| d.act == d.rule && Act::ALL.contains(&d.act))
    );
}
