//! What is known of the calendars from one reading to the next. PURE. Owns what of a failing calendar still counts and
//! for how long, and what is told of it.
//!
//! A calendar that cannot be read keeps what it last said for a day and is then empty: an outage at lunch is no reason to
//! forget the afternoon, and one that is gone for good must not keep anybody quiet.

use super::job::Answer;
use crate::engine::event::Meeting;
use crate::engine::moment::Stamp;
use crate::parts::Report;
use crate::parts::calendar::{self, Advice, ReaderEnd, Trouble, Wrong};
use chrono::TimeDelta;
use std::time::Duration;

/// How long what a failing calendar last said counts.
const KEPT: TimeDelta = TimeDelta::days(1);
/// The first pause after a reading that failed as a whole; it doubles.
// What makes a reading fail as a whole does not heal within seconds, and each try starts a process.
const FIRST_PAUSE: Duration = Duration::from_mins(5);
/// The longest pause, and so the longest time that passes without a reading of files that do not change.
// A reading knows the days around it alone: twice a day keeps up with them.
pub const LONGEST_PAUSE: Duration = Duration::from_hours(12);
/// So many failed readings in a row that nobody asked for fill half a day; then nothing counts any more.
const MOST_FAILURES: u32 = 8;

/// All calendars.
#[derive(Debug, Default)]
pub struct Known {
    sources: Vec<Kept>,
    /// The last good reading.
    at: Option<Stamp>,
    /// Why the last reading failed as a whole, and how many did in a row.
    failed: Option<(ReaderEnd, u32)>,
    /// Why changes of files are not heard.
    pub unwatched: Option<String>,
}

/// One calendar.
#[derive(Debug)]
struct Kept {
    name: String,
    /// What it said when it could last be read.
    good: Option<(Stamp, Vec<Meeting>)>,
    trouble: Option<Trouble>,
}

impl Known {
    /// Takes in a reading; how long until the next one, if nothing changes.
    pub fn take(&mut self, answer: Answer) -> Duration {
        let mut before = std::mem::take(&mut self.sources).into_iter();
        for source in answer.sources {
            let kept = before.next().and_then(|kept| kept.good).filter(|(at, _)| answer.at - *at <= KEPT);
            let good = source.meetings.map(|meetings| (answer.at, meetings)).or(kept);
            self.sources.push(Kept { name: source.name, good, trouble: source.trouble });
        }
        self.at = Some(answer.at);
        self.failed = None;
        // Whatever the other process says, there is no reading after reading without a pause.
        answer.next_s.map_or(LONGEST_PAUSE, Duration::from_secs).clamp(Duration::from_secs(1), LONGEST_PAUSE)
    }

    /// Takes in that a reading failed as a whole; how long until the next one. `asked`: a change asked for it.
    pub fn fail(&mut self, why: ReaderEnd, asked: bool) -> Duration {
        let before = self.failed.as_ref().map_or(0, |(_, times)| *times);
        // A file that is written all day asks for a reading each time: those must not use up the half day within
        // minutes.
        let times = if asked { before.max(1) } else { before + 1 };
        if times >= MOST_FAILURES {
            self.sources.clear();
        }
        self.failed = Some((why, times));
        FIRST_PAUSE.saturating_mul(1 << (times.min(MOST_FAILURES) - 1)).min(LONGEST_PAUSE)
    }

    /// Whether anything is known that counts.
    fn any(&self) -> bool {
        self.sources.iter().any(|source| source.good.is_some())
    }

    /// All that counts, each once, by time; none if nothing is known.
    #[must_use]
    pub fn meetings(&self) -> Option<Vec<Meeting>> {
        let good = self.sources.iter().filter_map(|source| source.good.as_ref());
        let mut all: Vec<Meeting> = good.flat_map(|(_, meetings)| meetings.iter().cloned()).collect();
        all.sort_by_key(|meeting| (meeting.start, meeting.end, meeting.mark as u8));
        // One meeting may stand in several calendars, one's own and a shared one.
        all.dedup();
        self.any().then_some(all)
    }

