//! What is said of one device: the call that is believed, and the part's report for `doctor`. Owns when each is said;
//! never looks at a device itself.

use crate::engine::event::Device;
use crate::parts::calls::Says;
use crate::parts::{Means, Report};
use crate::senses::calls::Use;
use crate::senses::debounce::Lasts;
use crate::senses::linux::debounced::Debounced;
use crate::senses::{Signal, Tell};
use futures_lite::future;
use std::cell::RefCell;
use std::time::Duration;

/// The word on one device.
pub(super) struct Verdict<'a> {
    tell: &'a Tell,
    device: Device,
    call: Debounced,
    /// Whether the sense works. Its loss waits for as long as a call is kept, so that neither ends with a restart.
    works: Debounced,
    now: RefCell<Now>,
}

/// What was heard last.
#[derive(Default)]
struct Now {
    using: Use,
    means: Means,
    lost: Option<Report>,
    said: Option<Report>,
}

impl<'a> Verdict<'a> {
    pub(super) fn new(tell: &'a Tell, device: Device, lasts: Lasts) -> Self {
        let works = Debounced::new(Lasts { believed: Duration::ZERO, dropped: lasts.dropped });
        Self { tell, device, call: Debounced::new(lasts), works, now: RefCell::default() }
    }

    /// The sense works, by these means, and sees this.
    pub(super) fn sees(&self, means: Means, using: Use) {
        self.works.sure(true);
        self.call.see(using != Use::Free);
        let mut now = self.now.borrow_mut();
        (now.means, now.using, now.lost) = (means, using, None);
        drop(now);
        self.report();
    }

    /// The sense does not work, or no longer, as the report says. If it did, that is said only once it has lasted.
    pub(super) fn lost(&self, why: Report) {
        self.works.see(false);
        self.call.see(false);
        let mut now = self.now.borrow_mut();
        (now.using, now.lost) = (Use::Free, Some(why));
        drop(now);
        self.report();
    }

    /// Says what has lasted. Never ends; runs beside whatever looks at the device.
    pub(super) async fn keep(&self) {
        let calls = async {
            loop {
                let on = self.call.next().await;
                let program = match &self.now.borrow().using {
                    Use::By(program) if on => program.clone(),
                    Use::By(_) | Use::Free => None,
                };
                (self.tell)(Signal::Call { device: self.device, on, program });
                self.report();
            }
        };
        let losses = async {
            loop {
                self.works.next().await;
                self.report();
            }
        };
        future::or(calls, losses).await;
    }

    /// Says how the sense does, if that is new.
    fn report(&self) {
        let mut now = self.now.borrow_mut();
        let works = |says| Report::works(self.device.sense(), now.means.clone(), says);
        let report = match &now.lost {
            Some(lost) if !self.works.believed() => lost.clone(),
            Some(_) => works(Says::WaitedFor),
            None => works(self.says(&now.using)),
        };
        if now.said.as_ref() != Some(&report) {
            now.said = Some(report.clone());
            drop(now);
            (self.tell)(Signal::Part(report));
        }
    }

    fn says(&self, using: &Use) -> Says {
        let wait = self.call.wait();
        match using {
            Use::Free => Says::Free { wait },
            Use::By(program) => Says::InUse { program: program.clone(), wait },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lasts, Use, Verdict};
    use crate::engine::event::Device;
    use crate::engine::event::Sense;
    use crate::parts::calls::{Says, no_sound_server};
    use crate::parts::{Cause, Means, PartState, Report};
    use crate::senses::{Signal, Tell};
    use async_io::Timer;
    use futures_lite::future;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    const LASTS: Lasts = Lasts { believed: Duration::from_millis(20), dropped: Duration::from_millis(60) };

    fn ear() -> (Tell, Arc<Mutex<Vec<Signal>>>) {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&heard);
        (Arc::new(move |signal| into.lock().unwrap().push(signal)), heard)
    }

    fn calls(heard: &Mutex<Vec<Signal>>) -> Vec<(bool, Option<String>)> {
        let heard = heard.lock().unwrap();
        let calls = heard.iter().filter_map(|signal| {
            let Signal::Call { on, program, .. } = signal else { return None };
            Some((*on, program.clone()))
        });
        calls.collect()
    }

    fn last(heard: &Mutex<Vec<Signal>>) -> Report {
        let heard = heard.lock().unwrap();
        let report = heard.iter().rev().find_map(|signal| {
            let Signal::Part(report) = signal else { return None };
            Some(report.clone())
        });
        report.unwrap()
    }

    fn works(says: Says) -> Report {
        Report::works(Sense::Mic, Means::SoundProtocol, says)
    }

    async fn until(heard: &Mutex<Vec<Signal>>, count: usize) {
        while calls(heard).len() < count {
            Timer::after(Duration::from_millis(1)).await;
        }
    }

    #[test]
    fn a_loss_that_is_short_ends_no_call_and_is_not_reported() {
        let (tell, heard) = ear();
        let verdict = Verdict::new(&tell, Device::Mic, LASTS);
        future::block_on(future::or(verdict.keep(), async {
            verdict.sees(Means::SoundProtocol, Use::By(Some("talk".into())));
            until(&heard, 1).await;
            verdict.lost(no_sound_server(Cause::SoundClosed));
            assert_eq!(last(&heard), works(Says::WaitedFor));
            verdict.sees(Means::SoundProtocol, Use::By(Some("talk".into())));
            Timer::after(LASTS.dropped * 2).await;
        }));
        assert_eq!(calls(&heard), [(true, Some("talk".into()))]);
        assert_eq!(last(&heard), works(Says::InUse { program: Some("talk".into()), wait: None }));
    }

    #[test]
    fn a_loss_that_lasts_ends_the_call_and_is_reported() {
        let (tell, heard) = ear();
        let verdict = Verdict::new(&tell, Device::Mic, LASTS);
        future::block_on(future::or(verdict.keep(), async {
            verdict.sees(Means::SoundProtocol, Use::By(None));
            until(&heard, 1).await;
            verdict.lost(no_sound_server(Cause::SoundClosed));
            until(&heard, 2).await;
            while last(&heard).state != PartState::NotHere {
                Timer::after(Duration::from_millis(1)).await;
            }
        }));
        assert_eq!(calls(&heard), [(true, None), (false, None)]);
    }

    #[test]
    fn what_never_worked_is_missed_at_once_and_once() {
        let (tell, heard) = ear();
        let verdict = Verdict::new(&tell, Device::Mic, LASTS);
        verdict.lost(no_sound_server(Cause::NoSoundServer));
        verdict.lost(no_sound_server(Cause::NoSoundServer));
        assert_eq!(last(&heard), no_sound_server(Cause::NoSoundServer));
        assert_eq!(heard.lock().unwrap().len(), 1);
    }

    #[test]
    fn the_raw_state_is_told_at_once() {
        let (tell, heard) = ear();
        let lasts = Lasts { believed: Duration::from_secs(5), dropped: Duration::from_secs(15) };
        let verdict = Verdict::new(&tell, Device::Mic, lasts);
        verdict.sees(Means::SoundProtocol, Use::By(Some("parec".into())));
        let says = Says::InUse { program: Some("parec".into()), wait: Some(lasts.believed) };
        assert_eq!(last(&heard), works(says));
    }
}
