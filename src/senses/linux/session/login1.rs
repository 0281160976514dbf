//! logind on the bus: its names, and which of its sessions is the person's. Asks when it is told to; never listens
//! (`logind`).

use crate::system::sandbox;
use zbus::Connection;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

pub(in crate::senses::linux) const NAME: &str = "org.freedesktop.login1";
pub(in crate::senses::linux) const PATH: &str = "/org/freedesktop/login1";
pub(in crate::senses::linux) const MANAGER: &str = "org.freedesktop.login1.Manager";
pub(super) const SESSION: &str = "org.freedesktop.login1.Session";
pub(super) const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
/// Newer versions' name for the caller's session.
const AUTO: &str = "/org/freedesktop/login1/session/auto";

/// The session a person sits at: the one handed down to us, that of our process, or the best of the person's own.
pub(super) async fn own_session(conn: &Connection, id: Option<&str>) -> zbus::Result<Option<OwnedObjectPath>> {
    if let Some(id) = id
        && let Ok(path) = ask(conn, "GetSession", &id).await
        && is_a_persons(conn, &path).await
    {
        return Ok(Some(path));
    }
    // A sandbox counts its processes by itself: outside, the number is that of somebody else's.
    if sandbox::flatpak().is_none()
        && let Ok(path) = ask(conn, "GetSessionByPID", &std::process::id()).await
        && is_a_persons(conn, &path).await
    {
        return Ok(Some(path));
    }
    // A program started by `systemd --user` belongs to no session, or to one of class `manager`, which is never locked.
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
    // Newer versions have kinds of it, such as `user-early`.
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
        // A login from elsewhere has no seat.
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
