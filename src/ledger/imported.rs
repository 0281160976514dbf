//! Days that other programs recorded, as the person brought them in. Owns their rows, what one more import adds, and how it is
//! taken back; never mixes them with the record's own: no figure reads them.

use super::value::Cells;
use super::{Ledger, LedgerError};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A program whose record can be brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Program {
    /// Workrave.
    Workrave,
    /// Sane Break.
    SaneBreak,
    /// Entracte.
    Entracte,
}

impl Program {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Workrave, Self::SaneBreak, Self::Entracte];

    /// Its word, in the file and on the command line.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Workrave => "workrave",
            Self::SaneBreak => "sane-break",
            Self::Entracte => "entracte",
        }
    }
}

/// One import, by when it was, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ImportId(pub i64);

/// Breaks of one kind on a day, as a program counted them; none of what it does not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreakTally {
    /// Breaks that were shown.
    pub shown: Option<u32>,
    /// Breaks that were had after they were shown.
    pub taken: Option<u32>,
    /// Breaks that were had unasked.
    pub natural: Option<u32>,
    /// Breaks that were refused, or ended before their time.
    pub skipped: Option<u32>,
    /// How often one was put off.
    pub postponed: Option<u32>,
}

impl BreakTally {
    fn joined(&self, other: &Self, how: Join) -> Self {
        Self {
            shown: how(self.shown, other.shown),
            taken: how(self.taken, other.taken),
            natural: how(self.natural, other.natural),
            skipped: how(self.skipped, other.skipped),
            postponed: how(self.postponed, other.postponed),
        }
    }
}

/// How two figures become one.
type Join = fn(Option<u32>, Option<u32>) -> Option<u32>;

/// A day as another program recorded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedDay {
    /// Whose record it is of.
    pub program: Program,
    /// Which day.
    pub day: NaiveDate,
    /// Seconds of activity.
    pub active_s: Option<u32>,
    /// How often a break of no kind that the program names was put off.
    pub postponed: Option<u32>,
    /// Micro-breaks, small breaks.
    pub short: BreakTally,
    /// Rest breaks, big breaks, long breaks.
    pub long: BreakTally,
}

impl ImportedDay {
    /// What its figures are called, in a table.
    pub const FIGURES: [&'static str; 12] = [
        "active_s",
        "postponed",
        "short_shown",
        "short_taken",
        "short_natural",
        "short_skipped",
        "short_postponed",
        "long_shown",
        "long_taken",
        "long_natural",
        "long_skipped",
        "long_postponed",
    ];

    /// Its figures, in the same order.
    #[must_use]
    pub const fn figures(&self) -> [Option<u32>; 12] {
        let Self { active_s, postponed, short, long, .. } = *self;
        [
            active_s,
            postponed,
            short.shown,
            short.taken,
            short.natural,
            short.skipped,
            short.postponed,
            long.shown,
            long.taken,
            long.natural,
            long.skipped,
            long.postponed,
        ]
    }

    /// A day of which nothing is known yet.
    #[must_use]
    pub fn new(program: Program, day: NaiveDate) -> Self {
        let none = BreakTally::default();
        Self { program, day, active_s: None, postponed: None, short: none, long: none }
    }

    /// Of each figure the larger one: two accounts of a day, of which one may have been cut short.
    // Counts of a day only grow, so this gives the same whatever the order and however often.
    #[must_use]
    pub fn larger(&self, other: &Self) -> Self {
        self.joined(other, Option::max)
    }

    /// The sum of each figure that is known, for several days together.
    #[must_use]
    pub fn sum(&self, other: &Self) -> Self {
        self.joined(other, |one, other| match (one, other) {
            (Some(one), Some(other)) => Some(one.saturating_add(other)),
            (one, other) => one.or(other),
        })
    }

    fn joined(&self, other: &Self, how: Join) -> Self {
        Self {
            program: self.program,
            day: self.day,
            active_s: how(self.active_s, other.active_s),
            postponed: how(self.postponed, other.postponed),
            short: self.short.joined(&other.short, how),
            long: self.long.joined(&other.long, how),
        }
    }
}

/// What an import added, or would add: days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportGain {
    /// Days of which nothing of the program was there.
    pub new: usize,
    /// Days of which less was there.
    pub more: usize,
    /// Days of which all was there.
    pub known: usize,
}

