//! This machine's own files, brought to what its record says. Owns which of them are written, and the revisions in them.
//!
//! A day that is in a file and not in the record stays in the file: a record that was restored from an old copy knows less
//! than its machine has told. Only what was deleted goes.

use super::Folder;
use crate::engine::moment::Stamp;
use crate::ledger::{Fact, Joined, Ledger, LedgerError, MachineId, Tells};
use crate::sync::{Line, told};
use crate::system::files::Trouble;
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::RangeInclusive;

/// How much of the record is compared with the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// What a step can change: the days since this one.
    Since(NaiveDate),
}

/// Why it is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unpublished {
    /// The record cannot be read.
    Ledger(LedgerError),
    /// The folder is not there.
    NoFolder,
    /// A file in it cannot be read or written.
    File(Trouble),
}

impl From<LedgerError> for Unpublished {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

impl From<io::Error> for Unpublished {
    fn from(error: io::Error) -> Self {
        Self::File((&error).into())
    }
}

/// Days that were deleted, and the revision up to which what was told of them is void.
type Erasure = (RangeInclusive<NaiveDate>, u64);

/// When it is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    /// Up to when the record knows.
    pub until: Stamp,
    /// When days begin.
    pub day_starts: NaiveTime,
    /// The wall clock's milliseconds since 1970.
    pub now: u64,
}

/// Writes what is not in the files yet; how many were written. Does nothing for a record whose machine has no id yet.
///
/// # Errors
/// When something cannot be read or written. What was written is whole; the next time does the rest.
pub(crate) fn publish(ledger: &Ledger, folder: &Folder, extent: Extent, when: Told) -> Result<usize, Unpublished> {
    let Some((own, _)) = ledger.own_machine()? else { return Ok(0) };
    if !folder.is_there() {
        return Err(Unpublished::NoFolder);
    }
    let own_names = folder.own_names(own.id)?;
    let mut months: BTreeSet<NaiveDate> = own_names.iter().filter_map(|name| month_of(name, own.id)).collect();
    let (facts, there) = own_file(folder, &name(own.id, None), own.id)?;
    let erased = erased(folder, own.id, &months, (ledger.own_erasures()?, &facts))?;
    if let Some((first, last)) = ledger.own_extent(when.day_starts)? {
        let all = std::iter::successors(first.with_day(1), |month| month.checked_add_months(Months::new(1)));
        months.extend(all.take_while(|month| *month <= last));
    }
    // First: up to which revision the days of a month are void is known by what is still in its file.
    let head = own_head(own.id, &own.name, &facts, &erased);
    let new_head = head.as_bytes() != there;
    let mut written = usize::from(new_head);
    if new_head {
        folder.write(&name(own.id, None), &head)?;
    }
    // What was deleted may be of any month.
    if let (Extent::Since(day), false) = (extent, new_head) {
        months.retain(|month| Some(*month) >= day.with_day(1));
    }
    for month in months {
        written += usize::from(of_month(ledger, folder, own.id, (month, &erased), when)?);
    }
    Ok(written)
}

/// The days that were deleted, with the revisions up to which they are void: a deletion that is not told yet voids all that is
/// told of its days, though the clock was ahead when that was told.
fn erased(
    folder: &Folder,
    machine: MachineId,
    months: &BTreeSet<NaiveDate>,
    (kept, facts): (Vec<Erasure>, &[Fact]),
) -> Result<Vec<Erasure>, Unpublished> {
    let mut all: BTreeMap<(NaiveDate, NaiveDate), u64> = BTreeMap::new();
    for fact in facts {
        if let Tells::Erased(days) = &fact.tells {
            let known = all.entry((*days.start(), *days.end())).or_default();
            *known = fact.revision.max(*known);
        }
    }
    let is_new =
        |(days, revision): &Erasure| all.get(&(*days.start(), *days.end())).is_none_or(|known| known < revision);
    let new: Vec<Erasure> = kept.into_iter().filter(is_new).collect();
    let mut told: BTreeMap<NaiveDate, u64> = BTreeMap::new();
    for month in months.iter().filter(|_| !new.is_empty()) {
        let account = Joined::of(own_file(folder, &name(machine, Some(*month)), machine)?.0);
        told.extend(account.days_of(machine).map(|(day, account)| (day, account.revision)));
    }
    for (days, revision) in new {
        let before = told.range(days.clone()).map(|(_, revision)| *revision).max();
        all.insert((*days.start(), *days.end()), revision.max(before.unwrap_or(0)));
    }
    Ok(all.into_iter().map(|((first, last), revision)| (first..=last, revision)).collect())
}

