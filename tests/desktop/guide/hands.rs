//! The guide by the keys alone and by the mouse alone, on X11 and on Wayland. The screen reader only looks on.

use super::{Beside, COUNTS, GUIDED, exercise, taken};
use crate::harness::{App, SOON, Sway, WINDOW, now, until};

/// Does something that swaps the exercise, and waits for the other one.
fn swaps(beside: &Beside, act: impl FnOnce()) {
    let first = exercise(beside.session()).id;
    act();
    let second =
        until("another exercise", SOON, || Some(exercise(beside.session())).filter(|second| second.id != first));
    beside.desktop.until_window_says(&second.name);
}

#[test]
fn letters_do_what_the_buttons_do() {
    let beside = Beside::alone();
    let session = beside.session();
    beside.until_it_hears();
    swaps(&beside, || beside.desktop.key("s"));
    let hurt = exercise(session).id;
    swaps(&beside, || beside.desktop.key("h"));
    assert_eq!(session.status()["hidden"][0]["id"], hurt.as_str());
    beside.until_it_counts();
    beside.desktop.key("d");
    taken(session);
    beside.until_nothing_stays();
}

#[test]
fn tab_and_space_press_every_button() {
    let beside = Beside::alone();
    beside.until_it_hears();
    swaps(&beside, || {
        beside.desktop.tab_to("Swap");
        beside.desktop.key("space");
    });
    beside.until_it_counts();
    beside.desktop.tab_to("Done");
    beside.desktop.key("space");
    taken(beside.session());
    beside.until_nothing_stays();
}

#[test]
fn escape_closes_it_and_the_break_goes_on() {
    let beside = Beside::alone();
    beside.desktop.until_button("Close");
    beside.desktop.key("Escape");
    beside.until_nothing_stays();
    assert_eq!(beside.session().status()["state"], "break");
}

#[test]
fn the_mouse_presses_what_it_is_over() {
    let beside = Beside::open();
    swaps(&beside, || beside.desktop.click_button("Swap"));
    beside.until_it_counts();
    beside.desktop.click_button("Done");
    taken(beside.session());
    beside.until_nothing_stays();
}

#[test]
fn the_window_managers_close_is_close() {
    let beside = Beside::open();
    beside.desktop.until_button("Close");
    beside.desktop.key("alt+F4");
    beside.until_nothing_stays();
    until("the break to go on", WINDOW, || (beside.session().status()["state"] == "break").then_some(()));
}

#[test]
fn on_wayland_a_letter_does_it_too() {
    let sway = Sway::start();
    let session = sway.session();
    session.settings(GUIDED);
    let app = App::start(session);
    session.tell(&["start"]);
    let began = now();
    until("the window", WINDOW, || sway.has_window("unhunch").then_some(()));
    let first = exercise(session).id;
    sway.key("s", || (exercise(session).id != first).then_some(()));
    std::thread::sleep((began + COUNTS).saturating_duration_since(now()));
    sway.key("d", || (!sway.has_window("unhunch")).then_some(()));
    taken(session);
    until("its process to end", WINDOW, || (session.processes() == [app.running.pid()]).then_some(()));
}
