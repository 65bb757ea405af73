//! Files that are there whole or not at all, whatever is interrupted: the program, the machine, or
//! a disk that is full. What is written goes into a temporary file of its own beside the place,
//! reaches the disk, and takes the place in one step.

use crate::error::{Error, Result};
use std::io::{BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

/// How names of temporary files and folders end. One that is found was left by somebody who was
/// killed, and can be removed.
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
        let opened = std::fs::File::open(path)?;
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
    /// Begins a file.
    ///
    /// # Errors
    /// Where its folder is not there, or the system refuses.
    pub fn create(path: &Path) -> Result<Self> {
        let prefix = prefix(path);
        let file = builder(&prefix, 0o666)
            .tempfile_in(folder(path))
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
    let fresh: TempDir = builder(&prefix, 0o777)
        .tempdir_in(folder(path))
        .map_err(io)?;
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

/// What the names begin with of folders in which [`folder_new`] makes what goes into an empty one.
const WITHIN: &str = ".new.";

/// Whether [`folder_new`] may make a folder of a name: nothing is there, or an empty one, or one in
/// which somebody was killed who made it.
///
/// # Errors
/// Where something else than a folder is there, or the system refuses.
pub fn is_free(path: &Path) -> Result<bool> {
    let entries = match std::fs::read_dir(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        entries => entries.map_err(|e| Error::io(path, e))?,
    };
    let mut empty = true;
    for entry in entries {
        let entry = entry.map_err(|e| Error::io(path, e))?;
        if is_draft(&entry, WITHIN) {
            return Ok(true);
        }
        empty = false;
    }
    Ok(empty)
}

/// Makes a folder of files by `fill`, with those above it, where one is free ([`is_free`]). Until
/// all of it is written it lies under a temporary name beside the place; or within it, where a
/// folder is there, which may be somebody's working folder. What those who were killed have left of
/// that goes away.
///
/// Of many who make the same folder at once at least one does; others may find theirs gone, and
/// fail. `fill` must not make the folder that it is given.
///
/// # Errors
/// Where `fill` fails, the place is taken or the system refuses; of what was not whole then nothing
/// is left.
pub fn folder_new<E: From<Error>>(
    path: &Path,
    fill: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    let io = |e| Error::io(path, e);
    if !is_free(path)? {
        return Err(io(std::io::ErrorKind::AlreadyExists.into()).into());
    }
    let there = path.is_dir();
    let (above, prefix) = match there {
        true => (path, WITHIN.to_owned()),
        false => (folder(path), prefix(path)),
    };
    std::fs::create_dir_all(above).map_err(io)?;
    // Of many who put each other's away, the last who begins has one that nobody puts away.
    let others = put_away(above, &prefix).map_err(io)?;
    let fresh = builder(&prefix, 0o777).tempdir_in(above).map_err(io)?;
    // Until now it said of an unfinished folder that it is one.
    drop(others);
    fill(fresh.path())?;
    sync_folder(fresh.path()).map_err(io)?;
    if there {
        move_into(fresh.path(), path).map_err(io)?;
    } else {
        std::fs::rename(fresh.path(), path).map_err(io)?;
        // It has another name now.
        let _ = fresh.keep();
    }
    sync_folder(above).map_err(io)?;
    Ok(())
}

/// Whether an entry is a folder that [`folder_new`] has begun, by its name.
fn is_draft(entry: &std::fs::DirEntry, prefix: &str) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    let own = name
        .strip_prefix(prefix)
        .and_then(|rest| rest.strip_suffix(PARTIAL));
    own.is_some_and(|own| own.len() == 6 && own.chars().all(|c| c.is_ascii_alphanumeric()))
        && entry.file_type().is_ok_and(|kind| kind.is_dir())
}

/// Puts the folders that [`folder_new`] has begun somewhere into one that goes away when it is
/// dropped: none where there are none. Whoever is still at work on one of them finds nothing in its
/// place, and puts no half of it anywhere.
fn put_away(above: &Path, prefix: &str) -> std::io::Result<Option<TempDir>> {
    // Where a folder may not be listed, what was begun there stays.
    let begun: Vec<PathBuf> = std::fs::read_dir(above)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| is_draft(entry, prefix))
        .map(|entry| entry.path())
        .collect();
    if begun.is_empty() {
        return Ok(None);
    }
    let away = builder(prefix, 0o777).tempdir_in(above)?;
    for (i, one) in begun.iter().enumerate() {
        // It may have been put away by somebody else, or come to its end.
        let _ = std::fs::rename(one, away.path().join(i.to_string()));
    }
    Ok(Some(away))
}

