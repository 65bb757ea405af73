//! Where names, bubbles and labels go on the map, so that none covers another: the more important
//! come first, and what finds no room is left out.

use bevy_egui::egui::Rect;

/// How important something written on the map is; the first are placed before the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Whose map it is. It stays where it is.
    Title,
    /// The name of whoever is selected.
    Selected,
    /// The name of whoever the pointer is on.
    Hovered,
    /// What one of these is from afar, touched by their names. It stays where it is.
    Dot,
    /// What one of these says.
    ChosenSays,
    /// The name of a building.
    Place,
    /// What anybody else says.
    Says,
    /// Anybody else's name and badge.
    Person,
}

impl Rank {
    /// How many of it are shown at most.
    const fn most(self) -> usize {
        match self {
            Rank::Says => 7,
            _ => usize::MAX,
        }
    }

    /// Whether it is shown wherever there is room for it or not.
    const fn must_be_shown(self) -> bool {
        matches!(
            self,
            Rank::Title | Rank::Selected | Rank::Hovered | Rank::Dot
        )
    }
}

/// Something that is to be written on the map.
pub struct Wish {
    /// How important it is. Of two of the same rank the one that is named first goes before.
    pub rank: Rank,
    /// The places where it may stand, in pixels of the screen, the best first.
    pub places: Vec<Rect>,
}

/// Finds a place for each wish: its number among [`Wish::places`], or none where each would cover
/// something that is more important. Names of buildings cover what is in `avoid` only where they
/// would have to be left out otherwise.
///
/// The same wishes always find the same places.
pub fn arrange(wishes: &[Wish], avoid: &[Rect]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|i| wishes[*i].rank);
    let mut taken: Vec<Rect> = Vec::new();
    let mut found = vec![None; wishes.len()];
    let (mut rank, mut shown) = (Rank::Title, 0);
    for i in order {
        let wish = &wishes[i];
        if wish.rank != rank {
            (rank, shown) = (wish.rank, 0);
        }
        if shown >= rank.most() {
            continue;
        }
        let first = |extra: &[Rect]| {
            let good = |place: &Rect| !covers(place, &taken) && !covers(place, extra);
            wish.places.iter().position(good)
        };
        let shy = if rank == Rank::Place { avoid } else { &[] };
        let place = first(shy)
            .or_else(|| first(&[]))
            .or_else(|| (rank.must_be_shown() && !wish.places.is_empty()).then_some(0));
        if let Some(place) = place {
            taken.push(wish.places[place]);
            found[i] = Some(place);
            shown += 1;
        }
    }
    found
}

/// Whether it covers a part of one of these; touching does not count.
fn covers(place: &Rect, others: &[Rect]) -> bool {
    others
        .iter()
        .any(|other| place.intersect(*other).is_positive())
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::{pos2, vec2};
    use proptest::prelude::*;

    fn at(x: f32, y: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(80.0, 20.0))
    }

    fn wish(rank: Rank, places: &[Rect]) -> Wish {
        Wish {
            rank,
            places: places.to_vec(),
        }
    }

    #[test]
    fn the_more_important_goes_first_whatever_the_order() {
        let here = at(0.0, 0.0);
        let ranks = [Rank::Person, Rank::Says, Rank::Place, Rank::Selected];
        for n in 1..=ranks.len() {
            let all: Vec<Wish> = ranks[..n].iter().map(|rank| wish(*rank, &[here])).collect();
            let found = arrange(&all, &[]);
            let shown: Vec<bool> = found.iter().map(Option::is_some).collect();
            let last: Vec<bool> = (1..=n).map(|i| i == n).collect();
            assert_eq!(shown, last, "{:?}", &ranks[..n]);
        }
        // Of the same rank, whoever is named first.
        let two = [
            wish(Rank::Person, &[here]),
            wish(Rank::Person, &[at(79.0, 19.0)]),
        ];
        assert_eq!(arrange(&two, &[]), [Some(0), None]);
        // Side by side there is room for both.
        let two = [
            wish(Rank::Person, &[here]),
            wish(Rank::Person, &[at(80.0, 0.0)]),
        ];
        assert_eq!(arrange(&two, &[]), [Some(0), Some(0)]);
    }

    #[test]
    fn what_finds_no_room_moves_or_is_left_out() {
        let (here, above) = (at(0.0, 0.0), at(0.0, -24.0));
        let all = [
            wish(Rank::Place, &[here, above]),
            wish(Rank::Selected, &[here]),
            wish(Rank::Place, &[here, above]),
        ];
        assert_eq!(arrange(&all, &[]), [Some(1), Some(0), None]);
        // Whoever the pointer is on is always named.
        let all = [wish(Rank::Hovered, &[here]), wish(Rank::Selected, &[here])];
        assert_eq!(arrange(&all, &[]), [Some(0), Some(0)]);
    }

    #[test]
    fn dots_are_covered_only_where_there_is_no_other_room() {
        let (here, above) = (at(0.0, 0.0), at(0.0, -24.0));
        let dot = Rect::from_center_size(here.center(), vec2(8.0, 8.0));
        let two = [
            wish(Rank::Place, &[here, above]),
            wish(Rank::Place, &[here, above]),
        ];
        assert_eq!(arrange(&two, &[dot]), [Some(1), Some(0)]);
        // Names of people stay with them.
        let name = wish(Rank::Selected, &[here, above]);
        assert_eq!(arrange(&[name], &[dot]), [Some(0)]);
    }

    #[test]
    fn no_more_than_seven_bubbles_of_others_are_shown() {
        let all: Vec<Wish> = (0..9)
            .map(|i| wish(Rank::Says, &[at(100.0 * i as f32, 0.0)]))
            .collect();
        assert_eq!(arrange(&all, &[]).iter().flatten().count(), 7);
    }

    proptest! {
        #[test]
        fn nothing_covers_anything(
            all in prop::collection::vec(
                (0usize..4, prop::collection::vec((0u16..300, 0u16..200), 1..4)),
                0..40,
            ),
            dots in prop::collection::vec((0u16..300, 0u16..200), 0..10),
        ) {
            let ranks = [Rank::ChosenSays, Rank::Place, Rank::Says, Rank::Person];
            let rect = |(x, y): &(u16, u16)| at(f32::from(*x), f32::from(*y));
            let wishes: Vec<Wish> = all
                .iter()
                .map(|(rank, places)| Wish {
                    rank: ranks[*rank],
                    places: places.iter().map(rect).collect(),
                })
                .collect();
            let dots: Vec<Rect> = dots.iter().map(rect).collect();
            let found = arrange(&wishes, &dots);
            let shown: Vec<(Rank, Rect)> = wishes
                .iter()
                .zip(&found)
                .filter_map(|(wish, place)| Some((wish.rank, wish.places[(*place)?])))
                .collect();
            for (i, (_, one)) in shown.iter().enumerate() {
                for (_, other) in &shown[i + 1..] {
                    prop_assert!(!one.intersect(*other).is_positive(), "{one:?} {other:?}");
                }
            }
            // What is left out had no room beside what is as important or more.
            let left_out = wishes.iter().zip(&found).filter(|(_, place)| place.is_none());
            for (wish, _) in left_out.filter(|(wish, _)| wish.rank != Rank::Says) {
                for place in &wish.places {
                    let in_the_way = shown.iter().any(|(rank, other)| {
                        *rank <= wish.rank && place.intersect(*other).is_positive()
                    });
                    prop_assert!(in_the_way, "{place:?}");
                }
            }
        }
    }
}
