//! The outputs of a system for which none are written yet. Owns nothing that is seen: tray and notifications say that they
//! are not here, and the terminal stands in for them.

use super::{Answer, HowToAnswer, Picture, Tell};
use crate::engine::notice::Wording;
use crate::engine::view::TrayText;
use crate::parts::{Advice, PartId, Report, Says};
use std::io;
use std::path::PathBuf;
use std::time::Duration;

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
        false
    }
}

/// The tray and the notifications.
#[derive(Debug)]
pub struct Outputs;

impl Outputs {
    /// Says that there are none.
    ///
    /// # Errors
    /// None here; other systems may give no thread.
    #[expect(clippy::needless_pass_by_value, reason = "the face of every system's outputs")]
    pub fn start(tell: Tell, _how: HowToAnswer, _remembered: PathBuf) -> io::Result<Self> {
        for part in [PartId::Tray, PartId::Notifications] {
            tell(Answer::Part(Report::not_here(part, Says::NotOnThisSystem, Advice::Nothing)));
        }
        tell(Answer::Notifications { up: false });
        Ok(Self)
    }
}

impl Outputs {
    /// Puts nothing on screen.
    pub fn show(&self, _notice: Wording, _picture: Option<Picture>) {}

    /// There is nothing to take away.
    pub fn withdraw(&self) {}

    /// Draws nothing.
    pub fn tray(&self, _view: TrayText) {}

    /// There is none.
    pub fn remove_tray(&mut self) {}

    /// There is none.
    #[must_use]
    pub fn has_tray(&self) -> bool {
        false
    }

    /// There is nothing to wait for.
    pub fn finish(&self, _patience: Duration) {}
}
