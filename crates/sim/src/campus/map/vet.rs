//! What comes before the `tiled` crate reads a map: every file is read within bounds, looked at,
//! and written anew in the plainest form. `tiled` sees nothing else: it trusts what it reads, and
//! stops the program where a layer is short, a number too large or a template its own part.

use super::{
    LARGEST,
    files::{is_file, read, root_of, within},
    problems::Problems,
    tiles::{self, FLIPS},
    xml::{self, Element, Sizes},
};
use collegium_core::text::{Shown as _, first_harmful, visible};
use std::{
    collections::BTreeMap,
    io::{Error, ErrorKind},
    path::{Path, PathBuf},
};

/// The largest file, and all files of a map together, in bytes.
const MOST_BYTES: u64 = 12 << 20;

/// How many tilesets and templates a map may name.
const MOST_FILES: usize = 64;

/// How many layers of any kind.
const MOST_LAYERS: usize = 64;

/// How many tiles all layers together.
const MOST_CELLS: usize = 12 * 512 * 512;

/// How many tiles all tilesets together may offer.
const MOST_TILES: u32 = 1 << 18;

/// The largest side of a tile, a margin, a gap or an offset, in pixels.
const LARGEST_TILE: i64 = 4096;

/// The largest side of a tileset's picture, in pixels.
const LARGEST_IMAGE: i64 = 16_384;

/// The files of a map, each in the plainest form, under the paths by which `tiled` asks for them.
pub(super) type Vetted = BTreeMap<PathBuf, String>;

/// Reads a map and every file it names. None where something is wrong with them, which is noted.
pub(super) fn vet(file: &Path, problems: &mut Problems) -> Option<Vetted> {
    let mut vet = Vet {
        root: root_of(file),
        problems,
        bytes: 0,
        sizes: Sizes::default(),
        tiles: 0,
        layers: 0,
        cells: 0,
        mended: 0,
        counts: BTreeMap::new(),
        vetted: Vetted::new(),
    };
    let (mut map, text) = vet.tree(file, "map")?;
    vet.problems.learn_places(&map, &text);
    let page = Page { file, text: &text };
    vet.map(&page, &mut map);
    // There is room for one form of a large file beside its tree.
    drop(text);
    vet.keep(file, map);
    let (vetted, mended) = (vet.vetted, vet.mended);
    (problems.count() == mended).then_some(vetted)
}

/// Lets `tiled` read what was vetted.
pub(super) fn open(file: &Path, vetted: &Vetted, problems: &mut Problems) -> Option<tiled::Map> {
    let reader = |path: &Path| match vetted.get(path) {
        Some(plain) => Ok(plain.as_bytes()),
        None => Err(Error::from(ErrorKind::NotFound)),
    };
    let map = tiled::Loader::with_reader(reader).load_tmx_map(file);
    map.map_err(|error| {
        problems.map(format!(
            "is not a map that Tiled wrote ({error}); expected a finite orthogonal .tmx"
        ));
    })
    .ok()
}

/// A file whose tree is looked at.
struct Page<'a> {
    file: &'a Path,
    text: &'a str,
}

struct Vet<'a> {
    /// The folder within which all must lie.
    root: PathBuf,
    problems: &'a mut Problems,
    /// Bytes, tags with their attributes, tiles of tilesets, layers and tiles of layers so far.
    bytes: u64,
    sizes: Sizes,
    tiles: u32,
    layers: usize,
    cells: usize,
    /// How many of the problems hide nothing: what they are about was replaced.
    mended: usize,
    /// How many tiles each tileset's file offers.
    counts: BTreeMap<PathBuf, u32>,
    vetted: Vetted,
}

