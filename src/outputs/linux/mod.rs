//! The outputs of a Linux desktop: one connection to the session bus for tray and notifications. Owns the handle that the
//! shell holds, and the look for a desktop; what goes over the bus is in `bus`, `notify` and `tray`.

mod bus;
mod notify;
mod order;
mod service;
mod tray;

use super::{BusNews, BusReply, HowToAnswer, Picture, Tell};
use crate::engine::notice::Wording;
use crate::engine::view::TrayText;
use notify::Notifier;
use service::ServiceLine;
use std::io;
use std::path::PathBuf;
use std::time::Duration;
use tray::Tray;

/// What of a desktop is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desktop {
    /// Something that a window could open on.
    pub display: bool,
    /// The session bus, by which tray and notifications are asked for.
    pub bus: bool,
}

impl Desktop {
    /// What the environment says; nothing is asked.
    #[must_use]
    pub fn look() -> Self {
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let socket = match set("DBUS_SESSION_BUS_ADDRESS") {
            Some(address) => bus_file(&address.to_string_lossy()),
            // Without an address D-Bus libraries look here, where systemd's bus of the user listens.
            None => set("XDG_RUNTIME_DIR").map(|dir| PathBuf::from(dir).join("bus")),
        };
        Self {
            display: set("DISPLAY").is_some() || set("WAYLAND_DISPLAY").is_some(),
            // An address that names no file (an abstract socket, another machine) cannot be looked at: it is believed.
            bus: socket.map_or(set("DBUS_SESSION_BUS_ADDRESS").is_some(), |file| file.exists()),
        }
    }

    /// Whether tray and notifications can be shown.
    #[must_use]
    pub fn has_outputs(self) -> bool {
        self.bus
    }
}

/// The file of a bus's socket, where its address names one.
fn bus_file(address: &str) -> Option<PathBuf> {
    let path = address.strip_prefix("unix:path=")?;
    // The specification lets a guid follow behind a comma, and further addresses behind a semicolon.
    path.split([',', ';']).next().map(PathBuf::from)
}

/// Nothing is kept of who the app is: services ask its entry in the menu.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere a system keeps it")]
pub(crate) fn unregister() -> Result<(), (PathBuf, io::Error)> {
    Ok(())
}

/// The tray and the notifications. Dropping it takes the icon away and ends their threads.
#[derive(Debug)]
pub struct Outputs {
    tray: Option<Tray>,
    notifier: Notifier,
    service: ServiceLine,
}

impl Outputs {
    /// Starts them; they connect on threads of their own. `remembered` is the file that keeps the notification on screen
    /// for the process after this one, best below `$XDG_RUNTIME_DIR`. Once per process.
    ///
    /// Returns at once; whether there is a bus, a tray host or a daemon comes as
    /// [`Answer::Part`](super::Answer::Part) and [`Answer::Notifications`](super::Answer::Notifications).
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(tell: Tell, how: HowToAnswer, remembered: PathBuf) -> io::Result<Self> {
        let (tray, notifier, service) = bus::start(tell, how, remembered)?;
        Ok(Self { tray: Some(tray), notifier, service })
    }

    /// Puts this on screen in place of the one before, with this picture. Returns at once; if it cannot be shown,
    /// `Answer::Notifications { up: false }` says so. A file that is no picture shows none.
    pub fn show(&self, notice: Wording, picture: Option<Picture>) {
        self.notifier.show(notice, picture);
    }

    /// Takes what is on screen away; nothing is answered.
    pub fn withdraw(&self) {
        self.notifier.withdraw();
    }

    /// Draws the icon so; what is equal to the last view is not sent again. Returns at once.
    pub fn tray(&mut self, view: TrayText) {
        if let Some(tray) = &self.tray {
            tray.show(view);
        }
    }

    /// Its own thread does that, and nobody is asked to.
    pub fn put_tray(&mut self) {}

    /// Takes the icon away, until the next start.
    pub fn remove_tray(&mut self) {
        self.tray = None;
    }

    /// Whether the icon was not taken away.
    #[must_use]
    pub fn has_tray(&self) -> bool {
        self.tray.is_some()
    }

    /// Other programs can ask by the session bus from now on, as [`Answer::Asked`](super::Answer::Asked).
    pub fn serve(&self) {
        self.service.serve();
    }

    /// The answer to what was asked with this number.
    pub fn answer_bus(&self, number: u64, reply: BusReply) {
        self.service.answer(number, reply);
    }

    /// Tells other programs of something that happened.
    pub fn news(&self, news: BusNews) {
        self.service.news(news);
    }

    /// Tells them of the tray's state, by its token; one that is equal to the last is not told again.
    pub fn state(&self, state: &str) {
        self.service.state(state);
    }

    /// As [`Self::withdraw`], and waits until it has been sent, at most `patience`: for the end of the process, so that
    /// nothing stays on screen that nobody hears any more.
    pub fn finish(&self, patience: Duration) {
        self.notifier.finish(patience);
    }
}

#[cfg(test)]
mod tests {
    use super::bus_file;

    #[test]
    fn the_socket_of_a_bus_is_found_in_its_address() {
        assert_eq!(bus_file("unix:path=/run/user/7/bus,guid=1"), Some("/run/user/7/bus".into()));
        assert_eq!(bus_file("unix:abstract=/tmp/x"), None);
    }
}
