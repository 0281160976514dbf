//! The guide between its page and who it talks with. Owns its clock, when it is drawn again, and what it says; draws
//! nothing itself.

use super::course::Course;
use super::pace::Pace;
use super::page::{self, Page, Picture};
use super::{Said, Showing, Subject, Told, breath, lasts, read};
use crate::engine::content::{Breath, Exercise, Pattern};
use crate::figures::{self, Figure};
use crate::windows::Look;
use crate::windows::frame::{self, Inside};
use crate::words::guide as words;
use eframe::egui::{Context, Ui, ViewportCommand};
use rustix::time::ClockId;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

/// How long the end of a practice is shown.
const END: Duration = Duration::from_secs(4);
/// A change is drawn a little after its moment, never just before it.
const AFTER: Duration = Duration::from_millis(2);

/// What the guide's window holds.
pub struct Guide {
    showing: Showing,
    /// When it was told to show that, on its own clock.
    since: Duration,
    figure: Option<Figure>,
    course: Course,
    look: Look,
    told: Receiver<Told>,
    say: Box<dyn Fn(Said) + Send>,
    now: Box<dyn Fn() -> Duration>,
    pace: Pace,
    /// The height of all but the picture.
    rest: f32,
    /// What is being done, so that a change of it is noticed.
    step: Option<Step>,
    ended: bool,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Cue(usize, bool),
    Breath(Breath),
    Rest,
}

impl Guide {
    /// A guide that shows this first. `now` is a clock that begins anywhere and only goes forwards.
    #[must_use]
    pub fn new(
        first: Showing,
        look: Look,
        told: Receiver<Told>,
        say: Box<dyn Fn(Said) + Send>,
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
            rest: 330.0,
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
                let figure = figures::of(exercise);
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
    fn clock(&self) -> (Duration, Duration) {
        let gone = self.since_told() * self.showing.speed.max(1);
        (self.showing.passed + gone, self.showing.left.saturating_sub(gone))
    }

    /// A span of the app's clock as one of the real one.
    fn real(&self, span: Duration) -> Duration {
        span / self.showing.speed.max(1)
    }

    /// The end of a practice.
    fn over(&self) -> bool {
        !self.showing.of_break && self.clock().1.is_zero()
    }

    fn step_now(&self) -> Step {
        let (passed, _) = self.clock();
        match &self.showing.subject {
            _ if self.over() => Step::Rest,
            Subject::Exercise(_) => {
                self.course.at(passed.as_secs_f32()).map_or(Step::Rest, |span| Step::Cue(span.cue, span.other))
            }
            Subject::Pattern(pattern) if passed < lasts(&self.showing.subject) => {
                breath::at(pattern, passed).act.map_or(Step::Rest, Step::Breath)
            }
            Subject::Pattern(_) | Subject::Free => Step::Rest,
        }
    }

    /// The page for now, and how long it stays as it is: nothing where something moves.
    fn page(&self) -> (Page, Duration) {
        let (passed, left) = self.clock();
        let round = self.showing.lasts.as_secs_f32();
        let mut page = Page {
            name: self.showing.subject.name().to_owned(),
            dose: None,
            picture: Picture::Time,
            said: String::new(),
            place: None,
            cue: if self.over() { words::OVER } else { words::WALK }.to_owned(),
            next: None,
            caution: None,
            cues: Vec::new(),
            nexts: Vec::new(),
            left,
            share: if round > 0.0 { (left.as_secs_f32() / round).min(1.0) } else { 0.0 },
            of_break: self.showing.of_break,
        };
        // The clock's next second.
        let tick =
            self.real(Duration::from_nanos(u64::from(left.subsec_nanos()))).max(Duration::from_millis(50)) + AFTER;
        if self.over() {
            return (page, END);
        }
        let still = match &self.showing.subject {
            Subject::Exercise(exercise) => self.exercise(&mut page, exercise, passed),
            Subject::Pattern(pattern) if passed < lasts(&self.showing.subject) => {
                self.pattern(&mut page, pattern, passed)
            }
            Subject::Pattern(_) | Subject::Free => {
                words::FREE.clone_into(&mut page.name);
                Duration::MAX
            }
        };
        (page, still.min(tick))
    }

    fn exercise(&self, page: &mut Page, exercise: &Exercise, passed: Duration) -> Duration {
        let at = passed.as_secs_f32();
        let Some(span) = self.course.at(at) else {
            words::FREE.clone_into(&mut page.name);
            return Duration::MAX;
        };
        let cue = |n: usize, other: bool| words::cue(exercise, n, other);
        page.dose = words::dose(exercise);
        page.place = Some(words::step(span.cue + 1, exercise.steps.len(), span.other));
        page.cue = cue(span.cue, span.other);
        page.next = self.course.after(at).map(|next| {
            let other = next.other != span.other;
            words::next(&if other { words::OTHER_SIDE.to_owned() } else { cue(next.cue, next.other) })
        });
        page.cues = (0..exercise.steps.len()).map(|n| cue(n, span.other)).collect();
        page.nexts = page.cues.iter().skip(1).map(|cue| words::next(cue)).collect();
        page.caution = Some(exercise.caution.clone());
        page.said = words::figure(&exercise.name, &page.cue);
        let Some(figure) = &self.figure else { return Duration::MAX };
        // The figure keeps its own pace, however fast the app's clock runs.
        let within = self.real(Duration::from_secs_f32((at - span.from).max(0.0))).as_secs_f32();
        let (moment, still) =
            if self.look.still { (span.motion.key(figure), f32::INFINITY) } else { span.motion.shown(figure, within) };
        let side = if span.other { figure.seconds() / 2.0 } else { 0.0 };
        page.picture = Picture::Figure(figure.shapes(side + moment));
        Duration::try_from_secs_f32(still).unwrap_or(Duration::MAX)
    }

    fn pattern(&self, page: &mut Page, pattern: &Pattern, passed: Duration) -> Duration {
        let moment = breath::at(pattern, passed);
        let word = moment.act.map_or(words::OWN_BREATH, words::breath);
        let (size, count) =
            (if self.look.still { moment.target } else { moment.size }, moment.act.map(|_| moment.count));
        page.picture = Picture::Breath(size, count);
        page.said = words::circle(word, count);
        page.place = Some(words::cycles(moment.cycles)).filter(|_| count.is_some());
        word.clone_into(&mut page.cue);
        let step = pattern.steps.get(page_of(pattern, passed)).cloned();
        page.nexts.clone_from(&pattern.steps);
        page.next = step;
        page.caution = Some(pattern.caution.clone());
        let moves = !self.look.still && moment.act.is_some_and(|act| !matches!(act, Breath::Hold | Breath::Rest));
        if moves {
            return Duration::ZERO;
        }
        let count = Duration::from_secs_f64((moment.until.saturating_sub(passed)).as_secs_f64().fract());
        self.real(count.max(Duration::from_millis(20))) + AFTER
    }

    /// Hands on what the person says, and goes where that ends it.
    fn says(&mut self, said: Said, ctx: &Context) {
        (self.say)(said);
        if matches!(said, Said::Done | Said::Close) {
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
                Ok(Told::Show(showing)) => {
                    ctx.send_viewport_cmd(ViewportCommand::Title(words::title(showing.subject.name())));
                    self.take(*showing);
                    ctx.request_repaint();
                }
                Ok(Told::Raise) => {
                    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                }
                Err(TryRecvError::Empty) => return,
                Ok(Told::End) | Err(TryRecvError::Disconnected) => return self.end(ctx),
            }
        }
    }

