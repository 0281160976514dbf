//! The course of windows on paper: every order of start, word, end and deadline. Owns no process.

use super::*;
use crate::engine::guide_view::Subject;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, sync_channel};

/// What happened to the windows, by their numbers.
type Done = Rc<RefCell<Vec<(u64, String)>>>;

fn words(words: &str) -> WindowEnd {
    WindowEnd::Words(words.into())
}

fn killed() -> WindowEnd {
    WindowEnd::Ended { status: None, signal: Some(9) }
}

#[derive(Debug)]
struct Paper(u64, Done);

impl Paper {
    fn note(&self, what: &str) {
        self.1.borrow_mut().push((self.0, what.into()));
    }
}

impl Window for Paper {
    fn tell(&mut self, told: &ToWindow) {
        self.note(match told {
            ToWindow::Show(_) => "show",
            ToWindow::Raise => "raise",
            ToWindow::End => "end",
        });
    }

    fn kill(&mut self) {
        self.note("kill");
    }
}

struct Play {
    guide: Guide<Paper>,
    done: Done,
}

fn at(seconds: u64) -> When {
    When { now: Duration::from_secs(seconds), speed: 1 }
}

fn view(instance: u64) -> GuideView {
    let (since, until) = (Duration::from_secs(90), Duration::from_secs(270));
    GuideView { instance: Some(instance), subject: Subject::Free, since, until, hidden: None }
}

impl Play {
    fn new() -> Self {
        Self { guide: Guide::default(), done: Done::default() }
    }

    fn show(&mut self, instance: u64, now: u64) {
        let done = Rc::clone(&self.done);
        self.guide.show(&view(instance), at(now), |number, _| {
            let paper = Paper(number, done);
            paper.note("start");
            Some(paper)
        });
    }

    /// On screen already.
    fn shown(instance: u64) -> Self {
        let mut play = Self::new();
        play.show(instance, 100);
        assert_eq!(play.guide.said(1, FromWindow::Shown, at(101)), Some(Heard::Shown));
        play
    }

    fn ask(&mut self) -> Receiver<Reply> {
        let (asked, answer) = sync_channel(1);
        assert!(self.guide.raise(&asked));
        answer
    }

    fn done(&self) -> Vec<(u64, String)> {
        self.done.take()
    }
}

fn did(number: u64, what: &[&str]) -> Vec<(u64, String)> {
    what.iter().map(|what| (number, (*what).to_owned())).collect()
}

#[test]
fn a_window_that_does_not_appear_within_three_seconds_is_killed_and_its_late_words_mean_nothing() {
    let mut play = Play::new();
    play.show(7, 100);
    assert_eq!(play.guide.due(), Some(Duration::from_secs(103)));
    assert_eq!(play.guide.late(at(102)), None);
    assert_eq!(play.guide.late(at(103)), Some(Heard::Failed(WindowEnd::TooSlow)));
    assert_eq!(play.done(), did(1, &["start", "kill"]));
    assert_eq!(play.guide.said(1, FromWindow::Shown, at(104)), None);
    assert_eq!(play.guide.gone(1, &killed()), None);
    assert_eq!((play.guide.due(), play.guide.late(at(200))), (None, None));
}

#[test]
fn on_screen_it_stays_as_long_as_it_is_wanted() {
    let mut play = Play::shown(7);
    assert_eq!((play.guide.due(), play.guide.late(at(999))), (None, None));
    play.show(7, 150);
    assert_eq!(play.guide.said(1, FromWindow::Swap, at(151)), Some(Heard::Says(GuideSays::Swap)));
    assert_eq!(play.guide.said(1, FromWindow::Hurt, at(152)), Some(Heard::Says(GuideSays::Hurt)));
    assert_eq!(play.done(), did(1, &["start", "show"]));
}

#[test]
fn one_that_ends_before_it_was_there_has_failed_and_later_it_has_died() {
    let mut play = Play::new();
    play.show(7, 100);
    assert_eq!(play.guide.gone(1, &words("no display")), Some(Heard::Failed(words("no display"))));
    assert_eq!(Play::shown(7).guide.gone(1, &killed()), Some(Heard::Died(killed())));
}

