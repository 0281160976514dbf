//! The one table of keys: what there is to set and what each takes. Owns names, units and ranges, each
//! key as a constant with the type of its values; never a default.

use super::key::{Group, Key, Kind, Typed};
use crate::engine::content::{AVOID, Equipment};
use crate::engine::event::Sense;
use crate::engine::rules::Hours;
use chrono::NaiveTime;
use std::time::Duration;

/// What `language` takes: empty for the system's, or a tag.
pub const LANGUAGES: &[&str] = &["", "en", "en-XA"];

const MIN: u64 = 60;
const HOUR: u64 = 3600;
const EQUIPMENT: [&str; 4] =
    [Equipment::Band.token(), Equipment::Chair.token(), Equipment::FoamRoller.token(), Equipment::Wall.token()];

const fn length(name: &'static str, group: Group, least: u64, most: u64) -> Typed<Duration> {
    Typed::new(name, group, Kind::Length { least, most, off: false })
}

const fn length_or_off(name: &'static str, group: Group, least: u64, most: u64) -> Typed<Duration> {
    Typed::new(name, group, Kind::Length { least, most, off: true })
}

const fn count(name: &'static str, group: Group, least: u32, most: u32) -> Typed<u32> {
    Typed::new(name, group, Kind::Count { least, most })
}

const fn switch(name: &'static str, group: Group) -> Typed<bool> {
    Typed::new(name, group, Kind::Switch)
}

