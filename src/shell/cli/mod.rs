//! The command line as a definition: the commands, their words and the ids of their help. Completions and the man page are
//! made from it. Owns the form; never does anything (`commands` does).

mod args;
mod complaint;
mod help;
mod record;
mod values;

use crate::engine::event::Feeling;
use crate::shell::ipc::window::WindowKind;
use crate::windows::main::MainPage;
pub(crate) use args::{
    Calendar, Config, ExerciseList, Exercises, Hook, Launch, Learn, Simulate, Switch, Symptoms, Uninstall,
};
use chrono::NaiveTime;
use clap::{Parser, Subcommand};
use clap_complete::Shell;
pub(crate) use complaint::Complaint;
pub(crate) use help::{Place, told};
pub(crate) use record::{Correct, Delete, Export, Import, Machines, MachinesForm, Merge, ReviewForm};
use std::ffi::OsString;
use std::path::PathBuf;
pub(crate) use values::{Day, MeetingEnd, PauseEnd, Period, Point, how_long, meeting};

/// A whole call.
#[derive(Clone, Debug, Parser)]
#[command(name = "unhunch", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(about = "arguments-about", after_help = "arguments-after-help")]
pub(crate) struct Cli {
    #[arg(long, global = true, value_name = "arguments-value-folder", help = "arguments-home")]
    pub home: Option<PathBuf>,
    /// The session starts it, and nobody has asked to see it.
    #[arg(long, hide = true)]
    pub at_login: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Cli {
    /// The call of this process. Of a start nothing of the definition is made: whoever starts the app waits for its icon.
    ///
    /// # Errors
    /// Where it is not understood, and where it asks for help.
    pub(crate) fn of_process() -> Result<Self, clap::Error> {
        let start = |at_login| Ok(Self { home: None, at_login, command: None });
        let words: Vec<OsString> = std::env::args_os().skip(1).collect();
        match words.as_slice() {
            [] => start(false),
            [word] if word == "--at-login" => start(true),
            _ => Self::try_parse(),
        }
    }

    /// The folder that a call names, also where the rest of it is not understood.
    pub(crate) fn home(call: impl IntoIterator<Item = OsString>) -> Option<PathBuf> {
        let mut words = call.into_iter();
        words
            .find_map(|word| match word.to_str() {
                Some("--home") => Some(None),
                word => word?.strip_prefix("--home=").map(|folder| Some(folder.into())),
            })?
            .or_else(|| words.next().map(PathBuf::from))
    }
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Command {
    #[command(about = "arguments-status")]
    Status {
        #[arg(long, help = "arguments-as-json")]
        json: bool,
        #[arg(long, help = "arguments-status-watch")]
        watch: bool,
    },
    #[command(about = "arguments-start")]
    Start,
    #[command(about = "arguments-done")]
    Done,
    #[command(about = "arguments-skip")]
    Skip,
    #[command(about = "arguments-snooze")]
    Snooze,
    #[command(about = "arguments-pause")]
    Pause {
        #[arg(value_name = "arguments-value-how-long", num_args = 0..=4, help = "arguments-pause-how-long")]
        how_long: Vec<String>,
    },
    #[command(about = "arguments-meeting")]
    Meeting {
        #[arg(value_name = "arguments-value-how-long", num_args = 0..=4, help = "arguments-meeting-how-long")]
        how_long: Vec<String>,
    },
    #[command(about = "arguments-resume")]
    Resume,
    #[command(about = "arguments-check-in")]
    CheckIn {
        #[arg(value_parser = values::feeling(), value_name = "arguments-value-feeling", help = "arguments-check-in-feeling")]
        feeling: Feeling,
    },
    #[command(about = "arguments-symptoms", long_about = "arguments-symptoms-more")]
    Symptoms(Symptoms),
    #[command(args_conflicts_with_subcommands = true, about = "arguments-review")]
    Review {
        #[command(flatten)]
        form: ReviewForm,
        /// Set right what the record has wrong.
        #[command(subcommand)]
        correct: Option<Correct>,
    },
    #[command(about = "arguments-export", long_about = "arguments-export-more")]
    Export(Export),
    #[command(about = "arguments-import", long_about = "arguments-import-more")]
    Import(Import),
    #[command(about = "arguments-merge", long_about = "arguments-merge-more")]
    Merge(Merge),
    #[command(
        args_conflicts_with_subcommands = true,
        about = "arguments-machines",
        long_about = "arguments-machines-more"
    )]
    Machines(Machines),
    #[command(about = "arguments-delete", long_about = "arguments-delete-more")]
    Delete(Delete),
    #[command(about = "arguments-why")]
    Why {
        #[arg(value_parser = values::time_of_day, value_name = "arguments-value-time", help = "arguments-why-time")]
        time: Option<NaiveTime>,
        #[arg(long, value_name = "arguments-value-day", default_value = "today", help = "arguments-why-day")]
        day: Day,
    },
    #[command(about = "arguments-calendar")]
    Calendar(Calendar),
    #[command(subcommand, about = "arguments-config")]
    Config(Config),
    #[command(subcommand, about = "arguments-hook", long_about = "arguments-hook-more")]
    Hook(Hook),
    #[command(about = "arguments-doctor", long_about = "arguments-doctor-more")]
    Doctor {
        #[arg(long, help = "arguments-doctor-json")]
        json: bool,
        #[arg(long, help = "arguments-doctor-watch")]
        watch: bool,
        #[arg(long, conflicts_with_all = ["watch", "json"], help = "arguments-doctor-seen")]
        seen: bool,
    },
    #[command(about = "arguments-report", long_about = "arguments-report-more")]
    Report,
    #[command(about = "arguments-simulate")]
    Simulate(Simulate),
    #[command(about = "arguments-log")]
    Log {
        #[arg(long, value_name = "arguments-value-day", num_args = 0..=1, default_missing_value = "today", required = true, help = "arguments-log-scenario")]
        scenario: Day,
    },
    #[command(about = "arguments-setup", long_about = "arguments-setup-more")]
    Setup {
        #[arg(long, help = "arguments-setup-window")]
        window: bool,
    },
    #[command(args_conflicts_with_subcommands = true, about = "arguments-exercises")]
    Exercises {
        #[command(flatten)]
        list: ExerciseList,
        /// What to do.
        #[command(subcommand)]
        what: Option<Exercises>,
    },
    #[command(about = "arguments-guide", long_about = "arguments-guide-more")]
    Guide {
        #[arg(value_name = "arguments-value-id", help = "arguments-guide-id")]
        id: Option<String>,
    },
    #[command(about = "arguments-learn", long_about = "arguments-learn-more")]
    Learn(Learn),
    #[command(about = "arguments-open", long_about = "arguments-open-more")]
    Open {
        #[arg(value_parser = values::main_page(), value_name = "arguments-value-page", help = "arguments-open-page")]
        page: Option<MainPage>,
        #[arg(requires = "page", value_name = "arguments-value-subject", help = "arguments-open-subject")]
        subject: Option<String>,
    },
    #[command(about = "arguments-demo")]
    Demo,
    #[command(about = "arguments-autostart")]
    Autostart {
        #[arg(value_name = "arguments-value-what", help = "arguments-what")]
        what: Switch,
    },
    #[command(about = "arguments-launcher")]
    Launcher {
        #[arg(value_name = "arguments-value-what", help = "arguments-what")]
        what: Launch,
    },
    #[command(about = "arguments-quit")]
    Quit,
    #[command(about = "arguments-uninstall", long_about = "arguments-uninstall-more")]
    Uninstall(Uninstall),
    #[command(about = "arguments-completions")]
    Completions {
        #[arg(value_name = "arguments-value-shell", help = "arguments-completions-shell")]
        shell: Shell,
    },
    #[command(about = "arguments-man")]
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }
}
