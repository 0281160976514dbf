//! What the review says. It tells what was, and never scolds, warns or promises.

use crate::engine::instance::{CancelReason, Evidence, Hold, Instance, Outcome};
use crate::ledger::figures::{Share, Streak, Suggestion, Tally};
use chrono::{Datelike, NaiveDate};

/// Nothing was ever recorded.
pub const NOTHING_YET: &str = "Nothing is recorded yet. Come back after the first break.";
/// The day has no desk time and no breaks.
pub const NO_DAY_YET: &str = "nothing recorded yet";
/// A period without any break due.
pub const NO_BREAKS_YET: &str = "no breaks due yet";
/// What the seven marks mean.
pub const MARKS: &str =
    "●\u{a0}enough\u{a0}breaks   ◐\u{a0}some   ○\u{a0}none   –\u{a0}not\u{a0}counted   ·\u{a0}to\u{a0}come";
/// What the weeks show.
pub const WEEKS: &str = "breaks had, day by day, and in the week";
/// What the grid shows.
pub const GRID: &str = "breaks had, in percent, by the hour in which they fell due";
/// Nothing is recorded of a day.
#[must_use]
pub fn nothing_on(date: NaiveDate) -> String {
    format!("Nothing is recorded for {} {}.", day(date), date.year())
}

/// Rows of the record that cannot be read, and what to do.
#[must_use]
pub fn left_out(rows: usize) -> String {
    let (rows, are) = if rows == 1 { ("1 row".to_owned(), "is") } else { (format!("{rows} rows"), "are") };
    format!(
        "{rows} of the record cannot be read and {are} left out: something else wrote in the file. The rest counts; a \
         backup of `ledger.db` from before has them whole."
    )
}

/// The record ends long before today.
#[must_use]
pub fn old(last: NaiveDate, today: NaiveDate) -> String {
    format!("The last record is of {} {}, {} days ago.", day(last), last.year(), (today - last).num_days())
}

/// "18 of 29 (62 %), goal 60 %"; under `least` counts only.
#[must_use]
pub fn headline(share: Share, least: u32, goal: u8) -> String {
    match share.at_least(least).and_then(Share::percent) {
        Some(percent) => format!("{} of {} ({percent} %), goal {goal} %", share.part, share.of),
        None if share.of == 0 => NO_BREAKS_YET.into(),
        None => format!("{} of {}", share.part, share.of),
    }
}

/// "4 of 6 (67 %)"; under `least` counts only.
#[must_use]
pub fn share(share: Share, least: u32) -> String {
    match share.at_least(least).and_then(Share::percent) {
        Some(percent) => format!("{} of {} ({percent} %)", share.part, share.of),
        None if share.of == 0 => "–".into(),
        None => format!("{} of {}", share.part, share.of),
    }
}

/// The streak, as days rather than as a chain that can break.
#[must_use]
pub fn streak(streak: &Streak) -> Option<String> {
    let of = match streak.last5_of {
        0 => return None,
        1 => "1 workday".into(),
        many => format!("the last {many} workdays"),
    };
    let run = if streak.run >= 2 { format!(", {} in a row", streak.run) } else { String::new() };
    let best =
        if streak.best > streak.run && streak.best >= 2 { format!(", best {}", streak.best) } else { String::new() };
    Some(format!("{} of {of}{run}{best}", streak.last5))
}

/// A period that lay mostly in meetings.
#[must_use]
pub fn mostly_meetings(coverage: Share) -> String {
    format!("Mostly in meetings: {} of {} breaks fell outside them.", coverage.part, coverage.of)
}

/// Compliance without calls, where calls made a difference.
#[must_use]
pub fn without_calls(rate: &str) -> String {
    format!("Away from calls and meetings: {rate}.")
}

/// The one thing that may be worth changing.
#[must_use]
pub fn suggestion(it: Suggestion) -> String {
    if it.done.reaches(50) {
        format!("{}:00 breaks work out less often than others. Move them?", it.hour)
    } else {
        format!("You skip most {}:00 breaks. Move them?", it.hour)
    }
}