impl ImportGain {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { new: self.new + other.new, more: self.more + other.more, known: self.known + other.known }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self.new + self.more == 0
    }
}

impl Ledger {
    /// What other programs recorded of these days, both included: a program's days one after the other.
    pub fn imported(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<ImportedDay>, LedgerError> {
        let sql = "SELECT * FROM imported WHERE day BETWEEN ?1 AND ?2";
        Ok(pooled(self.all(sql, [from.to_string(), to.to_string()], read)?).into_values().collect())
    }

    /// What these days would add.
    pub fn would_import(&self, days: &[ImportedDay]) -> Result<ImportGain, LedgerError> {
        Ok(self.unknown(days)?.0)
    }

    /// Keeps what is not known yet of these days, as one import. The same again adds nothing.
    pub fn import(&mut self, id: ImportId, days: &[ImportedDay]) -> Result<ImportGain, LedgerError> {
        let (gain, unknown) = self.unknown(days)?;
        let transaction = self.connection.transaction()?;
        for it in &unknown {
            let sql = "INSERT OR REPLACE INTO imported VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
            let mut values: Vec<Value> =
                vec![it.day.to_string().into(), it.program.token().to_owned().into(), id.0.into()];
            values.extend(it.figures().map(|figure| figure.map_or(Value::Null, Value::from)));
            transaction.prepare_cached(sql)?.execute(params_from_iter(values))?;
        }
        transaction.commit()?;
        Ok(gain)
    }

    /// Takes an import back: what it added is out of the record. The days that it had added something to.
    pub fn take_back(&mut self, id: ImportId) -> Result<usize, LedgerError> {
        Ok(self.connection.execute("DELETE FROM imported WHERE import = ?1", [id.0])?)
    }

    /// The last import of this program that was not taken back.
    pub fn last_import(&self, program: Program) -> Result<Option<ImportId>, LedgerError> {
        let sql = "SELECT max(import) FROM imported WHERE source = ?1";
        let last: Option<i64> = self.connection.query_row(sql, [program.token()], |row| row.get(0))?;
        Ok(last.map(ImportId))
    }

    /// Which of these days are not all there, with the larger figures, and how many are.
    fn unknown(&self, days: &[ImportedDay]) -> Result<(ImportGain, Vec<ImportedDay>), LedgerError> {
        let span = || days.iter().map(|it| it.day);
        let there = match span().min().zip(span().max()) {
            Some((from, to)) => pooled(self.imported(from, to)?),
            None => BTreeMap::new(),
        };
        let mut gain = ImportGain::default();
        let mut unknown = Vec::new();
        for (key, it) in pooled(days.iter().copied()) {
            let before = there.get(&key);
            let after = before.map_or(it, |before| before.larger(&it));
            match before {
                None => gain.new += 1,
                Some(before) if *before == after => gain.known += 1,
                Some(_) => gain.more += 1,
            }
            if before != Some(&after) {
                unknown.push(after);
            }
        }
        Ok((gain, unknown))
    }
}

/// One for each program and day.
fn pooled(days: impl IntoIterator<Item = ImportedDay>) -> BTreeMap<(Program, NaiveDate), ImportedDay> {
    let mut all = BTreeMap::new();
    for it in days {
        match all.entry((it.program, it.day)) {
            Entry::Vacant(free) => drop(free.insert(it)),
            Entry::Occupied(mut there) => {
                let larger = it.larger(there.get());
                there.insert(larger);
            }
        }
    }
    all
}

/// The day in a row of all columns, in the order of the table.
fn read(row: &Row<'_>) -> rusqlite::Result<ImportedDay> {
    let mut cells = Cells::of(row);
    let (day, program) = (cells.day()?, cells.of_token()?);
    let _import: i64 = cells.get()?;
    Ok(ImportedDay {
        program,
        day,
        active_s: cells.get()?,
        postponed: cells.get()?,
        short: tally(&mut cells)?,
        long: tally(&mut cells)?,
    })
}

fn tally(cells: &mut Cells<'_, '_>) -> rusqlite::Result<BreakTally> {
    Ok(BreakTally {
        shown: cells.get()?,
        taken: cells.get()?,
        natural: cells.get()?,
        skipped: cells.get()?,
        postponed: cells.get()?,
    })
}
