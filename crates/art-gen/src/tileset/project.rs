//! The Tiled project: the words that properties choose from, the classes of objects with their
//! properties, and templates of them.

use super::write::escape;
use std::{fmt::Write as _, fs, io, path::Path};

/// Words that a property may hold, by the name of their enumeration.
const ENUMS: [(&str, &[&str]); 5] = [
    (
        "SpotKind",
        &[
            "seat", "desk", "bed", "staff", "serve", "wash", "play", "shelf", "stand",
        ],
    ),
    ("Facing", &["up", "down", "left", "right"]),
    (
        "PlaceKind",
        &[
            "classroom",
            "lecture_hall",
            "lab",
            "library",
            "cafeteria",
            "cafe",
            "bedroom",
            "common_room",
            "washroom",
            "gym",
            "shop",
            "office",
            "health_centre",
            "music_room",
            "hall",
            "plaza",
            "lawn",
            "gate",
        ],
    ),
    ("Noise", &["silent", "quiet", "normal", "loud"]),
    ("LightKind", &["lamp", "window", "screen"]),
];

/// A property of a class: its name, its type, its enumeration or nothing, and its default.
type Member = (&'static str, &'static str, &'static str, &'static str);

/// A class of objects.
struct Class {
    name: &'static str,
    color: &'static str,
    members: &'static [Member],
}

const FACING: Member = ("facing", "string", "Facing", "down");
const SPOT: Member = ("kind", "string", "SpotKind", "stand");

const CLASSES: [Class; 8] = [
    Class {
        name: "place",
        color: "#4f8fd0",
        members: &[
            ("capacity", "int", "", "0"),
            ("kind", "string", "PlaceKind", "classroom"),
            ("noise", "string", "Noise", "normal"),
            ("open", "string", "", "always"),
            ("prices", "string", "", ""),
            ("serves_per_minute", "float", "", "2"),
        ],
    },
    Class {
        name: "building",
        color: "#b07a4a",
        members: &[],
    },
    Class {
        name: "queue",
        color: "#d0a030",
        members: &[],
    },
    Class {
        name: "spot",
        color: "#4fae6a",
        members: &[FACING, SPOT],
    },
    Class {
        name: "light",
        color: "#f0c850",
        members: &[
            ("color", "string", "", "#ffd08a"),
            ("kind", "string", "LightKind", "lamp"),
            ("radius", "float", "", "4.5"),
        ],
    },
    Class {
        name: "door",
        color: "#8a5ad0",
        members: &[],
    },
    Class {
        name: "solid",
        color: "#c9584e",
        members: &[],
    },
    Class {
        name: "passage",
        color: "#8a5ad0",
        members: &[],
    },
];

/// An object to start from: its file, its class, what it says beyond the class's defaults, its
/// size and its shape.
struct Template {
    file: &'static str,
    class: &'static str,
    values: &'static [Member],
    size: Option<(i32, i32)>,
    shape: &'static str,
}

const TEMPLATES: [Template; 8] = [
    Template {
        file: "place",
        class: "place",
        values: &[
            ("kind", "string", "PlaceKind", "classroom"),
            ("noise", "string", "Noise", "normal"),
            ("open", "string", "", "always"),
            ("prices", "string", "", ""),
            ("serves_per_minute", "float", "", "2"),
        ],
        size: Some((160, 128)),
        shape: "",
    },
    Template {
        file: "building",
        class: "building",
        values: &[],
        size: Some((320, 256)),
        shape: "",
    },
    Template {
        file: "queue",
        class: "queue",
        values: &[],
        size: None,
        shape: "<polyline points=\"0,0 0,96\"/>",
    },
    spot_template("spot-stand", &[FACING, SPOT]),
    spot_template(
        "spot-serve",
        &[
            ("facing", "string", "Facing", "up"),
            ("kind", "string", "SpotKind", "serve"),
        ],
    ),
    spot_template(
        "spot-staff",
        &[FACING, ("kind", "string", "SpotKind", "staff")],
    ),
    spot_template(
        "spot-shelf",
        &[
            ("facing", "string", "Facing", "up"),
            ("kind", "string", "SpotKind", "shelf"),
        ],
    ),
    Template {
        file: "light",
        class: "light",
        values: &[
            ("color", "string", "", "#ffd08a"),
            ("kind", "string", "LightKind", "lamp"),
            ("radius", "float", "", "4.5"),
        ],
        size: None,
        shape: "<point/>",
    },
];

