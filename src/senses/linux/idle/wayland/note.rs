//! The two protocols by which a compositor tells of idle time, as one. Owns what each is asked for and the end of a notification;
//! never what one means.

use crate::parts::{Means, Report, senses};
use std::time::Duration;
use wayland_client::protocol::wl_seat::WlSeat;
use wayland_client::{Dispatch, Proxy, QueueHandle};
use wayland_protocols::ext::idle_notify::v1::client::{
    ext_idle_notification_v1::ExtIdleNotificationV1, ext_idle_notifier_v1::ExtIdleNotifierV1,
};
use wayland_protocols_plasma::idle::client::{
    org_kde_kwin_idle::OrgKdeKwinIdle, org_kde_kwin_idle_timeout::OrgKdeKwinIdleTimeout,
};

/// Which protocol the compositor offers.
pub(super) enum NotifierKind {
    Ext(ExtIdleNotifierV1),
    Kde(OrgKdeKwinIdle),
}

impl NotifierKind {
    pub(super) fn report(&self) -> Report {
        let notify = |input_alone| Means::IdleNotify { input_alone };
        match self {
            Self::Ext(notifier) if notifier.version() >= 2 => senses::idle_works(notify(true)),
            Self::Ext(_) => senses::idle_works_unless_awake(notify(false)),
            Self::Kde(_) => senses::idle_works_unless_awake(Means::KwinIdle),
        }
    }

    pub(super) fn note<S>(&self, after: Duration, seat: &WlSeat, queue: &QueueHandle<S>, id: u64) -> Object
    where
        S: Dispatch<ExtIdleNotificationV1, u64> + Dispatch<OrgKdeKwinIdleTimeout, u64> + 'static,
    {
        let millis = u32::try_from(after.as_millis()).unwrap_or(u32::MAX);
        match self {
            // The notification of version 1 keeps silent while a program keeps the screen awake: in a film or a call
            // nobody would ever be idle.
            Self::Ext(all) if all.version() >= 2 => {
                Object::Ext(all.get_input_idle_notification(millis, seat, queue, id))
            }
            Self::Ext(all) => Object::Ext(all.get_idle_notification(millis, seat, queue, id)),
            Self::Kde(all) => Object::Kde(all.get_idle_timeout(seat, millis, queue, id)),
        }
    }
}

pub(super) enum Object {
    Ext(ExtIdleNotificationV1),
    Kde(OrgKdeKwinIdleTimeout),
}

/// One notification of the compositor; it goes with its value.
pub(super) struct Note {
    pub(super) id: u64,
    pub(super) after: Duration,
    /// It said that there is no input, and has not taken it back.
    pub(super) idled: bool,
    pub(super) object: Object,
}

impl Drop for Note {
    fn drop(&mut self) {
        match &self.object {
            Object::Ext(note) => note.destroy(),
            Object::Kde(note) => note.release(),
        }
    }
}
