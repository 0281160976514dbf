//! The answering side. Owns the socket, the patience with clients and their number; never decides an answer: each
//! question goes into the loop's channel and is answered from there. A bad client costs a short-lived thread, never the loop.
//!
//! Whoever was let in is answered, at the end of the app too: then nobody else is let in, and the process stays until the
//! last answer is on its way.

use super::pending::{PendingCall, Tell, Watcher};
use super::{Call, LONGEST, LOOP_PATIENCE, PATIENCE, Refused, Reply, pack, unpack};
use crate::shell::paths::Paths;
use crate::system::clock::Deadline;
use crate::system::ipc::{self, Listener, Stream};
use interprocess::local_socket::prelude::*;
use std::convert::Infallible;
use std::io::{self, Read, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Clients served at one time.
// Each is a thread: a program that asks without an end must not cost them without an end.
const MOST_CLIENTS: usize = 16;
/// A client's thread needs little.
const STACK: usize = 128 * 1024;

/// At the end the last answers are on their way by then.
// Whoever does not take its answer must not hold the process.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// The open socket, until the end of the app.
pub(crate) struct Server {
    listener: Arc<Listener>,
    desk: Arc<Desk>,
    /// Ends when everybody who was let in has an answer.
    answered: Receiver<Infallible>,
}

/// What all clients' threads share.
struct Desk {
    tell: Tell,
    busy: AtomicUsize,
    closing: AtomicBool,
    /// Those who asked for the end: they hear of it by the end of the talk.
    last: Mutex<Vec<Stream>>,
}

impl Server {
    /// Lets nobody else in, and returns when all others are answered. The loop must have let go of its channel before.
    ///
    /// Those who asked for the end are held until this value goes.
    pub(crate) fn close(&self) {
        self.desk.closing.store(true, Ordering::Release);
        ipc::close(&self.listener);
        let _ = self.answered.recv_timeout(LAST_ANSWERS);
    }
}

/// Listens from now on, in a thread of its own.
///
/// # Errors
/// When the socket cannot be made.
pub(crate) fn serve(paths: &Paths, tell: Tell) -> io::Result<Server> {
    let listener = Arc::new(ipc::listen(&paths.socket())?);
    let (busy, closing) = (AtomicUsize::new(0), AtomicBool::new(false));
    let desk = Arc::new(Desk { tell, busy, closing, last: Mutex::default() });
    let (unanswered, answered) = channel();
    let server = Server { listener: Arc::clone(&listener), desk: Arc::clone(&desk), answered };
    thread::Builder::new().name("commands".into()).stack_size(STACK).spawn(move || {
        for stream in listener.incoming() {
            match stream {
                Ok(stream) => welcome(stream, &desk, &unanswered),
                Err(_) if desk.closing.load(Ordering::Acquire) => return,
                // Out of file handles or the like: what is wrong must not become a spinning loop.
                Err(_) => thread::sleep(PATIENCE),
            }
        }
    })?;
    Ok(server)
}

fn welcome(stream: Stream, desk: &Arc<Desk>, unanswered: &Sender<Infallible>) {
    // Where the folder is not ours alone, what a stranger asks for is not done.
    if !ipc::is_ours(&stream).unwrap_or(false) {
        return;
    }
    if desk.busy.load(Ordering::Relaxed) >= MOST_CLIENTS {
        ipc::send_now(&stream, &pack(Reply::Refused(Refused::Busy)));
        return;
    }
    let (guest, desk, unanswered) = (Guest::enter(desk), Arc::clone(desk), unanswered.clone());
    let _ = thread::Builder::new().name("command".into()).stack_size(STACK).spawn(move || {
        converse(stream, &desk, unanswered);
        drop(guest);
    });
}

/// One of the clients at this time.
struct Guest(Arc<Desk>);

impl Guest {
    fn enter(desk: &Arc<Desk>) -> Self {
        desk.busy.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(desk))
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.busy.fetch_sub(1, Ordering::Relaxed);
    }
}

fn converse(stream: Stream, desk: &Desk, unanswered: Sender<Infallible>) {
    let Some(line) = question(&stream) else { return };
    match line.and_then(|line| unpack::<Call>(&line)) {
        Ok(call @ (Call::Watch | Call::WatchAll | Call::WatchParts)) => watch(stream, call, desk, unanswered),
        Ok(call) => {
            let end = call == Call::Quit;
            // Without an answer it hears by the end of the talk that nobody knows.
            if let Some(reply) = ask(call, None, &desk.tell) {
                send(&stream, &reply);
            }
            if end {
                desk.last.lock().unwrap_or_else(PoisonError::into_inner).push(stream);
            }
        }
        Err(refused) => send(&stream, &Reply::Refused(refused)),
    }
}

