//! The exercises as the page shows them, and what is ordered there: one to try, to hide, to show again.

use super::Backend;
use crate::engine::event::Request;
use crate::engine::refusal::Refusal;
use crate::shell::exercises::{self, PersonalLibrary, StillHidden};
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::{Call, Refused, Reply};
use crate::text::{gallery as text, ledger, library as content};
use crate::windows::main::talk::{Activity, Entry, ExercisesOrder, ExercisesUpdate, Gallery};

impl Backend {
    /// Does what is ordered on the page Exercises.
    pub(super) fn exercises(&self, order: ExercisesOrder) {
        match order {
            ExercisesOrder::Look => {}
            ExercisesOrder::Try(id) => return self.try_it(id),
            ExercisesOrder::Hide(id) => self.hide(&id),
            ExercisesOrder::Show(id) => self.show_again(&id),
        }
        match PersonalLibrary::open(&self.paths) {
            Ok(library) => self.tell(ExercisesUpdate::Gallery(Box::new(gallery(library)))),
            Err(why) => self.refused(why),
        }
    }

    /// A break with it, in the app that runs; nothing else is recorded.
    fn try_it(&self, id: String) {
        match client::call(&self.paths, &Call::Ask(Request::Try(id.clone()))) {
            Ok(Reply::Refused(Refused::Rules(Refusal::AlreadyOnABreak))) => self.refused(text::break_running()),
            Ok(Reply::Refused(why)) => self.refused(why.sentence()),
            Ok(Reply::NotRecorded(why)) => self.refused(ledger::not_recorded(&why)),
            Ok(_) => {}
            Err(NoAnswer::NotRunning) => self.run(["guide".into(), id.into()]),
            Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => self.refused(why),
        }
    }

    fn hide(&self, id: &str) {
        let hidden = match client::call(&self.paths, &Call::Ask(Request::Hide(id.to_owned()))) {
            Ok(Reply::Refused(why)) => Err(why.sentence()),
            Ok(Reply::NotRecorded(why)) => Err(ledger::not_recorded(&why)),
            Ok(_) => Ok(()),
            // The app's memory is its own: where it does not run the settings keep it.
            Err(NoAnswer::NotRunning) => {
                exercises::hide(&self.paths, &[id.to_owned()]).map(drop).map_err(|why| why.sentence())
            }
            Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => Err(why),
        };
        match hidden.and_then(|()| PersonalLibrary::open(&self.paths)) {
            Ok(library) => {
                self.done(text::is_hidden(library.name(id)), Some(ExercisesOrder::Show(id.to_owned()).into()));
            }
            Err(why) => self.refused(why),
        }
    }

    fn show_again(&self, id: &str) {
        let library = match PersonalLibrary::open(&self.paths) {
            Ok(library) => library,
            Err(why) => return self.refused(why),
        };
        match exercises::unhide(&self.paths, &library, &[id.to_owned()]) {
            Ok(None) => self.done(text::shown(library.name(id), &library.against_shown(id)), None),
            Ok(Some(why)) => self.refused(ledger::not_recorded(&why)),
            Err(StillHidden::App(NoAnswer::NotRunning)) => {}
            Err(StillHidden::App(NoAnswer::Trouble(why) | NoAnswer::Unknown(why))) => self.refused(why),
            Err(StillHidden::Settings(why)) => self.refused(why.sentence()),
        }
    }
}

fn gallery(library: PersonalLibrary) -> Gallery {
    let flags = content::red_flags();
    let against: Vec<_> = library.all().map(|(_, against)| against).collect();
    let exercises = library.exercises.into_iter().map(|exercise| Activity::Exercise(Box::new(exercise)));
    let mut entries: Vec<Entry> =
        exercises.zip(against).map(|(activity, against)| Entry { activity, against }).collect();
    entries.sort_by_key(|entry| entry.activity.name().to_lowercase());
    let patterns = library.patterns.into_iter().map(|pattern| Activity::Pattern(Box::new(pattern)));
    entries.extend(patterns.map(|activity| Entry { activity, against: Vec::new() }));
    let notice = format!("{} {}", flags.stop_line, flags.notice.trim_end().replace('\n', " "));
    Gallery { entries, notice: (flags.notice_title, notice), running: library.running }
}
