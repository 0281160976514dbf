//! GNOME Shell itself, without a screen: its notifications and windows as a person sees them, its pointer and keys under a
//! person's hands.

use super::a11y::Reader;
use super::known::KnownWindow;
use super::process::{Running, SOON, now, until};
use super::session::Session;
use serde::Deserialize;
use std::time::Duration;
use zbus::blocking::Proxy;

/// What of a notification is on screen: its texts, and its buttons with their middles.
const SHOWN: &str = "(() => {
  const tray = Main.messageTray, seen = { texts: [], buttons: [] };
  const walk = actor => {
    if (!actor.visible) return;
    if (actor instanceof imports.gi.St.Button && actor.label) {
      const [x, y] = actor.get_transformed_position();
      seen.buttons.push([actor.label, x + actor.width / 2, y + actor.height / 2]);
    }
    if (actor instanceof imports.gi.St.Label && actor.text) seen.texts.push(actor.text);
    actor.get_children().forEach(walk);
  };
  if (tray._banner && tray._notificationState === 2) walk(tray._banner);
  return seen;
})()";

/// The windows, in the form of `KnownWindow`.
const WINDOWS: &str = "global.get_window_actors().map(({ meta_window: window }) => {
  const app = imports.gi.Shell.WindowTracker.get_default().get_window_app(window);
  return {
    title: window.get_title() ?? '', entry: app?.get_id() ?? '', name: app?.get_name() ?? '',
    icon: app?.get_icon()?.to_string() ?? '', focused: window.has_focus(), wanted: window.demands_attention,
  };
})";

/// A pointer and a keyboard that the shell takes for real ones.
const HANDS: &str = "const { Clutter } = imports.gi, seat = Clutter.get_default_backend().get_default_seat();
  globalThis.hand = seat.create_virtual_device(Clutter.InputDeviceType.POINTER_DEVICE);
  globalThis.keys = seat.create_virtual_device(Clutter.InputDeviceType.KEYBOARD_DEVICE); 1";

/// How long it may take to learn of an entry that has just been written: it looks every few seconds.
pub(crate) const ENTRY: Duration = Duration::from_secs(30);

/// What is on screen of a notification.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub(crate) struct Banner {
    pub(crate) texts: Vec<String>,
    buttons: Vec<(String, f64, f64)>,
}

impl Banner {
    /// Whether it has this button.
    pub(crate) fn has(&self, label: &str) -> bool {
        self.buttons.iter().any(|(one, ..)| one == label)
    }

    /// Whether it says this.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.texts.iter().any(|one| one.contains(text))
    }
}

/// The shell. Fields are dropped from top to bottom.
#[derive(Debug)]
pub(crate) struct GnomeShell {
    _shell: Running,
    _logind: Running,
    session: Session,
}

