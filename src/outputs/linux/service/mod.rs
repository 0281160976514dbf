//! The app as a service on the session bus, for keys, extensions and scripts: its name, what it can be asked, what it tells.
//! Owns the forms on the bus and who waits for an answer; every request goes to the shell and is decided there.
//!
//! It shares the connection and the thread of the outputs, so that it costs nothing while nobody asks.

mod line;

pub(super) use line::ServiceLine;

use super::bus::link::{Ask, Link, Reply};
use super::order::Order;
use crate::outputs::reporter::Reporter;
use crate::outputs::{Answer, BusCall, BusError, BusFact, BusNews, BusReply, Tell};
use crate::parts::outputs::{Advice, Says};
use crate::parts::{PartId, Report};
use std::collections::BTreeMap;
use zbus::Message;
use zbus::message::Flags;
use zbus::zvariant::Value;

/// Its name on the bus, and that of its one interface.
pub(super) const NAME: &str = "org.unhunch.Unhunch1";
const PATH: &str = "/org/unhunch/Unhunch1";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
/// So many may wait for an answer at a time.
// The loop answers within milliseconds: more come from a program that asks without an end.
const MOST: usize = 32;
/// The longest text that comes with a request, in bytes.
const LONGEST: usize = 200;

/// What can be asked and what is told, in the form that every D-Bus program reads.
const INTERFACE: &str = include_str!("interface.xml");

/// The service as it stands.
pub(super) struct Service {
    reporter: Reporter,
    /// The app is the one that a person's programs are to meet.
    wanted: bool,
    /// The name is ours.
    owned: bool,
    /// Whose answers are still to come, by number.
    asked: BTreeMap<u64, Message>,
    next: u64,
    state: String,
}

impl Service {
    pub(super) fn new(tell: Tell) -> Self {
        let (wanted, owned, next) = (false, false, 0);
        Self { reporter: Reporter::new(tell), wanted, owned, asked: BTreeMap::new(), next, state: String::new() }
    }

    /// A bus is there: asks for the name, and waits in line for it.
    pub(super) fn begin(&mut self, link: &mut Link) {
        if self.wanted {
            link.ask_bus(Ask::Name, "RequestName", &(NAME, 0_u32));
        }
    }

    /// Takes an order of its own where there is no bus, or gives it back.
    pub(super) fn without_bus(&mut self, order: Order) -> Option<Order> {
        match order {
            Order::Serve => self.wanted = true,
            Order::State(state) => self.state = state,
            // Nobody is there to be told, or waits any more.
            Order::News(_) | Order::Reply(..) => {}
            Order::Show(_) | Order::Withdraw | Order::Finish(_) | Order::Plain(_) | Order::Drawn(_) => {
                return Some(order);
            }
        }
        None
    }

    /// The app is to be found by its name from now on.
    pub(super) fn serve(&mut self, link: &mut Link) {
        self.wanted = true;
        self.begin(link);
    }

    /// The bus is gone, and everybody with it.
    pub(super) fn lost(&mut self) {
        self.owned = false;
        self.asked.clear();
        if self.wanted {
            self.reporter.report(Report::not_here(PartId::Bus, Says::NoBus, Advice::NoBus));
        }
    }

    /// What the bus says to our asking for the name.
    pub(super) fn reply(&mut self, reply: &Reply) {
        // RequestName answers 1 where the name is ours now, 2 where we wait for it, 4 where it was ours already.
        let said = match reply {
            Reply::Here(message) | Reply::Late(message) => message.body().deserialize::<u32>().ok(),
            Reply::Error(_) | Reply::Silence => None,
        };
        self.stands(matches!(said, Some(1 | 4)));
    }

    /// The bus tells us alone when the name becomes ours, or is taken.
    pub(super) fn signal(&mut self, message: &Message) {
        let header = message.header();
        if header.sender().is_none_or(|sender| sender.as_str() != "org.freedesktop.DBus") {
            return;
        }
        let ours = match header.member().map(zbus::names::MemberName::as_str) {
            Some("NameAcquired") => true,
            Some("NameLost") => false,
            _ => return,
        };
        if message.body().deserialize::<String>().is_ok_and(|name| name == NAME) {
            self.stands(ours);
        }
    }

