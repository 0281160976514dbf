//! Which notification is on screen, or on its way there, and what a signal about one means. Owns the rules of who is
//! heard; never sends anything.

use super::habits::Replaced;
use super::offer;
use super::signal::DaemonSignal;
use crate::engine::event::Action;
use crate::outputs::Answer;
use crate::outputs::linux::order::Pictured;

/// Signals kept while the reply to Notify is awaited: other programs' signals come in between.
// "Close all" tells of every popup at once, and all of them may come before the reply.
const EARLY: usize = 32;

/// What is to be shown.
pub(super) enum Wanted {
    Notice(Box<Pictured>),
    Nothing,
}

/// The actions of a notification by their keys on the bus.
pub(super) type Offered = Vec<(&'static str, Action)>;

struct Shown {
    id: u32,
    offered: Offered,
    /// An action was chosen; the service closes it by itself.
    answered: bool,
}

struct Sent {
    offered: Offered,
    early: Vec<(u32, DaemonSignal)>,
}

/// The one place on screen.
#[derive(Default)]
pub(super) struct NotificationSlot {
    shown: Option<Shown>,
    sent: Option<Sent>,
}

impl NotificationSlot {
    /// What is on screen; 0 if nothing is.
    pub(super) fn id(&self) -> u32 {
        self.shown.as_ref().map_or(0, |shown| shown.id)
    }

    /// Something is on its way.
    pub(super) fn busy(&self) -> bool {
        self.sent.is_some()
    }

    /// A killed process left this: whatever it offered may be chosen.
    pub(super) fn adopt(&mut self, id: u32) {
        self.shown = Some(Shown { id, offered: offer::any_offered(), answered: false });
    }

    /// What is on screen, replaced in place by something with these actions, would not show them.
    pub(super) fn would_spoil(&self, offered: &Offered, replaced: Replaced) -> bool {
        self.shown.as_ref().is_some_and(|shown| match replaced {
            Replaced::Anew => false,
            Replaced::Kept => shown.offered != *offered,
            Replaced::Lost => !offered.is_empty(),
        })
    }

    /// A notification with these actions is on its way, in place of what is shown.
    pub(super) fn going(&mut self, offered: Offered) {
        self.sent = Some(Sent { offered, early: Vec::new() });
    }

    /// It arrived under this id. What was said of it before counts.
    pub(super) fn arrived(&mut self, id: u32) -> Vec<Answer> {
        let Some(sent) = self.sent.take() else { return Vec::new() };
        self.shown = Some(Shown { id, offered: sent.offered, answered: false });
        sent.early.into_iter().filter_map(|(about, word)| self.heard(about, word)).collect()
    }

    /// What the engine learns from this word about this id.
    pub(super) fn heard(&mut self, id: u32, word: DaemonSignal) -> Option<Answer> {
        let replaced = self.id();
        if let Some(sent) = &mut self.sent {
            if id != replaced {
                if sent.early.len() < EARLY {
                    sent.early.push((id, word));
                }
                return None;
            }
            // It still shows what is being replaced, or already what replaces it: a choice counts either way, and that
            // the old one closes is no answer to the new one.
            let DaemonSignal::Chosen(key) = word else { return None };
            let offered = self.shown.iter().flat_map(|shown| &shown.offered);
            return chosen(sent.offered.iter().chain(offered), &key);
        }
        let shown = self.shown.as_mut().filter(|shown| shown.id == id)?;
        match word {
            DaemonSignal::Chosen(key) => {
                shown.answered = true;
                chosen(shown.offered.iter(), &key)
            }
            DaemonSignal::Closed(how) => {
                let answered = shown.answered;
                // swaync tells twice of one closing: the second finds nothing here.
                self.shown = None;
                (!answered).then_some(Answer::Dismissed(how))
            }
        }
    }

    /// Nothing is shown from now on; returns the id to close.
    pub(super) fn clear(&mut self) -> Option<u32> {
        self.shown.take().map(|shown| shown.id)
    }

    /// All ids are void. Returns whether there was any.
    pub(super) fn void(&mut self) -> bool {
        self.shown.take().is_some() | self.sent.take().is_some()
    }
}

fn chosen<'a>(mut offered: impl Iterator<Item = &'a (&'static str, Action)>, key: &str) -> Option<Answer> {
    offered.find(|(one, _)| *one == key).map(|(_, action)| Answer::Click(*action))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Dismissal;

    fn shows(id: u32) -> NotificationSlot {
        let mut screen = NotificationSlot::default();
        screen.going(vec![("start", Action::Start), ("skip", Action::Skip)]);
        assert!(screen.arrived(id).is_empty());
        screen
    }

    fn click(key: &str) -> DaemonSignal {
        DaemonSignal::Chosen(key.to_owned())
    }

    const GONE: DaemonSignal = DaemonSignal::Closed(Dismissal::Closed);

    #[test]
    fn only_what_was_offered_under_our_id_counts() {
        let mut screen = shows(7);
        assert_eq!(screen.heard(8, click("start")), None);
        assert_eq!(screen.heard(7, click("snooze")), None);
        assert_eq!(screen.heard(7, click("default")), None);
        assert_eq!(screen.heard(7, click("skip")), Some(Answer::Click(Action::Skip)));
    }

    #[test]
    fn the_close_that_follows_a_choice_says_nothing() {
        let mut screen = shows(7);
        assert_eq!(screen.heard(7, click("start")), Some(Answer::Click(Action::Start)));
        assert_eq!(screen.heard(7, GONE), None);
        assert_eq!(screen.id(), 0);
    }

    #[test]
    fn going_away_without_a_choice_says_how_and_once() {
        let mut screen = shows(7);
        assert_eq!(
            screen.heard(7, DaemonSignal::Closed(Dismissal::Expired)),
            Some(Answer::Dismissed(Dismissal::Expired))
        );
        assert_eq!(screen.heard(7, GONE), None, "some daemons say it twice");
    }

    #[test]
    fn a_word_before_the_reply_counts() {
        let mut screen = NotificationSlot::default();
        screen.going(vec![("start", Action::Start)]);
        assert_eq!(screen.heard(9, click("start")), None, "nobody knows yet whose it is");
        assert_eq!(screen.heard(3, GONE), None);
        assert_eq!(screen.arrived(9), [Answer::Click(Action::Start)]);
        assert_eq!(screen.heard(9, GONE), None);
    }

    #[test]
    fn the_close_of_what_is_replaced_is_no_answer_to_what_replaces_it() {
        let mut screen = shows(7);
        screen.going(vec![("done", Action::Done)]);
        assert_eq!(screen.heard(7, GONE), None);
        assert_eq!(screen.heard(7, click("start")), Some(Answer::Click(Action::Start)), "chosen just before");
        assert!(screen.arrived(7).is_empty());
        assert_eq!(screen.heard(7, click("done")), Some(Answer::Click(Action::Done)));
    }

    #[test]
    fn what_we_close_ourselves_says_nothing() {
        let mut screen = shows(7);
        assert_eq!(screen.clear(), Some(7));
        assert_eq!(screen.heard(7, GONE), None);
        assert!(!screen.void());
        assert!(shows(7).void());
    }
}
