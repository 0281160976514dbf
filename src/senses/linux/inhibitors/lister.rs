//! Who lists inhibitors. Owns the listers and what each can tell; never follows one (`listing`).

use crate::parts::Lister;

/// Inhibitors of one list that are looked at.
// A desktop has a handful; a program that asks without end must not be followed without end.
pub(super) const MOST: usize = 64;

/// All of them.
pub(super) const ALL: [Lister; 4] = [Lister::Session, Lister::Kde, Lister::Power, Lister::Logind];

/// Whether it tells the reasons of the desktop's programs.
pub(super) fn tells_reasons(lister: Lister) -> bool {
    matches!(lister, Lister::Session | Lister::Kde)
}
