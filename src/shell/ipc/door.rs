//! The door of the main window: a socket of its own beside the app's, at which it hears that it is wanted. So there is one
//! window, whoever opened it, the app or a command, and whichever of them has ended since. Owns who is let in and how long
//! one visitor is listened to; what the window does then is its own.

use super::window::{ToWindow, each};
use super::{PATIENCE, pack};
use crate::shell::paths::Paths;
use crate::system::clock::Deadline;
use crate::system::files::private_folder;
use crate::system::ipc::{self, Listener};
use interprocess::local_socket::prelude::*;
use std::io;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

/// A window that was told to close has by then.
// What was changed in it is written first.
const CLOSES_WITHIN: Duration = Duration::from_secs(5);
// Nothing tells of the end of a window that somebody else has opened.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Tells the window that is open to come to the front, and `told`. False, without waiting, where none is.
pub(crate) fn knock(paths: &Paths, told: &ToWindow) -> bool {
    let Ok(stream) = ipc::connect(&paths.door()) else { return false };
    let ours = ipc::is_ours(&stream).unwrap_or(false);
    ours && ipc::send_now(&stream, &[pack(ToWindow::Raise), pack(told)].concat())
}

/// Has the window that is open close, and waits for that. False where one stays.
pub(crate) fn close(paths: &Paths) -> bool {
    let Ok(stream) = ipc::connect(&paths.door()) else { return true };
    // Nothing is said to a stranger.
    if ipc::is_ours(&stream).unwrap_or(false) {
        ipc::send_now(&stream, &pack(ToWindow::End));
    }
    drop(stream);
    let deadline = Deadline::after(CLOSES_WITHIN);
    while ipc::connect(&paths.door()).is_ok() {
        if deadline.left().is_none() {
            return false;
        }
        thread::sleep(LOOK_AGAIN);
    }
    true
}

/// A door that is kept; without it nobody finds the window any more.
#[derive(Debug)]
pub(crate) struct Door(PathBuf);

impl Drop for Door {
    fn drop(&mut self) {
        // Where it is a pipe, the system takes it away with the process.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Keeps the door of this window: `on` hears what whoever knocks says, until it has had enough. None where another window
/// keeps it: that one is the one to knock at.
///
/// # Errors
/// When there can be no door.
pub(crate) fn keep(paths: &Paths, on: impl FnMut(ToWindow) -> bool + Send + 'static) -> io::Result<Option<Door>> {
    let at = paths.door();
    private_folder(&paths.runtime)?;
    if ipc::connect(&at).is_ok() {
        return Ok(None);
    }
    // A window that was killed has left its socket.
    let _ = std::fs::remove_file(&at);
    let listener = ipc::listen(&at)?;
    thread::Builder::new().name("door".into()).spawn(move || hear(&listener, on))?;
    Ok(Some(Door(at)))
}

fn hear(listener: &Listener, mut on: impl FnMut(ToWindow) -> bool) {
    let mut goes_on = true;
    while goes_on {
        let Ok(stream) = listener.accept() else {
            // Out of file handles or the like: what is wrong must not become a spinning loop.
            thread::sleep(PATIENCE);
            continue;
        };
        let welcome = ipc::is_ours(&stream).unwrap_or(false) && ipc::hear_within(&stream, Some(PATIENCE)).is_ok();
        if welcome {
            each(&stream, |told| {
                goes_on = on(told);
                goes_on
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::windows::main::MainPage;
    use std::sync::mpsc::{Receiver, channel};

    fn kept(paths: &Paths) -> (Option<Door>, Receiver<ToWindow>) {
        let (heard, all) = channel();
        (keep(paths, move |told| heard.send(told).is_ok()).expect("a door"), all)
    }

    #[test]
    fn who_knocks_is_heard_by_the_window_that_is_open_and_by_no_other() {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(dir.path())).expect("an absolute path");
        let turn = ToWindow::Turn(MainPage::Review, Some("week".into()));
        assert!(!knock(&paths, &turn), "nobody is there");
        private_folder(&paths.runtime).expect("made");
        std::fs::write(paths.door(), "left behind").expect("written");
        assert!(!knock(&paths, &turn), "a file that was left is nobody");
        let (door, first) = kept(&paths);
        let (none, second) = kept(&paths);
        assert!(none.is_none(), "one window keeps it");
        for _ in 0..2 {
            assert!(knock(&paths, &turn));
            let patience = Duration::from_secs(10);
            assert_eq!(first.recv_timeout(patience), Ok(ToWindow::Raise));
            assert_eq!(first.recv_timeout(patience), Ok(turn.clone()));
        }
        assert!(second.try_recv().is_err());
        drop(door);
        if cfg!(unix) {
            assert!(!knock(&paths, &turn), "a window that goes is not found");
        }
    }

    #[cfg(unix)] // elsewhere a door goes with its process alone
    #[test]
    fn a_window_that_is_to_close_is_waited_for() {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(dir.path())).expect("an absolute path");
        assert!(close(&paths), "nobody is there");
        let (door, heard) = kept(&paths);
        let window = thread::spawn(move || {
            let told = heard.recv();
            let found = knock(&Paths::find(Some(dir.path())).expect("an absolute path"), &ToWindow::Raise);
            drop(door);
            (told, found)
        });
        assert!(close(&paths));
        assert_eq!(window.join().expect("it ends"), (Ok(ToWindow::End), true));
        assert!(!knock(&paths, &ToWindow::Raise), "it has gone");
    }
}
