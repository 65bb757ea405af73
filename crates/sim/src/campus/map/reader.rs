//! How the `tiled` crate comes to the files of a map: from disk, or from what the program carries.

use collegium_core::files;
use std::{
    borrow::Cow,
    io::{self, Cursor},
    path::Path,
};
use tiled::{DefaultResourceCache, Loader, ResourceReader};

/// Reads maps, and the tilesets they name, from disk or from what the program carries.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reader;

impl ResourceReader for Reader {
    type Resource = Cursor<Cow<'static, [u8]>>;
    type Error = io::Error;

    fn read_from(&mut self, path: &Path) -> io::Result<Self::Resource> {
        files::read(&files::moved(path)).map(Cursor::new)
    }
}

/// What reads a Tiled file with everything it names.
pub fn loader() -> Loader<DefaultResourceCache, Reader> {
    Loader::with_cache_and_reader(DefaultResourceCache::new(), Reader)
}
