//! What is said of input and when: the contract that all means share. Owns what has been said so far; never looks
//! for input itself.

use crate::parts::Report;
use crate::senses::{Signal, Tell};
use std::sync::Arc;
use std::time::Duration;

/// One means' line to the shell.
///
/// `Idle` is said once a threshold and absence, as soon as there has been no input for the threshold; after a
/// change of the threshold it is said anew. `Active` is said at each return after an `Idle`, and at the start if
/// there is input.
pub(in crate::senses) struct InputReporter {
    tell: Tell,
    threshold: Duration,
    /// Something has been said.
    begun: bool,
    /// The last thing said was `Idle`.
    away: bool,
    /// It was said for the threshold of now.
    told: bool,
}

impl InputReporter {
    pub(in crate::senses) fn new(tell: &Tell, threshold: Duration) -> Self {
        Self { tell: Arc::clone(tell), threshold, begun: false, away: false, told: false }
    }

    /// The threshold of now.
    pub(in crate::senses) fn threshold(&self) -> Duration {
        self.threshold
    }

    /// Whether the last thing said was `Idle`: then the return must be heard.
    pub(in crate::senses) fn away(&self) -> bool {
        self.away
    }

    /// Another threshold from now on.
    pub(in crate::senses) fn watch(&mut self, threshold: Duration) {
        self.threshold = threshold;
        self.told = false;
    }

    /// There has been no input for this long.
    pub(in crate::senses) fn quiet(&mut self, ago: Duration) {
        if ago < self.threshold {
            if !self.begun {
                self.input();
            }
        } else if !self.told {
            (self.begun, self.away, self.told) = (true, true, true);
            (self.tell)(Signal::Idle { ago });
        }
    }

    /// There is input just now.
    pub(in crate::senses) fn input(&mut self) {
        if self.away || !self.begun {
            (self.begun, self.away, self.told) = (true, false, false);
            (self.tell)(Signal::Active);
        }
    }

    /// How the sense is doing.
    pub(in crate::senses) fn report(&self, report: Report) {
        (self.tell)(Signal::Part(report));
    }
}

#[cfg(test)]
mod tests {
    use super::InputReporter;
    use crate::senses::{Signal, Tell};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    fn line(threshold: u64) -> (InputReporter, Arc<Mutex<Vec<String>>>) {
        let said = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&said);
        let tell: Tell = Arc::new(move |signal| {
            let word = if let Signal::Idle { ago } = signal {
                format!("idle {}", ago.as_secs())
            } else {
                format!("{signal:?}").to_lowercase()
            };
            into.lock().unwrap().push(word);
        });
        (InputReporter::new(&tell, Duration::from_secs(threshold)), said)
    }

    fn said(said: &Mutex<Vec<String>>) -> String {
        said.lock().unwrap().join(", ")
    }

    #[test]
    fn the_first_state_is_said() {
        let (mut at_work, words) = line(60);
        at_work.quiet(Duration::from_secs(3));
        at_work.quiet(Duration::from_secs(4));
        assert_eq!(said(&words), "active");
        let (mut gone, words) = line(60);
        gone.quiet(Duration::from_secs(100));
        assert_eq!(said(&words), "idle 100");
    }

    #[test]
    fn an_absence_is_said_once_and_its_end_once() {
        let (mut line, words) = line(60);
        line.input();
        for ago in [60, 61, 70] {
            line.quiet(Duration::from_secs(ago));
        }
        line.input();
        line.input();
        assert_eq!(said(&words), "active, idle 60, active");
    }

    #[test]
    fn a_new_threshold_is_answered_at_once_and_said_again() {
        let (mut line, words) = line(60);
        line.quiet(Duration::from_mins(1));
        line.watch(Duration::from_secs(5));
        line.quiet(Duration::from_secs(70));
        line.watch(Duration::from_secs(80));
        line.quiet(Duration::from_secs(71));
        assert!(line.away(), "a longer threshold does not bring the person back");
        line.input();
        assert_eq!(said(&words), "idle 60, idle 70, active");
    }
}
