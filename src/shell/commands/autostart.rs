//! `unhunch autostart`: starting with the person's session. Owns what the command says; where and how that is kept is the
//! system's.

use super::launch;
use crate::shell::Exit;
use crate::shell::answer::told;
use crate::shell::cli::Switch;
use crate::shell::paths::Paths;
use crate::system::autostart::{self, Standing};
use crate::text::{cli as text, files as said};
use std::path::Path;

/// Switches it, or says how it is; off is a "no", as the exit code says.
pub(super) fn run(paths: &Paths, what: Switch) -> Exit {
    let Some(place) = autostart::place() else {
        return told(Err(text::unwritable(Path::new("autostart"), &said::no_home_folder())));
    };
    let home = paths.home.as_deref();
    let done = match what {
        Switch::On => autostart::on(&place, home, &text::entry_comment()),
        Switch::Off => autostart::off(&place),
        Switch::Status => Ok(()),
    };
    let done = done.map_err(|error| text::unwritable(&place, &said::because(&error)));
    let unread = |error: std::io::Error| text::unreadable(&place, &said::because(&error));
    match done.and_then(|()| autostart::standing(&place).map_err(unread)) {
        Ok(Standing::Gone(program)) => told(Err(said::autostart_gone(&program, &place))),
        Ok(standing) => {
            let is_on = standing == Standing::On;
            let said = told(Ok(text::autostart(is_on, &place)));
            if what == Switch::On {
                // Its name and icon are what the desktop shows of a program that it starts.
                told(launch::put(home));
            }
            if what == Switch::Status && !is_on { Exit::Refused } else { said }
        }
        Err(problem) => told(Err(problem)),
    }
}
