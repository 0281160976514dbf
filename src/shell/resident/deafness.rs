//! When the senses of a call were last heard to change, and on how many days with meetings since then they were not: a
//! sense that works and is deaf looks just like a quiet one. Owns that count and when `doctor` mentions it; pure.
//!
//! It is written with the next step that is written anyway and never causes one: a kill loses a day's count at most.

use crate::engine::event::{Device, Meeting, Sense};
use crate::engine::moment::Stamp;
use crate::parts::{PartId, PartState, Report, own};
use crate::shell::ipc::PartStatus;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Days with meetings after which a sense that never changed is mentioned.
// Six weeks of working days: someone who calls from this machine once a week would have been heard by then; someone who
// never does is asked once and not again.
const DAYS: u32 = 30;
/// The senses that a meeting should change.
// The others have nothing to say of it: many people never share their screen, silence their desktop or fill it.
const WATCHED: [Sense; 2] = [Sense::Mic, Sense::Camera];

/// Silence of the watched senses, and the meetings that they should have heard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Deafness {
    senses: BTreeMap<Sense, Silence>,
    /// When meetings that count are; known anew with each start.
    #[serde(skip)]
    meetings: Vec<(Stamp, Stamp)>,
}

/// How long one has not changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Silence {
    /// The day on which it last changed; none if it never did.
    changed: Option<NaiveDate>,
    /// Days with meetings since then on which the app ran and the sense said that it works.
    days: u32,
    /// The last of them.
    last: Option<NaiveDate>,
    /// It was mentioned.
    told: bool,
}

impl Deafness {
    /// A device is in use.
    pub(super) fn in_use(&mut self, device: Device, day: NaiveDate) {
        if let Some(sense) = Some(device.sense()).filter(|sense| WATCHED.contains(sense)) {
            self.changed(sense, day);
        }
    }

    /// A sense reports. What it says changes even with a use that is too short for a call.
    pub(super) fn report(&mut self, before: Option<&Report>, now: &Report, day: NaiveDate) {
        let works = |report: &Report| report.state == PartState::Works && report.means == now.means;
        let spoke = before.is_some_and(|before| works(before) && works(now) && before.says != now.says);
        if let Some(sense) = watched(now.part).filter(|_| spoke) {
            self.changed(sense, day);
        }
    }

    fn changed(&mut self, sense: Sense, day: NaiveDate) {
        self.senses.insert(sense, Silence { changed: Some(day), ..Silence::default() });
    }

    /// The calendar as known from now on.
    pub(super) fn meetings(&mut self, all: &[Meeting]) {
        self.meetings = all.iter().filter(|meeting| meeting.counts()).map(|m| (m.start, m.end)).collect();
    }

    /// The calendar is not known any more.
    pub(super) fn no_meetings(&mut self) {
        self.meetings.clear();
    }

    /// It is this late: counts the day if a meeting is on. Looked at whenever something happens; nothing wakes up for it.
    pub(super) fn pass(&mut self, now: Stamp, day: NaiveDate, works: impl Fn(Sense) -> bool) {
        if self.meetings.iter().any(|(start, end)| (*start..*end).contains(&now)) {
            for sense in WATCHED.into_iter().filter(|sense| works(*sense)) {
                let silence = self.senses.entry(sense).or_default();
                if silence.last != Some(day) && silence.changed != Some(day) {
                    (silence.days, silence.last) = (silence.days.saturating_add(1), Some(day));
                }
            }
        }
    }

    /// Adds what is to be mentioned to the parts. A person is told once, until it has changed and was silent again.
    pub(super) fn mention(&mut self, parts: &mut [PartStatus], person: bool) {
        for part in parts.iter_mut().filter(|part| part.report.state == PartState::Works) {
            let Some(sense) = watched(part.report.part) else { continue };
            let silence = self.senses.get_mut(&sense).filter(|silence| silence.days >= DAYS && !silence.told);
            if let Some(silence) = silence {
                let (camera, changed, days) = (sense == Sense::Camera, silence.changed, silence.days);
                // A sense that works has no other advice to give.
                part.report.advice = own::Advice::Deaf { camera, changed, days }.into();
                silence.told = person;
            }
        }
    }
}

