//! The command line as a definition: the commands, their words and their help. Completions and the man page are made
//! from it. Owns the form; never does anything (`commands` does).

use crate::engine::event::Pause;
use crate::engine::instance::Outcome;
use chrono::{NaiveDate, NaiveTime};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;
use std::time::Duration;

/// A break reminder that keeps an honest record.
///
/// Without a command it starts, shows itself in the tray and reminds until it is quit. If it runs already, it says how things are.
#[derive(Clone, Debug, Parser)]
#[command(name = "unhunch", version, max_term_width = 100, disable_help_subcommand = true, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    /// Keep settings, record and socket in this folder, apart from your own.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub home: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

const EXIT_CODES: &str = "Exit codes: 0 done, 1 refused or not so, 2 wrong usage, 3 Unhunch is not running.";

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what is next, or why it is quiet.
    Status {
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// Go on, one line at each change.
        #[arg(long)]
        watch: bool,
    },
    /// Start a break now, due or not.
    Start,
    /// The running break is over.
    Done,
    /// Skip the break that is due.
    Skip,
    /// Snooze the break that is due.
    Snooze,
    /// Be quiet for a while: 30m, "until 15:00", call (until it ends) or day (until tomorrow).
    Pause {
        /// 30m, 1h30m, "until 15:00", call or day; alone it is 30m.
        #[arg(value_name = "HOW LONG", num_args = 0..=2)]
        how_long: Vec<String>,
    },
    /// End a pause.
    Resume,
    /// Look back: figures, bars and the shape of the day.
    #[command(args_conflicts_with_subcommands = true)]
    Review {
        #[command(flatten)]
        form: ReviewForm,
        /// Set right what the record has wrong.
        #[command(subcommand)]
        correct: Option<Correct>,
    },
    /// Say what was decided today, or around a time, and why.
    Why {
        /// Around this time, as HH:MM.
        #[arg(value_parser = time_of_day)]
        time: Option<NaiveTime>,
        /// Another day: yesterday or YYYY-MM-DD.
        #[arg(long, value_name = "DAY", default_value = "today")]
        day: Day,
        /// Keep the window open until a key is pressed.
        #[arg(long, hide = true)]
        hold: bool,
    },
    /// See and change the settings.
    #[command(subcommand)]
    Config(Config),
    /// Say how each part is doing and what to do about it.
    Doctor {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Play a day written as text, at once, and say what Unhunch would do.
    Simulate(Simulate),
    /// Write a day of the record as such a text, with nothing private in it.
    Log {
        /// Which day: today, yesterday or YYYY-MM-DD.
        #[arg(long, value_name = "DAY", num_args = 0..=1, default_missing_value = "today", required = true)]
        scenario: Day,
    },
    /// List the exercises, or show one.
    #[command(args_conflicts_with_subcommands = true)]
    Exercises {
        /// Show one.
        #[command(subcommand)]
        show: Option<Exercises>,
    },
    /// See a whole working day in ten minutes, with a record of its own.
    Demo,
    /// Start with the desktop, or not.
    Autostart {
        /// What to do.
        what: Switch,
    },
    /// End the running app.
    Quit,
    /// Write the completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Write the man page.
    Man,
}

/// How to look back.
#[expect(clippy::struct_excessive_bools, reason = "independent switches of a command line")]
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ReviewForm {
    /// How far.
    #[arg(default_value = "week")]
    pub period: Period,
    /// As JSON.
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// As CSV.
    #[arg(long)]
    pub csv: bool,
    /// With each break (JSON).
    #[arg(long)]
    pub breaks: bool,
    /// Keep the window open until a key is pressed.
    #[arg(long, hide = true)]
    pub hold: bool,
}

/// How far to look back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Period {
    /// Today.
    Today,
    /// This week, from Monday.
    Week,
    /// This month.
    Month,
    /// All there is.
    All,
}

/// A correction.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Correct {
    /// Set right how a break ended, within 24 hours.
    Correct {
        /// The break's number; `unhunch review --json --breaks` lists them.
        id: u64,
        /// How it really ended.
        outcome: Corrected,
    },
}

/// What a break can be corrected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Corrected {
    Taken,
    Natural,
    Skipped,
    Missed,
    Excused,
    Cancelled,
}

impl From<Corrected> for Outcome {
    fn from(corrected: Corrected) -> Self {
        match corrected {
            Corrected::Taken => Outcome::Taken,
            Corrected::Natural => Outcome::Natural,
            Corrected::Skipped => Outcome::Skipped,
            Corrected::Missed => Outcome::Missed,
            Corrected::Excused => Outcome::Excused,
            Corrected::Cancelled => Outcome::Cancelled,
        }
    }
}

