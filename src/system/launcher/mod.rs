//! The app in the desktop's menu of applications. Owns where and in which form the desktop keeps that; what is not of our
//! making is left alone.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

#[cfg(target_os = "linux")]
pub(in crate::system) mod entry;

pub(crate) use platform::{put, remove, standing};

use crate::text::launcher as text;
use std::path::{Path, PathBuf};

/// The app's icon.
pub(crate) const ICON: &str = include_str!("../../../icons/unhunch.svg");

/// How the app stands in the menu.
#[cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "there whoever installs the app puts it into the menu")
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// By our own entry.
    Ours(PathBuf),
    /// By an entry that somebody else made: a package, or the person.
    Others(PathBuf),
    /// Not at all.
    Absent,
}

impl Standing {
    /// The same for a person.
    pub(crate) fn says(&self) -> String {
        match self {
            Standing::Ours(file) => text::ours(file),
            Standing::Others(file) => text::others(file),
            Standing::Absent => text::absent(),
        }
    }
}

/// Puts it there unasked, where a person meets the app on their desktop: not for one with a folder of its own, which is a
/// trial.
pub(crate) fn put_unasked(home: Option<&Path>) -> Standing {
    if home.is_some() { Standing::Absent } else { put(home).unwrap_or(Standing::Absent) }
}
