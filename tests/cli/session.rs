//! The end of the desktop's session, seen from outside: its display and its bus are sockets of this test's own.

use crate::house::{FAST, House, until};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::time::Duration;

/// Long enough for an end that would be wrong.
const WHILE: Duration = Duration::from_millis(1500);

/// A socket that somebody may connect to, until it goes with all that is connected.
struct Place {
    path: PathBuf,
    listener: UnixListener,
}

impl Place {
    fn open(path: PathBuf) -> Self {
        let _ = std::fs::remove_file(&path);
        let listener = UnixListener::bind(&path).expect("a socket");
        Self { path, listener }
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Waits for so many who connect.
    fn expect(&self, many: usize) -> Vec<UnixStream> {
        self.listener.set_nonblocking(true).expect("set");
        let mut come = Vec::new();
        until("they connect", || {
            come.extend(self.listener.accept().ok().map(|(stream, _)| stream));
            (come.len() >= many).then_some(())
        });
        come
    }
}

fn environment(display: &Place, bus: &Place) -> [(&'static str, String); 2] {
    [("WAYLAND_DISPLAY", display.name()), ("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", bus.name()))]
}

#[test]
fn with_display_and_bus_gone_it_ends_in_order_and_leaves_no_ghost() {
    let house = House::with(FAST);
    for first in ["display", "bus"] {
        let (display, bus) = (Place::open(house.path("display")), Place::open(house.path("bus")));
        let around = environment(&display, &bus);
        let app = house.start_with(&around.each_ref().map(|(name, value)| (*name, value.as_str())));
        // What looks for a full screen, and what waits for the end.
        let lines = display.expect(2);
        if first == "display" {
            drop((lines, display));
            drop(bus);
        } else {
            drop(bus);
            drop((lines, display));
        }
        assert!(app.ended().success());
        assert!(!house.socket().exists());
        assert!(house.run(&["log", "--scenario"]).out.ends_with("quit\n"), "its state is saved");
    }
    let next = house.start();
    assert!(!house.printed("out").contains("running already"));
    next.quit();
}

#[test]
fn a_display_that_comes_back_and_a_bus_alone_end_nothing() {
    let house = House::with(FAST);
    let (display, bus) = (Place::open(house.path("display")), Place::open(house.path("bus")));
    let around = environment(&display, &bus);
    let app = house.start_with(&around.each_ref().map(|(name, value)| (*name, value.as_str())));
    let lines = display.expect(2);
    drop((lines, display));
    std::thread::sleep(WHILE);
    assert_eq!(house.run(&["status"]).code, 0, "the bus is there");
    let display = Place::open(house.path("display"));
    let lines = display.expect(1);
    drop(bus);
    std::thread::sleep(WHILE);
    assert_eq!(house.run(&["status"]).code, 0, "the display is there");
    drop((lines, display));
    assert!(app.ended().success());
}

#[test]
fn what_was_started_without_a_desktop_stays_when_one_goes() {
    let house = House::with(FAST);
    let display = Place::open(house.path("display"));
    // A display without a bus: from a terminal elsewhere, and not of a session here.
    let app = house.start_with(&[("WAYLAND_DISPLAY", &display.name())]);
    let lines = display.expect(1);
    drop((lines, display));
    std::thread::sleep(WHILE);
    assert_eq!(house.run(&["status"]).code, 0);
    app.quit();
}
