//! The talk between the running app and the process of a window of its own: one line of JSON a message, over a pair of
//! sockets that only these two hold. Owns the form of the messages and their bounds; never decides, never shows.
//!
//! What comes in is therefore always of the window that it is heard from, and the end of either side is heard by the other.

use super::{LONGEST, pack, unpack};
use crate::engine::guide_view::Subject;
use crate::system::ipc::Talk;
use crate::windows::guide::Showing;
use crate::windows::main::MainPage;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, Read};

/// What a window is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum WindowKind {
    /// The guide beside a break.
    Guide,
    /// All pages: how things are, the record, the exercises, the settings, what there is to read.
    Main,
    /// The first questions.
    Welcome,
}

impl WindowKind {
    /// Its name as an argument.
    pub(crate) fn token(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Main => "main",
            Self::Welcome => "welcome",
        }
    }
}

/// What the window is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ToWindow {
    /// Show this from now on. The first message to a guide is one of these; other windows hear none.
    Show(Show),
    /// Turn to this page, and to a subject on it. The first message to the main window is one of these.
    Turn(MainPage, Option<String>),
    /// Come to the front.
    Raise,
    /// Close.
    End,
}

/// What is to be shown, in the app's time; its text is in the library.
pub(crate) type Show = Showing<Subject>;

/// Says something to the other side, without ever waiting. False when it does not take it.
pub(crate) fn tell<T: Serialize>(talk: &Talk, message: &T) -> bool {
    talk.send_now(&pack(message))
}

/// Hears the other side until it ends, says something that is no message, or `on` has had enough. Then the talk is over
/// for both.
pub(crate) fn hear<T: DeserializeOwned>(talk: &Talk, on: impl FnMut(T) -> bool) {
    each(talk, on);
    talk.hang_up();
}

/// Hears each message until the other side ends, says something that is no message, or `on` has had enough.
pub(super) fn each<T: DeserializeOwned>(from: impl Read, mut on: impl FnMut(T) -> bool) {
    // Messages are short, and the room is held for as long as the talk lasts.
    let mut reader = BufReader::with_capacity(1024, from);
    loop {
        let mut line = Vec::new();
        let read = reader.by_ref().take(LONGEST as u64).read_until(b'\n', &mut line);
        let message = read.ok().filter(|read| *read > 0).and_then(|_| unpack(&line).ok());
        if !message.is_some_and(&mut on) {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::windows::WindowEvent;
    use clap::ValueEnum;
    use std::time::Duration;

    fn heard(bytes: &[u8]) -> Vec<WindowEvent> {
        let (ours, theirs) = Talk::pair().expect("a pair");
        assert!(theirs.send_now(bytes));
        drop(theirs);
        let mut all = Vec::new();
        hear(&ours, |said| {
            all.push(said);
            true
        });
        all
    }

    #[test]
    fn what_is_said_is_heard_in_its_order_until_the_end() {
        let (ours, theirs) = Talk::pair().expect("a pair");
        let show = Show {
            subject: Subject::Exercise("chin-tuck".into()),
            passed: Duration::ZERO,
            left: Duration::from_mins(3),
            lasts: Duration::from_mins(3),
            speed: 60,
            of_break: true,
            hidden: None,
        };
        let all = [ToWindow::Show(show), ToWindow::Raise, ToWindow::End];
        assert!(all.iter().all(|told| tell(&ours, told)));
        drop(ours);
        let mut heard = Vec::new();
        hear(&theirs, |told: ToWindow| {
            heard.push(told);
            true
        });
        assert_eq!(heard, all);
        assert!(!tell(&theirs, &WindowEvent::Done), "nobody is there");
    }

    #[test]
    fn nonsense_another_version_and_endless_lines_end_the_talk() {
        let shown = br#"{"v":3,"say":"shown"}"#;
        let with = |more: &[u8]| heard(&[&shown[..], b"\n", more, b"\n", &shown[..], b"\n"].concat());
        assert_eq!(with(br#"{"v":3,"say":"swap"}"#), [WindowEvent::Shown, WindowEvent::Swap, WindowEvent::Shown]);
        for wrong in [&b"libEGL warning"[..], br#"{"v":1,"say":"swap"}"#, br#"{"v":3,"say":"dance"}"#, b""] {
            assert_eq!(with(wrong), [WindowEvent::Shown]);
        }
        assert_eq!(with(&vec![b'a'; LONGEST * 3]), [WindowEvent::Shown]);
    }

    #[test]
    fn one_that_does_not_listen_keeps_nobody_waiting() {
        let (ours, _deaf) = Talk::pair().expect("a pair");
        let told = (0..1_000_000).take_while(|_| tell(&ours, &ToWindow::Raise)).count();
        assert!((1..1_000_000).contains(&told), "{told}");
    }

    #[test]
    fn every_kind_is_its_argument() {
        for kind in WindowKind::value_variants() {
            assert_eq!(WindowKind::from_str(kind.token(), false), Ok(*kind));
        }
    }
}
