//! What each event changes at once. Owns the match over all events; what follows in time is `advance`'s.

use super::effect::{Answered, Effect, Record};
use super::event::{Action, Dismissal, Event, GuideSays};
use super::guide_view::GuidePlace;
use super::moment::{Stamp, day_of};
use super::notice::{Notice, NoticeKind};
use super::presence::Input;
use super::reason::Reason;
use super::state::OnScreen;
use super::{Engine, Gone, check_in, meeting};

impl Engine {
    pub(super) fn apply(&mut self, event: Event) {
        self.heard_of(&event);
        match event {
            Event::Active => self.input_began(),
            Event::Idle { since } => self.input_ended(since),
            Event::Locked(on) => self.lock(on),
            Event::Sleeping(true) if !self.state.presence.asleep => self.leave(Gone::Asleep),
            Event::Sleeping(false) if self.state.presence.asleep => self.wake_up(),
            Event::Tick | Event::Sleeping(_) => {}
            Event::Desktop { fact, on } => self.fact(fact, on),
            Event::Call { device, on, program } => self.call(device, on, program),
            Event::Meetings(meetings) => self.state.holds.meetings = meetings,
            Event::Click(action) => self.click(action),
            Event::Dismissed(how) => self.dismissed(how),
            Event::Guide(says) => self.guide_says(says),
            Event::Ask(request) => self.ask(&request),
            Event::Notifications { up } => self.notifications(up),
            Event::Sense { sense, up } => self.sense(sense, up),
            Event::SenseOff(sense) => {
                if self.state.holds.lost.insert(sense) {
                    self.lift(sense);
                }
            }
            Event::Rules(rules) => self.take_rules(*rules),
            Event::Library(content) => self.content = content,
            Event::Today { done, of } => (self.state.today.done, self.state.today.of) = (done, of),
            Event::Deleted { from, to, done, of } => self.state.forget(from..=to, (done, of), self.now.local),
            Event::Zone(zone) => self.state.zone = zone,
            Event::Elsewhere(told) => self.hear_elsewhere(&told),
            Event::Quit => {
                // The guide's window goes too, but the break stays in memory: the next start brings both back.
                self.over = true;
                self.clear_screen();
            }
        }
    }

    pub(super) fn lock(&mut self, on: bool) {
        if on == self.state.presence.locked {
            return;
        }
        if on {
            self.leave(Gone::Locked);
        } else {
            // Unlocking takes a hand on the keys.
            self.state.presence.locked = false;
            self.state.presence.input = Input::Unseen;
            self.input_began();
            self.stir();
        }
    }

    fn click(&mut self, action: Action) {
        let screen = std::mem::take(&mut self.state.screen);
        match (&screen, action) {
            (OnScreen::Prompt(name), Action::Start) => self.with_break(name, Self::start_guided),
            // A notification that the service still keeps may offer what has been used up since.
            (OnScreen::Prompt(name), Action::Snooze) if self.may_snooze(name) => self.with_break(name, Self::snooze),
            (OnScreen::Prompt(name), Action::Skip) => self.with_break(name, |e, i| e.skip(i, Reason::Skipped)),
            // Wherever the guide is, in the window or here, they are meant for it.
            (OnScreen::Guide(_) | OnScreen::Empty, Action::Done) => self.guide_answered(GuideSays::Done),
            (OnScreen::Guide(_) | OnScreen::Empty, Action::Swap) => self.guide_answered(GuideSays::Swap),
            (OnScreen::Guide(_) | OnScreen::Empty, Action::Hurt) => self.guide_answered(GuideSays::Hurt),
            (OnScreen::Guide(_) | OnScreen::Empty, Action::Undo) => self.guide_answered(GuideSays::Undo),
            (OnScreen::Breath(_), Action::Start) if self.guide_place() == GuidePlace::Window => self.breathe_along(),
            (OnScreen::Nudge(name, line, at), Action::Shifted | Action::Fine) => {
                let (name, line, at) = (name.clone(), line.clone(), *at);
                self.record_nudge(at, name, line, Some(action));
            }
            (OnScreen::Question, Action::Now | Action::Later | Action::More) => self.question_answered(action),
            (OnScreen::CheckIn(_), Action::Loose | Action::Tight | Action::Sore) => self.check_in_answer(action),
            // A click on something that is no longer on screen, or that it does not offer, means nothing.
            (
                OnScreen::Prompt(_)
                | OnScreen::Guide(_)
                | OnScreen::Nudge(..)
                | OnScreen::CheckIn(_)
                | OnScreen::Question
                | OnScreen::Breath(_)
                | OnScreen::Info
                | OnScreen::Empty,
                _,
            ) => self.not_answered(screen),
        }
    }

