//! The conversation with the notification service. Owns what is to be on screen and the steps there; every message moves
//! it one step, and it never waits.
//!
//! Only one notification is ever ours: the next replaces it, a withdrawal closes it. A signal counts if it carries our id
//! and comes from the owner of the name then. A new owner makes all ids void, and the engine is told so that it can show
//! again. What is not shown in time is not shown later: the late reply of a frozen service closes it.

mod owner;

use super::habits::Habits;
use super::plain::Plain;
use super::remember::Remembered;
use super::screen::{NotificationSlot, Wanted};
use super::server::{Abilities, Server};
use super::signal::DaemonSignal;
use super::standing::Standing;
use super::{message, offer};
use crate::outputs::Tell;
use crate::outputs::linux::bus::link::{Ask, Link, NOTIFICATIONS, Reply, owner_change};
use crate::outputs::linux::order::{Order, Pictured};
use crate::parts::{self, Cause, outputs::Says};
use async_channel::WeakSender;
use async_io::Timer;
use std::path::PathBuf;
use zbus::Message;

/// The state of the conversation.
pub(in crate::outputs::linux) struct Daemon {
    orders: WeakSender<Order>,
    remembered: Remembered,
    owner: Option<String>,
    /// The bus can start the service.
    activatable: bool,
    server: Server,
    wanted: Option<Wanted>,
    screen: NotificationSlot,
    line: Option<Plain>,
    standing: Standing,
    grace: Option<Timer>,
}

impl Daemon {
    pub(in crate::outputs::linux) fn new(tell: Tell, remembered: PathBuf, orders: WeakSender<Order>) -> Self {
        Self {
            orders,
            remembered: Remembered::new(remembered),
            owner: None,
            activatable: false,
            server: Server::default(),
            wanted: None,
            screen: NotificationSlot::default(),
            line: None,
            standing: Standing::new(tell),
            grace: None,
        }
    }

    pub(in crate::outputs::linux) fn show(&mut self, link: &mut Link, notice: Box<Pictured>) {
        self.grace = None;
        self.wanted = Some(Wanted::Notice(notice));
        self.advance(link);
    }

    pub(in crate::outputs::linux) fn withdraw(&mut self, link: &mut Link) {
        self.wanted = Some(Wanted::Nothing);
        self.advance(link);
    }

    /// Waits until an orphan's time is over; for ever, if there is none.
    pub(in crate::outputs::linux) async fn grace(&mut self) {
        match &mut self.grace {
            Some(timer) => {
                timer.await;
            }
            None => std::future::pending().await,
        }
    }

    /// Nobody replaced what a killed process left: it goes.
    pub(in crate::outputs::linux) fn close_orphan(&mut self, link: &mut Link) {
        self.grace = None;
        self.withdraw(link);
    }

    /// How a line that expects no answer fared.
    pub(in crate::outputs::linux) fn plain_shown(&mut self, shown: Result<(), String>) {
        match shown {
            Ok(()) => self.works(),
            Err(why) => {
                self.line = None;
                self.fail(Cause::Foreign(why));
            }
        }
    }

    /// Takes the next step towards what is wanted, if no notification is on its way.
    fn advance(&mut self, link: &mut Link) {
        if self.screen.busy() {
            return;
        }
        match (self.wanted.take(), &self.server.abilities) {
            (None, _) => {}
            (Some(Wanted::Nothing), _) => self.clear(link),
            (wanted, None) => {
                self.wanted = wanted;
                message::ask_abilities(link);
            }
            (Some(Wanted::Notice(notice)), Some(_)) if message::expects_none(&notice.notice) => {
                self.clear(link);
                // notify-rust waits without end: only a service that is awake may meet it.
                link.forget(&[Ask::Ping]);
                link.ask(Ask::Ping, message::call("GetServerInformation", &()));
                self.wanted = Some(Wanted::Notice(notice));
            }
            // Not by notify-rust, whose waiting lost 39 of 100 answers where another program's signal came just before
            // ours.
            (Some(Wanted::Notice(notice)), Some(_)) => {
                // A ping that is still out was for a line that this replaces: its answer must show nothing.
                link.forget(&[Ask::Ping]);
                let offered = offer::offered(&notice.notice, self.server.habits);
                if self.screen.would_spoil(&offered, self.server.habits.replaced) {
                    self.clear(link);
                }
                link.ask(Ask::Notify, message::notify(&notice, &self.server, self.screen.id()));
                self.screen.going(offered);
                self.line = None;
            }
        }
    }

