//! A person's own files on disk: settings and library. Owns reading, changing and watching them; what they mean is
//! `settings`' and `library`'s. Never writes over anything that was not understood.

use super::paths::{Paths, write_whole};
use crate::library::{self, Library, OWN_FILES};
use crate::settings::{self, Problem, Settings};
use crate::words::cli as words;
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// No file of a person's own is as long as this.
const LONGEST: u64 = 4 << 20;

/// A settings text and what it says.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    /// The text; empty where there is no file.
    pub text: String,
    /// What counts.
    pub settings: Settings,
    /// What is wrong, by line.
    pub problems: Vec<Problem>,
    /// The text is no TOML: the defaults count.
    pub broken: bool,
}

/// Reads the settings. No file is as good as an empty one.
///
/// # Errors
/// One sentence, and what to do, where the file is there and cannot be read.
pub(crate) fn load(path: &Path) -> Result<Loaded, String> {
    let text = read(path)?;
    let broken = settings::readable(&text).is_err();
    let (settings, problems) = settings::parse(&text);
    Ok(Loaded { text, settings, problems, broken })
}

fn read(path: &Path) -> Result<String, String> {
    let trouble = |error: &io::Error| words::unreadable(path, &error.to_string());
    match fs::metadata(path) {
        Ok(meta) if meta.len() > LONGEST => return Err(words::unreadable(path, "it is longer than any such file")),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(trouble(&error)),
        Ok(_) => {}
    }
    // Bytes that are no text become marks that are no settings: the file is then said to be wrong, with the line.
    fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).map_err(|error| trouble(&error))
}

/// Keeps a copy of a settings file that is no TOML beside it, once for each content, so that it is there whatever
/// becomes of the file.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn keep_broken(path: &Path, text: &str) -> io::Result<PathBuf> {
    let name = |n: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".broken-{n}"));
        PathBuf::from(name)
    };
    for kept in (1..=u32::MAX).map(name) {
        match fs::read(&kept) {
            Ok(there) if String::from_utf8_lossy(&there) == text => return Ok(kept),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return write_whole(&kept, text).map(|()| kept);
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("there are too many broken ones already"))
}

/// Puts a changed settings text in place.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn store(path: &Path, text: &str) -> Result<(), String> {
    write_whole(path, text).map_err(|error| words::unwritable(path, &error.to_string()))
}

/// Makes the settings file from the commented defaults, if there is none.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn make_settings(path: &Path) -> Result<(), String> {
    if path.exists() { Ok(()) } else { store(path, &settings::template()) }
}

/// A person's own library files as they are on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Own {
    /// Name and text of those that are there.
    files: Vec<(String, String)>,
    /// What could not be read, a sentence each.
    unread: Vec<String>,
}

impl Own {
    /// The library with these laid over it, and what is wrong with them, a line each.
    pub(crate) fn library(&self) -> (Library, Vec<String>) {
        let files: Vec<(&str, &str)> = self.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let (library, problems) = library::content(&files);
        let told = problems.iter().map(|p| words::problem_at(Path::new(&p.file), p.line, &p.text));
        (library, self.unread.iter().cloned().chain(told).collect())
    }
}

/// Reads a person's own library files.
pub(crate) fn own_library(paths: &Paths) -> Own {
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for name in OWN_FILES {
        match read(&paths.settings_folder().join(name)) {
            Ok(text) if text.is_empty() => {}
            Ok(text) => files.push((name.to_owned(), text)),
            Err(problem) => unread.push(problem),
        }
    }
    Own { files, unread }
}

/// Calls `changed` whenever a file in the settings folder may have changed, until the value is dropped. Nothing is
/// looked at meanwhile.
///
/// # Errors
/// When the folder cannot be made or watched.
pub(crate) fn watch(paths: &Paths, changed: impl Fn() + Send + 'static) -> Result<RecommendedWatcher, String> {
    let folder = paths.settings_folder();
    let trouble = |error: &dyn std::fmt::Display| words::unwatched(folder, &error.to_string());
    super::paths::private_folder(folder).map_err(|error| trouble(&error))?;
    let names: Vec<PathBuf> =
        OWN_FILES.iter().map(PathBuf::from).chain(paths.settings.file_name().map(PathBuf::from)).collect();
    let hear = move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| matters(&event, &names)) {
            changed();
        }
    };
    let mut watcher = notify::recommended_watcher(hear).map_err(|error| trouble(&error))?;
    watcher.watch(folder, RecursiveMode::NonRecursive).map_err(|error| trouble(&error))?;
    Ok(watcher)
}

/// Whether one of our files is whole and may be another now: written and closed, moved, or removed.
fn matters(event: &notify::Event, names: &[PathBuf]) -> bool {
    let kind = matches!(
        event.kind,
        EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(_))
            | EventKind::Remove(_)
    );
    let ours = |path: &PathBuf| path.file_name().is_some_and(|name| names.iter().any(|ours| ours.as_os_str() == name));
    event.need_rescan() || (kind && event.paths.iter().any(ours))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    fn home() -> (tempfile::TempDir, Paths) {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(dir.path())).expect("an absolute path");
        (dir, paths)
    }

    #[test]
    fn a_broken_file_is_kept_once_for_each_content() {
        let (_dir, paths) = home();
        fs::write(&paths.settings, "not = [toml").expect("written");
        let loaded = load(&paths.settings).expect("read");
        assert!(loaded.broken && loaded.settings == settings::defaults());
        let first = keep_broken(&paths.settings, &loaded.text).expect("kept");
        assert_eq!(keep_broken(&paths.settings, &loaded.text).expect("kept"), first);
        assert!(first.ends_with("settings.toml.broken-1"));
        let second = keep_broken(&paths.settings, "another = [").expect("kept");
        assert!(second.ends_with("settings.toml.broken-2"));
        assert_eq!(fs::read_to_string(&paths.settings).expect("read"), "not = [toml");
    }

    #[test]
    fn no_file_is_an_empty_one_and_a_folder_is_a_problem() {
        let (_dir, paths) = home();
        assert_eq!(load(&paths.settings).expect("read").text, "");
        fs::create_dir(&paths.settings).expect("made");
        assert!(load(&paths.settings).is_err());
    }

    #[test]
    fn a_change_is_heard_however_it_was_written_and_other_files_are_not() {
        let (_dir, paths) = home();
        let (tell, heard) = mpsc::channel();
        let _watcher = watch(&paths, move || tell.send(()).unwrap_or_default()).expect("watched");
        let told = || heard.recv_timeout(Duration::from_secs(5)).is_ok();
        fs::write(paths.settings_folder().join("other.txt"), "x").expect("written");
        fs::write(&paths.settings, "goal = 70").expect("written");
        assert!(told());
        while heard.recv_timeout(Duration::from_millis(50)).is_ok() {}
        write_whole(&paths.settings, "goal = 80").expect("written");
        assert!(told());
        while heard.recv_timeout(Duration::from_millis(50)).is_ok() {}
        fs::write(paths.settings_folder().join("other.txt"), "y").expect("written");
        assert!(heard.recv_timeout(Duration::from_millis(50)).is_err());
        fs::remove_file(&paths.settings).expect("removed");
        assert!(told());
    }
}