#[test]
fn told_to_end_it_is_gone_in_two_seconds_or_killed() {
    let mut play = Play::shown(7);
    play.guide.end(at(110));
    assert_eq!(play.guide.due(), Some(Duration::from_secs(112)));
    assert_eq!(play.guide.said(1, FromWindow::Done, at(111)), None, "it counts no more");
    assert_eq!(play.guide.late(at(112)), None);
    assert_eq!(play.done(), did(1, &["start", "end", "kill"]));
    assert_eq!((play.guide.due(), play.guide.gone(1, &killed())), (None, None));
    let mut play = Play::shown(7);
    play.guide.end(at(110));
    assert_eq!(play.guide.gone(1, &killed()), None);
    assert_eq!((play.guide.due(), play.guide.late(at(999))), (None, None));
    assert_eq!(play.done(), did(1, &["start", "end"]));
}

#[test]
fn done_and_close_end_the_window_once() {
    for (said, says) in [(FromWindow::Done, GuideSays::Done), (FromWindow::Close, GuideSays::Close)] {
        let mut play = Play::shown(7);
        assert_eq!(play.guide.said(1, said, at(110)), Some(Heard::Says(says)));
        assert_eq!(play.guide.said(1, said, at(110)), None);
        play.guide.end(at(110));
        assert_eq!(play.guide.gone(1, &killed()), None);
        assert_eq!(play.done(), did(1, &["start", "end"]));
    }
}

#[test]
fn another_break_has_its_own_window_and_there_are_never_two() {
    let mut play = Play::shown(7);
    play.show(8, 120);
    assert_eq!(play.done()[1..], [did(1, &["end", "kill"]), did(2, &["start"])].concat());
    assert_eq!(play.guide.said(1, FromWindow::Done, at(121)), None, "an old window's word");
    assert_eq!(play.guide.gone(1, &killed()), None);
    assert_eq!(play.guide.said(2, FromWindow::Shown, at(121)), Some(Heard::Shown));
}

#[test]
fn whoever_asked_hears_how_it_went() {
    let (asked, _answer) = sync_channel(1);
    assert!(!Play::new().guide.raise(&asked));
    let mut play = Play::new();
    play.show(7, 100);
    let (first, second) = (play.ask(), play.ask());
    assert!(first.try_recv().is_err());
    play.guide.said(1, FromWindow::Shown, at(101));
    assert_eq!(first.try_recv(), Ok(Reply::Told(Told::Opened)));
    assert_eq!(second.try_recv(), Ok(Reply::Told(Told::Opened)));
    assert_eq!(play.ask().try_recv(), Ok(Reply::Told(Told::InFront)));
    assert_eq!(play.done(), did(1, &["start", "raise"]));
    for fail in [
        |guide: &mut Guide<Paper>| drop(guide.gone(1, &killed())),
        |guide: &mut Guide<Paper>| drop(guide.late(at(103))),
        |guide: &mut Guide<Paper>| guide.end(at(101)),
    ] {
        let mut play = Play::new();
        play.show(7, 100);
        let answer = play.ask();
        fail(&mut play.guide);
        assert!(matches!(answer.try_recv(), Ok(Reply::Refused(_))));
    }
}

#[test]
fn a_process_that_could_not_start_is_heard_of_and_times_follow_the_apps_clock() {
    let mut guide: Guide<Paper> = Guide::default();
    let fast = When { now: Duration::from_secs(100), speed: 600 };
    guide.show(&view(7), fast, |number, first| {
        let ToWindow::Show(show) = first else { panic!("{first:?}") };
        assert_eq!((number, show.speed, show.of_break), (1, 600, true));
        let times = [show.passed, show.left, show.lasts].map(|time| time.as_secs());
        assert_eq!(times, [10, 170, 180]);
        None
    });
    assert_eq!(guide.due(), Some(Duration::from_secs(100 + 3 * 600)));
    assert_eq!(guide.gone(1, &words("no such file")), Some(Heard::Failed(words("no such file"))));
    assert_eq!(guide.due(), None);
}
