//! Which display a window opens on. Owns asking those that the environment names whether they answer, and
//! whether a window is on the screen; draws nothing.
//!
//! winit takes the first display that is named and gives up when that one is not there, and a display that is frozen would
//! keep it for ever. So each is greeted first, on a thread of its own and for a bounded time.

use crate::text::windows as text;
use std::error::Error;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt, EventMask};

/// How long a display may take to answer. One that works needs a few milliseconds.
const ANSWER: Duration = Duration::from_secs(2);

/// A kind of display that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    /// A Wayland compositor.
    Wayland,
    /// An X server.
    X11,
}

/// The display to open on: Wayland where it answers, else X.
///
/// # Errors
/// That none is named, or that none answers.
pub(super) fn find() -> Result<Display, String> {
    if set("WAYLAND_SOCKET") {
        return Ok(Display::Wayland); // an open connection that can be used only once: it cannot be tried
    }
    let (wayland, x11) = (set("WAYLAND_DISPLAY"), set("DISPLAY"));
    if wayland && answers(wayland_answers) {
        return Ok(Display::Wayland);
    }
    if x11 && answers(x11_answers) {
        return Ok(Display::X11);
    }
    Err(if wayland || x11 { text::no_answer() } else { text::no_display() })
}

fn set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

fn wayland_answers() -> bool {
    wayland_client::Connection::connect_to_env().is_ok_and(|line| line.roundtrip().is_ok())
}

fn x11_answers() -> bool {
    x11rb::connect(None).is_ok()
}

/// Whether it says yes in time. A greeting that never ends is left behind: the process is a short one.
fn answers(greet: fn() -> bool) -> bool {
    let (tell, heard) = mpsc::channel();
    let greeting = move || tell.send(greet()).unwrap_or_default();
    let started = thread::Builder::new().name("display".into()).spawn(greeting).is_ok();
    started && heard.recv_timeout(ANSWER).unwrap_or(false)
}

/// Says of an X window when it is taken off the screen and put on it again: minimised, or on another desktop, where
/// nobody asks for its frames to stop. Ends with the window.
///
/// # Errors
/// When the X server does not let us know.
pub(super) fn watch(window: u32, tell: impl Fn(bool) + Send + 'static) -> Result<(), Box<dyn Error>> {
    let (line, _) = x11rb::connect(None)?;
    let ask = ChangeWindowAttributesAux::new().event_mask(EventMask::STRUCTURE_NOTIFY);
    line.change_window_attributes(window, &ask)?.check()?;
    let listen = move || {
        while let Ok(event) = line.wait_for_event() {
            if matches!(event, Event::MapNotify(_) | Event::UnmapNotify(_)) {
                tell(matches!(event, Event::MapNotify(_)));
            } else if matches!(event, Event::DestroyNotify(_)) {
                return;
            }
        }
    };
    thread::Builder::new().name("seen".into()).spawn(listen)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_answers_is_heard_and_who_never_does_is_given_up() {
        assert!(answers(|| true));
        assert!(!answers(|| false));
        assert!(!answers(|| {
            thread::park();
            true
        }));
    }
}
