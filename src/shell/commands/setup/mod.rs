//! `unhunch setup`: the first questions, and the answers into the settings. Owns where they are asked; which there are, and
//! what the answers change, is `setup`'s.

mod dialogue;

use super::exercises::Library;
use crate::settings;
use crate::setup::Setup;
use crate::shell::answer::told;
use crate::shell::appearance::look;
use crate::shell::dialogue::paragraphs;
use crate::shell::paths::Paths;
use crate::shell::rewrite::rewrite;
use crate::shell::{Exit, files, output};
use crate::system::launcher::{self, Standing};
use crate::text::windows::failure;
use crate::text::{launcher as launched, library, setup as text};
use crate::windows;
use crate::windows::frame::OnScreen;
use dialogue::DialogueEnd;

/// Asks, in the terminal or in a window.
pub(super) fn run(paths: &Paths, window: bool) -> Exit {
    if window {
        return in_window(paths, Box::new(drop));
    }
    match begin(paths) {
        Ok((setup, _)) => in_terminal(paths, setup),
        Err(problem) => told(Err(problem)),
    }
}

/// Asks in a window.
pub(super) fn in_window(paths: &Paths, on_screen: OnScreen<'_>) -> Exit {
    let (setup, wanted) = match begin(paths) {
        Ok(both) => both,
        Err(problem) => return told(Err(problem)),
    };
    let mut trouble = None;
    let keep = |setup: &Setup| keep(paths, setup).inspect_err(|problem| trouble = Some(problem.clone()));
    let opened = windows::welcome::open(setup, look(wanted), Box::new(keep), on_screen)
        .map_err(|why| text::no_window(&failure(&why)));
    match opened.and(trouble.map_or(Ok(()), Err)) {
        Ok(()) => Exit::Done,
        Err(problem) => told(Err(problem)),
    }
}

fn in_terminal(paths: &Paths, mut setup: Setup) -> Exit {
    match dialogue::ask(&mut setup) {
        DialogueEnd::Answered => match keep(paths, &setup) {
            Ok(said) => {
                paragraphs(said);
                Exit::Done
            }
            Err(problem) => told(Err(problem)),
        },
        DialogueEnd::Left => told(Ok(text::left())),
        DialogueEnd::Ended => told(Err(text::ended())),
        DialogueEnd::Wrong(problem) => {
            output::problem(&problem);
            Exit::Usage
        }
    }
}

/// The questions with what counts now, and how a window is to look.
fn begin(paths: &Paths) -> Result<(Setup, settings::WindowSettings), String> {
    let loaded = files::settings(paths)?;
    if loaded.broken {
        return Err(text::broken(&paths.settings));
    }
    Ok((Setup::new(&loaded.settings.rules.fit, &library::red_flags()), loaded.settings.look))
}

/// Puts the answers into the settings, which may have changed while they were given, and says what came of it,
/// a line each.
fn keep(paths: &Paths, setup: &Setup) -> Result<Vec<String>, String> {
    let mut said = Vec::new();
    let answered = |now: &files::Loaded| {
        setup.changes().into_iter().try_fold(now.text.clone(), |text, change| {
            said.push(change.said);
            settings::set(&text, change.key, &change.value)
        })
    };
    let done = rewrite(paths, answered)?;
    if done.text == done.before.text {
        said = vec![text::as_before()];
    }
    said.extend(setup.notice());
    // The answers are kept by now: what goes wrong with the counting is no news of them.
    said.extend(Library::open(paths).ok().map(|library| text::fitting(library.count())));
    if std::env::var_os("DISPLAY").or_else(|| std::env::var_os("WAYLAND_DISPLAY")).is_some()
        && launcher::put_unasked(paths.home.as_deref(), &launched::wording()) != Standing::Absent
    {
        said.push(launched::in_the_menu());
    }
    said.push(text::later());
    Ok(said)
}
