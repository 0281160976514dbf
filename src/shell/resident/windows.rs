//! The app's windows, each from the order to open it to its end. Owns which one of a kind counts and how long each may
//! take, so that there are never two of a kind; pure, and never knows what one shows.

use crate::parts::own::{WindowEnd, WindowFailure};
use crate::shell::ipc::Reply;
use crate::shell::ipc::window::{ToWindow, WindowKind};
use crate::windows::WindowEvent;
use std::sync::mpsc::SyncSender;
use std::time::Duration;

/// The guide is on screen within this, or there is none.
// A prompt's answer must not lead to nothing: the notification shows the guide then.
const OPENS_WITHIN: Duration = Duration::from_secs(3);
/// Another window is on screen within this, or there is none.
// Nothing goes on meanwhile that it belongs to: a slow machine may take this long for it.
const OPENS_AT_LAST: Duration = Duration::from_secs(20);
/// A window that was told to close is gone within this, or killed.
const ENDS_WITHIN: Duration = Duration::from_secs(2);

/// The process behind a window.
pub(super) trait Window {
    /// Tells it something without ever waiting. One that does not take it is killed; its end is heard like any other's.
    fn tell(&mut self, told: &ToWindow);
    /// Ends it by force.
    fn kill(&mut self);
}

/// A point of the app's elapsed clock, and how fast that runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    /// The point.
    pub now: Duration,
    /// Its speed, from 1.
    pub speed: u32,
}

impl When {
    /// This much real time later.
    fn after(self, real: Duration) -> Duration {
        self.now.saturating_add(real.saturating_mul(self.speed))
    }
}

/// Who waits to hear how a window came out.
pub(super) type Asker = SyncSender<Reply>;

/// What a window did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// It is on screen.
    Shown,
    /// It says something else.
    Says(WindowEvent),
    /// There is none, and why.
    Failed(WindowEnd),
    /// It was on screen and ended although nobody closed it, and why.
    Died(WindowEnd),
}

/// What is heard of the window that counts of a kind, and who has waited for that.
#[derive(Debug)]
pub(super) struct News {
    /// Of which kind.
    pub kind: WindowKind,
    /// What.
    pub heard: Heard,
    /// Who is to be answered.
    pub asked: Vec<Asker>,
}

/// How it is with a window that somebody wants in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// None is open.
    NotOpen,
    /// It is not on screen yet.
    Opening,
    /// It was told to come to the front.
    InFront,
}

/// The window that counts of its kind.
#[derive(Debug)]
struct Open<W> {
    number: u64,
    kind: WindowKind,
    /// None when its process could not even be started, which is heard in a moment.
    window: Option<W>,
    /// Until when it must be on screen; none once it is.
    by: Option<Duration>,
    asked: Vec<Asker>,
    /// What it said of its own failure.
    failed: Option<WindowFailure>,
}

/// A window that counts no more and is not gone yet.
#[derive(Debug)]
struct Ending<W> {
    number: u64,
    kind: WindowKind,
    window: W,
    /// When it is killed; none once it was.
    by: Option<Duration>,
}

/// All windows: at most one of each kind that counts.
#[derive(Debug)]
pub(super) struct Windows<W> {
    opened: u64,
    open: Vec<Open<W>>,
    ending: Vec<Ending<W>>,
}

impl<W> Default for Windows<W> {
    fn default() -> Self {
        Self { opened: 0, open: Vec::new(), ending: Vec::new() }
    }
}

impl<W: Window> Windows<W> {
    /// Opens a window of this kind, which `start` makes under a number, in place of the one that was. Where it makes none,
    /// `gone` must be heard of that number. Who waited for the one before.
    pub(super) fn start(&mut self, kind: WindowKind, when: When, start: impl FnOnce(u64) -> Option<W>) -> Vec<Asker> {
        let waited = self.end(kind, when);
        for ending in self.ending.iter_mut().filter(|ending| ending.kind == kind) {
            ending.kill();
        }
        self.opened += 1;
        let within = if kind == WindowKind::Guide { OPENS_WITHIN } else { OPENS_AT_LAST };
        let (number, by) = (self.opened, Some(when.after(within)));
        self.open.push(Open { number, kind, window: start(number), by, asked: Vec::new(), failed: None });
        waited
    }

