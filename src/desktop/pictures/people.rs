//! How people look: their sheets put together from layers, recoloured, and gathered on a few large
//! pages.

use super::{
    campus::hex_color,
    mips,
    pixels::{Area, Flips, Pixels},
};
use bevy::image::Image;
use collegium_core::files;
use collegium_sim::campus::people::Look;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
};

/// Columns and rows of a sheet.
pub const FRAMES: (u32, u32) = (4, 6);
/// Columns and rows of pixels of a frame.
pub const FRAME: (u32, u32) = (32, 48);
/// Columns and rows of pixels of a sheet.
pub const SHEET: (u32, u32) = (FRAME.0 * FRAMES.0, FRAME.1 * FRAMES.1);

/// Sheets side by side on a page, and rows of them at most: no page is larger than 4096 pixels.
const PAGE: (u32, u32) = (16, 14);

/// The greys that stand for the colours of a ramp.
const GREYS: [u8; 5] = [0x20, 0x60, 0x98, 0xc8, 0xf0];

/// Five colours: outline, dark, middle, light, highlight.
pub type Ramp = [[u8; 3]; 5];

#[derive(Deserialize, Default)]
struct PaletteFile {
    #[serde(default)]
    skin: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    hair: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    cloth: BTreeMap<String, Vec<String>>,
}

/// The colours that people may have.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    skin: BTreeMap<String, Ramp>,
    hair: BTreeMap<String, Ramp>,
    cloth: BTreeMap<String, Ramp>,
}

/// A ramp for what has no known colour.
const UNKNOWN: Ramp = [
    [0x38, 0x34, 0x4b],
    [0x5a, 0x5e, 0x78],
    [0x6d, 0x77, 0x89],
    [0x91, 0x94, 0x9a],
    [0xb4, 0xb2, 0xab],
];

impl Palette {
    /// Reads a palette; colours that are not five hexadecimal colours are left out.
    ///
    /// # Errors
    /// When it is not TOML of that form, in a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: PaletteFile = toml::from_str(text).map_err(|e| e.message().to_owned())?;
        let ramps = |table: BTreeMap<String, Vec<String>>| {
            let ramp = |colors: Vec<String>| -> Option<Ramp> {
                let colors: Option<Vec<[u8; 3]>> = colors.iter().map(|c| hex_color(c)).collect();
                colors?.try_into().ok()
            };
            table
                .into_iter()
                .filter_map(|(name, colors)| Some((name, ramp(colors)?)))
                .collect()
        };
        Ok(Self {
            skin: ramps(file.skin),
            hair: ramps(file.hair),
            cloth: ramps(file.cloth),
        })
    }

    fn skin(&self, name: &str) -> Ramp {
        self.skin
            .get(name)
            .or_else(|| self.skin.get("peach"))
            .or_else(|| self.skin.values().next())
            .copied()
            .unwrap_or(UNKNOWN)
    }

    /// Hair, or cloth for what is worn in its place.
    fn hair(&self, name: &str) -> Ramp {
        let known = self.hair.get(name).or_else(|| self.cloth.get(name));
        known
            .or_else(|| self.hair.get("brown"))
            .copied()
            .unwrap_or(UNKNOWN)
    }

    fn cloth(&self, name: &str) -> Ramp {
        let known = self.cloth.get(name).or_else(|| self.hair.get(name));
        known
            .or_else(|| self.cloth.get("slate"))
            .copied()
            .unwrap_or(UNKNOWN)
    }
}

/// Replaces the greys of a layer by the colours of a ramp; everything else stays as it is.
pub fn recolour(layer: &mut Pixels, ramp: &Ramp) {
    for pixel in layer.data.chunks_exact_mut(4) {
        if pixel[3] > 0
            && pixel[0] == pixel[1]
            && pixel[1] == pixel[2]
            && let Some(i) = GREYS.iter().position(|g| *g == pixel[0])
        {
            pixel[..3].copy_from_slice(&ramp[i]);
        }
    }
}

