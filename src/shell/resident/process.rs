//! The process of a window: this very program, started anew, so that nothing of a window stays in the app. Owns its start,
//! its talk and what it said last; which window counts is `windows`'s.

use super::Message;
use super::windows::Window;
use crate::parts::own::WindowEnd;
use crate::plain::harmless;
use crate::shell::ipc::window::{ToWindow, WindowKind, hear, tell};
use crate::shell::paths::Paths;
use crate::system::ipc::Talk;
use crate::system::main_loop::Sender;
use crate::system::process::{Ended, Ending, named, own_command};
use std::io::{self, Read};
use std::process::{Child, ChildStderr, Stdio};
use std::thread;

/// The threads that listen to a window need little.
const STACK: usize = 64 * 1024;
/// Of what a process writes, its last bytes are kept.
// What went wrong is said last: a panic, a missing library.
const KEPT: usize = 1024;
/// A sentence is cut after so many characters.
// It goes into one line of `doctor`.
const LONGEST: usize = 200;

/// A process that shows a window. A guide is killed with this value if it still runs; what a person reads or answers stays.
#[derive(Debug)]
pub(super) struct Process {
    kind: WindowKind,
    child: Child,
    talk: Talk,
}

impl Process {
    /// Starts one, with its first message if it has one. What is heard of it comes into `inbox` under its number.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(super) fn start(
        paths: &Paths,
        kind: WindowKind,
        number: u64,
        first: Option<&ToWindow>,
        inbox: &Sender<Message>,
    ) -> io::Result<Self> {
        let (talk, theirs) = Talk::pair()?;
        if let Some(first) = first {
            tell(&talk, first);
        }
        let mut command = own_command();
        // After an update it is started from /proc/self/exe, and lists would call it `exe`.
        named(&mut command, "unhunch");
        command.args(paths.home_arguments()).args(["window", kind.token()]);
        theirs.give(&mut command);
        command.stderr(Stdio::piped());
        let child = command.spawn()?;
        // It holds the other side of the talk, which must be the process's alone for its end to be heard.
        drop(command);
        let mut process = Self { kind, child, talk };
        process.listen(number, inbox)?;
        Ok(process)
    }

    fn listen(&mut self, number: u64, inbox: &Sender<Message>) -> io::Result<()> {
        let (talk, pass_on) = (self.talk.try_clone()?, inbox.clone());
        let said = move |said| pass_on.send(Message::Window(number, said)).is_ok();
        let thread = |name: &str| thread::Builder::new().name(name.into()).stack_size(STACK);
        let over = talk.try_clone()?;
        let hearing = thread("window").spawn(move || hear(&talk, said))?;
        let (problems, ending, pass_on) = (self.child.stderr.take(), Ending::of(&self.child)?, inbox.clone());
        thread("window's end").spawn(move || {
            let said = problems.map(last_words).unwrap_or_default();
            let ended = ending.wait();
            // Its last word comes before its end. What it sent is there by now, and no more will come.
            over.hear_no_more();
            let _ = hearing.join();
            let end = if said.is_empty() { how(ended) } else { WindowEnd::Words(said) };
            let _ = pass_on.send(Message::WindowGone(number, end));
        })?;
        Ok(())
    }
}

impl Window for Process {
    fn tell(&mut self, told: &ToWindow) {
        if !tell(&self.talk, told) {
            self.kill();
        }
    }

    fn kill(&mut self) {
        let _ = self.child.kill();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.kind == WindowKind::Guide {
            self.kill();
        }
        let _ = self.child.try_wait();
    }
}

/// How a process ended that said nothing.
fn how(ended: Option<Ended>) -> WindowEnd {
    WindowEnd::Ended { status: ended.and_then(|ended| ended.status), signal: ended.and_then(|ended| ended.signal) }
}

/// What a process wrote last, when it has ended.
fn last_words(mut problems: ChildStderr) -> String {
    let (mut kept, mut piece) = (Vec::new(), [0; 512]);
    while let Ok(read @ 1..) = problems.read(&mut piece) {
        kept.extend_from_slice(piece.get(..read).unwrap_or_default());
        kept.drain(..kept.len().saturating_sub(KEPT));
    }
    sentence(&String::from_utf8_lossy(&kept))
}

/// The last line of what a process wrote that says something. What the window itself has to say of it came as a value.
fn sentence(text: &str) -> String {
    let mut lines = text.lines().rev().map(str::trim);
    let line = lines.find(|line| !line.is_empty() && !line.starts_with("note: ")).unwrap_or_default();
    harmless(line).chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sentence_is_bounded_and_in_one_line() {
        let panic = "thread 'main' panicked at x.rs:1:2:\nout of reach\nnote: run with `RUST_BACKTRACE=1`\n";
        assert_eq!(sentence(panic), "out of reach");
        assert_eq!(sentence("a\u{1b}[2Jb\u{202e}c\u{e0041}d"), "a [2Jb c d");
        assert_eq!(sentence(&"ä".repeat(5000)).chars().count(), LONGEST);
        assert_eq!(sentence(""), "");
    }

    #[cfg(unix)] // played by a shell
    #[test]
    fn what_is_kept_of_a_chatty_process_is_bounded() {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", "yes chatter | head -c 300000 >&2; echo 'the end' >&2"]);
        let mut child = command.stderr(Stdio::piped()).spawn().expect("a shell");
        assert_eq!(last_words(child.stderr.take().expect("a pipe")), "the end");
        assert!(child.wait().expect("it ends").success());
    }

    #[cfg(target_os = "linux")] // played by a shell; elsewhere the main thread alone has a channel
    #[test]
    fn the_last_word_of_a_window_comes_before_its_end() {
        for _ in 0..40 {
            use crate::windows::WindowEvent;
            let (talk, theirs) = Talk::pair().expect("a pair");
            let mut command = std::process::Command::new("sh");
            command.args(["-c", r#"echo '{"v":3,"say":"done"}' >&0"#]);
            theirs.give(&mut command);
            let child = command.stderr(Stdio::piped()).spawn().expect("a shell");
            drop(command);
            let (inbox, heard) = std::sync::mpsc::channel();
            let mut process = Process { kind: WindowKind::Guide, child, talk };
            process.listen(7, &inbox).expect("threads");
            drop(inbox);
            let all: Vec<Message> = heard.iter().collect();
            assert!(matches!(all[..], [Message::Window(7, WindowEvent::Done), Message::WindowGone(7, _)]), "{all:?}");
        }
    }
}
