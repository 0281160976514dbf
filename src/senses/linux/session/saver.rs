//! The screen savers of the session bus: an active one is a locked screen. Asks each once when
//! it comes, listens from then on.

use super::lock::Lock;
use super::savers::{SAVERS, Saver};
use crate::senses::linux::bus;
use futures_lite::{Stream, StreamExt, future, stream};
use std::cell::RefCell;
use std::pin::Pin;
use zbus::{Connection, Message};

/// A signal of the saver with this index.
type News = (usize, zbus::Result<Message>);

/// Listens to all savers. Ends with the connection.
pub(in crate::senses::linux) async fn listen(conn: &Connection, lock: &RefCell<Lock>) {
    if let Err(error) = hear(conn, lock).await {
        let why = bus::NoBus::Failed(error.into());
        lock.borrow_mut().savers_lost(&why);
    }
}

async fn hear(conn: &Connection, lock: &RefCell<Lock>) -> zbus::Result<()> {
    let mut news: Pin<Box<dyn Stream<Item = News>>> = Box::pin(stream::pending());
    for (index, saver) in SAVERS.iter().enumerate() {
        let changed = bus::signals(conn, None, saver.name, "ActiveChanged", None).await?;
        let owners = bus::owners(conn, saver.name).await?;
        let both = changed.or(owners).map(move |message| (index, message));
        news = Box::pin(news.or(both));
    }
    for (index, saver) in SAVERS.iter().enumerate() {
        let active = now(conn, saver).await?;
        lock.borrow_mut().saver(index, active);
    }
    lock.borrow_mut().savers_asked();
    while let Some((index, message)) = news.next().await {
        let active = told(conn, &SAVERS[index], &message?).await?;
        lock.borrow_mut().saver(index, active);
    }
    future::pending().await
}

/// What a signal says: of the saver itself, or that its owner changed.
async fn told(conn: &Connection, saver: &Saver, message: &Message) -> zbus::Result<Option<bool>> {
    let changed = message.header().interface().is_some_and(|interface| interface.as_str() == saver.name);
    match message.body().deserialize() {
        Ok(active) if changed => Ok(Some(active)),
        Ok(_) | Err(_) => now(conn, saver).await,
    }
}

/// Whether it is active now; `None` if it is not on the bus. One that is and does not answer is not active.
async fn now(conn: &Connection, saver: &Saver) -> zbus::Result<Option<bool>> {
    if !bus::owned(conn, saver.name).await? {
        return Ok(None);
    }
    let name = saver.name;
    let reply = conn.call_method(Some(name), saver.path, Some(name), "GetActive", &()).await;
    Ok(Some(reply.is_ok_and(|reply| reply.body().deserialize().unwrap_or(false))))
}
