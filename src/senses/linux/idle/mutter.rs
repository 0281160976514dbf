//! Idle by GNOME: the idle monitor of Mutter on the session bus. Owns its watches and makes them anew for a new
//! threshold and a new owner of the name. The watch is silent while a program keeps the screen awake; the time
//! since the last input, asked for at each new threshold, is not.

use super::Idle;
use crate::parts::{Cause, Means, senses};
use crate::senses::input::InputReporter;
use crate::senses::linux::bus;
use crate::senses::linux::control::Orders;
use futures_lite::{StreamExt, future};
use std::cell::RefCell;
use std::time::Duration;
use zbus::{Connection, Message, MessageStream};

const NAME: &str = "org.gnome.Mutter.IdleMonitor";
const PATH: &str = "/org/gnome/Mutter/IdleMonitor/Core";

/// Uses the monitor whenever its name has an owner, and the display if it never had one. Ends with the connection.
pub(in crate::senses::linux) async fn follow(conn: &Connection, idle: &RefCell<Idle>, orders: &Orders) {
    let followed = bus::follow(conn, NAME, async |owned| {
        if !owned {
            idle.borrow_mut().bus_lost(Cause::MonitorLeft);
            return;
        }
        let line = idle.borrow_mut().by_gnome();
        if let Err(error) = listen(conn, line, orders).await {
            idle.borrow().report(senses::gnome_lost(error.into()));
        }
    });
    if let Err(error) = followed.await {
        idle.borrow_mut().bus_lost(error.into());
    }
}

async fn listen(conn: &Connection, line: InputReporter, orders: &Orders) -> zbus::Result<()> {
    let mut fired = bus::signals(conn, Some(NAME), NAME, "WatchFired", None).await?;
    let mut watches = Watches::new(conn, line);
    watches.set(orders.threshold()).await?;
    watches.line.report(senses::idle_works(Means::GnomeMonitor));
    let bell = orders.watch.listen()?;
    loop {
        let rang = async {
            bell.readable().await?;
            orders.watch.clear();
            Ok(None)
        };
        match future::or(rang, next(&mut fired)).await? {
            None => watches.set(orders.threshold()).await?,
            Some(signal) => watches.heard(signal.body().deserialize()?).await?,
        }
    }
}

async fn next(fired: &mut MessageStream) -> zbus::Result<Option<Message>> {
    match fired.next().await {
        Some(message) => message.map(Some),
        None => future::pending().await,
    }
}

/// The watches of the monitor: a standing one for the threshold, and one for the return, which rings once.
struct Watches<'a> {
    conn: &'a Connection,
    line: InputReporter,
    gone: Option<u32>,
    back: Option<u32>,
}

impl<'a> Watches<'a> {
    fn new(conn: &'a Connection, line: InputReporter) -> Self {
        Self { conn, line, gone: None, back: None }
    }

    async fn set(&mut self, threshold: Duration) -> zbus::Result<()> {
        if let Some(old) = self.gone.take() {
            self.call("RemoveWatch", &old).await?;
        }
        self.line.watch(threshold);
        let millis = u64::try_from(threshold.as_millis()).unwrap_or(u64::MAX);
        let watch = self.call("AddIdleWatch", &millis).await?;
        self.gone = Some(watch.body().deserialize()?);
        let ago = self.quiet_for().await?;
        self.quiet(ago).await
    }

    async fn heard(&mut self, watch: u32) -> zbus::Result<()> {
        if self.back == Some(watch) {
            self.back = None;
            self.line.input();
        } else if self.gone == Some(watch) {
            let ago = self.quiet_for().await?;
            // The person may be back by now: it was quiet for the threshold all the same, and the return is said after
            // it.
            self.quiet(ago.max(self.line.threshold())).await?;
        }
        Ok(())
    }

    /// Says how long it has been quiet and, after an absence, listens for the return - which may have been before
    /// the listening began.
    async fn quiet(&mut self, ago: Duration) -> zbus::Result<()> {
        self.line.quiet(ago);
        if !self.line.away() || self.back.is_some() {
            return Ok(());
        }
        let watch = self.call("AddUserActiveWatch", &()).await?;
        self.back = Some(watch.body().deserialize()?);
        if self.quiet_for().await? < ago {
            self.line.input();
        }
        Ok(())
    }

    async fn quiet_for(&self) -> zbus::Result<Duration> {
        let reply = self.call("GetIdletime", &()).await?;
        Ok(Duration::from_millis(reply.body().deserialize()?))
    }

    async fn call<B>(&self, method: &str, with: &B) -> zbus::Result<Message>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        self.conn.call_method(Some(NAME), PATH, Some(NAME), method, with).await
    }
}