/// The layers of a person from the bottom up: file, and the ramp for it (none for layers in their
/// true colours).
fn layers(look: &Look, palette: &Palette) -> Vec<(String, Option<Ramp>)> {
    let mut list: Vec<(String, Option<Ramp>)> = Vec::new();
    let mut add = |name: String, ramp: Ramp| {
        let detail = format!("{name}_detail");
        list.push((name, Some(ramp)));
        list.push((detail, None));
    };
    add("body".to_owned(), palette.skin(&look.skin));
    add("shoes".to_owned(), palette.cloth(&look.shoes_color));
    add(
        format!("bottom_{}", or(&look.bottom, "trousers")),
        palette.cloth(&look.bottom_color),
    );
    add(
        format!("top_{}", or(&look.top, "tshirt")),
        palette.cloth(&look.top_color),
    );
    if !look.beard.is_empty() {
        add(
            format!("beard_{}", look.beard),
            palette.hair(&look.hair_color),
        );
    }
    if !matches!(look.hair.as_str(), "none" | "bald") {
        add(
            format!("hair_{}", or(&look.hair, "short")),
            palette.hair(&look.hair_color),
        );
    }
    for extra in &look.extra {
        add(format!("extra_{extra}"), palette.cloth(&look.extra_color));
    }
    list.insert(2, ("face".to_owned(), None));
    list
}

fn or<'a>(word: &'a str, otherwise: &'a str) -> &'a str {
    if word.is_empty() { otherwise } else { word }
}

/// What is worn when a style is not known.
fn fallback(layer: &str) -> Option<&'static str> {
    let (category, _) = layer.split_once('_')?;
    match category {
        "bottom" => Some("bottom_trousers"),
        "top" => Some("top_tshirt"),
        "hair" => Some("hair_short"),
        _ => None,
    }
}

/// Reads the layers of people once each, and puts people together.
struct Wardrobe {
    folder: PathBuf,
    palette: Palette,
    sheets: HashMap<String, Option<Pixels>>,
}

impl Wardrobe {
    fn sheet(&mut self, name: &str) -> Option<Pixels> {
        let Self { folder, sheets, .. } = self;
        let read = || Pixels::read(&folder.join(format!("{name}.png"))).ok();
        sheets.entry(name.to_owned()).or_insert_with(read).clone()
    }

    fn compose(&mut self, look: &Look) -> Pixels {
        let mut person = Pixels::clear(SHEET.0, SHEET.1);
        let whole = Area {
            x: 0,
            y: 0,
            w: SHEET.0,
            h: SHEET.1,
        };
        for (name, ramp) in layers(look, &self.palette) {
            let sheet = self.sheet(&name).or_else(|| match (ramp, fallback(&name)) {
                (Some(_), Some(other)) => self.sheet(other),
                _ => None,
            });
            let Some(mut sheet) = sheet else { continue };
            if let Some(ramp) = ramp {
                recolour(&mut sheet, &ramp);
            }
            person.lay(&sheet, whole, 0, 0, Flips::default());
        }
        if person.is_clear() {
            stick_person(self.palette.cloth(&look.top_color)[2])
        } else {
            person
        }
    }
}

/// A plain figure for when the pictures of people are missing.
fn stick_person(color: [u8; 3]) -> Pixels {
    let mut sheet = Pixels::clear(SHEET.0, SHEET.1);
    for y in 0..SHEET.1 {
        for x in 0..SHEET.0 {
            let (dx, dy) = ((x % FRAME.0) as i32 - 16, (y % FRAME.1) as i32);
            let head = dx * dx + (dy - 16) * (dy - 16) < 64;
            let body = dx.abs() < 8 && (24..46).contains(&dy);
            if head || body {
                let i = ((y * SHEET.0 + x) * 4) as usize;
                let c = if head { [0xea, 0xb0, 0x8a] } else { color };
                sheet.data[i..i + 3].copy_from_slice(&c);
                sheet.data[i + 3] = 255;
            }
        }
    }
    sheet
}

/// Where somebody's sheet lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The index of the page it is on.
    pub page: usize,
    /// Its left edge on the page, in pixels.
    pub x: u32,
    /// Its top edge on the page, in pixels.
    pub y: u32,
}

/// Everybody's looks.
#[derive(Default)]
pub struct PeopleArt {
    /// The pages, each at most 4096 pixels wide and high.
    pub pages: Vec<Image>,
    /// For each page its columns and rows of pixels.
    pub sizes: Vec<(u32, u32)>,
    /// For each person where their sheet lies.
    pub sheets: Vec<Sheet>,
    /// Why people are drawn in plain colours, where they are.
    pub trouble: Option<String>,
}

