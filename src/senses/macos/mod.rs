//! The senses of macOS: starts them and passes them the shell's wishes. Owns the one thread that looks at input at its
//! time; what is sent to the app is heard on its main thread (`observer`). Never decides what a signal means.
//!
//! Apple documents no permission for any of it.

mod observer;

use super::calendar::Calendars;
use super::looks::InputLooks;
use super::{Settled, Signal, Tell, rounds};
use crate::engine::event::Sense;
use crate::parts::{Advice, Report, Says, desktop, senses};
use crate::system::clock::Deadline;
use objc2_core_graphics::{CGEventSource, CGEventSourceStateID, CGEventType};
use observer::Observing;
use std::collections::BTreeSet;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
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
    /// The session is locked, or not.
    Locked(bool),
    /// The machine woke.
    Woke,
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
    let looks = wanted.contains(&Sense::Idle);
    let wants = |sense| wanted.contains(&sense);
    let calendar = if wants(Sense::Calendar) { rounds::start(&tell, around.calendars)? } else { None };
    let observing = Observing::begin(&tell, &orders, wants(Sense::Lock), wants(Sense::Sleep), calendar);
    for sense in Sense::ALL {
        if let Some(report) = if wants(sense) { report(sense) } else { Some(Report::off(sense)) } {
            tell(Signal::Part(report));
        }
    }
    tell(Signal::Part(senses::clocks_work(MACOS.into())));
    let live = move || {
        let looks = looks.then(|| InputLooks::new(&tell, watch, senses::idle_works(MACOS.into())));
        settled();
        run(looks, &heard);
    };
    thread::Builder::new().name("senses".into()).spawn(live)?;
    Ok(Senses { orders, _observing: observing })
}

/// How each is that is wanted and does not say it itself.
fn report(sense: Sense) -> Option<Report> {
    Some(match sense {
        Sense::Idle | Sense::Calendar => return None,
        Sense::Lock => senses::lock_works(vec![MACOS.into()]),
        Sense::Sleep => senses::sleep_works(MACOS, false),
        // INFocusStatusCenter tells of Focus, and must ask the person first: it is not used.
        Sense::Dnd => desktop::dnd_unknown(MACOS),
        Sense::Mic | Sense::Camera | Sense::Presenting | Sense::Fullscreen | Sense::Awake => {
            Report::not_here(sense, Says::NotOnThisSystem, Advice::Nothing)
        }
    })
}

/// Looks at input, until told to stop.
fn run(mut looks: Option<InputLooks>, orders: &Receiver<Order>) {
    let (mut locked, mut due) = (false, Deadline::after(Duration::ZERO));
    loop {
        // Behind a lock there is no input, and its end is heard.
        let wait = looks.as_ref().filter(|_| !locked).map(|_| due.left().unwrap_or_default());
        let order = match wait {
            Some(wait) => orders.recv_timeout(wait),
            None => orders.recv().map_err(RecvTimeoutError::from),
        };
        match order {
            Ok(Order::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            Ok(Order::Locked(on)) => locked = on,
            Ok(Order::Watch(threshold)) => {
                if let Some(looks) = &mut looks {
                    looks.watch(threshold.max(Duration::from_millis(1)));
                }
            }
            Ok(Order::Woke) | Err(RecvTimeoutError::Timeout) => {}
        }
        if let Some(looks) = looks.as_mut().filter(|_| !locked) {
            due = Deadline::after(looks.look(quiet(), || ()));
        }
    }
}

/// Any kind of input: kCGAnyInputEventType, all bits set, which the crate does not name.
const ANY_INPUT: CGEventType = CGEventType(u32::MAX);

/// How long there has been no input.
// CGEventSourceSecondsSinceLastEventType: seconds since a key, the mouse or a tablet. Of the hardware alone: the session's state
// counts all that is posted to it, and was seen to begin anew in a wake with nobody there (gsong/eyebreak#96). A plain number,
// so nothing is to be freed; thread and permission are not documented.
fn quiet() -> Duration {
    let seconds = CGEventSource::seconds_since_last_event_type(CGEventSourceStateID::HIDSystemState, ANY_INPUT);
    Duration::try_from_secs_f64(seconds).unwrap_or_default()
}
