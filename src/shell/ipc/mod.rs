//! The talk between the command line and the running app: one line of JSON a message, over a local socket of the
//! user's alone. Owns the form of the messages; `client` asks, `server` answers, `single` lets only one app run; `window` and `door` are the talk with
//! the windows.

pub(crate) mod client;
mod condition;
pub(crate) mod door;
pub(crate) mod pending;
mod reply;
pub(crate) mod server;
pub(crate) mod single;
pub(crate) mod window;

use crate::engine::event::Request;
use crate::engine::instance::Outcome;
use crate::engine::moment::Stamp;
use crate::ledger::{ImportId, ImportedDay, LedgerError, MachineId};
use crate::parts::Report;
use crate::windows::main::MainPage;
use chrono::{NaiveDate, NaiveTime};
pub(crate) use condition::{Attention, Condition, FullCondition};
pub(crate) use reply::{Refused, Remark};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

/// The version of the talk.
// An update changes the program under a running app. It grows when the older of the two would misunderstand.
pub(crate) const VERSION: u32 = 3;
/// The longest request, in bytes.
// Requests are some hundred bytes; whoever sends more is no client of ours.
const LONGEST: usize = 8 * 1024;
/// A client must have asked, and have taken its answer, within this.
// It holds one of the few places for clients meanwhile.
const PATIENCE: Duration = Duration::from_millis(500);
/// The loop must have answered within this.
// Somebody waits at a prompt. What the loop has not begun with by then is given up, and said to be not done.
const LOOP_PATIENCE: Duration = Duration::from_secs(2);
/// The guide's window is on screen within this, or it is said that none opens.
// The app gives it 3 s.
const OPENING_PATIENCE: Duration = Duration::from_secs(4);

/// The same where days are deleted.
// All that is left is written anew: ten years on a slow disk take some seconds.
const DELETING_PATIENCE: Duration = Duration::from_secs(30);

/// What can be asked of the running app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Call {
    /// How things are.
    Status,
    /// How things are, now and at every change.
    Watch,
    /// Something for the engine.
    Ask(Request),
    /// A pause until the app's wall clock next shows this.
    PauseUntil(NaiveTime),
    /// A meeting until the app's wall clock next shows this.
    MeetUntil(NaiveTime),
    /// The person's own word on how an instance ended.
    Correct {
        /// Which.
        id: u64,
        /// How it ended.
        outcome: Outcome,
    },
    /// These days of the record are to be deleted, both included.
    Delete(RangeInclusive<NaiveDate>),
    /// These days of another program are to be kept, as part of this import.
    Import(ImportId, Vec<ImportedDay>),
    /// This import is to be taken back.
    TakeBack(ImportId),
    /// What a machine wrote for others is to be kept: a file of it.
    Join(PathBuf),
    /// All that is kept of another machine is to be taken out.
    ForgetMachine(MachineId),
    /// The days of another machine are to count from now on, or not.
    CountMachine(MachineId, bool),
    /// How each part is doing, for a person.
    Doctor,
    /// How each part is doing, for a program: what a person is to be told once is not told by it.
    Parts,
    /// How each part is doing, now, and each change of a part or of what makes it quiet.
    WatchParts,
    /// All that the main window shows of how things are, now and at every change.
    WatchAll,
    /// The settings have changed and are to count from now on: the text with this fingerprint.
    TakeUp(u64),
    /// The guide of the break that runs, in a window; a break that starts now if none runs.
    Guide,
    /// A notification is to be shown, as a break's is.
    ShowNotice,
    /// Show yourself: the guide while a break runs, otherwise the main window.
    Show,
    /// The main window, on this page, and on a subject of it.
    Open(MainPage, Option<String>),
    /// The first questions again, in their window.
    Welcome,
    /// End.
    Quit,
}

impl Call {
    /// How long the loop may take for it.
    fn patience(&self) -> Duration {
        if matches!(self, Self::Delete(_)) {
            DELETING_PATIENCE
        } else if matches!(self, Self::Guide | Self::Show) {
            OPENING_PATIENCE
        } else {
            LOOP_PATIENCE
        }
    }

    /// Whether it does something, so that it matters whether it was done.
    fn changes(&self) -> bool {
        !matches!(self, Self::Status | Self::Watch | Self::Doctor | Self::Parts | Self::WatchParts | Self::WatchAll)
    }
}

