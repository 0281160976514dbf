//! The ledger through its own front door: what comes back, what is refused, what survives, who may read it, and the
//! invariants over random histories.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests, and helpers that only tests call")]

mod digest;
mod erase;
mod file;
mod forgotten;
mod histories;
mod reasons;
mod rows;
mod salvage;
mod taken;

use chrono::{DateTime, NaiveDate};
use std::path::PathBuf;
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{Instance, SpanKind};
use unhunch::engine::moment::Stamp;
use unhunch::ledger::{Ledger, LedgerError, Step};

pub(crate) fn at(text: &str) -> Stamp {
    DateTime::parse_from_rfc3339(text).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn row(id: u64, reminder: &str, due: Stamp) -> Instance {
    Instance::fell_due(id, reminder, due, due.date_naive(), Some("Europe/Berlin".into()))
}

pub(crate) fn keep(ledger: &mut Ledger, row: &Instance) -> Result<(), LedgerError> {
    ledger.commit(&Step { records: &[Record::Instance(Box::new(row.clone()))], ..Step::default() })
}

pub(crate) fn span(kind: SpanKind, from: &str) -> Record {
    Record::Span { kind, from: at(from) }
}

pub(crate) fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("data/unhunch/ledger.db");
    (home, path)
}
