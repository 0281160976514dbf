//! Programs of the person's own, run when something happens. Owns what each is told, how it is found and how long it may take;
//! what happens, and when, is the running app's.

use crate::engine::instance::{Hold, Outcome};
use crate::outputs::{BusFact, BusNews};
use crate::parts::hooks::HookEnd;
use crate::settings::{HookEvent, Settings, below_home};
use crate::shell::files;
use crate::shell::paths::Paths;
use crate::system::clock::wall;
use crate::system::process::bounded::{self, Bounds};
use chrono::SecondsFormat;
use serde::Serialize;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// How long one may take.
// It is told of something that happens now; what takes longer can be left running by it.
const BOUNDS: Bounds = Bounds { within: Duration::from_secs(10), grace: Duration::from_secs(2) };

/// What happened, as a program is told: one JSON object on its standard input, and the same in its environment. What is not
/// known of an event is left out. Keys may be added; none goes, and none changes its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Facts {
    /// `UNHUNCH_EVENT`: what happened.
    pub event: HookEvent,
    /// `UNHUNCH_AT`: when, RFC 3339 with offset.
    pub at: String,
    /// `UNHUNCH_BREAK`: the break's name in the settings.
    #[serde(rename = "break", skip_serializing_if = "Option::is_none")]
    pub reminder: Option<String>,
    /// `UNHUNCH_INSTANCE`: its number in the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<u64>,
    /// `UNHUNCH_EXERCISE`: the id of the exercise that was offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    /// `UNHUNCH_OUTCOME`: how it ended, in the record's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<&'static str>,
    /// `UNHUNCH_HOLDS`, with commas: the reasons to be quiet, by their words; of *free* those that have just ended.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<&'static str>,
    /// `UNHUNCH_EXAMPLE=1`: it did not happen; a person tries the program out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

impl Facts {
    /// Something that happened at this time, of which nothing else is known yet.
    pub(crate) fn new(event: HookEvent, at: String) -> Self {
        let none = (None, None, None, None);
        let (reminder, instance, exercise, outcome) = none;
        Self { event, at, reminder, instance, exercise, outcome, holds: Vec::new(), example: false }
    }

    /// The same for whoever listens on the bus.
    pub(crate) fn news(&self) -> BusNews {
        let text = |text: &Option<String>| text.clone().map(BusFact::Text);
        let facts = [
            ("at", Some(BusFact::Text(self.at.clone()))),
            ("break", text(&self.reminder)),
            ("instance", self.instance.map(BusFact::Number)),
            ("exercise", text(&self.exercise)),
            ("outcome", self.outcome.map(|outcome| BusFact::Text(outcome.to_owned()))),
            ("holds", (!self.holds.is_empty()).then(|| BusFact::Words(self.holds.clone()))),
        ];
        let known = facts.into_iter().filter_map(|(name, fact)| Some((name, fact?))).collect();
        BusNews { event: self.event.token(), facts: known }
    }

    /// The names of the environment, each with what it is now.
    fn environment(&self) -> [(&'static str, Option<String>); 8] {
        let holds = (!self.holds.is_empty()).then(|| self.holds.join(","));
        [
            ("UNHUNCH_EVENT", Some(self.event.token().to_owned())),
            ("UNHUNCH_AT", Some(self.at.clone())),
            ("UNHUNCH_BREAK", self.reminder.clone()),
            ("UNHUNCH_INSTANCE", self.instance.map(|instance| instance.to_string())),
            ("UNHUNCH_EXERCISE", self.exercise.clone()),
            ("UNHUNCH_OUTCOME", self.outcome.map(str::to_owned)),
            ("UNHUNCH_HOLDS", holds),
            ("UNHUNCH_EXAMPLE", self.example.then(|| "1".to_owned())),
        ]
    }
}

/// How a program did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HookRun {
    /// Why it did not do its work; none if it did.
    pub end: Option<HookEnd>,
    /// How long it ran.
    pub took: Duration,
    /// What it printed, where that was asked for.
    pub printed: String,
}

/// What could have happened, for trying a program out: of the first break of the settings and the first exercise there is.
pub(crate) fn example(paths: &Paths, settings: &Settings, event: HookEvent) -> Facts {
    let (reminder, instance) = (settings.rules.breaks.first().map(|rule| rule.name.clone()), Some(1));
    let (library, _) = files::own_library(paths).library();
    let exercise = library.content.exercises.first().map(|exercise| exercise.id.clone());
    let of_break = |outcome| Facts {
        reminder: reminder.clone(),
        instance,
        exercise: exercise.clone(),
        outcome,
        ..Facts::new(event, wall().to_rfc3339_opts(SecondsFormat::Secs, false))
    };
    let facts = match event {
        HookEvent::Prompt => of_break(None),
        HookEvent::Taken => of_break(Some(Outcome::Taken.token())),
        HookEvent::Skipped => of_break(Some(Outcome::Skipped.token())),
        HookEvent::Missed => of_break(Some(Outcome::Missed.token())),
        HookEvent::Quiet | HookEvent::Free => {
            let at = of_break(None).at;
            Facts { holds: vec![Hold::Call.token()], ..Facts::new(event, at) }
        }
    };
    Facts { example: true, ..facts }
}

