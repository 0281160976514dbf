//! One instance to a row and back.

use super::value::{Cells, key, offset, token, unreadable, utc};
use crate::engine::instance::{Hold, Instance};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;

/// A closed row keeps its outcome: another one is refused by a trigger, and what a person corrected stays corrected.
const UPSERT: &str =
    "INSERT INTO instance VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, \
     ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)
     ON CONFLICT (id) DO UPDATE SET
        first_prompt_utc = excluded.first_prompt_utc, first_prompt_offset = excluded.first_prompt_offset,
        start_utc = excluded.start_utc, start_offset = excluded.start_offset,
        end_utc = excluded.end_utc, end_offset = excluded.end_offset,
        outcome = CASE WHEN edits > 0 THEN outcome ELSE excluded.outcome END,
        evidence = CASE WHEN edits > 0 THEN evidence ELSE excluded.evidence END,
        cancelled = CASE WHEN edits > 0 THEN cancelled ELSE excluded.cancelled END,
        short = CASE WHEN edits > 0 THEN short ELSE excluded.short END,
        away_s = excluded.away_s, prompts = excluded.prompts, snoozes = excluded.snoozes,
        snoozed_s = excluded.snoozed_s, response_s = excluded.response_s, holds = excluded.holds,
        exercise = excluded.exercise, result = excluded.result, delivery = excluded.delivery";

/// Writes the row as it is now. What was fixed when it fell due (reminder, due, zone, day) stays as first written.
pub(super) fn write(connection: &Connection, row: &Instance) -> rusqlite::Result<()> {
    let holds = serde_json::to_string(&row.holds).map_err(|_| unreadable("holds"))?;
    connection.prepare_cached(UPSERT)?.execute(params![
        key(row.id)?,
        row.reminder,
        utc(row.due),
        offset(row.due),
        row.zone,
        row.day.to_string(),
        row.first_prompt.map(utc),
        row.first_prompt.map(offset),
        row.start.map(utc),
        row.start.map(offset),
        row.end.map(utc),
        row.end.map(offset),
        row.outcome.as_ref().and_then(token),
        row.evidence.as_ref().and_then(token),
        row.away_s,
        row.prompts,
        row.snoozes,
        row.snoozed_s,
        row.response_s,
        holds,
        row.exercise,
        row.result.as_ref().and_then(token),
        token(&row.delivery),
        row.short,
        row.cancelled.as_ref().and_then(token),
        u32::from(row.edited),
    ])?;
    Ok(())
}

/// The instance in a row of all columns, in the order of the table.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Instance> {
    let mut cells = Cells::of(row);
    Ok(Instance {
        id: cells.id()?,
        reminder: cells.get()?,
        due: cells.stamp()?,
        zone: cells.get()?,
        day: cells.day()?,
        first_prompt: cells.maybe_stamp()?,
        start: cells.maybe_stamp()?,
        end: cells.maybe_stamp()?,
        outcome: cells.maybe_of_token()?,
        evidence: cells.maybe_of_token()?,
        away_s: cells.get()?,
        prompts: cells.get()?,
        snoozes: cells.get()?,
        snoozed_s: cells.get()?,
        response_s: cells.get()?,
        holds: holds(cells.text()?)?,
        exercise: cells.get()?,
        result: cells.maybe_of_token()?,
        delivery: cells.of_token()?,
        short: cells.get()?,
        cancelled: cells.maybe_of_token()?,
        edited: cells.get::<u32>()? > 0,
    })
}

fn holds(text: &str) -> rusqlite::Result<BTreeMap<Hold, u32>> {
    // Most rows were held by nothing.
    if text == "{}" { Ok(BTreeMap::new()) } else { serde_json::from_str(text).map_err(|_| unreadable("holds")) }
}
