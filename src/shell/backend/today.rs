//! How things are, as the running app tells it at every change, and what is asked of it. Owns when it is listened to again
//! after it has ended, and how long an app that was started is waited for.

use super::Backend;
use crate::engine::event::{Feeling, Request};
use crate::engine::view::{MenuAction, MenuItem, TrayText};
use crate::ledger::aside;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::{Attention, Call, FullCondition, Reply};
use crate::system::clock::Deadline;
use crate::system::watch;
use crate::text::files::because;
use crate::text::{ledger, library, menu, today as text};
use crate::windows::main::MainPage;
use crate::windows::main::talk::{AttentionLine, Noted, Overview, Remedy, TodayOrder, TodayUpdate};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// Where no app runs, and nothing tells of a socket that is made, it is looked for this often.
// Somebody may start one elsewhere.
const LOOK_AGAIN: Duration = Duration::from_secs(3);
/// An app that was started answers within this, or it is said that it does not.
// A slow disk and a large record to check; a person who waits longer thinks that nothing comes.
const STARTS_WITHIN: Duration = Duration::from_secs(20);
/// And is asked this often meanwhile.
const ASK_AGAIN: Duration = Duration::from_millis(200);

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
pub(super) fn listen_to_app(backend: &Backend) -> Watching {
    let backend = backend.clone();
    let (look_again, wanted) = mpsc::channel();
    let made = look_again.clone();
    let listening = move || {
        let socket = watch::start(vec![backend.paths.socket()], move || {
            // A thread that is not there hears nothing.
            let _ = made.send(());
        });
        let mut told = None;
        loop {
            let (heard, why) = listen(&backend);
            // What has been told is not told again at every look.
            if heard || told.as_ref() != Some(&why) {
                if !say_gone(&backend, why.clone()) {
                    return;
                }
                told = Some(why);
            }
            let pause = match &socket {
                Ok(_) => wanted.recv().map_err(RecvTimeoutError::from),
                Err(_) => wanted.recv_timeout(LOOK_AGAIN),
            };
            if pause == Err(RecvTimeoutError::Disconnected) {
                return;
            }
            // Many orders while it listened are one reason to look.
            while wanted.try_recv().is_ok() {}
        }
    };
    // Without it the page says nothing of how things are.
    let _ = thread::Builder::new().name("watch".into()).spawn(listening);
    Watching(look_again)
}

/// Listens until the app has ended. Whether anything was heard, and what went wrong, if not only that.
fn listen(backend: &Backend) -> (bool, Option<String>) {
    let mut heard = false;
    let ended = client::watch(&backend.paths, &Call::WatchAll, |reply| match reply {
        Reply::All(all) => {
            heard = true;
            let told = backend.window.tell(TodayUpdate::Now(Box::new(overview(&all))));
            backend.tell_day();
            told
        }
        Reply::Status(_)
        | Reply::Refused(_)
        | Reply::NotRecorded(_)
        | Reply::Parts(_)
        | Reply::Changed(_)
        | Reply::Told(_)
        | Reply::Done => true,
    });
    match ended {
        Ok(_) | Err(NoAnswer::NotRunning) => (heard, None),
        Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => (heard, Some(why)),
    }
}

/// Tells that nobody is listened to any more, and why. False once the window has closed.
fn say_gone(backend: &Backend, why: Option<String>) -> bool {
    match why {
        Some(why) => backend.refused(why),
        None => backend.tell_day(),
    }
    backend.window.tell(TodayUpdate::NotRunning)
}

fn overview(all: &FullCondition) -> Overview {
    let FullCondition { condition, tray, meeting } = all;
    let status = &condition.status;
    let menu = tray.as_ref().map(menu::tray);
    Overview {
        state: status.state,
        progress: status.progress,
        clock: text::clock_of(&status.text),
        line: menu.as_ref().and_then(first_label).unwrap_or_else(|| menu::line(&status.text)),
        menu,
        attention: condition.attention.iter().filter_map(attention).collect(),
        meeting: meeting.as_ref().map(|next| {
            let begins = text::meeting(next.begins, next.title.as_deref());
            next.breath.map_or_else(|| begins.clone(), |at| format!("{begins} {}", text::breath(at)))
        }),
    }
}

/// The menu's own line of how things are: it may name a meeting.
fn first_label(tray: &TrayText) -> Option<String> {
    tray.menu.iter().find_map(|item| if let MenuItem::Label(line) = item { Some(line.clone()) } else { None })
}

