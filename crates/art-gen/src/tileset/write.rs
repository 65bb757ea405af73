//! Writes a tileset as Tiled 1.8 reads it: a `.tsx` file beside the pictures it names.

use super::{MOST_TILES, Shape, Sheet, Tile, Tileset, Value, Wang, WangKind};
use crate::canvas::Canvas;
use std::{collections::BTreeSet, fmt::Write as _, fs, io, path::Path};

/// Writes the pictures and the description of a tileset into a folder.
///
/// # Errors
/// When the folder or a file in it cannot be written.
pub fn write(set: &Tileset, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    match set.sheet {
        Sheet::Grid { .. } => {
            let own: Vec<&Canvas> = set.tiles.iter().map(|tile| &tile.art).collect();
            sheet(set, &own).save(&folder.join(format!("{}.png", set.name)))?;
            for (season, pictures) in &set.seasons {
                let pictures: Vec<&Canvas> = pictures.iter().collect();
                let file = format!("{}-{season}.png", set.name);
                sheet(set, &pictures).save(&folder.join(file))?;
            }
        }
        Sheet::Pieces => {
            let pictures = folder.join(set.name);
            for tile in &set.tiles {
                tile.art
                    .save(&pictures.join(format!("{}.png", tile.name)))?;
            }
        }
    }
    fs::write(folder.join(format!("{}.tsx", set.name)), text(set))
}

/// Everything in which a tileset breaks the rules of tilesets, in sentences.
pub fn check(set: &Tileset) -> Vec<String> {
    let mut problems = Vec::new();
    let mut say = |what: String| problems.push(format!("tileset {}: {what}", set.name));
    let count = set.tiles.len();
    if count == 0 {
        say("it has no tile".to_owned());
    }
    if count > MOST_TILES {
        say(format!("it has {count} tiles; at most {MOST_TILES}"));
    }
    let mut names = BTreeSet::new();
    for tile in &set.tiles {
        if tile.name.is_empty() || !names.insert(tile.name.as_str()) {
            say(format!("the name “{}” is not one tile's alone", tile.name));
        }
        if tile.frames.iter().any(|(frame, _)| *frame >= count) {
            say(format!("tile {} shows a tile that is not there", tile.name));
        }
        let (w, h) = (tile.art.width, tile.art.height);
        let right = match set.sheet {
            Sheet::Grid { w: gw, h: gh, .. } => (w, h) == (gw, gh),
            Sheet::Pieces => w > 0 && h > 0,
        };
        if !right {
            say(format!("tile {} has a picture of {w} × {h}", tile.name));
        }
    }
    for wang in &set.wangs {
        let colours = wang.colors.len();
        let known = wang.colors.iter().all(|(_, _, tile)| *tile < count)
            && wang.tiles.iter().all(|(tile, id)| {
                *tile < count && id.iter().all(|colour| usize::from(*colour) <= colours)
            });
        if !known {
            say(format!(
                "terrain set {} names a tile or a terrain that is not there",
                wang.name
            ));
        }
    }
    problems
}

/// The one picture of a grid of tiles that look like that.
fn sheet(set: &Tileset, pictures: &[&Canvas]) -> Canvas {
    let (w, h, columns) = grid(set);
    let rows = (pictures.len() as i32 + columns - 1) / columns;
    let mut out = Canvas::new(columns * w, rows * h);
    for (i, picture) in pictures.iter().enumerate() {
        let (left, top) = (i as i32 % columns * w, i as i32 / columns * h);
        for y in 0..h {
            for x in 0..w {
                out.set(left + x, top + y, picture.get(x, y));
            }
        }
    }
    out
}

/// The size of a tile and the number of columns; of pieces the largest size and no column.
fn grid(set: &Tileset) -> (i32, i32, i32) {
    match set.sheet {
        Sheet::Grid { w, h, columns } => (w, h, columns.max(1)),
        Sheet::Pieces => {
            let wide = set.tiles.iter().map(|t| t.art.width).max().unwrap_or(1);
            let high = set.tiles.iter().map(|t| t.art.height).max().unwrap_or(1);
            (wide, high, 0)
        }
    }
}

