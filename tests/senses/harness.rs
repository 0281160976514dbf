//! What the tests share: programs that end with their test, a bus of their own, and an ear for the senses.

use crate::xvfb;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use unhunch::engine::event::Sense;
use unhunch::parts::PartState;
use unhunch::senses::Signal;
use unhunch::senses::{Senses, Surroundings, start};
use unhunch::text::parts::ReportText;

/// Within this everything that is to come must have come.
pub(crate) const BOUND: Duration = Duration::from_secs(10);

/// What is said "at once" is said within this, on a busy machine too.
pub(crate) const SOON: Duration = Duration::from_secs(3);

/// Whether the person is there.
pub(crate) const PRESENCE: &[Sense] = &[Sense::Idle, Sense::Lock, Sense::Sleep];

/// The idle sense alone.
pub(crate) const IDLE: &[Sense] = &[Sense::Idle];

/// One test at a time.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A program that is killed with its value.
pub(crate) struct Program(pub(crate) Child);

impl Program {
    pub(crate) fn start(command: &mut Command) -> Self {
        Self::talking(command.stdout(Stdio::null()))
    }

    /// One whose output is asked for.
    fn talking(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn();
        Self(child.unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }

    /// Kills it at once, as a crash would.
    pub(crate) fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    /// Waits for its good end.
    pub(crate) fn done(mut self) {
        let end = eventually("the program's end", || self.0.try_wait().unwrap());
        assert!(end.success(), "{end}");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits for something that must come.
pub(crate) fn eventually<T>(what: &str, now: impl FnMut() -> Option<T>) -> T {
    crate::until::until(what, BOUND, now)
}

/// Waits for a file, such as a socket.
pub(crate) fn appears(path: &Path) {
    eventually(&path.display().to_string(), || path.exists().then_some(()));
}

/// A message bus of the test's own.
pub(crate) struct Bus {
    pub(crate) program: Program,
    pub(crate) address: String,
    home: tempfile::TempDir,
}

impl Bus {
    pub(crate) fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let socket = home.path().join("bus");
        let config = home.path().join("bus.conf");
        std::fs::write(
            &config,
            format!(
                "<busconfig><type>session</type><listen>unix:path={}</listen><policy context='default'>\
                 <allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>",
                socket.display()
            ),
        )
        .unwrap();
        let mut command = Command::new("dbus-daemon");
        command.args(["--nofork", "--nosyslog", "--nopidfile"]);
        let program = Program::start(command.arg("--config-file").arg(config));
        appears(&socket);
        Self { program, address: format!("unix:path={}", socket.display()), home }
    }

    /// A connection of the test's own.
    pub(crate) fn connect(&self) -> zbus::blocking::Connection {
        zbus::blocking::connection::Builder::address(self.address.as_str())
            .unwrap()
            .method_timeout(BOUND)
            .build()
            .unwrap()
    }

    /// A folder that goes with the bus.
    pub(crate) fn home(&self) -> PathBuf {
        self.home.path().to_owned()
    }
}

/// Whether a name has an owner by now.
pub(crate) fn owned(conn: &zbus::blocking::Connection, name: &str) -> bool {
    let bus = "org.freedesktop.DBus";
    let reply = conn.call_method(Some(bus), "/org/freedesktop/DBus", Some(bus), "NameHasOwner", &name);
    reply.unwrap().body().deserialize().unwrap()
}

/// An X server of the test's own.
pub(crate) struct X {
    pub(crate) server: Program,
    pub(crate) name: String,
}

impl X {
    /// On this display, from 61 to 79.
    pub(crate) fn start(number: u8) -> Self {
        let mut command = Command::new("Xvfb");
        let mut server = Program::talking(xvfb::ask(command.arg(format!(":{number}")), "640x480"));
        let name = xvfb::display(&mut server.0);
        Self { server, name }
    }

    /// A program that sends it input.
    pub(crate) fn input(&self, args: &[&str]) -> Program {
        Program::start(Command::new("xdotool").env("DISPLAY", &self.name).args(args))
    }

    pub(crate) fn around(&self) -> Surroundings {
        Surroundings { x11: Some(self.name.clone()), ..nowhere() }
    }
}

/// No display, no bus.
pub(crate) fn nowhere() -> Surroundings {
    Surroundings {
        session_bus: "unix:path=/nonexistent/session".into(),
        system_bus: "unix:path=/nonexistent/system".into(),
        ..Surroundings::default()
    }
}

/// Hears what the senses say.
pub(crate) struct Listener {
    pub(crate) senses: Senses,
    heard: Receiver<(Instant, Signal)>,
}

impl Listener {
    pub(crate) fn start(wanted: &[Sense], watch: Duration, around: Surroundings) -> Self {
        let (sender, heard) = mpsc::channel();
        let tell = Arc::new(move |signal| {
            let _ = sender.send((Instant::now(), signal));
        });
        let senses = start(tell, Box::new(|| ()), &wanted.iter().copied().collect(), watch, around).unwrap();
        Self { senses, heard }
    }

    /// The next signal that this picks something from, and when it came; others are passed over.
    pub(crate) fn pick<T>(&self, what: &str, pick: impl FnMut(&Signal) -> Option<T>) -> (Instant, T) {
        self.pick_within(BOUND, pick).unwrap_or_else(|passed| panic!("{what} never came, but {passed:?}"))
    }

    /// The same with a bound; what came instead if it did not.
    pub(crate) fn pick_within<T>(
        &self,
        bound: Duration,
        mut pick: impl FnMut(&Signal) -> Option<T>,
    ) -> Result<(Instant, T), Vec<Signal>> {
        let until = Instant::now() + bound;
        let mut passed = Vec::new();
        loop {
            match self.heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok((at, signal)) => match pick(&signal) {
                    Some(it) => return Ok((at, it)),
                    None => passed.push(signal),
                },
                Err(RecvTimeoutError::Timeout) => return Err(passed),
                Err(RecvTimeoutError::Disconnected) => panic!("the senses are gone"),
            }
        }
    }

    pub(crate) fn active(&self) -> Instant {
        self.pick("active", |signal| (*signal == Signal::Active).then_some(())).0
    }

    pub(crate) fn idle(&self) -> (Instant, Duration) {
        self.pick("idle", |signal| match signal {
            Signal::Idle { ago } => Some(*ago),
            _ => None,
        })
    }

    pub(crate) fn locked(&self) -> bool {
        self.pick("locked", |signal| match signal {
            Signal::Locked(locked) => Some(*locked),
            _ => None,
        })
        .1
    }

    pub(crate) fn sleeping(&self) -> (Instant, bool) {
        self.pick("sleeping", |signal| match signal {
            Signal::Sleeping(sleeping) => Some(*sleeping),
            _ => None,
        })
    }

    /// The next report of this part in this state.
    pub(crate) fn report(&self, part: &str, state: PartState) -> ReportText {
        let what = format!("a report of {part} as {state:?}");
        self.pick(&what, |signal| match signal {
            Signal::Part(report) if report.part.token() == part && report.state == state => Some(report.into()),
            _ => None,
        })
        .1
    }

    /// Nothing at all is said for as long.
    pub(crate) fn silence(&self, bound: Duration) {
        if let Ok((_, signal)) = self.pick_within(bound, |signal| Some(signal.clone())) {
            panic!("{signal:?}");
        }
    }
}