/// The client's line; why it is refused; or none from a client that says nothing or has gone.
fn question(stream: &Stream) -> Option<Result<Vec<u8>, Refused>> {
    let deadline = Deadline::after(PATIENCE);
    let (mut line, mut piece) = (Vec::new(), [0; 1024]);
    loop {
        ipc::hear_within(stream, Some(deadline.left()?)).ok()?;
        let read = match (&mut &*stream).read(&mut piece) {
            Ok(0) => return None,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return None,
        };
        line.extend_from_slice(piece.get(..read)?);
        if let Some(end) = line.iter().position(|byte| *byte == b'\n') {
            line.truncate(end);
            return Some(Ok(line));
        }
        if line.len() > LONGEST {
            return Some(Err(Refused::TooLong { most: LONGEST }));
        }
    }
}

/// The loop's answer, or that nothing was done; none when it was taken up and what became of it is unknown.
fn ask(call: Call, watcher: Option<Watcher>, tell: &Tell) -> Option<Reply> {
    let (answer, heard) = sync_channel(1);
    let patience = call.patience();
    let taken = Arc::new(AtomicBool::new(false));
    if !tell(PendingCall { call, answer, watcher, taken: Arc::clone(&taken) }) {
        return Some(Reply::Refused(Refused::Ending));
    }
    match heard.recv_timeout(patience) {
        Ok(reply) => Some(reply),
        // The loop has begun with it: what it says now is what is so, and it may still come.
        Err(_) if taken.swap(true, Ordering::AcqRel) => heard.recv_timeout(LOOP_PATIENCE).ok(),
        Err(RecvTimeoutError::Timeout) => Some(Reply::Refused(Refused::Busy)),
        Err(RecvTimeoutError::Disconnected) => Some(Reply::Refused(Refused::Ending)),
    }
}

fn send(stream: &Stream, reply: &Reply) {
    let _ = ipc::say_within(stream, PATIENCE);
    let _ = (&mut &*stream).write_all(&pack(reply));
}

/// Keeps a watcher until it goes away. The loop writes to it; here only its going is waited for.
fn watch(stream: Stream, call: Call, desk: &Desk, unanswered: Sender<Infallible>) {
    let stream = Arc::new(stream);
    match ask(call, Some(Watcher(Arc::downgrade(&stream))), &desk.tell) {
        Some(Reply::Done) => {}
        Some(reply) => return send(&stream, &reply),
        None => return,
    }
    // It has its answer, and must not hold up the end of the app.
    drop(unanswered);
    let _ = ipc::hear_within(&stream, None);
    let mut nothing = [0; 64];
    while (&mut &*stream).read(&mut nothing).is_ok_and(|read| read > 0) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A loop that does this with each question, and what the asker hears.
    fn heard(with: impl Fn(PendingCall) + Send + Sync + 'static) -> Option<Reply> {
        let tell: Tell = Arc::new(move |question| {
            with(question);
            true
        });
        ask(Call::Status, None, &tell)
    }

    #[test]
    fn who_gives_up_in_time_is_told_that_nothing_was_done_and_then_nothing_is() {
        let (late, questions) = channel();
        assert_eq!(heard(move |question| drop(late.send(question))), Some(Reply::Refused(Refused::Busy)));
        assert!(!questions.recv().expect("the question").take_up());
    }

    #[test]
    fn what_was_taken_up_and_never_answered_is_unknown() {
        let answered = heard(|question| {
            assert!(question.take_up());
            let _ = question.answer.try_send(Reply::Done);
        });
        assert_eq!(answered, Some(Reply::Done));
        assert_eq!(heard(|question| assert!(question.take_up())), None);
        assert_eq!(heard(drop), Some(Reply::Refused(Refused::Ending)), "an app that ends has done nothing of it");
    }

    #[cfg(unix)] // asked through its own kind of socket
    #[test]
    fn at_the_end_whoever_was_let_in_is_answered_and_nobody_else_is() {
        use std::os::unix::net::UnixStream;
        for _ in 0..20 {
            let dir = tempfile::tempdir().expect("a folder");
            let paths = Paths::find(Some(dir.path())).expect("an absolute path");
            crate::system::files::private_folder(&paths.runtime).expect("made");
            let (sender, inbox) = channel();
            let server = serve(&paths, Arc::new(move |question| sender.send(question).is_ok())).expect("a socket");
            let mut asking: Vec<UnixStream> =
                (0..8).map(|_| UnixStream::connect(paths.socket()).expect("it listens")).collect();
            for stream in &mut asking {
                stream.write_all(&pack(&Call::Status)).expect("asked");
            }
            drop(inbox);
            server.close();
            assert!(UnixStream::connect(paths.socket()).is_err());
            for stream in &mut asking {
                let mut said = String::new();
                stream.read_to_string(&mut said).expect("an answer");
                assert_eq!(unpack(said.trim_end().as_bytes()), Ok(Reply::Refused(Refused::Ending)), "{said}");
            }
        }
    }
}
