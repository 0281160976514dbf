//! What a guide costs, and how soon it is there. Measured by hand, on a quiet machine, with the release build:
//!
//! `cargo test --release --features desktop --test desktop -- --ignored --nocapture guide::cost`
//!
//! The figures are the kernel's, and everything is drawn in software, as on the plainest of machines. A debug build prints
//! its figures and holds no limit.

use crate::harness::{App, Daemon, Desktop, Rect, Running, SOON, WINDOW, hands, memory, now, spent, until};
use std::time::Duration;

/// An exercise that never stands still, and takes two minutes.
const EXERCISE: &str = "band-lateral-raise";
/// How long it is watched.
const WATCHED: Duration = Duration::from_secs(90);
/// What it may take of one core, in percent.
const SHARE: f64 = 15.0;

const CLICKS: usize = 20;
/// Within this of the click on *Start* something is in the window, at the median.
const IN_TIME: Duration = Duration::from_millis(400);
/// Prompts that follow each other closely.
const PROMPTS: &str = "clock.speed = 20
minimum = \"5s\"
break.movement.every = \"1min\"
break.movement.lasts = \"50s\"
nudge.posture.every = \"0s\"
lull.wait = \"0s\"
check_in.most = 0
";

/// Holds a limit, where the build is the one that people run.
fn hold(within: bool, what: &str) {
    assert!(within || cfg!(debug_assertions), "{what}");
}

#[test]
#[ignore = "takes two minutes, and says something only on a quiet machine"]
fn ninety_seconds_of_an_exercise() {
    let desktop = Desktop::with(Daemon::Xfce);
    let session = desktop.session();
    let app = App::start(session);
    let before = memory(app.running.pid(), "Pss:");
    let mut window = Running::start(session.unhunch().args(["guide", EXERCISE]), &session.log());
    desktop.until_window();
    let (began, already) = (now(), spent(window.pid()));
    std::thread::sleep(WATCHED);
    let (took, used) = (began.elapsed(), spent(window.pid()).saturating_sub(already));
    let share = used.as_secs_f64() / took.as_secs_f64() * 100.0;
    let (resident, own) = (memory(window.pid(), "Rss:"), memory(window.pid(), "Pss:"));
    eprintln!("the window: {share:.1} % of one core over {took:.0?}; {resident} kB resident, {own} kB PSS");
    desktop.key("Escape");
    assert!(window.wait(WINDOW).success());
    assert_eq!(session.processes(), [app.running.pid()], "nothing stays but the app");
    eprintln!("the app: {before} kB PSS before the window, {} kB after it", memory(app.running.pid(), "Pss:"));
    hold(share <= SHARE, "the window takes too much of the processor");
}

/// Waits for something in the middle of the window: more colours than a plain fill has.
fn until_drawn(desktop: &Desktop) {
    until("a drawn window", WINDOW, || {
        let window = desktop.own_windows().pop()?;
        let (x, y) = window.centre();
        let mut dots = desktop.screen().dots(Rect { x: x - 64, y: y - 64, width: 128, height: 128 })?;
        dots.sort_unstable();
        dots.dedup();
        (dots.len() > 8).then_some(())
    });
}

#[test]
#[ignore = "says something only on a quiet machine"]
fn from_the_click_to_the_window() {
    let desktop = Desktop::with(Daemon::Xfce);
    let session = desktop.session();
    session.settings(PROMPTS);
    let _app = App::start(session);
    let mut times: Vec<Duration> = (0..CLICKS)
        .map(|_| {
            desktop.until_popup(SOON);
            let (x, y) = desktop.popup_button("Start");
            hands(session, &["mousemove", &x.to_string(), &y.to_string()]);
            let clicked = now();
            hands(session, &["click", "1"]);
            until_drawn(&desktop);
            let took = clicked.elapsed();
            session.tell(&["done"]);
            desktop.until_no_window();
            took
        })
        .collect();
    times.sort_unstable();
    let (median, longest) = (times[CLICKS / 2], times[CLICKS - 1]);
    eprintln!("from click to window, {CLICKS} times: {median:.0?} at the median, {longest:.0?} at most");
    hold(median <= IN_TIME, "the window comes too late");
}
