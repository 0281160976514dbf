//! The shell's way to the service, over the bus thread's orders. Owns that way alone: it never waits, and knows no bus.

use crate::outputs::linux::order::Order;
use crate::outputs::{BusNews, BusReply};
use async_channel::Sender;

/// The shell's way to it, over the bus thread's orders.
#[derive(Debug)]
pub(in crate::outputs::linux) struct ServiceLine(Sender<Order>);

impl ServiceLine {
    pub(in crate::outputs::linux) fn new(orders: Sender<Order>) -> Self {
        Self(orders)
    }

    pub(in crate::outputs::linux) fn serve(&self) {
        self.order(Order::Serve);
    }

    pub(in crate::outputs::linux) fn answer(&self, number: u64, reply: BusReply) {
        self.order(Order::Reply(number, reply));
    }

    pub(in crate::outputs::linux) fn news(&self, news: BusNews) {
        self.order(Order::News(news));
    }

    pub(in crate::outputs::linux) fn state(&self, state: &str) {
        self.order(Order::State(state.to_owned()));
    }

    fn order(&self, order: Order) {
        // The channel has no bound; it is closed only if the bus thread is gone, and then nobody is there to be told.
        let _ = self.0.try_send(order);
    }
}
