//! What the person asks for by tray or command line, and why it may be refused. Owns the refusals;
//! the acts themselves are `outcome`'s and `show`'s.

use super::Engine;
use super::break_::Phase;
use super::effect::{Answered, Effect, What};
use super::event::{Action, Pause, Request};
use super::holds::PauseEnd;
use super::reason::Reason;
use super::refusal::Refusal;
use super::taken::Ended;

impl Engine {
    pub(super) fn ask(&mut self, request: &Request) {
        let answer = match request {
            Request::Start => self.ask_start(),
            Request::Try(id) => self.ask_try(id),
            Request::Guide => self.ask_guide(),
            Request::Done => match self.running_break() {
                Some(i) => {
                    self.end_break(i, self.now.elapsed, Ended::Person);
                    Ok(())
                }
                None => Err(Refusal::NoBreakRunning),
            },
            Request::Skip => match self.front() {
                Some(i) => {
                    self.drop_question(Answered::Closed);
                    self.skip(i, Reason::Skipped);
                    Ok(())
                }
                None => Err(Refusal::NothingDue),
            },
            Request::Snooze if self.asks() => {
                self.question_answered(Action::Later);
                Ok(())
            }
            Request::Snooze => self.ask_snooze(),
            Request::Pause(pause) => self.ask_pause(*pause),
            Request::Meet(meet) => self.ask_meet(*meet),
            Request::CheckIn(feeling) => {
                self.check_in_told((*feeling).into());
                Ok(())
            }
            Request::Resume if self.state.holds.pause.take().is_some() => Ok(()),
            Request::Resume => Err(Refusal::NotPaused),
            Request::Hide(id) => self.ask_hidden(id, true),
            Request::Unhide(id) => self.ask_hidden(id, false),
        };
        if let Err(refusal) = answer {
            self.out.push(Effect::Refused(refusal));
        }
    }

    pub(super) fn ask_start(&mut self) -> Result<(), Refusal> {
        if self.running_break().is_some() {
            return Err(Refusal::AlreadyOnABreak);
        }
        let i = self.break_to_start()?;
        self.start_guided(i);
        Ok(())
    }

    /// A break now with the exercise that the person has chosen, in place of what it would offer.
    fn ask_try(&mut self, id: &str) -> Result<(), Refusal> {
        if !self.content.exercises.iter().any(|exercise| exercise.id == id) {
            return Err(Refusal::NoExercise { id: id.to_owned() });
        }
        if self.running_break().is_some() {
            return Err(Refusal::AlreadyOnABreak);
        }
        let i = self.break_to_start()?;
        self.state.history.offer(id, self.now.local.timestamp());
        if let Some(open) = &mut self.state.breaks[i].open {
            open.set_exercise(Some(id.to_owned()));
        }
        self.want_window(i);
        self.start_guided(i);
        Ok(())
    }

    /// The break that can start now, with its instance open.
    pub(super) fn break_to_start(&mut self) -> Result<usize, Refusal> {
        let i = self.front().or_else(|| self.next_due()).ok_or(Refusal::NoBreaks)?;
        if self.state.breaks[i].open.is_none() {
            // By hand it begins before it is due: nudges keep clear of due times, and this is none.
            let fell_due = self.state.breaks[i].fell_due;
            self.open_instance(i);
            let b = &mut self.state.breaks[i];
            b.fell_due = fell_due;
            if let Some(open) = &mut b.open {
                open.tried = true;
            }
        }
        Ok(i)
    }

    fn ask_snooze(&mut self) -> Result<(), Refusal> {
        let i = self.front().ok_or(Refusal::NothingDue)?;
        let Some(open) = &self.state.breaks[i].open else { return Err(Refusal::NothingDue) };
        match &open.phase {
            Phase::Running(_) => Err(Refusal::AlreadyOnABreak),
            Phase::Snoozed { until, .. } => Err(Refusal::AlreadySnoozed { until: self.now.stamp(*until) }),
            Phase::Due { .. } | Phase::Held | Phase::Prompted(_) if self.snoozes_left(i) == 0 => {
                Err(if open.row.snoozes == 0 { Refusal::NoSnooze } else { Refusal::SnoozesSpent })
            }
            Phase::Due { .. } | Phase::Held | Phase::Prompted(_) => {
                self.snooze(i);
                Ok(())
            }
        }
    }

    fn ask_pause(&mut self, pause: Pause) -> Result<(), Refusal> {
        let holds = &self.state.holds;
        match pause {
            Pause::Call if !holds.in_call() && !holds.in_meeting(&self.now) => Err(Refusal::NoCall),
            Pause::Until(local) if local <= self.now.local.naive_local() => Err(Refusal::AlreadyPast),
            Pause::For(span) if span.is_zero() => Err(Refusal::AlreadyPast),
            Pause::For(_) | Pause::Until(_) | Pause::Call | Pause::Day => {
                self.state.holds.pause = Some(PauseEnd::new(pause, &self.now, self.rules.day_starts));
                Ok(())
            }
        }
    }

    /// Hides an exercise until the person shows it again, or shows it again.
    fn ask_hidden(&mut self, id: &str, hide: bool) -> Result<(), Refusal> {
        if !self.content.exercises.iter().any(|e| e.id == id) {
            return Err(Refusal::NoExercise { id: id.to_owned() });
        }
        let in_settings = self.rules.fit.hidden.iter().any(|hidden| hidden == id);
        // Showing again undoes what is remembered here, whatever the settings add to it.
        let changes = !(hide && in_settings) && self.state.history.set_hidden(id, hide, self.now.local.timestamp());
        if !changes && in_settings {
            return Err(Refusal::HiddenBySettings { id: id.to_owned() });
        }
        if !changes {
            let id = id.to_owned();
            return Err(if hide { Refusal::HiddenAlready { id } } else { Refusal::ShownAlready { id } });
        }
        let exercise = id.to_owned();
        if hide {
            self.decide(What::Hidden { exercise }, Reason::HiddenByHand);
        } else {
            self.decide(What::Unhidden { exercise }, Reason::ShownByHand);
        }
        Ok(())
    }

    /// The break that is being taken.
    pub(super) fn running_break(&self) -> Option<usize> {
        self.state.breaks.iter().position(|b| b.running().is_some())
    }

    /// The open break that an answer without a name is for.
    pub(super) fn front(&self) -> Option<usize> {
        // What is being done or shown comes before what only waits: the answer is to what the person sees.
        let rank = |i: &usize| {
            self.state.breaks[*i].open.as_ref().map(|o| match o.phase {
                Phase::Running(_) => 0,
                Phase::Prompted(_) => 1,
                Phase::Due { .. } => 2,
                Phase::Held => 3,
                Phase::Snoozed { .. } => 4,
            })
        };
        (0..self.state.breaks.len()).filter(|i| rank(i).is_some()).min_by_key(|i| (rank(i), self.order(*i)))
    }

    /// The break that falls due next.
    pub(super) fn next_due(&self) -> Option<usize> {
        (0..self.state.breaks.len()).min_by_key(|&i| {
            let worked = self.state.desk.worked(self.state.breaks[i].from);
            (self.rules.breaks[i].every.saturating_sub(worked), self.order(i))
        })
    }

    /// Who goes first: the longest break, then the one due first, then by name.
    pub(super) fn order(&self, i: usize) -> impl Ord + use<> {
        let due = self.state.breaks[i].open.as_ref().map(|o| o.row.due);
        // The longest goes first, because it rests the body for the shorter ones as well.
        (std::cmp::Reverse(self.rules.breaks[i].lasts), due, i)
    }
}
