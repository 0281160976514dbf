//! `unhunch setup`: the first questions, and the answers into the settings. Owns where they are asked; which there are, and
//! what the answers change, is `setup`'s.

mod dialogue;
mod kept;
mod window;

use crate::settings;
use crate::setup::Setup;
use crate::shell::answer::told;
use crate::shell::appearance::look;
use crate::shell::dialogue::paragraphs;
use crate::shell::exercises::PersonalLibrary;
use crate::shell::paths::Paths;
use crate::shell::rewrite::{Unchanged, rewrite};
use crate::shell::{Exit, files, output};
use crate::system::launcher::{self, Standing};
use crate::text::windows::failure;
use crate::text::{commands, launcher as launched, library, setup as text};
use crate::windows::frame::OnScreen;
use crate::windows::{WindowEvent, welcome};
use dialogue::DialogueEnd;
use kept::Kept;
use window::Host;

/// Asks, in the terminal or in a window.
pub(super) fn run(paths: &Paths, window: bool) -> Exit {
    let done = if window {
        in_window(paths, Box::new(drop)).map(|_| Exit::Done)
    } else {
        begin(paths).map(|(setup, _)| in_terminal(paths, setup))
    };
    done.unwrap_or_else(|problem| told(Err(problem)))
}

/// Asks in a window, and says how that has ended.
///
/// # Errors
/// Why nothing was asked, or not kept.
pub(super) fn in_window(paths: &Paths, on_screen: OnScreen<'_>) -> Result<WindowEvent, String> {
    let (setup, wanted) = begin(paths)?;
    let mut host = Host::of(paths);
    welcome::open(window::greeting(paths), setup, look(wanted), &mut host, on_screen)
        .map_err(|why| commands::no_window(&failure(&why)))?;
    match host.trouble {
        Some(problem) => Err(problem),
        None if host.alone => Ok(WindowEvent::LeftAlone),
        None => Ok(WindowEvent::Close),
    }
}

fn in_terminal(paths: &Paths, mut setup: Setup) -> Exit {
    match dialogue::ask(&mut setup) {
        DialogueEnd::Answered => match keep(paths, &setup).map_err(|why| why.by_command()) {
            Ok(kept) => {
                paragraphs(kept.for_terminal());
                Exit::Done
            }
            Err(problem) => told(Err(problem)),
        },
        DialogueEnd::Left => told(Ok(commands::left())),
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
        return Err(commands::broken(&paths.settings));
    }
    Ok((Setup::new(&loaded.settings.rules.fit, &library::red_flags()), loaded.settings.look))
}

/// Puts the answers into the settings, which may have changed while they were given, and says what came of it.
fn keep(paths: &Paths, setup: &Setup) -> Result<Kept, Unchanged> {
    let changed = setup.changes();
    let answered = |now: &files::Loaded| {
        changed.iter().try_fold(now.text.clone(), |text, change| settings::set(&text, change.key, &change.value))
    };
    let done = rewrite(paths, answered)?;
    Ok(Kept {
        changed: if done.text == done.before.text { Vec::new() } else { changed },
        notice: setup.notice(),
        // The answers are kept by now: what goes wrong with the counting is no news of them.
        fitting: PersonalLibrary::open(paths).ok().map(|library| library.count()),
        in_menu: on_a_desktop()
            && launcher::put_unasked(paths.home.as_deref(), &launched::wording()) != Standing::Absent,
    })
}

fn on_a_desktop() -> bool {
    std::env::var_os("DISPLAY").or_else(|| std::env::var_os("WAYLAND_DISPLAY")).is_some()
}
