//! The kernel's word on files (inotify): a line to it, what is watched on that, and what has happened. Never waits.

use rustix::fd::{AsFd, OwnedFd};
use rustix::fs::inotify::{self, CreateFlags, Event, Reader, WatchFlags};
use rustix::io::Errno;
use std::io;
use std::mem::MaybeUninit;
use std::path::Path;

/// What tells of changes, by the name that the system gives it.
pub(crate) const TOLD_BY: &str = "inotify";

/// Room for some twenty events of the longest names; what does not fit is read in the next round.
const ROOM: usize = 8192;

/// A line to the kernel, on which nothing is watched yet.
pub(crate) fn line() -> io::Result<OwnedFd> {
    Ok(inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?)
}

/// Watches a file or folder: the kernel's number for it. What went away or may not be looked into is not watched; only a
/// want of watches is trouble.
pub(crate) fn add(line: impl AsFd, path: &Path, flags: WatchFlags) -> io::Result<Option<i32>> {
    match inotify::add_watch(line, path, flags) {
        Ok(number) => Ok(Some(number)),
        Err(error @ (Errno::NOSPC | Errno::MFILE | Errno::NOMEM)) => Err(error.into()),
        Err(_) => Ok(None),
    }
}

/// Takes everything that has happened so far; whether any of it is picked.
pub(crate) fn drain(line: impl AsFd, mut pick: impl FnMut(&Event<'_>) -> bool) -> io::Result<bool> {
    let mut room = [MaybeUninit::uninit(); ROOM];
    let mut reader = Reader::new(line, &mut room);
    let mut picked = false;
    loop {
        match reader.next() {
            Ok(event) => picked |= pick(&event),
            Err(Errno::AGAIN) => return Ok(picked),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
