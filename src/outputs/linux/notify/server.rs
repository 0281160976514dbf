//! The notification service as far as it is known: what it calls itself, what it says that it can do, what it does besides.
//! Owns those values; never asks for them (`daemon`).

use super::habits::Habits;
use crate::parts::outputs::Buttons;

/// What the service says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Abilities {
    /// It shows buttons.
    pub(super) actions: bool,
    /// It reads the body as markup.
    pub(super) markup: bool,
}

impl Abilities {
    pub(super) fn of(capabilities: &[String]) -> Self {
        let has = |name: &str| capabilities.iter().any(|capability| capability == name);
        Self { actions: has("actions"), markup: has("body-markup") }
    }
}

/// The service that owns the name.
#[derive(Debug, Default)]
pub(super) struct Server {
    /// Its name and version.
    pub(super) means: String,
    /// What it does besides.
    pub(super) habits: Habits,
    /// What it can do, once it said so.
    pub(super) abilities: Option<Abilities>,
}

impl Server {
    /// What it can do; nothing, as long as it has not said so.
    pub(super) fn can(&self) -> Abilities {
        self.abilities.unwrap_or_default()
    }

    /// Where the buttons of a notification are.
    pub(super) fn buttons(&self) -> Buttons {
        if self.can().actions { self.habits.buttons } else { Buttons::Nowhere }
    }
}
