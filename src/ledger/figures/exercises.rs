//! What became of the exercises that were offered, one by one and by body area.

use crate::engine::content::Exercise;
use crate::engine::instance::{Delivery, ExerciseResult, Instance, Offer};
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
        // One more of two more: after few offers the rate stays near the middle, and a single skip says little.
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

impl Exercises {
    /// The one that was done most; among equals the one offered most, then the first by id.
    #[must_use]
    pub fn favourite(&self) -> Option<&str> {
        let most = self.each.iter().max_by_key(|&(id, tally)| (tally.completed, tally.offered, std::cmp::Reverse(id)));
        most.filter(|(_, tally)| tally.completed > 0).map(|(id, _)| id.as_str())
    }

    fn add(&mut self, id: &str, areas: &[String], result: Option<ExerciseResult>) {
        self.all.add(result);
        self.each.entry(id.to_owned()).or_default().add(result);
        for area in areas {
            self.areas.entry(area.clone()).or_default().add(result);
        }
    }
}

/// Tallies the exercises of these rows: every line of what each offered, or the one that the row names where it has no
/// lines; `library` knows their areas. What was chosen and never shown was not offered.
pub fn exercises<'a>(
    rows: impl IntoIterator<Item = &'a Instance>,
    offers: &[Offer],
    library: &[Exercise],
) -> Exercises {
    let areas: BTreeMap<&str, &[String]> = library.iter().map(|it| (it.id.as_str(), it.areas.as_slice())).collect();
    let areas = |id: &str| areas.get(id).copied().unwrap_or_default();
    let mut lines: BTreeMap<u64, Vec<&Offer>> = BTreeMap::new();
    for line in offers {
        lines.entry(line.instance).or_default().push(line);
    }
    let mut tallies = Exercises::default();
    let offered = |row: &&Instance| row.delivery == Delivery::Shown || row.start.is_some();
    for row in rows.into_iter().filter(offered) {
        match (lines.get(&row.id), &row.exercise) {
            (Some(lines), _) => lines.iter().for_each(|it| tallies.add(&it.exercise, areas(&it.exercise), it.result)),
            (None, Some(id)) => tallies.add(id, areas(id), row.result),
            (None, None) => {}
        }
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::super::sample::{closed, delivered, library, time};
    use super::{Instance, Offer, Tally, exercises};
    use crate::engine::instance::{ExerciseResult::*, Outcome};

    #[test]
    fn offers_are_tallied_by_exercise_and_by_area() {
        let row =
            |id: &str, result| Instance { exercise: Some(id.into()), result, ..delivered(closed(Outcome::Taken)) };
        let mut rows = vec![row("chin-tuck", Some(Completed)), row("doorway", Some(Swapped)), row("gone", Some(Hurt))];
        rows.push(row("chin-tuck", None));
        rows.push(Instance { exercise: Some("chin-tuck".into()), ..closed(Outcome::Excused) });
        let found = exercises(&rows, &[], &library());
        assert_eq!(found.all, Tally { offered: 4, completed: 1, swapped: 1, hurt: 1, skipped: 0 });
        assert_eq!(found.each["chin-tuck"].offered, 2, "an offer that nobody saw is none");
        let areas: Vec<_> = found.areas.iter().map(|(area, tally)| (area.as_str(), tally.offered)).collect();
        assert_eq!(areas, [("chest", 1), ("neck", 2), ("shoulders", 1)]);
        assert_eq!(found.favourite(), Some("chin-tuck"));
        rows.extend([row("doorway", Some(Completed)), row("wrist-circles", Some(Completed))]);
        let among_equals = exercises(&rows[1..], &[], &library());
        assert_eq!(among_equals.favourite(), Some("doorway"), "it was offered most");
        assert_eq!(exercises(&rows[1..3], &[], &library()).favourite(), None, "nothing was done");
    }

    #[test]
    fn what_was_swapped_on_the_way_counts_where_it_was_kept() {
        let row = |id, exercise: &str| Instance {
            id,
            exercise: Some(exercise.into()),
            result: Some(Completed),
            ..delivered(closed(Outcome::Taken))
        };
        let line = |n, exercise: &str, result| Offer {
            instance: 1,
            n,
            exercise: exercise.into(),
            at: time("10:00"),
            result: Some(result),
        };
        let offers = [line(1, "doorway", Hurt), line(2, "wrist-circles", Swapped), line(3, "chin-tuck", Completed)];
        let found = exercises(&[row(1, "chin-tuck"), row(2, "chin-tuck")], &offers, &library());
        assert_eq!(found.all, Tally { offered: 4, completed: 2, swapped: 1, hurt: 1, skipped: 0 });
        assert_eq!(found.each["doorway"], Tally { offered: 1, hurt: 1, ..Tally::default() });
        assert_eq!(found.areas["neck"].completed, 2, "a row of before has its own exercise alone");
    }

    #[test]
    fn the_skip_rate_needs_five_offers() {
        let tally = |offered| Tally { offered, swapped: 1, skipped: 2, ..Tally::default() };
        assert_eq!(tally(4).skip_rate(), None);
        assert_eq!(tally(6).skip_rate(), Some(0.5));
    }
}
