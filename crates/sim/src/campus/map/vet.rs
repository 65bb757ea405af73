//! What comes before the `tiled` crate reads a map: every file is read within bounds, looked at,
//! and written anew in the plainest form. `tiled` sees nothing else: it trusts what it reads, and
//! stops the program where a layer is short, a number too large or a template its own part.

mod objects;
mod sets;
mod state;

use super::{
    LARGEST,
    files::{instead_of, is_file, read, root_of, within},
    problems::{LAYERS, Problems},
    tiles,
    xml::{self, Element, Sizes},
};
use collegium_core::{
    files::tidy,
    text::{Shown as _, first_harmful, visible},
};
pub(super) use state::Vetted;
use state::{LARGEST_TILE, MOST_BYTES, MOST_TILES, Page, Set, Sheet, Vet};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Error, ErrorKind},
    path::Path,
};

/// How many tilesets and templates a map may name.
const MOST_FILES: usize = 256;

/// How many tilesets a map may have, those written in it counted: each tile is sought in one after
/// the other.
const MOST_SETS: usize = 64;

/// How many layers of any kind.
const MOST_LAYERS: usize = 64;

/// How many tiles all layers together.
const MOST_CELLS: usize = 12 * 512 * 512;

/// How many mistakes may be mended so that the rest is looked at: fewer than there is room for.
const MOST_MENDED: usize = 100;

/// What can be read of a map.
pub(super) struct Found {
    pub vetted: Vetted,
    /// Whether nothing was left out of it that others belong to: a tileset, a template, the tiles of
    /// a layer.
    pub whole: bool,
}

