//! A bound on time for what reads a text: a thread reads, and a watchdog waits.

use chrono::{DateTime, TimeDelta};
use std::sync::mpsc;
use std::time::Duration;
use unhunch::calendar::{Extent, Problem, Reading, Window, read};
use unhunch::zones::{Named, Zone};

/// Three days in March 2026, with the change of clocks in America just behind.
pub(crate) fn window() -> Window {
    let from = DateTime::from_timestamp(1_773_558_000, 0).unwrap();
    Window { from, to: from + TimeDelta::days(3) }
}

/// Reads a text; fails if that takes longer than the bound, panics, or breaks what holds for any text.
pub(crate) fn read_within(bound: Duration, what: &str, text: Vec<u8>) -> Result<Reading, Problem> {
    let (done, waits) = mpsc::channel();
    std::thread::spawn(move || {
        let zone = Zone::Named(Named::find("America/Los_Angeles").unwrap());
        let reading = read(&text, &window(), &zone);
        let _ = done.send((reading, zone));
    });
    let (reading, zone) = match waits.recv_timeout(bound) {
        Ok(both) => both,
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("{what}: not read within {bound:?}"),
        Err(mpsc::RecvTimeoutError::Disconnected) => panic!("{what}: the reader panicked"),
    };
    if let Ok(reading) = &reading {
        let starts: Vec<_> = reading.occurrences.iter().map(|one| one.span.begins(&zone)).collect();
        assert!(starts.is_sorted(), "{what}: in order");
        assert!(starts.iter().all(|at| (window().from..window().to).contains(at)), "{what}: in the window");
        for one in &reading.occurrences {
            match one.span {
                Extent::Timed { start, end } => assert!(start <= end, "{what}: {one:?}"),
                Extent::Days { start, end } => assert!(start < end, "{what}: {one:?}"),
            }
        }
    }
    reading
}
