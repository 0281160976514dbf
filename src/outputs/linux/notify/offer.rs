//! What a notification offers and how much it asks for attention, to this service. Owns what differs between services;
//! never sends anything.

use super::Pictured;
use super::habits::Habits;
use super::server::Server;
use crate::engine::event::Action;
use crate::engine::notice::Wording;
use crate::outputs::offer::{click_starts, key};

/// The actions by their keys on the bus.
pub(super) fn offered(notice: &Wording, habits: Habits) -> Vec<(&'static str, Action)> {
    let named = notice.actions.iter().map(|(action, _)| (key(*action), *action));
    let default = (habits.click_closes && click_starts(notice)).then_some((DEFAULT, Action::Start));
    default.into_iter().chain(named).collect()
}

/// Where the answers are, if they are not on the notification.
pub(super) fn how_to_answer(Pictured { notice, how, .. }: &Pictured, server: &Server) -> String {
    let actions: Vec<Action> = notice.actions.iter().map(|(action, _)| *action).collect();
    how(notice.kind, &actions, server.buttons())
}

/// Low for a line that goes by itself, where that is seen; normal for what waits, critical where only that stays.
pub(super) fn urgency(notice: &Wording, habits: Habits) -> u8 {
    // A critical one would pass do-not-disturb; but that is a hold, and nothing is asked then.
    if notice.kind.transient() { u8::from(habits.low_unseen) } else { 1 + u8::from(habits.waits_critical) }
}

/// Every action by its key, for a notification whose offer is not known: it was offered by another process.
pub(super) fn any_offered() -> Vec<(&'static str, Action)> {
    [(DEFAULT, Action::Start)].into_iter().chain(ACTIONS.iter().map(|action| (key(*action), *action))).collect()
}

/// Every action.
pub(super) const ACTIONS: [Action; 15] = [
    Action::Start,
    Action::Snooze,
    Action::Skip,
    Action::Done,
    Action::Shifted,
    Action::Fine,
    Action::Loose,
    Action::Tight,
    Action::Sore,
    Action::Now,
    Action::Later,
    Action::More,
    Action::Swap,
    Action::Hurt,
    Action::Undo,
];

/// The key of a click beside the buttons. Nobody offers it but [`offered`]: on most services such a click says nothing.
const DEFAULT: &str = "default";

#[cfg(test)]
mod tests {
    use super::super::message::body;
    use super::super::server::Abilities;
    use super::*;
    use crate::engine::notice::NoticeKind;
    use crate::outputs::HowToAnswer;

    fn notice(kind: NoticeKind, actions: &[Action]) -> Wording {
        Wording {
            kind,
            title: "Stand up".into(),
            body: "Roll both shoulders".into(),
            actions: actions.iter().map(|action| (*action, key(*action).to_owned())).collect(),
            picture: None,
            lasts: None,
        }
    }

    fn server(name: &str) -> Server {
        let abilities = Some(Abilities { actions: true, markup: false });
        Server { means: name.into(), habits: Habits::of(name), abilities }
    }

    #[test]
    fn a_service_that_folds_gets_a_critical_prompt_whose_click_starts() {
        let prompt = notice(NoticeKind::Prompt, &[Action::Start, Action::Skip]);
        let guide = notice(NoticeKind::Guide, &[Action::Done]);
        let folds = server("gnome-shell");
        let (asks, nudge) = (notice(NoticeKind::CheckIn, &[Action::Sore]), notice(NoticeKind::Nudge, &[]));
        let of = |server: &Server| [&prompt, &guide, &asks, &nudge].map(|notice| urgency(notice, server.habits));
        assert_eq!(of(&folds), [2, 2, 2, 1]);
        assert_eq!(offered(&prompt, folds.habits)[0], ("default", Action::Start));
        assert!(offered(&guide, folds.habits).iter().all(|(key, _)| *key != "default"));
        let xfce = server("Xfce Notify Daemon");
        assert_eq!(of(&xfce), [1, 1, 1, 0]);
        assert_eq!(offered(&prompt, xfce.habits), [("start", Action::Start), ("skip", Action::Skip)]);
    }

    #[test]
    fn where_no_buttons_are_drawn_a_prompt_says_where_they_are() {
        let server = server("dunst");
        let how: HowToAnswer = |_, _, buttons| format!("{buttons:?}");
        let shown = |how| Pictured { notice: notice(NoticeKind::Prompt, &[Action::Start]), picture: None, how };
        assert_eq!(body(&shown(how), &server), "Roll both shoulders\nBehindMiddleClick");
        assert_eq!(body(&shown(|_, _, _| String::new()), &server), "Roll both shoulders", "nothing to say is no line");
    }
}
