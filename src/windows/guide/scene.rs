//! What stands on the guide's page at a moment, and for how long it stays as it is. Owns that choice; draws nothing.

use super::page::{Page, Picture};
use super::window::{AFTER, END, Guide};
use super::{Subject, lasts};
use crate::engine::content::{Breath, Does, Exercise, Pattern};
use crate::engine::timetable::Beat;
use crate::text::guide as text;
use crate::windows::picture::breath;
use std::time::Duration;

impl Guide {
    /// The page for now, and how long it stays as it is: nothing where something moves.
    pub(super) fn page(&self) -> (Page, Duration) {
        let (gone, whole) = self.clock();
        let passed = self.shown_at(gone);
        let of_one = self.subject_left(gone);
        let (left, of) = of_one.unwrap_or((whole, self.showing.lasts));
        let round = of.as_secs_f32();
        let mut page = Page {
            name: self.showing.subject.name().into_owned(),
            dose: None,
            picture: Picture::Time,
            said: String::new(),
            place: None,
            counter: None,
            cue: if self.over() { text::over() } else { text::walk() },
            next: None,
            caution: None,
            cues: Vec::new(),
            nexts: Vec::new(),
            left,
            share: if round > 0.0 { (left.as_secs_f32() / round).min(1.0) } else { 0.0 },
            rest: of_one.is_some().then_some(whole),
            of_break: self.showing.of_break,
            hidden: self.showing.hidden.as_deref().map(text::hidden),
        };
        let tick = self.real(Duration::from_secs_f64(until_whole(left))) + AFTER; // the clock's next second
        if self.over() {
            page.picture = Picture::Over;
            return (page, END);
        }
        let still = match &self.showing.subject {
            Subject::Exercise(exercise) => self.exercise(&mut page, exercise, passed),
            Subject::Pattern(pattern) if passed < lasts(&self.showing.subject) => {
                self.pattern(&mut page, pattern, passed)
            }
            Subject::Pattern(_) | Subject::Free => {
                text::free().clone_into(&mut page.name);
                Duration::MAX
            }
        };
        (page, still.min(tick))
    }

    /// How long the exercise of a break goes on, and how long it lasts: its time and the break's are two.
    fn subject_left(&self, gone: Duration) -> Option<(Duration, Duration)> {
        let lasts = lasts(&self.showing.subject);
        let of_one = self.showing.of_break && matches!(self.showing.subject, Subject::Exercise(_));
        let left = lasts.saturating_sub(gone).min(self.clock().1);
        (of_one && self.shown_at(gone) < lasts).then_some((left, lasts))
    }

    fn exercise(&self, page: &mut Page, exercise: &Exercise, passed: Duration) -> Duration {
        let at = passed.as_secs_f32();
        let Some(span) = self.course.at(at) else {
            text::free().clone_into(&mut page.name);
            return Duration::MAX;
        };
        let beat = &span.beat;
        page.dose = text::dose(exercise);
        page.place = Some(text::step(beat.step + 1, exercise.steps.len(), beat.other));
        let (counter, until_next) = counter(exercise, beat, at);
        page.counter = counter;
        beat.text(exercise).clone_into(&mut page.cue);
        page.next = self.course.after(at).map(|next| {
            text::next(&if next.other == beat.other { next.text(exercise).to_owned() } else { text::other_side() })
        });
        page.cues.clone_from(&exercise.steps);
        page.nexts = page.cues.iter().map(|cue| text::next(cue)).collect();
        page.caution = Some(exercise.caution.clone());
        page.said = text::figure(&exercise.name, &page.cue);
        let soon = self.real(Duration::try_from_secs_f32(until_next).unwrap_or(Duration::MAX)).saturating_add(AFTER);
        let Some(figure) = &self.figure else { return soon };
        // The figure keeps its own pace, however fast the app's clock runs.
        let within = self.real(Duration::from_secs_f32((at - beat.from).max(0.0))).as_secs_f32();
        let (moment, still) = span.shown(figure, within, self.look.still);
        page.picture = Picture::Figure(figure.shapes(moment));
        Duration::try_from_secs_f32(still).unwrap_or(Duration::MAX).min(soon)
    }

    fn pattern(&self, page: &mut Page, pattern: &Pattern, passed: Duration) -> Duration {
        let moment = breath::at(pattern, passed);
        let word = moment.act.map_or(text::own_breath(), text::breath);
        let (size, count) =
            (if self.look.still { moment.target } else { moment.size }, moment.act.map(|_| moment.count));
        page.picture = Picture::Breath(size, count);
        page.said = text::circle(&word, count);
        page.place = Some(text::cycles(moment.cycles)).filter(|_| count.is_some());
        word.clone_into(&mut page.cue);
        page.next = Some(pattern.steps.join(" "));
        page.nexts = page.next.iter().cloned().collect();
        page.caution = Some(pattern.caution.clone());
        match moment.act {
            None => Duration::MAX,
            Some(Breath::In | Breath::TopUp | Breath::Out) if !self.look.still => Duration::ZERO,
            // Until the next count.
            Some(_) => self.real(Duration::from_secs_f64(until_whole(moment.until.saturating_sub(passed)))) + AFTER,
        }
    }
}

/// How far one is in what is counted, and for how many seconds that stays: the repetition, and what is left of a hold.
pub(super) fn counter(exercise: &Exercise, beat: &Beat, at: f32) -> (Option<String>, f32) {
    let (mut parts, mut stays) = (Vec::new(), f32::INFINITY);
    let timing = beat.timing(exercise).cloned().unwrap_or_default();
    if beat.round.1 > 1 {
        parts.push(text::one_of(beat.round.0, beat.round.1));
    }
    if timing.times > 1 {
        let done = ((at - beat.from) / timing.pace).floor().clamp(0.0, f32::from(timing.times - 1));
        parts.push(text::one_of(whole(done) + 1, timing.times.into()));
        stays = beat.from + (done + 1.0) * timing.pace - at;
    } else if timing.figure == Does::Holds {
        let left = (beat.until - at).ceil().max(1.0);
        parts.push(text::hold(whole(left)));
        stays = beat.until - at - (left - 1.0);
    }
    (Some(parts.join(" \u{b7} ")).filter(|text| !text.is_empty()), stays.max(0.0))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, which is wanted")]
fn whole(n: f32) -> u32 {
    n as u32
}

/// Seconds until a time that runs down shows another whole second.
fn until_whole(left: Duration) -> f64 {
    let part = left.as_secs_f64().fract();
    if part < 0.001 { 1.0 } else { part }
}
