//! Who keeps the screen awake: GNOME's kind of session manager, KDE's power management, the power managers of other
//! desktops, and logind. Owns which lists there are and how they are heard; a reason is weighed at once and kept
//! nowhere. Never holds an inhibitor.

mod connected;
mod kde;
mod lister;
mod listing;
mod logind;
mod merged;
mod policy;
mod power;
mod session;

use super::Tell;
use super::bus::NoBus;
use crate::parts::Lister;
use futures_lite::future;
pub(super) use merged::Inhibitors;
use std::cell::RefCell;
use zbus::Connection;

/// Hears the lists of the session bus. Ends with the connection.
pub(super) async fn on_session_bus(conn: &Connection, all: &RefCell<Inhibitors<'_>>) {
    let reasons = future::zip(session::follow(conn, all), kde::follow(conn, all));
    if all.borrow().wants_all() {
        future::zip(reasons, power::follow(conn, all)).await;
    } else {
        reasons.await;
    }
}

/// The session bus cannot be used.
pub(super) fn session_bus_lost(all: &RefCell<Inhibitors<'_>>, why: &NoBus) {
    all.borrow_mut().bus_lost(&[Lister::Session, Lister::Kde, Lister::Power], why);
}

/// Hears logind's list. Ends with the connection.
pub(super) async fn on_system_bus(conn: &Connection, all: &RefCell<Inhibitors<'_>>) {
    if all.borrow().wants_all() {
        logind::follow(conn, all).await;
    }
}

/// The system bus cannot be used.
pub(super) fn system_bus_lost(all: &RefCell<Inhibitors<'_>>, why: &NoBus) {
    if all.borrow().wants_all() {
        all.borrow_mut().bus_lost(&[Lister::Logind], why);
    }
}

/// Tells of connected calls, for ever.
pub(super) async fn connections(tell: &Tell, all: &RefCell<Inhibitors<'_>>) {
    let connected = all.borrow().connected();
    connected.run(tell).await;
}
