//! A person's session without a screen: a home of its own, a private bus, and the environment of every process in it.

use super::process::{Running, until};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use zbus::blocking::{Connection, connection::Builder, fdo::DBusProxy};

/// A bus on which nothing is started by being asked for: no service folders.
const BUS: &str = r#"<busconfig><type>session</type><listen>unix:path=RUN/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

/// A home, its folders and perhaps a bus.
#[derive(Debug)]
pub(crate) struct Session {
    bus: Option<(Running, Connection)>,
    home: TempDir,
    display: Option<String>,
}

impl Session {
    /// A home with nothing in it and no bus.
    pub(crate) fn bare() -> Self {
        let home = tempfile::Builder::new().prefix("unhunch-").tempdir().expect("a folder for the test");
        let session = Self { bus: None, home, display: None };
        for folder in [session.config(), session.data(), session.run()] {
            std::fs::create_dir_all(&folder).expect("a folder in the home");
        }
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(session.run(), private).expect("the run-time folder is ours alone");
        session
    }

    /// A home with a private bus.
    pub(crate) fn with_bus() -> Self {
        let mut session = Self::bare();
        let config = session.path("bus.conf");
        let text = BUS.replace("RUN", &session.run().display().to_string());
        std::fs::write(&config, text).expect("the bus's settings");
        let mut command = session.command("dbus-daemon");
        command.arg("--config-file").arg(config).args(["--nofork", "--print-address"]);
        let mut daemon = Running::start_piped(&mut command, &session.log());
        daemon.first_line();
        let ours = Builder::address(session.bus_address().as_str()).expect("a bus address");
        let ours = ours.method_timeout(Duration::from_secs(5)).build().expect("the bus answers");
        session.bus = Some((daemon, ours));
        session
    }

    /// Everything started from now on sees this display.
    pub(crate) fn set_display(&mut self, display: String) {
        self.display = Some(display);
    }

    /// The display that everything sees.
    pub(crate) fn display(&self) -> &str {
        self.display.as_deref().expect("this session has a display")
    }

    /// Our own connection to the private bus.
    pub(crate) fn bus(&self) -> &Connection {
        &self.bus.as_ref().expect("this session has a bus").1
    }

    pub(crate) fn bus_address(&self) -> String {
        format!("unix:path={}", self.run().join("bus").display())
    }

    /// Whether somebody on the bus owns `name`.
    pub(crate) fn has_owner(&self, name: &str) -> bool {
        let name = name.try_into().expect("a bus name");
        DBusProxy::new(self.bus()).and_then(|bus| Ok(bus.name_has_owner(name)?)).expect("the bus answers")
    }

    /// Waits until somebody on the bus owns `name`, or nobody does.
    pub(crate) fn until_owner(&self, name: &str, there: bool) {
        let what = format!("{name} to be {}", if there { "on the bus" } else { "gone" });
        until(&what, Duration::from_secs(15), || (self.has_owner(name) == there).then_some(()));
    }

    /// A command with the session's environment and nothing else of ours; it dies with the test's thread.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", program]).current_dir(self.home.path());
        self.dress(&mut command);
        command
    }

    /// Gives `command` the session's environment.
    pub(crate) fn dress(&self, command: &mut Command) {
        command.env_clear().envs([("PATH", "/usr/local/bin:/usr/bin:/bin"), ("LANG", "C.UTF-8"), ("TZ", "UTC")]);
        command.envs([("GSETTINGS_BACKEND", "memory"), ("GIO_USE_VFS", "local"), ("NO_COLOR", "1")]);
        command.env("HOME", self.home.path()).env("XDG_CONFIG_HOME", self.config()).env("XDG_DATA_HOME", self.data());
        command.env("XDG_RUNTIME_DIR", self.run()).env("XDG_STATE_HOME", self.path(".local/state"));
        command.env("XDG_CACHE_HOME", self.path(".cache"));
        command.env("DBUS_SYSTEM_BUS_ADDRESS", format!("unix:path={}", self.run().join("no-system-bus").display()));
        if self.bus.is_some() {
            command.env("DBUS_SESSION_BUS_ADDRESS", self.bus_address());
        }
        if let Some(display) = &self.display {
            command.env("DISPLAY", display);
        }
    }

    /// A path in the home.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.home.path().join(below)
    }

    pub(crate) fn config(&self) -> PathBuf {
        self.path(".config")
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path(".local/share")
    }

    fn run(&self) -> PathBuf {
        self.path("run")
    }

    /// What every process of the session said.
    pub(crate) fn log(&self) -> PathBuf {
        self.path("log")
    }

    /// Writes a file in the home, with its folders.
    pub(crate) fn write(&self, path: &Path, text: &str) {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder in the home");
        std::fs::write(path, text).expect("a file in the home");
    }
}
