//! A full screen on Wayland compositors that list their windows (`wlr-foreign-toplevel-management`). Owns the state of
//! each window as last announced; passes over titles and names, which the protocol sends unasked.

use super::{FullscreenReporter, Watch, WatchEnd, late};
use crate::parts::{Cause, Means, fullscreen};
use crate::senses::linux::wayland::unless_blocked;
use async_io::Async;
use futures_lite::future;
use std::collections::BTreeMap;
use std::os::unix::net::UnixStream;
use std::path::Path;
use wayland_client::protocol::wl_callback::{self, WlCallback};
use wayland_client::protocol::wl_registry::{self, WlRegistry};
use wayland_client::{Connection, Dispatch, EventQueue, Proxy, QueueHandle, event_created_child};
use wayland_protocols_wlr::foreign_toplevel::v1::client::{
    zwlr_foreign_toplevel_handle_v1::{self as handle, State, ZwlrForeignToplevelHandleV1},
    zwlr_foreign_toplevel_manager_v1::{self as manager, ZwlrForeignToplevelManagerV1},
};

/// What is said of the means.
const MEANS: Means = Means::WindowList;

/// Full screen is told from this version of the protocol on.
const FIRST: u32 = 2;

/// The newest version that is known here.
// A newer one may send what cannot be read here.
const NEWEST: u32 = 3;

/// Watches the compositor at this socket until it is lost.
pub(super) async fn watch(socket: &Path, line: &mut FullscreenReporter) -> Watch {
    let conn = Connection::from_socket(UnixStream::connect(socket)?)?;
    let ready = Async::new_nonblocking(conn.clone())?;
    let mut queue = conn.new_event_queue();
    conn.display().get_registry(&queue.handle(), ());
    conn.display().sync(&queue.handle(), ());
    let mut seen = Seen::default();
    let listed = async {
        while !seen.listed {
            turn(&conn, &ready, &mut queue, &mut seen).await?;
        }
        Ok(())
    };
    future::or(listed, late()).await?;
    if seen.manager.is_none() {
        return Err(WatchEnd::cannot_say(fullscreen::no_window_list()));
    }
    // The windows that are there follow the request for the list.
    seen.listed = false;
    conn.display().sync(&queue.handle(), ());
    let listed = async {
        while !seen.listed {
            turn(&conn, &ready, &mut queue, &mut seen).await?;
        }
        Ok(())
    };
    future::or(listed, late()).await?;
    while seen.manager.is_some() {
        line.say(MEANS, seen.full());
        turn(&conn, &ready, &mut queue, &mut seen).await?;
    }
    Err(WatchEnd::Lost(Cause::ListEnded))
}

/// Handles what came, or waits for more.
async fn turn(
    conn: &Connection,
    ready: &Async<Connection>,
    queue: &mut EventQueue<Seen>,
    seen: &mut Seen,
) -> Result<(), WatchEnd> {
    if queue.dispatch_pending(seen)? > 0 {
        return Ok(());
    }
    unless_blocked(conn.flush())?;
    let Some(reading) = conn.prepare_read() else {
        return Ok(());
    };
    ready.readable().await?;
    unless_blocked(reading.read())?;
    queue.dispatch_pending(seen)?;
    Ok(())
}

/// What the compositor has said.
#[derive(Default)]
struct Seen {
    manager: Option<ZwlrForeignToplevelManagerV1>,
    /// All that was asked for has been said.
    listed: bool,
    windows: BTreeMap<u32, Window>,
}

impl Seen {
    fn full(&self) -> bool {
        self.windows.values().any(|window| window.full)
    }
}

/// Whether a window is in use and fills the screen: what is announced counts from the next `done` on.
#[derive(Default)]
struct Window {
    announced: bool,
    full: bool,
}

/// Whether a list of states, as numbers of the machine's own order, holds both that matter.
fn in_use_and_full(states: &[u8]) -> bool {
    let has = |state: State| states.as_chunks().0.contains(&u32::from(state).to_ne_bytes());
    // A full screen that is not in use may be a film on the second display.
    has(State::Activated) && has(State::Fullscreen)
}

impl Dispatch<WlRegistry, ()> for Seen {
    fn event(
        seen: &mut Self,
        registry: &WlRegistry,
        event: wl_registry::Event,
        (): &(),
        _: &Connection,
        queue: &QueueHandle<Self>,
    ) {
        // Taken up in the first listing alone: a compositor offers it from the start or not at all.
        if let wl_registry::Event::Global { name, interface, version } = event
            && interface == ZwlrForeignToplevelManagerV1::interface().name
            && version >= FIRST
            && !seen.listed
        {
            seen.manager = Some(registry.bind(name, version.min(NEWEST), queue, ()));
        }
    }
}

impl Dispatch<WlCallback, ()> for Seen {
    fn event(seen: &mut Self, _: &WlCallback, _: wl_callback::Event, (): &(), _: &Connection, _: &QueueHandle<Self>) {
        seen.listed = true;
    }
}

impl Dispatch<ZwlrForeignToplevelManagerV1, ()> for Seen {
    fn event(
        seen: &mut Self,
        _: &ZwlrForeignToplevelManagerV1,
        event: manager::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let manager::Event::Toplevel { toplevel } = event {
            seen.windows.insert(toplevel.id().protocol_id(), Window::default());
        } else if matches!(event, manager::Event::Finished) {
            seen.manager = None;
        }
    }

    event_created_child!(Seen, ZwlrForeignToplevelManagerV1, [
        manager::EVT_TOPLEVEL_OPCODE => (ZwlrForeignToplevelHandleV1, ()),
    ]);
}

impl Dispatch<ZwlrForeignToplevelHandleV1, ()> for Seen {
    fn event(
        seen: &mut Self,
        window: &ZwlrForeignToplevelHandleV1,
        event: handle::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let id = window.id().protocol_id();
        if matches!(event, handle::Event::Closed) {
            seen.windows.remove(&id);
            window.destroy();
            return;
        }
        let Some(known) = seen.windows.get_mut(&id) else { return };
        if let handle::Event::State { state } = event {
            known.announced = in_use_and_full(&state);
        } else if matches!(event, handle::Event::Done) {
            known.full = known.announced;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_use_and_full;

    fn states(states: &[u32]) -> Vec<u8> {
        states.iter().flat_map(|state| state.to_ne_bytes()).collect()
    }

    #[test]
    fn only_a_window_in_use_counts() {
        assert!(in_use_and_full(&states(&[0, 3, 2])));
        for other in [&[][..], &[2], &[3], &[0, 2], &[1, 3]] {
            assert!(!in_use_and_full(&states(other)), "{other:?}");
        }
    }

    #[test]
    fn a_list_that_breaks_off_is_read_as_far_as_it_goes() {
        let mut cut = states(&[2, 3]);
        cut.pop();
        assert!(!in_use_and_full(&cut));
    }
}