/// Puts everybody together. People who look the same share a sheet.
pub fn compose<'a>(people: impl Iterator<Item = &'a Look>) -> PeopleArt {
    let mut art = PeopleArt::default();
    let folder = files::carried("assets/people");
    let text = files::read_to_string(&folder.join("palette.toml")).map_err(|e| e.to_string());
    let palette = text.and_then(|t| Palette::parse(&t)).unwrap_or_else(|why| {
        art.trouble = Some(why);
        Palette::default()
    });
    let mut wardrobe = Wardrobe {
        folder,
        palette,
        sheets: HashMap::new(),
    };
    let mut known: Vec<&Look> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    for look in people {
        let number = *index.entry(format!("{look:?}")).or_insert_with(|| {
            known.push(look);
            known.len() - 1
        });
        art.sheets.push(place(number));
    }
    let per_page = (PAGE.0 * PAGE.1) as usize;
    for looks in known.chunks(per_page) {
        let columns = (looks.len() as u32).min(PAGE.0);
        let rows = (looks.len() as u32).div_ceil(PAGE.0);
        let mut page = Pixels::clear(columns * SHEET.0, rows * SHEET.1);
        for (i, look) in looks.iter().enumerate() {
            let sheet = wardrobe.compose(look);
            let at = place(i);
            let whole = Area {
                x: 0,
                y: 0,
                w: SHEET.0,
                h: SHEET.1,
            };
            page.lay(&sheet, whole, at.x as i32, at.y as i32, Flips::default());
        }
        art.sizes.push((page.width, page.height));
        art.pages.push(mips::image(page, 0));
    }
    art
}

/// Where the sheet of a number lies.
fn place(number: usize) -> Sheet {
    let per_page = (PAGE.0 * PAGE.1) as usize;
    let (page, n) = (number / per_page, (number % per_page) as u32);
    Sheet {
        page,
        x: n % PAGE.0 * SHEET.0,
        y: n / PAGE.0 * SHEET.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[skin]\npeach = ['#000001', '#000002', '#000003', '#000004', '#000005']\n[hair]\nbad = ['#1']\n[cloth]\nrose = ['#0000a1', '#0000a2', '#0000a3', '#0000a4', '#0000a5']\n[layers]\norder = []";

    #[test]
    fn greys_become_colours_and_nothing_else_does() {
        let palette = Palette::parse(TEXT).unwrap();
        let mut layer = Pixels {
            width: 3,
            height: 1,
            data: vec![
                0x98, 0x98, 0x98, 255, 0x98, 0x98, 0x99, 255, 0x20, 0x20, 0x20, 0,
            ],
        };
        recolour(&mut layer, &palette.cloth("rose"));
        assert_eq!(
            layer.data,
            vec![0, 0, 0xa3, 255, 0x98, 0x98, 0x99, 255, 0x20, 0x20, 0x20, 0]
        );
    }

    #[test]
    fn unknown_colours_fall_back() {
        let palette = Palette::parse(TEXT).unwrap();
        assert_eq!(palette.skin("violet")[0], [0, 0, 1]);
        assert_eq!(palette.hair("rose")[4], [0, 0, 0xa5]);
        assert_eq!(palette.hair("bad"), UNKNOWN);
        assert!(Palette::parse("skin = 3").is_err());
    }

    #[test]
    fn people_who_look_the_same_share_a_sheet() {
        let (a, b) = (
            Look::default(),
            Look {
                skin: "umber".to_owned(),
                ..Look::default()
            },
        );
        let art = compose([&a, &b, &a].into_iter());
        assert_eq!(art.sheets[0], art.sheets[2]);
        assert_ne!(art.sheets[0], art.sheets[1]);
        assert_eq!(art.sizes, [(2 * SHEET.0, SHEET.1)]);
        // The colours and the clothes are carried.
        assert_eq!(art.trouble, None);
    }

    #[test]
    fn pages_are_never_too_large() {
        assert_eq!(place(0), Sheet::default());
        assert_eq!(place(224).page, 1);
        const { assert!(PAGE.0 * SHEET.0 <= 4096 && PAGE.1 * SHEET.1 <= 4096) };
    }

    #[test]
    fn the_face_lies_on_the_body_and_under_the_clothes() {
        let names: Vec<String> = layers(&Look::default(), &Palette::default())
            .into_iter()
            .map(|(n, _)| n)
            .collect();
        assert_eq!(&names[..4], ["body", "body_detail", "face", "shoes"]);
    }
}
