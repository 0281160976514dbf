//! A home of its own for the program, and waiting for conditions with a bound.

use serde_json::Value;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::Duration;

/// Whether all is kept where a person of Linux has it. Elsewhere that place is not set by variables alone, and all is in a
/// folder that is named.
const LINUX: bool = cfg!(target_os = "linux");

/// A second is ten minutes; a break every ten minutes; nothing else speaks. Under wine a command takes a second, so a minute
/// passes in one there, or no answer would come in time.
pub(crate) const FAST: &str = if cfg!(windows) { SLOWER } else { TEN_MINUTES };
const SLOWER: &str = "clock.speed = 60\nbreak.movement.every = \"10min\"\nnudge.posture.every = \"0s\"\n\
    answer.within = \"4h\"\ncheck_in.most = 0\nsettle = \"0s\"\n";
const TEN_MINUTES: &str = "clock.speed = 600\nbreak.movement.every = \"10min\"\nnudge.posture.every = \"0s\"\n\
    answer.within = \"4h\"\ncheck_in.most = 0\nsettle = \"0s\"\n";

/// How the app is started where one may run. On Windows there always is a desktop, and a person's start has the one that runs
/// show its window, which stays when that one ends; the session's start has not.
pub(crate) const AGAIN: &[&str] = if cfg!(windows) { &["--at-login"] } else { &[] };

/// Waits until `done` says something, at most half a minute, and two under wine.
pub(crate) fn until<T>(what: &str, done: impl FnMut() -> Option<T>) -> T {
    crate::until::until(what, Duration::from_secs(if cfg!(windows) { 120 } else { 30 }), done)
}

/// Has a program started. Wine cannot always, while much else starts: it then says what Windows does not, and can the next time.
pub(crate) fn started<T>(mut start: impl FnMut() -> io::Result<T>) -> T {
    const INTERNAL_ERROR: i32 = 1359;
    let wines = |error: &io::Error| cfg!(windows) && error.raw_os_error() == Some(INTERNAL_ERROR);
    let mut tries = 0;
    loop {
        tries += 1;
        match start() {
            Err(error) if tries < 5 && wines(&error) => {}
            started => return started.expect("the program runs"),
        }
    }
}

/// Fast settings, with a day that begins twelve hours from now: none turns while they run.
fn within_one_day(settings: &str) -> String {
    // Nobody types under wine, and that is heard there.
    let present = if cfg!(windows) && settings.contains("clock.speed") { "sense.idle = false\n" } else { "" };
    let settings = &format!("{settings}{present}");
    if !settings.starts_with(FAST) || settings.contains("day.starts") {
        return settings.to_owned();
    }
    let hour = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs() / 3600;
    format!("{settings}day.starts = \"{:02}:00\"\n", (hour + 12) % 24)
}

/// A home without a desktop.
pub(crate) struct House {
    dir: tempfile::TempDir,
}

