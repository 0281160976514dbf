//! The connected call that an inhibitor tells of. Owns when it is believed and when it is dropped: a connection may
//! come and go within seconds while a call is set up or changes hands.

use crate::engine::event::Device;
use crate::senses::{Signal, Tell};
use async_channel::{Receiver, Sender};
use async_io::Timer;
use futures_lite::future;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// A call that lasts this long is believed; as with microphones.
const BELIEVED: Duration = Duration::from_secs(5);

/// A call is over when there has been none for this long; as with microphones.
const OVER: Duration = Duration::from_secs(15);

/// Who is connected now, and a bell for changes.
#[derive(Clone)]
pub(super) struct Connected {
    who: Rc<RefCell<Option<String>>>,
    bell: Sender<()>,
    rang: Receiver<()>,
    believed: Duration,
    over: Duration,
}

impl Default for Connected {
    fn default() -> Self {
        Self::lasting(BELIEVED, OVER)
    }
}

impl Connected {
    fn lasting(believed: Duration, over: Duration) -> Self {
        let (bell, rang) = async_channel::bounded(1);
        Self { who: Rc::default(), bell, rang, believed, over }
    }

    /// Which program is connected now.
    pub(super) fn set(&self, who: Option<String>) {
        let changed = *self.who.borrow() != who;
        if changed {
            self.who.replace(who);
            // Fails only when it has rung already.
            let _ = self.bell.try_send(());
        }
    }

    /// Tells of calls, for ever.
    pub(super) async fn run(&self, tell: &Tell) {
        loop {
            self.until(true).await;
            if !self.stays(true, self.believed).await {
                continue;
            }
            let program = self.who.borrow().clone().filter(|who| !who.is_empty());
            tell(Signal::Call { device: Device::Connection, on: true, program: program.clone() });
            while !self.stays(false, self.over).await {
                self.until(false).await;
            }
            tell(Signal::Call { device: Device::Connection, on: false, program });
        }
    }

    /// Waits for somebody to be connected, or nobody.
    async fn until(&self, somebody: bool) {
        while self.who.borrow().is_some() != somebody {
            let _ = self.rang.recv().await;
        }
    }

    /// Whether it stays like this for as long.
    async fn stays(&self, somebody: bool, span: Duration) -> bool {
        let changes = async {
            self.until(!somebody).await;
            false
        };
        let lasts = async {
            Timer::after(span).await;
            true
        };
        self.who.borrow().is_some() == somebody && future::or(changes, lasts).await
    }
}

#[cfg(test)]
mod tests {
    use super::Connected;
    use crate::engine::event::Device;
    use crate::senses::{Signal, Tell};
    use async_io::Timer;
    use futures_lite::future;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    /// What is told when somebody is connected and not, by turns and for these times, and a while after.
    fn told(spans: &[Duration]) -> Vec<(bool, Option<String>)> {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&heard);
        let tell: Tell = Arc::new(move |signal| {
            let Signal::Call { device: Device::Connection, on, program } = signal else { panic!("{signal:?}") };
            into.lock().unwrap().push((on, program));
        });
        let connected = Connected::lasting(ms(200), ms(600));
        let play = async {
            for (turn, span) in spans.iter().enumerate() {
                connected.set((turn % 2 == 0).then(|| "chromium".to_owned()));
                Timer::after(*span).await;
            }
        };
        future::block_on(future::or(connected.run(&tell), play));
        heard.lock().unwrap().clone()
    }

    fn said(on: bool) -> (bool, Option<String>) {
        (on, Some("chromium".to_owned()))
    }

    #[test]
    fn a_call_is_believed_once_it_lasts_and_dropped_once_it_is_over() {
        assert_eq!(told(&[ms(50), ms(300)]), [], "too short");
        assert_eq!(told(&[ms(400)]), [said(true)]);
        assert_eq!(told(&[ms(400), ms(200), ms(50), ms(200)]), [said(true)], "the gaps are short");
        assert_eq!(told(&[ms(400), ms(900)]), [said(true), said(false)]);
    }
}
