//! What the tray and the notifications say about themselves: to `doctor`, and in a notification that has no buttons.
//! Owns the sentences; never what they are about.

use crate::engine::event::Action;
use crate::engine::notice::NoticeKind;
use crate::parts::outputs::{Advice, Buttons, Says};

/// What an output says.
#[must_use]
pub fn says(says: &Says) -> &'static str {
    match says {
        Says::NoBus => "no session bus can be reached",
        Says::NoService => "no notification service is running",
        Says::ServiceSilent => "the notification service does not answer",
        Says::Buttons(Buttons::Drawn) => "shows buttons",
        Says::Buttons(Buttons::Nowhere) => "shows no buttons: the tray menu or the command line answers",
        Says::Buttons(Buttons::BehindMiddleClick) => {
            "shows the answers in a menu: middle click (which needs dmenu or another menu)"
        }
        Says::Buttons(Buttons::BehindCommand) => {
            "a click starts the break; shows the other answers in a menu: makoctl menu"
        }
        Says::NoHost => "no tray host is running",
        Says::HostSilent => "the tray host does not answer",
        Says::HostRefuses => "the tray host does not take the icon",
        Says::IconShown => "the icon is in the tray",
    }
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::NoBus => {
            "Start Unhunch inside a desktop session, or set DBUS_SESSION_BUS_ADDRESS to the session's bus; it is tried \
             again."
        }
        Advice::NoService => {
            "Start a notification service (dunst, mako, or your desktop's own); breaks are shown in the tray until then."
        }
        Advice::ServiceSilent => {
            "Restart the notification service; Unhunch shows the next notice as soon as it answers."
        }
        Advice::NoHost => {
            "Add a tray (status notifier) to the panel; the icon appears by itself as soon as there is one."
        }
        Advice::NoHostOnGnome => {
            "Install and switch on GNOME's AppIndicator extension; the icon appears by itself as soon as it runs."
        }
        Advice::NoHostOnBudgie => {
            "Add the AppIndicator applet to Budgie's panel; the icon appears by itself as soon as it runs."
        }
        Advice::NoHostOnI3 => {
            "Start snixembed beside i3bar or polybar, or use waybar; the icon appears by itself as soon as one runs."
        }
        Advice::HostFailed => "Restart the panel; Unhunch puts its icon up as soon as the tray answers.",
    }
}

/// Where the buttons of a prompt are, told on the notification itself; nothing where they are on it.
#[must_use]
pub fn how_to_answer(kind: NoticeKind, actions: &[Action], buttons: Buttons) -> String {
    let menu = kind == NoticeKind::Prompt && !actions.is_empty();
    match buttons {
        Buttons::Nowhere => answer_elsewhere(kind, actions),
        Buttons::BehindMiddleClick if menu => "Middle-click to answer, or use the tray menu.".into(),
        Buttons::BehindCommand if menu => "Click to start; the tray menu has the other answers.".into(),
        Buttons::Drawn | Buttons::BehindMiddleClick | Buttons::BehindCommand => String::new(),
    }
}

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

/// By these actions' commands, in this order. The tray menu knows all of them but the check-in.
fn answer_elsewhere(kind: NoticeKind, actions: &[Action]) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_no_buttons_are_drawn_a_prompt_says_where_they_are() {
        let click = |kind, actions: &[Action]| how_to_answer(kind, actions, Buttons::BehindMiddleClick);
        assert_eq!(click(NoticeKind::Prompt, &[Action::Start]), "Middle-click to answer, or use the tray menu.");
        assert_eq!(click(NoticeKind::Nudge, &[Action::Shifted]), "");
        assert_eq!(how_to_answer(NoticeKind::Prompt, &[Action::Start], Buttons::Drawn), "");
    }

    #[test]
    fn where_there_are_no_buttons_the_answers_are_named() {
        let told = |kind, actions: &[Action]| how_to_answer(kind, actions, Buttons::Nowhere);
        assert_eq!(
            told(NoticeKind::Prompt, &[Action::Start, Action::Snooze, Action::Skip]),
            "Answer in the tray menu or with `unhunch start`, `unhunch snooze` or `unhunch skip`."
        );
        assert_eq!(
            told(NoticeKind::CheckIn, &[Action::Loose, Action::Sore]),
            "Answer with `unhunch check-in loose` or `unhunch check-in sore`."
        );
        assert_eq!(told(NoticeKind::Nudge, &[Action::Shifted]), "", "there is no command for it");
        assert_eq!(told(NoticeKind::Breath, &[Action::Start]), "", "starting a break is something else");
    }
}
