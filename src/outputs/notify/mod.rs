//! Notifications on Linux: one on screen at a time, replaced in place, never waited for. Owns the handle that the shell
//! holds; what goes over the bus is in `daemon` (what expects an answer) and `plain` (what expects none).

pub(super) mod daemon;
mod habits;
pub(super) mod message;
mod offer;
pub(super) mod plain;
mod remember;
mod screen;
mod server;
mod standing;

use super::bus::Order;
use crate::engine::effect::Notice;
use async_channel::Sender;
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

/// A notice, and its picture.
#[derive(Debug)]
pub(super) struct Pictured {
    pub(super) notice: Notice,
    pub(super) picture: Option<Picture>,
}

/// The files of a picture, by their whole paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture itself.
    pub file: PathBuf,
    /// The app's icon, for a service that shows a picture in its full size only beside one.
    pub icon: PathBuf,
}

/// The notifications. Dropping it and the tray ends their thread.
#[derive(Debug)]
pub struct Notifier {
    orders: Sender<Order>,
}

impl Notifier {
    pub(super) fn new(orders: Sender<Order>) -> Self {
        Self { orders }
    }

    /// Puts this on screen in place of the one before, with this picture. Returns at once; if it cannot be shown,
    /// `Answer::Notifications { up: false }` says so. A file that is no picture shows none.
    pub fn show(&self, notice: Notice, picture: Option<Picture>) {
        self.order(Order::Show(Box::new(Pictured { notice, picture })));
    }

    /// Takes what is on screen away; nothing is answered.
    pub fn withdraw(&self) {
        self.order(Order::Withdraw);
    }

    /// As [`Self::withdraw`], and waits until it has been sent, at most `patience`: for the end of the process, so that
    /// nothing stays on screen that nobody hears any more.
    pub fn finish(&self, patience: Duration) {
        let (done, sent) = mpsc::channel();
        self.order(Order::Finish(done));
        // Too late or no bus: the next start takes the notification over (`remember`).
        let _ = sent.recv_timeout(patience);
    }

    fn order(&self, order: Order) {
        // The channel has no bound; it is closed only if the bus thread is gone, and then nobody can show anything.
        let _ = self.orders.try_send(order);
    }
}
