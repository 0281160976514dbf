//! The senses of Windows: starts them and passes them the shell's wishes. Owns the start of their one thread (`live`), and that
//! nothing of them works without it; never decides what a signal means.

mod ask;
mod consent;
mod ears;
mod events;
mod live;
mod screen;
mod window;

use super::calendar::Calendars;
use super::{Settled, Signal, Tell};
use crate::engine::event::Sense;
use crate::parts::{Advice, Cause, Report, senses};
use consent::STORE;
use events::Orders;
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How the parts name who tells them.
const WINDOWS: &str = "Windows";

/// Where the parts of the system are to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The key below which Windows writes who uses microphones and cameras.
    pub consent: String,
    /// The person's calendars.
    pub calendars: Calendars,
}

impl Surroundings {
    /// The usual places.
    #[must_use]
    pub fn from_env(calendars: Calendars) -> Self {
        Self { consent: STORE.into(), calendars }
    }

    /// What the system is told of who holds sleep back, and why: it waits for each program alike and asks for no words.
    #[must_use]
    pub fn holding(self, _told: (&str, &str)) -> Self {
        self
    }
}

/// The running senses. Dropping it ends them.
#[derive(Debug)]
pub struct Senses {
    orders: Arc<Orders>,
}

impl Senses {
    /// Sets how long without input counts as idle from now on (at least 1 ms). If there has been none for as long
    /// already, `Signal::Idle` comes at once.
    pub fn watch(&self, threshold: Duration) {
        self.orders.watch(threshold);
    }

    /// The state is stored: the machine may go to sleep.
    pub fn stored(&self) {
        self.orders.stored.ring();
    }
}

impl Drop for Senses {
    fn drop(&mut self) {
        self.orders.stop.ring();
    }
}

/// Starts the wanted senses and returns at once: what is missing or breaks is told by `Signal::Part`, never returned.
/// `settled` is called once, when the start is over.
///
/// # Errors
/// The system gives no more threads or events.
pub fn start(
    tell: Tell,
    settled: Settled,
    wanted: &BTreeSet<Sense>,
    watch: Duration,
    around: Surroundings,
) -> io::Result<Senses> {
    let orders = Arc::new(Orders::new(watch)?);
    let (theirs, wanted) = (Arc::clone(&orders), wanted.clone());
    let live = move || {
        if let Err(error) = live::live(&tell, settled, &wanted, &around, &theirs) {
            // Without its window none of them hears anything.
            let why = Cause::from(error);
            let failed = |sense| Report::failed(sense, WINDOWS, why.clone(), Advice::Nothing);
            for sense in Sense::ALL {
                tell(Signal::Part(if wanted.contains(&sense) { failed(sense) } else { Report::off(sense) }));
            }
            tell(Signal::Part(senses::clocks_failed(why)));
        }
    };
    thread::Builder::new().name("senses".into()).spawn(live)?;
    Ok(Senses { orders })
}

#[cfg(test)]
mod tests;
