//! Events to what happens in a window. Owns which of an event's times are its own: rules, added and removed dates, and
//! occurrences that were changed; all of them told apart by the instant that they stood for at first.

use super::clock::{Clock, Clocks};
use super::file::{File, VEvent, When};
use super::rule::{self, Budget, Refused, Stretch};
use super::shape::{Change, Length, Removed, Shape, first, key, last};
use super::{Extent, MOST_OCCURRENCES, Occurrence, Problem, Reading, Window};
use crate::zones::Zone;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How far beside the window a clock can be, and a day more.
const MARGIN: TimeDelta = TimeDelta::days(3);
/// The farthest that a change to all later occurrences is followed.
const FARTHEST: TimeDelta = TimeDelta::days(366);
/// Unknown zones that are kept by name.
const MOST_ZONES: usize = 8;
const DAY: i64 = 86_400;

/// What happens in the window, by start, then uid.
pub(super) fn expand(file: &File, window: &Window, local: &Zone) -> Result<Reading, Problem> {
    let Some(window) = super::sane(window) else { return Ok(Reading::default()) };
    let mut work =
        Work { window, clocks: Clocks::new(&file.zones, local), budget: Budget::new(), reading: Reading::default() };
    for (master, changed) in by_uid(&file.events) {
        work.series(master, &changed);
        if work.reading.occurrences.len() > MOST_OCCURRENCES {
            return Err(Problem::TooMany);
        }
    }
    let mut reading = work.reading;
    reading.occurrences.sort_by_cached_key(|one| (one.span.begins(local), one.uid.clone()));
    Ok(reading)
}

/// The event of each uid with its changed occurrences, in the order of the file. Of several that are meant to be the whole
/// event the latest version counts; events without a uid are each their own.
fn by_uid(events: &[VEvent]) -> Vec<(Option<&VEvent>, Vec<&VEvent>)> {
    let mut all: Vec<(Option<&VEvent>, Vec<&VEvent>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for event in events {
        let place = match places.get(event.uid.as_str()) {
            Some(&place) if !event.uid.is_empty() => place,
            _ => {
                all.push((None, Vec::new()));
                places.insert(&event.uid, all.len() - 1);
                all.len() - 1
            }
        };
        let Some((master, changed)) = all.get_mut(place) else { continue };
        if event.instead.is_some() {
            changed.push(event);
        } else if master.is_none_or(|known| known.sequence <= event.sequence) {
            *master = Some(event);
        }
    }
    all
}

struct Work<'a> {
    window: Window,
    clocks: Clocks<'a>,
    budget: Budget,
    reading: Reading,
}

