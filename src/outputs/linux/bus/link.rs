//! Calls without waiting. Owns what has been asked and until when an answer is expected; never what an answer means.

use async_io::Timer;
use futures_lite::future;
use std::future::Future;
use std::num::NonZeroU32;
use std::pin::Pin;
use std::sync::mpsc;
use std::task::Poll;
use std::time::Duration;
use zbus::message::Type;
use zbus::zvariant::DynamicType;
use zbus::{Connection, Message};

/// How long a program may take to answer.
// Real daemons need milliseconds; a frozen one would hold a call for ever.
const PATIENCE: Duration = Duration::from_secs(3);

/// The well-known name of the notification service.
pub(in crate::outputs::linux) const NOTIFICATIONS: &str = "org.freedesktop.Notifications";
/// The well-known name of the tray's watcher.
pub(in crate::outputs::linux) const WATCHER: &str = "org.kde.StatusNotifierWatcher";
/// The bus itself.
const DBUS: &str = "org.freedesktop.DBus";

/// Everything that is asked, so that a reply finds its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::outputs::linux) enum Ask {
    /// Which services the bus can start.
    Activatable,
    /// Who owns the notification service's name.
    DaemonOwner,
    /// What the notification service is.
    Server,
    /// What it can do.
    Capabilities,
    /// Whether it is awake.
    Ping,
    /// Show a notification.
    Notify,
    /// Who owns the tray watcher's name.
    HostOwner,
    /// Which process that is.
    HostProcess,
    /// Whether a tray host is registered.
    HostRegistered,
    /// The app's own name on the bus.
    Name,
}

/// What became of a call.
#[derive(Debug)]
pub(in crate::outputs::linux) enum Reply {
    /// An answer.
    Here(Message),
    /// An answer after `Silence` had been told.
    Late(Message),
    /// An error, by its D-Bus name.
    Error(String),
    /// No answer in time.
    Silence,
}

struct Call {
    serial: NonZeroU32,
    ask: Ask,
    /// None once it has run out: the reply still counts, as a late one.
    deadline: Option<Timer>,
}

/// The calls of one connection.
pub(in crate::outputs::linux) struct Link {
    /// The bus, by its guid: unique names mean something on this bus only.
    pub(in crate::outputs::linux) bus: String,
    out: Vec<Message>,
    calls: Vec<Call>,
    done: Vec<mpsc::Sender<()>>,
}

impl Link {
    pub(super) fn new(bus: String) -> Self {
        Self { bus, out: Vec::new(), calls: Vec::new(), done: Vec::new() }
    }

    /// Asks the bus for every signal that matters, before anything else is asked.
    pub(super) fn listen(&mut self) {
        // The bus finds the sender's name anew for each signal: the rules outlive a daemon that is restarted.
        for name in [NOTIFICATIONS, WATCHER] {
            self.rule(&format!("type='signal',sender='{name}',interface='{name}'"));
            self.rule(&format!(
                "type='signal',sender='{DBUS}',interface='{DBUS}',member='NameOwnerChanged',arg0='{name}'"
            ));
        }
    }

    fn rule(&mut self, rule: &str) {
        self.send(to_bus("AddMatch", &(rule,)));
    }

    /// Sends a call whose reply is of no interest.
    pub(in crate::outputs::linux) fn send(&mut self, message: zbus::Result<Message>) {
        // Built from constants and checked strings: a message that cannot be built would be a mistake in the tests.
        if let Ok(message) = message {
            self.out.push(message);
        }
    }

    /// Sends a call and expects its reply in time.
    pub(in crate::outputs::linux) fn ask(&mut self, ask: Ask, message: zbus::Result<Message>) {
        if let Ok(message) = message {
            let serial = message.primary_header().serial_num();
            self.calls.push(Call { serial, ask, deadline: Some(Timer::after(PATIENCE)) });
            self.out.push(message);
        }
    }

    /// Asks the bus itself.
    pub(in crate::outputs::linux) fn ask_bus<B: serde::Serialize + DynamicType>(
        &mut self,
        ask: Ask,
        member: &str,
        body: &B,
    ) {
        self.ask(ask, to_bus(member, body));
    }

    /// The replies to these are of no interest any more.
    pub(in crate::outputs::linux) fn forget(&mut self, asks: &[Ask]) {
        self.calls.retain(|call| !asks.contains(&call.ask));
    }

    /// Whether a reply to this can still come in time.
    pub(in crate::outputs::linux) fn awaits(&self, ask: Ask) -> bool {
        self.calls.iter().any(|call| call.ask == ask && call.deadline.is_some())
    }

    /// Says so when everything up to here is on its way.
    pub(super) fn when_sent(&mut self, done: mpsc::Sender<()>) {
        self.done.push(done);
    }

    pub(super) async fn flush(&mut self, connection: &Connection) -> zbus::Result<()> {
        for message in self.out.drain(..) {
            connection.send(&message).await?;
        }
        for done in self.done.drain(..) {
            // Nobody waits any more: nothing to do.
            let _ = done.send(());
        }
        Ok(())
    }

    /// Which call this message answers.
    pub(super) fn reply(&mut self, message: &Message) -> Option<(Ask, Reply)> {
        let header = message.header();
        let serial = header.reply_serial()?;
        let at = self.calls.iter().position(|call| call.serial == serial)?;
        let call = self.calls.swap_remove(at);
        let reply = match (message.message_type(), call.deadline) {
            (Type::Error, _) => Reply::Error(header.error_name().map(ToString::to_string).unwrap_or_default()),
            (Type::MethodReturn | Type::MethodCall | Type::Signal, Some(_)) => Reply::Here(message.clone()),
            (Type::MethodReturn | Type::MethodCall | Type::Signal, None) => Reply::Late(message.clone()),
        };
        Some((call.ask, reply))
    }

    /// Waits for the first call to run out of time; for ever, if none is out.
    pub(super) async fn overdue(&mut self) -> Ask {
        future::poll_fn(|context| {
            for call in &mut self.calls {
                let Some(deadline) = &mut call.deadline else { continue };
                if Pin::new(deadline).poll(context).is_ready() {
                    call.deadline = None;
                    return Poll::Ready(call.ask);
                }
            }
            Poll::Pending
        })
        .await
    }
}

/// A call to a service.
pub(in crate::outputs::linux) fn call<B: serde::Serialize + DynamicType>(
    service: &str,
    path: &str,
    interface: &str,
    member: &str,
    body: &B,
) -> zbus::Result<Message> {
    Message::method_call(path, member)?.destination(service)?.interface(interface)?.build(body)
}

fn to_bus<B: serde::Serialize + DynamicType>(member: &str, body: &B) -> zbus::Result<Message> {
    call(DBUS, "/org/freedesktop/DBus", DBUS, member, body)
}

/// The change of owner in this signal, if it is one of this name: (old, new), empty for nobody.
pub(in crate::outputs::linux) fn owner_change(message: &Message, name: &str) -> Option<(String, String)> {
    let header = message.header();
    // The bus is the only one whose word counts here.
    if header.sender().is_none_or(|sender| sender.as_str() != DBUS) || header.member()?.as_str() != "NameOwnerChanged" {
        return None;
    }
    let (changed, old, new): (String, String, String) = message.body().deserialize().ok()?;
    (changed == name).then_some((old, new))
}
