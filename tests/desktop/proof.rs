//! The harness can do what it says: it sees, reads and answers a notification of a stranger.

use crate::harness::{Daemon, Desktop, Running, until};
use std::time::Duration;

/// A notification of another program, whose answer ends it.
fn stranger(desktop: &Desktop) -> Running {
    let session = desktop.session();
    let mut command = session.command("notify-send");
    command.args(["-t", "0", "-A", "start=Start", "-A", "later=Snooze 5 min", "-A", "skip=Skip", "Title", "Text"]);
    Running::start_piped(&mut command, &session.log())
}

#[test]
fn buttons_of_xfce_are_read_and_clicked() {
    let desktop = Desktop::with(Daemon::Xfce);
    let mut stranger = stranger(&desktop);
    desktop.until_popup(Duration::from_secs(10));
    let texts = ["Title", "Text", "Start", "Snooze 5 min", "Skip"];
    until("the popup's texts", Duration::from_secs(5), || (desktop.popup_texts() == texts).then_some(()));
    desktop.answer("Snooze");
    assert_eq!(stranger.first_line(), "later");
    desktop.until_no_popup();
}

#[test]
fn buttons_are_pressed_without_a_hand() {
    let desktop = Desktop::with(Daemon::Xfce);
    let mut stranger = stranger(&desktop);
    let read = || desktop.reader().widgets("xfce4-notifyd").into_iter().find(|widget| widget.name == "Skip");
    let skip = until("the button", Duration::from_secs(10), read);
    desktop.reader().press(&skip);
    assert_eq!(stranger.first_line(), "skip");
}

#[test]
fn actions_of_dunst_are_chosen() {
    let desktop = Desktop::with(Daemon::Dunst);
    let mut stranger = stranger(&desktop);
    desktop.answer("Skip");
    assert_eq!(stranger.first_line(), "skip");
    desktop.until_no_popup();
}

#[test]
fn popups_are_closed_without_a_choice() {
    for daemon in [Daemon::Xfce, Daemon::Dunst] {
        let desktop = Desktop::with(daemon);
        let mut stranger = stranger(&desktop);
        desktop.close_popup();
        stranger.wait(Duration::from_secs(5));
    }
}
