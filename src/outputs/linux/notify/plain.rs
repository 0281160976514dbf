//! What expects no answer goes by notify-rust, on a thread that lives as long as the line is on screen. Owns that
//! thread; never hears an answer and never waits on the bus thread.

use super::Pictured;
use super::hints;
use super::message;
use super::offer;
use super::server::Server;
use crate::outputs::linux::order::Order;
use crate::outputs::offer::silent;
use crate::parts::APP;
use crate::system::sandbox;
use async_channel::WeakSender;
use notify_rust::{Hint, Notification, Timeout, Urgency};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// How long the sender of a line stays on the bus.
// Some desktops (GNOME) take a notification away with its sender, and none shows a transient line for longer.
const STAYS: Duration = Duration::from_mins(1);

/// A line on screen; dropping it takes the line away.
#[derive(Debug)]
pub(super) struct Plain {
    _open: mpsc::Sender<()>,
}

impl Plain {
    /// Shows the line and tells how that went as [`Order::Plain`].
    pub(super) fn show(shown: &Pictured, server: &Server, tell: WeakSender<Order>) -> std::io::Result<Self> {
        let notification = notification(shown, server);
        let (open, closed) = mpsc::channel();
        // notify-rust waits for the service without an end: one that was frozen held it until it thawed.
        std::thread::Builder::new().name("unhunch-line".into()).spawn(move || run(&notification, &closed, &tell))?;
        Ok(Self { _open: open })
    }
}

fn notification(shown: &Pictured, server: &Server) -> Notification {
    let notice = &shown.notice;
    let mut notification = Notification::new();
    notification
        .appname(APP)
        .summary(&notice.title)
        .body(&message::body(shown, server))
        .timeout(Timeout::from(message::expires(notice)))
        .hint(Hint::Urgency(if offer::urgency(notice, server.habits) == 0 { Urgency::Low } else { Urgency::Normal }))
        .hint(Hint::Transient(true))
        .hint(Hint::SuppressSound(silent(notice.kind)))
        .hint(Hint::Category(hints::category(notice.kind).to_owned()))
        .hint(Hint::DesktopEntry(sandbox::entry().to_owned()));
    notification
}

fn run(notification: &Notification, closed: &mpsc::Receiver<()>, tell: &WeakSender<Order>) {
    let shown = notification.show();
    if let Some(tell) = tell.upgrade() {
        // Nobody listens any more: the process ends.
        let _ = tell.try_send(Order::Plain(shown.as_ref().map(|_| ()).map_err(ToString::to_string)));
    }
    if let Ok(handle) = shown {
        match closed.recv_timeout(STAYS) {
            Ok(()) | Err(RecvTimeoutError::Disconnected) => handle.close(),
            Err(RecvTimeoutError::Timeout) => drop(handle),
        }
    }
}
