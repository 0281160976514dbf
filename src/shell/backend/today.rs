//! How things are, as the running app tells it at every change, and what is asked of it. Owns when it is listened to again
//! after it has ended.

use super::Backend;
use crate::engine::view::MenuAction;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::{Call, FullCondition, Reply};
use crate::text::menu;
use crate::text::{cli as words, ledger};
use crate::windows::main::talk::{AttentionLine, Overview, TodayOrder, TodayUpdate};
use std::sync::mpsc::{self, Sender};
use std::thread;

/// The thread that listens to the app; it waits for an order while none runs.
#[derive(Debug)]
pub(super) struct Watching(Sender<()>);

impl Watching {
    /// An order was given: where no app ran, one may run now.
    pub(super) fn look_again(&self) {
        // A thread that is not there hears nothing.
        let _ = self.0.send(());
    }
}

/// Listens to the app, if one runs, and tells the window of every change.
pub(super) fn watch(backend: &Backend) -> Watching {
    let backend = backend.clone();
    let (look_again, wanted) = mpsc::channel();
    let watch = move || {
        loop {
            let heard = client::watch(&backend.paths, &Call::WatchAll, |reply| match reply {
                Reply::All(all) => backend.window.tell(TodayUpdate::Now(Box::new(overview(*all)))),
                Reply::Status(_)
                | Reply::Refused(_)
                | Reply::NotRecorded(_)
                | Reply::Parts(_)
                | Reply::Changed(_)
                | Reply::Told(_)
                | Reply::Done => true,
            });
            let told = match heard {
                Ok(_) | Err(NoAnswer::NotRunning) => backend.window.tell(TodayUpdate::NotRunning),
                Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => {
                    backend.refused(why);
                    true
                }
            };
            if !told || wanted.recv().is_err() {
                return;
            }
        }
    };
    // Without it the page says nothing of how things are.
    let _ = thread::Builder::new().name("watch".into()).spawn(watch);
    Watching(look_again)
}

fn overview(all: FullCondition) -> Overview {
    let FullCondition { condition, tray } = all;
    let attention =
        condition.attention.iter().map(|one| AttentionLine { line: one.line(), action: one.action() }).collect();
    Overview {
        state: condition.status.state,
        progress: condition.status.progress,
        line: menu::line(&condition.status.text),
        menu: tray.as_ref().map(menu::tray),
        attention,
    }
}

impl Backend {
    /// Does what is ordered on the page Today.
    pub(super) fn today(&self, order: TodayOrder) {
        match order {
            TodayOrder::Ask(request) | TodayOrder::Choose(MenuAction::Ask(request)) => self.ask(&Call::Ask(request)),
            TodayOrder::Choose(MenuAction::Guide) => self.ask(&Call::Guide),
            TodayOrder::Choose(
                MenuAction::Open
                | MenuAction::Review
                | MenuAction::Learn
                | MenuAction::Settings
                | MenuAction::Seen
                | MenuAction::Why
                | MenuAction::Quit,
            ) => {}
            TodayOrder::StartApp => self.run([]),
        }
    }

    /// Asks the running app for something. What it refuses is told.
    pub(super) fn ask(&self, call: &Call) {
        match client::call(&self.paths, call) {
            Ok(Reply::Refused(why)) => self.refused(why.sentence()),
            Ok(Reply::NotRecorded(why)) => self.refused(ledger::not_recorded(&why)),
            Ok(_) => {}
            Err(NoAnswer::NotRunning) => self.refused(words::not_running()),
            Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => self.refused(why),
        }
    }
}
