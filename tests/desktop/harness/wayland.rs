//! A Wayland desktop without a screen: sway, dunst, and a person at a keyboard.

use super::process::{Running, nap, until};
use super::session::Session;
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

/// sway, with nothing but a notification daemon. sway refuses to run as root, so the session may be somebody's.
#[derive(Debug)]
pub(crate) struct Sway {
    _daemon: Running,
    _compositor: Running,
    session: Session,
}

impl Sway {
    pub(crate) fn start() -> Self {
        let mut session = Session::unprivileged();
        session.copy(Path::new(env!("CARGO_BIN_EXE_unhunch")), "unhunch");
        let config = session.path("sway.conf");
        session.write(&config, "xwayland disable\noutput HEADLESS-1 resolution 1280x800\n");
        let mut command = session.command("sway");
        command.arg("--config").arg(config);
        command.envs([("WLR_BACKENDS", "headless"), ("WLR_LIBINPUT_NO_DEVICES", "1"), ("WLR_RENDERER", "pixman")]);
        let compositor = Running::start(&mut command, &session.log());
        let socket = session.run().join("wayland-1");
        until("sway", Duration::from_secs(15), || socket.exists().then_some(()));
        session.set_display("WAYLAND_DISPLAY", "wayland-1".to_owned());
        let daemon = Running::start(&mut session.command("dunst"), &session.log());
        session.until_owner("org.freedesktop.Notifications", true);
        Self { _daemon: daemon, _compositor: compositor, session }
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// Whether a window of this program is on the screen.
    pub(crate) fn has_window(&self, program: &str) -> bool {
        Self::find(&self.tree(), program).is_some()
    }

    /// Whether that window is above the tiles.
    pub(crate) fn floats(&self, program: &str) -> bool {
        Self::find(&self.tree(), program).is_some_and(|window| window["type"] == "floating_con")
    }

    fn tree(&self) -> Value {
        let mut folder = std::fs::read_dir(self.session.run()).expect("the run-time folder").flatten();
        let socket = folder.find(|file| file.file_name().to_string_lossy().starts_with("sway-ipc."));
        let mut command = self.session.command("swaymsg");
        command.arg("--socket").arg(socket.expect("sway's own socket").path()).args(["-t", "get_tree"]);
        let tree = command.output().expect("swaymsg");
        serde_json::from_slice(&tree.stdout).expect("sway's tree")
    }

    fn find(node: &Value, program: &str) -> Option<Value> {
        if node["app_id"] == program {
            return Some(node.clone());
        }
        let lists = ["nodes", "floating_nodes"].into_iter().filter_map(|list| node[list].as_array());
        lists.flatten().find_map(|below| Self::find(below, program))
    }

    /// Types a letter into whatever has the focus, until it is heard: a program takes up a keyboard that is plugged in,
    /// as this one is for each letter, in its own time, and ours hears no letter in the first moment with the focus.
    pub(crate) fn key<T>(&self, letter: &str, heard: impl Fn() -> Option<T>) -> T {
        until(&format!("{letter} to be heard"), Duration::from_secs(30), || {
            let done = self.session.command("wtype").args(["-s", "1000", letter]).status();
            assert!(done.is_ok_and(|done| done.success()), "wtype {letter}");
            (0..20).find_map(|_| heard().or_else(|| nap(&heard)))
        })
    }

    /// A person at the keyboard, until it is dropped; as restless as the one at the mouse.
    pub(crate) fn person(&self) -> Running {
        let hands = format!("while wtype {}; do :; done", "-k Shift_L -s 10 ".repeat(100));
        Running::start(self.session.command("sh").args(["-c", &hands]), &self.session.log())
    }
}

impl Drop for Sway {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the processes said:\n{}", std::fs::read_to_string(self.session.log()).unwrap_or_default());
        }
    }
}
