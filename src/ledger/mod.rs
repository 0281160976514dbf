//! The ledger: one SQLite file with the record of every break. Owns the file, its rows, spans and journal, the engine's
//! memory beside them, and the figures over them. Never decides an outcome, never reads a clock, never sends anything.
//!
//! - One step of the app is one transaction ([`Ledger::commit`]), on disk before it returns.
//! - Rows, spans, check-ins and nudges are kept for ever. Of the journal, what came in is kept for 90 days and what was
//!   decided for ever: pruning happens in `commit`, with the first entry of a new day.
//! - One process writes a ledger at a time: whoever holds its [`Lock`]. Anybody may read beside it.
//! - A row that SQLite refuses holds back no other: it is set apart as a line of the journal.
//! - A file that is damaged is kept beside the new one, which has what could be read of it ([`aside`]); a file of a newer version is left alone ([`Ledger::open`]).
//!
#![doc = include_str!("ledger.md")]

pub mod aside;
mod commit;
mod correct;
mod day_state;
mod digest;
mod disk;
mod earlier;
mod erase;
mod error;
pub mod figures;
mod file;
mod imported;
mod joined;
mod lock;
mod machine;
mod met;
mod own_days;
mod pages;
mod peer_days;
mod peers;
mod place;
mod pool;
mod read;
mod row;
mod salvage;
mod schema;
mod value;
mod whereabouts;

pub use correct::may_correct;
pub use day_state::{BreakState, DayState};
pub use erase::{Erased, all_days};
pub use error::LedgerError;
pub use file::Opened;
pub use imported::{BreakTally, ImportGain, ImportId, ImportedDay, Program};
pub use joined::{DayAccount, Fact, Joined, Tells};
pub use lock::Lock;
pub use machine::{Machine, MachineId, Origins};
pub use met::MetMachine;
pub use peer_days::PeerDay;
pub use peers::JoinGain;
pub use place::Standing;
pub use pool::Whose;
pub use read::{CheckIn, DayDigest, Earlier, History, ShownNudge};

use crate::engine::effect::Record;
use crate::engine::instance::SpanKind;
use crate::engine::moment::Stamp;
use crate::engine::reason::Reason;
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::cell::Cell;

/// The open ledger: one connection.
#[derive(Debug)]
pub struct Ledger {
    connection: Connection,
    /// The day for which the journal was pruned last.
    pruned: Option<NaiveDate>,
    /// The file it was opened from; none for one in memory or only to read.
    place: Option<place::Place>,
    /// Rows that were left out since the last [`Ledger::history`] began, because they cannot be read.
    unread: Cell<usize>,
}

/// What one step of the app leaves behind. It is written as a whole or not at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Step<'a> {
    /// What is to be kept, in the order in which it was decided.
    pub records: &'a [Record],
    /// What came in and what was decided.
    pub journal: &'a [Entry],
    /// The engine's memory after the step, as text; none leaves the one before.
    pub memory: Option<&'a str>,
}

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Stamp,
    /// The day it belongs to.
    pub day: NaiveDate,
    /// Which of the two.
    pub kind: EntryKind,
    /// The input or the decision, in the words of a scenario.
    pub text: String,
    /// Why it was decided; none for an input.
    pub reason: Option<Reason>,
}

/// What an entry begins with that stands for lines that were not written; how many follows.
// Scenarios have no words for it.
const LEFT_OUT: &str = "left-out ";

impl Entry {
    /// The text in place of so many lines that were not written.
    #[must_use]
    pub fn left_out(lines: u32) -> String {
        format!("{LEFT_OUT}{lines}")
    }

    /// How many lines that were not written it stands for, if it does.
    #[must_use]
    pub fn lines_left_out(&self) -> Option<u32> {
        self.text.strip_prefix(LEFT_OUT)?.parse().ok()
    }
}

/// The two sorts of journal lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// Something came in.
    Input,
    /// Something was decided.
    Decision,
}

/// A stretch of time that was of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Of which kind.
    pub kind: SpanKind,
    /// First instant.
    pub from: Stamp,
    /// First instant after it.
    pub to: Stamp,
}

impl Span {
    /// Its length in seconds.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        u32::try_from((self.to - self.from).num_seconds()).unwrap_or(0)
    }
}
