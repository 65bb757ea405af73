//! Files that are there whole or not at all, whatever is interrupted: the program, the machine, or
//! a disk that is full. What is written goes into a temporary file of its own beside the place,
//! reaches the disk, and takes the place in one step. And who may write what takes longer than a
//! step: [`Hold`].

mod hold;
mod new_folder;

pub use hold::{Hold, LOCK, beside, file_or_nothing};
pub use new_folder::{folder_new, is_free};

use crate::error::{Error, Result};
use std::fs::File;
use std::io::{BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

/// How names of temporary files and folders end. A file that nobody has locked was left by somebody
/// who was killed, and can be removed.
pub const PARTIAL: &str = ".partial";

/// The largest file of weights, states or metrics that is read, in bytes.
pub const MOST_BYTES: u64 = 1 << 30;

/// Reads a regular file (no device, pipe or folder) of at most `most` bytes. This is the reader of
/// a crate that stands on none of Collegium's; files that people write, and those that the program
/// carries, are read by `collegium_core::files`.
///
/// # Errors
/// When it is not there, cannot be read, is no regular file, or is larger.
pub fn read_at_most(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    let unfit = |what: String| std::io::Error::new(std::io::ErrorKind::InvalidInput, what);
    // Looked at before it is opened: opening a pipe waits for somebody to write.
    let found = std::fs::metadata(path)?;
    if !found.is_file() {
        let what = "is no regular file; expected one";
        return Err(unfit(what.to_owned()));
    }
    let mut bytes = Vec::new();
    if found.len() <= most {
        let opened = File::open(path)?;
        opened
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)?;
    }
    let length = found.len().max(bytes.len() as u64);
    if length > most {
        return Err(unfit(format!(
            "is too large ({length} bytes); expected at most {most}"
        )));
    }
    Ok(bytes)
}

/// Writes a file in the place of what is there.
///
/// # Errors
/// Where the system refuses: then what was there is as it was.
pub fn write_whole(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    let mut whole = Whole::create(path)?;
    whole
        .write_all(bytes.as_ref())
        .map_err(|e| Error::io(path, e))?;
    whole.finish()
}

/// A file that is being written, for what is too large to be held in memory. Dropped before
/// [`Whole::finish`], it leaves nothing.
#[derive(Debug)]
pub struct Whole {
    file: BufWriter<NamedTempFile>,
    path: PathBuf,
}

impl Whole {
    /// Begins a file. What was left of it by those who were killed goes away.
    ///
    /// # Errors
    /// Where its folder is not there, or the system refuses.
    pub fn create(path: &Path) -> Result<Self> {
        sweep(path);
        let prefix = prefix(path);
        let file = builder(&prefix)
            .make_in(folder(path), draft)
            .map_err(|e| Error::io(path, e))?;
        Ok(Whole {
            file: BufWriter::new(file),
            path: path.to_owned(),
        })
    }

    /// Puts the file in its place, over what is there.
    ///
    /// # Errors
    /// Where the system refuses: then what was there is as it was.
    pub fn finish(self) -> Result<()> {
        self.place(|file, path| file.persist(path).map(drop).map_err(|e| e.error))
    }

    /// Puts the file in its place where that is free.
    ///
    /// # Errors
    /// Where it is not, or the system refuses.
    pub fn finish_new(self) -> Result<()> {
        self.place(|file, path| file.persist_noclobber(path).map(drop).map_err(|e| e.error))
    }

    fn place(
        self,
        persist: impl FnOnce(NamedTempFile, &Path) -> std::io::Result<()>,
    ) -> Result<()> {
        let path = self.path;
        let placed = || {
            let file = self.file.into_inner().map_err(|e| e.into_error())?;
            file.as_file().sync_all()?;
            persist(file, &path)?;
            sync_folder(folder(&path))
        };
        placed().map_err(|e| Error::io(&path, e))
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// Makes a folder of files by `fill` and puts it in the place of what is there. Since no system
/// call exchanges folders everywhere, the former stands for a moment under [`former`], where it is
/// found by [`whole_folder`].
///
/// # Errors
/// Where `fill` fails or the system refuses: then what was there is as it was.
pub fn folder_whole(path: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let io = |e| Error::io(path, e);
    let prefix = prefix(path);
    let fresh: TempDir = builder(&prefix).tempdir_in(folder(path)).map_err(io)?;
    fill(fresh.path())?;
    sync_folder(fresh.path()).map_err(io)?;
    let former = former(path);
    if path.exists() {
        if former.exists() {
            std::fs::remove_dir_all(&former).map_err(io)?;
        }
        std::fs::rename(path, &former).map_err(io)?;
    }
    std::fs::rename(fresh.keep(), path).map_err(io)?;
    sync_folder(folder(path)).map_err(io)?;
    if former.exists() {
        std::fs::remove_dir_all(&former).map_err(io)?;
    }
    Ok(())
}

/// Where the folder of a name is whole: in its place, or, when somebody was killed between two
/// steps of [`folder_whole`], where the former stands.
pub fn whole_folder(path: &Path) -> PathBuf {
    let former = former(path);
    if !path.exists() && former.exists() {
        former
    } else {
        path.to_owned()
    }
}

/// Removes what killed processes left in a folder into which nobody else writes.
pub fn remove_partial(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().ends_with(PARTIAL) {
            let path = entry.path();
            // What cannot be removed does no harm: nobody reads it.
            let _ = std::fs::remove_file(&path).or_else(|_| std::fs::remove_dir_all(&path));
        }
    }
}

/// Makes a draft, which is locked for as long as it is open.
fn draft(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    let file = options.read(true).write(true).create_new(true).open(path)?;
    match hold::lock(&file, path) {
        // Somebody swept it before it was locked: another name is tried.
        Ok(false) => Err(std::io::ErrorKind::AlreadyExists.into()),
        // Where files cannot be locked nobody sweeps.
        Ok(true) | Err(_) => Ok(file),
    }
}

/// Removes the drafts of a file that nobody has locked: whoever made them was killed.
fn sweep(path: &Path) {
    let prefix = prefix(path);
    let entries = std::fs::read_dir(folder(path));
    for entry in entries.into_iter().flatten().flatten() {
        if is_draft(&entry.file_name().to_string_lossy(), &prefix) {
            // What cannot be removed does no harm: nobody reads it.
            let _ = remove_left(&entry.path());
        }
    }
}

/// Whether a name is that of a draft whose name begins so.
fn is_draft(name: &str, prefix: &str) -> bool {
    let own = name.strip_prefix(prefix);
    own.and_then(|own| own.strip_suffix(PARTIAL))
        .is_some_and(|own| !own.is_empty() && own.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Removes a draft where nobody has locked it.
fn remove_left(draft: &Path) -> std::io::Result<()> {
    file_or_nothing(draft)?;
    let file = File::options().write(true).open(draft)?;
    if hold::lock(&file, draft)? {
        std::fs::remove_file(draft)?;
    }
    Ok(())
}

/// Where a folder stands while another takes its place.
fn former(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".old");
    path.with_file_name(name)
}

/// The folder of a file; the present one for a bare name.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.")
}

/// Temporary names beside a place. Folders that are made may be read by whom the system lets:
/// temporary ones are private unless told.
fn builder(prefix: &str) -> Builder<'_, 'static> {
    let mut builder = Builder::new();
    builder.prefix(prefix).suffix(PARTIAL);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o777));
    }
    builder
}

