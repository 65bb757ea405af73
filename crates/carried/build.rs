//! Packs the maps. A file that is added to a carried folder makes this crate anew, as one that is
//! changed does.

#![allow(
    clippy::print_stdout,
    clippy::allow_attributes,
    reason = "printing is how a build script speaks to Cargo"
)]

use flate2::{Compression, write::DeflateEncoder};
use std::{env, fs, io, io::Write as _, path::Path};

fn main() -> io::Result<()> {
    for folder in ["assets", "maps", "scenarios", "training/heads"] {
        println!("cargo::rerun-if-changed=../../{folder}");
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    pack(Path::new("../../maps"), Path::new(&out))
}

/// Writes the files of a folder, packed, and a list of them as Rust.
fn pack(folder: &Path, out: &Path) -> io::Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.extend(entry.file_name().to_str().map(str::to_owned));
        }
    }
    names.sort_unstable();
    let mut list = format!("static PACKED: [Packed; {}] = [\n", names.len());
    for name in names {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&fs::read(folder.join(&name))?)?;
        let file = format!("{name}.packed");
        fs::write(out.join(&file), packed.finish()?)?;
        list += &format!(
            "Packed::of({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))),\n"
        );
    }
    list += "];\n";
    fs::write(out.join("maps.rs"), list)
}
