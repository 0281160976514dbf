//! What the tray and the notifications say about themselves: to `doctor`, and in a notification that has no buttons.
//! Owns the sentences; never what they are about.

use crate::engine::effect::NoticeKind;
use crate::engine::event::Action;

/// The app's name as a person reads it.
pub const APP: &str = "Unhunch";

/// Nobody on the bus shows notifications.
pub const NO_DAEMON: &str = "no notification service is running";
/// What to do about it.
pub const NO_DAEMON_ADVICE: &str =
    "Start a notification service (dunst, mako, or your desktop's own); breaks are shown in the tray until then.";
/// There is a notification service that the bus starts when it is needed.
pub const DAEMON_ON_DEMAND: &str = "starts when it is needed";
/// Buttons can be shown.
pub const DAEMON_BUTTONS: &str = "shows buttons";
/// Buttons are behind a click in dunst as it comes; what `doctor` says of it.
pub const DAEMON_MENU_DUNST: &str = "shows the answers in a menu: middle click (which needs dmenu or another menu)";
/// The same, in the notification.
pub const ANSWER_DUNST: &str = "Middle-click to answer, or use the tray menu.";
/// Buttons are behind a command in mako as it comes; what `doctor` says of it.
pub const DAEMON_MENU_MAKO: &str = "a click starts the break; shows the other answers in a menu: makoctl menu";
/// The same, in the notification.
pub const ANSWER_MAKO: &str = "Click to start; the tray menu has the other answers.";
/// Buttons cannot be shown.
pub const DAEMON_NO_BUTTONS: &str = "shows no buttons: the tray menu or the command line answers";
/// The notification service does not answer.
pub const DAEMON_SILENT: &str = "the notification service does not answer";
/// What to do about it.
pub const DAEMON_SILENT_ADVICE: &str =
    "Restart the notification service; Unhunch shows the next notice as soon as it answers.";

/// There is no session bus.
pub const NO_BUS: &str = "no session bus can be reached";
/// What to do about it.
pub const NO_BUS_ADVICE: &str =
    "Start Unhunch inside a desktop session, or set DBUS_SESSION_BUS_ADDRESS to the session's bus; it is tried again.";

/// No program shows tray icons.
pub const NO_TRAY_HOST: &str = "no tray host is running";
/// What to do about it on most desktops.
pub const NO_TRAY_HOST_ADVICE: &str =
    "Add a tray (status notifier) to the panel; the icon appears by itself as soon as there is one.";
/// What to do about it on GNOME.
pub const NO_TRAY_HOST_ADVICE_GNOME: &str =
    "Install and switch on GNOME's AppIndicator extension; the icon appears by itself as soon as it runs.";
/// What to do about it on Budgie, whose panel has no tray as it comes.
pub const NO_TRAY_HOST_ADVICE_BUDGIE: &str =
    "Add the AppIndicator applet to Budgie's panel; the icon appears by itself as soon as it runs.";
/// What to do about it on i3, whose bar and whose friends know only the older kind of icons.
pub const NO_TRAY_HOST_ADVICE_I3: &str =
    "Start snixembed beside i3bar or polybar, or use waybar; the icon appears by itself as soon as one runs.";
/// A tray host is there and does not answer.
pub const TRAY_SILENT: &str = "the tray host does not answer";
/// The icon could not be put up.
pub const TRAY_FAILED: &str = "the tray host does not take the icon";
/// What to do about either.
pub const TRAY_FAILED_ADVICE: &str = "Restart the panel; Unhunch puts its icon up as soon as the tray answers.";
/// The icon is up.
pub const TRAY_SHOWN: &str = "the icon is in the tray";

/// The command that says the same as a button, if there is one.
#[must_use]
pub fn command(kind: NoticeKind, action: Action) -> Option<&'static str> {
    match action {
        // Breathing along is no break.
        Action::Start if kind == NoticeKind::Breath => None,
        Action::Start | Action::Now => Some("start"),
        Action::Snooze => Some("snooze"),
        Action::Skip => Some("skip"),
        Action::Done => Some("done"),
        Action::More => Some("meeting 30m"),
        Action::Loose => Some("check-in loose"),
        Action::Tight => Some("check-in tight"),
        Action::Sore => Some("check-in sore"),
        Action::Shifted | Action::Fine | Action::Later | Action::Swap | Action::Hurt | Action::Undo => None,
    }
}

/// How to answer a notification that cannot have buttons: by these actions' commands, in this order. The tray menu knows
/// all of them but the check-in.
#[must_use]
pub fn answer_elsewhere(kind: NoticeKind, actions: &[Action]) -> String {
    let commands: Vec<String> = actions.iter().filter_map(|action| command(kind, *action)).map(in_quotes).collect();
    let tray = if kind == NoticeKind::CheckIn { "" } else { "in the tray menu or " };
    match commands.as_slice() {
        [] => String::new(),
        [only] => format!("Answer {tray}with {only}."),
        [first @ .., last] => format!("Answer {tray}with {} or {last}.", first.join(", ")),
    }
}

fn in_quotes(command: &str) -> String {
    format!("`unhunch {command}`")
}
