//! A break as it is taken: how it begins, and what its end is worth. Owns these two; what it is while it lasts is `running`'s,
//! one that ends before it counts is `short`'s, and its row `outcome`'s.

use super::Engine;
use super::break_::Phase;
use super::effect::{Answered, What};
use super::fill;
use super::instance::{Evidence, Outcome};
use super::outcome::seconds;
use super::reason::Reason;
use super::running::{Running, Shown};
use std::time::Duration;

/// What ended a running break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// The guide ran to its end.
    Guide,
    /// The person said so.
    Person,
    /// Steady input.
    Input,
    /// The person is at work elsewhere.
    Elsewhere,
}

impl Engine {
    /// *Start*: the break begins now, with its guide, which lasts as long as the break is meant to. Only an exercise that the
    /// person has chosen can take longer, and is shown to its end.
    pub(super) fn start_guided(&mut self, i: usize) {
        let since = self.now.elapsed;
        self.pick_exercise(i, false);
        let chosen = self.exercise_of(i).map(fill::length).unwrap_or_default();
        let until = since + self.rules.breaks[i].lasts.max(chosen);
        self.run_break(i, since, Some(Shown::new(since, until)));
        self.show_guide(i);
    }

    pub(super) fn run_break(&mut self, i: usize, since: Duration, guide: Option<Shown>) {
        let guided = guide.is_some();
        let presence = &self.state.presence;
        // A click takes a hand: until the idle sense says otherwise the keys are in use, and nothing of the break
        // counts as away.
        let typing = guided && !presence.gone() && matches!(presence.input, super::presence::Input::Active(_));
        self.drop_question(Answered::Now);
        // A break that is started ends the breath before a meeting.
        self.state.breath = None;
        self.set_phase(i, Phase::Running(Running::new(since, guide, typing)));
        self.clear_screen();
        let stamp = self.now.stamp(since);
        let Some(open) = &mut self.state.breaks[i].open else { return };
        open.row.start = Some(stamp);
        open.row.response_s = (open.row.prompts > 0).then(|| seconds(open.answering));
        let what = What::Started { reminder: open.row.reminder.clone(), instance: open.row.id, by_leaving: !guided };
        self.record(i);
        self.decide(what, if guided { Reason::Started } else { Reason::LeftKeys { at: stamp } });
    }

    /// The running break is over since `end`: taken, or too short and back to where it was.
    pub(super) fn end_break(&mut self, i: usize, end: Duration, how: Ended) {
        let enough = self.rules.breaks[i].enough(&self.rules);
        self.note_whole_exercise(i, end);
        let whole = self.exercise_ends(i).is_some_and(|at| at <= end);
        let first = self.state.breaks[i].open.as_ref().is_some_and(|open| open.done.is_empty());
        let Some(run) = self.state.breaks[i].running() else { return };
        let (lasted, away) = (end.saturating_sub(run.since), run.away(end));
        if lasted < enough && !run.whole {
            return match how {
                // It only looked like leaving for a break: the person went to work at another machine.
                Ended::Elsewhere if !self.tried(i) => self.not_left(i),
                Ended::Elsewhere | Ended::Guide | Ended::Person | Ended::Input => self.too_short(i, lasted, enough),
            };
        }
        let evidence = match how {
            // Leaving was seen, so a break that began by it needs no more evidence.
            _ if away >= enough || !run.clicked() => Evidence::Observed,
            Ended::Guide => Evidence::Guided,
            Ended::Person | Ended::Input | Ended::Elsewhere => Evidence::Claimed,
        };
        let (clicked, stamp) = (run.clicked(), self.now.stamp(end));
        if let Some(open) = &mut self.state.breaks[i].open {
            open.row.evidence = Some(evidence);
            open.row.away_s = seconds(away);
            open.row.end = Some(stamp);
            open.row.short = false;
        }
        // By the person's word the first one was done, also where the guide has not shown all of it.
        if whole || (clicked && first) {
            self.complete(i);
        }
        self.close(i, Outcome::Taken, Reason::Taken { evidence, lasted });
        self.rest_others(i, lasted);
        if how == Ended::Input {
            // The seconds that showed the input to be steady were work already.
            self.state.desk.add(self.now.elapsed.saturating_sub(end));
        }
        let wanted = self.state.today.check_ins < self.rules.check_in_most;
        self.state.check_in_until = wanted.then(|| self.now.elapsed + self.rules.answer_within);
    }

    /// A taken break rests the body for every other break and nudge that asks for no more.
    fn rest_others(&mut self, taken: usize, lasted: Duration) {
        let total = self.state.desk.total();
        for i in (0..self.state.breaks.len()).filter(|&i| i != taken) {
            if lasted < self.rules.breaks[i].enough(&self.rules) {
                continue;
            }
            if self.state.breaks[i].open.is_some() {
                self.close(i, Outcome::Natural, Reason::OtherBreak { lasted });
            } else {
                self.state.breaks[i].restart(total);
                self.state.other_desks.begin(&self.rules.breaks[i].name, self.now.elapsed);
            }
        }
        if lasted >= self.rules.minimum {
            self.restart_nudges(self.now.elapsed);
        }
    }
}
