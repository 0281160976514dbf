//! One connection a bus for all senses. Owns connecting, its deadlines and its loss; never starts a bus, never
//! activates a service, and has no thread of its own: whoever waits here drives the connection.

use crate::parts::Cause;
use async_io::Timer;
use futures_lite::{StreamExt, future};
use std::io;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixStream};
use std::str::FromStr;
use std::time::Duration;
use zbus::address::{
    Address,
    transport::{Transport, UnixSocket},
};
use zbus::connection::Builder;
use zbus::message::Type;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, MatchRule, MessageStream};

/// How long a bus, a service or a display may take to answer.
// Real ones need milliseconds, one that is just being started some seconds to read its files. Who takes longer hangs.
pub(super) const ANSWER: Duration = Duration::from_secs(5);

/// The pauses before trying again what was lost: four times in a run of the app, then it is given up.
// A service that is restarted is back within seconds, a desktop that is replaced within minutes; to go on after that
// would be polling.
pub(super) const PAUSES: [Duration; 4] =
    [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(30), Duration::from_mins(2)];

/// Messages that may wait unread in one stream.
// A full one holds up the reading from the bus and loses nothing; a longer one would only take memory.
const QUEUE: usize = 8;

const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// Why there is no bus.
#[derive(Debug)]
pub(super) enum NoBus {
    /// There is none.
    NotHere(Cause),
    /// There is one that does not work, or it went away.
    Failed(Cause),
}

impl NoBus {
    /// Why.
    pub(super) fn why(&self) -> Cause {
        match self {
            Self::NotHere(why) | Self::Failed(why) => why.clone(),
        }
    }
}

/// Keeps a connection to the bus at this address and lets `serve` use it. Without the bus, `lost` hears why;
/// a bus that was there is tried again a few times. Ends when it is given up.
pub(super) async fn keep(address: &str, serve: impl AsyncFn(&Connection), lost: impl Fn(&NoBus)) {
    let mut pauses = PAUSES.iter();
    loop {
        let (why, was_there) = match connect(address).await {
            Ok(conn) => {
                let used = async {
                    serve(&conn).await;
                    future::pending::<()>().await;
                };
                future::or(drive(&conn), future::or(conn.closed(), used)).await;
                (NoBus::Failed(Cause::BusClosed), true)
            }
            Err(why) => (why, pauses.len() < PAUSES.len()),
        };
        lost(&why);
        // A console or a container has no bus and gets none; only one that was there comes back.
        if !was_there && matches!(why, NoBus::NotHere(_)) {
            return;
        }
        let Some(pause) = pauses.next() else { return };
        Timer::after(*pause).await;
    }
}

/// Runs the connection's own tasks for ever.
pub(super) async fn drive(conn: &Connection) {
    loop {
        conn.executor().tick().await;
    }
}

/// A connection to the bus at this address, for whoever shares none.
pub(super) async fn connect(address: &str) -> Result<Connection, NoBus> {
    let socket = open(address)?;
    let build =
        Builder::async_io_unix_stream(socket).internal_executor(false).method_timeout(ANSWER).max_queued(QUEUE).build();
    let deadline = async {
        Timer::after(ANSWER).await;
        Err(io::Error::from(io::ErrorKind::TimedOut).into())
    };
    future::or(build, deadline).await.map_err(|error| NoBus::Failed(error.into()))
}

/// Opens the first socket of the address that answers. Only sockets: an address can also name a program to run.
pub(super) fn open(address: &str) -> Result<UnixStream, NoBus> {
    let mut why = NoBus::NotHere(Cause::NoSocketNamed(address.into()));
    for address in address.split(';') {
        let Ok(address) = Address::from_str(address) else {
            continue;
        };
        let Transport::Unix(unix) = address.transport() else {
            continue;
        };
        let place = match unix.path() {
            UnixSocket::File(path) => SocketAddr::from_pathname(path),
            UnixSocket::Abstract(name) => SocketAddr::from_abstract_name(name.as_encoded_bytes()),
            // A folder to listen in; nothing to connect to.
            UnixSocket::Dir(_) | UnixSocket::TmpDir(_) | _ => continue,
        };
        match place.and_then(|place| UnixStream::connect_addr(&place)) {
            Ok(socket) => return Ok(socket),
            Err(error) => why = no_socket(error),
        }
    }
    Err(why)
}

fn no_socket(error: io::Error) -> NoBus {
    let gone = [io::ErrorKind::NotFound, io::ErrorKind::ConnectionRefused];
    if gone.contains(&error.kind()) { NoBus::NotHere(Cause::NobodyListens) } else { NoBus::Failed(error.into()) }
}

