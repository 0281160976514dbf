//! The app itself: starting it, asking it, reading its record.

use super::process::{Running, until};
use super::session::Session;
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A day that goes a minute a second, with a break every two minutes and no wait for a lull; too fast for windows.
pub(crate) const BRISK: &str = "clock.speed = 60
break.movement.every = \"2min\"
break.movement.lasts = \"100s\"
nudge.posture.every = \"0s\"
snooze.length = \"1min\"
ask_again = \"1min\"
lull.wait = \"0s\"
guide.where = \"notification\"
check_in.most = 0
";

/// What a command answered.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The app, running.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) running: Running,
}

impl App {
    /// Starts the app and waits until it answers.
    pub(crate) fn start(session: &Session) -> Self {
        let app = Self::launch(session);
        until("the app to answer", Duration::from_secs(10), || (session.ask(&["status"]).code == 0).then_some(()));
        app
    }

    /// Starts the app and waits for nothing.
    pub(crate) fn launch(session: &Session) -> Self {
        Self { running: Running::start(&mut session.unhunch(), &session.log()) }
    }
}

impl Session {
    /// The app's binary in this session.
    pub(crate) fn unhunch(&self) -> Command {
        let copy = self.path("unhunch");
        self.command(if copy.exists() { copy.to_str().expect("text") } else { env!("CARGO_BIN_EXE_unhunch") })
    }

    /// Runs a command of the app to its end.
    pub(crate) fn ask(&self, what: &[&str]) -> Answer {
        let done = self.unhunch().args(what).stdin(Stdio::null()).output().expect("the app can be started");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        Answer { code: done.status.code().unwrap_or(-1), out: text(done.stdout), err: text(done.stderr) }
    }

    /// Runs a command that has to succeed.
    pub(crate) fn tell(&self, what: &[&str]) -> String {
        let answer = self.ask(what);
        assert_eq!(answer.code, 0, "{what:?} answered: {}{}", answer.out, answer.err);
        answer.out
    }

    /// A command's JSON.
    pub(crate) fn json(&self, what: &[&str]) -> Value {
        let text = self.tell(what);
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{what:?} is no JSON ({e}): {text}"))
    }

    /// Writes the person's settings.
    pub(crate) fn settings(&self, text: &str) {
        self.write(&self.settings_file(), text);
    }

    pub(crate) fn settings_file(&self) -> PathBuf {
        self.config().join("unhunch/default-config.toml")
    }

    /// The app's entry in the applications menu.
    pub(crate) fn entry(&self) -> PathBuf {
        self.data().join("applications/unhunch.desktop")
    }

    /// `status --json`.
    pub(crate) fn status(&self) -> Value {
        self.json(&["status", "--json"])
    }

    /// What `doctor` says of a part; null where it has none of that name. Its exit code tells of other parts as well.
    pub(crate) fn part(&self, name: &str) -> Value {
        let text = self.ask(&["doctor", "--json"]).out;
        let told: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("no JSON ({e}): {text}"));
        let parts = told["parts"].as_array().expect("a list");
        parts.iter().find(|part| part["part"] == name).cloned().unwrap_or_default()
    }

    /// The rows of the record.
    pub(crate) fn breaks(&self) -> Vec<Value> {
        let review = self.json(&["review", "all", "--json", "--breaks"]);
        review["breaks"].as_array().expect("the rows of the record").clone()
    }

    /// Waits for the first row with an outcome, and gives it.
    pub(crate) fn until_closed(&self, bound: Duration) -> Value {
        until("a break to close", bound, || self.breaks().into_iter().find(|row| row["outcome"].is_string()))
    }
}
