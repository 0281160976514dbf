//! The senses of macOS: starts them and passes them the shell's wishes. Owns the one thread that looks at what has no event
//! (`live`); what is sent to the app is heard on its main thread (`observer`), and what the services of sound and video tell on
//! threads of theirs. Never decides what a signal means.
//!
//! Nothing here asks the person for a permission.

mod ask;
mod camera;
mod devices;
mod live;
mod mic;
mod observer;
mod screen;
mod sound;

use super::calendar::Calendars;
use super::lock::Barrier;
use super::{Settled, Signal, Tell, rounds};
use crate::engine::event::{Device, Sense};
use crate::parts::{Report, desktop, senses};
use live::Live;
use observer::{Observing, Wanted};
use std::collections::BTreeSet;
use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

/// How the parts name who tells them.
const MACOS: &str = "macOS";

/// Where the parts of the system are to be found: but for the calendars they have no places that could be others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The person's calendars.
    pub calendars: Calendars,
}

impl Surroundings {
    /// The usual places.
    #[must_use]
    pub fn from_env(calendars: Calendars) -> Self {
        Self { calendars }
    }

    /// What the system is told of who holds sleep back, and why: nobody does.
    #[must_use]
    pub fn holding(self, _told: (&str, &str)) -> Self {
        self
    }
}

/// What wakes the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Another idle threshold.
    Watch(Duration),
    /// The person is kept from the session, or no longer.
    Locked(Barrier, bool),
    /// The machine or its displays woke.
    Woke,
    /// Another window is in use, or displays came or went.
    Window,
    /// Whether the app in use has the whole screen.
    Whole(bool),
    /// There is news of a device.
    Device(Device),
    /// All is to end.
    Stop,
}

/// The running senses. Dropping it ends them.
#[derive(Debug)]
pub struct Senses {
    orders: Sender<Order>,
    _observing: Observing,
}

impl Senses {
    /// Sets how long without input counts as idle from now on. If there has been none for as long already,
    /// `Signal::Idle` comes at once.
    pub fn watch(&self, threshold: Duration) {
        let _ = self.orders.send(Order::Watch(threshold));
    }

    /// The state is stored: sleep does not wait for it here.
    // The main thread hears of sleep and stores the state as well; a wait there would be a wait for itself.
    pub fn stored(&self) {}
}

impl Drop for Senses {
    fn drop(&mut self) {
        let _ = self.orders.send(Order::Stop);
    }
}

/// Starts the wanted senses and returns at once. `settled` is called once, when the start is over.
///
/// # Errors
/// The system gives no more threads.
pub fn start(
    tell: Tell,
    settled: Settled,
    wanted: &BTreeSet<Sense>,
    watch: Duration,
    around: Surroundings,
) -> io::Result<Senses> {
    let (orders, heard) = channel();
    let wants = |sense| wanted.contains(&sense);
    let calendar = if wants(Sense::Calendar) { rounds::start(&tell, around.calendars)? } else { None };
    let screen = [Sense::Fullscreen, Sense::Presenting, Sense::Awake].into_iter().any(wants);
    let observing = Observing::begin(&tell, &orders, Wanted { sleep: wants(Sense::Sleep), screen }, calendar);
    for sense in Sense::ALL {
        if let Some(report) = if wants(sense) { report(sense) } else { Some(Report::off(sense)) } {
            tell(Signal::Part(report));
        }
    }
    tell(Signal::Part(senses::clocks_work(MACOS.into())));
    let (own, wanted) = (orders.clone(), wanted.clone());
    let live = move || {
        // Here, and not before: what they are asked with belongs to this thread.
        let live = Live::new(&tell, &wanted, watch, &own);
        drop(own);
        settled();
        live.run(&heard);
    };
    thread::Builder::new().name("senses".into()).spawn(live)?;
    Ok(Senses { orders, _observing: observing })
}

/// How each is that is wanted and does not say it itself.
fn report(sense: Sense) -> Option<Report> {
    match sense {
        Sense::Lock => Some(senses::lock_works(vec![MACOS.into()])),
        Sense::Sleep => Some(senses::sleep_works(MACOS, false)),
        // INFocusStatusCenter tells of Focus, and must ask the person first: it is not used.
        Sense::Dnd => Some(desktop::dnd_unknown(MACOS)),
        Sense::Idle
        | Sense::Calendar
        | Sense::Mic
        | Sense::Camera
        | Sense::Presenting
        | Sense::Fullscreen
        | Sense::Awake => None,
    }
}
