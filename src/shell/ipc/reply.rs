//! What the running app says to a command beside how things are, as values: each side may speak a language of its own.
//! Owns the list and which sentence is whose; never decides.

use crate::engine::refusal::Refusal;
use crate::ledger::LedgerError;
use crate::parts::Says;
use crate::parts::own::WindowEnd;
use crate::text::{cli, doctor, files, guide, ledger, parts, refusals, surroundings, windows};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Why it is not done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Refused {
    /// By the rules of breaks.
    Rules(Refusal),
    /// The loop does not answer in time, or there are too many clients.
    Busy,
    /// The app ends.
    Ending,
    /// The request is longer than any.
    TooLong {
        /// The most bytes that it may have.
        most: usize,
    },
    /// The other side is of another version.
    OtherVersion {
        /// Its version.
        theirs: u32,
        /// The version of whoever says so.
        ours: u32,
    },
    /// It is no request.
    NotUnderstood,
    /// Windows need a display.
    NoDisplay,
    /// No window opened for the guide; how the one that should have ended, if there was one.
    NotOpened(Option<WindowEnd>),
    /// No window opened; how it ended.
    NoWindow(WindowEnd),
    /// The break was over before its window was there.
    Over,
    /// The app reads this settings file, which does not say what was asked for.
    OtherSettings(PathBuf),
    /// The settings do not count; what their part says.
    Settings(Says),
    /// Notifications are switched off, or a terminal stands in for them.
    NoNotices,
    /// A notification waits for an answer, whose place no other takes.
    NoticeWaits,
    /// The row of the ledger is not one to correct.
    Row(LedgerError),
}

impl Refused {
    /// Why, and what to do: one sentence or two.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::Rules(refusal) => refusals::refusal(refusal),
            Self::Busy => cli::busy(),
            Self::Ending => cli::ending(),
            Self::TooLong { most } => cli::too_long(*most),
            Self::OtherVersion { theirs, ours } => cli::other_version(*theirs, *ours),
            Self::NotUnderstood => cli::not_understood(),
            Self::NoDisplay => guide::no_display(),
            Self::NotOpened(end) => guide::not_opened(&end.as_ref().map(doctor::ended).unwrap_or_default()),
            Self::NoWindow(end) => windows::not_opened(&doctor::ended(end)),
            Self::Over => guide::too_late(),
            Self::OtherSettings(file) => files::other_settings(file),
            Self::Settings(says) => parts::says(says),
            Self::NoNotices => surroundings::no_notices(),
            Self::NoticeWaits => surroundings::notice_waits(),
            Self::Row(why) => ledger::error(why),
        }
    }
}

/// What was done, where there is something to tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Remark {
    /// The guide's window is on screen.
    Opened,
    /// It was already.
    InFront,
    /// The app ends and could not keep everything; why.
    Lost(LedgerError),
}

impl Remark {
    /// The sentence for it.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::Opened => guide::opened(),
            Self::InFront => guide::in_front(),
            Self::Lost(why) => ledger::lost_at_the_end(why),
        }
    }
}
