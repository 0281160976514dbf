//! The tray and the status, computed from the state. Owns which state is shown, its line and the ring; never draws
//! and never says what a line is called. (`menu` has the menu.)

use super::Engine;
use super::break_::Phase;
use super::desk::Counts;
use super::instance::Hold;
use super::moment::Stamp;
use super::status::Status;
use super::tray_line::{Quiet, TrayLine, Until, minute, told};
use super::view::{TrayState, TrayView};
use std::time::Duration;

/// Steps of the ring.
const STEPS: u32 = 12;

impl Engine {
    pub(super) fn tray_view(&self) -> TrayView {
        let menu = self.menu(self.line(true));
        TrayView { state: self.tray_state(), progress: self.progress(), tooltip: self.line(false), menu }
    }

    /// What `unhunch status` says.
    #[must_use]
    pub fn status(&self) -> Status {
        let shown = self.front().or_else(|| self.next_due());
        let open = shown.and_then(|i| self.state.breaks[i].open.as_ref());
        Status {
            state: self.tray_state(),
            text: self.line(false),
            progress: self.progress(),
            reminder: shown.map(|i| self.state.breaks[i].name.clone()),
            next: self.next_due().and_then(|i| self.falls_due(i)).map(|at| self.now.stamp(at).to_rfc3339()),
            instance: open.map(|o| o.row.id),
            exercise: open.and_then(|o| o.exercise().or(o.row.exercise.as_ref()).cloned()),
            holds: self.state.holds.on.iter().map(|h| h.token().to_owned()).collect(),
            paused_until: self.pause_end().map(|at| at.to_rfc3339()),
            present: self.state.presence.at_desk(),
            snoozes_left: shown.map_or(0, |i| self.snoozes_left(i)),
            today_done: self.state.today.done,
            today_of: self.state.today.of,
            hidden: self.state.history.hidden(self.now.local),
        }
    }

    fn tray_state(&self) -> TrayState {
        let breaks = || self.state.breaks.iter().zip(&self.rules.breaks);
        let open = || self.state.breaks.iter().filter_map(|b| b.open.as_ref()).map(|open| &open.phase);
        match () {
            () if self.running_break().is_some() => TrayState::Break,
            // Before the holds, because it shows through them: no pop-up comes over a call, and the icon alone can
            // tell.
            () if breaks().any(|(b, rule)| b.overdue(&self.state.desk, rule.every)) => TrayState::Overdue,
            () if self.state.holds.pause.is_some() => TrayState::Paused,
            () if self.state.holds.quiet() => TrayState::Held,
            () if open().any(|phase| matches!(phase, Phase::Due { .. } | Phase::Prompted(_))) => TrayState::Due,
            () if open().any(|phase| matches!(phase, Phase::Held)) => TrayState::Held,
            () if open().any(|phase| matches!(phase, Phase::Snoozed { .. })) => TrayState::Snoozed,
            () => TrayState::Counting,
        }
    }

    fn progress(&self) -> u8 {
        let of = |part: Duration, whole: Duration| {
            // Each step is a wake-up and a picture that is drawn: with twelve a quiet hour costs about a dozen.
            let steps = part.as_millis() * u128::from(STEPS) / whole.as_millis().max(1);
            u8::try_from(steps.min(u128::from(STEPS))).unwrap_or(0)
        };
        if let Some(run) = self.running_break().and_then(|i| self.state.breaks[i].running().map(|r| (i, r))) {
            return of(self.now.elapsed.saturating_sub(run.1.since), self.rules.breaks[run.0].lasts);
        }
        let next = self.front().or_else(|| self.next_due());
        next.map_or(0, |i| of(self.state.desk.worked(self.state.breaks[i].from), self.rules.breaks[i].every))
    }

    /// The desk time at which the ring of the next break takes its next step.
    pub(super) fn next_ring_step(&self) -> Option<(Duration, Duration)> {
        let i = self.front().or_else(|| self.next_due())?;
        let (mark, every) = (self.state.breaks[i].from, self.rules.breaks[i].every);
        let done = u32::from(self.progress());
        (done < STEPS).then(|| (mark, every * (done + 1) / STEPS))
    }

    /// When the ring of a running break takes its next step.
    pub(super) fn running_step(&self, i: usize) -> Option<Duration> {
        let done = u32::from(self.progress());
        let run = self.state.breaks[i].running()?;
        (done < STEPS).then(|| run.since + self.rules.breaks[i].lasts * (done + 1) / STEPS)
    }

