//! The guide between its page and who it talks with. Owns its clock, when it is drawn again, and what it says; draws
//! nothing itself.

use super::page::{self, Heights};
use super::{GuideOrder, Say, Showing, Subject, lasts};
use crate::engine::content::Breath;
use crate::figures::{self, Figure};
use crate::system::clock::of_processor;
use crate::text::guide as text;
use crate::windows::frame::{self, Inside};
use crate::windows::kit::typing::TypingGuard;
use crate::windows::picture::breath;
use crate::windows::picture::course::Course;
use crate::windows::picture::pace::Pace;
use crate::windows::{Look, WindowEvent};
use eframe::egui::{Context, Ui};
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

/// How long the end of a practice is shown.
pub(super) const END: Duration = Duration::from_secs(4);
/// A change is drawn a little after its moment, never just before it.
pub(super) const AFTER: Duration = Duration::from_millis(2);
/// The app says within this what follows an exercise.
const WORD: Duration = Duration::from_secs(1);
/// Its word may come this much before the end, by the window's clock.
const NEAR: Duration = Duration::from_millis(250);

/// What the guide's window holds.
pub struct Guide {
    pub(super) showing: Showing,
    /// When it was told to show that, on its own clock.
    since: Duration,
    pub(super) figure: Option<Figure>,
    pub(super) course: Course,
    pub(super) look: Look,
    told: Receiver<GuideOrder>,
    say: Say,
    now: Box<dyn Fn() -> Duration>,
    pace: Pace,
    typing: TypingGuard,
    /// How high the page's parts are.
    heights: Heights,
    /// What is being done, so that a change of it is noticed.
    step: Option<GuideStep>,
    ended: bool,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq)]
enum GuideStep {
    Cue(usize),
    Breath(Breath),
    Rest,
}

impl Guide {
    /// A guide that shows this first. `now` is a clock that begins anywhere and only goes forwards.
    #[must_use]
    pub fn new(
        first: Showing,
        look: Look,
        told: Receiver<GuideOrder>,
        say: Say,
        now: Box<dyn Fn() -> Duration>,
    ) -> Self {
        let mut guide = Self {
            since: now(),
            showing: first.clone(),
            figure: None,
            course: Course::default(),
            look,
            told,
            say,
            now,
            pace: Pace::default(),
            typing: TypingGuard::default(),
            heights: Heights { text: 230.0, buttons: 92.0 },
            step: None,
            ended: false,
        };
        guide.take(first);
        guide
    }

    /// Shows this from now on.
    fn take(&mut self, showing: Showing) {
        (self.figure, self.course) = match &showing.subject {
            Subject::Exercise(exercise) => {
                let figure = figures::of(exercise).map(|figure| figure.by(self.look.person));
                let course = Course::of(exercise, figure.as_ref());
                (figure, course)
            }
            Subject::Pattern(_) | Subject::Free => (None, Course::default()),
        };
        (self.since, self.showing) = ((self.now)(), showing);
        self.step = Some(self.step_now());
    }

    fn since_told(&self) -> Duration {
        (self.now)().saturating_sub(self.since)
    }

    /// How long the subject has been going on, and how long the guide still goes on.
    pub(super) fn clock(&self) -> (Duration, Duration) {
        let gone = self.since_told() * self.showing.speed.max(1);
        (self.showing.passed + gone, self.showing.left.saturating_sub(gone))
    }

    /// The time of the subject that is shown: an exercise of a break stands at its end until the app has said what follows.
    pub(super) fn shown_at(&self, passed: Duration) -> Duration {
        let end = lasts(&self.showing.subject);
        let waits = self.showing.of_break && matches!(self.showing.subject, Subject::Exercise(_));
        let unheard = self.showing.passed < end && passed < end + self.showing.speed.max(1) * WORD;
        if waits && unheard { passed.min(end.saturating_sub(AFTER)) } else { passed }
    }

    /// A span of the app's clock as one of the real one.
    pub(super) fn real(&self, span: Duration) -> Duration {
        span / self.showing.speed.max(1)
    }

    /// The end of a practice.
    pub(super) fn over(&self) -> bool {
        !self.showing.of_break && self.clock().1.is_zero()
    }

