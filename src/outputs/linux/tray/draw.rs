//! The thread that holds the icon. Owns the icon and what it shows; may wait for a frozen tray host, and nobody waits
//! for it. Never decides when to put the icon up: the host's watcher does.

use crate::engine::view::TrayText;
use crate::outputs::Tell;
use crate::outputs::linux::order::{self, Drawn};
use crate::outputs::tray::StatusItem;
use async_channel::WeakSender;
use std::sync::mpsc::Receiver;

/// What the thread can be told.
#[derive(Debug)]
pub(in crate::outputs::linux) enum Order {
    /// Show this.
    View(Box<TrayText>),
    /// Put the icon up, if it is not.
    Put,
    /// Put it up anew: the host does not know it.
    Renew,
    /// Take it away: the bus is gone.
    Away,
}

pub(in crate::outputs::linux) fn run(inbox: &Receiver<Order>, tell: Tell, orders: &WeakSender<order::Order>) {
    // Clicks come on the crate's own threads.
    let mut draw = Draw { item: StatusItem::new(tell), put: false };
    while let Ok(order) = inbox.recv() {
        let mut order = Some(order);
        // Only the last of several views is drawn.
        let mut fresh = None;
        while let Some(next) = order.take().or_else(|| inbox.try_recv().ok()) {
            match next {
                Order::View(view) => fresh = Some(*view),
                Order::Put => draw.put = true,
                Order::Renew => {
                    draw.item.take_down();
                    draw.put = true;
                }
                Order::Away => {
                    draw.item.take_down();
                    draw.put = false;
                }
            }
        }
        if let Some(drawn) = draw.step(fresh)
            && let Some(orders) = orders.upgrade()
        {
            // Nobody listens any more: the process ends.
            let _ = orders.try_send(order::Order::Drawn(drawn));
        }
    }
}

struct Draw {
    item: StatusItem,
    put: bool,
}

impl Draw {
    /// Brings the screen to the view.
    fn step(&mut self, fresh: Option<TrayText>) -> Option<Drawn> {
        let wanting = fresh.is_some();
        if let Some(error) = fresh.and_then(|view| self.item.draw(view).err()) {
            return Some(Drawn::Failed(error.to_string()));
        }
        if self.item.is_up() || !self.item.has_view() {
            return None;
        }
        if !self.put {
            return wanting.then_some(Drawn::Wanting);
        }
        match self.item.put_up() {
            Ok(()) => Some(Drawn::Up),
            Err(error) => {
                self.put = false;
                Some(Drawn::Failed(error.to_string()))
            }
        }
    }
}
