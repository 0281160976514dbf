//! The app in the desktop's menu of applications. Owns where and in which form the desktop keeps that; what is not of our
//! making is left alone.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

#[cfg(target_os = "linux")]
pub(in crate::system) mod entry;

pub(crate) use platform::{put, remove, standing};

use std::io;
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

/// Why an entry is not put there or taken away.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "there nothing is written"))]
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The system names no folder for it.
    NoHome,
    /// This file cannot be written.
    Unwritten(PathBuf, io::Error),
}

/// What an entry says to a person.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "there whoever installs the app writes it"))]
#[derive(Debug)]
pub(crate) struct Wording {
    /// What kind of program it is.
    pub generic_name: String,
    /// What it does.
    pub comment: String,
    /// What it is found by.
    pub keywords: String,
    /// What it offers beside opening the app: an id, its words, and the command.
    pub actions: [(&'static str, String, &'static str); 6],
}

/// Puts it there unasked, where a person meets the app on their desktop: not for one with a folder of its own, which is a
/// trial.
pub(crate) fn put_unasked(home: Option<&Path>, wording: &Wording) -> Standing {
    if home.is_some() { Standing::Absent } else { put(home, wording).unwrap_or(Standing::Absent) }
}
