//! The figure in the notification: drawn by a child once the app has started, and seen with the next prompt.

use crate::harness::{App, BRISK, Daemon, Desktop, SOON, until};
use std::time::Duration;
use unhunch::figures::{Palette, Role};

/// A debug build draws last in line for a processor that others may want.
const DRAWN: Duration = Duration::from_mins(4);

/// How many pixels of the screen have the colour of the figure's paper.
fn paper(desktop: &Desktop) -> usize {
    let shot = desktop.session().path("shot.png");
    desktop.picture(&shot);
    let shot = tiny_skia::Pixmap::load_png(&shot).unwrap();
    let paper = Palette::Light.colour(Role::Paper);
    shot.pixels().iter().filter(|pixel| [pixel.red(), pixel.green(), pixel.blue()] == paper).count()
}

#[test]
fn the_app_has_the_figures_drawn_and_the_prompt_shows_one() {
    let desktop = Desktop::with(Daemon::Xfce);
    let session = desktop.session();
    session.settings(BRISK);
    let _person = desktop.person();
    let _app = App::start(session);
    desktop.until_popup(SOON);
    assert!(paper(&desktop) < 20, "no picture yet, and nothing waits for it");
    let figures = session.path(".cache/unhunch/figures");
    let drawn = || {
        let names: Vec<String> =
            std::fs::read_dir(&figures).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        names.iter().any(|name| name.starts_with(env!("CARGO_PKG_VERSION"))).then_some(())
    };
    until("the figures", DRAWN, drawn);
    session.ask(&["skip"]);
    until("the figure in the prompt", SOON, || (paper(&desktop) > 500).then_some(()));
}
