//! The list of one lister, followed on its bus: anew for a new owner of its name, read again after each change. Never weighs
//! what is listed.

use super::merged::Inhibitors;
use super::policy::Held;
use crate::parts::Lister;
use crate::senses::linux::{bus, retry};
use futures_lite::Stream;
use std::cell::RefCell;
use zbus::{Connection, Message};

/// Follows the owner of the lister's name: `serve` is run for each with the owner's own name. Ends with the connection.
pub(super) async fn follow(
    conn: &Connection,
    lister: Lister,
    name: &str,
    all: &RefCell<Inhibitors<'_>>,
    serve: impl AsyncFn(&str) -> zbus::Result<()>,
) {
    let followed = bus::follow(conn, name, async |_| {
        let heard = match bus::owner(conn, name).await {
            Ok(Some(owner)) => serve(&owner).await,
            Ok(None) => {
                all.borrow_mut().missing(lister);
                return;
            }
            Err(error) => Err(error),
        };
        if let Err(error) = heard {
            all.borrow_mut().failed(lister, error.into());
        }
    });
    if let Err(error) = followed.await {
        all.borrow_mut().failed(lister, error.into());
    }
}

/// Reads the list now and after all news.
pub(super) async fn keep(
    news: impl Stream<Item = zbus::Result<Message>> + Unpin,
    lister: Lister,
    all: &RefCell<Inhibitors<'_>>,
    mut list: impl AsyncFnMut() -> zbus::Result<Vec<Held>>,
) {
    retry::on_change(news, async || match list().await {
        Ok(held) => {
            all.borrow_mut().here(lister, held);
            true
        }
        Err(error) => {
            all.borrow_mut().failed(lister, error.into());
            false
        }
    })
    .await;
}
