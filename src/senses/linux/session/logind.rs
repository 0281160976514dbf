//! logind: which session is ours, and whether it is locked. Owns the search for the session; leaves sleep to
//! `sleep`, and never locks or unlocks anything.

use super::end::Ours;
use super::lock::Lock;
use super::sleep;
use crate::senses::linux::bus::{self, NoBus};
use crate::senses::linux::control::Orders;
use crate::senses::{Signal, Tell};
use crate::text::senses as text;
use futures_lite::{StreamExt, future};
use std::cell::RefCell;
use std::collections::BTreeMap;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};
use zbus::{Connection, Message};

pub(in crate::senses::linux) const NAME: &str = "org.freedesktop.login1";
pub(in crate::senses::linux) const PATH: &str = "/org/freedesktop/login1";
pub(in crate::senses::linux) const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
/// Newer versions' name for the caller's session.
const AUTO: &str = "/org/freedesktop/login1/session/auto";

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

/// The session a person sits at: the one handed down to us, that of our process, or the best of the person's own.
/// A program started by `systemd --user` belongs to none, or to one of class `manager`, which is never locked.
pub(super) async fn own_session(conn: &Connection, id: Option<&str>) -> zbus::Result<Option<OwnedObjectPath>> {
    if let Some(id) = id
        && let Ok(path) = ask(conn, "GetSession", &id).await
        && is_a_persons(conn, &path).await
    {
        return Ok(Some(path));
    }
    if let Ok(path) = ask(conn, "GetSessionByPID", &std::process::id()).await
        && is_a_persons(conn, &path).await
    {
        return Ok(Some(path));
    }
    if let Some(path) = best_of_own(conn).await? {
        return Ok(Some(path));
    }
    let auto = OwnedObjectPath::try_from(AUTO)?;
    Ok(is_a_persons(conn, &auto).await.then_some(auto))
}

async fn ask<B>(conn: &Connection, method: &str, with: &B) -> zbus::Result<OwnedObjectPath>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
{
    let reply = conn.call_method(Some(NAME), PATH, Some(MANAGER), method, with).await?;
    reply.body().deserialize()
}

async fn is_a_persons(conn: &Connection, path: &OwnedObjectPath) -> bool {
    let class = get(conn, path.as_str(), "Class").await;
    class.is_ok_and(|class| class.downcast_ref::<String>().is_ok_and(|class| class.starts_with("user")))
}

/// The person's own session at a seat, and active, as far as there is one.
async fn best_of_own(conn: &Connection) -> zbus::Result<Option<OwnedObjectPath>> {
    type Row = (String, u32, String, String, OwnedObjectPath);
    let reply = conn.call_method(Some(NAME), PATH, Some(MANAGER), "ListSessions", &()).await?;
    let rows: Vec<Row> = reply.body().deserialize()?;
    let me = rustix::process::geteuid().as_raw();
    let mut best = None;
    for (_, uid, _, seat, path) in rows {
        if uid != me || !is_a_persons(conn, &path).await {
            continue;
        }
        let active = get(conn, path.as_str(), "Active").await;
        let active = active.is_ok_and(|active| active.downcast_ref().unwrap_or(false));
        let worth = (!seat.is_empty(), active);
        if best.as_ref().is_none_or(|(than, _)| worth > *than) {
            best = Some((worth, path));
        }
    }
    Ok(best.map(|(_, path)| path))
}

pub(super) async fn get(conn: &Connection, path: &str, property: &str) -> zbus::Result<OwnedValue> {
    let reply = conn.call_method(Some(NAME), path, Some(PROPERTIES), "Get", &(SESSION, property)).await?;
    reply.body().deserialize()
}
