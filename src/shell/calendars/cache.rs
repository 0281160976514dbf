//! The last copy of each fetched calendar. Owns when an address may be asked again, and files that only this user may
//! read, named so that the address cannot be told from the name.

use super::fetch::{Fetched, Tags};
use crate::calendar::MOST_BYTES;
use crate::parts::calendar::Why;
use crate::shell::paths::{fingerprint, fingerprint_of};
use crate::system::files::{guarded, private_folder, whole};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The longest pause between two requests, whatever a server wishes or does.
const LONGEST: Duration = Duration::from_hours(6);
/// The longest that a server's own wish is followed.
// A calendar may wish for a week; what is changed today is to be known today.
const LONGEST_WISH: Duration = Duration::from_hours(4);
/// A copy counts for so long while the server cannot be reached.
// Over a long weekend without a network.
const UNREACHED: TimeDelta = TimeDelta::days(4);
/// A copy counts for so long when the server says that there is nothing any more.
// It may be the server's mistake; one that is gone for good must not keep anybody quiet.
const GONE: TimeDelta = TimeDelta::days(1);
/// What is known of an address is no longer than this.
const LONGEST_KNOWN: u64 = 64 << 10;

/// What is known of an address beside its copy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Known {
    /// What the copy is asked for by.
    pub tags: Tags,
    /// What the copy's bytes are known by, so that one that was damaged is not taken for what the server gave.
    pub print: Option<u64>,
    /// When the copy was last known to be true.
    pub good: Option<DateTime<Utc>>,
    /// When it may be asked again.
    pub next: Option<DateTime<Utc>>,
    /// Requests that failed since.
    pub failures: u32,
    /// Why the last one failed.
    pub trouble: Option<Why>,
    /// The server said that there is nothing for us.
    pub gone: bool,
}

impl Known {
    /// Whether it may be asked now. A time that is too far ahead was written before the clock was set back.
    pub(super) fn may_ask(&self, now: DateTime<Utc>, every: Duration) -> bool {
        self.next.is_none_or(|next| next <= now || next - now > delta(LONGEST.max(every)))
    }

    /// Takes in what came of a request; the copy's new text, if there is one. `wish`: what a text says of how often.
    pub(super) fn take(
        &mut self,
        fetched: Fetched,
        now: DateTime<Utc>,
        every: Duration,
        wish: impl Fn(&[u8]) -> Option<Duration>,
    ) -> Option<Vec<u8>> {
        let (body, fresh) = match fetched {
            Fetched::New { body, tags, fresh } => {
                self.tags = tags;
                (Some(body), fresh)
            }
            Fetched::Same { fresh } => (None, fresh),
            Fetched::Failed { why, gone } => {
                self.next = Some(now + delta(after_failures(self.failures, every)));
                self.failures = self.failures.saturating_add(1);
                (self.trouble, self.gone) = (Some(why), gone);
                return None;
            }
        };
        let wished = body.as_deref().and_then(wish).max(fresh).unwrap_or_default().min(LONGEST_WISH);
        let tags = std::mem::take(&mut self.tags);
        *self = Self { tags, print: self.print, good: Some(now), ..Self::default() };
        self.next = Some(now + delta(wished.max(every)));
        body
    }

    /// Whether the copy still counts.
    pub(super) fn counts(&self, now: DateTime<Utc>) -> bool {
        let most = if self.gone { GONE } else { UNREACHED };
        self.trouble.is_none() || self.good.is_some_and(|good| now - good <= most)
    }
}

/// The pause after another failure: it doubles.
fn after_failures(before: u32, every: Duration) -> Duration {
    // The bound is reached long before the shift would leave the number.
    every.saturating_mul(1 << before.min(16)).min(LONGEST.max(every))
}

fn delta(span: Duration) -> TimeDelta {
    TimeDelta::from_std(span).unwrap_or_default()
}

/// The copy of one address.
#[derive(Debug)]
pub(super) struct Copy {
    body: PathBuf,
    known: PathBuf,
}

impl Copy {
    /// In this folder, which is made if it is not there.
    pub(super) fn of(folder: &Path, address: &str) -> io::Result<Self> {
        private_folder(folder)?;
        let name = format!("{:016x}", fingerprint(OsStr::new(address)));
        Ok(Self { body: folder.join(format!("{name}.ics")), known: folder.join(format!("{name}.json")) })
    }

    /// What is known of it. A copy that was taken away, cut or damaged is asked for as if for the first time, but in
    /// trouble no sooner.
    pub(super) fn known(&self) -> Known {
        let text = guarded::read(&self.known, LONGEST_KNOWN).unwrap_or_default();
        let mut known: Known = serde_json::from_slice(&text).unwrap_or_default();
        let print = guarded::read(&self.body, MOST_BYTES as u64).ok().map(|body| fingerprint_of(&body));
        if print.is_none() || print != known.print {
            (known.tags, known.print, known.good) = (Tags::default(), None, None);
        }
        if known.good.is_none() && known.trouble.is_none() { Known::default() } else { known }
    }

    /// Keeps what is known now.
    pub(super) fn keep(&self, known: &Known) -> io::Result<()> {
        whole::write(&self.known, serde_json::to_string(known)?)
    }

