//! One instance to a row and back.

use super::value::{day, id, key, maybe_of_token, maybe_stamp, of_token, offset, stamp, token, unreadable, utc};
use crate::engine::instance::Instance;
use rusqlite::{Connection, Row, params};

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

/// The instance in a row of all columns.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Instance> {
    let holds = serde_json::from_str(row.get_ref("holds")?.as_str()?).map_err(|_| unreadable("holds"))?;
    Ok(Instance {
        id: id(row, "id")?,
        reminder: row.get("reminder")?,
        due: stamp(row, "due")?,
        zone: row.get("zone")?,
        day: day(row)?,
        first_prompt: maybe_stamp(row, "first_prompt")?,
        start: maybe_stamp(row, "start")?,
        end: maybe_stamp(row, "end")?,
        outcome: maybe_of_token(row, "outcome")?,
        evidence: maybe_of_token(row, "evidence")?,
        away_s: row.get("away_s")?,
        prompts: row.get("prompts")?,
        snoozes: row.get("snoozes")?,
        snoozed_s: row.get("snoozed_s")?,
        response_s: row.get("response_s")?,
        holds,
        exercise: row.get("exercise")?,
        result: maybe_of_token(row, "result")?,
        delivery: of_token(row, "delivery")?,
        short: row.get("short")?,
        cancelled: maybe_of_token(row, "cancelled")?,
        edited: row.get::<_, u32>("edits")? > 0,
    })
}
