//! What the commands on files and days of text take. Owns the form of their arguments; never reads a file.

use super::said::{self, Point};
use crate::zones::Zone;
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
    #[arg(long, value_name = "ZONE", value_parser = said::zone)]
    pub zone: Option<Zone>,
    /// Everything, whether it counts or not.
    #[arg(long)]
    pub all: bool,
    /// As JSON lines.
    #[arg(long)]
    pub json: bool,
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
