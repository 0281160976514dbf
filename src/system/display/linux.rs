//! Displays of a Linux desktop: Wayland or X.
//!
//! winit takes the first display that is named and gives up when that one is not there, and a display that is frozen would
//! keep it for ever. So each is greeted first, on a thread of its own and for a bounded time.

use super::{Area, NoDisplay};
use std::error::Error;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use winit::dpi::{PhysicalPosition, PhysicalSize};
use winit::event_loop::EventLoopBuilder;
use winit::platform::wayland::EventLoopBuilderExtWayland;
use winit::platform::x11::EventLoopBuilderExtX11;
use winit::window::{Window, WindowId};
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::properties::{WmSizeHints, WmSizeHintsSpecification};
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{AtomEnum, ChangeWindowAttributesAux, ClientMessageEvent, ConnectionExt, EventMask};
use x11rb::rust_connection::RustConnection;

/// How long a display may take to answer.
// One that works needs a few milliseconds.
const ANSWER: Duration = Duration::from_secs(2);

/// A kind of display that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Display {
    /// A Wayland compositor.
    Wayland,
    /// An X server.
    X11,
}

impl Display {
    /// The display to open on: Wayland where it answers, else X.
    ///
    /// # Errors
    /// That none is named, or that none answers.
    pub(crate) fn find() -> Result<Self, NoDisplay> {
        if set("WAYLAND_SOCKET") {
            // An open connection that can be used only once: it cannot be tried.
            return Ok(Self::Wayland);
        }
        let (wayland, x11) = (set("WAYLAND_DISPLAY"), set("DISPLAY"));
        if wayland && answers(wayland_answers) {
            return Ok(Self::Wayland);
        }
        if x11 && answers(x11_answers) {
            return Ok(Self::X11);
        }
        Err(if wayland || x11 { NoDisplay::Silent } else { NoDisplay::NotNamed })
    }

    /// Has the windows open on this one.
    pub(crate) fn choose<T>(self, builder: &mut EventLoopBuilder<T>) {
        match self {
            Self::Wayland => builder.with_wayland(),
            Self::X11 => builder.with_x11(),
        };
    }

    /// Whether a window has a place that is ours to say. On Wayland the compositor alone decides.
    pub(crate) fn places(self) -> bool {
        self == Self::X11
    }

    /// Brings a window to the front, because the person wants to see it. False where that cannot be: a Wayland compositor
    /// lets nobody come forward who was not clicked on, and gives no leave that winit would take.
    pub(crate) fn activate(self, window: WindowId) -> bool {
        self == Self::X11 && ask_for(window).is_ok()
    }

    /// Says of a window when it is taken off the screen and put on it again: minimised, or on another desktop, where
    /// nobody asks for its frames to stop. Ends with the window. A compositor stops asking for frames itself.
    ///
    /// # Errors
    /// When the X server does not let us know.
    pub(crate) fn watch(self, window: &Window, tell: impl Fn(bool) + Send + 'static) -> Result<(), Box<dyn Error>> {
        if self == Self::Wayland {
            return Ok(());
        }
        let (line, _) = x11rb::connect(None)?;
        let ask = ChangeWindowAttributesAux::new().event_mask(EventMask::STRUCTURE_NOTIFY);
        line.change_window_attributes(id(window.id())?, &ask)?.check()?;
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
}

fn id(window: WindowId) -> Result<u32, Box<dyn Error>> {
    Ok(u32::try_from(u64::from(window))?)
}

/// Asks the window manager, as one that does what the person has just chosen elsewhere (source 2 of EWMH): what a program
/// asks for by itself (source 1, which is winit's) KWin answers with a mark in its task bar.
fn ask_for(window: WindowId) -> Result<(), Box<dyn Error>> {
    let (line, number) = x11rb::connect(None)?;
    let active = line.intern_atom(false, b"_NET_ACTIVE_WINDOW")?.reply()?.atom;
    let wish = ClientMessageEvent::new(32, id(window)?, active, [2, CURRENT_TIME, 0, 0, 0]);
    let heard = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
    line.send_event(false, line.setup().roots[number].root, heard, wish)?.check()?;
    Ok(())
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

/// The window manager, by a line to the X server.
pub(crate) struct WindowManager {
    line: RustConnection,
    number: usize,
}

impl WindowManager {
    /// None where no X server answers.
    pub(crate) fn reach() -> Option<Self> {
        x11rb::connect(None).ok().map(|(line, number)| Self { line, number })
    }

    /// What the window manager says that panels leave free, over all monitors (EWMH), on the desktop in use.
    pub(crate) fn free(&self) -> Option<Area> {
        self.work_area().ok().flatten()
    }

    fn work_area(&self) -> Result<Option<Area>, Box<dyn Error>> {
        let line = &self.line;
        let root = line.setup().roots[self.number].root;
        let values = |name: &[u8], length: u32| -> Result<Vec<u32>, Box<dyn Error>> {
            let name = line.intern_atom(true, name)?.reply()?.atom;
            let reply = line.get_property(false, root, name, AtomEnum::CARDINAL, 0, length)?.reply()?;
            Ok(reply.value32().map(Iterator::collect).unwrap_or_default())
        };
        let desktop = values(b"_NET_CURRENT_DESKTOP", 1)?.first().copied().unwrap_or(0);
        let areas = values(b"_NET_WORKAREA", 4 * 64)?;
        // Some window managers tell one area for all desktops.
        let area = areas.as_chunks().0.get(usize::try_from(desktop)?).or(areas.as_chunks().0.first());
        Ok(area.map(|&[x, y, width, height]| Area {
            x: signed(x),
            y: signed(y),
            width: signed(width),
            height: signed(height),
        }))
    }

    /// Says place and size in the hints as well, where winit leaves those that the window was made with: i3 reads them
    /// there.
    pub(crate) fn hint(&self, window: &Window, at: PhysicalPosition<i32>, size: PhysicalSize<u32>) {
        // Most window managers look at the window itself.
        let _ = self.say_hints(window, at, size);
    }

    fn say_hints(
        &self,
        window: &Window,
        at: PhysicalPosition<i32>,
        size: PhysicalSize<u32>,
    ) -> Result<(), Box<dyn Error>> {
        let (line, window) = (&self.line, id(window.id())?);
        let mut hints = WmSizeHints::get_normal_hints(line, window)?.reply()?.unwrap_or_default();
        hints.position = Some((WmSizeHintsSpecification::UserSpecified, at.x, at.y));
        hints.size = Some((WmSizeHintsSpecification::UserSpecified, signed(size.width), signed(size.height)));
        hints.set_normal_hints(line, window)?.check()?;
        Ok(())
    }
}

fn signed(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
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
