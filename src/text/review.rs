//! What the review says. It tells what was, and never scolds, warns or promises.

pub use super::formats::{day, range, rounded as duration, weekday};
use super::list;
use crate::engine::instance::{CancelReason, Evidence, Hold, Instance, Outcome};
use crate::ledger::Machine;
use crate::ledger::figures::{Share, Streak, Suggestion, Tally};
use chrono::{Datelike, NaiveDate};

texts! {
    /// Nothing was ever recorded.
    pub nothing_yet: "review-nothing-yet";
    /// The day has no desk time and no breaks.
    pub no_day_yet: "review-no-day-yet";
    /// A period without any break due.
    pub no_breaks_yet: "review-no-breaks-yet";
    /// What the seven marks mean.
    pub marks: "review-marks";
    /// What the weeks show.
    pub weeks: "review-weeks";
    /// What the grid shows.
    pub grid: "review-grid";
    /// None of the exercises is for an area of the body.
    pub no_area: "review-no-area";
}

/// Nothing is recorded of a day.
#[must_use]
pub fn nothing_on(date: NaiveDate) -> String {
    text!("review-nothing-on", day = day(date), year = date.year())
}

/// Of which machines it is, where there are several.
#[must_use]
pub fn machines(all: &[Machine]) -> String {
    text!("review-machines", names = list(all.iter().map(super::merge::called)))
}

/// Rows of the record that cannot be read, and what to do.
#[must_use]
pub fn left_out(rows: usize) -> String {
    text!("review-left-out", rows)
}

/// The record ends long before today.
#[must_use]
pub fn old(last: NaiveDate, today: NaiveDate) -> String {
    text!("review-old", day = day(last), year = last.year(), days = (today - last).num_days())
}

/// That so many weeks are shown of a longer record.
#[must_use]
pub fn last_weeks(weeks: u64) -> String {
    text!("review-last-weeks", weeks = weeks)
}

/// That so many months are shown of a longer record.
#[must_use]
pub fn last_months(months: usize) -> String {
    text!("review-last-months", months = months)
}

/// "18 of 29 (62 %), goal 60 %"; under `least` counts only.
#[must_use]
pub fn headline(share: Share, least: u32, goal: u8) -> String {
    match share.at_least(least).and_then(Share::percent) {
        Some(percent) => text!("review-headline", part = share.part, of = share.of, percent, goal),
        None if share.of == 0 => no_breaks_yet(),
        None => text!("review-part", part = share.part, of = share.of),
    }
}

/// "4 of 6 (67 %)"; under `least` counts only.
#[must_use]
pub fn share(share: Share, least: u32) -> String {
    match share.at_least(least).and_then(Share::percent) {
        Some(percent) => text!("review-share", part = share.part, of = share.of, percent),
        None if share.of == 0 => "–".into(),
        None => text!("review-part", part = share.part, of = share.of),
    }
}

/// The streak, as days rather than as a chain that can break.
#[must_use]
pub fn streak(streak: &Streak) -> Option<String> {
    let days = (streak.last5_of > 0).then(|| text!("review-streak", taken = streak.last5, days = streak.last5_of))?;
    let run = (streak.run >= 2).then(|| text!("review-streak-run", run = streak.run));
    let best = (streak.best > streak.run && streak.best >= 2).then(|| text!("review-streak-best", best = streak.best));
    Some(list([Some(days), run, best].into_iter().flatten()))
}

/// A period that lay mostly in meetings.
#[must_use]
pub fn mostly_meetings(coverage: Share) -> String {
    text!("review-mostly-meetings", part = coverage.part, of = coverage.of)
}

/// Compliance without calls, where calls made a difference.
#[must_use]
pub fn without_calls(rate: &str) -> String {
    text!("review-without-calls", rate)
}

/// The one thing that may be worth changing.
#[must_use]
pub fn suggestion(it: Suggestion) -> String {
    if it.done.reaches(50) {
        text!("review-suggestion-less", hour = it.hour)
    } else {
        text!("review-suggestion-most", hour = it.hour)
    }
}

