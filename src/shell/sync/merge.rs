//! The record of another machine brought in by hand, for those who share no folder: its ledger, or a file that it wrote for
//! others. Owns how it is read, who writes it, and how it is taken out again.

use crate::ledger::{Fact, JoinGain, Joined, Ledger, LedgerError, Machine, MachineId, Tells};
use crate::shell::files;
use crate::shell::import::{alone, asked};
use crate::shell::ipc::{Call, Remark};
use crate::shell::paths::Paths;
use crate::sync::{Line, Unread, lines, told, told_day};
use crate::system::files::{guarded, temporary::Temporary};
use crate::text::files::because;
use crate::text::{cli, ledger as record, merge as text};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// No record is longer.
const LONGEST: u64 = 1 << 30;
/// How a database begins, and where in it the version of its schema stands.
const DATABASE: &[u8] = b"SQLite format 3\0";
const VERSION_AT: usize = 60;
/// The first version of a ledger that knows which machine it is of.
const KNOWS_MACHINES: u32 = 7;
/// What folders for copies are called.
const COPIES: &str = "unhunch-merge";
/// So many days go to the running app at once.
// Of the fullest days 150 KiB each, which it has read and written within some tens of milliseconds.
const AT_ONCE: usize = 60;

/// Records that were read and not joined yet.
#[derive(Debug)]
pub(crate) struct MergePlan {
    account: Joined,
    /// What they would add.
    pub would: JoinGain,
    /// What of them tells nothing.
    pub unread: Unread,
    /// What those of their machines are called that do not count.
    pub forgotten: Vec<String>,
}

impl MergePlan {
    /// What is in these files.
    ///
    /// # Errors
    /// One sentence, where one is no record of another machine, or our own cannot be read.
    pub(crate) fn of(paths: &Paths, all: &[PathBuf]) -> Result<Self, String> {
        let ledger = match Ledger::open_read_only(&paths.ledger) {
            // It holds nothing of the kind yet.
            Err(LedgerError::Missing { .. } | LedgerError::Older { .. }) => Ledger::in_memory(),
            other => other,
        };
        let ledger = ledger.map_err(|why| record::error(&why))?;
        let own = ledger.own_machine().map_err(|why| record::error(&why))?.map(|(own, _)| own.id);
        let (mut account, mut unread) = (Joined::default(), Unread::default());
        for file in all {
            let (facts, more) = read(paths, &ledger, file)?;
            if facts.is_empty() {
                return Err(text::no_record(file));
            }
            if facts.iter().all(|fact| Some(fact.machine) == own) {
                return Err(text::own(file));
            }
            for fact in facts {
                account.add(fact);
            }
            unread = unread.and(more);
        }
        let would = ledger.would_join(&account).map_err(|why| record::error(&why))?;
        let forgotten = forgotten(&ledger, &account).map_err(|why| record::error(&why))?;
        Ok(Self { account, would, unread, forgotten })
    }

    /// Joins them: the running app, or this process where none runs.
    ///
    /// # Errors
    /// One sentence, where it was not done, or not all of it; what was done of it stays, and the next try does the rest.
    pub(crate) fn carry_out(&self, paths: &Paths) -> Result<JoinGain, String> {
        Temporary::sweep(COPIES);
        let trouble = |error: io::Error| because(&error);
        let folder = Temporary::new(COPIES).map_err(trouble)?;
        let heads: Vec<String> = self.account.heads().map(|fact| told(&fact)).collect();
        let days: Vec<String> =
            self.account.days().map(|(machine, day, account)| told_day(machine, day, account)).collect();
        let mut gain = JoinGain::default();
        // What was deleted goes first, and alone where there is nothing else.
        for (at, part) in [&heads[..]].into_iter().chain(days.chunks(AT_ONCE)).enumerate() {
            let file = folder.path().join(format!("{at}.jsonl"));
            fs::write(&file, part.concat()).map_err(trouble)?;
            match asked(paths, &Call::Join(file))? {
                Some(Remark::Joined(more)) => gain = gain.and(more),
                Some(_) => return Err(cli::not_understood()),
                // What was joined before the app ended is known.
                None => return Ok(gain.and(alone(paths, |ledger| ledger.join(&self.account))?)),
            }
        }
        Ok(gain)
    }
}

/// What those of the account's machines are called that do not count, as they are known here or as they say. Nothing may be kept
/// of one: its days were taken out.
fn forgotten(ledger: &Ledger, account: &Joined) -> Result<Vec<String>, LedgerError> {
    let mut names: BTreeMap<MachineId, String> = BTreeMap::new();
    for fact in account.heads() {
        if let Tells::Name(name) = fact.tells {
            names.insert(fact.machine, name);
        }
    }
    names.extend(ledger.met_machines()?.into_iter().map(|it| (it.machine.id, it.machine.name)));
    let not = ledger.forgotten_machines()?.into_iter().filter(|id| account.days_of(*id).next().is_some());
    Ok(not.map(|id| text::called(&Machine { id, name: names.remove(&id).unwrap_or_default(), this: false })).collect())
}

