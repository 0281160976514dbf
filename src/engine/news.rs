//! What another machine of the same person can say of itself. Owns these words; never what follows from them
//! (`elsewhere` does), and never where they come from.

use super::moment::Stamp;
use super::seconds;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A word from another machine. It may come late, again, in any order, by a clock of up to 10 min off, or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// Which machine: a key that stays the same and is never shown.
    pub machine: String,
    /// What the person calls it.
    pub name: String,
    /// When it was said, by that machine's clock.
    pub said: Stamp,
    /// What.
    pub news: News,
}

/// What is said; lengths count back from when it was said, in whole seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum News {
    /// The person is at work there, without a break or an absence for so long. It is believed for 10 min.
    Working {
        /// How long.
        #[serde(with = "seconds")]
        used: Duration,
    },
    /// The person is not at work there any more.
    Away {
        /// How long ago they last were.
        #[serde(with = "seconds")]
        idle: Duration,
        /// For how long they were until then.
        #[serde(with = "seconds")]
        used: Duration,
    },
    /// A break runs there. It is believed for 10 min.
    Resting {
        /// Since when.
        #[serde(with = "seconds")]
        since: Duration,
        /// For how long the person was at work until then.
        #[serde(with = "seconds")]
        used: Duration,
    },
    /// A break was taken there; it ended when this was said.
    Break {
        /// How long it was.
        #[serde(with = "seconds")]
        lasted: Duration,
    },
    /// An absence was long enough for a break there.
    Rest {
        /// How long it had been.
        #[serde(with = "seconds")]
        lasted: Duration,
    },
    /// This break was asked for there, and skipped or missed.
    Declined {
        /// Its name.
        reminder: String,
    },
    /// It is none of the person's machines any more.
    Gone,
}
