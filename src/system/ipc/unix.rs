//! Local talk over sockets of the file system.

use crate::system::sandbox;
use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Stream};
use interprocess::os::unix::local_socket::ListenerOptionsExt;
use rustix::net::{SendFlags, Shutdown};
use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// A socket's path holds no more than this on every system we know.
// `sun_path` has 108 bytes on Linux and 104 on macOS.
const PATH_MOST: usize = 100;

/// Whether a socket can have this path.
pub(crate) fn fits(path: &Path) -> bool {
    path.as_os_str().len() <= PATH_MOST
}

/// Listens at this path, for this user alone.
///
/// # Errors
/// When the socket cannot be made.
pub(crate) fn listen(at: &Path) -> io::Result<Listener> {
    ListenerOptions::new().name(at.to_fs_name::<GenericFilePath>()?).mode(0o600).create_sync()
}

/// Connects to whoever listens at this path.
///
/// # Errors
/// When nobody does.
pub(crate) fn connect(to: &Path) -> io::Result<Stream> {
    Stream::connect(to.to_fs_name::<GenericFilePath>()?)
}

/// Whether the other end is a process of this user.
///
/// # Errors
/// When the system does not say.
pub(crate) fn is_ours(stream: &Stream) -> io::Result<bool> {
    match stream.peer_creds() {
        // Two starts of a Flatpak have no number for each other's processes, and interprocess takes none for nobody.
        // The folder of the socket is this user's alone, and so is the socket: nobody else comes as far as this.
        Err(error) if error.kind() == io::ErrorKind::ConnectionReset && sandbox::flatpak().is_some() => Ok(true),
        creds => Ok(creds?.euid() == Some(rustix::process::geteuid().as_raw())),
    }
}

/// How long to wait at most for what the other end says.
///
/// # Errors
/// When the system refuses.
pub(crate) fn hear_within(stream: &Stream, most: Option<Duration>) -> io::Result<()> {
    stream.set_recv_timeout(most)
}

/// How long to wait at most for the other end to take what is said.
///
/// # Errors
/// When the system refuses.
pub(crate) fn say_within(stream: &Stream, most: Duration) -> io::Result<()> {
    stream.set_send_timeout(Some(most))
}

/// Sends a whole line now; false, without waiting, when the other side is gone or does not take it.
pub(crate) fn send_now(to: &Stream, line: &[u8]) -> bool {
    send(fd(to), line)
}

/// Ends the talk for both ends, whoever else holds this one.
pub(crate) fn hang_up(stream: &Stream) {
    let _ = rustix::net::shutdown(fd(stream), Shutdown::Both);
}

/// Lets nobody else in: who comes from now on is told by the system that nobody is there; who came before is still let in.
pub(crate) fn close(listener: &Listener) {
    let Listener::UdSocket(listener) = listener;
    let _ = rustix::net::shutdown(listener.as_fd(), Shutdown::Both);
}

fn send(to: BorrowedFd<'_>, line: &[u8]) -> bool {
    // An end that is gone is an error and no signal: the language's runtime has SIGPIPE ignored.
    let sent = rustix::net::send(to, line, SendFlags::DONTWAIT);
    sent.is_ok_and(|sent| sent == line.len())
}

fn fd(stream: &Stream) -> BorrowedFd<'_> {
    match stream {
        Stream::UdSocket(stream) => stream.as_fd(),
    }
}

/// One end of a talk that only two processes hold.
#[derive(Debug)]
pub(crate) struct Talk(UnixStream);

impl Talk {
    /// Both ends.
    ///
    /// # Errors
    /// When the system has none.
    pub(crate) fn pair() -> io::Result<(Self, Self)> {
        let (one, other) = UnixStream::pair()?;
        Ok((Self(one), Self(other)))
    }

    /// The end that whoever started this process has given it: our standard input.
    ///
    /// # Errors
    /// When that is no talk.
    pub(crate) fn given() -> io::Result<Self> {
        let talk = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
        // Fails where standard input is no socket: somebody has typed the command.
        talk.peer_addr()?;
        Ok(Self(talk))
    }

    /// Gives this end to a process that is to be started.
    pub(crate) fn give(self, to: &mut Command) {
        to.stdin(OwnedFd::from(self.0)).stdout(std::process::Stdio::null());
    }

    /// The same end once more.
    ///
    /// # Errors
    /// When the system has none.
    pub(crate) fn try_clone(&self) -> io::Result<Self> {
        self.0.try_clone().map(Self)
    }

    /// Says something, without ever waiting. False when the other side does not take it.
    pub(crate) fn send_now(&self, line: &[u8]) -> bool {
        send(self.0.as_fd(), line)
    }

    /// Nothing more is heard, by whoever holds this end; what was sent before is.
    pub(crate) fn hear_no_more(&self) {
        let _ = self.0.shutdown(std::net::Shutdown::Read);
    }

    /// Ends the talk for both ends.
    pub(crate) fn hang_up(&self) {
        let _ = self.0.shutdown(std::net::Shutdown::Both);
    }
}

impl Read for &Talk {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        (&self.0).read(into)
    }
}
