//! The thread that waits on a display. Owns trying again when the display was lost, with growing pauses and an end;
//! never speaks a display's language itself.

use super::end::DisplayEnd;
use super::{wayland, x11};
use crate::parts::senses;
use crate::senses::input::InputReporter;
use crate::senses::linux::bus::PAUSES;
use crate::senses::linux::control::{Bell, Orders};
use crate::senses::{Signal, Tell};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

/// Where the display is.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// The socket of a compositor.
    Wayland(PathBuf),
    /// The name of an X display.
    X11(String),
}

impl Place {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Wayland(_) => "Wayland",
            Self::X11(_) => "X11",
        }
    }
}

/// Starts the thread; the bell ends it.
pub(super) fn start(place: Place, tell: &Tell, orders: &Arc<Orders>) -> io::Result<Arc<Bell>> {
    let stop = Arc::new(Bell::new()?);
    let (heard, tell, orders) = (Arc::clone(&stop), Arc::clone(tell), Arc::clone(orders));
    thread::Builder::new().name("senses-idle".into()).spawn(move || live(&place, &tell, &orders, &heard))?;
    Ok(stop)
}

fn live(place: &Place, tell: &Tell, orders: &Orders, stop: &Bell) {
    let mut pauses = PAUSES.iter();
    loop {
        let line = InputReporter::new(tell, orders.threshold());
        let end = match place {
            Place::Wayland(socket) => wayland::wait(socket, line, orders, stop),
            Place::X11(name) => x11::wait(name, line, orders, stop),
        };
        let DisplayEnd::Lost(why) = end else { return };
        let pause = pauses.next();
        let report = senses::display_lost(place.name(), why, pause.copied());
        tell(Signal::Part(report));
        if pause.is_none_or(|pause| stop.wait(*pause)) {
            return;
        }
    }
}
