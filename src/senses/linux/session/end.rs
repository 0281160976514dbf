//! The end of the desktop's session: its display is lost, and the session bus or logind's session with it. Owns when that
//! is certain. A display that comes back ends nothing, nor does a bus alone, nor the end of a session without a display
//! (a login from elsewhere); where there was no display of this machine or no bus, there is no session to wait for.

use super::login1;
use crate::senses::linux::Surroundings;
use crate::senses::linux::bus::{self, NoBus};
use crate::senses::linux::xserver::{self, Socket};
use crate::senses::{Signal, Tell};
use async_io::{Async, Timer};
use futures_lite::AsyncReadExt;
use rustix::fd::AsFd;
use std::cell::RefCell;
use std::os::unix::net::UnixStream;
use std::time::Duration;
use x11rb::connection::Connection as _;
use x11rb::rust_connection::RustConnection;
use zbus::Connection;
use zbus::zvariant::OwnedObjectPath;

/// How soon it is looked whether the rest of the session is lost too, and how seldom at last.
// The parts of a session end one after the other, mostly within a second.
const LOOK: Duration = Duration::from_millis(100);
const LOOK_SELDOM: Duration = Duration::from_secs(30);

/// logind's session, where it is known.
#[derive(Default)]
pub(in crate::senses::linux) struct Ours(RefCell<Option<(Connection, OwnedObjectPath)>>);

impl Ours {
    /// Finds out which one it is, with logind there.
    pub(super) async fn learn(&self, conn: &Connection, id: Option<&str>) {
        if let Ok(path) = login1::own_session(conn, id).await {
            *self.0.borrow_mut() = path.map(|path| (conn.clone(), path));
        }
    }

    /// Whether logind says that it is over. A session with a process left, which we are, is closing and not yet removed.
    async fn over(&self) -> bool {
        let known = self.0.borrow().clone();
        let Some((conn, path)) = known else { return false };
        match login1::get(&conn, path.as_str(), "State").await {
            Ok(state) => state.downcast_ref::<String>().is_ok_and(|state| state == "closing"),
            Err(zbus::Error::MethodError(error, ..)) => {
                // The last is what other libraries than systemd's say of an object that is gone.
                [".UnknownObject", ".NoSuchSession", ".UnknownMethod"].iter().any(|none| error.ends_with(none))
            }
            Err(_) => false,
        }
    }
}

/// Says once that the session is over. Ends then, or at once where there is none to wait for.
pub(in crate::senses::linux) async fn run(tell: &Tell, around: &Surroundings, ours: &Ours) {
    if bus::open(&around.session_bus).is_err() {
        return;
    }
    let mut display = Display::open(around);
    while let Some(open) = display {
        open.lost().await;
        display = back(around, ours).await;
        if display.is_none() {
            tell(Signal::SessionOver);
        }
    }
}

/// The display, when it is back; none when the session is over.
async fn back(around: &Surroundings, ours: &Ours) -> Option<Display> {
    let mut pause = LOOK;
    loop {
        if matches!(bus::open(&around.session_bus).map_err(NoBus::from), Err(NoBus::NotHere(_))) || ours.over().await {
            return None;
        }
        if pause > LOOK
            && let Some(display) = Display::open(around)
        {
            return Some(display);
        }
        Timer::after(pause).await;
        pause = pause.saturating_mul(2).min(LOOK_SELDOM);
    }
}

/// A line to the display on which nothing is said, so that its end is heard.
enum Display {
    Wayland(Async<UnixStream>),
    X11(Box<RustConnection<Socket>>),
}

impl Display {
    /// The display of this machine. One that is lent from another ends with the way there, and says nothing of a session.
    fn open(around: &Surroundings) -> Option<Self> {
        let wayland = around.wayland.as_ref().and_then(|socket| UnixStream::connect(socket).ok());
        if let Some(line) = wayland {
            return Async::new(line).ok().map(Self::Wayland);
        }
        let local = |name: &&str| name.starts_with(':') || name.starts_with("unix:");
        let (line, _) = xserver::connect(around.x11.as_deref().filter(local)?).ok()?;
        line.stream().hurry();
        Some(Self::X11(Box::new(line)))
    }

    /// Waits for its end.
    async fn lost(self) {
        match self {
            Self::Wayland(mut line) => {
                let mut unasked = [0; 64];
                while line.read(&mut unasked).await.is_ok_and(|read| read > 0) {}
            }
            Self::X11(line) => {
                let Ok(ready) = Async::new_nonblocking(line.stream().as_fd()) else { return };
                // The server says of itself that keys mean something else: of no interest, and to be taken away.
                while let Ok(event) = line.poll_for_event() {
                    if event.is_none() && ready.readable().await.is_err() {
                        return;
                    }
                }
            }
        }
    }
}
