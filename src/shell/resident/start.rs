//! From nothing to the running loop, what is seen first. Owns the order of the start; the loop is `turn`'s.

use super::keep::Past;
use super::{Day, Guide, Journal, Keep, Message, Reports, Resident, Screen, Watchers, first, journal};
use crate::engine::Engine;
use crate::engine::event::Event;
use crate::ledger::Lock;
use crate::parts::Report;
use crate::settings;
use crate::shell::clock::{Timeline, wall};
use crate::shell::files::{self, Loaded};
use crate::shell::ipc::Reply;
use crate::shell::ipc::client::{NoAnswer, first_status};
use crate::shell::ipc::server;
use crate::shell::ipc::single::Single;
use crate::shell::paths::Paths;
use crate::shell::{Exit, memory, say};
use crate::words::attention::Instead;
use crate::words::{cli as words, doctor};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// Runs the app until it is ended; if one runs already, says how that is.
pub(crate) fn run(paths: &Paths, day: Day) -> Exit {
    memory::share_one_pool();
    let mut single = match Single::acquire(paths) {
        Ok(Some(single)) => single,
        Ok(None) => return second(paths),
        Err(error) => {
            say::problem(&words::cannot_start(&paths.runtime, &error.to_string()));
            return Exit::Refused;
        }
    };
    let mut app = Resident::start(paths.clone(), single.ledger(), day);
    let watching = app.connect();
    app.hint_at_questions();
    app.live();
    drop(watching);
    app.finish();
    drop(single);
    Exit::Done
}

/// The second start shows how the first one is.
fn second(paths: &Paths) -> Exit {
    match first_status(paths) {
        Ok(Reply::Status(status)) => {
            say::line(words::RUNS_ALREADY);
            say::line(&words::status(&status));
            Exit::Done
        }
        Ok(Reply::Refused(why)) | Err(NoAnswer::Trouble(why)) => {
            say::line(words::RUNS_ALREADY);
            say::problem(&why);
            Exit::Done
        }
        Ok(Reply::Done | Reply::Told(_) | Reply::Parts(_) | Reply::Changed(_)) => Exit::Done,
        Err(NoAnswer::NotRunning) => {
            say::line(words::RUNS_ALREADY);
            say::problem(words::OUT_OF_REACH);
            Exit::Done
        }
    }
}

impl Resident {
    /// The tray's threads connect while the record and the library are read; then the engine draws it.
    fn start(paths: Paths, lock: Option<Lock>, day: Day) -> Self {
        let (new, (sender, inbox)) = (first::is_new(&paths), channel());
        let mut reports = Reports::default();
        let loaded = first_settings(&paths, &mut reports);
        let screen = Screen::start(&paths, &loaded.settings, &sender);
        let (keep, past) = Keep::open(&paths, lock, wall());
        // Without a record every start would be the first.
        let new = new && !keep.behind();
        let mut timeline = Timeline::start(loaded.settings.clock_speed, past.saved.as_ref().map(|saved| &saved.clock));
        if let (None, Some(begins)) = (&past.saved, day.begins) {
            timeline.begin_at(begins);
        }
        let (now, own) = (timeline.now(), files::own_library(&paths));
        let (library, wrong) = own.library();
        reports.library(library.content.exercises.len(), &wrong, now.local);
        let Past { saved, first_id } = past;
        let rules = screen.rules(&loaded.settings.rules);
        let before = saved.as_ref().map(|saved| saved.clock.at);
        let (engine, senses) = saved.map(|saved| (saved.engine, (saved.heard, saved.word))).unzip();
        let (heard, word) = senses.unwrap_or_default();
        let (engine, effects) = Engine::start(rules, Arc::new(library.content), engine, first_id, now);
        let mut app = Self {
            paths,
            sender,
            inbox,
            watch: loaded.settings.rules.leave_after,
            journal: Journal::new(now),
            timeline,
            engine,
            keep,
            reports,
            heard,
            word,
            screen,
            view: None,
            guide: Guide::default(),
            senses: None,
            settings: loaded.settings,
            text: loaded.text,
            own,
            zone: None,
            offset: *now.local.offset(),
            watchers: Watchers::default(),
            ends: day.lasts.map(|lasts| now.elapsed.saturating_add(lasts)),
            stop: false,
            at_rest: false,
            new,
            code: memory::Code::find(),
        };
        app.note_start(before.as_ref(), &now);
        app.perform(now, effects);
        app
    }

