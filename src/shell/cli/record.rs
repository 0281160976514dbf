//! What the commands on the record take: how to look back on it, and what can be set right in it. Owns the form of their
//! arguments; never opens the record.

use super::values::{Day, Period, program};
use crate::engine::instance::Outcome;
use crate::ledger::Program;
use crate::review::extract::ExtractForm;
use crate::shell::erase::Extent;
use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

/// How to look back.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ReviewForm {
    #[arg(default_value = "week", value_name = "arguments-value-period", help = "arguments-review-period")]
    pub period: Period,
    #[arg(long, conflicts_with = "csv", help = "arguments-as-json")]
    pub json: bool,
    #[arg(long, help = "arguments-review-csv")]
    pub csv: bool,
    #[arg(long, help = "arguments-review-breaks")]
    pub breaks: bool,
    #[arg(long, value_name = "arguments-value-machine", help = "arguments-review-machine")]
    pub machine: Option<String>,
}

/// What to take out, and where to.
#[expect(clippy::struct_excessive_bools, reason = "independent switches of a command line")]
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Export {
    #[arg(long, conflicts_with_all = ["csv", "ics", "activitywatch"], help = "arguments-export-json")]
    json: bool,
    #[arg(long, conflicts_with_all = ["ics", "activitywatch"], help = "arguments-export-csv")]
    csv: bool,
    #[arg(long, conflicts_with = "activitywatch", help = "arguments-export-ics")]
    ics: bool,
    #[arg(long, help = "arguments-export-activitywatch")]
    activitywatch: bool,
    #[arg(
        long,
        conflicts_with = "activitywatch",
        value_name = "arguments-value-machine",
        help = "arguments-export-machine"
    )]
    pub machine: Option<String>,
    #[arg(long, value_name = "arguments-value-day", help = "arguments-export-from")]
    pub from: Option<Day>,
    #[arg(long, value_name = "arguments-value-day", help = "arguments-export-to")]
    pub to: Option<Day>,
    #[arg(short = 'o', long = "output", value_name = "arguments-value-file", help = "arguments-export-file")]
    pub file: Option<PathBuf>,
    #[arg(long, requires = "file", help = "arguments-export-replace")]
    pub replace: bool,
}

impl Export {
    /// The form; JSON where none is named.
    pub(crate) fn form(&self) -> ExtractForm {
        match (self.csv, self.ics, self.activitywatch) {
            (true, ..) => ExtractForm::Csv,
            (_, true, _) => ExtractForm::Calendar,
            (.., true) => ExtractForm::ActivityWatch,
            (false, false, false) => ExtractForm::default(),
        }
    }
}

/// What to bring in, or to take back.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Import {
    #[arg(value_name = "arguments-value-file", help = "arguments-import-file")]
    pub file: Option<PathBuf>,
    #[arg(long, value_parser = program(), value_name = "arguments-value-program", help = "arguments-import-from")]
    pub from: Option<Program>,
    #[arg(long, help = "arguments-import-dry-run")]
    pub dry_run: bool,
    #[arg(long, help = "arguments-import-json")]
    pub json: bool,
    #[arg(
        long,
        conflicts_with_all = ["file", "from", "dry_run", "json"],
        value_parser = program(),
        value_name = "arguments-value-program",
        help = "arguments-import-undo"
    )]
    pub undo: Option<Program>,
}

/// Which record of another machine to bring in, or which to take out again.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Merge {
    #[arg(required_unless_present = "undo", value_name = "arguments-value-file", help = "arguments-merge-files")]
    pub files: Vec<PathBuf>,
    #[arg(long, help = "arguments-import-dry-run")]
    pub dry_run: bool,
    #[arg(long, help = "arguments-import-json")]
    pub json: bool,
    #[arg(
        long,
        conflicts_with_all = ["files", "dry_run", "json"],
        value_name = "arguments-value-machine",
        help = "arguments-merge-undo"
    )]
    pub undo: Option<String>,
}

/// Which machines there are, or which of them is to count.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Machines {
    #[command(flatten)]
    pub form: MachinesForm,
    /// What to do.
    #[command(subcommand)]
    pub what: Option<CountMachine>,
}

/// How to list them.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct MachinesForm {
    #[arg(long, help = "arguments-as-json")]
    pub json: bool,
}

/// Whether a machine is to count.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum CountMachine {
    #[command(about = "arguments-machines-forget")]
    Forget {
        #[arg(value_name = "arguments-value-machine", help = "arguments-machines-machine")]
        machine: String,
    },
    #[command(about = "arguments-machines-count")]
    Count {
        #[arg(value_name = "arguments-value-machine", help = "arguments-machines-machine")]
        machine: String,
    },
}

impl CountMachine {
    /// The machine that is meant, and whether it is to count.
    pub(crate) fn meant(&self) -> (&str, bool) {
        match self {
            Self::Forget { machine } => (machine, false),
            Self::Count { machine } => (machine, true),
        }
    }
}

/// What to delete.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Delete {
    #[arg(
        long,
        requires = "to",
        required_unless_present = "all",
        value_name = "arguments-value-day",
        help = "arguments-delete-from"
    )]
    from: Option<Day>,
    #[arg(long, requires = "from", value_name = "arguments-value-day", help = "arguments-delete-to")]
    to: Option<Day>,
    #[arg(long, conflicts_with_all = ["from", "to"], help = "arguments-delete-all")]
    all: bool,
    #[arg(long, help = "arguments-delete-yes")]
    pub yes: bool,
}

impl Delete {
    /// What is meant.
    pub(crate) fn extent(&self) -> Extent {
        self.from.zip(self.to).map_or(Extent::All, |(from, to)| Extent::Days(from, to))
    }
}

/// A correction.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Correct {
    #[command(about = "arguments-correct")]
    Correct {
        #[arg(value_name = "arguments-value-id", help = "arguments-correct-id")]
        id: u64,
        #[arg(value_name = "arguments-value-outcome", help = "arguments-correct-outcome")]
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