/// Runs a program as it is named, to its end; what it prints is kept if `heard`.
pub(crate) fn run(named: &[String], facts: &Facts, heard: bool) -> HookRun {
    let mut input = serde_json::to_vec(facts).unwrap_or_default();
    input.push(b'\n');
    match bounded::run(command(named, facts), &input, BOUNDS, heard) {
        Err(error) => {
            let end = Some(HookEnd::NotStarted(error.to_string()));
            HookRun { end, took: Duration::ZERO, printed: String::new() }
        }
        Ok(run) => {
            let status = run.ended.and_then(|ended| ended.status);
            let signal = run.ended.and_then(|ended| ended.signal);
            let end = match (run.stopped, status) {
                (true, _) => Some(HookEnd::TooLong(BOUNDS.within)),
                (false, Some(0)) => None,
                (false, status) => Some(HookEnd::Ended { status, signal }),
            };
            HookRun { end, took: run.took, printed: String::from_utf8_lossy(&run.printed).into_owned() }
        }
    }
}

/// The program, in the person's own folder, with what it is given.
fn command(named: &[String], facts: &Facts) -> Command {
    let home = std::env::home_dir();
    let (program, arguments) = named.split_first().map_or(("", named), |(program, rest)| (program.as_str(), rest));
    let below = below_home(program).zip(home.as_ref()).map(|(below, home)| home.join(below));
    let mut command = Command::new(below.unwrap_or_else(|| PathBuf::from(program)));
    command.args(arguments);
    for (name, value) in facts.environment() {
        match value {
            Some(value) => command.env(name, value),
            // What this process may have been started with says nothing of what happened now.
            None => command.env_remove(name),
        };
    }
    if let Some(home) = home.filter(|home| home.is_dir()) {
        command.current_dir(home);
    }
    command
}

#[cfg(test)]
#[cfg(unix)] // played by a shell
mod tests {
    use super::*;

    fn words(all: &[&str]) -> Vec<String> {
        all.iter().map(|&word| word.to_owned()).collect()
    }

    fn skipped() -> Facts {
        Facts {
            reminder: Some("movement".into()),
            instance: Some(7),
            outcome: Some("skipped"),
            ..Facts::new(HookEvent::Skipped, "2026-01-05T10:00:00+01:00".into())
        }
    }

    #[test]
    fn a_program_is_told_what_happened_in_both_ways() {
        let script = "cat; env | grep ^UNHUNCH_ | sort";
        let told = run(&words(&["/bin/sh", "-c", script]), &skipped(), true);
        let object = r#"{"event":"skipped","at":"2026-01-05T10:00:00+01:00","break":"movement","instance":7,"outcome":"skipped"}"#;
        let environment = "UNHUNCH_AT=2026-01-05T10:00:00+01:00\nUNHUNCH_BREAK=movement\nUNHUNCH_EVENT=skipped\n\
                           UNHUNCH_INSTANCE=7\nUNHUNCH_OUTCOME=skipped\n";
        let ours: Vec<&str> = told.printed.lines().filter(|line| !line.starts_with("UNHUNCH_DAYS")).collect();
        assert_eq!((ours.join("\n") + "\n", told.end), (format!("{object}\n{environment}"), None));
    }

    #[test]
    fn no_shell_reads_what_a_program_is_given() {
        let told = run(&words(&["/bin/echo", "$HOME; `id` > x", "", "a,b"]), &skipped(), true);
        assert_eq!(told.printed, "$HOME; `id` > x  a,b\n");
    }

    #[test]
    fn one_that_does_not_do_its_work_says_how() {
        let end = |named: &[&str]| run(&words(named), &skipped(), false).end;
        assert_eq!(end(&["/bin/sh", "-c", "exit 3"]), Some(HookEnd::Ended { status: Some(3), signal: None }));
        assert_eq!(end(&["/bin/sh", "-c", "kill -9 $$"]), Some(HookEnd::Ended { status: None, signal: Some(9) }));
        assert!(matches!(end(&["/nonexistent/program"]), Some(HookEnd::NotStarted(_))));
        assert!(matches!(end(&[]), Some(HookEnd::NotStarted(_))));
    }
}
