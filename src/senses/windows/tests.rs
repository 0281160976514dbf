//! The senses against Windows, or as much of it as wine is.
#![expect(unsafe_code, reason = "what Windows sends to a window is sent by hand")]

use super::window::{CLASS, wide};
use super::{Surroundings, ask, start};
use crate::engine::event::{Device, Fact, Sense};
use crate::parts::PartState;
use crate::senses::calendar::Calendars;
use crate::senses::{Senses, Signal};
use std::collections::BTreeSet;
use std::ptr::null;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use windows_registry::CURRENT_USER;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    FindWindowW, PBT_APMRESUMEAUTOMATIC, PBT_APMSUSPEND, SendMessageW, WM_ENDSESSION, WM_POWERBROADCAST, WM_TIMECHANGE,
    WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, WTS_SESSION_UNLOCK,
};

/// Long enough for whatever is waited for.
const PATIENCE: Duration = Duration::from_secs(20);
/// The hidden windows have one name, and each test looks for its own.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn run(wanted: &[Sense], consent: &str, threshold: Duration) -> (Senses, Receiver<Signal>) {
    let (sender, heard) = channel();
    let tell = Arc::new(move |signal| drop(sender.send(signal)));
    let around = Surroundings { consent: consent.into(), calendars: Calendars::default() };
    let wanted: BTreeSet<Sense> = wanted.iter().copied().collect();
    (start(tell, Box::new(|| ()), &wanted, threshold, around).unwrap(), heard)
}

fn wait(heard: &Receiver<Signal>, what: impl Fn(&Signal) -> bool) -> Signal {
    loop {
        let signal = heard.recv_timeout(PATIENCE).expect("it is told in time");
        if what(&signal) {
            return signal;
        }
    }
}

fn part(heard: &Receiver<Signal>, sense: Sense) -> PartState {
    let signal = wait(heard, |signal| matches!(signal, Signal::Part(report) if report.part == sense.into()));
    let Signal::Part(report) = signal else { panic!("{signal:?}") };
    report.state
}

/// Anything but how a sense is doing.
fn news(signal: &Signal) -> bool {
    !matches!(signal, Signal::Part(_))
}

fn send(message: u32, what: u32) {
    let class = wide(CLASS);
    // SAFETY: the name ends with a zero and lives as long as the call; a window that is gone is no harm.
    unsafe {
        let window = FindWindowW(class.as_ptr(), null());
        assert!(!window.is_null(), "the hidden window is there");
        SendMessageW(window, message, what as usize, 0);
    }
}

#[test]
#[ignore = "opens a window, which wine does on a screen alone"]
fn what_windows_sends_to_the_hidden_window_is_told() {
    let _alone = ONE_AT_A_TIME.lock();
    let (senses, heard) = run(&[Sense::Lock, Sense::Sleep, Sense::Calendar], "", PATIENCE);
    assert_eq!(part(&heard, Sense::Calendar), PartState::Off, "no calendar is named");
    assert_eq!(part(&heard, Sense::Idle), PartState::Off);
    if part(&heard, Sense::Lock) == PartState::Works {
        wait(&heard, |signal| *signal == Signal::Locked(false));
    }
    assert_eq!(part(&heard, Sense::Sleep), PartState::Works);
    for (what, on) in [(WTS_SESSION_LOCK, true), (WTS_SESSION_LOCK, true), (WTS_SESSION_UNLOCK, false)] {
        send(WM_WTSSESSION_CHANGE, what);
        if on {
            continue;
        }
        let locked: Vec<Signal> = [(); 2].map(|()| wait(&heard, news)).into();
        assert_eq!(locked, [Signal::Locked(true), Signal::Locked(false)], "a lock is told once");
    }
    std::thread::scope(|scope| {
        let asleep = scope.spawn(|| send(WM_POWERBROADCAST, PBT_APMSUSPEND));
        wait(&heard, |signal| *signal == Signal::Sleeping(true));
        assert!(!asleep.is_finished(), "Windows waits until the day is stored");
        senses.stored();
    });
    send(WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC);
    let woke: Vec<Signal> = [(); 2].map(|()| wait(&heard, news)).into();
    assert_eq!(woke, [Signal::Sleeping(false), Signal::Clocks]);
    send(WM_TIMECHANGE, 0);
    assert_eq!(wait(&heard, news), Signal::Clocks);
    send(WM_ENDSESSION, 0);
    std::thread::scope(|scope| {
        let ends = scope.spawn(|| send(WM_ENDSESSION, 1));
        assert_eq!(wait(&heard, news), Signal::SessionOver, "a session that goes on is not told");
        assert!(!ends.is_finished(), "Windows waits for the orderly end");
        drop(senses);
    });
    assert!(heard.recv_timeout(PATIENCE).is_err(), "the thread ends with the value");
}