const fn choice(name: &'static str, group: Group, all: &'static [&'static str]) -> Typed<String> {
    Typed::new(name, group, Kind::Choice(all))
}

const fn weigh(name: &'static str, group: Group) -> Typed<String> {
    choice(name, group, &["hold", "ignore"])
}

const fn clock(name: &'static str, group: Group) -> Typed<Option<NaiveTime>> {
    Typed::new(name, group, Kind::Clock { off: false })
}

const fn clock_or_off(name: &'static str, group: Group) -> Typed<Option<NaiveTime>> {
    Typed::new(name, group, Kind::Clock { off: true })
}

const fn hours(name: &'static str, group: Group) -> Typed<Hours> {
    Typed::new(name, group, Kind::Hours)
}

const fn folder(name: &'static str, group: Group) -> Typed<String> {
    Typed::new(name, group, Kind::Folder)
}

const fn called(name: &'static str, group: Group, most: u32) -> Typed<String> {
    Typed::new(name, group, Kind::Name { most })
}

const fn list(name: &'static str, group: Group, kind: Kind) -> Typed<Vec<String>> {
    Typed::new(name, group, kind)
}

/// The constants, the table of all of them, and which of them switches a sense, from one list: no key can be in one and not
/// in another.
macro_rules! keys {
    ($($group:ident {
        $($constant:ident: $value:ty = $kind:ident($name:literal $(, $takes:expr)*) $(for $sense:ident)?;)*
    })*) => {
        $($(
            #[doc = concat!("`", $name, "`")]
            pub const $constant: Typed<$value> = $kind($name, Group::$group $(, $takes)*);
        )*)*

        /// Every key, in the order of `config/default.toml`.
        pub const KEYS: &[Key] = &[$($($constant.key),*),*];

        /// The key that switches a sense.
        #[must_use]
        pub const fn sense(sense: Sense) -> Typed<bool> {
            match sense {
                $($($(Sense::$sense => $constant,)?)*)*
            }
        }
    };
}

keys! {
    Rhythm {
        PRESET: String = choice("preset", &["", "standard", "gentle", "active", "micro"]);
        BREAK_EVERY: Duration = length_or_off("break.NAME.every", MIN, 24 * HOUR);
        BREAK_LASTS: Duration = length("break.NAME.lasts", 5, 4 * HOUR);
        NUDGE_EVERY: Duration = length_or_off("nudge.NAME.every", MIN, 24 * HOUR);
        NUDGES_MOST: u32 = count("nudges.most", 0, 100);
        NUDGES_CLEAR_OF_BREAK: Duration = length("nudges.clear_of_break", 0, HOUR);
    }
    Moment {
        LULL_LENGTH: Duration = length("lull.length", 1, 5 * MIN);
        LULL_WAIT: Duration = length("lull.wait", 0, 30 * MIN);
        HEADS_UP: Duration = length_or_off("heads_up", 5, 10 * MIN);
        SETTLE: Duration = length("settle", 0, 30 * MIN);
    }
    Answer {
        SNOOZE_LENGTH: Duration = length("snooze.length", MIN, HOUR);
        SNOOZE_MOST: u32 = count("snooze.most", 0, 10);
        ANSWER_WITHIN: Duration = length("answer.within", MIN, 4 * HOUR);
        ASK_AGAIN: Duration = length("ask_again", MIN, HOUR);
    }
    Leaving {
        LEAVE_AFTER: Duration = length("leave.after", 10, 10 * MIN);
        AWAY_AFTER: Duration = length("away.after", MIN, HOUR);
        MINIMUM: Duration = length("minimum", 5, 30 * MIN);
    }
    When {
        HOURS: Hours = hours("hours");
        DAY_STARTS: Option<NaiveTime> = clock("day.starts");
    }
    Beside {
        BREATH_BEFORE_MEETING: Duration = length_or_off("breath.before_meeting", MIN, 15 * MIN);
        BREATH_MOST: u32 = count("breath.most", 0, 20);
        CHECK_IN_MOST: u32 = count("check_in.most", 0, 10);
        BEDTIME: Option<NaiveTime> = clock_or_off("bedtime");
        WIND_DOWN_BEFORE: Duration = length("wind_down.before", 5 * MIN, 4 * HOUR);
        REFLECT_AT: Option<NaiveTime> = clock_or_off("reflect.at");
    }
    Exercises {
        EXERCISE_AVOID: Vec<String> = list("exercise.avoid", Kind::Words(&AVOID));
        EXERCISE_EQUIPMENT: Vec<String> = list("exercise.equipment", Kind::Words(&EQUIPMENT));
        EXERCISE_SEATED_ONLY: bool = switch("exercise.seated_only");
        EXERCISE_OPEN_OFFICE: bool = switch("exercise.open_office");
        EXERCISE_HIDDEN: Vec<String> = list("exercise.hidden", Kind::Ids);
        EXERCISE_EASY_ONLY: bool = switch("exercise.easy_only");
    }
    Guide {
        GUIDE_WHERE: String = choice("guide.where", &["window", "notification"]);
        GUIDE_LARGE_TEXT: bool = switch("guide.large_text");
        GUIDE_REDUCED_MOTION: bool = switch("guide.reduced_motion");
        GUIDE_SOUND: bool = switch("guide.sound");
        GUIDE_PERSON: String = choice("guide.person", &["daily", "crop", "bun", "curls", "bob", "beard", "grey"]);
    }
    Quiet {
        HOLDS_CALL: String = weigh("holds.call");
        HOLDS_MEETING: String = weigh("holds.meeting");
        HOLDS_PRESENTING: String = weigh("holds.presenting");
        HOLDS_FULLSCREEN: String = choice("holds.fullscreen", &["awake", "hold", "ignore"]);
        HOLDS_DND: String = weigh("holds.dnd");
    }
    Calendars {
        CALENDAR_SOURCES: Vec<String> = list("calendar.sources", Kind::Sources);
        CALENDAR_COUNT: String = choice("calendar.count", &["meetings", "busy"]);
        CALENDAR_TITLES: bool = switch("calendar.titles");
        CALENDAR_ME: Vec<String> = list("calendar.me", Kind::Mails);
        CALENDAR_FETCH_EVERY: Duration = length("calendar.fetch_every", 15 * MIN, 24 * HOUR);
    }
    Programs {
        HOOK_PROMPT: Vec<String> = list("hook.prompt", Kind::Command);
        HOOK_TAKEN: Vec<String> = list("hook.taken", Kind::Command);
        HOOK_SKIPPED: Vec<String> = list("hook.skipped", Kind::Command);
        HOOK_MISSED: Vec<String> = list("hook.missed", Kind::Command);
        HOOK_QUIET: Vec<String> = list("hook.quiet", Kind::Command);
        HOOK_FREE: Vec<String> = list("hook.free", Kind::Command);
    }
    App {
        GOAL: u32 = count("goal", 1, 100);
        TRAY: bool = switch("tray");
        NOTIFICATIONS: bool = switch("notifications");
        SENSE_IDLE: bool = switch("sense.idle") for Idle;
        SENSE_LOCK: bool = switch("sense.lock") for Lock;
        SENSE_SLEEP: bool = switch("sense.sleep") for Sleep;
        SENSE_MIC: bool = switch("sense.mic") for Mic;
        SENSE_CAMERA: bool = switch("sense.camera") for Camera;
        SENSE_CALENDAR: bool = switch("sense.calendar") for Calendar;
        SENSE_PRESENTING: bool = switch("sense.presenting") for Presenting;
        SENSE_FULLSCREEN: bool = switch("sense.fullscreen") for Fullscreen;
        SENSE_AWAKE: bool = switch("sense.awake") for Awake;
        SENSE_DND: bool = switch("sense.dnd") for Dnd;
        LANGUAGE: String = choice("language", LANGUAGES);
        SYNC_FOLDER: String = folder("sync.folder");
        SYNC_NAME: String = called("sync.name", 64);
        CLOCK_SPEED: u32 = count("clock.speed", 1, 3600);
    }
}
