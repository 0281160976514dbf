//! From nothing to the running loop, what is seen first. Owns the order of the start; the loop is `event_loop`'s.

use super::guide_state::ShownGuide;
use super::hooks::Hooks;
use super::store::History;
use super::windows::Windows;
use super::{Day, Journal, Machines, Message, Reports, Resident, Screen, Store, Watchers, event_loop, first, journal};
use crate::engine::Engine;
use crate::engine::event::Event;
use crate::engine::moment::Moment;
use crate::ledger::Lock;
use crate::parts::{Advice, FileProblem, Means, PartId, Report, own};
use crate::settings;
use crate::shell::clock::Timeline;
use crate::shell::files::{self, Loaded};
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::server::{self, Server};
use crate::shell::ipc::single::Single;
use crate::shell::ipc::{Call, Remark, Reply};
use crate::shell::paths::Paths;
use crate::shell::{Exit, output};
use crate::system::clock::{Deadline, wall};
use crate::system::main_loop::{self, Inbox, Sender};
use crate::system::{memory, process, terminal, watch};
use crate::text::attention::Instead;
use crate::text::cli as text;
use crate::text::files::because;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// An app that was started this moment listens by then, and one that ends has ended.
const SETTLES_WITHIN: Duration = Duration::from_secs(5);
// Nothing tells of the other process that could be waited on; it needs milliseconds.
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// What came in before the end still counts, up to so much.
// A program that floods the socket must not keep the app from ending.
const MOST_LEFT: usize = 1_000;

/// Runs the app until it is ended; if one runs already, says how that is.
pub(crate) fn run(paths: &Paths, day: Day, by: super::StartedBy) -> Exit {
    memory::share_one_pool();
    terminal::let_go();
    let deadline = Deadline::after(SETTLES_WITHIN);
    loop {
        match Single::acquire(paths) {
            Ok(Some(single)) => return alone(paths, day, single),
            Ok(None) => {
                if let Some(exit) = second(paths, by, &deadline) {
                    return exit;
                }
                thread::sleep(LOOK_AGAIN);
            }
            Err(error) => {
                output::problem(&text::cannot_start(&paths.runtime, &because(&error)));
                return Exit::Refused;
            }
        }
    }
}

/// The one that runs, to its end: written, shown, answered, and only then is the right to run given back. Those who
/// asked for the end hear of it last.
fn alone(paths: &Paths, day: Day, mut single: Single) -> Exit {
    let new = first::is_new(paths);
    let (sender, mut inbox) = match main_loop::channel() {
        Ok(ends) => ends,
        Err(error) => {
            output::problem(&text::no_windows(&because(&error)));
            return Exit::Refused;
        }
    };
    // Before the first reading, so that no change after it is missed.
    let tell = sender.clone();
    let watching = files::watch(paths, move || drop(tell.send(Message::Files)));
    let mut app = Resident::start(paths.clone(), single.ledger(), day, sender, new);
    let server = app.connect(watching.as_ref().err());
    app.hint_at_questions();
    app.show_day();
    if let Err(error) = event_loop::live(&mut app, &mut inbox) {
        output::problem(&error.to_string());
    }
    drop(watching);
    app.finish(inbox);
    if let Some(server) = &server {
        server.close();
    }
    // Before the last hanging up: whoever has asked for the end may start another one at once.
    drop(single);
    drop(server);
    Exit::Done
}

/// The second start shows how the first one is; one without a terminal, from a menu, has it show its window as well. None
/// when the first one is just starting or ending: look again.
fn second(paths: &Paths, by: super::StartedBy, deadline: &Deadline) -> Option<Exit> {
    let answer = client::call(paths, &Call::Status);
    let settled = !matches!(answer, Ok(Reply::Refused(_)) | Err(NoAnswer::NotRunning));
    if !settled && deadline.left().is_some() {
        return None;
    }
    output::speak(&files::language(paths));
    Some(match answer {
        Ok(Reply::Status(status)) => {
            output::line(&text::runs_already());
            output::line(&status.sentence());
            if by == super::StartedBy::Person && !output::by_terminal() {
                // Where no window can open, what is printed is all there is.
                let _ = client::call(paths, &Call::Show);
            }
            Exit::Done
        }
        Ok(Reply::Refused(why)) => {
            output::line(&text::runs_already());
            output::problem(&why.sentence());
            Exit::Done
        }
        Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => {
            output::line(&text::runs_already());
            output::problem(&why);
            Exit::Done
        }
        Ok(
            Reply::NotRecorded(_) | Reply::All(_) | Reply::Done | Reply::Told(_) | Reply::Parts(_) | Reply::Changed(_),
        ) => Exit::Done,
        Err(NoAnswer::NotRunning) => {
            output::line(&text::runs_already());
            output::problem(&text::out_of_reach());
            Exit::Done
        }
    })
}

