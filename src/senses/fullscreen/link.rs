//! A connection to an X server that never holds up the thread of the senses. Owns connecting (in a passing thread,
//! with a deadline) and waiting for replies as a task; never asks anything of its own but what it needs to begin.

use super::{End, late};
use crate::senses::bus::ANSWER;
use crate::words::fullscreen as words;
use async_io::Async;
use futures_lite::future;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::{AsFd, BorrowedFd};
use std::io::{self, ErrorKind};
use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use x11rb::connection::{Connection, RequestConnection};
use x11rb::cookie::Cookie;
use x11rb::errors::{ConnectionError, ReplyError};
use x11rb::protocol::xproto::Window;
use x11rb::reexports::x11rb_protocol::{parse_display, xauth};
use x11rb::rust_connection::{DefaultStream, PollMode, RustConnection, Stream};
use x11rb::utils::RawFdContainer;
use x11rb::x11_utils::TryParse;

/// What XWayland calls itself.
const XWAYLAND: &str = "XWAYLAND";

x11rb::atom_manager! {
    /// The names in use.
    pub(super) Atoms: AtomsCookie {
        check: b"_NET_SUPPORTING_WM_CHECK".as_slice(),
        active: b"_NET_ACTIVE_WINDOW".as_slice(),
        state: b"_NET_WM_STATE".as_slice(),
        full: b"_NET_WM_STATE_FULLSCREEN".as_slice(),
        kind: b"_NET_WM_WINDOW_TYPE".as_slice(),
        desktop: b"_NET_WM_WINDOW_TYPE_DESKTOP".as_slice(),
        dock: b"_NET_WM_WINDOW_TYPE_DOCK".as_slice(),
    }
}

/// The socket: while it is patient, x11rb may wait on it; afterwards it says at once that there is nothing yet.
pub(super) struct Socket {
    stream: DefaultStream,
    patient: AtomicBool,
}

impl AsFd for Socket {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }
}

impl Stream for Socket {
    fn poll(&self, mode: PollMode) -> io::Result<()> {
        let patient = self.patient.load(Ordering::Relaxed);
        let wait = if patient { ANSWER } else { Duration::ZERO };
        let wait = Timespec::try_from(wait).unwrap_or_default();
        let mut flags = PollFlags::empty();
        flags.set(PollFlags::IN, mode.readable());
        flags.set(PollFlags::OUT, mode.writable());
        loop {
            return match poll(&mut [PollFd::new(&self.stream, flags)], Some(&wait)) {
                Ok(0) if patient => Err(ErrorKind::TimedOut.into()),
                Ok(0) => Err(ErrorKind::WouldBlock.into()),
                Ok(_) => Ok(()),
                Err(rustix::io::Errno::INTR) => continue,
                Err(error) => Err(error.into()),
            };
        }
    }

    fn read(&self, buf: &mut [u8], fds: &mut Vec<RawFdContainer>) -> io::Result<usize> {
        self.stream.read(buf, fds)
    }

    fn write(&self, buf: &[u8], fds: &mut Vec<RawFdContainer>) -> io::Result<usize> {
        self.stream.write(buf, fds)
    }

    fn write_vectored(&self, bufs: &[io::IoSlice<'_>], fds: &mut Vec<RawFdContainer>) -> io::Result<usize> {
        self.stream.write_vectored(bufs, fds)
    }
}

/// The connection, its root window and the names.
pub(super) struct Link {
    pub(super) conn: RustConnection<Socket>,
    pub(super) root: Window,
    pub(super) atoms: Atoms,
}

impl Link {
    /// Connects to the display of this name. The handshake runs in a thread of its own, which ends with it.
    pub(super) async fn open(display: &str) -> Result<Self, End> {
        let display = display.to_owned();
        future::or(blocking::unblock(move || Self::connect(&display)), late()).await
    }

    fn connect(display: &str) -> Result<Self, End> {
        let display = parse_display::parse_display(Some(display))?;
        let mut lost = End::Lost("the display's name names no place".into());
        for place in display.connect_instruction() {
            let (stream, (family, address)) = match DefaultStream::connect(&place) {
                Ok(connected) => connected,
                Err(error) => {
                    lost = error.into();
                    continue;
                }
            };
            // Without a key the server may still let us in.
            let key = xauth::get_auth(family, &address, display.display).ok().flatten().unwrap_or_default();
            let socket = Socket { stream, patient: AtomicBool::new(true) };
            let screen = usize::from(display.screen);
            let conn = RustConnection::connect_to_stream_with_auth_info(socket, screen, key.0, key.1)?;
            return Self::begin(conn, screen);
        }
        Err(lost)
    }

    fn begin(conn: RustConnection<Socket>, screen: usize) -> Result<Self, End> {
        if conn.extension_information(XWAYLAND)?.is_some() {
            return Err(End::CannotSay(words::only_xwayland()));
        }
        let atoms = Atoms::new(&conn)?.reply()?;
        let Some(screen) = conn.setup().roots.get(screen) else {
            return Err(End::Lost("the display has no such screen".into()));
        };
        let root = screen.root;
        conn.stream().patient.store(false, Ordering::Relaxed);
        Ok(Self { conn, root, atoms })
    }

    /// Waits for a reply as a task; `None` if the server refuses, as it does for a window that is gone.
    pub(super) async fn reply<R: TryParse>(
        &self,
        ready: &Async<BorrowedFd<'_>>,
        cookie: Result<Cookie<'_, RustConnection<Socket>, R>, ConnectionError>,
    ) -> Result<Option<R>, End> {
        let cookie = cookie?;
        let sequence = cookie.sequence_number();
        // Its drop would throw the reply away.
        mem::forget(cookie);
        loop {
            match self.conn.wait_for_reply_or_error(sequence) {
                Ok(bytes) => return Ok(Some(R::try_parse(&bytes)?.0)),
                Err(ReplyError::X11Error(_)) => return Ok(None),
                Err(ReplyError::ConnectionError(ConnectionError::IoError(error)))
                    if error.kind() == ErrorKind::WouldBlock =>
                {
                    ready.readable().await?;
                }
                Err(ReplyError::ConnectionError(error)) => return Err(error.into()),
            }
        }
    }
}
