//! Rows straight off the pages of a damaged file and its log, for what no tree leads to any more. Owns the form of pages,
//! cells and records as far as that needs it; never decides what a row is worth.

use rusqlite::types::Value;
use std::collections::BTreeMap;

/// How large a page of every ledger is.
// SQLite's default, and nothing here ever set another: a file that says otherwise is not one of ours.
const PAGE: usize = 4096;
/// Before the first page of a log, and before each.
const LOG_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;
/// No row of a ledger is as long as this.
const LONGEST: usize = 1 << 24;

/// How many pages were written into a log since it began anew; none if it does not begin as one.
pub(super) fn frames(log: &[u8]) -> Option<usize> {
    // The number at the head of a log ends in 82 or 83, by the order of the bytes in its sums; behind it stands the
    // salt of its round.
    let salt = be32(log, 16).filter(|_| log.starts_with(&[0x37, 0x7f, 0x06]))?;
    // A log is begun anew over the frames of the round before. Each frame carries the salt of its round, so the first with
    // another salt is a leftover, and so is all behind it.
    let frames = log.get(LOG_HEAD..)?.chunks_exact(FRAME_HEAD + PAGE);
    Some(frames.take_while(|frame| be32(frame, 8) == Some(salt)).count())
}

/// A row as it lies on a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// Its number, where the table has such; otherwise the values begin with the key.
    pub rowid: Option<i64>,
    /// The values, in the order in which they are stored.
    pub values: Vec<Value>,
}

/// The pages of a file by their numbers, the newest of each first.
pub(super) struct Pages<'a>(BTreeMap<u32, Vec<&'a [u8]>>);

impl<'a> Pages<'a> {
    /// Those of a file and of its log, of which either may be cut short or spoilt.
    pub(super) fn of(file: &'a [u8], log: &'a [u8]) -> Self {
        let mut frames: Vec<(u32, usize, u32, &[u8])> = Vec::new();
        let body = log.get(LOG_HEAD..).unwrap_or_default();
        for (at, frame) in body.chunks_exact(FRAME_HEAD + PAGE).enumerate() {
            if let (Some(number), Some(salt), Some(page)) = (be32(frame, 0), be32(frame, 8), frame.get(FRAME_HEAD..)) {
                frames.push((salt, at, number, page));
            }
        }
        // A log that begins anew does so with a higher number, over the frames of before.
        frames.sort_unstable_by_key(|&(salt, at, ..)| std::cmp::Reverse((salt, at)));
        let mut pages = Self(BTreeMap::new());
        for (_, _, number, page) in frames {
            pages.0.entry(number).or_default().push(page);
        }
        for (number, page) in (1..).zip(file.chunks_exact(PAGE)) {
            pages.0.entry(number).or_default().push(page);
        }
        pages
    }

    /// Every row that can be read, those of the newest pages first.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> {
        let deepest = self.0.values().map(Vec::len).max().unwrap_or(0);
        // The first page holds the schema alone, behind a head of its own: no row of ours is there.
        let versions = (0..deepest).flat_map(|age| self.0.range(2..).filter_map(move |(_, all)| all.get(age).copied()));
        versions.flat_map(|page| self.cells(page))
    }

    fn cells(&self, page: &[u8]) -> Vec<Row> {
        // The leaves of tables; leaves and inner pages of indexes, which a table without row numbers is stored as. The
        // inner pages of other tables hold no rows.
        let (table, pointers) = match page.first() {
            Some(0x0d) => (true, 8),
            Some(0x0a) => (false, 8),
            Some(0x02) => (false, 12),
            Some(_) | None => return Vec::new(),
        };
        let count = be16(page, 3).unwrap_or(0);
        let cells = (0..count).filter_map(|at| be16(page, pointers + 2 * at));
        let skip = if pointers == 12 { 4 } else { 0 };
        cells.filter_map(|cell| self.row(page.get(cell + skip..)?, table)).collect()
    }

    fn row(&self, cell: &[u8], table: bool) -> Option<Row> {
        let (length, mut rest) = varint(cell)?;
        let mut rowid = None;
        if table {
            let (number, after) = varint(rest)?;
            (rowid, rest) = (Some(number), after);
        }
        let length = usize::try_from(length).ok().filter(|length| *length <= LONGEST)?;
        // SQLite's own bounds for what a cell may hold on its page (its file format, 1.6).
        let payload = self.payload(rest, length, if table { PAGE - 35 } else { (PAGE - 12) * 64 / 255 - 23 })?;
        Some(Row { rowid, values: record(&payload)? })
    }

    /// What does not fit beside the other rows of a page lies on pages of its own, one leading to the next.
    fn payload(&self, cell: &[u8], length: usize, most: usize) -> Option<Vec<u8>> {
        if length <= most {
            return cell.get(..length).map(<[u8]>::to_vec);
        }
        let least = (PAGE - 12) * 32 / 255 - 23;
        // As much stays as lets the rest fill whole pages, if that much fits.
        let here = least + (length - least) % (PAGE - 4);
        let here = if here <= most { here } else { least };
        let mut payload = cell.get(..here)?.to_vec();
        let mut next = be32(cell, here)?;
        // A chain that was bent into a ring ends too: each page adds to what was read, and the length is bounded.
        while payload.len() < length {
            let page = *self.0.get(&next)?.first()?;
            let wanted = (length - payload.len()).min(PAGE - 4);
            payload.extend_from_slice(page.get(4..4 + wanted)?);
            next = be32(page, 0)?;
        }
        Some(payload)
    }
}

fn record(payload: &[u8]) -> Option<Vec<Value>> {
    let (length, _) = varint(payload)?;
    let length = usize::try_from(length).ok()?;
    let (mut head, mut body) = (varint(payload.get(..length)?)?.1, payload.get(length..)?);
    let mut values = Vec::new();
    while !head.is_empty() {
        let (kind, after) = varint(head)?;
        let (value, rest) = value(kind, body)?;
        values.push(value);
        (head, body) = (after, rest);
    }
    Some(values)
}

fn value(kind: i64, body: &[u8]) -> Option<(Value, &[u8])> {
    // Zero and one have kinds of their own and take no bytes; ten and eleven are in no file.
    let size = match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        12.. => usize::try_from((kind - 12) / 2).ok()?,
        _ => return None,
    };
    let (bytes, rest) = body.split_at_checked(size)?;
    let value = match kind {
        0 => Value::Null,
        8 | 9 => Value::Integer(kind - 8),
        1..=6 => {
            let negative = bytes.first().is_some_and(|first| *first >= 0x80);
            let begun = if negative { -1 } else { 0 };
            Value::Integer(bytes.iter().fold(begun, |all, byte| (all << 8) | i64::from(*byte)))
        }
        7 => Value::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
        _ if kind % 2 == 0 => Value::Blob(bytes.to_vec()),
        _ => Value::Text(String::from_utf8(bytes.to_vec()).ok()?),
    };
    Some((value, rest))
}

/// A number of one to nine bytes, seven bits each but for the ninth.
fn varint(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let mut all: u64 = 0;
    for (at, byte) in bytes.iter().take(9).enumerate() {
        let last = at == 8;
        all = if last { (all << 8) | u64::from(*byte) } else { (all << 7) | u64::from(byte & 0x7f) };
        if last || byte & 0x80 == 0 {
            return Some((all.cast_signed(), bytes.get(at + 1..)?));
        }
    }
    None
}

fn be16(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at + 2)?;
    Some(usize::from(u16::from_be_bytes(two.try_into().ok()?)))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
