//! What the program tells of itself: exercises, completions, the man page. Owns nothing but the printing.

use super::told;
use crate::shell::cli::{Cli, Exercises};
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, say};
use crate::words::cli as words;
use clap::CommandFactory;
use clap_complete::Shell;

/// The list of exercises, or one of them.
pub(super) fn exercises(paths: &Paths, show: Option<Exercises>) -> Exit {
    let (library, _) = files::own_library(paths).library();
    let all = library.content.exercises;
    match show {
        Some(Exercises::Show { id }) => {
            let one = all.iter().find(|exercise| exercise.id == id);
            told(one.map(words::exercise_page).ok_or_else(|| words::no_exercise(&id)))
        }
        None => told(Ok(all.iter().map(words::exercise_line).collect::<Vec<_>>().join("\n"))),
    }
}

/// The completions of a shell.
pub(super) fn completions(shell: Shell) -> Exit {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "unhunch", &mut out);
    say::text(&String::from_utf8_lossy(&out));
    Exit::Done
}

/// The man page, with every command on it.
pub(super) fn man() -> Exit {
    let mut out = Vec::new();
    match clap_mangen::Man::new(Cli::command().flatten_help(true)).render(&mut out) {
        Ok(()) => {
            say::text(&String::from_utf8_lossy(&out));
            Exit::Done
        }
        Err(error) => told(Err(error.to_string())),
    }
}
