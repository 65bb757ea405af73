//! The index of a memory stream: vectors side by side, an exact scan for small streams, and a graph
//! for large ones.
//!
//! **How the graph finds the best by all parts.** With the ranges of the parts known, the score of
//! a memory m is `w·m + a · importance + b · recency + constant`, where w joins query and task: `w
//! = α query + β task`. So importance becomes a further direction of the indexed points (completed
//! to equal length, as in Bachrach et al. 2014), and one search of a graph of near neighbours
//! (HNSW) finds the memories with the highest sum. Recency fades within weeks: the newest memories
//! are looked at one by one. The ranges come from a second graph, of meaning alone: what is nearest
//! to the query and to its opposite. What is found this way is scored again, exactly.
//!
//! Memories that say the same and matter the same are one point with a list: of such only the
//! newest (or oldest) can be among the best.

mod built;
mod graph;
mod scan;
mod store;

pub use built::BuiltIndex;
pub use scan::{Scratch, SearchQuery};
pub use store::Store;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::retrieve::{Profile, RetrievalSettings, Scored};
    use collegium_core::{embed::Hashed, time::SimTime};

    /// A small stream of invented sentences, with repetitions.
    fn stream(count: u32) -> Store {
        let mut store = Store::default();
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
        for i in 0..count {
            let n = i.wrapping_mul(2_654_435_761) >> 7;
            let text = format!(
                "{} spoke of {} at {} o'clock, for the {}th time",
                names[(n % 7) as usize],
                things[(n / 7 % 7) as usize],
                n / 49 % 12,
                n / 588 % 40
            );
            store.push(&Hashed.embed(&text), SimTime(i * 600), (1 + n % 10) as u8);
        }
        store
    }

    fn indices(found: &[Scored]) -> Vec<usize> {
        found.iter().map(|s| s.index).collect()
    }

    #[test]
    fn the_graph_finds_what_the_scan_finds() {
        let store = stream(4000);
        let built = store.build().unwrap();
        assert_eq!(built.covers(), 4000);
        assert!(built.points() <= 4000);
        let task = Hashed.embed("find out who borrowed the star map");
        let mut scratch = Scratch::default();
        let mut scanning = Scratch::default();
        let now = SimTime(4000 * 600 + 60);
        for profile in Profile::ALL {
            let settings = RetrievalSettings::of(*profile);
            let (mut hits, mut all) = (0, 0);
            for query in [
                "Odile and her essay",
                "tea with Kwame",
                "the choir at 9",
                "notebooks",
                "Noor's archive",
                "",
            ] {
                let query = Hashed.embed(query);
                for task in [None, Some(task.as_slice())] {
                    let ask = SearchQuery {
                        settings: &settings,
                        now,
                        query: &query,
                        task,
                        most: 10,
                    };
                    let (quick, exact) = (
                        store.search(&built, &mut scratch, &ask, |_| true),
                        store.exact(&mut scanning, &ask, |_| true),
                    );
                    all += exact.len();
                    hits += exact
                        .iter()
                        .filter(|e| quick.iter().any(|q| q.index == e.index))
                        .count();
                }
            }
            assert!(hits * 100 >= all * 95, "{profile}: {hits} of {all}");
        }
    }

    #[test]
    fn what_is_newer_than_the_graph_is_found() {
        let mut store = stream(1500);
        let built = store.build().unwrap();
        let vector = Hashed.embed("a fox sat on the steps of the observatory");
        for i in 0..900 {
            let other = Hashed.embed(&format!("nothing of note, part {i}"));
            store.push(
                if i == 3 { &vector } else { &other },
                SimTime(1500 * 600 + i),
                10,
            );
        }
        let settings = RetrievalSettings::default();
        let ask = SearchQuery {
            settings: &settings,
            now: SimTime(1_000_000),
            query: &vector,
            task: None,
            most: 3,
        };
        assert_eq!(
            store.search(&built, &mut Scratch::default(), &ask, |_| true)[0].index,
            1503
        );
    }

    #[test]
    fn the_same_stream_gives_the_same_graph() {
        let store = stream(2500);
        let (a, b) = (store.build().unwrap(), store.clone().build().unwrap());
        let settings = RetrievalSettings::default();
        let (mut one, mut other) = (Scratch::default(), Scratch::default());
        for query in ["Ruta", "the star map", "a flat tyre at 7", "tea"] {
            let query = Hashed.embed(query);
            let ask = SearchQuery {
                settings: &settings,
                now: SimTime(9_999_999),
                query: &query,
                task: None,
                most: 40,
            };
            assert_eq!(
                store.search(&a, &mut one, &ask, |_| true),
                store.search(&b, &mut other, &ask, |_| true)
            );
        }
        assert_eq!(one.candidates, other.candidates);
    }

    #[test]
    fn what_is_known_of_a_task_is_not_taken_for_another() {
        let mut store = stream(50);
        let settings = RetrievalSettings::default();
        let (query, tasks) = (
            Hashed.embed("tea"),
            ["the choir", "a star map", "the choir"].map(|t| Hashed.embed(t)),
        );
        let mut scratch = Scratch::default();
        for (i, task) in tasks.iter().enumerate() {
            for task in [Some(task.as_slice()), None, Some(task.as_slice())] {
                let ask = SearchQuery {
                    settings: &settings,
                    now: SimTime(50 * 600),
                    query: &query,
                    task,
                    most: 60,
                };
                let kept = store.exact(&mut scratch, &ask, |_| true);
                assert_eq!(kept, store.exact(&mut Scratch::default(), &ask, |_| true));
            }
            store.push(&Hashed.embed("the choir sings"), SimTime(50 * 600), i as u8);
        }
    }

    #[test]
    fn nothing_and_little_are_searched_too() {
        let settings = RetrievalSettings::default();
        let query = Hashed.embed("anything");
        let ask = SearchQuery {
            settings: &settings,
            now: SimTime(5),
            query: &query,
            task: Some(&query),
            most: 10,
        };
        for count in [0, 1, 2, 40] {
            let store = stream(count);
            let built = store.build().unwrap();
            let found = store.search(&built, &mut Scratch::default(), &ask, |_| true);
            assert_eq!(
                indices(&found),
                indices(&store.exact(&mut Scratch::default(), &ask, |_| true)),
                "{count}"
            );
        }
        assert!(Store::default().is_empty());
    }
}
