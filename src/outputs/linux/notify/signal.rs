//! What a signal of the notification service says. Owns that form; never what follows (`screen`).

use crate::engine::event::Dismissal;
use crate::outputs::linux::bus::link::NOTIFICATIONS;
use zbus::Message;

/// The reason for a close in the specification; all others are somebody's doing.
const EXPIRED: u32 = 1;

/// What a signal says of a notification.
#[derive(Debug)]
pub(super) enum DaemonSignal {
    /// An action was chosen, by its key.
    Chosen(String),
    /// It went away.
    Closed(Dismissal),
}

impl DaemonSignal {
    /// The word in this signal and the id it is about, if it is one.
    pub(super) fn of(message: &Message) -> Option<(u32, Self)> {
        let header = message.header();
        if header.interface()?.as_str() != NOTIFICATIONS {
            return None;
        }
        let body = message.body();
        match header.member()?.as_str() {
            "ActionInvoked" => body.deserialize().ok().map(|(id, key)| (id, DaemonSignal::Chosen(key))),
            "NotificationClosed" => {
                let (id, reason): (u32, u32) = body.deserialize().ok()?;
                Some((id, DaemonSignal::Closed(if reason == EXPIRED { Dismissal::Expired } else { Dismissal::Closed })))
            }
            _ => None,
        }
    }
}
