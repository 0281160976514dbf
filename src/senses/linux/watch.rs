//! The kernel's word on files that come, go, open and close (inotify). Owns one such line and reads it empty;
//! never polls and never opens what it watches.

use crate::system::watch::kernel;
use async_io::Async;
use rustix::fd::OwnedFd;
use rustix::fs::inotify::{self, Event, WatchFlags};
use std::io;
use std::path::Path;

/// A line to the kernel.
#[derive(Debug)]
pub(super) struct Watch(Async<OwnedFd>);

impl Watch {
    pub(super) fn new() -> io::Result<Self> {
        Self::over(kernel::line()?)
    }

    /// Over a line that was opened elsewhere, and that nobody waits for.
    pub(super) fn over(line: OwnedFd) -> io::Result<Self> {
        Ok(Self(Async::new_nonblocking(line)?))
    }

    /// Watches a file or folder; the same again changes nothing. Needs leave to read it.
    pub(super) fn add(&self, path: &Path, flags: WatchFlags) -> io::Result<()> {
        inotify::add_watch(&self.0, path, flags)?;
        Ok(())
    }

    /// Waits until something happens that this picks, and takes everything that has happened so far.
    pub(super) async fn next(&self, mut pick: impl FnMut(&Event<'_>) -> bool) -> io::Result<()> {
        loop {
            if self.drain(&mut pick)? {
                return Ok(());
            }
            self.0.readable().await?;
        }
    }

    /// Takes everything that has happened so far; whether any of it is picked.
    pub(super) fn drain(&self, pick: impl FnMut(&Event<'_>) -> bool) -> io::Result<bool> {
        kernel::drain(&self.0, pick)
    }
}

#[cfg(test)]
mod tests {
    use super::Watch;
    use async_io::Timer;
    use futures_lite::future;
    use rustix::fs::inotify::WatchFlags;
    use std::time::Duration;

    #[test]
    fn only_what_is_picked_is_told_and_once() {
        let home = tempfile::tempdir().unwrap();
        let (watch, flags) = (Watch::new().unwrap(), WatchFlags::CREATE | WatchFlags::MOVED_TO);
        watch.add(home.path(), flags).unwrap();
        let told = || {
            let late = async {
                Timer::after(Duration::from_millis(100)).await;
                false
            };
            let picked = |event: &super::Event<'_>| event.file_name().is_some_and(|name| name.to_bytes() == b"socket");
            future::block_on(future::or(async { watch.next(picked).await.is_ok() }, late))
        };
        std::fs::write(home.path().join("other"), "").unwrap();
        assert!(!told());
        std::fs::write(home.path().join("socket"), "").unwrap();
        assert!(told());
        assert!(!told(), "it is told once");
        std::fs::rename(home.path().join("other"), home.path().join("socket")).unwrap();
        assert!(!watch.drain(|_| false).unwrap());
        assert!(!told(), "what was taken before is forgotten");
        assert!(watch.add(&home.path().join("nothing"), flags).is_err());
    }
}
