//! How the notifications are doing where the system, and not a daemon, shows them. Owns what was told of that, and when it is worth
//! a new look.

use crate::outputs::reporter::Reporter;
use crate::outputs::{Answer, Tell};
use crate::parts::outputs::{Advice, Buttons, Says};
use crate::parts::{Cause, PartId, Report};
use crate::system::clock::Deadline;
use std::time::Duration;

const PART: PartId = PartId::Notifications;

/// When a notification could not be shown, the system is asked again after so long, with the next view of the tray.
// Nothing tells that a person has switched them on again. One that fails though all seems well would come, and fail, for
// ever without a pause.
const PAUSE: Duration = Duration::from_mins(1);

#[derive(Debug)]
pub(super) struct Standing {
    /// Who shows them, by the name that the system gives it.
    means: &'static str,
    reporter: Reporter,
    up: bool,
    again: Deadline,
}

impl Standing {
    pub(super) fn new(tell: Tell, means: &'static str) -> Self {
        Self { means, reporter: Reporter::new(tell), up: false, again: Deadline::after(PAUSE) }
    }

    /// Whether it failed, and perhaps no longer does.
    pub(super) fn wants_look(&self) -> bool {
        !self.up && self.again.left().is_none()
    }

    /// They are shown, or the person has switched them off for this app.
    pub(super) fn allowed(&mut self, allowed: bool) {
        if !allowed {
            return self.down(Report::failed(PART, self.means, Says::OffInSystem, Advice::OffInSystem));
        }
        self.reporter.report(Report::works(PART, self.means, Says::Buttons(Buttons::Drawn)));
        if !std::mem::replace(&mut self.up, true) {
            self.say(Answer::Notifications { up: true });
        }
    }

    /// The system says this instead of showing one.
    pub(super) fn fails(&mut self, why: String) {
        self.down(Report::failed(PART, self.means, Cause::Foreign(why), Advice::NotificationsFail));
    }

    /// It is told of each notice that was not shown.
    pub(super) fn down(&mut self, report: Report) {
        (self.up, self.again) = (false, Deadline::after(PAUSE));
        self.reporter.report(report);
        self.say(Answer::Notifications { up: false });
    }

    pub(super) fn say(&self, answer: Answer) {
        self.reporter.say(answer);
    }
}
