//! The commands, one after the other. Owns which command does what and its exit code; never the work behind it.

mod about;
mod autostart;
mod calendar;
mod config;
mod delete;
mod exercises;
mod export;
mod guide;
mod hook;
mod import;
mod launch;
mod learn;
mod log;
mod machines;
mod main_window;
mod merge;
mod open;
mod picture;
mod reading;
mod report;
mod request;
mod review;
mod setup;
mod simulate;
mod symptoms;
mod uninstall;
mod why;
mod window;

use super::answer::{misused, told};
use super::cli::{Cli, Command, Correct, Hook};
use super::paths::Paths;
use super::{Exit, calendars, cli, demo, doctor, files, output, picture_cache, resident};
use crate::engine::event::Request;
use crate::shell::resident::StartedBy;

pub(crate) use main_window::alone as main_window_by_itself;
pub(crate) use review::run as print_review;

/// Does what the command line says.
pub(crate) fn run(cli: Cli) -> Exit {
    let paths = match Paths::find(cli.home.as_deref()) {
        Ok(paths) => paths,
        Err(problem) => return told(Err(problem)),
    };
    let by = if cli.at_login { StartedBy::Session } else { StartedBy::Person };
    let Some(command) = cli.command else { return resident::run(&paths, resident::Day::default(), by) };
    output::speak(&files::language(&paths));
    match command {
        Command::Status { json, watch } => request::status(&paths, json, watch),
        Command::Start => request::ask(&paths, Request::Start),
        Command::Done => request::ask(&paths, Request::Done),
        Command::Skip => request::ask(&paths, Request::Skip),
        Command::Snooze => request::ask(&paths, Request::Snooze),
        Command::Pause { how_long } => match cli::how_long(&how_long) {
            Ok(pause) => request::pause(&paths, pause),
            Err(problem) => misused(&problem),
        },
        Command::Meeting { how_long } => match cli::meeting(&how_long) {
            Ok(said) => request::meeting(&paths, said),
            Err(problem) => misused(&problem),
        },
        Command::CheckIn { feeling } => request::check_in(&paths, feeling),
        Command::Symptoms(form) => symptoms::run(&paths, form),
        Command::Resume => request::ask(&paths, Request::Resume),
        Command::Review { form: _, correct: Some(Correct::Correct { id, outcome }) } => {
            review::correct(&paths, id, outcome.into())
        }
        Command::Review { form, correct: None } => review::run(&paths, &form),
        Command::Delete(said) => delete::run(&paths, &said),
        Command::Import(said) => import::run(&paths, &said),
        Command::Merge(said) => merge::run(&paths, &said),
        Command::Machines(said) => machines::run(&paths, &said),
        Command::Export(said) => export::run(&paths, &said),
        Command::Why { time, day } => why::run(&paths, time, day),
        Command::Calendar(form) => calendar::run(&paths, &form),
        Command::Config(command) => config::run(&paths, command),
        Command::Hook(Hook::Try { event }) => hook::run(&paths, event),
        Command::Doctor { seen: true, .. } => told(doctor::seen(&paths)),
        Command::Doctor { json, watch: false, .. } => doctor::run(&paths, json),
        Command::Doctor { json, watch: true, .. } => doctor::watch(&paths, json),
        Command::Report => report::run(&paths),
        Command::Simulate(form) => simulate::run(&form),
        Command::Log { scenario } => log::run(&paths, scenario),
        Command::Exercises { list, what } => exercises::run(&paths, list, what),
        Command::Setup { window } => setup::run(&paths, window),
        Command::Guide { id } => id.map_or_else(|| request::guide(&paths), |id| guide::practice(&paths, &id)),
        Command::Window { kind } => window::run(&paths, kind),
        Command::Learn(form) => learn::run(&paths, &form),
        Command::Open { page, subject } => open::run(&paths, page.unwrap_or_default(), subject),
        Command::Demo => demo::run(),
        Command::Autostart { what } => autostart::run(&paths, what),
        Command::Launcher { what } => launch::run(&paths, what),
        Command::Quit => request::quit(&paths),
        Command::Uninstall(said) => uninstall::run(&paths, said),
        Command::Completions { shell } => about::completions(shell),
        Command::Man => about::man(),
        Command::ReadCalendars => calendars::run(),
        Command::DrawFigures => picture_cache::run(&paths),
    }
}