/// The settings.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Config {
    /// Print where the settings file is.
    Path,
    /// Print what counts now.
    Show {
        /// Only this key, or the keys below it.
        key: Option<String>,
    },
    /// Say what is wrong in the settings and in your own library files.
    Check {
        /// Another settings file.
        file: Option<PathBuf>,
    },
    /// Change one key; everything else, comments too, stays as it is.
    Set {
        /// Such as break.movement.every.
        key: String,
        /// Such as 45min.
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
    /// Go back to the default of one key.
    Unset {
        /// Such as break.movement.every.
        key: String,
    },
    /// Open the settings file, made from the commented defaults if there is none.
    Edit,
}

/// What to simulate, and what to print.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Simulate {
    /// The day; - reads standard input.
    pub file: PathBuf,
    /// As JSON lines.
    #[arg(long)]
    pub json: bool,
    /// What the tray shows as well.
    #[arg(long)]
    pub tray: bool,
    /// Each with its reason.
    #[arg(long)]
    pub why: bool,
    /// Keep the record in this file.
    #[arg(long, value_name = "FILE.db")]
    pub ledger: Option<PathBuf>,
}

/// The exercises.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Exercises {
    /// Show one with its steps.
    Show {
        /// Its name in the list.
        id: String,
    },
}

/// On, off, or how it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    On,
    Off,
    Status,
}

/// A day as a person says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// So many days back from today's day key.
    Back(u64),
    /// This one.
    Date(NaiveDate),
}

impl std::str::FromStr for Day {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "today" => Ok(Day::Back(0)),
            "yesterday" => Ok(Day::Back(1)),
            date => date.parse().map(Day::Date).map_err(|_| "say today, yesterday or a date such as 2026-01-31"),
        }
    }
}

fn time_of_day(text: &str) -> Result<NaiveTime, &'static str> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| "say a time such as 14:00")
}

/// How long a pause is to be, as a person says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HowLong {
    /// What the engine knows.
    Known(Pause),
    /// Until the app's wall clock next shows this.
    Until(NaiveTime),
}

/// Reads `30m`, `until 15:00`, `call`, `day`, or nothing.
///
/// # Errors
/// What is allowed.
pub(crate) fn how_long(words: &[String]) -> Result<HowLong, String> {
    let words: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    match words.as_slice() {
        [] => Some(HowLong::Known(Pause::For(Duration::from_mins(30)))),
        ["call"] => Some(HowLong::Known(Pause::Call)),
        ["day"] => Some(HowLong::Known(Pause::Day)),
        ["until", time] => time_of_day(time).ok().map(HowLong::Until),
        [length] => span(length).map(|span| HowLong::Known(Pause::For(span))),
        _ => None,
    }
    .ok_or_else(|| crate::words::cli::bad_pause(&words.join(" ")))
}

/// `30m`, `1h`, `1h30m`, `45min`, `90s`, or minutes as a bare number; more than nothing and at most a day.
fn span(text: &str) -> Option<Duration> {
    let (mut seconds, mut rest) = (0_u64, text);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(digits)?;
        let letters = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (unit, next) = after.split_at_checked(letters)?;
        let unit = match unit {
            "s" => 1,
            "m" | "min" => 60,
            "" if seconds == 0 => 60,
            "h" => 3600,
            _ => return None,
        };
        seconds = seconds.checked_add(number.parse::<u64>().ok()?.checked_mul(unit)?)?;
        rest = next;
    }
    (1..=24 * 3600).contains(&seconds).then(|| Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn said(text: &str) -> Result<HowLong, String> {
        how_long(&text.split('|').filter(|word| !word.is_empty()).map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn pauses_as_people_say_them() {
        let minutes = |m| Ok(HowLong::Known(Pause::For(Duration::from_mins(m))));
        assert_eq!(said(""), minutes(30));
        assert_eq!(said("45"), minutes(45));
        assert_eq!(said("1h30m"), minutes(90));
        assert_eq!(said("15min"), minutes(15));
        assert_eq!(said("call"), Ok(HowLong::Known(Pause::Call)));
        let three = NaiveTime::from_hms_opt(15, 0, 0).expect("a time");
        assert_eq!(said("until|15:00"), Ok(HowLong::Until(three)));
        assert_eq!(said("until 15:00"), Ok(HowLong::Until(three)));
        for wrong in ["0m", "25h", "soon", "until", "until|noon", "m", "30x", "-5m", "99999999999999999999h", "5m|5m"] {
            assert!(said(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn days_as_people_say_them() {
        assert_eq!("yesterday".parse(), Ok(Day::Back(1)));
        assert_eq!("2026-01-31".parse(), Ok(Day::Date(NaiveDate::from_ymd_opt(2026, 1, 31).expect("a date"))));
        assert!("31.1.".parse::<Day>().is_err());
    }
}
