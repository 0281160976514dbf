//! `unhunch exercises`: which there are, which fit, and hiding them. Owns the printing and the setting's list of hidden
//! ones; whether one fits is the engine's rule.

use super::picture;
use crate::engine::content::{Equipment, Exercise, Kind, Occasion, Posture};
use crate::engine::event::Request;
use crate::engine::fit::{Unfit, unfit};
use crate::engine::person::Person;
use crate::engine::status::Hidden;
use crate::ledger::LedgerError;
use crate::plain::near;
use crate::settings::{self, Settings, keys};
use crate::shell::answer::{handed_on, no_answer, not_recorded, told};
use crate::shell::cli::{ExerciseList, Exercises};
use crate::shell::files::Loaded;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::{Call, Reply};
use crate::shell::paths::Paths;
use crate::shell::rewrite::rewrite;
use crate::shell::{Exit, files, output, resident};
use crate::system::clock::wall;
use crate::text::{cli, exercises as text};
use serde::Serialize;
use std::time::Duration;

/// The setting that names the hidden ones.
const HIDDEN: &str = keys::EXERCISE_HIDDEN.name();
/// Names suggested in place of one that is not there.
const SUGGESTED: usize = 3;

/// The exercises, and what counts for the person.
pub(super) struct Library {
    exercises: Vec<Exercise>,
    settings: Settings,
    /// What the engine has hidden by itself.
    hidden: Vec<Hidden>,
}

impl Library {
    /// As it is now. A record that cannot be read hides nothing, and is said to be so.
    pub(super) fn open(paths: &Paths) -> Result<Self, String> {
        let loaded = files::settings(paths)?;
        let (library, _) = files::own_library(paths).library();
        let hidden =
            client::status(paths).map_or_else(|| resident::hidden(paths), |condition| Ok(condition.status.hidden));
        let hidden = hidden.unwrap_or_else(|problem| {
            output::problem(&problem);
            Vec::new()
        });
        Ok(Self { exercises: library.content.exercises, settings: loaded.settings, hidden })
    }

    /// Each with what speaks against it.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Exercise, Vec<Unfit>)> {
        self.exercises.iter().map(|exercise| (exercise, self.against(exercise)))
    }

    fn against(&self, exercise: &Exercise) -> Vec<Unfit> {
        let rules = &self.settings.rules;
        let longest = rules.breaks.iter().map(|rule| rule.lasts).max().unwrap_or(Duration::MAX);
        let by_itself = self.hidden.iter().filter(|hidden| hidden.id == exercise.id).map(Unfit::from);
        by_itself.chain(unfit(exercise, &rules.fit, longest)).collect()
    }

    fn find(&self, id: &str) -> Result<&Exercise, String> {
        let known = || self.exercises.iter().map(|exercise| exercise.id.as_str());
        let found = self.exercises.iter().find(|exercise| exercise.id == id);
        found.ok_or_else(|| text::unknown(id, &near::near(id, known(), SUGGESTED)))
    }

    /// Who shows them now.
    fn who(&self) -> Person {
        self.settings.look.who.at(wall())
    }

    /// What is called so is called this; an id that is only hidden, and no longer in the library, by itself.
    fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.find(id).map_or(id, |exercise| exercise.name.as_str())
    }

    /// How many fit, of how many.
    pub(super) fn count(&self) -> (usize, usize) {
        (self.all().filter(|(_, against)| against.is_empty()).count(), self.exercises.len())
    }

    /// What is wrong with the ids that are named, a sentence each. What is hidden can be shown again although it has left
    /// the library.
    fn unknown(&self, what: Option<&Exercises>) -> Vec<String> {
        let ids = match what {
            None | Some(Exercises::List(_)) => &[][..],
            Some(Exercises::Show { id, .. }) => std::slice::from_ref(id),
            Some(Exercises::Hide { ids } | Exercises::Unhide { ids }) => ids,
        };
        let hidden =
            |id: &String| matches!(what, Some(Exercises::Unhide { .. })) && self.in_settings().any(|one| one == id);
        ids.iter().filter(|id| !hidden(id)).filter_map(|id| self.find(id).err()).collect()
    }

    /// The ids that the settings hide.
    fn in_settings(&self) -> impl Iterator<Item = &str> {
        self.settings.rules.fit.hidden.iter().map(String::as_str)
    }
}

/// Lets the settings hide what `of` makes of the ids that they hide at that moment, who may have been others a moment ago.
fn hide_only(paths: &Paths, of: impl FnOnce(&[String]) -> Vec<String>) -> Result<(), String> {
    let hidden = |now: &Loaded| {
        let (before, ids) = (&now.settings.rules.fit.hidden, of(&now.settings.rules.fit.hidden));
        if *before == ids { Ok(now.text.clone()) } else { settings::set(&now.text, HIDDEN, &ids.join(",")) }
    };
    rewrite(paths, hidden).map(drop)
}

