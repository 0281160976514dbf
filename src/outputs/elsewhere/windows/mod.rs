//! Notifications by toasts of Windows: one at a time, replaced in place. Owns the thread that talks to the notification
//! service and the one toast that is out; who the app is to the service is in `identity`, what a toast says in `toast`.
//!
//! The service is another process: a slow or frozen one keeps this thread waiting, and nobody waits for it. What it says
//! comes on its own threads and is handed on to this one, so that a word about a toast that was replaced says nothing.

mod identity;
mod shown;

pub(crate) use identity::unregister;

use super::standing::Standing;
use crate::engine::event::Dismissal;
use crate::engine::notice::Wording;
use crate::outputs::offer::key;
use crate::outputs::{Answer, Picture, Tell};
use crate::parts::APP_ID;
use crate::system::process::known_as;
use shown::{Heard, Toast};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;
use windows::UI::Notifications::{NotificationSetting, ToastNotificationManager, ToastNotifier};
use windows::core::{HSTRING, Result};

const MEANS: &str = "Windows";

enum Order {
    /// See whether toasts can be shown again.
    Look,
    Show(Box<Wording>, Option<Picture>),
    Withdraw,
    /// As `Withdraw`, and say when it is done.
    Finish(Sender<()>),
    /// The service says this of the toast of this number.
    Heard(u64, Heard),
}

/// Way to the thread, which `finish` ends.
#[derive(Debug)]
pub(super) struct Notifier {
    orders: Sender<Order>,
}

impl Notifier {
    /// Starts it. The icon of the app is kept in that folder.
    pub(super) fn start(tell: Tell, folder: PathBuf) -> io::Result<Self> {
        // The icon's menu is of that app as well.
        known_as(APP_ID);
        let (orders, inbox) = mpsc::channel();
        let line = orders.clone();
        thread::Builder::new().name("unhunch-toasts".into()).spawn(move || run(&inbox, line, tell, &folder))?;
        Ok(Self { orders })
    }

    pub(super) fn show(&self, notice: Wording, picture: Option<Picture>) {
        self.order(Order::Show(Box::new(notice), picture));
    }

    /// If notifications failed, perhaps they work again.
    pub(super) fn look(&self) {
        self.order(Order::Look);
    }

    pub(super) fn withdraw(&self) {
        self.order(Order::Withdraw);
    }

    pub(super) fn finish(&self, patience: Duration) {
        let (done, over) = mpsc::channel();
        self.order(Order::Finish(done));
        // Too late: the next start clears what is left.
        let _ = over.recv_timeout(patience);
    }

    fn order(&self, order: Order) {
        // Closed only if the thread is gone, and then nobody can show anything.
        let _ = self.orders.send(order);
    }
}

fn run(inbox: &Receiver<Order>, orders: Sender<Order>, tell: Tell, folder: &std::path::Path) {
    // Where it cannot be written, toasts show no name or none at all: what showing one says is told then.
    let _ = identity::register(folder);
    let mut toasts = Toasts { orders, standing: Standing::new(tell, MEANS), number: 0, out: None };
    toasts.begin();
    while let Ok(order) = inbox.recv() {
        match order {
            Order::Look => toasts.look(),
            Order::Show(notice, picture) => toasts.show(*notice, picture.as_ref()),
            Order::Withdraw => toasts.withdraw(),
            Order::Finish(done) => {
                toasts.withdraw();
                // Whoever asked has stopped waiting.
                let _ = done.send(());
                return;
            }
            Order::Heard(number, word) => toasts.hear(number, word),
        }
    }
}

/// What is out, and how that goes.
struct Toasts {
    orders: Sender<Order>,
    standing: Standing,
    number: u64,
    out: Option<(Wording, Toast)>,
}

impl Toasts {
    /// What a killed process left has nobody who would hear of it: it goes. Whether toasts can be shown is told.
    fn begin(&mut self) {
        let reached = notifier().and_then(|notifier| {
            ToastNotificationManager::History()?.ClearWithId(&HSTRING::from(APP_ID))?;
            Ok(notifier)
        });
        self.stands(reached.map(|notifier| is_off(&notifier)));
    }

    fn look(&mut self) {
        if self.standing.wants_look() {
            self.stands(notifier().map(|notifier| is_off(&notifier)));
        }
    }

    fn show(&mut self, notice: Wording, picture: Option<&Picture>) {
        self.number += 1;
        let (number, orders) = (self.number, self.orders.clone());
        // Nobody listens any more: the process ends.
        let tell = move |word| orders.send(Order::Heard(number, word)).unwrap_or_default();
        let shown = notifier().and_then(|notifier| {
            let toast = Toast::show(&notifier, &notice, picture, tell)?;
            Ok((toast, is_off(&notifier)))
        });
        let (toast, stands) = match shown {
            Ok((toast, off)) => (Some(toast), Ok(off)),
            Err(error) => (None, Err(error)),
        };
        self.out = toast.map(|toast| (notice, toast));
        self.stands(stands);
    }

    fn withdraw(&mut self) {
        if let Some((_, toast)) = self.out.take() {
            // It may be gone already.
            let _ = notifier().and_then(|notifier| toast.hide(&notifier));
        }
    }

    fn hear(&mut self, number: u64, word: Heard) {
        let Some((notice, _)) = self.out.as_ref().filter(|_| number == self.number) else { return };
        let answer = match word {
            Heard::Chosen(word) => {
                let chosen = notice.actions.iter().find(|(action, _)| key(*action) == word);
                chosen.map_or(Answer::Dismissed(Dismissal::Closed), |(action, _)| Answer::Click(*action))
            }
            Heard::Closed => Answer::Dismissed(Dismissal::Closed),
            // It went on to the notification centre, where what waits for an answer still has its buttons.
            Heard::Expired if !notice.kind.transient() => return,
            Heard::Expired => Answer::Dismissed(Dismissal::Expired),
            Heard::Failed(error) => {
                self.out = None;
                return self.stands(Err(error));
            }
        };
        self.withdraw();
        self.standing.say(answer);
    }

    /// Whether toasts are switched off, or an error.
    fn stands(&mut self, off: Result<bool>) {
        match off {
            Ok(off) => self.standing.allowed(!off),
            Err(error) => self.standing.fails(described(&error)),
        }
    }
}

/// The service, asked for anew each time: it may have been started anew.
fn notifier() -> Result<ToastNotifier> {
    ToastNotificationManager::CreateToastNotifierWithId(&HSTRING::from(APP_ID))
}

/// Whether the person, or a policy, has switched the app's toasts off. Before the first toast Windows may not know the app
/// yet, and says that as an error.
fn is_off(notifier: &ToastNotifier) -> bool {
    notifier.Setting().is_ok_and(|setting| setting != NotificationSetting::Enabled)
}

/// An error in the words of Windows, with its number: the words are not always there.
fn described(error: &windows::core::Error) -> String {
    let (words, number) = (error.message(), error.code().0);
    if words.is_empty() { format!("0x{number:08x}") } else { format!("{words} (0x{number:08x})") }
}
