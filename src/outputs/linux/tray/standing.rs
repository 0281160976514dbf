//! How the tray is doing, from what its host and its thread said last. Owns the report's choice; asks nobody, tells nobody.

use crate::parts::outputs::{Advice, Says};
use crate::parts::{self, Cause, PartId, Report};

/// What is known of the host.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Not asked yet.
    Unknown,
    /// Nobody owns the watcher's name, or the watcher knows no host.
    NoHost,
    /// It answers.
    Here,
    /// It does not answer.
    Silent,
    /// It answers with an error: it owns the name and is no watcher (yet).
    Broken,
}

impl Standing {
    /// The report, with what the tray's thread said last and the host's name; none before there is something to say.
    pub(super) fn report(self, up: &Result<bool, String>, means: &str) -> Option<Report> {
        let failed = |says: parts::Says| Report::failed(PartId::Tray, means, says, Advice::HostFailed);
        Some(match (self, up) {
            (Standing::Silent, _) => failed(Says::HostSilent.into()),
            (Standing::Broken, _) => failed(Says::HostRefuses.into()),
            (Standing::NoHost, _) => Report::not_here(PartId::Tray, Says::NoHost, advice()),
            (Standing::Here, Err(why)) => failed(Cause::Foreign(why.clone()).into()),
            (Standing::Here, Ok(true)) => Report::works(PartId::Tray, means, Says::IconShown),
            (Standing::Unknown, _) | (Standing::Here, Ok(false)) => return None,
        })
    }
}

fn advice() -> Advice {
    // A list, the most particular first: "Budgie:GNOME" is no GNOME.
    let desktops = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
    match desktops.split(':').next().unwrap_or_default() {
        "GNOME" | "ubuntu" | "pop" | "GNOME-Classic" => Advice::NoHostOnGnome,
        "Budgie" => Advice::NoHostOnBudgie,
        "i3" => Advice::NoHostOnI3,
        _ => Advice::NoHost,
    }
}
