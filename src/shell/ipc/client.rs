//! The asking side: a command to the running app. Owns how long a command waits; never prints.

use super::{Call, Condition, Refused, Reply, pack, unpack};
use crate::ledger::Lock;
use crate::shell::paths::Paths;
use crate::system::clock::Deadline;
use crate::system::ipc::{self, Stream};
use crate::text::cli as text;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

/// So much longer than the app gives itself an answer is waited for.
const ON_THE_WAY: Duration = Duration::from_secs(3);
/// An app that ends has closed everything so soon after the first hanging up.
const CLOSES_WITHIN: Duration = Duration::from_secs(1);
/// An app that has taken the order to end is gone by then.
// It writes what waits, lets the last answers go out and takes the icon away: seconds where the disk is slow.
const ENDS_WITHIN: Duration = Duration::from_secs(10);
// Nothing tells of the end of a process that is not our own child.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoAnswer {
    /// No app runs.
    #[error("{}", text::not_running())]
    NotRunning,
    /// One runs and the talk went wrong, so that nothing was done: one sentence, and what to do.
    #[error("{0}")]
    Trouble(String),
    /// One had the request, and whether it was done is unknown: one sentence, and what to do.
    #[error("{0}")]
    Unknown(String),
}

/// Asks the running app.
///
/// # Errors
/// When there is none, or it does not answer.
pub(crate) fn call(paths: &Paths, call: &Call) -> Result<Reply, NoAnswer> {
    let deadline = Deadline::after(CLOSES_WITHIN);
    loop {
        let stream = ask(paths, call)?;
        return match hear(&mut BufReader::new(&stream)) {
            Ok(Some(reply)) => Ok(reply),
            // It has ended with the question on its way: whoever runs now answers, if anybody does.
            Ok(None) if !call.changes() && deadline.left().is_some() => {
                thread::sleep(LOOK_AGAIN);
                continue;
            }
            Ok(None) | Err(NoAnswer::Trouble(_)) if call.changes() => Err(NoAnswer::Unknown(text::unknown())),
            Ok(None) => Err(hung_up()),
            Err(none) => Err(none),
        };
    }
}

/// How the running app is, if one runs. Before it answers it makes sure that the ledger at its path is its own, and whole.
pub(crate) fn status(paths: &Paths) -> Option<Condition> {
    match call(paths, &Call::Status) {
        Ok(Reply::Status(status)) => Some(*status),
        Ok(_) | Err(_) => None,
    }
}

/// Ends the running app, and returns when it has ended: another one can start. What it could not keep, if anything.
///
/// # Errors
/// When there is none, or it does not end.
pub(crate) fn quit(paths: &Paths) -> Result<Option<String>, NoAnswer> {
    let stream = ask(paths, &Call::Quit)?;
    let mut reader = BufReader::new(&stream);
    let mut within = CLOSES_WITHIN;
    let unanswered = match hear(&mut reader) {
        Ok(Some(Reply::Refused(why))) => {
            if why == Refused::Ending {
                within = ENDS_WITHIN;
            }
            NoAnswer::Trouble(why.sentence())
        }
        Ok(Some(reply)) => {
            let lost = if let Reply::Told(lost) = reply { Some(lost.sentence()) } else { None };
            // It holds on to us until it has given everything back, and nothing more is said.
            ipc::hear_within(&stream, Some(ENDS_WITHIN)).map_err(|error| trouble(&error))?;
            return match reader.read(&mut [0]) {
                Err(error) if slow(&error) => Err(NoAnswer::Trouble(text::not_ended())),
                Ok(_) | Err(_) => Ok(lost),
            };
        }
        Ok(None) => hung_up(),
        Err(none) => none,
    };
    // Somebody else may have ended it first.
    if gone(paths, within) { Ok(None) } else { Err(unanswered) }
}

fn ask(paths: &Paths, call: &Call) -> Result<Stream, NoAnswer> {
    let stream = connect(paths)?;
    ipc::hear_within(&stream, Some(call.patience() + ON_THE_WAY)).map_err(|error| trouble(&error))?;
    say(&stream, call)?;
    Ok(stream)
}

/// How a watch ended that nothing went wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// Whoever reads has seen enough.
    Enough,
    /// The app has ended.
    Ended,
}

/// Ends a watch from another thread.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stop(Arc<Watched>);

