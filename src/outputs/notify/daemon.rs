//! The conversation with the notification service. Owns what is on screen and what is to be; every message moves it one
//! step, and it never waits.
//!
//! Only one notification is ever ours: the next replaces it, a withdrawal closes it. A signal counts if it carries our id
//! and comes from the owner of the name then; one that comes before the reply to Notify counts too. A new owner makes all
//! ids void, and the engine is told so that it can show again.

use super::super::bus::Order;
use super::super::bus::link::{Ask, Link, NOTIFICATIONS, Reply, owner_change};
use super::message::{self, Abilities};
use super::plain::{Plain, Said};
use super::remember::Remembered;
use crate::engine::effect::Notice;
use crate::engine::event::{Action, Dismissal};
use crate::outputs::{Answer, Tell};
use crate::parts::Report;
use crate::words::outputs as words;
use async_channel::WeakSender;
use async_io::Timer;
use std::path::PathBuf;
use std::time::Duration;
use zbus::Message;

/// How long a notification that a killed process left may wait to be replaced before it is closed.
const GRACE: Duration = Duration::from_secs(2);

/// Signals kept while the reply to Notify is awaited; other programs' signals may come in between.
const EARLY: usize = 32;

/// What is on screen.
struct Shown {
    id: u32,
    offered: Vec<Action>,
    /// An action was chosen; the service closes it by itself.
    answered: bool,
}

/// What is on its way to the screen.
struct Sent {
    replaces: u32,
    offered: Vec<Action>,
    early: Vec<(u32, Word)>,
}

/// What is to be on screen.
enum Wanted {
    Notice(Box<Notice>),
    Nothing,
}

/// What a signal says of a notification.
enum Word {
    Chosen(String),
    Closed(Dismissal),
}

/// The service that owns the name.
#[derive(Default)]
struct Server {
    means: String,
    abilities: Option<Abilities>,
}

/// The state of the conversation.
pub(in crate::outputs) struct Daemon {
    tell: Tell,
    orders: WeakSender<Order>,
    remembered: Remembered,
    owner: Option<String>,
    activatable: bool,
    server: Server,
    wanted: Option<Wanted>,
    sent: Option<Sent>,
    shown: Option<Shown>,
    line: Option<Plain>,
    /// What was told last.
    up: Option<bool>,
    report: Option<Report>,
    grace: Option<Timer>,
}

impl Daemon {
    pub(in crate::outputs) fn new(tell: Tell, remembered: PathBuf, orders: WeakSender<Order>) -> Self {
        Self {
            tell,
            orders,
            remembered: Remembered::new(remembered),
            owner: None,
            activatable: false,
            server: Server::default(),
            wanted: None,
            sent: None,
            shown: None,
            line: None,
            up: None,
            report: None,
            grace: None,
        }
    }

    /// The bus is there.
    pub(in crate::outputs) fn begin(&mut self, link: &mut Link) {
        link.ask_bus(Ask::Activatable, "ListActivatableNames", &());
        link.ask_bus(Ask::DaemonOwner, "GetNameOwner", &(NOTIFICATIONS,));
    }

    /// The bus is gone, and everything with it.
    pub(in crate::outputs) fn lost(&mut self) {
        self.void();
        self.owner = None;
        self.wanted = None;
        self.report = None;
        self.set_up(false);
    }

    pub(in crate::outputs) fn show(&mut self, link: &mut Link, notice: Box<Notice>) {
        self.grace = None;
        self.wanted = Some(Wanted::Notice(notice));
        self.advance(link);
    }

    pub(in crate::outputs) fn withdraw(&mut self, link: &mut Link) {
        self.wanted = Some(Wanted::Nothing);
        self.advance(link);
    }

    /// Waits until an orphan's time is over; for ever, if there is none.
    pub(in crate::outputs) async fn grace(&mut self) {
        match &mut self.grace {
            Some(timer) => {
                timer.await;
            }
            None => std::future::pending().await,
        }
    }

    /// Nobody replaced what a killed process left: it goes.
    pub(in crate::outputs) fn close_orphan(&mut self, link: &mut Link) {
        self.grace = None;
        self.withdraw(link);
    }

    /// How a line that expects no answer fared.
    pub(in crate::outputs) fn plain_said(&mut self, said: Said) {
        match said {
            Said::Shown => self.works(),
            Said::Failed(why) => {
                self.line = None;
                self.fail(&why);
            }
        }
    }

    /// Takes the next step towards what is wanted, if nothing is awaited.
    fn advance(&mut self, link: &mut Link) {
        if self.sent.is_some() {
            return;
        }
        match self.wanted.take() {
            None => {}
            Some(Wanted::Nothing) => self.clear(link),
            Some(Wanted::Notice(notice)) => match self.server.abilities.clone() {
                None => {
                    self.wanted = Some(Wanted::Notice(notice));
                    self.ask_abilities(link);
                }
                Some(abilities) if message::expects_none(&notice) => {
                    // notify-rust waits without end: only a service that is awake may meet it.
                    self.clear(link);
                    link.forget(&[Ask::Ping]);
                    link.ask(Ask::Ping, message::call("GetServerInformation", &()));
                    self.wanted = Some(Wanted::Notice(notice));
                    drop(abilities);
                }
                Some(abilities) => self.send(link, &notice, &abilities),
            },
        }
    }

