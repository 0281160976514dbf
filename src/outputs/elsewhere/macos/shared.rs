//! What is out, and how that goes, for the threads that speak of it. Owns both; calls nobody but the shell.

use crate::engine::event::{Action, Dismissal};
use crate::engine::notice::Wording;
use crate::outputs::elsewhere::standing::Standing;
use crate::outputs::offer::{click_starts, key};
use crate::outputs::permission::Permission;
use crate::outputs::{Answer, Tell};
use crate::parts::outputs::{Advice, Says};
use crate::parts::{PartId, Report};
use std::sync::{Mutex, MutexGuard, PoisonError};

const MEANS: &str = "UserNotifications";

/// What a person did with a notification.
pub(super) enum Done {
    /// Chose the button of this key.
    Chose(String),
    /// Clicked it beside its buttons.
    Clicked,
    /// Threw it away.
    Closed,
}

#[derive(Debug)]
pub(super) struct Shared {
    state: Mutex<State>,
    /// Whose turn it is to call the centre.
    turn: Mutex<()>,
}

#[derive(Debug)]
struct State {
    standing: Standing,
    number: u64,
    out: Option<Wording>,
}

impl Shared {
    pub(super) fn new(tell: Tell) -> Self {
        let state = State { standing: Standing::new(tell, MEANS), number: 0, out: None };
        Self { state: Mutex::new(state), turn: Mutex::new(()) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is decided and what the centre is then asked are one: nobody else asks it in between. Never from within a turn.
    pub(super) fn in_turn(&self, ask: impl FnOnce()) {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        ask();
    }

    /// The program is no app that could be asked for.
    pub(super) fn no_bundle(&self) {
        self.state().standing.down(Report::not_here(PartId::Notifications, Says::NoBundle, Advice::NoBundle));
    }

    /// Whether the person lets it be shown.
    pub(super) fn permitted(&self, permission: Permission) {
        let standing = &mut self.state().standing;
        match permission {
            Permission::Given => standing.allowed(true),
            Permission::Refused => standing.allowed(false),
            Permission::Unanswered => {
                standing.down(Report::failed(PartId::Notifications, MEANS, Says::Unanswered, Advice::Unanswered));
            }
            Permission::Unknown(why) => standing.fails(why),
        }
    }

    /// Whether to ask again for that.
    pub(super) fn wants_look(&self) -> bool {
        self.state().standing.wants_look()
    }

    /// The number of the next one.
    pub(super) fn next(&self) -> u64 {
        self.state().number + 1
    }

    /// This one takes the place of the one before, under this number.
    pub(super) fn going(&self, number: u64, notice: Wording) {
        let mut state = self.state();
        (state.number, state.out) = (number, Some(notice));
    }

    pub(super) fn withdrawn(&self) {
        self.state().out = None;
    }

    /// Whether that one is still to be shown.
    pub(super) fn is_out(&self, number: u64) -> bool {
        let state = self.state();
        state.out.is_some() && state.number == number
    }

    /// Whether nothing is to be on screen.
    pub(super) fn nothing_out(&self) -> bool {
        self.state().out.is_none()
    }

    /// The centre has taken it, or says why not.
    pub(super) fn added(&self, number: u64, error: Option<String>) {
        let mut state = self.state();
        if state.number != number || state.out.is_none() {
            return;
        }
        match error {
            None => state.standing.allowed(true),
            Some(why) => {
                state.out = None;
                state.standing.fails(why);
            }
        }
    }

    /// A person did this with the one of this number.
    pub(super) fn done(&self, number: u64, what: &Done) {
        let chosen = |notice: &Wording| match what {
            Done::Chose(word) => notice.actions.iter().map(|(action, _)| *action).find(|one| key(*one) == word),
            Done::Clicked => click_starts(notice).then_some(Action::Start),
            Done::Closed => None,
        };
        let action = self.state().out.as_ref().and_then(chosen);
        self.over(number, action.map_or(Answer::Dismissed(Dismissal::Closed), Answer::Click));
    }

    /// The one of this number is over, in this way; false if it was over before.
    pub(super) fn over(&self, number: u64, answer: Answer) -> bool {
        let mut state = self.state();
        let was = state.number == number && state.out.take().is_some();
        if was {
            state.standing.say(answer);
        }
        was
    }
}