/// What became of the prompts.
#[must_use]
pub fn prompts(taken_up: Share, missed: Share, snoozed: Share) -> Option<String> {
    let some = |share: Share| share.part > 0;
    let parts = [
        (taken_up.of > 0).then(|| text!("review-prompts-taken-up", part = taken_up.part, of = taken_up.of)),
        some(missed).then(|| text!("review-prompts-missed", part = missed.part, of = missed.of)),
        some(snoozed).then(|| text!("review-prompts-snoozed", part = snoozed.part, of = snoozed.of)),
    ];
    some_of(parts)
}

/// What there is of these, in one line.
fn some_of<const N: usize>(parts: [Option<String>; N]) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| list(parts))
}

/// How the taken breaks are known.
#[must_use]
pub fn confirmed(share: Share) -> Option<String> {
    (share.of > 0).then(|| text!("review-confirmed", part = share.part, of = share.of))
}

/// How soon breaks began and prompts were answered.
#[must_use]
pub fn pace(delay_s: Option<u32>, median_s: Option<u32>, p90_s: Option<u32>) -> Option<String> {
    let delay = delay_s.map(|seconds| text!("review-pace-begun", length = duration(seconds)));
    let answer = median_s
        .zip(p90_s)
        .map(|(median, most)| text!("review-pace-answered", median = duration(median), most = duration(most)));
    some_of([delay, answer])
}

/// How an instance ended, in a word or three.
#[must_use]
pub fn outcome(row: &Instance) -> String {
    match row.outcome {
        None => text!("review-outcome-open"),
        Some(Outcome::Taken) => text!("review-outcome-taken"),
        Some(Outcome::Natural) => text!("review-outcome-natural"),
        Some(Outcome::Skipped) if row.short => text!("review-outcome-short"),
        Some(Outcome::Skipped) => text!("review-outcome-skipped"),
        Some(Outcome::Missed) => text!("review-outcome-missed"),
        Some(Outcome::Excused) => excused(row),
        Some(Outcome::Cancelled) => match row.cancelled {
            Some(CancelReason::NotRunning) => text!("review-outcome-not-running"),
            Some(CancelReason::HoursEnded) => text!("review-outcome-hours-ended"),
            Some(CancelReason::NotDelivered) => text!("review-outcome-not-delivered"),
            Some(CancelReason::Removed) => text!("review-outcome-removed"),
            None => text!("review-outcome-cancelled"),
        },
    }
}

/// The hold that lasted longest says where the person was.
fn excused(row: &Instance) -> String {
    let longest = row.holds.iter().max_by_key(|&(hold, seconds)| (*seconds, *hold));
    match longest.map(|(hold, _)| *hold) {
        Some(Hold::Call) => text!("review-excused-call"),
        Some(Hold::Meeting) => text!("review-excused-meeting"),
        Some(Hold::Presenting) => text!("review-excused-presenting"),
        Some(Hold::Paused) => text!("review-excused-paused"),
        Some(Hold::Dnd) => text!("review-excused-dnd"),
        Some(Hold::Hours) => text!("review-excused-hours"),
        Some(Hold::Elsewhere) => text!("review-excused-elsewhere"),
        Some(Hold::Locked | Hold::Asleep) => text!("review-excused-away"),
        None => text!("review-excused"),
    }
}

/// What else is known of an instance; `exercise` is the name of the one that was offered.
#[must_use]
pub fn detail(row: &Instance, exercise: Option<&str>) -> String {
    let taken = row.outcome == Some(Outcome::Taken);
    let held = row.holds.values().max().filter(|_| row.outcome == Some(Outcome::Excused));
    let parts = [
        (row.away_s > 0).then(|| text!("review-detail-away", length = duration(row.away_s))),
        held.map(|&seconds| text!("review-detail-for", length = duration(seconds))),
        match row.snoozes {
            0 => None,
            snoozes => Some(text!("review-detail-snoozes", snoozes)),
        },
        (taken && row.evidence == Some(Evidence::Claimed) && row.away_s == 0).then(|| text!("review-detail-by-your")),
        row.edited.then(|| text!("review-detail-corrected-by")),
        // Last, because a narrow page cuts the end.
        exercise.filter(|_| taken).map(str::to_owned),
    ];
    list(parts.into_iter().flatten())
}