    /// How long until something must happen whether the window is seen or not: a step, or the end.
    fn until_heed(&self) -> Duration {
        let (passed, left) = self.clock();
        let next = match &self.showing.subject {
            Subject::Exercise(_) => {
                self.course.at(passed.as_secs_f32()).and_then(|span| Duration::try_from_secs_f32(span.until).ok())
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
        let (page, still) = self.page();
        if let Some(said) = page::show(ui, &page, &mut self.rest) {
            self.says(said, ui.ctx());
        }
        ui.ctx().request_repaint_after(if still.is_zero() {
            self.pace.next(read(ClockId::ProcessCPUTime))
        } else {
            still
        });
    }

    fn heed(&mut self, ctx: &Context) {
        if self.ended {
            return;
        }
        self.listen(ctx);
        if !self.ended && ctx.input(|input| input.viewport().close_requested()) {
            self.ended = true;
            (self.say)(Said::Close);
        }
        let step = Some(self.step_now());
        if step != self.step {
            self.step = step;
            (self.say)(Said::Step);
        }
        if self.over() && self.since_told() >= self.real(self.showing.left) + END {
            self.end(ctx);
        }
        ctx.request_repaint_after(self.until_heed());
    }

    fn shown(&mut self) {
        (self.say)(Said::Shown);
    }
}

/// Which of a pattern's short cues stands below: they take turns, a quarter of a minute each.
fn page_of(pattern: &Pattern, passed: Duration) -> usize {
    usize::try_from(passed.as_secs() / 15).unwrap_or(0) % pattern.steps.len().max(1)
}
