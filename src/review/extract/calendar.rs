//! The extract as a calendar (RFC 5545): breaks and check-ins as events that block no time. Owns the lines and how they are
//! folded and escaped; the words are `text`'s.

use super::Extract;
use crate::engine::event::Action;
use crate::engine::instance::{Instance, Outcome};
use crate::engine::moment::Stamp;
use crate::ledger::CheckIn;
use crate::text::{data as text, review};

/// A line has at most so many bytes, its end left out (RFC 5545, 3.1).
const WIDEST: usize = 75;

/// The calendar. The shape of the days is not in it: thousands of stretches would hide every event.
pub(super) fn text(extract: &Extract, made: Stamp) -> String {
    let head = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".into(),
        concat!("PRODID:-//Unhunch//Unhunch ", env!("CARGO_PKG_VERSION"), "//EN").into(),
        "CALSCALE:GREGORIAN".into(),
    ];
    let breaks = extract.rows.iter().flat_map(|row| of_break(row, extract.recorded(row).0, made));
    let check_ins = extract.check_ins.iter().flat_map(|one| of_check_in(one, made));
    let lines = head.into_iter().chain(breaks).chain(check_ins).chain(["END:VCALENDAR".into()]);
    lines.map(|line| folded(&line)).collect()
}

fn of_break(row: &Instance, id: u64, made: Stamp) -> Vec<String> {
    // Only what was had took time; all others are at the time when they were due.
    let had = matches!(row.outcome, Some(Outcome::Taken | Outcome::Natural));
    let from = row.start.filter(|_| had).unwrap_or(row.due);
    let to = row.end.filter(|end| had && *end > from);
    // An id is one ledger's alone, and the due time never changes: together they are the same in each extract, and another
    // person's are others.
    let uid = format!("break-{id}-{}", row.due.timestamp_millis());
    let about = review::detail(row, None);
    event(&uid, (from, to), made, &text::break_event(&row.reminder, &review::outcome(row)), &about)
}

fn of_check_in(one: &CheckIn, made: Stamp) -> Vec<String> {
    let felt = if one.answer == Action::Sore {
        text::felt_sore()
    } else if one.answer == Action::Tight {
        text::felt_tight()
    } else {
        text::felt_loose()
    };
    event(&format!("check-in-{}", one.at.timestamp_millis()), (one.at, None), made, &felt, "")
}

fn event(uid: &str, (from, to): (Stamp, Option<Stamp>), made: Stamp, summary: &str, about: &str) -> Vec<String> {
    let time = |at: Stamp| at.to_utc().format("%Y%m%dT%H%M%SZ").to_string();
    let lines = [
        Some("BEGIN:VEVENT".to_owned()),
        Some(format!("UID:{uid}@unhunch")),
        Some(format!("DTSTAMP:{}", time(made))),
        Some(format!("DTSTART:{}", time(from))),
        to.map(|to| format!("DTEND:{}", time(to))),
        Some(format!("SUMMARY:{}", escaped(summary))),
        Some(about).filter(|about| !about.is_empty()).map(|about| format!("DESCRIPTION:{}", escaped(about))),
        Some("CLASS:PRIVATE".into()),
        // It is not to make anybody look busy.
        Some("TRANSP:TRANSPARENT".into()),
        Some("END:VEVENT".into()),
    ];
    lines.into_iter().flatten().collect()
}

/// A text as a value (3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            // No line may hold another one.
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A line in pieces that are short enough, between letters; each further one begins with a blank (3.1).
fn folded(line: &str) -> String {
    let (mut out, mut width) = (String::with_capacity(line.len() + 2), 0);
    for letter in line.chars() {
        if width + letter.len_utf8() > WIDEST {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters_and_come_back_whole() {
        for line in ["short", &"x".repeat(75), &"x".repeat(76), &"ä".repeat(200), &format!("{}€", "x".repeat(74))] {
            let folded = folded(line);
            assert!(folded.split("\r\n").all(|piece| piece.len() <= WIDEST), "{folded:?}");
            assert_eq!(folded.strip_suffix("\r\n").expect("an end").replace("\r\n ", ""), line);
        }
    }

    #[test]
    fn a_value_holds_no_line_and_no_list() {
        assert_eq!(escaped("a, b; c\\d\r\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
