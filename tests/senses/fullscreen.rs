//! A full screen as real window managers and compositors tell it, with real windows.

use crate::harness::{Listener, Program, X, alone, eventually, nowhere};
use crate::mutter::Mutter;
use crate::sway::Sway;
use std::process::Command;
use std::time::Duration;
use unhunch::engine::event::{Fact, Sense};
use unhunch::parts::PartState;
use unhunch::senses::Signal;
use unhunch::senses::Surroundings;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, PropMode, Window};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// The watch of input, which these tests do not use.
const WATCH: Duration = Duration::from_mins(1);

pub(crate) fn ear(around: Surroundings) -> Listener {
    Listener::start(&[Sense::Fullscreen], WATCH, around)
}

/// The next word on a full screen.
pub(crate) fn full(ear: &Listener) -> bool {
    let full = |signal: &Signal| match signal {
        Signal::Desktop { fact: Fact::Fullscreen, on } => Some(*on),
        _ => None,
    };
    ear.pick("a word on a full screen", full).1
}

/// The last word on a full screen, when no more comes for a while.
pub(crate) fn last(ear: &Listener) -> Option<bool> {
    let word = |signal: &Signal| match signal {
        Signal::Desktop { on, .. } => Some(*on),
        _ => None,
    };
    std::iter::from_fn(|| ear.pick_within(Duration::from_millis(500), word).ok()).last().map(|(_, on)| on)
}

/// An X server with a window manager, spoken to as a pager would.
pub(crate) struct Desk {
    manager: Option<Program>,
    conn: RustConnection,
    root: Window,
    pub(crate) x: X,
}

impl Desk {
    pub(crate) fn start(number: u8) -> Self {
        let x = X::start(number);
        let (conn, screen) = x11rb::connect(Some(&x.name)).unwrap();
        let root = conn.setup().roots[screen].root;
        let mut desk = Self { manager: None, conn, root, x };
        desk.manage();
        desk
    }

    fn manage(&mut self) {
        let home = std::env::temp_dir();
        let mut command = Command::new("openbox");
        command.args(["--sm-disable", "--config-file", "/etc/xdg/openbox/rc.xml"]).env("HOME", home);
        self.manager = Some(Program::start(command.env("DISPLAY", &self.x.name)));
        eventually("the window manager", || self.manager_window());
    }

    /// The window manager's own window, if it lives.
    fn manager_window(&self) -> Option<Window> {
        let own = self.values(self.root, "_NET_SUPPORTING_WM_CHECK").first().copied()?;
        self.values(own, "_NET_SUPPORTING_WM_CHECK").first().copied()
    }

    fn atom(&self, name: &str) -> u32 {
        self.conn.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
    }

    fn values(&self, of: Window, name: &str) -> Vec<u32> {
        let asked = self.conn.get_property(false, of, self.atom(name), AtomEnum::ANY, 0, 64).unwrap();
        asked.reply().ok().and_then(|reply| reply.value32().map(Iterator::collect)).unwrap_or_default()
    }

    /// Opens a terminal, which comes into use.
    pub(crate) fn open(&self) -> (Program, Window) {
        let before = self.values(self.root, "_NET_CLIENT_LIST");
        let program = Program::start(Command::new("xterm").env("DISPLAY", &self.x.name).args(["-e", "cat"]));
        let window = eventually("the terminal's window", || {
            let now = self.values(self.root, "_NET_CLIENT_LIST");
            now.into_iter().find(|window| !before.contains(window))
        });
        self.in_use(window);
        (program, window)
    }

    fn in_use(&self, window: Window) {
        eventually("the window in use", || (self.values(self.root, "_NET_ACTIVE_WINDOW") == [window]).then_some(()));
    }

    fn ask(&self, window: Window, what: &str, data: [u32; 5]) {
        let message = ClientMessageEvent::new(32, window, self.atom(what), data);
        let to = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        self.conn.send_event(false, self.root, to, message).unwrap();
        self.conn.flush().unwrap();
    }

    pub(crate) fn fill(&self, window: Window, on: bool) {
        self.ask(window, "_NET_WM_STATE", [u32::from(on), self.atom("_NET_WM_STATE_FULLSCREEN"), 0, 2, 0]);
    }

    fn use_window(&self, window: Window) {
        self.ask(window, "_NET_ACTIVE_WINDOW", [2, 0, 0, 0, 0]);
        self.in_use(window);
    }
}

#[test]
fn the_window_in_use_counts_and_no_other() {
    let _alone = alone();
    let desk = Desk::start(66);
    let (_first, first) = desk.open();
    let ear = ear(desk.x.around());
    let report = ear.report("fullscreen", PartState::Works);
    assert_eq!(report.means, "X11 window states");
    for on in [true, false, true] {
        desk.fill(first, on);
        assert_eq!(full(&ear), on);
    }
    let (mut second_program, second) = desk.open();
    assert!(!full(&ear), "another window is in use");
    desk.use_window(first);
    assert!(full(&ear));
    desk.use_window(second);
    assert!(!full(&ear));
    desk.fill(second, true);
    assert!(full(&ear));
    second_program.kill();
    // The other full screen comes into use instead, at once or after a moment without any.
    desk.in_use(first);
    assert!(last(&ear).unwrap_or(true));
    desk.fill(first, false);
    assert!(!full(&ear));
}

