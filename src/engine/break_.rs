//! One break's life as data: BEHAVIOUR 3's states and what each must remember. Owns the states and the questions
//! that one break can answer about itself; never the transitions that touch others (`advance`, `outcome`).

use super::desk::Desk;
use super::instance::{Instance, Offer};
use super::rules::{BreakRule, Rules};
use super::running::Running;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// One configured break, counting or with an open instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Break {
    pub(super) name: String,
    /// Desk-clock mark from which the next one is counted.
    pub(super) from: Duration,
    /// Desk-clock mark of the last real break, absence or answer: what *overdue* is measured from.
    pub(super) last: Duration,
    /// Desk-clock mark at which an instance last fell due.
    #[serde(default)]
    pub(super) fell_due: Option<Duration>,
    /// The heads-up for this countdown has been given.
    pub(super) heads_up: bool,
    pub(super) open: Option<Open>,
}

/// The open instance of a break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Open {
    pub(super) row: Instance,
    pub(super) phase: Phase,
    /// Desk-clock mark at which it fell due.
    pub(super) due: Duration,
    /// Desk time spent prompted, up to the last change of phase.
    pub(super) answering: Duration,
    /// Time in each hold, exactly; the row has whole seconds.
    pub(super) held: std::collections::BTreeMap<super::instance::Hold, Duration>,
    /// Time spent snoozed, exactly.
    pub(super) snoozed: Duration,
    /// The last line of what was offered.
    #[serde(default)]
    pub(super) offer: Option<Offer>,
    /// Ids that were swapped while it was open.
    #[serde(default)]
    pub(super) swapped: Vec<String>,
    /// Ids that the guide has shown to their end, in their order. The row's own exercise is the first of them.
    #[serde(default)]
    pub(super) done: Vec<String>,
    /// What follows those now; none is free time.
    #[serde(default)]
    pub(super) then: Option<String>,
    /// It was begun by hand before it was due: no row is written until it counts, and none if it never does.
    #[serde(default)]
    pub(super) tried: bool,
    /// What it offered meanwhile.
    #[serde(default)]
    pub(super) unwritten: Vec<Offer>,
}

/// BEHAVIOUR 3's states of an open instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Phase {
    /// Waiting for a good moment, until this point at the latest.
    Due {
        until: Duration,
    },
    /// Waiting for the last hold to end.
    Held,
    Prompted(Prompted),
    Running(Running),
    Snoozed {
        since: Duration,
        until: Duration,
    },
}

/// Shown, and not answered yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Prompted {
    /// When it was last shown, or should have been.
    pub(super) at: Duration,
    /// The desk clock then.
    pub(super) mark: Duration,
    /// It is on screen, or was and went away without a choice.
    pub(super) shown: bool,
    /// When it was last put on screen.
    pub(super) put: Duration,
    /// It went away without a choice; show it once more at this point.
    pub(super) again: Option<Duration>,
    /// It has been shown once more already.
    pub(super) repeated: bool,
    /// Desk-clock mark since which a full screen may hide it.
    #[serde(default)]
    pub(super) covered: Option<Duration>,
    /// It was last put on screen under a full screen, and no hand has closed it there.
    #[serde(default)]
    pub(super) unseen: bool,
}

impl Break {
    pub(super) fn new(name: String, mark: Duration) -> Self {
        Self { name, from: mark, last: mark, fell_due: None, heads_up: false, open: None }
    }

    /// Starts the countdown again from zero.
    pub(super) fn restart(&mut self, mark: Duration) {
        (self.from, self.last, self.heads_up) = (mark, mark, false);
    }

    /// So much desk time is added after the fact, and so much of it lies before this countdown. None of it was time to answer.
    pub(super) fn move_on(&mut self, before: Duration, added: Duration) {
        self.from += before;
        self.last += before;
        self.fell_due = self.fell_due.map(|mark| mark + added);
        if let Some(open) = &mut self.open {
            open.due += added;
            if let Phase::Prompted(p) = &mut open.phase {
                p.mark += added;
                p.covered = p.covered.map(|mark| mark + added);
            }
        }
    }

    /// No mark may lie ahead of the desk clock after time was taken back.
    pub(super) fn clamp(&mut self, total: Duration) {
        self.from = self.from.min(total);
        self.last = self.last.min(total);
        self.fell_due = self.fell_due.map(|mark| mark.min(total));
        if let Some(open) = &mut self.open {
            open.due = open.due.min(total);
            if let Phase::Prompted(p) = &mut open.phase {
                p.mark = p.mark.min(total);
                p.covered = p.covered.map(|mark| mark.min(total));
            }
        }
    }

