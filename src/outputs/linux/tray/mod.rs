//! The tray: one icon by StatusNotifierItem. Owns the way to its thread: the icon lives on one of its own (`draw`),
//! because its crate waits for the tray host without end, and the bus thread watches the host (`host`).

pub(super) mod draw;
pub(super) mod host;
mod standing;
mod watcher;

use super::order::Order;
use crate::engine::view::TrayText;
use crate::outputs::Tell;
use async_channel::Sender;
use std::sync::mpsc;

/// The tray icon. Dropping it takes the icon away.
#[derive(Debug)]
pub(super) struct Tray {
    line: mpsc::Sender<draw::Order>,
}

impl Tray {
    pub(super) fn start(tell: Tell, orders: &Sender<Order>) -> std::io::Result<Self> {
        let (line, inbox) = mpsc::channel();
        let orders = orders.downgrade();
        std::thread::Builder::new().name("unhunch-tray".into()).spawn(move || draw::run(&inbox, tell, &orders))?;
        Ok(Self { line })
    }

    pub(super) fn show(&self, view: TrayText) {
        // Closed only if the tray's thread is gone, and then there is no icon to draw.
        let _ = self.line.send(draw::Order::View(Box::new(view)));
    }

    pub(super) fn line(&self) -> mpsc::Sender<draw::Order> {
        self.line.clone()
    }
}
