//! What has changed from one frame to the next.

use super::frame::{Frame, Page};
use serde::{Deserialize, Serialize};

/// Which rows of a frame differ from those of the one before, and what they are now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// For each page with changes its number, and the numbers and lengths of the rows.
    pages: Vec<(u32, Vec<(u32, u32)>)>,
}

impl Changes {
    /// From one frame to the next, with the bytes of all changed rows as they were and as they
    /// are. None where the frames do not have the same pages and rows.
    pub fn between(old: &Frame, new: &Frame) -> Option<(Self, Vec<u8>, Vec<u8>)> {
        if old.pages.len() != new.pages.len() {
            return None;
        }
        let (mut changes, mut before, mut after) = (Self::default(), Vec::new(), Vec::new());
        for (number, (old, new)) in old.pages.iter().zip(&new.pages).enumerate() {
            if old.name != new.name || old.rows() != new.rows() {
                return None;
            }
            let mut rows = Vec::new();
            for (row, (old, new)) in old.iter().zip(new.iter()).enumerate() {
                if old != new {
                    rows.push((row as u32, new.len() as u32));
                    before.extend_from_slice(old);
                    after.extend_from_slice(new);
                }
            }
            if !rows.is_empty() {
                changes.pages.push((number as u32, rows));
            }
        }
        Some((changes, before, after))
    }

    /// The bytes that the changed rows have in a frame, one after the other. None where the frame
    /// lacks one of them.
    pub fn before(&self, frame: &Frame) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for (number, rows) in &self.pages {
            let page = frame.pages.get(*number as usize)?;
            for (row, _) in rows {
                bytes.extend_from_slice(page.row(*row as usize)?);
            }
        }
        Some(bytes)
    }

    /// Makes the changes, given the bytes of the changed rows as they are now. None where they do
    /// not fit.
    pub fn apply(&self, frame: &mut Frame, mut after: &[u8]) -> Option<()> {
        for (number, rows) in &self.pages {
            let page = frame.pages.get_mut(*number as usize)?;
            let mut changed = rows.iter().peekable();
            let mut next = Page::new(&page.name);
            for (row, old) in page.iter().enumerate() {
                match changed.next_if(|(at, _)| *at as usize == row) {
                    Some((_, length)) => {
                        let (new, rest) = after.split_at_checked(*length as usize)?;
                        next.push_bytes(new);
                        after = rest;
                    }
                    None => next.push_bytes(old),
                }
            }
            if changed.next().is_some() {
                return None;
            }
            *page = next;
        }
        after.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A frame of two pages with these rows.
    fn frame(people: &[Vec<u8>], world: &[u8]) -> Frame {
        let mut pages = [Page::new("a/people"), Page::new("b/world")];
        for row in people {
            pages[0].push_bytes(row);
        }
        pages[1].push_bytes(world);
        Frame {
            pages: pages.into(),
        }
    }

    proptest! {
        #[test]
        fn changes_lead_from_one_frame_to_the_next(
            rows: Vec<(Vec<u8>, Vec<u8>, bool)>,
            world: (Vec<u8>, Vec<u8>),
        ) {
            let old: Vec<_> = rows.iter().map(|r| r.0.clone()).collect();
            let new: Vec<_> = rows
                .iter()
                .map(|(old, new, changes)| if *changes { new.clone() } else { old.clone() })
                .collect();
            let (mut one, two) = (frame(&old, &world.0), frame(&new, &world.1));
            let Some((changes, before, after)) = Changes::between(&one, &two) else {
                return Err(TestCaseError::fail("the same pages"));
            };
            prop_assert_eq!(changes.before(&one), Some(before));
            prop_assert_eq!(changes.apply(&mut one, &after), Some(()));
            prop_assert_eq!(one, two);
        }
    }

    #[test]
    fn changes_that_do_not_fit_are_refused() {
        let (one, two) = (frame(&[vec![1]], &[2]), frame(&[vec![3, 4]], &[2]));
        let (changes, _, after) = Changes::between(&one, &two).unwrap_or_default();
        let cut = |bytes: &[u8]| changes.apply(&mut one.clone(), bytes);
        assert_eq!(cut(&after), Some(()));
        assert_eq!(cut(&after[..1]), None);
        assert_eq!(cut(&[3, 4, 5]), None);
        assert_eq!(changes.apply(&mut frame(&[], &[2]), &after), None);
        assert_eq!(changes.before(&Frame::default()), None);
        assert_eq!(Changes::between(&one, &frame(&[], &[2])), None);
    }
}
