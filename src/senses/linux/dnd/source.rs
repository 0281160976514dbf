//! Where each notification daemon keeps its do-not-disturb. Owns the table of them: how it is read and which signals
//! tell of a change; never asks by a name that could start a program.

use super::gsettings::{self, Setting};
use super::{Daemon, NAME, PATH};
use crate::parts::Cause;
use crate::senses::linux::Surroundings;
use crate::senses::linux::bus;
use futures_lite::{Stream, StreamExt};
use std::pin::Pin;
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, Message};

const DUNST: &str = "org.dunstproject.cmd0";
const SWAYNC: &str = "org.erikreider.swaync.cc";
const SWAYNC_PATH: &str = "/org/erikreider/swaync/cc";
const XFCONF: &str = "org.xfce.Xfconf";
const XFCONF_PATH: &str = "/org/xfce/Xfconf";
const XFCE: (&str, &str) = ("xfce4-notifyd", "/do-not-disturb");
const MAKO: &str = "fr.emersion.Mako";
const MAKO_PATH: &str = "/fr/emersion/Mako";
/// The modes of mako that are do-not-disturb.
// By its manual and its users' settings: a mode is only a name that a person gives.
const MAKO_MODES: [&str; 2] = ["do-not-disturb", "dnd"];

/// News of a source.
pub(super) type News = Pin<Box<dyn Stream<Item = zbus::Result<Message>>>>;

/// A daemon's way of keeping do-not-disturb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DaemonSource {
    /// dunst's property `paused`.
    Dunst,
    /// SwayNotificationCenter's method `GetDnd`.
    Swaync,
    /// Xfce's daemon, by a property of Xfconf.
    Xfce,
    /// KDE's property `Inhibited`, which is also on while the screen is shared.
    Kde,
    /// mako's modes; before 1.8 they could only be asked for again and again.
    Mako,
    /// GNOME and its kin, by a key of GSettings.
    Setting(Setting),
}

impl DaemonSource {
    /// That of a daemon, by its own name.
    pub(super) fn of(daemon: &Daemon) -> Option<Self> {
        let (name, vendor) = (daemon.name.to_lowercase(), daemon.vendor.to_lowercase());
        match name.as_str() {
            "dunst" => Some(Self::Dunst),
            "swaync" | "swaynotificationcenter" | "sway notification center" => Some(Self::Swaync),
            "xfce notify daemon" | "xfce4-notifyd" => Some(Self::Xfce),
            "plasma" => Some(Self::Kde),
            "mako" => Some(Self::Mako),
            _ => Setting::of(&name, &vendor).map(Self::Setting),
        }
    }

    /// The signals of a change.
    pub(super) async fn news(self, conn: &Connection, owner: &str) -> zbus::Result<News> {
        Ok(match self {
            Self::Dunst => Box::pin(bus::properties(conn, owner, DUNST).await?),
            Self::Kde => Box::pin(bus::properties(conn, owner, NAME).await?),
            Self::Mako => Box::pin(bus::properties(conn, owner, MAKO).await?),
            Self::Swaync => {
                // Newer versions say it by the second signal.
                let old = bus::signals(conn, None, SWAYNC, "Subscribe", None).await?;
                let new = bus::signals(conn, None, SWAYNC, "SubscribeV2", None).await?;
                Box::pin(old.or(new).or(bus::owners(conn, SWAYNC).await?))
            }
            Self::Xfce => {
                let changed = bus::signals(conn, None, XFCONF, "PropertyChanged", Some(XFCE.0)).await?;
                let removed = bus::signals(conn, None, XFCONF, "PropertyRemoved", Some(XFCE.0)).await?;
                // Xfce's settings are started on demand: they may come later than the notification daemon.
                let news = changed.or(removed).filter(|message| message.as_ref().map_or(true, is_xfces));
                Box::pin(news.or(bus::owners(conn, XFCONF).await?))
            }
            Self::Setting(setting) => {
                let written = bus::signals(conn, None, gsettings::WRITER, "Notify", None).await?;
                Box::pin(written.filter(move |message| message.as_ref().map_or(true, |m| setting.is_in(m))))
            }
        })
    }

    /// Whether it is on; `None` if this version cannot tell.
    pub(super) async fn read(
        self,
        conn: &Connection,
        owner: &str,
        around: &Surroundings,
    ) -> Result<Option<bool>, Cause> {
        match self {
            Self::Dunst => Ok(Some(bus::property(conn, owner, PATH, DUNST, "paused").await?)),
            Self::Kde => Ok(Some(bus::property(conn, owner, PATH, NAME, "Inhibited").await?)),
            Self::Mako => Ok(mako(conn, owner).await?),
            Self::Swaync => {
                let owner = there(conn, SWAYNC).await?;
                let reply = conn.call_method(Some(owner), SWAYNC_PATH, Some(SWAYNC), "GetDnd", &()).await?;
                Ok(Some(reply.body().deserialize()?))
            }
            Self::Xfce => {
                let owner = there(conn, XFCONF).await?;
                match conn.call_method(Some(owner), XFCONF_PATH, Some(XFCONF), "GetProperty", &XFCE).await {
                    Ok(reply) => {
                        let value: OwnedValue = reply.body().deserialize()?;
                        Ok(Some(bool::try_from(value)?))
                    }
                    // Never switched yet.
                    Err(zbus::Error::MethodError(error, ..)) if error.ends_with(".PropertyNotFound") => Ok(Some(false)),
                    Err(error) => Err(error.into()),
                }
            }
            Self::Setting(setting) => setting.read(around).await.map(Some),
        }
    }
}

async fn there(conn: &Connection, name: &str) -> Result<String, Cause> {
    bus::owner(conn, name).await?.ok_or_else(|| Cause::NameLeft(name.into()))
}

fn is_xfces(change: &Message) -> bool {
    let body = change.body();
    match body.deserialize::<(String, String, Value<'_>)>() {
        Ok((_, property, _)) => property == XFCE.1,
        // `PropertyRemoved` has no value.
        Err(_) => body.deserialize::<(String, String)>().map_or(true, |(_, property)| property == XFCE.1),
    }
}

async fn mako(conn: &Connection, owner: &str) -> zbus::Result<Option<bool>> {
    let modes = bus::property::<OwnedValue>(conn, owner, MAKO_PATH, MAKO, "Modes").await;
    match modes {
        Ok(modes) => {
            let modes = Vec::<String>::try_from(modes)?;
            Ok(Some(modes.iter().any(|mode| MAKO_MODES.contains(&mode.as_str()))))
        }
        Err(zbus::Error::MethodError(..)) => Ok(None),
        Err(error) => Err(error),
    }
}
