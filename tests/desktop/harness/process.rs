//! Processes that end with the test, and waiting that has an end.

pub(crate) use super::until::until;
use super::xvfb;
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long anything that comes at all may take.
pub(crate) const SOON: Duration = Duration::from_secs(10);

/// Time in which nobody touches anything: long enough for a break at the speed of `BRISK`.
pub(crate) fn away() {
    std::thread::sleep(Duration::from_secs(2));
}

/// The test's own patience: real time.
#[expect(clippy::disallowed_methods, reason = "a test waits in real time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// A moment, and then a look.
pub(super) fn nap<T>(then: impl Fn() -> Option<T>) -> Option<T> {
    std::thread::sleep(Duration::from_millis(15));
    then()
}

/// The processor time that a process has taken up to now, in all its threads.
pub(crate) fn spent(process: Pid) -> Duration {
    let stat =
        std::fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).expect("the process is there");
    let after_name = stat.rsplit_once(')').expect("a name").1.split_whitespace();
    // utime and stime, in the hundredths of a second in which Linux counts for programs.
    let ticks: u64 = after_name.skip(11).take(2).map(|field| field.parse::<u64>().expect("ticks")).sum();
    Duration::from_millis(ticks * 10)
}

/// A line of the kernel's account of a process's memory, in kB.
pub(crate) fn memory(process: Pid, line: &str) -> u64 {
    let all = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", process.as_raw_nonzero()));
    let all = all.expect("the process is there");
    let found = all.lines().find_map(|told| told.strip_prefix(line)?.trim().strip_suffix(" kB")?.parse().ok());
    found.unwrap_or_else(|| panic!("no {line} in {all}"))
}

/// A process in a group of its own, without input, that is killed when it is dropped - or when the test's thread ends.
#[derive(Debug)]
pub(crate) struct Running {
    name: String,
    child: Child,
}

impl Running {
    /// Starts `command`; what it says goes to the end of `log`.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Self {
        Self::start_with(command, Self::log(log).into(), log)
    }

    /// The same for a program that says nothing but what it records.
    pub(crate) fn start_silent(command: &mut Command, log: &Path) -> Self {
        Self::start_with(command, Stdio::null(), log)
    }

    /// The same, with standard output kept to be read.
    pub(crate) fn start_piped(command: &mut Command, log: &Path) -> Self {
        Self::start_with(command, Stdio::piped(), log)
    }

    fn start_with(command: &mut Command, out: Stdio, log: &Path) -> Self {
        use std::os::unix::process::CommandExt;
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).stdout(out).stderr(Self::log(log)).process_group(0).spawn();
        let child = child.unwrap_or_else(|e| panic!("{name} cannot be started ({e}); .ci/run installs it"));
        Self { name, child }
    }

    fn log(path: &Path) -> File {
        File::options().create(true).append(true).open(path).expect("the log can be written")
    }

    /// The first line of standard output, which tells that the process is ready.
    pub(crate) fn first_line(&mut self) -> String {
        use std::io::{BufRead, BufReader};
        let out = self.child.stdout.take().expect("started with piped output");
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).expect("output can be read");
        assert!(!line.trim().is_empty(), "{} ended before it was ready", self.name);
        line.trim().to_owned()
    }

    /// An X server's display, once it takes clients.
    pub(crate) fn display(&mut self) -> String {
        xvfb::display(&mut self.child)
    }

    pub(crate) fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Sends a signal to the process alone.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("the process is there");
    }

    /// How it ended, if it has.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("our child")
    }

    /// Waits for it to end by itself.
    pub(crate) fn wait(&mut self, bound: Duration) -> ExitStatus {
        let what = format!("the end of {}", self.name);
        until(&what, bound, || self.ended())
    }

    /// `kill -9`, for it and its children; waits until it is gone.
    pub(crate) fn kill(&mut self) {
        // Either may be gone already, which is what is wanted.
        let _ = kill_process_group(self.pid(), Signal::KILL);
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}
