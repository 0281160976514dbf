//! Which senses hear which bus. Owns what each loses when its bus is lost; never says anything itself.

use super::bus::{self, NoBus};
use super::control::Orders;
use super::dnd::{self, Dnd};
use super::idle::{self, Idle};
use super::inhibitors::{self, Inhibitors};
use super::session;
use super::session::end::Ours;
use super::session::lock::Lock;
use super::{Surroundings, Tell};
use futures_lite::future;
use std::cell::RefCell;

/// The senses of the session bus: GNOME's idle monitor, the screen savers, inhibitors, do-not-disturb.
pub(super) async fn on_session_bus(
    around: &Surroundings,
    idle: Option<&RefCell<Idle>>,
    lock: Option<&RefCell<Lock>>,
    inhibitors: Option<&RefCell<Inhibitors<'_>>>,
    dnd: Option<&RefCell<Dnd>>,
    orders: &Orders,
) {
    // On X11 the server's own counter serves GNOME too, and does not fall silent while the screen is kept awake.
    let gnome = idle.filter(|_| around.wayland.is_some());
    if let Some(idle) = idle
        && gnome.is_none()
    {
        idle.borrow_mut().by_display();
    }
    if gnome.is_none() && lock.is_none() && inhibitors.is_none() && dnd.is_none() {
        return;
    }
    bus::keep(
        &around.session_bus,
        async |conn| {
            let idle = async {
                if let Some(idle) = gnome {
                    idle::mutter::follow(conn, idle, orders).await;
                }
            };
            let savers = async {
                if let Some(lock) = lock {
                    session::saver::listen(conn, lock).await;
                }
            };
            let awake = async {
                if let Some(inhibitors) = inhibitors {
                    Box::pin(inhibitors::on_session_bus(conn, inhibitors)).await;
                }
            };
            let quiet = async {
                if let Some(dnd) = dnd {
                    Box::pin(dnd::follow(conn, dnd, around)).await;
                }
            };
            future::zip(future::zip(idle, savers), future::zip(awake, quiet)).await;
        },
        |why| session_bus_lost(gnome, lock, inhibitors, dnd, why),
    )
    .await;
}

fn session_bus_lost(
    gnome: Option<&RefCell<Idle>>,
    lock: Option<&RefCell<Lock>>,
    inhibitors: Option<&RefCell<Inhibitors<'_>>>,
    dnd: Option<&RefCell<Dnd>>,
    why: &NoBus,
) {
    if let Some(idle) = gnome {
        idle.borrow_mut().bus_lost(why.why());
    }
    if let Some(lock) = lock {
        lock.borrow_mut().savers_lost(why);
    }
    if let Some(inhibitors) = inhibitors {
        inhibitors::session_bus_lost(inhibitors, why);
    }
    if let Some(dnd) = dnd {
        dnd.borrow_mut().bus_lost(why);
    }
}

/// The senses of the system bus: logind's lock hint, its announcement of sleep, and its inhibitors.
pub(super) async fn on_system_bus(
    around: &Surroundings,
    lock: Option<&RefCell<Lock>>,
    sleep: Option<&Tell>,
    inhibitors: Option<&RefCell<Inhibitors<'_>>>,
    ours: &Ours,
    orders: &Orders,
) {
    if lock.is_none() && sleep.is_none() && inhibitors.is_none() {
        return;
    }
    bus::keep(
        &around.system_bus,
        async |conn| {
            let logind = session::logind::follow(conn, around, lock, sleep, ours, orders);
            let awake = async {
                if let Some(inhibitors) = inhibitors {
                    inhibitors::on_system_bus(conn, inhibitors).await;
                }
            };
            future::zip(logind, awake).await;
        },
        |why| {
            session::logind::lost(lock, sleep, why);
            if let Some(inhibitors) = inhibitors {
                inhibitors::system_bus_lost(inhibitors, why);
            }
        },
    )
    .await;
}
