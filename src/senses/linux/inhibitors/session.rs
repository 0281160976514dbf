//! Inhibitors by GNOME's kind of session manager, which MATE and Cinnamon have too. Owns its list, whose objects are
//! asked once each.

use super::lister::MOST;
use super::listing;
use super::merged::Inhibitors;
use super::policy::{Held, Keeps, weigh};
use crate::parts::Lister;
use crate::senses::linux::bus;
use futures_lite::StreamExt;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use zbus::Connection;
use zbus::zvariant::{OwnedObjectPath, Type};

const NAME: &str = "org.gnome.SessionManager";
const PATH: &str = "/org/gnome/SessionManager";
const INHIBITOR: &str = "org.gnome.SessionManager.Inhibitor";
/// The flag of an inhibitor that keeps the session from going idle.
// gnome-session's flags: 1 logging out, 2 changing the user, 4 suspending, 8 going idle.
const IDLE: u32 = 8;

/// What each inhibitor means, by its object; a path is never used twice.
type Known = BTreeMap<String, Option<Held>>;

/// Ends with the connection.
pub(super) async fn follow(conn: &Connection, all: &RefCell<Inhibitors<'_>>) {
    listing::follow(conn, Lister::Session, NAME, all, async |owner| {
        let added = bus::signals(conn, Some(owner), NAME, "InhibitorAdded", None).await?;
        let removed = bus::signals(conn, Some(owner), NAME, "InhibitorRemoved", None).await?;
        let mut known = Known::new();
        listing::keep(added.or(removed), Lister::Session, all, async || list(conn, owner, &mut known).await).await;
        Ok(())
    })
    .await;
}

async fn list(conn: &Connection, owner: &str, known: &mut Known) -> zbus::Result<Vec<Held>> {
    let reply = conn.call_method(Some(owner), PATH, Some(NAME), "GetInhibitors", &()).await?;
    let paths: Vec<OwnedObjectPath> = reply.body().deserialize()?;
    let paths: Vec<String> = paths.iter().take(MOST).map(ToString::to_string).collect();
    known.retain(|path, _| paths.contains(path));
    for path in paths {
        let Entry::Vacant(new) = known.entry(path) else { continue };
        match inhibitor(conn, owner, new.key()).await {
            Ok(held) => _ = new.insert(held),
            // It went away between the question and this one.
            Err(zbus::Error::MethodError(..)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(known.values().flatten().cloned().collect())
}

async fn inhibitor(conn: &Connection, owner: &str, path: &str) -> zbus::Result<Option<Held>> {
    let program: String = ask(conn, owner, path, "GetAppId").await?;
    let reason: String = ask(conn, owner, path, "GetReason").await?;
    let flags: u32 = ask(conn, owner, path, "GetFlags").await?;
    // A call in Chromium holds back suspension alone (flag 4): the screen may go dark in it.
    let keeps = if flags & IDLE == 0 { Keeps::Up } else { Keeps::Awake };
    Ok(weigh(&program, &reason, keeps))
}

async fn ask<T>(conn: &Connection, owner: &str, path: &str, method: &str) -> zbus::Result<T>
where
    T: serde::de::DeserializeOwned + Type,
{
    conn.call_method(Some(owner), path, Some(INHIBITOR), method, &()).await?.body().deserialize()
}