    pub(super) fn prompted(&self) -> Option<&Prompted> {
        match self.open.as_ref().map(|o| &o.phase) {
            Some(Phase::Prompted(p)) => Some(p),
            Some(Phase::Due { .. } | Phase::Held | Phase::Running(_) | Phase::Snoozed { .. }) | None => None,
        }
    }

    pub(super) fn running(&self) -> Option<&Running> {
        match self.open.as_ref().map(|o| &o.phase) {
            Some(Phase::Running(r)) => Some(r),
            Some(Phase::Due { .. } | Phase::Held | Phase::Prompted(_) | Phase::Snoozed { .. }) | None => None,
        }
    }

    pub(super) fn running_mut(&mut self) -> Option<&mut Running> {
        match self.open.as_mut().map(|o| &mut o.phase) {
            Some(Phase::Running(r)) => Some(r),
            Some(Phase::Due { .. } | Phase::Held | Phase::Prompted(_) | Phase::Snoozed { .. }) | None => None,
        }
    }

    /// Whether it is held and the person has not moved for half as long again as asked.
    pub(super) fn overdue(&self, desk: &Desk, every: Duration) -> bool {
        let held = matches!(self.open.as_ref().map(|o| &o.phase), Some(Phase::Held));
        held && desk.worked(self.last) >= every.mul_f64(1.5)
    }
}

impl Prompted {
    /// A break begun at `since` was cut short: nothing is on screen until `again`, as if the prompt had been closed.
    pub(super) fn cut_short(at: Duration, mark: Duration, since: Duration, again: Option<Duration>) -> Self {
        let waiting = Self::waiting(at, mark);
        Self { shown: true, put: since, again, repeated: again.is_none(), ..waiting }
    }

    /// It should be on screen from now on, and is not yet.
    pub(super) fn waiting(at: Duration, mark: Duration) -> Self {
        Self { at, mark, shown: false, put: at, again: None, repeated: false, covered: None, unseen: false }
    }
}

impl Open {
    pub(super) fn new(row: Instance, phase: Phase, due: Duration) -> Self {
        Self {
            row,
            phase,
            due,
            answering: Duration::ZERO,
            held: std::collections::BTreeMap::default(),
            snoozed: Duration::ZERO,
            offer: None,
            swapped: Vec::new(),
            done: Vec::new(),
            then: None,
            tried: false,
            unwritten: Vec::new(),
        }
    }

    /// Nothing of it may be written yet: it was not due, and has not counted so far.
    pub(super) fn unwritten(&self) -> bool {
        self.tried && self.row.outcome.is_none()
    }

    /// The exercise that is offered or being done now.
    pub(super) fn exercise(&self) -> Option<&String> {
        if self.done.is_empty() { self.row.exercise.as_ref() } else { self.then.as_ref() }
    }

    /// Another exercise takes its place, or none.
    pub(super) fn set_exercise(&mut self, id: Option<String>) {
        if self.done.is_empty() {
            (self.row.exercise, self.row.result) = (id, None);
        } else {
            self.then = id;
        }
    }

    /// Whether it has ever been on screen.
    pub(super) fn ever_shown(&self) -> bool {
        self.row.prompts > 0
    }

    /// How many snoozes it may still have: at most `snooze.most`, together at most half of `every` (BEHAVIOUR 3.7).
    pub(super) fn snoozes_left(&self, rules: &Rules, every: Duration) -> u32 {
        // A snooze of no length would fit in without end.
        let length = rules.snooze_length.as_secs_f64().max(1.0);
        let fit = (every.as_secs_f64() / 2.0 / length).floor();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "floored, positive and clamped")]
        let most = fit.clamp(0.0, f64::from(rules.snooze_most)) as u32;
        most.saturating_sub(self.row.snoozes)
    }
}

impl BreakRule {
    /// How long a break must last to be taken: `minimum`, or 80 % of `lasts` if that is shorter (BEHAVIOUR 3.6).
    #[must_use]
    pub fn enough(&self, rules: &Rules) -> Duration {
        rules.minimum.min(self.most_of_it())
    }

    /// No input for this long begins it, if the hands rest soon after the prompt; never longer than `leave_after`, so that
    /// only a short break asks less than any other (BEHAVIOUR 3.5).
    pub(super) fn hands_off(&self, rules: &Rules) -> Duration {
        rules.leave_after.min(self.most_of_it())
    }

    fn most_of_it(&self) -> Duration {
        self.lasts.mul_f64(0.8)
    }
}