/// The signals of one member, by any sender unless one is named.
pub(super) async fn signals(
    conn: &Connection,
    sender: Option<&str>,
    interface: &str,
    member: &str,
    first: Option<&str>,
) -> zbus::Result<MessageStream> {
    let mut rule = MatchRule::builder().msg_type(Type::Signal).interface(interface)?.member(member)?;
    if let Some(sender) = sender {
        rule = rule.sender(sender)?;
    }
    if let Some(first) = first {
        rule = rule.arg(0, first)?;
    }
    MessageStream::for_match_rule(rule.build(), conn, Some(QUEUE)).await
}

/// The comings and goings of a name's owner.
pub(super) async fn owners(conn: &Connection, name: &str) -> zbus::Result<MessageStream> {
    let bus = "org.freedesktop.DBus";
    signals(conn, Some(bus), bus, "NameOwnerChanged", Some(name)).await
}

/// Whether somebody owns the name now. Starts nobody.
pub(super) async fn owned(conn: &Connection, name: &str) -> zbus::Result<bool> {
    let bus = "org.freedesktop.DBus";
    conn.call_method(Some(bus), "/org/freedesktop/DBus", Some(bus), "NameHasOwner", &name).await?.body().deserialize()
}

/// Who owns the name now. Starts nobody; asking the owner instead of the name starts nobody either, should it leave.
pub(super) async fn owner(conn: &Connection, name: &str) -> zbus::Result<Option<String>> {
    let bus = "org.freedesktop.DBus";
    match conn.call_method(Some(bus), "/org/freedesktop/DBus", Some(bus), "GetNameOwner", &name).await {
        Ok(reply) => Ok(Some(reply.body().deserialize()?)),
        Err(zbus::Error::MethodError(error, ..)) if error.ends_with(".NameHasNoOwner") => Ok(None),
        Err(error) => Err(error),
    }
}

/// The value of a property.
pub(super) async fn property<T>(
    conn: &Connection,
    owner: &str,
    path: &str,
    interface: &str,
    name: &str,
) -> zbus::Result<T>
where
    T: TryFrom<OwnedValue>,
    T::Error: Into<zbus::Error>,
{
    let reply = conn.call_method(Some(owner), path, Some(PROPERTIES), "Get", &(interface, name)).await?;
    let value: OwnedValue = reply.body().deserialize()?;
    T::try_from(value).map_err(Into::into)
}

/// Changes of properties of this interface.
pub(super) async fn properties(conn: &Connection, owner: &str, interface: &str) -> zbus::Result<MessageStream> {
    signals(conn, Some(owner), PROPERTIES, "PropertiesChanged", Some(interface)).await
}

/// Runs `serve` with whether the name has an owner, and anew whenever that changes; what it was doing is dropped.
/// Ends with the connection.
pub(super) async fn follow(conn: &Connection, name: &str, mut serve: impl AsyncFnMut(bool)) -> zbus::Result<()> {
    // Heard before it is asked: an owner who comes in between is not missed.
    let mut changes = owners(conn, name).await?;
    loop {
        let owned = owned(conn, name).await?;
        let served = async {
            serve(owned).await;
            future::pending().await
        };
        if !matches!(future::or(changes.next(), served).await, Some(Ok(_))) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NoBus, open};

    #[test]
    fn an_address_that_names_a_program_runs_nothing() {
        let mark = std::env::temp_dir().join(format!("unhunch-bus-{}", std::process::id()));
        let address = format!("unixexec:path=/usr/bin/touch,argv1={}", mark.display());
        assert!(matches!(open(&address), Err(NoBus::NotHere(_))));
        assert!(!mark.exists());
    }

    #[test]
    fn a_bus_is_never_started() {
        assert!(matches!(open("autolaunch:"), Err(NoBus::NotHere(_))));
    }

    #[test]
    fn a_dead_socket_is_not_here() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("bus");
        drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
        let address = format!("unix:path={}", path.display());
        assert!(matches!(open(&address), Err(NoBus::NotHere(_))));
        assert!(matches!(open("unix:path=/nonexistent/bus"), Err(NoBus::NotHere(_))));
    }

    #[test]
    fn the_first_socket_that_answers_is_taken() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("bus");
        let _listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let address = format!("tcp:host=x;unix:path=/nonexistent;unix:path={}", path.display());
        assert!(open(&address).is_ok());
    }
}
