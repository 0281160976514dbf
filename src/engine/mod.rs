//! The engine decides; nothing else in the house does. It is pure: it reads no clock, no file, no random source.
//!
//! Driving it, in five steps: stamp the event with a [`Moment`]; [`Engine::handle`] it; write the records among the
//! effects and [`Engine::memory`] in one transaction; perform the other effects in their order; wait for the next event
//! or for [`Engine::next_wake`], whichever comes first, and send [`Event::Tick`] for the latter.
//!
//! * `handle` never fails and never panics. An earlier time counts as now.
//! * A needless tick changes nothing. The next wake is later than now, or there is none, and says why.
//! * Same events at the same times, same rules, same memory: same effects.
//!
//! The words of the house, one for each thing, come first; what it decides is written down in BEHAVIOUR, which follows. A new
//! rule goes there.
#![doc = include_str!("glossary.md")]
#![doc = include_str!("behaviour.md")]

mod absence;
mod advance;
pub mod ahead;
mod apply;
mod break_;
mod breath;
mod check_in;
mod choose;
pub mod content;
mod cover;
mod desk;
mod desktop;
pub mod effect;
mod elsewhere;
mod evening;
pub mod event;
mod exercise_step;
mod fill;
pub mod fit;
pub mod guide_view;
mod holding;
mod holds;
pub mod instance;
mod meeting;
mod menu;
pub mod moment;
mod news;
pub mod notice;
mod nudges;
mod other_desks;
mod outcome;
pub mod person;
mod presence;
pub mod reason;
pub mod refusal;
mod request;
mod restart;
mod rotation;
pub mod rules;
mod running;
mod seconds;
mod sensed;
mod short;
mod show;
mod stage;
mod state;
pub mod status;
mod stretches;
mod taken;
pub mod telling;
pub mod timetable;
mod tray;
pub mod tray_line;
mod undo;
mod unheard;
pub mod view;
mod wake;

use content::Content;
use desk::Counts;
use effect::{Decision, Effect, Record, What};
use event::Event;
use exercise_step::Windows;
use guide_view::GuideView;
use instance::{Hold, SpanKind};
use moment::Moment;
use reason::Reason;
use rules::Rules;
pub use state::Memory;
use state::State;
use std::sync::Arc;
use std::time::Duration;
use view::TrayView;
pub use wake::Wake;

/// Less sleep than this between two readings of the clocks is their own inaccuracy.
const NAP: Duration = Duration::from_secs(1);
/// A kill loses no more desk time than this (BEHAVIOUR 7).
const CHECKPOINT: Duration = Duration::from_mins(5);

/// One person's day, from events to effects.
#[derive(Debug)]
pub struct Engine {
    rules: Rules,
    content: Arc<Content>,
    now: Moment,
    state: State,
    out: Vec<Effect>,
    tray: Option<TrayView>,
    /// What the guide's window was told last, by this process.
    guide: Option<GuideView>,
    windows: Windows,
    /// The app ends.
    over: bool,
    watch: Option<Duration>,
}

impl Engine {
    /// Takes in one event and says what is to be done.
    pub fn handle(&mut self, now: Moment, event: Event) -> Vec<Effect> {
        // A needless tick changes nothing, not even the file: it alone is no reason to save.
        let tick = event == Event::Tick;
        self.pass(now);
        self.notice_absence();
        // The event goes before what falls due on the same instant: a call that begins as a break falls due holds it.
        self.apply(event);
        self.settle();
        self.finish(!tick)
    }

    /// Lets time pass. Sleep that nobody announced shows in the clocks alone.
    fn pass(&mut self, mut now: Moment) {
        now.elapsed = now.elapsed.max(self.now.elapsed);
        let slept = now.asleep.saturating_sub(self.now.asleep);
        if slept < NAP {
            now.asleep = self.now.asleep;
        } else if !self.state.presence.asleep {
            let fell = now.elapsed.saturating_sub(slept).max(self.now.elapsed);
            self.accrue(Moment { elapsed: fell, asleep: self.now.asleep, local: now.stamp(fell) });
            self.leave(Gone::Asleep);
            self.accrue(now);
            self.notice_absence();
            self.wake_up();
        }
        self.accrue(now);
        self.renew_day();
    }

