//! The senses of a Linux desktop: starts them and passes them the shell's wishes. Owns their two threads
//! (`senses` for the buses and the clock, `senses-idle` for the display); never decides what a signal means.

use super::bus::{self, NoBus};
use super::calendar::{self, Calendars};
use super::idle::Idle;
use super::orders::Orders;
use super::session::{self, lock::Lock};
use super::{Signal, Tell, clocks};
use crate::engine::event::Sense;
use crate::words::senses as words;
use futures_lite::future;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::env;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Where the desktop's parts are to be found; read from the environment once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The Wayland socket; `Some` means that X11's idle figures would be wrong.
    pub wayland: Option<PathBuf>,
    /// The X display, such as `:0`.
    pub x11: Option<String>,
    /// The address of the session bus.
    pub session_bus: String,
    /// The address of the system bus.
    pub system_bus: String,
    /// logind's id of our session, if it was handed down to us.
    pub session_id: Option<String>,
    /// The person's calendars, which the environment does not know.
    pub calendars: Calendars,
}

impl Surroundings {
    /// What the environment says, with the standard places for what it leaves out.
    #[must_use]
    pub fn from_env() -> Self {
        Self::read(|name| env::var(name).ok().filter(|text| !text.is_empty()))
    }

    fn read(var: impl Fn(&str) -> Option<String>) -> Self {
        let runtime =
            var("XDG_RUNTIME_DIR").unwrap_or_else(|| format!("/run/user/{}", rustix::process::geteuid().as_raw()));
        // A user service may lack WAYLAND_DISPLAY; the X server it would then find is XWayland.
        let wayland = var("WAYLAND_DISPLAY")
            .or_else(|| (var("XDG_SESSION_TYPE").as_deref() == Some("wayland")).then(|| "wayland-0".into()));
        Self {
            wayland: wayland.map(|name| PathBuf::from(&runtime).join(name)),
            x11: var("DISPLAY"),
            session_bus: var("DBUS_SESSION_BUS_ADDRESS").unwrap_or_else(|| format!("unix:path={runtime}/bus")),
            system_bus: var("DBUS_SYSTEM_BUS_ADDRESS")
                .unwrap_or_else(|| "unix:path=/var/run/dbus/system_bus_socket".into()),
            session_id: var("XDG_SESSION_ID"),
            calendars: Calendars::default(),
        }
    }
}

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

/// Starts the wanted senses in the surroundings and returns at once: they connect on their own threads.
/// Each says by `Signal::Part` how it does; what is missing or breaks is told there, never returned.
///
/// # Errors
/// The system gives no more threads or file descriptors.
pub fn start(tell: Tell, wanted: &BTreeSet<Sense>, watch: Duration, around: Surroundings) -> io::Result<Senses> {
    let orders = Arc::new(Orders::new(watch)?);
    let (theirs, wanted) = (Arc::clone(&orders), wanted.clone());
    thread::Builder::new()
        .name("senses".into())
        .spawn(move || future::block_on(live(&tell, &wanted, &around, &theirs)))?;
    Ok(Senses { orders })
}

/// All senses but the display's, until the orders say stop.
async fn live(tell: &Tell, wanted: &BTreeSet<Sense>, around: &Surroundings, orders: &Arc<Orders>) {
    for off in Sense::ALL.iter().filter(|sense| !wanted.contains(sense)) {
        tell(Signal::Part(words::off(off.word())));
    }
    let idle = wanted.contains(&Sense::Idle).then(|| RefCell::new(Idle::new(tell, around, orders)));
    let lock = wanted.contains(&Sense::Lock).then(|| RefCell::new(Lock::new(tell)));
    let buses = future::zip(
        on_session_bus(around, idle.as_ref(), lock.as_ref(), orders),
        on_system_bus(around, lock.as_ref(), wanted.contains(&Sense::Sleep).then_some(tell), orders),
    );
    let calendar = async {
        if wanted.contains(&Sense::Calendar) {
            calendar::run(tell, &around.calendars).await;
        } else {
            tell(Signal::Meetings(Vec::new()));
        }
    };
    let senses = Box::pin(future::zip(clocks::run(tell), future::zip(buses, calendar)));
    let all = async {
        senses.await;
        future::pending::<()>().await;
    };
    future::or(orders.stopped(), all).await;
}

/// The senses of the session bus: GNOME's idle monitor and the screen savers.
async fn on_session_bus(
    around: &Surroundings,
    idle: Option<&RefCell<Idle>>,
    lock: Option<&RefCell<Lock>>,
    orders: &Orders,
) {
    let gnome = idle.filter(|_| around.wayland.is_some());
    if let Some(idle) = idle
        && gnome.is_none()
    {
        idle.borrow_mut().by_display();
    }
    if gnome.is_none() && lock.is_none() {
        return;
    }
    let no_bus = |why: &NoBus| {
        if let Some(idle) = gnome {
            idle.borrow_mut().bus_lost(why.text());
        }
        if let Some(lock) = lock {
            lock.borrow_mut().savers_lost(why);
        }
    };
    bus::keep(
        &around.session_bus,
        async |conn| {
            future::zip(
                async {
                    if let Some(idle) = gnome {
                        super::idle::mutter::follow(conn, idle, orders).await;
                    }
                },
                async {
                    if let Some(lock) = lock {
                        session::saver::listen(conn, lock).await;
                    }
                },
            )
            .await;
        },
        no_bus,
    )
    .await;
}

/// The senses of the system bus: logind's lock hint and its announcement of sleep.
async fn on_system_bus(around: &Surroundings, lock: Option<&RefCell<Lock>>, sleep: Option<&Tell>, orders: &Orders) {
    if lock.is_none() && sleep.is_none() {
        return;
    }
    bus::keep(
        &around.system_bus,
        async |conn| {
            session::logind::follow(conn, around.session_id.as_deref(), lock, sleep, orders).await;
        },
        |why| session::logind::lost(lock, sleep, why),
    )
    .await;
}

#[cfg(test)]
mod tests {
    use super::Surroundings;
    use std::path::PathBuf;

    fn read(vars: &[(&str, &str)]) -> Surroundings {
        Surroundings::read(|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn a_wayland_session_is_known_without_its_display() {
        let around = read(&[("XDG_SESSION_TYPE", "wayland"), ("XDG_RUNTIME_DIR", "/run/me"), ("DISPLAY", ":0")]);
        assert_eq!(around.wayland, Some(PathBuf::from("/run/me/wayland-0")));
    }

    #[test]
    fn an_absolute_wayland_socket_stays_as_it_is() {
        let around = read(&[("WAYLAND_DISPLAY", "/tmp/w"), ("XDG_RUNTIME_DIR", "/run/me")]);
        assert_eq!(around.wayland, Some(PathBuf::from("/tmp/w")));
    }

    #[test]
    fn the_buses_have_standard_places() {
        let around = read(&[("XDG_RUNTIME_DIR", "/run/me"), ("DISPLAY", ":0")]);
        assert_eq!(around.session_bus, "unix:path=/run/me/bus");
        assert_eq!(around.system_bus, "unix:path=/var/run/dbus/system_bus_socket");
        assert_eq!(around.wayland, None);
    }
}
