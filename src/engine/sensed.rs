//! What the senses say of the desktop: calls, facts, and the senses themselves. Owns what is believed and for how long;
//! never holds and never prompts.

use super::Engine;
use super::effect::{Announcement, What};
use super::event::{Device, Event, Fact, Sense};
use super::reason::Reason;
use std::time::Duration;

/// A call on a microphone or camera older than this is a sensor's mistake (BEHAVIOUR 4.4).
pub(super) const CALL_MOST: Duration = Duration::from_hours(8);
/// A connection without either is believed for this long: messengers hold such connections all day.
pub(super) const CONNECTION_MOST: Duration = Duration::from_hours(2);

impl Engine {
    /// Whoever says something works.
    pub(super) fn heard_of(&mut self, event: &Event) {
        let sense = match event {
            Event::Active | Event::Idle { .. } => Sense::Idle,
            Event::Locked(_) => Sense::Lock,
            Event::Sleeping(_) => Sense::Sleep,
            Event::Desktop { fact, .. } => fact.sense(),
            Event::Call { device, .. } => device.sense(),
            Event::Meetings(_) => Sense::Calendar,
            Event::Sense { sense, up: true } => *sense,
            Event::Sense { up: false, .. }
            | Event::SenseOff(_)
            | Event::Tick
            | Event::Click(_)
            | Event::Dismissed(_)
            | Event::Guide(_)
            | Event::Ask(_)
            | Event::Notifications { .. }
            | Event::Rules(_)
            | Event::Library(_)
            | Event::Today { .. }
            | Event::Deleted { .. }
            | Event::Zone(_)
            | Event::Elsewhere(_)
            | Event::Quit => return,
        };
        self.state.holds.worked.insert(sense);
    }

    /// A call's device is in use from now on, or no longer.
    pub(super) fn call(&mut self, device: Device, on: bool, program: Option<String>) {
        let holds = &mut self.state.holds;
        if !on {
            holds.doubted.remove(&device);
        }
        // A sense that starts reports what is off as well: only a change is a sign of the person.
        if on == holds.calls.contains_key(&device) || holds.doubted.contains(&device) {
            return;
        }
        // Messengers take up their connections by themselves: at an empty desk that brings nobody back.
        if self.state.presence.absence.is_none() || device != Device::Connection {
            self.stir();
        }
        let holds = &mut self.state.holds;
        if on {
            holds.calls.insert(device, (self.now.elapsed, program));
        } else {
            holds.calls.remove(&device);
        }
        let alone = holds.calls.len() == 1 && holds.calls.contains_key(&Device::Connection);
        holds.alone = alone.then(|| holds.alone.unwrap_or(self.now.elapsed));
    }

    /// No call is believed for ever. The person was there as long as it was, and it counts again after it went off.
    pub(super) fn doubt_calls(&mut self) {
        let now = self.now.elapsed;
        let holds = &mut self.state.holds;
        let old = |since: Duration| now.saturating_sub(since) >= CALL_MOST;
        let stuck = holds.calls.iter().any(|(device, call)| *device != Device::Connection && old(call.0));
        let lone = holds.alone.is_some_and(|since| now.saturating_sub(since) >= CONNECTION_MOST);
        if !stuck && !lone {
            return;
        }
        // What was connected to a call that is no longer believed goes with it.
        let doubted = holds.calls.extract_if(.., |device, call| *device == Device::Connection || old(call.0));
        holds.doubted.extend(doubted.map(|(device, _)| device));
        holds.alone = None;
        if self.state.presence.absence.is_none() {
            self.stir();
        }
        let why = if stuck {
            Reason::CallTooLong { after: CALL_MOST }
        } else {
            Reason::ConnectionTooLong { after: CONNECTION_MOST }
        };
        self.decide(What::Announce(Announcement::CallTooLong), why);
    }

    /// The desktop says something of itself.
    pub(super) fn fact(&mut self, fact: Fact, on: bool) {
        let facts = &mut self.state.holds.facts;
        let changed = if on { facts.insert(fact) } else { facts.remove(&fact) };
        // Whoever begins or ends a film is there.
        if changed && fact == Fact::Watching {
            self.stir();
        }
    }

    /// A sense was lost, or came back. What a lost one held is lifted.
    pub(super) fn sense(&mut self, sense: Sense, up: bool) {
        let holds = &mut self.state.holds;
        if up {
            holds.lost.remove(&sense);
            if sense == Sense::Idle {
                self.state.presence.blind = false;
            }
            return;
        }
        if !holds.lost.insert(sense) {
            return;
        }
        self.lift(sense);
        // A desktop without this part never had it: nothing was lost.
        if self.state.holds.worked.contains(&sense) {
            self.decide(What::Announce(Announcement::SenseLost(sense)), Reason::SenseLost { sense });
        }
    }

    /// Nothing that a sense said counts any more.
    pub(super) fn lift(&mut self, sense: Sense) {
        match sense {
            Sense::Idle => {
                self.state.presence.blind = true;
                self.input_began();
            }
            // Nobody is left to tell of the unlocking, or of the waking: the person would stay away for ever.
            Sense::Lock => self.lock(false),
            Sense::Sleep => self.state.presence.asleep = false,
            Sense::Calendar => self.state.holds.meetings.clear(),
            Sense::Mic | Sense::Camera | Sense::Presenting | Sense::Fullscreen | Sense::Awake | Sense::Dnd => {}
        }
        for fact in Fact::ALL.into_iter().filter(|fact| fact.sense() == sense) {
            self.fact(fact, false);
        }
        for device in Device::ALL.into_iter().filter(|device| device.sense() == sense) {
            self.call(device, false, None);
        }
    }
}
