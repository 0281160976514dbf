//! Calendars with meetings near now, and one reading of them by the program itself.

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;
use unhunch::parts::calendar::Why;
use unhunch::senses::calendar::COMMAND;
use unhunch::senses::calendar::job::{Address, Answer, Job};

/// Within this everything that is to come must have come.
pub(crate) const BOUND: Duration = Duration::from_secs(20);

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_unhunch");

/// Waits for something that must come.
pub(crate) fn eventually<T>(what: &str, now: impl FnMut() -> Option<T>) -> T {
    crate::until::until(what, BOUND, now)
}

/// So many minutes from the minute in which the tests began: a test may say it twice, with a minute's turn in between.
pub(crate) fn ahead(minutes: i64) -> DateTime<Utc> {
    static BEGAN: LazyLock<DateTime<Utc>> =
        LazyLock::new(|| Utc::now().with_second(0).unwrap().with_nanosecond(0).unwrap());
    *BEGAN + TimeDelta::minutes(minutes)
}

/// A calendar with a meeting of half an hour at each of these times.
pub(crate) fn calendar(starts: &[DateTime<Utc>]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n".to_owned();
    for (at, start) in starts.iter().enumerate() {
        let [from, to] = [*start, *start + TimeDelta::minutes(30)].map(|at| at.format("%Y%m%dT%H%M%SZ"));
        write!(text, "BEGIN:VEVENT\r\nUID:{at}-{from}\r\nDTSTAMP:{from}\r\nDTSTART:{from}\r\nDTEND:{to}\r\n").unwrap();
        text += "SUMMARY:A secret title\r\nATTENDEE:mailto:a@example.org\r\nATTENDEE:mailto:b@example.org\r\nEND:VEVENT\r\n";
    }
    text + "END:VCALENDAR\r\n"
}

/// A folder with copies of what was fetched.
pub(crate) struct Home(pub(crate) tempfile::TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A job with this address, asked each 15 minutes at most.
    pub(crate) fn job(&self, address: &str) -> Job {
        Job {
            addresses: vec![Address(address.to_owned())],
            cache: Some(self.path("cache")),
            every_s: 900,
            patience_s: 10,
            ..Job::default()
        }
    }

    /// As if this time had passed since the last request.
    pub(crate) fn pass(&self, by: TimeDelta) {
        self.known(|known| {
            for key in ["next", "good"] {
                if let Some(at) = known[key].as_str() {
                    let at: DateTime<Utc> = at.parse().unwrap();
                    known[key] = (at - by).to_rfc3339().into();
                }
            }
        });
    }

    /// Changes what is kept of the address.
    pub(crate) fn known(&self, change: impl FnOnce(&mut serde_json::Value)) {
        let file = self.copies().into_iter().find(|path| path.extension().unwrap() == "json").unwrap();
        let mut known: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        change(&mut known);
        std::fs::write(file, known.to_string()).unwrap();
    }

    /// The files that are kept.
    pub(crate) fn copies(&self) -> Vec<PathBuf> {
        let folder = std::fs::read_dir(self.path("cache")).into_iter().flatten();
        folder.map(|entry| entry.unwrap().path()).collect()
    }
}

/// One reading, with these variables beside the test's own. What it prints names no secret.
pub(crate) fn read_with(job: &Job, variables: &[(&str, &Path)]) -> Answer {
    let mut command = Command::new(PROGRAM);
    command.arg(COMMAND).envs(variables.iter().copied());
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"] {
        command.env_remove(name);
    }
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.unwrap();
    child.stdin.take().unwrap().write_all(&serde_json::to_vec(job).unwrap()).unwrap();
    let said = child.wait_with_output().unwrap();
    let out = String::from_utf8(said.stdout).unwrap();
    assert!(said.status.success(), "{}: {out} {}", said.status, String::from_utf8_lossy(&said.stderr));
    assert!(!out.contains("/secret") && !out.contains("A secret") && said.stderr.is_empty(), "{out}");
    serde_json::from_str(&out).unwrap()
}

pub(crate) fn read(job: &Job) -> Answer {
    read_with(job, &[])
}

/// The starts of the first calendar's meetings; none if it could not be read.
pub(crate) fn starts(answer: &Answer) -> Option<Vec<DateTime<Utc>>> {
    let meetings = answer.sources[0].meetings.as_ref()?;
    Some(meetings.iter().map(|meeting| meeting.start.to_utc()).collect())
}

/// What is wrong with the first calendar.
pub(crate) fn trouble(answer: &Answer) -> Option<&Why> {
    answer.sources[0].trouble.as_ref().map(|trouble| &trouble.why)
}