/// The text of the `.tsx` file.
fn text(set: &Tileset) -> String {
    let (w, h, columns) = grid(set);
    let count = set.tiles.len() as i32;
    let name = escape(set.name);
    let pieces = set.sheet == Sheet::Pieces;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tileset version=\"1.8\" \
         tiledversion=\"1.8.2\" name=\"{name}\" tilewidth=\"{w}\" tileheight=\"{h}\" \
         tilecount=\"{count}\" columns=\"{columns}\" objectalignment=\"bottomleft\">\n"
    );
    let seasons = set.seasons.iter();
    let seasons: Vec<(&'static str, Value)> = seasons
        .map(|(season, _)| (*season, Value::File(format!("{}-{season}.png", set.name))))
        .collect();
    properties(&mut out, " ", &seasons);
    if pieces {
        out += " <grid orientation=\"orthogonal\" width=\"1\" height=\"1\"/>\n";
    } else {
        let rows = (count + columns - 1) / columns;
        let _ = writeln!(
            out,
            " <image source=\"{name}.png\" width=\"{}\" height=\"{}\"/>",
            columns * w,
            rows * h
        );
    }
    for (id, tile) in set.tiles.iter().enumerate() {
        describe(&mut out, id, tile, pieces.then_some(set.name));
    }
    if !set.wangs.is_empty() {
        out += " <wangsets>\n";
        for wang in &set.wangs {
            terrain(&mut out, wang);
        }
        out += " </wangsets>\n";
    }
    out + "</tileset>\n"
}

/// A tile, when there is anything to say of it; `folder` is that of its picture, if it has one.
fn describe(out: &mut String, id: usize, tile: &Tile, folder: Option<&str>) {
    let mut body = String::new();
    properties(&mut body, "  ", &tile.values);
    if let Some(folder) = folder {
        let _ = writeln!(
            body,
            "  <image width=\"{}\" height=\"{}\" source=\"{}/{}.png\"/>",
            tile.art.width,
            tile.art.height,
            escape(folder),
            escape(&tile.name)
        );
    }
    if !tile.shapes.is_empty() {
        body += "  <objectgroup draworder=\"index\" id=\"2\">\n";
        for (i, shape) in tile.shapes.iter().enumerate() {
            object(&mut body, i + 1, shape);
        }
        body += "  </objectgroup>\n";
    }
    if !tile.frames.is_empty() {
        body += "  <animation>\n";
        for (frame, milliseconds) in &tile.frames {
            let _ = writeln!(
                body,
                "   <frame tileid=\"{frame}\" duration=\"{milliseconds}\"/>"
            );
        }
        body += "  </animation>\n";
    }
    let mut head = format!(" <tile id=\"{id}\"");
    if !tile.class.is_empty() {
        let _ = write!(head, " type=\"{}\"", escape(tile.class));
    }
    if tile.probability != 1.0 {
        let _ = write!(head, " probability=\"{}\"", tile.probability);
    }
    if !body.is_empty() {
        let _ = write!(out, "{head}>\n{body} </tile>\n");
    } else if !tile.class.is_empty() || tile.probability != 1.0 {
        let _ = writeln!(out, "{head}/>");
    }
}