    fn accrue(&mut self, to: Moment) {
        let (from, counts) = (self.now.elapsed, self.counts());
        let span = to.elapsed.saturating_sub(from);
        self.state.desk.pass(from, to.elapsed, counts);
        // Time that counts for nobody here may have been worked at another machine. On a break and outside working hours
        // none counts, wherever it was.
        if !self.state.presence.at_desk() && !self.resting() {
            self.state.other_desks.unseen(from, to.elapsed);
        }
        // Whoever is away while a meeting is on sits elsewhere, unless a call says otherwise.
        if let Some(absence) = self.state.presence.absence.as_mut().filter(|_| !self.state.holds.talking(true)) {
            absence.unrest += self.state.holds.meeting_time(&self.now, span, self.rules.weigh.meeting);
        }
        for open in self.state.breaks.iter_mut().filter_map(|b| b.open.as_mut()) {
            // How long the person was elsewhere says nothing of this break; see `Instance::holds`.
            for &hold in self.state.holds.on.iter().filter(|hold| **hold != Hold::Elsewhere) {
                *open.held.entry(hold).or_default() += span;
            }
        }
        self.now = to;
    }

    /// How time counts in the state as it is.
    fn counts(&self) -> Counts {
        let s = &self.state;
        let still = !s.presence.at_desk() || self.resting();
        match self.quiet_since() {
            _ if still => Counts::Still,
            Some(_) => Counts::Tentative,
            None => Counts::Runs,
        }
    }

    /// Outside working hours or on a break: no desk time, wherever the person is.
    fn resting(&self) -> bool {
        self.state.holds.on.contains(&Hold::Hours) || self.running_break().is_some()
    }

    /// Closes a step: what the day is now, how fine the senses must be, what the tray shows, and whether to save.
    fn finish(&mut self, told: bool) -> Vec<Effect> {
        self.note_span();
        let fine = self.fineness();
        if self.watch != Some(fine) {
            self.watch = Some(fine);
            self.out.push(Effect::Watch(fine));
        }
        let guide = self.guide_view();
        if self.guide != guide {
            self.guide.clone_from(&guide);
            self.out.push(Effect::Guide(guide));
        }
        let view = self.tray_view();
        if self.tray.as_ref() != Some(&view) {
            self.tray = Some(view.clone());
            self.out.push(Effect::Tray(Box::new(view)));
        }
        let lapse = self.now.elapsed.saturating_sub(self.state.saved);
        // Every save is a write and a wake-up: a quiet hour writes only what a kill may not cost, and where desk time
        // stands still a kill costs none of it.
        if told || !self.out.is_empty() || (lapse >= CHECKPOINT && self.counts() != Counts::Still) {
            self.state.saved = self.now.elapsed;
            self.out.push(Effect::Save);
        }
        std::mem::take(&mut self.out)
    }

    fn note_span(&mut self) {
        let (presence, holds) = (&self.state.presence, &self.state.holds);
        let absent = presence.absence.as_ref().map(|a| a.since);
        let (kind, since) = match () {
            () if presence.asleep => (SpanKind::Asleep, absent),
            () if presence.locked => (SpanKind::Locked, absent),
            // Whoever is away during a meeting sits in it elsewhere: that was no absence.
            () if absent.is_some() && holds.on.contains(&Hold::Meeting) => (SpanKind::Meeting, None),
            () if !presence.at_desk() => (SpanKind::Idle, absent),
            () if holds.on.contains(&Hold::Call) => (SpanKind::Call, None),
            () if holds.on.contains(&Hold::Meeting) => (SpanKind::Meeting, None),
            () if holds.on.contains(&Hold::Paused) => (SpanKind::Paused, None),
            () => (SpanKind::Active, None),
        };
        if self.state.span != Some(kind) {
            self.state.span = Some(kind);
            let from = self.now.stamp(since.unwrap_or(self.now.elapsed));
            self.out.push(Effect::Record(Record::Span { kind, from }));
        }
    }

    fn decide(&mut self, what: What, why: Reason) {
        self.out.push(Effect::Decided(Decision { at: self.now.local, what, why }));
    }

    /// No countdown may lie ahead of the desk clock after time was taken back.
    fn clamp(&mut self) {
        let total = self.state.desk.total();
        self.state.breaks.iter_mut().for_each(|b| b.clamp(total));
        self.state.nudges.iter_mut().for_each(|n| n.from = n.from.min(total));
        if let Some(mark) = self.state.question.as_mut().and_then(|q| q.mark.as_mut()) {
            *mark = (*mark).min(total);
        }
    }
}

/// How the person is certainly away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gone {
    Locked,
    Asleep,
}
