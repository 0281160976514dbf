//! Values to columns and back: times as UTC and offset, days as text, our closed lists as their tokens.

use crate::engine::moment::Stamp;
use crate::engine::reason::Reason;
use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Milliseconds since 1970 in UTC.
pub(super) fn utc(stamp: Stamp) -> i64 {
    stamp.timestamp_millis()
}

/// Seconds east of UTC.
pub(super) fn offset(stamp: Stamp) -> i32 {
    stamp.offset().local_minus_utc()
}

/// The time kept in the columns `NAME_utc` and `NAME_offset`.
pub(super) fn stamp(row: &Row<'_>, name: &str) -> rusqlite::Result<Stamp> {
    maybe_stamp(row, name)?.ok_or_else(|| unreadable(name))
}

/// The same, where there may be none.
pub(super) fn maybe_stamp(row: &Row<'_>, name: &str) -> rusqlite::Result<Option<Stamp>> {
    let Some(utc) = row.get::<_, Option<i64>>(format!("{name}_utc").as_str())? else { return Ok(None) };
    let offset = FixedOffset::east_opt(row.get(format!("{name}_offset").as_str())?);
    let time = DateTime::from_timestamp_millis(utc).zip(offset);
    time.map(|(time, offset)| Some(time.with_timezone(&offset))).ok_or_else(|| unreadable(name))
}

/// An instance's id as a column.
pub(super) fn key(id: u64) -> rusqlite::Result<i64> {
    i64::try_from(id).map_err(|_| unreadable("id"))
}

/// An instance's id from that column.
pub(super) fn id(row: &Row<'_>, name: &str) -> rusqlite::Result<u64> {
    u64::try_from(row.get::<_, i64>(name)?).map_err(|_| unreadable(name))
}

/// A day kept as `YYYY-MM-DD`.
pub(super) fn day(row: &Row<'_>) -> rusqlite::Result<NaiveDate> {
    row.get_ref("day")?.as_str()?.parse().map_err(|_| unreadable("day"))
}

/// The token of one of our closed lists.
pub(super) fn token<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

/// The value of that token.
pub(super) fn of_token<T: DeserializeOwned>(row: &Row<'_>, name: &str) -> rusqlite::Result<T> {
    maybe_of_token(row, name)?.ok_or_else(|| unreadable(name))
}

/// The same, where there may be none.
pub(super) fn maybe_of_token<T: DeserializeOwned>(row: &Row<'_>, name: &str) -> rusqlite::Result<Option<T>> {
    let Some(token) = row.get_ref(name)?.as_str_or_null()? else { return Ok(None) };
    serde_json::from_value(serde_json::Value::from(token)).map(Some).map_err(|_| unreadable(name))
}

/// A value as JSON, for a column that only we read.
pub(super) fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Why something was decided, if it was. What is none of our values is a sentence of before they were kept.
pub(super) fn reason(row: &Row<'_>) -> rusqlite::Result<Option<Reason>> {
    let text = row.get_ref("reason")?.as_str()?;
    // Nothing that was written may be unreadable later: what is no value of ours is told as the sentence that it is.
    let known = || serde_json::from_str(text).unwrap_or_else(|_| Reason::Legacy(text.to_owned()));
    Ok((!text.is_empty()).then(known))
}

/// What this version cannot have written, in the column of this name.
pub(super) fn unreadable(name: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(FromSqlError::Other(name.into())))
}