fn name(machine: MachineId, month: Option<NaiveDate>) -> String {
    let month = month.map(|month| month.format("-%Y-%m").to_string()).unwrap_or_default();
    format!("unhunch-{machine}{month}.jsonl")
}

/// The first day of the month of which a file of this machine is.
fn month_of(file: &str, machine: MachineId) -> Option<NaiveDate> {
    let rest = file.strip_prefix("unhunch-")?.strip_prefix(&machine.to_string())?.strip_suffix(".jsonl")?;
    let month: NaiveDate = format!("{}-01", rest.strip_prefix('-')?).parse().ok()?;
    (name(machine, Some(month)) == file).then_some(month)
}

/// The file of what is no day's, as it should be. What was deleted once stays there.
fn own_head(machine: MachineId, called: &str, facts: &[Fact], erased: &[Erasure]) -> String {
    let known = facts.iter().filter(|fact| matches!(&fact.tells, Tells::Name(_)));
    let known = known.max_by(|a, b| a.revision.cmp(&b.revision));
    let revision = match known {
        Some(Fact { revision, tells: Tells::Name(known), .. }) if known == called => *revision,
        Some(Fact { revision, .. }) => revision + 1,
        None => 1,
    };
    let named = Fact { machine, revision, tells: Tells::Name(called.to_owned()) };
    let mut all: Vec<String> = deleted(machine, erased).map(|fact| told(&fact)).collect();
    all.sort_unstable();
    told(&named) + &all.concat()
}

fn deleted(machine: MachineId, erased: &[Erasure]) -> impl Iterator<Item = Fact> {
    erased.iter().map(move |(days, revision)| Fact { machine, revision: *revision, tells: Tells::Erased(days.clone()) })
}

/// Brings the file of a month to what the record says; whether it had to be written.
fn of_month(
    ledger: &Ledger,
    folder: &Folder,
    machine: MachineId,
    (month, erased): (NaiveDate, &[Erasure]),
    when: Told,
) -> Result<bool, Unpublished> {
    let file = name(machine, Some(month));
    let (facts, there) = own_file(folder, &file, machine)?;
    let mut account = Joined::of(facts.into_iter().chain(deleted(machine, erased)));
    let last = month + Months::new(1) - Days::new(1);
    account.renew(machine, ledger.own_days((month, last), when.until, when.day_starts)?, when.now);
    let days = account.days_of(machine).filter(|(day, _)| day.month() == month.month() && day.year() == month.year());
    let text: String = days.map(|(day, known)| crate::sync::told_day(machine, day, known)).collect();
    if text.as_bytes() == there {
        return Ok(false);
    }
    folder.write(&file, &text)?;
    Ok(true)
}

/// What this machine told in one of its files, and the file as it is.
fn own_file(folder: &Folder, name: &str, machine: MachineId) -> Result<(Vec<Fact>, Vec<u8>), Unpublished> {
    let (lines, there) = folder.own(name)?;
    let facts = lines.into_iter().filter_map(|line| match line {
        Line::Fact(fact) => Some(fact),
        Line::Other { .. } => None,
    });
    Ok((facts.filter(|fact| fact.machine == machine).collect(), there))
}
