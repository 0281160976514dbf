//! `unhunch uninstall`: the app away from a person's account. Owns the question before everything goes, and what is said.

use crate::shell::answer::{misused, no_answer, told};
use crate::shell::cli::Uninstall;
use crate::shell::dialogue::{answer, by_hand, paragraph, paragraphs};
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::door;
use crate::shell::paths::Paths;
use crate::shell::{Exit, removal};
use crate::system::process::own_program;
use crate::text::{commands, data, removal as text};
use std::path::{Path, PathBuf};

/// Asks where everything is meant, and does it.
pub(super) fn run(paths: &Paths, said: Uninstall) -> Exit {
    if said.all && !said.yes {
        paragraph(&text::would_take_all(&paths.ledger, paths.settings_folder()));
        if !by_hand() {
            return misused(&data::nobody_to_ask());
        }
        paragraph(&commands::delete());
        if answer().as_deref() != Some("yes") {
            return told(Err(data::left_as_it_is()));
        }
    }
    match client::quit(paths) {
        // What it could not keep is of a record that stays.
        Ok(Some(lost)) if !said.all => return told(Err(lost)),
        Ok(_) | Err(NoAnswer::NotRunning) => {}
        Err(none) => return no_answer(&none),
    }
    // It would go on with a program that is about to go, and write anew what is taken away.
    if !door::close(paths) {
        return told(Err(text::window_stays()));
    }
    match carry_out(paths, said.all) {
        Ok(done) => {
            paragraphs(done);
            Exit::Done
        }
        Err(problem) => told(Err(problem)),
    }
}

/// Does it. What is to be said of it.
fn carry_out(paths: &Paths, all: bool) -> Result<Vec<String>, String> {
    removal::remove_traces(paths)?;
    let mut done = vec![text::done(paths.home.as_deref())];
    if all {
        let left = removal::remove_the_persons(paths)?;
        done.push(text::all_gone());
        done.extend(left.iter().map(|folder| text::not_ours(folder)));
    } else {
        let files = [&paths.ledger, &paths.settings].map(PathBuf::as_path);
        let files: Vec<&Path> = files.into_iter().filter(|file| file.exists()).collect();
        if !files.is_empty() {
            done.push(format!("{} {}", text::stays(&files), commands::uninstall()));
        }
    }
    done.push(text::program(&own_program()));
    Ok(done)
}
