//! `unhunch setup`: the first questions, and the answers into the settings. Owns where they are asked; which there are, and
//! what the answers change, is `setup`'s.

mod dialogue;

use super::exercises::Library;
use super::told;
use crate::setup::Setup;
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, say};
use crate::windows::{self, Look};
use crate::words::{cli, setup as words};
use crate::{library, settings};
use dialogue::End;

/// Asks, in the terminal or in a window.
pub(super) fn run(paths: &Paths, window: bool) -> Exit {
    let setup = match begin(paths) {
        Ok(setup) => setup,
        Err(problem) => return told(Err(problem)),
    };
    if window { in_window(paths, setup) } else { in_terminal(paths, setup) }
}

fn in_window(paths: &Paths, setup: Setup) -> Exit {
    let look = files::load(&paths.settings).map(|loaded| loaded.settings.look).unwrap_or_default();
    let look = Look { large_text: look.large_text, still: look.still, dark: false };
    let mut trouble = None;
    let keep = |setup: &Setup| keep(paths, setup).inspect_err(|problem| trouble = Some(problem.clone()));
    let opened = windows::setup::open(setup, look, Box::new(keep)).map_err(|why| words::no_window(&why));
    match opened.and(trouble.map_or(Ok(()), Err)) {
        Ok(()) => Exit::Done,
        Err(problem) => told(Err(problem)),
    }
}

fn in_terminal(paths: &Paths, mut setup: Setup) -> Exit {
    match dialogue::ask(&mut setup) {
        End::Answered => match keep(paths, &setup) {
            Ok(said) => {
                for line in said {
                    dialogue::paragraph(&line);
                }
                Exit::Done
            }
            Err(problem) => told(Err(problem)),
        },
        End::Left => told(Ok(words::LEFT.to_owned())),
        End::Ended => told(Err(words::ENDED.to_owned())),
        End::Wrong(problem) => {
            say::problem(&problem);
            Exit::Usage
        }
    }
}

/// The questions with what counts now.
fn begin(paths: &Paths) -> Result<Setup, String> {
    let loaded = files::load(&paths.settings)?;
    if loaded.broken {
        return Err(words::broken(&paths.settings));
    }
    Ok(Setup::new(&loaded.settings.rules.fit, &library::red_flags()))
}

/// Puts the answers into the settings, which may have changed while they were given, and says what came of it,
/// a line each.
fn keep(paths: &Paths, setup: &Setup) -> Result<Vec<String>, String> {
    let file = &paths.settings;
    let before = files::load(file)?;
    let wrong = |problem: settings::Problem| cli::problem_at(file, problem.line, &problem.text);
    let (mut text, mut said) = (before.text.clone(), Vec::new());
    for change in setup.changes() {
        text = settings::set(&text, change.key, &change.value).map_err(wrong)?;
        said.push(change.said);
    }
    if text == before.text {
        said = vec![words::AS_BEFORE.to_owned()];
    } else {
        files::store(file, &text)?;
    }
    said.extend(setup.word().map(String::from));
    let (fitting, of) = Library::open(paths)?.count();
    said.extend([words::fitting(fitting, of), words::LATER.to_owned()]);
    Ok(said)
}
