//! The tray on Linux: one icon by StatusNotifierItem. Owns the handle that the shell holds; the icon lives on a thread
//! of its own (`draw`), because its crate waits for the tray host without end, and the bus thread watches the host
//! (`host`).

pub(super) mod draw;
pub(super) mod host;
pub(super) mod icon;
mod menu;

use super::Tell;
use super::bus::Order;
use crate::engine::view::TrayView;
use async_channel::Sender;
use std::sync::mpsc;

/// The tray icon. Dropping it takes the icon away.
#[derive(Debug)]
pub struct Tray {
    line: mpsc::Sender<draw::Order>,
}

impl Tray {
    pub(super) fn start(tell: Tell, orders: &Sender<Order>) -> std::io::Result<Self> {
        let (line, inbox) = mpsc::channel();
        let orders = orders.downgrade();
        std::thread::Builder::new().name("unhunch-tray".into()).spawn(move || draw::run(&inbox, tell, &orders))?;
        Ok(Self { line })
    }

    /// Draws this; what is equal to the last view is not sent again. Returns at once.
    pub fn show(&self, view: TrayView) {
        // Closed only if the tray's thread is gone, and then there is no icon to draw.
        let _ = self.line.send(draw::Order::View(Box::new(view)));
    }

    pub(super) fn line(&self) -> mpsc::Sender<draw::Order> {
        self.line.clone()
    }
}
