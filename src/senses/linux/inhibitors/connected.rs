//! The connected call that an inhibitor tells of. Owns who is connected; believed and dropped like a microphone's, because
//! a connection may come and go within seconds while a call is set up or changes hands.

use crate::engine::event::Device;
use crate::senses::debounce::Lasts;
use crate::senses::linux::debounced::Debounced;
use crate::senses::{Signal, Tell};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// As with microphones: believed once it lasts, over when there has been none for a while.
const LASTS: Lasts = Lasts { believed: Duration::from_secs(5), dropped: Duration::from_secs(15) };

/// Who is connected, and whether that is believed.
#[derive(Clone)]
pub(super) struct Connected {
    /// The last program that was; empty if it has no name.
    who: Rc<RefCell<String>>,
    lasting: Rc<Debounced>,
}

impl Default for Connected {
    fn default() -> Self {
        Self::lasting(LASTS)
    }
}

impl Connected {
    fn lasting(lasts: Lasts) -> Self {
        Self { who: Rc::default(), lasting: Rc::new(Debounced::new(lasts)) }
    }

    /// Which program is connected now.
    pub(super) fn set(&self, who: Option<String>) {
        self.lasting.see(who.is_some());
        if let Some(who) = who {
            self.who.replace(who);
        }
    }

    /// Tells of calls, for ever.
    pub(super) async fn run(&self, tell: &Tell) {
        loop {
            let on = self.lasting.next().await;
            let program = Some(self.who.borrow().clone()).filter(|who| !who.is_empty());
            tell(Signal::Call { device: Device::Connection, on, program });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Connected, Lasts};
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
        let connected = Connected::lasting(Lasts { believed: ms(200), dropped: ms(600) });
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
