//! Input where the system tells how long there has been none and has no event for it. Owns when it is looked at again;
//! never asks the system itself.

use super::Tell;
use super::input::InputReporter;
use crate::parts::Report;
use std::time::Duration;

/// After an absence began, its end is looked for no faster than this.
// Nothing waits for it by the second: what a break rests on is the length of the absence.
const SOONEST: Duration = Duration::from_secs(1);
/// However long the absence is, its end is looked for at least this often.
// One look in ten seconds costs nothing that could be measured, and who comes back is told of what is due by then.
const LATEST: Duration = Duration::from_secs(10);
/// A return is noticed after this part of the absence.
// So that no absence is told longer by more than a twentieth; and one look is always shorter than the quiet before
// it, so that input in between cannot be missed.
const PART: u32 = 20;

/// The looks at input.
pub(super) struct InputLooks {
    line: InputReporter,
    /// What the last look found.
    quiet: Duration,
}

impl InputLooks {
    pub(super) fn new(tell: &Tell, threshold: Duration, works: Report) -> Self {
        let line = InputReporter::new(tell, threshold);
        line.report(works);
        Self { line, quiet: Duration::ZERO }
    }

    /// Another threshold, if it is another.
    pub(super) fn watch(&mut self, threshold: Duration) {
        if self.line.threshold() != threshold {
            self.line.watch(threshold);
        }
    }

    /// There has been no input for this long; how long until the next look. What is to be told before an absence is,
    /// `before` tells.
    pub(super) fn look(&mut self, quiet: Duration, before: impl FnOnce()) -> Duration {
        // Quiet only grows, but for input.
        if quiet < self.quiet {
            self.line.input();
        }
        self.quiet = quiet;
        if quiet >= self.line.threshold() && !self.line.away() {
            before();
        }
        self.line.quiet(quiet);
        self.next()
    }

    fn next(&self) -> Duration {
        let reached = self.line.threshold().saturating_sub(self.quiet);
        let back = (self.quiet / PART).clamp(SOONEST, LATEST);
        match (self.line.away(), reached.is_zero()) {
            (false, _) => reached.max(Duration::from_millis(1)),
            (true, true) => back,
            // An absence that is to be told anew at a longer threshold.
            (true, false) => back.min(reached),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::InputLooks;
    use crate::parts::{Means, senses};
    use crate::senses::{Signal, Tell};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    fn looks(threshold: u64) -> (InputLooks, Arc<Mutex<Vec<String>>>) {
        let said = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&said);
        let tell: Tell = Arc::new(move |signal| {
            if let Signal::Idle { ago } = signal {
                into.lock().unwrap().push(format!("idle {}", ago.as_secs()));
            } else if signal == Signal::Active {
                into.lock().unwrap().push("active".into());
            }
        });
        (InputLooks::new(&tell, Duration::from_secs(threshold), senses::idle_works(Means::Nothing)), said)
    }

    /// Looks whenever it is time to, until this second, with input in these seconds; how many looks that took.
    fn play(looks: &mut InputLooks, input: &[u64], until: u64) -> usize {
        let (mut now, mut count) = (Duration::ZERO, 0);
        while now.as_secs() < until {
            let last = input.iter().rfind(|at| **at <= now.as_secs()).copied().unwrap_or(0);
            now += looks.look(now.saturating_sub(Duration::from_secs(last)), || ());
            count += 1;
        }
        count
    }

    #[test]
    fn an_absence_is_told_at_its_threshold_and_its_end_soon_after() {
        let (mut looks, said) = looks(60);
        play(&mut looks, &[10, 20, 30, 200], 400);
        assert_eq!(*said.lock().unwrap(), ["active", "idle 60", "active", "idle 60"]);
    }

    #[test]
    fn a_single_touch_in_a_long_absence_is_not_missed() {
        let (mut looks, said) = looks(5);
        play(&mut looks, &[1_000], 1_011);
        assert_eq!(said.lock().unwrap()[..3], ["active", "idle 5", "active"]);
    }

    #[test]
    fn an_hour_at_work_and_an_hour_away_cost_few_looks() {
        let (mut at_work, _) = looks(180);
        let typing: Vec<u64> = (0..3600).collect();
        assert!(play(&mut at_work, &typing, 3600) <= 21);
        let (mut away, _) = looks(180);
        assert!(play(&mut away, &[], 3600) <= 380);
    }

    #[test]
    fn another_threshold_is_looked_at_in_time() {
        let (mut looks, said) = looks(60);
        looks.look(Duration::from_secs(3), || panic!("there is no absence"));
        looks.watch(Duration::from_secs(5));
        assert_eq!(looks.look(Duration::from_secs(3), || ()), Duration::from_secs(2));
        let told_before = || said.lock().unwrap().push("before".into());
        assert_eq!(looks.look(Duration::from_secs(5), told_before), Duration::from_secs(1));
        looks.watch(Duration::from_mins(1));
        assert_eq!(looks.look(Duration::from_millis(59_500), || ()), Duration::from_millis(500));
        looks.look(Duration::from_mins(1), || ());
        assert_eq!(*said.lock().unwrap(), ["active", "before", "idle 5", "idle 60"]);
    }
}
