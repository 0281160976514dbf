//! One turn of the loop after the other. Owns what each message means to the engine and the order within a step:
//! handle, write, perform; never decides.

use super::store::Saved;
use super::{Message, Resident, journal};
use crate::engine::effect::Effect;
use crate::engine::event::{Action, Event, Request, Sense};
use crate::engine::moment::Moment;
use crate::engine::view::MenuAction;
use crate::outputs::Answer;
use crate::scenario;
use crate::senses::Signal;
use crate::shell::terminal::Wish;
use crate::text::cli as text;
use chrono::NaiveDate;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

/// Before a longer wait than this, memory is handed back: with a meeting every minute, too.
const LONG: Duration = Duration::from_secs(10);
/// When nothing has happened for this long, what happened is over: the start, or an event of which the other threads have
/// their part still to do.
const OVER: Duration = Duration::from_secs(3);

impl Resident {
    /// Turns until the end is asked for.
    pub(super) fn live(&mut self) {
        while !self.stop {
            match self.next() {
                Some(message) => self.take(message),
                None => drop(self.step(Event::Tick)),
            }
            let now = self.now().elapsed;
            for event in self.asserted.over(now) {
                self.step(event);
            }
            self.late_window();
            self.attend();
            self.tell_no_icon();
            self.tell_watchers();
        }
    }

    /// The next message, or none when it is time for something.
    fn next(&mut self) -> Option<Message> {
        let now = self.now();
        let wake = self.engine.next_wake().map(|wake| wake.at);
        let due =
            [wake, self.ends, self.asserted.due(), self.guide.due(), self.no_icon.due()].into_iter().flatten().min();
        let due = due.map(|at| self.timeline.transition(&now, at).unwrap_or(at));
        if self.ends.is_some_and(|ends| ends <= now.elapsed) {
            return Some(Message::Stop);
        }
        let wait = due.map(|at| self.timeline.real(at.saturating_sub(now.elapsed)));
        let mut wait = [wait, self.store.wait()].into_iter().flatten().min();
        if wait.is_none_or(|wait| wait > LONG) {
            let message = self.receive(Some(OVER));
            if message.is_some() {
                return message;
            }
            wait = wait.map(|wait| wait.saturating_sub(OVER));
            self.ask_questions();
            self.code.hand_back();
        }
        self.receive(wait)
    }

