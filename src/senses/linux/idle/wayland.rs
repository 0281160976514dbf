//! Idle by the compositor: `ext-idle-notify-v1`, or the older `org_kde_kwin_idle`. Owns the notification in force
//! and the one whose return is still to come. Neither protocol tells the time since the last input: it is the
//! threshold at the notice, and counted on from there.

mod note;

use super::end::DisplayEnd;
use crate::parts::senses;
use crate::senses::input::InputReporter;
use crate::senses::linux::control::{Bell, Orders, Woken, wait_for};
use crate::senses::linux::wayland::unless_blocked;
use note::{Note, NotifierKind};
use rustix::time::{ClockId, clock_gettime};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;
use wayland_client::globals::{GlobalList, GlobalListContents, registry_queue_init};
use wayland_client::protocol::{
    wl_registry::{self, WlRegistry},
    wl_seat::WlSeat,
};
use wayland_client::{Connection, Dispatch, EventQueue, QueueHandle, delegate_noop};
use wayland_protocols::ext::idle_notify::v1::client::{
    ext_idle_notification_v1::{self as ext, ExtIdleNotificationV1},
    ext_idle_notifier_v1::ExtIdleNotifierV1,
};
use wayland_protocols_plasma::idle::client::{
    org_kde_kwin_idle::OrgKdeKwinIdle,
    org_kde_kwin_idle_timeout::{self as kde, OrgKdeKwinIdleTimeout},
};

/// Waits on the compositor at this socket until told to stop or it is lost.
pub(super) fn wait(socket: &Path, line: InputReporter, orders: &Orders, stop: &Bell) -> DisplayEnd {
    match listen(socket, line, orders, stop) {
        Ok(end) | Err(end) => end,
    }
}

fn listen(socket: &Path, mut line: InputReporter, orders: &Orders, stop: &Bell) -> Result<DisplayEnd, DisplayEnd> {
    let conn = Connection::from_socket(UnixStream::connect(socket)?)?;
    let (globals, mut queue) = registry_queue_init::<Seen>(&conn)?;
    let Some((source, seat)) = offered(&globals, &queue.handle()) else {
        line.report(senses::no_idle_protocol());
        return Ok(DisplayEnd::CannotSay);
    };
    line.report(source.report());
    line.watch(orders.threshold());
    // Neither protocol tells of the time before: the beginning counts as input.
    line.input();
    let mut seen = Seen { source, seat, line, notes: Vec::new(), last_id: 0, last_input: Duration::ZERO };
    seen.renew(&queue.handle());
    loop {
        match turn(&conn, &mut queue, &mut seen, orders, stop)? {
            Woken::Stop => return Ok(DisplayEnd::Stopped),
            Woken::Display => {}
            Woken::Watch => seen.watch(orders.threshold(), &queue.handle()),
        }
    }
}

/// Handles what came, then waits for more.
fn turn(
    conn: &Connection,
    queue: &mut EventQueue<Seen>,
    seen: &mut Seen,
    orders: &Orders,
    stop: &Bell,
) -> Result<Woken, DisplayEnd> {
    queue.dispatch_pending(seen)?;
    unless_blocked(conn.flush())?;
    let Some(reading) = conn.prepare_read() else {
        return Ok(Woken::Display);
    };
    let woken = wait_for(reading.connection_fd(), &orders.watch, stop)?;
    if woken == Woken::Display {
        unless_blocked(reading.read())?;
    }
    Ok(woken)
}

fn offered(globals: &GlobalList, queue: &QueueHandle<Seen>) -> Option<(NotifierKind, WlSeat)> {
    let seat = globals.bind::<WlSeat, _, _>(queue, 1..=1, ()).ok()?;
    let ext = globals.bind::<ExtIdleNotifierV1, _, _>(queue, 1..=2, ());
    // sway 1.7 has only KDE's protocol, its later versions only the other (sway#7642).
    let source = match ext {
        Ok(notifier) => NotifierKind::Ext(notifier),
        Err(_) => NotifierKind::Kde(globals.bind(queue, 1..=1, ()).ok()?),
    };
    Some((source, seat))
}

