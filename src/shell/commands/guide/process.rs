//! The guide of the break that runs: asking the running app for it, and the window's own process, which that app starts
//! and talks with. Owns both ends of that talk but the app's; never decides when the break is over.

use super::sound::Sound;
use crate::engine::content::Content;
use crate::engine::guide_view::Subject as Wanted;
use crate::settings;
use crate::shell::appearance::look;
use crate::shell::commands::request;
use crate::shell::ipc::window::{self as guide, FromWindow, Show, ToWindow};
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, output};
use crate::system::ipc::Talk;
use crate::system::process::bound_to_parent;
use crate::text::beside as text;
use crate::windows::guide::{Said, Showing, Subject, Told, open};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// Shows the running break's guide, and starts a break if none runs. `opened` says that the running app opened it.
pub(in crate::shell::commands) fn beside(paths: &Paths, opened: bool) -> Exit {
    if !opened {
        return request::guide(paths);
    }
    let Ok(talk) = Talk::given() else {
        output::problem(text::NOT_BY_HAND);
        return Exit::Usage;
    };
    bound_to_parent();
    match window(paths, talk) {
        Ok(()) => Exit::Done,
        Err(why) => {
            output::problem(&why);
            Exit::Refused
        }
    }
}

fn window(paths: &Paths, talk: Talk) -> Result<(), String> {
    let settings = files::load(&paths.settings).map_or_else(|_| settings::defaults(), |loaded| loaded.settings);
    let content = files::own_library(paths).library().0.content;
    let mine = talk.try_clone().map_err(|error| error.to_string())?;
    let told = listen(talk, content)?;
    // Nothing to show: the app has changed its mind already.
    let Ok(Told::Show(first)) = told.recv() else { return Ok(()) };
    let sound = Sound::new(settings.look.sound, paths);
    let say = move |said| match word(said) {
        Some(said) => {
            guide::tell(&mine, &said);
        }
        None => sound.step(),
    };
    open(*first, look(settings.look), told, Box::new(say))
}

/// What the app tells, with the texts of the library; at last the end.
fn listen(talk: Talk, content: Content) -> Result<Receiver<Told>, String> {
    let (tell, told) = channel();
    let hear = move || {
        guide::hear(&talk, |heard| tell.send(texts(heard, &content)).is_ok());
        let _ = tell.send(Told::End);
    };
    thread::Builder::new().name("talk".into()).spawn(hear).map_err(|error| error.to_string())?;
    Ok(told)
}

fn texts(heard: ToWindow, content: &Content) -> Told {
    match heard {
        ToWindow::Show(show) => Told::Show(Box::new(showing(show, content))),
        ToWindow::Raise => Told::Raise,
        ToWindow::End => Told::End,
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

/// What the app is to hear of what the window says: all but the steps.
fn word(said: Said) -> Option<FromWindow> {
    match said {
        Said::Shown => Some(FromWindow::Shown),
        Said::Done => Some(FromWindow::Done),
        Said::Swap => Some(FromWindow::Swap),
        Said::Hurt => Some(FromWindow::Hurt),
        Said::Undo => Some(FromWindow::Undo),
        Said::Close => Some(FromWindow::Close),
        Said::Step => None,
    }
}