/// What a file holds that was written for others.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn account_in(file: &Path) -> io::Result<Joined> {
    Ok(Joined::of(facts(&guarded::read(file, LONGEST)?).0))
}

/// The machine that is meant by a name or the beginning of an id.
pub(crate) fn meant<'a>(name: &str, all: &'a [Machine]) -> Option<&'a Machine> {
    let by_name = all.iter().find(|machine| text::called(machine) == name);
    by_name.or_else(|| all.iter().find(|machine| !name.is_empty() && machine.id.to_string().starts_with(name)))
}

/// Takes out what is kept of another machine: what was done.
///
/// # Errors
/// One sentence, where none is meant, or it was not done.
pub(crate) fn forget(paths: &Paths, name: &str) -> Result<String, String> {
    let met = match Ledger::open_read_only(&paths.ledger).and_then(|ledger| ledger.met_machines()) {
        Err(LedgerError::Missing { .. } | LedgerError::Older { .. }) => Vec::new(),
        other => other.map_err(|why| record::error(&why))?,
    };
    let others: Vec<Machine> = met.into_iter().map(|it| it.machine).collect();
    let machine = meant(name, &others).ok_or_else(|| text::no_machine(name, &others))?;
    let days = match asked(paths, &Call::ForgetMachine(machine.id))? {
        Some(Remark::Forgotten(days)) => days,
        Some(_) => return Err(cli::not_understood()),
        None => alone(paths, |ledger| ledger.forget_machine(machine.id))?,
    };
    Ok(text::forgotten(machine, days))
}

fn facts(bytes: &[u8]) -> (Vec<Fact>, Unread) {
    let (lines, unread) = lines(bytes);
    let facts = lines.into_iter().filter_map(|line| match line {
        Line::Fact(fact) => Some(fact),
        Line::Other { .. } => None,
    });
    (facts.collect(), unread)
}

/// What a file holds; `own` knows of which machine a ledger is that does not say so itself.
fn read(paths: &Paths, own: &Ledger, file: &Path) -> Result<(Vec<Fact>, Unread), String> {
    let bytes = guarded::read(file, LONGEST).map_err(|error| text::not_read(file, &because(&error)))?;
    if !bytes.starts_with(DATABASE) {
        return Ok(facts(&bytes));
    }
    let version = bytes.get(VERSION_AT..VERSION_AT + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
    let earlier = version.is_some_and(|version| (1..KNOWS_MACHINES).contains(&version));
    let starts = files::settings(paths)?.settings.rules.day_starts;
    let unread = |error: io::Error| text::not_read(file, &because(&error));
    Temporary::sweep(COPIES);
    let folder = Temporary::new(COPIES).map_err(unread)?;
    let copy = folder.path().join("ledger.db");
    fs::write(&copy, &bytes).map_err(unread)?;
    let mut log = OsString::from(file);
    log.push("-wal");
    // What was written last is in the log, if the app runs there.
    if let Ok(log) = guarded::read(Path::new(&log), LONGEST) {
        fs::write(folder.path().join("ledger.db-wal"), log).map_err(unread)?;
    }
    // The copy is brought up to date by that; the file stays as it is.
    let told = Ledger::open(&copy).and_then(|opened| {
        let copy = opened.ledger;
        if earlier {
            let machine = own.machine_of_earlier(&copy)?;
            return machine.map_or(Ok(Vec::new()), |machine| of_ledger(&copy, machine, None, starts));
        }
        let machine = copy.own_machine()?.map(|(machine, _)| machine);
        machine.map_or(Ok(Vec::new()), |own| of_ledger(&copy, own.id, Some(own.name), starts))
    });
    Ok((told.map_err(|why| text::not_read(file, &record::error(&why)))?, Unread::default()))
}

/// All that the ledger of this machine can tell, at the time that it knows last.
fn of_ledger(
    ledger: &Ledger,
    machine: MachineId,
    name: Option<String>,
    starts: chrono::NaiveTime,
) -> Result<Vec<Fact>, LedgerError> {
    let Some((extent, until)) = ledger.own_extent(starts)?.zip(ledger.last_entry()?) else { return Ok(Vec::new()) };
    let revision = u64::try_from(until.timestamp_millis()).unwrap_or(0);
    let fact = |tells| Fact { machine, revision, tells };
    let days = ledger.own_days(extent, until, starts)?;
    let erased = ledger.own_erasures()?.into_iter();
    let erased = erased.map(|(days, revision)| Fact { machine, revision, tells: Tells::Erased(days) });
    let days = days.into_iter().map(|(day, state)| fact(Tells::Day(day, Box::new(state))));
    let name = name.map(|name| fact(Tells::Name(name)));
    Ok(name.into_iter().chain(erased).chain(days).collect())
}
