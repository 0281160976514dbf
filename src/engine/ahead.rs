//! The next meeting, as a value. Owns which one that is; when its breath is offered is `breath`'s.

use super::Engine;
use super::moment::Stamp;
use super::tray_line::Until;
use serde::{Deserialize, Serialize};

/// The next meeting that makes it quiet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextMeeting {
    /// When it begins.
    pub begins: Until,
    /// What it is called, if the person lets the calendar say.
    pub title: Option<String>,
    /// When a breath before it is offered, if one is.
    pub breath: Option<Stamp>,
}

impl Engine {
    /// The next meeting of the calendar, if meetings count.
    #[must_use]
    pub fn next_meeting(&self) -> Option<NextMeeting> {
        let now = self.now.local;
        let ahead = self.state.holds.counting().filter(|meeting| meeting.start > now);
        let next = ahead.min_by_key(|meeting| meeting.start).filter(|_| self.rules.weigh.meeting)?;
        let breath = self.next_breath().filter(|(at, start)| *start == next.start && *at > now);
        Some(NextMeeting {
            begins: Until::told(next.start.naive_local(), now.naive_local()),
            title: next.title.clone(),
            breath: breath.map(|(at, _)| at),
        })
    }
}