/// A shape that lies on a tile, as an object.
fn object(out: &mut String, id: usize, shape: &Shape) {
    let rectangle = |class: &str, x: &i32, y: &i32, w: &i32, h: &i32| {
        format!(
            "   <object id=\"{id}\" type=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" \
             height=\"{h}\"/>\n"
        )
    };
    let point = |class: &str, x: &i32, y: &i32, values: &[(&'static str, Value)]| {
        let mut text = format!("   <object id=\"{id}\" type=\"{class}\" x=\"{x}\" y=\"{y}\">\n");
        properties(&mut text, "    ", values);
        text + "    <point/>\n   </object>\n"
    };
    let member = |of: &'static str, value: &str| Value::Text(of, value.to_owned());
    *out += &match shape {
        Shape::Solid(x, y, w, h) => rectangle("solid", x, y, w, h),
        Shape::Passage(x, y, w, h) => rectangle("passage", x, y, w, h),
        Shape::Spot(x, y, kind, facing) => point(
            "spot",
            x,
            y,
            &[
                ("kind", member("SpotKind", kind)),
                ("facing", member("Facing", facing)),
            ],
        ),
        Shape::Light(x, y, radius, color, kind) => point(
            "light",
            x,
            y,
            &[
                ("radius", Value::Float(*radius)),
                ("color", member("", color)),
                ("kind", member("LightKind", kind)),
            ],
        ),
    };
}

/// Properties in the order of their names, as Tiled writes them.
fn properties(out: &mut String, pad: &str, values: &[(&'static str, Value)]) {
    if values.is_empty() {
        return;
    }
    let mut sorted: Vec<&(&'static str, Value)> = values.iter().collect();
    sorted.sort_by_key(|(key, _)| *key);
    let _ = writeln!(out, "{pad}<properties>");
    for (key, value) in sorted {
        let (kind, value) = match value {
            Value::Bool(v) => (" type=\"bool\"".to_owned(), v.to_string()),
            Value::Int(v) => (" type=\"int\"".to_owned(), v.to_string()),
            Value::Float(v) => (" type=\"float\"".to_owned(), v.to_string()),
            Value::File(v) => (" type=\"file\"".to_owned(), escape(v)),
            Value::Text("", v) => (String::new(), escape(v)),
            Value::Text(of, v) => (format!(" propertytype=\"{of}\""), escape(v)),
        };
        let _ = writeln!(
            out,
            "{pad} <property name=\"{key}\"{kind} value=\"{value}\"/>"
        );
    }
    let _ = writeln!(out, "{pad}</properties>");
}

/// A terrain set.
fn terrain(out: &mut String, wang: &Wang) {
    let kind = match wang.kind {
        WangKind::Corner => "corner",
        WangKind::Edge => "edge",
        WangKind::Mixed => "mixed",
    };
    let face = wang
        .colors
        .first()
        .map_or("-1".to_owned(), |(_, _, tile)| tile.to_string());
    let _ = writeln!(
        out,
        "  <wangset name=\"{}\" type=\"{kind}\" tile=\"{face}\">",
        escape(&wang.name)
    );
    for (name, color, tile) in &wang.colors {
        let _ = writeln!(
            out,
            "   <wangcolor name=\"{}\" color=\"#{color:06x}\" tile=\"{tile}\" probability=\"1\"/>",
            escape(name)
        );
    }
    for (tile, id) in &wang.tiles {
        let id: Vec<String> = id.iter().map(u8::to_string).collect();
        let _ = writeln!(
            out,
            "   <wangtile tileid=\"{tile}\" wangid=\"{}\"/>",
            id.join(",")
        );
    }
    out.push_str("  </wangset>\n");
}

/// Escapes text for an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\n', "&#10;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set() -> Tileset {
        let chair = Tile {
            shapes: vec![
                Shape::Solid(2, 14, 16, 16),
                Shape::Spot(10, 22, "seat", "down"),
            ],
            ..Tile::new("chair", Canvas::new(20, 30)).with("depth", Value::Int(-8))
        };
        Tileset {
            name: "seats",
            sheet: Sheet::Pieces,
            tiles: vec![chair],
            wangs: Vec::new(),
            seasons: Vec::new(),
        }
    }

    #[test]
    fn a_piece_is_described_with_its_shapes() {
        let text = text(&set());
        for part in [
            "<image width=\"20\" height=\"30\" source=\"seats/chair.png\"/>",
            "<object id=\"1\" type=\"solid\" x=\"2\" y=\"14\" width=\"16\" height=\"16\"/>",
            "<property name=\"kind\" propertytype=\"SpotKind\" value=\"seat\"/>",
            "<property name=\"depth\" type=\"int\" value=\"-8\"/>",
            "<point/>",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn names_that_two_tiles_bear_are_noticed() {
        let mut set = set();
        assert_eq!(check(&set), Vec::<String>::new());
        set.tiles.push(Tile::new("chair", Canvas::new(4, 4)));
        assert_eq!(check(&set).len(), 1);
    }
}
