//! What is said of one device of a call, for systems whose senses wait in one place. Owns when a call is believed and the
//! part's report; never looks at a device itself.

use super::calls::Use;
use super::debounce::{Debounce, Lasts};
use super::{Signal, Tell};
use crate::engine::event::Device;
use crate::parts::calls::Says;
use crate::parts::{Advice, Cause, Means, Report};
use crate::system::clock::Deadline;
use std::sync::Arc;
use std::time::Duration;

/// The word on one device.
pub(super) struct DeviceReporter {
    tell: Tell,
    device: Device,
    /// By whose word.
    means: Means,
    call: Debounce,
    /// When what is seen has lasted.
    due: Option<Deadline>,
    using: Use,
    said: Option<Report>,
}

impl DeviceReporter {
    pub(super) fn new(tell: &Tell, device: Device, means: Means, lasts: Lasts) -> Self {
        let (call, using) = (Debounce::new(lasts), Use::Free);
        Self { tell: Arc::clone(tell), device, means, call, due: None, using, said: None }
    }

    /// This is seen now.
    pub(super) fn sees(&mut self, using: Use) {
        if self.call.see(using != Use::Free) {
            self.due = self.call.wait().map(Deadline::after);
        }
        self.using = using;
        self.report();
    }

    /// How long until what is seen has lasted, if it has to.
    pub(super) fn wait(&self) -> Option<Duration> {
        self.due.map(|due| due.left().unwrap_or_default())
    }

    /// Says what has lasted.
    pub(super) fn pass(&mut self) {
        if self.wait() != Some(Duration::ZERO) {
            return;
        }
        self.due = None;
        if let Some(on) = self.call.lasted() {
            let program = match &self.using {
                Use::By(program) if on => program.clone(),
                Use::By(_) | Use::Free => None,
            };
            (self.tell)(Signal::Call { device: self.device, on, program });
            self.report();
        }
    }

    /// The sense works no longer: a call that was told is over.
    pub(super) fn lost(self, why: Cause) {
        if self.call.believed() {
            (self.tell)(Signal::Call { device: self.device, on: false, program: None });
        }
        (self.tell)(Signal::Part(Report::failed(self.device.sense(), self.means, why, Advice::Nothing)));
    }

    /// Says how the sense does, if that is new.
    fn report(&mut self) {
        let wait = self.call.wait();
        let says = match &self.using {
            Use::Free => Says::Free { wait },
            Use::By(program) => Says::InUse { program: program.clone(), wait },
        };
        let report = Report::works(self.device.sense(), self.means.clone(), says);
        if self.said.as_ref() != Some(&report) {
            self.said = Some(report.clone());
            (self.tell)(Signal::Part(report));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cause, DeviceReporter, Lasts, Use};
    use crate::engine::event::Device;
    use crate::senses::{Signal, Tell};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    #[test]
    fn a_call_is_told_once_it_has_lasted_and_its_end_too() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&heard);
        let tell: Tell = Arc::new(move |signal| into.lock().unwrap().push(signal));
        let lasts = Lasts { believed: Duration::from_millis(20), dropped: Duration::from_millis(20) };
        let mut word = DeviceReporter::new(&tell, Device::Mic, "here".into(), lasts);
        word.sees(Use::Free);
        assert_eq!(word.wait(), None, "nothing is waited for");
        for using in [Use::By(Some("talk".into())), Use::Free] {
            word.sees(using);
            word.pass();
            assert!(word.wait().is_some(), "it has not lasted yet");
            std::thread::sleep(Duration::from_millis(25));
            word.pass();
            assert_eq!(word.wait(), None);
        }
        word.lost(Cause::NoAnswer);
        let heard = heard.lock().unwrap();
        let calls: Vec<_> = heard.iter().filter(|signal| matches!(signal, Signal::Call { .. })).collect();
        let call = |on, program| Signal::Call { device: Device::Mic, on, program };
        assert_eq!(calls, [&call(true, Some("talk".into())), &call(false, None)]);
    }
}
