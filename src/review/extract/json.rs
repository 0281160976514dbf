//! The extract as one JSON object: every kind as the ledger has it. Owns its keys, which may be added to and are never
//! renamed.

use super::Extract;
use crate::engine::instance::{Instance, Offer};
use crate::ledger::{CheckIn, ImportedDay, Machine, MachineId, ShownNudge, Span};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Debug, Serialize)]
struct Json<'a> {
    from: NaiveDate,
    to: NaiveDate,
    breaks: Vec<JsonRow>,
    check_ins: &'a [CheckIn],
    nudges: &'a [ShownNudge],
    spans: &'a [Span],
    imported: &'a [ImportedDay],
    /// The machines whose record it is; empty where no other is known.
    machines: &'a [Machine],
}

/// A row with what it offered.
#[derive(Debug, Serialize)]
struct JsonRow {
    #[serde(flatten)]
    row: Instance,
    offers: Vec<Offer>,
    /// Which machine recorded it, whose the ids are; none where no other is known.
    machine: Option<MachineId>,
}

/// The object.
pub(super) fn text(extract: &Extract) -> String {
    let row = |row: &Instance| {
        let (id, machine) = extract.recorded(row);
        let offers = offers(&extract.offers, row).iter().map(|it| Offer { instance: id, ..it.clone() }).collect();
        JsonRow { row: Instance { id, ..row.clone() }, offers, machine }
    };
    let json = Json {
        from: extract.from,
        to: extract.to,
        breaks: extract.rows.iter().map(row).collect(),
        check_ins: &extract.check_ins,
        nudges: &extract.nudges,
        spans: &extract.spans,
        imported: &extract.imported,
        machines: &extract.origins.machines,
    };
    // Nothing in it can fail: its keys are texts, and its numbers finite.
    serde_json::to_string_pretty(&json).unwrap_or_default()
}

/// Those of a row; they are in the order of their instances.
fn offers<'a>(all: &'a [Offer], row: &Instance) -> &'a [Offer] {
    let first = all.partition_point(|it| it.instance < row.id);
    let last = all.partition_point(|it| it.instance <= row.id);
    &all[first..last]
}
