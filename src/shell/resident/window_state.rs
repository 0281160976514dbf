//! What the app does with its windows: it starts their processes, hears them, and hands on what each kind says. Owns that;
//! which window counts is `windows`'s, and what the guide means is `guide_state`'s.

use super::process::Process;
use super::windows::{Asker, Heard, News, Raised, When};
use super::{Message, Resident};
use crate::engine::moment::Moment;
use crate::parts::own::WindowEnd;
use crate::shell::ipc::window::{ToWindow, WindowKind};
use crate::shell::ipc::{Refused, Reply, door};
use crate::shell::output;
use crate::text::{self, doctor, setup, welcome};
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

    /// The main window on this page, and on a subject of it: the one that is open, in front, or a new one. Nobody waits
    /// until it is on screen: it is seen there, and where it cannot open the person is told.
    ///
    /// # Errors
    /// Where there is nothing that it could open on.
    pub(super) fn open_main(&mut self, page: MainPage, subject: Option<String>) -> Result<(), Refused> {
        if !self.screen.has_display() {
            return Err(Refused::NoDisplay);
        }
        let told = ToWindow::Turn(page, subject);
        if self.windows.raise(WindowKind::Main, None) != Raised::NotOpen {
            self.windows.tell(WindowKind::Main, &told);
        } else if !door::knock(&self.paths, &told) {
            let now = self.now();
            let _ = self.open_window(WindowKind::Main, Some(&told), self.when(now));
        }
        Ok(())
    }

    /// A day that the main window shows begins with it, and with what it is.
    pub(super) fn show_day(&mut self) {
        if self.day.in_window {
            let _ = self.open_main(MainPage::Today, None);
            self.say(&welcome::demo());
        }
    }

    /// It ends with it.
    pub(super) fn hide_day(&mut self) {
        if self.day.in_window {
            let now = self.now();
            let _ = self.windows.end(WindowKind::Main, self.when(now));
        }
    }

    /// Something is heard of the main window.
    fn heard_of_main(&mut self, heard: &Heard) {
        match heard {
            Heard::Shown => {}
            Heard::Says(_) => self.stop |= self.day.in_window,
            Heard::Failed(why) | Heard::Died(why) => {
                let why = doctor::ended(why);
                output::problem(&why);
                self.say(&text::windows::not_opened(&why));
            }
        }
    }

    /// Something is heard of the welcome: it waits in the menu where nobody was there, until somebody has seen it.
    fn heard_of_welcome(&mut self, heard: &Heard) {
        match heard {
            Heard::Shown => {}
            Heard::Says(said) => self.reports.welcome(*said == WindowEvent::LeftAlone),
            Heard::Failed(_) | Heard::Died(_) => self.say(&setup::unasked()),
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
        match kind {
            WindowKind::Guide => self.heard_of_guide(heard, &asked, now),
            WindowKind::Main => self.heard_of_main(&heard),
            WindowKind::Welcome => self.heard_of_welcome(&heard),
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
