//! Which part. Owns the list, in the order in which a person is shown it.

use crate::engine::event::Sense;
use serde::{Deserialize, Serialize};

/// A part of the app that touches the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartId {
    /// A sense that the engine knows.
    Sense(Sense),
    /// Steps of the wall clock.
    Clocks,
    /// The icon and its menu.
    Tray,
    /// The desktop's notifications.
    Notifications,
    /// The guide's window.
    Guide,
    /// The terminal, where it is the output.
    Terminal,
    /// The programs that are run when something happens.
    Hooks,
    /// The app's name on the session bus.
    Bus,
    /// The settings file.
    Settings,
    /// Changes of the person's own files.
    FileChanges,
    /// Exercises and the rest of the content.
    Library,
    /// The record.
    Ledger,
    /// The folder that the person's machines share.
    Machines,
    /// The socket for commands.
    Commands,
    /// The pace of the app's own clock.
    Clock,
}

impl PartId {
    /// The sense that it is, if the engine knows it.
    #[must_use]
    pub fn sense(self) -> Option<Sense> {
        if let Self::Sense(sense) = self { Some(sense) } else { None }
    }

    /// Its name, for programs and in lists.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Sense(sense) => sense.token(),
            Self::Clocks => "clocks",
            Self::Tray => "tray",
            Self::Notifications => "notifications",
            Self::Guide => "guide",
            Self::Terminal => "terminal",
            Self::Hooks => "hooks",
            Self::Bus => "bus",
            Self::Settings => "settings",
            Self::FileChanges => "file changes",
            Self::Library => "library",
            Self::Ledger => "ledger",
            Self::Machines => "two machines",
            Self::Commands => "commands",
            Self::Clock => "clock",
        }
    }
}

impl From<Sense> for PartId {
    fn from(sense: Sense) -> Self {
        Self::Sense(sense)
    }
}
