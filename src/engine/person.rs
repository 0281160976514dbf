//! Who shows the exercises in the pictures. Owns their names and whose day it is; knows no colour and no shape.

use super::moment::{Stamp, day_of};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// One of the people in the pictures, called by the hair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain names of what is seen")]
pub enum Person {
    #[default]
    Crop,
    Bun,
    Curls,
    Bob,
    Beard,
    Grey,
}

impl Person {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Crop, Self::Bun, Self::Curls, Self::Bob, Self::Beard, Self::Grey];

    /// As the settings call them.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Crop => "crop",
            Self::Bun => "bun",
            Self::Curls => "curls",
            Self::Bob => "bob",
            Self::Beard => "beard",
            Self::Grey => "grey",
        }
    }

    /// Of a token of the settings; none where each day has its own.
    #[must_use]
    pub fn of_token(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|person| person.token() == token)
    }

    /// Whose day it is. Within six days each has one, in an order that is shuffled anew for the next six, and nobody has
    /// two days in a row.
    #[must_use]
    pub fn of_day(day: NaiveDate) -> Self {
        let days = day.num_days_from_ce();
        let (round, at) = (days.div_euclid(6), days.rem_euclid(6));
        let mut order = shuffled(round);
        if order[0] == shuffled(round - 1)[5] {
            // The last one stays, so that the next round can be told apart from this one.
            order.swap(0, 1);
        }
        order[usize::try_from(at).unwrap_or_default()]
    }
}

/// Whose turn it is to show the exercises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// Always this one; without it each day has its own.
    pub only: Option<Person>,
    /// When a day begins.
    pub day_starts: NaiveTime,
}

impl Turn {
    /// The person of this time.
    #[must_use]
    pub fn at(self, now: Stamp) -> Person {
        self.only.unwrap_or_else(|| Person::of_day(day_of(now, self.day_starts)))
    }
}

/// The order of a round of days: always the same for the same round.
fn shuffled(round: i32) -> [Person; 6] {
    let mut order = Person::ALL;
    // The golden ratio sets rounds apart that follow each other. Xorshift never leaves nought, so round nought must
    // not begin there.
    let mut state = round.unsigned_abs().wrapping_mul(0x9e37_79b9) ^ 0x5bd1_e995;
    for last in (1..order.len()).rev() {
        // Marsaglia's xorshift with 13, 17 and 5.
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        order.swap(last, state as usize % (last + 1));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date") + chrono::Days::new(n)
    }

    #[test]
    fn everybody_has_a_turn_nobody_two_in_a_row_and_a_day_is_always_the_same_persons() {
        let mut days = BTreeMap::new();
        for n in 0..600 {
            assert_eq!(Person::of_day(day(n)), Person::of_day(day(n)));
            assert_ne!(Person::of_day(day(n)), Person::of_day(day(n + 1)), "{n}");
            *days.entry(Person::of_day(day(n)).token()).or_insert(0) += 1;
        }
        assert_eq!(days.len(), 6);
        assert!(days.values().all(|count| (98..=102).contains(count)), "{days:?}");
        let weeks: Vec<Vec<Person>> =
            (0..8).map(|week| (0..6).map(|n| Person::of_day(day(week * 6 + n))).collect()).collect();
        assert!(weeks.iter().any(|week| *week != weeks[0]), "not the same order for ever");
        let known: Vec<&str> = (0..6).map(|n| Person::of_day(day(n)).token()).collect();
        assert_eq!(known, KNOWN, "another order would change people's pictures in the middle of a day");
    }

    #[test]
    fn an_evening_has_the_person_of_its_day_and_a_fixed_one_has_all_days() {
        let at = |text: &str| Stamp::parse_from_rfc3339(text).expect("a time");
        let mut turn = Turn { only: None, day_starts: NaiveTime::from_hms_opt(4, 0, 0).expect("a time") };
        let evening = turn.at(at("2026-03-02T22:00:00+01:00"));
        assert_eq!(turn.at(at("2026-03-03T03:59:00+01:00")), evening);
        assert_ne!(turn.at(at("2026-03-03T04:00:00+01:00")), evening);
        turn.only = Some(Person::Grey);
        assert_eq!(turn.at(at("2026-03-03T04:00:00+01:00")), Person::Grey);
    }

    const KNOWN: [&str; 6] = ["crop", "curls", "bob", "grey", "crop", "bob"];

    #[test]
    fn a_word_is_a_person_or_nobody() {
        for person in Person::ALL {
            assert_eq!(Person::of_token(person.token()), Some(person));
        }
        assert_eq!(Person::of_token("daily"), None);
    }
}
