//! The guide without a window, as the person has set it: step by step in the notification.

use super::{GUIDED, exercise, taken};
use crate::harness::{App, Daemon, Desktop, Running, SOON, until};

fn in_the_notification(daemon: Daemon) -> (Desktop, App, Running) {
    let desktop = Desktop::with(daemon);
    let session = desktop.session();
    session.settings(&format!("{GUIDED}guide.where = \"notification\"\n"));
    let person = desktop.person();
    let app = App::start(session);
    session.tell(&["start"]);
    desktop.until_popup(SOON);
    (desktop, app, person)
}

#[test]
fn steps_follow_each_other_in_xfce() {
    let (desktop, _app, _person) = in_the_notification(Daemon::Xfce);
    let session = desktop.session();
    let shown = exercise(session);
    for step in &shown.steps {
        until(step, SOON, || desktop.popup_texts().iter().any(|text| text.contains(step)).then_some(()));
    }
    assert!(desktop.own_windows().is_empty() && session.processes().len() == 1, "no window");
    assert_eq!(taken(session)["evidence"], "guided");
    desktop.until_no_popup();
}

#[test]
fn dunst_guides_to_the_end() {
    let (desktop, _app, _person) = in_the_notification(Daemon::Dunst);
    let row = taken(desktop.session());
    assert_eq!(row["evidence"], "guided", "{row}");
    desktop.until_no_popup();
}
