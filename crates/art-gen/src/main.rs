//! art-gen draws Collegium's art and writes its campus map; its output is committed under
//! `assets/` and `maps/`.
//!
//! `cargo run -p art-gen` redraws everything, from the repository root; the same program always
//! draws the same pixels. `cargo run -p art-gen -- --map` writes only tiles and map, `--check` only
//! checks the map's rules, and `--preview FILE [--crop x,y,w,h] [--scale s]` draws the map, or a
//! part of it in tiles, as one picture. `cargo run -p art-gen -- --people-sheet FILE` writes only a
//! contact sheet of seeded people, for judging them by eye.

mod badges;
mod brush;
mod canvas;
mod map;
mod noise;
mod palette;
mod people;
mod scene;
mod tiles;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(done) = map::command(&arguments) {
        return done;
    }
    if let [option, file] = arguments.as_slice()
        && option == "--people-sheet"
    {
        return people::write_contact_sheet(Path::new(file));
    }
    people::write(Path::new("assets/people"))?;
    badges::write(Path::new("assets/ui"))?;
    map::write(Path::new("."))
}
