//! The dialogue of a Linux desktop, by its portal (`org.freedesktop.portal.FileChooser`): in a Flatpak what was chosen can be
//! read by it, and everywhere it is the desktop's own, with its places.

use super::{NoDialogue, Wanted};
use crate::system::bus::{self, portal};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use zbus::Connection;
use zbus::zvariant::Value;

const CHOOSER: &str = "org.freedesktop.portal.FileChooser";

/// Whether there is such a dialogue, as far as that is known without asking.
pub(crate) const OFFERED: bool = true;

/// Asks the person, for as long as they like; nothing where they leave the dialogue without choosing.
///
/// # Errors
/// When there is nobody to ask.
pub(crate) fn choose(wanted: Wanted, title: &str) -> Result<Option<PathBuf>, NoDialogue> {
    let asked = async {
        let conn = bus::session().await.map_err(|_| NoDialogue)?;
        let asked = async { ask(&conn, wanted, title).await.map_err(|_| NoDialogue) };
        futures_lite::future::or(bus::drive(&conn), asked).await
    };
    futures_lite::future::block_on(asked)
}

async fn ask(conn: &Connection, wanted: Wanted, title: &str) -> zbus::Result<Option<PathBuf>> {
    let options: BTreeMap<&str, Value<'_>> = BTreeMap::from([("directory", (wanted == Wanted::Folder).into())]);
    // Our window is not named: it has no name that every kind of display knows.
    let answer = portal::ask(conn, (CHOOSER, "OpenFile"), &("", title, options)).await?;
    let uris = answer.filter(|(code, _)| *code == portal::DONE).and_then(|(_, mut results)| results.remove("uris"));
    let uris: Vec<String> = uris.and_then(|uris| uris.try_into().ok()).unwrap_or_default();
    Ok(uris.first().and_then(|uri| path(uri)))
}

/// The file that is meant by such an address (RFC 8089); none of another host's.
fn path(uri: &str) -> Option<PathBuf> {
    let mut left = uri.strip_prefix("file://")?.bytes();
    let mut bytes = Vec::new();
    while let Some(byte) = left.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [left.next()?, left.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    Some(PathBuf::from(OsStr::from_bytes(&bytes))).filter(|path| path.is_absolute() && path != Path::new("/"))
}

#[cfg(test)]
#[expect(clippy::disallowed_types, reason = "what the interface macro writes")]
mod tests {
    use super::*;
    use futures_lite::future;
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    use zbus::zvariant::{OwnedObjectPath, OwnedValue};

    #[test]
    fn an_address_is_the_path_that_it_means() {
        let of = |uri| path(uri).map(|path| path.to_string_lossy().into_owned());
        assert_eq!(of("file:///home/me/My%20Sync/%C3%BC"), Some("/home/me/My Sync/\u{fc}".into()));
        for none in ["https://example.org/a", "file://host/a", "file:///a%2", "file:///a%zz", "file:///"] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    /// The portal: says that this was chosen, before the call returns, as nobody may rely on the order.
    struct Portal;

    #[zbus::interface(name = "org.freedesktop.portal.FileChooser")]
    impl Portal {
        async fn open_file(
            &self,
            parent: String,
            title: String,
            options: BTreeMap<String, OwnedValue>,
            #[zbus(connection)] conn: &Connection,
            #[zbus(header)] header: zbus::message::Header<'_>,
        ) -> OwnedObjectPath {
            assert_eq!(parent, "");
            let folder: bool = options["directory"].downcast_ref().expect("a switch");
            let request = OwnedObjectPath::try_from("/org/freedesktop/portal/desktop/request/1/2").expect("a path");
            let chosen = if folder { "file:///home/me/My%20Sync" } else { "file:///usr/bin/paplay" };
            let results = BTreeMap::from([("uris", Value::from(vec![chosen]))]);
            let code = u32::from(title == "left");
            let sender = header.sender().map(ToString::to_string);
            let interface = "org.freedesktop.portal.Request";
            conn.emit_signal(sender.as_deref(), &request, interface, "Response", &(code, results)).await.expect("said");
            request
        }
    }

    #[test]
    fn what_was_chosen_in_the_portals_dialogue_is_a_path_and_a_dialogue_that_was_left_is_none() {
        let mut daemon = Command::new("dbus-daemon");
        let daemon = daemon.args(["--session", "--nofork", "--print-address"]).stdout(Stdio::piped()).spawn();
        let mut daemon = daemon.expect("dbus-daemon runs");
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().expect("an output")).read_line(&mut address).expect("an address");
        let done = async {
            let nobody = bus::connect(address.trim()).await.expect("connected");
            let none = async { ask(&nobody, Wanted::File, "none").await.is_err() };
            assert!(future::or(bus::drive(&nobody), none).await, "there is nobody to ask");
            let portal = bus::connect(address.trim()).await.expect("connected");
            let served = async {
                portal.object_server().at("/org/freedesktop/portal/desktop", Portal).await.expect("served");
                portal.request_name("org.freedesktop.portal.Desktop").await.expect("a name");
                let chosen = async |wanted: Wanted, title: &str| ask(&nobody, wanted, title).await.expect("an answer");
                let all = async {
                    [
                        chosen(Wanted::Folder, "folder").await,
                        chosen(Wanted::File, "file").await,
                        chosen(Wanted::File, "left").await,
                    ]
                };
                future::or(bus::drive(&nobody), all).await
            };
            future::or(bus::drive(&portal), served).await
        };
        let all = future::block_on(done);
        daemon.kill().expect("ended");
        daemon.wait().expect("waited for");
        assert_eq!(all, [Some("/home/me/My Sync".into()), Some("/usr/bin/paplay".into()), None]);
    }
}