    /// When a break falls due if the person stays; none while desk time stands still.
    fn falls_due(&self, i: usize) -> Option<Duration> {
        let b = &self.state.breaks[i];
        let left = self.rules.breaks[i].every.saturating_sub(self.state.desk.worked(b.from));
        (b.open.is_none() && self.counts() != Counts::Still).then(|| self.now.elapsed + left)
    }

    /// The local time at which the pause that is on ends, if time decides it.
    fn pause_end(&self) -> Option<Stamp> {
        use super::holds::PauseEnd;
        match self.state.holds.pause? {
            PauseEnd::Call(_) => None,
            end @ (PauseEnd::At(_) | PauseEnd::Local(_)) => Some(self.now.stamp(end.deadline(&self.now))),
        }
    }

    /// What is next and when, or why it is quiet and until when. A meeting's title is for the menu alone.
    fn line(&self, titled: bool) -> TrayLine {
        // A clock time stands as it is until it comes. "In 12 min" would be another line each minute, and be drawn
        // anew for it.
        let clock = |at: Duration| minute(self.now.stamp(at).time());
        if let Some(i) = self.running_break() {
            let run = self.state.breaks[i].running();
            let until = run.and_then(|r| r.guide.as_ref()).map(|g| clock(g.until));
            return TrayLine::OnABreak { until, quiet: self.quiet(titled) };
        }
        let name = |i: usize| self.state.breaks[i].name.clone();
        if self.state.holds.quiet() {
            let overdue = self.tray_state() == TrayState::Overdue;
            return TrayLine::Quiet { quiet: self.quiet(titled), waits: self.front().map(name), overdue };
        }
        if self.state.question.is_some() {
            return TrayLine::MeetingOver;
        }
        if let Some(i) = self.front() {
            let reminder = name(i);
            return match self.state.breaks[i].open.as_ref().map(|o| &o.phase) {
                Some(Phase::Snoozed { until, .. }) => TrayLine::Snoozed { reminder, until: clock(*until) },
                Some(Phase::Held) => {
                    let settled = self.state.holds.settles_at(self.rules.settle).unwrap_or(self.now.elapsed);
                    let at = settled.max(self.state.later.unwrap_or_default());
                    TrayLine::Owed { reminder, at: clock(at) }
                }
                Some(Phase::Prompted(_)) if !self.state.deliverable => TrayLine::Undeliverable { reminder },
                Some(Phase::Due { .. } | Phase::Prompted(_) | Phase::Running(_)) | None => TrayLine::Due { reminder },
            };
        }
        match self.next_due().map(|i| (i, self.falls_due(i))) {
            Some((i, Some(at))) => TrayLine::Next { reminder: name(i), at: clock(at) },
            Some((i, None)) => {
                let worked = self.state.desk.worked(self.state.breaks[i].from);
                let left = told(self.rules.breaks[i].every.saturating_sub(worked));
                TrayLine::Waiting { reminder: name(i), left }
            }
            None => TrayLine::NoBreaks,
        }
    }

    /// Each hold that is on, and until when if that is known.
    fn quiet(&self, titled: bool) -> Vec<Quiet> {
        let end = self.state.holds.meeting_end(&self.now);
        let known = self.state.holds.meeting_now(&self.now).filter(|m| titled && Some(m.end) == end);
        let title = known.and_then(|m| m.title.clone());
        let now = self.now.local.naive_local();
        let told = |end: Option<Stamp>| end.map(|end| Until::told(end.naive_local(), now));
        let all = self.state.holds.on.iter().map(|&hold| match hold {
            Hold::Paused => Quiet { hold, until: told(self.pause_end()), title: None },
            Hold::Meeting => Quiet { hold, until: told(end), title: title.clone() },
            Hold::Hours => {
                let edge = self.rules.hours.next_edge(now);
                Quiet { hold, until: edge.map(|edge| Until::begin(edge, now)), title: None }
            }
            Hold::Elsewhere => Quiet { hold, until: None, title: self.elsewhere().map(|at| at.name) },
            Hold::Call | Hold::Presenting | Hold::Dnd | Hold::Locked | Hold::Asleep => {
                Quiet { hold, until: None, title: None }
            }
        });
        all.collect()
    }
}
