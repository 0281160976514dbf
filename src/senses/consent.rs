//! What Windows writes of each program that may use a microphone or a camera, read as who uses it now. PURE: the entries
//! are read elsewhere.
//!
//! Windows notes when a program began and stopped to use the device. One that has not stopped uses it, unless it began
//! before the machine was started, or is a file of which no process runs: a program that dies at the wrong moment leaves
//! its note behind for ever (hass-workstation-service#40).

use super::calls::{Use, name};
use chrono::{DateTime, Utc};
use std::time::Duration;

/// From the first day of the times of Windows, 1601-01-01, to that of Unix, in microseconds.
const EPOCHS_APART: i64 = 11_644_473_600_000_000;

/// What is noted of one program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ConsentEntry {
    /// The name of its key.
    pub key: String,
    /// It is a file rather than a package.
    pub is_file: bool,
    /// When it began, in Windows' ticks of 100 ns; 0 for never.
    pub began: u64,
    /// When it stopped; 0 for not yet.
    pub stopped: u64,
}

/// When the machine was started, in Windows' ticks.
pub(super) fn boot(now: DateTime<Utc>, since: Duration) -> u64 {
    let since = i64::try_from(since.as_micros()).unwrap_or(i64::MAX);
    let micros = now.timestamp_micros().saturating_add(EPOCHS_APART).saturating_sub(since);
    u64::try_from(micros).unwrap_or(0).saturating_mul(10)
}

/// Who uses the device, by these entries; `runs` tells whether a process runs of a file of this name.
pub(super) fn in_use(entries: &[ConsentEntry], boot: u64, runs: impl Fn(&str) -> bool) -> Use {
    let uses =
        |entry: &&ConsentEntry| entry.began > boot && entry.stopped == 0 && (!entry.is_file || runs(file(&entry.key)));
    // The last one to begin: a program that listens all day is no news beside a call.
    let latest = entries.iter().filter(uses).max_by_key(|entry| entry.began);
    latest.map_or(Use::Free, |entry| Use::By(program(entry)))
}

/// The program's name: that of a file without its ending, or a package's without its publisher.
fn program(entry: &ConsentEntry) -> Option<String> {
    let called = if entry.is_file {
        let file = file(&entry.key);
        file.rsplit_once('.').map_or(file, |(stem, _)| stem)
    } else {
        let family = entry.key.rsplit_once('_').map_or(entry.key.as_str(), |(package, _)| package);
        family.rsplit('.').next().unwrap_or(family)
    };
    name(called.as_bytes())
}

/// The last part of a path, whose parts Windows parts by `#` in the name of a key.
fn file(key: &str) -> &str {
    key.rsplit('#').next().unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(key: &str, began: u64, stopped: u64) -> ConsentEntry {
        ConsentEntry { key: key.into(), is_file: key.contains('#'), began, stopped }
    }

    fn used(entries: &[ConsentEntry]) -> Use {
        in_use(entries, 100, |file| file != "gone.exe")
    }

    #[test]
    fn a_program_is_named_as_a_person_knows_it() {
        let by = |name: &str| Use::By(Some(name.into()));
        assert_eq!(used(&[entry("C:#Program Files#Zoom#bin#Zoom.exe", 200, 0)]), by("Zoom"));
        assert_eq!(used(&[entry("MSTeams_8wekyb3d8bbwe", 200, 0)]), by("MSTeams"));
        assert_eq!(used(&[entry("5319275A.WhatsAppDesktop_cv1g1gvanyjgm", 200, 0)]), by("WhatsAppDesktop"));
        assert_eq!(used(&[entry("C:#a\u{202e}b.exe", 200, 0)]), by("ab"), "what steers text is left out");
        assert_eq!(used(&[entry("C:#x#", 200, 0)]), Use::By(None));
    }

    #[test]
    fn who_has_stopped_or_can_be_there_no_more_does_not_use_it() {
        assert_eq!(used(&[]), Use::Free);
        assert_eq!(used(&[entry("Camera_x", 0, 0), entry("Teams_x", 200, 300)]), Use::Free);
        assert_eq!(used(&[entry("Teams_x", 99, 0)]), Use::Free, "before the machine was started");
        assert_eq!(used(&[entry("C:#gone.exe", 200, 0)]), Use::Free, "no such process");
    }

    #[test]
    fn of_two_the_later_one_is_named() {
        let both = [entry("Recorder_x", 150, 0), entry("C:#talk.exe", 200, 0), entry("Camera_x", 300, 310)];
        assert_eq!(used(&both), Use::By(Some("talk".into())));
    }

    #[test]
    fn windows_counts_from_its_own_first_day() {
        let now = "2026-01-05T09:00:00Z".parse().unwrap();
        assert_eq!(boot(now, Duration::ZERO), 134_120_772_000_000_000);
        assert_eq!(boot(now, Duration::from_hours(1)), 134_120_736_000_000_000);
    }
}