impl GnomeShell {
    /// Starts it and waits until it shows its desktop.
    pub(crate) fn start() -> Self {
        let mut session = Session::with_bus();
        session.may_start("org.gnome.Shell.Notifications");
        // The mocked logind stands on the session's bus.
        let bus = session.bus_address();
        let mut logind = session.command("/usr/bin/python3");
        logind.args(["-m", "dbusmock", "--system", "--template", "logind"]).env("DBUS_SYSTEM_BUS_ADDRESS", &bus);
        let logind = Running::start(&mut logind, &session.log());
        session.until_owner("org.freedesktop.login1", true);
        let mut command = session.command("gnome-shell");
        command.args(["--headless", "--wayland", "--no-x11", "--virtual-monitor", "1280x800", "--unsafe-mode"]);
        command.envs([
            ("XDG_CURRENT_DESKTOP", "GNOME"),
            ("XDG_SESSION_TYPE", "wayland"),
            ("LIBGL_ALWAYS_SOFTWARE", "1"),
        ]);
        let running = Running::start(command.env("DBUS_SYSTEM_BUS_ADDRESS", &bus), &session.log());
        session.set_display("WAYLAND_DISPLAY", "wayland-0".to_owned());
        let shell = Self { _shell: running, _logind: logind, session };
        until("the shell", Duration::from_secs(45), || shell.try_eval("1"));
        shell.session.until_owner("org.freedesktop.Notifications", true);
        shell.eval("imports.gi.St.Settings.get().inhibit_animations(); 1");
        shell.eval(HANDS);
        // The keyboard is plugged in with its first key.
        shell.keys(&["Shift_L"]);
        // It begins with an overview, which would keep the focus, and as root with two notices of its own.
        until("the desktop", SOON, || {
            shell.eval("Main.overview.hide(); Main.messageTray.getSources().forEach(source => source.destroy()); 1");
            let busy =
                "Main.layoutManager._startingUp || Main.overview.visible || Main.messageTray.getSources().length > 0";
            (shell.eval(busy) == "false").then_some(())
        });
        shell
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// The notification on screen.
    pub(crate) fn banner(&self) -> Banner {
        serde_json::from_str(&self.eval(SHOWN)).expect("the form of a banner")
    }

    /// Looks until there is something to see, with a hand on the mouse all the while.
    pub(crate) fn until<T>(&self, what: &str, bound: Duration, mut look: impl FnMut(&Banner) -> Option<T>) -> T {
        let mut side = 0;
        until(what, bound, || {
            side = 5 - side;
            self.point(f64::from(300 + side), 600.0);
            look(&self.banner())
        })
    }

    /// Stays at the desk for so long, with a hand on the mouse.
    pub(crate) fn stay(&self, real: Duration) {
        let end = now() + real;
        self.until("the time to pass", real * 2, |_| (now() >= end).then_some(()));
    }

    /// Clicks on a button of the notification until it is gone: a button takes a click only once it knows of the pointer.
    pub(crate) fn click(&self, label: &str) {
        let find = |banner: &Banner| banner.buttons.iter().find(|(one, ..)| one == label).cloned();
        until(&format!("the button {label}"), SOON, || find(&self.banner()));
        until(&format!("{label} to take the click"), SOON, || {
            let Some((_, x, y)) = find(&self.banner()) else { return Some(()) };
            self.point(x, y);
            std::thread::sleep(Duration::from_millis(200));
            for pressed in [1, 0] {
                self.eval(&format!("hand.notify_button(imports.gi.GLib.get_monotonic_time(), 1, {pressed}); 1"));
            }
            std::thread::sleep(Duration::from_millis(100));
            None
        });
    }

    /// The windows.
    pub(crate) fn windows(&self) -> Vec<KnownWindow> {
        serde_json::from_str(&self.eval(WINDOWS)).expect("the form of the windows")
    }

    /// Chooses the app in the overview or in the dash, once it is there.
    pub(crate) fn choose_app(&self, entry: &str) {
        let known = format!("imports.gi.Shell.AppSystem.get_default().lookup_app('{entry}') !== null");
        until("the shell to know the app", ENTRY, || (self.eval(&known) == "true").then_some(()));
        let app = format!("imports.gi.Shell.AppSystem.get_default().lookup_app('{entry}')");
        // A click has a time, and what is older than the last one brings nothing to the front.
        self.eval(&format!("{app}.activate_full(-1, global.display.get_current_time_roundtrip()); 1"));
    }

    /// Presses these keys together, by their names in Clutter.
    pub(crate) fn keys(&self, names: &[&str]) {
        for (name, pressed) in names.iter().map(|name| (name, 1)).chain(names.iter().rev().map(|name| (name, 0))) {
            let key = format!("imports.gi.Clutter.KEY_{name}");
            self.eval(&format!("keys.notify_keyval(imports.gi.GLib.get_monotonic_time(), {key}, {pressed}); 1"));
        }
    }

    /// A screen reader is on from now on; what it reads.
    pub(crate) fn reader(&self) -> Reader {
        self.session.may_start("org.a11y.Bus");
        self.session.set_screen_reader();
        Reader::open(&self.session)
    }

    fn point(&self, x: f64, y: f64) {
        self.eval(&format!("hand.notify_absolute_motion(imports.gi.GLib.get_monotonic_time(), {x}, {y}); 1"));
    }

    fn eval(&self, script: &str) -> String {
        self.try_eval(script).unwrap_or_else(|| panic!("the shell does not run {script}"))
    }

    fn try_eval(&self, script: &str) -> Option<String> {
        let shell = Proxy::new(self.session.bus(), "org.gnome.Shell", "/org/gnome/Shell", "org.gnome.Shell").ok()?;
        let (done, said): (bool, String) = shell.call("Eval", &(script)).ok()?;
        done.then_some(said)
    }
}

impl Drop for GnomeShell {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = std::fs::read_to_string(self.session.log()).unwrap_or_default();
            let why = self.session.ask(&["why"]).out;
            let shown = (self.try_eval(SHOWN), self.try_eval(WINDOWS));
            eprintln!("{shown:?}\nthe processes said:\n{log}\nthe app decided:\n{why}");
        }
    }
}
