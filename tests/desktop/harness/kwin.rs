//! KWin, the window manager of KDE's Plasma: a Wayland compositor without a screen, or the manager of an X server. Owns what
//! it tells of its windows, by a script of ours that it runs.

use super::known::KnownWindow;
use super::process::{Running, until};
use super::session::Session;
use super::xvfb;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use zbus::blocking::Proxy;

/// Tells the windows, in the form of `KnownWindow`, to whoever has the name.
const WINDOWS: &str = "callDBus('NAME', '/windows', 'unhunch.Windows', 'Told', JSON.stringify(workspace.clientList()
  .map(w => ({ title: w.caption, entry: `${w.desktopFileName}`, name: `${w.resourceClass}`, focused: w.active,
    wanted: w.demandsAttention }))));";

/// What KWin calls our script.
const SCRIPT: &str = "windows-of-the-test";

/// Hears what the script tells.
struct Ear(Sender<String>);

#[zbus::interface(name = "unhunch.Windows")]
impl Ear {
    fn told(&self, windows: String) {
        // Nobody waits for one that comes too late.
        let _ = self.0.send(windows);
    }
}

/// KWin. Fields are dropped from top to bottom.
#[derive(Debug)]
pub(crate) struct Kwin {
    _manager: Running,
    _server: Option<Running>,
    told: Receiver<String>,
    session: Session,
}

impl Kwin {
    /// The compositor.
    pub(crate) fn wayland() -> Self {
        let mut session = Session::with_bus();
        session.set(&[("XDG_CURRENT_DESKTOP", "KDE"), ("LIBGL_ALWAYS_SOFTWARE", "1")]);
        // The installed one carries a capability, which not every place lets it have; a copy has none.
        let own = session.copy(Path::new("/usr/bin/kwin_wayland"), "kwin_wayland");
        let mut command = session.command(own.to_str().expect("text"));
        command.args(["--virtual", "--width", "1280", "--height", "800", "--no-lockscreen", "--no-kactivities"]);
        let manager = Running::start(command.args(["--socket", "wayland-k"]), &session.log());
        session.set_display("WAYLAND_DISPLAY", "wayland-k".to_owned());
        Self::tell(manager, None, session)
    }

    /// The manager of an X server.
    pub(crate) fn x11() -> Self {
        let mut session = Session::with_bus();
        session.set(&[("XDG_CURRENT_DESKTOP", "KDE"), ("LIBGL_ALWAYS_SOFTWARE", "1")]);
        let mut server = session.command("Xvfb");
        let mut server = Running::start_piped(xvfb::ask(&mut server, "1280x800"), &session.log());
        session.set_display("DISPLAY", server.display());
        session.write(&session.config().join("kwinrc"), "[Compositing]\nEnabled=false\n");
        let manager = Running::start(session.command("kwin_x11").arg("--no-kactivities"), &session.log());
        Self::tell(manager, Some(server), session)
    }

    /// Has it tell its windows, and waits until it does.
    fn tell(manager: Running, server: Option<Running>, session: Session) -> Self {
        let (sender, told) = mpsc::channel();
        session.bus().object_server().at("/windows", Ear(sender)).expect("an object on the bus");
        let name = session.bus().unique_name().expect("a name on the bus");
        session.write(&session.path("windows.js"), &WINDOWS.replace("NAME", name));
        let kwin = Self { _manager: manager, _server: server, told, session };
        until("KWin", Duration::from_secs(30), || kwin.ask());
        kwin
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// The windows.
    pub(crate) fn windows(&self) -> Vec<KnownWindow> {
        self.ask().expect("KWin tells its windows")
    }

    fn ask(&self) -> Option<Vec<KnownWindow>> {
        while self.told.try_recv().is_ok() {}
        let kwin = Proxy::new(self.session.bus(), "org.kde.KWin", "/Scripting", "org.kde.kwin.Scripting").ok()?;
        let script = self.session.path("windows.js");
        kwin.call::<_, _, i32>("loadScript", &(script.to_str().expect("text"), SCRIPT)).ok()?;
        kwin.call::<_, _, ()>("start", &()).ok()?;
        let told = self.told.recv_timeout(Duration::from_secs(2)).ok();
        kwin.call::<_, _, bool>("unloadScript", &SCRIPT).ok()?;
        Some(serde_json::from_str(&told?).expect("the form of the windows"))
    }
}

impl Drop for Kwin {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = std::fs::read_to_string(self.session.log()).unwrap_or_default();
            eprintln!("{:?}\nthe processes said:\n{log}", self.ask());
        }
    }
}