    /// How the part is.
    #[must_use]
    pub fn report(&self) -> Report {
        let now = self.at.unwrap_or_default();
        let of = |source: &Kept| {
            let copy = source.good.as_ref().map(|(at, _)| *at).filter(|at| *at < now);
            let why = source.trouble.as_ref()?.why.clone();
            Some(Wrong::Calendar { name: source.name.clone(), why, copy })
        };
        let mut wrong: Vec<Wrong> = self.sources.iter().filter_map(of).collect();
        wrong.extend(self.failed.iter().map(|(why, _)| Wrong::Reader(why.clone())));
        let first = self.sources.iter().find_map(|source| source.trouble.as_ref());
        let own = self.failed.as_ref().map(|_| Advice::Reader);
        let advice = own.or(first.map(|trouble| trouble.advice));
        if !self.any() {
            return calendar::unread(wrong, advice);
        }
        wrong.extend(self.unwatched.iter().cloned().map(Wrong::Unwatched));
        let ahead = self.meetings().unwrap_or_default().iter().filter(|meeting| meeting.end > now).count();
        calendar::read(self.sources.len(), ahead, self.at, wrong, advice)
    }
}

#[cfg(test)]
mod tests {
    use super::super::job::CalendarRead;
    use super::*;
    use crate::engine::event::Mark;
    use crate::parts::PartState;
    use crate::parts::calendar::{Says, Why};
    use std::slice::from_ref;

    fn at(text: &str) -> Stamp {
        format!("2026-01-{text}:00+01:00").parse().unwrap()
    }

    fn meeting(from: &str, to: &str) -> Meeting {
        Meeting { start: at(from), end: at(to), mark: Mark::Busy, title: None }
    }

    fn good(name: &str, meetings: &[Meeting]) -> CalendarRead {
        CalendarRead { name: name.into(), meetings: Some(meetings.to_vec()), trouble: None }
    }

    fn bad(name: &str) -> CalendarRead {
        let trouble = Trouble { why: Why::NotThere, advice: Advice::Missing };
        CalendarRead { name: name.into(), meetings: None, trouble: Some(trouble) }
    }

    fn answer(time: &str, sources: &[CalendarRead]) -> Answer {
        Answer { at: at(time), sources: sources.to_vec(), next_s: None }
    }

    #[test]
    fn a_failing_calendar_counts_for_a_day_and_the_others_for_ever() {
        let (nine, ten) = (meeting("05T09:00", "05T09:30"), meeting("05T10:00", "05T10:30"));
        let mut known = Known::default();
        known.take(answer("05T08:00", &[good("a.ics", from_ref(&ten)), good("b.ics", &[nine.clone(), ten.clone()])]));
        assert_eq!(known.meetings(), Some(vec![nine.clone(), ten.clone()]), "each once, by time");
        let read = Says::Read { calendars: 2, ahead: 2, at: Some(at("05T08:00")), wrong: Vec::new() };
        assert_eq!(known.report().says, read.into());
        known.take(answer("06T08:00", &[good("a.ics", from_ref(&ten)), bad("b.ics")]));
        assert_eq!(known.meetings(), Some(vec![nine, ten.clone()]));
        let report = known.report();
        let wrong = Wrong::Calendar { name: "b.ics".into(), why: Why::NotThere, copy: Some(at("05T08:00")) };
        let read = calendar::read(2, 0, Some(at("06T08:00")), vec![wrong], Some(Advice::Missing));
        assert_eq!(report, read);
        known.take(answer("06T08:01", &[good("a.ics", from_ref(&ten)), bad("b.ics")]));
        assert_eq!(known.meetings(), Some(vec![ten]));
    }

    #[test]
    fn without_any_calendar_the_part_has_failed() {
        let mut known = Known::default();
        known.take(answer("05T08:00", &[bad("a.ics")]));
        assert_eq!(known.meetings(), None);
        let report = known.report();
        let wrong = Wrong::Calendar { name: "a.ics".into(), why: Why::NotThere, copy: None };
        assert_eq!(report, calendar::unread(vec![wrong], Some(Advice::Missing)));
    }

    #[test]
    fn readings_that_fail_pause_longer_each_time_and_end_what_was_known() {
        let ten = meeting("05T10:00", "05T10:30");
        let mut known = Known::default();
        known.take(answer("05T08:00", &[good("a.ics", from_ref(&ten))]));
        let pauses: Vec<u64> = (0..7).map(|_| known.fail(ReaderEnd::Slow, false).as_secs() / 60).collect();
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 320]);
        assert_eq!(known.fail(ReaderEnd::Slow, true).as_secs() / 60, 320, "a change is no other failure");
        assert!(known.meetings().is_some() && known.report().state == PartState::Works);
        known.fail(ReaderEnd::Slow, false);
        assert!(known.meetings().is_none() && known.report().state == PartState::Failed);
        assert_eq!(known.report().says, Says::Unread(vec![Wrong::Reader(ReaderEnd::Slow)]).into());
    }
}