/// What the running app says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Reply {
    /// How things are, after what was asked.
    Status(Box<Condition>),
    /// No, and why.
    Refused(Refused),
    /// It belongs into the record, which cannot be written, and why.
    NotRecorded(LedgerError),
    /// All that the main window shows of how things are.
    All(Box<FullCondition>),
    /// How each part is doing.
    Parts(Vec<PartStatus>),
    /// What changed.
    Changed(Box<Changed>),
    /// It was done, and this is to be told.
    Told(Remark),
    /// It was done and there is nothing to tell.
    Done,
}

/// How a part is doing, since when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PartStatus {
    /// How.
    pub report: Report,
    /// Since when, where the app was there to see it.
    pub since: Option<Stamp>,
}

/// What changed of the parts at one time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Changed {
    /// When.
    pub at: Stamp,
    /// The parts that changed, as they are now.
    pub parts: Vec<PartStatus>,
    /// The holds that are on from now on, by their words, if they changed.
    pub quiet: Option<Vec<String>>,
}

/// A message with the version of the talk.
#[derive(Debug, Serialize, Deserialize)]
struct Envelope<T> {
    v: u32,
    say: T,
}

/// Only the version, to tell an other one from nonsense.
#[derive(Debug, Deserialize)]
struct Version {
    v: u32,
}

/// One message as its line, with the line's end.
fn pack<T: Serialize>(say: T) -> Vec<u8> {
    let mut line = serde_json::to_vec(&Envelope { v: VERSION, say }).unwrap_or_default();
    line.push(b'\n');
    line
}

/// One message from its line; otherwise what is wrong.
fn unpack<T: DeserializeOwned>(line: &[u8]) -> Result<T, Refused> {
    match serde_json::from_slice::<Envelope<T>>(line) {
        Ok(envelope) if envelope.v == VERSION => Ok(envelope.say),
        Ok(Envelope { v, .. }) => Err(Refused::OtherVersion { theirs: v, ours: VERSION }),
        Err(_) => Err(match serde_json::from_slice::<Version>(line) {
            Ok(Version { v }) if v != VERSION => Refused::OtherVersion { theirs: v, ours: VERSION },
            Ok(_) | Err(_) => Refused::NotUnderstood,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::{Meet, Pause};
    use crate::engine::refusal::Refusal;
    use crate::parts::{PartId, Says};

    #[test]
    fn messages_survive_the_way() {
        for call in [
            Call::Status,
            Call::Ask(Request::Pause(Pause::For(Duration::from_mins(30)))),
            Call::PauseUntil(NaiveTime::MIN),
            Call::MeetUntil(NaiveTime::MIN),
            Call::Ask(Request::Meet(Meet::Done)),
            Call::Ask(Request::Meet(Meet::For(Duration::from_mins(45)))),
            Call::Correct { id: 7, outcome: Outcome::Taken },
        ] {
            assert_eq!(unpack::<Call>(&pack(&call)), Ok(call));
        }
        let part = PartStatus { report: Report::works(PartId::Tray, "a panel", Says::Nothing), since: None };
        assert_eq!(unpack::<Reply>(&pack(Reply::Parts(vec![part.clone()]))), Ok(Reply::Parts(vec![part])));
    }

    #[test]
    fn answers_go_over_the_socket_as_values() {
        let closed: Stamp = "2026-01-05T09:00:00+01:00".parse().expect("a time");
        for refused in [
            Refused::Rules(Refusal::AlreadySnoozed { until: closed }),
            Refused::Busy,
            Refused::OtherVersion { theirs: 1, ours: 2 },
            Refused::OtherSettings("/x".into()),
            Refused::Row(LedgerError::TooLate { id: 7, closed }),
        ] {
            let line = String::from_utf8(pack(Reply::Refused(refused.clone()))).expect("text");
            assert!(!line.contains(&refused.sentence()), "{line}");
            assert_eq!(unpack(line.as_bytes()), Ok(Reply::Refused(refused)));
        }
        let told = Reply::Told(Remark::Lost(LedgerError::Damaged("no room".into())));
        assert_eq!(unpack(&pack(&told)), Ok(told));
    }

    #[test]
    fn another_version_is_told_from_nonsense() {
        let other = Err(Refused::OtherVersion { theirs: 1, ours: VERSION });
        assert_eq!(unpack::<Call>(br#"{"v":1,"say":"dance"}"#), other);
        assert_eq!(unpack::<Call>(br#"{"v":1,"say":"status"}"#), other);
        assert_eq!(unpack::<Call>(b"GET / HTTP/1.1"), Err(Refused::NotUnderstood));
        assert_eq!(unpack::<Call>(br#"{"v":3,"say":"dance"}"#), Err(Refused::NotUnderstood));
    }
}