    fn step_now(&self) -> GuideStep {
        let passed = self.shown_at(self.clock().0);
        match &self.showing.subject {
            _ if self.over() => GuideStep::Rest,
            Subject::Exercise(_) => {
                let at = passed.as_secs_f32();
                self.course.at(at).map_or(GuideStep::Rest, |_| GuideStep::Cue(self.course.told(at)))
            }
            Subject::Pattern(pattern) if passed < lasts(&self.showing.subject) => {
                breath::at(pattern, passed).act.map_or(GuideStep::Rest, GuideStep::Breath)
            }
            Subject::Pattern(_) | Subject::Free => GuideStep::Rest,
        }
    }

    /// Hands on what the person says, and goes where that ends it.
    fn says(&mut self, said: WindowEvent, ctx: &Context) {
        let is_last = matches!(said, WindowEvent::Done | WindowEvent::Close);
        (self.say)(said);
        if is_last {
            self.end(ctx);
        }
    }

    fn end(&mut self, ctx: &Context) {
        self.ended = true;
        frame::close(ctx);
    }

    fn listen(&mut self, ctx: &Context) {
        loop {
            match self.told.try_recv() {
                Ok(GuideOrder::Show(showing)) => {
                    frame::entitle(ctx, text::title(&showing.subject.name()));
                    // What follows by itself begins with the sound of a step; what the person asked for does not.
                    let over = self.clock().0 + self.showing.speed.max(1) * NEAR >= lasts(&self.showing.subject);
                    let follows = over && self.showing.of_break && showing.subject != self.showing.subject;
                    self.take(*showing);
                    if follows {
                        (self.say)(WindowEvent::Step);
                    }
                    ctx.request_repaint();
                }
                Ok(GuideOrder::Raise) => frame::raise(ctx),
                Err(TryRecvError::Empty) => return,
                // An app that is gone hears nothing any more: whatever is pressed here would be lost.
                Ok(GuideOrder::End) | Err(TryRecvError::Disconnected) => return self.end(ctx),
            }
        }
    }

    /// How long until something must happen whether the window is seen or not: a step, or the end.
    fn until_heed(&self) -> Duration {
        let (passed, left) = self.clock();
        let next = match &self.showing.subject {
            Subject::Exercise(_) if self.shown_at(passed) < passed => {
                Some(lasts(&self.showing.subject) + self.showing.speed.max(1) * WORD)
            }
            Subject::Exercise(_) => {
                self.course.at(passed.as_secs_f32()).and_then(|span| Duration::try_from_secs_f32(span.beat.until).ok())
            }
            Subject::Pattern(pattern) if passed < lasts(&self.showing.subject) => {
                Some(breath::at(pattern, passed).until)
            }
            Subject::Pattern(_) | Subject::Free => None,
        };
        let step = next.map_or(Duration::MAX, |at| at.saturating_sub(passed));
        let end = if self.showing.of_break { Duration::MAX } else { left };
        let soonest = if self.over() { END } else { self.real(step.min(end)) };
        soonest.saturating_add(AFTER)
    }
}

impl Inside for Guide {
    fn show(&mut self, ui: &mut Ui) {
        // It opens by itself after a restart of the app, and takes the focus.
        self.typing.filter(ui.ctx());
        let (page, still) = self.page();
        if let Some(said) = page::show(ui, &page, &mut self.heights) {
            self.says(said, ui.ctx());
        }
        // Minimised or on another desktop nothing is drawn: who follows by ear hears the steps all the same.
        if frame::seen(ui.ctx()) {
            let moves = still.is_zero();
            ui.ctx().request_repaint_after(if moves { self.pace.next(of_processor()) } else { still });
        }
    }

    fn heed(&mut self, ctx: &Context) {
        if self.ended {
            return;
        }
        self.listen(ctx);
        if !self.ended && ctx.input(|input| input.viewport().close_requested()) {
            self.ended = true;
            (self.say)(WindowEvent::Close);
        }
        let step = Some(self.step_now());
        if step != self.step {
            self.step = step;
            (self.say)(WindowEvent::Step);
        }
        if self.over() && self.since_told() >= self.real(self.showing.left) + END {
            self.end(ctx);
        }
        ctx.request_repaint_after(self.until_heed());
    }
}
