//! What the commands on files, days of text and exercises take. Owns the form of their arguments; never reads a file.

use super::values::{self, Point};
use crate::zones::Zone;
use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

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

/// Which calendars, for which time.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Calendar {
    /// Calendars (.ics), or folders of them.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What begins at this date or time or later; alone, for a day. Without it, today.
    #[arg(long, value_name = "TIME")]
    pub from: Option<Point>,
    /// What begins before this date or time.
    #[arg(long, value_name = "TIME")]
    pub to: Option<Point>,
    /// Where days begin and times without a zone are; otherwise the system's.
    #[arg(long, value_name = "ZONE", value_parser = values::zone)]
    pub zone: Option<Zone>,
    /// Everything, whether it counts or not.
    #[arg(long)]
    pub all: bool,
    /// As JSON lines.
    #[arg(long)]
    pub json: bool,
}

/// What to read, and how.
#[expect(clippy::struct_excessive_bools, reason = "independent switches of a command line")]
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Learn {
    /// The page; practices is the table of what this app does.
    pub page: Option<String>,
    /// In a window.
    #[arg(long, conflicts_with_all = ["json", "csv"])]
    pub window: bool,
    /// The table as JSON.
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// The table as CSV.
    #[arg(long)]
    pub csv: bool,
    /// Ask for one page after the other, in a window of the terminal's.
    #[arg(long, hide = true, conflicts_with_all = ["window", "json", "csv"])]
    pub hold: bool,
}

/// Which exercises to list, and how.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct ExerciseList {
    /// Only those that fit now.
    #[arg(long)]
    pub fitting: bool,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// The exercises.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Exercises {
    /// List them all with what speaks against each now.
    List(ExerciseList),
    /// Show one with its steps.
    Show {
        /// Its name in the list.
        id: String,
        /// Draw it into this PNG file. A file there that is no PNG is left alone.
        #[arg(long, value_name = "FILE")]
        png: Option<PathBuf>,
        /// The picture's edge in pixels.
        #[arg(long, value_name = "PIXELS", default_value_t = 480, requires = "png",
              value_parser = clap::value_parser!(u16).range(16..=2048))]
        size: u16,
        /// On dark paper.
        #[arg(long, requires = "png")]
        dark: bool,
    },
    /// Never offer these.
    Hide {
        /// Their names in the list.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
    /// Offer these again, whatever hid them.
    Unhide {
        /// Their names in the list.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
}

/// How to see the signs.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Symptoms {
    /// Show the lists and ask nothing.
    #[arg(long)]
    pub list: bool,
    /// Show them as JSON.
    #[arg(long, conflicts_with = "list")]
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