/// What became of the prompts.
#[must_use]
pub fn prompts(taken_up: Share, missed: Share, snoozed: Share) -> Option<String> {
    let part = |share: Share, words: &str| (share.of > 0).then(|| format!("{} of {} {words}", share.part, share.of));
    let missed = part(missed, "missed").filter(|_| missed.part > 0);
    let parts = [part(taken_up, "taken up"), missed, part(snoozed, "snoozed").filter(|_| snoozed.part > 0)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// How the taken breaks are known.
#[must_use]
pub fn confirmed(share: Share) -> Option<String> {
    (share.of > 0).then(|| format!("{} of {} taken are confirmed by absence or by the guide", share.part, share.of))
}

/// How soon breaks began and prompts were answered.
#[must_use]
pub fn pace(delay_s: Option<u32>, median_s: Option<u32>, p90_s: Option<u32>) -> Option<String> {
    let delay = delay_s.map(|seconds| format!("begun {} after due", duration(seconds)));
    let answer = median_s
        .zip(p90_s)
        .map(|(median, most)| format!("answered in {} (nine in ten within {})", duration(median), duration(most)));
    let parts: Vec<String> = [delay, answer].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// How an instance ended, in a word or three.
#[must_use]
pub fn outcome(row: &Instance) -> &'static str {
    match row.outcome {
        None => "open now",
        Some(Outcome::Taken) => "taken",
        Some(Outcome::Natural) => "on your own",
        Some(Outcome::Skipped) if row.short => "ended early",
        Some(Outcome::Skipped) => "skipped",
        Some(Outcome::Missed) => "missed",
        Some(Outcome::Excused) => excused(row),
        Some(Outcome::Cancelled) => match row.cancelled {
            Some(CancelReason::NotRunning) => "not running",
            Some(CancelReason::HoursEnded) => "day was over",
            Some(CancelReason::NotDelivered) => "not shown",
            Some(CancelReason::Removed) => "taken out",
            None => "cancelled",
        },
    }
}

/// The hold that lasted longest says where the person was.
fn excused(row: &Instance) -> &'static str {
    let longest = row.holds.iter().max_by_key(|&(hold, seconds)| (*seconds, *hold));
    match longest.map(|(hold, _)| *hold) {
        Some(Hold::Call) => "in a call",
        Some(Hold::Meeting) => "in a meeting",
        Some(Hold::Presenting) => "presenting",
        Some(Hold::Paused) => "paused",
        Some(Hold::Dnd) => "do not disturb",
        Some(Hold::Hours) => "out of hours",
        Some(Hold::Locked | Hold::Asleep) => "away",
        None => "excused",
    }
}

/// What else is known of an instance; `exercise` is the name of the one that was offered.
#[must_use]
pub fn detail(row: &Instance, exercise: Option<&str>) -> String {
    let taken = row.outcome == Some(Outcome::Taken);
    let held = row.holds.values().max().filter(|_| row.outcome == Some(Outcome::Excused));
    let parts = [
        (row.away_s > 0).then(|| format!("{} away", duration(row.away_s))),
        held.map(|&seconds| format!("for {}", duration(seconds))),
        match row.snoozes {
            0 => None,
            1 => Some("1 snooze".into()),
            many => Some(format!("{many} snoozes")),
        },
        (taken && row.evidence == Some(Evidence::Claimed) && row.away_s == 0).then(|| "by your word".into()),
        row.edited.then(|| "corrected by you".into()),
        // Last, because a narrow page cuts the end.
        exercise.filter(|_| taken).map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
}

/// "45 s", "12 min", "1 h 5 min".
#[must_use]
pub fn duration(seconds: u32) -> String {
    let minutes = (seconds + 30) / 60;
    match (seconds, minutes / 60, minutes % 60) {
        (0..=59, ..) => format!("{seconds} s"),
        (_, 0, minutes) => format!("{minutes} min"),
        (_, hours, 0) => format!("{hours} h"),
        (_, hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// What became of the exercises.
#[must_use]
pub fn exercises(tally: &Tally, followed: Share) -> String {
    let part = |count: u32, word: &str| (count > 0).then(|| format!("{count} {word}"));
    let parts = [part(tally.swapped, "swapped"), part(tally.skipped, "skipped"), part(tally.hurt, "hurt")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let rest = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    let followed = match followed.part {
        0 => String::new(),
        part => format!("; done to the end in {part} of {} breaks", followed.of),
    };
    format!("{} offered{rest}{followed}", tally.offered)
}

/// Below the picture of the exercise that was done most.
#[must_use]
pub fn favourite(name: &str) -> String {
    format!("Done most: {name}")
}

/// The nudges shown and what was said to them.
#[must_use]
pub fn nudges(shown: usize, shifted: usize, fine: usize) -> String {
    let part = |count: usize, words: &str| if count > 0 { format!(", {count} {words}") } else { String::new() };
    format!("{shown} shown{}{}", part(shifted, "shifted"), part(fine, "already fine"))
}

/// "Fri 9 Jan".
#[must_use]
pub fn day(day: NaiveDate) -> String {
    format!("{} {}", weekday(day.weekday().num_days_from_monday() as usize), day.format("%-d %b"))
}

/// "5 to 11 Jan 2026", "29 Dec 2025 to 4 Jan 2026".
#[must_use]
pub fn range(from: NaiveDate, to: NaiveDate) -> String {
    let to_text = to.format("%-d %b %Y");
    if from == to {
        format!("{} {to_text}", weekday(to.weekday().num_days_from_monday() as usize))
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{} to {to_text}", from.day())
    } else if from.year() == to.year() {
        format!("{} to {to_text}", from.format("%-d %b"))
    } else {
        format!("{} to {to_text}", from.format("%-d %b %Y"))
    }
}

/// Three letters for a weekday, 0 (Monday) to 6.
#[must_use]
pub fn weekday(day: usize) -> &'static str {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].get(day).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Share, Streak, duration, headline, range, streak, suggestion};
    use crate::ledger::figures::Suggestion;

    #[test]
    fn the_headline_has_a_percentage_only_where_it_means_something() {
        assert_eq!(headline(Share { part: 18, of: 29 }, 8, 60), "18 of 29 (62 %), goal 60 %");
        assert_eq!(headline(Share { part: 2, of: 7 }, 8, 60), "2 of 7");
        assert_eq!(headline(Share::default(), 3, 60), super::NO_BREAKS_YET);
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
        assert_eq!(streak(&days).unwrap(), "4 of the last 5 workdays, 2 in a row, best 8");
        assert_eq!(streak(&Streak { last5: 1, last5_of: 1, run: 1, best: 1, reserves: 0 }).unwrap(), "1 of 1 workday");
        assert_eq!(streak(&Streak::default()), None);
    }

    #[test]
    fn most_is_said_only_of_more_than_half() {
        let of = |part| suggestion(Suggestion { hour: 15, done: Share { part, of: 10 } });
        assert_eq!(of(4), "You skip most 15:00 breaks. Move them?");
        assert_eq!(of(5), "15:00 breaks work out less often than others. Move them?");
    }
}
