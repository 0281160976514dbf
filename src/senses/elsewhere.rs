//! The senses of a system for which none are written yet. Owns nothing that runs: each wanted sense says that it is not
//! here, and the app goes by the clock.

use super::calendar::Calendars;
use super::{Rested, Signal, Tell};
use crate::engine::event::Sense;
use crate::text::senses as text;
use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

/// Where the parts of the system are to be found: there are none that are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings;

impl Surroundings {
    /// What the environment says.
    #[must_use]
    pub fn from_env(_calendars: Calendars) -> Self {
        Self
    }
}

/// The running senses.
#[derive(Debug)]
pub struct Senses;

impl Senses {
    /// Sets how long without input counts as idle from now on.
    #[expect(clippy::unused_self, reason = "the face of every system's senses")]
    pub fn watch(&self, _threshold: Duration) {}

    /// The state is stored: the machine may go to sleep.
    #[expect(clippy::unused_self, reason = "the face of every system's senses")]
    pub fn stored(&self) {}
}

/// Says of each sense whether it is wanted and that it is not here.
///
/// # Errors
/// None here; other systems may give no more threads.
#[expect(clippy::unnecessary_wraps, clippy::needless_pass_by_value, reason = "the face of every system's senses")]
pub fn start(
    tell: Tell,
    _rested: Rested,
    wanted: &BTreeSet<Sense>,
    _watch: Duration,
    _around: Surroundings,
) -> io::Result<Senses> {
    for sense in Sense::ALL {
        let part = sense.token();
        tell(Signal::Part(if wanted.contains(&sense) { text::not_on_this_system(part) } else { text::off(part) }));
    }
    Ok(Senses)
}
