//! What is listened to where things come and go: devices and processes of the sound and camera services, each with a property
//! that may change. Owns which of them are listened to now; how that is asked for is each service's. Never reads a property.

use std::collections::BTreeSet;

/// A thing of the service by its number there, and which of its properties.
pub(super) type Heard = (u32, u32);

/// A service that tells of changes.
pub(super) trait Service {
    /// Asks to be told; false if it does not tell.
    fn listen(&self, to: Heard) -> bool;
    /// Asks to be told no more. The thing may be gone.
    fn leave(&self, to: Heard);
}

/// The listening; it ends with the value.
pub(super) struct Listeners<S: Service> {
    service: S,
    on: BTreeSet<Heard>,
}

impl<S: Service> Listeners<S> {
    pub(super) fn new(service: S) -> Self {
        Self { service, on: BTreeSet::new() }
    }

    /// Listens to these and to nothing else. What the service refuses is asked for again the next time.
    pub(super) fn keep(&mut self, wanted: &BTreeSet<Heard>) {
        for gone in self.on.difference(wanted) {
            self.service.leave(*gone);
        }
        self.on.retain(|one| wanted.contains(one));
        let new: Vec<Heard> = wanted.difference(&self.on).copied().collect();
        self.on.extend(new.into_iter().filter(|one| self.service.listen(*one)));
    }
}

impl<S: Service> Drop for Listeners<S> {
    fn drop(&mut self) {
        for one in &self.on {
            self.service.leave(*one);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Heard, Listeners, Service};
    use std::cell::RefCell;
    use std::rc::Rc;

    struct Played(Rc<RefCell<Vec<String>>>);

    impl Service for Played {
        fn listen(&self, (thing, _): Heard) -> bool {
            self.0.borrow_mut().push(format!("+{thing}"));
            thing != 13
        }

        fn leave(&self, (thing, _): Heard) {
            self.0.borrow_mut().push(format!("-{thing}"));
        }
    }

    #[test]
    fn only_what_is_new_is_asked_for_and_what_is_gone_is_left() {
        let asked = Rc::new(RefCell::new(Vec::new()));
        let mut listeners = Listeners::new(Played(Rc::clone(&asked)));
        let said = || asked.take().join(" ");
        listeners.keep(&[(1, 0), (2, 0)].into());
        assert_eq!(said(), "+1 +2");
        listeners.keep(&[(1, 0), (2, 0)].into());
        assert_eq!(said(), "");
        listeners.keep(&[(2, 0), (3, 0)].into());
        assert_eq!(said(), "-1 +3");
        listeners.keep(&[(13, 0)].into());
        assert_eq!(said(), "-2 -3 +13");
        listeners.keep(&[(13, 0), (4, 0)].into());
        assert_eq!(said(), "+4 +13", "refused before");
        drop(listeners);
        assert_eq!(said(), "-4", "and never left");
    }
}
