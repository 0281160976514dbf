//! The exercises as they count for this person: the library with their own files, what speaks against each, and hiding them.
//! Owns the settings' list of hidden ones; whether one fits is the engine's rule. Prints nothing but what went wrong.

use super::files::{self, Loaded};
use super::ipc::client::{self, NoAnswer};
use super::ipc::{Call, Reply};
use super::paths::Paths;
use super::rewrite::{Unchanged, rewrite};
use super::{output, resident};
use crate::engine::content::{Exercise, Pattern};
use crate::engine::event::Request;
use crate::engine::fit::{Unfit, unfit};
use crate::engine::person::Person;
use crate::engine::status::Hidden;
use crate::ledger::LedgerError;
use crate::plain::near;
use crate::settings::{self, Settings, keys};
use crate::system::clock::wall;
use crate::text::exercises as text;
use std::time::Duration;

/// The setting that names the hidden ones.
const HIDDEN: &str = keys::EXERCISE_HIDDEN.name();
/// Names suggested in place of one that is not there.
const SUGGESTED: usize = 3;

/// The exercises, and what counts for the person.
#[derive(Debug)]
pub(super) struct PersonalLibrary {
    pub(super) exercises: Vec<Exercise>,
    pub(super) patterns: Vec<Pattern>,
    settings: Settings,
    /// What the engine has hidden by itself.
    pub(super) hidden: Vec<Hidden>,
    /// Whether an app runs.
    pub(super) running: bool,
}

impl PersonalLibrary {
    /// As it is now. A record that cannot be read hides nothing, and is said to be so.
    pub(super) fn open(paths: &Paths) -> Result<Self, String> {
        let loaded = files::settings(paths)?;
        let (library, _) = files::own_library(paths).library();
        let status = client::status(paths);
        let running = status.is_some();
        let hidden = status.map_or_else(|| resident::hidden(paths), |condition| Ok(condition.status.hidden));
        let hidden = hidden.unwrap_or_else(|problem| {
            output::problem(&problem);
            Vec::new()
        });
        let (exercises, patterns) = (library.content.exercises, library.content.patterns);
        Ok(Self { exercises, patterns, settings: loaded.settings, hidden, running })
    }

    /// Each with what speaks against it.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Exercise, Vec<Unfit>)> {
        self.exercises.iter().map(|exercise| (exercise, self.against(exercise)))
    }

    /// What speaks against this one.
    pub(super) fn against(&self, exercise: &Exercise) -> Vec<Unfit> {
        let rules = &self.settings.rules;
        let longest = rules.breaks.iter().map(|rule| rule.lasts).max().unwrap_or(Duration::MAX);
        let by_itself = self.hidden.iter().filter(|hidden| hidden.id == exercise.id).map(Unfit::from);
        by_itself.chain(unfit(exercise, &rules.fit, longest)).collect()
    }

    /// What still speaks against it once it is hidden no longer; nothing against what has left the library.
    pub(super) fn against_shown(&self, id: &str) -> Vec<Unfit> {
        let mut against = self.find(id).map(|exercise| self.against(exercise)).unwrap_or_default();
        against.retain(|reason| !reason.hides());
        against
    }

    pub(super) fn find(&self, id: &str) -> Result<&Exercise, String> {
        let known = || self.exercises.iter().map(|exercise| exercise.id.as_str());
        let found = self.exercises.iter().find(|exercise| exercise.id == id);
        found.ok_or_else(|| text::unknown(id, &near::near(id, known(), SUGGESTED)))
    }

    /// Who shows them now.
    pub(super) fn who(&self) -> Person {
        self.settings.look.who.at(wall())
    }

    /// What is called so is called this; an id that is only hidden, and no longer in the library, by itself.
    pub(super) fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.find(id).map_or(id, |exercise| exercise.name.as_str())
    }

    /// How many fit, of how many.
    pub(super) fn count(&self) -> (usize, usize) {
        (self.all().filter(|(_, against)| against.is_empty()).count(), self.exercises.len())
    }

    /// The ids that the settings hide.
    pub(super) fn in_settings(&self) -> impl Iterator<Item = &str> {
        self.settings.rules.fit.hidden.iter().map(String::as_str)
    }

    /// Whether anything hides it.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.hidden.iter().any(|hidden| hidden.id == id) || self.in_settings().any(|hidden| hidden == id)
    }
}

/// Lets the settings hide what `of` makes of the ids that they hide at that moment, who may have been others a moment ago.
fn hide_only(paths: &Paths, of: impl FnOnce(&[String]) -> Vec<String>) -> Result<(), Unchanged> {
    let hidden = |now: &Loaded| {
        let (before, ids) = (&now.settings.rules.fit.hidden, of(&now.settings.rules.fit.hidden));
        if *before == ids { Ok(now.text.clone()) } else { settings::set(&now.text, HIDDEN, &ids.join(",")) }
    };
    rewrite(paths, hidden).map(drop)
}

/// Lets the settings hide these as well; of each, whether they did so already.
pub(super) fn hide(paths: &Paths, ids: &[String]) -> Result<Vec<bool>, Unchanged> {
    let mut already = Vec::new();
    hide_only(paths, |before| {
        let mut hidden = before.to_vec();
        for id in ids {
            already.push(hidden.contains(id));
            if !hidden.contains(id) {
                hidden.push(id.clone());
            }
        }
        hidden
    })?;
    Ok(already)
}

/// Why something is not shown again.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum StillHidden {
    /// The app that runs hides it, and does not let go of it.
    App(NoAnswer),
    /// The settings hide it.
    Settings(Unchanged),
}

/// Shows these again, whatever hides them. Why that is not in the record, if it is not.
pub(super) fn unhide(
    paths: &Paths,
    library: &PersonalLibrary,
    ids: &[String],
) -> Result<Option<LedgerError>, StillHidden> {
    let by_itself = library.hidden.iter().map(|hidden| hidden.id.as_str()).filter(|id| ids.iter().any(|one| one == id));
    let why = lift(paths, library, &by_itself.collect::<Vec<_>>()).map_err(StillHidden::App)?;
    hide_only(paths, |before| before.iter().filter(|id| !ids.contains(id)).cloned().collect())
        .map_err(StillHidden::Settings)?;
    Ok(why)
}

/// Lifts what the engine has hidden by itself: in the app that runs, or in its memory. Why that is not in the record, if
/// it is not.
fn lift(paths: &Paths, library: &PersonalLibrary, ids: &[&str]) -> Result<Option<LedgerError>, NoAnswer> {
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
