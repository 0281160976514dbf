//! How the notifications are doing. Owns what was told last, so that nothing is told twice.

use crate::outputs::reporter::Reporter;
use crate::outputs::{Answer, Tell};
use crate::parts::outputs::{Advice, Says};
use crate::parts::{self, Means, PartId, Report};

const PART: PartId = PartId::Notifications;

pub(super) struct Standing {
    reporter: Reporter,
    up: Option<bool>,
}

impl Standing {
    pub(super) fn new(tell: Tell) -> Self {
        Self { reporter: Reporter::new(tell), up: None }
    }

    /// The service shows what it is asked to show.
    pub(super) fn works(&mut self, means: &str, says: Says) {
        self.reporter.report(Report::works(PART, means, says));
        self.set_up(true);
    }

    /// The bus starts the service when it is needed.
    pub(super) fn on_demand(&mut self) {
        self.reporter.report(Report::works(PART, Means::OnDemand, parts::Says::Nothing));
        self.set_up(true);
    }

    /// There is no service.
    pub(super) fn absent(&mut self) {
        self.reporter.report(Report::not_here(PART, Says::NoService, Advice::NoService));
        self.set_up(false);
    }

    /// There is one, and it does not show what it is asked to show.
    pub(super) fn fails(&mut self, means: &str, why: impl Into<parts::Says>) {
        self.reporter.report(Report::failed(PART, means, why, Advice::ServiceSilent));
        self.set_up(false);
    }

    /// There is no bus.
    pub(super) fn no_bus(&mut self) {
        self.reporter.report(Report::not_here(PART, Says::NoBus, Advice::NoBus));
        self.set_up(false);
    }

    /// What was on screen is gone with its service.
    pub(super) fn dropped(&mut self) {
        self.set_up(false);
    }

    /// The next word is told even if it was told before: it is about another notice.
    pub(super) fn anew(&mut self) {
        self.up = None;
    }

    pub(super) fn say(&self, answer: Answer) {
        self.reporter.say(answer);
    }

    fn set_up(&mut self, up: bool) {
        if self.up.replace(up) != Some(up) {
            self.say(Answer::Notifications { up });
        }
    }
}
