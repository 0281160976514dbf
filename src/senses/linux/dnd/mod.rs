//! Do-not-disturb of the notification daemon that runs. Owns the choice of the source by the daemon's own name, and
//! what is said of it; never starts a daemon, and never switches anything.

mod gsettings;
mod source;

use super::Surroundings;
use super::bus::{self, NoBus};
use super::retry;
use crate::engine::event::Fact;
use crate::parts::{Cause, Report, desktop};
use crate::senses::{Signal, Tell};
use source::DaemonSource;
use std::cell::RefCell;
use std::sync::Arc;
use zbus::Connection;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// Letters of a daemon's name and version that are shown.
// Another program gives them, and they go into one line.
const SHOWN: usize = 40;

/// What is said of do-not-disturb.
pub(super) struct Dnd {
    tell: Tell,
    said: bool,
    reported: Option<Report>,
}

impl Dnd {
    pub(super) fn new(tell: &Tell) -> Self {
        Self { tell: Arc::clone(tell), said: false, reported: None }
    }

    /// The session bus cannot be used.
    pub(super) fn bus_lost(&mut self, why: &NoBus) {
        let report = match why {
            NoBus::NotHere(why) => desktop::dnd_nobody(why.clone()),
            NoBus::Failed(why) => desktop::dnd_failed("", why.clone()),
        };
        self.say(report, false);
    }

    fn say(&mut self, report: Report, on: bool) {
        if self.reported.as_ref() != Some(&report) {
            self.reported = Some(report.clone());
            (self.tell)(Signal::Part(report));
        }
        if self.said != on {
            self.said = on;
            (self.tell)(Signal::Desktop { fact: Fact::Dnd, on });
        }
    }
}

/// A daemon by its own words.
struct Daemon {
    /// The connection that it answers by.
    owner: String,
    name: String,
    vendor: String,
    version: String,
}

impl Daemon {
    fn title(&self) -> String {
        retry::clip(&format!("{} {}", self.name, self.version), SHOWN)
    }
}

/// Follows the daemon, and the next one. Ends with the connection.
pub(super) async fn follow(conn: &Connection, dnd: &RefCell<Dnd>, around: &Surroundings) {
    let followed = bus::follow(conn, NAME, async |_| {
        if let Err(error) = serve(conn, dnd, around).await {
            dnd.borrow_mut().say(desktop::dnd_failed("", error.into()), false);
        }
    });
    if let Err(error) = followed.await {
        dnd.borrow_mut().say(desktop::dnd_failed("", error.into()), false);
    }
}

/// Follows the daemon of now, if there is one.
async fn serve(conn: &Connection, dnd: &RefCell<Dnd>, around: &Surroundings) -> zbus::Result<()> {
    let Some(owner) = bus::owner(conn, NAME).await? else {
        dnd.borrow_mut().say(desktop::dnd_nobody(Cause::NoDaemon), false);
        return Ok(());
    };
    let asked = retry::patiently(
        async || daemon(conn, &owner).await,
        |error| dnd.borrow_mut().say(desktop::dnd_failed("", error.into()), false),
    );
    let Some(daemon) = asked.await else { return Ok(()) };
    let title = daemon.title();
    // By the name that the daemon gives of itself: Xfce's settings answer even where dunst is the one that runs.
    let Some(source) = DaemonSource::of(&daemon) else {
        dnd.borrow_mut().say(desktop::dnd_unknown(&title), false);
        return Ok(());
    };
    let news = source.news(conn, &daemon.owner).await?;
    retry::on_change(news, async || {
        let read = source.read(conn, &daemon.owner, around).await;
        let (report, on) = match &read {
            Ok(Some(on)) => (desktop::dnd_works(&title, *on), *on),
            Ok(None) => (desktop::dnd_unknown(&title), false),
            Err(why) => (desktop::dnd_failed(&title, why.clone()), false),
        };
        dnd.borrow_mut().say(report, on);
        read.is_ok()
    })
    .await;
    Ok(())
}

async fn daemon(conn: &Connection, owner: &str) -> zbus::Result<Daemon> {
    let reply = conn.call_method(Some(owner), PATH, Some(NAME), "GetServerInformation", &()).await?;
    let (name, vendor, version, _): (String, String, String, String) = reply.body().deserialize()?;
    Ok(Daemon {
        owner: owner.to_owned(),
        name: retry::clip(&name, SHOWN),
        vendor: retry::clip(&vendor, SHOWN),
        version: retry::clip(&version, SHOWN),
    })
}
