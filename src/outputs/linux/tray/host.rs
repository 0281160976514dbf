//! Whether anybody shows the icon: the tray's crate hides it. Owns the watch over the owner of
//! org.kde.StatusNotifierWatcher and the report about the tray; tells the tray's thread when to put the icon up.
//!
//! The crate registers by itself whenever a watcher comes or returns. It never tries again after a watcher refused it or
//! had no object yet, so this does: 1, 2, 4 ... 64 s later, then with each new view. A frozen watcher is not met at all; one
//! that answers and then never takes the icon is told of.

use super::draw::Order;
use super::standing::Standing;
use super::watcher;
use crate::outputs::Tell;
use crate::outputs::linux::bus::link::{Ask, Link, Reply, WATCHER, owner_change};
use crate::outputs::linux::order::Drawn;
use crate::outputs::reporter::Reporter;
use crate::parts::outputs::{Advice, Says};
use crate::parts::{PartId, Report};
use async_io::Timer;
use futures_lite::future;
use std::sync::mpsc;
use std::time::Duration;
use zbus::Message;

/// How often it is tried again by time alone: the last time after 64 s.
// Panels that start with the session are up within a minute; after that a new view is reason enough to try.
const TRIES: u32 = 7;

/// A watcher that answers puts an icon up within this.
// Real ones need some milliseconds. One that never takes the icon says nothing, and without an end to the wait `doctor`
// would have no line for the tray.
const PUT_WITHIN: Duration = Duration::from_secs(5);

/// What a timer of the host rings for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::outputs::linux) enum Due {
    /// The icon is not up, though its time is over.
    Late,
    /// It is to be tried again.
    Retry,
}

/// The watch.
pub(in crate::outputs::linux) struct Host {
    reporter: Reporter,
    draw: mpsc::Sender<Order>,
    standing: Standing,
    means: String,
    /// What the tray's thread said last.
    up: Result<bool, String>,
    tries: u32,
    retry: Option<Timer>,
    /// Until when the icon is to be up.
    late: Option<Timer>,
}

impl Host {
    pub(in crate::outputs::linux) fn new(tell: Tell, draw: mpsc::Sender<Order>) -> Self {
        Self {
            reporter: Reporter::new(tell),
            draw,
            standing: Standing::Unknown,
            means: String::new(),
            up: Ok(false),
            tries: 0,
            retry: None,
            late: None,
        }
    }

    /// The bus is there.
    pub(in crate::outputs::linux) fn begin(&mut self, link: &mut Link) {
        self.tries = 0;
        watcher::ask_owner(link);
    }

    /// The bus is gone, and the icon with it.
    pub(in crate::outputs::linux) fn lost(&mut self) {
        self.standing = Standing::Unknown;
        self.up = Ok(false);
        self.retry = None;
        self.late = None;
        self.order(Order::Away);
        self.reporter.report(Report::not_here(PartId::Tray, Says::NoBus, Advice::NoBus));
    }

    /// Waits until it is time to try again, or the icon is late; for ever, if neither is to be.
    pub(in crate::outputs::linux) async fn due(&mut self) -> Due {
        future::or(ring(&mut self.late, Due::Late), ring(&mut self.retry, Due::Retry)).await
    }

    /// It is time for this.
    pub(in crate::outputs::linux) fn rang(&mut self, due: Due, link: &mut Link) {
        match due {
            Due::Late => {
                // It answered when it was asked, and took the icon without a word.
                self.late = None;
                self.standing = Standing::Silent;
                self.say();
            }
            Due::Retry => {
                self.retry = None;
                watcher::ask_owner(link);
            }
        }
    }

    /// How the tray's thread fares.
    pub(in crate::outputs::linux) fn drawn(&mut self, link: &mut Link, drawn: Drawn) {
        match drawn {
            Drawn::Up => {
                self.up = Ok(true);
                self.late = None;
                self.thawed();
            }
            Drawn::Failed(why) => {
                self.up = Err(why);
                self.late = None;
                self.thawed();
                self.later();
            }
            Drawn::Wanting => {
                if self.retry.is_none() && (self.standing == Standing::Broken || self.up.is_err()) {
                    self.rang(Due::Retry, link);
                }
            }
        }
        self.say();
    }

    pub(in crate::outputs::linux) fn signal(&mut self, link: &mut Link, message: &Message) {
        if let Some((_, new)) = owner_change(message, WATCHER) {
            self.tries = 0;
            self.retry = None;
            self.late = None;
            link.forget(&[Ask::HostOwner, Ask::HostProcess, Ask::HostRegistered]);
            self.owner(link, &new);
            return;
        }
        if watcher::tells_of_hosts(message) {
            watcher::ask_registered(link);
        }
    }

    pub(in crate::outputs::linux) fn reply(&mut self, link: &mut Link, ask: Ask, reply: &Reply) {
        match (ask, reply) {
            (Ask::HostOwner, Reply::Here(message)) => {
                let owner: String = message.body().deserialize().unwrap_or_default();
                self.owner(link, &owner);
            }
            (Ask::HostOwner, Reply::Error(_)) => self.owner(link, ""),
            (Ask::HostProcess, Reply::Here(message)) => {
                if let Some(name) = watcher::program(message) {
                    self.means = name;
                    self.say();
                }
            }
            (Ask::HostRegistered, Reply::Here(message) | Reply::Late(message)) => {
                self.answers(watcher::is_registered(message));
            }
            (Ask::HostRegistered, Reply::Error(name)) if watcher::is_none(name) => {
                self.standing = Standing::Broken;
                self.later();
                self.say();
            }
            // A watcher that is a watcher, and does not know this property.
            (Ask::HostRegistered, Reply::Error(_)) => self.answers(true),
            (Ask::HostRegistered, Reply::Silence) => {
                self.standing = Standing::Silent;
                self.say();
            }
            // Only the name in the report hangs on it; the bus itself does not fall silent.
            _ => {}
        }
    }

    /// The watcher's name has this owner; empty for nobody.
    fn owner(&mut self, link: &mut Link, owner: &str) {
        self.means.clear();
        if owner.is_empty() {
            self.standing = Standing::NoHost;
            // The crate registers as soon as there is a watcher.
            self.order(Order::Put);
            self.say();
        } else {
            watcher::ask(link, owner);
        }
    }

    fn answers(&mut self, registered: bool) {
        let refused = self.standing == Standing::Broken || self.up.is_err();
        self.standing = if registered { Standing::Here } else { Standing::NoHost };
        self.order(if refused { Order::Renew } else { Order::Put });
        if refused || self.up == Ok(false) {
            self.late = Some(Timer::after(PUT_WITHIN));
        }
        self.retry = None;
        self.say();
    }

    /// The icon's fate is known at last: the watcher has answered.
    fn thawed(&mut self) {
        if self.standing == Standing::Silent {
            self.standing = Standing::Here;
        }
    }

    fn later(&mut self) {
        if self.tries < TRIES {
            self.retry = Some(Timer::after(Duration::from_secs(1 << self.tries)));
            self.tries += 1;
        }
    }

    fn order(&self, order: Order) {
        // Closed only if the tray's thread is gone, and then there is no icon to put up.
        let _ = self.draw.send(order);
    }

    fn say(&mut self) {
        if let Some(report) = self.standing.report(&self.up, &self.means) {
            self.reporter.report(report);
        }
    }
}

async fn ring(timer: &mut Option<Timer>, due: Due) -> Due {
    match timer {
        Some(timer) => drop(timer.await),
        None => future::pending().await,
    }
    due
}
