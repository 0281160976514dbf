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

/// A call that lasts this long is believed.
const BELIEVED: Duration = Duration::from_secs(5);

/// A call is over when there has been none for this long.
const OVER: Duration = Duration::from_secs(15);

/// Who is connected now, and a bell for changes.
#[derive(Clone)]
pub(super) struct Calls {
    who: Rc<RefCell<Option<String>>>,
    bell: Sender<()>,
    rang: Receiver<()>,
}

impl Default for Calls {
    fn default() -> Self {
        let (bell, rang) = async_channel::bounded(1);
        Self { who: Rc::default(), bell, rang }
    }
}

impl Calls {
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
            if !self.stays(true, BELIEVED).await {
                continue;
            }
            let program = self.who.borrow().clone().filter(|who| !who.is_empty());
            tell(Signal::Call { device: Device::Connection, on: true, program: program.clone() });
            while !self.stays(false, OVER).await {
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
