//! The first questions in a terminal and through a pipe: what the answers change, and that nothing else does.

use crate::house::{CommandOutput, House, names, until};
use crate::terminal::{read, terminal};
use signal_hook::consts::SIGINT;
use std::fs::File;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

fn shown(house: &House, key: &str) -> String {
    house.run(&["config", "show", key]).out.trim().to_owned()
}

fn text(house: &House) -> String {
    std::fs::read_to_string(house.settings()).unwrap_or_default()
}

#[test]
fn a_pipe_answers_and_comments_stay() {
    let house = House::with("# mine\nexercise.open_office = true # by the window\ngoal = 70\n");
    let said = house.run_with(&["setup"], "chair, 3\nno\n2\nneck,high-bp\nyes\n");
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(shown(&house, "exercise.equipment"), "chair,band");
    assert_eq!(shown(&house, "exercise.seated_only"), "true");
    assert_eq!(shown(&house, "exercise.avoid"), "neck,high-bp");
    assert!(text(&house).starts_with("# mine\nexercise.open_office = false # by the window\ngoal = 70\n"));
    assert!(
        said.out.contains("leave alone? Neck, High blood pressure. (exercise.avoid)")
            && said.out.contains("`unhunch setup` asks again")
    );
    assert!(!said.out.contains("worth having a doctor"), "{said:?}");
    let before = text(&house);
    let again = house.run_with(&["setup"], "\n\n\n\n\n");
    assert!(again.code == 0 && again.out.contains("Everything stays as it was."), "{again:?}");
    assert!(again.out.contains("1 [x] neck") && again.out.contains("15 [x] high-bp"), "it begins with what counts");
    assert_eq!(text(&house), before);
}

#[test]
fn who_has_not_been_looked_at_is_told_and_it_is_kept_nowhere() {
    for (answer, told) in [("no", true), ("not sure", true), ("yes", false), ("no pain", false), ("", false)] {
        let house = House::new();
        let said = house.run_with(&["setup"], &format!("\n\n\n\n{answer}\n"));
        let notice = "This is not medical advice. This app offers general movement";
        assert!(said.code == 0 && said.out.replace('\n', " ").contains(notice), "{said:?}");
        let word = said.out.replace('\n', " ").contains("worth having a doctor or physiotherapist look at it");
        assert_eq!(word, told, "{answer}: {said:?}");
        assert!(!house.settings().exists(), "nothing was changed, so nothing is written");
    }
}

#[test]
fn what_ends_too_early_or_is_no_answer_changes_nothing() {
    let house = House::with("goal = 70\n");
    let cases = [("", 1), ("1\nno\n", 1), ("1\nno\nno\nneck\n", 1), ("1\nmaybe\nno\nneck\nyes\n", 2), ("1\nquit\n", 0)];
    for (input, code) in cases {
        let said = house.run_with(&["setup"], input);
        assert_eq!(said.code, code, "{input:?}: {said:?}");
        assert_eq!(text(&house), "goal = 70\n", "{input:?}");
    }
    let wrong = house.run_with(&["setup"], "1, table\n");
    assert!(wrong.err.contains("\"table\" is none of these"), "{wrong:?}");
}

#[test]
fn settings_that_are_no_toml_are_said_before_anything_is_asked() {
    let house = House::with("goal = [\n");
    let said = house.run_with(&["setup"], "1\n");
    assert!(said.code == 1 && said.out.is_empty() && said.err.contains("is no TOML"), "{said:?}");
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

#[test]
fn no_window_can_open_here_and_it_says_what_to_do() {
    let house = House::new();
    let CommandOutput { code, err, .. } = house.run(&["setup", "--window"]);
    assert!(code == 1 && err.contains("`unhunch setup` asks the questions in a terminal"), "{err}");
}

#[test]
fn the_very_first_start_says_once_that_there_are_questions() {
    let house = House::new();
    let app = house.start();
    assert_eq!(house.printed("out").matches("unhunch setup").count(), 1, "{}", house.printed("out"));
    app.quit();
    house.start().quit();
    assert_eq!(house.printed("out").matches("unhunch setup").count(), 1, "{}", house.printed("out"));
    let other = House::with("");
    other.start().quit();
    assert!(!other.printed("out").contains("unhunch setup"), "whoever has settings has been here");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "real time is what is tested")]
fn the_demo_asks_nobody() {
    let house = House::new();
    let out = File::create(house.path("out")).expect("made");
    let mut command = house.command(&["demo"]);
    let mut demo = command.env("TMPDIR", house.path("run")).stdout(out).spawn().expect("started");
    until("it runs", || house.printed("out").contains("Answer with `unhunch start`").then_some(()));
    let own = names(&house.path("run")).into_iter().find(|name| name.starts_with("unhunch-demo")).expect("its home");
    let own = house.path("run").join(own);
    let own = own.to_str().expect("text");
    until("it answers", || (house.run(&["--home", own, "status"]).code == 0).then_some(()));
    assert!(!house.printed("out").contains("unhunch setup"), "{}", house.printed("out"));
    // A guide of three minutes would be over after three seconds, but it keeps real time.
    assert_eq!(house.run(&["--home", own, "start"]).code, 0);
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(6) {
        let status = house.json(&["--home", own, "status", "--json"]);
        assert_eq!(status["state"], "break", "after {:?}: {status}", begun.elapsed());
    }
    assert_eq!(house.run(&["--home", own, "done"]).code, 0);
    assert_ne!(house.json(&["--home", own, "status", "--json"])["state"], "break");
    demo.kill().and_then(|()| demo.wait()).expect("ended");
}