impl Vet<'_> {
    /// Reads a file as XML whose root has that name.
    fn tree(&mut self, file: &Path, root: &str) -> Option<(Element, String)> {
        let bytes = match read(file, MOST_BYTES - self.bytes) {
            Ok(bytes) => bytes,
            Err(what) => {
                self.problems.file(file, what);
                return None;
            }
        };
        self.bytes += bytes.len() as u64;
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let what = format!("is not UTF-8 text (byte {at}); expected UTF-8");
                self.problems.file(file, what);
                return None;
            }
        };
        let tree = match xml::parse(&text, &mut self.sizes) {
            Ok(tree) => tree,
            Err(bad) => {
                self.problems.place(file, &text, bad.at, bad.what);
                return None;
            }
        };
        let page = Page { file, text: &text };
        if *tree.name != *root {
            let what = format!("found <{}>; expected <{root}>", tree.name);
            self.wrong(&page, &tree, what);
            return None;
        }
        self.unseen(&page, &tree);
        Some((tree, text))
    }

    /// Keeps a file for `tiled`, and lets go of its tree.
    fn keep(&mut self, file: &Path, tree: Element) {
        let mut plain = String::new();
        tree.write(&mut plain);
        self.vetted.insert(file.to_owned(), plain);
    }

    fn wrong(&mut self, page: &Page<'_>, element: &Element, what: impl Into<String>) {
        self.problems.place(page.file, page.text, element.at, what);
    }

    /// Notes characters that nobody sees, wherever they are.
    fn unseen(&mut self, page: &Page<'_>, element: &Element) {
        let values = element.attributes.iter().map(|(_, value)| &**value);
        // Line ends between tags may be of any kind.
        let found = values
            .chain([&*element.text])
            .find_map(|text| first_harmful(&text.replace("\r\n", "\n"), true));
        if let Some((_, c)) = found {
            let what = format!(
                "<{}> holds the character {} (U+{:04X}), which nobody sees; expected none",
                element.name,
                visible(c),
                u32::from(c)
            );
            self.wrong(page, element, what);
        }
        for child in &element.children {
            self.unseen(page, child);
        }
    }

    /// A whole number of an element within a range; what it is without where it is left out.
    fn number(
        &mut self,
        page: &Page<'_>,
        element: &Element,
        key: &str,
        range: (i64, i64),
        without: Option<i64>,
    ) -> Option<i64> {
        let (low, high) = range;
        let found = element.get(key);
        if found.is_none() && without.is_some() {
            return without;
        }
        let number = found.and_then(|n| n.parse().ok());
        let number = number.filter(|n| (low..=high).contains(n));
        if number.is_none() {
            let found = found.map_or("is missing".to_owned(), |n| format!("is {n}"));
            let what = format!(
                "{key} of <{}> {found}; expected {low} to {high}",
                element.name
            );
            self.wrong(page, element, what);
        }
        number
    }

    fn map(&mut self, page: &Page<'_>, map: &mut Element) {
        let finite = map.get("infinite").is_none_or(|i| i == "0");
        if !finite || map.get("orientation") != Some("orthogonal") {
            let what =
                "an infinite or non-orthogonal map was found; expected a finite orthogonal one";
            self.wrong(page, map, what);
        }
        let side = (1, i64::from(LARGEST));
        let width = self.number(page, map, "width", side, None);
        let height = self.number(page, map, "height", side, None);
        for key in ["tilewidth", "tileheight"] {
            self.number(page, map, key, (1, LARGEST_TILE), None);
        }
        let mut sets = Vec::new();
        for set in map.children.iter_mut().filter(|c| &*c.name == "tileset") {
            if let Some(range) = self.tileset_in(page, set) {
                sets.push(range);
            }
        }
        if let (Some(width), Some(height)) = (width, height) {
            let sheet = Sheet {
                width: width as usize,
                height: height as usize,
                sets: &sets,
            };
            self.layers(page, map, &sheet);
        }
        self.templates(page, map);
    }

    /// Looks at every layer within an element.
    fn layers(&mut self, page: &Page<'_>, parent: &mut Element, sheet: &Sheet<'_>) {
        for child in &mut parent.children {
            if !["layer", "objectgroup", "imagelayer", "group"].contains(&&*child.name) {
                continue;
            }
            self.layers += 1;
            if self.layers > MOST_LAYERS {
                let what = format!("more than {MOST_LAYERS} layers were found; expected fewer");
                self.wrong(page, child, what);
                return;
            }
            match &*child.name {
                "layer" => self.layer(child, sheet),
                "group" => self.layers(page, child, sheet),
                _ => {}
            }
        }
    }

    /// Looks at a layer of tiles, and writes its tiles unpacked.
    fn layer(&mut self, layer: &mut Element, sheet: &Sheet<'_>) {
        let name = layer.get("name").unwrap_or_default().to_owned();
        for (key, side) in [("width", sheet.width), ("height", sheet.height)] {
            let found = layer.get(key).unwrap_or("missing");
            if found.parse() != Ok(side) {
                let what = format!("its {key} is {found}; expected the map's, {side}");
                self.problems.layer(&name, what);
                return;
            }
        }
        let room = sheet.width * sheet.height;
        self.cells += room;
        if self.cells > MOST_CELLS {
            let what = format!("all layers have more than {MOST_CELLS} tiles; expected fewer");
            self.problems.layer(&name, what);
            return;
        }
        let count = layer.all("data").count();
        let Some(data) = layer.children.iter_mut().find(|c| &*c.name == "data") else {
            self.problems
                .layer(&name, "<data> is missing; expected its tiles");
            return;
        };
        if count != 1 || !data.children.is_empty() {
            let what = "its tiles are given twice, as tags or in chunks; expected one list of them";
            self.problems.layer(&name, what);
            return;
        }
        match tiles::decode(data, room) {
            Ok(mut tiles) => {
                if let Some((i, tile, most)) = sheet.mend(&mut tiles) {
                    let (x, y) = (i % sheet.width, i / sheet.width);
                    self.problems.layer(
                        &name,
                        format!(
                            "tile number {tile} at tile {x},{y} is in no tileset; expected at most \
                             {most}"
                        ),
                    );
                    self.mended += 1;
                }
                data.attributes = vec![("encoding".into(), "base64".into())];
                data.text = tiles::write(&tiles);
            }
            Err(what) => self.problems.layer(&name, what),
        }
    }

    /// A tileset as a map or template has it: its first number and how many tiles it offers.
    fn tileset_in(&mut self, page: &Page<'_>, set: &mut Element) -> Option<(u32, u32)> {
        let most = i64::from(!FLIPS);
        let first = self.number(page, set, "firstgid", (1, most), None)? as u32;
        let Some(source) = set.get("source").map(str::to_owned) else {
            return Some((first, self.tileset(page, set)?));
        };
        if !set.children.is_empty() {
            self.wrong(
                page,
                set,
                "a tileset has a file and parts; expected one of the two",
            );
            return None;
        }
        set.attributes
            .retain(|(key, _)| ["firstgid", "source"].contains(&&**key));
        let file = beside(page.file, &source);
        if let Some(count) = self.counts.get(&file) {
            return Some((first, *count));
        }
        let (tree, text) = self.named(page, set, &file, "tileset")?;
        let own = Page {
            file: &file,
            text: &text,
        };
        let count = self.tileset(&own, &tree)?;
        self.counts.insert(file.clone(), count);
        self.keep(&file, tree);
        Some((first, count))
    }

    /// Reads a file that an element of another names.
    fn named(
        &mut self,
        page: &Page<'_>,
        element: &Element,
        file: &Path,
        root: &str,
    ) -> Option<(Element, String)> {
        if self.vetted.len() >= MOST_FILES {
            let what = format!("names more than {MOST_FILES} files; expected fewer");
            self.wrong(page, element, what);
            return None;
        }
        if !self.lies_within(page, element, file) {
            return None;
        }
        if !is_file(file) {
            let what = format!(
                "{root} {} is not there, or is no regular file; expected every {root} beside the \
                 map",
                file.shown()
            );
            self.wrong(page, element, what);
            return None;
        }
        self.tree(file, root)
    }

    fn lies_within(&mut self, page: &Page<'_>, element: &Element, file: &Path) -> bool {
        let lies = within(&self.root, file);
        if !lies {
            let what = format!(
                "{} lies outside of {}; expected every file of the map within",
                file.shown(),
                self.root.shown()
            );
            self.wrong(page, element, what);
        }
        lies
    }

    /// Looks at a tileset itself; gives how many tiles it offers.
    fn tileset(&mut self, page: &Page<'_>, set: &Element) -> Option<u32> {
        let name = set.get("name").unwrap_or_default().to_owned();
        let count = self.number(page, set, "tilecount", (0, i64::from(MOST_TILES)), None)? as u32;
        self.tiles += count;
        if self.tiles > MOST_TILES {
            self.tiles = MOST_TILES;
            let what = format!("all tilesets offer more than {MOST_TILES} tiles; expected fewer");
            self.wrong(page, set, what);
            return None;
        }
        for key in ["tilewidth", "tileheight"] {
            self.number(page, set, key, (1, LARGEST_TILE), None)?;
        }
        self.number(page, set, "spacing", (0, LARGEST_TILE), Some(0))?;
        self.number(page, set, "columns", (0, i64::from(MOST_TILES)), Some(0))?;
        for offset in set.all("tileoffset") {
            for key in ["x", "y"] {
                self.number(page, offset, key, (-LARGEST_TILE, LARGEST_TILE), Some(0))?;
            }
        }
        let mut images = set.all("image");
        let (Some(image), None) = (images.next(), images.next()) else {
            let what =
                format!("tileset “{name}” has no single image; expected one image per tileset");
            self.wrong(page, set, what);
            return None;
        };
        let width = self.number(page, image, "width", (1, LARGEST_IMAGE), None)?;
        self.number(page, image, "height", (1, LARGEST_IMAGE), None)?;
        self.number(page, set, "margin", (0, width), Some(0))?;
        let file = beside(page.file, image.get("source").unwrap_or_default());
        if self.lies_within(page, image, &file) && !is_file(&file) {
            let what = format!(
                "tileset “{name}”: its image {} is missing; expected the file there",
                file.shown()
            );
            self.wrong(page, image, what);
        }
        self.no_templates(page, set);
        Some(count)
    }

    /// Reads the templates that objects anywhere within an element name.
    fn templates(&mut self, page: &Page<'_>, element: &Element) {
        for child in &element.children {
            if let Some(source) = child.get("template").filter(|_| &*child.name == "object") {
                let file = beside(page.file, source);
                if !self.vetted.contains_key(&file) {
                    self.template(page, child, &file);
                }
            }
            // Tilesets within the map have been looked at.
            if &*child.name != "tileset" {
                self.templates(page, child);
            }
        }
    }

    fn template(&mut self, page: &Page<'_>, object: &Element, file: &Path) {
        let Some((mut tree, text)) = self.named(page, object, file, "template") else {
            return;
        };
        let own = Page { file, text: &text };
        self.no_templates(&own, &tree);
        for set in tree.children.iter_mut().filter(|c| &*c.name == "tileset") {
            self.tileset_in(&own, set);
        }
        self.keep(file, tree);
    }

    /// Only objects of the map itself may have templates: else a template could be its own part.
    fn no_templates(&mut self, page: &Page<'_>, element: &Element) {
        for child in &element.children {
            if &*child.name == "object" && child.get("template").is_some() {
                let what = "an object of a template or tileset names a template; expected none";
                self.wrong(page, child, what);
            }
            self.no_templates(page, child);
        }
    }
}

