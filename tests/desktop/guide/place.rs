//! Where the window stands: beside the work, near the right edge, off the panel; and above it where windows are tiled.

use super::{Beside, GUIDED};
use crate::harness::{App, Sway, WINDOW, until};

/// The screen's width.
const SCREEN: i32 = 1280;
/// A window manager's border, at most.
const BORDER: i32 = 10;

#[test]
fn near_the_right_edge_and_off_the_panel() {
    let beside = Beside::alone();
    let panel = beside.desktop.panel_place().expect("a panel");
    let at = beside.desktop.own_windows().pop().expect("the window");
    let right = SCREEN - (at.x + at.width);
    assert!((24 - BORDER..=24 + BORDER).contains(&right), "{right} dots are left at the right of {at:?}");
    assert!(at.y > 0 && at.y + at.height <= panel.y, "{at:?} is over the panel, {panel:?}");
}

#[test]
fn where_windows_are_tiled_it_floats() {
    let sway = Sway::start();
    let session = sway.session();
    session.settings(GUIDED);
    let _app = App::start(session);
    session.tell(&["start"]);
    until("the window", WINDOW, || sway.has_window("unhunch").then_some(()));
    assert!(sway.floats("unhunch"), "it takes a part of the screen from the work");
}
