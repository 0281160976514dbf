//! Which changes of files matter to the calendars. Owns the kernel's watches (inotify) of one round: they are set before a
//! reading and dropped with the first changes after it, so that nothing that changes meanwhile is lost and whatever was
//! moved, replaced or made new is found afresh. Never reads a file.

use crate::senses::calendar::{DEPTH, is_calendar};
use crate::senses::linux::watch::Watch;
use crate::system::watch::kernel;
use async_io::Timer;
use futures_lite::future;
use rustix::fd::OwnedFd;
use rustix::fs::inotify::{Event, ReadFlags, WatchFlags};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Changes are over when it was quiet for this long ...
// Programs write a calendar in several steps: a file for a time, its new name, an index.
const QUIET: Duration = Duration::from_secs(1);
/// ... and have gone on for long enough after this.
// A program that fetches thousands of events writes for minutes; what is there by then counts already.
const ENOUGH: Duration = Duration::from_secs(10);
/// A file system that takes longer to be watched is not waited for.
// A network drive that is gone holds every call on it for minutes.
const PATIENCE: Duration = Duration::from_secs(10);
/// Folders that are watched at most.
// The kernel gives a person so many watches and no more (max_user_watches), and editors need them too.
const MOST_FOLDERS: usize = 500;

/// The watches of one round.
#[derive(Debug)]
pub(super) struct Watches {
    kernel: Watch,
    /// By the kernel's number: what in it matters.
    what: BTreeMap<i32, What>,
}

/// What matters of a watched thing.
#[derive(Clone, Debug)]
enum What {
    /// The file itself.
    File,
    /// Calendars and folders in a folder.
    Calendars,
    /// These names in a folder.
    Names(Vec<OsString>),
}

/// Sets the watches for these files and folders. The file system may hang: this thread does not.
pub(super) async fn set(paths: Vec<PathBuf>) -> Result<Watches, String> {
    let late = async {
        Timer::after(PATIENCE).await;
        Err(io::Error::from(io::ErrorKind::TimedOut))
    };
    let set = future::or(blocking::unblock(move || all(&paths)), late).await;
    set.and_then(|(kernel, what)| Ok(Watches { kernel: Watch::over(kernel)?, what })).map_err(|error| error.to_string())
}

/// Sets them, and waits for the file system as long as that takes.
fn all(paths: &[PathBuf]) -> io::Result<(OwnedFd, BTreeMap<i32, What>)> {
    let mut setting = Setting { kernel: kernel::line()?, what: BTreeMap::new() };
    for path in paths {
        setting.a_path(path)?;
    }
    Ok((setting.kernel, setting.what))
}

struct Setting {
    kernel: OwnedFd,
    what: BTreeMap<i32, What>,
}

impl Setting {
    fn a_path(&mut self, path: &Path) -> io::Result<()> {
        self.name(path)?;
        // A link's target may be replaced too.
        let target = path.canonicalize().ok().filter(|target| target != path);
        if let Some(target) = &target {
            self.name(target)?;
        }
        let target = target.as_deref().unwrap_or(path);
        if target.is_dir() {
            return self.folder(target, DEPTH);
        }
        // Not at each write: half a file is no calendar.
        self.add(target, WatchFlags::CLOSE_WRITE | WatchFlags::ATTRIB, What::File)
    }

    /// The name in its folder, or the first name on the way to it that is not there.
    fn name(&mut self, path: &Path) -> io::Result<()> {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            return Ok(());
        };
        if !folder.is_dir() {
            return self.name(folder);
        }
        let flags = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::MOVED_FROM | WatchFlags::DELETE;
        let gone = WatchFlags::DELETE_SELF | WatchFlags::MOVE_SELF;
        self.add(folder, flags | gone, What::Names(vec![name.to_owned()]))
    }

    fn folder(&mut self, folder: &Path, depth: u32) -> io::Result<()> {
        if self.what.len() >= MOST_FOLDERS {
            return Ok(());
        }
        let flags = WatchFlags::CREATE
            | WatchFlags::CLOSE_WRITE
            | WatchFlags::MOVED_TO
            | WatchFlags::MOVED_FROM
            | WatchFlags::DELETE
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF;
        self.add(folder, flags | WatchFlags::ONLYDIR, What::Calendars)?;
        if depth > 0 {
            let inside = std::fs::read_dir(folder).into_iter().flatten().flatten();
            let folders = inside.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
            for entry in folders.filter(|entry| !hidden(&entry.file_name())) {
                self.folder(&entry.path(), depth - 1)?;
            }
        }
        Ok(())
    }

    fn add(&mut self, path: &Path, flags: WatchFlags, what: What) -> io::Result<()> {
        // One folder may matter in two ways: all of its watches add up.
        let Some(number) = kernel::add(&self.kernel, path, flags | WatchFlags::MASK_ADD)? else { return Ok(()) };
        let both = match (self.what.remove(&number), what) {
            (Some(What::Names(mut names)), What::Names(more)) => {
                names.extend(more);
                What::Names(names)
            }
            (Some(What::Calendars), _) => What::Calendars,
            (_, what) => what,
        };
        self.what.insert(number, both);
        Ok(())
    }
}

fn hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

impl Watches {
    /// Waits for changes that matter, and until they are over.
    pub(super) async fn changed(&self) {
        if !self.first().await {
            // The kernel refuses: a reading twice a day is what is left.
            future::pending::<()>().await;
        }
        let over = async {
            loop {
                let quiet = async {
                    Timer::after(QUIET).await;
                    false
                };
                if !future::or(self.first(), quiet).await {
                    return;
                }
            }
        };
        let enough = async {
            Timer::after(ENOUGH).await;
        };
        future::or(over, enough).await;
    }

    /// Waits for a change that matters; false if there can be none any more.
    async fn first(&self) -> bool {
        self.kernel.next(|event| self.matters(event)).await.is_ok()
    }

    fn matters(&self, event: &Event<'_>) -> bool {
        let (events, name) = (event.events(), event.file_name().map(std::ffi::CStr::to_bytes));
        // Events were lost, perhaps one of ours.
        if events.contains(ReadFlags::QUEUE_OVERFLOW) {
            return true;
        }
        // That a watch is gone: what took it away was told before.
        if events == ReadFlags::IGNORED {
            return false;
        }
        match (self.what.get(&event.wd()), name) {
            (Some(What::Names(names)), Some(name)) => names.iter().any(|ours| ours.as_encoded_bytes() == name),
            (Some(What::Calendars), Some(name)) => {
                (events.contains(ReadFlags::ISDIR) && !name.starts_with(b".")) || is_calendar(name)
            }
            (Some(_), None) => true,
            (Some(What::File) | None, _) => false,
        }
    }
}

#[cfg(test)]
mod tests;