    /// Nothing of ours stays on screen.
    fn clear(&mut self, link: &mut Link) {
        self.line = None;
        if let Some(id) = self.screen.clear() {
            link.send(message::call("CloseNotification", &(id,)));
            self.remembered.clear();
        }
    }

    pub(in crate::outputs::linux) fn reply(&mut self, link: &mut Link, ask: Ask, reply: &Reply) {
        match reply {
            Reply::Late(message) if ask == Ask::Notify => self.thawed(link, message),
            Reply::Late(_) if ask == Ask::Ping => self.works(),
            Reply::Here(message) | Reply::Late(message) => self.here(link, ask, message),
            Reply::Error(_) if ask == Ask::DaemonOwner => self.nobody(),
            // The means stay unnamed, and nothing is started on demand; whether it works is told by the others.
            Reply::Error(_) | Reply::Silence if matches!(ask, Ask::Server | Ask::Activatable | Ask::DaemonOwner) => {}
            Reply::Error(name) => self.fail(Cause::Foreign(name.clone())),
            Reply::Silence => self.fail(Says::ServiceSilent),
        }
    }

    fn here(&mut self, link: &mut Link, ask: Ask, message: &Message) {
        let body = message.body();
        match ask {
            Ask::Activatable => {
                let names: Vec<&str> = body.deserialize().unwrap_or_default();
                self.activatable = names.contains(&NOTIFICATIONS);
            }
            Ask::DaemonOwner => self.found(link, body.deserialize().unwrap_or_default()),
            Ask::Server => {
                let (name, _, version, _): (&str, &str, &str, &str) = body.deserialize().unwrap_or_default();
                self.server.means = [name, version].join(" ");
                self.server.habits = Habits::of(name);
            }
            Ask::Capabilities => {
                self.server.abilities = Some(Abilities::of(&body.deserialize::<Vec<String>>().unwrap_or_default()));
                self.works();
                self.advance(link);
            }
            Ask::Ping => self.awake(),
            Ask::Notify => {
                let id = body.deserialize().unwrap_or(0);
                self.keep(&link.bus, id);
                self.works();
                for answer in self.screen.arrived(id) {
                    self.standing.say(answer);
                }
                self.advance(link);
            }
            Ask::HostOwner | Ask::HostProcess | Ask::HostRegistered | Ask::Name => {}
        }
    }

    /// The service is awake: the line that waits may go out by notify-rust.
    fn awake(&mut self) {
        let Some(Wanted::Notice(notice)) = self.wanted.take() else { return };
        match Plain::show(&notice, &self.server, self.orders.clone()) {
            Ok(line) => self.line = Some(line),
            Err(error) => self.fail(Cause::from(error)),
        }
    }

    /// A frozen service came back and showed what is out of date: it goes, and the engine is told.
    fn thawed(&mut self, link: &mut Link, message: &Message) {
        let id = message.body().deserialize().unwrap_or(0);
        // What replaces another comes under its id: what is on screen by now must not be closed.
        if id != self.screen.id() {
            link.send(message::call("CloseNotification", &(id,)));
        }
        self.works();
    }

    fn keep(&mut self, bus: &str, id: u32) {
        if let Some(owner) = &self.owner {
            self.remembered.keep(bus, owner, id);
        }
    }

    pub(in crate::outputs::linux) fn signal(&mut self, link: &mut Link, message: &Message) {
        if let Some((old, new)) = owner_change(message, NOTIFICATIONS) {
            self.changed(link, &old, new);
            return;
        }
        let sender = message.header().sender().map(ToString::to_string);
        let Some((id, word)) = DaemonSignal::of(message).filter(|_| sender.is_some() && sender == self.owner) else {
            return;
        };
        let was = self.screen.id();
        if let Some(answer) = self.screen.heard(id, word) {
            self.standing.say(answer);
        }
        if was != 0 && self.screen.id() == 0 {
            self.remembered.clear();
        }
    }

    /// It could not be shown, and will not be: the engine decides whether to show it again.
    fn fail(&mut self, why: impl Into<parts::Says>) {
        self.wanted = None;
        self.screen.void();
        self.standing.anew();
        if self.owner.is_none() && !self.activatable {
            self.standing.absent();
        } else {
            self.standing.fails(&self.server.means, why);
        }
    }

    fn works(&mut self) {
        self.standing.works(&self.server.means, Says::Buttons(self.server.buttons()));
    }
}
