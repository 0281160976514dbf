//! The guide of the break that runs, in the process that the app has started for its window. Owns what the window is told and
//! what the app hears of it; never decides when the break is over.

use super::sound::Sound;
use crate::engine::content::Content;
use crate::engine::guide_view::Subject as Wanted;
use crate::parts::own::WindowFailure;
use crate::settings;
use crate::shell::appearance::look;
use crate::shell::ipc::window::{Show, ToWindow, hear, tell};
use crate::shell::paths::Paths;
use crate::shell::{Exit, files};
use crate::system::ipc::Talk;
use crate::system::process::bound_to_parent;
use crate::windows::WindowEvent;
use crate::windows::guide::{GuideOrder, Showing, Subject, open};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// The window of the running break, which the app talks with.
pub(in crate::shell::commands) fn of_break(paths: &Paths, talk: &Arc<Talk>) -> Exit {
    // What is pressed in a guide whose app was killed is heard by nobody.
    bound_to_parent();
    match window(paths, talk) {
        Ok(()) => Exit::Done,
        Err(why) => {
            // Whoever started it says it, in whatever language.
            tell(talk, &WindowEvent::Failed(why));
            Exit::Refused
        }
    }
}

fn window(paths: &Paths, talk: &Arc<Talk>) -> Result<(), WindowFailure> {
    let settings = files::load(&paths.settings).map_or_else(|_| settings::defaults(), |loaded| loaded.settings);
    let content = files::own_library(paths).library().0.content;
    let (mine, told) = (Arc::clone(talk), listen(Arc::clone(talk), content)?);
    // Nothing to show: the app has changed its mind already.
    let Ok(GuideOrder::Show(first)) = told.recv() else { return Ok(()) };
    let sound = Sound::new(settings.look.sound, paths);
    let say = move |said| {
        if said == WindowEvent::Step {
            sound.step();
        } else {
            let _ = tell(&mine, &said);
        }
    };
    open(*first, look(settings.look), told, Rc::new(say))
}

/// What the app tells, with the texts of the library; at last the end.
fn listen(talk: Arc<Talk>, content: Content) -> Result<Receiver<GuideOrder>, WindowFailure> {
    let (pass_on, told) = channel();
    let listen = move || {
        hear(&talk, |heard| texts(heard, &content).is_none_or(|order| pass_on.send(order).is_ok()));
        let _ = pass_on.send(GuideOrder::End);
    };
    thread::Builder::new()
        .name("talk".into())
        .spawn(listen)
        .map_err(|error| WindowFailure::System(error.to_string()))?;
    Ok(told)
}

/// The order with its texts; none of what is another window's.
fn texts(heard: ToWindow, content: &Content) -> Option<GuideOrder> {
    match heard {
        ToWindow::Show(show) => Some(GuideOrder::Show(Box::new(showing(show, content)))),
        ToWindow::Raise => Some(GuideOrder::Raise),
        ToWindow::End => Some(GuideOrder::End),
        ToWindow::Turn(..) => None,
    }
}

/// What is to be shown, with its text. What the library does not have any more leaves the time free.
fn showing(show: Show, content: &Content) -> Showing {
    let Showing { subject, passed, left, lasts, speed, of_break, hidden } = show;
    let named = |id: String| content.exercises.iter().find(|exercise| exercise.id == id).map(|one| one.name.clone());
    let hidden = hidden.and_then(named);
    let known = match subject {
        Wanted::Exercise(id) => {
            let exercise = content.exercises.iter().find(|exercise| exercise.id == id);
            exercise.map(|exercise| Subject::Exercise(Box::new(exercise.clone())))
        }
        Wanted::Pattern(id) => {
            let pattern = content.patterns.iter().find(|pattern| pattern.id == id);
            pattern.map(|pattern| Subject::Pattern(Box::new(pattern.clone())))
        }
        Wanted::Free => None,
    };
    Showing { subject: known.unwrap_or(Subject::Free), passed, left, lasts, speed, of_break, hidden }
}
