//! Input and its absence. Owns the choice of the means: Wayland never uses X11's figures, because those only know
//! the input to X programs; GNOME has its own monitor on the session bus, all others say it over the display.

mod display;
mod end;
pub(super) mod mutter;
mod wayland;
mod x11;

use super::Surroundings;
use super::control::{Bell, Orders};
use crate::parts::{Cause, Report, senses};
use crate::senses::input::InputReporter;
use crate::senses::{Signal, Tell};
use display::Place;
use std::sync::Arc;

/// The idle sense, by whichever means.
pub(super) struct Idle {
    tell: Tell,
    orders: Arc<Orders>,
    place: Option<Place>,
    by: By,
}

/// Which means is at work.
enum By {
    Nothing,
    /// A thread that waits on the display, and the bell that ends it.
    Display(Arc<Bell>),
    Gnome,
}

impl Idle {
    pub(super) fn new(tell: &Tell, around: &Surroundings, orders: &Arc<Orders>) -> Self {
        let wayland = around.wayland.clone().map(Place::Wayland);
        Self {
            tell: Arc::clone(tell),
            orders: Arc::clone(orders),
            place: wayland.or_else(|| around.x11.clone().map(Place::X11)),
            by: By::Nothing,
        }
    }

    /// Takes the display as the means, if it is not already.
    pub(super) fn by_display(&mut self) {
        if matches!(self.by, By::Display(_)) {
            return;
        }
        let Some(place) = &self.place else {
            self.report(senses::no_display());
            return;
        };
        match display::start(place.clone(), &self.tell, &self.orders) {
            Ok(stop) => self.by = By::Display(stop),
            Err(error) => self.report(senses::display_lost(place.name(), error.into(), None)),
        }
    }

    /// Takes GNOME's monitor as the means; the display is left alone from now on.
    fn by_gnome(&mut self) -> InputReporter {
        self.stop();
        self.by = By::Gnome;
        self.line()
    }

    /// There is no session bus that could be used, or no longer.
    pub(super) fn bus_lost(&mut self, why: Cause) {
        match self.by {
            By::Nothing => self.by_display(),
            By::Display(_) => {}
            By::Gnome => self.report(senses::gnome_lost(why)),
        }
    }

    fn line(&self) -> InputReporter {
        InputReporter::new(&self.tell, self.orders.threshold())
    }

    fn report(&self, report: Report) {
        (self.tell)(Signal::Part(report));
    }

    fn stop(&mut self) {
        if let By::Display(stop) = &self.by {
            stop.ring();
        }
        self.by = By::Nothing;
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        self.stop();
    }
}
