//! What the tray and the notifications say about themselves: to `doctor`, and in a notification that has no buttons.
//! Owns the sentences; never what they are about.

use crate::engine::event::Action;
use crate::engine::notice::NoticeKind;
use crate::parts::outputs::{Advice, Buttons, Says};

/// What an output says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::NoBus => text!("outputs-no-bus"),
        Says::NoService => text!("outputs-no-service"),
        Says::ServiceSilent => text!("outputs-service-silent"),
        Says::Buttons(Buttons::Drawn) => text!("outputs-buttons-drawn"),
        Says::Buttons(Buttons::Nowhere) => text!("outputs-buttons-nowhere"),
        Says::Buttons(Buttons::BehindMiddleClick) => text!("outputs-buttons-behind-middle-click"),
        Says::Buttons(Buttons::BehindCommand) => text!("outputs-buttons-behind-command"),
        Says::NoHost => text!("outputs-no-host"),
        Says::HostSilent => text!("outputs-host-silent"),
        Says::HostRefuses => text!("outputs-host-refuses"),
        Says::OffInSystem => text!("outputs-off-in-system"),
        Says::Unanswered => text!("outputs-unanswered"),
        Says::NoBundle => text!("outputs-no-bundle"),
        Says::NoTaskbar => text!("outputs-no-taskbar"),
        Says::IconShown => text!("outputs-icon-shown"),
        Says::NameOwned => text!("outputs-name-owned"),
        Says::NameTaken => text!("outputs-name-taken"),
    }
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> String {
    match advice {
        Advice::NoBus => text!("outputs-advice-no-bus"),
        Advice::NoService => text!("outputs-advice-no-service"),
        Advice::ServiceSilent => text!("outputs-advice-service-silent"),
        Advice::NoHost => text!("outputs-advice-no-host"),
        Advice::NoHostOnGnome => text!("outputs-advice-no-host-on-gnome"),
        Advice::NoHostOnBudgie => text!("outputs-advice-no-host-on-budgie"),
        Advice::NoHostOnI3 => text!("outputs-advice-no-host-on-i3"),
        Advice::HostFailed => text!("outputs-advice-host-failed"),
        Advice::NoTaskbar => text!("outputs-advice-no-taskbar"),
        Advice::OffInSystem => text!("outputs-advice-off-in-system"),
        Advice::Unanswered => text!("outputs-advice-unanswered"),
        Advice::NotificationsFail => text!("outputs-advice-notifications-fail"),
        Advice::NoBundle => text!("outputs-advice-no-bundle"),
        Advice::NameTaken => text!("outputs-advice-name-taken"),
    }
}

/// Where the buttons of a prompt are, told on the notification itself; nothing where they are on it.
#[must_use]
pub fn how_to_answer(kind: NoticeKind, actions: &[Action], buttons: Buttons) -> String {
    let menu = kind == NoticeKind::Prompt && !actions.is_empty();
    match buttons {
        Buttons::Nowhere => answer_elsewhere(kind, actions),
        Buttons::BehindMiddleClick if menu => text!("outputs-answer-by-middle-click"),
        Buttons::BehindCommand if menu => text!("outputs-answer-by-click"),
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

/// Where these actions are, if they are anywhere: the tray menu has all that have a command but the check-in.
fn answer_elsewhere(kind: NoticeKind, actions: &[Action]) -> String {
    let commands = actions.iter().filter_map(|action| command(kind, *action));
    match (commands.count(), kind) {
        (0, _) => String::new(),
        (_, NoticeKind::CheckIn) => text!("outputs-answer-in-window"),
        (..) => text!("outputs-answer-in-tray"),
    }
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
            "Answer in the tray menu."
        );
        assert_eq!(told(NoticeKind::CheckIn, &[Action::Loose, Action::Sore]), "Open Unhunch to answer.");
        assert_eq!(told(NoticeKind::Nudge, &[Action::Shifted]), "", "it has no other place");
        assert_eq!(told(NoticeKind::Breath, &[Action::Start]), "", "starting a break is something else");
    }
}
