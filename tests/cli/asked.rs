//! The first questions in a terminal: wrong answers are asked again, one can go back, and its keys are signals.

use crate::house::{House, until};
use crate::terminal::{read, terminal};
use signal_hook::consts::SIGINT;
use std::fs::File;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command};
use std::sync::mpsc::Receiver;

fn shown(house: &House, key: &str) -> String {
    house.run(&["config", "show", key]).out.trim().to_owned()
}

/// The questions in a terminal that is theirs, so that its keys are signals.
struct Asked {
    child: Child,
    keys: File,
    screen: Receiver<String>,
    seen: String,
}

impl Asked {
    fn of(house: &House) -> Self {
        let (ours, theirs) = terminal();
        let plain = house.command(&["setup"]);
        let mut command = Command::new("env");
        // Whoever runs the tests in the background of a shell has told them, and all they start, to ignore Ctrl-C.
        command
            .args(["--default-signal=INT", "setsid", "--ctty", "--wait"])
            .arg(plain.get_program())
            .args(plain.get_args());
        command.env_clear().envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let twin = || theirs.try_clone().expect("a handle");
        let child = command.stdin(twin()).stdout(twin()).stderr(twin()).spawn().expect("started");
        let screen = read(ours.try_clone().expect("a handle"));
        Self { child, keys: ours, screen, seen: String::new() }
    }

    /// Waits until this appears after everything that was waited for before.
    fn sees(&mut self, text: &str) {
        until(text, || {
            self.seen.extend(self.screen.try_iter());
            self.seen.find(text).map(|at| drop(self.seen.drain(..at + text.len())))
        });
    }

    fn says(&mut self, text: &str) {
        self.keys.write_all(text.as_bytes()).expect("typed");
    }

    /// How it ended: its code, or the signal.
    fn ends(mut self) -> (Option<i32>, Option<i32>) {
        let status = until("the end", || self.child.try_wait().expect("asked"));
        (status.code(), status.signal())
    }
}

#[test]
fn in_a_terminal_wrong_answers_are_asked_again_and_one_can_go_back() {
    let house = House::new();
    let mut asked = Asked::of(&house);
    asked.sees("1 of 5");
    asked.sees("> ");
    asked.says("table\n");
    asked.sees("\"table\" is none of these");
    asked.says("4\n");
    asked.sees("2 of 5");
    asked.says("?\n");
    asked.sees("Enter keeps what is marked");
    asked.says("back\n");
    asked.sees("1 of 5");
    asked.sees("4 [x] foam roller");
    asked.says("\n\n");
    asked.sees("3 of 5");
    asked.says("y\n");
    asked.sees("4 of 5");
    asked.says("9\n");
    asked.sees("5 of 5");
    asked.says("3\n");
    asked.sees("Is there anything to leave alone? Knee. (exercise.avoid)");
    asked.sees("worth having a doctor");
    assert_eq!(asked.ends(), (Some(0), None));
    assert_eq!(shown(&house, "exercise.equipment"), "foam roller");
    assert_eq!(shown(&house, "exercise.open_office"), "true");
    assert_eq!(shown(&house, "exercise.seated_only"), "false");
}

#[test]
fn ctrl_c_and_ctrl_d_change_nothing() {
    for (key, how) in [("\u{3}", (None, Some(SIGINT))), ("\u{4}", (Some(1), None))] {
        let house = House::new();
        let mut asked = Asked::of(&house);
        asked.sees("1 of 5");
        asked.says("1\n");
        asked.sees("2 of 5");
        asked.sees("> ");
        asked.says(key);
        assert_eq!(asked.ends(), how, "{key:?}");
        assert!(!house.settings().exists());
    }
}