/// Does one of them; the list where none is named.
pub(super) fn run(paths: &Paths, list: ExerciseList, what: Option<Exercises>) -> Exit {
    let library = match Library::open(paths) {
        Ok(library) => library,
        Err(problem) => return told(Err(problem)),
    };
    let unknown = library.unknown(what.as_ref());
    if !unknown.is_empty() {
        for problem in unknown {
            output::problem(&problem);
        }
        return Exit::Usage;
    }
    told(match what {
        None => return listed(&library, list),
        Some(Exercises::List(list)) => return listed(&library, list),
        Some(Exercises::Show { id, png, size, dark }) => library.find(&id).and_then(|exercise| match png {
            Some(file) => picture::draw(exercise, library.who(), &file, size, dark),
            None => Ok(page(&library, exercise)),
        }),
        Some(Exercises::Hide { ids }) => hide(paths, &library, &ids),
        Some(Exercises::Unhide { ids }) => match unhide(paths, &library, &ids) {
            Ok((said, None)) => Ok(said),
            Ok((said, Some(why))) => {
                output::line(&said);
                return not_recorded(&why);
            }
            Err(none) => return no_answer(&none),
        },
    })
}

/// One of the list, for a program.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    id: &'a str,
    name: &'a str,
    seconds: u32,
    areas: &'a [String],
    kind: Kind,
    posture: Posture,
    equipment: Equipment,
    discreet: bool,
    avoid: &'a [String],
    when: &'a [Occasion],
    fits: bool,
    against: Vec<Unfit>,
}

fn listed(library: &Library, form: ExerciseList) -> Exit {
    let shown = library.all().filter(|(_, against)| !form.fitting || against.is_empty());
    if form.json {
        let all: Vec<Listed<'_>> = shown
            .map(|(exercise, against)| Listed {
                id: &exercise.id,
                name: &exercise.name,
                seconds: exercise.seconds,
                areas: &exercise.areas,
                kind: exercise.kind,
                posture: exercise.posture,
                equipment: exercise.equipment,
                discreet: exercise.discreet,
                avoid: &exercise.avoid,
                when: &exercise.when,
                fits: against.is_empty(),
                against,
            })
            .collect();
        return handed_on(serde_json::to_string_pretty(&all).map_err(|error| error.to_string()));
    }
    let shown: Vec<_> = shown.collect();
    told(Ok(format!("{}\n\n{}", text::list(&shown, output::columns()), text::count(library.count()))))
}

fn page(library: &Library, exercise: &Exercise) -> String {
    let (page, against) = (cli::exercise_page(exercise), library.against(exercise));
    let picture = picture::in_terminal(exercise, library.who()).unwrap_or_default();
    if against.is_empty() { picture + &page } else { format!("{picture}{page}\n\n{}", text::not_now(&against)) }
}

fn hide(paths: &Paths, library: &Library, ids: &[String]) -> Result<String, String> {
    let mut said = Vec::new();
    hide_only(paths, |before| {
        let mut hidden = before.to_vec();
        for id in ids {
            let name = library.name(id);
            if hidden.contains(id) {
                said.push(text::hidden_already(name));
            } else {
                hidden.push(id.clone());
                said.push(text::hidden(name, id));
            }
        }
        hidden
    })?;
    Ok(said.join("\n"))
}

/// What is said of it, and why it is not in the record, if it is not.
fn unhide(paths: &Paths, library: &Library, ids: &[String]) -> Result<(String, Option<LedgerError>), NoAnswer> {
    let by_itself: Vec<&str> =
        library.hidden.iter().map(|hidden| hidden.id.as_str()).filter(|id| ids.iter().any(|one| one == id)).collect();
    let why = lift(paths, library, &by_itself)?;
    hide_only(paths, |before| before.iter().filter(|id| !ids.contains(id)).cloned().collect())
        .map_err(NoAnswer::Trouble)?;
    let said = ids.iter().map(|id| {
        let name = library.name(id);
        if !by_itself.contains(&id.as_str()) && !library.in_settings().any(|hidden| hidden == id) {
            return text::not_hidden(name);
        }
        let mut against = library.find(id).map(|exercise| library.against(exercise)).unwrap_or_default();
        against.retain(|reason| !reason.hides());
        text::shown(name, &against)
    });
    Ok((said.collect::<Vec<_>>().join("\n"), why))
}

/// Lifts what the engine has hidden by itself: in the app that runs, or in its memory. Why that is not in the record, if
/// it is not.
fn lift(paths: &Paths, library: &Library, ids: &[&str]) -> Result<Option<LedgerError>, NoAnswer> {
    let mut not_recorded = None;
    for (at, id) in ids.iter().enumerate() {
        match client::call(paths, &Call::Ask(Request::Unhide((*id).to_owned()))) {
            Ok(Reply::Refused(why)) => return Err(NoAnswer::Trouble(why.sentence())),
            Ok(Reply::Status(status)) => not_recorded = status.not_recorded,
            Ok(_) => {}
            Err(NoAnswer::NotRunning) => {
                let left = ids.get(at..).unwrap_or_default();
                let alone = resident::unhide(paths, left, library.settings.rules.day_starts);
                return alone.map_err(NoAnswer::Trouble);
            }
            Err(none) => return Err(none),
        }
    }
    Ok(not_recorded)
}
