//! `unhunch demo`: the real app with a minute for an hour, in a folder of its own. Owns that folder and its settings;
//! never touches the person's record.

use super::cli::{self, Period, ReviewForm};
use super::commands::{main_window_by_itself, print_review};
use super::files::DEMO;
use super::paths::Paths;
use super::resident::{self, Day, StartedBy};
use super::{Exit, output};
use crate::outputs::Desktop;
use crate::system::clock::Deadline;
use crate::system::files::temporary::Temporary;
use crate::system::files::whole;
use crate::text::cli as text;
use crate::text::files::because;
use crate::windows::main::MainPage;
use chrono::NaiveTime;
use std::path::Path;
use std::time::Duration;

/// A minute for an hour, but for the time in a guide.
// At that speed nobody can leave the desk, so input is not sensed.
const SETTINGS: &str = "clock.speed = 60\nsense.idle = false\nhours = \"\"\n";
/// From 09:00 to 19:00.
const HOURS: u64 = 10;

/// Runs the day and shows its review: in the main window where nobody reads along in a terminal.
pub(crate) fn run() -> Exit {
    let (folder, own) = match prepare() {
        Ok(both) => both,
        Err(problem) => {
            output::problem(&problem);
            return Exit::Refused;
        }
    };
    output::line(&text::demo(folder.path(), HOURS));
    let in_window = !output::by_terminal() && Desktop::look().display;
    let day = Day {
        begins: NaiveTime::from_hms_opt(9, 0, 0),
        lasts: Some(Duration::from_hours(HOURS)),
        real_guides: true,
        in_window,
    };
    // A minute for an hour, and more while guides are open: what ended before was closed by the person.
    let over = Deadline::after(Duration::from_mins(HOURS));
    let done = resident::run(&own, day, StartedBy::Person);
    if in_window {
        return if over.left().is_none() { main_window_by_itself(&own, (MainPage::Review, None)) } else { done };
    }
    let form =
        ReviewForm { period: Period::Day(cli::Day::Back(0)), json: false, csv: false, breaks: false, machine: None };
    print_review(&own, &form);
    done
}

/// The demo's own folder.
fn prepare() -> Result<(Temporary, Paths), String> {
    let trouble = |folder: &Path, error: std::io::Error| text::unwritable(folder, &because(&error));
    let folder = Temporary::new(DEMO).map_err(|error| trouble(&std::env::temp_dir(), error))?;
    let own = Paths::find(Some(folder.path()))?;
    whole::write(&own.settings, SETTINGS).map_err(|error| trouble(folder.path(), error))?;
    Ok((folder, own))
}
