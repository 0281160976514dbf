//! Inhibitors by logind: what is held without the desktop, as `systemd-inhibit` does. Owns which rows count: those that
//! keep the session from going idle, held by the person or the system.

use super::lister::MOST;
use super::listing;
use super::merged::Inhibitors;
use super::policy::{Held, Keeps, weigh};
use crate::parts::Lister;
use crate::senses::linux::bus;
use crate::senses::linux::session::login1::{MANAGER, NAME, PATH};
use futures_lite::StreamExt;
use std::cell::RefCell;
use std::collections::BTreeMap;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, Message};

/// What is held by colons, who, why, mode, user, process.
type Row = (String, String, String, String, u32, u32);

/// Ends with the connection.
pub(super) async fn follow(conn: &Connection, all: &RefCell<Inhibitors<'_>>) {
    listing::follow(conn, Lister::Logind, NAME, all, async |owner| {
        let changed = bus::properties(conn, owner, MANAGER).await?;
        let news = changed.filter(|message| message.as_ref().map_or(true, concerns));
        listing::keep(news, Lister::Logind, all, async || list(conn, owner).await).await;
        Ok(())
    })
    .await;
}

/// Whether a change is one of inhibitors: logind has a dozen other properties.
fn concerns(change: &Message) -> bool {
    let body = change.body();
    let Ok((_, set, unset)) = body.deserialize::<(String, BTreeMap<String, OwnedValue>, Vec<String>)>() else {
        return true;
    };
    set.keys().chain(&unset).any(|name| name.ends_with("Inhibited"))
}

async fn list(conn: &Connection, owner: &str) -> zbus::Result<Vec<Held>> {
    let reply = conn.call_method(Some(owner), PATH, Some(MANAGER), "ListInhibitors", &()).await?;
    let rows: Vec<Row> = reply.body().deserialize()?;
    let me = rustix::process::geteuid().as_raw();
    Ok(rows.iter().filter_map(|row| told(row, me)).take(MOST).collect())
}

fn told((what, who, why, mode, user, _): &Row, me: u32) -> Option<Held> {
    let idle = what.split(':').any(|what| what == "idle");
    // Newer versions know "block-weak" too; "delay" keeps nothing awake.
    let blocks = mode.starts_with("block");
    let ours = *user == me || *user == 0;
    (idle && blocks && ours).then(|| weigh(who, why, Keeps::Awake))?
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn only_rows_that_keep_our_session_from_idling_count() {
        let row =
            |what: &str, mode: &str, user| (what.into(), "make".into(), "a long build".into(), mode.into(), user, 1);
        assert!(told(&row("idle", "block", 1000), 1000).is_some());
        assert!(told(&row("sleep:idle", "block-weak", 0), 1000).is_some());
        assert!(told(&row("idle", "delay", 1000), 1000).is_none());
        assert!(told(&row("sleep:shutdown", "block", 1000), 1000).is_none());
        assert!(told(&row("idle", "block", 1001), 1000).is_none());
    }
}