/// What the layers of a map have in common.
struct Sheet<'a> {
    width: usize,
    height: usize,
    /// The first number of each tileset and how many tiles it offers, in the file's order.
    sets: &'a [(u32, u32)],
}

impl Sheet<'_> {
    /// Puts the tile before it in the place of each that no tileset offers, so that the rest of the
    /// map can be looked at. Gives the first of them: where it is, its number, and the largest
    /// there is.
    fn mend(&self, tiles: &mut [u32]) -> Option<(usize, u32, u32)> {
        let offered = |number: u32| {
            let set = self.sets.iter().rev().find(|(first, _)| *first <= number);
            set.is_some_and(|(first, count)| number - first < *count)
        };
        let (mut last, mut found) = (0, None);
        for (at, tile) in tiles.iter_mut().enumerate() {
            let number = *tile & !FLIPS;
            // The same tile often follows itself.
            if number == last || number == 0 || offered(number) {
                last = number;
                continue;
            }
            found = found.or(Some((at, number)));
            *tile = last;
        }
        let (at, number) = found?;
        let most = self.sets.iter().map(|(first, count)| first + count - 1);
        Some((at, number, most.max().unwrap_or(0)))
    }
}

/// A path that a file names, seen from that file.
fn beside(file: &Path, named: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(named)
}
