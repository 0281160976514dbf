//! `unhunch launcher`: the app in the applications menu, and what happens when it is chosen there. Owns neither the entry
//! (`launcher`) nor what a running app shows.

use crate::shell::answer::{print, told};
use crate::shell::cli::Launch;
use crate::shell::ipc::Call;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::paths::Paths;
use crate::shell::resident::StartedBy;
use crate::shell::{Exit, resident};
use crate::system::launcher;
use crate::text::{commands, launcher as text};
use std::path::Path;

/// Does it; absent is a "no", as the exit code says.
pub(super) fn run(paths: &Paths, what: Launch) -> Exit {
    match what {
        Launch::On => told(put(paths.home.as_deref())),
        Launch::Off => told(match launcher::remove() {
            Ok(()) => Ok(commands::in_menu(&launcher::standing())),
            Err(trouble) => Err(text::trouble(&trouble)),
        }),
        Launch::Status => {
            let standing = launcher::standing();
            let said = told(Ok(commands::in_menu(&standing)));
            if standing == launcher::Standing::Absent { Exit::Refused } else { said }
        }
        Launch::Open => open(paths),
    }
}

/// Puts it into the menu, and says how it stands there.
pub(super) fn put(home: Option<&Path>) -> Result<String, String> {
    let put = launcher::put(home, &text::wording());
    put.map(|standing| commands::in_menu(&standing)).map_err(|trouble| text::trouble(&trouble))
}

/// The running app shows itself; where none runs it starts.
fn open(paths: &Paths) -> Exit {
    match client::call(paths, &Call::Show) {
        Err(NoAnswer::NotRunning) => resident::run(paths, resident::Day::default(), StartedBy::Person),
        answer => print(answer),
    }
}
