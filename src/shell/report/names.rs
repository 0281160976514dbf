//! Names that may stand in a report and belong to the person: of themselves, their machine, their folders, calendars,
//! reminders and exercises. Owns finding them, and what stands in their place.

use crate::library;
use crate::settings::{self, PRESETS, Source, source_name};
use crate::shell::files;
use crate::shell::past::Past;
use crate::shell::paths::Paths;
use crate::system::machine;
use crate::text::about as text;
use std::collections::BTreeSet;

/// Names and what stands in their place.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Wherever they stand; the longest first.
    folders: Vec<(String, String)>,
    /// As words of their own.
    words: Vec<(String, String)>,
}

impl Names {
    /// Those of this person.
    pub(super) fn of(paths: &Paths, settings: &str, past: Option<&Past>) -> Self {
        let mut names = Self::default();
        let own = [Some(paths.settings_folder()), paths.ledger.parent(), Some(&paths.runtime), paths.home.as_deref()];
        let cache = paths.cache();
        for folder in own.into_iter().chain([cache.as_deref()]).flatten() {
            names.folder(&folder.display().to_string(), text::report_folder());
        }
        if let Some(home) = machine::home() {
            names.folder(&home.display().to_string(), "~".to_owned());
        }
        let known = settings::parse(settings).0;
        if let Some(folder) = &known.shared {
            names.folder(folder, text::report_folder());
            if let Some((home, below)) = machine::home().zip(settings::below_home(folder)) {
                names.folder(&home.join(below).display().to_string(), text::report_folder());
            }
        }
        for machine in past.and_then(|past| past.ledger.machines().ok()).into_iter().flatten() {
            names.word(&machine.name, text::report_host());
        }
        for source in known.calendar.sources {
            let (Source::Path(whole) | Source::Address(whole)) = source;
            names.word(&source_name(&whole), text::report_left_out());
            names.folder(&whole, text::report_left_out());
        }
        for name in machine::persons_names() {
            names.word(&name, text::report_person());
        }
        if let Some(host) = machine::host() {
            names.word(&host, text::report_host());
        }
        for (at, name) in reminders(settings, past).into_iter().chain(exercises(paths)).enumerate() {
            names.word(&name, text::report_own(at + 1));
        }
        names.folders.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        names
    }

    fn folder(&mut self, name: &str, instead: String) {
        // The root alone stands in every path.
        if name.len() > 1 {
            self.folders.push((name.to_owned(), instead));
        }
    }

    fn word(&mut self, name: &str, instead: String) {
        if !name.is_empty() {
            self.words.push((name.to_owned(), instead));
        }
    }

    /// A text with something else in the place of each.
    pub(super) fn left_out(&self, told: &str) -> String {
        let told = self.folders.iter().fold(told.to_owned(), |told, (name, instead)| told.replace(name, instead));
        self.words.iter().fold(told, |told, (name, instead)| without(&told, name, instead))
    }
}

/// A text with something else in the place of a word.
fn without(told: &str, name: &str, instead: &str) -> String {
    let within = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let (mut out, mut rest) = (String::with_capacity(told.len()), told);
    while let Some(at) = rest.find(name) {
        let (before, found) = rest.split_at(at);
        let after = &found[name.len()..];
        let last = before.chars().next_back().or_else(|| out.chars().next_back().filter(|_| before.is_empty()));
        let word = !last.is_some_and(within) && !after.chars().next().is_some_and(within);
        out.push_str(before);
        out.push_str(if word { instead } else { name });
        rest = after;
    }
    out + rest
}

/// Names of breaks and nudges that are in no default and no preset: in the settings, and in the record of before.
fn reminders(settings: &str, past: Option<&Past>) -> BTreeSet<String> {
    let of_keys = |text: &str| -> BTreeSet<String> {
        let named = settings::show(text).into_iter().filter_map(|shown| {
            let (family, rest) = shown.key.split_once('.')?;
            let name = matches!(family, "break" | "nudge").then(|| rest.split('.').next())??;
            Some(name.to_owned())
        });
        named.collect()
    };
    let recorded = past.and_then(|past| past.ledger.history(past.until).ok()).unwrap_or_default();
    let mut own = of_keys(settings);
    own.extend(recorded.rows.into_iter().map(|row| row.reminder));
    own.extend(recorded.nudges.into_iter().map(|nudge| nudge.reminder));
    let known = of_keys("");
    // A preset names its breaks behind its own name.
    own.retain(|name| !known.contains(name) && !PRESETS.contains(&format!(".{name}.")));
    own
}

/// Ids of exercises that came with the person's own files.
fn exercises(paths: &Paths) -> BTreeSet<String> {
    let ids =
        |library: library::Library| library.content.exercises.into_iter().map(|it| it.id).collect::<BTreeSet<_>>();
    let shipped = ids(library::content(library::ENGLISH, &[]).0);
    ids(files::own_library(paths).library().0).difference(&shipped).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn a_name_is_left_out_where_it_is_a_word() {
        assert_eq!(
            without("break.meds.every, due meds; medsy meds-2 meds", "meds", "own-1"),
            "break.own-1.every, due own-1; medsy meds-2 own-1"
        );
        assert_eq!(without("annaanna anna", "anna", "(you)"), "annaanna (you)");
    }
}
