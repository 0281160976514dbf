//! Do-not-disturb as a key of GSettings: GNOME and its kin. Owns which desktop has which key, and its reading by a
//! `gsettings` child, which is killed when it takes too long; never writes a key.

use crate::parts::Cause;
use crate::senses::linux::Surroundings;
use async_io::{Async, Timer};
use futures_lite::{AsyncReadExt, future};
use std::io;
use std::process::{ChildStdout, Command, Stdio};
use std::time::Duration;
use zbus::Message;

/// Whose signals tell of written keys.
pub(super) const WRITER: &str = "ca.desrt.dconf.Writer";

/// How long the child may take.
// It reads one value, in milliseconds; a settings service that hangs is not waited for.
const ANSWER: Duration = Duration::from_secs(5);

/// More than "false" and a line's end.
const READ: u64 = 16;

/// A key that tells of do-not-disturb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    schema: &'static str,
    key: &'static str,
    /// Its place in dconf.
    path: &'static str,
    /// Its value while nobody is to be disturbed.
    quiet: bool,
}

// GNOME's do-not-disturb is the switch of its banners, the other way round.
const GNOME: Setting = Setting {
    schema: "org.gnome.desktop.notifications",
    key: "show-banners",
    path: "/org/gnome/desktop/notifications/show-banners",
    quiet: false,
};

const CINNAMON: Setting = Setting {
    schema: "org.cinnamon.desktop.notifications",
    key: "display-notifications",
    path: "/org/cinnamon/desktop/notifications/display-notifications",
    quiet: false,
};

const MATE: Setting = Setting {
    schema: "org.mate.NotificationDaemon",
    key: "do-not-disturb",
    path: "/org/mate/notification-daemon/do-not-disturb",
    quiet: true,
};

impl Setting {
    /// That of a daemon, by its name and vendor in small letters.
    pub(super) fn of(name: &str, vendor: &str) -> Option<Self> {
        match name {
            "gnome-shell" => Some(GNOME),
            "cinnamon" => Some(CINNAMON),
            // GNOME's old daemon has the same name.
            "notification daemon" if vendor.starts_with("mate") => Some(MATE),
            _ => None,
        }
    }

    /// Whether dconf tells of this key: of itself, of a folder above it, or of one in a list.
    pub(super) fn is_in(self, notify: &Message) -> bool {
        let body = notify.body();
        // What cannot be read may be about ours: one look too many does no harm.
        let Ok((prefix, changes, _)) = body.deserialize::<(&str, Vec<&str>, &str)>() else { return true };
        concerns(self.path, prefix, &changes)
    }

    /// Its value now.
    pub(super) async fn read(self, around: &Surroundings) -> Result<bool, Cause> {
        // dconf has no call for reading, only a file in a form of its own.
        let mut command = Command::new("gsettings");
        command.args(["get", self.schema, self.key]).env("DBUS_SESSION_BUS_ADDRESS", &around.session_bus);
        if let Some(home) = &around.config_home {
            command.env("XDG_CONFIG_HOME", home);
        }
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let text = match child.stdout.take() {
            Some(output) => read(output).await,
            None => Err(io::ErrorKind::BrokenPipe.into()),
        };
        // It has said all, or too late: nobody waits for its end.
        let _ = child.kill();
        let _ = child.wait();
        match text?.trim() {
            "true" => Ok(self.quiet),
            "false" => Ok(!self.quiet),
            _ => Err(Cause::NoSetting(format!("{} {}", self.schema, self.key))),
        }
    }
}

/// The beginning of a child's output, within the bound of time.
async fn read(output: ChildStdout) -> io::Result<String> {
    let mut text = String::new();
    let mut output = Async::new(output)?.take(READ);
    let late = async {
        Timer::after(ANSWER).await;
        Err(io::ErrorKind::TimedOut.into())
    };
    future::or(output.read_to_string(&mut text), late).await?;
    Ok(text)
}

fn concerns(path: &str, prefix: &str, changes: &[&str]) -> bool {
    changes.iter().any(|change| {
        path.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(change)).is_some_and(|rest| {
            let whole = rest.is_empty();
            let folder = prefix.ends_with('/') && change.is_empty() || change.ends_with('/');
            whole || folder
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{GNOME, Setting, concerns};

    #[test]
    fn a_written_key_is_told_in_three_ways() {
        let all: [(&str, &[&str], bool); 7] = [
            (GNOME.path, &[""], true),
            ("/org/gnome/desktop/notifications/", &["application-children", "show-banners"], true),
            ("/org/gnome/desktop/", &["interface/clock-format", "notifications/"], true),
            ("/", &[""], true),
            ("/org/gnome/desktop/notifications/show-banners-x", &[""], false),
            ("/org/gnome/desktop/notifications/", &["show"], false),
            ("/org/gnome/desktop/interface/clock-format", &[""], false),
        ];
        for (prefix, changes, expected) in all {
            assert_eq!(concerns(GNOME.path, prefix, changes), expected, "{prefix} {changes:?}");
        }
    }

    #[test]
    fn a_desktop_is_known_by_its_daemon() {
        assert_eq!(Setting::of("gnome-shell", "gnome"), Some(GNOME));
        assert_eq!(Setting::of("notification daemon", "gnome"), None);
    }
}
