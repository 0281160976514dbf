//! What is said of the screen where the system has no event for it: full screen, presentations, what keeps it awake. Owns
//! when it is looked at, which is soon after another window is in use, before an absence is told, and else at a slow pace;
//! and what was said so far. Never looks itself.

use super::{Signal, Tell};
use crate::engine::event::{Fact, Sense};
use crate::parts::desktop::Advice;
use crate::parts::{Cause, Report, fullscreen};
use crate::system::clock::Deadline;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

/// The slow pace.
// What comes between two looks is a film or a talk that began in a window that was in use already; a break that falls due
// within half a minute of it may be shown. Two looks a minute are what that is worth.
const PACE: Duration = Duration::from_secs(30);
/// How long after another window is in use.
// A program makes its window and fills the screen with it one after the other.
const SETTLED: Duration = Duration::from_secs(1);

/// The word on the screen.
pub(super) struct ScreenReporter {
    tell: Tell,
    /// By whose word.
    means: &'static str,
    wanted: Vec<Sense>,
    facts: BTreeMap<Fact, bool>,
    said: BTreeMap<Sense, Report>,
    due: Deadline,
}

impl ScreenReporter {
    /// None if none of its senses is wanted.
    pub(super) fn new(tell: &Tell, wanted: &BTreeSet<Sense>, means: &'static str) -> Option<Self> {
        let ours = [Sense::Fullscreen, Sense::Presenting, Sense::Awake];
        let wanted: Vec<Sense> = ours.into_iter().filter(|sense| wanted.contains(sense)).collect();
        let (facts, said, due) = (BTreeMap::new(), BTreeMap::new(), Deadline::after(Duration::ZERO));
        (!wanted.is_empty()).then(|| Self { tell: Arc::clone(tell), means, wanted, facts, said, due })
    }

    /// How long until the next look.
    pub(super) fn wait(&self) -> Duration {
        self.due.left().unwrap_or_default()
    }

    /// Another window is in use.
    pub(super) fn other_window(&mut self) {
        if self.wait() > SETTLED {
            self.due = Deadline::after(SETTLED);
        }
    }

    /// A look begins: for which senses.
    pub(super) fn begin(&mut self) -> Vec<Sense> {
        self.due = Deadline::after(PACE);
        self.wanted.clone()
    }

    /// This was found: whether it is so and what is reported of it, or why it is not known.
    pub(super) fn take(&mut self, fact: Fact, found: Result<(bool, Report), Cause>) {
        let sense = fact.sense();
        let (on, report) = found.unwrap_or_else(|why| (false, Report::failed(sense, self.means, why, advice(sense))));
        if self.said.get(&sense) != Some(&report) {
            self.said.insert(sense, report.clone());
            (self.tell)(Signal::Part(report));
        }
        if self.facts.insert(fact, on) != Some(on) {
            (self.tell)(Signal::Desktop { fact, on });
        }
    }
}

fn advice(sense: Sense) -> crate::parts::Advice {
    if sense == Sense::Fullscreen {
        return fullscreen::Advice::ByHand.into();
    }
    let advice = if sense == Sense::Presenting { Advice::NoScreenSource } else { Advice::NobodyLists };
    advice.into()
}

#[cfg(test)]
mod tests {
    use super::{PACE, SETTLED, ScreenReporter};
    use crate::engine::event::{Fact, Sense};
    use crate::parts::{Cause, PartState, fullscreen};
    use crate::senses::{Signal, Tell};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    #[test]
    fn what_is_found_is_told_when_it_is_new_and_a_failure_ends_it() {
        let said = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&said);
        let tell: Tell = Arc::new(move |signal| {
            let word = if let Signal::Part(report) = signal {
                format!("{:?}", report.state)
            } else {
                format!("{}", signal == Signal::Desktop { fact: Fact::Fullscreen, on: true })
            };
            into.lock().unwrap().push(word);
        });
        assert!(ScreenReporter::new(&tell, &[Sense::Idle].into(), "here").is_none());
        let mut word = ScreenReporter::new(&tell, &[Sense::Fullscreen, Sense::Idle].into(), "here").unwrap();
        assert_eq!(word.wait(), Duration::ZERO, "the first look is at once");
        assert_eq!(word.begin(), [Sense::Fullscreen]);
        for on in [false, true, true] {
            word.take(Fact::Fullscreen, Ok((on, fullscreen::works("here".into(), on))));
        }
        for _ in 0..2 {
            word.take(Fact::Fullscreen, Err(Cause::NoAnswer));
        }
        let (works, failed) = (format!("{:?}", PartState::Works), format!("{:?}", PartState::Failed));
        assert_eq!(*said.lock().unwrap(), [&*works, "false", &works, "true", &failed, "false"]);
    }

    #[test]
    fn another_window_brings_the_look_forward_and_never_back() {
        let tell: Tell = Arc::new(|_| ());
        let mut word = ScreenReporter::new(&tell, &[Sense::Awake].into(), "here").unwrap();
        word.other_window();
        assert_eq!(word.wait(), Duration::ZERO);
        word.begin();
        assert!(word.wait() > SETTLED && word.wait() <= PACE);
        word.other_window();
        assert!(word.wait() <= SETTLED);
    }
}
