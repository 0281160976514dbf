//! Starting with the session from within a Flatpak, whose folders no desktop looks into: its portal keeps the entry
//! (`org.freedesktop.portal.Background`), for whoever may ask. Owns the question; the entry is the portal's, and what is
//! read of it is `platform`'s.

use super::Trouble;
use crate::system::bus::{self, portal};
use async_io::Timer;
use futures_lite::future;
use std::collections::BTreeMap;
use std::time::Duration;
use zbus::Connection;
use zbus::zvariant::Value;

const BACKGROUND: &str = "org.freedesktop.portal.Background";

/// How long the answer may take.
// A desktop may ask the person, who reads it first. Whoever does not answer has not said yes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks that these words of a command start with the session from now on, or no longer; `reason` is shown to the person.
///
/// # Errors
/// The person or the desktop does not want it, or there is nobody to ask.
pub(super) fn ask(on: bool, command: &[String], reason: &str) -> Result<(), Trouble> {
    let answer = async {
        let conn = bus::session().await.map_err(|_| Trouble::NoPortal)?;
        let asked = async { request(&conn, on, command, reason).await.map_err(|_| Trouble::NoPortal)? };
        future::or(bus::drive(&conn), asked).await
    };
    let late = async {
        Timer::after(PATIENCE).await;
        Err(Trouble::NoPortal)
    };
    future::block_on(future::or(answer, late))
}

async fn request(conn: &Connection, on: bool, command: &[String], reason: &str) -> zbus::Result<Result<(), Trouble>> {
    let options: BTreeMap<&str, Value<'_>> = BTreeMap::from([
        ("reason", reason.into()),
        ("autostart", on.into()),
        ("commandline", command.to_vec().into()),
        ("dbus-activatable", false.into()),
    ]);
    // No window of ours is named: a command may have none.
    let answer = portal::ask(conn, (BACKGROUND, "RequestBackground"), &("", options)).await?;
    let Some((code, results)) = answer else { return Ok(Err(Trouble::NoPortal)) };
    let starts = results.get("autostart").and_then(|value| value.downcast_ref().ok()).unwrap_or(false);
    Ok(if code == portal::DONE && starts == on { Ok(()) } else { Err(Trouble::Refused) })
}
