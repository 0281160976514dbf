//! What the engine costs: how often it wakes, how much it remembers, and that nothing is drawn twice.

use crate::{at, fresh};
use std::time::Duration;
use unhunch::engine::effect::Effect;
use unhunch::engine::event::{Event, Request};

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
