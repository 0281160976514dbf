//! What becomes of the microphone's sense when its sound server restarts, stays away, freezes or goes mad, and that it keeps no
//! microphone awake. Needs what `mic` needs.

use crate::harness::{SOON, alone, eventually};
use crate::mic::ear;
use crate::sound::{MIC, SHORT, Server};
use rustix::process::Signal as Kill;
use std::io::{Read, Write};
use std::os::unix::net::UnixListener;
use std::thread;
use std::time::Duration;
use unhunch::parts::PartState;
use unhunch::senses::linux::calls::Lasts;

#[test]
fn a_call_goes_on_over_a_servers_restart() {
    let _alone = alone();
    let mut server = Server::pulse();
    let lasts = Lasts { dropped: Duration::from_secs(8), ..SHORT };
    let ear = ear(&server, lasts);
    let before = server.parec(MIC);
    assert!(ear.call().2);
    server.kill();
    drop(before);
    ear.says("mic", "gone just now; waited for");
    server.start_pulse();
    let after = server.parec(MIC);
    ear.says("mic", "in use by parec");
    ear.no_call(lasts.dropped + SOON);
    drop(after);
    assert!(!ear.call().2);
}

#[test]
fn a_server_that_stays_away_ends_the_call_and_one_that_comes_is_found() {
    let _alone = alone();
    let mut server = Server::none();
    let ear = ear(&server, SHORT);
    let report = ear.report("mic", PartState::NotHere);
    assert!(report.says.contains("no sound server") && !report.advice.is_empty(), "{report:?}");
    // Every pause is over: from here on only the file system can tell.
    ear.silence(Duration::from_secs(3));
    server.start_pulse();
    ear.report("mic", PartState::Works);
    let _parec = server.parec(MIC);
    assert!(ear.call().2);
    server.kill();
    assert!(!ear.call().2);
    ear.report("mic", PartState::NotHere);
    ear.silence(Duration::from_secs(3));
    server.start_pulse();
    ear.report("mic", PartState::Works);
}

#[test]
fn a_frozen_server_holds_up_nobody_and_is_taken_up_again() {
    let _alone = alone();
    let server = Server::pulse();
    server.signal(Kill::STOP);
    let ear = ear(&server, SHORT);
    let report = ear.report("mic", PartState::Failed);
    assert!(report.says.contains("does not answer"), "{report:?}");
    server.signal(Kill::CONT);
    ear.report("mic", PartState::Works);
}

/// A microphone that nobody uses goes to sleep, whoever listens to the server.
fn sleeps(server: &Server) {
    let asleep = || {
        eventually("the microphone's sleep", || {
            let list = server.ask(&["list", "short", "sources"]);
            let mic = list.lines().find(|line| line.split_whitespace().nth(1) == Some(MIC)).unwrap();
            mic.ends_with("SUSPENDED").then_some(())
        });
    };
    let ear = ear(server, SHORT);
    ear.report("mic", PartState::Works);
    asleep();
    let parec = server.parec(MIC);
    assert!(ear.call().2);
    drop(parec);
    assert!(!ear.call().2);
    asleep();
}

#[test]
fn listening_keeps_no_microphone_awake_on_pulseaudio() {
    let _alone = alone();
    let server = Server::pulse();
    server.ask(&["load-module", "module-suspend-on-idle", "timeout=1"]);
    sleeps(&server);
}

#[test]
fn listening_keeps_no_microphone_awake_on_pipewire() {
    let _alone = alone();
    sleeps(&Server::pipewire());
}

/// A stand-in for a server gone mad, which no real one will play.
#[test]
fn nonsense_is_refused_and_costs_nothing() {
    let _alone = alone();
    let endless = [&u32::MAX.to_be_bytes()[..], &[0xff; 4], &[0; 12]].concat();
    let junk = [&8_u32.to_be_bytes()[..], &[0xff; 4], &[0; 12], b"GET / HT"].concat();
    for answer in [endless, junk] {
        let server = Server::none();
        std::fs::create_dir(server.socket().parent().unwrap()).unwrap();
        let listener = UnixListener::bind(server.socket()).unwrap();
        thread::spawn(move || {
            for line in listener.incoming() {
                let mut line = line.unwrap();
                let _ = line.read(&mut [0; 512]);
                let _ = line.write_all(&answer);
                let _ = line.read(&mut [0; 512]);
            }
        });
        let ear = ear(&server, SHORT);
        let report = ear.report("mic", PartState::Failed);
        assert!(report.says.contains("cannot be read"), "{report:?}");
    }
}
