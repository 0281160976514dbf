//! Readers that hang, crash or shout: fakes, because the real one does not. None holds up the sense or loses what was known.

use crate::home::{Home, PROGRAM, ahead, calendar, eventually};
use crate::sense::{Listener, alone};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use unhunch::parts::calendar::{Advice, ReaderEnd, Says, Wrong, unread};
use unhunch::parts::{self, PartState};
use unhunch::senses::calendar::Calendars;
use unhunch::senses::calendar::job::Job;

/// A fake reader that does this instead of reading.
fn fake(home: &Home, what: &str) -> PathBuf {
    let path = home.path("fake-reader");
    fs::write(&path, format!("#!/bin/sh\necho $$ >> {}\n{what}\n", home.path("pids").display())).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// How a fake reader fails, and that nothing is left of it.
fn failing(what: &str) -> ReaderEnd {
    let home = Home::new();
    let file = home.path("work.ics");
    fs::write(&file, calendar(&[ahead(60)])).unwrap();
    let job = Job { paths: vec![file], ..Job::default() };
    let ear = Listener::start(Calendars { job, program: fake(&home, what), deadline: Some(Duration::from_secs(1)) });
    let report = ear.value();
    let pids = fs::read_to_string(home.path("pids")).unwrap();
    for pid in pids.lines() {
        eventually("the fake reader's end", || (!Path::new("/proc").join(pid).exists()).then_some(()));
    }
    let parts::Says::Calendar(Says::Unread(wrong)) = &report.says else { panic!("{report:?}") };
    let [Wrong::Reader(end)] = wrong.as_slice() else { panic!("{report:?}") };
    assert_eq!(report, unread(wrong.clone(), Some(Advice::Reader)));
    end.clone()
}

#[test]
fn no_reader_holds_up_the_sense() {
    let _alone = alone();
    let begin = Instant::now();
    assert_eq!(failing("exec sleep 1000"), ReaderEnd::Slow);
    assert_eq!(failing("cat >/dev/null; exec sleep 1000"), ReaderEnd::Slow);
    assert!(begin.elapsed() < Duration::from_secs(10));
    let foreign = |what| if let ReaderEnd::Foreign(words) = failing(what) { words } else { String::new() };
    assert!(foreign("kill -SEGV $$").contains("signal: 11"));
    assert!(foreign("exit 3").contains("exit status: 3"));
    assert!(foreign("echo nonsense").contains("expected"));
    assert_eq!(failing("exec yes"), ReaderEnd::Loud);
}

#[test]
fn what_was_known_counts_while_the_reader_fails() {
    let (_alone, home) = (alone(), Home::new());
    let file = home.path("work.ics");
    fs::write(&file, calendar(&[ahead(60)])).unwrap();
    let crash = home.path("crash");
    let program = fake(&home, &format!("[ -e {} ] && kill -SEGV $$\nexec {PROGRAM} \"$@\"", crash.display()));
    let job = Job { paths: vec![file.clone()], ..Job::default() };
    let ear = Listener::start(Calendars { job, program, deadline: None });
    assert_eq!(ear.meetings(), [ahead(60)]);
    fs::write(&crash, "").unwrap();
    fs::write(&file, calendar(&[ahead(120)])).unwrap();
    let report = ear.report();
    assert!(report.state == PartState::Works && report.says.contains("signal: 11"), "{report:?}");
    fs::remove_file(&crash).unwrap();
    fs::write(&file, calendar(&[ahead(180)])).unwrap();
    assert_eq!(ear.meetings(), [ahead(180)]);
}

#[test]
fn without_calendars_nothing_is_started() {
    let (_alone, home) = (alone(), Home::new());
    let mark = home.path("mark");
    let ear = Listener::start(Calendars {
        program: fake(&home, &format!("touch {}", mark.display())),
        ..Calendars::default()
    });
    assert!(ear.meetings().is_empty());
    let report = ear.report();
    assert_eq!(report.state, PartState::Off);
    assert!(report.advice.contains("Name one in the settings"));
    assert!(!mark.exists());
}
