//! What the running app says to a command beside how things are, as values: each side may speak a language of its own.
//! Owns the list and which sentence is whose; never decides.

use crate::engine::refusal::Refusal;
use crate::ledger::{Erased, ImportGain, JoinGain, LedgerError};
use crate::parts::Says;
use crate::parts::own::{self, WindowEnd};
use crate::text::{
    cli, commands, data, doctor, files, guide, import, ledger, machines, merge, mistakes, parts, refusals, surroundings,
};
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
    /// The same on the command line, with the command that does what was meant.
    pub(crate) fn by_command(&self) -> String {
        let command = match self {
            // It has the line, the key and the command that says more.
            Self::Settings(says) => return parts::says(says),
            Self::Rules(refusal) => commands::instead(refusal),
            Self::NoDisplay => Some(commands::no_display()),
            Self::Row(_)
            | Self::Busy
            | Self::Ending
            | Self::TooLong { .. }
            | Self::OtherVersion { .. }
            | Self::NotUnderstood
            | Self::NotOpened(_)
            | Self::Over
            | Self::OtherSettings(_)
            | Self::NoNotices
            | Self::NoticeWaits => None,
        };
        [Some(self.sentence()), command].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

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
            Self::Over => guide::too_late(),
            Self::OtherSettings(file) => files::other_settings(file),
            Self::Settings(Says::Own(own::Says::Problem(problem))) => mistakes::of_file(problem),
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
    /// Days were deleted.
    Deleted {
        /// What.
        erased: Erased,
        /// Why its bytes are not out of the file yet, if they are not.
        left: Option<LedgerError>,
    },
    /// Days of another program were kept.
    Imported(ImportGain),
    /// What was added to so many days was taken back.
    TakenBack(usize),
    /// Days of other machines were kept.
    Joined(JoinGain),
    /// So many days of another machine were taken out.
    Forgotten(usize),
    /// The days of another machine count from now on, or not.
    MachineCounts(bool),
    /// The app ends and could not keep everything; why.
    Lost(LedgerError),
}

impl Remark {
    /// The sentence for it.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::Opened => guide::opened(),
            Self::InFront => guide::in_front(),
            Self::Deleted { erased, left: None } => data::deleted(*erased),
            Self::Deleted { left: Some(why), .. } => data::not_wiped(why),
            Self::Imported(gain) => import::gain(*gain),
            Self::TakenBack(days) | Self::Forgotten(days) => import::undone(*days),
            Self::Joined(gain) => merge::gain(*gain),
            Self::MachineCounts(counts) => machines::now(*counts),
            Self::Lost(why) => ledger::lost_at_the_end(why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::ipc::Attention;
    use crate::text::attention::Instead;

    /// Of every kind one, as far as its sentence is its own.
    fn refused() -> Vec<Refused> {
        let mut all = vec![
            Refused::Busy,
            Refused::Ending,
            Refused::TooLong { most: 8 },
            Refused::OtherVersion { theirs: 1, ours: 2 },
            Refused::NotUnderstood,
            Refused::NoDisplay,
            Refused::NotOpened(None),
            Refused::Over,
            Refused::OtherSettings("/x".into()),
            Refused::NoNotices,
            Refused::NoticeWaits,
            Refused::Row(LedgerError::NoSuchRow(7)),
            Refused::Row(LedgerError::StillOpen(7)),
        ];
        let id = || "chin-tuck".to_owned();
        let rules = [
            Refusal::NoBreakRunning,
            Refusal::NothingDue,
            Refusal::NotPaused,
            Refusal::AlreadyOnABreak,
            Refusal::BreakLongEnough,
            Refusal::NoBreaks,
            Refusal::SnoozesSpent,
            Refusal::NoSnooze,
            Refusal::NoCall,
            Refusal::AlreadyPast,
            Refusal::NoOwnMeeting,
            Refusal::MeetingPast,
            Refusal::MeetingTooLong { most: std::time::Duration::from_hours(12) },
            Refusal::NoExercise { id: id() },
            Refusal::HiddenBySettings { id: id() },
            Refusal::HiddenAlready { id: id() },
            Refusal::ShownAlready { id: id() },
        ];
        all.extend(rules.map(Refused::Rules));
        all
    }

    #[test]
    fn a_window_names_no_command_and_the_command_line_the_one_that_helps() {
        for why in refused() {
            let (told, by_command) = (why.sentence(), why.by_command());
            assert!(!told.contains('`') && by_command.starts_with(&told), "{told} / {by_command}");
        }
        assert!(Refused::Rules(Refusal::NoBreakRunning).by_command().contains("`unhunch start`"));
    }

    #[test]
    fn what_needs_attention_names_no_command() {
        let all = [
            Attention::NotRecorded(LedgerError::Damaged("no room".into())),
            Attention::SetAside(Vec::new()),
            Attention::Settings { lines: vec![4], more: 0 },
            Attention::NoSettings(Instead::Defaults),
            Attention::NoSettings(Instead::Before),
            Attention::Library(2),
            Attention::Welcome,
        ];
        for one in all {
            assert!(!one.told().contains('`') && !one.line().contains('`'), "{}", one.told());
        }
    }
}
