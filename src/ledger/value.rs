//! Values to columns and back: times as UTC and offset, days as text, our closed lists as their tokens.

use crate::engine::moment::Stamp;
use crate::engine::reason::Reason;
use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, Type};
use serde::Serialize;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

/// Milliseconds since 1970 in UTC.
pub(super) fn utc(stamp: Stamp) -> i64 {
    stamp.timestamp_millis()
}

/// Seconds east of UTC.
pub(super) fn offset(stamp: Stamp) -> i32 {
    stamp.offset().local_minus_utc()
}

/// Cells of a row, one after the other, in the order in which the statement names them: SQLite finds a column by its name
/// by comparing it with all of them, which is most of the time that a long record takes to read.
pub(super) struct Cells<'r, 's> {
    row: &'r Row<'s>,
    next: usize,
}

impl<'r, 's> Cells<'r, 's> {
    pub(super) fn of(row: &'r Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    fn step(&mut self) -> usize {
        self.next += 1;
        self.next - 1
    }

    /// The next cell.
    pub(super) fn get<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.row.get(self.step())
    }

    /// The text of the next cell.
    pub(super) fn text(&mut self) -> rusqlite::Result<&'r str> {
        Ok(self.row.get_ref(self.step())?.as_str()?)
    }

    /// The time in the next two cells.
    pub(super) fn stamp(&mut self) -> rusqlite::Result<Stamp> {
        self.maybe_stamp()?.ok_or_else(|| unreadable("a time"))
    }

    /// The same, where there may be none.
    pub(super) fn maybe_stamp(&mut self) -> rusqlite::Result<Option<Stamp>> {
        let (utc, offset) = (self.get::<Option<i64>>()?, self.get::<Option<i32>>()?);
        let Some(utc) = utc else { return Ok(None) };
        let time = DateTime::from_timestamp_millis(utc).zip(offset.and_then(FixedOffset::east_opt));
        time.map(|(time, offset)| Some(time.with_timezone(&offset))).ok_or_else(|| unreadable("a time"))
    }

    /// An instance's id.
    pub(super) fn id(&mut self) -> rusqlite::Result<u64> {
        u64::try_from(self.get::<i64>()?).map_err(|_| unreadable("an id"))
    }

    /// A day kept as `YYYY-MM-DD`.
    pub(super) fn day(&mut self) -> rusqlite::Result<NaiveDate> {
        date(self.text()?).ok_or_else(|| unreadable("a day"))
    }

    /// The value of the token of one of our closed lists.
    pub(super) fn of_token<T: DeserializeOwned>(&mut self) -> rusqlite::Result<T> {
        self.maybe_of_token()?.ok_or_else(|| unreadable("a word"))
    }

    /// The same, where there may be none.
    pub(super) fn maybe_of_token<T: DeserializeOwned>(&mut self) -> rusqlite::Result<Option<T>> {
        let Some(token) = self.row.get_ref(self.step())?.as_str_or_null()? else { return Ok(None) };
        let token: StrDeserializer<'_, Error> = token.into_deserializer();
        T::deserialize(token).map(Some).map_err(|_| unreadable("a word"))
    }

    /// Why something was decided, if it was. What is none of our values is a sentence of before they were kept.
    pub(super) fn reason(&mut self) -> rusqlite::Result<Option<Reason>> {
        let text = self.text()?;
        // Nothing that was written may be unreadable later: what is no value of ours is told as the sentence that it is.
        let known = || serde_json::from_str(text).unwrap_or_else(|_| Reason::Legacy(text.to_owned()));
        Ok((!text.is_empty()).then(known))
    }
}

/// A day as we write it. The general way of reading dates takes several times as long, and each row has one.
fn date(text: &str) -> Option<NaiveDate> {
    let (year, month, day) = (text.get(..4)?, text.get(5..7)?, text.get(8..)?);
    let written = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let of = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    of.filter(|_| written)
}

/// An instance's id as a column.
pub(super) fn key(id: u64) -> rusqlite::Result<i64> {
    i64::try_from(id).map_err(|_| unreadable("id"))
}

/// The token of one of our closed lists.
pub(super) fn token<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

/// A value as JSON, for a column that only we read.
pub(super) fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What this version cannot have written, where this should be.
pub(super) fn unreadable(name: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(FromSqlError::Other(name.into())))
}
