//! A desk for one test: a bus of its own without the system's services, and, where asked for, a display with a window
//! manager. Everything it starts ends with it.

use crate::xvfb;
use std::cell::RefCell;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tempfile::TempDir;
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;

/// No real part needs longer, on a loaded machine either.
const PATIENCE: Duration = Duration::from_secs(15);
const STEP: Duration = Duration::from_millis(20);

/// One display at a time: the tests share two cores.
static SCREEN: Mutex<()> = Mutex::new(());

/// Waits for a condition, with a bound.
pub(crate) fn until<T>(what: &str, condition: impl FnMut() -> Option<T>) -> T {
    crate::until::until(what, PATIENCE, condition)
}

/// A program that ends with its owner.
pub(crate) struct Process(Child);

impl Process {
    pub(crate) fn id(&self) -> String {
        self.0.id().to_string()
    }

    pub(crate) fn signal(&self, name: &str) {
        let done = Command::new("kill").args([&format!("-{name}"), &self.id()]).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A stopped process would not hear a polite end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Screen {
    display: String,
    _server: Process,
    _alone: MutexGuard<'static, ()>,
}

pub(crate) struct Desk {
    // Ends first: programs before their display, their bus and their home.
    programs: RefCell<Vec<Process>>,
    screen: Option<Screen>,
    bus: Process,
    home: TempDir,
}

impl Desk {
    /// A desk with a bus.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let socket = home.path().join("bus");
        let settings = home.path().join("bus.conf");
        // Without the standard service folders: an installed daemon must not be started behind the test's back.
        let text = format!(
            "<busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\
             <servicedir>{}</servicedir>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>",
            socket.display(),
            home.path().join("services").display(),
        );
        fs::create_dir(home.path().join("services")).unwrap();
        fs::write(&settings, text).unwrap();
        let bus = run_bus(home.path());
        Self { programs: RefCell::default(), screen: None, bus, home }
    }

    /// A desk with a bus, a display and a window manager.
    pub(crate) fn with_screen() -> Self {
        let alone = SCREEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut desk = Self::new();
        let mut server = Command::new("Xvfb");
        let server = xvfb::ask(&mut server, "640x400").stderr(Stdio::null()).spawn().expect("Xvfb runs");
        let mut server = Process(server);
        let display = xvfb::display(&mut server.0);
        desk.screen = Some(Screen { display, _server: server, _alone: alone });
        desk.run("openbox", &[]);
        desk
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.home.path().join(below)
    }

    /// Writes a file below the desk's home.
    pub(crate) fn write(&self, below: &str, text: &str) -> PathBuf {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn address(&self) -> String {
        format!("unix:path={}", self.path("bus").display())
    }

    /// Kills the bus.
    pub(crate) fn kill_bus(&self) {
        self.bus.signal("KILL");
    }

    /// A bus at the same place, in place of a killed one.
    pub(crate) fn restart_bus(&mut self) {
        self.kill_bus();
        self.bus = run_bus(self.home.path());
    }

    /// A connection to the desk's bus.
    pub(crate) fn connection(&self) -> Connection {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> Builder<'static> {
        Builder::address(self.address().as_str()).unwrap()
    }

    /// A command that knows this desk and no other.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("HOME", self.home.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_RUNTIME_DIR", self.home.path())
            .env("NO_AT_BRIDGE", "1")
            .env("DBUS_SESSION_BUS_ADDRESS", self.address())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(screen) = &self.screen {
            command.env("DISPLAY", &screen.display);
        }
        command
    }

    /// Starts a program that ends with the desk.
    pub(crate) fn run(&self, program: &str, arguments: &[&str]) {
        let process = self.start(program, arguments);
        self.programs.borrow_mut().push(process);
    }

    /// Starts a program.
    pub(crate) fn start(&self, program: &str, arguments: &[&str]) -> Process {
        Process(self.command(program).args(arguments).spawn().unwrap_or_else(|error| panic!("{program}: {error}")))
    }

    /// The output of a program that ends by itself.
    pub(crate) fn output(&self, program: &str, arguments: &[&str]) -> String {
        let output = self.command(program).args(arguments).stdout(Stdio::piped()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// Waits until somebody owns this name on the bus, and says who.
    pub(crate) fn owner(&self, name: &str) -> String {
        let connection = self.connection();
        until(name, || owner(&connection, name))
    }

    /// Moves the pointer and clicks: 1 left, 2 middle, 3 right.
    pub(crate) fn click(&self, x: i32, y: i32, button: u8) {
        let [x, y, button] = [x.to_string(), y.to_string(), button.to_string()];
        self.output("xdotool", &["mousemove", &x, &y, "click", &button]);
    }

    pub(crate) fn probe(&self) -> Probe {
        Probe::start(self.command(PROBE).arg(self.path("unhunch/notification")).arg(self.path("picture.png")))
    }

    /// How many pixels of the display have this colour.
    pub(crate) fn pixels(&self, colour: [u8; 3]) -> usize {
        let shot = self.path("shot.png");
        self.output("import", &["-window", "root", &shot.display().to_string()]);
        let shot = tiny_skia::Pixmap::load_png(&shot).unwrap();
        shot.pixels().iter().filter(|p| [p.red(), p.green(), p.blue()] == colour).count()
    }
}

fn run_bus(home: &Path) -> Process {
    let socket = home.join("bus");
    // What a killed bus left; there may be none.
    let _ = fs::remove_file(&socket);
    let mut command = Command::new("dbus-daemon");
    command.arg("--nofork").arg("--config-file").arg(home.join("bus.conf")).stdout(Stdio::null()).stderr(Stdio::null());
    let bus = Process(command.spawn().expect("dbus-daemon runs"));
    until("the bus", || UnixStream::connect(&socket).ok());
    bus
}

/// Who owns a name.
pub(crate) fn owner(connection: &Connection, name: &str) -> Option<String> {
    let reply = connection.call_method(
        Some("org.freedesktop.DBus"),
        "/org/freedesktop/DBus",
        Some("org.freedesktop.DBus"),
        "GetNameOwner",
        &(name,),
    );
    reply.ok()?.body().deserialize().ok()
}

/// The probe, built with these tests.
pub(crate) const PROBE: &str = env!("CARGO_BIN_EXE_outputs-probe");

/// A process with the outputs and nothing else.
pub(crate) struct Probe {
    pub(crate) process: Process,
    orders: ChildStdin,
    lines: Receiver<String>,
    took: Receiver<String>,
}

impl Probe {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the probe runs");
        let orders = child.stdin.take().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (tell, lines) = mpsc::channel();
        let (tell_took, took) = mpsc::channel();
        std::thread::spawn(move || {
            out.lines().map_while(Result::ok).all(|line| {
                let to = if line.starts_with("took ") { &tell_took } else { &tell };
                to.send(line).is_ok()
            })
        });
        Self { process: Process(child), orders, lines, took }
    }

    /// Gives an order; it must be taken at once.
    pub(crate) fn order(&mut self, order: &str) {
        writeln!(self.orders, "{order}").unwrap();
        let took = self.took.recv_timeout(PATIENCE).expect("the order is taken");
        let micros: u64 = took.split(' ').nth(1).unwrap().parse().unwrap();
        assert!(micros < 50_000, "{order} held its caller for {micros} µs");
    }

    /// Gives an order that may wait.
    pub(crate) fn order_slow(&mut self, order: &str) {
        writeln!(self.orders, "{order}").unwrap();
    }

    /// Waits for a line that holds this, and skips those before.
    pub(crate) fn until(&self, part: &str) -> String {
        let mut seen = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(part) => return line,
                Ok(line) => seen.push(line),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("no {part:?} came, but {seen:#?}")
                }
            }
        }
    }

    /// Whether such a line came by now.
    pub(crate) fn hears(&self, part: &str) -> Option<()> {
        std::iter::from_fn(|| self.lines.recv_timeout(STEP * 5).ok()).any(|line| line.contains(part)).then_some(())
    }

    /// All lines up to one that holds this.
    pub(crate) fn all_until(&self, part: &str) -> Vec<String> {
        let mut seen = Vec::new();
        while seen.last().is_none_or(|line: &String| !line.contains(part)) {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => seen.push(line),
                Err(error) => panic!("no {part:?} came ({error}), but {seen:#?}"),
            }
        }
        seen
    }
}
