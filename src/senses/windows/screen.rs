//! Full screen, presentations and what keeps the screen awake. Windows has no event for any of them. Owns when they are
//! looked at: soon after another window is in use, before an absence is told, and else at a slow pace.

use super::ask;
use crate::engine::event::{Fact, Sense};
use crate::parts::desktop::{Advice, Says};
use crate::parts::{Cause, Report, fullscreen};
use crate::senses::{Signal, Tell};
use crate::system::clock::Deadline;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;
use windows_sys::Win32::UI::Shell::{QUNS_BUSY, QUNS_PRESENTATION_MODE, QUNS_RUNNING_D3D_FULL_SCREEN};

/// The slow pace.
// What comes between two looks is a film or a talk that began in a window that was in use already; a break that falls due
// within half a minute of it may be shown. Two looks a minute are what that is worth.
const PACE: Duration = Duration::from_secs(30);
/// How long after another window is in use.
// A program makes its window and fills the screen with it one after the other.
const SETTLED: Duration = Duration::from_secs(1);

/// The senses of the screen.
pub(super) struct Screen {
    tell: Tell,
    wanted: Vec<Sense>,
    facts: BTreeMap<Fact, bool>,
    said: BTreeMap<Sense, Report>,
    due: Deadline,
}

impl Screen {
    /// None if none of them is wanted.
    pub(super) fn new(tell: &Tell, wanted: &BTreeSet<Sense>) -> Option<Self> {
        let ours = [Sense::Fullscreen, Sense::Presenting, Sense::Awake];
        let wanted: Vec<Sense> = ours.into_iter().filter(|sense| wanted.contains(sense)).collect();
        let (facts, said, due) = (BTreeMap::new(), BTreeMap::new(), Deadline::after(Duration::ZERO));
        (!wanted.is_empty()).then(|| Self { tell: Arc::clone(tell), wanted, facts, said, due })
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

    /// Looks, and tells what is new.
    pub(super) fn look(&mut self) {
        self.due = Deadline::after(PACE);
        let asks = self.wanted.iter().any(|sense| *sense != Sense::Awake);
        let used = asks.then(|| ask::screen().map_err(Cause::from));
        for sense in self.wanted.clone() {
            match (sense, used.clone()) {
                (Sense::Awake, _) => self.take(Fact::Awake, ask::awake().map_err(Cause::from), awake),
                (Sense::Presenting, Some(used)) => {
                    self.take(Fact::Presenting, used.map(|used| used == QUNS_PRESENTATION_MODE), presenting);
                }
                (_, Some(used)) => {
                    let fills = used.map(|used| used == QUNS_BUSY || used == QUNS_RUNNING_D3D_FULL_SCREEN);
                    self.take(Fact::Fullscreen, fills, |on| fullscreen::works("Windows".into(), on));
                }
                (_, None) => {}
            }
        }
    }

    fn take(&mut self, fact: Fact, found: Result<bool, Cause>, works: impl Fn(bool) -> Report) {
        let sense = fact.sense();
        let (on, report) = match found {
            Ok(on) => (on, works(on)),
            Err(why) => (false, Report::failed(sense, "Windows", why, advice(sense))),
        };
        if self.said.get(&sense) != Some(&report) {
            self.said.insert(sense, report.clone());
            (self.tell)(Signal::Part(report));
        }
        if self.facts.insert(fact, on) != Some(on) {
            (self.tell)(Signal::Desktop { fact, on });
        }
    }
}

fn awake(on: bool) -> Report {
    // Windows does not say which program it is.
    let programs = if on { vec![String::new()] } else { Vec::new() };
    Report::works(Sense::Awake, "Windows", Says::Awake { programs, unread: None })
}

fn presenting(on: bool) -> Report {
    Report::works(Sense::Presenting, "Windows", Says::Presentation(on))
}

fn advice(sense: Sense) -> crate::parts::Advice {
    if sense == Sense::Fullscreen {
        return fullscreen::Advice::ByHand.into();
    }
    let advice = if sense == Sense::Presenting { Advice::NoScreenSource } else { Advice::NobodyLists };
    advice.into()
}
