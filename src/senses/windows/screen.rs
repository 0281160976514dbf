//! Full screen, presentations and what keeps the screen awake. Windows has no event for any of them. Owns what of its
//! answers is which; when it is asked is `senses::screen`'s.

use super::ask;
use crate::engine::event::{Fact, Sense};
use crate::parts::desktop::Says;
use crate::parts::{Cause, Report, fullscreen};
use crate::senses::Tell;
use crate::senses::screen::ScreenReporter;
use std::collections::BTreeSet;
use std::time::Duration;
use windows_sys::Win32::UI::Shell::{QUNS_BUSY, QUNS_PRESENTATION_MODE, QUNS_RUNNING_D3D_FULL_SCREEN};

/// The senses of the screen.
pub(super) struct Screen(ScreenReporter);

impl Screen {
    /// None if none of them is wanted.
    pub(super) fn new(tell: &Tell, wanted: &BTreeSet<Sense>) -> Option<Self> {
        ScreenReporter::new(tell, wanted, super::WINDOWS).map(Self)
    }

    /// How long until the next look.
    pub(super) fn wait(&self) -> Duration {
        self.0.wait()
    }

    /// Another window is in use.
    pub(super) fn other_window(&mut self) {
        self.0.other_window();
    }

    /// Looks, and tells what is new.
    pub(super) fn look(&mut self) {
        let wanted = self.0.begin();
        let asks = wanted.iter().any(|sense| *sense != Sense::Awake);
        let used = asks.then(|| ask::screen().map_err(Cause::from));
        for sense in wanted {
            match (sense, used.clone()) {
                (Sense::Awake, _) => self.0.take(Fact::Awake, ask::awake().map(awake).map_err(Cause::from)),
                (Sense::Presenting, Some(used)) => {
                    self.0.take(Fact::Presenting, used.map(|used| presenting(used == QUNS_PRESENTATION_MODE)));
                }
                (_, Some(used)) => {
                    let fills = used.map(|used| used == QUNS_BUSY || used == QUNS_RUNNING_D3D_FULL_SCREEN);
                    self.0.take(Fact::Fullscreen, fills.map(|on| (on, fullscreen::works(super::WINDOWS.into(), on))));
                }
                (_, None) => {}
            }
        }
    }
}

fn awake(on: bool) -> (bool, Report) {
    // Windows does not say which program it is.
    let programs = if on { vec![String::new()] } else { Vec::new() };
    (on, Report::works(Sense::Awake, super::WINDOWS, Says::Awake { programs, unread: None }))
}

fn presenting(on: bool) -> (bool, Report) {
    (on, Report::works(Sense::Presenting, super::WINDOWS, Says::Presentation(on)))
}
