//! The main window in a process of its own: opened by the running app, or by a command where none runs. Owns what it
//! hears of them; what it is told of is `backend`'s.

use super::reading;
use crate::parts::own::WindowFailure;
use crate::settings;
use crate::shell::appearance::look;
use crate::shell::backend;
use crate::shell::ipc::door;
use crate::shell::ipc::window::{ToWindow, hear, tell};
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, output};
use crate::system::ipc::Talk;
use crate::text::windows::failure;
use crate::windows::WindowEvent;
use crate::windows::frame::{Leaving, OnScreen};
use crate::windows::main::talk::MainUpdate;
use crate::windows::main::{self, MainPage, UpdateSender, Updates};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The running app says which page to begin with before the window's process is there.
const FIRST_WORD: Duration = Duration::from_secs(1);

/// The window that the running app has opened.
pub(super) fn of_app(paths: &Paths, talk: &Arc<Talk>) -> Exit {
    let (sender, updates) = main::updates();
    listen(talk, sender.clone());
    let first = updates.first_page(FIRST_WORD).unwrap_or_default();
    let (shown, leaves, failed) = (Arc::clone(talk), Arc::clone(talk), Arc::clone(talk));
    let on_screen = Box::new(move |_| {
        tell(&shown, &WindowEvent::Shown);
    });
    // Before it has gone: whoever wants it open from now on wants another one.
    let leaving = Box::new(move || {
        tell(&leaves, &WindowEvent::Close);
    });
    match window(paths, first, (sender, updates), (on_screen, leaving)) {
        Ok(()) => Exit::Done,
        Err(why) => {
            tell(&failed, &WindowEvent::Failed(why));
            Exit::Refused
        }
    }
}

/// The window where no app runs.
pub(crate) fn alone(paths: &Paths, first: (MainPage, Option<String>)) -> Exit {
    match window(paths, first, main::updates(), (Box::new(drop), Box::new(|| ()))) {
        Ok(()) => Exit::Done,
        Err(why) => {
            output::problem(&failure(&why));
            Exit::Refused
        }
    }
}

fn window(
    paths: &Paths,
    first: (MainPage, Option<String>),
    (sender, updates): (UpdateSender, Updates),
    (on_screen, leaving): (OnScreen<'_>, Leaving<'_>),
) -> Result<(), WindowFailure> {
    let settings = files::load(&paths.settings).map_or_else(|_| settings::defaults(), |loaded| loaded.settings);
    let (take, visited) = (backend::start(paths, &sender), sender);
    // Without a door it is not found again, and as good without.
    let door = door::keep(paths, move |told| hand_on(&visited, told));
    let leaving = Box::new(move || {
        drop(door);
        leaving();
    });
    main::open(first, reading::pages(), look(settings.look), updates, take, (on_screen, leaving))
}

/// What the app tells is handed on to the window. It stays when the app goes.
fn listen(talk: &Arc<Talk>, window: UpdateSender) {
    let talk = Arc::clone(talk);
    let hear = move || {
        hear(&talk, |told| hand_on(&window, told));
    };
    // Without a thread nobody listens, and the window is as good without.
    let _ = thread::Builder::new().name("talk".into()).spawn(hear);
}

/// Whether the window still hears.
fn hand_on(window: &UpdateSender, told: ToWindow) -> bool {
    match told {
        ToWindow::Turn(page, subject) => window.tell(MainUpdate::Turn(page, subject)),
        ToWindow::Raise => window.tell(MainUpdate::Raise),
        ToWindow::End => window.tell(MainUpdate::Close),
        ToWindow::Show(_) => true,
    }
}
