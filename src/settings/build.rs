//! Effective values to `Settings`. Owns which key fills which field, and nothing else.

use super::layers::Values;
use super::sources::source;
use super::{Calendar, Look, Settings};
use crate::engine::event::Sense;
use crate::engine::guide_view::GuidePlace;
use crate::engine::person::{Person, Turn};
use crate::engine::rules::{BreakRule, Fit, Fullscreen, NudgeRule, Rules, Weigh};

/// The settings of these values, which go together already.
pub(super) fn settings(values: &Values) -> Settings {
    Settings {
        rules: rules(values),
        goal: u8::try_from(values.count("goal")).unwrap_or(u8::MAX),
        clock_speed: values.count("clock.speed"),
        tray: values.switch("tray"),
        notifications: values.switch("notifications"),
        senses: Sense::ALL.into_iter().filter(|sense| values.switch(&format!("sense.{}", sense.token()))).collect(),
        calendar: calendar(values),
        look: Look {
            large_text: values.switch("guide.large_text"),
            still: values.switch("guide.reduced_motion"),
            sound: values.switch("guide.sound"),
            who: Turn {
                only: Person::of_token(&values.text("guide.person")),
                day_starts: values.clock("day.starts").unwrap_or_default(),
            },
        },
        terminal: values.text("terminal"),
    }
}

fn calendar(values: &Values) -> Calendar {
    Calendar {
        sources: values.words("calendar.sources").iter().filter_map(|word| source(word)).collect(),
        all_busy: values.text("calendar.count") == "busy",
        titles: values.switch("calendar.titles"),
        me: values.words("calendar.me").iter().map(|word| word.to_lowercase()).collect(),
        fetch_every: values.length("calendar.fetch_every"),
    }
}

fn rules(values: &Values) -> Rules {
    Rules {
        breaks: breaks(values),
        nudges: nudges(values),
        nudge_most: values.count("nudges.most"),
        nudge_clear: values.length("nudges.clear_of_break"),
        lull_length: values.length("lull.length"),
        lull_wait: values.length("lull.wait"),
        snooze_length: values.length("snooze.length"),
        snooze_most: values.count("snooze.most"),
        answer_within: values.length("answer.within"),
        ask_again: values.length("ask_again"),
        leave_after: values.length("leave.after"),
        away_after: values.length("away.after"),
        minimum: values.length("minimum"),
        settle: values.length("settle"),
        heads_up: values.length("heads_up"),
        hours: values.hours("hours"),
        day_starts: values.clock("day.starts").unwrap_or_default(),
        breath_before: values.length("breath.before_meeting"),
        breath_most: values.count("breath.most"),
        check_in_most: values.count("check_in.most"),
        bedtime: values.clock("bedtime"),
        wind_down_before: values.length("wind_down.before"),
        reflect_at: values.clock("reflect.at"),
        weigh: weigh(values),
        fit: fit(values),
        guide: if values.text("guide.where") == "window" { GuidePlace::Window } else { GuidePlace::Notification },
    }
}

fn breaks(values: &Values) -> Vec<BreakRule> {
    let rule = |name: String| BreakRule {
        every: values.length(&format!("break.{name}.every")),
        lasts: values.length(&format!("break.{name}.lasts")),
        name,
    };
    values.names("break").into_iter().map(rule).filter(|rule| !rule.every.is_zero()).collect()
}

fn nudges(values: &Values) -> Vec<NudgeRule> {
    let rule = |name: String| NudgeRule { every: values.length(&format!("nudge.{name}.every")), name };
    values.names("nudge").into_iter().map(rule).filter(|rule| !rule.every.is_zero()).collect()
}

fn weigh(values: &Values) -> Weigh {
    let holds = |signal: &str| values.text(&format!("holds.{signal}")) == "hold";
    Weigh {
        call: holds("call"),
        meeting: holds("meeting"),
        presenting: holds("presenting"),
        fullscreen: match values.text("holds.fullscreen").as_str() {
            "hold" => Fullscreen::Hold,
            "ignore" => Fullscreen::Ignore,
            _ => Fullscreen::Awake,
        },
        dnd: holds("dnd"),
    }
}

fn fit(values: &Values) -> Fit {
    Fit {
        avoid: values.words("exercise.avoid"),
        equipment: values.words("exercise.equipment"),
        seated_only: values.switch("exercise.seated_only"),
        open_office: values.switch("exercise.open_office"),
        hidden: values.words("exercise.hidden"),
        easy_only: values.switch("exercise.easy_only"),
    }
}
