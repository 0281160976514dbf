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
use std::collections::BTreeSet;
use std::io;

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
    let erased = ledger.own_erasures()?;
    let own_names = folder.own_names(own.id)?;
    let mut months: BTreeSet<NaiveDate> = own_names.iter().filter_map(|name| month_of(name, own.id)).collect();
    if let Some((first, last)) = ledger.own_extent(when.day_starts)? {
        let all = std::iter::successors(first.with_day(1), |month| month.checked_add_months(Months::new(1)));
        months.extend(all.take_while(|month| *month <= last));
    }
    // What was deleted may be of any month, and goes from its file first.
    let head = own_head(folder, own.id, &own.name, &erased)?;
    if let (Extent::Since(day), false) = (extent, head.is_some()) {
        months.retain(|month| Some(*month) >= day.with_day(1));
    }
    let mut written = 0;
    for month in months {
        written += usize::from(of_month(ledger, folder, own.id, (month, &erased), when)?);
    }
    // Last: until each month is without them, they are to be gone through again.
    if let Some(head) = head {
        folder.write(&name(own.id, None), &head)?;
        written += 1;
    }
    Ok(written)
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

/// The file of what is no day's, as it should be; none where it is so. What was deleted once stays there.
fn own_head(
    folder: &Folder,
    machine: MachineId,
    called: &str,
    erased: &[(std::ops::RangeInclusive<NaiveDate>, u64)],
) -> Result<Option<String>, Unpublished> {
    let (lines, there) = folder.own(&name(machine, None))?;
    let facts = own_facts(lines, machine);
    let known = facts.iter().filter(|fact| matches!(&fact.tells, Tells::Name(_)));
    let known = known.max_by(|a, b| a.revision.cmp(&b.revision));
    let revision = match known {
        Some(Fact { revision, tells: Tells::Name(known), .. }) if known == called => *revision,
        Some(Fact { revision, .. }) => revision + 1,
        None => 1,
    };
    let named = Fact { machine, revision, tells: Tells::Name(called.to_owned()) };
    let deleted =
        erased.iter().map(|(days, revision)| Fact { machine, revision: *revision, tells: Tells::Erased(days.clone()) });
    let before = facts.iter().filter(|fact| matches!(fact.tells, Tells::Erased(_))).cloned();
    let mut all: Vec<String> = before.chain(deleted).map(|fact| told(&fact)).collect();
    all.sort_unstable();
    all.dedup();
    let text = told(&named) + &all.concat();
    Ok((text.as_bytes() != there).then_some(text))
}

/// Brings the file of a month to what the record says; whether it had to be written.
fn of_month(
    ledger: &Ledger,
    folder: &Folder,
    machine: MachineId,
    (month, erased): (NaiveDate, &[(std::ops::RangeInclusive<NaiveDate>, u64)]),
    when: Told,
) -> Result<bool, Unpublished> {
    let file = name(machine, Some(month));
    let (lines, there) = folder.own(&file)?;
    let mut account = Joined::of(own_facts(lines, machine));
    let deleted =
        erased.iter().map(|(days, revision)| Fact { machine, revision: *revision, tells: Tells::Erased(days.clone()) });
    deleted.for_each(|fact| account.add(fact));
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

/// What this machine told.
fn own_facts(lines: Vec<Line>, machine: MachineId) -> Vec<Fact> {
    let facts = lines.into_iter().filter_map(|line| match line {
        Line::Fact(fact) => Some(fact),
        Line::Other { .. } => None,
    });
    facts.filter(|fact| fact.machine == machine).collect()
}
