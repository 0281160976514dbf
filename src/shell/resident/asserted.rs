//! Desktop facts that the senses asserted last, on until they say otherwise: calls, and what the desktop says of itself. A
//! new run of the senses, after a start of the app or a change of its settings, says what is on and need not say what is off.
//! Owns what they have still to say again; what they do not is over, so that nothing holds for ever that ended unseen.

use crate::engine::event::{Device, Event, Fact, Sense};
use crate::senses::Signal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::time::Duration;

/// A new run of the senses has said everything by then.
// Connecting takes a second, and a call is believed after five. It is less than the quiet after a hold (`settle`), so a
// hold that is lifted too early prompts nobody before it is on again.
const SAID_AGAIN: Duration = Duration::from_secs(30);

/// Something that lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Lasting {
    Call(Device),
    Fact(Fact),
}

impl Lasting {
    /// The sense that says it.
    fn sense(self) -> Sense {
        match self {
            Self::Call(device) => device.sense(),
            Self::Fact(fact) => fact.sense(),
        }
    }

    fn over(self) -> Event {
        match self {
            Self::Call(device) => Event::Call { device, on: false, program: None },
            Self::Fact(fact) => Event::Desktop { fact, on: false },
        }
    }
}

/// Desktop facts that the senses asserted last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Asserted {
    on: BTreeSet<Lasting>,
    /// What the run of now has still to say again, and the point of the elapsed clock by which it must.
    #[serde(skip)]
    doubted: Option<(BTreeSet<Lasting>, Duration)>,
}

impl Asserted {
    /// A sense says something.
    pub(super) fn heard(&mut self, signal: &Signal) {
        let (what, on) = match signal {
            Signal::Call { device, on, .. } => (Lasting::Call(*device), *on),
            Signal::Desktop { fact, on } => (Lasting::Fact(*fact), *on),
            Signal::Active
            | Signal::Idle { .. }
            | Signal::Locked(_)
            | Signal::Sleeping(_)
            | Signal::Clocks
            | Signal::SessionOver
            | Signal::Meetings(_)
            | Signal::Part(_) => return,
        };
        self.settle(|doubted| *doubted == what);
        if on {
            self.on.insert(what);
        } else {
            self.on.remove(&what);
        }
    }

    /// A sense was lost or switched off: the engine has dropped its word.
    pub(super) fn lost(&mut self, event: &Event) {
        if let Event::Sense { sense: lost, up: false } | Event::SenseOff(lost) = event {
            self.on.retain(|what| what.sense() != *lost);
            self.settle(|doubted| doubted.sense() == *lost);
        }
    }

    fn settle(&mut self, known: impl Fn(&Lasting) -> bool) {
        if let Some((doubted, _)) = &mut self.doubted {
            doubted.retain(|what| !known(what));
        }
        self.doubted.take_if(|(doubted, _)| doubted.is_empty());
    }

    /// The senses begin anew at this point of the elapsed clock; `scaled` is the app's time for a real one.
    pub(super) fn anew(&mut self, now: Duration, scaled: impl Fn(Duration) -> Duration) {
        let until = now.saturating_add(scaled(SAID_AGAIN));
        self.doubted = (!self.on.is_empty()).then(|| (self.on.clone(), until));
    }

    /// When to look again, if at all.
    pub(super) fn due(&self) -> Option<Duration> {
        self.doubted.as_ref().map(|(_, until)| *until)
    }

    /// What the engine must hear, once it is late enough: what was not said again is over.
    pub(super) fn over(&mut self, now: Duration) -> Vec<Event> {
        let late = self.doubted.take_if(|(_, until)| *until <= now);
        let over = late.map(|(doubted, _)| doubted).unwrap_or_default();
        self.on.retain(|what| !over.contains(what));
        over.into_iter().map(Lasting::over).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIC: Lasting = Lasting::Call(Device::Mic);

    fn secs(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn call(device: Device, on: bool) -> Signal {
        Signal::Call { device, on, program: None }
    }

    /// In a call with do-not-disturb on; then the senses begin anew at second 100.
    fn begun_anew() -> Asserted {
        let mut asserted = Asserted::default();
        asserted.heard(&call(Device::Mic, true));
        asserted.heard(&Signal::Desktop { fact: Fact::Dnd, on: true });
        asserted.heard(&call(Device::Camera, true));
        asserted.heard(&call(Device::Camera, false));
        asserted.anew(secs(100), |real| real);
        asserted
    }

    #[test]
    fn what_a_new_run_does_not_say_again_is_over() {
        let mut asserted = begun_anew();
        asserted.heard(&Signal::Desktop { fact: Fact::Dnd, on: true });
        assert_eq!(asserted.due(), Some(secs(130)));
        assert_eq!(asserted.over(secs(129)), []);
        assert_eq!(asserted.over(secs(130)), [MIC.over()]);
        assert_eq!((asserted.due(), asserted.over(secs(200))), (None, Vec::new()));
        asserted.anew(secs(300), |real| real);
        assert_eq!(
            asserted.over(secs(330)),
            [Lasting::Fact(Fact::Dnd).over()],
            "a call that is over is not asked for again"
        );
    }

    #[test]
    fn what_is_said_again_goes_on_and_nothing_is_waited_for() {
        let mut asserted = begun_anew();
        asserted.heard(&call(Device::Mic, true));
        asserted.heard(&Signal::Desktop { fact: Fact::Dnd, on: false });
        assert_eq!((asserted.due(), asserted.over(secs(500))), (None, Vec::new()));
        assert_eq!(asserted.on, BTreeSet::from([MIC]));
        let mut quiet = Asserted::default();
        quiet.anew(secs(100), |real| real);
        assert_eq!(quiet.due(), None, "no wake-up where nothing was on");
    }

    #[test]
    fn a_sense_that_is_lost_has_nothing_more_to_say() {
        let mut asserted = begun_anew();
        asserted.lost(&Event::SenseOff(Sense::Mic));
        asserted.lost(&Event::Sense { sense: Sense::Dnd, up: false });
        assert_eq!((asserted.due(), asserted.on.len()), (None, 0));
        asserted.lost(&Event::Sense { sense: Sense::Mic, up: true });
    }

    #[test]
    fn it_survives_a_restart_and_is_doubted_after_it() {
        let text = serde_json::to_string(&begun_anew()).expect("written");
        assert_eq!(text, r#"{"on":[{"call":"mic"},{"fact":"dnd"}]}"#);
        let mut again: Asserted = serde_json::from_str(&text).expect("read");
        again.anew(secs(10), |real| real * 2);
        assert_eq!((again.due(), again.over(secs(70)).len()), (Some(secs(70)), 2));
    }
}