#[test]
fn a_window_that_vanishes_takes_its_full_screen_along() {
    let _alone = alone();
    let desk = Desk::start(67);
    let (mut program, window) = desk.open();
    desk.fill(window, true);
    let ear = ear(desk.x.around());
    assert!(full(&ear), "it was there before us");
    program.kill();
    assert!(!full(&ear));
    let (_again, window) = desk.open();
    desk.fill(window, true);
    assert!(full(&ear));
}

#[test]
fn a_window_manager_may_come_late_crash_and_come_back() {
    let _alone = alone();
    let mut desk = Desk::start(68);
    desk.manager.take().unwrap().kill();
    eventually("the end of the window manager's window", || desk.manager_window().is_none().then_some(()));
    let ear = ear(desk.x.around());
    let report = ear.report("fullscreen", PartState::NotHere);
    assert!(report.says.contains("no window manager"), "{report:?}");
    desk.manage();
    ear.report("fullscreen", PartState::Works);
    let (_program, window) = desk.open();
    desk.fill(window, true);
    assert!(full(&ear));
    desk.manager.take().unwrap().kill();
    assert!(!full(&ear), "nobody says so any more");
    desk.manage();
    desk.use_window(window);
    let state = desk.values(window, "_NET_WM_STATE");
    assert!(state.contains(&desk.atom("_NET_WM_STATE_FULLSCREEN")), "openbox keeps the state");
    assert!(full(&ear));
}

#[test]
fn the_desktop_itself_is_no_full_screen() {
    let _alone = alone();
    let desk = Desk::start(69);
    let (_program, window) = desk.open();
    desk.fill(window, true);
    let ear = ear(desk.x.around());
    assert!(full(&ear));
    let kind = |kind: &str| {
        let (name, kind) = (desk.atom("_NET_WM_WINDOW_TYPE"), [desk.atom(kind)]);
        desk.conn.change_property32(PropMode::REPLACE, window, name, AtomEnum::ATOM, &kind).unwrap();
        desk.conn.flush().unwrap();
    };
    for furniture in ["_NET_WM_WINDOW_TYPE_DESKTOP", "_NET_WM_WINDOW_TYPE_DOCK"] {
        kind(furniture);
        assert!(!full(&ear), "{furniture}");
        kind("_NET_WM_WINDOW_TYPE_NORMAL");
        assert!(full(&ear));
    }
}

#[test]
fn a_dead_server_is_reported_tried_again_and_taken_up() {
    let _alone = alone();
    let mut desk = Desk::start(70);
    let (_program, window) = desk.open();
    desk.fill(window, true);
    let ear = ear(desk.x.around());
    assert!(full(&ear));
    desk.x.server.kill();
    let report = ear.report("fullscreen", PartState::Failed);
    assert!(report.says.contains("tried again in 1 s"), "{report:?}");
    assert!(!full(&ear));
    drop(desk);
    let desk = Desk::start(70);
    ear.report("fullscreen", PartState::Works);
    let (_program, window) = desk.open();
    desk.fill(window, true);
    assert!(full(&ear));
}

#[test]
fn a_frozen_server_holds_up_nobody() {
    let _alone = alone();
    let desk = Desk::start(66);
    let server = rustix::process::Pid::from_child(&desk.x.server.0);
    rustix::process::kill_process(server, rustix::process::Signal::STOP).unwrap();
    let ear = Listener::start(&[Sense::Fullscreen, Sense::Sleep], WATCH, desk.x.around());
    ear.pick_within(Duration::from_secs(1), |signal| match signal {
        Signal::Part(report) if report.part.token() == "sleep" => Some(()),
        _ => None,
    })
    .unwrap();
    let report = ear.report("fullscreen", PartState::Failed);
    assert!(report.says.contains("no answer"), "{report:?}");
    rustix::process::kill_process(server, rustix::process::Signal::CONT).unwrap();
    ear.report("fullscreen", PartState::Works);
}

#[test]
fn no_display_is_said() {
    let _alone = alone();
    let report = ear(nowhere()).report("fullscreen", PartState::NotHere);
    assert!(report.says.contains("no display"), "{report:?}");
}

#[test]
fn wlroots_compositors_tell_it() {
    let _alone = alone();
    let mut sway = Sway::start();
    let mut around = nowhere();
    around.wayland = Some(sway.socket());
    let ear = ear(around);
    let report = ear.report("fullscreen", PartState::Works);
    assert!(report.means.starts_with("Wayland"), "{report:?}");
    let mut first = sway.open("first");
    for on in [true, false, true] {
        sway.say("[app_id=first] fullscreen toggle");
        assert_eq!(full(&ear), on);
    }
    first.kill();
    assert!(!full(&ear), "its window is closed");
    let (_second, _third) = (sway.open("second"), sway.open("third"));
    sway.say("[app_id=second] focus");
    sway.say("[app_id=second] fullscreen enable");
    assert!(full(&ear));
    sway.say("workspace 2");
    assert!(!full(&ear), "it is not in use");
    sway.say("workspace 1");
    assert!(full(&ear));
    sway.kill();
    let report = ear.report("fullscreen", PartState::Failed);
    assert!(report.says.contains("tried again in 1 s"), "{report:?}");
    assert!(!full(&ear));
}

#[test]
fn a_compositor_that_lists_no_windows_is_said_to() {
    let _alone = alone();
    let mutter = Mutter::start();
    let report = ear(mutter.around()).report("fullscreen", PartState::NotHere);
    assert!(report.says.contains("lists no windows"), "{report:?}");
    assert!(!report.advice.is_empty());
}
