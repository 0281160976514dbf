//! What the commands on files, settings, days of text and exercises take. Owns the form of their arguments; never reads a file.

use super::values::{self, Point};
use crate::settings::HookEvent;
use crate::zones::Zone;
use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

/// What to simulate, and what to print.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Simulate {
    #[arg(value_name = "arguments-value-file", help = "arguments-simulate-file")]
    pub file: PathBuf,
    #[arg(long, help = "arguments-as-lines")]
    pub json: bool,
    #[arg(long, help = "arguments-simulate-tray")]
    pub tray: bool,
    #[arg(long, help = "arguments-simulate-why")]
    pub why: bool,
    #[arg(long, value_name = "arguments-value-ledger", help = "arguments-simulate-ledger")]
    pub ledger: Option<PathBuf>,
}

/// Which calendars, for which time.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Calendar {
    #[arg(value_name = "arguments-value-file", help = "arguments-calendar-files")]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "arguments-value-time", help = "arguments-calendar-from")]
    pub from: Option<Point>,
    #[arg(long, value_name = "arguments-value-time", help = "arguments-calendar-to")]
    pub to: Option<Point>,
    #[arg(long, value_name = "arguments-value-zone", value_parser = values::zone, help = "arguments-calendar-zone")]
    pub zone: Option<Zone>,
    #[arg(long, help = "arguments-calendar-all")]
    pub all: bool,
    #[arg(long, help = "arguments-as-lines")]
    pub json: bool,
}

/// What to read, and how.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Learn {
    #[arg(value_name = "arguments-value-page", help = "arguments-learn-page")]
    pub page: Option<String>,
    #[arg(long, conflicts_with_all = ["json", "csv"], help = "arguments-learn-window")]
    pub window: bool,
    #[arg(long, conflicts_with = "csv", help = "arguments-learn-json")]
    pub json: bool,
    #[arg(long, help = "arguments-learn-csv")]
    pub csv: bool,
}

/// Which exercises to list, and how.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct ExerciseList {
    #[arg(long, help = "arguments-exercises-fitting")]
    pub fitting: bool,
    #[arg(long, help = "arguments-as-json")]
    pub json: bool,
}

/// The exercises.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Exercises {
    #[command(about = "arguments-exercises-list")]
    List(ExerciseList),
    #[command(about = "arguments-exercises-show")]
    Show {
        #[arg(value_name = "arguments-value-id", help = "arguments-exercises-id")]
        id: String,
        #[arg(long, value_name = "arguments-value-file", help = "arguments-exercises-png")]
        png: Option<PathBuf>,
        #[arg(long, value_name = "arguments-value-pixels", default_value_t = 480, requires = "png",
              value_parser = clap::value_parser!(u16).range(16..=2048), help = "arguments-exercises-size")]
        size: u16,
        #[arg(long, requires = "png", help = "arguments-exercises-dark")]
        dark: bool,
    },
    #[command(about = "arguments-exercises-hide")]
    Hide {
        #[arg(required = true, value_name = "arguments-value-id", help = "arguments-exercises-ids")]
        ids: Vec<String>,
    },
    #[command(about = "arguments-exercises-unhide")]
    Unhide {
        #[arg(required = true, value_name = "arguments-value-id", help = "arguments-exercises-ids")]
        ids: Vec<String>,
    },
}

/// How to see the signs.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Symptoms {
    #[arg(long, help = "arguments-symptoms-list")]
    pub list: bool,
    #[arg(long, conflicts_with = "list", help = "arguments-symptoms-json")]
    pub json: bool,
}

/// In the menu, not, or how it is; `open` is what the entry there does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Launch {
    On,
    Off,
    Status,
    #[value(hide = true)]
    Open,
}

/// The settings.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Config {
    #[command(about = "arguments-config-path")]
    Path,
    #[command(visible_aliases = ["get", "list"], about = "arguments-config-show")]
    Show {
        #[arg(value_name = "arguments-value-key", help = "arguments-config-show-key")]
        key: Option<String>,
    },
    #[command(about = "arguments-config-check")]
    Check {
        #[arg(value_name = "arguments-value-file", help = "arguments-config-check-file")]
        file: Option<PathBuf>,
    },
    #[command(about = "arguments-config-set")]
    Set {
        #[arg(value_name = "arguments-value-key", help = "arguments-config-key")]
        key: String,
        #[arg(allow_hyphen_values = true, value_name = "arguments-value-value", help = "arguments-config-value")]
        value: String,
    },
    #[command(about = "arguments-config-unset")]
    Unset {
        #[arg(value_name = "arguments-value-key", help = "arguments-config-key")]
        key: String,
    },
    #[command(about = "arguments-config-edit")]
    Edit,
}

/// The programs that are run when something happens.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum Hook {
    #[command(about = "arguments-hook-try")]
    Try {
        #[arg(value_parser = values::hook_event(), value_name = "arguments-value-event", help = "arguments-hook-event")]
        event: HookEvent,
    },
}

/// On, off, or how it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    On,
    Off,
    Status,
}

/// How much is taken away.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Uninstall {
    #[arg(long, help = "arguments-uninstall-all")]
    pub all: bool,
    #[arg(long, requires = "all", help = "arguments-delete-yes")]
    pub yes: bool,
}