    /// The journal says where a process ended and where this one began.
    fn note_start(&mut self, before: Option<&crate::engine::moment::Moment>, now: &crate::engine::moment::Moment) {
        let starts = self.settings.rules.day_starts;
        if let Some(before) = before {
            if !self.keep.ended_in_order(before.day(starts)) {
                self.keep.note(journal::input(before.local, starts, "kill".into()));
            }
            self.keep.note(journal::input(now.local, starts, "run".into()));
        }
        if let Some(line) = journal::settings_line(&self.text) {
            self.keep.note(journal::input(now.local, starts, line));
        }
    }

    /// Opens the ears: commands, senses, signals, changed files. The value ends the listening to files.
    fn connect(&mut self) -> Option<notify::RecommendedWatcher> {
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
        let socket = self.paths.socket().display().to_string();
        let (sender, path) = (self.sender.clone(), self.paths.clone());
        let listens = server::serve(&path, Arc::new(move |question| sender.send(Message::Question(question)).is_ok()));
        let report = match listens {
            Ok(()) => Report::works("commands", socket, doctor::LISTENS),
            Err(error) => {
                Report::failed("commands", socket, words::no_socket(&error.to_string()), doctor::NO_SOCKET_ADVICE)
            }
        };
        self.reports.set(report, now);
        self.start_senses();
        self.refresh_zone();
        hear_signals(self.sender.clone());
        let sender = self.sender.clone();
        match files::watch(&self.paths, move || drop(sender.send(Message::Files))) {
            Ok(watcher) => Some(watcher),
            Err(problem) => {
                self.reports.set(Report::failed("file changes", "inotify", problem, ""), now);
                None
            }
        }
    }

    /// An orderly end: the engine clears the screen, the state is written, the tray goes.
    fn finish(mut self) {
        self.step(Event::Quit);
        self.senses = None;
        self.screen.finish();
    }
}

/// The settings at the start. A file that is no TOML is kept, named, and the defaults count.
fn first_settings(paths: &Paths, reports: &mut Reports) -> Loaded {
    let file = &paths.settings;
    let defaults =
        || Loaded { text: String::new(), settings: settings::defaults(), problems: Vec::new(), broken: false };
    let loaded = match files::load(file) {
        Ok(loaded) => loaded,
        Err(problem) => {
            reports.settings_failed(file, problem, Instead::Defaults, wall());
            return defaults();
        }
    };
    if loaded.broken {
        let says = match files::keep_broken(file, &loaded.text) {
            Ok(kept) => words::kept_broken(file, &kept),
            Err(error) => words::unwritable(file, &error.to_string()),
        };
        reports.settings_failed(file, says, Instead::Defaults, wall());
        return loaded;
    }
    reports.settings(file, &loaded.problems, wall());
    loaded
}

/// SIGTERM, SIGINT and SIGHUP end the app in order.
fn hear_signals(sender: Sender<Message>) {
    let heard = Signals::new([SIGTERM, SIGINT, SIGHUP]).and_then(|mut signals| {
        thread::Builder::new().name("signals".into()).stack_size(64 * 1024).spawn(move || {
            for _ in signals.forever() {
                if sender.send(Message::Stop).is_err() {
                    return;
                }
            }
        })
    });
    if let Err(error) = heard {
        say::problem(&error.to_string());
    }
}
