//! One step of the engine: stamped, handled, written, performed. Owns that order and the journal's lines about it; never
//! decides.

use super::attention::Matter;
use super::store::Saved;
use super::{Resident, hooks, journal};
use crate::engine::effect::Effect;
use crate::engine::event::{Event, Sense};
use crate::engine::moment::Moment;
use crate::engine::refusal::Refusal;
use crate::scenario;
use crate::text::notices;

impl Resident {
    /// One event, stamped, handled, written and performed. The refusal, if it was a request that is refused.
    pub(super) fn step(&mut self, event: Event) -> Option<Refusal> {
        let now = self.now();
        self.begin_day(&now);
        for line in self.journal.lines(&event, &now, self.settings.rules.day_starts) {
            self.store.note(line);
        }
        let works = |sense: Sense| self.reports.works(sense.into());
        self.deafness.pass(now.local, now.day(self.settings.rules.day_starts), works);
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
        if self.journal.new_day(now, starts) {
            self.note_beginning(now);
            self.store.digest(now.day(starts), starts);
        }
    }

    /// What was known before.
    pub(super) fn note_beginning(&mut self, now: &Moment) {
        let starts = self.settings.rules.day_starts;
        let known: Vec<Event> = self.reports.lost().chain(self.journal.known()).collect();
        let zone = self.zone.as_ref().map(|zone| format!("zone {zone}"));
        let known = known.iter().flat_map(|event| scenario::input_lines(event, now));
        for line in journal::settings_line(&self.text).into_iter().chain(zone).chain(known) {
            self.store.note(journal::input(now.local, starts, line));
        }
    }

    /// Writes first, then shows.
    pub(super) fn perform(&mut self, now: Moment, effects: Vec<Effect>) -> Option<Refusal> {
        let happened = hooks::happened(&effects, now.local, || self.engine.holds());
        // A program must not be told of what a kill could still undo.
        let (mut seen, mut save, mut refused) = (Vec::new(), !happened.is_empty(), None);
        self.hooks.note(happened);
        self.machines.note(&effects, &now, self.settings.rules.day_starts);
        for effect in effects {
            match effect {
                Effect::Decided(decision) => {
                    self.store.note(journal::decision(&decision, self.settings.rules.day_starts));
                }
                Effect::Record(record) => self.store.record(record),
                Effect::Save => save = true,
                Effect::Refused(refusal) => refused = Some(refusal),
                Effect::Show(_) | Effect::Withdraw | Effect::Guide(_) | Effect::Tray(_) | Effect::Watch(_) => {
                    seen.push(effect);
                }
            }
        }
        // Before it is seen: what a killed app had shown must be in the record.
        if save || self.store.behind() {
            let saved = Saved {
                clock: self.timeline.anchor(),
                engine: self.engine.memory(),
                deafness: self.deafness.clone(),
                asserted: self.asserted.clone(),
                no_icon: self.no_icon.clone(),
                welcome_waits: self.reports.attention.is_on(Matter::Welcome),
            };
            self.store.commit(&saved, now.local);
            self.reports.record(&self.store, now.local);
        }
        if !self.store.behind() {
            self.run_hooks();
        }
        self.tell_machines(&now);
        for effect in seen {
            self.show(effect, now);
        }
        refused
    }

    fn show(&mut self, effect: Effect, now: Moment) {
        match effect {
            Effect::Show(notice) => self.screen.show(notices::wording(&notice, self.engine.content()), now.local),
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
