//! The course of windows on paper: every order of start, word, end and deadline. Owns no process.

use super::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::mpsc::sync_channel;

/// What happened to the windows, by their numbers.
type Done = Rc<RefCell<Vec<(u64, String)>>>;

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
            ToWindow::Turn(..) => "turn",
            ToWindow::Raise => "raise",
            ToWindow::End => "end",
        });
    }

    fn kill(&mut self) {
        self.note("kill");
    }
}

struct Play {
    windows: Windows<Paper>,
    done: Done,
}

fn at(seconds: u64) -> When {
    When { now: Duration::from_secs(seconds), speed: 1 }
}

fn words(words: &str) -> WindowEnd {
    WindowEnd::Words(words.into())
}

fn heard(news: Option<News>) -> Option<(WindowKind, Heard)> {
    news.map(|news| (news.kind, news.heard))
}

impl Play {
    fn new() -> Self {
        Self { windows: Windows::default(), done: Done::default() }
    }

    fn start(&mut self, kind: WindowKind, now: u64) -> Vec<Asker> {
        let done = Rc::clone(&self.done);
        self.windows.start(kind, at(now), |number| {
            let paper = Paper(number, done);
            paper.note("start");
            Some(paper)
        })
    }

    /// On screen already.
    fn shown(kind: WindowKind) -> Self {
        let mut play = Self::new();
        play.start(kind, 100);
        assert_eq!(heard(play.windows.said(1, WindowEvent::Shown, at(101))), Some((kind, Heard::Shown)));
        play
    }

    fn said(&mut self, number: u64, said: WindowEvent, now: u64) -> Option<(WindowKind, Heard)> {
        heard(self.windows.said(number, said, at(now)))
    }

    fn gone(&mut self, number: u64, why: &str) -> Option<(WindowKind, Heard)> {
        heard(self.windows.gone(number, words(why)))
    }

    fn late(&mut self, now: u64) -> Option<(WindowKind, Heard)> {
        heard(self.windows.late(at(now)))
    }

    fn done(&self) -> Vec<(u64, String)> {
        self.done.take()
    }
}

fn did(number: u64, what: &[&str]) -> Vec<(u64, String)> {
    what.iter().map(|what| (number, (*what).to_owned())).collect()
}

use WindowKind::{Guide, Main, Welcome};

#[test]
fn a_window_that_does_not_appear_within_three_seconds_is_killed_and_its_late_words_mean_nothing() {
    let mut play = Play::new();
    play.start(Guide, 100);
    assert_eq!(play.windows.due(), Some(Duration::from_secs(103)));
    assert_eq!(play.late(102), None);
    assert_eq!(play.late(103), Some((Guide, Heard::Failed(WindowEnd::TooSlow))));
    assert_eq!(play.done(), did(1, &["start", "kill"]));
    assert_eq!(play.said(1, WindowEvent::Shown, 104), None);
    assert_eq!(play.gone(1, "signal 9"), None);
    assert_eq!((play.windows.due(), play.late(200)), (None, None));
}

#[test]
fn on_screen_it_stays_as_long_as_it_is_wanted() {
    let mut play = Play::shown(Guide);
    assert_eq!((play.windows.due(), play.late(999)), (None, None));
    assert!(play.windows.tell(Guide, &ToWindow::Raise) && !play.windows.tell(Main, &ToWindow::Raise));
    for said in [WindowEvent::Swap, WindowEvent::Hurt, WindowEvent::Undo] {
        assert_eq!(play.said(1, said.clone(), 151), Some((Guide, Heard::Says(said))));
    }
    assert_eq!(play.done(), did(1, &["start", "raise"]));
}

#[test]
fn one_that_ends_before_it_was_there_has_failed_and_later_it_has_died() {
    let mut play = Play::new();
    play.start(Guide, 100);
    assert_eq!(play.gone(1, "no display"), Some((Guide, Heard::Failed(words("no display")))));
    assert_eq!(Play::shown(Welcome).gone(1, "signal 9"), Some((Welcome, Heard::Died(words("signal 9")))));
}

#[test]
fn told_to_end_it_is_gone_in_two_seconds_or_killed() {
    let mut play = Play::shown(Guide);
    play.windows.end(Guide, at(110));
    assert_eq!(play.windows.due(), Some(Duration::from_secs(112)));
    assert_eq!(play.said(1, WindowEvent::Done, 111), None, "it counts no more");
    assert_eq!(play.late(112), None);
    assert_eq!(play.done(), did(1, &["start", "end", "kill"]));
    assert_eq!((play.windows.due(), play.gone(1, "")), (None, None));
    let mut play = Play::shown(Guide);
    play.windows.end(Guide, at(110));
    assert_eq!(play.gone(1, ""), None);
    assert_eq!((play.windows.due(), play.late(999)), (None, None));
    assert_eq!(play.done(), did(1, &["start", "end"]));
}