/// What became of the exercises.
#[must_use]
pub fn exercises(tally: &Tally, followed: Share) -> String {
    let parts = [
        (tally.swapped > 0).then(|| text!("review-exercises-swapped", count = tally.swapped)),
        (tally.skipped > 0).then(|| text!("review-exercises-skipped", count = tally.skipped)),
        (tally.hurt > 0).then(|| text!("review-exercises-hurt", count = tally.hurt)),
    ];
    let offered = match some_of(parts) {
        Some(parts) => text!("review-exercises-offered-of-them", count = tally.offered, parts),
        None => text!("review-exercises-offered", count = tally.offered),
    };
    match followed.part {
        0 => offered,
        part => text!("review-exercises-followed", offered, part, of = followed.of),
    }
}

/// Below the picture of the exercise that was done most.
#[must_use]
pub fn favourite(name: &str) -> String {
    text!("review-favourite", name)
}

/// The nudges shown and what was said to them.
#[must_use]
pub fn nudges(shown: usize, shifted: usize, fine: usize) -> String {
    let parts = [
        Some(text!("review-nudges-shown", count = shown)),
        (shifted > 0).then(|| text!("review-nudges-shifted", count = shifted)),
        (fine > 0).then(|| text!("review-nudges-fine", count = fine)),
    ];
    list(parts.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::{Share, Streak, duration, headline, range, streak, suggestion};
    use crate::ledger::figures::Suggestion;

    #[test]
    fn the_headline_has_a_percentage_only_where_it_means_something() {
        assert_eq!(headline(Share { part: 18, of: 29 }, 8, 60), "18 of 29 (62 %), goal 60 %");
        assert_eq!(headline(Share { part: 2, of: 7 }, 8, 60), "2 of 7");
        assert_eq!(headline(Share::default(), 3, 60), super::no_breaks_yet());
    }

    #[test]
    fn lengths_of_time() {
        let said = [0, 59, 60, 89, 90, 3569, 3570, 3900].map(duration);
        assert_eq!(said, ["0 s", "59 s", "1 min", "1 min", "2 min", "59 min", "1 h", "1 h 5 min"]);
    }

    #[test]
    fn ranges_name_no_month_or_year_twice() {
        let of = |from: &str, to: &str| range(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(of("2026-01-05", "2026-01-05"), "Mon 5 Jan 2026");
        assert_eq!(of("2026-01-05", "2026-01-11"), "5 to 11 Jan 2026");
        assert_eq!(of("2026-01-26", "2026-02-01"), "26 Jan to 1 Feb 2026");
        assert_eq!(of("2025-12-29", "2026-01-04"), "29 Dec 2025 to 4 Jan 2026");
    }

    #[test]
    fn the_streak_is_told_in_days() {
        let days = Streak { last5: 4, last5_of: 5, run: 2, best: 8, reserves: 0 };
        assert_eq!(streak(&days).unwrap(), "4 of the last 5 workdays with enough breaks, 2 in a row, best 8");
        assert_eq!(
            streak(&Streak { last5: 1, last5_of: 1, run: 1, best: 1, reserves: 0 }).unwrap(),
            "1 of 1 workday with enough breaks"
        );
        assert_eq!(streak(&Streak::default()), None);
    }

    #[test]
    fn most_is_said_only_of_more_than_half() {
        let of = |part| suggestion(Suggestion { hour: 15, done: Share { part, of: 10 } });
        assert_eq!(of(4), "You skip most 15:00 breaks. Move them?");
        assert_eq!(of(5), "15:00 breaks work out less often than others. Move them?");
    }
}
