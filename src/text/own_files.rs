//! What is said of a problem with a person's own file: settings or library. Pure.

use super::{cli, files, library, settings};
use crate::parts::FileProblem;
use std::path::Path;

/// What is wrong, where, and what to do.
#[must_use]
pub fn problem(problem: &FileProblem) -> String {
    match problem {
        FileProblem::Unreadable(file, why) => cli::unreadable(Path::new(file), &files::trouble(why)),
        FileProblem::Unwritable(file, why) => cli::unwritable(Path::new(file), &files::trouble(why)),
        FileProblem::Unwatched(folder, why) => cli::unwatched(Path::new(folder), &files::trouble(why)),
        FileProblem::KeptBroken { file, kept } => cli::kept_broken(Path::new(file), Path::new(kept)),
        FileProblem::NowBroken(file) => cli::now_broken(Path::new(file)),
        FileProblem::NotUtf8(file, line) => cli::problem_at(Path::new(file), *line, &files::not_utf8()),
        FileProblem::Settings(file, problem) => settings::problem_at(Path::new(file), problem),
        FileProblem::Library(problem) => {
            cli::problem_at(Path::new(&problem.file), problem.line, &library::problem(&problem.wrong))
        }
    }
}
