//! The guide beside a running break, and the breath along before a call. Owns where they are shown, window or
//! notification, and what the person says there; never decides how a break ends (`outcome` does).
//!
//! Where BEHAVIOUR is silent, these rules hold:
//!
//! * A window that cannot open is not tried again until the rules change, the person asks for it or the process starts
//!   anew; the person is told once, where the steps then come.
//! * *Swap* goes through what fits; what was swapped in this break does not come again in it.
//! * A breath along is over when its meeting begins, and when anything else asks for quiet. No prompt comes over it, and a
//!   break that is started ends it.

use super::Engine;
use super::effect::What;
use super::event::GuideSays;
use super::guide::{GuidePlace, GuideView, Subject};
use super::instance::ExerciseResult;
use super::outcome::Ended;
use super::running::Guide;
use super::state::Screen;
use super::timetable::{self, Beat};
use crate::words::{notices, reasons, refusals};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Whether a window can open, as far as this process knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Windows {
    /// Nothing speaks against it.
    #[default]
    Open,
    /// The person asked for one in the break with this number, wherever the rules want it.
    Asked(u64),
    /// None could open, and the person does not know yet.
    Failed,
    /// None could open, and the person was told.
    Told,
}

/// A breath before a call, offered or along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Breath {
    /// The pattern's id.
    pub(super) pattern: String,
    /// When it ends at the latest: its meeting begins.
    pub(super) until: Duration,
    /// When the person began to breathe along, and when the pattern ends.
    pub(super) along: Option<(Duration, Duration)>,
}

impl Engine {
    /// A guide is open, in the window or in the notification: the person goes by its time.
    #[must_use]
    pub fn guides(&self) -> bool {
        let runs = self.running_break().and_then(|i| self.state.breaks[i].running());
        runs.map_or(self.breathing_along(), |run| run.guide.is_some())
    }

    /// Where a guide is shown now.
    pub(super) fn guide_place(&self) -> GuidePlace {
        match self.windows {
            Windows::Asked(id) if self.running_instance() == Some(id) => GuidePlace::Window,
            Windows::Open | Windows::Asked(_) => self.rules.guide,
            Windows::Failed | Windows::Told => GuidePlace::Notification,
        }
    }

    fn running_instance(&self) -> Option<u64> {
        self.running_break().and_then(|i| self.state.breaks[i].open.as_ref()).map(|open| open.row.id)
    }

    /// The person asks for the window: of the break that runs, also if it has no guide any more, or of one that starts now.
    pub(super) fn ask_guide(&mut self) -> Result<(), String> {
        let now = self.now.elapsed;
        let runs = self.running_break();
        let i = runs.map_or_else(|| self.break_to_start(), Ok)?;
        let until = self.state.breaks[i].running().map(|run| run.since + self.rules.breaks[i].lasts);
        if until.is_some_and(|until| until <= now) {
            return Err(refusals::break_long_enough());
        }
        self.windows = self.state.breaks[i].open.as_ref().map_or(Windows::Open, |open| Windows::Asked(open.row.id));
        let Some(until) = until else {
            self.start_guided(i);
            return Ok(());
        };
        if self.state.breaks[i].running().is_some_and(|run| run.guide.is_none()) {
            self.pick_exercise(i, false);
            if let Some(run) = self.state.breaks[i].running_mut() {
                run.guide_from(Guide::new(now, until));
            }
            self.record(i);
        }
        self.show_guide(i);
        Ok(())
    }

    /// What the guide's window is to show now, if there is to be one.
    pub(super) fn guide_view(&self) -> Option<GuideView> {
        if self.guide_place() == GuidePlace::Notification || self.over {
            return None;
        }
        let Some(i) = self.running_break() else {
            let breath = self.state.breath.as_ref()?;
            let (since, until) = breath.along?;
            return Some(GuideView {
                instance: None,
                subject: Subject::Pattern(breath.pattern.clone()),
                since,
                until,
                hidden: None,
            });
        };
        let open = self.state.breaks[i].open.as_ref()?;
        let guide = self.state.breaks[i].running()?.guide.as_ref()?;
        let subject = self.exercise_of(i).map_or(Subject::Free, |e| Subject::Exercise(e.id.clone()));
        Some(GuideView {
            instance: Some(open.row.id),
            subject,
            since: guide.since,
            until: guide.until,
            hidden: guide.hidden.as_ref().map(|line| line.exercise.clone()),
        })
    }

