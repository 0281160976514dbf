//! Meaning of each message to the engine. Owns the translation; never decides.

use super::screen::Shown;
use super::{Message, Resident};
use crate::engine::event::{Event, Sense};
use crate::outputs::Answer;
use crate::senses::Signal;
use crate::shell::terminal::Wish;
use crate::text::refusals;
use chrono::NaiveDate;

impl Resident {
    pub(super) fn take(&mut self, message: Message) {
        match message {
            Message::Sense(signal) => self.sense(signal),
            Message::Answer(answer) => self.output(answer),
            Message::Call(pending) => self.answer(pending),
            Message::Window(number, said) => self.window_says(number, said),
            Message::WindowGone(number, why) => self.window_gone(number, why),
            Message::HookOver(event, end) => self.hook_over(event, end),
            Message::Heard(number, heard) => self.hear_machines(number, heard),
            Message::Key(key) => self.key(key),
            Message::Files => self.reload(),
            Message::Due => drop(self.step(Event::Tick)),
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
                let event = self.reports.set_sense(report, now.local);
                self.attend_parts();
                if let Some(event) = event {
                    self.asserted.lost(&event);
                    if !self.reports.works(Sense::Calendar.into()) {
                        self.deafness.no_meetings();
                    }
                    self.step(event);
                }
                return;
            }
        };
        // The machine is held until what this step writes is on the disk.
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
            Signal::Part(report) => self.deafness.report(self.reports.last(report.part), report, day),
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
                match self.screen.gone() {
                    Shown::Own(Some(does)) => self.menu(does),
                    Shown::Own(None) => {}
                    Shown::Engines | Shown::Nothing => drop(self.step(Event::Click(action))),
                }
                self.screen.answered();
            }
            Answer::Dismissed(how) => {
                if !matches!(self.screen.gone(), Shown::Own(_)) {
                    self.step(Event::Dismissed(how));
                }
            }
            Answer::Notifications { up } => {
                self.reports.attention.deliverable(up);
                self.step(Event::Notifications { up });
            }
            Answer::Menu(action) => self.menu(action),
            Answer::TrayClicked => self.icon_clicked(),
            Answer::PutTray => self.screen.put_tray(),
            Answer::Asked(number, asked) => self.bus_asks(number, &asked),
            Answer::Part(report) => {
                let now = self.now().local;
                self.hear_of_icon(&report);
                self.reports.set(report, now);
                self.attend_parts();
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
                Some(refusal) => self.say(&refusals::refusal(&refusal)),
                None => self.say_status(),
            },
            Some(Wish::Status) => self.say_status(),
            Some(Wish::Quit) => self.stop = true,
            None => {}
        }
    }

    pub(super) fn say_status(&mut self) {
        self.say(&self.condition().sentence());
    }
}
