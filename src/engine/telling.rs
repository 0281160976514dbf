//! What this machine tells the person's others of itself (BEHAVIOUR 3.11). Owns what is said; never when it is written, nor
//! where to.

use super::Engine;
use super::effect::{Decision, Effect, Record};
use super::instance::Outcome;
use super::moment::Stamp;
use super::news::News;
use super::reason::Reason;
use std::time::Duration;

impl Engine {
    /// Whether the person is at work here, and for how long without a break or an absence. Whoever has not touched the keys
    /// for as long as a break begins by leaving is not, for the others: they may be sitting there.
    #[must_use]
    pub fn telling(&self) -> News {
        let now = self.now.elapsed;
        let worked_until = |last: Duration| {
            let counted = self.state.desk.counted_since(Duration::ZERO, now);
            counted.saturating_sub(now.saturating_sub(last))
        };
        let quiet = self.quiet_since().filter(|since| now.saturating_sub(*since) >= self.rules.leave_after);
        let running = self.running_break().and_then(|i| self.state.breaks[i].running()).map(|run| run.since);
        let absent = self.state.presence.absence.as_ref().map(|absence| absence.since);
        // An absence may be told to have been elsewhere since: the first of them is the last sign of the person.
        if let Some(since) = running {
            return News::Resting { since: now.saturating_sub(since), used: worked_until(since) };
        }
        match [absent, quiet].into_iter().flatten().min() {
            Some(last) => News::Away { idle: now.saturating_sub(last), used: worked_until(last) },
            None if self.state.presence.at_desk() && !self.state.presence.blind => {
                News::Working { used: worked_until(now) }
            }
            // Nobody was seen yet, or nobody can be.
            None => News::Away { idle: Duration::ZERO, used: Duration::ZERO },
        }
    }
}

/// What a step makes worth telling, and when it was.
#[must_use]
pub fn told_by(effects: &[Effect]) -> Vec<(Stamp, News)> {
    effects.iter().filter_map(told_by_one).collect()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "few effects are news to another machine")]
fn told_by_one(effect: &Effect) -> Option<(Stamp, News)> {
    match effect {
        Effect::Record(Record::Instance(row)) => {
            let end = row.end?;
            match row.outcome? {
                Outcome::Taken => Some((end, News::Break { lasted: (end - row.start?).to_std().ok()? })),
                Outcome::Skipped | Outcome::Missed => Some((end, News::Declined { reminder: row.reminder.clone() })),
                Outcome::Natural | Outcome::Excused | Outcome::Cancelled => None,
            }
        }
        Effect::Decided(Decision {
            at,
            why: Reason::AwayWhileOpen { rest } | Reason::Away { rest, .. } | Reason::Reset { rest, .. },
            ..
        }) => Some((*at, News::Rest { lasted: *rest })),
        _ => None,
    }
}