/// Lets the names in a folder reach the disk; elsewhere than on Unix the system sees to it.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_the_old_one_or_the_new_one() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        write_whole(&path, "one").unwrap();
        let mut other = Whole::create(&path).unwrap();
        other.write_all(b"tw").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one");
        drop(other);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
        write_whole(&path, "three").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "three");
        let said = Whole::create(&path).unwrap().finish_new().unwrap_err();
        assert!(said.to_string().contains("a.txt"), "{said}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "three");
        assert!(write_whole(&dir.path().join("none/a.txt"), "x").is_err());
    }

    #[test]
    fn only_regular_files_of_a_bounded_size_are_read() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        std::fs::write(&path, "nine char").unwrap();
        assert_eq!(read_at_most(&path, 9).unwrap(), b"nine char");
        let said = |path: &Path, most| read_at_most(path, most).unwrap_err().to_string();
        assert!(said(&path, 8).contains("expected at most 8"));
        assert!(said(dir.path(), 9).contains("no regular file"));
        let file = File::options().write(true).open(&path).unwrap();
        file.set_len(10 << 30).unwrap();
        assert!(said(&path, MOST_BYTES).contains("10737418240 bytes"));
        #[cfg(unix)]
        assert!(said(Path::new("/dev/zero"), 9).contains("no regular file"));
        let none = read_at_most(&dir.path().join("none"), 9).unwrap_err();
        assert_eq!(none.kind(), std::io::ErrorKind::NotFound);
    }

    #[test]
    fn many_writers_of_one_file_leave_one_of_theirs() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        std::thread::scope(|scope| {
            for i in 0..8_u8 {
                let path = &path;
                scope.spawn(move || {
                    for _ in 0..10 {
                        write_whole(path, vec![i; 10_000]).unwrap();
                        let read = std::fs::read(path).unwrap();
                        assert!(read.len() == 10_000 && read.iter().all(|b| *b == read[0]));
                    }
                });
            }
        });
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_the_killed_left_of_a_file_goes_when_it_is_written_next() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        let mut other = Whole::create(&path).unwrap();
        other.write_all(b"two").unwrap();
        // What is another file's stays, and what is no draft.
        let others = [
            ".b.txt.x7Qk2a.partial",
            ".a.txt.gz.x7Qk2a.partial",
            ".a.txt..partial",
            "a.txt.partial",
        ];
        let left = dir.path().join(".a.txt.x7Qk2a.partial");
        for file in others
            .map(|name| dir.path().join(name))
            .iter()
            .chain([&left])
        {
            std::fs::write(file, "on").unwrap();
        }
        write_whole(&path, "one").unwrap();
        assert!(!left.exists());
        assert!(others.iter().all(|name| dir.path().join(name).exists()));
        // Nor does what somebody is writing go.
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        other.finish().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(
            std::fs::read_dir(dir.path()).unwrap().count(),
            1 + others.len()
        );
    }

    #[test]
    fn a_folder_that_was_being_replaced_is_found() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("c");
        let fill = |text: &'static str| move |folder: &Path| write_whole(&folder.join("x"), text);
        let read = || std::fs::read_to_string(whole_folder(&path).join("x")).unwrap();
        folder_whole(&path, fill("one")).unwrap();
        // Killed between the two steps, and then again with both there.
        std::fs::rename(&path, former(&path)).unwrap();
        assert_eq!(read(), "one");
        folder_whole(&path, fill("two")).unwrap();
        std::fs::create_dir(former(&path)).unwrap();
        assert_eq!(read(), "two");
        folder_whole(&path, fill("three")).unwrap();
        assert_eq!(read(), "three");
        let refused = folder_whole(&path, |_| Err(Error::data("x", 1, "2")));
        assert!(refused.is_err());
        assert_eq!(read(), "three");
        std::fs::create_dir(dir.path().join(".c.abc.partial")).unwrap();
        remove_partial(dir.path());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
