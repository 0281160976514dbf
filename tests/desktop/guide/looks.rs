//! The window is as dark or light as the desktop that it is on, which its portal tells.

use super::{GUIDED, desktop};
use crate::harness::{App, Desktop, Portal, WINDOW, until};

/// How bright most of the window is, from 0 to 255.
fn brightness(desktop: &Desktop) -> Option<u32> {
    let dots = desktop.screen().dots(desktop.own_windows().pop()?)?;
    let mut green: Vec<u32> = dots.into_iter().map(|dot| dot >> 8 & 0xff).collect();
    green.sort_unstable();
    green.get(green.len() / 2).copied()
}

#[test]
fn dark_on_a_dark_desktop_and_light_on_a_light_one() {
    let desktop = desktop(GUIDED);
    let session = desktop.session();
    let _portal = Portal::start(session);
    let _app = App::start(session);
    for dark in [true, false] {
        session.set_dark(dark);
        session.tell(&["guide"]);
        let what = if dark { "a dark window" } else { "a light window" };
        until(what, WINDOW, || brightness(&desktop).filter(|&bright| if dark { bright < 64 } else { bright > 192 }));
        desktop.press("Close");
        desktop.until_no_window();
        session.tell(&["skip"]);
    }
}
