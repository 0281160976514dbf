//! The sense of the person's calendars, round after round of reading, where changes of files are not heard: on a thread of its own, by another process each time,
//! which holds what the app must not: parsers, TLS, megabytes. Owns when a round begins, and its deadline.

use super::Tell;
use super::calendar::announcer::Announcer;
use super::calendar::job::{Answer, LONGEST};
use super::calendar::known::Known;
use super::calendar::{COMMAND, Calendars};
use crate::parts::calendar::ReaderEnd;
use crate::system::process::without_console;
use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// Files are read again after this.
// Nobody hears that they change. A meeting that is entered less than this before it begins may be missed; a process each
// quarter of an hour is what that is worth.
const FILES: Duration = Duration::from_mins(15);

/// Begins the rounds. What is returned says by a word that the clocks are others, and by its end that all is to end; none
/// where there is no calendar.
///
/// # Errors
/// The system gives no more threads.
pub(super) fn start(tell: &Tell, calendars: Calendars) -> io::Result<Option<Sender<()>>> {
    if calendars.job.paths.is_empty() && calendars.job.addresses.is_empty() {
        Announcer::new(tell).none();
        return Ok(None);
    }
    let (stepped, steps) = channel();
    let tell = Arc::clone(tell);
    thread::Builder::new().name("senses-calendar".into()).spawn(move || run(&tell, &calendars, &steps))?;
    Ok(Some(stepped))
}

fn run(tell: &Tell, calendars: &Calendars, steps: &Receiver<()>) {
    let (mut told, mut known) = (Announcer::new(tell), Known::default());
    let files = !calendars.job.paths.is_empty();
    known.unwatched = files.then(|| io::Error::from(io::ErrorKind::Unsupported).to_string());
    loop {
        let pause = match read(calendars) {
            Ok(answer) => known.take(answer),
            Err(why) => known.fail(why, false),
        };
        told.all(&known);
        let pause = if files { pause.min(FILES) } else { pause };
        if steps.recv_timeout(pause) == Err(RecvTimeoutError::Disconnected) {
            return;
        }
        // One sleep is told by several words.
        while steps.try_recv().is_ok() {}
    }
}

/// One reading, or why there is none.
fn read(calendars: &Calendars) -> Result<Answer, ReaderEnd> {
    let mut command = Command::new(&calendars.program);
    without_console(&mut command);
    command.arg(COMMAND).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| foreign(&error))?;
    let told = talk(&mut child, calendars);
    if told.is_err() {
        // It may have ended by itself.
        let _ = child.kill();
    }
    // Its output is closed or it was killed: its end is near.
    let how = child.wait().map_err(|error| foreign(&error));
    let (told, how) = (told?, how?);
    if !how.success() {
        return Err(foreign(&how));
    }
    serde_json::from_slice(&told).map_err(|error| foreign(&error))
}

fn talk(child: &mut Child, calendars: &Calendars) -> Result<Vec<u8>, ReaderEnd> {
    let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(foreign(&io::Error::from(io::ErrorKind::BrokenPipe)));
    };
    let job = serde_json::to_vec(&calendars.job).map_err(|error| foreign(&error))?;
    let (done, heard) = channel();
    // It ends with the process at the latest.
    let exchange = move || drop(done.send(exchange(input, output, &job)));
    thread::Builder::new().name("senses-calendar".into()).spawn(exchange).map_err(|error| foreign(&error))?;
    let told = heard.recv_timeout(calendars.patience()).map_err(|_| ReaderEnd::Slow)?;
    let told = told.map_err(|error| foreign(&error))?;
    if told.len() as u64 > LONGEST { Err(ReaderEnd::Loud) } else { Ok(told) }
}

fn exchange(mut input: ChildStdin, output: ChildStdout, job: &[u8]) -> io::Result<Vec<u8>> {
    // One that ends without hearing all of it says by its end what is wrong.
    let _ = input.write_all(job);
    drop(input);
    let mut told = Vec::new();
    // One more than the limit, to tell what is too long from what just fits.
    output.take(LONGEST + 1).read_to_end(&mut told)?;
    Ok(told)
}

fn foreign(words: &impl ToString) -> ReaderEnd {
    ReaderEnd::Foreign(words.to_string())
}
