//! The contract of the engine, driven directly: wakes, silence, cost, and time that runs backwards.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use unhunch::engine::Engine;
use unhunch::engine::content::Content;
use unhunch::engine::effect::Effect;
use unhunch::engine::event::{Action, Device, Dismissal, Event, Fact, Pause, Request, Sense};
use unhunch::engine::moment::Moment;
use unhunch::settings;

static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| Arc::new(unhunch::library::content(&[]).0.content));

fn at(seconds: f64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-01-05T08:00:00+00:00").unwrap();
    let elapsed = Duration::from_secs_f64(seconds);
    Moment { elapsed, asleep: Duration::ZERO, local: start + TimeDelta::from_std(elapsed).unwrap() }
}

fn fresh() -> Engine {
    Engine::start(settings::defaults().rules, CONTENT.clone(), None, 1, at(0.0)).0
}

fn event() -> impl Strategy<Value = Event> {
    let ask = |r: Request| Just(Event::Ask(r));
    prop_oneof![
        4 => Just(Event::Active),
        4 => (0..400u64).prop_map(|s| Event::Idle { since: Duration::from_secs(s) }),
        2 => Just(Event::Tick),
        1 => any::<bool>().prop_map(Event::Locked),
        1 => any::<bool>().prop_map(Event::Sleeping),
        1 => (0..Fact::ALL.len(), any::<bool>()).prop_map(|(i, on)| Event::Desktop { fact: Fact::ALL[i], on }),
        1 => any::<bool>().prop_map(|on| Event::Call { device: Device::Mic, on, program: None }),
        1 => any::<bool>().prop_map(|up| Event::Notifications { up }),
        1 => any::<bool>().prop_map(|up| Event::Sense { sense: Sense::Idle, up }),
        1 => Just(Event::Click(Action::Start)),
        1 => Just(Event::Click(Action::Snooze)),
        1 => Just(Event::Dismissed(Dismissal::Closed)),
        1 => ask(Request::Start),
        1 => ask(Request::Done),
        1 => ask(Request::Skip),
        1 => ask(Request::Pause(Pause::For(Duration::from_mins(30)))),
        1 => ask(Request::Pause(Pause::Day)),
        1 => ask(Request::Resume),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever comes in, whenever, also out of order: the next wake lies ahead, and waking then is never in vain for
    /// ever: time comes to rest at the wakes alone.
    #[test]
    fn the_next_wake_is_later_than_now(events in prop::collection::vec((0.0..9000.0f64, event()), 1..80)) {
        let mut engine = fresh();
        let mut latest = Duration::ZERO;
        for (seconds, event) in events {
            let now = at(seconds);
            latest = latest.max(now.elapsed);
            engine.handle(now, event);
            if let Some(wake) = engine.next_wake() {
                prop_assert!(wake.at > latest, "{} at {:?}, not after {latest:?}", wake.why, wake.at);
            }
        }
    }

    /// What is remembered is all there is: an engine started from it wakes at the same time as the one that goes on.
    #[test]
    fn memory_is_whole(events in prop::collection::vec((1.0..900.0f64, event()), 1..60)) {
        let mut engine = fresh();
        let mut seconds = 0.0;
        for (gap, event) in events {
            seconds += gap;
            engine.handle(at(seconds), event);
        }
        let text = serde_json::to_string(&engine.memory()).unwrap();
        let back: unhunch::engine::Memory = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&back, &engine.memory());
    }
}

#[test]
fn a_quiet_hour_costs_about_a_dozen_wakes() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    let mut wakes = Vec::new();
    while let Some(wake) = engine.next_wake().filter(|w| w.at < Duration::from_hours(1)) {
        wakes.push(wake.why);
        engine.handle(at(wake.at.as_secs_f64()), Event::Tick);
    }
    assert!((10..=16).contains(&wakes.len()), "{} wakes: {wakes:?}", wakes.len());
}

#[test]
fn an_absent_evening_costs_next_to_nothing() {
    let mut engine = fresh();
    engine.handle(at(1.0), Event::Active);
    engine.handle(at(60.0), Event::Idle { since: Duration::from_mins(1) });
    let mut wakes = Vec::new();
    while let Some(wake) = engine.next_wake().filter(|w| w.at < Duration::from_hours(12)) {
        wakes.push(wake.why);
        engine.handle(at(wake.at.as_secs_f64()), Event::Tick);
    }
    assert!(wakes.len() <= 4, "{} wakes: {wakes:?}", wakes.len());
}

#[test]
fn the_memory_stays_small() {
    let mut engine = fresh();
    let mut seconds = 0.0;
    for _ in 0..40 {
        seconds += 3600.0;
        engine.handle(at(seconds), Event::Active);
        engine.handle(at(seconds + 1.0), Event::Ask(Request::Start));
        engine.handle(at(seconds + 200.0), Event::Tick);
    }
    let size = serde_json::to_string(&engine.memory()).unwrap().len();
    assert!(size < 16_384, "{size} bytes are written at every step");
}

#[test]
fn equal_views_are_not_drawn_twice() {
    let mut engine = fresh();
    let first = engine.handle(at(1.0), Event::Active);
    assert!(first.iter().any(|e| matches!(e, Effect::Tray(_))));
    let again = engine.handle(at(2.0), Event::Active);
    assert!(!again.iter().any(|e| matches!(e, Effect::Tray(_) | Effect::Watch(_))), "{again:?}");
}
