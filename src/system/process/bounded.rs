//! A program of somebody else's, run for a bounded time. Owns that it is alone in a group of its own, that it is ended in two
//! steps, and that nothing of it is left; never decides which program, or what its end means.

use super::group::Group;
use super::{Ended, Ending, apart, reaper};
use crate::system::clock::Deadline;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// Of what a program prints, so many bytes of each of its two outputs are kept.
const KEPT: usize = 16 * 1024;
/// What was printed is there this long after the end.
// The pipe has it by then; one that stays open is held by a program that was left running on purpose.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// How long it may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// After this it is asked to end.
    pub within: Duration,
    /// This much later it is ended.
    pub grace: Duration,
}

/// How a program was run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bounded {
    /// How it ended; none where the system does not say.
    pub ended: Option<Ended>,
    /// It took too long, and was ended.
    pub stopped: bool,
    /// How long it ran.
    pub took: Duration,
    /// What it printed, where somebody wanted to know: its output, then its errors.
    pub printed: Vec<u8>,
}

/// Runs a program to its end with this to read. What it prints is kept if `heard`, otherwise thrown away.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn run(mut command: Command, input: &[u8], bounds: Bounds, heard: bool) -> io::Result<Bounded> {
    let output = || if heard { Stdio::piped() } else { Stdio::null() };
    apart(&mut command);
    let begun = Deadline::after(Duration::ZERO);
    let mut child = command.stdin(Stdio::piped()).stdout(output()).stderr(output()).spawn()?;
    let group = Group::of(&child);
    drop(command);
    let printed = [child.stdout.take().map(listen), child.stderr.take().map(listen)];
    if let Some(mut stdin) = child.stdin.take() {
        // It may not want to read; a few hundred bytes find room in the pipe and keep nobody waiting.
        let _ = stdin.write_all(input);
    }
    let (ended, stopped) = wait(&mut child, &group, bounds);
    let took = begun.over();
    let late = Deadline::after(LAST_WORDS);
    let heard = printed.into_iter().flatten().flat_map(|heard| all(&heard, &late)).collect();
    Ok(Bounded { ended, stopped, took, printed: heard })
}

/// Waits for its end, and ends it when its time is over: how it ended, and whether it had to be.
fn wait(child: &mut Child, group: &Group, bounds: Bounds) -> (Option<Ended>, bool) {
    let (tell, told) = mpsc::channel();
    // Without a thread that waits there is no bound to keep, and it goes at once.
    let watched = Ending::of(child).and_then(|ending| {
        reaper(move || {
            let _ = tell.send(ending.wait());
        })
    });
    let over = watched.is_ok().then(|| told.recv_timeout(bounds.within).ok()).flatten();
    let (stopped, mut ended) = (over.is_none(), over.flatten());
    if stopped {
        group.ask_to_end();
        ended = told.recv_timeout(bounds.grace).ok().flatten();
        // Also when it has ended by itself: what it had started is ended with it.
        group.end(child);
        ended = ended.or_else(|| told.recv().ok().flatten());
    }
    let _ = child.wait();
    (ended, stopped)
}

/// Hears what a program prints, piece by piece.
fn listen(mut from: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (tell, told) = mpsc::channel();
    let hear = move || {
        let (mut kept, mut piece) = (0, [0; 4096]);
        while let Ok(read @ 1..) = from.read(&mut piece) {
            let some = piece.get(..read.min(KEPT - kept)).unwrap_or_default();
            kept += some.len();
            // The rest is read as well: nobody is to be held up by a full pipe.
            if !some.is_empty() && tell.send(some.to_vec()).is_err() {
                return;
            }
        }
    };
    // Without a thread the pipe closes, and what is printed is lost.
    let _ = thread::Builder::new().name("printed".into()).stack_size(64 * 1024).spawn(hear);
    told
}