impl Work<'_> {
    fn series(&mut self, master: Option<&VEvent>, changed: &[&VEvent]) {
        let Some(master) = master else {
            for event in changed {
                self.alone(event, None);
            }
            return;
        };
        let Some(start) = &master.start else {
            self.reading.left_out += 1;
            return;
        };
        let shape = self.shape(master, start, None);
        let replaced = self.replaced(&shape, changed);
        let later: BTreeMap<i64, (Shape<'_>, TimeDelta)> =
            replaced.iter().filter_map(|(&id, one)| Some((id, (self.later(&shape, one.event), one.shift?)))).collect();
        // A change of all later occurrences can move one into the window from as far outside.
        let reach = replaced.values().filter_map(|one| one.shift).map(|shift| shift.abs()).max().unwrap_or_default();
        let stretch = self.stretch(&shape.clock, reach);
        let removed = self.removed(&shape, master, start, stretch);
        let mut ids = BTreeMap::new();
        let dates = master.dates.iter().map(|date| self.civil(&shape, date)).collect::<Vec<_>>();
        // The start is always the first of the series, also where the rule would not name it (RFC 5545 3.8.5.3).
        for civil in std::iter::once(start.civil).chain(dates) {
            ids.insert(key(&shape, civil), civil);
        }
        for text in &master.rules {
            let times = self.walk(&shape, text, start.civil, stretch);
            ids.extend(times.into_iter().map(|civil| (key(&shape, civil), civil)));
        }
        let gone =
            |id: i64, civil: NaiveDateTime| removed.instants.contains(&id) || removed.days.contains(&civil.date());
        for (&id, &civil) in ids.iter().filter(|(id, civil)| !replaced.contains_key(id) && !gone(**id, **civil)) {
            // A change with RANGE=THISANDFUTURE moves what comes after it by as much (RFC 5545 3.2.13), up to the next
            // such change.
            match later.range(..id).next_back() {
                Some((_, (own, by))) => {
                    if let Some(moved) = civil.checked_add_signed(*by) {
                        self.emit(own, moved);
                    }
                }
                None => self.emit(&shape, civil),
            }
        }
        for (&id, change) in &replaced {
            if !gone(id, change.civil) {
                self.alone(change.event, Some(&shape));
            }
        }
    }

    /// The changed occurrences by what they stood for; of several for the same the latest version.
    fn replaced<'e>(&mut self, shape: &Shape<'_>, changed: &[&'e VEvent]) -> BTreeMap<i64, Change<'e>> {
        let mut all: BTreeMap<i64, Change<'e>> = BTreeMap::new();
        for event in changed {
            let Some((instead, later)) = &event.instead else { continue };
            let mut civil = self.civil(shape, instead);
            if instead.day && !shape.day {
                // A day alone stands for the occurrence on that day, at the series' own time.
                let time = shape.event.start.as_ref().map(|start| start.civil.time()).unwrap_or_default();
                civil = civil.date().and_time(time);
            }
            let shift = event.start.as_ref().map(|start| self.civil(shape, start) - civil);
            let shift = shift.filter(|by| *later && by.abs() <= FARTHEST);
            let id = key(shape, civil);
            if all.get(&id).is_none_or(|known| known.event.sequence <= event.sequence) {
                all.insert(id, Change { event, civil, shift });
            }
        }
        all
    }

    fn removed(&mut self, shape: &Shape<'_>, event: &VEvent, start: &When, stretch: Stretch) -> Removed {
        let mut removed = Removed::default();
        for date in &event.not_dates {
            let civil = self.civil(shape, date);
            if date.day && !shape.day {
                removed.days.insert(civil.date());
            } else {
                removed.instants.insert(key(shape, civil));
            }
        }
        // Deprecated since RFC 5545, and still in files from before it.
        for text in &event.not_rules {
            let times = self.walk(shape, text, start.civil, stretch);
            removed.instants.extend(times.into_iter().map(|civil| key(shape, civil)));
        }
        removed
    }

    /// The times of a rule; a rule that cannot be followed names none, and its event counts as left out.
    fn walk(&mut self, shape: &Shape<'_>, text: &str, start: NaiveDateTime, stretch: Stretch) -> Vec<NaiveDateTime> {
        let clock = &shape.clock;
        let until = |utc: NaiveDateTime| if shape.day { utc } else { clock.civil(utc.and_utc()) };
        let exists = |civil: NaiveDateTime| shape.day || clock.shows(civil);
        match rule::walk(text, start, stretch, &mut self.budget, until, exists) {
            Ok(times) => times,
            Err(Refused::Unreadable | Refused::TooMuch) => {
                self.reading.left_out += 1;
                Vec::new()
            }
        }
    }

    /// The window on a clock, with room at both sides.
    fn stretch(&self, clock: &Clock, reach: TimeDelta) -> Stretch {
        let side = |at: DateTime<Utc>, by: TimeDelta| {
            let civil = clock.civil(at);
            civil.checked_add_signed(by).unwrap_or(civil)
        };
        let reach = MARGIN + reach;
        Stretch { from: side(self.window.from, -reach), to: side(self.window.to, reach) }
    }

    /// A time on the clock of the series; times that name no clock are on it.
    fn civil(&mut self, shape: &Shape<'_>, when: &When) -> NaiveDateTime {
        if when.day {
            return when.civil;
        }
        let clock = self.clocks.of(&when.form, &shape.clock, &mut self.budget);
        let civil = shape.clock.civil(clock.instant(when.civil));
        if shape.day { civil.date().into() } else { civil }
    }

    /// The clock and the length of an event; `whole` is the series of one that may have no length of its own.
    fn shape<'e>(&mut self, event: &'e VEvent, start: &When, whole: Option<&Shape<'_>>) -> Shape<'e> {
        let local = self.clocks.local().clone();
        let clock = if start.day { local } else { self.clocks.of(&start.form, &local, &mut self.budget) };
        let length = match (&event.end, event.length) {
            (Some(end), _) if start.day => Length::Days((end.civil.date() - start.civil.date()).num_days().max(1)),
            (Some(end), _) => {
                let other = if end.day { clock.clone() } else { self.clocks.of(&end.form, &clock, &mut self.budget) };
                Length::Exact((other.instant(end.civil) - clock.instant(start.civil)).num_seconds().max(0))
            }
            (None, Some(seconds)) if start.day => Length::Days((seconds / DAY).max(1)),
            // A day is as long as the clock makes it: over the end of summer time it keeps the hour (RFC 5545 3.3.6).
            (None, Some(seconds)) if seconds % DAY == 0 => Length::Days((seconds / DAY).max(0)),
            (None, Some(seconds)) => Length::Exact(seconds.max(0)),
            // Without an end or a length a day lasts that day, and a time has no length (RFC 5545 3.6.1).
            (None, None) => match whole {
                Some(whole) if whole.day == start.day => whole.length,
                _ if start.day => Length::Days(1),
                _ => Length::Exact(0),
            },
        };
        Shape { clock, day: start.day, length, event, facts: Arc::new(event.facts.clone()) }
    }

    /// All later occurrences after a change: on the series' clock, with what the change says.
    fn later<'e>(&mut self, shape: &Shape<'_>, event: &'e VEvent) -> Shape<'e> {
        let length = event.start.as_ref().map_or(shape.length, |start| self.shape(event, start, Some(shape)).length);
        Shape { clock: shape.clock.clone(), day: shape.day, length, event, facts: Arc::new(event.facts.clone()) }
    }

    /// One occurrence at the event's own start; a changed one without a start is where it stood before.
    fn alone(&mut self, event: &VEvent, whole: Option<&Shape<'_>>) {
        let Some(start) = event.start.as_ref().or(event.instead.as_ref().map(|(when, _)| when)) else {
            self.reading.left_out += 1;
            return;
        };
        let shape = self.shape(event, start, whole);
        self.emit(&shape, start.civil);
    }

    /// Adds an occurrence that begins at this time, if that is in the window.
    fn emit(&mut self, shape: &Shape<'_>, civil: NaiveDateTime) {
        let at = first(shape, civil);
        if at < self.window.from || at >= self.window.to {
            return;
        }
        let unknown = shape.event.start.as_ref().and_then(|start| self.clocks.unknown(&start.form));
        if let Some(zone) = unknown.filter(|_| self.reading.unknown_zones.len() < MOST_ZONES) {
            self.reading.unknown_zones.insert(zone.to_owned());
        }
        let days = |by: i64| TimeDelta::try_days(by).and_then(|by| civil.checked_add_signed(by)).unwrap_or(civil);
        let span = match shape.length {
            Length::Days(by) if shape.day => Extent::Days { start: civil.date(), end: last(days(by).date(), civil) },
            Length::Days(by) => Extent::Timed { start: at, end: shape.clock.instant(days(by)).max(at) },
            Length::Exact(by) => {
                let end = TimeDelta::try_seconds(by).and_then(|by| at.checked_add_signed(by)).unwrap_or(at);
                Extent::Timed { start: at, end }
            }
        };
        let event = shape.event;
        let (uid, title) = (event.uid.clone(), event.title.clone());
        self.reading.occurrences.push(Occurrence { uid, span, title, facts: Arc::clone(&shape.facts) });
    }
}
