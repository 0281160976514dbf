//! The page Today as a person uses it: a break skipped, started and ended there, its story read, corrected and undone; and
//! the app started from it.

use crate::harness::{App, Daemon, Desktop, SOON, Session, WINDOW, Widget, until};
use std::time::Duration;

/// A day that goes a minute a second, with a break every quarter of an hour.
const CALM: &str = "clock.speed = 60
break.movement.every = \"15min\"
break.movement.lasts = \"8min\"
nudge.posture.every = \"0s\"
lull.wait = \"0s\"
guide.where = \"notification\"
check_in.most = 0
";

/// The break on the timeline that came to this.
fn on_timeline(desktop: &Desktop, ended: &str) -> Widget {
    let what = format!("a break on the timeline: {ended}");
    let is = |widget: &Widget| widget.is_button() && widget.name.contains(ended) && widget.name.contains("movement");
    until(&what, WINDOW, || desktop.window_widgets().into_iter().find(is))
}

fn outcomes(session: &Session) -> Vec<String> {
    session.breaks().iter().filter_map(|row| row["outcome"].as_str().map(str::to_owned)).collect()
}

#[test]
fn a_day_at_the_window() {
    let desktop = Desktop::with(Daemon::Xfce);
    let session = desktop.session();
    session.set_screen_reader();
    session.settings(CALM);
    let _person = desktop.person();
    let app = App::start(session);
    session.tell(&["open", "today"]);
    desktop.until_window();
    desktop.until_button("Start break now");
    until("the break to be due", WINDOW, || (session.status()["state"] == "due").then_some(()));
    desktop.press("Skip");
    until("the break to be skipped", SOON, || (outcomes(session) == ["skipped"]).then_some(()));
    let skipped = on_timeline(&desktop, "skipped");
    desktop.click_button("Start break now");
    until("the break", SOON, || (session.status()["state"] == "break").then_some(()));
    desktop.until_button("Show the guide");
    // Two minutes of the app's time, which is enough for a break.
    std::thread::sleep(Duration::from_secs(2));
    desktop.press("Break done");
    until("the break to be taken", SOON, || (outcomes(session) == ["skipped", "taken"]).then_some(()));
    on_timeline(&desktop, "taken");
    desktop.reader().press(&skipped);
    desktop.until_window_says("It was skipped: you chose to skip it");
    desktop.press("I did take it");
    desktop.until_window_says("It counts as taken now.");
    until("it to be taken", SOON, || (outcomes(session) == ["taken", "taken"]).then_some(()));
    desktop.press("Undo");
    desktop.until_window_says("It counts as skipped now.");
    until("it to be skipped", SOON, || (outcomes(session) == ["skipped", "taken"]).then_some(()));
    desktop.key("ctrl+w");
    desktop.until_no_window();
    until("the window's process to end", WINDOW, || (session.processes() == [app.running.pid()]).then_some(()));
}

#[test]
fn the_app_is_started_from_the_window() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.set_screen_reader();
    let _window = crate::harness::Running::start(session.unhunch().args(["open", "today"]), &session.log());
    desktop.press("Start Unhunch");
    desktop.until_button("Start break now");
    session.until_icon();
    session.tell(&["quit"]);
    desktop.until_button("Start Unhunch");
}
