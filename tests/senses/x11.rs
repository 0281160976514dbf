//! Idle on a real X server with real input (XTEST).

use crate::harness::{IDLE, Listener, SOON, X, alone};
use rustix::process::{Pid, Signal, kill_process};
use std::time::{Duration, Instant};
use unhunch::parts::PartState;

const NUDGE: [&str; 4] = ["mousemove_relative", "--", "3", "3"];

fn begin(x: &X, threshold: Duration) -> Listener {
    x.input(&NUDGE).done();
    let ear = Listener::start(IDLE, threshold, x.around());
    let report = ear.report("idle", PartState::Works);
    assert!(report.means.contains("X11"), "{report:?}");
    ear.active();
    ear
}

#[test]
fn an_absence_is_said_on_time_and_the_return_at_once() {
    let _alone = alone();
    let x = X::start(71);
    let threshold = Duration::from_millis(1500);
    let ear = begin(&x, threshold);
    for _ in 0..3 {
        let before = Instant::now();
        x.input(&NUDGE).done();
        let after = Instant::now();
        let _ = ear.pick_within(Duration::from_millis(50), |_| None::<()>);
        let (at, ago) = ear.idle();
        assert!(ago >= threshold && ago < threshold + SOON, "{ago:?}");
        let (soonest, latest) = (at - before, at.saturating_duration_since(after));
        assert!(soonest >= threshold && latest < threshold + SOON, "{latest:?}");
        let before = Instant::now();
        x.input(&NUDGE).done();
        let late = ear.active() - before;
        eprintln!("idle {latest:?} after the input, return said {late:?} after its program was started");
        assert!(late < SOON, "{late:?}");
    }
}

#[test]
fn a_shorter_threshold_is_answered_at_once_and_a_longer_one_in_its_time() {
    let _alone = alone();
    let x = X::start(72);
    let ear = begin(&x, Duration::from_mins(1));
    ear.silence(Duration::from_secs(1));
    let asked = Instant::now();
    ear.senses.watch(Duration::from_millis(500));
    let (at, ago) = ear.idle();
    assert!(at - asked < SOON, "{:?}", at - asked);
    assert!(ago >= Duration::from_secs(1), "{ago:?}");
    ear.senses.watch(Duration::from_millis(200));
    ear.idle();
    ear.senses.watch(Duration::from_secs(3));
    let (_, ago) = ear.idle();
    assert!(ago >= Duration::from_secs(3) && ago < Duration::from_secs(3) + SOON, "{ago:?}");
    x.input(&NUDGE).done();
    ear.active();
}

#[test]
fn a_return_is_heard_although_the_threshold_grew_during_the_absence() {
    let _alone = alone();
    let x = X::start(73);
    let ear = begin(&x, Duration::from_millis(300));
    ear.idle();
    ear.senses.watch(Duration::from_mins(1));
    ear.silence(Duration::from_millis(300));
    x.input(&NUDGE).done();
    ear.active();
    ear.senses.watch(Duration::from_millis(300));
    ear.idle();
    x.input(&NUDGE).done();
    ear.active();
}

#[test]
fn a_threshold_of_twenty_milliseconds_works() {
    let _alone = alone();
    let x = X::start(74);
    let ear = begin(&x, Duration::from_mins(1));
    ear.senses.watch(Duration::from_millis(20));
    ear.idle();
    for _ in 0..10 {
        x.input(&NUDGE).done();
        ear.active();
        let (_, ago) = ear.idle();
        assert!(ago >= Duration::from_millis(20), "{ago:?}");
    }
}

#[test]
fn who_is_away_at_the_start_is_said_to_be() {
    let _alone = alone();
    let x = X::start(75);
    x.input(&NUDGE).done();
    std::thread::sleep(Duration::from_millis(400));
    let ear = Listener::start(IDLE, Duration::from_millis(200), x.around());
    let (_, ago) = ear.idle();
    assert!(ago >= Duration::from_millis(400), "{ago:?}");
}

#[test]
fn a_dead_server_is_reported_tried_again_and_taken_up() {
    let _alone = alone();
    let mut x = X::start(76);
    let ear = begin(&x, Duration::from_millis(500));
    ear.idle();
    x.server.kill();
    let report = ear.report("idle", PartState::Failed);
    assert!(report.says.contains("tried again in 1 s"), "{report:?}");
    assert!(!report.advice.is_empty());
    let x = X::start(76);
    ear.report("idle", PartState::Works);
    ear.idle();
    x.input(&NUDGE).done();
    ear.active();
}

#[test]
fn a_frozen_server_is_reported_and_taken_up_when_it_goes_on() {
    let _alone = alone();
    let x = X::start(79);
    let server = Pid::from_child(&x.server.0);
    kill_process(server, Signal::STOP).unwrap();
    let ear = Listener::start(IDLE, Duration::from_millis(500), x.around());
    let frozen = || {
        let report = ear.report("idle", PartState::Failed);
        assert!(report.says.contains("no answer") && report.says.contains("tried again"), "{report:?}");
        kill_process(server, Signal::CONT).unwrap();
        ear.report("idle", PartState::Works);
        ear.idle();
        x.input(&NUDGE).done();
        ear.active();
    };
    frozen();
    // Another threshold asks the server anew.
    kill_process(server, Signal::STOP).unwrap();
    ear.senses.watch(Duration::from_millis(300));
    frozen();
}

#[test]
fn no_server_is_reported() {
    let _alone = alone();
    let mut around = crate::harness::nowhere();
    around.x11 = Some(":78".into());
    let ear = Listener::start(IDLE, Duration::from_mins(1), around);
    let report = ear.report("idle", PartState::Failed);
    assert!(!report.advice.is_empty());
}