#[test]
#[ignore = "opens a window, which wine does on a screen alone"]
fn a_program_that_the_registry_notes_is_a_call_once_it_has_lasted() {
    let _alone = ONE_AT_A_TIME.lock();
    let store = format!(r"Software\Unhunch tests\{}", std::process::id());
    let camera = CURRENT_USER.create(format!(r"{store}\webcam")).unwrap();
    let (_senses, heard) = run(&[Sense::Camera, Sense::Mic], &store, PATIENCE);
    assert_eq!(part(&heard, Sense::Mic), PartState::NotHere, "there is no such key");
    assert_eq!(part(&heard, Sense::Camera), PartState::Works);
    let package = camera.create("Maker.Talk_abc").unwrap();
    package.set_u64("LastUsedTimeStart", u64::MAX / 2).unwrap();
    package.set_u64("LastUsedTimeStop", 0).unwrap();
    let called = |signal: &Signal| matches!(signal, Signal::Call { .. });
    let call = |on, program| Signal::Call { device: Device::Camera, on, program };
    assert_eq!(wait(&heard, called), call(true, Some("Talk".into())));
    package.set_u64("LastUsedTimeStop", u64::MAX / 2 + 1).unwrap();
    assert_eq!(wait(&heard, called), call(false, None));
    // A file counts only while a process of it runs: this one does.
    let own = std::env::current_exe().unwrap();
    let name = own.file_name().unwrap().to_str().unwrap();
    let file = camera.create(format!("NonPackaged\\C:#{name}")).unwrap();
    file.set_u64("LastUsedTimeStart", u64::MAX / 2).unwrap();
    file.set_u64("LastUsedTimeStop", 0).unwrap();
    assert_eq!(wait(&heard, called), call(true, Some(own.file_stem().unwrap().to_str().unwrap().into())));
    CURRENT_USER.remove_tree(store).unwrap();
}

#[test]
fn a_session_without_any_input_is_quiet_since_it_was_first_looked_at() {
    let minute = Duration::from_mins(1);
    assert_eq!(ask::since(0, 3_600_000, 3_660_000), minute);
    assert_eq!(ask::since(3_600_000, 3_000_000, 3_660_000), minute);
    assert_eq!(ask::since(u32::MAX - 29_999, 3_000_000, 30_000), minute, "both begin anew");
}

#[test]
#[ignore = "opens a window, which wine does on a screen alone"]
fn input_and_the_screen_are_looked_at() {
    let _alone = ONE_AT_A_TIME.lock();
    let (senses, heard) = run(&[Sense::Idle, Sense::Fullscreen, Sense::Awake], "", Duration::from_millis(300));
    assert_eq!(part(&heard, Sense::Idle), PartState::Works);
    let mut facts = [(); 2].map(|()| wait(&heard, |signal| matches!(signal, Signal::Desktop { .. })));
    facts.sort_by_key(|fact| format!("{fact:?}"));
    assert!(matches!(facts[0], Signal::Desktop { fact: Fact::Awake, .. }), "{facts:?}");
    assert!(matches!(facts[1], Signal::Desktop { fact: Fact::Fullscreen, on: false }), "{facts:?}");
    let idle = |signal: &Signal| matches!(signal, Signal::Idle { .. });
    wait(&heard, idle);
    senses.watch(Duration::from_millis(200));
    wait(&heard, idle);
}
