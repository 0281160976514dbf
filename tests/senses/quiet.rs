//! The senses wake up for nothing: their threads' voluntary context switches, as the kernel counts them.

use crate::camera::one_camera;
use crate::casts::PipeWire;
use crate::dnd::Dunst;
use crate::fullscreen::Desk;
use crate::harness::{Bus, Listener, PRESENCE, X, alone, nowhere};
use crate::inhibitors::Gnome;
use crate::sound::{MIC, SHORT, Server};
use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};
use unhunch::engine::event::Sense;
use unhunch::parts::PartState;
use unhunch::senses::Signal;

/// By then what the senses did at first is over.
const SETTLED: Duration = Duration::from_secs(8);

/// How long is measured.
const SPAN: Duration = Duration::from_secs(15);

/// The wake-ups so far of each thread that the senses cause.
fn wakes() -> BTreeMap<String, u64> {
    let tasks = fs::read_dir("/proc/self/task").unwrap();
    let mut wakes = BTreeMap::new();
    for task in tasks {
        let path = task.unwrap().path();
        let Ok(status) = fs::read_to_string(path.join("status")) else {
            continue;
        };
        let field = |key: &str| status.lines().find_map(|line| line.strip_prefix(key));
        let name = field("Name:").unwrap().trim().to_owned();
        if ["senses", "senses-idle", "async-io"].contains(&name.as_str()) {
            let count = field("voluntary_ctxt_switches:").unwrap().trim();
            wakes.insert(format!("{name} {}", path.display()), count.parse().unwrap());
        }
    }
    wakes
}

/// Wake-ups a second over the span.
fn rate(what: &str) -> f64 {
    let before = wakes();
    let begin = Instant::now();
    std::thread::sleep(SPAN);
    let after = wakes();
    let mut sum = 0;
    for (thread, count) in &after {
        let woke = count - before.get(thread).copied().unwrap_or(0);
        eprintln!("{what}: {thread} woke {woke} times");
        sum += woke;
    }
    f64::from(u32::try_from(sum).unwrap()) / begin.elapsed().as_secs_f64()
}

fn repeated(times: usize, step: &[&'static str]) -> Vec<&'static str> {
    step.iter().copied().cycle().take(times * step.len()).collect()
}

#[test]
fn neither_stillness_nor_constant_input_wakes_anybody() {
    let _alone = alone();
    let x = X::start(77);
    let (session, system) = (Bus::start(), Bus::start());
    let mut around = x.around();
    around.session_bus.clone_from(&session.address);
    around.system_bus.clone_from(&system.address);
    let ear = Listener::start(PRESENCE, Duration::from_mins(1), around);
    ear.report("idle", PartState::Works);
    ear.report("sleep", PartState::NotHere);
    let _ = ear.pick_within(SETTLED, |_| None::<()>);

    let still = rate("still");
    let moves = repeated(600, &["mousemove_relative", "1", "1", "sleep", "0.05"]);
    let keys = repeated(120, &["key", "a", "sleep", "0.25"]);
    let (_mouse, _keyboard) = (x.input(&moves), x.input(&keys));
    // That it begins is heard, once.
    let _ = ear.pick_within(SETTLED, |_| None::<()>);
    let busy = rate("busy");
    eprintln!("wake-ups a second: still {still:.3}, busy {busy:.3}");
    assert!(still <= 0.1, "{still}");
    assert!(busy <= 0.2, "{busy}");
    ear.silence(Duration::from_millis(100));
}

/// What a recording costs: nothing, and nothing before and after it either.
fn calls_are_free(server: Option<&Server>) {
    let folder = one_camera();
    let nobody = Server::none();
    let mut around = server.unwrap_or(&nobody).around(SHORT);
    around.calls.cameras = Some(folder.devices());
    let wanted = &[Sense::Mic, Sense::Camera];
    let ear = Listener::start(wanted, Duration::from_mins(1), around);
    ear.report("camera", PartState::Works);
    let _ = ear.pick_within(SETTLED, |_| None::<()>);
    let free = rate("free");
    assert!(free <= 0.0, "{free}");
    if let Some(server) = server {
        let (_parec, _tail) = (server.parec(MIC), folder.open("video0"));
        let _ = ear.pick_within(SETTLED, |_| None::<()>);
        let call = rate("in a call");
        assert!(call <= 0.0, "{call}");
        ear.silence(Duration::from_millis(100));
    }
}

#[test]
fn a_call_on_pulseaudio_wakes_nobody() {
    let _alone = alone();
    calls_are_free(Some(&Server::pulse()));
}

#[test]
fn a_call_on_pipewire_wakes_nobody() {
    let _alone = alone();
    calls_are_free(Some(&Server::pipewire()));
}

#[test]
fn a_sound_server_that_is_not_there_wakes_nobody() {
    let _alone = alone();
    calls_are_free(None);
}

#[test]
fn a_desktop_where_nothing_changes_wakes_nobody() {
    let _alone = alone();
    let gnome = Gnome::start(65);
    let _dunst = Dunst::spawn(&gnome.bus, &gnome.x);
    let _film = gnome.hold("chromium", "Video Wake Lock", "idle");
    let mut around = nowhere();
    around.session_bus.clone_from(&gnome.bus.address);
    around.system_bus.clone_from(&gnome.bus.address);
    let ear = Listener::start(&[Sense::Awake, Sense::Presenting, Sense::Dnd], Duration::from_mins(1), around);
    // The deadlines of the first questions, five seconds, wake the reactor once more.
    let said = ear.pick_within(Duration::from_secs(1) + SETTLED, |_| None::<()>).unwrap_err();
    for part in ["awake", "presenting", "dnd"] {
        let works = |signal: &Signal| matches!(signal, Signal::Part(r) if r.part.token() == part && r.state == PartState::Works);
        assert!(said.iter().any(works), "{part}: {said:?}");
    }
    let still = rate("still desktop");
    eprintln!("wake-ups a second: {still:.3}");
    assert!(still <= 0.1, "{still}");
}

#[test]
fn neither_a_screen_nor_pipewire_that_stands_still_wakes_anybody() {
    let _alone = alone();
    let (desk, bus) = (Desk::start(69), Bus::start());
    let pipewire = PipeWire::start(&bus);
    let (_program, window) = desk.open();
    let mut around = pipewire.around();
    around.x11 = Some(desk.x.name.clone());
    let ear = Listener::start(&[Sense::Fullscreen, Sense::Presenting], Duration::from_mins(1), around);
    ear.report("presenting", PartState::Works);
    desk.fill(window, true);
    let _ = ear.pick_within(SETTLED, |_| None::<()>);

    let still = rate("full screen, PipeWire");
    let keys = repeated(80, &["key", "a", "sleep", "0.15"]);
    let _keyboard = desk.x.input(&keys);
    let typed = rate("the same, typed into");
    eprintln!("wake-ups a second: still {still:.3}, typed into {typed:.3}");
    assert!(still <= 0.1, "{still}");
    ear.silence(Duration::from_millis(100));
}
