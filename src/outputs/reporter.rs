//! What an output tells of itself. Owns its last report, so that none is told twice.

use super::{Answer, Tell};
use crate::parts::Report;
use std::fmt;

/// Way to the shell.
pub(super) struct Reporter {
    tell: Tell,
    last: Option<Report>,
}

impl fmt::Debug for Reporter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reporter").field("last", &self.last).finish_non_exhaustive()
    }
}

impl Reporter {
    pub(super) fn new(tell: Tell) -> Self {
        Self { tell, last: None }
    }

    pub(super) fn report(&mut self, report: Report) {
        if self.last.as_ref() != Some(&report) {
            self.last = Some(report.clone());
            self.say(Answer::Part(report));
        }
    }

    pub(super) fn say(&self, answer: Answer) {
        (self.tell)(answer);
    }
}
