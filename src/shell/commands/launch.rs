//! `unhunch launcher`: the app in the applications menu, and what happens when it is chosen there. Owns neither the entry
//! (`launcher`) nor what a running app shows.

use crate::shell::answer::{print, told};
use crate::shell::cli::Launch;
use crate::shell::ipc::Call;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::paths::Paths;
use crate::shell::{Exit, resident};
use crate::system::launcher;

/// Does it; absent is a "no", as the exit code says.
pub(super) fn run(paths: &Paths, what: Launch) -> Exit {
    match what {
        Launch::On => told(launcher::put(paths.home.as_deref()).map(|standing| standing.says())),
        Launch::Off => told(launcher::remove().map(|()| launcher::standing().says())),
        Launch::Status => {
            let standing = launcher::standing();
            let said = told(Ok(standing.says()));
            if standing == launcher::Standing::Absent { Exit::Refused } else { said }
        }
        Launch::Open => open(paths),
    }
}

/// The running app shows itself; where none runs it starts.
fn open(paths: &Paths) -> Exit {
    match client::call(paths, &Call::Show) {
        Err(NoAnswer::NotRunning) => resident::run(paths, resident::Day::default()),
        answer => print(answer),
    }
}
