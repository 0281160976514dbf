//! The answering side. Owns the socket, the patience with clients and their number; never decides an answer: each
//! question goes into the loop's channel and is answered from there. A bad client costs a short-lived thread, never the loop.

use super::{Call, LONGEST, LOOP_PATIENCE, OPENING_PATIENCE, PATIENCE, Reply, pack, send_now, unpack};
use crate::shell::clock::Deadline;
use crate::shell::paths::Paths;
use crate::words::cli as words;
use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, ListenerOptions, Stream};
use interprocess::os::unix::local_socket::ListenerOptionsExt;
use rustix::net::Shutdown;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

/// Clients served at one time.
const MOST_CLIENTS: usize = 16;
/// A client's thread needs little.
const STACK: usize = 128 * 1024;

/// One question, and where its answer goes.
#[derive(Debug)]
pub(crate) struct Question {
    /// What is asked.
    pub call: Call,
    /// Where the answer goes; the asker may have gone.
    pub answer: SyncSender<Reply>,
    /// Who asked, when it wants to hear of changes.
    pub watcher: Option<Watcher>,
}

/// A client that wants to hear of every change.
#[derive(Debug)]
pub(crate) struct Watcher(Weak<Stream>);

impl Watcher {
    /// Whether it still listens, as far as is known.
    pub(crate) fn listens(&self) -> bool {
        self.0.strong_count() > 0
    }

    /// Tells it, without ever waiting. One that is gone, or does not take what it is told, is let go: false.
    pub(crate) fn tell(&self, reply: &Reply) -> bool {
        let Some(stream) = self.0.upgrade() else { return false };
        let told = send_now(fd(&stream), &pack(reply));
        if !told {
            let _ = rustix::net::shutdown(fd(&stream), Shutdown::Both);
        }
        told
    }
}

/// Where questions go; called from a client's thread, never blocks. False when the loop has ended.
pub(crate) type Tell = Arc<dyn Fn(Question) -> bool + Send + Sync>;

/// Listens from now on, in a thread of its own.
///
/// # Errors
/// When the socket cannot be made.
pub(crate) fn serve(paths: &Paths, tell: Tell) -> io::Result<()> {
    let name = paths.socket().to_fs_name::<GenericFilePath>()?;
    let listener = ListenerOptions::new().name(name).mode(0o600).create_sync()?;
    let busy = Arc::new(AtomicUsize::new(0));
    thread::Builder::new().name("commands".into()).stack_size(STACK).spawn(move || {
        for stream in listener.incoming() {
            match stream {
                Ok(stream) => welcome(stream, &busy, &tell),
                // Out of file handles or the like: what is wrong must not become a spinning loop.
                Err(_) => thread::sleep(PATIENCE),
            }
        }
    })?;
    Ok(())
}

fn welcome(stream: Stream, busy: &Arc<AtomicUsize>, tell: &Tell) {
    let ours = stream.peer_creds().is_ok_and(|peer| peer.euid() == Some(rustix::process::geteuid().as_raw()));
    if !ours || busy.load(Ordering::Relaxed) >= MOST_CLIENTS {
        return;
    }
    let (done, tell) = (Guest::enter(busy), Arc::clone(tell));
    let _ = thread::Builder::new().name("command".into()).stack_size(STACK).spawn(move || {
        converse(stream, &tell);
        drop(done);
    });
}

/// One of the clients at this time.
struct Guest(Arc<AtomicUsize>);

impl Guest {
    fn enter(busy: &Arc<AtomicUsize>) -> Self {
        busy.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(busy))
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn converse(stream: Stream, tell: &Tell) {
    let Some(line) = question(&stream) else { return };
    match line.and_then(|line| unpack::<Call>(&line)) {
        Ok(call @ (Call::Watch | Call::WatchParts)) => watch(stream, call, tell),
        Ok(call) => send(&stream, &ask(call, None, tell)),
        Err(refused) => send(&stream, &Reply::Refused(refused)),
    }
}

/// The client's line; why it is refused; or none from a client that says nothing or has gone.
fn question(stream: &Stream) -> Option<Result<Vec<u8>, String>> {
    let deadline = Deadline::after(PATIENCE);
    let (mut line, mut piece) = (Vec::new(), [0; 1024]);
    loop {
        stream.set_recv_timeout(Some(deadline.left()?)).ok()?;
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
            return Some(Err(words::too_long(LONGEST)));
        }
    }
}

fn ask(call: Call, watcher: Option<Watcher>, tell: &Tell) -> Reply {
    let (answer, heard) = sync_channel(1);
    let patience = if call == Call::Guide { OPENING_PATIENCE } else { LOOP_PATIENCE };
    if !tell(Question { call, answer, watcher }) {
        return Reply::Refused(words::ending());
    }
    heard.recv_timeout(patience).unwrap_or_else(|_| Reply::Refused(words::busy()))
}

fn send(stream: &Stream, reply: &Reply) {
    let _ = stream.set_send_timeout(Some(PATIENCE));
    let _ = (&mut &*stream).write_all(&pack(reply));
}

/// Keeps a watcher until it goes away. The loop writes to it; here only its going is waited for.
fn watch(stream: Stream, call: Call, tell: &Tell) {
    let stream = Arc::new(stream);
    let reply = ask(call, Some(Watcher(Arc::downgrade(&stream))), tell);
    if reply != Reply::Done {
        return send(&stream, &reply);
    }
    let _ = stream.set_recv_timeout(None::<Duration>);
    let mut nothing = [0; 64];
    while (&mut &*stream).read(&mut nothing).is_ok_and(|read| read > 0) {}
}

fn fd(stream: &Stream) -> BorrowedFd<'_> {
    match stream {
        Stream::UdSocket(stream) => stream.as_fd(),
    }
}
