//! A Linux desktop's buses, over their sockets. Never starts a bus and has no thread of its own: whoever has a connection
//! drives it.

use crate::system::paths;
use async_io::Timer;
use futures_lite::future;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixStream};
use std::str::FromStr;
use std::time::Duration;
use std::{env, io};
use zbus::Connection;
use zbus::address::{
    Address,
    transport::{Transport, UnixSocket},
};
use zbus::connection::Builder;

/// How long a bus, a service or a display may take to answer.
// Real ones need milliseconds, one that is just being started some seconds to read its files. Who takes longer hangs.
pub(crate) const ANSWER: Duration = Duration::from_secs(5);

/// Messages that may wait unread in one stream.
// A full one holds up the reading from the bus and loses nothing; a longer one would only take memory.
pub(crate) const QUEUE: usize = 8;

/// Why a bus cannot be reached.
#[derive(Debug)]
pub(crate) enum Unreachable {
    /// Its address names no socket.
    NoSocketNamed(String),
    /// Nobody listens there.
    NobodyListens,
    /// There is one that does not work, in the system's words.
    Failed(String),
}

/// The address of the session bus, by what the environment has under a name.
pub(crate) fn session_address(var: impl Fn(&str) -> Option<String>) -> String {
    var("DBUS_SESSION_BUS_ADDRESS").unwrap_or_else(|| format!("unix:path={}/bus", paths::session(var)))
}

/// The address of the system bus.
// The D-Bus specification names this place for it.
pub(crate) fn system_address(var: impl Fn(&str) -> Option<String>) -> String {
    var("DBUS_SYSTEM_BUS_ADDRESS").unwrap_or_else(|| "unix:path=/var/run/dbus/system_bus_socket".into())
}

/// A connection to the session bus, where the environment says it is now.
pub(crate) async fn session() -> Result<Connection, Unreachable> {
    let environment = |name: &str| env::var(name).ok().filter(|text| !text.is_empty());
    connect(&session_address(environment)).await
}

/// A connection to the bus at this address.
pub(crate) async fn connect(address: &str) -> Result<Connection, Unreachable> {
    let socket = open(address)?;
    // An executor of its own would be one more thread; whoever has the connection drives it.
    let build =
        Builder::async_io_unix_stream(socket).internal_executor(false).method_timeout(ANSWER).max_queued(QUEUE).build();
    let deadline = async {
        Timer::after(ANSWER).await;
        Err(io::Error::from(io::ErrorKind::TimedOut).into())
    };
    future::or(build, deadline).await.map_err(|error| Unreachable::Failed(error.to_string()))
}

/// Runs the connection's own tasks for ever.
pub(crate) async fn drive<T>(conn: &Connection) -> T {
    loop {
        conn.executor().tick().await;
    }
}

/// Opens the first socket of the address that answers. Only sockets: an address can also name a program to run.
pub(crate) fn open(address: &str) -> Result<UnixStream, Unreachable> {
    let mut why = Unreachable::NoSocketNamed(address.into());
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
            Err(error) => why = no_socket(&error),
        }
    }
    Err(why)
}

fn no_socket(error: &io::Error) -> Unreachable {
    let gone = [io::ErrorKind::NotFound, io::ErrorKind::ConnectionRefused];
    if gone.contains(&error.kind()) { Unreachable::NobodyListens } else { Unreachable::Failed(error.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::{Unreachable, open, session_address};

    #[test]
    fn an_address_that_names_a_program_runs_nothing() {
        let mark = std::env::temp_dir().join(format!("unhunch-bus-{}", std::process::id()));
        let address = format!("unixexec:path=/usr/bin/touch,argv1={}", mark.display());
        assert!(matches!(open(&address), Err(Unreachable::NoSocketNamed(_))));
        assert!(!mark.exists());
    }

    #[test]
    fn a_bus_is_never_started() {
        assert!(matches!(open("autolaunch:"), Err(Unreachable::NoSocketNamed(_))));
    }

    #[test]
    fn a_dead_socket_is_not_here() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("bus");
        drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
        let address = format!("unix:path={}", path.display());
        assert!(matches!(open(&address), Err(Unreachable::NobodyListens)));
        assert!(matches!(open("unix:path=/nonexistent/bus"), Err(Unreachable::NobodyListens)));
    }

    #[test]
    fn the_first_socket_that_answers_is_taken() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("bus");
        let _listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let address = format!("tcp:host=x;unix:path=/nonexistent;unix:path={}", path.display());
        assert!(open(&address).is_ok());
    }

    #[test]
    fn the_environment_says_where_the_bus_is_or_it_is_among_the_sessions_sockets() {
        let said = |name: &str| (name == "DBUS_SESSION_BUS_ADDRESS").then(|| "unix:path=/x".to_owned());
        assert_eq!(session_address(said), "unix:path=/x");
        let runtime = |name: &str| (name == "XDG_RUNTIME_DIR").then(|| "/run/user/7".to_owned());
        assert_eq!(session_address(runtime), "unix:path=/run/user/7/bus");
    }
}
