//! art-gen draws Collegium's art; its output is committed under `assets/`.
//!
//! `cargo run -p art-gen` redraws people, badges and tilesets, from the repository root; the same
//! program always draws the same pixels. Maps are made of the tilesets in Tiled; nothing here
//! writes them. `cargo run -p art-gen -- --people-sheet FILE` writes only a contact sheet of seeded
//! people, for judging them by eye.

mod badges;
mod brush;
mod canvas;
mod noise;
mod palette;
mod people;
mod pieces;
mod sprite;
mod surfaces;
mod tiles;
mod tileset;

use std::{io, path::Path};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => draw(),
        ["--people-sheet", file] => people::write_contact_sheet(Path::new(file)),
        _ => Err(io::Error::other(
            "expected no argument, or --people-sheet FILE",
        )),
    }
}

/// Draws everything into `assets`.
fn draw() -> io::Result<()> {
    people::write(Path::new("assets/people"))?;
    badges::write(Path::new("assets/ui"))?;
    let folder = Path::new("assets/tiles");
    for set in surfaces::tilesets().iter().chain(&pieces::tilesets()) {
        let problems = tileset::write::check(set);
        if !problems.is_empty() {
            return Err(io::Error::other(problems.join("\n")));
        }
        tileset::write::write(set, folder)?;
        println!("{:10} {:3} tiles", set.name, set.tiles.len());
    }
    tileset::project::write(folder)
}
