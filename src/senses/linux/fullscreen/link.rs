//! A connection to an X server that never holds up the thread of the senses. Owns connecting (in a passing thread,
//! with a deadline) and waiting for replies as a task; never asks anything of its own but what it needs to begin.

use super::{WatchEnd, late};
use crate::parts::fullscreen;
use crate::senses::linux::xserver::{self, Socket, XWAYLAND};
use async_io::Async;
use futures_lite::future;
use rustix::fd::BorrowedFd;
use std::io::ErrorKind;
use std::mem;
use x11rb::connection::{Connection, RequestConnection};
use x11rb::cookie::Cookie;
use x11rb::errors::{ConnectionError, ReplyError};
use x11rb::protocol::xproto::Window;
use x11rb::rust_connection::RustConnection;
use x11rb::x11_utils::TryParse;

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

/// The connection, its root window and the names.
pub(super) struct Link {
    pub(super) conn: RustConnection<Socket>,
    pub(super) root: Window,
    pub(super) atoms: Atoms,
}

impl Link {
    /// Connects to the display of this name. The handshake runs in a thread of its own, which ends with it.
    pub(super) async fn open(display: &str) -> Result<Self, WatchEnd> {
        let display = display.to_owned();
        future::or(blocking::unblock(move || Self::connect(&display)), late()).await
    }

    fn connect(display: &str) -> Result<Self, WatchEnd> {
        let (conn, screen) = xserver::connect(display).map_err(WatchEnd::Lost)?;
        if conn.extension_information(XWAYLAND)?.is_some() {
            return Err(WatchEnd::cannot_say(fullscreen::only_xwayland()));
        }
        let atoms = Atoms::new(&conn)?.reply()?;
        let root = conn.setup().roots[screen].root;
        // From here on a task waits, which must not hold up the thread of all senses.
        conn.stream().hurry();
        Ok(Self { conn, root, atoms })
    }

    /// Waits for a reply as a task; `None` if the server refuses, as it does for a window that is gone.
    pub(super) async fn reply<R: TryParse>(
        &self,
        ready: &Async<BorrowedFd<'_>>,
        cookie: Result<Cookie<'_, RustConnection<Socket>, R>, ConnectionError>,
    ) -> Result<Option<R>, WatchEnd> {
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
