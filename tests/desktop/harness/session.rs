//! A person's session without a screen: a home of its own, a private bus, and the environment of every process in it.

use super::process::{Running, until};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use zbus::blocking::{Connection, connection::Builder, fdo::DBusProxy};

/// A bus on which nothing is started by being asked for but what a test names: a service folder of its own.
const BUS: &str = r#"<busconfig><type>session</type><listen>unix:path=RUN/bus</listen><auth>EXTERNAL</auth>
<servicedir>RUN/services</servicedir>
<policy context="default"><allow user="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

/// Whose session it is when that may not be root's: Debian's `nobody`, for the bus wants an account that exists.
const SOMEBODY: u32 = 65_534;

/// A home, its folders and perhaps a bus.
#[derive(Debug)]
pub(crate) struct Session {
    bus: Option<(Running, Connection)>,
    home: TempDir,
    display: Option<(&'static str, String)>,
    more: Vec<(&'static str, &'static str)>,
    user: Option<u32>,
}

impl Session {
    /// A home with nothing in it and no bus.
    pub(crate) fn bare() -> Self {
        Self::of(None)
    }

    /// A home with a private bus.
    pub(crate) fn with_bus() -> Self {
        Self::of(None).and_bus()
    }

    /// A home with a private bus whose processes are not root's, even if the test's are.
    pub(crate) fn unprivileged() -> Self {
        Self::of(rustix::process::getuid().is_root().then_some(SOMEBODY)).and_bus()
    }

    fn of(user: Option<u32>) -> Self {
        let home = tempfile::Builder::new().prefix("unhunch-").tempdir().expect("a folder for the test");
        let session = Self { bus: None, home, display: None, more: Vec::new(), user };
        for folder in [session.config(), session.data(), session.run(), session.run().join("services")] {
            std::fs::create_dir_all(&folder).expect("a folder in the home");
        }
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(session.run(), private).expect("the run-time folder is the person's alone");
        // Somebody who has been here before: whoever is new is asked first what fits them.
        session.settings("");
        session
    }

    fn and_bus(mut self) -> Self {
        self.bus = Some(self.open_bus());
        self
    }

    /// Ends the bus with all its lines and starts it anew in the same place.
    pub(crate) fn restart_bus(&mut self) {
        self.bus = None;
        std::fs::remove_file(self.run().join("bus")).expect("the killed bus left its socket");
        self.bus = Some(self.open_bus());
    }

    fn open_bus(&self) -> (Running, Connection) {
        let config = self.path("bus.conf");
        self.write(&config, &BUS.replace("RUN", &self.run().display().to_string()));
        let mut command = self.command("dbus-daemon");
        command.arg("--config-file").arg(config).args(["--nofork", "--print-address"]);
        let mut daemon = Running::start_piped(&mut command, &self.log());
        daemon.first_line();
        let ours = Builder::address(self.bus_address().as_str()).expect("a bus address");
        let ours = ours.method_timeout(Duration::from_secs(5)).build().expect("the bus answers");
        (daemon, ours)
    }

    /// Everything started from now on sees this display, by this variable.
    pub(crate) fn set_display(&mut self, variable: &'static str, display: String) {
        self.display = Some((variable, display));
    }

    /// Everything started from now on sees these too.
    pub(crate) fn set(&mut self, more: &[(&'static str, &'static str)]) {
        self.more.extend(more);
    }

    /// The bus starts this service of the system's when it is asked for, in the session's display.
    pub(crate) fn may_start(&self, service: &str) {
        let file = format!("{service}.service");
        let there = Path::new("/usr/share/dbus-1/services").join(&file);
        std::os::unix::fs::symlink(&there, self.run().join("services").join(&file)).expect("a service file");
        let bus = DBusProxy::new(self.bus()).expect("the bus answers");
        let shown = self.display.iter().map(|(variable, display)| (*variable, display.as_str()));
        bus.update_activation_environment(shown.chain(self.more.iter().copied()).collect()).expect("an environment");
        bus.reload_config().expect("the bus looks again");
    }

    /// The display that everything sees.
    pub(crate) fn display(&self) -> &str {
        &self.display.as_ref().expect("this session has a display").1
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
        if let Some(user) = self.user {
            command.args([format!("--reuid={user}"), format!("--regid={user}"), "--clear-groups".to_owned()]);
        }
        command.args(["--pdeathsig", "KILL", program]).current_dir(self.home.path());
        self.dress(&mut command);
        command
    }

    fn dress(&self, command: &mut Command) {
        command.env_clear().envs([("PATH", "/usr/local/bin:/usr/bin:/bin"), ("LANG", "C.UTF-8"), ("TZ", "UTC")]);
        command.envs([("GSETTINGS_BACKEND", "memory"), ("GIO_USE_VFS", "local"), ("NO_COLOR", "1")]);
        command.env("HOME", self.home.path()).env("XDG_CONFIG_HOME", self.config()).env("XDG_DATA_HOME", self.data());
        command.env("XDG_RUNTIME_DIR", self.run()).env("XDG_STATE_HOME", self.path(".local/state"));
        command.env("XDG_CACHE_HOME", self.path(".cache"));
        command.env("DBUS_SYSTEM_BUS_ADDRESS", format!("unix:path={}", self.run().join("no-system-bus").display()));
        if self.bus.is_some() {
            command.env("DBUS_SESSION_BUS_ADDRESS", self.bus_address());
        }
        if let Some((variable, display)) = &self.display {
            command.env(variable, display);
        }
        command.envs(self.more.iter().copied());
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

    pub(crate) fn run(&self) -> PathBuf {
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
        self.hand_over();
    }

    /// Copies a file into the home, so that the session's user can reach it.
    pub(crate) fn copy(&self, from: &Path, below: &str) -> PathBuf {
        let to = self.path(below);
        std::fs::copy(from, &to).expect("a copy in the home");
        self.hand_over();
        to
    }

    /// Makes everything in the home its user's.
    fn hand_over(&self) {
        let Some(user) = self.user else { return };
        let done = Command::new("chown").args(["-R", &format!("{user}:{user}")]).arg(self.home.path()).status();
        assert!(done.is_ok_and(|done| done.success()), "the home cannot be given to its user");
    }
}