    /// Whether there is none.
    pub(super) fn none_is_open(&self) -> bool {
        self.open.is_empty()
    }

    /// Tells the window of this kind something; false where none is open.
    pub(super) fn tell(&mut self, kind: WindowKind, told: &ToWindow) -> bool {
        let Some(open) = self.of(kind) else { return false };
        open.window.iter_mut().for_each(|window| window.tell(told));
        true
    }

    /// Closes the window of this kind, if one is open. Who waited for it.
    pub(super) fn end(&mut self, kind: WindowKind, when: When) -> Vec<Asker> {
        let Some(open) = self.take(|open| open.kind == kind) else { return Vec::new() };
        if let Some(mut window) = open.window {
            window.tell(&ToWindow::End);
            self.ending.push(Ending { number: open.number, kind, window, by: Some(when.after(ENDS_WITHIN)) });
        }
        open.asked
    }

    /// Brings the window of this kind to the front; whoever asks for one that is not there yet is in the news once it is.
    pub(super) fn raise(&mut self, kind: WindowKind, asked: Option<&Asker>) -> Raised {
        let Some(open) = self.of(kind) else { return Raised::NotOpen };
        if open.by.is_some() {
            open.asked.extend(asked.cloned());
            return Raised::Opening;
        }
        open.window.iter_mut().for_each(|window| window.tell(&ToWindow::Raise));
        Raised::InFront
    }

    /// A window says something. It means nothing once another one counts, or none.
    pub(super) fn said(&mut self, number: u64, said: WindowEvent, when: When) -> Option<News> {
        let open = self.open.iter_mut().find(|open| open.number == number)?;
        let kind = open.kind;
        if let WindowEvent::Failed(why) = said {
            // Heard of once the process has ended.
            open.failed = Some(why);
            return None;
        }
        if said == WindowEvent::Shown {
            open.by = None;
            return Some(News { kind, heard: Heard::Shown, asked: std::mem::take(&mut open.asked) });
        }
        let asked = if matches!(said, WindowEvent::Done | WindowEvent::Close | WindowEvent::LeftAlone) {
            self.end(kind, when)
        } else {
            Vec::new()
        };
        Some(News { kind, heard: Heard::Says(said), asked })
    }

    /// A window's process has ended, and why, if it has not said so itself.
    pub(super) fn gone(&mut self, number: u64, why: WindowEnd) -> Option<News> {
        self.ending.retain(|ending| ending.number != number);
        let open = self.take(|open| open.number == number)?;
        let why = open.failed.map_or(why, WindowEnd::Failed);
        let heard = if open.by.is_none() { Heard::Died(why) } else { Heard::Failed(why) };
        Some(News { kind: open.kind, heard, asked: open.asked })
    }

    /// Looks at what has taken too long: one window a call, until there is none.
    pub(super) fn late(&mut self, when: When) -> Option<News> {
        let late = |by: Option<Duration>| by.is_some_and(|by| by <= when.now);
        for ending in self.ending.iter_mut().filter(|ending| late(ending.by)) {
            ending.kill();
        }
        let open = self.take(|open| late(open.by))?;
        if let Some(window) = open.window {
            let mut ending = Ending { number: open.number, kind: open.kind, window, by: None };
            ending.kill();
            self.ending.push(ending);
        }
        Some(News { kind: open.kind, heard: Heard::Failed(WindowEnd::TooSlow), asked: open.asked })
    }

    /// When to look again, if at all.
    pub(super) fn due(&self) -> Option<Duration> {
        let ending = self.ending.iter().filter_map(|ending| ending.by);
        self.open.iter().filter_map(|open| open.by).chain(ending).min()
    }

    fn of(&mut self, kind: WindowKind) -> Option<&mut Open<W>> {
        self.open.iter_mut().find(|open| open.kind == kind)
    }

    /// Takes out the first window that counts and is such a one.
    fn take(&mut self, is: impl Fn(&Open<W>) -> bool) -> Option<Open<W>> {
        let at = self.open.iter().position(is)?;
        Some(self.open.swap_remove(at))
    }
}

impl<W: Window> Ending<W> {
    fn kill(&mut self) {
        self.window.kill();
        self.by = None;
    }
}

#[cfg(test)]
mod tests;