/// Moves what lies in a folder into another, but for what is there.
fn move_into(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if place.exists() {
            continue;
        }
        // Somebody else may have put theirs there at this moment.
        if let Err(error) = std::fs::rename(entry.path(), &place)
            && !place.exists()
        {
            return Err(error);
        }
    }
    Ok(())
}

/// Removes what killed processes left in a folder.
pub fn remove_partial(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().ends_with(PARTIAL) {
            let path = entry.path();
            // What cannot be removed does no harm: nobody reads it.
            let _ = std::fs::remove_file(&path).or_else(|_| std::fs::remove_dir_all(&path));
        }
    }
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

/// Temporary names beside a place. What is made may be read by whom the system lets: temporary
/// files are private unless told.
fn builder(prefix: &str, mode: u32) -> Builder<'_, 'static> {
    let mut builder = Builder::new();
    builder.prefix(prefix).suffix(PARTIAL);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

/// Lets the names in a folder reach the disk; elsewhere than on Unix the system sees to it.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        std::fs::File::open(folder)?.sync_all()?;
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
        let file = std::fs::File::options().write(true).open(&path).unwrap();
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

    /// Fills a folder with two files, one of them in a folder of its own.
    fn two_files(folder: &Path) -> Result<()> {
        std::fs::create_dir(folder.join("a")).map_err(|e| Error::io(folder, e))?;
        write_whole(&folder.join("a/x"), "x")?;
        write_whole(&folder.join("y"), "y")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let name = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_folder_is_there_whole_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("some/c");
        let half = |folder: &Path| -> Result<()> {
            two_files(folder)?;
            Err(Error::data("half", "half", "all"))
        };
        assert!(folder_new(&path, half).is_err());
        assert_eq!(names(&dir.path().join("some")), [""; 0]);
        assert!(is_free(&path).unwrap());
        folder_new(&path, two_files).unwrap();
        assert_eq!(names(&path), ["a", "y"]);
        assert_eq!(names(&dir.path().join("some")), ["c"]);
        assert!(!is_free(&path).unwrap());
        assert!(is_free(&path.join("y")).is_err(), "a file");
        // Into an empty folder nothing half goes either.
        let empty = dir.path().join("empty");
        std::fs::create_dir(&empty).unwrap();
        assert!(folder_new(&empty, half).is_err());
        assert_eq!(names(&empty), [""; 0]);
        folder_new(&empty, two_files).unwrap();
        assert_eq!(names(&empty), ["a", "y"]);
    }

    #[test]
    fn what_a_killed_one_has_begun_of_a_new_folder_goes_away_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("c");
        let others = [".c.other", ".c.Ab12cD.partial.txt", ".d.Ab12cD.partial"];
        for name in others.iter().chain(&[".c.Ab12cD.partial"]) {
            std::fs::create_dir(dir.path().join(name)).unwrap();
        }
        std::fs::write(dir.path().join(".c.Ef34gH.partial"), "somebody's file").unwrap();
        folder_new(&path, two_files).unwrap();
        let mut stay = others.map(str::to_owned).to_vec();
        stay.extend(["c".to_owned(), ".c.Ef34gH.partial".to_owned()]);
        stay.sort();
        assert_eq!(names(dir.path()), stay);
        // Killed while things were moved into a folder.
        let some = dir.path().join("some");
        std::fs::create_dir_all(some.join(".new.Ab12cD.partial/a")).unwrap();
        std::fs::write(some.join("y"), "y").unwrap();
        assert!(is_free(&some).unwrap());
        folder_new(&some, two_files).unwrap();
        assert_eq!(names(&some), ["a", "y"]);
        assert_eq!(std::fs::read_to_string(some.join("a/x")).unwrap(), "x");
    }

    #[test]
    fn of_many_who_make_one_new_folder_at_once_it_is_whole() {
        let dir = tempfile::tempdir().unwrap();
        for round in 0..20 {
            let path = dir.path().join(round.to_string());
            if round % 2 == 0 {
                std::fs::create_dir(&path).unwrap();
            }
            let made = std::thread::scope(|scope| {
                let one = || folder_new(&path, two_files).is_ok();
                let all: Vec<_> = (0..8).map(|_| scope.spawn(one)).collect();
                let done = all.into_iter().map(|one| one.join().unwrap());
                done.filter(|made| *made).count()
            });
            assert!(made > 0, "{round}: nobody has made it");
            let mut found = names(&path);
            found.retain(|name| !name.ends_with(PARTIAL));
            assert_eq!(found, ["a", "y"], "{round}");
            assert_eq!(names(&path.join("a")), ["x"], "{round}");
        }
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
