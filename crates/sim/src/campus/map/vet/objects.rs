//! Objects of layers, and the templates that they name.

use super::state::{MOST_BYTES, Page, Sheet, Vet, beside};
use crate::campus::map::{problems::At, tiles::FLIPS, xml::Element};
use std::path::Path;

/// How far from the corner of the map an object may lie, and how long it may be, in pixels.
const FARTHEST: f32 = 4_194_304.0;

/// What an object takes in memory beside its texts, roughly, for each tag of it.
const TAG: u64 = 64;

impl Vet<'_> {
    /// Looks at the objects of a layer. Of one whose tile no tileset offers the tile is taken away.
    pub(super) fn objects(&mut self, page: &Page<'_>, layer: &mut Element, sheet: &Sheet<'_>) {
        let name = layer.get("name").unwrap_or_default().to_owned();
        let objects = layer.children.iter_mut().filter(|c| &*c.name == "object");
        for object in objects {
            self.measures(page, object);
            let Some(gid) = object.get("gid") else {
                continue;
            };
            if number(gid).is_some_and(|number| sheet.offers(number)) {
                continue;
            }
            // It may be of a tileset that could not be read.
            if sheet.whole {
                let at = At::of(&name, object);
                let what = format!("its tile {gid} is in no tileset; expected one of a tileset");
                self.problems.object(&at, what);
                self.mend();
            }
            strip(object);
        }
    }

    /// Notes numbers of an object that are none, or lie far from every map.
    pub(super) fn measures(&mut self, page: &Page<'_>, object: &Element) {
        for key in ["x", "y", "width", "height", "rotation"] {
            let Some(found) = object.get(key) else {
                continue;
            };
            let near = |n: f32| (-FARTHEST..=FARTHEST).contains(&n);
            if !found.parse::<f32>().is_ok_and(near) {
                let what = format!(
                    "{key} of <{}> is {found}; expected a number, at most {FARTHEST}",
                    object.name
                );
                self.wrong(page, object, what);
            }
        }
    }

    /// Reads the templates that objects anywhere within an element name.
    pub(super) fn templates(&mut self, page: &Page<'_>, element: &mut Element) {
        for child in &mut element.children {
            let source = child.get("template").filter(|_| &*child.name == "object");
            if let Some(file) = source.map(|source| beside(page.file, source)) {
                let before = self.problems.count();
                if !self.vetted.contains_key(&file) && !self.unfit.contains(&file) {
                    self.template(page, child, &file);
                }
                if self.problems.count() > before {
                    self.left_out_since(before);
                    self.unfit.insert(file.clone());
                }
                if self.unfit.contains(&file) {
                    strip(child);
                    continue;
                }
                let weight = self.weights.get(&file).copied().unwrap_or(0);
                let room = self.copied <= MOST_BYTES;
                self.copied += weight;
                if room && self.copied > MOST_BYTES {
                    let what = format!(
                        "all objects take more than {MOST_BYTES} bytes from templates; expected \
                         fewer"
                    );
                    self.wrong(page, child, what);
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
        let mut sets = Vec::new();
        let mut named = 0;
        for set in tree.children.iter_mut().filter(|c| &*c.name == "tileset") {
            named += 1;
            sets.extend(self.tileset_in(&own, set));
        }
        if named > 1 || sets.iter().any(|set| set.first != 1) {
            let what = "a template has several tilesets, or one whose firstgid is not 1; expected \
                        one whose firstgid is 1";
            self.wrong(&own, &tree, what);
        }
        let sheet = Sheet {
            width: 0,
            height: 0,
            endless: false,
            whole: sets.len() == named,
            sets: &sets,
        };
        for object in tree.all("object") {
            self.measures(&own, object);
            let absent =
                |gid: &&str| sheet.whole && number(gid).is_none_or(|number| !sheet.offers(number));
            if let Some(gid) = object.get("gid").filter(absent) {
                let what = format!("its tile {gid} is in no tileset; expected one of its tileset");
                self.wrong(&own, object, what);
            }
        }
        let weight: u64 = tree.all("object").map(weight).sum();
        self.weights.insert(file.to_owned(), weight);
        self.keep(file, tree);
    }

    /// Only objects of the map itself may have templates: else a template could be its own part.
    pub(super) fn no_templates(&mut self, page: &Page<'_>, element: &Element) {
        for child in &element.children {
            if &*child.name == "object" && child.get("template").is_some() {
                let what = "an object of a template or tileset names a template; expected none";
                self.wrong(page, child, what);
            }
            self.no_templates(page, child);
        }
    }
}

/// Makes an object nothing, so that nothing else is said of it.
fn strip(object: &mut Element) {
    let kept = ["id", "name", "x", "y"];
    object.attributes.retain(|(key, _)| kept.contains(&&**key));
    object.children.clear();
}

/// The number of a tile of an object, without how it is turned.
fn number(gid: &str) -> Option<u32> {
    let bits: u32 = gid.parse().ok()?;
    Some(bits & !FLIPS)
}

/// How many bytes an object takes, roughly.
fn weight(element: &Element) -> u64 {
    let values = element.attributes.iter().map(|(_, value)| value.len());
    let texts = values.sum::<usize>() + element.text.len();
    TAG + texts as u64 + element.children.iter().map(weight).sum::<u64>()
}