    /// Shows the guide of a running break where it belongs: in the window by [`Engine::guide_view`] alone.
    pub(super) fn show_guide(&mut self, i: usize) {
        match self.guide_place() {
            GuidePlace::Window if matches!(self.state.screen, Screen::Guide(_)) => self.clear_screen(),
            GuidePlace::Window => {}
            GuidePlace::Notification => self.show_cue(i),
        }
    }

    /// The next cue of the guide, if its time has come.
    pub(super) fn step_guide(&mut self, i: usize) {
        if self.next_cue(i).is_some_and(|at| at <= self.now.elapsed) {
            self.show_cue(i);
        }
    }

    /// When the next cue is to be shown in the notification: in its own time, and the rest of the break is free.
    pub(super) fn next_cue(&self, i: usize) -> Option<Duration> {
        if self.guide_place() == GuidePlace::Window {
            return None;
        }
        let guide = self.state.breaks[i].running()?.guide.as_ref()?;
        let exercise = self.exercise_of(i)?;
        let end = Duration::from_secs(u64::from(exercise.seconds));
        let told = timetable::of(exercise).into_iter().filter(Beat::told).map(|beat| beat.begins());
        let at = guide.since + told.chain([end]).nth(guide.shown)?;
        (at < guide.until).then_some(at)
    }

    /// Shows the guide's cue for now in the notification, with the time the break ends.
    fn show_cue(&mut self, i: usize) {
        let exercise = self.exercise_of(i).cloned();
        let now = self.now.elapsed;
        let Some(guide) = self.state.breaks[i].running_mut().and_then(|r| r.guide.as_mut()) else { return };
        let span = exercise.as_ref().map_or(Duration::ZERO, |e| Duration::from_secs(u64::from(e.seconds)));
        let passed = now.saturating_sub(guide.since);
        let told = exercise.as_ref().map(timetable::of).unwrap_or_default().into_iter().filter(Beat::told);
        let begun: Vec<Beat> = told.take_while(|beat| beat.begins() <= passed).collect();
        let cue = begun.last().filter(|_| passed < span);
        guide.shown = begun.len() + usize::from(cue.is_none());
        let (until, left) = (guide.until, guide.until.saturating_sub(now));
        let mut also: Vec<String> = std::mem::take(&mut guide.hurt).then(notices::stop_line).into_iter().collect();
        let hidden = guide.hidden.as_ref().map(|line| line.exercise.clone());
        also.extend(self.windowless());
        let hidden = hidden.and_then(|id| self.content.exercises.iter().find(|e| e.id == id)).map(|e| e.name.as_str());
        let name = self.state.breaks[i].name.clone();
        let notice = notices::guide(exercise.as_ref(), cue, self.now.stamp(until), left, &also, hidden);
        self.put_on_screen(Screen::Guide(name), notice);
    }

    /// Why it is shown here and not in the window, once.
    fn windowless(&mut self) -> Option<String> {
        let untold = self.windows == Windows::Failed;
        if untold {
            self.windows = Windows::Told;
        }
        untold.then(notices::no_window)
    }

    /// The person answered the guide by a click.
    pub(super) fn guide_answered(&mut self, says: GuideSays) {
        if self.state.breaks.iter().any(|b| b.running().is_some_and(|r| r.guide.is_some())) {
            self.guide_says(says);
        }
    }

