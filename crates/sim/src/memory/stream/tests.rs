use super::*;
use crate::memory::made::LARGE;
use collegium_core::{ids::AgentId, time::HOUR};

fn memory(at: u32, importance: u8, about: Option<u32>) -> Memory {
    Memory {
        at: SimTime(at),
        importance,
        about: about.map(AgentId),
        text: at.to_string(),
        ..Memory::default()
    }
}

fn all(stream: &Episodic) -> Vec<(u32, Memory)> {
    stream.iter().map(|(n, m)| (n, m.clone())).collect()
}

fn ids(found: &[Recalled]) -> Vec<u32> {
    found.iter().map(|s| s.number).collect()
}

#[test]
fn what_matters_and_what_is_asked_for_comes_first() {
    let mut stream = Episodic::default();
    for (at, importance, text) in [
        (0, 9, "My grandmother taught me to read the stars"),
        (3600, 2, "Kwame is eating (Refectory)"),
        (3700, 3, "I lost my notebook in the library"),
    ] {
        stream.remember(Memory {
            text: text.to_owned(),
            ..memory(at, importance, None)
        });
    }
    let settings = RetrievalSettings::default();
    let mut cue = Cue {
        settings: &settings,
        now: SimTime(7200),
        query: "the lost notebooks",
        task: "",
        most: 9,
    };
    assert_eq!(ids(&stream.retrieve(&cue, |_| true))[0], 2);
    cue.query = "";
    assert_eq!(ids(&stream.retrieve(&cue, |_| true))[0], 0);
    (cue.query, cue.task) = ("Kwame", "watch who is eating at the Refectory");
    assert_eq!(ids(&stream.retrieve(&cue, |m| m.importance < 9))[0], 1);
    assert_eq!(stream.retrieve(&cue, |_| true).len(), 3);
    assert!(stream.retrieve(&cue, |_| false).is_empty());
}

#[test]
fn a_copy_and_a_rebuilt_stream_retrieve_the_same() {
    let mut stream = Episodic::default();
    let settings = RetrievalSettings::default();
    let cue = Cue {
        settings: &settings,
        now: SimTime(99),
        query: "text 7",
        task: "a task of 3",
        most: 5,
    };
    for i in 0..20 {
        stream.remember(Memory {
            text: format!("a text of number {i}"),
            ..memory(i, 3, None)
        });
        stream.retrieve(&cue, |_| true);
    }
    let found = stream.retrieve(&cue, |_| true);
    assert_eq!(found, stream.clone().retrieve(&cue, |_| true));
    assert_eq!(
        found,
        Episodic::of(all(&stream).into_iter().map(|m| m.1).collect()).retrieve(&cue, |_| true)
    );
    assert_eq!(stream.store().len(), 20);
}

#[test]
fn the_published_code_passes_over_talks_and_what_is_idle() {
    let mut stream = Episodic::default();
    stream.remember(Memory {
        kind: MemoryKind::Chat,
        ..memory(0, 3, None)
    });
    stream.remember(Memory {
        text: "the desk is idle".to_owned(),
        ..memory(1, 3, None)
    });
    stream.remember(memory(2, 3, None));
    for (profile, expected) in [
        (Profile::StanfordCode, 1),
        (Profile::Paper, 3),
        (Profile::Fixed, 3),
    ] {
        let settings = RetrievalSettings::of(profile);
        let cue = Cue {
            settings: &settings,
            now: SimTime(9),
            query: "2",
            task: "",
            most: 9,
        };
        assert_eq!(stream.retrieve(&cue, |_| true).len(), expected, "{profile}");
    }
}

