//! How neck, shoulders and back feel (BEHAVIOUR 5.3): the check-in after a break, the answer that comes without one, and the
//! gentle red flag that follows from answers alone. Owns when it is asked, what counts as a correction, and how seldom an
//! appointment is suggested; never weighs an answer, and never suggests more than that.

use super::Engine;
use super::effect::{Announcement, Effect, Record, What};
use super::event::Action;
use super::moment::Stamp;
use super::notice::{Notice, NoticeText};
use super::reason::Reason;
use super::state::OnScreen;
use chrono::{NaiveDate, TimeDelta};

/// Sore on this many days ...
const SORE_DAYS: usize = 12;
/// ... of the last so many suggests an appointment ...
const SORE_WITHIN: u32 = 21;
/// ... no more often than once in this many days (BEHAVIOUR 5.4).
const ADVICE_EVERY: i64 = 7;
/// An answer so soon after the one before sets that right: a slip of the finger is noticed at once.
const SET_RIGHT_WITHIN: TimeDelta = TimeDelta::minutes(10);

impl Engine {
    /// Asks, once its break is over and nothing else is on screen; not about a break of long ago.
    pub(super) fn check_in(&mut self) {
        self.state.check_in_until.take_if(|until| *until <= self.now.elapsed);
        // Of the two the breath comes first: its meeting begins in a few minutes.
        let asking = matches!(self.state.screen, OnScreen::Breath(_));
        if self.state.check_in_until.is_some() && self.free() && !asking && self.after_talk() {
            self.state.check_in_until = None;
            // It counts once it is asked, answered or not.
            self.state.today.check_ins += 1;
            self.decide(What::CheckIn, Reason::JustTaken);
            let until = self.now.elapsed + self.rules.answer_within;
            self.put_on_screen(OnScreen::CheckIn(until), notice());
        }
    }

    /// Nothing holds, nor did a call just now. (A screen that was locked is how many a break is taken.)
    fn after_talk(&self) -> bool {
        !self.state.holds.quiet() && (!self.state.holds.after_call || self.settled())
    }

    /// An answer that nobody asked for: to what is asked, or was about to be, or in place of the one just given.
    pub(super) fn check_in_told(&mut self, answer: Action) {
        self.state.check_in_until = None;
        if matches!(self.state.screen, OnScreen::CheckIn(_)) {
            self.clear_screen();
            return self.check_in_answer(answer);
        }
        let now = self.now.local;
        let lately = |last: &Stamp| (TimeDelta::zero()..SET_RIGHT_WITHIN).contains(&(now - *last));
        let last = self.state.checked.filter(lately);
        let again = last.filter(|_| self.answers().pop().is_some());
        self.keep_answer(again.unwrap_or(now), answer);
    }

    pub(super) fn check_in_answer(&mut self, answer: Action) {
        self.keep_answer(self.now.local, answer);
    }

    fn answers(&mut self) -> &mut Vec<Action> {
        self.state.check_ins.entry(self.state.today.day).or_default()
    }

    /// The record has one answer for each time: the same time again is another answer in its place.
    fn keep_answer(&mut self, at: Stamp, answer: Action) {
        let day = self.state.today.day;
        self.answers().push(answer);
        // A clock that was wrong for a while leaves days ahead of today: they are as far away as days gone by.
        self.state.check_ins.retain(|known, _| apart(day, *known) < i64::from(SORE_WITHIN));
        self.state.checked = Some(at);
        self.state.advice_waits = answer == Action::Sore;
        self.out.push(Effect::Record(Record::CheckIn { at, day, answer }));
    }

    /// Sore on most days of three weeks is worth an appointment; said at most once a week, and never more than that.
    pub(super) fn advise(&mut self) {
        let ready = self.free() && self.room() && self.after_talk();
        if !self.state.advice_waits || !ready {
            return;
        }
        // Only right after an answer, and once for each: nobody who has said nothing new is told to see somebody.
        self.state.advice_waits = false;
        let today = self.state.today.day;
        let days = self.state.check_ins.iter().filter(|(day, _)| apart(today, **day) < i64::from(SORE_WITHIN));
        let sore = days.filter(|(_, answers)| answers.contains(&Action::Sore)).count();
        if sore >= SORE_DAYS && self.state.advised.is_none_or(|day| apart(today, day) >= ADVICE_EVERY) {
            self.state.advised = Some(today);
            let why = Reason::Sore { days: u32::try_from(sore).unwrap_or(u32::MAX), of: SORE_WITHIN };
            self.decide(What::Announce(Announcement::SeeSomeone), why);
            self.inform(NoticeText::SeeSomeone);
        }
    }
}

/// How does it feel?
pub(super) fn notice() -> Notice {
    Notice { text: NoticeText::CheckIn, actions: vec![Action::Loose, Action::Tight, Action::Sore] }
}

/// So many days lie between these two.
fn apart(one: NaiveDate, other: NaiveDate) -> i64 {
    (one - other).num_days().abs()
}
