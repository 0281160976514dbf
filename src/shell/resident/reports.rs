//! How each part is doing and since when. Owns the list that `doctor` prints, and which senses are lost;
//! never inspects anything itself.

use super::Store;
use super::attention::{Attentions, Matter};
use crate::engine::event::{Event, Sense};
use crate::engine::moment::Stamp;
use crate::parts::{Advice, FileProblem, Means, PartId, PartState, Report, own};
use crate::settings::Problem;
use crate::shell::files::Wrong;
use crate::shell::ipc::{Attention, PartStatus};
use crate::shell::output;
use crate::text::attention::Instead;
use crate::text::parts;
use crate::text::settings::problem_at;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The parts in their order.
#[derive(Debug, Default)]
pub(super) struct Reports {
    parts: BTreeMap<PartId, PartStatus>,
    lost: BTreeMap<Sense, Event>,
    worked: BTreeSet<Sense>,
    /// What of it needs the person's attention.
    pub attention: Attentions,
}

impl Reports {
    /// Takes in a report of the shell's or an output's. What fails, or fails in another way, is said in one line.
    pub(super) fn set(&mut self, report: Report, now: Stamp) {
        let before = self.parts.get(&report.part);
        let worse = report.state == PartState::Failed && before.is_none_or(|part| part.report.says != report.says);
        self.put(report, worse, now);
    }

    /// Takes in a sense's report: what the engine must know of it, if that has changed. A sense that fails is said once:
    /// what it says while it fails is how often it tried again, and `doctor` tells that.
    pub(super) fn set_sense(&mut self, report: Report, now: Stamp) -> Option<Event> {
        let (sense, state) = (report.part.sense(), report.state);
        let worse = state == PartState::Failed && !self.failed(report.part);
        self.put(report, worse, now);
        let sense = sense?;
        let lost = match state {
            PartState::Works => {
                // The engine must know that a sense worked, to tell a loss from what was never there.
                let (back, first) = (self.lost.remove(&sense).is_some(), self.worked.insert(sense));
                return (back || first).then_some(Event::Sense { sense, up: true });
            }
            PartState::Off => Event::SenseOff(sense),
            PartState::NotHere | PartState::Failed => Event::Sense { sense, up: false },
        };
        let known = self.lost.insert(sense, lost.clone()).is_some();
        (!known).then_some(lost)
    }

    fn put(&mut self, report: Report, aloud: bool, now: Stamp) {
        if aloud {
            output::problem(&parts::problem(&report));
        }
        let before = self.parts.get(&report.part).filter(|part| part.report.state == report.state);
        let since = before.map_or(Some(now), |part| part.since);
        self.parts.insert(report.part, PartStatus { report, since });
    }

    /// How the settings are. Each problem is said in a line of its own.
    pub(super) fn settings(&mut self, file: &Path, problems: &[Problem], now: Stamp) {
        for problem in problems {
            output::problem(&problem_at(file, problem));
        }
        let says = own::Says::Settings(Problem::count(problems));
        let mut report = Report::works(PartId::Settings, Means::file(file), says);
        if !problems.is_empty() {
            report.advice = own::Advice::CheckSettings.into();
        }
        self.set(report, now);
        let more = Problem::count(problems) - problems.len();
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        self.attention.set(Matter::Settings, (!lines.is_empty()).then_some(Attention::Settings { lines, more }));
    }

    /// The settings file as a whole does not count: what says why and what to do, and what counts in its place.
    pub(super) fn settings_failed(&mut self, file: &Path, problem: FileProblem, instead: Instead, now: Stamp) {
        let says = own::Says::Problem(problem);
        self.set(Report::failed(PartId::Settings, Means::file(file), says, Advice::Nothing), now);
        self.attention.set(Matter::Settings, Some(Attention::NoSettings(instead)));
    }

    /// How the record is.
    pub(super) fn record(&mut self, store: &Store, now: Stamp) {
        self.set(store.report(), now);
        self.attention.set(Matter::Record, store.not_recorded().map(|why| Attention::NotRecorded(why.clone())));
        let unseen = store.unseen();
        self.attention.set(Matter::Aside, (!unseen.is_empty()).then(|| Attention::SetAside(unseen.to_vec())));
    }

    /// How the library is. Each problem is said in a line of its own.
    pub(super) fn library(&mut self, exercises: usize, wrong: &Wrong, now: Stamp) {
        for line in wrong.lines() {
            output::problem(&line);
        }
        // Its problems are said by now.
        self.put(wrong.report(exercises), false, now);
        let problems = wrong.count();
        self.attention.set(Matter::Library, (problems > 0).then_some(Attention::Library(problems)));
    }

