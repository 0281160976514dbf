//! The breath before a meeting (BEHAVIOUR 5.2). Owns when it is offered, how long one breathes along and when it is over;
//! where it is shown is `exercise_step`'s.

use super::Engine;
use super::effect::What;
use super::event::Action;
use super::guide_view::GuidePlace;
use super::instance::Hold;
use super::moment::Stamp;
use super::notice::{Notice, NoticeText};
use super::reason::Reason;
use super::state::{Breath, OnScreen};
use chrono::TimeDelta;
use std::time::Duration;

impl Engine {
    /// The meeting that wants a breath before it, and when that begins.
    pub(super) fn next_breath(&self) -> Option<(Stamp, Stamp)> {
        let before = TimeDelta::from_std(self.rules.breath_before).unwrap_or_default();
        let wanted = !before.is_zero() && self.state.today.breaths < self.rules.breath_most;
        let ahead = self.state.holds.counting().filter(|m| wanted && m.start > self.now.local);
        let open = ahead.filter(|m| !self.state.today.breathed.contains(&m.start)).map(|m| m.start).min()?;
        Some((open - before, open))
    }

    pub(super) fn breath(&mut self) {
        let Some((at, start)) = self.next_breath() else { return };
        // A meeting that is on does not stop the breath before the next one; whatever else holds does.
        let others = self.state.holds.on.iter().any(|h| *h != Hold::Meeting);
        if self.now.local < at || others || !self.free() {
            return;
        }
        // Noted whatever comes of it: where no pattern fits it would be tried again at every step until the meeting
        // begins.
        self.state.today.breathed.insert(start);
        let fitting = self.content.patterns.iter().filter(|p| {
            // Three minutes before a meeting there is time for this much, and for joining.
            p.when.contains(&super::content::Occasion::PreCall) && (60..=120).contains(&p.seconds) && !p.holds
        });
        let all: Vec<_> = fitting.collect();
        let Some(pattern) = all.get(self.state.today.breaths as usize % all.len().max(1)).map(|p| (*p).clone()) else {
            return;
        };
        self.state.today.breaths += 1;
        self.decide(What::Breath { pattern: pattern.id.clone() }, Reason::MeetingBegins { at: start });
        let until = self.now.at(start);
        let along = self.guide_place() == GuidePlace::Window;
        let text = NoticeText::Breath { pattern: pattern.id.clone(), start, no_window: false };
        let actions = along.then_some(Action::Start).into_iter().collect();
        self.put_on_screen(OnScreen::Breath(until), Notice { text, actions });
        self.state.breath = Some(Breath { pattern: pattern.id, until, along: None });
    }

    /// *Breathe along*: the window shows the pattern, for its own time or until the meeting begins.
    pub(super) fn breathe_along(&mut self) {
        let now = self.now.elapsed;
        let Some(breath) = &mut self.state.breath else { return };
        let lasts = self.content.patterns.iter().find(|p| p.id == breath.pattern).map_or(0, |p| p.seconds);
        breath.along = Some((now, breath.until.min(now + Duration::from_secs(u64::from(lasts)))));
    }

    /// The person breathes along in the window.
    pub(super) fn breathing_along(&self) -> bool {
        self.state.breath.as_ref().is_some_and(|b| b.along.is_some())
    }

    /// When the breath that is along ends.
    pub(super) fn breath_ends(&self) -> Option<Duration> {
        Some(self.state.breath.as_ref()?.along?.1)
    }

    /// A breath whose time is over, or whose offer has left the screen, is gone.
    pub(super) fn end_breath(&mut self) {
        let over = match self.breath_ends() {
            Some(until) => until <= self.now.elapsed,
            None => !matches!(self.state.screen, OnScreen::Breath(_)),
        };
        if over {
            self.state.breath = None;
        }
    }
}