fn watched(part: PartId) -> Option<Sense> {
    part.sense().filter(|sense| WATCHED.contains(sense))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Mark;
    use crate::parts::{Advice, Means, calls, senses};
    use crate::shell::resident::Reports;
    use chrono::Days;

    fn at(day: u64, hour: u32) -> Stamp {
        let first: Stamp = "2026-01-05T00:00:00+00:00".parse().expect("a time");
        first + Days::new(day) + chrono::TimeDelta::hours(i64::from(hour))
    }

    fn meeting(day: u64, mark: Mark) -> Meeting {
        Meeting { start: at(day, 10), end: at(day, 11), mark, title: None }
    }

    fn reports(state: PartState) -> Reports {
        let mut reports = Reports::default();
        reports.set_sense(Report { state, ..mic(Means::SoundProtocol, FREE) }, at(0, 9));
        reports
    }

    const FREE: calls::Says = calls::Says::Free { wait: None };
    const USED: calls::Says = calls::Says::InUse { program: None, wait: None };

    fn mic(means: Means, says: calls::Says) -> Report {
        Report::works(Sense::Mic, means, says)
    }

    /// So many days with a meeting each, looked at within it and beside it.
    fn live(deafness: &mut Deafness, days: std::ops::Range<u64>, mark: Mark, reports: &Reports) {
        for day in days {
            deafness.meetings(&[meeting(day, mark)]);
            for hour in [9, 10, 10, 11, 12] {
                deafness.pass(at(day, hour), at(day, hour).date_naive(), |sense| reports.works(sense.into()));
            }
        }
    }

    /// What `doctor` says of the microphone beside that it is free.
    fn advice(deafness: &mut Deafness, person: bool) -> Option<(u32, Option<NaiveDate>)> {
        let mut parts = reports(PartState::Works).all();
        deafness.mention(&mut parts, person);
        let advice = &parts[0].report.advice;
        if let Advice::Own(own::Advice::Deaf { camera: false, changed, days }) = *advice {
            return Some((days, changed));
        }
        assert_eq!(*advice, Advice::Nothing);
        None
    }

    #[test]
    fn thirty_days_with_meetings_are_mentioned_once_to_a_person() {
        let mut deafness = Deafness::default();
        live(&mut deafness, 0..29, Mark::Busy, &reports(PartState::Works));
        assert_eq!(advice(&mut deafness, true), None);
        live(&mut deafness, 40..41, Mark::Tentative, &reports(PartState::Works));
        assert_eq!(advice(&mut deafness, false), Some((30, None)), "a program is told");
        assert_eq!(advice(&mut deafness, false), Some((30, None)), "and uses nothing up");
        assert_eq!(advice(&mut deafness, true), Some((30, None)));
        assert_eq!(advice(&mut deafness, true), None);
        live(&mut deafness, 50..90, Mark::Busy, &reports(PartState::Works));
        assert_eq!(advice(&mut deafness, true), None, "never again until it has changed");
        deafness.in_use(Device::Mic, at(90, 9).date_naive());
        live(&mut deafness, 90..120, Mark::Busy, &reports(PartState::Works));
        assert_eq!(advice(&mut deafness, true), None);
        live(&mut deafness, 120..121, Mark::Busy, &reports(PartState::Works));
        assert_eq!(advice(&mut deafness, true), Some((30, "2026-04-05".parse().ok())), "another thirty have passed");
    }

    #[test]
    fn only_meetings_that_count_while_the_sense_works_are_counted() {
        let mut deafness = Deafness::default();
        for mark in [Mark::Free, Mark::Declined, Mark::AllDay, Mark::Cancelled] {
            live(&mut deafness, 0..40, mark, &reports(PartState::Works));
        }
        for state in [PartState::NotHere, PartState::Failed, PartState::Off] {
            live(&mut deafness, 40..80, Mark::Busy, &reports(state));
        }
        deafness.meetings(&[meeting(90, Mark::Busy)]);
        deafness.no_meetings();
        deafness.pass(at(90, 10), at(90, 10).date_naive(), |_| true);
        assert_eq!(deafness.senses, BTreeMap::new());
    }

    #[test]
    fn a_change_begins_the_count_again_and_a_start_is_none() {
        let day = at(3, 0).date_naive();
        let (free, used) = (mic(Means::SoundProtocol, FREE), mic(Means::SoundProtocol, USED));
        let changes = |before: Option<&Report>, now: &Report| {
            let mut deafness = Deafness::default();
            deafness.report(before, now, day);
            !deafness.senses.is_empty()
        };
        assert!(changes(Some(&free), &used) && changes(Some(&used), &free));
        assert!(!changes(None, &used) && !changes(Some(&free), &free));
        assert!(!changes(Some(&Report { state: PartState::Failed, ..used.clone() }), &free));
        assert!(!changes(Some(&free), &mic(Means::DeviceFiles, USED)), "another service, not another state");
        let idle = [senses::idle_works(Means::XAlarms), senses::idle_works_unless_awake(Means::XAlarms)];
        assert!(!changes(Some(&idle[0]), &idle[1]));
        let mut deafness = Deafness::default();
        deafness.in_use(Device::Connection, day);
        assert!(deafness.senses.is_empty());
    }

    #[test]
    fn it_survives_a_restart_without_the_meetings() {
        let mut deafness = Deafness::default();
        live(&mut deafness, 0..30, Mark::Busy, &reports(PartState::Works));
        let text = serde_json::to_string(&deafness).expect("written");
        assert_eq!(text, r#"{"senses":{"mic":{"changed":null,"days":30,"last":"2026-02-03","told":false}}}"#);
        let mut again: Deafness = serde_json::from_str(&text).expect("read");
        assert_eq!(advice(&mut again, true), Some((30, None)));
    }
}
