//! The 20 hard calendars of `cases/`, read by the library.

use chrono::DateTime;
use serde_json::Value;
use std::path::{Path, PathBuf};
use unhunch::calendar::{Extent, Occurrence, Window, occurrences};
use unhunch::zones::{Named, Zone};

/// One case.
pub(crate) struct Case {
    pub(crate) file: PathBuf,
    pub(crate) window: Window,
    /// uid, start and end, sorted.
    pub(crate) events: Vec<[String; 3]>,
}

/// All of them.
pub(crate) fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calendar/cases");
    let lines = std::fs::read_to_string(folder.join("expected.jsonl")).unwrap();
    let instant = |value: &Value| DateTime::from_timestamp(value.as_i64().unwrap(), 0).unwrap();
    let cases: Vec<Case> = lines
        .lines()
        .map(|line| {
            let case: Value = serde_json::from_str(line).unwrap();
            let mut events: Vec<[String; 3]> = serde_json::from_value(case["events"].clone()).unwrap();
            events.sort();
            Case {
                file: folder.join(case["file"].as_str().unwrap()),
                window: Window { from: instant(&case["from"]), to: instant(&case["to"]) },
                events,
            }
        })
        .collect();
    assert_eq!(cases.len(), 20);
    cases
}

/// Where the person of the cases is.
pub(crate) fn los_angeles() -> Zone {
    Zone::Named(Named::find("America/Los_Angeles").unwrap())
}

fn told(one: &Occurrence) -> [String; 3] {
    let [start, end] = match one.span {
        Extent::Timed { start, end } => [start, end].map(|at| at.format("%Y%m%dT%H%M%SZ").to_string()),
        Extent::Days { start, end } => [start, end].map(|day| day.format("%Y%m%d").to_string()),
    };
    [one.uid.clone(), start, end]
}

#[test]
fn the_hard_calendars() {
    for case in all() {
        let text = std::fs::read(&case.file).unwrap();
        let read = occurrences(&text, &case.window, &los_angeles()).unwrap();
        let mut events: Vec<_> = read.iter().map(told).collect();
        events.sort();
        assert_eq!(events, case.events, "{}", case.file.display());
    }
}
