//! Inhibitors by KDE's power management. Owns its three forms: since Plasma 6.5 a property that tells what each
//! inhibitor holds; before that a list of programs and reasons alone, whose own description names another type.

use super::lister::MOST;
use super::listing;
use super::merged::Inhibitors;
use super::policy::{Held, Keeps, weigh};
use crate::parts::Lister;
use crate::senses::linux::bus;
use futures_lite::StreamExt;
use std::cell::RefCell;
use zbus::Connection;
use zbus::zvariant::OwnedValue;

const NAME: &str = "org.kde.Solid.PowerManagement";
const PATH: &str = "/org/kde/Solid/PowerManagement/PolicyAgent";
const AGENT: &str = "org.kde.Solid.PowerManagement.PolicyAgent";

/// What is held ("idle", "sleep" or both, by colons), who, why, mode, flags.
type Row = (String, String, String, String, u32);

/// Ends with the connection.
pub(super) async fn follow(conn: &Connection, all: &RefCell<Inhibitors<'_>>) {
    listing::follow(conn, Lister::Kde, NAME, all, async |owner| {
        let changed = bus::signals(conn, Some(owner), AGENT, "InhibitionsChanged", None).await?;
        let property = bus::properties(conn, owner, AGENT).await?;
        listing::keep(changed.or(property), Lister::Kde, all, async || list(conn, owner).await).await;
        Ok(())
    })
    .await;
}

async fn list(conn: &Connection, owner: &str) -> zbus::Result<Vec<Held>> {
    if let Ok(rows) = bus::property::<OwnedValue>(conn, owner, PATH, AGENT, "ActiveInhibitions").await
        && let Ok(rows) = Vec::<Row>::try_from(rows)
    {
        return Ok(rows.iter().take(MOST).filter_map(told).collect());
    }
    let reply = conn.call_method(Some(owner), PATH, Some(AGENT), "ListInhibitions", &()).await?;
    let body = reply.body();
    // Pairs, or what a list of pairs became in some versions: a list of lists.
    let pairs = body.deserialize::<Vec<(String, String)>>().or_else(|_| {
        let lists: Vec<Vec<String>> = body.deserialize()?;
        Ok::<_, zbus::Error>(
            lists.into_iter().filter_map(|list| <[String; 2]>::try_from(list).ok()).map(Into::into).collect(),
        )
    })?;
    Ok(pairs.iter().take(MOST).filter_map(|(who, why)| weigh(who, why, Keeps::Untold)).collect())
}

fn told((what, who, why, _, _): &Row) -> Option<Held> {
    let keeps = if what.split(':').any(|what| what == "idle") { Keeps::Awake } else { Keeps::Up };
    weigh(who, why, keeps)
}

#[cfg(test)]
mod tests {
    use super::told;

    fn row(what: &str, why: &str) -> super::Row {
        (what.into(), "chromium".into(), why.into(), "block".into(), 3)
    }

    #[test]
    fn a_row_tells_what_it_holds() {
        assert!(told(&row("idle", "Blink Wake Lock")).unwrap().awake);
        assert!(told(&row("sleep:idle", "Blink Wake Lock")).unwrap().awake);
        assert!(!told(&row("sleep", "WebRTC has active PeerConnections")).unwrap().awake);
        assert!(told(&row("sleep", "Downloading")).is_none());
    }
}