    fn stands(&mut self, owned: bool) {
        self.owned = owned;
        self.reporter.report(if owned {
            Report::works(PartId::Bus, NAME, Says::NameOwned)
        } else {
            Report::failed(PartId::Bus, NAME, Says::NameTaken, Advice::NameTaken)
        });
    }

    /// Another program asks something.
    pub(super) fn call(&mut self, link: &mut Link, message: &Message) {
        let header = message.header();
        let interface = header.interface().map(|name| name.as_str().to_owned());
        let member = header.member().map(|name| name.as_str().to_owned()).unwrap_or_default();
        let path = header.path().map(|path| path.as_str().to_owned()).unwrap_or_default();
        match (interface.as_deref(), member.as_str()) {
            (Some("org.freedesktop.DBus.Peer"), "Ping") => send(link, message, &()),
            (Some("org.freedesktop.DBus.Introspectable"), "Introspect") => match introspected(&path) {
                Some(xml) => send(link, message, &(xml,)),
                None => refuse(link, message, "org.freedesktop.DBus.Error.UnknownObject", &path),
            },
            _ if path != PATH => refuse(link, message, "org.freedesktop.DBus.Error.UnknownObject", &path),
            (Some(PROPERTIES), member) => self.property(link, message, member),
            (None | Some(NAME), member) => self.ask(link, message, member),
            (Some(_), member) => refuse(link, message, "org.freedesktop.DBus.Error.UnknownMethod", member),
        }
    }

    /// A request for the shell, which answers it later.
    fn ask(&mut self, link: &mut Link, message: &Message, member: &str) {
        let body = message.body();
        let text = || body.deserialize::<String>().ok().filter(|text| text.len() <= LONGEST);
        let alone = |call: BusCall| body.signature().to_string().is_empty().then_some(call);
        let call = match member {
            "Status" => alone(BusCall::Status),
            "Start" => alone(BusCall::Start),
            "Done" => alone(BusCall::Done),
            "Skip" => alone(BusCall::Skip),
            "Snooze" => alone(BusCall::Snooze),
            "Resume" => alone(BusCall::Resume),
            "Pause" => text().map(BusCall::Pause),
            "Open" => text().map(BusCall::Open),
            _ => return refuse(link, message, "org.freedesktop.DBus.Error.UnknownMethod", member),
        };
        let Some(call) = call else { return refuse(link, message, "org.freedesktop.DBus.Error.InvalidArgs", member) };
        if self.asked.len() >= MOST {
            return refuse(link, message, "org.freedesktop.DBus.Error.LimitsExceeded", member);
        }
        self.next += 1;
        self.asked.insert(self.next, message.clone());
        self.reporter.say(Answer::Asked(self.next, call));
    }

    fn property(&self, link: &mut Link, message: &Message, member: &str) {
        let body = message.body();
        let (ours, name) = match member {
            "Get" => match body.deserialize::<(String, String)>() {
                Ok((interface, name)) => (interface == NAME, Some(name)),
                Err(_) => return refuse(link, message, "org.freedesktop.DBus.Error.InvalidArgs", member),
            },
            "GetAll" => (body.deserialize::<String>().is_ok_and(|interface| interface == NAME), None),
            "Set" => return refuse(link, message, "org.freedesktop.DBus.Error.PropertyReadOnly", member),
            _ => return refuse(link, message, "org.freedesktop.DBus.Error.UnknownMethod", member),
        };
        if !ours {
            return refuse(link, message, "org.freedesktop.DBus.Error.UnknownInterface", member);
        }
        let all = [("State", self.state.as_str()), ("Version", env!("CARGO_PKG_VERSION"))];
        match name {
            None => {
                let all: BTreeMap<&str, Value<'_>> = all.into_iter().map(|(name, is)| (name, is.into())).collect();
                send(link, message, &(all,));
            }
            Some(name) => match all.into_iter().find(|(known, _)| *known == name) {
                Some((_, is)) => send(link, message, &(Value::from(is),)),
                None => refuse(link, message, "org.freedesktop.DBus.Error.UnknownProperty", &name),
            },
        }
    }

