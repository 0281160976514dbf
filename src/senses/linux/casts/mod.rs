//! Screen casts, as PipeWire lists them: a compositor that shows the screen to others has a node there as long as the
//! cast lives. Owns the connection, its loss, and waiting for the socket to appear; it only listens: it makes no
//! stream, binds no object and needs no library of PipeWire's.

mod graph;
mod wire;

use super::bus::{ANSWER, PAUSES};
use super::presenting::Presenting;
use super::watch::Watch;
use crate::parts::Cause;
use async_io::{Async, Timer};
use futures_lite::io::BufReader;
use futures_lite::{AsyncWriteExt, future};
use graph::Graph;
use rustix::fs::inotify::WatchFlags;
use std::cell::RefCell;
use std::convert::Infallible;
use std::io::{self, ErrorKind};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixStream;
use std::path::Path;
use wire::{Message, Value, request};

/// Our numbers for the server's objects: the first two are fixed, the third is ours to choose.
const CORE: u32 = 0;
const CLIENT: u32 = 1;
const REGISTRY: u32 = 2;

/// The version of the core and of the registry that is spoken.
// PipeWire 0.3 began with it, and newer servers speak it too.
const VERSION: u32 = 3;

/// What is asked, by each object's own count.
mod ask {
    // The order of the methods in pipewire/core.h and client.h is the protocol.
    pub(super) const CORE_HELLO: u8 = 1;
    pub(super) const CORE_SYNC: u8 = 2;
    pub(super) const CORE_PONG: u8 = 3;
    pub(super) const CORE_GET_REGISTRY: u8 = 5;
    pub(super) const CLIENT_UPDATE_PROPERTIES: u8 = 2;
}

/// What is told.
mod told {
    // The order of the events there.
    pub(super) const CORE_DONE: u8 = 1;
    pub(super) const CORE_PING: u8 = 2;
    pub(super) const REGISTRY_GLOBAL: u8 = 0;
    pub(super) const REGISTRY_GLOBAL_REMOVE: u8 = 1;
}

/// Listens to the PipeWire at this socket whenever there is one. Ends when it can never be there.
pub(super) async fn run(socket: Option<&Path>, presenting: &RefCell<Presenting>) {
    let lost = |why: Cause| presenting.borrow_mut().cast_lost(why);
    let Some((socket, folder, name)) = socket.and_then(|path| Some((path, path.parent()?, path.file_name()?))) else {
        return lost(Cause::NoPipewirePlace);
    };
    let folder = match watch(folder) {
        Ok(folder) => folder,
        Err(error) if error.kind() == ErrorKind::NotFound => return lost(Cause::NoPipewire),
        Err(error) => return lost(error.into()),
    };
    let mut pauses = PAUSES.iter();
    let mut fresh = false;
    loop {
        // What has appeared so far is tried now; what cannot be read is not remembered either.
        let _ = folder.drain(|_| false);
        let error = match listen(socket, presenting).await {
            Ok(never) => match never {},
            Err(error) => error,
        };
        let absent = [ErrorKind::NotFound, ErrorKind::ConnectionRefused].contains(&error.kind());
        let gone = [ErrorKind::UnexpectedEof, ErrorKind::ConnectionReset, ErrorKind::BrokenPipe];
        if absent {
            lost(Cause::NoPipewire);
        } else if gone.contains(&error.kind()) {
            lost(Cause::PipewireGone);
        } else if error.kind() == ErrorKind::TimedOut {
            lost(Cause::NoAnswer);
        } else {
            lost(error.into());
        }
        let appears = folder.next(|event| event.file_name().is_some_and(|new| new.to_bytes() == name.as_bytes()));
        // A socket that stays while its server is changed (systemd holds it) never appears anew. Where nothing
        // listens there is nothing to try, because a server makes its socket when it starts; but a socket just made
        // may be tried before its server listens.
        let tried_again = async {
            if absent && !fresh {
                future::pending::<()>().await;
            }
            match pauses.next() {
                Some(pause) => Timer::after(*pause).await,
                None => future::pending().await,
            };
            Ok(false)
        };
        fresh = match future::or(async { appears.await.map(|()| true) }, tried_again).await {
            Ok(fresh) => fresh,
            Err(error) => return lost(error.into()),
        };
    }
}

