//! What the sense of calendars tells. Owns what was told last, so that only news is told.

use super::known::Known;
use crate::engine::event::Meeting;
use crate::parts::Report;
use crate::parts::calendar::no_sources;
use crate::senses::{Signal, Tell};

/// What was told last, so that only news is told.
pub(in crate::senses) struct Announcer<'t> {
    tell: &'t Tell,
    meetings: Option<Vec<Meeting>>,
    report: Option<Report>,
}

impl<'t> Announcer<'t> {
    pub(in crate::senses) fn new(tell: &'t Tell) -> Self {
        Self { tell, meetings: None, report: None }
    }

    /// The person named no calendar.
    pub(in crate::senses) fn none(&mut self) {
        self.meetings(Some(Vec::new()));
        self.report(no_sources());
    }

    /// The report comes first: with a part that works again, the meetings before it count for nothing.
    pub(in crate::senses) fn all(&mut self, known: &Known) {
        self.report(known.report());
        self.meetings(known.meetings());
    }

    fn report(&mut self, report: Report) {
        if self.report.as_ref() != Some(&report) {
            (self.tell)(Signal::Part(report.clone()));
            self.report = Some(report);
        }
    }

    /// None is nothing to tell: the part has failed, and whoever hears that drops what it had.
    fn meetings(&mut self, meetings: Option<Vec<Meeting>>) {
        if let Some(meetings) = meetings.clone().filter(|_| self.meetings != meetings) {
            (self.tell)(Signal::Meetings(meetings));
        }
        self.meetings = meetings;
    }
}
