//! What a period was like, for the page Review. Owns reading the record for it; the figures are `review`'s.

use super::Backend;
use crate::engine::moment::day_of;
use crate::engine::rules::Hours;
use crate::ledger::{History, Whose};
use crate::review::model::Model;
use crate::review::{Asked, Period, look_back};
use crate::settings::{self, keys};
use crate::shell::files;
use crate::shell::past::Past;
use crate::system::clock::wall;
use crate::text::{ledger, lookback as text};
use crate::windows::main::talk::{LookedBack, ReviewOrder, ReviewUpdate, SettingsChange};

impl Backend {
    /// Does what is ordered on the page Review.
    pub(super) fn review(&self, order: &ReviewOrder) {
        match order {
            ReviewOrder::Look(period) => {
                match self.look_back(*period) {
                    Ok(told) => self.tell(ReviewUpdate::Told(Box::new(told))),
                    Err(why) => self.tell(ReviewUpdate::Unread(why)),
                }
                // With the first break there is something to take out.
                self.tell_holdings();
            }
        }
    }

    fn look_back(&self, period: Period) -> Result<LookedBack, String> {
        let (library, _) = files::own_library(&self.paths).library();
        let (past, status) = match Past::open(&self.paths, Whose::All)? {
            Ok(past) => (Some(past), None),
            Err(status) => (None, status),
        };
        let settings = match &past {
            Some(past) => past.settings.clone(),
            None => files::settings(&self.paths)?.settings,
        };
        let now = past.as_ref().map_or_else(wall, |past| past.now);
        let (day_starts, goal) = (settings.rules.day_starts, settings.goal);
        let asked = Asked { period, now, day_starts, goal, exercises: &library.content.exercises };
        let history = past.as_ref().map_or_else(|| Ok(History::default()), |past| past.history(&asked));
        let history = history.map_err(|error| ledger::error(&error))?;
        let review = look_back(history, &asked);
        let left_out = past.as_ref().map_or(0, |past| past.ledger.unread());
        let left_out = (left_out > 0).then(|| text::left_out(left_out));
        let not_recorded = past.and_then(|past| past.status).or(status).and_then(|status| status.not_recorded);
        let today = day_of(now, day_starts);
        let change = review.suggestion.and_then(|it| keep_free(&settings.rules.hours, it.hour));
        Ok(LookedBack {
            period,
            today,
            first: review.recorded.unwrap_or(today),
            notes: not_recorded.as_ref().map(ledger::not_recorded).into_iter().chain(left_out).collect(),
            model: Model::of(&review),
            change,
        })
    }
}

/// What keeps an hour free: a break that would fall due in it comes after it.
fn keep_free(hours: &Hours, hour: usize) -> Option<SettingsChange> {
    let left = settings::hours_without(hours, u32::try_from(hour).ok()?)?;
    Some(SettingsChange { all: vec![(keys::HOURS.name().to_owned(), Some(left))], said: text::kept_free(hour) })
}
