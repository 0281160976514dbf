//! The settings from the command line. Owns how they are printed and put back; what they mean is `settings`'.

use crate::settings::{self, Problem};
use crate::shell::answer::{handed_on, told};
use crate::shell::cli::Config;
use crate::shell::files::{self, load};
use crate::shell::paths::Paths;
use crate::shell::rewrite::rewrite;
use crate::shell::{Exit, open, output};
use crate::text::settings::{problem_at, shown};
use crate::text::{cli as text, files as said, own_files};
use std::path::Path;

/// Does one of them.
pub(super) fn run(paths: &Paths, command: Config) -> Exit {
    let file = &paths.settings;
    match command {
        Config::Path => handed_on(Ok(file.display().to_string())),
        Config::Show { key: None } => told(show(paths, None)),
        Config::Show { key } => handed_on(show(paths, key.as_deref())),
        Config::Check { file: other } => check(paths, other.as_deref()),
        Config::Set { key, value } => told(change(paths, &key, |text| settings::set(text, &key, &value))),
        Config::Unset { key } => told(change(paths, &key, |text| settings::unset(text, &key))),
        Config::Edit => match files::make_settings(file).and_then(|()| open::in_editor(file)) {
            Ok(()) => check(paths, None),
            Err(problem) => told(Err(problem)),
        },
    }
}

fn show(paths: &Paths, key: Option<&str>) -> Result<String, String> {
    let all = settings::show(&files::settings(paths)?.text);
    let Some(key) = key else { return Ok(all.iter().map(shown).collect::<Vec<_>>().join("\n")) };
    if let Some(one) = all.iter().find(|shown| shown.key == key) {
        return Ok(one.plain.clone());
    }
    let below = all.iter().filter(|shown| shown.key.strip_prefix(key).is_some_and(|rest| rest.starts_with('.')));
    let lines: Vec<String> = below.map(shown).collect();
    if lines.is_empty() { Err(text::no_key(key)) } else { Ok(lines.join("\n")) }
}

/// Says what is wrong, a line each; the library too, where it is the person's own settings that are checked.
fn check(paths: &Paths, other: Option<&Path>) -> Exit {
    let file = other.unwrap_or(&paths.settings);
    if other.is_some() && !file.exists() {
        output::problem(&text::unreadable(file, &said::not_there()));
        return Exit::Usage;
    }
    let loaded = match load(file) {
        Ok(loaded) => loaded,
        Err(problem) => return told(Err(own_files::problem(&problem))),
    };
    let mut problems: Vec<String> = loaded.problems.iter().map(|problem| problem_at(file, problem)).collect();
    if other.is_none() {
        problems.extend(files::own_library(paths).library().1.lines());
    }
    if problems.is_empty() {
        return told(Ok(if file.exists() { text::settings_fine(file) } else { text::no_settings_file(file) }));
    }
    for problem in problems {
        output::line(&problem);
    }
    Exit::Refused
}

/// Changes one key and says what counts now; what the change makes wrong elsewhere is said as well.
pub(super) fn change(
    paths: &Paths,
    key: &str,
    how: impl Fn(&str) -> Result<String, Problem>,
) -> Result<String, String> {
    let file = &paths.settings;
    let done = rewrite(paths, |now| how(&now.text)).map_err(|why| why.by_command())?;
    for problem in settings::made_wrong(&done.before.text, &done.text) {
        output::problem(&problem_at(file, &problem));
    }
    let value = settings::get(&done.text, key).unwrap_or_default();
    Ok(text::changed(key, &value))
}
