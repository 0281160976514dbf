//! The journal's bound: a program that flips a switch hundreds of times a second must not fill the disk. Owns how many
//! lines an hour may bring and how many were left out; never decides what a line says, and never bounds the record.

use crate::engine::moment::Stamp;
use crate::engine::reason::Reason;
use crate::ledger::{Entry, EntryKind};
use chrono::TimeDelta;

/// Lines an hour.
// A busy one at the desk brings some two hundred.
const MOST: u32 = 3000;
/// What is always told: where a process begins and ends.
// The next start reads it.
const ALWAYS: [&str; 3] = ["run", "kill", "quit"];

/// The hour's count.
#[derive(Debug, Default)]
pub(super) struct Bound {
    since: Option<Stamp>,
    lines: u32,
    left_out: u32,
}

impl Bound {
    /// What of this line is written: the line, nothing, or first a word on those that were left out.
    pub(super) fn admit(&mut self, entry: Entry) -> Vec<Entry> {
        let anew = self.since.is_none_or(|since| (entry.at - since).abs() >= TimeDelta::hours(1));
        let always = entry.kind == EntryKind::Input && ALWAYS.contains(&entry.text.as_str());
        if !anew && !always && self.lines >= MOST {
            self.left_out += 1;
            return Vec::new();
        }
        let mut admitted = Vec::new();
        if self.left_out > 0 {
            admitted.push(Entry {
                kind: EntryKind::Decision,
                text: Entry::left_out(std::mem::take(&mut self.left_out)),
                reason: Some(Reason::TooOften),
                ..entry.clone()
            });
        }
        if anew {
            (self.since, self.lines) = (Some(entry.at), 0);
        }
        self.lines += 1;
        admitted.push(entry);
        admitted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reasons;
    use chrono::NaiveTime;

    fn line(minute: i64, text: &str) -> Entry {
        let start: Stamp = "2026-01-05T09:00:00Z".parse().expect("a time");
        super::super::journal::input(start + TimeDelta::minutes(minute), NaiveTime::MIN, text.into())
    }

    #[test]
    fn a_flood_is_bounded_and_what_was_left_out_is_said() {
        let mut bound = Bound::default();
        let written: usize = (0..10_000).map(|_| bound.admit(line(0, "dnd on")).len()).sum();
        assert_eq!(written, MOST as usize);
        let end = bound.admit(line(1, "quit"));
        assert_eq!(end.len(), 2, "an orderly end is always told");
        assert_eq!(reasons::decided(&end[0]), "left out 7000 lines of the journal");
        assert_eq!(reasons::decided(&line(2, "left out 3 lines")), "left out 3 lines", "as it was written before");
        assert_eq!((end[0].kind, end[1].text.as_str()), (EntryKind::Decision, "quit"));
    }

    #[test]
    fn the_next_hour_begins_anew() {
        let mut bound = Bound::default();
        let flood = |bound: &mut Bound, minute| (0..MOST + 5).map(|_| bound.admit(line(minute, "active")).len()).sum();
        let (first, second): (usize, usize) = (flood(&mut bound, 0), flood(&mut bound, 60));
        assert_eq!((first, second), (MOST as usize, MOST as usize + 1));
    }
}
