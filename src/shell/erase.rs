//! Deleting days of the record, from a command or a window: which days are meant, what would go, and who does it. Owns the
//! way from the one to the other; asking the person is the command's or the page's.

use crate::engine::moment::Stamp;
use crate::ledger::{Erased, Whose, all_days, aside};
use crate::shell::cli::Day;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::{Call, Remark, Reply};
use crate::shell::past::Past;
use crate::shell::paths::Paths;
use crate::shell::sync::tell_deleted;
use crate::shell::{files, resident};
use crate::system::clock::wall;
use crate::text::files::because;
use crate::text::{cli, data as text, ledger};
use chrono::NaiveDate;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// What is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Everything.
    All,
    /// From this day to this one, both included.
    Days(Day, Day),
}

/// Deletion that the person has not said yes to yet.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    days: RangeInclusive<NaiveDate>,
    everything: bool,
    would: Erased,
    /// Files that were set aside.
    asides: Vec<PathBuf>,
    /// Some of it is of other machines.
    others: bool,
    /// Others are told of it, or may be.
    told: bool,
    /// When the record ends.
    until: Stamp,
}

impl Plan {
    /// What would be deleted.
    ///
    /// # Errors
    /// One sentence, where there is nothing or it cannot be read.
    pub(crate) fn of(paths: &Paths, extent: Extent) -> Result<Self, String> {
        let nothing = || {
            let today = wall().date_naive();
            text::nothing(today, today)
        };
        let past = Past::open(paths, Whose::All)?.map_err(|_| nothing())?;
        let days = match extent {
            Extent::All => all_days(),
            Extent::Days(from, to) => past.day(from)..=past.day(to),
        };
        if days.is_empty() {
            return Err(text::backwards());
        }
        let would = past.ledger.erasable(&days).map_err(|error| ledger::error(&error))?;
        let asides: Vec<PathBuf> = aside::files(&paths.ledger).collect();
        let others = past.ledger.has_others_of(&days).map_err(|error| ledger::error(&error))?;
        let told = past.ledger.tells_deleted().map_err(|error| ledger::error(&error))?;
        let (everything, until) = (extent == Extent::All, past.until);
        // The spans alone are nothing that anybody would miss or find.
        if would == Erased::default() && (!everything || asides.is_empty()) {
            return Err(if everything { cli::nothing_recorded() } else { text::nothing(*days.start(), *days.end()) });
        }
        Ok(Self { days, everything, would, asides, others, told, until })
    }

    /// What is to be known before: a sentence or more.
    pub(crate) fn told(&self) -> String {
        let would = text::would_delete(self.would, self.everything);
        let asides = (!self.everything && !self.asides.is_empty()).then(|| text::asides_stay(&self.asides));
        let told = self.told.then(text::others_told);
        let others = self.others.then(text::others_stay);
        [Some(would), asides, told, others].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Does it: the running app, or this process where none runs. What was done.
    ///
    /// # Errors
    /// One sentence, where it was not done, or not all of it.
    pub(crate) fn carry_out(&self, paths: &Paths) -> Result<String, String> {
        let done = match client::call(paths, &Call::Delete(self.days.clone())) {
            Ok(Reply::Told(done)) => done,
            Ok(Reply::Refused(why)) => return Err(why.sentence()),
            Ok(
                Reply::Status(_)
                | Reply::All(_)
                | Reply::NotRecorded(_)
                | Reply::Parts(_)
                | Reply::Changed(_)
                | Reply::Done,
            ) => return Err(cli::not_understood()),
            Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => return Err(why),
            Err(NoAnswer::NotRunning) => {
                let settings = files::settings(paths)?.settings;
                let (erased, left) = resident::erase_alone(paths, &self.days, settings.rules.day_starts)?;
                tell_deleted(paths, &settings, self.until);
                Remark::Deleted { erased, left }
            }
        };
        if self.everything {
            aside::delete(&paths.ledger).map_err(|error| text::aside_left(&because(&error)))?;
            // An app that runs looks which files there are.
            let _ = client::call(paths, &Call::Parts);
        }
        let whole = !matches!(done, Remark::Deleted { left: Some(_), .. });
        if whole { Ok(done.sentence()) } else { Err(done.sentence()) }
    }
}
