//! An exercise or a breathing pattern by itself, without a break. Owns finding it and its clock; records nothing.

use super::sound::Sound;
use crate::library::Library;
use crate::plain::near as names;
use crate::settings;
use crate::shell::appearance::look;
use crate::shell::paths::Paths;
use crate::shell::terminal::plain;
use crate::shell::{Exit, files, output};
use crate::text::windows::failure;
use crate::text::{cli as pages, exercises, guide as text};
use crate::windows::WindowEvent;
use crate::windows::guide::{self, Showing, Subject};
use std::io::{self, IsTerminal};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

/// Names suggested in place of one that is not there.
const SUGGESTED: usize = 3;

/// Shows it in a window, or in the terminal where none can open.
pub(in crate::shell::commands) fn practice(paths: &Paths, id: &str) -> Exit {
    let (library, _) = files::own_library(paths).library();
    let Some(subject) = find(&library, id) else {
        output::problem(&format!("{} {}", text::no_such(id, &near(&library, id)), exercises::listed()));
        return Exit::Usage;
    };
    let lasts = guide::lasts(&subject);
    let showing = Showing {
        subject: subject.clone(),
        passed: Duration::ZERO,
        left: lasts,
        lasts,
        speed: 1,
        of_break: false,
        hidden: None,
    };
    let settings = files::load(&paths.settings).map_or_else(|_| settings::defaults(), |loaded| loaded.settings);
    // Nobody tells it anything: it ends by itself, or is closed. It lives as long as this end of the talk.
    let (_open, told) = mpsc::channel();
    let shown = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&shown);
    let sound = Sound::new(settings.look.sound, paths);
    let say = Rc::new(move |said| match said {
        WindowEvent::Shown => seen.store(true, Ordering::Relaxed),
        WindowEvent::Step => sound.step(),
        WindowEvent::Done
        | WindowEvent::Swap
        | WindowEvent::Hurt
        | WindowEvent::Undo
        | WindowEvent::Close
        | WindowEvent::LeftAlone
        | WindowEvent::Failed(_) => {}
    });
    match guide::open(showing, look(settings.look), told, say) {
        Ok(()) => Exit::Done,
        Err(why) if shown.load(Ordering::Relaxed) => {
            output::problem(&failure(&why));
            Exit::Refused
        }
        Err(why) => as_text(&subject, &failure(&why)),
    }
}

fn find(library: &Library, id: &str) -> Option<Subject> {
    let exercise = library.content.exercises.iter().find(|exercise| exercise.id == id);
    let pattern = || library.content.patterns.iter().find(|pattern| pattern.id == id);
    exercise
        .map(|exercise| Subject::Exercise(Box::new(exercise.clone())))
        .or_else(|| pattern().map(|pattern| Subject::Pattern(Box::new(pattern.clone()))))
}

/// The names most like this one.
fn near<'l>(library: &'l Library, id: &str) -> Vec<&'l str> {
    let exercises = library.content.exercises.iter().map(|exercise| exercise.id.as_str());
    names::near(id, exercises.chain(library.content.patterns.iter().map(|pattern| pattern.id.as_str())), SUGGESTED)
}

/// The steps in their time where somebody looks on, and at once where nobody does.
fn as_text(subject: &Subject, because: &str) -> Exit {
    if !io::stdout().is_terminal() {
        output::line(&page(subject));
        return Exit::Done;
    }
    output::problem(because);
    output::line(&plain(&text::heading(&subject.name(), guide::lasts(subject))));
    let mut said = Duration::ZERO;
    for (at, cue) in guide::cues(subject) {
        thread::sleep(at.saturating_sub(said));
        said = at;
        if !output::line(&format!("{:>5}  {}", text::clock(at), plain(&cue))) {
            return Exit::Done;
        }
    }
    Exit::Done
}

fn page(subject: &Subject) -> String {
    match subject {
        Subject::Exercise(exercise) => pages::exercise_page(exercise),
        Subject::Pattern(pattern) => text::pattern_page(pattern),
        Subject::Free => text::walk(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

    #[test]
    fn exercises_and_patterns_are_found_by_their_names_and_others_suggested() {
        let (library, _) = library::content("en", &[]);
        assert!(matches!(find(&library, "chin-tuck"), Some(Subject::Exercise(_))));
        assert!(matches!(find(&library, "box"), Some(Subject::Pattern(_))));
        assert!(find(&library, "chin").is_none());
        assert_eq!(near(&library, "chin").first().copied(), Some("chin-tuck"));
        assert!(near(&library, "chin-tuk").contains(&"chin-tuck"));
        assert!(near(&library, "boxx").contains(&"box"));
        assert!(near(&library, "zzzz").is_empty() && near(&library, "").is_empty());
    }
}