#[test]
fn what_has_expired_is_not_brought_to_mind() {
    let mut stream = Episodic::of(vec![memory(0, 3, None)]);
    let thought = Memory {
        kind: MemoryKind::Thought,
        ..memory(0, 9, None)
    };
    let index = stream.conclude(thought, &[0, 0, 7], Some(SimTime(100)));
    assert_eq!(
        (
            stream.get(index).unwrap().evidence(),
            stream.get(index).unwrap().depth()
        ),
        (&[0][..], 1)
    );
    let settings = RetrievalSettings::default();
    let at = |now| Cue {
        settings: &settings,
        now: SimTime(now),
        query: "0",
        task: "",
        most: 9,
    };
    assert_eq!(stream.recall(&at(99), |_| true).len(), 2);
    assert_eq!(ids(&stream.recall(&at(100), |_| true)), [0]);
    // Renewed, it lives on; and depth grows with what it rests on.
    let deeper = stream.conclude(memory(50, 5, None), &[index], None);
    assert_eq!(stream.get(deeper).unwrap().depth(), 2);
    stream.strengthen(index, &[0], 10, Some(SimTime(300)));
    assert_eq!(stream.get(index).unwrap().importance, 10);
    assert_eq!(
        stream
            .recall(&at(200), |m| m.kind == MemoryKind::Thought)
            .len(),
        1
    );
    let amended: Vec<u32> = stream.unsaved(stream.count()).map(|(n, _)| n).collect();
    assert_eq!(amended, [index]);
    stream.saved();
    assert_eq!(stream.unsaved(stream.count()).count(), 0);
}

#[test]
fn what_has_faded_is_forgotten_and_the_rest_keeps_its_numbers_and_vectors() {
    use collegium_core::time::DAY;
    let mut stream = Episodic::default();
    for i in 0..40 {
        stream.remember(Memory {
            text: format!("small thing {i}"),
            ..memory(0, 2, None)
        });
    }
    stream.remember(Memory {
        text: "The day my bicycle was stolen".to_owned(),
        ..memory(0, 8, None)
    });
    let settings = RetrievalSettings::default();
    let cue = |query, day: u32| Cue {
        settings: &settings,
        now: SimTime(day * DAY),
        query,
        task: "",
        most: 1,
    };
    assert_eq!(ids(&stream.recall(&cue("small thing 7", 5), |_| true)), [7]);
    let thought = stream.conclude(memory(6 * DAY, 4, None), &[3, 40], None);
    stream.forget(SimTime(8 * DAY - 1));
    assert_eq!(stream.len(), 42, "nothing goes before its time");
    stream.forget(SimTime(8 * DAY));
    let held: Vec<u32> = stream.iter().map(|(n, _)| n).collect();
    assert_eq!((held, stream.count()), (vec![7, 40, thought], 42));
    let found = stream.retrieve(&cue("the stolen bicycle", 9), |_| true);
    assert_eq!(ids(&found), [40]);
    assert!(found[0].scored.parts.relevance.raw > 0.5, "{found:?}");
    assert_eq!(stream.kept().touched, [(7, SimTime(5 * DAY))]);
    assert_eq!(stream.kept().ranges().collect::<Vec<_>>(), [7..8, 40..42]);
    // What a thought rests on keeps its number, and its depth, when it is forgotten.
    assert_eq!(stream.get(thought).unwrap().evidence(), [3, 40]);
    stream.strengthen(thought, &[7], 4, None);
    assert_eq!(stream.get(thought).unwrap().evidence(), [3, 7, 40]);
    let again = Episodic::restore(all(&stream), stream.kept());
    assert!(again == stream);
    assert_eq!(
        again.retrieve(&cue("the stolen bicycle", 9), |_| true),
        found
    );
    // A save that has had none of it gets a row of each; one that has all gets the thought.
    assert_eq!(stream.unsaved(0).count(), 42);
    assert_eq!(
        stream.unsaved(42).map(|(n, _)| n).collect::<Vec<_>>(),
        [thought]
    );
    // A few faded ones among many wait for more.
    for i in 0..40 {
        stream.remember(memory(12 * DAY + i, 2, None));
    }
    stream.forget(SimTime(13 * DAY));
    assert!(stream.get(7).is_some());
}