/// Nothing of an icon that is not shown: whoever reads this has found the window, and a desktop without icons stays so.
fn attention(what: &Attention) -> Option<AttentionLine> {
    let remedy = match what {
        Attention::NoIcon => return None,
        Attention::SetAside(_) => Some(Remedy::Seen),
        Attention::Settings { .. } | Attention::NoSettings(_) => Some(Remedy::Turn(MainPage::Settings, None)),
        Attention::NoNotifications => Some(Remedy::Turn(MainPage::Settings, Some("notifications".into()))),
        Attention::Silent(_) => Some(Remedy::Turn(MainPage::Settings, Some("quiet".into()))),
        Attention::NotRecorded(_) => Some(Remedy::Again),
        Attention::Welcome => Some(Remedy::Welcome),
        Attention::Library(_) => None,
    };
    Some(AttentionLine { line: what.line(), remedy })
}

impl Backend {
    /// Does what is ordered on the page Today.
    pub(super) fn today(&self, order: TodayOrder) {
        match order {
            TodayOrder::Choose(action) => self.choose(action),
            TodayOrder::PauseUntil(time) => self.asked(&Call::PauseUntil(time)),
            TodayOrder::MeetUntil(time) => self.asked(&Call::MeetUntil(time)),
            TodayOrder::Feel(feeling) => self.feel(feeling),
            TodayOrder::Story(id) => self.tell_story(id),
            TodayOrder::Correct { id, outcome } => self.correct(id, outcome),
            // Whoever is asked how things are looks at the record first.
            TodayOrder::LookAgain => self.asked(&Call::Status),
            TodayOrder::StartApp => self.start_app(),
        }
    }

    /// Does what a line of the menu does; what only opens something is open here.
    fn choose(&self, action: MenuAction) {
        match action {
            MenuAction::Ask(request) => self.asked(&Call::Ask(request)),
            MenuAction::Guide => self.asked(&Call::Guide),
            MenuAction::Seen => {
                if let Err(error) = aside::seen(&self.paths.ledger) {
                    self.refused(because(&error));
                }
                // The app looks when it is asked how its parts are.
                self.asked(&Call::Parts);
            }
            MenuAction::Welcome => self.welcome(),
            MenuAction::Open
            | MenuAction::Review
            | MenuAction::Learn
            | MenuAction::Settings
            | MenuAction::Why
            | MenuAction::Quit => {}
        }
    }

    /// Asks the first questions again: in the app's own window where one runs, so that there is one.
    fn welcome(&self) {
        match client::call(&self.paths, &Call::Welcome) {
            Err(NoAnswer::NotRunning) => self.questions(),
            Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => self.refused(why),
            Ok(_) => {}
        }
    }

    fn feel(&self, feeling: Feeling) {
        if self.ask(&Call::Ask(Request::CheckIn(feeling))) {
            let notice = (feeling == Feeling::Sore).then(|| {
                let flags = library::red_flags();
                (flags.notice_title.clone(), flags.notice_in_one())
            });
            self.tell(TodayUpdate::Noted(Box::new(Noted { text: text::noted(feeling), notice })));
        }
    }

    /// Starts the app and waits until it answers.
    fn start_app(&self) {
        self.run([]);
        let deadline = Deadline::after(STARTS_WITHIN);
        while client::status(&self.paths).is_none() {
            if deadline.left().is_none() {
                self.refused(text::not_started());
                self.tell(TodayUpdate::NotRunning);
                return;
            }
            thread::sleep(ASK_AGAIN);
        }
    }

    /// Asks the running app for something.
    pub(super) fn asked(&self, call: &Call) {
        // What is refused has been told.
        let _ = self.ask(call);
    }

    /// Asks the running app for something; whether it was done. What it refuses is told.
    pub(super) fn ask(&self, call: &Call) -> bool {
        let refused = match client::call(&self.paths, call) {
            Ok(Reply::Refused(why)) => why.sentence(),
            Ok(Reply::NotRecorded(why)) => ledger::not_recorded(&why),
            Ok(Reply::Status(now)) => match &now.not_recorded {
                Some(why) => ledger::not_recorded(why),
                None => return true,
            },
            Ok(_) => return true,
            Err(NoAnswer::NotRunning) => text::not_running(),
            Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => why,
        };
        self.refused(refused);
        false
    }
}
