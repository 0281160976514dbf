//! Effective values to `Settings`. Owns which key fills which field, and nothing else.

use super::key::Typed;
use super::keys;
use super::sources::source;
use super::values::Values;
use super::{Calendar, HookEvent, Settings, WindowSettings};
use crate::engine::event::Sense;
use crate::engine::guide_view::GuidePlace;
use crate::engine::person::{Person, Turn};
use crate::engine::rules::{BreakRule, Fit, Fullscreen, NudgeRule, Rules, Weigh};

/// The settings of these values, which go together already.
pub(super) fn settings(values: &Values) -> Settings {
    Settings {
        rules: rules(values),
        goal: u8::try_from(values.of(&keys::GOAL)).unwrap_or(u8::MAX),
        clock_speed: values.of(&keys::CLOCK_SPEED),
        tray: values.of(&keys::TRAY),
        notifications: values.of(&keys::NOTIFICATIONS),
        senses: Sense::ALL.into_iter().filter(|sense| values.of(&keys::sense(*sense))).collect(),
        calendar: calendar(values),
        hooks: HookEvent::ALL
            .into_iter()
            .map(|event| (event, values.of(&event.key())))
            .filter(|(_, words)| !words.is_empty())
            .collect(),
        look: WindowSettings {
            large_text: values.of(&keys::GUIDE_LARGE_TEXT),
            still: values.of(&keys::GUIDE_REDUCED_MOTION),
            sound: values.of(&keys::GUIDE_SOUND),
            who: Turn {
                only: Person::of_token(&values.of(&keys::GUIDE_PERSON)),
                day_starts: values.of(&keys::DAY_STARTS).unwrap_or_default(),
            },
        },
        language: values.of(&keys::LANGUAGE),
        shared: Some(values.of(&keys::SYNC_FOLDER)).filter(|folder| !folder.is_empty()),
        called: Some(values.of(&keys::SYNC_NAME)).filter(|name| !name.is_empty()),
    }
}

fn calendar(values: &Values) -> Calendar {
    Calendar {
        sources: values.of(&keys::CALENDAR_SOURCES).iter().filter_map(|word| source(word)).collect(),
        all_busy: values.of(&keys::CALENDAR_COUNT) == "busy",
        titles: values.of(&keys::CALENDAR_TITLES),
        me: values.of(&keys::CALENDAR_ME).iter().map(|word| word.to_lowercase()).collect(),
        fetch_every: values.of(&keys::CALENDAR_FETCH_EVERY),
    }
}

fn rules(values: &Values) -> Rules {
    Rules {
        breaks: breaks(values),
        nudges: nudges(values),
        nudge_most: values.of(&keys::NUDGES_MOST),
        nudge_clear: values.of(&keys::NUDGES_CLEAR_OF_BREAK),
        lull_length: values.of(&keys::LULL_LENGTH),
        lull_wait: values.of(&keys::LULL_WAIT),
        snooze_length: values.of(&keys::SNOOZE_LENGTH),
        snooze_most: values.of(&keys::SNOOZE_MOST),
        answer_within: values.of(&keys::ANSWER_WITHIN),
        ask_again: values.of(&keys::ASK_AGAIN),
        leave_after: values.of(&keys::LEAVE_AFTER),
        away_after: values.of(&keys::AWAY_AFTER),
        minimum: values.of(&keys::MINIMUM),
        settle: values.of(&keys::SETTLE),
        heads_up: values.of(&keys::HEADS_UP),
        hours: values.of(&keys::HOURS),
        day_starts: values.of(&keys::DAY_STARTS).unwrap_or_default(),
        breath_before: values.of(&keys::BREATH_BEFORE_MEETING),
        breath_most: values.of(&keys::BREATH_MOST),
        check_in_most: values.of(&keys::CHECK_IN_MOST),
        bedtime: values.of(&keys::BEDTIME),
        wind_down_before: values.of(&keys::WIND_DOWN_BEFORE),
        reflect_at: values.of(&keys::REFLECT_AT),
        weigh: weigh(values),
        fit: fit(values),
        guide: if values.of(&keys::GUIDE_WHERE) == "window" { GuidePlace::Window } else { GuidePlace::Notification },
    }
}

fn breaks(values: &Values) -> Vec<BreakRule> {
    let rule = |name: String| BreakRule {
        every: values.of_named(&keys::BREAK_EVERY, &name),
        lasts: values.of_named(&keys::BREAK_LASTS, &name),
        name,
    };
    values.names(&keys::BREAK_EVERY).into_iter().map(rule).filter(|rule| !rule.every.is_zero()).collect()
}

fn nudges(values: &Values) -> Vec<NudgeRule> {
    let rule = |name: String| NudgeRule { every: values.of_named(&keys::NUDGE_EVERY, &name), name };
    values.names(&keys::NUDGE_EVERY).into_iter().map(rule).filter(|rule| !rule.every.is_zero()).collect()
}

fn weigh(values: &Values) -> Weigh {
    let holds = |key: &Typed<String>| values.of(key) == "hold";
    Weigh {
        call: holds(&keys::HOLDS_CALL),
        meeting: holds(&keys::HOLDS_MEETING),
        presenting: holds(&keys::HOLDS_PRESENTING),
        fullscreen: match values.of(&keys::HOLDS_FULLSCREEN).as_str() {
            "hold" => Fullscreen::Hold,
            "ignore" => Fullscreen::Ignore,
            _ => Fullscreen::Awake,
        },
        dnd: holds(&keys::HOLDS_DND),
    }
}

fn fit(values: &Values) -> Fit {
    Fit {
        avoid: values.of(&keys::EXERCISE_AVOID),
        equipment: values.of(&keys::EXERCISE_EQUIPMENT),
        seated_only: values.of(&keys::EXERCISE_SEATED_ONLY),
        open_office: values.of(&keys::EXERCISE_OPEN_OFFICE),
        hidden: values.of(&keys::EXERCISE_HIDDEN),
        easy_only: values.of(&keys::EXERCISE_EASY_ONLY),
    }
}
