//! Bytes as saves hold them: packed by Zstandard, behind a checksum.

use std::io::{self, Read as _, Write as _};
use zstd::stream::{read::Decoder, write::Encoder};

/// The level of Zstandard to pack at: more takes longer than it saves.
const LEVEL: i32 = 3;

/// The window of the packer, in powers of two of bytes: 32 MiB, so that a base of any usual size is
/// within reach.
const WINDOW: u32 = 25;

/// The most bytes that are unpacked at once: a damaged or foreign save does not take all memory.
const MOST: u64 = 1 << 30;

/// What a few bytes may be unpacked to, and how many times as much as there are many: nothing that
/// the simulation packs is that much like itself.
const MOST_OF_FEW: u64 = 64 << 20;
const MOST_TIMES: u64 = 1024;

/// Packs bytes, with a BLAKE3 checksum before them. What is like something in `base` takes no room;
/// the same base is needed to unpack them.
///
/// # Errors
/// When there is no memory for it.
pub fn pack(plain: &[u8], base: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = Encoder::with_ref_prefix(vec![0; blake3::OUT_LEN], LEVEL, base)?;
    if !base.is_empty() {
        encoder.window_log(window(base.len() + plain.len()))?;
    }
    encoder.set_pledged_src_size(Some(plain.len() as u64))?;
    encoder.write_all(plain)?;
    let mut bytes = encoder.finish()?;
    let (checksum, packed) = bytes.split_at_mut(blake3::OUT_LEN);
    checksum.copy_from_slice(blake3::hash(packed).as_bytes());
    Ok(bytes)
}

/// The window for so many bytes.
fn window(bytes: usize) -> u32 {
    bytes.next_power_of_two().ilog2().clamp(10, WINDOW)
}

/// Unpacks what [`pack`] made with the same base.
///
/// # Errors
/// What is wrong with it.
pub fn unpack(bytes: &[u8], base: &[u8]) -> Result<Vec<u8>, String> {
    let (checksum, packed) = bytes
        .split_at_checked(blake3::OUT_LEN)
        .ok_or("it is too short")?;
    if blake3::hash(packed).as_bytes() != checksum {
        return Err("its checksum is wrong".to_owned());
    }
    let most = MOST_OF_FEW
        .max(MOST_TIMES * packed.len() as u64)
        .saturating_add(2 * base.len() as u64)
        .min(MOST);
    let mut plain = Vec::new();
    let mut read = || -> io::Result<usize> {
        let mut decoder = Decoder::with_ref_prefix(packed, base)?;
        decoder.window_log_max(WINDOW)?;
        decoder.take(most + 1).read_to_end(&mut plain)
    };
    if read().map_err(|e| e.to_string())? as u64 > most {
        return Err(format!("it is larger than {most} bytes"));
    }
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(plain: Vec<u8>, base: Vec<u8>) {
            let bytes = pack(&plain, &base)?;
            prop_assert_eq!(unpack(&bytes, &base), Ok(plain));
        }

        #[test]
        fn bytes_that_were_changed_are_refused(plain: Vec<u8>, at: usize, bit in 0..8u32) {
            let mut bytes = pack(&plain, &[])?;
            let at = at % bytes.len();
            bytes[at] ^= 1u8 << bit;
            prop_assert!(unpack(&bytes, &[]).is_err());
        }
    }

    #[test]
    fn a_bomb_is_unpacked_no_further_than_there_is_reason() -> io::Result<()> {
        let bomb = pack(&vec![0; 256 << 20], &[])?;
        assert!(bomb.len() < 64 << 10);
        let error = unpack(&bomb, &[]).unwrap_err();
        assert!(error.contains("larger than 67108864"), "{error}");
        let half = pack(&vec![0; 60 << 20], &[])?;
        assert_eq!(unpack(&half, &[]).map(|plain| plain.len()), Ok(60 << 20));
        Ok(())
    }

    #[test]
    fn what_the_base_has_takes_no_room() -> io::Result<()> {
        // A sequence without repetitions, longer than the usual window of small things.
        let base: Vec<u8> = (0..60_000u32)
            .flat_map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes())
            .collect();
        let mut plain = base.clone();
        plain[120_000] ^= 1;
        assert!(pack(&plain, &[])?.len() > 200_000);
        assert!(pack(&plain, &base)?.len() < 200);
        Ok(())
    }
}
