//! The guide beside a break, for the running app: what the engine wants shown goes to its window, and what the window does
//! comes back. Owns how that is told to the person who asked and to `doctor`; never decides about a break.

use super::Message;
use super::Resident;
use super::process::{Process, Word};
use super::windows::{Heard, When};
use crate::engine::event::{Event, GuideSays, Request};
use crate::engine::guide_view::{GuidePlace, GuideView};
use crate::engine::moment::Moment;
use crate::engine::rules::Rules;
use crate::parts::own::{self, Guide, WindowEnd};
use crate::parts::{Advice, Means, PartId, PartState, Report, Says};
use crate::shell::ipc::{Refused, Reply};
use std::sync::mpsc::SyncSender;

/// This part in `doctor`.
const PART: PartId = PartId::Guide;

fn says(guide: Guide) -> Says {
    own::Says::Guide(guide).into()
}

/// What is told of the window, which works.
fn window(guide: Guide) -> Report {
    Report::works(PART, Means::Window, says(guide))
}

impl Resident {
    /// The engine wants this shown, or nothing any more.
    pub(super) fn guide(&mut self, view: Option<&GuideView>, now: Moment) {
        let when = self.when(now);
        let (paths, inbox) = (&self.paths, &self.sender);
        let Some(view) = view else { return self.guide.end(when) };
        self.guide.show(view, when, |number, first| match Process::start(paths, number, first, inbox) {
            Ok(process) => Some(process),
            Err(error) => {
                // The engine must not hear of it before this step of its own is over.
                let _ = inbox.send(Message::Window(number, Word::Gone(WindowEnd::NotStarted(error.to_string()))));
                None
            }
        });
    }

    /// Something is heard of a window.
    pub(super) fn window(&mut self, number: u64, word: &Word) {
        let now = self.now();
        let heard = match word {
            Word::Said(said) => self.guide.said(number, *said, self.when(now)),
            Word::Gone(why) => self.guide.gone(number, why),
        };
        self.heard_of_window(heard, now);
    }

    /// Looks at what of a window has taken too long.
    pub(super) fn late_window(&mut self) {
        let now = self.now();
        let heard = self.guide.late(self.when(now));
        self.heard_of_window(heard, now);
    }

    fn heard_of_window(&mut self, heard: Option<Heard>, now: Moment) {
        match heard {
            Some(Heard::Shown) => self.reports.set(window(Guide::Shown), now.local),
            Some(Heard::Says(says)) => drop(self.step(Event::Guide(says))),
            Some(Heard::Died(why)) => {
                self.reports.set(window(Guide::Died(why)), now.local);
                self.step(Event::Guide(GuideSays::Close));
            }
            Some(Heard::Failed(why)) => {
                let report = Report { state: PartState::Failed, ..window(Guide::Failed(why)) };
                self.reports.set(Report { advice: own::Advice::Guide.into(), ..report }, now.local);
                self.step(Event::Guide(GuideSays::Failed));
            }
            None => {}
        }
    }

    /// The person asks for the window by command. The answer; none when it is given once the window is on screen, or
    /// cannot be.
    pub(super) fn ask_guide(&mut self, asked: &SyncSender<Reply>) -> Option<Reply> {
        if !self.screen.has_display() {
            return Some(Reply::Refused(Refused::NoDisplay));
        }
        if self.guide.raise(asked) {
            return None;
        }
        match self.step(Event::Ask(Request::Guide)) {
            Some(refusal) => Some(Reply::Refused(Refused::Rules(refusal))),
            None if self.guide.raise(asked) => None,
            None => Some(Reply::Refused(Refused::NotOpened(None))),
        }
    }

    /// The rules as the settings and the display have them: without a display the notification shows the guide.
    pub(super) fn rules(&self) -> Rules {
        self.screen.rules(&self.settings.rules)
    }

    /// How the guide does, as far as settings and display tell; what a window told stands while windows are wanted.
    pub(super) fn report_guide(&mut self, now: Moment) {
        let report = match (self.screen.has_display(), self.settings.rules.guide) {
            (false, _) => Report::not_here(PART, says(Guide::WithoutDisplay), Advice::Nothing),
            (true, GuidePlace::Notification) => Report { says: says(Guide::InNotification), ..Report::off(PART) },
            (true, GuidePlace::Window) if self.reports.works(PART) || self.reports.failed(PART) => return,
            (true, GuidePlace::Window) => window(Guide::NotYet),
        };
        self.reports.set(report, now.local);
    }

    fn when(&self, now: Moment) -> When {
        When { now: now.elapsed, speed: self.timeline.pace() }
    }
}
