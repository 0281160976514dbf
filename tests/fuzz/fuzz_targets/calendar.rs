//! Any bytes as a calendar: no panic, no hang, and what comes is in the window, in order, and ends after it begins.

#![no_main]

use chrono::{DateTime, TimeDelta};
use libfuzzer_sys::fuzz_target;
use unhunch::calendar::{Policy, Extent, Window, meetings, read};
use unhunch::zones::{Named, Zone};

fuzz_target!(|text: &[u8]| {
    let zone = Named::find("America/Los_Angeles").map(Zone::Named).expect("a zone");
    let from = DateTime::from_timestamp(1_773_446_400, 0).expect("a time");
    let window = Window { from, to: from + TimeDelta::days(3) };
    let Ok(reading) = read(text, &window, &zone) else { return };
    let starts: Vec<_> = reading.occurrences.iter().map(|one| one.span.begins(&zone)).collect();
    assert!(starts.is_sorted());
    assert!(starts.iter().all(|at| (window.from..window.to).contains(at)));
    for one in &reading.occurrences {
        match one.span {
            Extent::Timed { start, end } => assert!(start <= end),
            Extent::Days { start, end } => assert!(start < end),
        }
    }
    let all = Policy { all_busy: true, me: Vec::new() };
    assert!(meetings(&reading.occurrences, &all, &zone).len() <= reading.occurrences.len());
});
