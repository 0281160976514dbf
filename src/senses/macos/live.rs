//! The thread of the senses of macOS. Owns the one wait for orders and for whatever is to be looked at next; how each is
//! looked at is its own file's.

use super::camera::Camera;
use super::devices::{Bell, Looked, Watched};
use super::mic::Mic;
use super::screen::Screen;
use super::{MACOS, Order, ask};
use crate::engine::event::{Device, Sense};
use crate::parts::{calls, senses};
use crate::senses::calls::{CAMERA, MIC};
use crate::senses::device::DeviceReporter;
use crate::senses::lock::{Barrier, LockReporter};
use crate::senses::looks::InputLooks;
use crate::senses::{Signal, Tell};
use crate::system::clock::Deadline;
use objc2::rc::autoreleasepool;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// What is looked at, and when.
pub(super) struct Live {
    tell: Tell,
    orders: Sender<Order>,
    idle: Option<(InputLooks, Deadline)>,
    lock: LockReporter,
    screen: Option<Screen>,
    devices: Vec<Watched>,
    /// Those that could not be looked at: they are tried again when the machine wakes.
    lost: Vec<Device>,
}

impl Live {
    /// The first look at each; on the thread that will run it.
    pub(super) fn new(tell: &Tell, wanted: &BTreeSet<Sense>, watch: Duration, orders: &Sender<Order>) -> Self {
        let wants = |sense| wanted.contains(&sense);
        let input = || (InputLooks::new(tell, watch, senses::idle_works(MACOS.into())), now());
        let mut lost = vec![Device::Mic];
        if ask::tells_of_cameras() {
            lost.push(Device::Camera);
        } else if wants(Sense::Camera) {
            tell(Signal::Part(calls::kept_for_apps()));
        }
        lost.retain(|device| wants(device.sense()));
        let mut live = Self {
            tell: Arc::clone(tell),
            orders: orders.clone(),
            idle: wants(Sense::Idle).then(input),
            lock: LockReporter::new(tell, wants(Sense::Lock)),
            screen: Screen::new(tell, wanted),
            devices: Vec::new(),
            lost,
        };
        autoreleasepool(|_| {
            live.lock.hears(Barrier::Screen, ask::locked());
            live.find();
        });
        live
    }

    /// Waits and looks, until told to stop.
    pub(super) fn run(mut self, orders: &Receiver<Order>) {
        loop {
            // What the system hands out meanwhile is given back each time: this thread has no loop that would do it.
            autoreleasepool(|_| self.look());
            let order = match self.wait() {
                Some(wait) => orders.recv_timeout(wait),
                None => orders.recv().map_err(RecvTimeoutError::from),
            };
            match order {
                Ok(Order::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(order) => autoreleasepool(|_| self.take(order)),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// How long until something is to be looked at.
    fn wait(&self) -> Option<Duration> {
        let calls = self.devices.iter().filter_map(|device| device.word.wait());
        // Behind a lock there is no input and no screen to look at.
        let seen = !self.lock.locked();
        let input = self.idle.iter().map(|(_, due)| due.left().unwrap_or_default());
        let screen = self.screen.iter().map(Screen::wait);
        calls.chain(self.lock.wait()).chain(input.chain(screen).filter(|_| seen)).min()
    }

    /// Looks at whatever is due.
    fn look(&mut self) {
        for device in &mut self.devices {
            device.word.pass();
        }
        if self.lock.wait() == Some(Duration::ZERO) {
            self.doubt();
        }
        if self.lock.locked() {
            return;
        }
        if let Some(screen) = self.screen.as_mut().filter(|screen| screen.wait().is_zero()) {
            screen.look();
        }
        if let Some((looks, due)) = self.idle.as_mut().filter(|(_, due)| due.left().is_none()) {
            let screen = &mut self.screen;
            // Whether somebody watches a film is to be known before their absence is told.
            *due = Deadline::after(looks.look(ask::quiet(), || screen.iter_mut().for_each(Screen::look)));
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Watch(threshold) => {
                if let Some((looks, due)) = &mut self.idle {
                    looks.watch(threshold.max(Duration::from_millis(1)));
                    *due = now();
                }
            }
            Order::Locked(barrier, on) => {
                self.lock.hears(barrier, on);
                self.input_now();
            }
            Order::Woke => {
                self.doubt();
                self.input_now();
                self.find();
            }
            Order::Window => self.screen.iter_mut().for_each(Screen::other_window),
            Order::Whole(whole) => self.screen.iter_mut().for_each(|screen| screen.whole(whole)),
            Order::Device(device) => self.device(device),
            // It ends the wait itself.
            Order::Stop => {}
        }
    }

    /// The end of a lock may have been lost.
    fn doubt(&mut self) {
        if self.lock.locked() && self.lock.doubts(ask::locked(), ask::quiet()) {
            self.input_now();
        }
    }

    /// It may have come back.
    fn input_now(&mut self) {
        if let Some((_, due)) = &mut self.idle {
            *due = now();
        }
    }

    fn device(&mut self, device: Device) {
        if let Some(index) = self.devices.iter().position(|watched| watched.device == device) {
            match self.devices.swap_remove(index).look() {
                Some(watched) => self.devices.push(watched),
                None => self.lost.push(device),
            }
        }
    }

    /// Looks for the devices that are not watched.
    fn find(&mut self) {
        for device in std::mem::take(&mut self.lost) {
            match watched(&self.tell, device, &self.orders) {
                Some(watched) => self.devices.push(watched),
                None => self.lost.push(device),
            }
        }
    }
}

fn watched(tell: &Tell, device: Device, orders: &Sender<Order>) -> Option<Watched> {
    let bell = Bell::new(orders, device);
    let (lasts, service): (_, Box<dyn Looked>) =
        if device == Device::Mic { (MIC, Box::new(Mic::new(&bell))) } else { (CAMERA, Box::new(Camera::new(&bell))) };
    let word = DeviceReporter::new(tell, device, MACOS.into(), lasts);
    Watched::new(device, word, bell, service).look()
}

fn now() -> Deadline {
    Deadline::after(Duration::ZERO)
}
