//! One line of a scenario as a value. Owns the grammar's shape; `parse` reads it, `run` plays it.

use crate::engine::event::{Action, Device, Dismissal, Fact, GuideSays, Mark, News, Request, Sense};
use chrono::NaiveTime;
use std::time::Duration;

/// One line that says something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ScenarioLine {
    /// Its number, from 1.
    pub(super) number: usize,
    pub(super) when: When,
    pub(super) act: Act,
}

/// When a line happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// With the line before.
    Same,
    /// So long after the line before, by a clock that never jumps.
    After(Duration),
    /// At this wall time, so many days after the line before.
    At { days: u64, time: NaiveTime },
}

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    Settings(Vec<(String, String)>),
    Active,
    Idle(Duration),
    Lock(bool),
    Sleep {
        announced: bool,
    },
    Wake {
        announced: bool,
    },
    Desktop {
        fact: Fact,
        on: bool,
    },
    Call {
        device: Device,
        on: bool,
        program: Option<String>,
    },
    /// Every device is let go.
    HangUp,
    Meeting {
        /// 0 is today.
        days: u64,
        from: NaiveTime,
        to: NaiveTime,
        mark: Mark,
    },
    NoMeetings,
    Click(Action),
    Dismiss(Dismissal),
    Guide(GuideSays),
    Ask(Request),
    PauseUntil(NaiveTime),
    MeetUntil(NaiveTime),
    Kill,
    Run,
    Quit,
    Clock {
        ahead: bool,
        by: Duration,
    },
    Zone(crate::zones::Named),
    Notifications(bool),
    Sense {
        sense: Sense,
        up: bool,
    },
    SenseOff(Sense),
    /// Another machine said something, so long ago by its own clock; ahead of this one's if so said.
    Elsewhere {
        name: String,
        news: News,
        ahead: bool,
        ago: Duration,
    },
    Tick,
    Expect(Vec<String>),
    ExpectNothing,
}
