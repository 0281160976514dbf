//! What the app does with its windows: it starts their processes, hears them, and hands on what each kind says. Owns that;
//! which window counts is `windows`'s, and what the guide means is `guide_state`'s.

use super::process::Process;
use super::windows::{Asker, Heard, News, Raised, When};
use super::{Message, Resident};
use crate::engine::moment::Moment;
use crate::parts::own::WindowEnd;
use crate::shell::ipc::window::{ToWindow, WindowKind};
use crate::shell::ipc::{Refused, Reply};
use crate::text::setup;
use crate::windows::WindowEvent;
use crate::windows::main::MainPage;

impl Resident {
    /// Opens a window of this kind with its first message, if it has one. Who waited for the one before.
    pub(super) fn open_window(&mut self, kind: WindowKind, first: Option<&ToWindow>, when: When) -> Vec<Asker> {
        let (paths, inbox) = (&self.paths, &self.sender);
        self.windows.start(kind, when, |number| match Process::start(paths, kind, number, first, inbox) {
            Ok(process) => Some(process),
            Err(error) => {
                // The engine must not hear of it before this step of its own is over.
                let _ = inbox.send(Message::WindowGone(number, WindowEnd::NotStarted(error.to_string())));
                None
            }
        })
    }

    /// Opens a window of this kind, or brings the one that is open to the front.
    pub(super) fn want_window(&mut self, kind: WindowKind) {
        let now = self.now();
        if self.windows.raise(kind, None) == Raised::NotOpen {
            // Nobody waits for a window that is not there.
            let _ = self.open_window(kind, None, self.when(now));
        }
    }

    /// The main window on this page, and on a subject of it: the one that is open, in front, or a new one. The answer; none
    /// when it is given once the window is on screen, or cannot be.
    pub(super) fn open_main(
        &mut self,
        page: MainPage,
        subject: Option<String>,
        asked: Option<&Asker>,
    ) -> Option<Reply> {
        if !self.screen.has_display() {
            return Some(Reply::Refused(Refused::NoDisplay));
        }
        let told = ToWindow::Turn(page, subject);
        let raised = self.windows.raise(WindowKind::Main, asked);
        if raised == Raised::NotOpen {
            let now = self.now();
            // Nobody waits for a window that is not there.
            let _ = self.open_window(WindowKind::Main, Some(&told), self.when(now));
            self.windows.raise(WindowKind::Main, asked);
            return None;
        }
        self.windows.tell(WindowKind::Main, &told);
        (raised == Raised::InFront).then_some(Reply::Done)
    }

    /// Something is heard of the main window.
    fn heard_of_main(&mut self, heard: Heard, asked: &[Asker]) {
        match heard {
            Heard::Shown => answer(asked, &Reply::Done),
            Heard::Says(_) => {}
            Heard::Failed(why) | Heard::Died(why) => {
                answer(asked, &Reply::Refused(Refused::NoWindow(why)));
                self.main_in_terminal();
            }
        }
    }

    /// A window says something.
    pub(super) fn window_says(&mut self, number: u64, said: WindowEvent) {
        let now = self.now();
        let news = self.windows.said(number, said, self.when(now));
        self.news(news, now);
    }

    /// A window's process has ended, and why.
    pub(super) fn window_gone(&mut self, number: u64, why: WindowEnd) {
        let now = self.now();
        let news = self.windows.gone(number, why);
        self.news(news, now);
    }

    /// Looks at which windows have taken too long.
    pub(super) fn late_windows(&mut self) {
        let now = self.now();
        while let Some(news) = self.windows.late(self.when(now)) {
            self.news(Some(news), now);
        }
    }

    fn news(&mut self, news: Option<News>, now: Moment) {
        let Some(News { kind, heard, asked }) = news else { return };
        let failed = matches!(heard, Heard::Failed(_) | Heard::Died(_));
        match kind {
            WindowKind::Guide => self.heard_of_guide(heard, &asked, now),
            WindowKind::Main => self.heard_of_main(heard, &asked),
            WindowKind::Welcome if failed => self.say(&setup::unasked()),
            WindowKind::Welcome => {}
        }
    }

    pub(super) fn when(&self, now: Moment) -> When {
        When { now: now.elapsed, speed: self.timeline.pace() }
    }
}

/// Tells everybody who waited the same.
pub(super) fn answer(asked: &[Asker], reply: &Reply) {
    for asker in asked {
        let _ = asker.try_send(reply.clone());
    }
}
