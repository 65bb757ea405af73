//! Writes the design as a Tiled map.

use super::check::{doors_of, seats_of};
use crate::{
    scene::{Grid, Layer, Scene, TILE},
    tiles::atlas::Atlas,
};
use std::fmt::Write as _;

/// The text of the map, with layer data as comma separated numbers.
pub fn text(scene: &Scene, atlases: &[Atlas], collision: u32, opaque: u32) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut writer = Writer {
        scene,
        next_layer: 1,
        next_object: 1,
        body: String::new(),
    };
    for (layer, atlas) in Layer::ALL.iter().zip(atlases) {
        writer.tiles(
            layer.name(),
            &atlas
                .cells
                .iter()
                .map(|c| c.map_or(0, |i| atlas.first + i))
                .collect::<Vec<_>>(),
            false,
        );
    }
    for (name, grid, gid) in [
        ("collision", &scene.blocked, collision),
        ("opaque", &scene.opaque, opaque),
    ] {
        let cells = flags(scene, grid, gid);
        writer.tiles(name, &cells, true);
    }
    writer.objects();
    let (w, h) = (scene.width, scene.height);
    let _ = writeln!(
        out,
        "<map version=\"1.10\" tiledversion=\"1.10.2\" orientation=\"orthogonal\" renderorder=\"right-down\" width=\"{w}\" \
         height=\"{h}\" tilewidth=\"{TILE}\" tileheight=\"{TILE}\" infinite=\"0\" nextlayerid=\"{}\" nextobjectid=\"{}\">",
        writer.next_layer, writer.next_object
    );
    for atlas in atlases {
        let _ = writeln!(
            out,
            " <tileset firstgid=\"{}\" source=\"../assets/tiles/{}.tsx\"/>",
            atlas.first, atlas.name
        );
    }
    out + &writer.body + "</map>\n"
}

/// A marker on every tile that is set.
fn flags(scene: &Scene, grid: &Grid, gid: u32) -> Vec<u32> {
    let tiles = (0..scene.height).flat_map(|y| (0..scene.width).map(move |x| (x, y)));
    tiles
        .map(|(x, y)| if grid.get(x, y) { gid } else { 0 })
        .collect()
}

struct Writer<'a> {
    scene: &'a Scene,
    next_layer: u32,
    next_object: u32,
    body: String,
}

impl Writer<'_> {
    fn tiles(&mut self, name: &str, cells: &[u32], hidden: bool) {
        let (w, h) = (self.scene.width, self.scene.height);
        let visible = if hidden { " visible=\"0\"" } else { "" };
        let _ = write!(
            self.body,
            " <layer id=\"{}\" name=\"{name}\" width=\"{w}\" height=\"{h}\"{visible}>\n  <data encoding=\"csv\">\n",
            self.next_layer
        );
        self.next_layer += 1;
        for (y, row) in cells.chunks(w as usize).enumerate() {
            let line: Vec<String> = row.iter().map(u32::to_string).collect();
            self.body += &line.join(",");
            self.body += if y + 1 < h as usize { ",\n" } else { "\n" };
        }
        self.body += "</data>\n </layer>\n";
    }

    fn group(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        let _ = writeln!(
            self.body,
            " <objectgroup id=\"{}\" name=\"{name}\">",
            self.next_layer
        );
        self.next_layer += 1;
        fill(self);
        self.body += " </objectgroup>\n";
    }

    fn object(
        &mut self,
        name: &str,
        x: i32,
        y: i32,
        size: Option<(i32, i32)>,
        properties: &[(&str, &str, String)],
        shape: &str,
    ) {
        let id = self.next_object;
        self.next_object += 1;
        let _ = write!(self.body, "  <object id=\"{id}\"");
        if !name.is_empty() {
            let _ = write!(self.body, " name=\"{}\"", escape(name));
        }
        let _ = write!(self.body, " x=\"{x}\" y=\"{y}\"");
        if let Some((w, h)) = size {
            let _ = write!(self.body, " width=\"{w}\" height=\"{h}\"");
        }
        if properties.is_empty() && shape.is_empty() {
            self.body += "/>\n";
            return;
        }
        self.body += ">\n";
        if !properties.is_empty() {
            self.body += "   <properties>\n";
            for (key, kind, value) in properties {
                let kind = if *kind == "string" {
                    String::new()
                } else {
                    format!(" type=\"{kind}\"")
                };
                let _ = writeln!(
                    self.body,
                    "    <property name=\"{key}\"{kind} value=\"{}\"/>",
                    escape(value)
                );
            }
            self.body += "   </properties>\n";
        }
        if !shape.is_empty() {
            let _ = writeln!(self.body, "   {shape}");
        }
        self.body += "  </object>\n";
    }

    fn objects(&mut self) {
        let scene = self.scene;
        let middle = |t: i32| t * TILE + TILE / 2;
        self.group("places", |w| {
            for (i, p) in scene.places.iter().enumerate() {
                let text = |v: &str| v.to_owned();
                let properties = [
                    ("building", "string", p.building.clone()),
                    ("capacity", "int", p.capacity.to_string()),
                    ("doors", "string", doors_of(scene, i).join(", ")),
                    ("kind", "string", text(p.kind)),
                    ("noise", "string", text(p.noise)),
                    ("open", "string", text(p.open)),
                    ("prices", "string", text(p.prices)),
                    ("queue", "string", p.queue.clone()),
                    ("seats", "int", seats_of(scene, i).to_string()),
                    ("serves_per_minute", "float", format!("{}", p.serves)),
                ];
                let size = Some((p.rect.w * TILE, p.rect.h * TILE));
                w.object(
                    &p.name,
                    p.rect.x * TILE,
                    p.rect.y * TILE,
                    size,
                    &properties,
                    "",
                );
            }
        });
        self.group("doors", |w| {
            for (name, x, y) in &scene.doors {
                w.object(name, middle(*x), middle(*y), None, &[], "<point/>");
            }
        });
        self.group("spots", |w| {
            for s in &scene.spots {
                let properties = [
                    ("facing", "string", s.facing.to_owned()),
                    ("spot", "string", s.kind.to_owned()),
                ];
                w.object("", middle(s.x), middle(s.y), None, &properties, "<point/>");
            }
            for (name, line) in &scene.queues {
                let (x0, y0) = line[0];
                let points: Vec<String> = line
                    .iter()
                    .map(|(x, y)| format!("{},{}", (x - x0) * TILE, (y - y0) * TILE))
                    .collect();
                let shape = format!("<polyline points=\"{}\"/>", points.join(" "));
                w.object(name, middle(x0), middle(y0), None, &[], &shape);
            }
        });
        self.group("lights", |w| {
            for l in &scene.lights {
                let properties = [
                    ("color", "string", l.color.to_owned()),
                    ("kind", "string", l.kind.to_owned()),
                    ("radius", "float", format!("{:.1}", l.radius)),
                ];
                w.object("", l.at.0, l.at.1, None, &properties, "<point/>");
            }
        });
        self.group("buildings", |w| {
            for (name, r) in &scene.buildings {
                w.object(
                    name,
                    r.x * TILE,
                    r.y * TILE,
                    Some((r.w * TILE, r.h * TILE)),
                    &[],
                    "",
                );
            }
        });
    }
}

/// Escapes text for an attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
