//! What is taken up while running: changed settings, a changed library, another zone. Owns the comparison with what
//! counts already; no countdown is lost by any of it.

use super::{Resident, journal};
use crate::engine::event::Event;
use crate::parts::{FileProblem, PartId, PartState};
use crate::shell::files::{self, Loaded};
use crate::shell::ipc::{Refused, Reply};
use crate::shell::output;
use crate::shell::paths::fingerprint;
use crate::system::clock::zone_name;
use crate::text::attention::Instead;
use std::ffi::OsStr;
use std::sync::Arc;

impl Resident {
    /// One of the person's files may have changed.
    pub(super) fn reload(&mut self) {
        match files::load(&self.paths.settings) {
            Ok(loaded) if loaded.text == self.text && !self.reports.failed(PartId::Settings) => {}
            Ok(loaded) if loaded.broken => {
                self.settings_failed(FileProblem::NowBroken(files::shown(&self.paths.settings)));
            }
            Ok(loaded) => self.new_settings(loaded),
            Err(problem) => self.settings_failed(problem),
        }
        let own = files::own_library(&self.paths);
        if own != self.own {
            self.own = own;
            self.new_library();
        }
    }

    /// Takes up what a command has just changed; the text with this fingerprint is to count then.
    pub(super) fn take_up(&mut self, which: u64) -> Reply {
        self.reload();
        let file = &self.paths.settings;
        match self.reports.last(PartId::Settings).filter(|report| report.state == PartState::Failed) {
            Some(failed) => Reply::Refused(Refused::Settings(failed.says.clone())),
            None if fingerprint(OsStr::new(&self.text)) == which => Reply::Done,
            None => Reply::Refused(Refused::OtherSettings(file.clone())),
        }
    }

    fn settings_failed(&mut self, problem: FileProblem) {
        let now = self.now().local;
        self.reports.settings_failed(&self.paths.settings, problem, Instead::Before, now);
    }

    fn new_settings(&mut self, loaded: Loaded) {
        let moment = self.now();
        let now = moment.local;
        output::speak(&loaded.settings.language);
        self.reports.settings(&self.paths.settings, &loaded.problems, now);
        self.text = loaded.text;
        let line = journal::settings_line(&self.text).unwrap_or_else(|| "settings".into());
        self.store.note(journal::input(now, loaded.settings.rules.day_starts, line));
        let before = std::mem::replace(&mut self.settings, loaded.settings);
        self.timeline.set_speed(self.settings.clock_speed);
        self.keep_pace();
        self.reports.clock(self.settings.clock_speed, now);
        self.screen.set(&self.settings);
        self.report_guide(moment);
        if let Some(report) = self.screen.report() {
            self.reports.set(report, now);
        }
        if before.senses != self.settings.senses
            || before.calendar != self.settings.calendar
            || before.clock_speed != self.settings.clock_speed
        {
            self.start_senses();
        }
        if before.shared != self.settings.shared || before.called != self.settings.called {
            self.start_machines();
        }
        if before.hooks != self.settings.hooks {
            self.new_hooks(&before.hooks);
        }
        if before.rules != self.settings.rules {
            self.step(Event::Rules(Box::new(self.rules())));
        }
        if before.language != self.settings.language {
            self.new_language();
        }
    }

    /// The library's texts are of the new language, and the tray is told in it, though no value of it has changed.
    fn new_language(&mut self) {
        self.new_library();
        self.draw();
    }

    fn new_library(&mut self) {
        let (library, wrong) = self.own.library();
        let now = self.now().local;
        self.reports.library(library.content.exercises.len(), &wrong, now);
        self.step(Event::Library(Arc::new(library.content)));
    }

    /// Tells the engine of the zone, if it is another one.
    pub(super) fn refresh_zone(&mut self) {
        let zone = zone_name();
        if zone != self.zone {
            self.zone.clone_from(&zone);
            self.step(Event::Zone(zone));
        }
    }
}