/// Watches for what appears in a folder.
fn watch(folder: &Path) -> io::Result<Watch> {
    let watch = Watch::new()?;
    watch.add(folder, WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR)?;
    Ok(watch)
}

/// Connects and listens until the connection is lost.
async fn listen(socket: &Path, presenting: &RefCell<Presenting>) -> io::Result<Infallible> {
    let mut line = PipeWire::open(socket).await?;
    let mut graph = Graph::default();
    let listed = async {
        line.greet().await?;
        while line.turn(&mut graph).await? != Turn::Listed {}
        io::Result::Ok(())
    };
    let late = async {
        Timer::after(ANSWER).await;
        Err(ErrorKind::TimedOut.into())
    };
    future::or(listed, late).await?;
    loop {
        presenting.borrow_mut().cast(Some(graph.casting()));
        line.turn(&mut graph).await?;
    }
}

/// What a message was.
#[derive(Debug, PartialEq, Eq)]
enum Turn {
    /// The objects that are there have all been told.
    Listed,
    /// Anything else.
    Other,
}

/// The connection.
struct PipeWire {
    stream: BufReader<Async<UnixStream>>,
    /// Messages sent.
    sent: u32,
}

impl PipeWire {
    async fn open(socket: &Path) -> io::Result<Self> {
        Ok(Self { stream: BufReader::new(Async::<UnixStream>::connect(socket).await?), sent: 0 })
    }

    async fn send(&mut self, to: u32, method: u8, values: &[Value<'_>]) -> io::Result<()> {
        let bytes = request(to, method, self.sent, values);
        self.sent = self.sent.wrapping_add(1);
        self.stream.get_mut().write_all(&bytes).await
    }

    /// Says who we are and asks for the list of objects, and then for a word that it is complete.
    async fn greet(&mut self) -> io::Result<()> {
        self.send(CORE, ask::CORE_HELLO, &[Value::Int(VERSION)]).await?;
        let name = [Value::Int(1), Value::Text("application.name"), Value::Text(env!("CARGO_PKG_NAME"))];
        self.send(CLIENT, ask::CLIENT_UPDATE_PROPERTIES, &[Value::Group(&name)]).await?;
        self.send(CORE, ask::CORE_GET_REGISTRY, &[Value::Int(VERSION), Value::Int(REGISTRY)]).await?;
        // Answered behind the list: so it is known when that is complete.
        self.send(CORE, ask::CORE_SYNC, &[Value::Int(CORE), Value::Int(0)]).await
    }

    /// Takes one message.
    async fn turn(&mut self, graph: &mut Graph) -> io::Result<Turn> {
        let message = Message::next(&mut self.stream).await?;
        let mut values = message.values();
        match (message.from, message.event) {
            (CORE, told::CORE_DONE) => return Ok(Turn::Listed),
            (CORE, told::CORE_PING) => {
                if let (Some(id), Some(number)) = (values.int(), values.int()) {
                    self.send(CORE, ask::CORE_PONG, &[Value::Int(id), Value::Int(number)]).await?;
                }
            }
            (REGISTRY, told::REGISTRY_GLOBAL) => {
                let (id, _rights, kind, _version) = (values.int(), values.int(), values.text(), values.int());
                if let (Some(id), Some(kind), Some(properties)) = (id, kind, values.properties()) {
                    graph.added(id, kind, properties);
                }
            }
            (REGISTRY, told::REGISTRY_GLOBAL_REMOVE) => {
                if let Some(id) = values.int() {
                    graph.removed(id);
                }
            }
            _ => {}
        }
        Ok(Turn::Other)
    }
}
