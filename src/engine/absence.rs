//! Absences: how they begin, what they are worth, how they end (BEHAVIOUR 3.5 and 3.9). Owns the transitions between
//! present and away and the natural credit; never counts desk time itself.

use super::break_::Phase;
use super::effect::What;
use super::event::Fact;
use super::instance::{Hold, Outcome};
use super::presence::{Absence, Input};
use super::reason::Reason;
use super::{Engine, Gone};
use std::time::Duration;

/// A pause in the input that begins this soon after a prompt is for the break; a later one is reading (BEHAVIOUR 3.5).
const SOON: Duration = Duration::from_secs(30);

impl Engine {
    /// Since when there has been no sign of the person; none while there is one, or a call or a film goes on.
    pub(super) fn quiet_since(&self) -> Option<Duration> {
        let (presence, holds) = (&self.state.presence, &self.state.holds);
        let talking = holds.talking(presence.absence.is_some());
        presence.quiet_since(talking || holds.facts.contains(&Fact::Watching))
    }

    /// What follows from no input up to now: a prompted break begins by leaving, an absence begins, rest is credited.
    pub(super) fn notice_absence(&mut self) {
        let now = self.now.elapsed;
        let quiet = self.quiet_since();
        // Behind a lock or asleep the person has left already, and with certainty.
        if let (Some(since), false) = (quiet, self.state.presence.gone()) {
            // Whoever has gone to another machine has left for no break.
            if self.elsewhere().is_none() {
                self.begin_by_leaving(since, false);
            }
            if self.state.presence.absence.is_none() && now.saturating_sub(since) >= self.rules.away_after {
                let meeting = self.state.presence.meeting;
                self.state.presence.absence = Some(Absence::new(since, false, meeting, now));
                self.deny_since(since);
            }
        }
        self.weigh_elsewhere();
        self.weigh_unheard();
        self.credit();
    }

    /// The session is locked or the machine goes to sleep: certainly away, since the last input.
    pub(super) fn leave(&mut self, how: Gone) {
        let now = self.now.elapsed;
        let since = self.quiet_since().unwrap_or(now);
        match how {
            Gone::Locked => self.state.presence.locked = true,
            Gone::Asleep => self.state.presence.asleep = true,
        }
        self.begin_by_leaving(since, true);
        self.state.breaks.iter_mut().filter_map(|b| b.running_mut()).for_each(|r| r.quiet(since));
        let meeting = self.state.presence.meeting;
        let absence = self.state.presence.absence.get_or_insert_with(|| Absence::new(since, true, meeting, now));
        absence.certain = true;
        self.deny_since(since);
    }

    /// The machine woke: it may have been by itself, so what is known of input stays as it was.
    pub(super) fn wake_up(&mut self) {
        self.state.presence.asleep = false;
        self.await_word();
        if let Input::Active(_) = self.state.presence.input {
            self.input_began();
        }
    }

    /// There is input from now on.
    pub(super) fn input_began(&mut self) {
        let now = self.now.elapsed;
        // A sense may say twice that input goes on. Its beginning stays: no end of input is taken from before it.
        if !matches!(self.state.presence.input, Input::Active(_)) || self.state.presence.absence.is_some() {
            self.state.presence.input = Input::Active(now);
        }
        // Keys behind the lock are no sign of somebody at work: unlocking is.
        if !self.state.presence.gone() {
            self.state.desk.confirm();
            self.state.breaks.iter_mut().filter_map(|b| b.running_mut()).for_each(|r| r.input(now));
        }
    }

    /// The last input was at `since`.
    pub(super) fn input_ended(&mut self, since: Duration) {
        let now = self.now.elapsed;
        let since = match self.state.presence.input {
            Input::Idle(_) => return,
            Input::Active(from) => since.clamp(from.min(now), now),
            Input::Unseen => since.min(now),
        };
        self.state.presence.input = Input::Idle(since);
        self.state.presence.blind = false;
        self.state.breaks.iter_mut().filter_map(|b| b.running_mut()).for_each(|r| r.quiet(since));
        if let Some(quiet) = self.quiet_since() {
            self.state.desk.doubt(quiet, now);
        }
    }

    /// A call, a video or a lock ended, or began: the person was there at this moment.
    pub(super) fn stir(&mut self) {
        self.state.presence.stirred = self.now.elapsed;
        if !self.state.presence.gone() {
            self.state.desk.confirm();
        }
    }

    /// Ends the absence once the person is back.
    pub(super) fn return_to_desk(&mut self) {
        let presence = &self.state.presence;
        // A start has seen nobody yet: that alone must not end the absence which it finds.
        let sign = self.quiet_since().is_none() && presence.input != Input::Unseen;
        if presence.absence.is_some() && !presence.gone() && sign {
            self.end_absence();
        }
    }

