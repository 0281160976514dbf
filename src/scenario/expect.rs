//! The judgement of a scenario's expectations. Owns what holds and what came instead; never plays anything.

use super::print::Printed;
use super::run::Player;
use super::trouble::{Failure, Missed};
use chrono::SubsecRound;

impl Player<'_> {
    pub(super) fn expect(&mut self, line: usize, words: &[String]) {
        // What the senses tell has fractions of a second, which no day should have to know.
        let now = self.world.now().local.trunc_subsecs(0);
        let came: Vec<&Printed> = self.second.iter().filter(|p| p.at.trunc_subsecs(0) == now).collect();
        let fits = |p: &&Printed| {
            // The tray's text stands in quotes, which a scenario's words lose.
            let mut have = p.words.split_whitespace().map(|word| word.trim_matches('"'));
            words.iter().flat_map(|word| word.split_whitespace()).all(|word| have.next() == Some(word))
        };
        if came.iter().any(fits) {
            self.report.held += 1;
            return;
        }
        let came = came
            .iter()
            .map(|p| p.words.clone())
            .filter(|w| !w.starts_with("tray") && !w.starts_with("shown"))
            .collect();
        self.report.failures.push(Failure { line, missed: Missed::Other { expected: words.join(" "), at: now, came } });
    }

    pub(super) fn expect_nothing(&mut self, line: usize) {
        if self.loud == 0 {
            self.report.held += 1;
            return;
        }
        let missed = Missed::Noise { until: self.world.now().local, came: self.loud };
        self.report.failures.push(Failure { line, missed });
    }
}
