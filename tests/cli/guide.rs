//! `guide` without a name: the window of the break that runs, and what becomes of it where none can open. Windows that do
//! open are the desktop tests'.

use crate::house::{House, until};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};

/// A break by command alone.
const QUIET: &str = "nudge.posture.every = \"0s\"\ncheck_in.most = 0\n";
/// A display that is not there.
const NOWHERE: [(&str, &str); 1] = [("DISPLAY", ":987")];

/// The processes that the app has started and that are not reaped.
fn children(app: u32) -> String {
    let of = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
    let tasks = std::fs::read_dir(format!("/proc/{app}/task")).expect("it runs");
    tasks.filter_map(Result::ok).map(of).collect()
}

fn state(house: &House) -> Value {
    house.json(&["status", "--json"])["state"].clone()
}

/// Waits until the terminal shows a step, and the guide has failed for this reason; the break goes on.
fn steps_come_in_the_terminal(house: &House, app: u32, why: &str) {
    until("the first step", || house.printed("out").contains("unhunch done").then_some(()));
    let part = house.part("guide");
    assert!(part["state"] == "failed" && part["says"].as_str().is_some_and(|says| says.contains(why)), "{part}");
    assert!(part["advice"].as_str().is_some_and(|advice| advice.contains("unhunch guide")), "{part}");
    assert_eq!(house.printed("err").matches("guide: ").count(), 1, "said once");
    assert_eq!(state(house), "break");
    until("no process is left", || children(app).is_empty().then_some(()));
}

#[test]
fn without_a_display_it_is_refused_and_the_steps_come_in_the_terminal() {
    let house = House::with(QUIET);
    let app = house.start();
    let said = house.run(&["guide"]);
    assert!(said.code == 1 && said.err.contains("without a display"), "{said:?}");
    assert_eq!(state(&house), "counting", "nothing began");
    assert_eq!(house.part("guide")["state"], "not-here");
    assert_eq!(house.run(&["start"]).code, 0);
    until("the first step", || house.printed("out").contains("unhunch done").then_some(()));
    assert_eq!(children(app.id()), "");
    app.quit();
}

#[test]
fn a_display_that_is_not_there_leads_to_the_terminal() {
    let house = House::with(QUIET);
    let app = house.start_with(&NOWHERE);
    assert_eq!(house.part("guide")["state"], "works");
    assert_eq!(house.run(&["start"]).code, 0);
    steps_come_in_the_terminal(&house, app.id(), "display");
    let said = house.run(&["guide"]);
    assert!(said.code == 1 && said.err.contains("could not open") && said.err.contains("display"), "{said:?}");
    assert_eq!(state(&house), "break");
    assert_eq!(house.run(&["done"]).code, 0);
    app.quit();
}

#[test]
fn asked_for_by_name_of_the_guide_it_says_why_no_window_opens_and_the_break_goes_on() {
    let house = House::with(&format!("{QUIET}guide.where = \"notification\"\n"));
    let app = house.start_with(&NOWHERE);
    assert_eq!(house.part("guide")["state"], "off");
    let said = house.run(&["guide"]);
    assert!(said.code == 1 && said.err.contains("could not open"), "{said:?}");
    steps_come_in_the_terminal(&house, app.id(), "display");
    app.quit();
}

#[test]
fn displays_that_do_not_answer_are_given_three_seconds() {
    let house = House::with(QUIET);
    let wayland = house.path("frozen");
    let _frozen = UnixListener::bind(&wayland).expect("a socket");
    let (x11, number) = (150..160)
        .find_map(|number| TcpListener::bind(("127.0.0.1", 6000 + number)).ok().map(|socket| (socket, number)))
        .expect("a free port");
    let display = format!("127.0.0.1:{number}");
    let app = house.start_with(&[("WAYLAND_DISPLAY", &wayland.to_string_lossy()), ("DISPLAY", &display)]);
    assert_eq!(house.run(&["start"]).code, 0);
    // Without Wayland's library on this machine only the X server is waited for, and that is over after two.
    let window = until("its process", || children(app.id()).split_whitespace().next().and_then(|id| id.parse().ok()));
    kill_process(Pid::from_raw(window).expect("a process"), Signal::STOP).expect("stopped");
    steps_come_in_the_terminal(&house, app.id(), "3 s");
    drop(x11);
    app.quit();
}

#[test]
fn an_app_that_dies_takes_its_window_along() {
    let house = House::with(QUIET);
    let wayland = house.path("frozen");
    let _frozen = UnixListener::bind(&wayland).expect("a socket");
    let app = house.start_with(&[("WAYLAND_DISPLAY", &wayland.to_string_lossy())]);
    assert_eq!(house.run(&["start"]).code, 0);
    let child = until("its process", || children(app.id()).split_whitespace().next().map(String::from));
    app.kill();
    // Whoever it is left to may take their time to reap it.
    let stat = || std::fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
    until("the window's process is gone", || (stat().is_empty() || stat().contains(") Z ")).then_some(()));
}

#[test]
fn an_update_under_the_running_app_does_not_keep_the_guide_from_opening() {
    let house = House::with(QUIET);
    let program = house.path("unhunch");
    std::fs::copy(env!("CARGO_BIN_EXE_unhunch"), &program).expect("copied");
    let like = house.command(&[]);
    let mut command = Command::new(&program);
    command.env_clear().envs(like.get_envs().filter_map(|(name, value)| Some((name, value?)))).envs(NOWHERE);
    let mut app = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("started");
    until("the app answers", || (house.run(&["status"]).code == 0).then_some(()));
    std::fs::remove_file(&program).expect("removed");
    std::fs::write(&program, "another version").expect("written");
    let said = house.run(&["guide"]);
    assert!(said.code == 1 && said.err.contains("The display does not answer"), "the old one runs: {said:?}");
    assert_eq!(house.run(&["quit"]).code, 0);
    assert!(until("its end", || app.try_wait().expect("asked")).success());
}

#[test]
fn the_way_of_the_running_app_is_nobody_elses() {
    let house = House::new();
    let said = house.run(&["window", "guide"]);
    assert!(said.code == 2 && said.err.contains("unhunch guide"), "{said:?}");
    let mut command = house.command(&["window", "guide"]);
    let (ours, theirs) = std::os::unix::net::UnixStream::pair().expect("a pair");
    let child = command.stdin(Stdio::from(std::os::fd::OwnedFd::from(theirs))).spawn().expect("started");
    drop(command);
    drop(ours);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "an app that has gone at once wants no window");
    assert_eq!(house.run(&["status", "--json"]).code, 3);
    assert_eq!(json!(null), house.part("guide"));
}
