//! The senses of the running app: started as the settings want them, and heard until others take their place. Owns that
//! nothing late of those before comes in.

use super::{Message, Resident};
use crate::engine::event::Sense;
use crate::parts::{APP, Advice, Cause, Means, Report};
use crate::senses::{self, Surroundings, Tell};
use crate::shell::calendars;
use crate::system::main_loop::Sender;
use crate::text::senses as text;
use std::sync::{Arc, Mutex, PoisonError};

/// Sender of the signals of one run of the senses. Their threads end in their own time: once this is dropped, nothing of theirs
/// comes in any more, so that a late word of theirs never comes behind the first of those after them.
#[derive(Debug)]
pub(super) struct SignalSender(Arc<Mutex<Option<Sender<Message>>>>);

impl SignalSender {
    fn open(sender: Sender<Message>) -> (Tell, Self) {
        let ours = Arc::new(Mutex::new(Some(sender)));
        let theirs = Arc::clone(&ours);
        let tell = move |signal| {
            let sender = theirs.lock().unwrap_or_else(PoisonError::into_inner);
            // Sending never waits; a loop that has ended hears nothing.
            if let Some(sender) = sender.as_ref() {
                let _ = sender.send(Message::Sense(signal));
            }
        };
        (Arc::new(tell), Self(ours))
    }
}

impl Drop for SignalSender {
    fn drop(&mut self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Resident {
    /// Starts the senses that the settings want, in place of those before.
    pub(super) fn start_senses(&mut self) {
        self.senses = None;
        let now = self.now().elapsed;
        self.asserted.anew(now, |real| self.timeline.scaled(real));
        let (tell, sender) = SignalSender::open(self.sender.clone());
        let watch = self.timeline.real(self.watch);
        let calendars = calendars::calendars(&self.settings.calendar, &self.paths);
        let around = Surroundings::from_env(calendars).holding((APP, &text::sleep_hold()));
        let code = Arc::clone(&self.code);
        let settled = Box::new(move || code.hand_back());
        match senses::start(tell, settled, &self.settings.senses, watch, around) {
            Ok(senses) => self.senses = Some((senses, sender)),
            Err(error) => {
                let now = self.now().local;
                let report = Report::failed(Sense::Idle, Means::Nothing, Cause::from(error), Advice::Nothing);
                if let Some(event) = self.reports.set_sense(report, now) {
                    self.step(event);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(target_os = "linux")] // elsewhere the main thread alone has a channel, and no test runs on it
    #[test]
    fn senses_that_were_replaced_are_not_heard_any_more() {
        use super::*;
        use crate::senses::Signal;
        let (sender, inbox) = std::sync::mpsc::channel();
        let (old, first) = SignalSender::open(sender.clone());
        old(Signal::Locked(true));
        drop(first);
        let (new, _second) = SignalSender::open(sender);
        new(Signal::Locked(false));
        old(Signal::Locked(true));
        let heard: Vec<bool> =
            inbox.try_iter().map(|message| matches!(message, Message::Sense(Signal::Locked(true)))).collect();
        assert_eq!(heard, [true, false]);
    }
}
