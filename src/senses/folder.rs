//! What appears in a folder, such as a server's socket. Owns one watch of the kernel (inotify); never looks inside a
//! file, never wakes for anything but new names in the folder.

use async_io::Async;
use rustix::fd::OwnedFd;
use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};
use rustix::io::Errno;
use std::ffi::OsStr;
use std::io;
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Room for one name of the greatest length with its head, several times.
const ROOM: usize = 4096;

/// A folder that is watched.
pub(super) struct Folder(Async<OwnedFd>);

impl Folder {
    /// Watches from now on.
    ///
    /// # Errors
    /// The folder is not there, or the kernel gives no more watches.
    pub(super) fn watch(path: &Path) -> io::Result<Self> {
        let watch = init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?;
        add_watch(&watch, path, WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR)?;
        Ok(Self(Async::new_nonblocking(watch)?))
    }

    /// Forgets what has appeared so far.
    pub(super) fn forget(&self) {
        // What cannot be read is not remembered either.
        let _ = self.read(OsStr::new(""));
    }

    /// Ends when a file of this name appears.
    pub(super) async fn appears(&self, name: &OsStr) -> io::Result<()> {
        while !self.read(name)? {
            self.0.readable().await?;
        }
        Ok(())
    }

    /// Reads all that is there: whether the name is among it.
    fn read(&self, name: &OsStr) -> io::Result<bool> {
        let mut room = [MaybeUninit::uninit(); ROOM];
        let mut reader = Reader::new(&self.0, &mut room);
        let mut found = false;
        loop {
            match reader.next() {
                Ok(event) => found |= event.file_name().is_some_and(|new| new.to_bytes() == name.as_bytes()),
                Err(Errno::AGAIN) => return Ok(found),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Folder;
    use async_io::Timer;
    use futures_lite::future;
    use std::ffi::OsStr;
    use std::time::Duration;

    #[test]
    fn only_a_new_file_of_the_name_is_told() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::watch(home.path()).unwrap();
        let told = || {
            let late = async {
                Timer::after(Duration::from_millis(100)).await;
                false
            };
            future::block_on(future::or(async { folder.appears(OsStr::new("socket")).await.is_ok() }, late))
        };
        std::fs::write(home.path().join("other"), "").unwrap();
        assert!(!told());
        std::fs::write(home.path().join("socket"), "").unwrap();
        assert!(told());
        assert!(!told(), "it is told once");
        std::fs::rename(home.path().join("other"), home.path().join("socket")).unwrap();
        folder.forget();
        assert!(!told(), "what was before is forgotten");
        assert!(Folder::watch(&home.path().join("nothing")).is_err());
    }
}
