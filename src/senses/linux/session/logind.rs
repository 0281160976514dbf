//! logind: which session is ours, and whether it is locked. Owns the search for the session; leaves sleep to
//! `sleep`, and never locks or unlocks anything.

use super::end::Ours;
use super::lock::Lock;
use super::login1::{NAME, PROPERTIES, SESSION, get, own_session};
use super::sleep;
use crate::parts::{Cause, senses};
use crate::senses::linux::Surroundings;
use crate::senses::linux::bus::{self, NoBus};
use crate::senses::linux::control::Orders;
use crate::senses::{Signal, Tell};
use futures_lite::{StreamExt, future};
use std::cell::RefCell;
use std::collections::BTreeMap;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, Message};

/// Hears of locking and sleep whenever logind is there. Ends with the connection.
pub(in crate::senses::linux) async fn follow(
    conn: &Connection,
    around: &Surroundings,
    lock: Option<&RefCell<Lock>>,
    sleep: Option<&Tell>,
    ours: &Ours,
    orders: &Orders,
) {
    let id = around.session_id.as_deref();
    let followed = bus::follow(conn, NAME, async |owned| {
        if !owned {
            lost(lock, sleep, &NoBus::NotHere(Cause::NoLogind));
            return;
        }
        let listening = future::zip(
            async {
                if let Some(lock) = lock
                    && let Err(error) = locking(conn, id, lock).await
                {
                    lock.borrow_mut().hint_lost(error.into());
                }
            },
            async {
                if let Some(tell) = sleep
                    && let Err(error) = sleep::listen(conn, tell, &around.hold, orders).await
                {
                    tell(Signal::Part(senses::sleep_failed(error.into())));
                }
            },
        );
        future::zip(ours.learn(conn, id), listening).await;
    });
    if let Err(error) = followed.await {
        lost(lock, sleep, &NoBus::Failed(error.into()));
    }
}

/// Says that logind cannot be heard.
pub(in crate::senses::linux) fn lost(lock: Option<&RefCell<Lock>>, sleep: Option<&Tell>, why: &NoBus) {
    if let Some(lock) = lock {
        lock.borrow_mut().hint_lost(why.why());
    }
    if let Some(tell) = sleep {
        tell(Signal::Part(match why {
            NoBus::NotHere(why) => senses::sleep_not_here(why.clone()),
            NoBus::Failed(why) => senses::sleep_failed(why.clone()),
        }));
    }
}

async fn locking(conn: &Connection, id: Option<&str>, lock: &RefCell<Lock>) -> zbus::Result<()> {
    let Some(path) = own_session(conn, id).await? else {
        lock.borrow_mut().hint_lost(Cause::NoSession);
        return Ok(());
    };
    let mut changes = bus::signals(conn, Some(NAME), PROPERTIES, "PropertiesChanged", Some(SESSION)).await?;
    // The state, not the signals Lock and Unlock, which are only requests. GNOME, Plasma (from 5.20) and niri set it;
    // swaylock and i3lock do not (swaylock#382).
    let locked = get(conn, path.as_str(), "LockedHint").await?;
    lock.borrow_mut().hint(locked.try_into()?);
    while let Some(change) = changes.next().await {
        let change = change?;
        if change.header().path().is_none_or(|of| *of != *path) {
            continue;
        }
        if let Some(locked) = hint(conn, path.as_str(), &change).await? {
            lock.borrow_mut().hint(locked);
        }
    }
    Ok(())
}

/// What a change of properties says of the hint.
async fn hint(conn: &Connection, path: &str, change: &Message) -> zbus::Result<Option<bool>> {
    let body = change.body();
    let (_, set, unset): (String, BTreeMap<String, OwnedValue>, Vec<String>) = body.deserialize()?;
    if let Some(value) = set.get("LockedHint") {
        return Ok(Some(value.downcast_ref()?));
    }
    if unset.iter().any(|name| name == "LockedHint") {
        return Ok(Some(get(conn, path, "LockedHint").await?.try_into()?));
    }
    Ok(None)
}
