//! All that can come in. A closed list: a new signal makes the compiler name every place to think.
//! Owns the form of the inputs; never what follows from them.

use super::content::Content;
pub use super::desktop::{Device, Fact, Sense};
use super::moment::Stamp;
pub use super::news::{Elsewhere, News};
use super::rules::Rules;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;

/// Everything the engine can be told.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The clock alone: the wake that was asked for, or a needless one.
    Tick,
    /// Input began again.
    Active,
    /// No input since this point of the elapsed clock (never later than now).
    Idle {
        /// The last input.
        since: Duration,
    },
    /// The session was locked, or unlocked.
    Locked(bool),
    /// The machine goes to sleep, or woke; announced by the system. (Unannounced sleep shows in `Moment::asleep`.)
    Sleeping(bool),
    /// The desktop says something of itself.
    Desktop {
        /// What.
        fact: Fact,
        /// True from now on, or no longer.
        on: bool,
    },
    /// A call's device came into use, or was let go.
    Call {
        /// Which device.
        device: Device,
        /// In use now.
        on: bool,
        /// The program's name, never a title.
        program: Option<String>,
    },
    /// The calendar as known from now on: all meetings of the days around now.
    Meetings(Vec<Meeting>),
    /// An action of the notification on screen was chosen.
    Click(Action),
    /// The notification on screen went away without a choice.
    Dismissed(Dismissal),
    /// The guide window says something.
    Guide(GuideSays),
    /// The person asks, by tray or command line.
    Ask(Request),
    /// Notifications can be shown, or cannot.
    Notifications {
        /// A daemon is there and answers.
        up: bool,
    },
    /// A sense was lost, or came back.
    Sense {
        /// Which.
        sense: Sense,
        /// It works.
        up: bool,
    },
    /// The person switched a sense off: it is lost, and nothing has failed.
    SenseOff(Sense),
    /// The settings changed.
    Rules(Box<Rules>),
    /// The library changed.
    Library(Arc<Content>),
    /// The person corrected the record: today's figures as they are now.
    Today {
        /// Taken and natural.
        done: u32,
        /// All that count.
        of: u32,
    },
    /// The person deleted these days of the record, the first and the last; today's figures as they are now.
    Deleted {
        /// The first.
        from: NaiveDate,
        /// The last.
        to: NaiveDate,
        /// Taken and natural.
        done: u32,
        /// All that count.
        of: u32,
    },
    /// The zone's IANA name, where one is known.
    Zone(Option<String>),
    /// Another machine of the same person says something of itself.
    Elsewhere(Box<Elsewhere>),
    /// An orderly end.
    Quit,
}

/// A calendar event that may be a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// First instant, with offset.
    pub start: Stamp,
    /// First instant after it.
    pub end: Stamp,
    /// How the calendar marks it.
    pub mark: Mark,
    /// For the menu only, and only if the person allows it; never recorded.
    #[serde(default, skip_serializing)]
    pub title: Option<String>,
}

impl Meeting {
    /// Whether it makes the app quiet: not free, cancelled, declined, all-day or without length.
    #[must_use]
    pub fn counts(&self) -> bool {
        match self.mark {
            Mark::Busy | Mark::Tentative => self.start < self.end,
            Mark::Declined | Mark::Free | Mark::AllDay | Mark::Cancelled => false,
        }
    }
}

/// How a calendar marks an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are the calendar's own")]
pub enum Mark {
    Busy,
    Tentative,
    Declined,
    Free,
    AllDay,
    Cancelled,
}

/// An action of a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are the labels'")]
pub enum Action {
    Start,
    Snooze,
    Skip,
    Done,
    Shifted,
    Fine,
    Loose,
    Tight,
    Sore,
    Now,
    Later,
    More,
    Swap,
    Hurt,
    Undo,
}

/// How a notification went away without a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Dismissal {
    Closed,
    Expired,
}

/// What the guide window can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are the labels'")]
pub enum GuideSays {
    Done,
    Swap,
    Hurt,
    Undo,
    Close,
    /// No window could open.
    Failed,
}

/// What a person can ask for, by tray or command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Start a break now, due or not.
    Start,
    /// Start a break now with the exercise with this id, whether it fits or not, and its guide in a window.
    Try(String),
    /// The guide of the running break in a window, wherever the rules want it; a break that starts now if none runs.
    Guide,
    /// The running break is over.
    Done,
    /// Skip what is due.
    Skip,
    /// Snooze what is due.
    Snooze,
    /// Be quiet for a while.
    Pause(Pause),
    /// End a pause.
    Resume,
    /// A meeting away from any device.
    Meet(Meet),
    /// How neck, shoulders and back feel, asked or not.
    CheckIn(Feeling),
    /// Never offer the exercise with this id, until it is shown again.
    Hide(String),
    /// The exercise with this id may be offered again.
    Unhide(String),
}

/// How neck, shoulders and back feel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are the labels'")]
pub enum Feeling {
    Loose,
    Tight,
    Sore,
}

impl From<Feeling> for Action {
    fn from(feeling: Feeling) -> Self {
        match feeling {
            Feeling::Loose => Action::Loose,
            Feeling::Tight => Action::Tight,
            Feeling::Sore => Action::Sore,
        }
    }
}

/// What the person says of a meeting of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meet {
    /// It lasts this long from now, 12 h at most.
    For(Duration),
    /// It lasts until the wall clock shows this local time.
    Until(NaiveDateTime),
    /// It is over.
    Done,
}

/// How long a pause is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pause {
    /// For this long.
    For(Duration),
    /// Until the wall clock shows this local time.
    Until(NaiveDateTime),
    /// Until neither call nor meeting is on, at most 4 h.
    Call,
    /// Until tomorrow's day boundary.
    Day,
}