const fn spot_template(file: &'static str, values: &'static [Member]) -> Template {
    Template {
        file,
        class: "spot",
        values,
        size: None,
        shape: "<point/>",
    }
}

/// Writes the project, its object types and its templates into a folder, that of the tilesets.
///
/// # Errors
/// When the folder or a file in it cannot be written.
pub fn write(folder: &Path) -> io::Result<()> {
    let templates = folder.join("templates");
    fs::create_dir_all(&templates)?;
    for template in &TEMPLATES {
        let file = templates.join(format!("{}.tx", template.file));
        fs::write(file, template_text(template))?;
    }
    fs::write(folder.join("objecttypes.json"), object_types())?;
    fs::write(folder.join("collegium.tiled-project"), project())
}

/// The text of a template.
fn template_text(template: &Template) -> String {
    let size = template.size.map_or(String::new(), |(w, h)| {
        format!(" width=\"{w}\" height=\"{h}\"")
    });
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<template>\n <object type=\"{}\"{size}",
        template.class
    );
    if template.values.is_empty() && template.shape.is_empty() {
        return out + "/>\n</template>\n";
    }
    out += ">\n";
    if !template.values.is_empty() {
        out += "  <properties>\n";
        for (name, kind, of, value) in template.values {
            let kind = match (*kind, *of) {
                ("string", "") => String::new(),
                ("string", of) => format!(" propertytype=\"{of}\""),
                (kind, _) => format!(" type=\"{kind}\""),
            };
            let _ = writeln!(
                out,
                "   <property name=\"{name}\"{kind} value=\"{}\"/>",
                escape(value)
            );
        }
        out += "  </properties>\n";
    }
    if !template.shape.is_empty() {
        let _ = writeln!(out, "  {}", template.shape);
    }
    out + " </object>\n</template>\n"
}

/// The classes as Tiled 1.8 colours objects by and offers their properties.
fn object_types() -> String {
    let types: Vec<String> = CLASSES
        .iter()
        .map(|class| {
            format!(
                "    {{\n        \"color\": \"{}\",\n        \"name\": \"{}\",\n        \
                 \"properties\": [{}]\n    }}",
                class.color,
                class.name,
                members(class, "propertytype")
            )
        })
        .collect();
    format!("[\n{}\n]\n", types.join(",\n"))
}

/// The project itself.
fn project() -> String {
    let mut types: Vec<String> = Vec::new();
    for (name, words) in ENUMS {
        let words: Vec<String> = words.iter().map(|w| format!("\"{w}\"")).collect();
        types.push(format!(
            "        {{\n            \"id\": {},\n            \"name\": \"{name}\",\n            \
             \"storageType\": \"string\",\n            \"type\": \"enum\",\n            \
             \"values\": [{}],\n            \"valuesAsFlags\": false\n        }}",
            types.len() + 1,
            words.join(", ")
        ));
    }
    for class in &CLASSES {
        types.push(format!(
            "        {{\n            \"color\": \"{}\",\n            \"drawFill\": true,\n            \
             \"id\": {},\n            \"members\": [{}],\n            \"name\": \"{}\",\n            \
             \"type\": \"class\",\n            \"useAs\": [\"property\", \"object\", \
             \"tile\"]\n        }}",
            class.color,
            types.len() + 1,
            members(class, "propertyType"),
            class.name
        ));
    }
    format!(
        "{{\n    \"automappingRulesFile\": \"\",\n    \"commands\": [\n    ],\n    \
         \"extensionsPath\": \"extensions\",\n    \"folders\": [\n        \".\",\n        \
         \"../../maps\"\n    ],\n    \"objectTypesFile\": \"objecttypes.json\",\n    \
         \"propertyTypes\": [\n{}\n    ]\n}}\n",
        types.join(",\n")
    )
}

/// The properties of a class as JSON, one a line, with the key that names the enumeration of one:
/// Tiled spells it otherwise in object types than in projects.
fn members(class: &Class, of_key: &str) -> String {
    let lines: Vec<String> = class
        .members
        .iter()
        .map(|(name, kind, of, value)| {
            let of = if of.is_empty() {
                String::new()
            } else {
                format!("\"{of_key}\": \"{of}\", ")
            };
            let value = if *kind == "string" {
                format!("\"{value}\"")
            } else {
                (*value).to_owned()
            };
            format!(
                "\n            {{ \"name\": \"{name}\", {of}\"type\": \"{kind}\", \"value\": \
                 {value} }}"
            )
        })
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    lines.join(",") + "\n        "
}