impl Resident {
    /// The tray's threads connect while the record and the library are read; then the engine draws it.
    fn start(paths: Paths, lock: Option<Lock>, day: Day, sender: Sender<Message>, new: bool) -> Self {
        let mut reports = Reports::default();
        files::sweep(&paths);
        let loaded = first_settings(&paths, &mut reports);
        let screen = Screen::start(&paths, &loaded.settings, &sender);
        let (store, past) = Store::open(&paths, lock, wall());
        // Without a record every start would be the first.
        let new = new && !store.behind();
        let mut timeline = Timeline::start(loaded.settings.clock_speed, past.saved.as_ref().map(|saved| &saved.clock));
        if let (None, Some(begins)) = (&past.saved, day.begins) {
            timeline.begin_at(begins);
        }
        let (now, own) = (timeline.now(), files::own_library(&paths));
        let (library, wrong) = own.library();
        reports.library(library.content.exercises.len(), &wrong, now.local);
        let History { saved, first_id } = past;
        let rules = screen.rules(&loaded.settings.rules);
        let before = saved.as_ref().map(|saved| saved.clock.at);
        reports.welcome(saved.as_ref().is_some_and(|saved| saved.welcome_waits));
        let (engine, senses) =
            saved.map(|saved| (saved.engine, (saved.deafness, saved.asserted, saved.no_icon))).unzip();
        let (deafness, asserted, no_icon) = senses.unwrap_or_default();
        let (engine, effects) = Engine::start(rules, Arc::new(library.content), engine, first_id, now);
        let mut app = Self {
            paths,
            sender,
            watch: loaded.settings.rules.leave_after,
            journal: Journal::new(now),
            timeline,
            engine,
            store,
            reports,
            deafness,
            asserted,
            no_icon,
            screen,
            view: None,
            windows: Windows::default(),
            guide: ShownGuide::default(),
            hooks: Hooks::default(),
            machines: Machines::default(),
            senses: None,
            settings: loaded.settings,
            text: loaded.text,
            own,
            zone: None,
            offset: *now.local.offset(),
            watchers: Watchers::default(),
            ends: day.lasts.map(|lasts| now.elapsed.saturating_add(lasts)),
            day,
            stop: false,
            ending: Vec::new(),
            new,
            code: Arc::default(),
            settling: false,
        };
        app.note_start(before.as_ref(), &now);
        app.perform(now, effects);
        app
    }

    /// The journal says where a process ended and where this one began.
    fn note_start(&mut self, before: Option<&Moment>, now: &Moment) {
        let starts = self.settings.rules.day_starts;
        let killed = |before: &Moment| !self.store.ended_in_order(before.day(starts));
        let run = before.map(|before| Journal::of_start(*before, killed(before), now, starts));
        let settings = journal::settings_line(&self.text).map(|line| journal::input(now.local, starts, line));
        for line in run.into_iter().flatten().chain(settings) {
            self.store.note(line);
        }
    }

    /// Opens the ears: commands, senses, signals. The value ends the listening to commands. `unwatched`: why changes of
    /// files are not heard.
    fn connect(&mut self, unwatched: Option<&FileProblem>) -> Option<Server> {
        let now = self.now();
        self.report_guide(now);
        let now = now.local;
        if let Some(report) = self.screen.report() {
            self.reports.set(report, now);
        }
        if !self.screen.may_fail() {
            self.step(Event::Notifications { up: true });
        }
        self.reports.clock(self.settings.clock_speed, now);
        self.report_hooks();
        let socket = Means::file(&self.paths.socket());
        let (sender, path) = (self.sender.clone(), self.paths.clone());
        let listens = server::serve(&path, Arc::new(move |pending| sender.send(Message::Call(pending)).is_ok()));
        let report = match &listens {
            Ok(_) => Report::works(PartId::Commands, socket, own::Says::Listens),
            Err(error) => {
                let says = own::Says::NoSocket(error.to_string());
                Report::failed(PartId::Commands, socket, says, own::Advice::NoSocket)
            }
        };
        self.reports.set(report, now);
        self.start_senses();
        self.refresh_zone();
        let stops = self.sender.clone();
        if let Err(error) = process::hear_end(move || stops.send(Message::Stop).is_ok()) {
            output::problem(&error.to_string());
        }
        if let Some(problem) = unwatched {
            let says = own::Says::Problem(problem.clone());
            self.reports.set(Report::failed(PartId::FileChanges, watch::TOLD_BY, says, Advice::Nothing), now);
        }
        // After all that is seen: the first time there are years to go through.
        let (now, starts) = (self.now(), self.settings.rules.day_starts);
        self.meet_machines();
        self.store.digest(now.day(starts), starts);
        listens.ok()
    }

    /// An orderly end: what was answered before it counts, the engine clears the screen, the state is written, those who
    /// asked for it hear so, the tray goes.
    fn finish(mut self, inbox: Inbox<Message>) {
        for message in inbox.try_iter().take(MOST_LEFT) {
            self.take(message);
        }
        // Whoever asks from now on is refused by the server at once, instead of waiting for an answer.
        let _serves_the_icon = inbox.close();
        let exchange = self.quit();
        let lost = self.store.not_recorded().map(|why| Remark::Lost(why.clone()));
        for asked in std::mem::take(&mut self.ending) {
            let _ = asked.try_send(lost.clone().map_or(Reply::Done, Reply::Told));
        }
        if let Some(lost) = lost {
            output::problem(&lost.sentence());
        }
        self.hide_day();
        self.senses = None;
        self.screen.finish();
        crate::shell::sync::Exchange::finish(exchange);
    }
}

/// The settings at the start. A file that is no TOML is kept, named, and the defaults count.
fn first_settings(paths: &Paths, reports: &mut Reports) -> Loaded {
    let file = &paths.settings;
    let defaults =
        || Loaded { text: String::new(), settings: settings::defaults(), problems: Vec::new(), broken: false };
    // The system's language counts until the settings are read.
    output::speak("");
    let loaded = match files::load(file) {
        Ok(loaded) => loaded,
        Err(problem) => {
            reports.settings_failed(file, problem, Instead::Defaults, wall());
            return defaults();
        }
    };
    output::speak(&loaded.settings.language);
    if loaded.broken {
        let problem = match files::keep_broken(file) {
            Ok(kept) => FileProblem::KeptBroken { file: files::shown(file), kept: files::shown(&kept) },
            Err(error) => FileProblem::Unwritable(files::shown(file), (&error).into()),
        };
        reports.settings_failed(file, problem, Instead::Defaults, wall());
        return loaded;
    }
    reports.settings(file, &loaded.problems, wall());
    loaded
}
