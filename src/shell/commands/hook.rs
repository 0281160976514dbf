//! `unhunch hook`: a program that is run when something happens, tried out. Owns the example that it is told, and what is
//! printed of it.

use crate::plain::harmless;
use crate::settings::HookEvent;
use crate::shell::answer::told;
use crate::shell::hooks;
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, output};
use crate::text::{commands, hooks as text};

/// Runs the program once, and prints how it ended and what it printed.
pub(super) fn run(paths: &Paths, event: HookEvent) -> Exit {
    let settings = match files::settings(paths) {
        Ok(loaded) => loaded.settings,
        Err(problem) => return told(Err(problem)),
    };
    let Some(named) = settings.hooks.get(&event) else {
        return told(Err(format!("{} {}", text::none_named(), commands::name_hook(event))));
    };
    let run = hooks::run(named, &hooks::example(paths, &settings, event), true);
    let program = named.first().map(|program| harmless(program)).unwrap_or_default();
    let said = text::tried(&program, run.end.as_ref(), run.took);
    let printed: Vec<String> = run.printed.lines().map(harmless).collect();
    if printed.is_empty() {
        output::line(&text::printed_nothing());
    } else {
        output::text(&(printed.join("\n") + "\n"));
    }
    told(if run.end.is_none() { Ok(said) } else { Err(said) })
}
