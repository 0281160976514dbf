//! Desktops other than Xfce, from their own parts; and what to do where one is not installed.

use super::desktop::{Daemon, Desktop};
use super::process::Running;
use std::path::Path;

/// Set where every desktop has to be there: `.ci/run` installs them.
const EVERY: &str = "UNHUNCH_EVERY_DESKTOP";

/// Whether these programs are here. If not, the test is skipped, and says so.
pub(crate) fn installed(programs: &[&str]) -> bool {
    let here = |program: &&&str| ["/usr/bin", "/bin"].iter().any(|folder| Path::new(folder).join(program).exists());
    let Some(missing) = programs.iter().find(|program| !here(program)) else { return true };
    assert!(std::env::var_os(EVERY).is_none(), "{missing} is not installed; .ci/run installs it");
    eprintln!("SKIPPED: {missing} is not installed, so this desktop is not tried; .ci/run installs it");
    false
}

impl Desktop {
    /// MATE: its settings daemon, window manager, panel and notifications.
    pub(crate) fn mate() -> Self {
        let mut desktop =
            Self::on(&[("XDG_CURRENT_DESKTOP", "MATE")], &[&["mate-settings-daemon"], &["marco", "--no-composite"]]);
        for service in [
            "org.mate.panel.applet.NotificationAreaAppletFactory",
            "org.mate.panel.applet.WnckletFactory",
            "org.mate.panel.applet.ClockAppletFactory",
            // It ends when it has had nothing to do for a while.
            "org.freedesktop.mate.Notifications",
        ] {
            desktop.session().may_start(service);
        }
        desktop.run_panel(&["mate-panel"]);
        desktop.start_daemon(Daemon::Mate);
        desktop
    }

    /// LXQt: openbox, its panel and its notifications.
    pub(crate) fn lxqt() -> Self {
        let environment = [
            ("XDG_CURRENT_DESKTOP", "LXQt"),
            // Without them its panel is empty.
            ("XDG_CONFIG_DIRS", "/etc:/etc/xdg:/usr/share"),
            ("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1"),
        ];
        let mut desktop = Self::on(&environment, &[&["openbox"]]);
        desktop.run_panel(&["lxqt-panel"]);
        desktop.start_daemon(Daemon::Lxqt);
        desktop
    }
}

/// Starts each of them in this session.
pub(super) fn start_all(session: &super::session::Session, programs: &[&[&str]]) -> Vec<Running> {
    let start = |words: &&[&str]| Running::start(session.command(words[0]).args(&words[1..]), &session.log());
    programs.iter().map(start).collect()
}
