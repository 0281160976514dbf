//! The outputs of a system whose tray belongs to the main thread: Windows and macOS. Owns the handle that the shell holds; the
//! icon is `tray`'s, and the notifications are each system's.

#[cfg(target_os = "macos")]
mod macos;
mod standing;
mod tray;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "macos")]
use macos::Notifier;
#[cfg(target_os = "macos")]
pub(crate) use macos::unregister;
#[cfg(windows)]
use windows::Notifier;
#[cfg(windows)]
pub(crate) use windows::unregister;

use super::{BusNews, BusReply, HowToAnswer, Picture, Tell};
use crate::engine::notice::Wording;
use crate::engine::view::TrayText;
use std::io;
use std::path::PathBuf;
use std::time::Duration;
use tray::Tray;

/// What shows tray icons there, by the name that the system gives it.
const TRAY: &str = if cfg!(windows) { "Explorer" } else { "NSStatusBar" };

/// What of a desktop is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Desktop {
    /// Something that a window could open on.
    pub display: bool,
    /// A session bus; no other system has or needs one.
    pub bus: bool,
}

impl Desktop {
    /// There always is a display.
    #[must_use]
    pub fn look() -> Self {
        Self { display: true, bus: true }
    }

    /// Whether tray and notifications can be shown.
    #[must_use]
    pub fn has_outputs(self) -> bool {
        true
    }
}

/// The tray and the notifications. Dropping it takes the icon away.
#[derive(Debug)]
pub struct Outputs {
    tray: Option<Tray>,
    notifier: Notifier,
}

impl Outputs {
    /// Starts them, on the main thread. Beside `remembered` there is a folder of the app's own.
    ///
    /// Returns at once; how they do comes as [`Answer::Part`](super::Answer::Part) and
    /// [`Answer::Notifications`](super::Answer::Notifications).
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(tell: Tell, _how: HowToAnswer, mut remembered: PathBuf) -> io::Result<Self> {
        remembered.pop();
        let notifier = Notifier::start(tell.clone(), remembered)?;
        Ok(Self { tray: Some(Tray::new(tell)), notifier })
    }

    /// Puts this on screen in place of the one before, with this picture. Returns at once; if it cannot be shown,
    /// `Answer::Notifications { up: false }` says so.
    pub fn show(&self, notice: Wording, picture: Option<Picture>) {
        self.notifier.show(notice, picture);
    }

    /// Takes what is on screen away; nothing is answered.
    pub fn withdraw(&self) {
        self.notifier.withdraw();
    }

    /// Draws the icon so; what is equal to the last view is not sent again. Notifications that failed are tried again.
    pub fn tray(&mut self, view: TrayText) {
        self.notifier.look();
        if let Some(tray) = &mut self.tray {
            tray.show(view);
        }
    }

    /// Puts the icon up, if it is not.
    pub fn put_tray(&mut self) {
        if let Some(tray) = &mut self.tray {
            tray.put();
        }
    }

    /// Takes the icon away, until the next start.
    pub fn remove_tray(&mut self) {
        self.tray = None;
    }

    /// Whether the icon was not taken away.
    #[must_use]
    pub fn has_tray(&self) -> bool {
        self.tray.is_some()
    }

    /// Other programs ask by no bus here.
    pub fn serve(&self) {}

    /// Nobody has asked.
    pub fn answer_bus(&self, _number: u64, _reply: BusReply) {}

    /// Nobody listens.
    pub fn news(&self, _news: BusNews) {}

    /// Nobody looks.
    pub fn state(&self, _state: &str) {}

    /// As [`Self::withdraw`], and waits until it is done, at most `patience`: for the end of the process.
    pub fn finish(&self, patience: Duration) {
        self.notifier.finish(patience);
    }
}