    /// Leaving for long enough while prompted starts the break, never before it was shown. Who is certainly gone has left.
    fn begin_by_leaving(&mut self, quiet: Duration, certain: bool) {
        let now = self.now.elapsed;
        for i in 0..self.state.breaks.len() {
            let Some((since, begins)) = self.leaves_at(i, quiet) else { continue };
            if certain || begins <= now {
                // The break began with the last input, and a break is no desk time: what was counted since then is
                // not.
                self.state.desk.take_back(since, now);
                self.clamp();
                self.run_break(i, since, None);
            }
        }
    }

    /// Since when leaving counts for a prompted break if there was no input since `quiet`, and when it begins the break.
    pub(super) fn leaves_at(&self, i: usize, quiet: Duration) -> Option<(Duration, Duration)> {
        let p = self.state.breaks[i].prompted().filter(|p| p.shown)?;
        let soon = quiet <= p.put + SOON;
        let enough = if soon { self.rules.breaks[i].hands_off(&self.rules) } else { self.rules.leave_after };
        let since = quiet.max(p.at);
        Some((since, since + enough))
    }

    /// While a short break is prompted and hands that come to rest still begin it: how long they must rest, and until when.
    pub(super) fn short_rest(&self, i: usize) -> Option<(Duration, Duration)> {
        let rest = self.rules.breaks[i].hands_off(&self.rules);
        let p = self.state.breaks[i].prompted().filter(|p| p.shown && rest < self.rules.leave_after)?;
        Some((rest, p.put + SOON + rest)).filter(|(_, until)| *until > self.now.elapsed)
    }

    /// One absence gives at most one credit for each break and nudge.
    fn credit(&mut self) {
        let Some(absence) = self.state.presence.absence.clone() else { return };
        // Silence here is no rest while the person is at work elsewhere, and may not be while nobody knows.
        if self.unheard() || self.elsewhere().is_some() {
            return;
        }
        let served = self.credit_for(&absence, self.now.elapsed);
        if let Some(absence) = &mut self.state.presence.absence {
            absence.served.extend(served);
        }
    }

    /// Credits what was rest of an absence until then. Which breaks it has served.
    pub(super) fn credit_for(&mut self, absence: &Absence, until: Duration) -> Vec<String> {
        let (rest, away_after) = (absence.rest(until), self.rules.away_after);
        // Without input the person may be reading, so it takes as long as being away does. Behind a lock or asleep
        // nobody reads.
        let long = |enough: Duration| rest >= if absence.certain { enough } else { away_after };
        let (nudges, mut served) = (long(self.rules.minimum), Vec::new());
        for i in 0..self.rules.breaks.len() {
            let name = &self.rules.breaks[i].name;
            if long(self.rules.breaks[i].enough(&self.rules)) && !absence.served.contains(name) {
                let name = name.clone();
                served.extend(self.credit_break(i, absence, until).then_some(name));
            }
        }
        if nudges {
            self.restart_nudges(until);
        }
        served
    }

    /// Nudges count anew from that point on.
    pub(super) fn restart_nudges(&mut self, at: Duration) {
        let mark = self.mark_at(at);
        for nudge in &mut self.state.nudges {
            nudge.from = mark;
            self.state.other_desks.begin(&nudge.name, at);
        }
    }

    /// Credits one break. False if the absence can still count for it.
    fn credit_break(&mut self, i: usize, absence: &Absence, until: Duration) -> bool {
        let rule = &self.rules.breaks[i];
        let (rest, mark) = (absence.rest(until), self.mark_at(until));
        let worked = mark.saturating_sub(self.state.breaks[i].from);
        let (half, every) = (worked * 2 >= rule.every, rule.every);
        let outside = self.state.holds.on.contains(&Hold::Hours);
        let name = rule.name.clone();
        match self.state.breaks[i].open.as_ref().map(|o| &o.phase) {
            // Leaving under a prompt is the break itself. Nothing is served then: should the break end too soon, the
            // same absence can still count for it.
            Some(Phase::Running(_)) => return false,
            Some(Phase::Prompted(p)) if p.shown => return false,
            Some(Phase::Due { .. } | Phase::Held | Phase::Prompted(_) | Phase::Snoozed { .. }) => {
                let why = Reason::AwayWhileOpen { rest };
                if absence.elsewhere {
                    self.close_as_had_elsewhere(i, rest, why);
                } else {
                    self.close(i, Outcome::Natural, why);
                }
            }
            // Outside working hours no break is asked for, so none is had either. What follows work at another machine is
            // had there.
            None if half && !outside && !absence.elsewhere => {
                self.open_instance(i);
                self.close(i, Outcome::Natural, Reason::Away { rest, worked, every });
            }
            None => self.decide(What::Reset { reminder: name.clone() }, Reason::Reset { rest, worked }),
        }
        self.state.breaks[i].restart(mark);
        self.state.other_desks.begin(&name, until);
        true
    }
}
