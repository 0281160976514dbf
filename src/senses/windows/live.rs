//! The thread of the senses of Windows. Owns the one wait for messages, events and whatever is to be looked at next, and what
//! each sense says of itself at the start; how each is looked at is its own file's.

use super::consent::ConsentWatch;
use super::ears::Ears;
use super::events::{Event, Orders};
use super::screen::Screen;
use super::window::{self, HiddenWindow};
use super::{Surroundings, WINDOWS, ask};
use crate::engine::event::{Device, Sense};
use crate::parts::{Advice, Cause, Report, calls, desktop, senses};
use crate::senses::calls::{CAMERA, MIC};
use crate::senses::device::DeviceReporter;
use crate::senses::looks::InputLooks;
use crate::senses::{Settled, Signal, Tell, rounds};
use crate::system::clock::Deadline;
use std::collections::BTreeSet;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// All senses, until the orders say stop.
pub(super) fn live(
    tell: &Tell,
    settled: Settled,
    wanted: &BTreeSet<Sense>,
    around: &Surroundings,
    orders: &Arc<Orders>,
) -> io::Result<()> {
    let wants = |sense| wanted.contains(&sense);
    let calendar = if wants(Sense::Calendar) { rounds::start(tell, around.calendars.clone())? } else { None };
    let ears = Rc::new(Ears::new(tell, orders, wants(Sense::Lock), wants(Sense::Sleep), calendar));
    let screen = Screen::new(tell, wanted);
    let window = HiddenWindow::open(&ears, screen.is_some())?;
    begin(tell, wanted, &ears, &window);
    let idle = wants(Sense::Idle).then(|| {
        let works = senses::idle_works(WINDOWS.into());
        (InputLooks::new(tell, orders.threshold(), works), Deadline::after(Duration::ZERO))
    });
    let watches = devices(tell, wanted, around);
    let mut looks = Looks { tell, idle, screen, watches, ears: &ears, orders };
    settled();
    looks.run()
}

/// Says how those are that only listen, and those that are not here.
fn begin(tell: &Tell, wanted: &BTreeSet<Sense>, ears: &Ears, window: &HiddenWindow) {
    let part = |report| tell(Signal::Part(report));
    part(senses::clocks_work(WINDOWS.into()));
    for sense in Sense::ALL {
        let wants = wanted.contains(&sense);
        match (sense, &window.deaf_to_locks) {
            _ if !wants => part(Report::off(sense)),
            (Sense::Lock, None) => {
                part(senses::lock_works(vec![WINDOWS.into()]));
                ears.begin(ask::locked().unwrap_or(false));
            }
            (Sense::Lock, Some(error)) => {
                let why = Cause::Foreign(error.to_string());
                part(Report::failed(sense, WINDOWS, why, senses::Advice::NoLock));
            }
            (Sense::Sleep, _) => part(senses::sleep_works(WINDOWS, true)),
            (Sense::Dnd, _) => part(desktop::dnd_unknown(WINDOWS)),
            // They say it themselves.
            _ => {}
        }
    }
}

fn devices(tell: &Tell, wanted: &BTreeSet<Sense>, around: &Surroundings) -> Vec<ConsentWatch> {
    let all = [(Device::Mic, "microphone", MIC), (Device::Camera, "webcam", CAMERA)];
    let wanted = all.into_iter().filter(|(device, ..)| wanted.contains(&device.sense()));
    let watch = |(device, key, lasts)| {
        let word = DeviceReporter::new(tell, device, WINDOWS.into(), lasts);
        let watch = ConsentWatch::start(&format!(r"{}\{key}", around.consent), word);
        if watch.is_err() {
            // Windows before 2019 does not write it, nor does it for a person who may use no such device.
            tell(Signal::Part(calls::not_told(device)));
        }
        watch.ok()
    };
    wanted.filter_map(watch).collect()
}

/// What is looked at, and when.
struct Looks<'a> {
    tell: &'a Tell,
    idle: Option<(InputLooks, Deadline)>,
    screen: Option<Screen>,
    watches: Vec<ConsentWatch>,
    ears: &'a Ears,
    orders: &'a Orders,
}

impl Looks<'_> {
    /// Waits and looks, until told to stop.
    fn run(&mut self) -> io::Result<()> {
        loop {
            self.look();
            let own = [&self.orders.stop, &self.orders.watch];
            let events: Vec<&Event> = own.into_iter().chain(self.watches.iter().map(|watch| &watch.changed)).collect();
            match window::wait(&events, self.wait())? {
                Some(0) => return Ok(()),
                Some(1) => self.input_now(),
                Some(device) => self.device(device - own.len()),
                None => {}
            }
            if self.ears.stirred() {
                self.input_now();
            }
            if let Some(screen) = self.screen.as_mut().filter(|_| self.ears.foreground()) {
                screen.other_window();
            }
        }
    }

    /// How long until something is to be looked at.
    fn wait(&self) -> Option<Duration> {
        let calls = self.watches.iter().filter_map(|watch| watch.word.wait());
        // Behind a lock there is no input and no screen to look at, and its end is heard.
        let seen = !self.ears.locked();
        let input = self.idle.iter().map(|(_, due)| due.left().unwrap_or_default());
        let screen = self.screen.iter().map(Screen::wait);
        calls.chain(input.chain(screen).filter(|_| seen)).min()
    }

    /// Looks at whatever is due.
    fn look(&mut self) {
        for watch in &mut self.watches {
            watch.word.pass();
        }
        if self.ears.locked() {
            return;
        }
        let screen_is_due = self.screen.as_ref().is_some_and(|screen| screen.wait().is_zero());
        if screen_is_due && let Some(screen) = &mut self.screen {
            screen.look();
        }
        self.input();
    }

    fn input(&mut self) {
        let Some((looks, due)) = self.idle.as_mut().filter(|(_, due)| due.left().is_none()) else { return };
        match ask::quiet() {
            Ok(quiet) => {
                let screen = &mut self.screen;
                // Whether somebody watches a film is to be known before their absence is told.
                *due = Deadline::after(looks.look(quiet, || screen.iter_mut().for_each(Screen::look)));
            }
            Err(error) => {
                let why = Cause::from(error);
                (self.tell)(Signal::Part(Report::failed(Sense::Idle, WINDOWS, why, Advice::Nothing)));
                self.idle = None;
            }
        }
    }

    /// What input is measured by is another, or it may have come back.
    fn input_now(&mut self) {
        if let Some((looks, due)) = &mut self.idle {
            looks.watch(self.orders.threshold());
            *due = Deadline::after(Duration::ZERO);
        }
    }

    fn device(&mut self, index: usize) {
        let Some(watch) = self.watches.get_mut(index) else { return };
        if let Err(error) = watch.look() {
            let watch = self.watches.remove(index);
            watch.word.lost(error.into());
        }
    }
}
