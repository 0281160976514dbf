//! Whether anybody shows the icon: the tray's crate hides it. Owns the watch over the owner of
//! org.kde.StatusNotifierWatcher and the report about the tray; tells the tray's thread when to put the icon up.
//!
//! The crate registers by itself whenever a watcher comes or returns. It never tries again after a watcher refused it or
//! had no object yet, so this does: 1, 2, 4 ... 64 s later, then with each new view. A frozen watcher is not met at all; one
//! that answers and then never takes the icon is told of.

use super::draw::Order;
use crate::outputs::linux::bus::link::{self, Ask, Link, Reply, WATCHER, owner_change};
use crate::outputs::linux::order::Drawn;
use crate::outputs::{Answer, Tell};
use crate::parts::outputs::{Advice, Says};
use crate::parts::{self, Cause, PartId, Report};
use async_io::Timer;
use futures_lite::future;
use std::sync::mpsc;
use std::time::Duration;
use zbus::Message;
use zbus::zvariant::OwnedValue;

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

/// What is known of the host.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Not asked yet.
    Unknown,
    /// Nobody owns the watcher's name, or the watcher knows no host.
    NoHost,
    /// It answers.
    Here,
    /// It does not answer.
    Silent,
    /// It answers with an error: it owns the name and is no watcher (yet).
    Broken,
}

/// The watch.
pub(in crate::outputs::linux) struct Host {
    tell: Tell,
    draw: mpsc::Sender<Order>,
    standing: Standing,
    means: String,
    /// What the tray's thread said last.
    up: Result<bool, String>,
    tries: u32,
    retry: Option<Timer>,
    /// Until when the icon is to be up.
    late: Option<Timer>,
    report: Option<Report>,
}

impl Host {
    pub(in crate::outputs::linux) fn new(tell: Tell, draw: mpsc::Sender<Order>) -> Self {
        Self {
            tell,
            draw,
            standing: Standing::Unknown,
            means: String::new(),
            up: Ok(false),
            tries: 0,
            retry: None,
            late: None,
            report: None,
        }
    }

    /// The bus is there.
    pub(in crate::outputs::linux) fn begin(&mut self, link: &mut Link) {
        self.tries = 0;
        link.ask_bus(Ask::HostOwner, "GetNameOwner", &(WATCHER,));
    }

    /// The bus is gone, and the icon with it.
    pub(in crate::outputs::linux) fn lost(&mut self) {
        self.standing = Standing::Unknown;
        self.up = Ok(false);
        self.retry = None;
        self.late = None;
        self.order(Order::Away);
        self.tell(Report::not_here(PartId::Tray, Says::NoBus, Advice::NoBus));
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
                link.ask_bus(Ask::HostOwner, "GetNameOwner", &(WATCHER,));
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
        let header = message.header();
        let member = header.member().map(zbus::names::MemberName::as_str);
        if header.interface().is_some_and(|interface| interface.as_str() == WATCHER)
            && matches!(member, Some("StatusNotifierHostRegistered" | "StatusNotifierHostUnregistered"))
        {
            ask_registered(link);
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
                if let Ok(process) = message.body().deserialize::<u32>() {
                    self.means = name_of(process);
                    self.say();
                }
            }
            (Ask::HostRegistered, Reply::Here(message) | Reply::Late(message)) => {
                let registered =
                    message.body().deserialize::<OwnedValue>().ok().and_then(|value| value.try_into().ok());
                self.answers(registered.unwrap_or(true));
            }
            (Ask::HostRegistered, Reply::Error(name)) if is_no_watcher(name) => {
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
            link.ask_bus(Ask::HostProcess, "GetConnectionUnixProcessID", &(owner,));
            ask_registered(link);
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
        let means = self.means.as_str();
        let failed = |says: parts::Says| Report::failed(PartId::Tray, means, says, Advice::HostFailed);
        let report = match (self.standing, &self.up) {
            (Standing::Silent, _) => failed(Says::HostSilent.into()),
            (Standing::Broken, _) => failed(Says::HostRefuses.into()),
            (Standing::NoHost, _) => Report::not_here(PartId::Tray, Says::NoHost, advice()),
            (Standing::Here, Err(why)) => failed(Cause::Foreign(why.clone()).into()),
            (Standing::Here, Ok(true)) => Report::works(PartId::Tray, means, Says::IconShown),
            (Standing::Unknown, _) | (Standing::Here, Ok(false)) => return,
        };
        self.tell(report);
    }

    fn tell(&mut self, report: Report) {
        if self.report.as_ref() != Some(&report) {
            self.report = Some(report.clone());
            (self.tell)(Answer::Part(report));
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

fn ask_registered(link: &mut Link) {
    let body = (WATCHER, "IsStatusNotifierHostRegistered");
    let get = link::call(WATCHER, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties", "Get", &body);
    link.forget(&[Ask::HostRegistered]);
    link.ask(Ask::HostRegistered, get);
}

/// Errors of a program that owns the name and has no watcher there.
fn is_no_watcher(error: &str) -> bool {
    // kded6 outside of Plasma owns the name and has no object there (blueman#2334).
    ["UnknownObject", "UnknownInterface", "UnknownMethod", "ServiceUnknown", "NoReply"]
        .iter()
        .any(|name| error.strip_prefix("org.freedesktop.DBus.Error.") == Some(name))
}

fn advice() -> Advice {
    // A list, the most particular first: "Budgie:GNOME" is no GNOME.
    let desktops = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
    match desktops.split(':').next().unwrap_or_default() {
        "GNOME" | "ubuntu" | "pop" | "GNOME-Classic" => Advice::NoHostOnGnome,
        "Budgie" => Advice::NoHostOnBudgie,
        "i3" => Advice::NoHostOnI3,
        _ => Advice::NoHost,
    }
}

/// The program behind a process id; empty if the system does not say.
fn name_of(process: u32) -> String {
    std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned()
}
