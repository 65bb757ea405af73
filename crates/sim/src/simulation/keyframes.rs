//! Keyframes: the state of a campus in a save, whole once a day, and of the time since only what
//! has changed.

use crate::{
    record::{Keyframe, pack},
    room::{Changes, Frame},
};
use collegium_core::time::SimTime;
use std::io;

/// The last whole state that is committed, on which those after it stand.
#[derive(Default)]
pub(super) struct Keyframes {
    /// The tick and the day of it, and what it holds.
    whole: Option<(u64, u32, Frame)>,
}

impl Keyframes {
    /// Packs the state of a moment: what has changed since the last whole one, with that one's
    /// tick, or whole.
    ///
    /// # Errors
    /// When the state cannot be compressed.
    pub fn pack(
        &self,
        tick: u64,
        at: SimTime,
        frame: &Frame,
    ) -> io::Result<(Option<u64>, Vec<u8>)> {
        if let Some((base, day, whole)) = &self.whole
            // One of the same tick is replaced, so nothing can stand on it.
            && *base < tick
            && *day == at.day()
            && let Some((changes, before, after)) = Changes::between(whole, frame)
        {
            let changes = pack::pack(&to_bytes(&changes)?, &[])?;
            let mut data = (changes.len() as u32).to_le_bytes().to_vec();
            data.extend_from_slice(&changes);
            data.extend_from_slice(&pack::pack(&after, &before)?);
            return Ok((Some(*base), data));
        }
        Ok((None, pack::pack(&to_bytes(frame)?, &[])?))
    }

    /// Notes that a whole state is committed.
    pub fn committed_whole(&mut self, tick: u64, at: SimTime, frame: Frame) {
        self.whole = Some((tick, at.day(), frame));
    }

    /// Reads the last keyframe, and the whole one that it changes where it is not whole itself:
    /// what the next ones stand on, and the state.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn read(last: &Keyframe, base: Option<&Keyframe>) -> Result<(Self, Frame), String> {
        let whole = base.unwrap_or(last);
        let plain = pack::unpack(&whole.data, &[])?;
        let frame: Frame = postcard::from_bytes(&plain).map_err(|e| e.to_string())?;
        let state = match base {
            None => frame.clone(),
            Some(_) => changed(frame.clone(), &last.data)?,
        };
        let mut keyframes = Self::default();
        keyframes.committed_whole(whole.tick, whole.at, frame);
        Ok((keyframes, state))
    }
}

/// A value as postcard writes it.
fn to_bytes<T: serde::Serialize>(value: &T) -> io::Result<Vec<u8>> {
    postcard::to_allocvec(value).map_err(io::Error::other)
}

/// A frame after the changes of a keyframe.
fn changed(mut frame: Frame, data: &[u8]) -> Result<Frame, String> {
    let (length, data) = data.split_first_chunk().ok_or("it is too short")?;
    let length = u32::from_le_bytes(*length) as usize;
    let (changes, after) = data.split_at_checked(length).ok_or("it is too short")?;
    let plain = pack::unpack(changes, &[])?;
    let changes: Changes = postcard::from_bytes(&plain).map_err(|e| e.to_string())?;
    let unfit = "its changes do not fit the state before";
    let before = changes.before(&frame).ok_or(unfit)?;
    let after = pack::unpack(after, &before)?;
    changes.apply(&mut frame, &after).ok_or(unfit)?;
    Ok(frame)
}
