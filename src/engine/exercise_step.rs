//! The guide beside a running break. Owns where it is shown, window or notification, and so where the breath along before a
//! meeting is, and what the person says there; never decides how a break ends (`taken` does).
//! The rules are BEHAVIOUR 5.2 and 6.

use super::Engine;
use super::event::{Action, GuideSays};
use super::fill;
use super::guide_view::{GuidePlace, GuideView, Subject};
use super::notice::{Guided, Notice, NoticeText};
use super::refusal::Refusal;
use super::running::Shown;
use super::state::OnScreen;
use super::taken::Ended;
use super::timetable::{self, Beat};
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
    pub(super) fn ask_guide(&mut self) -> Result<(), Refusal> {
        let now = self.now.elapsed;
        let runs = self.running_break();
        let i = runs.map_or_else(|| self.break_to_start(), Ok)?;
        let until = self.state.breaks[i].running().map(|run| run.since + self.rules.breaks[i].lasts);
        if until.is_some_and(|until| until <= now) {
            return Err(Refusal::BreakLongEnough);
        }
        self.want_window(i);
        let Some(until) = until else {
            self.start_guided(i);
            return Ok(());
        };
        match self.state.breaks[i].running_mut() {
            Some(run) if run.guide.is_none() => {
                run.guide_from(Shown::new(now, until));
                self.take_up(i);
            }
            Some(_) | None => self.show_guide(i),
        }
        Ok(())
    }

    /// The guide of this break, which is open, is to be in a window wherever the rules want it.
    pub(super) fn want_window(&mut self, i: usize) {
        self.windows = self.state.breaks[i].open.as_ref().map_or(Windows::Open, |open| Windows::Asked(open.row.id));
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
            GuidePlace::Window if matches!(self.state.screen, OnScreen::Guide(_)) => self.clear_screen(),
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

    /// When the next cue is to be shown in the notification, in its own time.
    pub(super) fn next_cue(&self, i: usize) -> Option<Duration> {
        if self.guide_place() == GuidePlace::Window {
            return None;
        }
        let guide = self.state.breaks[i].running()?.guide.as_ref()?;
        let mut told = timetable::of(self.exercise_of(i)?).into_iter().filter(Beat::told);
        let at = guide.since + told.nth(guide.cues)?.begins();
        (at < guide.until).then_some(at)
    }

    /// Shows the guide's cue for now in the notification, with the time the break ends.
    fn show_cue(&mut self, i: usize) {
        let exercise = self.exercise_of(i).cloned();
        let now = self.now.elapsed;
        let Some(guide) = self.state.breaks[i].running_mut().and_then(|r| r.guide.as_mut()) else { return };
        let passed = now.saturating_sub(guide.since);
        let told = exercise.as_ref().map(timetable::of).unwrap_or_default().into_iter().filter(Beat::told);
        let begun: Vec<Beat> = told.take_while(|beat| beat.begins() <= passed).collect();
        guide.cues = begun.len();
        let until = guide.until;
        let hurt = std::mem::take(&mut guide.hurt);
        let hidden = guide.hidden.as_ref().map(|line| line.exercise.clone());
        let no_window = self.windowless();
        // The library can change while the guide is open: what it no longer has cannot be shown again.
        let hidden = hidden.filter(|id| self.content.exercises.iter().any(|e| e.id == *id));
        let name = self.state.breaks[i].name.clone();
        let offers = [
            (Action::Done, true),
            (Action::Undo, hidden.is_some()),
            (Action::Swap, exercise.is_some()),
            (Action::Hurt, exercise.is_some() || self.just_done(i)),
        ];
        let exercise = exercise.map(|e| {
            let left = fill::length(&e).saturating_sub(passed);
            Guided { id: e.id, cue: begun.last().map(Beat::cue), left }
        });
        let (until, left) = (self.now.stamp(until), until.saturating_sub(now));
        let notice = Notice {
            text: NoticeText::Guide { exercise, until, left, hurt, no_window, hidden },
            actions: offers.into_iter().filter(|(_, on)| *on).map(|(action, _)| action).collect(),
        };
        self.put_on_screen(OnScreen::Guide(name), notice);
    }

    /// Whether it is to be said, once, that it is shown here because no window could open.
    fn windowless(&mut self) -> bool {
        let untold = self.windows == Windows::Failed;
        if untold {
            self.windows = Windows::Told;
        }
        untold
    }

    /// The person answered the guide by a click.
    pub(super) fn guide_answered(&mut self, says: GuideSays) {
        if self.state.breaks.iter().any(|b| b.running().is_some_and(|r| r.guide.is_some())) {
            self.guide_says(says);
        }
    }

    /// What the person says in the guide's window, or what became of it.
    pub(super) fn guide_says(&mut self, says: GuideSays) {
        let guided = self.guides();
        match (says, self.running_break()) {
            (GuideSays::Failed, _) => self.window_failed(),
            (GuideSays::Done, Some(i)) => self.end_break(i, self.now.elapsed, Ended::Person),
            (GuideSays::Close, Some(i)) => {
                // The guide's times go with it, and an exercise that was shown to its end makes the break one that
                // counts.
                self.note_whole_exercise(i, self.now.elapsed);
                if let Some(run) = self.state.breaks[i].running_mut() {
                    run.guide = None;
                }
                self.clear_screen();
            }
            (GuideSays::Undo, Some(i)) => self.undo_hurt(i),
            (GuideSays::Swap, Some(i)) if guided => self.swap(i),
            (GuideSays::Hurt, Some(i)) if guided => self.hurt(i),
            (GuideSays::Done | GuideSays::Close, None) if self.breathing_along() => self.state.breath = None,
            (GuideSays::Swap | GuideSays::Hurt, Some(_))
            | (GuideSays::Done | GuideSays::Close | GuideSays::Swap | GuideSays::Hurt | GuideSays::Undo, None) => {}
        }
    }

    /// No window could open: what it would have shown goes where notifications go.
    fn window_failed(&mut self) {
        if self.guide_place() == GuidePlace::Notification {
            return;
        }
        // A window that cannot open is not tried at each break: the person is told once, and asks for it or changes
        // something first.
        self.windows = Windows::Failed;
        if let Some(i) = self.running_break() {
            return self.show_guide(i);
        }
        let Some(breath) = self.state.breath.take().filter(|b| b.along.is_some()) else { return };
        if self.content.patterns.iter().any(|p| p.id == breath.pattern) {
            let (start, no_window) = (self.now.stamp(breath.until), self.windowless());
            let notice = Notice::plain(NoticeText::Breath { pattern: breath.pattern, start, no_window });
            self.put_on_screen(OnScreen::Breath(breath.until), notice);
        }
    }

    /// The settings moved the guide, or a window may be tried again.
    pub(super) fn move_guide(&mut self, before: GuidePlace) {
        if let Some(i) = self.running_break().filter(|_| self.guide_place() != before) {
            self.show_guide(i);
        }
    }
}