    /// What of the parts the person should know of while it lasts.
    pub(super) fn attend_parts(&mut self) {
        let missing =
            |part| self.last(part).is_some_and(|report| matches!(report.state, PartState::NotHere | PartState::Failed));
        let (notifications, icon) = (missing(PartId::Notifications), missing(PartId::Tray));
        // A sense that this system does not have was never promised.
        let silent: Vec<Sense> = Sense::ALL.into_iter().filter(|sense| self.failed((*sense).into())).collect();
        self.attention.set(Matter::Notifications, notifications.then_some(Attention::NoNotifications));
        self.attention.set(Matter::Icon, icon.then_some(Attention::NoIcon));
        self.attention.set(Matter::Senses, (!silent.is_empty()).then_some(Attention::Silent(silent)));
    }

    /// Whether the first questions wait for somebody to be there.
    pub(super) fn welcome(&mut self, waits: bool) {
        self.attention.set(Matter::Welcome, waits.then_some(Attention::Welcome));
    }

    /// How fast the clock runs.
    pub(super) fn clock(&mut self, speed: u32, now: Stamp) {
        let mut report = Report::works(PartId::Clock, Means::Nothing, own::Says::Speed(speed));
        if speed != 1 {
            report.advice = own::Advice::Fast.into();
        }
        self.set(report, now);
    }

    /// What a newly started engine must know: the senses that are lost.
    pub(super) fn lost(&self) -> impl Iterator<Item = Event> {
        self.lost.values().cloned()
    }

    /// What a part reported last.
    pub(super) fn last(&self, part: PartId) -> Option<&Report> {
        self.parts.get(&part).map(|part| &part.report)
    }

    /// Whether a part works.
    pub(super) fn works(&self, part: PartId) -> bool {
        self.last(part).is_some_and(|report| report.state == PartState::Works)
    }

    /// Whether a part has failed.
    pub(super) fn failed(&self, part: PartId) -> bool {
        self.last(part).is_some_and(|report| report.state == PartState::Failed)
    }

    /// All parts.
    pub(super) fn all(&self) -> Vec<PartStatus> {
        self.parts.values().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::{calendar, calls, outputs, senses};

    fn at(minute: u32) -> Stamp {
        format!("2026-01-05T09:{minute:02}:00+00:00").parse().expect("a time")
    }

    #[test]
    fn a_part_is_as_it_is_since_its_state_changed() {
        let mut reports = Reports::default();
        let shown = |panel: &str| Report::works(PartId::Tray, panel, outputs::Says::IconShown);
        reports.set(shown("a panel"), at(0));
        reports.set(shown("another"), at(5));
        let parts = reports.all();
        assert_eq!((parts[0].since, &parts[0].report), (Some(at(0)), &shown("another")));
        reports.set(Report::not_here(PartId::Tray, outputs::Says::NoHost, Advice::Nothing), at(7));
        assert_eq!(reports.all()[0].since, Some(at(7)));
    }

    #[test]
    fn the_engine_hears_of_a_lost_sense_once_and_of_its_return() {
        let mut reports = Reports::default();
        let gone = senses::no_display;
        let works = || senses::idle_works(Means::XAlarms);
        assert_eq!(reports.set_sense(works(), at(0)), Some(Event::Sense { sense: Sense::Idle, up: true }));
        assert_eq!(reports.set_sense(works(), at(0)), None);
        assert_eq!(reports.set_sense(gone(), at(1)), Some(Event::Sense { sense: Sense::Idle, up: false }));
        assert_eq!(reports.set_sense(gone(), at(2)), None);
        assert_eq!(reports.lost().count(), 1);
        assert_eq!(reports.set_sense(works(), at(3)), Some(Event::Sense { sense: Sense::Idle, up: true }));
        assert_eq!(reports.set_sense(senses::clocks_work(Means::KernelTimer), at(4)), None);
        let unnamed = reports.set_sense(calendar::no_sources(), at(5));
        assert_eq!(unnamed, Some(Event::SenseOff(Sense::Calendar)), "no calendar is no loss");
    }

    #[test]
    fn a_sense_that_is_switched_off_is_lost_without_having_failed() {
        let mut reports = Reports::default();
        let back = Some(Event::Sense { sense: Sense::Mic, up: true });
        let mic = |says: calls::Says| Report::works(Sense::Mic, Means::SoundProtocol, says);
        let free = || mic(calls::Says::Free { wait: None });
        assert_eq!(reports.set_sense(free(), at(0)), back);
        // What only says something else is for `doctor` alone: no step of the engine, so nothing is written.
        assert_eq!(reports.set_sense(mic(calls::Says::InUse { program: None, wait: None }), at(0)), None);
        assert_eq!(reports.set_sense(Report::off(Sense::Mic), at(1)), Some(Event::SenseOff(Sense::Mic)));
        assert_eq!(reports.set_sense(Report::off(Sense::Mic), at(2)), None);
        assert_eq!(reports.lost().collect::<Vec<_>>(), [Event::SenseOff(Sense::Mic)]);
        assert_eq!(reports.set_sense(free(), at(3)), back);
        assert_eq!(reports.lost().count(), 0);
    }
}
