//! `unhunch exercises`: which there are, which fit, and hiding them. Owns the printing.

use super::picture;
use crate::engine::content::{Equipment, Exercise, Kind, Occasion, Posture};
use crate::engine::fit::Unfit;
use crate::ledger::LedgerError;
use crate::shell::answer::{handed_on, no_answer, not_recorded, told};
use crate::shell::cli::{ExerciseList, Exercises};
use crate::shell::exercises::{self, PersonalLibrary, StillHidden};
use crate::shell::ipc::client::NoAnswer;
use crate::shell::paths::Paths;
use crate::shell::{Exit, output};
use crate::text::{cli, exercises as text};
use serde::Serialize;

/// What is wrong with the ids that are named, a sentence each. What is hidden can be shown again although it has left the
/// library.
fn unknown(library: &PersonalLibrary, what: Option<&Exercises>) -> Vec<String> {
    let ids = match what {
        None | Some(Exercises::List(_)) => &[][..],
        Some(Exercises::Show { id, .. }) => std::slice::from_ref(id),
        Some(Exercises::Hide { ids } | Exercises::Unhide { ids }) => ids,
    };
    let hidden =
        |id: &String| matches!(what, Some(Exercises::Unhide { .. })) && library.in_settings().any(|one| one == id);
    ids.iter().filter(|id| !hidden(id)).filter_map(|id| library.find(id).err()).collect()
}

/// Does one of them; the list where none is named.
pub(super) fn run(paths: &Paths, list: ExerciseList, what: Option<Exercises>) -> Exit {
    let library = match PersonalLibrary::open(paths) {
        Ok(library) => library,
        Err(problem) => return told(Err(problem)),
    };
    let unknown = unknown(&library, what.as_ref());
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

fn listed(library: &PersonalLibrary, form: ExerciseList) -> Exit {
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

fn page(library: &PersonalLibrary, exercise: &Exercise) -> String {
    let (page, against) = (cli::exercise_page(exercise), library.against(exercise));
    let picture = picture::in_terminal(exercise, library.who()).unwrap_or_default();
    if against.is_empty() { picture + &page } else { format!("{picture}{page}\n\n{}", text::not_now(&against)) }
}

fn hide(paths: &Paths, library: &PersonalLibrary, ids: &[String]) -> Result<String, String> {
    let already = exercises::hide(paths, ids).map_err(|why| why.by_command())?;
    let said = ids.iter().zip(already).map(|(id, already)| {
        let name = library.name(id);
        if already { text::hidden_already(name) } else { text::hidden(name, id) }
    });
    Ok(said.collect::<Vec<_>>().join("\n"))
}

/// What is said of it, and why it is not in the record, if it is not.
fn unhide(paths: &Paths, library: &PersonalLibrary, ids: &[String]) -> Result<(String, Option<LedgerError>), NoAnswer> {
    let why = exercises::unhide(paths, library, ids).map_err(|why| match why {
        StillHidden::App(none) => none,
        StillHidden::Settings(why) => NoAnswer::Trouble(why.by_command()),
    })?;
    let said = ids.iter().map(|id| {
        let name = library.name(id);
        if library.hides(id) { text::shown(name, &library.against_shown(id)) } else { text::not_hidden(name) }
    });
    Ok((said.collect::<Vec<_>>().join("\n"), why))
}