    /// The shell's answer to a request.
    pub(super) fn answer(&mut self, link: &mut Link, number: u64, reply: &BusReply) {
        // Lost with its bus: whoever asked has been told by that.
        let Some(message) = self.asked.remove(&number) else { return };
        match reply {
            Ok(Some(text)) => send(link, &message, &(text,)),
            Ok(None) => send(link, &message, &()),
            Err((why, sentence)) => {
                let name = match why {
                    BusError::Refused => "org.unhunch.Unhunch1.Error.Refused",
                    BusError::NotRecorded => "org.unhunch.Unhunch1.Error.NotRecorded",
                    BusError::Wrong => "org.freedesktop.DBus.Error.InvalidArgs",
                };
                refuse(link, &message, name, sentence);
            }
        }
    }

    /// Something happened: whoever listens is told.
    pub(super) fn news(&self, link: &mut Link, news: &BusNews) {
        if self.owned {
            let facts: BTreeMap<&str, Value<'_>> = news.facts.iter().map(|(name, fact)| (*name, value(fact))).collect();
            link.send(signal(NAME, "Changed", &(news.event, facts)));
        }
    }

    /// The tray's state is this from now on.
    pub(super) fn state(&mut self, link: &mut Link, state: String) {
        if self.state != state {
            self.state = state;
            if self.owned {
                let changed = BTreeMap::from([("State", Value::from(self.state.as_str()))]);
                link.send(signal(PROPERTIES, "PropertiesChanged", &(NAME, changed, Vec::<&str>::new())));
            }
        }
    }
}

fn value(fact: &BusFact) -> Value<'_> {
    match fact {
        BusFact::Text(text) => text.as_str().into(),
        BusFact::Number(number) => (*number).into(),
        BusFact::Words(words) => words.clone().into(),
    }
}

/// What is said of an object: our own, or one on the way there.
fn introspected(path: &str) -> Option<String> {
    if path == PATH {
        return Some(INTERFACE.to_owned());
    }
    let below = if path == "/" { Some(&PATH[1..]) } else { PATH.strip_prefix(path)?.strip_prefix('/') };
    below.map(|below| format!("<node><node name=\"{}\"/></node>", below.split('/').next().unwrap_or_default()))
}

fn signal<B: serde::Serialize + zbus::zvariant::DynamicType>(
    interface: &str,
    member: &str,
    body: &B,
) -> zbus::Result<Message> {
    Message::signal(PATH, interface, member)?.build(body)
}

/// Answers, where an answer is wanted.
fn send<B: serde::Serialize + zbus::zvariant::DynamicType>(link: &mut Link, to: &Message, body: &B) {
    if wants_answer(to) {
        link.send(Message::method_return(&to.header()).and_then(|reply| reply.build(body)));
    }
}

fn refuse(link: &mut Link, to: &Message, name: &str, why: &str) {
    if wants_answer(to) {
        link.send(Message::error(&to.header(), name).and_then(|reply| reply.build(&(why,))));
    }
}

fn wants_answer(message: &Message) -> bool {
    !message.primary_header().flags().contains(Flags::NoReplyExpected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_object_is_told_step_by_step() {
        assert_eq!(introspected("/").as_deref(), Some("<node><node name=\"org\"/></node>"));
        assert_eq!(introspected("/org/unhunch").as_deref(), Some("<node><node name=\"Unhunch1\"/></node>"));
        assert!(introspected(PATH).is_some_and(|xml| xml.contains("name=\"Pause\"")));
        assert_eq!(introspected("/org/unh"), None);
        assert_eq!(introspected("/elsewhere"), None);
    }
}