impl House {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let house = Self { dir: tempfile::tempdir().expect("a folder") };
        if LINUX {
            std::fs::create_dir(house.path("run")).expect("made");
        } else {
            // Where there always is a desktop, each app has the stills drawn: no folder can be made where a file is.
            std::fs::create_dir(house.path("home")).expect("made");
            std::fs::write(house.path("home/cache"), "no folder").expect("written");
        }
        house
    }

    /// One with these settings.
    pub(crate) fn with(settings: &str) -> Self {
        let house = Self::new();
        house.write_settings(settings);
        house
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.path(if LINUX { "config/unhunch/default-config.toml" } else { "home/settings.toml" })
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.path(if LINUX { "run/unhunch/socket" } else { "home/run/socket" })
    }

    pub(crate) fn ledger(&self) -> PathBuf {
        self.path(if LINUX { "data/unhunch/ledger.db" } else { "home/ledger.db" })
    }

    pub(crate) fn write_settings(&self, text: &str) {
        std::fs::create_dir_all(self.settings().parent().expect("a folder")).expect("made");
        std::fs::write(self.settings(), within_one_day(text)).expect("written");
    }

    /// The program with these arguments, seeing nothing of the desktop it may run on.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.program(env!("CARGO_BIN_EXE_unhunch"));
        if !LINUX && !arguments.contains(&"--home") {
            command.arg("--home").arg(self.path("home"));
        }
        command.args(arguments);
        command
    }

    /// Another program, which sees as little.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.current_dir(self.dir.path()).stdin(Stdio::null());
        if cfg!(windows) {
            return command; // no program starts there without what the system sets
        }
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", self.dir.path());
        command.env("LC_ALL", "C.UTF-8").env("TZ", "UTC").env("XDG_RUNTIME_DIR", self.path("run"));
        command.env("XDG_CONFIG_HOME", self.path("config")).env("XDG_DATA_HOME", self.path("data"));
        command.env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        command
    }

    /// Does one command and waits for it.
    pub(crate) fn run(&self, arguments: &[&str]) -> CommandOutput {
        CommandOutput::of(&started(|| self.command(arguments).output()))
    }

    /// Does one command that reads this.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> CommandOutput {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = started(|| command.spawn());
        child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("read");
        CommandOutput::of(&child.wait_with_output().expect("it ends"))
    }

    /// Starts the app and waits until it answers.
    pub(crate) fn start(&self) -> App<'_> {
        self.start_with(&[])
    }

    /// Starts the app with these in its environment and waits until it answers.
    pub(crate) fn start_with(&self, set: &[(&str, &str)]) -> App<'_> {
        let app = self.start_only(set);
        until("the app answers", || (self.run(&["status"]).code == 0).then_some(()));
        app
    }

    /// Starts the app by a program that runs it, whose own arguments these are, and waits until it answers.
    #[cfg(target_os = "linux")]
    pub(crate) fn start_by(&self, runner: &str, arguments: &[&str]) -> App<'_> {
        let mut command = self.program(runner);
        let child =
            command.args(arguments).arg(env!("CARGO_BIN_EXE_unhunch")).stdout(Stdio::null()).stderr(Stdio::null());
        let app = App { house: self, child: child.spawn().expect("the program runs") };
        until("the app answers", || (self.run(&["status"]).code == 0).then_some(()));
        app
    }

    /// Starts the app.
    fn start_only(&self, set: &[(&str, &str)]) -> App<'_> {
        let out = File::options().create(true).append(true).open(self.path("out")).expect("opened");
        let err = File::options().create(true).append(true).open(self.path("err")).expect("opened");
        let mut command = self.command(&[]);
        command.envs(set.iter().copied()).stdout(out).stderr(err);
        App { house: self, child: started(|| command.spawn()) }
    }

    /// What a JSON command prints.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let said = self.run(arguments);
        serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {said:?}"))
    }

    /// The whole record as JSON, with its rows.
    pub(crate) fn record(&self) -> Value {
        self.json(&["review", "all", "--json", "--breaks"])
    }

    /// One part of `doctor --json`.
    pub(crate) fn part(&self, name: &str) -> Value {
        let told = self.json(&["doctor", "--json"]);
        let parts = told["parts"].as_array().expect("a list").clone();
        parts.into_iter().find(|part| part["part"] == name).unwrap_or_default()
    }

    /// What `status` says needs attention. That nothing shows notifications does not count: wine has nothing that does.
    pub(crate) fn attention(&self) -> Vec<String> {
        let told = self.json(&["status", "--json"])["attention"].clone();
        let mut all: Vec<String> = serde_json::from_value(told).expect("a list of sentences");
        all.retain(|one| *one != unhunch::text::attention::no_notifications());
        all
    }

    /// What the app has printed so far.
    pub(crate) fn printed(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Waits until a break is prompted.
    pub(crate) fn prompted(&self) {
        until("a prompt", || (self.json(&["status", "--json"])["state"] == "due").then_some(()));
    }
}

/// What a command said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CommandOutput {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl CommandOutput {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

/// The running app; killed with this value if it still runs.
pub(crate) struct App<'h> {
    house: &'h House,
    child: Child,
}

impl App<'_> {
    #[cfg(unix)] // where it gets signals by it
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Dies at once.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }

    /// Ends in order.
    pub(crate) fn quit(self) {
        assert_eq!(self.house.run(&["quit"]).code, 0);
        assert!(self.ended().success());
    }

    /// How it ended, when it does.
    pub(crate) fn ended(mut self) -> ExitStatus {
        until("the app ends", || self.child.try_wait().expect("asked"))
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What this machine is called.
pub(crate) fn this_machine() -> String {
    let named = if cfg!(windows) {
        std::env::var("COMPUTERNAME").ok()
    } else {
        std::fs::read_to_string("/proc/sys/kernel/hostname").ok()
    };
    named.expect("it has a name").trim().to_owned()
}

/// The names in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("read").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
