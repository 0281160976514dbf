//! What can be told of the senses that ask the desktop: a shared screen, what keeps the screen awake, do-not-disturb.

use super::{Cause, Lister, Means, Report, ScreenSource};
use crate::engine::event::Sense;
use serde::{Deserialize, Serialize};

/// What such a sense says now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Whether the screen is shared.
    Shared(bool),
    /// Whether the system was told of a presentation; of a shared screen it tells nothing.
    Presentation(bool),
    /// Whether a display shows the same as another; of a shared screen the system tells nothing.
    Mirrored(bool),
    /// Nobody tells of a shared screen: why neither source does.
    NoScreenSource {
        /// Why nobody tells of programs that capture the screen.
        capture: Cause,
        /// Why nobody tells of screen casts.
        cast: Cause,
    },
    /// Who keeps the screen awake; an empty name is an unknown one.
    Awake {
        /// The programs.
        programs: Vec<String>,
        /// A list that cannot be read: whose and why.
        unread: Option<(Lister, Cause)>,
    },
    /// Nobody lists what keeps the screen awake.
    NobodyLists,
    /// Whether do-not-disturb is on.
    DoNotDisturb(bool),
    /// This notification daemon has none that can be read.
    NoDoNotDisturb(String),
}

/// What can be done where such a sense does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is about what its name says")]
pub enum Advice {
    NoScreenSource,
    AwakeFailed,
    NobodyLists,
    DoNotDisturbFailed,
    NoDoNotDisturb,
}

/// A shared screen is seen by these sources; whether there is one.
#[must_use]
pub fn presenting_works(sources: Vec<ScreenSource>, on: bool) -> Report {
    Report::works(Sense::Presenting, Means::ScreenSources(sources), Says::Shared(on))
}

/// Nobody tells of a shared screen; why neither source does.
#[must_use]
pub fn presenting_not_here(capture: Cause, cast: Cause) -> Report {
    Report::not_here(Sense::Presenting, Says::NoScreenSource { capture, cast }, Advice::NoScreenSource)
}

/// What keeps the screen awake is listed by these; who does, and a list that cannot be read.
#[must_use]
pub fn awake_works(listers: Vec<Lister>, programs: Vec<String>, unread: Option<(Lister, Cause)>) -> Report {
    Report::works(Sense::Awake, Means::Listers(listers), Says::Awake { programs, unread })
}

/// A list of what keeps the screen awake is there and cannot be read.
#[must_use]
pub fn awake_failed(lister: Lister, why: Cause) -> Report {
    Report::failed(Sense::Awake, Means::Listers(vec![lister]), why, Advice::AwakeFailed)
}

/// Nobody lists what keeps the screen awake.
#[must_use]
pub fn awake_not_here() -> Report {
    Report::not_here(Sense::Awake, Says::NobodyLists, Advice::NobodyLists)
}

/// The notification daemon's do-not-disturb, by its name and version.
#[must_use]
pub fn dnd_works(daemon: &str, on: bool) -> Report {
    Report::works(Sense::Dnd, daemon, Says::DoNotDisturb(on))
}

/// The notification daemon's do-not-disturb cannot be read.
#[must_use]
pub fn dnd_failed(daemon: &str, why: Cause) -> Report {
    Report::failed(Sense::Dnd, daemon, why, Advice::DoNotDisturbFailed)
}

/// The notification daemon has none, or none that can be read.
#[must_use]
pub fn dnd_unknown(daemon: &str) -> Report {
    Report::not_here(Sense::Dnd, Says::NoDoNotDisturb(daemon.into()), Advice::NoDoNotDisturb)
}

/// There is no notification daemon, or none that can be asked; why.
#[must_use]
pub fn dnd_nobody(why: Cause) -> Report {
    Report::not_here(Sense::Dnd, why, Advice::NoDoNotDisturb)
}
