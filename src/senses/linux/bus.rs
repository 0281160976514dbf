//! One connection a bus for all senses. Owns its loss and the forms of asking; never activates a service, and has no thread
//! of its own: whoever waits here drives the connection.

use crate::parts::Cause;
pub(super) use crate::system::bus::{ANSWER, connect, drive, open};
use crate::system::bus::{QUEUE, Unreachable};
use async_io::Timer;
use futures_lite::{StreamExt, future};
use std::time::Duration;
use zbus::message::Type;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, MatchRule, MessageStream};

/// The pauses before trying again what was lost: four times in a run of the app, then it is given up.
// A service that is restarted is back within seconds, a desktop that is replaced within minutes; to go on after that
// would be polling.
pub(super) const PAUSES: [Duration; 4] =
    [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(30), Duration::from_mins(2)];

const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// Why there is no bus.
#[derive(Debug)]
pub(super) enum NoBus {
    /// There is none.
    NotHere(Cause),
    /// There is one that does not work, or it went away.
    Failed(Cause),
}

impl NoBus {
    /// Why.
    pub(super) fn why(&self) -> Cause {
        match self {
            Self::NotHere(why) | Self::Failed(why) => why.clone(),
        }
    }
}

impl From<Unreachable> for NoBus {
    fn from(why: Unreachable) -> Self {
        match why {
            Unreachable::NoSocketNamed(address) => Self::NotHere(Cause::NoSocketNamed(address)),
            Unreachable::NobodyListens => Self::NotHere(Cause::NobodyListens),
            Unreachable::Failed(why) => Self::Failed(Cause::Foreign(why)),
        }
    }
}

/// Keeps a connection to the bus at this address and lets `serve` use it. Without the bus, `lost` hears why;
/// a bus that was there is tried again a few times. Ends when it is given up.
pub(super) async fn keep(address: &str, serve: impl AsyncFn(&Connection), lost: impl Fn(&NoBus)) {
    let mut pauses = PAUSES.iter();
    loop {
        let (why, was_there) = match connect(address).await {
            Ok(conn) => {
                let used = async {
                    serve(&conn).await;
                    future::pending::<()>().await;
                };
                future::or(drive(&conn), future::or(conn.closed(), used)).await;
                (NoBus::Failed(Cause::BusClosed), true)
            }
            Err(why) => (why.into(), pauses.len() < PAUSES.len()),
        };
        lost(&why);
        // A console or a container has no bus and gets none; only one that was there comes back.
        if !was_there && matches!(why, NoBus::NotHere(_)) {
            return;
        }
        let Some(pause) = pauses.next() else { return };
        Timer::after(*pause).await;
    }
}

/// The signals of one member, by any sender unless one is named.
pub(super) async fn signals(
    conn: &Connection,
    sender: Option<&str>,
    interface: &str,
    member: &str,
    first: Option<&str>,
) -> zbus::Result<MessageStream> {
    let mut rule = MatchRule::builder().msg_type(Type::Signal).interface(interface)?.member(member)?;
    if let Some(sender) = sender {
        rule = rule.sender(sender)?;
    }
    if let Some(first) = first {
        rule = rule.arg(0, first)?;
    }
    MessageStream::for_match_rule(rule.build(), conn, Some(QUEUE)).await
}

/// The comings and goings of a name's owner.
pub(super) async fn owners(conn: &Connection, name: &str) -> zbus::Result<MessageStream> {
    let bus = "org.freedesktop.DBus";
    signals(conn, Some(bus), bus, "NameOwnerChanged", Some(name)).await
}

/// Whether somebody owns the name now. Starts nobody.
pub(super) async fn owned(conn: &Connection, name: &str) -> zbus::Result<bool> {
    let bus = "org.freedesktop.DBus";
    conn.call_method(Some(bus), "/org/freedesktop/DBus", Some(bus), "NameHasOwner", &name).await?.body().deserialize()
}

/// Who owns the name now. Starts nobody; asking the owner instead of the name starts nobody either, should it leave.
pub(super) async fn owner(conn: &Connection, name: &str) -> zbus::Result<Option<String>> {
    let bus = "org.freedesktop.DBus";
    match conn.call_method(Some(bus), "/org/freedesktop/DBus", Some(bus), "GetNameOwner", &name).await {
        Ok(reply) => Ok(Some(reply.body().deserialize()?)),
        Err(zbus::Error::MethodError(error, ..)) if error.ends_with(".NameHasNoOwner") => Ok(None),
        Err(error) => Err(error),
    }
}

/// The value of a property.
pub(super) async fn property<T>(
    conn: &Connection,
    owner: &str,
    path: &str,
    interface: &str,
    name: &str,
) -> zbus::Result<T>
where
    T: TryFrom<OwnedValue>,
    T::Error: Into<zbus::Error>,
{
    let reply = conn.call_method(Some(owner), path, Some(PROPERTIES), "Get", &(interface, name)).await?;
    let value: OwnedValue = reply.body().deserialize()?;
    T::try_from(value).map_err(Into::into)
}

/// Changes of properties of this interface.
pub(super) async fn properties(conn: &Connection, owner: &str, interface: &str) -> zbus::Result<MessageStream> {
    signals(conn, Some(owner), PROPERTIES, "PropertiesChanged", Some(interface)).await
}

/// Runs `serve` with whether the name has an owner, and anew whenever that changes; what it was doing is dropped.
/// Ends with the connection.
pub(super) async fn follow(conn: &Connection, name: &str, mut serve: impl AsyncFnMut(bool)) -> zbus::Result<()> {
    // Heard before it is asked: an owner who comes in between is not missed.
    let mut changes = owners(conn, name).await?;
    loop {
        let owned = owned(conn, name).await?;
        let served = async {
            serve(owned).await;
            future::pending().await
        };
        if !matches!(future::or(changes.next(), served).await, Some(Ok(_))) {
            return Ok(());
        }
    }
}
