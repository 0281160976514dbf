//! A device of a call that is listened to: what rings when a service has news of it, and what is made of what it says. Owns
//! the bell and the device's word; how a service is asked is `mic`'s and `camera`'s.

use super::Order;
use crate::engine::event::Device;
use crate::parts::Cause;
use crate::senses::calls::Use;
use crate::senses::device::DeviceReporter;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

/// What a service rings, from a thread of its own.
pub(super) struct Bell {
    rung: AtomicBool,
    orders: Sender<Order>,
    device: Device,
}

impl Bell {
    pub(super) fn new(orders: &Sender<Order>, device: Device) -> Arc<Self> {
        Arc::new(Self { rung: AtomicBool::new(false), orders: orders.clone(), device })
    }

    /// There is news. However much comes at once, one order is sent for it.
    pub(super) fn ring(&self) {
        if !self.rung.swap(true, Ordering::SeqCst) {
            // Nobody hears it once the senses have ended.
            let _ = self.orders.send(Order::Device(self.device));
        }
    }

    /// From now on news rings again.
    fn clear(&self) {
        self.rung.store(false, Ordering::SeqCst);
    }
}

/// A service that knows of a device.
pub(super) trait Looked {
    /// Who uses it now; and listens to all that may change that.
    fn look(&mut self) -> io::Result<Use>;
}

/// The device.
pub(super) struct Watched {
    pub(super) device: Device,
    pub(super) word: DeviceReporter,
    bell: Arc<Bell>,
    service: Box<dyn Looked>,
}

impl Watched {
    pub(super) fn new(device: Device, word: DeviceReporter, bell: Arc<Bell>, service: Box<dyn Looked>) -> Self {
        Self { device, word, bell, service }
    }

    /// Looks at it, and tells what is new; none if that cannot be known any more, which is told.
    pub(super) fn look(mut self) -> Option<Self> {
        // First, so that no change after the reading is missed.
        self.bell.clear();
        match self.service.look() {
            Ok(using) => {
                self.word.sees(using);
                Some(self)
            }
            Err(error) => {
                self.word.lost(Cause::from(error));
                None
            }
        }
    }
}
