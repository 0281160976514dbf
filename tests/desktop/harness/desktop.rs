//! A whole desktop: an X server, a window manager, a panel with a tray and a notification daemon, each of which can be
//! killed, frozen and started again.

use super::a11y::Reader;
use super::desktops;
use super::popup;
use super::process::{Running, until};
use super::screen::{self, Rect, Screen};
use super::session::Session;
use super::tray;
use super::xvfb;
use std::path::Path;
use std::time::Duration;

/// The settings of xfce4-panel: one panel at the bottom with nothing but the tray.
const PANEL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
"#;

/// A notification daemon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Daemon {
    /// dunst: a click opens the list of actions in dmenu.
    Dunst,
    /// xfce4-notifyd: the actions are buttons.
    Xfce,
    /// MATE's own: buttons too.
    Mate,
    /// LXQt's own: buttons too.
    Lxqt,
}

impl Daemon {
    /// What its windows and a screen reader call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Daemon::Dunst => "Dunst",
            Daemon::Xfce => "xfce4-notifyd",
            Daemon::Mate => "mate-notification-daemon",
            Daemon::Lxqt => "lxqt-notificationd",
        }
    }
}

/// The desktop. Fields are dropped from top to bottom: programs before the server they are shown on.
#[derive(Debug)]
pub(crate) struct Desktop {
    daemon: Option<(Daemon, Running)>,
    panel: Option<Running>,
    services: Vec<Running>,
    reader: Reader,
    screen: Screen,
    _server: Running,
    session: Session,
}

impl Desktop {
    /// A screen with a window manager; no tray, no notifications.
    pub(crate) fn empty() -> Self {
        let xfconfd = library("xfce4/xfconf/xfconfd");
        let desktop = Self::on(&[], &[&["openbox"], &[&xfconfd]]);
        desktop.session.until_owner("org.xfce.Xfconf", true);
        desktop
    }

    /// The same of other parts, and with an environment of their own.
    pub(super) fn on(environment: &[(&'static str, &'static str)], programs: &[&[&str]]) -> Self {
        let mut session = Session::with_bus();
        session.set(environment);
        let mut server = session.command("Xvfb");
        xvfb::ask(&mut server, "1280x800").args(["-extension", "GLX"]);
        let mut server = Running::start_piped(&mut server, &session.log());
        session.set_display("DISPLAY", server.display());
        session.write(&session.config().join("xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"), PANEL);
        popup::settings(&session);
        let launcher = ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"];
        let services = desktops::start_all(&session, &[programs, &[&launcher]].concat());
        session.until_owner("org.a11y.Bus", true);
        let (reader, screen) = (Reader::open(&session), Screen::open(&session));
        until("the window manager", Duration::from_secs(15), || screen.is_managed().then_some(()));
        Self { daemon: None, panel: None, services, reader, screen, _server: server, session }
    }

    /// What most people have: a tray and this notification daemon.
    pub(crate) fn with(daemon: Daemon) -> Self {
        let mut desktop = Self::empty();
        desktop.start_panel();
        desktop.start_daemon(daemon);
        desktop
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    pub(crate) fn screen(&self) -> &Screen {
        &self.screen
    }

    pub(crate) fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Starts the panel and waits until it takes icons.
    pub(crate) fn start_panel(&mut self) {
        let mut command = self.session.command("xfce4-panel");
        self.panel = Some(Running::start(command.arg("--disable-wm-check"), &self.session.log()));
        self.session.until_owner("org.kde.StatusNotifierWatcher", true);
        let place = || self.panel_place().filter(|_| tray::has_host(&self.session));
        until("the panel", Duration::from_secs(15), place);
    }

    /// Starts another desktop's panel and waits until it takes icons.
    pub(super) fn run_panel(&mut self, program: &[&str]) {
        self.panel = desktops::start_all(&self.session, &[program]).pop();
        until("the panel", Duration::from_secs(15), || {
            let there = self.session.has_owner("org.kde.StatusNotifierWatcher");
            (there && tray::has_host(&self.session)).then_some(())
        });
    }

    /// `kill -9` for the panel.
    pub(crate) fn kill_panel(&mut self) {
        self.panel = None;
        self.session.until_owner("org.kde.StatusNotifierWatcher", false);
    }

    /// Where the panel is.
    pub(crate) fn panel_place(&self) -> Option<Rect> {
        self.screen.framed("xfce4-panel").into_iter().next()
    }

    /// Starts the daemon and waits until it takes notifications.
    pub(crate) fn start_daemon(&mut self, daemon: Daemon) {
        let program = match daemon {
            Daemon::Dunst => "dunst".to_owned(),
            Daemon::Xfce => library("xfce4/notifyd/xfce4-notifyd"),
            Daemon::Mate => library("mate-notification-daemon/mate-notification-daemon"),
            Daemon::Lxqt => "lxqt-notificationd".to_owned(),
        };
        self.daemon = Some((daemon, Running::start(&mut self.session.command(&program), &self.session.log())));
        self.session.until_owner("org.freedesktop.Notifications", true);
    }

    /// `kill -9` for the daemon.
    pub(crate) fn kill_daemon(&mut self) {
        self.daemon = None;
        self.session.until_owner("org.freedesktop.Notifications", false);
    }

    /// Ends the bus, and with it all that lives on it but the app and the window manager; then all of it starts anew.
    pub(crate) fn restart_bus(&mut self) {
        let (daemon, _) = self.daemon();
        (self.panel, self.daemon) = (None, None);
        self.session.restart_bus();
        let xfconf = Running::start(&mut self.session.command(&library("xfce4/xfconf/xfconfd")), &self.session.log());
        self.services.push(xfconf);
        self.session.until_owner("org.xfce.Xfconf", true);
        self.start_panel();
        self.start_daemon(daemon);
    }

    /// Which daemon runs, and its process.
    pub(crate) fn daemon(&self) -> (Daemon, &Running) {
        let (daemon, running) = self.daemon.as_ref().expect("this desktop has a notification daemon");
        (*daemon, running)
    }

    /// A person at the mouse, until it is dropped. At the speed of `BRISK` a pause of 33 ms is one of two seconds, so
    /// the hand moves every ten.
    pub(crate) fn person(&self) -> Running {
        let there_and_back = "mousemove_relative -- 3 0 sleep 0.01 mousemove_relative -- -3 0 sleep 0.01 ";
        let hands = format!("while xdotool {}; do :; done", there_and_back.repeat(50));
        Running::start(self.session.command("sh").args(["-c", &hands]), &self.session.log())
    }

    /// A picture of the screen.
    pub(crate) fn picture(&self, to: &Path) {
        screen::picture(&self.session, to);
    }
}

/// A program that Debian keeps beside the libraries.
pub(super) fn library(name: &str) -> String {
    let places = [format!("/usr/lib/{}-linux-gnu/{name}", std::env::consts::ARCH), format!("/usr/lib/{name}")];
    let found = places.iter().find(|place| Path::new(place).exists());
    found.unwrap_or_else(|| panic!("{name} is not installed; .ci/run installs it")).clone()
}

impl Drop for Desktop {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
            let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            self.picture(&picture);
            let log = std::fs::read_to_string(self.session.log()).unwrap_or_default();
            let why = self.session.ask(&["why"]).out;
            eprintln!("the screen is in {}; the processes said:\n{log}\nthe app decided:\n{why}", picture.display());
        }
    }
}
