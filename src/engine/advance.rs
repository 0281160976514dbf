//! The course of things: what the passing of time and the set of holds lead to. Owns the order in which due, held,
//! prompted, missed and owed follow from each other (BEHAVIOUR 3 and 4); each rule is one function. What a hold
//! does is `holding`'s, and which break is prompted, and when, `stage`'s.

use super::Engine;
use super::effect::What;
use super::instance::{CancelReason, Hold, Outcome};
use super::notice::NoticeText;
use super::reason::Reason;
use super::taken::Ended;

/// One step never leads to more than this many rounds of consequences.
const ROUNDS: usize = 16;

impl Engine {
    /// Lets everything happen that is to happen by now.
    pub(super) fn settle(&mut self) {
        // Two rules that undo each other would never come to rest, and the app would hang.
        for _ in 0..ROUNDS {
            let before = self.out.len();
            self.expire_screen();
            self.doubt_calls();
            self.end_meeting();
            self.end_pause();
            self.change_holds();
            self.return_to_desk();
            self.notice_absence();
            self.stand_question();
            self.give_heads_up();
            // Before anything falls due: a full screen that has just ended hides nothing any more, and what stood
            // under it must not give way as if it did.
            self.cover();
            self.fall_due();
            self.hold_open();
            self.run();
            self.end_answer_windows();
            self.stage();
            // Two things due together come one at a time, and the break comes first.
            self.reminders();
            if self.out.len() == before {
                break;
            }
        }
    }

    fn give_heads_up(&mut self) {
        let ahead = self.rules.heads_up;
        if ahead.is_zero() || self.state.holds.quiet() || !self.state.presence.at_desk() {
            return;
        }
        for i in 0..self.state.breaks.len() {
            let b = &self.state.breaks[i];
            let left = self.rules.breaks[i].every.saturating_sub(self.state.desk.worked(b.from));
            // At zero it is due, and the prompt says so.
            if b.open.is_none() && !b.heads_up && left <= ahead && !left.is_zero() {
                let (reminder, at) = (b.name.clone(), self.now.stamp(self.now.elapsed + left));
                self.state.breaks[i].heads_up = true;
                self.decide(What::HeadsUp { reminder: reminder.clone() }, Reason::DueAt { at });
                self.inform(NoticeText::HeadsUp { reminder, at });
            }
        }
    }

    /// A break falls due; so does the next one while one waits unseen, which then gives way.
    fn fall_due(&mut self) {
        // What the last sleep was worth may put it off.
        if self.state.holds.on.contains(&Hold::Hours) || self.unheard() {
            return;
        }
        for i in 0..self.state.breaks.len() {
            let every = self.rules.breaks[i].every;
            let since = |mark| self.state.desk.worked(mark) >= every;
            let b = &self.state.breaks[i];
            let due = match &b.open {
                None => since(b.from) && self.state.presence.at_desk(),
                Some(o) => since(o.due) && self.gives_way(i),
            };
            if !due {
                continue;
            }
            if b.open.is_some() {
                self.give_way(i);
            }
            self.open_instance(i);
            let Some(open) = &self.state.breaks[i].open else { continue };
            let what = What::Due { reminder: open.row.reminder.clone(), instance: open.row.id };
            self.record(i);
            self.decide(what, Reason::Worked { every });
        }
    }

    fn run(&mut self) {
        let (now, elsewhere) = (self.now.elapsed, self.elsewhere().filter(|at| !at.resting));
        for i in 0..self.state.breaks.len() {
            let Some(run) = self.state.breaks[i].running() else { continue };
            match &run.guide {
                Some(guide) if guide.until <= now => self.end_break(i, guide.until, Ended::Guide),
                Some(_) if self.exercise_ends(i).is_some_and(|at| at <= now) => self.go_on(i),
                Some(_) => self.step_guide(i),
                // Whoever began it by leaving has gone to work elsewhere, and rested until then.
                None if elsewhere.is_some() => {
                    let end = elsewhere.as_ref().map_or(now, |at| at.since.clamp(run.since, now.max(run.since)));
                    self.end_break(i, end, Ended::Elsewhere);
                    self.state.other_desks.unseen(end, now);
                }
                None if self.state.presence.gone() => {}
                None => self.end_by_input(i),
            }
        }
    }

    fn end_answer_windows(&mut self) {
        for i in 0..self.state.breaks.len() {
            let Some(p) = self.state.breaks[i].prompted() else { continue };
            if self.state.desk.worked(p.mark) < self.rules.answer_within || self.may_be_hidden(i) {
                continue;
            }
            let open = self.state.breaks[i].open.as_ref();
            let (shown, short) = open.map_or((false, false), |o| (o.ever_shown(), o.row.short));
            match (shown, short) {
                // What never came on screen cannot have been missed: that would count against the person what no
                // service could show.
                (false, _) => self.cancel(i, CancelReason::NotDelivered),
                (true, true) => self.close(i, Outcome::Skipped, Reason::NotResumed),
                (true, false) => self.close(i, Outcome::Missed, Reason::Missed { window: self.rules.answer_within }),
            }
        }
    }
}
