//! The form of org.kde.StatusNotifierWatcher on the bus: what is asked of it, and what its answers and signals hold. Owns that
//! form; never decides what follows (`host`).

use crate::outputs::linux::bus::link::{self, Ask, Link, WATCHER};
use zbus::Message;
use zbus::names::MemberName;
use zbus::zvariant::OwnedValue;

/// Asks the bus who the watcher is.
pub(super) fn ask_owner(link: &mut Link) {
    link.ask_bus(Ask::HostOwner, "GetNameOwner", &(WATCHER,));
}

/// Asks which program this owner is, and whether a host is registered with it.
pub(super) fn ask(link: &mut Link, owner: &str) {
    link.ask_bus(Ask::HostProcess, "GetConnectionUnixProcessID", &(owner,));
    ask_registered(link);
}

/// Asks whether a host is registered.
pub(super) fn ask_registered(link: &mut Link) {
    let body = (WATCHER, "IsStatusNotifierHostRegistered");
    let get = link::call(WATCHER, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties", "Get", &body);
    link.forget(&[Ask::HostRegistered]);
    link.ask(Ask::HostRegistered, get);
}

/// Whether one is, by its answer. A watcher that says something else is a watcher all the same.
pub(super) fn is_registered(answer: &Message) -> bool {
    let registered = answer.body().deserialize::<OwnedValue>().ok().and_then(|value| value.try_into().ok());
    registered.unwrap_or(true)
}

/// Whether a signal tells of a host that came or went.
pub(super) fn tells_of_hosts(signal: &Message) -> bool {
    let header = signal.header();
    header.interface().is_some_and(|interface| interface.as_str() == WATCHER)
        && matches!(
            header.member().map(MemberName::as_str),
            Some("StatusNotifierHostRegistered" | "StatusNotifierHostUnregistered")
        )
}

/// Errors of a program that owns the name and has no watcher there.
pub(super) fn is_none(error: &str) -> bool {
    // kded6 outside of Plasma owns the name and has no object there (blueman#2334).
    ["UnknownObject", "UnknownInterface", "UnknownMethod", "ServiceUnknown", "NoReply"]
        .iter()
        .any(|name| error.strip_prefix("org.freedesktop.DBus.Error.") == Some(name))
}

/// The program behind the watcher's process; empty if the system does not say.
pub(super) fn program(answer: &Message) -> Option<String> {
    let process: u32 = answer.body().deserialize().ok()?;
    Some(std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned())
}
