//! The guide's window from the order to open it to its end. Owns which window counts and how long each may take, so that
//! there are never two; pure, and never decides about a break.

use crate::engine::event::GuideSays;
use crate::engine::guide_view::GuideView;
use crate::parts::own::WindowEnd;
use crate::shell::ipc::window::{FromWindow, Show, ToWindow};
use crate::shell::ipc::{Refused, Reply, Told};
use std::sync::mpsc::SyncSender;
use std::time::Duration;

/// A window is on screen within this, or there is none: a prompt's answer must not lead to nothing.
const OPENS_WITHIN: Duration = Duration::from_secs(3);
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

    /// What a window of a guide that began then is told.
    fn show(self, view: &GuideView, began: Duration) -> ToWindow {
        ToWindow::Show(Show {
            subject: view.subject.clone(),
            passed: self.now.saturating_sub(view.since),
            left: view.until.saturating_sub(self.now),
            lasts: view.until.saturating_sub(began),
            speed: self.speed,
            of_break: view.instance.is_some(),
            hidden: view.hidden.clone(),
        })
    }
}

/// What follows from what a window did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// It is on screen.
    Shown,
    /// Something for the engine.
    Says(GuideSays),
    /// There is none, and why.
    Failed(WindowEnd),
    /// It was on screen and ended although nobody closed it, and why: the break goes on without it.
    Died(WindowEnd),
}

/// The window that counts.
#[derive(Debug)]
struct Open<W> {
    number: u64,
    /// None when its process could not even be started, which is heard in a moment.
    window: Option<W>,
    instance: Option<u64>,
    /// When its guide began.
    began: Duration,
    /// Until when it must be on screen; none once it is.
    by: Option<Duration>,
    /// Who waits to hear how it went.
    asked: Vec<SyncSender<Reply>>,
}

/// A window that counts no more and is not gone yet.
#[derive(Debug)]
struct Ending<W> {
    number: u64,
    window: W,
    /// When it is killed; none once it was.
    by: Option<Duration>,
}

/// All windows of guides: at most one that counts.
#[derive(Debug)]
pub(super) struct Guide<W> {
    opened: u64,
    open: Option<Open<W>>,
    ending: Vec<Ending<W>>,
}

impl<W> Default for Guide<W> {
    fn default() -> Self {
        Self { opened: 0, open: None, ending: Vec::new() }
    }
}

impl<W: Window> Guide<W> {
    /// Shows this: in the window that is open for the same break, or in a new one that `start` makes of its number and
    /// its first message. Where it makes none, `gone` must be heard of that number.
    pub(super) fn show(&mut self, view: &GuideView, when: When, start: impl FnOnce(u64, &ToWindow) -> Option<W>) {
        if let Some(open) = self.open.as_mut().filter(|open| open.instance == view.instance) {
            let told = when.show(view, open.began);
            open.window.iter_mut().for_each(|window| window.tell(&told));
            return;
        }
        self.end(when);
        for ending in &mut self.ending {
            ending.kill();
        }
        self.opened += 1;
        self.open = Some(Open {
            number: self.opened,
            window: start(self.opened, &when.show(view, view.since)),
            instance: view.instance,
            began: view.since,
            by: Some(when.after(OPENS_WITHIN)),
            asked: Vec::new(),
        });
    }

    /// Closes the window, if one is open.
    pub(super) fn end(&mut self, when: When) {
        if let Some(mut open) = self.open.take() {
            open.answer(&Reply::Refused(Refused::Over));
            if let Some(mut window) = open.window.take() {
                window.tell(&ToWindow::End);
                self.ending.push(Ending { number: open.number, window, by: Some(when.after(ENDS_WITHIN)) });
            }
        }
    }

    /// Brings the window to the front for somebody who asked for it, who is answered once it is on screen. False where
    /// none is open.
    pub(super) fn raise(&mut self, asked: &SyncSender<Reply>) -> bool {
        let Some(open) = &mut self.open else { return false };
        if open.by.is_none() {
            open.window.iter_mut().for_each(|window| window.tell(&ToWindow::Raise));
            let _ = asked.try_send(Reply::Told(Told::InFront));
        } else {
            open.asked.push(asked.clone());
        }
        true
    }

    /// A window says something. It means nothing once another one counts, or none.
    pub(super) fn said(&mut self, number: u64, said: FromWindow, when: When) -> Option<Heard> {
        let open = self.open.as_mut().filter(|open| open.number == number)?;
        let says = match said {
            FromWindow::Shown => {
                open.by = None;
                open.answer(&Reply::Told(Told::Opened));
                return Some(Heard::Shown);
            }
            FromWindow::Swap => GuideSays::Swap,
            FromWindow::Hurt => GuideSays::Hurt,
            FromWindow::Undo => GuideSays::Undo,
            FromWindow::Done => GuideSays::Done,
            FromWindow::Close => GuideSays::Close,
        };
        if matches!(said, FromWindow::Done | FromWindow::Close) {
            self.end(when);
        }
        Some(Heard::Says(says))
    }

    /// A window's process has ended, and why.
    pub(super) fn gone(&mut self, number: u64, why: &WindowEnd) -> Option<Heard> {
        self.ending.retain(|ending| ending.number != number);
        let mut open = self.open.take_if(|open| open.number == number)?;
        if open.by.is_none() {
            return Some(Heard::Died(why.clone()));
        }
        open.answer(&Reply::Refused(Refused::NotOpened(Some(why.clone()))));
        Some(Heard::Failed(why.clone()))
    }

    /// Looks at what has taken too long.
    pub(super) fn late(&mut self, when: When) -> Option<Heard> {
        let late = |by: Option<Duration>| by.is_some_and(|by| by <= when.now);
        for ending in self.ending.iter_mut().filter(|ending| late(ending.by)) {
            ending.kill();
        }
        let mut open = self.open.take_if(|open| late(open.by))?;
        open.answer(&Reply::Refused(Refused::NotOpened(Some(WindowEnd::TooSlow))));
        if let Some(window) = open.window.take() {
            let mut ending = Ending { number: open.number, window, by: None };
            ending.kill();
            self.ending.push(ending);
        }
        Some(Heard::Failed(WindowEnd::TooSlow))
    }

    /// When to look again, if at all.
    pub(super) fn due(&self) -> Option<Duration> {
        let ending = self.ending.iter().filter_map(|ending| ending.by);
        self.open.iter().filter_map(|open| open.by).chain(ending).min()
    }
}

impl<W> Open<W> {
    fn answer(&mut self, reply: &Reply) {
        for asked in self.asked.drain(..) {
            // Whoever asked may have gone.
            let _ = asked.try_send(reply.clone());
        }
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
