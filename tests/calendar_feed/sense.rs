//! The sense itself: what it tells when files change.

use crate::home::{BOUND, Home, PROGRAM, ahead, calendar, eventually};
use crate::server::{Server, answer};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use unhunch::engine::event::Sense;
use unhunch::parts::calendar::{Advice, Why, Wrong, unread};
use unhunch::parts::{PartState, Report};
use unhunch::senses::Signal;
use unhunch::senses::calendar::Calendars;
use unhunch::senses::calendar::job::Job;
use unhunch::senses::{Senses, Surroundings, start};
use unhunch::text::feed as text;
use unhunch::text::parts::ReportText;

/// One at a time, so that times and wake-ups are their own.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Hears what the sense says.
pub(crate) struct Listener {
    _senses: Senses,
    heard: Receiver<Signal>,
    /// Comes once the start is over.
    settled: Receiver<()>,
}

impl Listener {
    pub(crate) fn start(calendars: Calendars) -> Self {
        let (sender, heard) = mpsc::channel();
        let around = Surroundings { calendars, ..Surroundings::default() };
        let tell = Arc::new(move |signal| drop(sender.send(signal)));
        let (over, settled) = mpsc::channel();
        let over = Box::new(move || over.send(()).unwrap_or_default());
        let senses = start(tell, over, &BTreeSet::from([Sense::Calendar]), Duration::from_mins(1), around).unwrap();
        Self { _senses: senses, heard, settled }
    }

    pub(crate) fn of(job: Job) -> Self {
        Self::start(Calendars { job, program: PROGRAM.into(), deadline: None })
    }

    pub(crate) fn files(paths: &[&Path]) -> Self {
        Self::of(Job { paths: paths.iter().map(|path| path.to_path_buf()).collect(), ..Job::default() })
    }

    pub(crate) fn pick<T>(&self, what: &str, mut pick: impl FnMut(Signal) -> Option<T>) -> T {
        let until = Instant::now() + BOUND;
        loop {
            match self.heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(signal) => {
                    if let Some(it) = pick(signal) {
                        return it;
                    }
                }
                Err(error) => panic!("{what} never came: {error}"),
            }
        }
    }

    /// The next list of meetings.
    pub(crate) fn meetings(&self) -> Vec<DateTime<Utc>> {
        self.pick("a list of meetings", |signal| match signal {
            Signal::Meetings(all) => {
                assert!(all.iter().all(|meeting| meeting.title.is_none()));
                Some(all.iter().map(|meeting| meeting.start.to_utc()).collect())
            }
            _ => None,
        })
    }

    /// The next report; no list of meetings may come before it.
    pub(crate) fn report(&self) -> ReportText {
        ReportText::from(&self.value())
    }

    /// The same as a value.
    pub(crate) fn value(&self) -> Report {
        self.pick("a report", |signal| match signal {
            Signal::Part(report) if report.part == Sense::Calendar.into() => Some(report),
            Signal::Meetings(all) => panic!("{all:?}"),
            _ => None,
        })
    }
}

