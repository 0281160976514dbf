//! The record taken out as it is, for other programs and for keeping: breaks, check-ins, nudges and the shape of the days.
//! Owns which of the record belongs to a stretch of days; the forms are a file each. PURE.

mod activity_watch;
mod calendar;
mod json;
mod table;

use crate::engine::instance::{Instance, Offer};
use crate::engine::moment::{Stamp, day_of};
use crate::ledger::{CheckIn, History, ImportedDay, MachineId, Origins, ShownNudge, Span};
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeSet;

/// Form in which it is taken out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExtractForm {
    /// One line for each of all kinds (RFC 4180).
    Csv,
    /// One object with a list of each kind.
    #[default]
    Json,
    /// Breaks and check-ins as events (RFC 5545).
    Calendar,
    /// The same as ActivityWatch takes them in.
    ActivityWatch,
}

impl ExtractForm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Json, Self::Calendar, Self::ActivityWatch];

    /// What the name of such a file ends with.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Calendar => "ics",
            Self::ActivityWatch => "activitywatch.json",
        }
    }
}

/// Record of a stretch of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The first day.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    rows: Vec<Instance>,
    offers: Vec<Offer>,
    check_ins: Vec<CheckIn>,
    nudges: Vec<ShownNudge>,
    spans: Vec<Span>,
    imported: Vec<ImportedDay>,
    /// Where rows are from, if others than this machine's are known.
    origins: Origins,
    day_starts: NaiveTime,
}

impl Extract {
    /// What there is of these days, both included; without a first one, from the beginning of the record. A span belongs to
    /// the day in which it began.
    #[must_use]
    pub fn of(history: History, from: Option<NaiveDate>, to: NaiveDate, day_starts: NaiveTime) -> Self {
        let of_span = |span: &Span| day_of(span.from, day_starts);
        let first = [
            history.rows.iter().map(|row| row.day).min(),
            history.check_ins.first().map(|one| one.day),
            history.nudges.first().map(|one| one.day),
            history.spans.first().map(of_span),
            history.imported.iter().map(|it| it.day).min(),
        ];
        let from = from.unwrap_or_else(|| first.into_iter().flatten().min().unwrap_or(to).min(to));
        let own = |day: NaiveDate| (from..=to).contains(&day);
        let History { mut rows, mut spans, mut check_ins, mut nudges, mut offers, mut imported, earlier: _, origins } =
            history;
        rows.retain(|row| own(row.day));
        spans.retain(|span| own(of_span(span)));
        check_ins.retain(|one| own(one.day));
        nudges.retain(|one| own(one.day));
        imported.retain(|one| own(one.day));
        let ids: BTreeSet<u64> = rows.iter().map(|row| row.id).collect();
        offers.retain(|line| ids.contains(&line.instance));
        Self { from, to, rows, offers, check_ins, nudges, spans, imported, origins, day_starts }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { rows, check_ins, nudges, spans, imported, .. } = self;
        rows.is_empty() && check_ins.is_empty() && nudges.is_empty() && spans.is_empty() && imported.is_empty()
    }

    /// How many breaks are in it.
    #[must_use]
    pub fn breaks(&self) -> usize {
        self.rows.len()
    }

    /// On how many days something is in it.
    #[must_use]
    pub fn days(&self) -> usize {
        let rows = self.rows.iter().map(|row| row.day);
        let answers = self.check_ins.iter().map(|one| one.day).chain(self.nudges.iter().map(|one| one.day));
        let spans = self.spans.iter().map(|span| day_of(span.from, self.day_starts));
        let imported = self.imported.iter().map(|it| it.day);
        rows.chain(answers).chain(spans).chain(imported).collect::<BTreeSet<_>>().len()
    }

    /// The id of a row on the machine that recorded it, and which that is; none where no other is known.
    fn recorded(&self, row: &Instance) -> (u64, Option<MachineId>) {
        let this = || self.origins.machines.iter().find(|machine| machine.this).map(|machine| machine.id);
        self.origins.of(row.id).map_or_else(|| (row.id, this()), |(machine, id)| (id, Some(machine)))
    }

    /// All of it in this form; `made` is now, on this machine.
    #[must_use]
    pub fn told(&self, form: ExtractForm, made: Stamp, machine: &str) -> String {
        match form {
            ExtractForm::Csv => table::text(self),
            ExtractForm::Json => json::text(self),
            ExtractForm::Calendar => calendar::text(self, made),
            ExtractForm::ActivityWatch => activity_watch::text(self, made, machine),
        }
    }

    /// What the person's file is called, without a folder.
    #[must_use]
    pub fn file_name(&self, form: ExtractForm) -> String {
        let days = if self.from == self.to { self.from.to_string() } else { format!("{}--{}", self.from, self.to) };
        format!("unhunch-{days}.{}", form.extension())
    }
}