    /// What the person says in the guide's window, or what became of it.
    pub(super) fn guide_says(&mut self, says: GuideSays) {
        match (says, self.running_break()) {
            (GuideSays::Failed, _) => self.window_failed(),
            (GuideSays::Done, Some(i)) => self.end_break(i, self.now.elapsed, Ended::Person),
            (GuideSays::Close, Some(i)) => {
                self.note_whole_exercise(i, self.now.elapsed);
                if let Some(run) = self.state.breaks[i].running_mut() {
                    run.guide = None;
                }
                self.clear_screen();
            }
            (GuideSays::Undo, Some(i)) => self.undo_hurt(i),
            (GuideSays::Swap | GuideSays::Hurt, Some(i)) => self.swap(i, says == GuideSays::Hurt),
            (GuideSays::Done | GuideSays::Close, None) if self.breathing_along() => self.state.breath = None,
            (GuideSays::Done | GuideSays::Close | GuideSays::Swap | GuideSays::Hurt | GuideSays::Undo, None) => {}
        }
    }

    /// No window could open: what it would have shown goes where notifications go.
    fn window_failed(&mut self) {
        if self.guide_place() == GuidePlace::Notification {
            return;
        }
        self.windows = Windows::Failed;
        if let Some(i) = self.running_break() {
            return self.show_guide(i);
        }
        let Some(breath) = self.state.breath.take().filter(|b| b.along.is_some()) else { return };
        if let Some(pattern) = self.content.patterns.iter().find(|p| p.id == breath.pattern).cloned() {
            let also: Vec<String> = self.windowless().into_iter().collect();
            let notice = notices::breath(&pattern, self.now.stamp(breath.until), false, &also);
            self.put_on_screen(Screen::Breath(breath.until), notice);
        }
    }

    /// The settings moved the guide, or a window may be tried again.
    pub(super) fn move_guide(&mut self, before: GuidePlace) {
        if let Some(i) = self.running_break().filter(|_| self.guide_place() != before) {
            self.show_guide(i);
        }
    }

    /// The person wants another exercise, or this one hurt.
    pub(super) fn swap(&mut self, i: usize, hurt: bool) {
        let (now, at) = (self.now.elapsed, self.now.local.timestamp());
        self.note_whole_exercise(i, now);
        let Some(open) = &mut self.state.breaks[i].open else { return };
        let Some(id) = open.row.exercise.clone() else { return };
        open.swapped.push(id.clone());
        open.row.result = Some(if hurt { ExerciseResult::Hurt } else { ExerciseResult::Swapped });
        self.record_offer(i);
        let mut line = None;
        if let Some(open) = &mut self.state.breaks[i].open {
            (open.row.exercise, open.row.result) = (None, None);
            line.clone_from(&open.offer);
        }
        let hidden = if hurt {
            self.state.history.hurt(&id);
            true
        } else {
            self.state.history.swap(&id, at)
        };
        if hidden {
            self.decide(What::Hidden { exercise: id }, reasons::hidden(hurt));
        }
        self.pick_exercise(i, false);
        if let Some(guide) = self.state.breaks[i].running_mut().and_then(|r| r.guide.as_mut()) {
            (guide.since, guide.shown, guide.hurt) = (now, 0, hurt);
            if hurt {
                guide.hidden = line;
            }
        }
        self.record(i);
        self.show_guide(i);
    }

    /// *Breathe along*: the window shows the pattern, for its own time or until the meeting begins.
    pub(super) fn breathe_along(&mut self) {
        let now = self.now.elapsed;
        let Some(breath) = &mut self.state.breath else { return };
        let lasts = self.content.patterns.iter().find(|p| p.id == breath.pattern).map_or(0, |p| p.seconds);
        breath.along = Some((now, breath.until.min(now + Duration::from_secs(u64::from(lasts)))));
    }

    /// The person breathes along in the window.
    pub(super) fn breathing_along(&self) -> bool {
        self.state.breath.as_ref().is_some_and(|b| b.along.is_some())
    }

    /// When the breath that is along ends.
    pub(super) fn breath_ends(&self) -> Option<Duration> {
        Some(self.state.breath.as_ref()?.along?.1)
    }

    /// A breath whose time is over, or whose offer has left the screen, is gone.
    pub(super) fn end_breath(&mut self) {
        let over = match self.breath_ends() {
            Some(until) => until <= self.now.elapsed,
            None => !matches!(self.state.screen, Screen::Breath(_)),
        };
        if over {
            self.state.breath = None;
        }
    }
}