#[test]
fn a_file_is_read_again_whenever_it_changes() {
    let (_alone, home) = (alone(), Home::new());
    let (file, new) = (home.path("work.ics"), home.path("new"));
    let [one, two, three] = [60, 120, 180].map(ahead);
    let ear = Listener::files(&[&file]);
    let wrong = Wrong::Calendar { name: "work.ics".into(), why: Why::NotThere, copy: None };
    assert_eq!(ear.value(), unread(vec![wrong], Some(Advice::Missing)));
    fs::write(&file, calendar(&[one])).unwrap();
    let report = ear.report();
    assert_eq!(report.state, PartState::Works);
    assert!(report.says.starts_with("1 calendar, 1 meeting in the next two days; read at "), "{report:?}");
    assert_eq!(ear.meetings(), [one]);
    fs::write(&file, calendar(&[one, two])).unwrap();
    assert_eq!(ear.meetings(), [one, two]);
    fs::write(&new, calendar(&[three])).unwrap();
    fs::rename(&new, &file).unwrap();
    assert_eq!(ear.meetings(), [three]);
    // Damaged or gone, it is what it was.
    for (damage, why) in [(Some("no calendar"), Why::NoCalendar), (None, Why::NotThere)] {
        match damage {
            Some(text) => fs::write(&file, text).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        let report = ear.report();
        assert_eq!(report.state, PartState::Works);
        assert!(report.says.contains(&format!("; work.ics {} (as it was on ", text::why(&why))), "{report:?}");
        assert!(!report.advice.is_empty());
    }
    fs::write(&file, calendar(&[three])).unwrap();
    let report = ear.report();
    assert!(!report.says.contains("work.ics"), "{report:?}");
    fs::write(&file, calendar(&[])).unwrap();
    assert!(ear.meetings().is_empty(), "the same meetings are told once");
}

#[test]
fn a_zone_that_nobody_knows_is_reported_beside_the_meetings() {
    let (_alone, home) = (alone(), Home::new());
    let file = home.path("work.ics");
    fs::write(
        &file,
        calendar(&[ahead(60)]).replace("DTSTART:", "DTSTART;TZID=Office Time:").replace("Z\r\nDTEND", "\r\nDTEND"),
    )
    .unwrap();
    let report = Listener::files(&[&file]).value();
    assert_eq!((report.state, &report.advice), (PartState::Works, &Advice::Zone.into()));
    let report = ReportText::from(&report);
    assert!(report.says.contains("work.ics has times in a zone that is not known (\"Office Time\")"), "{report:?}");
}

#[test]
fn a_calendar_with_more_meetings_than_anybody_has_is_taken_in_piece_by_piece() {
    let (_alone, home) = (alone(), Home::new());
    let file = home.path("flood.ics");
    // Each six seconds from two hours ago on, as 28,800 added dates of one event.
    let first = Utc::now() - chrono::TimeDelta::hours(2);
    let mut text = calendar(&[first]).replace("END:VEVENT", "DTSTAMP:20260101T000000Z");
    for hour in 0..48 {
        let dates = (0..600).map(|n| first + chrono::TimeDelta::seconds(hour * 3600 + n * 6));
        let dates: Vec<String> = dates.map(|at| at.format("%Y%m%dT%H%M%SZ").to_string()).collect();
        text = text.replace("END:VCALENDAR", &format!("RDATE:{}\r\nEND:VCALENDAR", dates.join(",")));
    }
    fs::write(&file, text.replace("END:VCALENDAR", "END:VEVENT\r\nEND:VCALENDAR")).unwrap();
    let ear = Listener::files(&[&file]);
    let (state, says) = {
        let report = ear.report();
        (report.state, report.says)
    };
    assert_eq!(state, PartState::Works);
    assert!(
        says.contains("flood.ics has more meetings than are kept at once: ") && says.contains("taken in later"),
        "{says}"
    );
    let told = ear.meetings();
    assert!((100..=400).contains(&told.len()), "{}", told.len());
    assert!(told.iter().all(|at| *at >= first + chrono::TimeDelta::minutes(88)), "what is over is not kept");
}

#[test]
fn a_title_comes_only_if_the_person_allows_it() {
    let (_alone, home) = (alone(), Home::new());
    let file = home.path("work.ics");
    fs::write(&file, calendar(&[ahead(60)])).unwrap();
    let ear = Listener::of(Job { paths: vec![file], titles: true, ..Job::default() });
    let title = ear.pick("a list of meetings", |signal| match signal {
        Signal::Meetings(all) => Some(all[0].title.clone()),
        _ => None,
    });
    assert_eq!(title.as_deref(), Some("A secret title"));
}

#[test]
fn a_folder_of_two_thousand_files_is_one_calendar() {
    let (_alone, home) = (alone(), Home::new());
    let folder = home.path("calendars");
    fs::create_dir_all(folder.join("work")).unwrap();
    let (far, near) = (ahead(60 * 24 * 30), ahead(60));
    for number in 0..2000 {
        fs::write(folder.join(format!("work/{number}.ics")), calendar(&[far])).unwrap();
    }
    let ear = Listener::files(&[&folder]);
    assert!(ear.meetings().is_empty());
    // As a synchroniser does: many files at once, each made beside its place.
    let begin = Instant::now();
    for number in 0..200 {
        let made = folder.join(format!("work/.{number}.tmp"));
        fs::write(&made, calendar(&[if number == 7 { near } else { far }])).unwrap();
        fs::rename(&made, folder.join(format!("work/{number}.ics"))).unwrap();
    }
    assert_eq!(ear.meetings(), [near]);
    eprintln!("200 of 2,000 files: told after {:?}", begin.elapsed());
    fs::create_dir(folder.join("home")).unwrap();
    fs::write(folder.join("home/a.ics"), calendar(&[ahead(120)])).unwrap();
    assert_eq!(ear.meetings(), [near, ahead(120)]);
    fs::write(folder.join("home/b.ics"), "no calendar").unwrap();
    let says = eventually("the damaged file", || Some(ear.report().says).filter(|says| says.contains("b.ics")));
    assert!(says.contains("2 meetings"), "the others count: {says}");
    fs::remove_dir_all(folder.join("home")).unwrap();
    assert_eq!(ear.meetings(), [near]);
}

#[test]
fn an_address_is_read_in_its_own_time() {
    let (_alone, home) = (alone(), Home::new());
    let [one, two] = [60, 120].map(ahead);
    let server =
        Server::start(move |number, _| Some(answer("200 OK", &[], calendar(&[if number == 0 { one } else { two }]))));
    let ear = Listener::of(Job { every_s: 2, ..home.job(&server.address()) });
    assert_eq!(ear.meetings(), [one]);
    let begin = Instant::now();
    assert_eq!(ear.meetings(), [two]);
    assert!(begin.elapsed() > Duration::from_secs(1), "{:?}", begin.elapsed());
}

/// The voluntary switches of the threads of the senses.
fn wakes() -> u64 {
    let tasks = fs::read_dir("/proc/self/task").unwrap().flatten();
    let statuses = tasks.filter_map(|task| fs::read_to_string(task.path().join("status")).ok());
    let field = |text: &str, key: &str| {
        text.lines().find_map(|line| line.strip_prefix(key)).map(|rest| rest.trim().to_owned()).unwrap_or_default()
    };
    let ours = statuses.filter(|text| ["senses", "async-io"].contains(&field(text, "Name:").as_str()));
    ours.map(|text| field(&text, "voluntary_ctxt_switches:").parse::<u64>().unwrap()).sum()
}

#[test]
fn nothing_wakes_up_while_nothing_changes() {
    let (_alone, home) = (alone(), Home::new());
    let file = home.path("work.ics");
    fs::write(&file, calendar(&[ahead(60)])).unwrap();
    let ear = Listener::files(&[&file]);
    assert_eq!(ear.meetings(), [ahead(60)]);
    assert_eq!(ear.settled.recv_timeout(BOUND), Ok(()), "the start is over");
    // The timer's thread goes back to its wait.
    std::thread::sleep(Duration::from_secs(1));
    let before = wakes();
    std::thread::sleep(Duration::from_secs(10));
    let woke = wakes() - before;
    eprintln!("wake-ups in 10 s: {woke}");
    assert!(woke <= 1, "{woke}");
}