    fn send(&mut self, link: &mut Link, notice: &Notice, abilities: &Abilities) {
        self.line = None;
        link.forget(&[Ask::Ping]);
        let replaces = self.shown.as_ref().map_or(0, |shown| shown.id);
        let offered = notice.actions.iter().map(|(action, _)| *action).collect();
        self.sent = Some(Sent { replaces, offered, early: Vec::new() });
        link.ask(Ask::Notify, message::notify(notice, abilities, replaces));
    }

    /// Nothing of ours stays on screen.
    fn clear(&mut self, link: &mut Link) {
        self.line = None;
        if let Some(shown) = self.shown.take() {
            link.send(message::call("CloseNotification", &(shown.id,)));
            self.remembered.clear();
        }
    }

    fn ask_abilities(&mut self, link: &mut Link) {
        if link.awaits(Ask::Capabilities) {
            return;
        }
        link.forget(&[Ask::Server, Ask::Capabilities]);
        link.ask(Ask::Server, message::call("GetServerInformation", &()));
        link.ask(Ask::Capabilities, message::call("GetCapabilities", &()));
    }

    pub(in crate::outputs) fn reply(&mut self, link: &mut Link, ask: Ask, reply: &Reply) {
        match (ask, reply) {
            (Ask::Activatable, Reply::Here(message) | Reply::Late(message)) => {
                let names: Vec<String> = message.body().deserialize().unwrap_or_default();
                self.activatable = names.iter().any(|name| name == NOTIFICATIONS);
            }
            (Ask::DaemonOwner, Reply::Here(message) | Reply::Late(message)) => {
                if let Ok(owner) = message.body().deserialize::<String>() {
                    self.found(link, owner);
                }
            }
            (Ask::DaemonOwner, Reply::Error(_)) => self.nobody(),
            (Ask::Server, Reply::Here(message) | Reply::Late(message)) => {
                let said: (String, String, String, String) = message.body().deserialize().unwrap_or_default();
                self.server.means = format!("{} {}", said.0, said.2).trim().to_owned();
            }
            (Ask::Capabilities, Reply::Here(message) | Reply::Late(message)) => {
                let said: Vec<String> = message.body().deserialize().unwrap_or_default();
                self.server.abilities = Some(Abilities::of(&said));
                self.works();
                self.advance(link);
            }
            (Ask::Ping, Reply::Here(_)) => self.awake(),
            (Ask::Ping, Reply::Late(_)) => self.works(),
            (Ask::Notify, Reply::Here(message)) => self.on_screen(link, message),
            (Ask::Notify, Reply::Late(message)) => self.thawed(link, message),
            (Ask::Capabilities | Ask::Ping | Ask::Notify, Reply::Error(name)) => self.fail(name),
            (Ask::Capabilities | Ask::Ping | Ask::Notify, Reply::Silence) => self.fail(words::DAEMON_SILENT),
            // The means stay unnamed; whether it works is told by the others. The bus itself does not fall silent.
            (Ask::Server | Ask::Activatable, Reply::Error(_) | Reply::Silence) | (Ask::DaemonOwner, Reply::Silence) => {
            }
            (Ask::HostOwner | Ask::HostProcess | Ask::HostRegistered, _) => {}
        }
    }

    /// The service answered: the line that waits may go out by notify-rust.
    fn awake(&mut self) {
        let Some(Wanted::Notice(notice)) = self.wanted.take() else { return };
        let abilities = self.server.abilities.clone().unwrap_or_default();
        match Plain::show(&notice, &abilities, self.orders.clone()) {
            Ok(line) => self.line = Some(line),
            Err(error) => self.fail(&error.to_string()),
        }
    }

    /// The reply to Notify: it is on screen, and what was said of it before counts.
    fn on_screen(&mut self, link: &mut Link, message: &Message) {
        let Some(sent) = self.sent.take() else { return };
        let id = message.body().deserialize().unwrap_or(0);
        self.shown = Some(Shown { id, offered: sent.offered, answered: false });
        if let Some(owner) = &self.owner {
            self.remembered.keep(&link.bus, owner, id);
        }
        self.works();
        for (about, word) in sent.early {
            if about == id {
                self.word(about, word);
            }
        }
        self.advance(link);
    }

    /// A frozen service came back and showed what is out of date: it goes, and the engine is told.
    fn thawed(&mut self, link: &mut Link, message: &Message) {
        if let Ok(id) = message.body().deserialize::<u32>()
            && self.shown.as_ref().is_none_or(|shown| shown.id != id)
        {
            link.send(message::call("CloseNotification", &(id,)));
        }
        self.works();
    }