#[test]
fn what_came_to_mind_is_recent_again_and_stays_so() {
    let texts = [
        "A fox sat on the steps",
        "Tea with two sugars",
        "The choir rehearses",
    ];
    let remembered = texts.iter().zip(0..).map(|(t, i)| Memory {
        text: (*t).to_owned(),
        ..memory(i, 3, None)
    });
    let stream = Episodic::of(remembered.collect());
    let settings = RetrievalSettings::default();
    let cue = |query, most, hour| Cue {
        settings: &settings,
        now: SimTime(hour * HOUR),
        query,
        task: "",
        most,
    };
    assert_eq!(ids(&stream.recall(&cue("the fox", 1, 100), |_| true)), [0]);
    // Looking from outside touches nothing.
    stream.retrieve(&cue("sugar", 1, 101), |_| true);
    assert_eq!(stream.kept().touched, [(0, SimTime(100 * HOUR))]);
    // Asked for nothing in particular, all weigh the same but for recency: 0.99^100 against
    // 0.99^200.
    let found = stream.retrieve(&cue("", 3, 200), |_| true);
    assert_eq!(found[0].number, 0);
    assert!(
        (found[0].scored.parts.recency.raw - 0.366_032).abs() < 1e-5,
        "{:?}",
        found[0].scored.parts
    );
    let again = Episodic::restore(all(&stream), stream.kept());
    assert!(again == stream && again.retrieve(&cue("", 3, 200), |_| true) == found);
}

#[test]
fn the_published_code_ranks_by_last_access() {
    let mut stream = Episodic::default();
    for i in 0..3 {
        stream.remember(memory(i, 3, None));
    }
    let settings = RetrievalSettings::of(Profile::StanfordCode);
    let cue = |query, most| Cue {
        settings: &settings,
        now: SimTime(50),
        query,
        task: "",
        most,
    };
    stream.recall(&cue("0", 1), |_| true);
    // Memory 0 was touched last, so memory 1 has rank 1: 0.99, and memory 0 rank 3: 0.970299.
    let found = stream.retrieve(&cue("", 3), |_| true);
    for (index, expected) in [(1, 0.99), (2, 0.9801), (0, 0.970_299)] {
        let raw = found
            .iter()
            .find(|s| s.number == index)
            .map_or(0.0, |s| s.scored.parts.recency.raw);
        assert!((raw - expected).abs() < 1e-6, "{index}: {raw}");
    }
}

#[test]
fn a_graph_is_taken_up_at_its_time_whatever_the_clock_on_the_wall() {
    let names = ["Kwame", "Odile", "Ruta", "Elliot", "Hana", "Mateo", "Noor"];
    let things = [
        "the essay",
        "a lost notebook",
        "the star map",
        "tea",
        "the choir",
        "a flat tyre",
        "the archive",
    ];
    let mut stream = Episodic::default();
    for i in 0..LARGE as u32 {
        let n = i.wrapping_mul(2_654_435_761) >> 7;
        let text = format!(
            "{} spoke of {} at {}",
            names[n as usize % 7],
            things[n as usize / 7 % 7],
            n / 49 % 24
        );
        stream.remember(Memory {
            text,
            ..memory(i, 1 + (n % 9) as u8, None)
        });
    }
    let settings = RetrievalSettings::default();
    let ask = |stream: &Episodic, hour: u32| {
        let cue = Cue {
            settings: &settings,
            now: SimTime(hour * HOUR),
            query: "Ruta and tea",
            task: "map",
            most: 8,
        };
        ids(&stream.recall(&cue, |m| m.importance < 9))
    };
    ask(&stream, 10);
    assert_eq!(
        stream.kept().building,
        Some((LARGE as u32, SimTime(12 * HOUR)))
    );
    let copy = Episodic::restore(all(&stream), stream.kept());
    assert_eq!(
        (ask(&stream, 11), stream.kept().graph),
        (ask(&copy, 11), None)
    );
    let first = ask(&stream, 12);
    assert_eq!(stream.kept().graph, Some(LARGE as u32));
    assert_eq!(first, ask(&copy, 12));
    // Resumed with the graph in use, it is built anew and finds the same.
    let late = Episodic::restore(all(&stream), stream.kept());
    assert_eq!(ask(&late, 13), ask(&stream, 13));
    assert!(late == stream);
    // Where the graph finds too little of what is let in, everything is looked at.
    let cue = Cue {
        settings: &settings,
        now: SimTime(14 * HOUR),
        query: "",
        task: "",
        most: 3,
    };
    assert_eq!(ids(&stream.retrieve(&cue, |m| m.at == SimTime(77))), [77]);
}
