//! How many meetings may go to the app at once. Owns that bound and what is said of those left for later; never decides
//! what a meeting is. The app holds what it is told for as long as it runs: no calendar may make it grow without end.

use crate::engine::moment::Stamp;
use crate::parts::calendar::{Advice, Trouble, Why};
use crate::senses::calendar::job::CalendarRead;
use chrono::{DateTime, TimeDelta, Utc};

/// Meetings of all calendars together that the app is told of.
// Three days of a busy person have thirty. Each weighs about 1.2 kB, in all that remembers it.
const MOST: usize = 150;
/// The longest title that is kept, in characters.
// A line of the menu has no room for more.
const LONGEST_TITLE: usize = 100;
/// The shortest pause before the others are looked for.
// Each look starts a process that reads all calendars.
const PAUSE: TimeDelta = TimeDelta::minutes(15);

/// Leaves the meetings that come next where there are too many, those that are over first to go; when it is time to read
/// the others, if there are.
pub(super) fn thin(sources: &mut [CalendarRead], at: Stamp) -> Option<DateTime<Utc>> {
    let all = || sources.iter().flat_map(|source| source.meetings.iter().flatten());
    let mut starts: Vec<Stamp> = all().filter(|meeting| meeting.end > at).map(|meeting| meeting.start).collect();
    let crowded = all().count() > MOST;
    let last = if crowded && starts.len() > MOST { Some(*starts.select_nth_unstable(MOST).1) } else { None };
    // Of many that begin at once so many are kept as there is room for.
    let mut room = last.map_or(0, |last| MOST - starts.iter().filter(|start| **start < last).count());
    let mut fits = |start: Stamp, last: Stamp| {
        let more = start == last && room > 0;
        room -= usize::from(more);
        start < last || more
    };
    for source in sources {
        let Some(meetings) = &mut source.meetings else { continue };
        if crowded {
            meetings.retain(|meeting| meeting.end > at);
        }
        let before = meetings.len();
        if let Some(last) = last {
            meetings.retain(|meeting| fits(meeting.start, last));
        }
        let left_out = before - meetings.len();
        if let Some(last) = last.filter(|_| left_out > 0) {
            let why = Why::Crowded(left_out, last);
            source.trouble.get_or_insert(Trouble { why, advice: Advice::Crowded });
        }
        for title in meetings.iter_mut().filter_map(|meeting| meeting.title.as_mut()) {
            if let Some((cut, _)) = title.char_indices().nth(LONGEST_TITLE) {
                title.truncate(cut);
            }
        }
        meetings.shrink_to_fit();
    }
    last.map(|last| last.to_utc().max(at.to_utc() + PAUSE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::{Mark, Meeting};

    fn at(minutes: i64) -> Stamp {
        Stamp::default() + TimeDelta::minutes(minutes)
    }

    fn source(meetings: impl Iterator<Item = i64>) -> CalendarRead {
        let meeting =
            |from| Meeting { start: at(from), end: at(from + 1), mark: Mark::Busy, title: Some("é".repeat(500)) };
        CalendarRead { name: "a.ics".into(), meetings: Some(meetings.map(meeting).collect()), trouble: None }
    }

    fn kept(source: &CalendarRead) -> usize {
        source.meetings.as_ref().unwrap().len()
    }

    #[test]
    fn what_comes_next_is_kept_and_the_others_are_read_in_time() {
        let mut sources = [source(0..7000), source((0..30).map(|hour| hour * 60))];
        let next = thin(&mut sources, at(1000));
        assert_eq!(sources.iter().map(kept).sum::<usize>(), MOST);
        assert!((MOST - 10..=MOST).contains(&kept(&sources[0])), "{}", kept(&sources[0]));
        let first = &sources[0].meetings.as_ref().unwrap()[0];
        assert_eq!(first.start, at(1000), "what is over went first");
        assert_eq!(first.title.as_ref().unwrap().chars().count(), LONGEST_TITLE);
        let others = sources[1].meetings.as_ref().unwrap();
        assert_eq!(others.first().map(|meeting| meeting.start), Some(at(1020)));
        let next = next.unwrap();
        assert!((1140..1150).contains(&(next - at(0).to_utc()).num_minutes()), "{next}");
        assert!(matches!(sources[0].trouble, Some(Trouble { why: Why::Crowded(..), advice: Advice::Crowded })));
    }

    #[test]
    fn a_usual_calendar_stays_as_it_is_and_many_at_once_have_an_end() {
        let mut usual = [source((0..40).map(|hour| hour * 60))];
        assert_eq!((thin(&mut usual, at(1000)), kept(&usual[0])), (None, 40));
        assert_eq!(usual[0].trouble, None);
        let mut at_once = [source(std::iter::repeat_n(5, 7000))];
        assert_eq!(thin(&mut at_once, at(0)), Some((at(0) + PAUSE).to_utc()));
        assert_eq!(kept(&at_once[0]), MOST);
    }
}