    fn may_snooze(&self, name: &str) -> bool {
        self.state.breaks.iter().position(|b| b.name == name).is_some_and(|i| self.snoozes_left(i) > 0)
    }

    /// A click took this off the screen without answering it: what waits for an answer is shown again.
    fn not_answered(&mut self, screen: OnScreen) {
        match &screen {
            OnScreen::Prompt(name) => self.with_break(name, |e, i| e.show_prompt(i, false, Reason::NotOffered)),
            OnScreen::Guide(name) => {
                self.state.screen = screen.clone();
                self.with_break(name, Self::show_guide);
            }
            OnScreen::CheckIn(_) => self.put_on_screen(screen, check_in::notice()),
            OnScreen::Question => self.put_on_screen(screen, meeting::notice()),
            OnScreen::Breath(_) | OnScreen::Nudge(..) | OnScreen::Info | OnScreen::Empty => {}
        }
    }

    fn dismissed(&mut self, how: Dismissal) {
        let screen = std::mem::take(&mut self.state.screen);
        if screen == OnScreen::Question {
            self.drop_question(Answered::Closed);
        }
        if let OnScreen::Prompt(name) = screen {
            let again = self.now.elapsed + self.rules.ask_again;
            self.with_break(&name, |e, i| {
                if let Some(p) = e.prompted_mut(i) {
                    // Once more and no third time: whoever closes it twice has answered in a way.
                    p.again = (!p.repeated).then_some(again);
                    // Whoever closes it by hand has seen it.
                    p.unseen &= how == Dismissal::Expired;
                }
                e.decide_closed_unanswered(i, how);
            });
        }
    }

    fn notifications(&mut self, up: bool) {
        if up == self.state.deliverable {
            return;
        }
        self.state.deliverable = up;
        // A daemon that went knows nothing of its notifications any more: whatever was on screen is gone.
        let screen = std::mem::take(&mut self.state.screen);
        if screen == OnScreen::Question {
            self.drop_question(Answered::Unanswered);
        }
        for i in 0..self.state.breaks.len() {
            if screen == OnScreen::Prompt(self.state.breaks[i].name.clone()) {
                self.lose_prompt(i);
            }
            if up && self.state.breaks[i].running().is_some_and(|r| r.guide.is_some()) {
                self.show_guide(i);
            }
        }
    }

    pub(super) fn record_nudge(&mut self, at: Stamp, reminder: String, line: String, answer: Option<Action>) {
        let day = day_of(at, self.rules.day_starts);
        self.out.push(Effect::Record(Record::Nudge { at, day, reminder, line, answer }));
    }

    /// Takes whatever is on screen off it.
    pub(super) fn clear_screen(&mut self) {
        if std::mem::take(&mut self.state.screen) != OnScreen::Empty {
            self.out.push(Effect::Withdraw);
        }
    }

    /// Puts this on screen in place of whatever was there.
    pub(super) fn put_on_screen(&mut self, screen: OnScreen, notice: Notice) {
        debug_assert!(notice.kind() != NoticeKind::Prompt || matches!(screen, OnScreen::Prompt(_)));
        self.state.screen = screen;
        self.out.push(Effect::Show(Box::new(notice)));
    }

    fn with_break(&mut self, name: &str, act: impl FnOnce(&mut Self, usize)) {
        if let Some(i) = self.state.breaks.iter().position(|b| b.name == name) {
            act(self, i);
        }
    }
}
