//! The outputs of a system whose tray belongs to the main thread: Windows and macOS. Owns the handle that the shell holds; the
//! icon is `tray`'s.

mod tray;

use super::{Answer, HowToAnswer, Picture, Tell};
use crate::engine::notice::Wording;
use crate::engine::view::TrayText;
use crate::parts::{Advice, PartId, Report, Says};
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
}

impl Outputs {
    /// Starts them, on the main thread.
    ///
    /// Returns at once; how they do comes as [`Answer::Part`] and [`Answer::Notifications`].
    ///
    /// # Errors
    /// If the system gives no thread.
    #[expect(clippy::needless_pass_by_value, reason = "the face of every system's outputs")]
    pub fn start(tell: Tell, _how: HowToAnswer, _remembered: PathBuf) -> io::Result<Self> {
        let tray = Tray::new(tell.clone());
        tell(Answer::Part(Report::not_here(PartId::Notifications, Says::NotOnThisSystem, Advice::Nothing)));
        tell(Answer::Notifications { up: false });
        Ok(Self { tray: Some(tray) })
    }

    /// Puts nothing on screen.
    pub fn show(&self, _notice: Wording, _picture: Option<Picture>) {}

    /// There is nothing to take away.
    pub fn withdraw(&self) {}

    /// Draws the icon so; what is equal to the last view is not sent again.
    pub fn tray(&mut self, view: TrayText) {
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

    /// There is nothing to wait for.
    pub fn finish(&self, _patience: Duration) {}
}
