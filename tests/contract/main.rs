//! The contract of the engine, driven directly: wakes, silence, cost, and time that runs backwards.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod cost;
mod events;
mod guide;
mod menu;
mod prompts;
mod random;
mod two_desks;
mod values;

use chrono::{DateTime, TimeDelta};
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use unhunch::engine::Engine;
use unhunch::engine::content::Content;
use unhunch::engine::effect::Effect;
use unhunch::engine::event::{Event, Mark, Meeting};
use unhunch::engine::guide_view::{GuidePlace, GuideView};
use unhunch::engine::moment::Moment;
use unhunch::engine::notice::Wording;
use unhunch::engine::rules::Rules;
use unhunch::settings;
use unhunch::text::notices;

pub(crate) static CONTENT: LazyLock<Arc<Content>> =
    LazyLock::new(|| Arc::new(unhunch::library::content("en", &[]).0.content));

pub(crate) fn at(seconds: f64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-01-05T08:00:00+00:00").unwrap();
    let elapsed = Duration::from_secs_f64(seconds);
    Moment { elapsed, asleep: Duration::ZERO, local: start + TimeDelta::from_std(elapsed).unwrap() }
}

pub(crate) fn fresh() -> Engine {
    Engine::start(settings::defaults().rules, CONTENT.clone(), None, 1, at(0.0)).0
}
pub(crate) fn rules(window: bool) -> Rules {
    let guide = if window { GuidePlace::Window } else { GuidePlace::Notification };
    Rules { guide, ..settings::defaults().rules }
}
pub(crate) fn guides(effects: &[Effect]) -> Vec<Option<GuideView>> {
    effects.iter().filter_map(|e| if let Effect::Guide(view) = e { Some(view.clone()) } else { None }).collect()
}

pub(crate) fn notices(effects: &[Effect]) -> Vec<Wording> {
    let shown = |e: &Effect| if let Effect::Show(notice) = e { Some(notices::wording(notice, &CONTENT)) } else { None };
    effects.iter().filter_map(shown).collect()
}
pub(crate) fn meeting(from: u32, to: u32, title: Option<&str>) -> Event {
    let stamp = |minute: u32| at(f64::from(minute * 60)).local;
    Event::Meetings(vec![Meeting {
        start: stamp(from),
        end: stamp(to),
        mark: Mark::Busy,
        title: title.map(str::to_owned),
    }])
}
