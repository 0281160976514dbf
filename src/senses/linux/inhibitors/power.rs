//! freedesktop.org's interface of power managers, as Xfce and others have it. Owns the one fact that it tells: whether
//! any program keeps the machine awake.

use super::listing;
use super::merged::Inhibitors;
use super::policy::Held;
use crate::parts::Lister;
use crate::senses::linux::bus;
use std::cell::RefCell;
use zbus::Connection;

const NAME: &str = "org.freedesktop.PowerManagement";
const INHIBIT: &str = "org.freedesktop.PowerManagement.Inhibit";
/// Its place by the specification, and another one that is in use.
const PATHS: [&str; 2] = ["/org/freedesktop/PowerManagement/Inhibit", "/org/freedesktop/PowerManagement"];

/// Ends with the connection.
pub(super) async fn follow(conn: &Connection, all: &RefCell<Inhibitors<'_>>) {
    listing::follow(conn, Lister::Power, NAME, all, async |owner| {
        let changed = bus::signals(conn, Some(owner), INHIBIT, "HasInhibitChanged", None).await?;
        listing::keep(changed, Lister::Power, all, async || list(conn, owner).await).await;
        Ok(())
    })
    .await;
}

async fn list(conn: &Connection, owner: &str) -> zbus::Result<Vec<Held>> {
    let any = match ask(conn, owner, PATHS[0]).await {
        Err(zbus::Error::MethodError(..)) => ask(conn, owner, PATHS[1]).await,
        answer => answer,
    };
    Ok(if any? { vec![Held::somebody()] } else { vec![] })
}

async fn ask(conn: &Connection, owner: &str, path: &str) -> zbus::Result<bool> {
    conn.call_method(Some(owner), path, Some(INHIBIT), "HasInhibit", &()).await?.body().deserialize()
}