    /// Keeps a new copy; what it is known by.
    pub(super) fn keep_body(&self, body: &[u8]) -> io::Result<u64> {
        whole::write(&self.body, body)?;
        Ok(fingerprint_of(body))
    }

    pub(super) fn body(&self) -> &Path {
        &self.body
    }
}

/// Forgets the copies of all but these addresses.
pub(super) fn forget_others<'a>(folder: &Path, addresses: impl Iterator<Item = &'a str>) {
    let ours: BTreeSet<String> = addresses.map(|one| format!("{:016x}", fingerprint(OsStr::new(one)))).collect();
    // What a killed reader left half written would stay for ever.
    whole::sweep(folder, |_| true);
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !ours.contains(name.split('.').next().unwrap_or_default()) {
            // One that stays is tried again with the next reading.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::calendars::wish::wish;

    const EVERY: Duration = Duration::from_mins(15);

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    fn failed(gone: bool) -> Fetched {
        Fetched::Failed { why: Why::TooSlow, gone }
    }

    #[test]
    fn an_address_is_asked_no_sooner_than_it_may_and_less_often_in_trouble() {
        let mut known = Known::default();
        assert!(known.may_ask(at(0), EVERY));
        let new = Fetched::New { body: b"x".to_vec(), tags: Tags::default(), fresh: Some(Duration::from_secs(5)) };
        assert_eq!(known.take(new, at(0), EVERY, wish), Some(b"x".to_vec()));
        assert!(!known.may_ask(at(14), EVERY) && known.may_ask(at(15), EVERY));
        known.take(Fetched::Same { fresh: Some(Duration::from_hours(1)) }, at(15), EVERY, wish);
        assert_eq!(known.next, Some(at(75)), "the server wishes so");
        known.take(Fetched::Same { fresh: Some(Duration::from_hours(99)) }, at(75), EVERY, wish);
        assert_eq!(known.next, Some(at(75 + 240)), "but not for ever");
        let pauses: Vec<i64> = (0..7)
            .map(|_| {
                known.take(failed(false), at(1000), EVERY, wish);
                (known.next.unwrap() - at(1000)).num_minutes()
            })
            .collect();
        assert_eq!(pauses, [15, 30, 60, 120, 240, 360, 360]);
        known.take(Fetched::Same { fresh: None }, at(2000), EVERY, wish);
        assert_eq!((known.next, known.failures, known.trouble.as_ref()), (Some(at(2015)), 0, None));
        assert!(known.may_ask(at(2015 - 24 * 60), EVERY), "the clock was set back by a day");
    }

    #[test]
    fn a_copy_counts_for_days_while_unreached_and_for_one_when_gone() {
        let day = 24 * 60;
        let mut known = Known { good: Some(at(0)), ..Known::default() };
        assert!(known.counts(at(100 * day)), "no trouble");
        known.take(failed(false), at(day), EVERY, wish);
        assert!(known.counts(at(4 * day)) && !known.counts(at(4 * day + 1)));
        known.take(failed(true), at(day), EVERY, wish);
        assert!(known.counts(at(day)) && !known.counts(at(day + 1)));
    }

    #[cfg(unix)] // with links and devices among its files
    #[test]
    fn nothing_waits_for_a_pipe_or_reads_a_device_in_place_of_a_copy() {
        let home = tempfile::tempdir().unwrap();
        let copy = Copy::of(home.path(), "https://example.org/secret").unwrap();
        crate::system::files::pipe(&copy.known);
        std::os::unix::fs::symlink("/dev/zero", &copy.body).unwrap();
        assert_eq!(copy.known(), Known::default());
        std::fs::remove_file(&copy.body).unwrap();
        let print = Some(copy.keep_body(b"BEGIN:VCALENDAR").unwrap());
        let known = Known { print, good: Some(at(0)), ..Known::default() };
        copy.keep(&known).unwrap();
        assert_eq!(copy.known(), known, "a file again");
    }

    #[cfg(unix)] // where files have modes
    #[test]
    fn copies_are_private_and_their_names_tell_nothing() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("calendars");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        for address in ["https://example.org/secret", "https://example.org/other"] {
            let copy = Copy::of(&folder, address).unwrap();
            assert_eq!(copy.known(), Known::default());
            let trouble = Some(Why::TooSlow);
            let print = Some(copy.keep_body(b"BEGIN:VCALENDAR").unwrap());
            let known = Known { print, good: Some(at(0)), next: Some(at(15)), trouble, ..Known::default() };
            copy.keep(&known).unwrap();
            assert_eq!(copy.known(), known);
            assert_eq!((mode(copy.body()), mode(&copy.known), mode(&folder)), (0o600, 0o600, 0o700));
            assert!(!copy.body().to_string_lossy().contains("secret"));
        }
        forget_others(&folder, ["https://example.org/other"].into_iter());
        let left = Copy::of(&folder, "https://example.org/other").unwrap();
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);
        std::fs::remove_file(left.body()).unwrap();
        let known = left.known();
        assert_eq!((known.good, known.next), (None, Some(at(15))), "in trouble, so asked no sooner");
        left.keep(&Known { good: Some(at(0)), next: Some(at(15)), ..Known::default() }).unwrap();
        assert_eq!(left.known(), Known::default(), "asked anew");
    }
}
