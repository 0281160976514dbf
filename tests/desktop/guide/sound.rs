//! The soft sound when a step begins: heard by the sound server where the person wants it, and never in a call.

use super::{Beside, GUIDED, WHOLE, desktop, exercise, taken};
use crate::harness::{App, Desktop, Running, Session, Sound, until};
use std::time::Duration;

const RATE: usize = 44_100;
/// A call is believed after 5 s and let go of after 15 s: real time.
const CALL: Duration = Duration::from_secs(40);

/// Hears all that is played, until it is dropped.
fn hear(session: &Session) -> Running {
    let mut command = session.command("parec");
    command.args(["--device=out.monitor", "--raw", "--format=s16le", "--channels=1", "--rate=44100"]);
    let ears = Running::start(&mut command, &session.path("heard"));
    until("the first of the silence", WHOLE, || (!heard(session).is_empty()).then_some(()));
    ears
}

/// Every sample so far.
fn heard(session: &Session) -> Vec<i16> {
    let bytes = std::fs::read(session.path("heard")).unwrap_or_default();
    bytes.chunks_exact(2).map(|two| i16::from_le_bytes([two[0], two[1]])).collect()
}

/// The tones among them: their lengths in samples. Between two of its waves it is never silent for a hundredth
/// of a second.
fn tones(samples: &[i16]) -> Vec<usize> {
    let loud = samples.iter().enumerate().filter(|(_, sample)| sample.unsigned_abs() > 20).map(|(at, _)| at);
    let mut tones: Vec<(usize, usize)> = Vec::new();
    for at in loud {
        match tones.last_mut() {
            Some((_, end)) if at - *end < RATE / 100 => *end = at,
            Some(_) | None => tones.push((at, at)),
        }
    }
    tones.into_iter().map(|(from, until)| until - from).collect()
}

fn with_sound(on: bool) -> (Desktop, Sound, Running) {
    let desktop = desktop(&format!("{GUIDED}guide.sound = {on}\n"));
    let sound = Sound::start(desktop.session());
    let ears = hear(desktop.session());
    (desktop, sound, ears)
}

fn holds(session: &Session) -> usize {
    session.status()["holds"].as_array().expect("the holds").len()
}

#[test]
fn a_step_is_heard_softly_and_is_no_call() {
    let (desktop, _sound, _ears) = with_sound(true);
    let beside = Beside::on(desktop, false);
    let session = beside.session();
    let first = until("a whole tone", WHOLE, || {
        let samples = heard(session);
        let after = samples.iter().rev().take_while(|sample| sample.unsigned_abs() <= 20).count();
        tones(&samples).first().copied().filter(|_| after > RATE / 5)
    });
    assert!((RATE / 5..=RATE * 3 / 10).contains(&first), "{first} samples");
    let loudest = heard(session).iter().map(|sample| sample.unsigned_abs()).max();
    assert!(loudest.is_some_and(|loudest| loudest < 3000), "{loudest:?}");
    let row = taken(session);
    assert_eq!(row["holds"], serde_json::json!({}), "{row}");
    assert_eq!(holds(session), 0);
    beside.until_nothing_stays();
}

#[test]
fn without_the_setting_there_is_none() {
    let (desktop, _sound, _ears) = with_sound(false);
    let beside = Beside::on(desktop, false);
    taken(beside.session());
    let samples = heard(beside.session());
    assert!(samples.len() > 5 * RATE && samples.iter().all(|sample| *sample == 0), "{} samples", samples.len());
}

#[test]
fn in_a_call_the_guide_is_silent() {
    let (desktop, _sound, _ears) = with_sound(true);
    let session = desktop.session();
    let _app = App::start(session);
    let call = session.recorder();
    until("the call", CALL, || (holds(session) > 0).then_some(()));
    let before = heard(session).len();
    let _window = Running::start(session.unhunch().args(["guide", "box"]), &session.log());
    // Each word is a step of four seconds.
    for word in ["Breathe in", "Hold", "Breathe out"] {
        desktop.until_window_says(word);
    }
    assert!(heard(session).len() > before + 7 * RATE, "it was listened to");
    assert!(tones(&heard(session)).is_empty(), "somebody speaks");
    drop(call);
    until("the end of the call", CALL, || (holds(session) == 0).then_some(()));
    until("a tone", WHOLE, || tones(&heard(session)).pop());
}

#[test]
fn a_frozen_sound_server_keeps_nobody_waiting() {
    let (desktop, sound, _ears) = with_sound(true);
    let beside = Beside::on(desktop, false);
    until("a tone", WHOLE, || tones(&heard(beside.session())).pop());
    sound.freeze();
    let shown = exercise(beside.session());
    let last = shown.steps.last().expect("a step");
    beside.desktop.until_window_says(last);
    beside.desktop.press("Close");
    beside.until_nothing_stays();
}

#[test]
fn without_a_sound_server_all_goes_on() {
    let beside = Beside::on(desktop(&format!("{GUIDED}guide.sound = true\n")), false);
    taken(beside.session());
    beside.until_nothing_stays();
}
