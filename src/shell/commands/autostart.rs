//! `unhunch autostart`: starting with the person's session. Owns what the command says; where and how that is kept is the
//! system's.

use super::launch;
use crate::shell::Exit;
use crate::shell::answer::told;
use crate::shell::cli::Switch;
use crate::shell::paths::Paths;
use crate::system::autostart::{self, Standing};
use crate::text::{cli as text, commands, files as said};
use std::path::Path;

/// Switches it, or says how it is; off is a "no", as the exit code says.
pub(super) fn run(paths: &Paths, what: Switch) -> Exit {
    let Some(place) = autostart::place() else {
        return told(Err(text::unwritable(Path::new("autostart"), &said::no_home_folder())));
    };
    let done = match what {
        Switch::On => put(paths, &place, true),
        Switch::Off => put(paths, &place, false),
        Switch::Status => Ok(()),
    };
    let unread = |error: std::io::Error| text::unreadable(&place, &said::because(&error));
    match done.and_then(|()| autostart::standing(&place).map_err(unread)) {
        Ok(Standing::Gone(program)) => told(Err(commands::autostart_gone(&program, &place))),
        Ok(standing) => {
            let is_on = standing == Standing::On;
            let said = told(Ok(text::autostart(is_on, &place)));
            if what == Switch::On {
                // Its name and icon are what the desktop shows of a program that it starts.
                told(launch::put(paths.home.as_deref()));
            }
            if what == Switch::Status && !is_on { Exit::Refused } else { said }
        }
        Err(problem) => told(Err(problem)),
    }
}

fn put(paths: &Paths, place: &Path, on: bool) -> Result<(), String> {
    let home = paths.home.as_deref();
    let done = if on { autostart::on(place, home, &text::entry_comment()) } else { autostart::off(place) };
    done.map_err(|trouble| text::autostart_trouble(place, &trouble))
}

/// Switches it in a window, where nothing is printed.
///
/// # Errors
/// Why it stays as it is.
pub(super) fn switch(paths: &Paths, on: bool) -> Result<(), String> {
    let place = autostart::place().ok_or_else(|| text::unwritable(Path::new("autostart"), &said::no_home_folder()))?;
    put(paths, &place, on)?;
    if on { launch::put(paths.home.as_deref()).map(drop) } else { Ok(()) }
}

/// Whether the app starts with the desktop.
pub(super) fn is_on() -> bool {
    autostart::place().is_some_and(|place| autostart::standing(&place).is_ok_and(|standing| standing == Standing::On))
}
