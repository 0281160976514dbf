//! What comes at a time of the evening (BEHAVIOUR 5): wind-down and reflection. Owns when each comes, once a day; never counted
//! as breaks.

use super::Engine;
use super::effect::What;
use super::instance::Hold;
use super::moment::Stamp;
use super::notice::NoticeText;
use super::reason::Reason;
use chrono::{NaiveTime, TimeDelta};

impl Engine {
    /// The evening's wall times: when the wind-down comes, and when it is too late for it.
    pub(super) fn wind_down_window(&self) -> Option<(Stamp, Stamp)> {
        let bed = self.next_time(self.rules.bedtime?)?;
        let before = TimeDelta::from_std(self.rules.wind_down_before).unwrap_or_default();
        Some((bed - before, bed))
    }

    /// This evening at the desk is what it is for, so the end of working hours is no obstacle, nor just gone by.
    pub(super) fn wind_down(&mut self) {
        let Some((at, bed)) = self.wind_down_window() else { return };
        let held = self.state.holds.on.iter().any(|h| *h != Hold::Hours);
        let now = self.now.local;
        if self.state.today.wound_down || now < at || now >= bed || held || !self.free() || !self.room() {
            return;
        }
        // Noted whatever the library has: without a line it would be tried again at every step until bedtime.
        self.state.today.wound_down = true;
        let lines = &self.content.wind_downs;
        // By the date, because the engine has no chance: the same day says the same, however often it is played.
        let n = usize::try_from(self.state.today.day.to_epoch_days()).unwrap_or(0);
        let Some(line) = lines.get(n % lines.len().max(1)).cloned() else { return };
        self.decide(What::WindDown { line: line.id.clone() }, Reason::Bedtime { at: bed });
        self.inform(NoticeText::WindDown { line: line.id });
    }

    /// When today's reflection comes.
    pub(super) fn reflection_at(&self) -> Option<Stamp> {
        self.next_time(self.rules.reflect_at?)
    }

    pub(super) fn reflect(&mut self) {
        let Some(at) = self.reflection_at() else { return };
        let early = self.now.local < at || !self.settled() || !self.free() || !self.room();
        // Whoever was just advised to see somebody has been asked enough for a day.
        if self.state.today.reflected || early || self.state.advised == Some(self.state.today.day) {
            return;
        }
        self.state.today.reflected = true;
        let lines = &self.content.reflections;
        let n = usize::try_from(self.state.today.day.to_epoch_days()).unwrap_or(0);
        let Some(line) = lines.get(n % lines.len().max(1)).cloned() else { return };
        self.decide(What::Reflect { line: line.id.clone() }, Reason::SetTime);
        self.inform(NoticeText::Reflect { line: line.id });
    }

    /// This time of day, today or, if it lies before the day's start, after midnight.
    fn next_time(&self, time: NaiveTime) -> Option<Stamp> {
        let day = self.state.today.day;
        let date = if time < self.rules.day_starts { day.succ_opt()? } else { day };
        date.and_time(time).and_local_timezone(*self.now.local.offset()).single()
    }
}
