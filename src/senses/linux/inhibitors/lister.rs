//! Who lists inhibitors. Owns the listers and the way each is followed on its bus: anew for a new owner of its name,
//! read again after each change; never weighs what is listed.

use super::merged::Inhibitors;
use super::policy::Held;
use crate::senses::linux::{bus, retry};
use crate::text::desktop as text;
use futures_lite::Stream;
use std::cell::RefCell;
use zbus::{Connection, Message};

/// Inhibitors of one list that are looked at; a desktop has a handful.
pub(super) const MOST: usize = 64;

/// Who lists inhibitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lister {
    /// GNOME's kind of session manager.
    Session,
    /// KDE's power management.
    Kde,
    /// freedesktop.org's interface of power managers: whether there is any inhibitor, no more.
    Power,
    /// logind, for what is held without the desktop.
    Logind,
}

impl Lister {
    pub(super) const ALL: [Self; 4] = [Self::Session, Self::Kde, Self::Power, Self::Logind];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Session => text::SESSION_MANAGER,
            Self::Kde => text::KDE_POWER,
            Self::Power => text::POWER_MANAGER,
            Self::Logind => "logind",
        }
    }

    /// Whether it tells the reasons of the desktop's programs.
    pub(super) fn tells_reasons(self) -> bool {
        matches!(self, Self::Session | Self::Kde)
    }
}

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
            all.borrow_mut().failed(lister, &error.to_string());
        }
    });
    if let Err(error) = followed.await {
        all.borrow_mut().failed(lister, &error.to_string());
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
            all.borrow_mut().failed(lister, &error.to_string());
            false
        }
    })
    .await;
}
