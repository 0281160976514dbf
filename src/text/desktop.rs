//! What is said of the senses that ask the desktop: a shared screen, what keeps the screen awake, do-not-disturb. Pure.

use super::capital;
use crate::parts::Report;

/// A source of `presenting`: the reasons that programs give for keeping the screen awake.
pub const CAPTURE: &str = "what programs say of it";

/// A source of `presenting`: PipeWire's screen casts.
pub const CAST: &str = "PipeWire";

/// A source that nobody asks.
pub const NOT_ASKED: &str = "not asked";

/// Nobody lists the reasons of programs.
pub const NO_REASONS: &str = "nobody here lists them";

/// A lister of inhibitors: GNOME's kind of session manager.
pub const SESSION_MANAGER: &str = "the session manager";

/// A lister of inhibitors: KDE's.
pub const KDE_POWER: &str = "KDE's power management";

/// A lister of inhibitors: that of other desktops.
pub const POWER_MANAGER: &str = "the power manager";

/// A shared screen is seen by these means; whether there is one.
#[must_use]
pub fn presenting_works(means: &str, on: bool) -> Report {
    Report::works("presenting", means, if on { "the screen is shared" } else { "the screen is not shared" })
}

/// Nobody tells of a shared screen; why neither source does.
#[must_use]
pub fn presenting_not_here(capture: &str, cast: &str) -> Report {
    Report::not_here(
        "presenting",
        format!("programs that capture the screen: {capture}; screen casts: {cast}"),
        "Pause Unhunch before you share your screen.",
    )
}

/// What keeps the screen awake is listed by these means; who does (an empty name is an unknown one), and a list that
/// cannot be read: whose and why.
#[must_use]
pub fn awake_works(means: &str, programs: &[&str], failed: Option<(&str, &str)>) -> Report {
    let named: Vec<&str> = programs.iter().copied().filter(|name| !name.is_empty()).collect();
    let awake = match named.as_slice() {
        [] if programs.is_empty() => "nothing keeps the screen awake".to_owned(),
        [] => "a program keeps the screen awake".to_owned(),
        [one] => format!("{} keeps the screen awake", capital(one)),
        [one, two] => format!("{} and {two} keep the screen awake", capital(one)),
        [one, rest @ ..] => format!("{} and {} others keep the screen awake", capital(one), rest.len()),
    };
    let says = match failed {
        Some((whose, why)) => format!("{awake}; {whose}: {why}"),
        None => awake,
    };
    Report::works("awake", means, says)
}

/// A list of what keeps the screen awake is there and cannot be read.
#[must_use]
pub fn awake_failed(means: &str, why: &str) -> Report {
    Report::failed("awake", means, why, "It is read again at its next change; if this stays, log out and in again.")
}

/// Nobody lists what keeps the screen awake.
#[must_use]
pub fn awake_not_here() -> Report {
    Report::not_here(
        "awake",
        "nobody on this desktop lists what keeps the screen awake",
        "Pause Unhunch before a film or a call without a microphone.",
    )
}

/// The notification daemon's do-not-disturb, by its name and version.
#[must_use]
pub fn dnd_works(daemon: &str, on: bool) -> Report {
    Report::works("dnd", daemon, if on { "on" } else { "off" })
}

/// The notification daemon's do-not-disturb cannot be read.
#[must_use]
pub fn dnd_failed(daemon: &str, why: &str) -> Report {
    Report::failed("dnd", daemon, why, "It is read again at its next change; if this stays, restart the daemon.")
}

/// The notification daemon has none, or none that can be read.
#[must_use]
pub fn dnd_unknown(daemon: &str) -> Report {
    dnd_not_here(format!("{daemon} has no do-not-disturb that we can read"))
}

/// There is no notification daemon, or none that can be asked; why.
#[must_use]
pub fn dnd_nobody(why: &str) -> Report {
    dnd_not_here(why.to_owned())
}

/// Nobody shows notifications.
pub const NO_DAEMON: &str = "no notification daemon is running";

fn dnd_not_here(says: String) -> Report {
    Report::not_here("dnd", says, "Pause Unhunch when you do not want to be disturbed.")
}
