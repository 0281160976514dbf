//! How each part of the app that touches the world is doing. Owns the form of that report (what `doctor` prints);
//! never inspects anything itself.

use serde::{Deserialize, Serialize};

/// One sense or output as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Which: `idle`, `lock`, `sleep`, `clocks`, `tray`, `notifications`, `settings`, `ledger` ...
    pub part: String,
    /// Whether it works.
    pub state: PartState,
    /// By which means, in a few words: "X11 idle alarms", "dunst 1.9.0".
    pub means: String,
    /// What it says now, in a few words; empty if it has nothing to say.
    pub says: String,
    /// What the person can do about it, one sentence; empty if nothing is wrong.
    pub advice: String,
}

/// Whether a part works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartState {
    /// It works.
    Works,
    /// This system has no such thing; the app runs on without it.
    NotHere,
    /// It is there and does not work.
    Failed,
    /// Switched off by the person.
    Off,
}

impl Report {
    /// A part that works by these means.
    #[must_use]
    pub fn works(part: &str, means: impl Into<String>, says: impl Into<String>) -> Self {
        Self {
            part: part.into(),
            state: PartState::Works,
            means: means.into(),
            says: says.into(),
            advice: String::new(),
        }
    }

    /// A part that this system does not have, and what to do.
    #[must_use]
    pub fn not_here(part: &str, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            part: part.into(),
            state: PartState::NotHere,
            means: String::new(),
            says: says.into(),
            advice: advice.into(),
        }
    }

    /// A part that is there and fails, and what to do.
    #[must_use]
    pub fn failed(part: &str, means: impl Into<String>, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            part: part.into(),
            state: PartState::Failed,
            means: means.into(),
            says: says.into(),
            advice: advice.into(),
        }
    }
}
