//! Which changes of a few files, or within a folder, matter, wherever links lead. Owns the kernel's watches (inotify) and the thread that waits
//! at them: they are set anew after each change, before it is told of, so that nothing is lost and links are followed
//! to where they lead now. Never reads a file.

use super::kernel;
use crate::system::clock::Deadline;
use crate::system::files::way::way;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
use rustix::fs::inotify::{Event, ReadFlags, WatchFlags};
use rustix::io::Errno;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, PipeReader, PipeWriter};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// A change is over when nothing more came for this long.
// Programs write a file in several steps, one right after the other.
const QUIET: Duration = Duration::from_millis(100);
/// A file that was there and is gone has this long to come back.
// Many programs remove a file to make it anew.
const AWAY: Duration = Duration::from_secs(1);
/// Changes that go on and on are told of after this.
// Who writes without an end must not keep a change from counting.
const ENOUGH: Duration = Duration::from_secs(5);
/// How often links are followed anew.
// Those that are changed faster than they can be followed are left as they were met last.
const TRIES: usize = 5;

/// The watching; it ends with this value.
#[derive(Debug)]
pub(crate) struct Watch {
    /// What the thread sees close.
    _end: PipeWriter,
}

/// Calls `changed` when one of the files is whole and may be another than before.
///
/// # Errors
/// When the kernel gives no watches, or there is no thread.
pub(crate) fn start(files: Vec<PathBuf>, changed: impl Fn() + Send + 'static) -> io::Result<Watch> {
    begin(files, false, changed)
}

/// Calls `changed` when a file in the folder is whole and may be another than before, or the folder itself comes or goes.
///
/// # Errors
/// When the kernel gives no watches, or there is no thread.
pub(crate) fn start_in(folder: PathBuf, changed: impl Fn() + Send + 'static) -> io::Result<Watch> {
    begin(vec![folder], true, changed)
}

fn begin(files: Vec<PathBuf>, within: bool, changed: impl Fn() + Send + 'static) -> io::Result<Watch> {
    let (end, ours) = io::pipe()?;
    let watches = Watches::set(&files, within)?;
    let run = move || run((&files, within), watches, &end, &changed);
    thread::Builder::new().name("files".into()).stack_size(64 * 1024).spawn(run)?;
    Ok(Watch { _end: ours })
}

fn run((files, within): (&[PathBuf], bool), mut watches: Watches, end: &PipeReader, changed: &impl Fn()) {
    while watches.wait(end, None) == Wait::Change {
        let enough = Deadline::after(ENOUGH);
        let mut patience = QUIET;
        while enough.left().is_some() {
            match watches.wait(end, Some(patience)) {
                Wait::Change => patience = QUIET,
                Wait::Nothing if patience == QUIET && watches.misses_one() => patience = AWAY,
                Wait::Nothing => break,
                Wait::End => return,
            }
        }
        // Without new watches the old ones are better than none.
        watches = Watches::set(files, within).unwrap_or(watches);
        changed();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wait {
    Change,
    Nothing,
    End,
}

/// The watches of one round.
struct Watches {
    kernel: OwnedFd,
    /// By the kernel's number: the folder, and the names in it that matter.
    folders: BTreeMap<i32, (PathBuf, BTreeSet<OsString>)>,
    /// The folder of which every file matters, by the same number.
    within: Option<i32>,
    /// The files that were there.
    there: Vec<PathBuf>,
}

impl Watches {
    /// Sets them. A link that leads elsewhere by the time it is watched is followed once more.
    fn set(files: &[PathBuf], within: bool) -> io::Result<Self> {
        let ways = || -> Vec<_> { files.iter().flat_map(|file| way(file)).collect() };
        let mut now = ways();
        for _ in 1..TRIES {
            let (watches, before) = (Self::on(files, &now, within)?, now);
            now = ways();
            if now == before {
                return Ok(watches);
            }
        }
        Self::on(files, &now, within)
    }

    fn on(files: &[PathBuf], names: &[(PathBuf, PathBuf)], within: bool) -> io::Result<Self> {
        let kernel = kernel::line()?;
        let flags = WatchFlags::CREATE
            | WatchFlags::CLOSE_WRITE
            | WatchFlags::ATTRIB
            | WatchFlags::MOVED_TO
            | WatchFlags::MOVED_FROM
            | WatchFlags::DELETE
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF
            | WatchFlags::ONLYDIR;
        let mut folders: BTreeMap<i32, (PathBuf, BTreeSet<OsString>)> = BTreeMap::new();
        for (folder, rest) in names {
            // What is not watched has no file in it either.
            if let Some(number) = kernel::add(&kernel, folder, flags)? {
                let name = rest.iter().next().map(OsString::from);
                folders.entry(number).or_insert_with(|| (folder.clone(), BTreeSet::new())).1.extend(name);
            }
        }
        let mut number = None;
        if let Some(folder) = files.first().filter(|_| within) {
            number = kernel::add(&kernel, folder, flags)?;
            folders.extend(number.map(|number| (number, (folder.clone(), BTreeSet::new()))));
        }
        let there = files.iter().filter(|file| file.exists()).cloned().collect();
        Ok(Self { kernel, folders, within: number, there })
    }

    /// Whether a file that was there is not.
    fn misses_one(&self) -> bool {
        self.there.iter().any(|file| !file.exists())
    }

    /// Waits for a change that matters.
    fn wait(&self, end: &PipeReader, most: Option<Duration>) -> Wait {
        let deadline = most.map(Deadline::after);
        loop {
            let left = deadline.as_ref().map(|deadline| deadline.left().unwrap_or_default());
            let time = left.map(|left| Timespec::try_from(left).unwrap_or_default());
            let mut both = [PollFd::new(&self.kernel, PollFlags::IN), PollFd::new(end, PollFlags::IN)];
            match poll(&mut both, time.as_ref()) {
                Ok(0) => return Wait::Nothing,
                Ok(_) if !both[1].revents().is_empty() => return Wait::End,
                Ok(_) => match kernel::drain(&self.kernel, |event| self.matters(event)) {
                    Ok(true) => return Wait::Change,
                    Ok(false) if left == Some(Duration::ZERO) => return Wait::Nothing,
                    Ok(false) => {}
                    Err(_) => return Wait::End,
                },
                Err(Errno::INTR) => {}
                Err(_) => return Wait::End,
            }
        }
    }

    fn matters(&self, event: &Event<'_>) -> bool {
        let events = event.events();
        // Events were lost, perhaps one of ours.
        if events.contains(ReadFlags::QUEUE_OVERFLOW) {
            return true;
        }
        let Some((folder, names)) = self.folders.get(&event.wd()) else { return false };
        let Some(name) = event.file_name() else {
            return events.intersects(ReadFlags::DELETE_SELF | ReadFlags::MOVE_SELF);
        };
        if self.within == Some(event.wd()) {
            let name = OsStr::from_bytes(name.to_bytes());
            return !events.contains(ReadFlags::CREATE) || is_whole(&folder.join(name));
        }
        let ours = names.iter().find(|ours| ours.as_encoded_bytes() == name.to_bytes());
        ours.is_some_and(|name| !events.contains(ReadFlags::CREATE) || is_whole(&folder.join(name)))
    }
}

/// Whether what was just made is all there: a file that was opened to be written is not, until it is closed.
fn is_whole(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|made| !made.is_file() || made.nlink() > 1)
}

#[path = "linux/tests.rs"]
#[cfg(test)]
mod tests;