/// All that was heard, to the end of it or until it is late.
fn all(heard: &Receiver<Vec<u8>>, late: &Deadline) -> Vec<u8> {
    let mut all = Vec::new();
    while let Ok(piece) = heard.recv_timeout(late.left().unwrap_or_default()) {
        all.extend(piece);
    }
    all
}

#[cfg(test)]
#[cfg(unix)] // played by a shell
mod tests {
    use super::*;

    const QUICK: Bounds = Bounds { within: Duration::from_mins(1), grace: Duration::from_mins(1) };
    const SHORT: Bounds = Bounds { within: Duration::from_millis(200), grace: Duration::from_millis(200) };

    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    fn status(run: &Bounded) -> Option<i32> {
        run.ended.and_then(|ended| ended.status)
    }

    #[test]
    fn what_it_reads_and_prints_and_how_it_ends_is_told() {
        let run = run(shell("cat; echo trouble >&2; exit 3"), b"facts\n", QUICK, true).expect("a shell");
        assert_eq!((status(&run), run.stopped, run.printed.as_slice()), (Some(3), false, &b"facts\ntrouble\n"[..]));
    }

    #[test]
    fn one_that_reads_nothing_and_prints_a_lot_is_not_held_up() {
        let run = run(shell("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2"), b"facts", QUICK, true);
        let run = run.expect("a shell");
        assert_eq!((status(&run), run.printed.len()), (Some(0), 2 * KEPT));
    }

    #[test]
    fn one_that_takes_too_long_is_ended_with_all_that_it_started() {
        let asked = run(shell("sleep 1000 & sleep 1000"), b"", SHORT, false).expect("a shell");
        assert!(asked.stopped && asked.ended.and_then(|ended| ended.signal).is_some(), "{asked:?}");
        // One that does not want to end leaves the number of what it started.
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("started");
        let script = format!("trap '' TERM; sleep 1000 & echo $! > {}; wait; wait; sleep 1000", file.display());
        let ended = run(shell(&script), b"", SHORT, false).expect("a shell");
        assert_eq!(ended.ended.and_then(|ended| ended.signal), Some(9), "{ended:?}");
        let started = std::fs::read_to_string(file).expect("written").trim().parse().expect("a number");
        assert!(gone(started), "what it had started has ended as well");
    }

    /// An orphan that was killed is reaped by whoever it fell to, in its own time.
    fn gone(process: u32) -> bool {
        let state = || std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        (0..3000).any(|_| {
            let over = super::super::is_over(process) || state().contains(") Z ");
            if !over {
                thread::sleep(Duration::from_millis(10));
            }
            over
        })
    }

    #[test]
    fn one_that_leaves_something_running_is_over_when_it_ends_itself() {
        let run = run(shell("sleep 5 & echo done"), b"", QUICK, true).expect("a shell");
        assert_eq!((status(&run), run.stopped, run.printed.as_slice()), (Some(0), false, &b"done\n"[..]));
    }

    #[cfg(target_os = "linux")] // its list of what is open
    #[test]
    fn it_inherits_nothing_that_we_have_open_and_leads_a_group_of_its_own() {
        let open = tempfile::NamedTempFile::new().expect("a file");
        let script = "readlink /proc/$$/fd/*; echo $$; cut -d' ' -f5 /proc/$$/stat";
        let run = run(shell(script), b"", QUICK, true).expect("a shell");
        let printed = String::from_utf8_lossy(&run.printed).into_owned();
        let lines: Vec<&str> = printed.lines().collect();
        let [.., leader, group] = lines[..] else { panic!("{printed}") };
        assert_eq!(leader, group);
        assert!(
            lines.len() >= 5 && !lines.iter().any(|line| line.contains(&*open.path().to_string_lossy())),
            "{printed}"
        );
    }

    #[test]
    fn what_cannot_be_started_says_so() {
        assert!(run(Command::new("/nonexistent/program"), b"", QUICK, false).is_err());
    }
}
