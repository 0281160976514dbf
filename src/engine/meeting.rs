//! The meeting that the person tells of, away from any device, and the one question at its end. Owns when it begins,
//! ends and asks; the hold itself is `holds`'s, and the break that comes of it `advance`'s (BEHAVIOUR 4.5).

use super::Engine;
use super::effect::{Answered, What};
use super::event::{Action, Meet};
use super::holds::PauseEnd;
use super::instance::Hold;
use super::notice::{Notice, NoticeText};
use super::reason::Reason;
use super::refusal::Refusal;
use super::state::{MeetingQuestion, OnScreen};
use std::time::Duration;

/// *30 min more*.
const MORE: Duration = Duration::from_mins(30);
/// No meeting lasts longer than this.
const MOST: Duration = Duration::from_hours(12);
/// Desk time without an answer after which the question goes.
pub(super) const ANSWER: Duration = Duration::from_mins(5);

/// The question itself.
pub(super) fn notice() -> Notice {
    let text = NoticeText::MeetingOver { more: MORE };
    Notice { text, actions: vec![Action::Now, Action::Later, Action::More] }
}

impl Engine {
    /// The person says that a meeting is on, or over. A second one takes the place of the first.
    pub(super) fn ask_meet(&mut self, meet: Meet) -> Result<(), Refusal> {
        let now = self.now.local.naive_local();
        let end = match meet {
            Meet::Done => {
                let on = self.state.holds.meet.take().is_some();
                if !on && self.state.question.is_none() {
                    return Err(Refusal::NoOwnMeeting);
                }
                self.drop_question(Answered::Closed);
                return Ok(());
            }
            Meet::For(span) if span.is_zero() => return Err(Refusal::MeetingPast),
            Meet::Until(local) if local <= now => return Err(Refusal::MeetingPast),
            // Quiet that was asked for always ends by itself: a meeting that was forgotten must not silence the days
            // after it.
            Meet::For(span) if span > MOST => return Err(Refusal::MeetingTooLong { most: MOST }),
            Meet::Until(local) if (local - now).to_std().is_ok_and(|ahead| ahead > MOST) => {
                return Err(Refusal::MeetingTooLong { most: MOST });
            }
            Meet::For(span) => PauseEnd::At(self.now.elapsed + span),
            Meet::Until(local) => PauseEnd::Local(local),
        };
        self.drop_question(Answered::More);
        (self.state.holds.meet, self.state.later) = (Some(end), None);
        Ok(())
    }

    /// Ends the person's meeting when its time is over, with a question.
    pub(super) fn end_meeting(&mut self) {
        if let Some(late) = self.state.holds.meet.and_then(|end| end.over_by(&self.now)) {
            self.state.holds.meet = None;
            // An end that nobody noticed for so long is past asking about.
            self.state.question = (late < self.rules.answer_within).then(MeetingQuestion::default);
        }
    }

    /// Asks when the person is there, and stops asking when there is no more reason to.
    pub(super) fn stand_question(&mut self) {
        let Some(question) = self.state.question else { return };
        // Whoever is not back at the end is asked on coming back: a lock makes the question wait, any other hold makes
        // it moot.
        let away = |hold: &Hold| !question.shown && matches!(hold, Hold::Locked | Hold::Asleep);
        let held = self.state.holds.on.iter().any(|hold| !away(hold));
        if held || self.rested() || self.running_break().is_some() {
            return self.drop_question(Answered::Moot);
        }
        let total = self.state.desk.total();
        let mark = question.mark.unwrap_or(total);
        // While the question stands no prompt comes: one that cannot be shown would keep every break away.
        if self.state.desk.worked(mark) >= ANSWER || (!question.shown && !self.state.deliverable) {
            return self.drop_question(Answered::Unanswered);
        }
        let breathing = matches!(self.state.screen, OnScreen::Breath(_)) || self.breathing_along();
        if question.shown || breathing || !self.state.presence.at_desk() {
            return;
        }
        // The mark stays over a restart, so that it is asked again only for what is left of its time.
        self.state.question = Some(MeetingQuestion { shown: true, mark: Some(mark) });
        self.decide(What::AskMeeting, Reason::MeetingOver);
        self.put_on_screen(OnScreen::Question, notice());
    }

    /// An absence that goes on was a break by itself.
    fn rested(&self) -> bool {
        self.rested_at().is_some_and(|at| at <= self.now.elapsed)
    }

    /// When the absence that goes on will have been a break by itself, if no meeting is on.
    pub(super) fn rested_at(&self) -> Option<Duration> {
        let absence = self.state.presence.absence.as_ref()?;
        let enough = if absence.certain { self.rules.minimum } else { self.rules.away_after };
        Some(absence.since + absence.unrest + enough)
    }

    /// The person chose.
    pub(super) fn question_answered(&mut self, action: Action) {
        match action {
            Action::Later => {
                self.state.later = Some(self.now.elapsed + self.rules.snooze_length);
                self.drop_question(Answered::Later);
            }
            Action::More => {
                self.state.holds.meet = Some(PauseEnd::At(self.now.elapsed + MORE));
                self.drop_question(Answered::More);
            }
            Action::Now => {
                if let Some(i) = self.front() {
                    self.pick_exercise(i, true);
                }
                // Without any break there is none to start, and the question has been answered all the same.
                let _ = self.ask_start();
                self.drop_question(Answered::Now);
            }
            Action::Start
            | Action::Snooze
            | Action::Skip
            | Action::Done
            | Action::Shifted
            | Action::Fine
            | Action::Loose
            | Action::Tight
            | Action::Sore
            | Action::Swap
            | Action::Hurt
            | Action::Undo => {}
        }
    }

    /// The question no longer stands, for this reason.
    pub(super) fn drop_question(&mut self, how: Answered) {
        if self.state.question.take().is_none() {
            return;
        }
        if self.state.screen == OnScreen::Question {
            self.clear_screen();
        }
        self.decide(What::MeetingAnswered(how), Reason::MeetingAnswered { how });
    }

    /// The question is on screen: what is asked for without a name is an answer to it.
    pub(super) fn asks(&self) -> bool {
        self.state.question.is_some_and(|question| question.shown)
    }

    /// The person has asked for no break before some point, is being asked, or breathes along.
    pub(super) fn put_off(&self) -> bool {
        self.state.question.is_some()
            || self.breathing_along()
            || self.state.later.is_some_and(|at| at > self.now.elapsed)
    }
}
