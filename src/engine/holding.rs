//! What follows from the set of holds (BEHAVIOUR 4): which begin and end, what a hold keeps back, and what leaves the screen
//! for it. Owns these steps; the set itself is `holds`'s, and the owed break that comes afterwards `stage`'s.

use super::Engine;
use super::break_::Phase;
use super::effect::{Announcement, What};
use super::instance::{CancelReason, Hold, Outcome};
use super::notice::NoticeText;
use super::reason::Reason;
use std::collections::BTreeSet;

impl Engine {
    /// The reasons to be quiet now.
    #[must_use]
    pub fn holds(&self) -> BTreeSet<Hold> {
        self.state.holds.on.clone()
    }

    pub(super) fn end_pause(&mut self) {
        if self.state.holds.pause_over(&self.now) {
            self.state.holds.pause = None;
            self.decide(What::Announce(Announcement::PauseEnded), Reason::PauseEnded);
            self.inform(NoticeText::PauseEnded);
        }
    }

    pub(super) fn change_holds(&mut self) {
        let presence = &self.state.presence;
        let gone = (presence.locked, presence.asleep, self.elsewhere().is_some());
        let wanted = self.state.holds.wanted(&self.now, &self.rules, gone);
        let had = std::mem::replace(&mut self.state.holds.on, wanted.clone());
        // The meeting has begun, or something else asks for quiet: breathing along is over either way.
        if self.breathing_along() && wanted.difference(&had).next().is_some() {
            self.state.breath = None;
        }
        for &hold in wanted.difference(&had) {
            let why = self.hold_reason(hold);
            self.decide(What::Hold(hold), why);
        }
        for &hold in had.difference(&wanted) {
            self.decide(What::Free(hold), Reason::Free { hold });
        }
        let away = self.state.presence.absence.is_some();
        let elsewhere = wanted.contains(&Hold::Meeting) && !self.state.holds.talking(away);
        let since = self.state.presence.meeting.get_or_insert(self.now.elapsed);
        self.state.presence.meeting = elsewhere.then_some(*since);
        let holds = &mut self.state.holds;
        let talking = wanted.contains(&Hold::Call) || wanted.contains(&Hold::Meeting);
        // A call counts until the whole set has ended, also when another hold outlasts it: the owed break is then
        // still one for after a call.
        if had.is_empty() && !wanted.is_empty() {
            holds.after_call = talking;
        } else {
            holds.after_call |= talking;
        }
        if wanted.is_empty() && !had.is_empty() {
            holds.ended = Some(self.now.elapsed);
        }
    }

    fn hold_reason(&self, hold: Hold) -> Reason {
        let holds = &self.state.holds;
        match hold {
            Hold::Call if holds.alone.is_some() => Reason::Connected { program: holds.program() },
            Hold::Meeting if holds.meet.is_some() => Reason::OwnMeeting,
            Hold::Call => Reason::Call { program: holds.program() },
            Hold::Elsewhere => Reason::Elsewhere { name: self.elsewhere().map(|at| at.name).unwrap_or_default() },
            Hold::Meeting | Hold::Locked | Hold::Asleep | Hold::Paused | Hold::Hours | Hold::Presenting | Hold::Dnd => {
                Reason::Hold { hold }
            }
        }
    }

    /// Under a hold nothing is on screen, and nothing is counted outside working hours.
    pub(super) fn hold_open(&mut self) {
        if !self.state.holds.quiet() {
            return;
        }
        let (now, hours) = (self.now.elapsed, self.state.holds.on.contains(&Hold::Hours));
        for i in 0..self.state.breaks.len() {
            let Some(open) = &self.state.breaks[i].open else { continue };
            let (reminder, instance, shown) = (open.row.reminder.clone(), open.row.id, open.ever_shown());
            let held = What::Held { reminder: reminder.clone(), instance };
            match &open.phase {
                // A break that is being taken is left to finish, under a hold and when working hours end.
                Phase::Running(_) => {}
                // Only what nobody has seen is excused. This one was seen, and the day's end alone left no time to
                // answer.
                _ if hours && shown => self.cancel(i, CancelReason::HoursEnded),
                _ if hours => self.close(i, Outcome::Excused, Reason::HoursEnded),
                Phase::Held => {}
                // A call that begins and ends within a snooze changes nothing: the snooze is held when it ends, if it
                // ends under a hold.
                Phase::Snoozed { until, .. } if *until > now => {}
                Phase::Due { .. } | Phase::Snoozed { .. } => {
                    self.set_phase(i, Phase::Held);
                    self.record(i);
                    self.decide(held, Reason::Held { holds: self.state.holds.on.clone() });
                }
                Phase::Prompted(p) => {
                    let what = if p.shown { What::Withdraw { reminder, instance } } else { held };
                    // Before the phase is booked: time under a full screen was no time to answer.
                    self.uncover(i);
                    self.set_phase(i, Phase::Held);
                    self.clear_screen();
                    self.record(i);
                    self.decide(what, Reason::Held { holds: self.state.holds.on.clone() });
                }
            }
        }
        self.clear_screen_unless_guided();
    }
}
