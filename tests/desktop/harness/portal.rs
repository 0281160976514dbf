//! The desktop's portal, which tells programs whether the person wants things dark: the real one with GTK's backend.

use super::process::{Running, SOON, until};
use super::session::Session;
use std::process::Command;
use zbus::blocking::Proxy;
use zbus::zvariant::{OwnedValue, Value};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";

/// The portal and its backend.
#[derive(Debug)]
pub(crate) struct Portal {
    _front: Running,
    _back: Running,
}

impl Portal {
    /// Starts both and waits until they answer.
    pub(crate) fn start(session: &Session) -> Self {
        let start = |program: &str, name: &str| {
            let running = Running::start(&mut command(session, program), &session.log());
            session.until_owner(name, true);
            running
        };
        let back = start("/usr/libexec/xdg-desktop-portal-gtk", "org.freedesktop.impl.portal.desktop.gtk");
        let front = start("/usr/libexec/xdg-desktop-portal", PORTAL);
        Self { _front: front, _back: back }
    }
}

impl Session {
    /// Makes the desktop dark or light, as its settings program does, and waits until the portal says so.
    pub(crate) fn set_dark(&self, dark: bool) {
        let scheme = if dark { "prefer-dark" } else { "default" };
        let mut gsettings = command(self, "gsettings");
        let done = gsettings.args(["set", "org.gnome.desktop.interface", "color-scheme", scheme]).status();
        assert!(done.is_ok_and(|done| done.success()), "the desktop's colours cannot be set");
        let portal = Proxy::new(self.bus(), PORTAL, "/org/freedesktop/portal/desktop", SETTINGS).unwrap();
        until("the portal to say so", SOON, || {
            let told = portal.call::<_, _, OwnedValue>("Read", &("org.freedesktop.appearance", "color-scheme"));
            let told = told.ok().map(Value::from);
            let told = if let Some(Value::Value(inner)) = told { Some(*inner) } else { told };
            (told == Some(Value::U32(dark.into()))).then_some(())
        });
    }
}

/// A program that keeps the desktop's settings in a file, where all of them see a change.
fn command(session: &Session, program: &str) -> Command {
    let mut command = session.command(program);
    command.env("GSETTINGS_BACKEND", "keyfile").env("XDG_CURRENT_DESKTOP", "GNOME");
    command
}
