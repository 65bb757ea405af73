//! Forgetting: what fades from memory, and when.
//!
//! Every memory is held as long as its importance says, counted from when it was made or last came
//! to mind. So what is recalled stays, what mattered stays long, and the many small things of a day
//! go after a good week. A save keeps a row of every memory; forgetting only takes them out of
//! mind.

use super::item::{Memory, MemoryKind};
use collegium_core::time::{DAY, SimTime};

/// Forgetting waits until one in so many of what is held has faded.
pub const SHARE: usize = 16;

/// For how many days memories of importance 0, 1, 2 … 10 are held after they were made or last came
/// to mind. Reflection counts over the last seven days, so that nothing goes sooner than that.
const DAYS: [u32; 11] = [8, 8, 8, 9, 10, 14, 21, 35, 56, 112, 365];

/// Whether a memory that was last touched then has faded. What somebody knew from the start never
/// does; a thought does once it has expired.
pub fn has_faded(memory: &Memory, touched: SimTime, now: SimTime) -> bool {
    match (memory.kind, memory.expires()) {
        (MemoryKind::Seed, _) => false,
        (_, Some(expires)) => expires <= now,
        _ => {
            let days = DAYS[usize::from(memory.importance).min(DAYS.len() - 1)];
            touched.plus(days * DAY) <= now
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_more_or_was_recalled_is_held_longer() {
        let memory = |kind, importance| Memory {
            kind,
            importance,
            ..Memory::default()
        };
        let faded = |m: &Memory, touched: u32, day: u32| {
            has_faded(m, SimTime(touched * DAY), SimTime(day * DAY))
        };
        let small = memory(MemoryKind::Deed, 2);
        assert!(!faded(&small, 0, 7) && faded(&small, 0, 8) && !faded(&small, 5, 12));
        let blow = memory(MemoryKind::Deed, 9);
        assert!(!faded(&blow, 0, 100) && faded(&blow, 0, 112));
        assert!(DAYS.is_sorted(), "more important ones are held no shorter");
        assert!(!faded(&memory(MemoryKind::Seed, 1), 0, 4000));
        let mut thought = memory(MemoryKind::Thought, 2);
        thought.grounds.get_or_insert_default().expires = Some(SimTime(30 * DAY));
        assert!(!faded(&thought, 0, 29) && faded(&thought, 29, 30));
    }
}
