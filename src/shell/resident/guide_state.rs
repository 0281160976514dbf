//! The guide beside a break, for the running app: what the engine wants shown goes to its window, and what the window does
//! comes back. Owns how that is told to the person who asked and to `doctor`; never decides about a break.

use super::Resident;
use super::window_state::answer;
use super::windows::{Asker, Heard, Raised, When};
use crate::engine::event::{Event, GuideSays, Request};
use crate::engine::guide_view::{GuidePlace, GuideView};
use crate::engine::moment::Moment;
use crate::engine::rules::Rules;
use crate::parts::own::{self, Guide};
use crate::parts::{Advice, Means, PartId, PartState, Report, Says};
use crate::shell::ipc::window::{Show, ToWindow, WindowKind};
use crate::shell::ipc::{Refused, Remark, Reply};
use crate::windows::WindowEvent;
use std::time::Duration;

/// This part in `doctor`.
const PART: PartId = PartId::Guide;

fn says(guide: Guide) -> Says {
    own::Says::Guide(guide).into()
}

/// What is told of the window, which works.
fn window(guide: Guide) -> Report {
    Report::works(PART, Means::Window, says(guide))
}

/// The guide that the window shows, or showed last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ShownGuide {
    instance: Option<u64>,
    /// When it began.
    began: Duration,
}

impl ShownGuide {
    /// What its window is told.
    fn told(self, view: &GuideView, when: When) -> ToWindow {
        ToWindow::Show(Show {
            subject: view.subject.clone(),
            passed: when.now.saturating_sub(view.since),
            left: view.until.saturating_sub(when.now),
            lasts: view.until.saturating_sub(self.began),
            speed: when.speed,
            of_break: view.instance.is_some(),
            hidden: view.hidden.clone(),
        })
    }
}

impl Resident {
    /// The engine wants this shown, or nothing any more: in the window that is open for the same break, or in a new one.
    pub(super) fn guide(&mut self, view: Option<&GuideView>, now: Moment) {
        let when = self.when(now);
        let over = match view {
            None => self.windows.end(WindowKind::Guide, when),
            Some(view) => {
                let told = self.guide.told(view, when);
                if self.guide.instance == view.instance && self.windows.tell(WindowKind::Guide, &told) {
                    return;
                }
                self.guide = ShownGuide { instance: view.instance, began: view.since };
                self.open_window(WindowKind::Guide, Some(&self.guide.told(view, when)), when)
            }
        };
        answer(&over, &Reply::Refused(Refused::Over));
    }

    /// Something is heard of its window.
    pub(super) fn heard_of_guide(&mut self, heard: Heard, asked: &[Asker], now: Moment) {
        match heard {
            Heard::Shown => {
                answer(asked, &Reply::Told(Remark::Opened));
                self.reports.set(window(Guide::Shown), now.local);
            }
            Heard::Says(said) => {
                answer(asked, &Reply::Refused(Refused::Over));
                if let Some(says) = guide_says(&said) {
                    self.step(Event::Guide(says));
                }
            }
            Heard::Died(why) => {
                self.reports.set(window(Guide::Died(why)), now.local);
                self.step(Event::Guide(GuideSays::Close));
            }
            Heard::Failed(why) => {
                answer(asked, &Reply::Refused(Refused::NotOpened(Some(why.clone()))));
                let report = Report { state: PartState::Failed, ..window(Guide::Failed(why)) };
                self.reports.set(Report { advice: own::Advice::Guide.into(), ..report }, now.local);
                self.step(Event::Guide(GuideSays::Failed));
            }
        }
    }

    /// The person asks for the window by command. The answer; none when it is given once the window is on screen, or
    /// cannot be.
    pub(super) fn ask_guide(&mut self, asked: &Asker) -> Option<Reply> {
        if !self.screen.has_display() {
            return Some(Reply::Refused(Refused::NoDisplay));
        }
        let mut raised = self.windows.raise(WindowKind::Guide, Some(asked));
        if raised == Raised::NotOpen {
            if let Some(refusal) = self.step(Event::Ask(Request::Guide)) {
                return Some(Reply::Refused(Refused::Rules(refusal)));
            }
            raised = self.windows.raise(WindowKind::Guide, Some(asked));
        }
        match raised {
            Raised::InFront => Some(Reply::Told(Remark::InFront)),
            Raised::Opening => None,
            Raised::NotOpen => Some(Reply::Refused(Refused::NotOpened(None))),
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
}

/// What the engine hears of what the window says.
fn guide_says(said: &WindowEvent) -> Option<GuideSays> {
    match said {
        WindowEvent::Shown | WindowEvent::Step | WindowEvent::LeftAlone | WindowEvent::Failed(_) => None,
        WindowEvent::Done => Some(GuideSays::Done),
        WindowEvent::Swap => Some(GuideSays::Swap),
        WindowEvent::Hurt => Some(GuideSays::Hurt),
        WindowEvent::Undo => Some(GuideSays::Undo),
        WindowEvent::Close => Some(GuideSays::Close),
    }
}