/// What the compositor has said.
struct Seen {
    source: NotifierKind,
    seat: WlSeat,
    line: InputReporter,
    /// The last one is in force; those before it wait for the return.
    notes: Vec<Note>,
    last_id: u64,
    /// On the clock that counts sleep; of use only while `line.away()`.
    last_input: Duration,
}

impl Seen {
    fn watch(&mut self, threshold: Duration, queue: &QueueHandle<Self>) {
        self.line.watch(threshold);
        self.renew(queue);
        if self.line.away() {
            self.line.quiet(now().saturating_sub(self.last_input));
        }
    }

    /// Puts a notification for the threshold in force. It counts from now on, so in a known absence it is asked for
    /// what is left.
    fn renew(&mut self, queue: &QueueHandle<Self>) {
        // Only one that has told of an absence will tell of its end.
        self.notes.retain(|note| note.idled);
        let quiet = if self.line.away() { now().saturating_sub(self.last_input) } else { Duration::ZERO };
        let threshold = self.line.threshold();
        if quiet >= threshold && !self.notes.is_empty() {
            return;
        }
        let after = threshold.saturating_sub(quiet).max(Duration::from_millis(1));
        self.last_id += 1;
        self.notes.push(Note {
            id: self.last_id,
            after,
            idled: false,
            object: self.source.note(after, &self.seat, queue, self.last_id),
        });
    }

    fn idled(&mut self, id: u64) {
        let Some(note) = self.notes.iter_mut().find(|note| note.id == id) else {
            return;
        };
        note.idled = true;
        if !self.line.away() {
            self.last_input = now().saturating_sub(note.after);
        }
        let quiet = now().saturating_sub(self.last_input);
        self.line.quiet(quiet.max(self.line.threshold()));
    }

    fn resumed(&mut self, queue: &QueueHandle<Self>) {
        self.line.input();
        let threshold = self.line.threshold();
        for note in &mut self.notes {
            note.idled = false;
        }
        // One that was asked for what was left of an absence is too short for the next.
        let fits = self.notes.last().is_some_and(|note| note.after == threshold);
        if fits {
            self.notes.drain(..self.notes.len() - 1);
        } else {
            self.renew(queue);
        }
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for Seen {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        // A seat or protocol that comes later is not taken up: compositors offer theirs from the start.
    }
}

delegate_noop!(Seen: ignore WlSeat);
delegate_noop!(Seen: ignore ExtIdleNotifierV1);
delegate_noop!(Seen: ignore OrgKdeKwinIdle);

/// The clock that counts sleep.
fn now() -> Duration {
    let time = clock_gettime(ClockId::Boottime);
    Duration::try_from(time).unwrap_or_default()
}

impl Dispatch<ExtIdleNotificationV1, u64> for Seen {
    fn event(
        seen: &mut Self,
        _: &ExtIdleNotificationV1,
        event: ext::Event,
        id: &u64,
        _: &Connection,
        queue: &QueueHandle<Self>,
    ) {
        if matches!(event, ext::Event::Idled) {
            seen.idled(*id);
        } else if matches!(event, ext::Event::Resumed) {
            seen.resumed(queue);
        }
    }
}

impl Dispatch<OrgKdeKwinIdleTimeout, u64> for Seen {
    fn event(
        seen: &mut Self,
        _: &OrgKdeKwinIdleTimeout,
        event: kde::Event,
        id: &u64,
        _: &Connection,
        queue: &QueueHandle<Self>,
    ) {
        if matches!(event, kde::Event::Idle) {
            seen.idled(*id);
        } else if matches!(event, kde::Event::Resumed) {
            seen.resumed(queue);
        }
    }
}
