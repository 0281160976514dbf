//! The clients that hear of every change. Owns who they are and what they were told last; nobody listening costs nothing,
//! and one that does not take what it is told is let go, never waited for.

use super::Reports;
use crate::engine::moment::Stamp;
use crate::shell::ipc::pending::Watcher;
use crate::shell::ipc::{Changed, Condition, FullCondition, PartStatus, Reply};

/// Clients that hear of every change, at most.
// Each is told of every change; a desk has a panel or two that want it.
const MOST: usize = 8;

/// What a watcher wants to hear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wants {
    /// How things are.
    Status,
    /// How things are, with what can be done now.
    All,
    /// How the parts are doing, and what makes it quiet.
    Parts,
}

/// All of them, and what they were told.
#[derive(Debug, Default)]
pub(super) struct Watchers {
    of_status: Vec<Watcher>,
    of_all: Vec<Watcher>,
    of_parts: Vec<Watcher>,
    status: Option<Condition>,
    all: Option<FullCondition>,
    parts: Vec<PartStatus>,
    holds: Vec<String>,
}

impl Watchers {
    /// Whether nobody listens.
    pub(super) fn nobody(&self) -> bool {
        self.of_status.is_empty() && self.of_all.is_empty() && self.of_parts.is_empty()
    }

    /// Whether there are as many as there may be.
    pub(super) fn full(&mut self) -> bool {
        let lists = [&mut self.of_status, &mut self.of_all, &mut self.of_parts];
        let listening = lists.map(|watchers| {
            watchers.retain(Watcher::listens);
            watchers.len()
        });
        listening.iter().sum::<usize>() >= MOST
    }

    /// One more, which is told the present. The others must have been told it before.
    pub(super) fn join(
        &mut self,
        watcher: Watcher,
        wants: Wants,
        all: &FullCondition,
        parts: Vec<PartStatus>,
        now: Stamp,
    ) {
        let status = &all.condition;
        match wants {
            Wants::Status => {
                self.status = Some(status.clone());
                if watcher.tell(&Reply::Status(Box::new(status.clone()))) {
                    self.of_status.push(watcher);
                }
            }
            Wants::All => {
                self.all = Some(all.clone());
                if watcher.tell(&Reply::All(Box::new(all.clone()))) {
                    self.of_all.push(watcher);
                }
            }
            Wants::Parts => {
                (self.parts, self.holds) = (parts.clone(), status.status.holds.clone());
                let quiet = Changed { at: now, parts: Vec::new(), quiet: Some(status.status.holds.clone()) };
                if watcher.tell(&Reply::Parts(parts)) && watcher.tell(&Reply::Changed(Box::new(quiet))) {
                    self.of_parts.push(watcher);
                }
            }
        }
    }

    /// Tells what has changed since it was told last.
    pub(super) fn tell(&mut self, all: &FullCondition, reports: &Reports, now: Stamp) {
        let status = &all.condition;
        if !self.of_status.is_empty() && self.status.as_ref() != Some(status) {
            self.status = Some(status.clone());
            let reply = Reply::Status(Box::new(status.clone()));
            self.of_status.retain(|watcher| watcher.tell(&reply));
        }
        if !self.of_all.is_empty() && self.all.as_ref() != Some(all) {
            self.all = Some(all.clone());
            let reply = Reply::All(Box::new(all.clone()));
            self.of_all.retain(|watcher| watcher.tell(&reply));
        }
        if self.of_parts.is_empty() {
            return;
        }
        let all = reports.all();
        let parts = changed(&self.parts, &all);
        let quiet = (self.holds != status.status.holds).then(|| status.status.holds.clone());
        if parts.is_empty() && quiet.is_none() {
            return;
        }
        (self.parts, self.holds) = (all, status.status.holds.clone());
        let reply = Reply::Changed(Box::new(Changed { at: now, parts, quiet }));
        self.of_parts.retain(|watcher| watcher.tell(&reply));
    }
}

/// The parts of `now` that are new or say something else than before.
fn changed(before: &[PartStatus], now: &[PartStatus]) -> Vec<PartStatus> {
    let same = |part: &PartStatus| before.iter().any(|old| old.report == part.report);
    now.iter().filter(|part| !same(part)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Sense;
    use crate::parts::calls::Says;
    use crate::parts::senses::no_display;
    use crate::parts::{Means, Report};

    #[test]
    fn a_part_changed_when_anything_that_it_says_did() {
        let part = |says| PartStatus { report: Report::works(Sense::Mic, Means::SoundProtocol, says), since: None };
        let free = || part(Says::Free { wait: None });
        let used = || part(Says::InUse { program: Some("parec".into()), wait: None });
        let other = PartStatus { report: no_display(), since: None };
        let before = [other.clone(), free()];
        assert_eq!(changed(&before, &before), []);
        assert_eq!(changed(&before, &[other.clone(), used()]), [used()]);
        assert_eq!(changed(&before[..1], &before), [free()]);
        let later = PartStatus { since: "2026-01-05T09:00:00+00:00".parse().ok(), ..other };
        assert_eq!(changed(&before, &[later, free()]), []);
    }
}
