//! logind: which session is ours, and whether it is locked. Owns the search for the session; leaves sleep to
//! `sleep`, and never locks or unlocks anything.

use super::end::Ours;
use super::lock::Lock;
use super::login1::{NAME, PROPERTIES, SESSION, get, own_session};
use super::sleep;
use crate::senses::linux::bus::{self, NoBus};
use crate::senses::linux::control::Orders;
use crate::senses::{Signal, Tell};
use crate::text::senses as text;
use futures_lite::{StreamExt, future};
use std::cell::RefCell;
use std::collections::BTreeMap;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, Message};

/// Hears of locking and sleep whenever logind is there. Ends with the connection.
pub(in crate::senses::linux) async fn follow(
    conn: &Connection,
    id: Option<&str>,
    lock: Option<&RefCell<Lock>>,
    sleep: Option<&Tell>,
    ours: &Ours,
    orders: &Orders,
) {
    let followed = bus::follow(conn, NAME, async |owned| {
        if !owned {
            lost(lock, sleep, &NoBus::NotHere(text::NO_LOGIND.into()));
            return;
        }
        let listening = future::zip(
            async {
                if let Some(lock) = lock
                    && let Err(error) = locking(conn, id, lock).await
                {
                    lock.borrow_mut().hint_lost(&error.to_string());
                }
            },
            async {
                if let Some(tell) = sleep
                    && let Err(error) = sleep::listen(conn, tell, orders).await
                {
                    tell(Signal::Part(text::sleep_failed(&error.to_string())));
                }
            },
        );
        future::zip(ours.learn(conn, id), listening).await;
    });
    if let Err(error) = followed.await {
        lost(lock, sleep, &NoBus::Failed(error.to_string()));
    }
}

/// Says that logind cannot be heard.
pub(in crate::senses::linux) fn lost(lock: Option<&RefCell<Lock>>, sleep: Option<&Tell>, why: &NoBus) {
    if let Some(lock) = lock {
        lock.borrow_mut().hint_lost(why.text());
    }
    if let Some(tell) = sleep {
        tell(Signal::Part(match why {
            NoBus::NotHere(why) => text::sleep_not_here(why),
            NoBus::Failed(why) => text::sleep_failed(why),
        }));
    }
}

async fn locking(conn: &Connection, id: Option<&str>, lock: &RefCell<Lock>) -> zbus::Result<()> {
    let Some(path) = own_session(conn, id).await? else {
        lock.borrow_mut().hint_lost(text::NO_SESSION);
        return Ok(());
    };
    let mut changes = bus::signals(conn, Some(NAME), PROPERTIES, "PropertiesChanged", Some(SESSION)).await?;
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
