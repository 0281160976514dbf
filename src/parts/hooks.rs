//! What can be told of the programs that are run when something happens.

use crate::settings::HookEvent;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What is told of them now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// None is named.
    None,
    /// So many are named, and none was run yet.
    Named(usize),
    /// The last one did its work; when it was run.
    Ran(HookEvent),
    /// The last one did not.
    Failed(HookEvent, HookEnd),
}

/// How a program ended that did not do its work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HookEnd {
    /// By itself, or by another's hand.
    Ended {
        /// Its status, if it ended by itself.
        status: Option<i32>,
        /// The signal that ended it.
        signal: Option<i32>,
    },
    /// It took longer than this, which is what it may, and was ended.
    TooLong(Duration),
    /// It never began; the system's own words.
    NotStarted(String),
    /// It was left out: so many run at a time at most, and did.
    TooMany(usize),
}

/// What can be done about one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// Trying it out tells what it prints.
    Try(HookEvent),
}
