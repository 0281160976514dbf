//! The picture on the page of one, which goes through its cues in their time. Owns where it is, whether it moves, and when it is
//! drawn again.

use super::tile;
use crate::engine::content::{Breath, Pattern};
use crate::figures::{self, Figure};
use crate::system::clock::of_processor;
use crate::text::guide as text;
use crate::windows::kit::theme::{Ink, palette};
use crate::windows::main::talk::Activity;
use crate::windows::picture::breath;
use crate::windows::picture::course::{Course, Passage};
use crate::windows::picture::pace::Pace;
use crate::windows::picture::paint;
use crate::windows::{Look, frame};
use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, Rect, Sense, TextStyle, Ui, WidgetInfo, vec2};
use std::time::Duration;

/// A picture of one, in time.
pub(super) struct Player {
    look: Look,
    figure: Option<Figure>,
    course: Course,
    /// How long it goes on.
    lasts: f32,
    plays: bool,
    /// Seconds from its beginning.
    at: f32,
    /// The window's clock when it was drawn last, while it plays.
    last: Option<f64>,
    pace: Pace,
}

impl Player {
    /// It begins, unless nothing is to move by itself.
    pub(super) fn new(activity: &Activity, look: Look) -> Self {
        let (figure, course) = match activity {
            Activity::Exercise(exercise) => {
                let figure = figures::of(exercise).map(|figure| figure.by(look.person));
                let course = Course::of(exercise, figure.as_ref());
                (figure, course)
            }
            Activity::Pattern(_) => (None, Course::default()),
        };
        let lasts = Duration::from_secs(activity.seconds().into()).as_secs_f32();
        Self { look, figure, course, lasts, plays: !look.still, at: 0.0, last: None, pace: Pace::default() }
    }

    /// Whether it goes on.
    pub(super) fn plays(&self) -> bool {
        self.plays
    }

    /// Goes on, or stands.
    pub(super) fn toggle(&mut self) {
        (self.plays, self.last) = (!self.plays, None);
    }

    /// Which of the steps stands now, from 0; none before it has begun.
    pub(super) fn step(&self) -> Option<usize> {
        self.begun().then(|| self.course.at(self.at)).flatten().map(|span| span.beat.step)
    }

    fn begun(&self) -> bool {
        self.plays || self.at > 0.0
    }

    /// Takes the time that has passed. At its end it stands again as it began.
    fn go_on(&mut self, now: f64) {
        if !self.plays {
            return;
        }
        let gone =
            self.last.map_or(0.0, |last| Duration::try_from_secs_f64(now - last).unwrap_or_default().as_secs_f32());
        (self.at, self.last) = (self.at + gone, Some(now));
        if self.at >= self.lasts {
            (self.at, self.plays, self.last) = (0.0, false, None);
        }
    }

    /// Shows it as a square.
    pub(super) fn show(&mut self, ui: &mut Ui, activity: &Activity, edge: f32) {
        self.go_on(ui.input(|input| input.time));
        let (rect, response) = ui.allocate_exact_size(vec2(edge, edge), Sense::empty());
        let (said, stays) = match activity {
            Activity::Exercise(exercise) => {
                let span = self.course.at(self.at).filter(|_| self.begun());
                let cue = span.map_or(exercise.why.as_str(), |span| span.beat.text(exercise));
                let stays = self.exercise(ui, rect, span, cue);
                (text::figure(&exercise.name, cue), stays)
            }
            Activity::Pattern(pattern) => self.pattern(ui, rect, pattern),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
        if self.plays && frame::seen(ui.ctx()) {
            ui.ctx().request_repaint_after(if stays.is_zero() { self.pace.next(of_processor()) } else { stays });
        }
    }

    /// The figure, or the cue where there is none; how long it stays as it is.
    fn exercise(&self, ui: &Ui, rect: Rect, span: Option<&Passage>, cue: &str) -> Duration {
        let ink = Ink::of(self.look.dark);
        let left = span.map_or(0.0, |span| (span.beat.until - self.at).max(0.01));
        let Some(figure) = &self.figure else {
            tile::words(ui, rect, cue, ink);
            return Duration::from_secs_f32(left);
        };
        let (moment, stays) = match span {
            Some(span) => span.shown(figure, (self.at - span.beat.from).max(0.0), self.look.still),
            None => (figure.still(), 0.0),
        };
        paint::figure(ui.painter(), rect, &figure.shapes(moment), palette(self.look.dark), ink);
        Duration::from_secs_f32(stays.min(left))
    }

    /// The circle of the breath with what to do; how it is said, and how long it stays as it is.
    fn pattern(&self, ui: &Ui, rect: Rect, pattern: &Pattern) -> (String, Duration) {
        let ink = Ink::of(self.look.dark);
        let moment = breath::at(pattern, Duration::from_secs_f32(self.at));
        let word = moment.act.map_or_else(text::own_breath, text::breath);
        let count = moment.act.map(|_| moment.count);
        paint::breath(ui.painter(), rect, if self.look.still { moment.target } else { moment.size }, ink);
        let font = TextStyle::Heading.resolve(ui.style());
        let said = text::circle(&word, count);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, &said, font, ink.text);
        let moves = matches!(moment.act, Some(Breath::In | Breath::TopUp | Breath::Out)) && !self.look.still;
        // Until the next count.
        let second = Duration::from_secs(1);
        (said, if moves { Duration::ZERO } else { second })
    }
}
