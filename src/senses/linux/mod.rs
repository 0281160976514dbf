//! The senses of a Linux desktop: starts them and passes them the shell's wishes. Owns their two threads
//! (`senses` for the buses and the clock, `senses-idle` for the display); never decides what a signal means.

mod bus;
mod buses;
mod calendar;
pub mod calls;
mod casts;
mod clocks;
mod control;
mod debounced;
mod dnd;
mod fullscreen;
mod idle;
mod inhibitors;
mod presenting;
mod retry;
mod session;
mod surroundings;
pub(crate) mod watch;
mod wayland;
mod xserver;

pub use surroundings::Surroundings;

use super::{Settled, Signal, Tell};
use crate::engine::event::Sense;
use crate::parts::{PartId, Report, ScreenSource};
use async_io::Timer;
use buses::{on_session_bus, on_system_bus};
use control::Orders;
use dnd::Dnd;
use futures_lite::future;
use idle::Idle;
use inhibitors::Inhibitors;
use presenting::Presenting;
use session::end::{self, Ours};
use session::lock::Lock;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The running senses. Dropping it ends them.
#[derive(Debug)]
pub struct Senses {
    orders: Arc<Orders>,
}

impl Senses {
    /// Sets how long without input counts as idle from now on (at least 1 ms). If there has been none for as
    /// long already, `Signal::Idle` comes at once. Wayland tells no time since the last input: there a shorter
    /// threshold counts from this call on, unless an idle time was under way that had been told.
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

/// When the start of the senses is over.
// By then every sense has connected or said that it cannot: a line that is not answered is given up after 5 s. What
// only the start needs would stay in memory until the app's own next event, which may be an hour away; a rest after
// each burst of work was tried, and its timer woke the app three times as often.
const START: Duration = Duration::from_secs(6);

/// Starts the wanted senses in the surroundings and returns at once: they connect on their own threads.
/// Each says by `Signal::Part` how it does; what is missing or breaks is told there, never returned. `settled` is called
/// once, when the start is over.
///
/// # Errors
/// The system gives no more threads or file descriptors.
pub fn start(
    tell: Tell,
    settled: Settled,
    wanted: &BTreeSet<Sense>,
    watch: Duration,
    around: Surroundings,
) -> io::Result<Senses> {
    let orders = Arc::new(Orders::new(watch)?);
    let (theirs, wanted) = (Arc::clone(&orders), wanted.clone());
    let tell = if around.sandboxed { sandboxed(tell) } else { tell };
    let live = move || {
        let start = async {
            Timer::after(START).await;
            settled();
            future::pending::<()>().await;
        };
        future::block_on(future::or(live(&tell, &wanted, &around, &theirs), start));
    };
    thread::Builder::new().name("senses".into()).spawn(live)?;
    Ok(Senses { orders })
}

/// What is told from within a sandbox: what a sense of the desktop lacks there may only be hidden from it. Sound servers
/// are let in, and calendars are files.
fn sandboxed(tell: Tell) -> Tell {
    let let_in = [Sense::Mic, Sense::Calendar].map(PartId::from);
    Arc::new(move |mut signal| {
        if let Signal::Part(report) = &mut signal
            && report.part.sense().is_some()
            && !let_in.contains(&report.part)
        {
            report.in_a_sandbox();
        }
        tell(signal);
    })
}

/// All senses but the display's, until the orders say stop.
async fn live(tell: &Tell, wanted: &BTreeSet<Sense>, around: &Surroundings, orders: &Arc<Orders>) {
    for off in Sense::ALL.iter().filter(|sense| !wanted.contains(sense)) {
        tell(Signal::Part(Report::off(*off)));
    }
    let idle = wanted.contains(&Sense::Idle).then(|| RefCell::new(Idle::new(tell, around, orders)));
    let lock = wanted.contains(&Sense::Lock).then(|| RefCell::new(Lock::new(tell)));
    let presenting = wanted.contains(&Sense::Presenting);
    let presenting =
        presenting.then(|| RefCell::new(Presenting::new(tell, &[ScreenSource::Capture, ScreenSource::Cast])));
    let awake = wanted.contains(&Sense::Awake);
    let inhibitors = awake || presenting.is_some();
    let inhibitors = inhibitors.then(|| RefCell::new(Inhibitors::new(tell, awake, presenting.as_ref())));
    let inhibitors = inhibitors.as_ref();
    let dnd = wanted.contains(&Sense::Dnd).then(|| RefCell::new(Dnd::new(tell)));
    let ours = Ours::default();
    let buses = future::zip(
        on_session_bus(around, idle.as_ref(), lock.as_ref(), inhibitors, dnd.as_ref(), orders),
        on_system_bus(around, lock.as_ref(), wanted.contains(&Sense::Sleep).then_some(tell), inhibitors, &ours, orders),
    );
    let connections = async {
        if let Some(inhibitors) = inhibitors.filter(|_| awake) {
            inhibitors::connections(tell, inhibitors).await;
        }
    };
    let casts = async {
        if let Some(presenting) = &presenting {
            casts::run(around.pipewire.as_deref(), presenting).await;
        }
    };
    let fullscreen = async {
        if wanted.contains(&Sense::Fullscreen) {
            fullscreen::run(tell, around).await;
        }
    };
    let calendar = async {
        if wanted.contains(&Sense::Calendar) {
            calendar::run(tell, &around.calendars).await;
        }
    };
    let calls = future::zip(calls::run(tell, wanted, around), future::zip(connections, calendar));
    let screen = future::zip(future::zip(fullscreen, end::run(tell, around, &ours)), casts);
    let senses = Box::pin(future::zip(future::zip(clocks::run(tell), buses), future::zip(calls, screen)));
    let all = async {
        senses.await;
        future::pending::<()>().await;
    };
    future::or(orders.stopped(), all).await;
}
