//! Who owns the service's name, and what of ours is void when that changes. Owns the steps between two owners and what a
//! killed process left with one; never what is shown.

use super::{Daemon, message};
use crate::outputs::linux::bus::link::{Ask, Link};
use crate::outputs::linux::notify::server::Server;
use async_io::Timer;
use std::time::Duration;

/// How long a notification that a killed process left may wait to be replaced before it is closed.
// A prompt that still counts is shown again right after the start, in its place; to close it first would flicker.
const GRACE: Duration = Duration::from_secs(2);

impl Daemon {
    /// The bus is gone, or was never there, and everything with it.
    pub(in crate::outputs::linux) fn lost(&mut self, undelivered: bool) {
        self.void();
        self.owner = None;
        self.wanted = None;
        if undelivered {
            self.standing.anew();
        }
        self.standing.no_bus();
    }

    /// The name has this owner, as the bus says on our start.
    pub(super) fn found(&mut self, link: &mut Link, owner: String) {
        if let Some(id) = self.remembered.find(&link.bus, &owner).filter(|_| self.screen.id() == 0) {
            self.screen.adopt(id);
            if !self.screen.busy() && self.wanted.is_none() {
                self.grace = Some(Timer::after(GRACE));
            }
        }
        self.owner = Some(owner);
        message::ask_abilities(link);
    }

    /// The name has no owner.
    pub(super) fn nobody(&mut self) {
        if self.activatable { self.standing.on_demand() } else { self.standing.absent() }
    }

    /// The name went from one owner to another; an empty name is nobody.
    pub(super) fn changed(&mut self, link: &mut Link, old: &str, new: String) {
        // The bus is heard before it is asked, so that it may tell of one owner twice.
        if self.owner.as_deref() == Some(new.as_str()) {
            return;
        }
        if !old.is_empty() {
            // The bus answers in place of who has left, with errors that say nothing about who came.
            link.forget(&[Ask::Notify, Ask::Ping, Ask::Server, Ask::Capabilities]);
            if self.void() {
                self.standing.dropped();
            }
        }
        self.owner = (!new.is_empty()).then_some(new);
        if self.owner.is_some() { message::ask_abilities(link) } else { self.nobody() }
    }

    /// All ids are void. Returns whether something of ours was on screen or on its way.
    fn void(&mut self) -> bool {
        self.server = Server::default();
        self.grace = None;
        let had = self.screen.void() | self.line.take().is_some();
        if had {
            self.remembered.clear();
        }
        had
    }
}