#[test]
fn done_and_close_end_the_window_once() {
    for said in [WindowEvent::Done, WindowEvent::Close] {
        let mut play = Play::shown(Main);
        assert_eq!(play.said(1, said.clone(), 110), Some((Main, Heard::Says(said.clone()))));
        assert_eq!(play.said(1, said, 110), None);
        play.windows.end(Main, at(110));
        assert_eq!(play.gone(1, ""), None);
        assert_eq!(play.done(), did(1, &["start", "end"]));
    }
}

#[test]
fn of_a_kind_there_are_never_two_and_kinds_keep_out_of_each_others_way() {
    let mut play = Play::shown(Guide);
    play.start(Guide, 120);
    assert_eq!(play.done()[1..], [did(1, &["end", "kill"]), did(2, &["start"])].concat());
    assert_eq!(play.said(1, WindowEvent::Done, 121), None, "an old window's word");
    assert_eq!(play.gone(1, ""), None);
    play.start(Main, 121);
    assert_eq!(play.said(2, WindowEvent::Shown, 121), Some((Guide, Heard::Shown)));
    assert_eq!(play.said(3, WindowEvent::Shown, 121), Some((Main, Heard::Shown)));
    play.windows.end(Guide, at(122));
    assert_eq!(play.windows.raise(Main, None), Raised::InFront);
    assert_eq!(play.done(), [did(3, &["start"]), did(2, &["end"]), did(3, &["raise"])].concat());
}

#[test]
fn several_that_are_late_are_all_heard_of() {
    let mut play = Play::new();
    play.start(Main, 100);
    play.start(Welcome, 100);
    assert_eq!(play.late(119), None, "nobody waits for them as for a guide");
    let late: Vec<WindowKind> = std::iter::from_fn(|| play.late(120)).map(|(kind, _)| kind).collect();
    assert_eq!(late, [Main, Welcome]);
}

#[test]
fn whoever_asked_is_handed_back_with_how_it_went() {
    let asker = || sync_channel(1).0;
    assert_eq!(Play::new().windows.raise(Guide, Some(&asker())), Raised::NotOpen);
    let mut play = Play::new();
    play.start(Guide, 100);
    assert_eq!(play.windows.raise(Guide, Some(&asker())), Raised::Opening);
    assert_eq!(play.windows.raise(Guide, Some(&asker())), Raised::Opening);
    let news = play.windows.said(1, WindowEvent::Shown, at(101)).expect("it is shown");
    assert_eq!((news.heard, news.asked.len()), (Heard::Shown, 2));
    assert_eq!(play.windows.raise(Guide, Some(&asker())), Raised::InFront);
    assert_eq!(play.done(), did(1, &["start", "raise"]));
    for fail in [
        |play: &mut Play| play.windows.gone(1, words("no")).expect("news").asked,
        |play: &mut Play| play.windows.late(at(103)).expect("news").asked,
        |play: &mut Play| play.windows.end(Guide, at(101)),
        |play: &mut Play| play.start(Guide, 101),
    ] {
        let mut play = Play::new();
        play.start(Guide, 100);
        play.windows.raise(Guide, Some(&asker()));
        assert_eq!(fail(&mut play).len(), 1);
    }
}

#[test]
fn a_process_that_could_not_start_is_heard_of_and_times_follow_the_apps_clock() {
    let mut windows: Windows<Paper> = Windows::default();
    let fast = When { now: Duration::from_secs(100), speed: 600 };
    windows.start(Guide, fast, |_| None);
    assert_eq!(windows.due(), Some(Duration::from_secs(100 + 3 * 600)));
    let gone = heard(windows.gone(1, words("no such file")));
    assert_eq!(gone, Some((Guide, Heard::Failed(words("no such file")))));
    assert_eq!(windows.due(), None);
}

#[test]
fn what_a_window_says_of_its_failure_is_why_it_ended() {
    let failed = || WindowEvent::Failed(WindowFailure::Silent);
    let mut play = Play::new();
    play.start(Guide, 100);
    assert_eq!(play.said(1, failed(), 101), None, "it is heard with the end");
    assert_eq!(play.gone(1, "status 1"), Some((Guide, Heard::Failed(WindowEnd::Failed(WindowFailure::Silent)))));
    assert_eq!(play.said(1, failed(), 102), None, "it counts no more");
}
