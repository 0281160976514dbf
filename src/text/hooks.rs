//! What is said of the programs that are run when something happens. Pure.

use super::{commands, length};
use crate::parts::hooks::{Advice, HookEnd, Says};
use crate::settings::HookEvent;
use std::time::Duration;

/// What is told of them.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::None => text!("hooks-none"),
        Says::Named(programs) => text!("hooks-named", programs = *programs),
        Says::Ran(event) => text!("hooks-ran", when = when(*event)),
        Says::Failed(event, end) => text!("hooks-failed", when = when(*event), end = ended(end)),
    }
}

/// What can be done about one.
#[must_use]
pub fn advice(advice: Advice) -> String {
    let Advice::Try(event) = advice;
    commands::try_hook(event)
}

/// When a program was run.
fn when(event: HookEvent) -> String {
    text!("hooks-when", event = event.token())
}

/// How one ended that did not do its work.
fn ended(end: &HookEnd) -> String {
    match end {
        HookEnd::Ended { signal: Some(signal), .. } => text!("hooks-ended-signal", signal = *signal),
        HookEnd::Ended { status: Some(status), .. } => text!("hooks-ended-status", status = *status),
        HookEnd::Ended { .. } => text!("hooks-ended"),
        HookEnd::TooLong(within) => text!("hooks-too-long", within = length(*within)),
        HookEnd::NotStarted(why) => text!("hooks-not-started", why = why.as_str()),
        HookEnd::TooMany(most) => text!("hooks-too-many", most = *most),
    }
}

/// How a program did that was tried out, and how long it took.
#[must_use]
pub fn tried(program: &str, end: Option<&HookEnd>, took: Duration) -> String {
    // Hundredths tell a slow program from a quick one.
    let took = (took.as_secs_f64() * 100.0).round() / 100.0;
    match end {
        None => text!("hooks-tried", program, took),
        Some(end) => text!("hooks-tried-in-vain", program, took, end = ended(end)),
    }
}

texts! {
    /// One that was tried out printed nothing.
    pub printed_nothing: "hooks-printed-nothing";
    /// There is none to try out.
    pub none_named: "hooks-none-named";
}

texts! {
    /// What these are for.
    pub why: "hooks-why";
    /// The field for a program's path.
    pub program: "hooks-program";
    /// The field for what it is given.
    pub given_what: "hooks-given-what";
    /// Names it.
    pub name_it: "hooks-name-it";
    /// Runs it once with an example.
    pub try_it: "hooks-try-it";
    /// It is being run.
    pub trying: "hooks-trying";
    /// Takes it out.
    pub take_out: "hooks-take-out";
    /// It is named.
    pub named: "hooks-is-named";
    /// It is taken out.
    pub taken_out: "hooks-is-taken-out";
    /// What was entered is no program.
    pub no_program: "hooks-no-program";
}

/// What a program is given.
#[must_use]
pub fn given(words: &str) -> String {
    text!("hooks-given", words)
}

/// A button or field of one of several, for those who do not see below which it stands.
#[must_use]
pub fn of(what: &str, when: &str) -> String {
    text!("hooks-of", what, when)
}
