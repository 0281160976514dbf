//! The senses of a system for which none are written yet. Owns nothing that runs: each wanted sense says that it is not
//! here, and the app goes by the clock.

use super::calendar::Calendars;
use super::{Settled, Signal, Tell};
use crate::engine::event::Sense;
use crate::parts::{Advice, Report, Says};
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

    /// What the system is told of who holds sleep back, and why: nothing does.
    #[must_use]
    pub fn holding(self, _told: (&str, &str)) -> Self {
        self
    }
}

/// The running senses.
#[derive(Debug)]
pub struct Senses;

impl Senses {
    /// Sets how long without input counts as idle from now on.
    pub fn watch(&self, _threshold: Duration) {}

    /// The state is stored: the machine may go to sleep.
    pub fn stored(&self) {}
}

/// Says of each sense whether it is wanted and that it is not here.
///
/// # Errors
/// None here; other systems may give no more threads.
#[expect(clippy::needless_pass_by_value, reason = "the face of every system's senses")]
pub fn start(
    tell: Tell,
    _settled: Settled,
    wanted: &BTreeSet<Sense>,
    _watch: Duration,
    _around: Surroundings,
) -> io::Result<Senses> {
    for sense in Sense::ALL {
        let here = || Report::not_here(sense, Says::NotOnThisSystem, Advice::Nothing);
        tell(Signal::Part(if wanted.contains(&sense) { here() } else { Report::off(sense) }));
    }
    Ok(Senses)
}
