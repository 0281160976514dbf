//! What became of the exercises that were offered, one by one and by body area.

use crate::engine::content::Exercise;
use crate::engine::instance::{Delivery, ExerciseResult, Instance};
use std::collections::BTreeMap;

/// A skip rate needs this many offers (LEDGER: 5).
const LEAST: u32 = 5;

/// Offers and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "LEDGER's own words")]
pub struct Tally {
    pub offered: u32,
    pub completed: u32,
    pub swapped: u32,
    pub skipped: u32,
    pub hurt: u32,
}

impl Tally {
    fn add(&mut self, result: Option<ExerciseResult>) {
        self.offered += 1;
        match result {
            Some(ExerciseResult::Completed) => self.completed += 1,
            Some(ExerciseResult::Swapped) => self.swapped += 1,
            Some(ExerciseResult::Skipped) => self.skipped += 1,
            Some(ExerciseResult::Hurt) => self.hurt += 1,
            None => {}
        }
    }

    /// (swapped + skipped + 1) / (offered + 2), from 5 offers on.
    #[must_use]
    pub fn skip_rate(&self) -> Option<f64> {
        let rate = f64::from(self.swapped + self.skipped + 1) / f64::from(self.offered + 2);
        (self.offered >= LEAST).then_some(rate)
    }
}

/// The tallies of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exercises {
    /// All of them.
    pub all: Tally,
    /// Each by its id.
    pub each: BTreeMap<String, Tally>,
    /// Each body area; an exercise for two areas is in both.
    pub areas: BTreeMap<String, Tally>,
}

/// Tallies the exercises of these rows; `library` knows their areas. What was chosen and never shown was not offered.
pub fn exercises<'a>(rows: impl IntoIterator<Item = &'a Instance>, library: &[Exercise]) -> Exercises {
    let areas: BTreeMap<&str, &[String]> = library.iter().map(|it| (it.id.as_str(), it.areas.as_slice())).collect();
    let mut tallies = Exercises::default();
    let offered = |row: &&Instance| row.delivery == Delivery::Shown || row.start.is_some();
    for row in rows.into_iter().filter(offered) {
        let Some(id) = &row.exercise else { continue };
        tallies.all.add(row.result);
        tallies.each.entry(id.clone()).or_default().add(row.result);
        for area in areas.get(id.as_str()).copied().unwrap_or_default() {
            tallies.areas.entry(area.clone()).or_default().add(row.result);
        }
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::super::sample::{closed, delivered, library};
    use super::{Instance, Tally, exercises};
    use crate::engine::instance::{ExerciseResult::*, Outcome};

    #[test]
    fn offers_are_tallied_by_exercise_and_by_area() {
        let row =
            |id: &str, result| Instance { exercise: Some(id.into()), result, ..delivered(closed(Outcome::Taken)) };
        let mut rows = vec![row("chin-tuck", Some(Completed)), row("doorway", Some(Swapped)), row("gone", Some(Hurt))];
        rows.push(row("chin-tuck", None));
        rows.push(Instance { exercise: Some("chin-tuck".into()), ..closed(Outcome::Excused) });
        let found = exercises(&rows, &library());
        assert_eq!(found.all, Tally { offered: 4, completed: 1, swapped: 1, hurt: 1, skipped: 0 });
        assert_eq!(found.each["chin-tuck"].offered, 2, "an offer that nobody saw is none");
        let areas: Vec<_> = found.areas.iter().map(|(area, tally)| (area.as_str(), tally.offered)).collect();
        assert_eq!(areas, [("chest", 1), ("neck", 2), ("shoulders", 1)]);
    }

    #[test]
    fn the_skip_rate_needs_five_offers() {
        let tally = |offered| Tally { offered, swapped: 1, skipped: 2, ..Tally::default() };
        assert_eq!(tally(4).skip_rate(), None);
        assert_eq!(tally(6).skip_rate(), Some(0.5));
    }
}
