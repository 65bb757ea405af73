//! The numbers of the tiles of a layer, out of the forms in which Tiled writes them, never more
//! than the layer has room for.

use super::xml::Element;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::io::Read;

/// The bits of a tile's number that say how it is turned.
pub(super) const FLIPS: u32 = 0xe000_0000;

/// The largest window that packed data may ask for: 2 to this power, in bytes.
const LARGEST_WINDOW: u32 = 23;

/// The tiles of a layer's `<data>`, row by row.
///
/// # Errors
/// When there are not exactly `room` of them, or they are not in a form that Tiled writes.
pub(super) fn decode(data: &Element, room: usize) -> Result<Vec<u32>, String> {
    let form = (
        data.get("encoding"),
        data.get("compression").filter(|c| !c.is_empty()),
    );
    let tiles = match form {
        (Some("csv"), None) => numbers(&data.text, room)?,
        (Some("base64"), packed) => {
            let bytes = STANDARD
                .decode(data.text.trim())
                .map_err(|error| format!("is not base64 ({error}); expected base64"))?;
            unpack(&bytes, packed, room)?
        }
        (encoding, packed) => {
            return Err(format!(
                "found tiles in {} {}; expected csv, or base64 (plain, zlib, gzip or zstd)",
                encoding.unwrap_or("XML"),
                packed.unwrap_or("")
            ));
        }
    };
    if tiles.len() == room {
        Ok(tiles)
    } else {
        Err(format!("{} tiles were found; expected {room}", tiles.len()))
    }
}

/// Writes tiles as Tiled does in base64 that is not packed: as long for any numbers.
pub(super) fn write(tiles: &[u32]) -> String {
    let bytes: Vec<u8> = tiles.iter().flat_map(|tile| tile.to_le_bytes()).collect();
    STANDARD.encode(bytes)
}

fn numbers(text: &str, room: usize) -> Result<Vec<u32>, String> {
    let mut tiles = Vec::new();
    for word in text.split(',').map(str::trim) {
        if word.is_empty() {
            continue;
        }
        if tiles.len() == room {
            return Err(format!(
                "more than {room} tiles were found; expected {room}"
            ));
        }
        tiles.push(word.parse().map_err(|_| {
            let word: String = word.chars().take(20).collect();
            format!("found the tile “{word}”; expected a whole number")
        })?);
    }
    Ok(tiles)
}

fn unpack(bytes: &[u8], packed: Option<&str>, room: usize) -> Result<Vec<u32>, String> {
    let broken = |error: std::io::Error| {
        format!("its packed tiles cannot be read ({error}); expected what Tiled writes")
    };
    let mut plain = Vec::new();
    let most = room as u64 * 4 + 1;
    match packed {
        None => plain.extend_from_slice(&bytes[..bytes.len().min(room * 4 + 1)]),
        Some("zlib") => {
            let mut all = flate2::bufread::ZlibDecoder::new(bytes).take(most);
            all.read_to_end(&mut plain).map_err(broken)?;
        }
        Some("gzip") => {
            let mut all = flate2::bufread::GzDecoder::new(bytes).take(most);
            all.read_to_end(&mut plain).map_err(broken)?;
        }
        Some("zstd") => {
            let mut all = zstd::stream::read::Decoder::with_buffer(bytes).map_err(broken)?;
            all.window_log_max(LARGEST_WINDOW).map_err(broken)?;
            all.take(most).read_to_end(&mut plain).map_err(broken)?;
        }
        Some(other) => {
            return Err(format!(
                "found tiles packed as {other}; expected zlib, gzip or zstd"
            ));
        }
    }
    if plain.len() > room * 4 {
        return Err(format!(
            "more than {room} tiles were found; expected {room}"
        ));
    }
    if !plain.len().is_multiple_of(4) {
        return Err(format!(
            "{} bytes of tiles were found; expected {} (4 a tile)",
            plain.len(),
            room * 4
        ));
    }
    let (tiles, _) = plain.as_chunks::<4>();
    Ok(tiles.iter().map(|tile| u32::from_le_bytes(*tile)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{
        Compression,
        write::{GzEncoder, ZlibEncoder},
    };
    use std::io::Write;

    fn data(encoding: &str, compression: &str, text: String) -> Element {
        Element {
            name: "data".into(),
            attributes: vec![
                ("encoding".into(), encoding.into()),
                ("compression".into(), compression.into()),
            ],
            text,
            ..Element::default()
        }
    }

    fn packed(form: &str, bytes: &[u8]) -> Element {
        let packed = match form {
            "zlib" => {
                let mut all = ZlibEncoder::new(Vec::new(), Compression::best());
                all.write_all(bytes).unwrap();
                all.finish().unwrap()
            }
            "gzip" => {
                let mut all = GzEncoder::new(Vec::new(), Compression::best());
                all.write_all(bytes).unwrap();
                all.finish().unwrap()
            }
            "zstd" => zstd::encode_all(bytes, 19).unwrap(),
            _ => bytes.to_vec(),
        };
        data("base64", form, STANDARD.encode(packed))
    }

    #[test]
    fn every_form_gives_the_same_tiles_and_short_or_long_ones_are_refused() {
        let tiles = [1, 0x8000_0002, 3, 0];
        let bytes: Vec<u8> = tiles.iter().flat_map(|t: &u32| t.to_le_bytes()).collect();
        let csv = "1,2147483650,\n3,0".to_owned();
        assert_eq!(decode(&data("csv", "", csv), 4).unwrap(), tiles);
        let plain = data("base64", "", write(&tiles));
        assert_eq!(decode(&plain, 4).unwrap(), tiles);
        for form in ["", "zlib", "gzip", "zstd"] {
            assert_eq!(decode(&packed(form, &bytes), 4).unwrap(), tiles, "{form}");
            for (cut, room) in [(4, 4), (1, 4), (0, 3), (0, 5)] {
                let bytes = &bytes[..bytes.len() - cut];
                assert!(
                    decode(&packed(form, bytes), room).is_err(),
                    "{form} {cut} {room}"
                );
            }
        }
        assert!(decode(&data("csv", "zlib", String::new()), 4).is_err());
        assert!(decode(&data("base64", "lzma", String::new()), 4).is_err());
        assert!(
            decode(&data("csv", "", "1,x".to_owned()), 2)
                .unwrap_err()
                .contains("“x”")
        );
    }

    #[test]
    fn a_bomb_is_read_no_further_than_there_is_room() {
        let bytes = vec![0; 64 << 20];
        for form in ["zlib", "gzip", "zstd"] {
            let error = decode(&packed(form, &bytes), 16).unwrap_err();
            assert!(error.contains("more than 16"), "{form}: {error}");
        }
    }
}
