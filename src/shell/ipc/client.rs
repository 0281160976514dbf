//! The asking side: a command to the running app. Owns how long a command waits; never prints.

use super::{Call, Reply, pack, unpack};
use crate::ledger::Lock;
use crate::shell::clock::Deadline;
use crate::shell::paths::Paths;
use crate::words::cli as words;
use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Stream};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Longer than the app gives itself for an answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);
/// An app that was started this moment listens by then.
const LISTENS_WITHIN: Duration = Duration::from_secs(3);
/// An app that ends has closed everything so soon after the first hanging up.
const ENDS_WITHIN: Duration = Duration::from_secs(1);
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoAnswer {
    /// No app runs.
    #[error("{}", words::not_running())]
    NotRunning,
    /// One runs and the talk went wrong: one sentence, and what to do.
    #[error("{0}")]
    Trouble(String),
}

/// Asks the running app.
///
/// # Errors
/// When there is none, or it does not answer.
pub(crate) fn call(paths: &Paths, call: &Call) -> Result<Reply, NoAnswer> {
    let stream = connect(paths)?;
    stream.set_recv_timeout(Some(ANSWER_WITHIN)).map_err(trouble)?;
    say(&stream, call)?;
    hear(&mut BufReader::new(&stream))?.ok_or_else(|| NoAnswer::Trouble(words::no_answer()))
}

/// The status of an app that was found to hold the lock, and may have been started this very moment.
///
/// # Errors
/// When it does not listen within three seconds, or does not answer.
pub(crate) fn first_status(paths: &Paths) -> Result<Reply, NoAnswer> {
    let deadline = Deadline::after(LISTENS_WITHIN);
    loop {
        match call(paths, &Call::Status) {
            Err(NoAnswer::NotRunning) if deadline.left().is_some() => thread::sleep(LOOK_AGAIN),
            answer => return answer,
        }
    }
}

/// How a watch ended that nothing went wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// Whoever reads has seen enough.
    Enough,
    /// The app has ended.
    Ended,
}

/// Hears of every change, the present first, until `on` has had enough or the app ends.
///
/// # Errors
/// When there is no app, or it refuses, or it hangs up on a reader that is too slow.
pub(crate) fn watch(paths: &Paths, call: &Call, mut on: impl FnMut(Reply) -> bool) -> Result<Over, NoAnswer> {
    let stream = connect(paths)?;
    say(&stream, call)?;
    let mut reader = BufReader::new(&stream);
    loop {
        match hear(&mut reader) {
            Ok(Some(Reply::Refused(why))) => return Err(NoAnswer::Trouble(why)),
            Ok(Some(reply)) if on(reply.clone()) => {}
            Ok(Some(_)) => return Ok(Over::Enough),
            // It ended, orderly or not, or it only let go of us.
            Ok(None) | Err(_) if gone(paths) => return Ok(Over::Ended),
            Ok(None) => return Err(NoAnswer::Trouble(words::hung_up())),
            Err(wrong) => return Err(wrong),
        }
    }
}

/// Whether the app that hung up has ended: its sockets close one after the other.
fn gone(paths: &Paths) -> bool {
    let deadline = Deadline::after(ENDS_WITHIN);
    loop {
        match connect(paths) {
            Err(NoAnswer::NotRunning) => return true,
            Ok(_) | Err(NoAnswer::Trouble(_)) if deadline.left().is_none() => return false,
            Ok(_) | Err(NoAnswer::Trouble(_)) => thread::sleep(LOOK_AGAIN),
        }
    }
}

/// The app that keeps this ledger says beside it where it listens: its runtime folder may be another than ours.
fn connect(paths: &Paths) -> Result<Stream, NoAnswer> {
    let own = paths.socket();
    let said = Lock::said(&paths.ledger).map(PathBuf::from).filter(|said| *said != own);
    match said.map(|said| connect_to(&said)) {
        Some(Ok(stream)) => Ok(stream),
        Some(Err(_)) | None => connect_to(&own),
    }
}

fn connect_to(socket: &Path) -> Result<Stream, NoAnswer> {
    let name = socket.to_fs_name::<GenericFilePath>().map_err(trouble)?;
    let stream = Stream::connect(name).map_err(|error| {
        let nobody = matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused);
        if nobody { NoAnswer::NotRunning } else { trouble(error) }
    })?;
    let theirs = stream.peer_creds().map_err(trouble)?;
    if theirs.euid() == Some(rustix::process::geteuid().as_raw()) { Ok(stream) } else { Err(NoAnswer::NotRunning) }
}

fn say(stream: &Stream, call: &Call) -> Result<(), NoAnswer> {
    (&mut &*stream).write_all(&pack(call)).map_err(trouble)
}

/// The next reply; none at the end of the talk.
fn hear(reader: &mut impl BufRead) -> Result<Option<Reply>, NoAnswer> {
    let mut line = Vec::new();
    match reader.read_until(b'\n', &mut line) {
        Ok(0) => Ok(None),
        Ok(_) => unpack(&line).map(Some).map_err(NoAnswer::Trouble),
        Err(error) => Err(trouble(error)),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn trouble(error: io::Error) -> NoAnswer {
    use io::ErrorKind as Kind;
    NoAnswer::Trouble(if matches!(error.kind(), Kind::WouldBlock | Kind::TimedOut) {
        words::no_answer()
    } else if matches!(error.kind(), Kind::ConnectionReset | Kind::BrokenPipe) {
        words::hung_up()
    } else {
        words::no_talk(&error.to_string())
    })
}