/// What a watch and who ends it share.
#[derive(Debug, Default)]
struct Watched {
    over: AtomicBool,
    stream: OnceLock<Arc<Stream>>,
}

impl Stop {
    /// Now; one that has not begun yet does not begin.
    // Where a talk cannot be ended from here (Windows) the watch ends with the next change.
    pub(crate) fn now(&self) {
        self.0.over.store(true, Ordering::Release);
        if let Some(stream) = self.0.stream.get() {
            ipc::hang_up(stream);
        }
    }

    fn is_over(&self) -> bool {
        self.0.over.load(Ordering::Acquire)
    }
}

/// Hears of every change, the present first, until `on` has had enough or the app ends.
///
/// # Errors
/// When there is no app, or it refuses, or it hangs up on a reader that is too slow.
pub(crate) fn watch(paths: &Paths, call: &Call, on: impl FnMut(Reply) -> bool) -> Result<Over, NoAnswer> {
    watch_until(paths, call, &Stop::default(), on)
}

/// The same, and until it is stopped.
///
/// # Errors
/// As above.
pub(crate) fn watch_until(
    paths: &Paths,
    call: &Call,
    stop: &Stop,
    mut on: impl FnMut(Reply) -> bool,
) -> Result<Over, NoAnswer> {
    let stream = Arc::new(connect(paths)?);
    let stream = stop.0.stream.get_or_init(|| stream);
    say(stream, call)?;
    let mut reader = BufReader::new(stream.as_ref());
    loop {
        if stop.is_over() {
            return Ok(Over::Enough);
        }
        match hear(&mut reader) {
            Ok(None) | Err(_) if stop.is_over() => return Ok(Over::Enough),
            Ok(Some(Reply::Refused(why))) => return Err(NoAnswer::Trouble(why.sentence())),
            Ok(Some(reply)) if on(reply.clone()) => {}
            Ok(Some(_)) => return Ok(Over::Enough),
            // It ended, orderly or not, or it only let go of us.
            Ok(None) | Err(_) if gone(paths, CLOSES_WITHIN) => return Ok(Over::Ended),
            Ok(None) => return Err(hung_up()),
            Err(wrong) => return Err(wrong),
        }
    }
}

/// Whether the app that hung up has ended: its sockets close one after the other.
fn gone(paths: &Paths, within: Duration) -> bool {
    let deadline = Deadline::after(within);
    loop {
        match connect(paths) {
            Err(NoAnswer::NotRunning) => return true,
            Ok(_) | Err(_) if deadline.left().is_none() => return false,
            Ok(_) | Err(_) => thread::sleep(LOOK_AGAIN),
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
    let stream = ipc::connect(socket).map_err(|error| {
        let nobody = matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused);
        if nobody { NoAnswer::NotRunning } else { trouble(&error) }
    })?;
    // In a folder that others can write anybody may listen: nothing is said to a stranger.
    let ours = ipc::is_ours(&stream).map_err(|error| trouble(&error))?;
    if ours { Ok(stream) } else { Err(NoAnswer::NotRunning) }
}

fn say(stream: &Stream, call: &Call) -> Result<(), NoAnswer> {
    match (&mut &*stream).write_all(&pack(call)) {
        // Nothing was to be done: that it hung up is what is heard next.
        Err(error) if over(&error) && !call.changes() => Ok(()),
        said => said.map_err(|error| trouble(&error)),
    }
}

/// The next reply; none at the end of the talk.
fn hear(reader: &mut impl BufRead) -> Result<Option<Reply>, NoAnswer> {
    let mut line = Vec::new();
    match reader.read_until(b'\n', &mut line) {
        Ok(0) => Ok(None),
        Ok(_) => unpack(&line).map(Some).map_err(|wrong| NoAnswer::Trouble(wrong.sentence())),
        Err(error) if over(&error) => Ok(None),
        Err(error) => Err(trouble(&error)),
    }
}

fn hung_up() -> NoAnswer {
    NoAnswer::Trouble(text::hung_up())
}

/// Whether nothing came in time.
fn slow(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

/// Whether the other side hung up.
fn over(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe)
}

fn trouble(error: &io::Error) -> NoAnswer {
    if slow(error) {
        NoAnswer::Trouble(text::no_answer())
    } else if over(error) {
        hung_up()
    } else {
        NoAnswer::Trouble(text::no_talk(&error.to_string()))
    }
}