/// Reads a map and every file it names. None where something is wrong with them without which the
/// rest cannot be looked at. All that is wrong is noted.
pub(super) fn vet(file: &Path, problems: &mut Problems) -> Option<Found> {
    let mut vet = Vet {
        root: root_of(file),
        problems,
        bytes: 0,
        sizes: Sizes::default(),
        tiles: 0,
        layers: 0,
        cells: 0,
        mended: 0,
        left_out: false,
        unfit: BTreeSet::new(),
        copied: 0,
        images: BTreeSet::new(),
        sets: BTreeMap::new(),
        weights: BTreeMap::new(),
        vetted: Vetted::new(),
    };
    let (mut map, text) = vet.tree(file, "map")?;
    vet.problems.learn_places(&map, &text);
    let page = Page { file, text: &text };
    vet.map(&page, &mut map);
    // There is room for one form of a large file beside its tree.
    drop(text);
    vet.keep(file, map);
    let found = Found {
        vetted: vet.vetted,
        whole: !vet.left_out,
    };
    let mended = vet.mended;
    (problems.count() == mended).then_some(found)
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
        let infinite = map.get("infinite").is_some_and(|i| i != "0");
        let form = map.get("orientation").unwrap_or("nameless");
        if infinite || form != "orthogonal" {
            let endless = if infinite { "infinite " } else { "" };
            let what = format!("the map is {endless}{form}; expected a finite orthogonal one");
            self.wrong(page, map, what);
            // Its objects are looked at as those of such a one.
            for (key, plain) in [("infinite", "0"), ("orientation", "orthogonal")] {
                map.attributes.retain(|(own, _)| **own != *key);
                map.attributes.push((key.into(), plain.into()));
            }
            self.leave_out();
        }
        let side = (1, i64::from(LARGEST));
        let width = self.number(page, map, "width", side, None);
        let height = self.number(page, map, "height", side, None);
        for key in ["tilewidth", "tileheight"] {
            self.number(page, map, key, (1, LARGEST_TILE), None);
        }
        let named = map.all("tileset").count();
        let sets = self.tilesets(page, map);
        if let (Some(width), Some(height)) = (width, height) {
            let sheet = Sheet {
                width: width as usize,
                height: height as usize,
                endless: infinite,
                whole: sets.len() == named,
                sets: &sets,
            };
            self.layers(page, map, &sheet);
        }
        self.templates(page, map);
    }

    /// The tilesets of a map, in the file's order.
    fn tilesets(&mut self, page: &Page<'_>, map: &mut Element) -> Vec<Set> {
        let mut sets: Vec<Set> = Vec::new();
        let mut full = false;
        map.children.retain_mut(|set| {
            if &*set.name != "tileset" || full {
                return true;
            }
            if sets.len() >= MOST_SETS {
                let what = format!("more than {MOST_SETS} tilesets were found; expected fewer");
                self.wrong(page, set, what);
                full = true;
                return true;
            }
            let before = self.problems.count();
            let read = self.tileset_in(page, set);
            let good = self.problems.count() == before;
            match read {
                Some(read) if good => sets.push(read),
                _ => self.left_out_since(before),
            }
            good
        });
        let tiles: usize = sets.iter().map(|set| set.offered.count()).sum();
        if tiles > MOST_TILES as usize {
            let what = format!("all tilesets offer more than {MOST_TILES} tiles; expected fewer");
            self.wrong(page, map, what);
        }
        sets
    }

    /// Looks at every layer within an element.
    fn layers(&mut self, page: &Page<'_>, parent: &mut Element, sheet: &Sheet<'_>) {
        for child in &mut parent.children {
            if !LAYERS.contains(&&*child.name) {
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
                "objectgroup" => self.objects(page, child, sheet),
                "group" => self.layers(page, child, sheet),
                _ => {}
            }
        }
    }

    /// Looks at a layer of tiles, and writes its tiles unpacked.
    fn layer(&mut self, layer: &mut Element, sheet: &Sheet<'_>) {
        let name = layer.get("name").unwrap_or_default().to_owned();
        let room = sheet.width * sheet.height;
        self.cells += room;
        if self.cells > MOST_CELLS {
            let what = format!("all layers have more than {MOST_CELLS} tiles; expected fewer");
            self.problems.layer(&name, what);
            return;
        }
        let tiles = if sheet.endless {
            None
        } else {
            let before = self.problems.count();
            let tiles = self.cells_of(layer, &name, sheet);
            if tiles.is_none() {
                self.left_out_since(before);
            }
            tiles
        };
        for (key, side) in [("width", sheet.width), ("height", sheet.height)] {
            layer.attributes.retain(|(own, _)| **own != *key);
            layer.attributes.push((key.into(), side.to_string().into()));
        }
        layer.children.retain(|child| &*child.name != "data");
        layer.children.push(Element {
            name: "data".into(),
            attributes: vec![("encoding".into(), "base64".into())],
            text: tiles::write(&tiles.unwrap_or_else(|| vec![0; room])),
            children: Vec::new(),
            at: layer.at,
        });
    }

    /// The tiles of a layer. None where they cannot be read, which is noted.
    fn cells_of(&mut self, layer: &Element, name: &str, sheet: &Sheet<'_>) -> Option<Vec<u32>> {
        for (key, side) in [("width", sheet.width), ("height", sheet.height)] {
            let found = layer.get(key).unwrap_or("missing");
            if found.parse() != Ok(side) {
                let what = format!("its {key} is {found}; expected the map's, {side}");
                self.problems.layer(name, what);
                return None;
            }
        }
        let count = layer.all("data").count();
        let Some(data) = layer.all("data").next() else {
            self.problems
                .layer(name, "<data> is missing; expected its tiles");
            return None;
        };
        if count != 1 || !data.children.is_empty() {
            let what = "its tiles are given twice, as tags or in chunks; expected one list of \
                        them, in CSV or base64 (Tile Layer Format in Tiled)";
            self.problems.layer(name, what);
            return None;
        }
        match tiles::decode(data, sheet.width * sheet.height) {
            Ok(mut tiles) => {
                if let Some((i, tile)) = sheet.mend(&mut tiles) {
                    let (x, y) = (i % sheet.width, i / sheet.width);
                    let most = sheet.end() - 1;
                    self.problems.layer(
                        name,
                        format!(
                            "tile number {tile} at tile {x},{y} is in no tileset; expected one \
                             that a tileset offers, at most {most}"
                        ),
                    );
                    self.mend();
                }
                Some(tiles)
            }
            Err(what) => {
                self.problems.layer(name, what);
                None
            }
        }
    }

    /// Counts a mistake that was mended. Where there are many, the rest is looked at no more.
    fn mend(&mut self) {
        if self.mended < MOST_MENDED {
            self.mended += 1;
        }
    }

    /// Counts a mistake for which something was left out that others belong to.
    fn leave_out(&mut self) {
        self.left_out = true;
        self.mend();
    }

    /// Counts the mistakes since there were so many, for which something was left out.
    fn left_out_since(&mut self, before: usize) {
        for _ in before..self.problems.count() {
            self.leave_out();
        }
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
                 map{}",
                tidy(file).shown(),
                instead_of(file)
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
                tidy(file).shown(),
                self.root.shown()
            );
            self.wrong(page, element, what);
        }
        lies
    }
}
