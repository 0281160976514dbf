//! The locked screen from several sources at once. Owns what each source says and the one word that is said of all:
//! locked while any of them says so; never asks a source itself.

use super::savers::SAVERS;
use crate::parts::{Cause, Report, senses};
use crate::senses::linux::bus::NoBus;
use crate::senses::{Signal, Tell};
use std::sync::Arc;

/// What the sources of locking say.
pub(in crate::senses::linux) struct Lock {
    tell: Tell,
    logind: LockSource,
    savers: LockSource,
    /// For each of `SAVERS`: `None` while it is not on the bus.
    active: [Option<bool>; SAVERS.len()],
    hint: bool,
    said: Option<bool>,
    reported: Option<Report>,
}

/// How a kind of source is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum LockSource {
    /// Not known yet.
    Asked,
    Here,
    /// Why there is none.
    Missing(Cause),
}

impl Lock {
    pub(in crate::senses::linux) fn new(tell: &Tell) -> Self {
        Self {
            tell: Arc::clone(tell),
            logind: LockSource::Asked,
            savers: LockSource::Asked,
            active: [None; SAVERS.len()],
            hint: false,
            said: None,
            reported: None,
        }
    }

    /// logind's hint for our session.
    pub(super) fn hint(&mut self, locked: bool) {
        (self.logind, self.hint) = (LockSource::Here, locked);
        self.settle();
    }

    /// logind says nothing of our session, or no longer.
    pub(super) fn hint_lost(&mut self, why: Cause) {
        (self.logind, self.hint) = (LockSource::Missing(why), false);
        self.settle();
    }

    /// A screen saver's word; `None` when it is not on the bus.
    pub(super) fn saver(&mut self, index: usize, active: Option<bool>) {
        self.active[index] = active;
        if self.savers == LockSource::Here {
            self.settle();
        }
    }

    /// All screen savers have been asked.
    pub(super) fn savers_asked(&mut self) {
        self.savers = LockSource::Here;
        self.settle();
    }

    /// There is no session bus to hear screen savers on, or no longer.
    pub(in crate::senses::linux) fn savers_lost(&mut self, why: &NoBus) {
        self.savers = LockSource::Missing(why.why());
        self.active = [None; SAVERS.len()];
        self.settle();
    }

    /// Says what is new, once every source that may say "locked" has been asked.
    fn settle(&mut self) {
        if self.logind == LockSource::Asked || self.savers == LockSource::Asked {
            return;
        }
        let means = self.means();
        let works = !means.is_empty();
        let report = if works { senses::lock_works(means) } else { self.missing() };
        if self.reported.as_ref() != Some(&report) {
            self.reported = Some(report.clone());
            (self.tell)(Signal::Part(report));
        }
        let locked = self.hint || self.active.contains(&Some(true));
        let news = self.said.map_or(works, |said| said != locked);
        if news {
            self.said = Some(locked);
            (self.tell)(Signal::Locked(locked));
        }
    }

    fn means(&self) -> Vec<String> {
        let logind = (self.logind == LockSource::Here).then_some("logind");
        let savers = SAVERS.iter().zip(self.active);
        let savers = savers.filter_map(|(saver, active)| active.map(|_| saver.name));
        logind.into_iter().chain(savers).map(str::to_owned).collect()
    }

    fn missing(&self) -> Report {
        let why = |source: &LockSource| match source {
            LockSource::Missing(why) => why.clone(),
            LockSource::Asked | LockSource::Here => Cause::NoSaver,
        };
        senses::lock_not_here(why(&self.logind), why(&self.savers))
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;
    use crate::parts::{Cause, senses};
    use crate::senses::linux::bus::NoBus;
    use crate::senses::{Signal, Tell};
    use std::sync::{Arc, Mutex};

    fn lock() -> (Lock, Arc<Mutex<Vec<Signal>>>) {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&heard);
        let tell: Tell = Arc::new(move |signal| into.lock().unwrap().push(signal));
        (Lock::new(&tell), heard)
    }

    fn words(heard: &Mutex<Vec<Signal>>) -> Vec<bool> {
        let heard = heard.lock().unwrap();
        let words = heard.iter().filter_map(|signal| {
            let Signal::Locked(locked) = signal else { return None };
            Some(*locked)
        });
        words.collect()
    }

    #[test]
    fn two_sources_that_agree_are_said_once() {
        let (mut lock, heard) = lock();
        lock.hint(false);
        assert!(words(&heard).is_empty(), "a saver may still say locked");
        lock.savers_asked();
        lock.saver(1, Some(true));
        lock.hint(true);
        lock.saver(1, Some(false));
        assert_eq!(words(&heard), [false, true]);
        lock.hint(false);
        assert_eq!(words(&heard), [false, true, false]);
    }

    #[test]
    fn a_saver_that_dies_does_not_lock_for_ever() {
        let (mut lock, heard) = lock();
        lock.hint_lost(Cause::NoLogind);
        lock.saver(2, Some(true));
        lock.savers_asked();
        lock.saver(2, None);
        assert_eq!(words(&heard), [true, false]);
    }

    #[test]
    fn without_any_source_nothing_is_claimed() {
        let (mut lock, heard) = lock();
        lock.hint_lost(Cause::NoLogind);
        lock.savers_lost(&NoBus::NotHere(Cause::NobodyListens));
        assert!(words(&heard).is_empty());
        let heard = heard.lock().unwrap();
        let [Signal::Part(report)] = heard.as_slice() else {
            panic!("{heard:?}");
        };
        assert_eq!(*report, senses::lock_not_here(Cause::NoLogind, Cause::NobodyListens));
    }
}
