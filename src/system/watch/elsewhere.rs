//! Which changes of a few files matter, where the system tells of them folder by folder. Owns the wait until a change is
//! over, and the thread that waits; how folders are watched is `folders`'s. Never reads a file.

use super::folders::Folders;
use crate::system::clock::Deadline;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
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

/// The watching; it ends with this value.
#[derive(Debug)]
pub(crate) struct Watch {
    /// It holds the thread's news, which ends with it.
    _folders: Folders,
}

/// Calls `changed` when one of the files is whole and may be another than before.
///
/// # Errors
/// When a folder cannot be watched, or there is no thread.
pub(crate) fn start(files: Vec<PathBuf>, changed: impl Fn() + Send + 'static) -> io::Result<Watch> {
    let (tell, news) = channel();
    // Nobody hears it once the thread has ended, with this.
    let folders = Folders::watch(&files, move || tell.send(()).unwrap_or_default())?;
    begin(files, folders, news, changed)
}

/// Calls `changed` when a file in the folder is whole and may be another than before. A folder that is not there when this
/// begins is to be watched anew when it is.
///
/// # Errors
/// When it cannot be watched, or there is no thread.
pub(crate) fn start_in(folder: PathBuf, changed: impl Fn() + Send + 'static) -> io::Result<Watch> {
    let (tell, news) = channel();
    let folders = Folders::within(&folder, move || tell.send(()).unwrap_or_default())?;
    begin(vec![folder], folders, news, changed)
}

fn begin(
    files: Vec<PathBuf>,
    folders: Folders,
    news: Receiver<()>,
    changed: impl Fn() + Send + 'static,
) -> io::Result<Watch> {
    thread::Builder::new().name("files".into()).spawn(move || run(&files, &news, &changed))?;
    Ok(Watch { _folders: folders })
}

fn run(files: &[PathBuf], news: &Receiver<()>, changed: &impl Fn()) {
    let there = || files.iter().filter(|file| file.exists()).collect::<Vec<_>>();
    let mut before = there();
    while news.recv().is_ok() {
        let enough = Deadline::after(ENOUGH);
        let mut patience = QUIET;
        while enough.left().is_some() {
            match news.recv_timeout(patience) {
                Ok(()) => patience = QUIET,
                Err(RecvTimeoutError::Timeout) if patience == QUIET && before.iter().any(|file| !file.exists()) => {
                    patience = AWAY;
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        before = there();
        changed();
    }
}

#[cfg(test)]
mod tests {
    use super::start;
    use std::fs;
    use std::sync::mpsc::channel;
    use std::thread::sleep;
    use std::time::Duration;

    #[test]
    fn a_file_that_is_written_replaced_or_removed_is_told_of_and_others_are_not() {
        let home = tempfile::tempdir().unwrap();
        let (ours, other) = (home.path().join("settings.toml"), home.path().join("other"));
        fs::write(&ours, "1").unwrap();
        let (tell, told) = channel();
        let watch = start(vec![ours.clone()], move || {
            let _ = tell.send(());
        })
        .unwrap();
        let heard = || told.recv_timeout(Duration::from_secs(10)).is_ok();
        fs::write(&ours, "2").unwrap();
        assert!(heard(), "written");
        fs::write(&other, "3").unwrap();
        // Wine replaces no file that is being looked at, as the watch does just now.
        let replaced =
            (0..1000).any(|_| fs::rename(&other, &ours).map_err(|_| sleep(Duration::from_millis(5))).is_ok());
        assert!(replaced && heard(), "replaced");
        while told.recv_timeout(Duration::from_secs(2)).is_ok() {}
        fs::write(&other, "4").unwrap();
        assert!(told.recv_timeout(Duration::from_secs(2)).is_err(), "another file");
        fs::remove_file(&ours).unwrap();
        assert!(heard(), "removed");
        drop(watch);
        assert!(told.recv_timeout(Duration::from_secs(10)).is_err(), "the thread ends");
    }
}
