//! Who lists inhibitors. Owns the listers and what each can tell; never follows one (`listing`).

use crate::text::desktop as text;

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
