//! `unhunch window KIND`: a window that the running app has opened, in a process of its own. Owns this end of the talk with
//! the app; what stands in the window is its kind's.

use super::{guide, main_window, setup};
use crate::shell::Exit;
use crate::shell::answer::told;
use crate::shell::ipc::window::{ToWindow, WindowKind, hear, tell};
use crate::shell::output;
use crate::shell::paths::Paths;
use crate::system::ipc::Talk;
use crate::text::commands;
use crate::windows::WindowEvent;
use crate::windows::frame::OnScreen;
use std::sync::Arc;
use std::thread;

/// Opens it, and ends when it has closed.
pub(super) fn run(paths: &Paths, kind: WindowKind) -> Exit {
    let Ok(talk) = Talk::given() else {
        output::problem(&commands::not_by_hand(instead(kind)));
        return Exit::Usage;
    };
    let shared = Arc::new(talk);
    match kind {
        WindowKind::Guide => guide::of_break(paths, &shared),
        WindowKind::Main => main_window::of_app(paths, &shared),
        WindowKind::Welcome => match setup::in_window(paths, listen(&shared)) {
            Ok(end) => {
                tell(&shared, &end);
                Exit::Done
            }
            Err(problem) => told(Err(problem)),
        },
    }
}

/// The command that a person uses.
fn instead(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::Guide => "guide",
        WindowKind::Main => "open",
        WindowKind::Welcome => "setup --window",
    }
}

/// Once it is on the screen the app hears so, and can bring it to the front. It stays when the app goes.
fn listen(talk: &Arc<Talk>) -> OnScreen<'static> {
    let talk = Arc::clone(talk);
    Box::new(move |handle| {
        tell(&talk, &WindowEvent::Shown);
        let hear = move || {
            hear(&talk, |told| {
                match told {
                    ToWindow::Raise => handle.raise(),
                    ToWindow::End => handle.close(),
                    ToWindow::Show(_) | ToWindow::Turn(..) => {}
                }
                true
            });
        };
        // Without a thread nobody listens, and the window is as good without.
        let _ = thread::Builder::new().name("talk".into()).spawn(hear);
    })
}