    pub(in crate::outputs) fn signal(&mut self, link: &mut Link, message: &Message) {
        if let Some((old, new)) = owner_change(message, NOTIFICATIONS) {
            self.changed(link, &old, new);
            return;
        }
        let header = message.header();
        let ours = header.interface().is_some_and(|interface| interface.as_str() == NOTIFICATIONS)
            && header.sender().map(ToString::to_string) == self.owner;
        let Some(member) = header.member().filter(|_| ours) else { return };
        let said = match member.as_str() {
            "ActionInvoked" => message.body().deserialize().ok().map(|(id, key)| (id, Word::Chosen(key))),
            "NotificationClosed" => message.body().deserialize().ok().map(|(id, reason): (u32, u32)| {
                (id, Word::Closed(if reason == 1 { Dismissal::Expired } else { Dismissal::Closed }))
            }),
            _ => None,
        };
        if let Some((id, word)) = said {
            self.word(id, word);
        }
    }

    /// What was said of a notification, ours or not.
    fn word(&mut self, id: u32, word: Word) {
        if let Some(sent) = &mut self.sent {
            if id == sent.replaces {
                // A close of what is being replaced is no answer to what replaces it.
                if let Word::Chosen(key) = word {
                    let offered: Vec<Action> = sent.offered.clone();
                    self.chosen(&offered, &key);
                }
            } else if sent.early.len() < EARLY {
                sent.early.push((id, word));
            }
            return;
        }
        let Some(shown) = self.shown.as_mut().filter(|shown| shown.id == id) else { return };
        match word {
            Word::Chosen(key) => {
                let offered = shown.offered.clone();
                shown.answered = true;
                self.chosen(&offered, &key);
            }
            Word::Closed(how) => {
                let answered = shown.answered;
                self.shown = None;
                self.remembered.clear();
                if !answered {
                    (self.tell)(Answer::Dismissed(how));
                }
            }
        }
    }

    fn chosen(&self, offered: &[Action], key: &str) {
        let before = self.shown.iter().flat_map(|shown| &shown.offered);
        if let Some(action) = offered.iter().chain(before).find(|action| message::key(**action) == key) {
            (self.tell)(Answer::Click(*action));
        }
    }

    /// The name has an owner, as the bus says on our start.
    fn found(&mut self, link: &mut Link, owner: String) {
        if let Some(id) = self.remembered.find(&link.bus, &owner).filter(|_| self.shown.is_none()) {
            self.shown = Some(Shown { id, offered: message::ACTIONS.to_vec(), answered: false });
            if self.sent.is_none() && self.wanted.is_none() {
                self.grace = Some(Timer::after(GRACE));
            }
        }
        self.owner = Some(owner);
        self.ask_abilities(link);
    }

    /// The name has no owner.
    fn nobody(&mut self) {
        if self.activatable {
            self.tell_report(Report::works("notifications", words::DAEMON_ON_DEMAND, ""));
            self.set_up(true);
        } else {
            self.tell_report(Report::not_here("notifications", words::NO_DAEMON, words::NO_DAEMON_ADVICE));
            self.set_up(false);
        }
    }

    /// The name went from one owner to another; an empty name is nobody.
    fn changed(&mut self, link: &mut Link, old: &str, new: String) {
        if self.owner.as_deref() == Some(new.as_str()) {
            return;
        }
        if !old.is_empty() {
            link.forget(&[Ask::Notify, Ask::Ping, Ask::Server, Ask::Capabilities]);
            if self.void() {
                self.set_up(false);
            }
        }
        self.owner = (!new.is_empty()).then_some(new);
        match &self.owner {
            Some(_) => self.ask_abilities(link),
            None => self.nobody(),
        }
    }

    /// All ids are void. Returns whether something of ours was on screen or on its way.
    fn void(&mut self) -> bool {
        self.server = Server::default();
        let had = self.shown.take().is_some() | self.sent.take().is_some() | self.line.take().is_some();
        self.grace = None;
        if had {
            self.remembered.clear();
        }
        had
    }

    /// It could not be shown.
    fn fail(&mut self, why: &str) {
        self.wanted = None;
        self.sent = None;
        self.shown = None;
        let gone = self.owner.is_none() && !self.activatable;
        if gone {
            self.tell_report(Report::not_here("notifications", words::NO_DAEMON, words::NO_DAEMON_ADVICE));
        } else {
            let means = self.server.means.clone();
            self.tell_report(Report::failed("notifications", means, why, words::DAEMON_SILENT_ADVICE));
        }
        // Told again even if it was down: this notice was not delivered either.
        self.up = None;
        self.set_up(false);
    }

    fn works(&mut self) {
        let buttons = self.server.abilities.as_ref().is_some_and(|abilities| abilities.actions);
        let says = if buttons { words::DAEMON_BUTTONS } else { words::DAEMON_NO_BUTTONS };
        self.tell_report(Report::works("notifications", self.server.means.clone(), says));
        self.set_up(true);
    }

    fn set_up(&mut self, up: bool) {
        if self.up.replace(up) != Some(up) {
            (self.tell)(Answer::Notifications { up });
        }
    }

    fn tell_report(&mut self, report: Report) {
        if self.report.as_ref() != Some(&report) {
            self.report = Some(report.clone());
            (self.tell)(Answer::Part(report));
        }
    }
}
