//! Notifications: one on screen at a time, replaced in place, never waited for. Owns the way to the bus thread; what goes
//! over the bus is in `daemon` (what expects an answer) and `plain` (what expects none).

pub(super) mod daemon;
mod habits;
mod hints;
pub(super) mod message;
mod offer;
pub(super) mod plain;
mod remember;
mod screen;
mod server;
mod signal;
mod standing;

use super::order::{Order, Pictured};
use crate::engine::notice::Wording;
use crate::outputs::{HowToAnswer, Picture};
use async_channel::Sender;
use std::sync::mpsc;
use std::time::Duration;

/// The notifications' way to the bus thread, which ends when this and the tray are dropped.
#[derive(Debug)]
pub(super) struct Notifier {
    orders: Sender<Order>,
    how: HowToAnswer,
}

impl Notifier {
    pub(super) fn new(orders: Sender<Order>, how: HowToAnswer) -> Self {
        Self { orders, how }
    }

    pub(super) fn show(&self, notice: Wording, picture: Option<Picture>) {
        self.order(Order::Show(Box::new(Pictured { notice, picture, how: self.how })));
    }

    pub(super) fn withdraw(&self) {
        self.order(Order::Withdraw);
    }

    pub(super) fn finish(&self, patience: Duration) {
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
