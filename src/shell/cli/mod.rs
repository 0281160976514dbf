//! The command line as a definition: the commands, their words and their help. Completions and the man page are made
//! from it. Owns the form; never does anything (`commands` does).

mod args;
mod values;

use crate::engine::event::Feeling;
use crate::engine::instance::Outcome;
use crate::shell::ipc::window::WindowKind;
use crate::text::arguments::AFTER_HELP;
pub(crate) use args::{Calendar, ExerciseList, Exercises, Launch, Learn, Simulate, Symptoms};
use chrono::NaiveTime;
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;
pub(crate) use values::{Day, MeetingEnd, PauseEnd, Period, Point, how_long, meeting};

/// A break reminder that keeps an honest record.
#[derive(Clone, Debug, Parser)]
#[command(name = "unhunch", version, max_term_width = 100, disable_help_subcommand = true, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    /// Keep settings, record and socket in this folder, apart from your own.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub home: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

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
    /// Be quiet for a while: 30m, "until 15:00", call, meeting or day.
    Pause {
        /// 30m, 1h 30m, "until 15:00", call or meeting (until it ends), or day (until tomorrow); alone it is 30m.
        #[arg(value_name = "HOW LONG", num_args = 0..=4)]
        how_long: Vec<String>,
    },
    /// Say that you are in a meeting away from any device: 45m, "until 15:00" or done.
    Meeting {
        /// 45m, 1h 30m, "until 15:00", or done when it is over; alone it is 30m. When its time is over it asks for a break.
        #[arg(value_name = "HOW LONG", num_args = 0..=4)]
        how_long: Vec<String>,
    },
    /// End a pause.
    Resume,
    /// Note how neck, shoulders and back feel, asked or not; within ten minutes it sets the last answer right.
    CheckIn {
        /// How.
        #[arg(value_parser = values::feeling())]
        feeling: Feeling,
    },
    /// Say when to see someone: signs worth having looked at, as questions, and what Unhunch can do until then.
    ///
    /// It keeps no answer and is no medical advice. Nothing is changed without a yes.
    Symptoms(Symptoms),
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
        #[arg(value_parser = values::time_of_day)]
        time: Option<NaiveTime>,
        /// Another day: yesterday or YYYY-MM-DD.
        #[arg(long, value_name = "DAY", default_value = "today")]
        day: Day,
        /// Keep the window open until a key is pressed.
        #[arg(long, hide = true)]
        hold: bool,
    },
    /// Say what a calendar has for a time, which of it counts as a meeting, and why the rest does not.
    Calendar(Calendar),
    /// See and change the settings.
    #[command(subcommand)]
    Config(Config),
    /// Say how each part is doing and what to do about it.
    ///
    /// It ends with 0 while nothing fails, with 1 when a part does, and with 3 when Unhunch is not running.
    Doctor {
        /// As JSON; with --watch one object a line.
        #[arg(long)]
        json: bool,
        /// Go on, one line at each change: switch the microphone on and see it.
        #[arg(long)]
        watch: bool,
        /// What was set aside of the record is seen: it is not mentioned any more.
        #[arg(long, conflicts_with_all = ["watch", "json"])]
        seen: bool,
    },
    /// Play a day written as text, at once, and say what Unhunch would do.
    Simulate(Simulate),
    /// Write a day of the record as such a text, with nothing private in it.
    Log {
        /// Which day: today, yesterday or YYYY-MM-DD.
        #[arg(long, value_name = "DAY", num_args = 0..=1, default_missing_value = "today", required = true)]
        scenario: Day,
    },
    /// Answer a few questions, so that the exercises fit you.
    ///
    /// Every answer is an ordinary setting. Ctrl-C, or closing the window, changes nothing.
    Setup {
        /// Ask in a window.
        #[arg(long)]
        window: bool,
    },
    /// List the exercises with what speaks against each now, show one, hide some.
    #[command(args_conflicts_with_subcommands = true)]
    Exercises {
        #[command(flatten)]
        list: ExerciseList,
        /// What to do.
        #[command(subcommand)]
        what: Option<Exercises>,
    },
    /// See an exercise or a breathing pattern being done, beside your work.
    ///
    /// Without a name it shows the break that runs, and starts one if none does. With a name it is practice: nothing is
    /// recorded.
    Guide {
        /// The exercise or breathing pattern.
        id: Option<String>,
    },
    /// Read: short pages on knots, breaks, stress and when to see someone, and what this app does with each practice.
    ///
    /// Without a name it lists the pages.
    Learn(Learn),
    /// See a whole working day in ten minutes, with a record of its own.
    Demo,
    /// Start with the desktop, or not.
    Autostart {
        /// What to do.
        what: Switch,
    },
    /// Be in the applications menu, with an icon, or not.
    Launcher {
        /// What to do.
        what: Launch,
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
    /// Show a window of the running app.
    #[command(hide = true)]
    Window {
        /// Which.
        kind: WindowKind,
    },
    /// Read calendars for the running app.
    #[command(hide = true)]
    ReadCalendars,
    /// Draw the figures' stills for the running app.
    #[command(hide = true)]
    DrawFigures,
}

/// How to look back.
#[expect(clippy::struct_excessive_bools, reason = "independent switches of a command line")]
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ReviewForm {
    /// How far: today, week, month or all; or one day: yesterday or YYYY-MM-DD.
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
    /// Print what counts now: all of it, a group, or one value.
    #[command(visible_aliases = ["get", "list"])]
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

/// On, off, or how it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    On,
    Off,
    Status,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }
}
