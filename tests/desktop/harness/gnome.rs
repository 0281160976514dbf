//! GNOME's session manager, which browsers tell what they do. The real one, on a
//! screen of its own; the logind that it wants is python-dbusmock's.

use super::process::Running;
use super::session::Session;
use super::xvfb;

/// The session manager, running.
#[derive(Debug)]
pub(crate) struct Gnome {
    _manager: Running,
    _screen: Running,
    _logind: Running,
}

impl Gnome {
    /// Starts it in the session and waits until it answers. The mocked logind stands on the session's bus.
    pub(crate) fn start(session: &Session) -> Self {
        let data = session.data();
        session.write(
            &data.join("gnome-session/sessions/test.session"),
            "[GNOME Session]\nName=test\nRequiredComponents=keep\n",
        );
        session.write(
            &data.join("applications/keep.desktop"),
            "[Desktop Entry]\nType=Application\nName=keep\nExec=dbus-monitor --session type=error\n",
        );
        let mut logind = session.command("/usr/bin/python3");
        logind.args(["-m", "dbusmock", "--system", "--template", "logind"]);
        logind.env("DBUS_SYSTEM_BUS_ADDRESS", session.bus_address());
        let logind = Running::start(&mut logind, &session.log());
        session.until_owner("org.freedesktop.login1", true);
        // Its one program does not register, so that it soon says over the whole screen that something has gone wrong.
        let mut screen = session.command("Xvfb");
        let mut screen = Running::start_piped(xvfb::ask(&mut screen, "1280x1024"), &session.log());
        let display = screen.display();
        let mut manager = session.command("/usr/libexec/gnome-session-binary");
        manager
            .args(["--builtin", "--session=test", "--disable-acceleration-check"])
            .env("DBUS_SYSTEM_BUS_ADDRESS", session.bus_address());
        manager.env("DISPLAY", display);
        let manager = Running::start(&mut manager, &session.log());
        session.until_owner("org.gnome.SessionManager", true);
        Self { _manager: manager, _screen: screen, _logind: logind }
    }
}
