//! Days in a row: which days count, and what a day that does not costs. Nothing here is ever used to warn.

use super::counts::Counts;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A day with this many breaks qualifies, whatever its rate.
const ENOUGH: u32 = 3;
/// Less desk time than this makes a day neutral, in seconds (2 h).
const LEAST_TRACKED: u32 = 2 * 3600;
/// Less coverage than this, in percent, makes a day neutral.
const LEAST_COVERAGE: u8 = 50;
/// So many qualifying days earn a reserve.
const EARNS: u32 = 5;
/// What lies further back than these days is not among "the last" ones, and nothing that is recent follows from it.
pub(crate) const RECENT_DAYS: i64 = 21;
/// Reserves at most.
const MOST_RESERVES: u32 = 2;

/// What a day means for the streak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It adds a day.
    Counts,
    /// It adds none, and spends a reserve if there is one.
    Short,
    /// It neither adds nor breaks: too little desk time, mostly in meetings, a day off, or the first day.
    Neutral,
}

/// Days in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streak {
    /// Qualifying days of the last five that were not neutral, within the last three weeks.
    pub last5: u32,
    /// How many such days there are, five at most.
    pub last5_of: u32,
    /// Qualifying days in a row until now.
    pub run: u32,
    /// The longest run so far.
    pub best: u32,
    /// Reserves in hand.
    pub reserves: u32,
}

/// Weighs one day by its outcomes, its desk time in seconds, and the goal in percent. The first day of all is neutral.
#[must_use]
pub fn weigh(counts: &Counts, tracked_s: u32, first: bool, goal: u8) -> Weight {
    if first || tracked_s < LEAST_TRACKED || !counts.coverage().reaches(LEAST_COVERAGE) {
        Weight::Neutral
    } else if counts.done() >= ENOUGH || counts.compliance().reaches(goal) {
        Weight::Counts
    } else {
        Weight::Short
    }
}

/// The streak over all days ever recorded, in order. Today is not over: it can add, and it costs nothing.
#[must_use]
pub fn streak(days: &BTreeMap<NaiveDate, Weight>, today: NaiveDate) -> Streak {
    let counted = |(&day, &weight): (&NaiveDate, &Weight)| match weight {
        Weight::Counts => Some(true),
        // Today is not over: it costs nothing yet.
        Weight::Short if day < today => Some(false),
        Weight::Short | Weight::Neutral => None,
    };
    let recent = days.iter().rev().take_while(|(day, _)| (today - **day).num_days() <= RECENT_DAYS);
    let recent: Vec<bool> = recent.filter_map(counted).take(5).collect();
    let counted: Vec<bool> = days.iter().filter_map(counted).collect();
    let mut streak = Streak::default();
    for &qualifies in &counted {
        if qualifies {
            streak.run += 1;
            streak.best = streak.best.max(streak.run);
            let earned = u32::from(streak.run.is_multiple_of(EARNS));
            streak.reserves = (streak.reserves + earned).min(MOST_RESERVES);
        } else if streak.reserves > 0 {
            streak.reserves -= 1;
        } else {
            streak.run = 0;
        }
    }
    for &qualifies in &recent {
        streak.last5 += u32::from(qualifies);
        streak.last5_of += 1;
    }
    streak
}

#[cfg(test)]
mod tests {
    use super::{Counts, Streak, Weight, streak, weigh};
    use chrono::{Days, NaiveDate};

    /// One letter a day from Monday on: `y` qualifies, `n` does not, `.` is neutral. Today is the last one.
    fn of(days: &str) -> Streak {
        let monday = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let weight = |letter| match letter {
            'y' => Weight::Counts,
            'n' => Weight::Short,
            _ => Weight::Neutral,
        };
        let days = days.chars().enumerate().map(|(n, letter)| (monday + Days::new(n as u64), weight(letter)));
        let days: std::collections::BTreeMap<_, _> = days.collect();
        streak(&days, *days.last_key_value().unwrap().0)
    }

    fn run(days: &str) -> (u32, u32, u32) {
        let streak = of(days);
        (streak.run, streak.best, streak.reserves)
    }

    #[test]
    fn three_breaks_or_the_goal_whichever_is_easier() {
        let day = |taken, skipped| Counts { taken, skipped, ..Counts::default() };
        let weight = |counts| weigh(&counts, 8 * 3600, false, 60);
        assert_eq!(weight(day(3, 9)), Weight::Counts);
        assert_eq!(weight(day(2, 1)), Weight::Counts);
        assert_eq!(weight(day(2, 2)), Weight::Short);
        assert_eq!(weight(day(0, 1)), Weight::Short);
    }

    #[test]
    fn neutral_days() {
        let full = Counts { taken: 4, ..Counts::default() };
        assert_eq!(weigh(&full, 7199, false, 60), Weight::Neutral, "under two hours");
        assert_eq!(weigh(&full, 8000, true, 60), Weight::Neutral, "the first day");
        let meetings = Counts { taken: 3, excused: 4, ..Counts::default() };
        assert_eq!(weigh(&meetings, 8000, false, 60), Weight::Neutral, "mostly in meetings");
        assert_eq!(weigh(&Counts::default(), 8000, false, 60), Weight::Neutral, "nothing fell due");
    }

    #[test]
    fn neutral_days_neither_add_nor_break() {
        assert_eq!(run("yyy..y."), (4, 4, 0));
        assert_eq!(run("yyn.yy"), (2, 2, 0));
    }

    #[test]
    fn five_days_earn_a_reserve_and_two_are_the_most() {
        assert_eq!(run("yyyyyny"), (6, 6, 0));
        assert_eq!(run("yyyyynny"), (1, 5, 0));
        assert_eq!(run("yyyyyyyyyyyyyyy"), (15, 15, 2));
        assert_eq!(run("yyyyyyyyyynnny"), (1, 10, 0));
    }

    #[test]
    fn today_costs_nothing_while_it_lasts() {
        assert_eq!(run("yyn"), (2, 2, 0));
        assert_eq!(run("yynn"), (0, 2, 0));
    }

    #[test]
    fn the_last_five_that_were_not_neutral() {
        let streak = of("yynyy..y");
        assert_eq!((streak.last5, streak.last5_of), (4, 5));
        assert_eq!((of("y.").last5, of("y.").last5_of), (1, 1));
        let old = of(&format!("yyyyy{}", ".".repeat(21)));
        assert_eq!((old.last5, old.last5_of, old.best), (1, 1, 5), "what is three weeks old is not the last");
        assert_eq!(of(&format!("yyyyy{}y", ".".repeat(300))).last5_of, 1);
    }
}
