//! A desktop that shows no icon: nothing there tells that the app runs, so a notification does, once for good. Owns when it
//! is told and that it was; what the app is reached by then is `launcher`'s.

use super::Resident;
use crate::engine::view::{MenuAction, MenuLabel};
use crate::parts::{PartId, PartState, Report};
use crate::system::launcher::{self, Standing};
use crate::text::{launcher as text, menu, parts};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long a desktop may take to show the icon.
// A panel that starts with the session is up by then.
const WAITS: Duration = Duration::from_secs(30);
/// The part that tells of the icon.
const PART: PartId = PartId::Tray;

/// What is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NoIcon {
    told: bool,
    /// When it is to be told, on the elapsed clock.
    #[serde(skip)]
    at: Option<Duration>,
    /// That time has come.
    #[serde(skip)]
    owed: bool,
}

impl NoIcon {
    /// The part reports.
    fn report(&mut self, report: &Report, now: Duration, scaled: impl Fn(Duration) -> Duration) {
        if self.told || report.part != PART {
            return;
        }
        if report.state == PartState::NotHere {
            self.at = self.at.or_else(|| (!self.owed).then(|| now.saturating_add(scaled(WAITS))));
        } else {
            (self.at, self.owed) = (None, false);
        }
    }

    /// When to look again, if at all.
    pub(super) fn due(&self) -> Option<Duration> {
        self.at
    }

    /// Whether it is to be told now, if that can be.
    fn is_owed(&mut self, now: Duration) -> bool {
        self.owed |= self.at.take_if(|at| *at <= now).is_some();
        self.owed
    }

    fn told(&mut self) {
        *self = Self { told: true, at: None, owed: false };
    }
}

impl Resident {
    /// A report of an output.
    pub(super) fn hear_of_icon(&mut self, report: &Report) {
        let now = self.now().elapsed;
        self.no_icon.report(report, now, |real| self.timeline.scaled(real));
    }

    /// Tells it, once notifications can be shown, nothing on screen waits for an answer, and no window of ours is open:
    /// there it would lie on the welcome, which says the same.
    pub(super) fn tell_no_icon(&mut self) {
        let now = self.now();
        let free = self.screen.is_free() && self.windows.none_is_open();
        let possible = self.reports.attention.is_deliverable() && free && self.screen.has_display();
        if !self.no_icon.is_owed(now.elapsed) || !possible {
            return;
        }
        self.no_icon.told();
        let advice = self.reports.last(PART).map(|report| parts::advice(&report.advice)).unwrap_or_default();
        let in_menu = launcher::put_unasked(self.paths.home.as_deref(), &text::wording()) != Standing::Absent;
        let text = text::no_icon(in_menu, &advice);
        self.screen.offer(&text, (Some(MenuAction::Open), menu::label(&MenuLabel::Open)), now.local);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::outputs::{Advice, Says};

    fn secs(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn here(there: bool) -> Report {
        if there {
            Report::works(PART, "panel", Says::IconShown)
        } else {
            Report::not_here(PART, Says::NoHost, Advice::NoHost)
        }
    }

    #[test]
    fn it_is_owed_when_no_icon_has_come_in_time_and_told_once_for_good() {
        let mut known = NoIcon::default();
        known.report(&here(false), secs(10), |real| real);
        known.report(&here(false), secs(20), |real| real);
        assert_eq!((known.due(), known.is_owed(secs(39))), (Some(secs(40)), false));
        assert!(known.is_owed(secs(40)));
        assert_eq!(known.due(), None, "nothing wakes up again for what cannot be told yet");
        known.report(&here(false), secs(50), |real| real);
        assert!(known.due().is_none() && known.is_owed(secs(50)));
        known.told();
        let text = serde_json::to_string(&known).expect("written");
        let mut next: NoIcon = serde_json::from_str(&text).expect("read");
        next.report(&here(false), secs(0), |real| real);
        assert_eq!((next.due(), next.is_owed(secs(100))), (None, false));
    }

    #[test]
    fn a_panel_that_comes_in_time_leaves_nothing_to_tell() {
        let mut known = NoIcon::default();
        known.report(&here(false), secs(10), |real| real);
        known.report(&here(true), secs(20), |real| real);
        assert_eq!((known.due(), known.is_owed(secs(100))), (None, false));
        known.report(&Report::not_here(PartId::Notifications, Says::NoService, Advice::NoService), secs(30), |real| {
            real
        });
        assert_eq!(known.due(), None);
    }
}
