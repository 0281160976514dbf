//! What the command line says of its own arguments: its help, what a word should have been, and what is wrong with a call.
//! Pure. The definition names the messages of its help by their ids.

use super::catalog::message;

/// A message of the help, as the definition names it.
#[must_use]
pub fn named(id: &str) -> String {
    message(id, &[])
}

texts! {
    /// What `--help` does.
    pub help: "arguments-help";
    /// What `-h` does where `--help` says more.
    pub help_and_more: "arguments-help-and-more";
    /// What `--help` does where `-h` says less.
    pub help_and_less: "arguments-help-and-less";
    /// What `--version` does.
    pub version: "arguments-version";
    /// Before the usage.
    pub usage: "arguments-heading-usage";
    /// Above the commands.
    pub commands: "arguments-heading-commands";
    /// Above the arguments that have no dashes.
    pub arguments: "arguments-heading-arguments";
    /// Above those that have.
    pub options: "arguments-heading-options";
    /// Those in the usage.
    pub any_options: "arguments-options";
    /// A command in the usage.
    pub a_command: "arguments-value-command";
    /// The same in the man page.
    pub any_command: "arguments-value-commands";
    /// No day.
    pub bad_day: "arguments-day";
    /// No time to look back over.
    pub bad_period: "arguments-period";
    /// No page of the main window.
    pub bad_page: "arguments-page";
    /// No time of day.
    pub bad_time_of_day: "arguments-time-of-day";
    /// No program whose record can be brought in.
    pub bad_program: "arguments-program";
    /// Nothing that programs can be run at.
    pub bad_event: "arguments-bad-event";
    /// No word for how it feels.
    pub bad_feeling: "arguments-feeling";
    /// Neither a date nor an instant.
    pub bad_point: "arguments-point";
    /// No zone.
    pub bad_zone: "arguments-zone";
    /// Before what is wrong.
    pub error: "arguments-error";
    /// Before what to do about it.
    pub tip: "arguments-tip";
    /// Before the arguments that are missing.
    pub missing: "arguments-missing";
    /// An argument is no text.
    pub not_unicode: "arguments-not-unicode";
}

/// What counts without an argument.
#[must_use]
pub fn default(value: &str) -> String {
    text!("arguments-default", value)
}

/// What an argument can be.
#[must_use]
pub fn values(values: &str) -> String {
    text!("arguments-values", values)
}

/// An argument came again.
#[must_use]
pub fn twice(argument: &str) -> String {
    text!("arguments-twice", argument)
}

/// An argument and another do not go together; without one, those that do not are listed below.
#[must_use]
pub fn not_with(argument: &str, other: Option<&str>) -> String {
    match other {
        Some(other) => text!("arguments-not-with", argument, other),
        None => text!("arguments-not-with-these", argument),
    }
}

/// The same of a command.
#[must_use]
pub fn command_not_with(command: &str, other: Option<&str>) -> String {
    match other {
        Some(other) => text!("arguments-command-not-with", command, other),
        None => text!("arguments-command-not-with-these", command),
    }
}

/// An argument came without its value.
#[must_use]
pub fn no_value(argument: &str) -> String {
    text!("arguments-no-value", argument)
}

/// A value is none that an argument can have, and why where that is known.
#[must_use]
pub fn bad_value(value: &str, argument: &str, why: Option<&str>) -> String {
    match why {
        Some(why) => text!("arguments-bad-value-because", value, argument, why),
        None => text!("arguments-bad-value", value, argument),
    }
}

/// A value too many.
#[must_use]
pub fn one_value_more(value: &str, argument: &str) -> String {
    text!("arguments-one-value-more", value, argument)
}

/// No such command.
#[must_use]
pub fn no_such_command(command: &str) -> String {
    text!("arguments-no-such-command", command)
}

/// No such argument.
#[must_use]
pub fn no_such_argument(argument: &str) -> String {
    text!("arguments-no-such-argument", argument)
}

/// A command came without one of those below it.
#[must_use]
pub fn no_command(command: &str) -> String {
    text!("arguments-no-command", command)
}

/// Those below it.
#[must_use]
pub fn known_commands(commands: &str) -> String {
    text!("arguments-commands", commands)
}

/// What of the command line can be like another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Like {
    /// A command.
    Command,
    /// An argument.
    Argument,
    /// A value of an argument.
    Value,
}

/// Names like the one that is not known.
#[must_use]
pub fn similar(what: Like, names: &[String]) -> String {
    let count = names.len();
    let names = super::list(names.iter().map(|name| text!("arguments-name", name = name.as_str())));
    match what {
        Like::Command => text!("arguments-similar-command", count, names),
        Like::Argument => text!("arguments-similar-argument", count, names),
        Like::Value => text!("arguments-similar-value", count, names),
    }
}

/// How an argument is taken for a value.
#[must_use]
pub fn as_a_value(argument: &str, instead: &str) -> String {
    text!("arguments-as-a-value", argument, instead)
}

/// After the dashes a command is taken for a value.
#[must_use]
pub fn is_a_command(command: &str, dashes: &str) -> String {
    text!("arguments-is-a-command", command, dashes)
}

/// Where to read more.
#[must_use]
pub fn read_help(help: &str) -> String {
    text!("arguments-read-help", help)
}