    /// What comes in within this time; nothing else ends a wait without a limit.
    fn receive(&self, wait: Option<Duration>) -> Option<Message> {
        match wait {
            Some(wait) => match self.inbox.recv_timeout(wait) {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Message::Stop),
            },
            None => self.inbox.recv().ok().or(Some(Message::Stop)),
        }
    }

    pub(super) fn take(&mut self, message: Message) {
        match message {
            Message::Sense(signal) => self.sense(signal),
            Message::Answer(answer) => self.output(answer),
            Message::Question(question) => self.answer(question),
            Message::Window(number, word) => self.window(number, &word),
            Message::Key(key) => self.key(key),
            Message::Files => self.reload(),
            Message::Trouble(problem) => self.say(&problem),
            Message::Stop => self.stop = true,
        }
    }

    fn sense(&mut self, signal: Signal) {
        let now = self.now();
        self.asserted.heard(&signal);
        self.hear(&signal, now.day(self.settings.rules.day_starts));
        let event = match signal {
            Signal::Active => Event::Active,
            Signal::Idle { ago } => Event::Idle { since: now.elapsed.saturating_sub(self.timeline.scaled(ago)) },
            Signal::Locked(on) => Event::Locked(on),
            Signal::Sleeping(on) => Event::Sleeping(on),
            Signal::Desktop { fact, on } => Event::Desktop { fact, on },
            Signal::SessionOver => return self.stop = true,
            Signal::Clocks => {
                self.refresh_zone();
                Event::Tick
            }
            Signal::Call { device, on, program } => Event::Call { device, on, program },
            Signal::Meetings(meetings) => Event::Meetings(meetings),
            Signal::Part(report) => {
                if let Some(event) = self.reports.set_sense(report, now.local) {
                    self.asserted.lost(&event);
                    if !self.reports.works(Sense::Calendar.token()) {
                        self.deafness.no_meetings();
                    }
                    self.step(event);
                }
                return;
            }
        };
        let falls_asleep = event == Event::Sleeping(true);
        self.step(event);
        if let Some((senses, _)) = self.senses.as_ref().filter(|_| falls_asleep) {
            senses.stored();
        }
    }

    /// What a signal tells of whether the senses of calls hear anything.
    fn hear(&mut self, signal: &Signal, day: NaiveDate) {
        match signal {
            Signal::Call { device, on: true, .. } => self.deafness.in_use(*device, day),
            Signal::Meetings(meetings) => self.deafness.meetings(meetings),
            Signal::Part(report) => self.deafness.report(self.reports.last(&report.part), report, day),
            Signal::Active
            | Signal::Idle { .. }
            | Signal::Locked(_)
            | Signal::Sleeping(_)
            | Signal::Desktop { .. }
            | Signal::Clocks
            | Signal::SessionOver
            | Signal::Call { on: false, .. } => {}
        }
    }

    fn output(&mut self, answer: Answer) {
        match answer {
            Answer::Click(action) => {
                if self.screen.gone() {
                    self.step(Event::Click(action));
                } else if action == Action::Now {
                    self.menu(MenuAction::Ask(Request::Start));
                }
                self.screen.answered();
            }
            Answer::Dismissed(how) => {
                if self.screen.gone() {
                    self.step(Event::Dismissed(how));
                }
            }
            Answer::Notifications { up } => {
                self.reports.attention.deliverable(up);
                self.step(Event::Notifications { up });
            }
            Answer::Menu(action) => self.menu(action),
            Answer::TrayClicked => self.icon_clicked(),
            Answer::Part(report) => {
                let now = self.now().local;
                self.hear_of_icon(&report);
                self.reports.set(report, now);
            }
        }
    }

    pub(super) fn say(&mut self, sentence: &str) {
        let now = self.now().local;
        self.screen.inform(sentence, now);
    }

    fn key(&mut self, key: char) {
        match self.screen.key(key) {
            Some(Wish::Tell(event)) => match self.step(event) {
                Some(refused) => self.say(&refused),
                None => self.say_status(),
            },
            Some(Wish::Status) => self.say_status(),
            Some(Wish::Quit) => self.stop = true,
            None => {}
        }
    }

    pub(super) fn say_status(&mut self) {
        self.say(&text::status(&self.status()));
    }

    /// One event, stamped, handled, written and performed. The refusal, if it was a request that is refused.
    pub(super) fn step(&mut self, event: Event) -> Option<String> {
        let now = self.now();
        self.begin_day(&now);
        for line in self.journal.lines(&event, &now, self.settings.rules.day_starts) {
            self.store.note(line);
        }
        self.deafness.pass(now.local, now.day(self.settings.rules.day_starts), &self.reports);
        let effects = self.engine.handle(now, event);
        self.keep_pace();
        let refused = self.perform(now, effects);
        if self.offset != *now.local.offset() {
            self.offset = *now.local.offset();
            self.refresh_zone();
        }
        refused
    }

    /// Nobody exercises faster than life: where it is so wanted, a fast day goes at the real pace while a guide is open.
    pub(super) fn keep_pace(&mut self) {
        if self.timeline.set_pace(self.day.real_guides && self.engine.guides())
            && let Some((senses, _)) = &self.senses
        {
            senses.watch(self.timeline.real(self.watch));
        }
    }

    /// Each day of the journal can be played by itself: it begins with what was known before.
    fn begin_day(&mut self, now: &Moment) {
        let starts = self.settings.rules.day_starts;
        if !self.journal.new_day(now, starts) {
            return;
        }
        let known: Vec<Event> = self.reports.lost().chain(self.journal.known()).collect();
        let zone = self.zone.as_ref().map(|zone| format!("zone {zone}"));
        let known = known.iter().flat_map(|event| scenario::input_lines(event, now));
        for line in journal::settings_line(&self.text).into_iter().chain(zone).chain(known) {
            self.store.note(journal::input(now.local, starts, line));
        }
    }

    /// Writes first, then shows.
    pub(super) fn perform(&mut self, now: Moment, effects: Vec<Effect>) -> Option<String> {
        let (mut seen, mut save, mut refused) = (Vec::new(), false, None);
        for effect in effects {
            match effect {
                Effect::Decided(decision) => {
                    self.store.note(journal::decision(&decision, self.settings.rules.day_starts));
                }
                Effect::Record(record) => self.store.record(record),
                Effect::Save => save = true,
                Effect::Refused(sentence) => refused = Some(sentence),
                Effect::Show(_) | Effect::Withdraw | Effect::Guide(_) | Effect::Tray(_) | Effect::Watch(_) => {
                    seen.push(effect);
                }
            }
        }
        if save || self.store.behind() {
            let saved = Saved {
                clock: self.timeline.anchor(),
                engine: self.engine.memory(),
                deafness: self.deafness.clone(),
                asserted: self.asserted.clone(),
                no_icon: self.no_icon.clone(),
            };
            self.store.commit(&saved, now.local);
            self.reports.record(&self.store, now.local);
        }
        for effect in seen {
            self.show(effect, now);
        }
        refused
    }

    fn show(&mut self, effect: Effect, now: Moment) {
        match effect {
            Effect::Show(notice) => self.screen.show(*notice, now.local),
            Effect::Withdraw => self.screen.withdraw(),
            Effect::Tray(view) => {
                self.view = Some(*view);
                self.draw();
            }
            Effect::Watch(watch) => {
                self.watch = watch;
                if let Some((senses, _)) = &self.senses {
                    senses.watch(self.timeline.real(watch));
                }
            }
            Effect::Guide(view) => self.guide(view.as_ref(), now),
            Effect::Decided(_) | Effect::Record(_) | Effect::Save | Effect::Refused(_) => {}
        }
    }
}
